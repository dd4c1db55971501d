# 通知：发出本所的短句，以及发件箱的文字。不含任何个人信息。

outbox-record = { $number }（{ $what }）
outbox-late = { $record }：'{ $rule }'已超时 { $late }。
outbox-escalated = { $record } 已上报{ $target }：{ $reason }。
outbox-answered = { $record }：上报 { $escalation } 已答复。
outbox-returned = { $record }：'{ $rule }'暂缓到期，重新列入待办。
outbox-may-turn-violent = { $record } 纠纷可能激化，请立即关注
outbox-ordered = { $record }：已下达督办 { $order }，须在 { $by } 前答复。
outbox-sent-back = { $record }：督办 { $order } 的答复被退回，须在 { $by } 前重新答复。
outbox-order-answered = { $record }：督办 { $order } 已答复。
outbox-test = { $station }值班台测试通知，无警情。
outbox-exercise = 演练：{ $text }

told-unit = 巡组
told-handler = 经办人
told-beat-officer = 网格责任人
told-shift-leader = 带班领导
told-supervisor = 所领导
told-town = 所里
told-district = 分局

notice-state-waiting = 待发
notice-state-sending = 发送中
notice-state-sent = 已送达
notice-state-dead = 未送达
notice-state-dropped = 已放弃
notice-state-shown = 仅在屏幕提示

not-delivered-exit = 发送程序报错
not-delivered-time-limit = 发送程序超时，已终止
not-delivered-not-started = 发送程序无法启动
not-delivered-interrupted = 发送时值班台中断

outbox-nothing = 没有通知。
outbox-test-sent = 通知 { $id } 已列入待发；用'dutydesk outbox list --all'查看结果。
outbox-tried-again = 通知 { $id } 正在重发。
outbox-dropped = 通知 { $id } 已放弃。
outbox-no-id = '{ $value }'不是通知编号，编号形如'4102-1'。

outbox-problem-syntax = 写法不对，应为'name = "value"'；此行不用。
outbox-problem-not-a-table = 这里应是一个表：先写一行'[outbox]'，设置写在下面。
outbox-problem-unknown-name = 这里没有'{ $name }'，只有 { $names }。
outbox-problem-no-command = '[outbox]'缺少命令，例如'command = ["/usr/local/bin/send-sms"]'。
outbox-problem-command = 命令应是文字列表，第一项为绝对路径，例如'["/usr/local/bin/send-sms"]'。
outbox-problem-time-limit = 时限应在'100 ms'到'10 min'之间，例如'"20 s"'。
outbox-problem-tries = 次数应是 1 到 50 的数。
outbox-problem-pauses = 间隔应是时长列表，每项不超过一小时，例如'["10 s", "1 min"]'。
outbox-problem-writable = 别人可以改这个文件，而它指定要运行的程序：整个文件不用。请用'chmod go-w'修正。
