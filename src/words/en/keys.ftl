# Actions: a label of at most 12 cells for the hint bar, and a line that explains it.
# The ids follow the table in src/keys/action.rs; a test compares them.

action-help = help
action-help-help = Shows what can be done here, with its keys.
action-palette = commands
action-palette-help = Runs any action by its name.
action-find = find
action-find-help = Finds reports by number, word, place or time.
action-back = back
action-back-help = Goes one step back.
action-undo = undo
action-undo-help = Takes the last act back, where it can be taken back.
action-report-new = new report
action-report-new-help = Logs a call.
action-report-quick = one line
action-report-quick-help = Enters a report in one line, over whatever is shown.
action-screen-desk = desk
action-screen-desk-help = Shows reports, disputes, patrol and people at once.
action-screen-reports = reports
action-screen-reports-help = Shows the reports.
action-screen-disputes = disputes
action-screen-disputes-help = Shows the disputes in mediation.
action-screen-patrol = patrol
action-screen-patrol-help = Shows the units, their rounds and checkpoints.
action-screen-people = people
action-screen-people-help = Shows the persons to look in on.
action-screen-escalations = escalations
action-screen-escalations-help = Shows what was handed up and what waits for an acknowledgement.
action-screen-handover = handover
action-screen-handover-help = Shows the handover of this shift and the earlier ones.
action-screen-journal = journal
action-screen-journal-help = Shows everything that happened, as recorded.
action-screen-figures = figures
action-screen-figures-help = Shows the figures of the station.
action-screen-due = due
action-screen-due-help = Shows everything that is owed, in one order, and why.
action-sign-in = sign in
action-sign-in-help = Lets another officer sit down at this console.
action-language = language
action-language-help = Changes between English and Chinese.
action-repaint = repaint
action-repaint-help = Draws the whole screen again.
action-reload-keys = reload keys
action-reload-keys-help = Reads the keymap files again.
action-quit = quit
action-quit-help = Leaves the console; the desk goes on.

action-up = up
action-up-help = Moves up one line.
action-down = down
action-down-help = Moves down one line.
action-page-up = page up
action-page-up-help = Moves up one page.
action-page-down = page down
action-page-down-help = Moves down one page.
action-top = first
action-top-help = Moves to the first line.
action-bottom = last
action-bottom-help = Moves to the last line.
action-open = open
action-open-help = Opens the record with its timeline.
action-zoom = zoom
action-zoom-help = Gives this pane the whole screen, or puts it back.
action-next-pane = next pane
action-next-pane-help = Moves to the next pane.
action-previous-pane = prev pane
action-previous-pane-help = Moves to the previous pane.
action-next-view = next view
action-next-view-help = Shows the next choice of the list: open, all, mine and so on.
action-previous-view = prev view
action-previous-view-help = Shows the previous choice of the list.

action-report-accept = accept
action-report-accept-help = Takes the report on: the desk answers for it from now.
action-report-dispatch = dispatch
action-report-dispatch-help = Sends a unit to the report.
action-report-arrive = on scene
action-report-arrive-help = Records that the unit is on scene.
action-report-resolve = resolve
action-report-resolve-help = Records that the matter is dealt with, and how.
action-report-verify = verify
action-report-verify-help = Confirms what another officer resolved.
action-report-close = close
action-report-close-help = Closes the report with its disposition and how the reporter was answered.
action-report-escalate = escalate
action-report-escalate-help = Hands the report up with a reason and waits for an acknowledgement.
action-report-note = note
action-report-note-help = Adds a note to the timeline.
action-report-amend = amend
action-report-amend-help = Corrects what is written in the report; the old words stay on record.
action-report-transfer = transfer
action-report-transfer-help = Passes on a report that is not ours, and says to whom.
action-report-duplicate = duplicate
action-report-duplicate-help = Marks the report as a duplicate of another one.
action-report-cancel = cancel
action-report-cancel-help = Ends a report that is no longer needed, with a reason.
action-report-unfounded = unfounded
action-report-unfounded-help = Ends a report that proved to be unfounded.
action-report-reopen = reopen
action-report-reopen-help = Opens an ended report again; its history stays.
action-report-mark = mark
action-report-mark-help = Marks the report, or takes the mark away; acts go to all marked reports.
action-report-mark-all = mark all
action-report-mark-all-help = Marks all reports that are shown; once more takes the marks away.

action-unit-status = status
action-unit-status-help = Sets what the unit does: available, dispatched, on scene, returning, off.
action-unit-check-in = check in
action-unit-check-in-help = Records that the unit called in.

action-escalation-acknowledge = acknowledge
action-escalation-acknowledge-help = Confirms that the escalation was seen and taken on.

action-handover-read-back = read back
action-handover-read-back-help = Records that the incoming officer read this item back.
action-handover-remark = remark
action-handover-remark-help = Adds a remark to this item.
action-handover-sign = sign
action-handover-sign-help = Signs the handover as the outgoing officer.
action-handover-accept = take over
action-handover-accept-help = Accepts the handover as the incoming officer and seals it.
action-handover-withdraw = withdraw
action-handover-withdraw-help = Takes the signature back while nobody has accepted yet.
action-handover-addendum = addendum
action-handover-addendum-help = Adds to a sealed handover.
action-handover-export = export
action-handover-export-help = Writes the handover to a file.

