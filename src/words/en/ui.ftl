# The screens of the console: what stands around the records, and what it says about acts.

# Title, line to the desk, status line.

ui-title-station = { $station }
ui-title-shift = { $shift } { $from }-{ $until }
ui-title-clock = { $weekday } { $day } { $time }
ui-training = TRAINING
ui-too-small = This window is too small: the console needs { $columns } columns and { $rows } rows. Nothing is lost.
ui-loading = Asking the desk...
ui-nobody = Nobody is signed in at this console. Sign in with number and passphrase to see the desk.
ui-waiting-for-line = There is no line to the desk yet.
ui-line-opening = Connecting to the desk...
ui-line-down = No line to the desk; trying again. What you type is kept.
ui-line-down-since = No line to the desk since { $time }; trying again. What you type is kept.
ui-line-back = The line to the desk is back.
ui-parting-desk-stops = The desk was stopped. This console goes on when it is back; what you type is kept.
ui-parting-other-version = The desk runs version { $desk }, this console another. Leave it and start it again.
ui-parting-full = The desk has as many consoles as it takes. Close one elsewhere; this one tries again.
ui-parting-cut = The desk cut the line to this console; trying again. What you type is kept.
ui-intake-ok = intake ok
ui-intake-refused = { $count ->
    [one] { $count } file refused
   *[other] { $count } files refused
}
ui-intake-stopped = intake stopped
ui-online = { $count } online
ui-no-line-short = no line
ui-not-confirmed-count = { $count } not confirmed
ui-draft-report-new = Half-typed new report from { $time }: { $key } continues it.
ui-draft-report-quick = Half-typed one-line report from { $time }: { $key } continues it.
ui-handover-waiting = { $id }, signed { $time } by { $officer }, waits to be accepted: it stands under 'handovers'.
ui-drafts = { $count ->
    [one] One half-typed form is kept: { $form }. Opening it again continues it.
   *[other] { $count } half-typed forms are kept, the latest: { $form }. Opening one again continues it.
}
ui-keymap-problems = { $count ->
    [one] The keymap files have 1 problem; what is right in them counts. 'dutydesk keys check' lists it.
   *[other] The keymap files have { $count } problems; what is right in them counts. 'dutydesk keys check' lists them.
}
ui-keymap-read = The keymap files were read again.
ui-lines = lines { $first }-{ $last } of { $all }
ui-left-list = left this list
ui-arrivals = { $count } new

# Lights, what is due.

ui-light-p1 = P1 { $count }
ui-light-overdue = overdue { $count }
ui-light-to-acknowledge = to acknowledge { $count }
ui-light-missed = missed { $count }
ui-light-contacts = contacts { $count }
ui-due = due
ui-due-line = { $sign }{ $priority } { $id } { $rule }, { $due }
ui-due-nothing = Nothing is due.
ui-age-seconds = { $seconds } s
ui-age-none = <1m
ui-age-minutes = { $minutes }m
ui-age-hours = { $hours }h{ $minutes }
ui-age-whole-hours = { $hours }h
ui-age-days = { $days }d
ui-owed-rests = { $rule } put off
ui-owed-late = { $rule } late { $age }
ui-owed-left = { $rule } { $age }

# Panes.

ui-pane-reports = Reports { $count }
ui-pane-disputes = Disputes { $count }
ui-pane-patrol = Patrol { $count } out
ui-pane-people = People { $count }

# The line above a list, and what stands in an empty one.

