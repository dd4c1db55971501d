# Notices: the sentence that leaves the station, and the outbox that it leaves by. No personal data in any of these.

outbox-record = { $number } ({ $what })
outbox-late = { $record }: '{ $rule }' is late by { $late }.
outbox-escalated = { $record } was handed up to { $target }: { $reason }.
outbox-answered = { $record }: escalation { $escalation } was answered.
outbox-returned = { $record }: '{ $rule }' is back in the queue.
outbox-may-turn-violent = { $record }: this dispute may turn violent
outbox-ordered = { $record }: supervision order { $order } is to be answered by { $by }.
outbox-sent-back = { $record }: the answer to supervision order { $order } was sent back; answer again by { $by }.
outbox-order-answered = { $record }: supervision order { $order } was answered.
outbox-test = A test from the duty desk of { $station }: nothing happened.
outbox-exercise = EXERCISE: { $text }

told-unit = the units
told-handler = the officer
told-beat-officer = the beat officer
told-shift-leader = the shift leaders
told-supervisor = the supervisors
told-town = the station
told-district = the district

notice-state-waiting = waiting
notice-state-sending = on its way
notice-state-sent = delivered
notice-state-dead = did not arrive
notice-state-dropped = given up
notice-state-shown = shown only

not-delivered-exit = the command failed
not-delivered-time-limit = the command took too long and was killed
not-delivered-not-started = the command could not be started
not-delivered-interrupted = the desk went down meanwhile

outbox-nothing = No notices.
outbox-test-sent = Notice { $id } is queued. 'dutydesk outbox list --all' shows what becomes of it.
outbox-tried-again = Notice { $id } is tried again.
outbox-dropped = Notice { $id } is given up.
outbox-no-id = '{ $value }' is not the number of a notice; they look like 4102-1.

outbox-problem-syntax = This is not how a setting is written: name = "value". The line is not used.
outbox-problem-not-a-table = This must be a table: a line '[outbox]' with its settings below.
outbox-problem-unknown-name = There is no '{ $name }' here, only { $names }.
outbox-problem-no-command = '[outbox]' needs a command, such as command = ["/usr/local/bin/send-sms"].
outbox-problem-command = The command must be a list of texts that begins with an absolute path, such as ["/usr/local/bin/send-sms"].
outbox-problem-time-limit = The time limit must be a span from 100 ms to 10 min, such as "20 s".
outbox-problem-tries = The tries must be a number from 1 to 50.
outbox-problem-pauses = The pauses must be a list of spans of at most an hour, such as ["10 s", "1 min"].
outbox-problem-writable = Others can change this file, and it names a program to run: none of it is used. 'chmod go-w' mends that.
