# Sweeps for disputes: what a beat answers, how a campaign stands, and what mediators are paid.

sweep-period = { $from } to { $to }
sweep-nothing = nothing found
sweep-found = found { $count }
sweep-entered = { $count } entered
sweep-found-but = { $found }, { $entered }
sweep-campaign = { $period }: found { $found } (disputes { $disputes }), nothing found { $nothing }, missing { $missing }
ground-sweep-missing = sweep not answered
fact-sweep-expected = Sweep of { $beat } for { $period } expected until { $by }
fact-sweep-found = { $who } put in the sweep: found { $count }
fact-sweep-nothing = { $who } put in the sweep: nothing found
kind-sweep-expected = sweep expected
kind-sweep-answered = sweep answered
asked-sweep-expect = expect sweeps
asked-sweep-answer = answer sweeps
asked-sweep-list = list sweeps
asked-sweep-show = see a sweep
asked-dispute-allowance = see what mediators are paid
ui-done-sweep = { $id } is answered { $time }
cli-no-sweeps = No sweeps here.
cli-sweep-answered = { $id }: the sweep of { $beat } is answered: { $found }
cli-sweep-which = { $beat } has not answered several sweeps. Name one by its number: { $choices }.
cli-sweep-none = { $beat } has no sweep to answer; 'dutydesk sweep list --all' shows those that are answered.
cli-cmd-sweep = Sweeps: what the beats found when they were asked for disputes
cli-cmd-sweep-list = List sweeps that are not answered, or all, and how each campaign stands
cli-cmd-sweep-answer = Put in what a beat found; --found 0 is nothing found
cli-cmd-sweep-show = Show a sweep with the disputes that were entered of it
cli-cmd-dispute-allowance = What mediators are paid for disputes that ended, with every dispute behind each sum
cli-arg-swept = The sweep's number, or the beat's code
cli-arg-found = How many disputes were found
cli-arg-sweep = The number of the sweep that found it
cli-arg-paid-since = From this day on, such as 2026-11-01; otherwise the first of the month of the last day
cli-arg-paid-until = Up to and with this day; otherwise today
cli-arg-csv = Print CSV for a spreadsheet
cli-no-day = '{ $value }' after { $flag } is no day; write one like 2026-11-21.
sweep-head-period = Days
sweep-head-by = Answer by
sweep-head-standing = Standing
sweep-answered = { $who } put it in { $time }.

# What mediators are paid.

allowance-title = What mediators are paid, { $span }
allowance-of = { $who }: { $amount }, { $disputes }
allowance-total = In all: { $amount }, { $disputes }
allowance-disputes = { $count ->
    [one] { $count } dispute
   *[other] { $count } disputes
}
allowance-more = There are more than one sheet holds: ask for fewer days.
allowance-number = Number
allowance-lead = Led by
allowance-dispute = Dispute
allowance-severity = Severity
allowance-ended = Ended as
allowance-at = Ended
allowance-amount = Amount

# The console.

ui-view-sweeps = sweeps
ui-empty-sweeps = No sweep is expected yet. How often beats are asked stands in rules.toml under sweeps.
ui-no-sweep = There is no sweep under the cursor: they stand among the escalations, under 'sweeps'.
ui-col-period = days
ui-col-found = found
form-title-sweep-answer = Sweep { $about }
form-sweep = { $beat }: how many disputes were found; 0 is nothing found.
form-label-swept = Found
form-wrong-found = Write how many disputes were found, such as 2, or 0 for nothing.
