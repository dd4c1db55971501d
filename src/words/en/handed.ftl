# What goes up and what comes down in the console: escalations, taking over, supervision orders, zero reports.

# The screen of escalations: its views and the names of its columns.

ui-view-orders = orders
ui-view-orders-all = all orders
ui-view-zero-reports = zero reports
ui-says-zero-reports = today { $filed } of { $all }
ui-empty-orders = No supervision order waits for an answer. A supervisor gives one from a report.
ui-empty-orders-all = No supervision order has been given yet.
ui-empty-zero-reports = No zero report is expected yet. The posts that must call in every day are set up in station.toml.
ui-col-standing = state
ui-col-order = ordered
ui-col-answerer = must answer
ui-col-post = post
ui-col-by-when = by
ui-col-zero-report = report

# How an escalation stands: at most 24 cells, with an age of five.

ui-handed-waits = waits
ui-handed-waits-left = waits, { $age } left
ui-handed-waits-late = waits, late { $age }
ui-handed-back = came back { $times }x
ui-handed-back-left = back { $times }x, { $age } left
ui-handed-back-late = back { $times }x, late { $age }
ui-handed-acknowledged = { $who } has it
ui-handed-acknowledged-until = until { $time } { $who }
ui-handed-answered = answered { $time } { $who }
ui-handed-taken-over = taken over { $who }

# How a supervision order and a zero report stand.

ui-order-left = by { $time }, { $age } left
ui-order-late = by { $time }, late { $age }
ui-order-answered = answered { $time } { $who }
ui-order-withdrawn = withdrawn
ui-order-erased = erased
ui-order-mark = #order
ui-order-sent-back = (sent back) { $text }
ui-zero-left = not in, { $age } left
ui-zero-late = NOT IN, late { $age }
ui-zero-in = in { $time } { $who }
ui-zero-nothing = nothing to report

# On a record. Labels: at most 13 cells.

ui-about-record = { $id }: { $fact }
ui-label-order = order
ui-record-acknowledged-until = Acknowledged { $stamp }; an answer is owed by { $until }. { $reply }
ui-record-came-back = { $count ->
    [one] Came back once, because no answer came: it waits for an acknowledgement.
   *[other] Came back { $count } times, because no answer came: it waits for an acknowledgement.
}
ui-record-came-back-due = { $back } { $due }.
ui-record-answered = Answered { $stamp }. { $text }
ui-record-taken-over = Settled { $stamp }, who took the report over.
ui-record-ordered = { $id } { $stamp }: { $who } must answer by { $when }. { $text }
ui-record-order-open = Not answered: { $due }.
ui-record-order-withdrawn = Withdrawn.
ui-record-sent-back = Sent back { $stamp }. { $text }

# Signs in lists, as explained in help.

ui-sign-ordered = Behind a number, or '#order': under a supervision order that waits for an answer.
ui-sign-came-back = Behind the number of an escalation: acknowledged, not answered in time, came back.

# Receipts.

ui-done-ordered = { $order } on { $id } given { $time }; it must be answered
ui-done-sent-back = { $id } sent back { $time }
ui-done-zero-report = { $id } is in { $time }

# Why something can't be done now.

ui-no-order = There is no supervision order under the cursor.
ui-no-order-on = No supervision order on { $id } waits for an answer.
ui-no-order-answered = No supervision order on { $id } has an answer to send back.
ui-no-marked-order = A supervision order is on one report: go to it. Esc clears the marks.
ui-no-post = There is no post under the cursor: they stand among the escalations, under 'zero reports'.

# Forms.

form-title-escalation-answer = Answer { $about }
form-title-report-decline = Decline the dispute proposed because of { $about }
form-title-report-take-over = Take over { $about }
form-title-order-issue = Supervision order on { $about }
form-title-order-answer = Answer { $about }
form-title-order-send-back = Send the answer to { $about } back
form-title-order-withdraw = Withdraw { $about }
form-title-zero-report-file = Zero report { $about }
form-label-instruction = Order
form-label-answerer = Must answer
form-label-by-when = By when
form-advice-by-when = Choose one, or type a time: 04:30, +90 (minutes), 2h, 11-22 09:00.
form-wrong-not-ahead = This is no time to come. Write 04:30, +90 for in ninety minutes, 2h or 11-22 09:00.
form-by-hour = 1 h from now: { $when }
form-by-shift = End of the shift: { $when }
form-by-morning = Tomorrow 09:00: { $when }
form-answer-by = An answer is owed by { $when } then; else it comes back and waits again.
form-answer-is-owed = An answer to the one who raised it is owed then.
form-handed-up = Handed up: { $text }
form-ordered = Ordered: { $text }
form-sent-back = The last answer was sent back: { $text }
form-answered = Answered: { $text }
form-zero-report = { $post }: empty means nothing to report.
