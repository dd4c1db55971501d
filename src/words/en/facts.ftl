# What happened, one line each: of a timeline, of the journal. No full stop at the end.

between = {", "}
fact-between = {"; "}
fact-with = { $sentence }: { $details }
fact-gone = { $who }: { $kind } (content erased)

fact-report-received = { $who } entered it ({ $source })
fact-report-resent = sent again by its source
fact-report-accepted = { $who } accepted it
fact-report-dispatched = { $who } sent { $unit }
fact-report-arrived = { $who } recorded { $unit } on scene
fact-report-resolved = { $who } resolved it
fact-report-verified = { $who } verified it
fact-report-closed = { $who } closed it
fact-report-answered = reporter answered: { $answer }
fact-report-transferred = { $who } transferred it to { $to }
fact-report-marked-duplicate = { $who } marked it as a duplicate of { $of }
fact-report-cancelled = { $who } cancelled it
fact-report-marked-unfounded = { $who } marked it as unfounded
fact-report-reopened = { $who } reopened it
fact-report-noted = { $who } noted
fact-report-amended = { $who } corrected
fact-report-amended-value = { $field } { $value }
fact-report-undone = { $who } took back
fact-report-escalated = { $who } escalated it to { $target } ({ $escalation })
fact-report-erased = { $who } erased what was told and written about it

fact-escalation-raised = { $who } escalated { $on } to { $target }
fact-escalation-acknowledged = { $who } acknowledged it
fact-escalation-erased = { $who } erased the words of the escalation on { $on }

fact-unit-status-changed = { $who } set { $unit } to '{ $status }'
fact-unit-status-changed-on = { $who } set { $unit } to '{ $status }' on { $on }
fact-unit-checked-in = { $who } recorded that { $unit } checked in

fact-handover-signed = { $count ->
    [one] { $who } signed the handover with one item, { $critical } critical
   *[other] { $who } signed the handover with { $count } items, { $critical } critical
}
fact-handover-accepted = { $who } accepted the handover
fact-handover-reserved = { $who } accepted the handover with reservations
fact-handover-withdrawn = { $who } withdrew the handover
fact-handover-added = { $who } added

fact-setup-set = { $who } changed the setup
fact-setup-retired = { $who } retired from the setup
fact-setup-passphrase-set = { $who } set the passphrase of { $officer }

fact-desk-started = the desk came up, version { $version }
fact-desk-stopped = the desk went down in order
fact-desk-clock-set = { $who } set the training clock to { $when }
fact-desk-file-refused = file '{ $file }' refused
fact-desk-file-refused-line = file '{ $file }' refused at line { $line }
fact-desk-denied = { $who } was denied
fact-desk-notice-dead = { $count ->
    [one] notice { $id } did not arrive after { $count } try
   *[other] notice { $id } did not arrive after { $count } tries
}
fact-desk-notice-retried = { $who } had notice { $id } tried again
fact-desk-notice-dropped = { $who } gave up notice { $id }
fact-desk-clock-stepped = the machine's clock was set forward by { $by }
fact-desk-clock-stepped-back = the machine's clock was set back by { $by }
fact-desk-notice-tested = { $who } sent a notice as a test

# Deadlines, supervision orders and zero reports.

fact-report-taken-over = { $who } took it over
fact-report-supervised = { $who } put it under supervision order { $order }
fact-report-proposal-declined = { $who } declined the proposed dispute
fact-report-linked = { $who } linked it to { $dispute }
fact-report-carried = It went to the next shift with { $handover }
fact-escalation-expired = The acknowledgement expired without an answer; it waits again
fact-escalation-answered = { $who } answered it
fact-escalation-taken-over = { $who } took the report over
fact-deadline-amber = Due soon: { $rule }
fact-deadline-overdue = Overdue: { $rule }
fact-deadline-told = { $to } told: { $rule } is late
fact-deadline-told-again = { $to } told again ({ $time } times): { $rule } is late
fact-deadline-snoozed = { $who } put off { $rule } until { $until }
fact-deadline-returned = It came back: { $rule }
fact-deadline-extended = { $who } gave { $days } more for { $rule }
fact-deadline-extended-agreed = { $who } gave { $days } more for { $rule }, everyone concerned agreed
fact-deadline-paused = { $who } stopped the clock of { $rule }
fact-deadline-resumed = { $who } let the clock of { $rule } go on
fact-supervision-issued = { $who } ordered on { $on }: answer by { $to } until { $by }
fact-supervision-answered = { $who } answered it
fact-supervision-sent-back = { $who } sent the answer back; another until { $by }
fact-supervision-withdrawn = { $who } took it back
fact-supervision-erased = { $who } erased the words of the order on { $on }
fact-zero-expected = Zero report of { $post } expected until { $by }
fact-zero-filed = { $who } put in: nothing to report
fact-zero-filed-words = { $who } put in the zero report
