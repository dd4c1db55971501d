# What the console's shell says: about the officer's own files, about this terminal, and at the end.

app-problem-too-large = This file is longer than { $most } KiB, too long for preferences; none of it is used.
app-problem-syntax = This is not how a preference is written: name = "value". The line is not used.
app-problem-unknown-name = There is no preference '{ $name }', only { $names }.
app-problem-bad-value = '{ $name }' can be { $known }; the line is not used.
app-problem-keymaps-list = 'keymaps' must be a list in square brackets, such as ["vim"].
app-problem-unknown-keymap = There is no keymap '{ $name }', only { $names }.
app-problem-unreadable = This file can't be read; it is as if it weren't there.
app-problem-not-utf8 = This file is not UTF-8 from here on; none of it is used. Save it as UTF-8.
