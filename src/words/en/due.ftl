# The due queue in the console: its screen, the strip, acts on what is owed.

due-col-light = light
due-col-rule = what is owed
due-col-stands = how it stands
due-col-waits-for = waits for
due-col-about = about
due-view-all = all
due-view-mine = mine
due-counts = { $due } due, { $off } put off
due-empty = Nothing is owed.
due-empty-mine = Nothing waits for you. The other view shows everything that is owed.
due-put-off = put off
due-stopped = stopped
due-until = until { $time }
due-since = since { $time }
due-in-full = { $id }, by { $time }: { $why }
due-more = +{ $count } more
due-more-off = { $count } put off
