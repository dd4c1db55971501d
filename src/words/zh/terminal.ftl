# 控制台为什么不能在此终端上运行，以及意外结束时说的话。

terminal-not-one = 控制台的键盘和屏幕都要接在终端上。脚本和管道里请用命令，例如 'dutydesk report list'。
terminal-no-term = 没有设置 'TERM'，不知道终端是哪一种。请按所用的终端软件设置，例如 'xterm'；或者改用命令，例如 'dutydesk report list'。
terminal-dumb = 终端 '{ $term }' 不能移动光标，控制台没法用。请按所用的终端软件设置 'TERM'，例如 'xterm'；或者改用命令，例如 'dutydesk report list'。
terminal-no-chinese = 这个终端显示不了中文，控制台改用英文。要用中文，请用支持中文的终端软件经 SSH 登录。
terminal-panic = 程序出错，控制台已关闭。值班台仍在运行，已确认的内容都在；重新运行 'dutydesk' 即可打开控制台。
