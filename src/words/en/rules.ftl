# The rules files of a station: what is wrong with them, and how they are shown.

rules-problem-bad-kind = '{ $value }' is nothing that rules can be about; they can be about: { $choices }.
rules-problem-bad-start = '{ $value }' can't start this clock; these can: { $choices }.
rules-problem-bad-stop = '{ $value }' can't stop this clock; these can: { $choices }.
rules-problem-foreign-mark = '{ $mark }' is no start or stop that a rule on '{ $kind }' can have; write starts and stops too.
rules-problem-stops-first = '{ $stops }' never comes after '{ $starts }', so this clock would never stop.
rules-problem-bad-length = '{ $value }' is no length; write one like 30 s, 5 min, 24 h, 15 days, 10 working days, 1 month, or given.
rules-problem-bad-span = '{ $value }' is no span of time; write one like 0 min, 30 s, 5 min, 48 h.
rules-problem-length-range = '{ $value }' is nothing at all or too long; at most 366 days as a span, 3660 days, 120 months.
rules-problem-not-given = A record of '{ $kind }' names no time of its own from '{ $starts }' on; write a length like 5 min.
rules-problem-bad-extension = 'extension' must be like {"{"} days = 30, times = 1, consent = false {"}"}, or false for none.
rules-problem-reports-only = '{ $field }' limits rules on reports only.
rules-problem-bad-source = '{ $value }' is no source; the sources are: { $choices }.
rules-problem-not-verified = '{ $code }' is in force, but nobody says that it was checked against its source; write verified = true once it was.
rules-problem-never-counts = '{ $code }' never counts: '{ $above }' (line { $line }) stands above it and fits whatever it fits.
rules-problem-no-rule = There is no rule '{ $code }'.
rules-problem-rule-of-other = The rule '{ $code }' is on '{ $other }', this ladder on '{ $kind }'.
rules-problem-bad-target = '{ $value }' is nobody who can be told; these can: { $choices }.
rules-problem-target-reports = '{ $target }' can't be told about '{ $kind }'; tell somebody else.
rules-problem-no-steps = A ladder without steps tells nobody, however late it is.
rules-problem-steps-order = This step comes before the one above it; put the steps in order of time.
rules-problem-every-short = What is told again needs 'every' of at least 1 min.
rules-problem-every-alone = 'every' does nothing without 'repeat'.
rules-problem-one-call = One call is no repeated call; write 2 or more, or 0 for never.
rules-problem-no-level = What is handed over again and again goes up to town or district.
rules-problem-not-one-table = There is only one of these; write [{ $table }].
rules-problem-too-many = There are more than { $most }; the rest is left out.
rules-problem-unknown-list = There is no list '{ $name }'; there are holidays and worked.
rules-problem-bad-date = '{ $value }' is no date; write one like "2026-01-31", or "2026-01-31..2026-02-03" for several days.
rules-problem-range-back = '{ $value }' ends before it starts.
rules-problem-range-long = '{ $value }' is longer than { $longest } days.
rules-problem-too-many-days = There are more than { $most } days.
rules-problem-both-lists = { $value } stands among the holidays too; it can't be both.
rules-problem-day-twice = { $value } stands here a second time.
rules-problem-no-weekend = { $value } is neither a Saturday nor a Sunday, so it is worked anyway.
rules-problem-bad-allowance = '{ $field }' must be like {"{"} fulfilled = "100", failed = "50" {"}"}, or false for nothing.
rules-problem-bad-amount = '{ $field }' is no amount; write one like "1200" or "1200.50".
rules-problem-bad-every = '{ $value }' is not how often sweeps can be; they can be: { $choices }.
rules-problem-bad-weekday = '{ $value }' is no day of the week; the days are: { $choices }.
rules-problem-day-alone = 'day' does nothing here: half-months begin on the 1st and on the 16th.

# How rules are shown.

rules-length-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
rules-length-working-days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
rules-length-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
rules-length-given = as given
rules-head-severity = Severity
rules-head-fulfilled = Paid when kept
rules-head-failed = Paid when it failed
rules-rank = { $rank ->
    [P1] may turn violent
    [P2] major
    [P3] larger
   *[P4] general
}
rules-sweeps-week = Sweeps for disputes: every week from { $day } on, to be answered within { $within }.
rules-sweeps-half-month = Sweeps for disputes: from the 1st and the 16th of every month on, to be answered within { $within }.
rules-sweeps-none = Sweeps for disputes: none.
rules-in-force = in force
rules-not-verified = in force, not verified
rules-off = off
rules-off-not-verified = off, not verified
rules-outside = outside
rules-in-town = in town
rules-at-once = at the deadline
rules-step = { $after }: { $to }
rules-step-again = { $after }: { $to } ({ $repeat }x every { $every })
rules-there = '{ $file }' is there already and stays as it is; 'dutydesk rules check' says whether it is right.
rules-right = The rules are right.
