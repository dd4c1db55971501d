# What the desk's own codes are called. Each family is found by its code; src/words/names.rs says how.

to-be-set = to be set
the-desk = the desk

# Where a report stands.

status-received = not accepted
status-accepted = accepted
status-dispatched = dispatched
status-in-progress = in progress
status-resolved = resolved
status-verified = verified
status-closed = closed
status-transferred = transferred
status-duplicate = duplicate
status-cancelled = cancelled
status-unfounded = unfounded
status-erased = erased

# The steps on a report, as something to do.

step-receive = enter
step-accept = accept
step-dispatch = dispatch
step-arrive = on scene
step-resolve = resolve
step-verify = verify
step-close = close
step-transfer = transfer
step-mark-duplicate = mark as duplicate
step-cancel = cancel
step-mark-unfounded = mark as unfounded
step-reopen = reopen
step-amend = correct
step-note = note
step-resend = send again
step-escalate = escalate
step-undo = undo
step-erase = erase

# What an officer is at the desk.

role-duty-officer = duty officer
role-shift-leader = shift leader
role-supervisor = supervisor
role-mediator = mediator
role-reviewer = reviewer
role-script = script
role-desk = the desk

# How a report reached the desk.

source-phone = phone
source-hotline = hotline
source-walk-in = walk-in
source-grid-worker = grid worker
source-patrol = patrol
source-alarm-phone = alarm phone
source-file-drop = file drop
source-other-desk = other desk
source-letter-or-visit = letter or visit

# How large a place is.

level-beat = beat
level-community = community
level-town = town
level-district = district

# Whom an escalation goes to.

target-beat = the beat officer
target-community = the community
target-town = the station
target-district = the district

# The deadline rules, by what is owed.

# Lights in words.

light-green = in time
light-amber = due soon
light-red = overdue

# Views of the list of reports.

view-open = open
view-mine = mine
view-waiting = not accepted
view-to-be-set = to be set
view-proposed = dispute proposed
view-all = all

# What a unit is doing.

unit-status-off = off
unit-status-available = available
unit-status-dispatched = dispatched
unit-status-on-scene = on scene
unit-status-returning = returning

# Where a handover stands.

handover-status-signed = signed, not accepted
handover-status-withdrawn = withdrawn
handover-status-sealed = sealed

# Why an item stands in a handover.

ground-open-urgent = open, urgent
ground-unacknowledged = not acknowledged
ground-may-turn-violent = may turn violent
ground-dispute-due = dispute with a date
ground-overdue = overdue
ground-supervision = supervision order
ground-zero-missing = zero report missing
item-carried = { $count ->
    [one] handed over once before
   *[other] handed over { $count } times before
}
ground-still-open = still open

# The station's code lists.

list-incident-type = incident types
list-priority = priorities
list-disposition = dispositions
list-answer = ways of answering
list-transfer-reason = reasons for a transfer
list-cancel-reason = reasons for cancelling
list-unfounded-reason = reasons for 'unfounded'
list-escalation-reason = reasons for escalating
list-reopen-reason = reasons for reopening

# Fields of forms and files.

field-narrative = narrative
field-place = place
field-caller-name = caller
field-caller-phone = phone number
field-other-name = other side
field-other-phone = phone number of the other side
field-type = type
field-priority = priority
field-beat = beat
field-event-time = time of the event
field-source-key = source number
field-result = result
field-note = note
field-disposition = disposition
field-answer = answer to the reporter
field-reason = reason
field-to = handed to
field-reply = reply
field-remark = remark
field-words = words on the shift
field-reservations = reservations
field-name = name
field-code = code
field-passphrase = passphrase
field-zone = time zone
field-status = status of a unit
field-measure = measure
field-said = what was said
field-terms = what was agreed
field-obligation = obligation
field-court = court
field-found = disputes found

# What is wrong with the desk: a sentence for the banner.

trouble-disk-full = The disk is full. Reading goes on, nothing can be recorded; free some space.
trouble-read-only = The desk's folder can't be written to. Reading goes on, nothing can be recorded.
trouble-write-failed = Recording failed. Reading goes on; what is marked 'not confirmed' may not be on record.
trouble-clock-back = The machine's clock went back. Check it; the desk's own clock goes on, and the journal keeps its order.
trouble-clock-forward = The machine's clock was set forward. Check it; the desk's own clock goes on, so that nothing is late too early.
trouble-spool-unreadable = The spool folder can't be read. No reports come in by file until it can.
trouble-notices-dead = Notices did not arrive. 'dutydesk outbox list' shows them; have them tried again or drop them.
trouble-desk-file-wrong = Something is wrong in 'desk.toml'; what stood there before holds, unless others can change the file. 'dutydesk doctor' says where.
trouble-broken = Something broke inside the desk. What was asked may not have been done; look before asking again.

step-link = link
step-decline-proposal = decline the proposed dispute
step-take-over = take over
step-supervise = give a supervision order
step-carry = hand over
field-instruction = instruction
trouble-rules = The deadline rules have problems; what is wrong in them is left out. See 'dutydesk rules check'.

# Where a supervision order stands.

supervision-status-open = not answered
supervision-status-answered = answered
supervision-status-withdrawn = withdrawn
supervision-status-erased = erased
