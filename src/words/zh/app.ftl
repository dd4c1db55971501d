# 控制台外壳的话：关于个人设置文件、终端，以及退出时。

app-problem-too-large = 文件超过 { $most } KiB，不像个人设置，全部未采用。
app-problem-syntax = 本行写法不对，应为：名称 = "取值"。本行未采用。
app-problem-unknown-name = 没有名为 '{ $name }' 的设置，只有 { $names }。
app-problem-bad-value = '{ $name }' 只能取 { $known }；本行未采用。
app-problem-keymaps-list = 'keymaps' 要写成方括号列表，例如 ["vim"]。
app-problem-unknown-keymap = 没有名为 '{ $name }' 的按键方案，只有 { $names }。
app-problem-unreadable = 文件读不出来，按没有此文件处理。
app-problem-not-utf8 = 从此处起不是 UTF-8，整个文件未采用。请另存为 UTF-8。
