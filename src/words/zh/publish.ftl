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
doc-item-on-dispute = { $id }  { $priority }  { $status }；纠纷 { $on }
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

# 调解协议书。

doc-agreement-title = 调解协议书
doc-agreement-title-oral = 口头调解协议登记表
doc-agreement-replaced = 已由后来的协议取代：不再有效
doc-agreement-number = 编号
doc-agreement-nth = { $id }，第 { $n } 份协议
doc-agreement-category = 纠纷类别
doc-agreement-made = 达成时间
doc-agreement-form = 形式
doc-agreement-parties = 当事人
doc-agreement-party = { $n }. { $name }（{ $role }）
doc-agreement-address = 住址
doc-agreement-phone = 联系电话
doc-agreement-represented = 代理人
doc-agreement-dispute = 纠纷情况
doc-agreement-narrative = 主要事实
doc-agreement-mediation = 调解经过
doc-agreement-sitting = 第 { $n } 次调解
doc-agreement-sat = { $when }；调解员 { $mediators }；到场：{ $came }
doc-agreement-terms = 协议内容
doc-agreement-assent = 经调解，{ $parties } 自愿达成如下协议：
doc-agreement-no-obligations = 已即时履行完毕，没有待履行的义务。
doc-agreement-obligation = 义务 { $n }
doc-agreement-who = 履行人
doc-agreement-what = 履行内容
doc-agreement-by = 履行期限
doc-agreement-at-once = 即时
doc-agreement-amount = 金额
doc-agreement-court = 自达成之日起 { $within }内（至 { $until }），各方可共同向人民法院申请司法确认（{ $source }）。
doc-agreement-mediator = 调解员
doc-agreement-date = 日期
