# Earlier reports from the same place or telephone number, and calls that repeat.

earlier-place = this place { $count }
earlier-caller = this number { $count }
earlier-sides = these two { $count }
earlier-many = 99+
earlier-title = Earlier within a year: { $counts }
earlier-within = within a year: { $counts }
earlier-none = There were no earlier reports from there or between the two within a year, and no disputes.
earlier-menu = Earlier reports from this place and number and between these two
earlier-by-place = place
earlier-by-caller = number
earlier-by-sides = same two
earlier-by-both = both
repeat-place = call { $call } from this place in { $days } days
repeat-caller = call { $call } from this number in { $days } days
repeat-sides = call { $call } between the same two in { $days } days
repeat-of = { $repeat }: { $ids }
repeat-advice = { $repeat }; consider a dispute
repeat-mark = call { $call }:
earlier-see = list
proposal-make = A dispute between the two is proposed, with { $ids }
proposal-link-alone = Linking to { $dispute } is proposed
proposal-link = Linking to { $dispute } is proposed, with { $ids }
proposal-mark = dispute?
proposal-declined = { $who } declined it { $when }: { $reason }
earlier-disputes = disputes between them { $count }
