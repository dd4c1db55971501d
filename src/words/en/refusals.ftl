# When a rule says no: what is so, then what to do next. No personal data, only numbers, codes and officers.

refusal-not-found = There is no '{ $what }' at this desk. Check the number; the lists show those that there are.
refusal-role-may-not = As { $role } you may not { $asked }. Ask an officer whose role allows it.
refusal-not-signed-in = Nobody has signed in here yet. Sign in with your number and passphrase.
refusal-no-officer = The account with number { $uid } is no officer at this desk. Sign in with number and passphrase, or ask a supervisor to enter the account for an officer.

# A step that doesn't fit. First what can't be done, then where the report stands, then what is next.

refusal-no-proposal = No dispute is proposed because of { $id }. The view 'dispute proposed' has the reports that propose one.
refusal-wrong-step = { $cannot }: it is { $status }. { $next }
cannot-receive = { $id } can't be entered again
cannot-accept = { $id } can't be accepted
cannot-dispatch = No unit can be sent to { $id }
cannot-arrive = No unit can be recorded on scene at { $id }
cannot-resolve = { $id } can't be resolved
cannot-verify = { $id } can't be verified
cannot-close = { $id } can't be closed
cannot-transfer = { $id } can't be transferred
cannot-mark-duplicate = { $id } can't be marked as a duplicate
cannot-cancel = { $id } can't be cancelled
cannot-mark-unfounded = { $id } can't be marked as unfounded
cannot-reopen = { $id } can't be reopened
cannot-amend = { $id } can't be corrected
cannot-note = No note can be added to { $id }
cannot-resend = { $id } can't be counted as sent again
cannot-escalate = { $id } can't be escalated
cannot-undo = No step of { $id } can be taken back
cannot-erase = { $id } can't be erased
next-received = Accept it first.
next-accepted = Send a unit, or resolve it when none is needed.
next-dispatched = Record the unit on scene, or resolve it.
next-in-progress = Resolve it first.
next-resolved = Another officer must verify it first.
next-verified = It can be closed now.
next-closed = Reopen it if there is more to do.
next-transferred = Reopen it if it is ours after all.
next-duplicate = Go on with the report that it is a duplicate of, or reopen this one.
next-cancelled = Reopen it if it is needed after all.
next-unfounded = Reopen it if there was something after all.
next-erased = Only its figures are left.
next-still-open = It is still open, so go on with it as it is.

# Somebody was faster, or the step was done before.

refusal-already-accepted = { $who } accepted { $id } at { $when }. Leave it to them, or add what you know as a note.
refusal-already-done = { $done }. Nothing was changed; look at the record for what is next.
refusal-changed-since = { $done }, after your screen showed it. Look at it again before you act.
done-receive = { $who } entered { $id } at { $when }
done-accept = { $who } accepted { $id } at { $when }
done-dispatch = { $who } sent a unit to { $id } at { $when }
done-arrive = { $who } recorded a unit on scene at { $id } at { $when }
done-resolve = { $who } resolved { $id } at { $when }
done-verify = { $who } verified { $id } at { $when }
done-close = { $who } closed { $id } at { $when }
done-transfer = { $who } transferred { $id } at { $when }
done-mark-duplicate = { $who } marked { $id } as a duplicate at { $when }
done-cancel = { $who } cancelled { $id } at { $when }
done-mark-unfounded = { $who } marked { $id } as unfounded at { $when }
done-reopen = { $who } reopened { $id } at { $when }
done-amend = { $who } corrected { $id } at { $when }
done-note = { $who } added a note to { $id } at { $when }
done-resend = The source of { $id } sent it again at { $when }
done-escalate = { $who } escalated { $id } at { $when }
done-undo = { $who } took back a step of { $id } at { $when }
done-erase = { $who } erased { $id } at { $when }
done-changed = { $who } changed { $id } at { $when }

# Verifying and closing.

refusal-own-work = You resolved { $id } yourself. Ask another officer to verify it.
refusal-needs-disposition = { $id } has no disposition yet. Choose one, then close it.
refusal-needs-answer = It is not said how the reporter of { $id } was answered. Choose the way, then close it.

# Codes, beats and units.

refusal-unknown-code = '{ $code }' is not among the { $list }. { $choices }
refusal-unknown-beat = There is no beat '{ $code }'. { $choices }
refusal-unknown-unit = There is no unit '{ $code }'. { $choices }
refusal-choices = Choose one of these: { $choices }.
refusal-choices-and-more = Choose one of these: { $choices }, or one of { $more } more.
refusal-no-choices = The station has none set up yet; a supervisor can do that.
refusal-unit-off = { $unit } is not on duty. Send another unit, or set it to 'available' first.
refusal-unit-already-sent = { $who } sent { $unit } to this report at { $when }. Nothing was changed; send another unit if one more is needed.
refusal-unit-busy = { $unit } is on { $on }, and its status follows from that report. Send another unit, or finish { $on } first.
refusal-unit-not-on-its-way = { $unit } is not on its way to { $id }: it was not sent there, or has arrived. Send it first, or name the unit that is meant.
refusal-which-unit = Several units are on their way: { $units }. Say which one is on scene.

# Fields.

