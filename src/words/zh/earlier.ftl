# 同一地点或同一号码的以往警情，以及重复报警。

earlier-place = 此地 { $count }
earlier-caller = 此号码 { $count }
earlier-sides = 双方之间 { $count }
earlier-many = 99+
earlier-title = 一年内以往警情：{ $counts }
earlier-within = 一年内 { $counts }
earlier-none = 一年内没有来自该处或双方之间的以往警情，也没有纠纷。
earlier-menu = 此地、此号码及双方之间的以往警情
earlier-by-place = 地点
earlier-by-caller = 号码
earlier-by-sides = 双方
earlier-by-both = 两者
repeat-place = { $days } 天内此地第 { $call } 次报警
repeat-caller = { $days } 天内此号码第 { $call } 次报警
repeat-sides = { $days } 天内双方之间第 { $call } 次报警
repeat-of = { $repeat }：{ $ids }
repeat-advice = { $repeat }；可考虑按纠纷处理
repeat-mark = 第{ $call }次
earlier-see = 查看
proposal-make = 建议为双方建立纠纷，并入 { $ids }
proposal-link-alone = 建议关联到 { $dispute }
proposal-link = 建议关联到 { $dispute }，并入 { $ids }
proposal-mark = 调解？
proposal-declined = { $who } { $when } 未采纳：{ $reason }
earlier-disputes = 双方纠纷 { $count }
