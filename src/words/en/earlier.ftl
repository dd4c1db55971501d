# Earlier reports from the same place or telephone number, and calls that repeat.

earlier-place = this place { $count }
earlier-caller = this number { $count }
earlier-many = 99+
earlier-title = Earlier within a year: { $counts }
earlier-within = within a year: { $counts }
earlier-none = There were no earlier reports from there within a year.
earlier-menu = Earlier reports from this place and this number
earlier-by-place = place
earlier-by-caller = number
earlier-by-both = both
repeat-place = call { $call } from this place in { $days } days
repeat-caller = call { $call } from this number in { $days } days
repeat-of = { $repeat }: { $ids }
repeat-advice = { $repeat }; consider a dispute
repeat-mark = call { $call }:
earlier-see = list
