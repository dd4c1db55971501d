# 同一地点或同一号码的以往警情，以及重复报警。

earlier-place = 此地 { $count }
earlier-caller = 此号码 { $count }
earlier-many = 99+
earlier-title = 一年内以往警情：{ $counts }
earlier-within = 一年内 { $counts }
earlier-none = 一年内没有来自该处的以往警情。
earlier-menu = 此地、此号码的以往警情
earlier-by-place = 地点
earlier-by-caller = 号码
earlier-by-both = 两者
repeat-place = { $days } 天内此地第 { $call } 次报警
repeat-caller = { $days } 天内此号码第 { $call } 次报警
repeat-of = { $repeat }：{ $ids }
repeat-advice = { $repeat }；可考虑按纠纷处理
repeat-mark = 第{ $call }次
earlier-see = 查看
