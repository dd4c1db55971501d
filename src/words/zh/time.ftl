# 时长与时限。时长不可写得像钟点。

age-under-a-minute = <1 分
age-minutes = { $n } 分
age-hours-minutes = { $h } 时 { $m } 分
age-hours = { $n } 小时
age-days = { $n } 天

span-seconds = { $n } 秒
span-minutes = { $n } 分钟
span-hours = { $n } 小时

due-left = 还有 { $age }
due-late = 超时 { $age }

# 为何列为到期：哪条时限、什么等级、等谁办。


weekday-1 = 一
weekday-2 = 二
weekday-3 = 三
weekday-4 = 四
weekday-5 = 五
weekday-6 = 六
weekday-7 = 日
within = { $span }内{ $rule }
within-given = 按指定时间{ $rule }
span-days = { $count } 日
span-working-days = { $count } 个工作日
span-months = { $count } 个月
due-why = { $rule }（{ $priority }，{ $source }）；等待：{ $holder }
due-and = { $why }；{ $rests }
due-snoozed = 推迟到 { $when }
due-paused = 自 { $when } 起暂停计时
