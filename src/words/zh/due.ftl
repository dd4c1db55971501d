# 待办：界面、顶部一行、对待办事项的操作。

due-col-light = 状态
due-col-rule = 应办
due-col-stands = 期限
due-col-waits-for = 等待
due-col-about = 事由
due-view-all = 全部
due-view-mine = 我的
due-counts = 待办 { $due }，已推迟 { $off }
due-empty = 没有待办事项。
due-empty-mine = 没有等您办的事项。切换到另一范围可看全部待办。
due-put-off = 已推迟
due-stopped = 停计时
due-until = 到 { $time }
due-since = 自 { $time }
due-in-full = { $id }，期限 { $time }：{ $why }
due-more = 另 { $count } 项
due-more-off = 已推迟 { $count }
