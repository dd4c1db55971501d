# Forms, pickers, palette, help and the which-key popup.
# A title's variable is the record or the unit that it is about.

form-title-report-new = New report
form-title-report-quick = Report in one line
form-title-report-amend = Correct { $about }
form-title-report-resolve = { $about } is dealt with
form-title-report-close = Close { $about }
form-title-report-transfer = { $about } is not ours
form-title-report-duplicate = { $about } is a duplicate
form-title-report-cancel = Cancel { $about }
form-title-report-unfounded = { $about } is unfounded
form-title-report-reopen = Open { $about } again
form-title-report-note = Note on { $about }
form-title-report-escalate = Escalate { $about }
form-title-escalation-acknowledge = Acknowledge { $about }
form-title-unit-check-in = Check-in of { $about }
form-title-handover-sign = Sign the handover
form-title-handover-remark = What may go wrong with { $about }
form-title-handover-accept = Take over { $about }
form-title-handover-addendum = Add to { $about }
form-title-sign-in = Sign in
form-marked = { $count ->
    [one] { $count } marked report
   *[other] { $count } marked reports
}

# Labels of fields: at most 14 cells, a form stands on 80 columns.

form-label-narrative = What happened
form-label-place = Place
form-label-caller-name = Caller
form-label-caller-phone = Phone
form-label-other-name = Other side
form-label-other-phone = Other's phone
form-label-type = Type
form-label-priority = Priority
form-label-beat = Beat
form-label-event-time = Happened at
form-label-result = What was done
form-label-note = Note
form-label-disposition = Disposition
form-label-answer = Reporter told
form-label-reason = Reason
form-label-to = Handed to
form-label-reply = Reply
form-label-remark = Remark
form-label-words = The shift
form-label-reservations = Reservations
form-label-passphrase = Passphrase
form-label-source = Source
form-label-level = To
form-label-duplicate-of = Same as
form-label-officer = Officer

form-priority-p1 = danger to life
form-priority-p2 = urgent
form-priority-p3 = attendance needed
form-priority-p4 = no attendance needed

# Inside a field.

form-proposed = ~ { $choice } (proposed; delete to refuse)
form-to-be-set = to be set
form-yes = yes
form-no = no
form-time-now = = now
form-time-how = ? 22:10 or -10
form-ahead-how = ? 14:00, 11-25 14:00
form-money-how = ? 1200 or 1200.50
form-by-day-how = ? 12-31, 30d, 11-25 14:00

# The line at the foot: what can be typed here.

form-advice-choice = Type a code or a name; space for the list.
form-advice-time = Empty is now. 22:10, -10 (minutes ago), 11-20 22:10, or in full.
form-advice-yes-no = y or n; nothing may be left blank.
form-advice-ahead = A time to come: 14:00, 11-25 14:00, 2h, or in full.
form-advice-by-day = A day or a time to come: 12-31, 30d (in 30 days), 11-25 14:00, or in full.
form-advice-money = An amount: 1200 or 1200.50; empty is none.
form-advice-record = The number, in full or its end: 31 is R-031 of today, d7 is D-007, 20/31 of the 20th.
form-advice-ticks = A number ticks, and once more unticks; so does the space key where the cursor stands.
form-advice-number = The number, in full or its end: 31 is R-031 of the same duty day, 20/31 of the 20th.

# The one line: what it says, and what can stand in it.

form-quick-no-priority = priority to be set
form-quick-no-type = type to be set
form-quick-beat-to-be-set = beat to be set
form-quick-place = place { $place }
form-quick-phone = phone { $phone }
form-quick-how = p1-p4  type  @beat  #place,  tel:number  and what happened. ~ is proposed.
form-quick-no-beat = The station has no beat '{ $beat }': the report is entered, its beat is to be set.

# The line at the foot: what happened to the form.

form-left-out = { $count ->
    [one] One control character was left out.
   *[other] { $count } control characters were left out.
}
form-restored = Kept from { $time }.
form-restored-keys = Kept from { $time }. { $keys } empties the form.
form-theirs = Another officer made this '{ $text }' meanwhile. Saving puts yours in its place.
form-theirs-by = { $who } made this '{ $text }' meanwhile. Saving puts yours in its place.
form-emptied = The form is empty. Clearing once more brings everything back.
form-waiting = Saving ...
form-unanswered = Not confirmed: the desk didn't answer. Save again; it is never done twice.
form-save-pending = Not confirmed yet; it is asked for again by itself. Don't enter it a second time.
form-draft-kept = The draft is kept ({ $form }); the same key opens it again.

# What keeps a form from being saved.

form-wrong-empty = This must be filled in.
form-wrong-no-words = Say in a few words what happened.
form-wrong-choice = This is none of the choices; type another one, or Esc to leave it.
form-wrong-several = Several match: go to one with the arrow keys and press Enter, or type more.
form-wrong-time = This is no time. Write 22:10, -10 for ten minutes ago, or 2026-11-21 22:10.
form-wrong-ahead = This lies ahead of the clock; an event can't be later than now.
form-wrong-day-ahead = This is no day and no time to come. Write 12-31, 30d for in 30 days, or 2026-12-31 14:00.
form-wrong-money = This is no amount. Write 1200 or 1200.50.
form-wrong-record = This is no number of a report or a dispute. They look like R-20261121-031 and D-20261121-007.
form-wrong-nothing-agreed = Nothing is agreed yet: enter an obligation, or write below what was agreed.
form-wrong-lines = A form has at most { $most } of these lines; enter the others afterwards.
form-wrong-number = This is no report number. They look like R-20261121-031; 31 will do.
form-wrong-own-number = A report can't be a duplicate of itself.
form-wrong-blank = Answer y or n; nothing may be left blank.
form-wrong-cant-empty = This can be changed, but not emptied.
form-wrong-unchanged = Nothing was changed.
form-wrong-full = That doesn't fit: at most { $max } characters. Nothing of it was taken.

# Pickers.

form-menu-filter = Find:
form-menu-nothing = Nothing matches.
form-menu-dispatch = Send to { $id }
form-menu-arrive = On scene at { $id }
form-menu-unit-status = What is { $unit } doing?
form-menu-off = This unit is off duty.
form-menu-sent = This unit was sent to this report already.
form-menu-busy = This unit is on { $id }.
form-menu-same-status = It is doing that already.

# The palette, help, the which-key popup, the typed confirmation.

form-palette = Commands
form-help = Keys
form-help-more = more below
form-which = { $keys } ...
form-which-more = { $count ->
    [one] one more key
   *[other] { $count } more keys
}
form-confirm = This can't be undone
form-confirm-type = To go on, type: { $word }
form-confirm-wrong = That is not '{ $word }'. Nothing was done.
