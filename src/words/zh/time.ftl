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

within-accept = { $span }内签收
within-dispatch = 签收后 { $span }内派警
within-arrive = 派警后 { $span }内到场
within-feedback = { $span }内反馈
within-verify = 处置后 { $span }内核实
within-close = 核实后 { $span }内办结
within-acknowledge = { $span }内确认
due-why = { $rule }（{ $priority }，通用时限）；等待：{ $holder }

weekday-1 = 一
weekday-2 = 二
weekday-3 = 三
weekday-4 = 四
weekday-5 = 五
weekday-6 = 六
weekday-7 = 日
