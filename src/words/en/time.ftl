# Ages and deadlines. An age must not look like a time of day.

age-under-a-minute = <1 min
age-minutes = { $n } min
age-hours-minutes = { $h } h { $m }
age-hours = { $n } h
age-days = { $n } d

span-seconds = { $n } s
span-minutes = { $n } min
span-hours = { $n } h

due-left = { $age } left
due-late = late by { $age }

# Why something is due: the rule, for which priority, and whom it waits for.

within-accept = accept within { $span }
within-dispatch = send a unit within { $span } of accepting
within-arrive = on scene within { $span } of sending
within-feedback = feedback within { $span }
within-verify = verify within { $span } of resolving
within-close = close within { $span } of verifying
within-acknowledge = acknowledge within { $span }
due-why = { $rule } ({ $priority }, standard rule); waiting for: { $holder }

weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