ui-says-people = Persons to look in on
ui-says-patrol = { $count ->
    [one] { $count } unit, { $out } out
   *[other] { $count } units, { $out } out
}
ui-view-escalations = escalations
ui-view-escalations-waiting = waiting
ui-says-journal = Everything that happened, newest first
ui-view-draft = this shift
ui-view-handovers = handovers
ui-find = find:
ui-found = found: { $find }
ui-empty-live = No open reports.
ui-empty-reports = No reports in this view.
ui-empty-found = Nothing found. A number (031), a word, a place or part of a name finds reports.
ui-empty-disputes = No disputes in this view. Here stand the disputes that the station mediates, with what is owed next on each. The key of a new dispute enters one, on a report it is made from that.
ui-empty-disputes-pane = No unresolved disputes.
ui-empty-people = No persons at risk are on record at this desk. Here stand those whom the station has agreed to look in on, with the next contact that is owed. They can't be entered yet.
ui-empty-people-pane = No persons at risk are on record.
ui-empty-units = The station has no units. They are set up in station.toml.
ui-empty-escalations = Nothing has been handed up.
ui-empty-escalations-waiting = Nothing waits for an acknowledgement.
ui-empty-handovers = No handover has been signed yet.
ui-empty-draft = Nothing is to be handed over: no open reports, nothing overdue, no escalation that waits.
ui-empty-journal = The journal is empty.

# Names of columns: no wider than the column.

ui-col-time = time
ui-col-age = age
ui-col-priority = P
ui-col-number = number
ui-col-type = type
ui-col-what = where, what
ui-col-beat = beat
ui-col-unit = unit
ui-col-handler = handler
ui-col-status = status
ui-col-owed = next step
ui-col-on = report
ui-col-since = since
ui-col-check-in = last check-in
ui-col-category = category
ui-col-colour = care
ui-col-due = due
ui-col-to = to
ui-col-by = by
ui-col-reason = reason
ui-col-place = place
ui-col-seq = entry
ui-col-about = about
ui-col-fact = what happened
ui-col-day = day
ui-col-shift = shift
ui-col-items = items
ui-col-critical = critical
ui-col-signed = signed
ui-col-accepted = accepted
ui-about-setup = setup
ui-about-desk = desk
ui-place-gist = { $place }: { $gist }

# A record. Labels: at most 13 cells.

ui-label-owed = next step
ui-label-narrative = narrative
ui-label-place = place
ui-label-beat = beat
ui-label-caller = caller
ui-label-other = other side
ui-label-proposed = proposed
ui-label-disputes = disputes
ui-label-before = same two
ui-label-unknown = not known
ui-label-times = entered
ui-label-source = source
ui-label-repeated = repeated
ui-label-earlier = earlier
ui-label-first-handler = first handler
ui-label-unit = unit
ui-label-resolved = resolved
ui-label-result = result
ui-label-disposition = disposition
ui-label-verified = verified
ui-label-closed = closed
ui-label-exit = left the desk
ui-label-reopened = reopened
ui-label-escalation = escalation
ui-record-owed = { $light }: { $time }, { $due }. { $why }
ui-record-unknown = { $field }: '{ $given }' was given, which this desk doesn't know
ui-record-entered = { $entered } ({ $age } ago) by { $who }
ui-record-entered-late = happened { $event }, entered { $entered } ({ $age } ago) by { $who }
ui-not-told = not told
ui-record-resent = { $count ->
    [one] sent again once
   *[other] sent again { $count } times
}
ui-record-sent = { $unit }: sent { $sent }, not yet on scene
ui-record-arrived = { $unit }: sent { $sent }, on scene { $arrived }
ui-record-reopened = { $count ->
    [one] once
   *[other] { $count } times
}
ui-record-raised = { $id } to { $to }, { $stamp }: { $reason }. { $note }
ui-record-acknowledged = Acknowledged { $stamp }. { $reply }
ui-record-unacknowledged = Not acknowledged: { $due }.
ui-record-speeds = The three speeds
ui-record-timeline = Timeline, revision { $rev }
ui-speed-took = { $within }: took { $took }
ui-speed-running = { $within }: { $due }
ui-speed-none = { $within }: not begun

# Handing over. Labels: at most 13 cells.

