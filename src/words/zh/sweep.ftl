# 纠纷排查：网格怎样答复，一次排查的进展，以及调解补贴。

sweep-period = { $from } 至 { $to }
sweep-nothing = 未发现
sweep-found = 发现 { $count } 件
sweep-entered = 已登记 { $count } 件
sweep-found-but = { $found }，{ $entered }
sweep-campaign = { $period }：发现 { $found } 个网格（纠纷 { $disputes } 件），未发现 { $nothing } 个，未报 { $missing } 个
ground-sweep-missing = 排查未报
fact-sweep-expected = { $beat } { $period } 的排查，须在 { $by } 前报
fact-sweep-found = { $who } 报排查结果：发现 { $count } 件
fact-sweep-nothing = { $who } 报排查结果：未发现
kind-sweep-expected = 等待排查结果
kind-sweep-answered = 排查已报
asked-sweep-expect = 等待排查结果
asked-sweep-answer = 报排查结果
asked-sweep-list = 查看排查
asked-sweep-show = 查看一次排查
asked-dispute-allowance = 查看调解补贴
ui-done-sweep = { $id } 已报 { $time }
cli-no-sweeps = 没有排查。
cli-sweep-answered = { $id }：{ $beat } 的排查已报：{ $found }
cli-sweep-which = { $beat } 有几次排查未报，请写明编号：{ $choices }。
cli-sweep-none = { $beat } 没有待报的排查；已报的用 'dutydesk sweep list --all' 查看。
cli-cmd-sweep = 排查：各网格发现的纠纷
cli-cmd-sweep-list = 列出未报的排查或全部，以及每次排查的进展
cli-cmd-sweep-answer = 报一个网格的排查结果；'--found 0' 为未发现
cli-cmd-sweep-show = 查看一次排查及由它登记的纠纷
cli-cmd-dispute-allowance = 已结束的纠纷付给调解员的补贴，逐件列明
cli-arg-swept = 排查编号，或网格代码
cli-arg-found = 发现几件纠纷
cli-arg-sweep = 发现它的排查的编号
cli-arg-paid-since = 从这天起，如 2026-11-01；不写为截止日所在月的 1 日
cli-arg-paid-until = 到这天为止（含）；不写为今天
cli-arg-csv = 输出 CSV，供电子表格使用
cli-no-day = { $flag } 后面的'{ $value }'不是日期；写法如 2026-11-21。
sweep-head-period = 时段
sweep-head-by = 最迟
sweep-head-standing = 情况
sweep-answered = { $who } 于 { $time } 报来。

# 调解补贴。

allowance-title = 调解补贴 { $span }
allowance-of = { $who }：{ $amount }，{ $disputes }
allowance-total = 合计：{ $amount }，{ $disputes }
allowance-disputes = { $count } 件
allowance-more = 一张表放不下，请缩短时段。
allowance-number = 警号
allowance-lead = 牵头人
allowance-dispute = 纠纷
allowance-severity = 轻重
allowance-ended = 结果
allowance-at = 结束时间
allowance-amount = 金额

# 控制台。

ui-view-sweeps = 排查
ui-empty-sweeps = 目前没有排查。多久排查一次，在 'rules.toml' 的 'sweeps' 里定。
ui-no-sweep = 光标处没有排查：排查在上报屏的'排查'栏。
ui-col-period = 时段
ui-col-found = 发现
form-title-sweep-answer = 排查 { $about }
form-sweep = { $beat }：发现几件纠纷；0 为未发现。
form-label-swept = 发现件数
form-wrong-found = 请写发现几件纠纷，如 2；没有写 0。
