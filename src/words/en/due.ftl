# The due queue in the console: its screen, the strip, acts on what is owed.

due-col-light = light
due-col-rule = owed
due-col-stands = when
due-col-waits-for = waits for
due-col-about = about
due-view-all = all
due-view-mine = mine
due-counts = { $due } due, { $off } put off
due-empty = Nothing is owed.
due-empty-mine = Nothing waits for you. The other view shows everything that is owed.
due-put-off = put off
due-stopped = stopped
due-until = until { $time }
due-since = since { $time }
due-in-full = { $id }, by { $time }: { $why }
due-more = +{ $count } more
due-more-off = { $count } put off

# Acts on what is owed.

form-title-due-snooze = Put off { $about }
form-title-due-extend = More time for { $about }
form-title-due-pause = Stop the clock of { $about }
form-label-until = Until
form-label-days = Days more
form-label-agreed = All sides agree
form-label-why = Reason
due-offer = { $span }, until { $time }
due-offer-shift = end of the shift, { $time }
due-delay-busy = Something more urgent comes first
due-delay-unit = A unit is on its way
due-delay-reply = Waiting for a reply
due-delay-agreed = Agreed with the caller
due-advice-until = One of these, or typed: 45, 1h30, 06:00, 11-23 08:00.
due-advice-until-short = such as 45 or 06:00
due-advice-delay = One of these, or your own words.
due-wrong-until = This is no time to come: 45 (minutes), 1h30, 06:00 or 11-23 08:00.
due-wrong-days = This is no number of days, such as 30.
due-which = { $act }, { $id }: which step?
due-no-owed = There is nothing owed under the cursor.
due-done-snoozed = { $id } { $rule } put off until { $time }
due-done-returned = { $id } { $rule } taken up again
due-done-extended = { $count ->
    [one] { $id } { $rule } extended by { $count } day
   *[other] { $id } { $rule } extended by { $count } days
}
due-done-paused = { $id } { $rule }: the clock stands still
due-done-resumed = { $id } { $rule }: the clock goes on

# Notices on a line of their own.

due-notice-late = { $id } { $rule } late by { $late }; told: { $who }
due-notice-escalated = { $id } handed up as { $escalation } to { $who }: { $reason }
due-notice-answered = { $escalation } on { $id } was answered
due-notice-returned = { $id } { $rule } was put off until now
due-notice-ordered = Order { $order } on { $id }: answer it by { $by }
due-notice-sent-back = Order { $order } on { $id } was sent back: answer it again by { $by }
due-notice-order-answered = Order { $order } on { $id } was answered
due-notice-may-turn-violent = { $id } may turn violent
due-notice-test = A test notice: this console hears of what is late.