refusal-empty = The field '{ $field }' is empty. Fill it in.
refusal-too-long = The field '{ $field }' may have at most { $max } characters. Shorten it; the rest can go into a note.
refusal-bad-value = '{ $value }' is no good for the field '{ $field }'. { $hint }
refusal-event-in-future = The time of the event is later than now. Check date and time.
value-priority = It must be P1, P2, P3 or P4.
value-event-time = It is written like 2026-11-21T22:46:00+08:00.
value-code = Use letters a to z, digits, '-' and '_' only, and no name that the desk keeps for itself.
value-zone = It must be a time zone such as Asia/Shanghai.
value-status = A unit is set to 'available', 'returning' or 'off'; the rest follows from its reports.
value-other = Correct it.

# Duplicates, taking back, erasing.

refusal-not-a-duplicate-of = A report can't be a duplicate of { $of }: that is the report itself, or a duplicate too. Name the original.
refusal-nothing-to-undo = There is nothing of yours to take back on { $id }. Only your own last step can be taken back, within { $span }; closing and reopening stay.
refusal-still-open = { $id } is still open, so it can't be erased. Close it first.

# Escalations.

refusal-already-acknowledged = { $who } acknowledged { $id } at { $when }. Nothing is left to do on it.
refusal-own-escalation = You raised { $id } yourself. Somebody else must acknowledge it.
refusal-escalation-waiting = { $id } is already waiting to be acknowledged. Chase that one, or escalate to a higher level.

# Passphrases.

refusal-passphrase-wrong = The passphrase of { $officer } is wrong, or none was set. Try again, or ask a supervisor to set one.
refusal-passphrase-short = A passphrase needs at least { $min } characters. Choose a longer one.

# Handover.

refusal-same-officer = Outgoing and incoming must be two officers. Let the one who takes over accept.
refusal-handover-waiting = { $id } is still waiting to be accepted. Accept or withdraw it before signing the next one.
refusal-not-read-back = These critical items were not read back: { $items }. Read each one back, then accept.
refusal-equipment-blank = The equipment list has blanks. Answer yes or no for every item.
refusal-sealed = { $id } is no longer waiting to be accepted: it is sealed or withdrawn. Add to a sealed one; sign a new one in place of a withdrawn one.
refusal-not-sealed = { $id } is not sealed. Only a sealed handover can be added to.
refusal-not-yours = { $id } was signed by { $officer }. Only that officer can withdraw it.

# The clock of a training desk, and the setup.

refusal-training-only = This works on a training desk only. This desk is in service.
refusal-clock-backward = The clock of a training desk only moves forward. Give a later time.
refusal-training-is-fixed = Whether this is a training desk can't be changed. Make a new desk instead.
refusal-dangling = '{ $key }' names '{ $names }', which is not set up, no longer in use, or not of a larger kind. Set that up first, or name another.
refusal-last-supervisor = The desk would be left without a supervisor. Make another officer supervisor first.
refusal-notice-not-open = No notice '{ $id }' waits or is a dead letter. 'dutydesk outbox list' shows those that do.
refusal-in-use = '{ $key }' can't be retired: '{ $by }' names it. Change '{ $by }' first.
refusal-in-use-desk = The station itself can't be retired. Change it instead.

# Deadlines, supervision orders and zero reports.

cannot-link = { $id } can't be linked
cannot-decline-proposal = Nothing can be declined on { $id }
cannot-take-over = { $id } can't be taken over
cannot-supervise = No supervision order can be given on { $id }
cannot-carry = { $id } can't be carried over
done-link = { $who } linked { $id } at { $when }
done-decline-proposal = { $who } declined what { $id } proposed at { $when }
done-take-over = { $who } took { $id } over at { $when }
done-supervise = { $who } gave a supervision order on { $id } at { $when }
done-carry = { $id } was handed over at { $when } to { $who }
refusal-not-owed = '{ $rule }' is not owed on { $id }. Look at the record for what is.
refusal-snooze-past = That time has passed. Put it off until a time that is still to come.
refusal-snooze-too-long = It can be put off for { $span } at most. Choose an earlier time.
refusal-snooze-urgent = { $id } is danger to life and nobody has taken it. Accept it; it can't be put off.
refusal-not-snoozed = '{ $rule }' on { $id } was not put off. It is in the queue as it is.
refusal-no-extension = '{ $rule }' can't be extended. Do it, or hand it up.
refusal-extended = '{ $rule }' can be extended by { $days } in all and { $times } times at most. Choose fewer days, or leave it.
refusal-needs-consent = '{ $rule }' can be extended only when everyone concerned agrees. Ask them, then say that they agreed.
refusal-not-pausable = The clock of '{ $rule }' can't be stopped. Put it off instead, with a time.
refusal-already-paused = { $who } stopped this clock of { $id } at { $when }. Let it go on first.
refusal-not-paused = The clock of '{ $rule }' on { $id } is not stopped. It runs on.
refusal-already-answered = { $who } settled { $id } at { $when }. Nothing was changed.
refusal-already-yours = { $id } is yours already. Go on with it.
refusal-due-past = That time has passed. Choose a time that is still to come.
refusal-not-answered = { $id } has no answer that could be sent back. Wait for one, or withdraw the order.
refusal-unknown-post = There is no post '{ $code }'. { $choices }
