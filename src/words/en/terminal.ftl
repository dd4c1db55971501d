# Why the console can't run on this terminal, and what it says when it ends by accident.

terminal-not-one = The console needs a terminal for both keyboard and screen. In scripts and pipes use the commands, such as 'dutydesk report list'.
terminal-no-term = The terminal's kind is not known, because TERM is not set. Set it to what your terminal program is, such as 'xterm', or use the commands, such as 'dutydesk report list'.
terminal-dumb = The terminal '{ $term }' can't place its cursor, and the console needs that. Set TERM to what your terminal program is, such as 'xterm', or use the commands, such as 'dutydesk report list'.
terminal-no-chinese = This terminal can't show Chinese, so the console stays in English. For Chinese, log in over SSH with a terminal program that shows it.
terminal-panic = The console ended because of a fault in the program. The desk goes on, and what was acknowledged is kept; run 'dutydesk' to open the console again.
