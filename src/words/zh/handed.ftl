# 终端里上报和下达的事：上报、接手、督办、零报告。

# 上报屏：各栏和各列名称。

ui-view-orders = 督办
ui-view-orders-all = 全部督办
ui-view-zero-reports = 零报告
ui-says-zero-reports = 今日已报 { $filed }/{ $all } 个岗点
ui-empty-orders = 没有待答复的督办。督办由所领导在警情上下达。
ui-empty-orders-all = 还没有下达过督办。
ui-empty-zero-reports = 还没有应报的零报告。每日须报的岗点在 station.toml 中设置。
ui-col-standing = 状态
ui-col-order = 督办要求
ui-col-answerer = 由谁答复
ui-col-post = 岗点
ui-col-by-when = 期限
ui-col-zero-report = 内容

# 上报的状态，不超过 24 格，时长按五格计。

ui-handed-waits = 待确认
ui-handed-waits-left = 待确认 剩 { $age }
ui-handed-waits-late = 待确认 超 { $age }
ui-handed-back = 逾期未复 { $times } 次
ui-handed-back-left = 未复 { $times } 次 剩 { $age }
ui-handed-back-late = 未复 { $times } 次 超 { $age }
ui-handed-acknowledged = { $who } 已确认
ui-handed-acknowledged-until = 须 { $time } 前答复 { $who }
ui-handed-answered = 已答复 { $time } { $who }
ui-handed-taken-over = 已接手 { $who }

# 督办和零报告的状态。

ui-order-left = 限 { $time } 剩 { $age }
ui-order-late = 限 { $time } 超 { $age }
ui-order-answered = 已答复 { $time } { $who }
ui-order-withdrawn = 已撤回
ui-order-erased = 已清除
ui-order-mark = #督办
ui-order-sent-back = （退回重答）{ $text }
ui-zero-left = 未报 剩 { $age }
ui-zero-late = 未报 超 { $age }
ui-zero-in = 已报 { $time } { $who }
ui-zero-nothing = 无情况

# 一条记录。各项名称不超过 10 格。

ui-about-record = { $id }：{ $fact }
ui-label-order = 督办
ui-record-acknowledged-until = 已确认 { $stamp }，须于 { $until } 前答复。{ $reply }
ui-record-came-back = 确认后未按时答复 { $count } 次，重新等待确认。
ui-record-came-back-due = { $back }{ $due }。
ui-record-answered = 已答复 { $stamp }。{ $text }
ui-record-taken-over = 已了结 { $stamp }，警情由其接手。
ui-record-ordered = { $id } { $stamp }：{ $who } 须于 { $when } 前答复。{ $text }
ui-record-order-open = 尚未答复：{ $due }。
ui-record-order-withdrawn = 已撤回。
ui-record-sent-back = 退回 { $stamp }。{ $text }

# 列表中的符号，帮助中说明。

ui-sign-ordered = 在编号后，或 '#督办'：有待答复的督办。
ui-sign-came-back = 在上报编号后：确认后未按时答复，重新等待确认。

# 回执。

ui-done-ordered = { $id } 已下达督办 { $order } { $time }，须答复
ui-done-sent-back = { $id } 已退回 { $time }
ui-done-zero-report = { $id } 已报 { $time }

# 为什么现在不能办。

ui-no-order = 光标处没有督办。
ui-no-order-on = { $id } 没有待答复的督办。
ui-no-order-answered = { $id } 没有可退回的督办答复。
ui-no-marked-order = 督办只针对一件警情，请到该件上办。按 Esc 清除标记。
ui-no-post = 光标处没有岗点：岗点在上报屏的'零报告'栏。

# 表单。

form-title-escalation-answer = 答复 { $about }
form-title-report-decline = 不采纳 { $about } 的调解建议
form-title-report-take-over = 接手 { $about }
form-title-order-issue = 督办 { $about }
form-title-order-answer = 答复 { $about }
form-title-order-send-back = 退回 { $about } 的答复
form-title-order-withdraw = 撤回 { $about }
form-title-zero-report-file = 零报告 { $about }
form-label-instruction = 督办要求
form-label-answerer = 由谁答复
form-label-by-when = 期限
form-advice-by-when = 选一项，或输入时间：04:30、+90（分钟）、'2h'（小时）、11-22 09:00。
form-wrong-not-ahead = 这不是尚未到的时间。请写 04:30、+90（九十分钟后）、'2h' 或 11-22 09:00。
form-by-hour = 一小时后：{ $when }
form-by-shift = 本班结束：{ $when }
form-by-morning = 次日 09:00：{ $when }
form-answer-by = 确认后须于 { $when } 前答复，否则重新等待确认。
form-answer-is-owed = 确认后须向上报人答复。
form-handed-up = 上报：{ $text }
form-ordered = 督办要求：{ $text }
form-sent-back = 上次答复被退回：{ $text }
form-answered = 答复：{ $text }
form-zero-report = { $post }：空着即无情况。
