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

# 对待办事项的操作。

form-title-due-snooze = 推迟 { $about }
form-title-due-extend = 延长 { $about } 时限
form-title-due-pause = 暂停 { $about } 计时
form-label-until = 推迟到
form-label-days = 延长天数
form-label-agreed = 各方同意
form-label-why = 原因
due-offer = { $span }，到 { $time }
due-offer-shift = 本班结束，{ $time }
due-delay-busy = 先办更急的事
due-delay-unit = 巡组已在途中
due-delay-reply = 等待回复
due-delay-agreed = 已与报警人说好
due-advice-until = 选一项，或直接输入：45、1h30、06:00、11-23 08:00。
due-advice-until-short = 如 45 或 06:00
due-advice-delay = 选一项，或用自己的话写。
due-wrong-until = 这不是尚未到的时间。可写 45（分钟）、1h30、06:00 或 11-23 08:00。
due-wrong-days = 这不是天数，例如 30。
due-which = { $act } { $id }：哪一项？
due-no-owed = 光标处没有待办事项。
due-done-snoozed = { $id } { $rule }已推迟到 { $time }
due-done-returned = { $id } { $rule }已恢复
due-done-extended = { $id } { $rule }已延长 { $count } 日
due-done-paused = { $id } { $rule }已暂停计时
due-done-resumed = { $id } { $rule }已恢复计时

# 单独一行的通知。

due-notice-late = { $id } { $rule }已超时 { $late }，已提醒{ $who }
due-notice-escalated = { $id } 已上报{ $who }（{ $escalation }）：{ $reason }
due-notice-answered = { $id } 的上报 { $escalation } 已答复
due-notice-returned = { $id } { $rule }推迟到时
due-notice-ordered = { $id } 有督办 { $order }，须在 { $by } 前答复
due-notice-sent-back = { $id } 的督办 { $order } 被退回，须在 { $by } 前重新答复
due-notice-order-answered = { $id } 的督办 { $order } 已答复
due-notice-may-turn-violent = { $id } 可能激化
due-notice-test = 测试通知：超时事项会在这里提示。