ui-critical = critical
ui-no-remark = none yet
ui-draft-items = { $count ->
    [one] { $count } item, { $critical } critical
   *[other] { $count } items, { $critical } critical
}
ui-draft-numbers = { $count ->
    [one] report { $first }
   *[other] reports { $first } to { $last } ({ $count })
}
ui-draft-no-numbers = no reports this shift
ui-handover-heading = { $id }  { $shift } { $day }: { $status }
ui-handover-waits = { $count ->
    [0] waits for the incoming officer
    [one] waits for the incoming officer: 1 item to read back
   *[other] waits for the incoming officer: { $count } items to read back
}
ui-handover-next = { $owner }; next step by { $due }
ui-handover-remark = May go wrong: { $remark }
ui-handover-journal = entries { $first } to { $last }
ui-label-outgoing = outgoing
ui-label-incoming = incoming
ui-label-items = hands over
ui-label-remark = may go wrong
ui-label-words = the shift
ui-label-equipment = equipment
ui-label-reservations = reservations
ui-label-tallies = done
ui-label-journal = journal
ui-label-addendum = addendum
ui-equipment-there = { $item }: yes
ui-equipment-missing = { $item }: NO

# Signs in lists, as explained in help.

ui-signs = Signs in lists
ui-sign-cursor = The row that keys act on.
ui-sign-overdue = Overdue: the next step is late.
ui-sign-soon = Due soon.
ui-sign-rests = Put off, or its clock stands still: it comes back.
ui-sign-new = Came in while the list was on the screen; nobody here has looked at it yet.
ui-sign-marked = Marked: the next act is done on all marked reports.
ui-sign-escalated = Behind a number: handed up, and nobody has acknowledged it yet.
ui-sign-to-be-set = Type, priority or beat is still to be set.
ui-sign-gone = Has left this list; it goes from the screen when the cursor moves on.
ui-sign-other-day = A number of another duty day: of the 21st.
ui-sign-resent = Its source has sent it so many times.

# Receipts.

ui-done = Done.
ui-done-dispute = Done on { $id } at { $time }: { $step }.
ui-done-signed-in = { $officer } is at this console now.
ui-done-received = { $id } entered { $time }
ui-done-accepted = { $id } accepted { $time }
ui-done-dispatched = { $id }: { $unit } sent { $time }
ui-done-arrived = { $id }: { $unit } on scene { $time }
ui-done-unit-arrived = { $id }: the unit is on scene { $time }
ui-done-resolved = { $id } resolved { $time }; another officer verifies it
ui-done-verified = { $id } verified { $time }
ui-done-closed = { $id } closed { $time }
ui-done-transferred = { $id } transferred { $time }
ui-done-duplicate = { $id } marked as duplicate { $time }
ui-done-cancelled = { $id } cancelled { $time }
ui-done-unfounded = { $id } marked as unfounded { $time }
ui-done-reopened = { $id } open again { $time }
ui-done-noted = Note on { $id } recorded { $time }
ui-done-amended = { $id } corrected { $time }; the old words stay on record
ui-done-proposal-declined = { $id }: no dispute is made of it { $time }; another call proposes one anew
ui-done-undone = { $id }: last step taken back { $time }
ui-done-erased = { $id } erased { $time }
ui-done-escalated = { $id } handed up as { $escalation } { $time }; waits for an acknowledgement
ui-done-acknowledged = { $id } acknowledged { $time }
ui-done-unit-status = { $unit }: { $status } { $time }
ui-done-check-in = { $unit } checked in { $time }
ui-done-signed = { $id } signed { $time }; the incoming officer reads back and accepts
ui-done-sealed = { $id } accepted and sealed { $time }
ui-done-withdrawn = { $id } withdrawn { $time }
ui-done-added = Addendum to { $id } recorded { $time }
ui-done-exported = Written to { $file }
ui-not-exported = '{ $file }' could not be written: { $why }
ui-not-done = Not recorded. { $why }
ui-not-confirmed = Not confirmed: the desk can't say yet whether it was recorded. It asks again by itself.
ui-waits-for-line = Not sent yet: it goes out when the line is back.

# Marked reports.

