# Documents: handovers and ledgers as text, Markdown and CSV.

doc-training = TRAINING DESK: nothing in this document is real
doc-yes = yes
doc-no = NO
doc-none = none
doc-nothing-noted = nothing noted
doc-read = yes
doc-not-read = NOT READ BACK
doc-label = { $label }:

# The handover. Its parts are those of I-PASS: illness severity, patient summary, actions, situation awareness, synthesis.

doc-title = Handover { $id }
doc-title-draft = Handover, not signed
doc-draft-unsigned = DRAFT: collected by the desk, signed by nobody
doc-draft-signed = DRAFT: signed by the outgoing officer, not accepted yet
doc-withdrawn = WITHDRAWN by the outgoing officer: not in force

doc-station = Station
doc-day = Duty day
doc-shift = Shift
doc-shift-span = { $shift }, { $from } to { $until }
doc-collected = Collected at
doc-status = Status
doc-outgoing = Outgoing
doc-incoming = Incoming
doc-signed-at = { $who }, signed { $when }
doc-accepted-at = { $who }, accepted { $when }
doc-open-signature = not signed

doc-critical = Critical items: { $count }
doc-others = Other items: { $count }
doc-left-out = { $count ->
    [one] One more open report is not listed here; the list of open reports has it.
   *[other] { $count } more open reports are not listed here; the list of open reports has them.
}
doc-item = { $id }  { $priority }  { $type }  { $status }
doc-item-on-dispute = { $id }  { $priority }  { $status }; on dispute { $on }
doc-item-escalation = { $id }  { $priority }  { $type }  escalation; its report is { $status }
doc-ground = Severity
doc-ground-critical = { $ground }; critical
doc-place = Place
doc-summary = Summary
doc-item-other = { $id }  { $status }
doc-action = Next action
doc-besides = Also
doc-action-by = { $action }; { $owner }; by { $when } ({ $due })
doc-action-open = { $action }; { $owner }; no time set
doc-action-none = none; { $owner }
doc-risk = May go wrong
doc-read-back = Read back

doc-equipment = Equipment and keys
doc-words = The outgoing officer's words on the shift
doc-reservations = Accepted with reservations
doc-figures = Figures of the shift
doc-numbers = Report numbers
doc-numbers-span = { $first } to { $last }, { $count } in all
doc-journal = Journal entries
doc-journal-span = { $first } to { $last }
doc-addenda = Addenda
doc-addendum = { $who }, { $when }
doc-signatures = Signatures

# The ledger of reports.

ledger-title = Ledger of reports, { $station }
ledger-count = { $count ->
    [one] One report
   *[other] { $count } reports
}
ledger-station = station
ledger-training = { $station } (TRAINING)
ledger-id = number
ledger-status = status
ledger-priority = priority
ledger-type = type
ledger-beat = beat
ledger-place = place
ledger-source = source
ledger-event = event
ledger-received = entered
ledger-accepted = accepted
ledger-sent = unit sent
ledger-arrived = on scene
ledger-handler = handler
ledger-unit = unit
ledger-resends = sent again
ledger-gist = narrative, beginning

# The agreement of a dispute.

doc-agreement-title = Mediation agreement
doc-agreement-title-oral = Record of an oral mediation agreement
doc-agreement-replaced = REPLACED by a later agreement: no longer in force
doc-agreement-number = Number
doc-agreement-nth = { $id }, agreement { $n }
doc-agreement-category = Category
doc-agreement-made = Made at
doc-agreement-form = Form
doc-agreement-parties = Parties
doc-agreement-party = { $n }. { $name } ({ $role })
doc-agreement-address = Address
doc-agreement-phone = Telephone
doc-agreement-represented = Represented by
doc-agreement-dispute = The dispute
doc-agreement-narrative = In short
doc-agreement-mediation = The mediation
doc-agreement-sitting = Sitting { $n }
doc-agreement-sat = { $when }; mediated by { $mediators }; present: { $came }
doc-agreement-terms = What was agreed
doc-agreement-assent = Of their own free will { $parties } agreed:
doc-agreement-no-obligations = Everything was done on the spot; no obligation is open.
doc-agreement-obligation = Obligation { $n }
doc-agreement-who = Who
doc-agreement-what = What
doc-agreement-by = By
doc-agreement-at-once = at once
doc-agreement-amount = Amount
doc-agreement-court = Within { $within }, up to { $until }, all parties together may ask a court to confirm this agreement ({ $source }).
doc-agreement-mediator = mediator
doc-agreement-date = date
