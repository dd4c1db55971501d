# The intake: what is wrong with a file of reports. The ids after intake-why- are the codes in src/intake/complaint.rs.

intake-refused = The file '{ $name }' was refused; nothing of it was taken:
intake-at = line { $line }, column { $column }: { $sentence }
intake-and-more = There are more complaints than are listed here.
intake-meant = { $sentence } Did you mean '{ $word }'?

intake-why-not-a-file = This is a folder, a pipe or a device; put in a plain file.
intake-why-link = This is a link; put in the file itself.
intake-why-hard-link = This file has a second name elsewhere; put in a copy of it.
intake-why-too-large = The file is larger than { $max } MB; split it.
intake-why-unreadable = The desk may not read this file, or the disk failed; check its owner and permissions.
intake-why-changed =
    { $count ->
        [0] The file was changed while the desk read it. Write to 'tmp' first and rename the finished file to 'new'.
        [one] The file was changed while the desk took it: one report had been taken by then. Write to 'tmp' first and rename the finished file to 'new'.
       *[other] The file was changed while the desk took it: { $count } reports had been taken by then. Write to 'tmp' first and rename the finished file to 'new'.
    }
intake-why-empty = There is no report in the file.
intake-why-not-text = The file holds NUL bytes, so it is no text; save it as UTF-8.
intake-why-utf16 = The file is UTF-16; save it as UTF-8.
intake-why-broken-utf8 = The file is UTF-8, but broken here; send it again.
intake-why-unknown-encoding = The file is neither UTF-8 nor GB18030; save it as UTF-8.
intake-why-unknown-shape = The file is neither JSON nor CSV; a CSV file begins with a head line that names its fields, 'narrative' among them.
intake-why-line-too-long = The line is longer than { $max } kB.
intake-why-json-end = The JSON ends too early: a bracket or a quote is still open.
intake-why-json-expected = This is not JSON; expected here: { $wanted }
intake-why-json-escape = JSON has no such escape; a backslash in a text is written \\.
intake-why-json-control = A text in JSON can't hold a line break or another control character; write \n or \u with its number.
intake-why-json-trailing = Something follows after the end of the JSON.
intake-why-too-deep = This is nested too deep; a report is one flat object.
intake-why-not-an-object = A report must be an object in braces.
intake-why-unknown-field = There is no field '{ $name }'.
intake-why-never-kept = The desk never keeps { $kind } about anyone; take the field '{ $name }' out.
intake-why-duplicate-field = The field '{ $name }' stands here twice.
intake-why-not-quoted = The value of '{ $field }' must be a text in quotes.
intake-why-no-narrative = The narrative is missing; it is the one field that a report needs.
intake-why-too-long = The text for '{ $field }' is longer than { $max } characters.
intake-why-unknown-source = '{ $value }' is no source; the sources are: { $sources }.
intake-why-bad-time = '{ $value }' is no date and time; write it like 2026-11-21T22:46:00+08:00, or without the offset for the station's own clock.
intake-why-in-future = The event lies more than 5 minutes after the desk's clock.
intake-why-stray-quote = A quote can't stand here; put the whole cell in quotes and double the quotes in it.
intake-why-open-quote = A quote is opened in this record and never closed.
intake-why-cell-count = The line has another number of cells ({ $found }) than the head line ({ $wanted }).
intake-why-wrong-separator = Cells must be parted by commas.

# What the desk never keeps, inside a sentence.

never-kept-ethnicity = ethnicity
never-kept-religion = religion
never-kept-politics = political opinions
never-kept-petition = petitions or complaints as a mark
never-kept-union = union or press activity
never-kept-reproduction = family planning
never-kept-biometrics = biometric features
never-kept-tracking = movements or telephone positions
never-kept-score = scores or watch lists