action-form-save = save
action-form-save-help = Saves the form, from any field.
action-form-cancel = leave
action-form-cancel-help = Leaves the form; the draft is kept.
action-form-next = next field
action-form-next-help = Moves to the next field.
action-form-previous = prev field
action-form-previous-help = Moves to the previous field.
action-form-choose = choose
action-form-choose-help = Opens the choices of this field, or moves on.
action-form-earlier = earlier
action-form-earlier-help = The earlier reports from this place and this number, to open one.
action-new-line = new line
action-new-line-help = Starts a new line in the text.
action-edit-up = line up
action-edit-up-help = Moves up one line or one choice, at the top to the previous field.
action-edit-down = line down
action-edit-down-help = Moves down one line or one choice, at the bottom to the next field.
action-edit-left = left
action-edit-left-help = Moves the caret left.
action-edit-right = right
action-edit-right-help = Moves the caret right.
action-edit-home = line start
action-edit-home-help = Moves the caret to the start of the line.
action-edit-end = line end
action-edit-end-help = Moves the caret to the end of the line.
action-edit-backspace = backspace
action-edit-backspace-help = Deletes the character before the caret.
action-edit-delete = delete
action-edit-delete-help = Deletes the character under the caret.
action-edit-word-back = delete word
action-edit-word-back-help = Deletes the word before the caret.
action-edit-clear = clear
action-edit-clear-help = Empties the field.

action-menu-up = up
action-menu-up-help = Moves up one choice.
action-menu-down = down
action-menu-down-help = Moves down one choice.
action-menu-page-up = page up
action-menu-page-up-help = Moves up one page of choices.
action-menu-page-down = page down
action-menu-page-down-help = Moves down one page of choices.
action-menu-accept = choose
action-menu-accept-help = Takes the marked choice.
action-menu-cancel = cancel
action-menu-cancel-help = Closes without choosing.

# Headings of help and of the key table.

keys-group-desk = Desk
keys-group-list = Lists
keys-group-report = Reports
keys-group-patrol = Patrol
keys-group-escalation = Escalations
keys-group-handover = Handover
keys-group-form = Forms and text
keys-group-menu = Overlays

# Where a key counts.

keys-layer-desk = everywhere
keys-layer-list = in lists
keys-layer-report = on a report
keys-layer-unit = on a patrol unit
keys-layer-escalation = on an escalation
keys-layer-handover = in a handover
keys-layer-form = in a form
keys-layer-menu = in an overlay

# Problems of any configuration file.

problem-error = error: { $sentence }
problem-warning = warning: { $sentence }
problem-did-you-mean = did you mean '{ $word }'?

# Problems of keymap files.

keys-problem-too-large = This file is longer than { $most } KiB, too long for a keymap; none of it is used.
keys-problem-syntax = This is not how a line of a keymap is written: name = ["key", "another key"]. The line is not used.
keys-problem-heading = This is not how a layer is named: [report]. Nothing below it is used.
keys-problem-layer-twice = [{ $layer }] stands here a second time; the lines below both count.
keys-problem-named-twice = '{ $name }' stands here a second time; only the first one counts.
keys-problem-unknown-layer = There is no layer '{ $layer }', only { $layers }; nothing below it is used.
keys-problem-not-a-table = '{ $layer }' is a layer: write [{ $layer }] on a line of its own and its actions below it.
keys-problem-unknown-action = There is no action '{ $action }' in [{ $layer }]; the line is not used.
keys-problem-wrong-layer = '{ $action }' has no keys in [{ $layer }]; move the line to { $homes }.
keys-problem-not-a-list = The keys of '{ $action }' must be a list in square brackets, such as ["a"].
keys-problem-not-a-key = A key of '{ $action }' must stand in quotes, such as "a".
keys-problem-too-many = '{ $action }' has more than { $most } keys; the ones from here on are not used.
keys-problem-no-key = There is no key between these quotes; write [] to take all keys away.
keys-problem-too-long = '{ $keys }' is longer than { $most } keys.
keys-problem-unknown-key = There is no key '{ $key }'.
keys-problem-unsendable = No terminal can send '{ $key }', or it arrives as another key; choose a different one.
keys-problem-types-text = '{ $keys }' is text in [{ $layer }] and can't be bound there; add ctrl- or alt-, or take a function key.
keys-problem-bound-twice = '{ $keys }' already runs '{ $other }' (line { $line }), so it can't run '{ $action }'.
keys-problem-repeated = '{ $keys }' stands here twice for '{ $action }'; once is enough.
keys-problem-prefix = '{ $keys }' for '{ $action }' and '{ $other-keys }' for '{ $other }' (line { $line }) begin alike, so only one of them can work; the one on line { $line } stays.
keys-problem-essential = '{ $action }' needs at least one key, otherwise there is no way out; it keeps the keys it had.
keys-problem-last-key = '{ $keys }' can't run '{ $action }': it would take the last key from '{ $other }', which needs one.
keys-problem-taken = '{ $keys }' now runs '{ $action }', so '{ $other }' loses '{ $other-keys }' ({ $file }, line { $line }). Give '{ $other }' a key of its own, or [] to say that this is meant.
keys-problem-hides = '{ $keys }' for '{ $action }' in [{ $layer }] hides '{ $other-keys }' for '{ $other }' in [{ $other-layer }].
keys-problem-hidden = '{ $other-keys }' for '{ $other }' in [{ $other-layer }] is hidden wherever '{ $keys }' runs '{ $action }' in [{ $layer }].
