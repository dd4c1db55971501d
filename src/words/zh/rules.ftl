# 本所时限规则文件：哪里不对，以及怎样显示。

rules-problem-bad-kind = 规则不能用于'{ $value }'；可用于：{ $choices }。
rules-problem-bad-start = '{ $value }'不能用来开始计时；可用的：{ $choices }。
rules-problem-bad-stop = '{ $value }'不能用来停止计时；可用的：{ $choices }。
rules-problem-foreign-mark = '{ $mark }'不能用来给'{ $kind }'开始或停止计时；请把 'starts' 和 'stops' 也写上。
rules-problem-stops-first = '{ $stops }'不会在'{ $starts }'之后发生，计时永远停不下来。
rules-problem-bad-length = '{ $value }'不是时限；写法如 '30 s'、'5 min'、'24 h'、'15 days'、'10 working days'、'1 month'，或 'given'。
rules-problem-bad-span = '{ $value }'不是时长；写法如 '0 min'、'30 s'、'5 min'、'48 h'。
rules-problem-length-range = '{ $value }'是零或太长；时长最多 366 天，天数最多 3660，月数最多 120。
rules-problem-not-given = '{ $kind }'从'{ $starts }'起自己不定时间，请写出时限，如 '5 min'。
rules-problem-bad-extension = 'extension' 的写法如 '{"{"} days = 30, times = 1, consent = false {"}"}'，不可延期写 'false'。
rules-problem-reports-only = '{ $field }'只能限定警情的规则。
rules-problem-bad-source = 没有'{ $value }'这个来源；可用的来源：{ $choices }。
rules-problem-not-verified = '{ $code }'已启用，但没有写明与依据核对过；核对以后写上 'verified = true'。
rules-problem-never-counts = '{ $code }'永远用不上：前面的'{ $above }'（第 { $line } 行）已包括它适用的全部情形。
rules-problem-no-rule = 没有'{ $code }'这条规则。
rules-problem-rule-of-other = 规则'{ $code }'用于'{ $other }'，这里的逐级提醒用于'{ $kind }'。
rules-problem-bad-target = 不能告诉'{ $value }'；可以告诉：{ $choices }。
rules-problem-target-reports = '{ $kind }'的提醒不能告诉'{ $target }'，请改为别人。
rules-problem-no-steps = 没有步骤，超时多久都不会告诉任何人。
rules-problem-steps-order = 这一步比上面一步早，请按时间先后排列。
rules-problem-every-short = 要再次提醒，'every' 至少为 '1 min'。
rules-problem-every-alone = 没有 'repeat'，'every' 不起作用。
rules-problem-one-call = 一次报警不算重复；请写 2 以上，不提示则写 0。
rules-problem-no-level = 反复结转的事项只能上报到 'town' 或 'district'。
rules-problem-not-one-table = 这一项只有一个，请写成 [{ $table }]。
rules-problem-too-many = 超过 { $most } 项，其余不予采用。
rules-problem-unknown-list = 没有'{ $name }'这个列表；可用的是 'holidays' 和 'worked'。
rules-problem-bad-date = '{ $value }'不是日期；写法如 "2026-01-31"，连续几天写成 "2026-01-31..2026-02-03"。
rules-problem-range-back = '{ $value }'的结束早于开始。
rules-problem-range-long = '{ $value }'超过 { $longest } 天。
rules-problem-too-many-days = 超过 { $most } 天。
rules-problem-both-lists = { $value } 同时列为放假，两者只能取其一。
rules-problem-day-twice = { $value } 在此重复出现。
rules-problem-no-weekend = { $value } 不是周六或周日，本来就要上班。
rules-problem-bad-allowance = '{ $field }'的写法如 '{"{"} fulfilled = "100", failed = "50" {"}"}'，不付写 'false'。
rules-problem-bad-amount = '{ $field }'不是金额；写法如 "1200" 或 "1200.50"。
rules-problem-bad-every = 不能按'{ $value }'排查；可以写：{ $choices }。
rules-problem-bad-weekday = '{ $value }'不是星期几；可以写：{ $choices }。
rules-problem-day-alone = 'day' 在这里不起作用：半月排查从每月 1 日和 16 日开始。

# 怎样显示规则。

rules-length-days = { $count } 天
rules-length-working-days = { $count } 个工作日
rules-length-months = { $count } 个月
rules-length-given = 按所定时间
rules-head-severity = 轻重
rules-head-fulfilled = 履行完毕付
rules-head-failed = 调解不成付
rules-rank = { $rank ->
    [P1] 可能激化
    [P2] 重大
    [P3] 较大
   *[P4] 一般
}
rules-sweeps-week = 纠纷排查：每周从星期{ $day }起，{ $within }内答复。
rules-sweeps-half-month = 纠纷排查：每月 1 日和 16 日起，{ $within }内答复。
rules-sweeps-none = 纠纷排查：不排查。
rules-in-force = 启用
rules-not-verified = 启用，未核对
rules-off = 停用
rules-off-not-verified = 停用，未核对
rules-outside = 城外
rules-in-town = 城内
rules-at-once = 到期时
rules-step = { $after }：{ $to }
rules-step-again = { $after }：{ $to }（每 { $every } 再提醒 { $repeat } 次）
rules-there = '{ $file }'已经存在，保持不变；'dutydesk rules check' 可检查其内容。
rules-right = 规则没有问题。
