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


weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
within = { $rule } within { $span }
within-given = { $rule } by the time given
span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
span-working-days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
span-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
due-why = { $rule } ({ $priority }, { $source }); waiting for: { $holder }
due-and = { $why }; { $rests }
due-snoozed = put off until { $when }
due-paused = clock stopped since { $when }
