# 文书：交接班记录和台账，可为文本、Markdown 或 CSV。

doc-training = 训练台：本文内容均非真实
doc-yes = 有
doc-no = 无
doc-none = 没有
doc-nothing-noted = 未注明
doc-read = 已复述
doc-not-read = 未复述
doc-label = { $label }：

# 交接班。各项按 I-PASS：轻重、概要、待办、可能的变化、复述。

doc-title = 交接班 { $id }
doc-title-draft = 交接班（未签字）
doc-draft-unsigned = 草稿：由值班台汇总，尚无人签字
doc-draft-signed = 草稿：交班人已签字，尚未接班
doc-withdrawn = 已由交班人撤回：无效

doc-station = 单位
doc-day = 值班日
doc-shift = 班次
doc-shift-span = { $shift }，{ $from } 至 { $until }
doc-collected = 汇总时间
doc-status = 状态
doc-outgoing = 交班人
doc-incoming = 接班人
doc-signed-at = { $who }，{ $when } 签字
doc-accepted-at = { $who }，{ $when } 接班
doc-open-signature = 未签字

doc-critical = 重点事项：{ $count } 项
doc-others = 其他事项：{ $count } 项
doc-left-out = 另有 { $count } 起未结警情未列入，见未结警情列表。
doc-item = { $id }  { $priority }  { $type }  { $status }
doc-item-escalation = { $id }  { $priority }  { $type }  上报；原警情{ $status }
doc-ground = 轻重
doc-ground-critical = { $ground }；重点
doc-place = 地点
doc-summary = 概要
doc-item-other = { $id }  { $status }
doc-action = 待办
doc-besides = 另
doc-action-by = { $action }；{ $owner }；{ $when } 前（{ $due }）
doc-action-open = { $action }；{ $owner }；未定时限
doc-action-none = 无；{ $owner }
doc-risk = 可能的变化
doc-read-back = 复述

doc-equipment = 装备和钥匙
doc-words = 交班人说明
doc-reservations = 接班人保留意见
doc-figures = 本班统计
doc-numbers = 警情编号
doc-numbers-span = { $first } 至 { $last }，共 { $count } 起
doc-journal = 日志条目
doc-journal-span = { $first } 至 { $last }
doc-addenda = 补记
doc-addendum = { $who }，{ $when }
doc-signatures = 签字

# 警情台账。

ledger-title = { $station }警情台账
ledger-count = 共 { $count } 起
ledger-station = 单位
ledger-training = { $station }（训练）
ledger-id = 编号
ledger-status = 状态
ledger-priority = 等级
ledger-type = 类别
ledger-beat = 网格
ledger-place = 地点
ledger-source = 来源
ledger-event = 发生时间
ledger-received = 登记时间
ledger-accepted = 签收时间
ledger-sent = 派警时间
ledger-arrived = 到场时间
ledger-handler = 承办人
ledger-unit = 巡组
ledger-resends = 重报次数
ledger-gist = 内容摘要