ui-marked = { $number } marked
ui-marked-label = { $label } ({ $number } marked)
ui-marked-accepted = { $count ->
    [one] 1 report accepted
   *[other] { $count } reports accepted
}
ui-marked-resolved = { $count ->
    [one] 1 report resolved
   *[other] { $count } reports resolved
}
ui-marked-verified = { $count ->
    [one] 1 report verified
   *[other] { $count } reports verified
}
ui-marked-closed = { $count ->
    [one] 1 report closed
   *[other] { $count } reports closed
}
ui-marked-transferred = { $count ->
    [one] 1 report transferred
   *[other] { $count } reports transferred
}
ui-marked-duplicate = { $count ->
    [one] 1 report marked as duplicate
   *[other] { $count } reports marked as duplicate
}
ui-marked-cancelled = { $count ->
    [one] 1 report cancelled
   *[other] { $count } reports cancelled
}
ui-marked-unfounded = { $count ->
    [one] 1 report marked as unfounded
   *[other] { $count } reports marked as unfounded
}
ui-marked-reopened = { $count ->
    [one] 1 report open again
   *[other] { $count } reports open again
}
ui-marked-noted = { $count ->
    [one] 1 report noted
   *[other] { $count } reports noted
}
ui-marked-escalated = { $count ->
    [one] 1 report handed up
   *[other] { $count } reports handed up
}
ui-marked-done = { $count ->
    [one] 1 report done
   *[other] { $count } reports done
}
ui-marked-some = { $done }; { $count } refused: { $why }
ui-marked-none = { $count ->
    [1] 1 refused: { $why }
   *[other] All { $count } refused: { $why }
}
ui-refused-short = { $ids }{ $more } ({ $why })
ui-refused-whole = { $ids }{ $more }: { $why }
ui-refused-and = { $first }; { $next }
ui-refused-yours = yours already
ui-refused-theirs = { $officer } has it

# Why something can't be done now.

ui-no-key = '{ $keys }' does nothing here.
ui-no-paste = There is no field to paste into here.
ui-no-line = There is no line to the desk; this goes when it is back.
ui-no-keep = The desk can't keep what is typed now: save the form, or keep this console open.
ui-no-answer = The desk could not answer; the screen shows what it knew before.
ui-no-quit = { $count ->
    [one] One act is not confirmed yet. Press { $key } again to leave all the same.
   *[other] { $count } acts are not confirmed yet. Press { $key } again to leave all the same.
}
ui-no-officer = Nobody is signed in at this console; sign in first.
ui-no-figures = The figures screen is not part of this version yet.
ui-no-back = This is the desk screen; there is nothing to go back to.
ui-no-panes = Only the desk screen has panes.
ui-no-views = This screen has only one view.
ui-no-form = No form is open.
ui-no-menu = No list of choices is open.
ui-no-open-here = This is the whole record.
ui-no-open-unit = This unit is on no report.
ui-no-open-handover = Open the handover first.
ui-no-open-entry = This entry is about nothing that can be opened.
ui-no-row = There is nothing under the cursor.
ui-no-mark-here = Marks are for the rows of a list; this is one record.
ui-no-marked-dispatch = A unit is on one report at a time: send units one by one. Esc clears the marks.
ui-no-marked-arrive = Which unit is on scene is recorded report by report. Esc clears the marks.
ui-no-marked-amend = Reports are corrected one by one. Esc clears the marks.
ui-no-marked-undo = Each report has a last step of its own: take them back one by one. Esc clears the marks.
ui-no-report = There is no report under the cursor.
ui-no-unit = There is no unit under the cursor.
ui-no-escalation = There is no escalation under the cursor.
ui-no-handover = There is no handover under the cursor.
ui-no-draft = Signing is for this shift's handover: show 'this shift' first.
ui-no-draft-item = Remarks are for the items of 'this shift', before it is signed.
ui-no-withdrawn = This handover was withdrawn.
ui-no-unanswered = The last act on { $id } is not answered yet.
ui-no-under-overlay = Close what is open first.
ui-no-while-finding = Finish finding first: enter keeps it, esc lets it go.
ui-done-answered = { $id } answered { $time }
ui-done-taken-over = { $id } taken over { $time }
ui-put-off = back { $time }
