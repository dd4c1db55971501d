# 矛盾纠纷：各种代码的名称、办理过程、不能办理的原因。

# 当事人按编号称呼。

dispute-parties = 当事人 { $count ->
   *[other] { $numbers }
}
dispute-money = { $amount } 元
dispute-violent = 可能激化

# 各类名称按代码查找，见 src/words/dispute.rs。纠纷类别。

dispute-category-land = 土地房屋
dispute-category-family = 婚姻家庭
dispute-category-neighbours = 邻里
dispute-category-labour = 劳动
dispute-category-traffic-accident = 交通事故
dispute-category-medical = 医疗
dispute-category-consumer = 消费
dispute-category-debt = 债务
dispute-category-property-management = 物业
dispute-category-other = 其他

# 轻重。

dispute-severity-general = 一般
dispute-severity-larger = 较大
dispute-severity-major = 重大

# 办到哪一步。

dispute-status-found = 待受理
dispute-status-accepted = 已受理
dispute-status-mediating = 调解中
dispute-status-agreed = 已达成协议
dispute-status-fulfilled = 已履行
dispute-status-closed = 已结案
dispute-status-failed = 调解不成
dispute-status-withdrawn = 已撤回
dispute-status-erased = 已清除

# 列表的范围。

dispute-view-unresolved = 未化解
dispute-view-by-deadline = 按期限
dispute-view-mine = 我的
dispute-view-violent = 可能激化
dispute-view-major = 重大
dispute-view-all = 全部

# 在纠纷中的身份。

dispute-role-applicant = 申请人
dispute-role-respondent = 被申请人
dispute-role-third-party = 第三人

# 调解不成的去向和原因。

dispute-path-court = 诉讼
dispute-path-arbitration = 仲裁
dispute-path-administrative-decision = 行政裁决
dispute-fail-no-agreement = 未能达成协议
dispute-fail-did-not-come = 一方不到场
dispute-fail-unwilling = 一方不愿调解
dispute-fail-not-for-mediation = 依法不适用调解
dispute-fail-agreement-broken = 协议未履行
dispute-fail-other = 其他原因

# 撤回和重新调解的原因。

dispute-withdraw-settled-themselves = 自行和解
dispute-withdraw-no-longer-asked = 申请人不再申请
dispute-withdraw-no-dispute = 不存在纠纷
dispute-withdraw-same-as-another = 与另一纠纷相同
dispute-withdraw-elsewhere-mediated = 另有机构调解
dispute-withdraw-other = 其他原因
dispute-reopen-agreement-broken = 协议未履行
dispute-reopen-broke-out-again = 矛盾再起
dispute-reopen-not-settled = 回访未化解
dispute-reopen-go-on = 愿意继续调解
dispute-reopen-mistake = 误结
dispute-reopen-other = 其他原因

# 协议、各项义务和司法确认。

dispute-form-oral = 口头
dispute-form-written = 书面
dispute-obligation-open = 待履行
dispute-obligation-kept = 已履行
dispute-obligation-broken = 未履行
dispute-obligation-waived = 已免除
dispute-obligation-replaced = 已由新协议取代
dispute-confirmation-confirmed = 裁定有效
dispute-confirmation-declined = 驳回申请
dispute-confirmation-retracted = 撤回申请

# 回访。

dispute-follow-by-visit = 上门
dispute-follow-by-call = 电话
dispute-follow-satisfied = 已化解
dispute-follow-unsatisfied = 未化解
dispute-follow-not-reached = 未联系上

# 参与调解的其他单位和人员。

dispute-involved-traffic-mediation = 交通事故调解组织
dispute-involved-medical-mediation = 医疗纠纷调解组织
dispute-involved-labour-mediation = 劳动争议调解仲裁组织
dispute-involved-community-committee = 村（居）委会
dispute-involved-other-body = 其他单位
dispute-involved-legal-aid = 法律援助
dispute-involved-lawyer = 值班律师

# 各步骤，作为要办的事。

dispute-step-find = 登记
dispute-step-accept = 受理
dispute-step-assign = 指派
dispute-step-amend = 更正
dispute-step-add-party = 增加当事人
dispute-step-amend-party = 更正当事人
dispute-step-plan = 约定调解
dispute-step-sit = 登记调解
dispute-step-agree = 登记协议
dispute-step-settle = 登记履行
dispute-step-reopen = 重新调解
dispute-step-seek-confirmation = 申请司法确认
dispute-step-decide-confirmation = 登记法院裁定
dispute-step-leave-confirmation = 不申请司法确认
dispute-step-follow-up = 回访
dispute-step-close = 结案
dispute-step-fail = 调解不成
dispute-step-withdraw = 撤回
dispute-step-extend = 延期
dispute-step-mark-violent = 标注可能激化
dispute-step-calm = 解除激化标注
dispute-step-contact = 登记联系
dispute-step-link = 关联
dispute-step-involve = 邀请参与
dispute-step-draw-up = 制定包案
dispute-step-conclude = 登记包案结果
dispute-step-note = 备注
dispute-step-escalate = 上报
dispute-step-supervise = 督办
dispute-step-carry = 移交下一班
dispute-step-erase = 清除

# 发生了什么，每事一行，句末不加句号。

fact-dispute-found = { $who } 登记（{ $category }，{ $severity }）
fact-dispute-found-parties = 当事人 { $count } 方
fact-dispute-found-violent = 可能激化：{ $reason }
fact-dispute-found-reports = 来自 { $ids }
fact-dispute-found-earlier = 以往纠纷 { $ids }
fact-dispute-found-sweep = 由排查 { $sweep } 发现
fact-dispute-accepted = { $who } 受理
fact-dispute-assigned = { $who } 指派 { $lead } 牵头，责任人 { $answers }
fact-dispute-assigned-deadline = 限 { $by } 前调结
fact-dispute-amended = { $who } 更正
fact-dispute-amended-narrative = 内容
fact-dispute-amended-category = 类别（{ $value }）
fact-dispute-amended-severity = 轻重（{ $value }）
fact-dispute-party-added = { $who } 增加当事人（{ $role }）
fact-dispute-party-amended = { $who } 更正当事人 { $n }（{ $role }）
fact-dispute-party-represented = 代理人 { $name }
fact-dispute-party-officer = 即 { $officer }
fact-dispute-party-namesake = 仅与民警同名
fact-dispute-planned = { $who } 约定 { $when } 调解
fact-dispute-sat = { $who } 登记 { $when } 的调解
fact-dispute-sat-mediators = 调解员 { $mediators }
fact-dispute-sat-came = 到场：{ $parties }
fact-dispute-sat-next = 下次调解 { $when }
fact-dispute-agreed = { $who } 登记{ $form }协议，{ $parties } 同意
fact-dispute-promise = 当事人 { $n } { $by }：{ $what }
fact-dispute-promise-amount = 当事人 { $n } { $by }：{ $what }（{ $amount }）
fact-dispute-promise-by = 于 { $when } 前
fact-dispute-promise-now = 即时
fact-dispute-settled = { $who } 登记第 { $n } 项义务的履行
fact-dispute-reopened = { $who } 重新调解
fact-dispute-confirmation-sought = { $who } 登记{ $parties } 共同申请司法确认
fact-dispute-confirmation-decided = { $who } 登记法院裁定
fact-dispute-confirmation-left = { $who } 登记各方不申请司法确认
fact-dispute-followed-up = { $who } 回访（{ $by }）
fact-dispute-closed = { $who } 结案
fact-dispute-failed = { $who } 终止调解，转{ $path }
fact-dispute-withdrawn = { $who } 登记撤回
fact-dispute-extended = { $who } 经{ $parties } 同意，将调解延长 { $days }
fact-dispute-marked-violent = { $who } 标注可能激化
fact-dispute-calmed = { $who } 解除可能激化标注
fact-dispute-contacted = { $who } 联系当事人
fact-dispute-linked = { $who } 关联 { $to }
fact-dispute-involved = { $who } 邀请参与：{ $role }
fact-dispute-package-drawn-up = { $who } 制定包案（责任人 { $responsible }，{ $by } 前有结果）
fact-dispute-package-concluded = { $who } 登记包案结果
fact-dispute-noted = { $who } 备注
fact-dispute-allowed = 调解补贴 { $amount }
fact-dispute-fulfilled = 各项义务均已了结，协议已履行
fact-dispute-escalated = { $who } 上报{ $target }（{ $escalation }）
fact-dispute-supervised = { $who } 督办：{ $order }
fact-dispute-carried = 随 { $handover } 移交下一班
fact-dispute-erased = { $who } 清除了内容和过程文字

# 步骤不合：先说办不了什么，再说现在到哪一步，最后说下一步。

refusal-dispute-wrong-step = { $cannot }：现为'{ $status }'。{ $next }
dispute-cannot-find = { $id } 不能再次登记
dispute-cannot-accept = { $id } 不能受理
dispute-cannot-assign = { $id } 不能指派
dispute-cannot-amend = { $id } 不能更正
dispute-cannot-add-party = { $id } 不能增加当事人
dispute-cannot-amend-party = { $id } 不能更正当事人
dispute-cannot-plan = { $id } 不能约定调解
dispute-cannot-sit = { $id } 不能登记调解
dispute-cannot-agree = { $id } 不能登记协议
dispute-cannot-settle = { $id } 不能登记履行
dispute-cannot-reopen = { $id } 不能重新调解
dispute-cannot-seek-confirmation = { $id } 不能登记申请司法确认
dispute-cannot-decide-confirmation = { $id } 不能登记法院裁定
dispute-cannot-leave-confirmation = { $id } 不能登记不申请司法确认
dispute-cannot-follow-up = { $id } 不能回访
dispute-cannot-close = { $id } 不能结案
dispute-cannot-fail = { $id } 不能登记调解不成
dispute-cannot-withdraw = { $id } 不能撤回
dispute-cannot-extend = { $id } 不能延期
dispute-cannot-mark-violent = { $id } 不能标注可能激化
dispute-cannot-calm = { $id } 不能解除激化标注
dispute-cannot-contact = { $id } 不能登记联系
dispute-cannot-link = { $id } 不能关联
dispute-cannot-involve = { $id } 不能邀请参与
dispute-cannot-draw-up = { $id } 不能制定包案
dispute-cannot-conclude = { $id } 不能登记包案结果
dispute-cannot-note = { $id } 不能加备注
dispute-cannot-escalate = { $id } 不能上报
dispute-cannot-supervise = { $id } 不能督办
dispute-cannot-carry = { $id } 不能移交下一班
dispute-cannot-erase = { $id } 不能清除
dispute-next-found = 请先受理，或指派民警。
dispute-next-accepted = 请登记第一次调解。
dispute-next-mediating = 请继续调解，各方同意后登记协议。
dispute-next-agreed = 请登记各项义务的履行；未履行的，重新调解。
dispute-next-fulfilled = 请先回访，再结案。
dispute-next-closed = 矛盾再起的，请重新调解。
dispute-next-failed = 愿意继续的，请重新调解。
dispute-next-withdrawn = 愿意继续的，请重新调解。
dispute-next-erased = 只留有统计数。
dispute-next-still-open = 尚未了结，直接接着办即可。

# 不能办理的原因：先说情况，再说下一步。

refusal-dispute-already-accepted = { $who } 已于 { $when } 受理 { $id }。请由其办理，可加备注，也可请领导指派给您。
refusal-dispute-needs-parties = 纠纷至少有两方，请登记两名以上当事人。
refusal-dispute-no-such-party = 本纠纷没有当事人 { $n }。请在记录中查看当事人编号。
refusal-dispute-needs-assent-agree = { $id } 不能登记协议：{ $missing } 尚未同意。请征得其同意后再登记。
refusal-dispute-needs-assent-extend = { $id } 的调解须经各方同意才能延期：{ $missing } 未同意。请征求其意见，或按期办结。
refusal-dispute-needs-assent-confirmation = { $id } 须由各方共同申请司法确认：{ $missing } 尚未同意。请征求其意见，或登记不申请司法确认。
refusal-dispute-needs-assent = { $id } 的这一步须经各方同意：{ $missing } 尚未同意。请先征求其意见。
refusal-dispute-is-party = { $officer } 是 { $id } 的当事人，除备注外应当回避。请由他人办理；仅同名的，请在该当事人上注明。
refusal-dispute-nobody-came = 调解至少要有一方到场。请注明谁到场；无人到场的，请加备注。
refusal-dispute-nobody-mediated = 调解至少要有一名民警主持，请注明调解员。
refusal-dispute-empty-agreement = 协议没有内容。请写明约定，或登记一项义务。
refusal-dispute-no-such-obligation = 本纠纷没有第 { $n } 项义务。请在记录中查看义务编号。
refusal-dispute-obligation-settled = { $who } 已于 { $when } 登记第 { $n } 项义务的履行。本次未作改动；登记有误的，请重新调解。
refusal-dispute-obligation-replaced = 第 { $n } 项义务属于已被取代的协议。请办理现行协议的义务。
refusal-dispute-needs-follow-up = { $id } 履行后还没有联系上当事人的回访。请上门或电话回访并登记，再结案。
refusal-dispute-not-settled = 最近一次回访认为 { $id } 尚未化解。请重新调解，或再次回访。
refusal-dispute-needs-supervisor = { $id } 是重大纠纷，只能由所领导结束。请所领导办理。
refusal-dispute-needs-package = { $id } 是重大纠纷，还没有包案。请先制定包案并登记结果，再结案。
refusal-dispute-needs-result = { $id } 的包案还没有结果。请先登记结果，再结案。
refusal-dispute-needs-writing = { $id } 是口头协议，法院只确认书面协议。请另行登记书面协议，或不申请司法确认。
refusal-dispute-window-over = { $id } 申请司法确认的期限已于 { $when } 届满。请登记不申请司法确认。
refusal-dispute-confirmation-settled = { $who } 已于 { $when } 登记 { $id } 的司法确认情况。本次未作改动，请查看记录。
refusal-dispute-not-sought = { $id } 还没有登记申请司法确认。请先登记申请。
refusal-dispute-court-waits = { $id } 已申请司法确认，法院尚未裁定。请先登记裁定。
refusal-dispute-extend-on-dispute = { $id } 的延期须在纠纷上办理，并登记各方同意。请到纠纷上延期。
refusal-dispute-already-violent = { $who } 已于 { $when } 将 { $id } 标注为可能激化。有新情况请登记联系，或加备注。
refusal-dispute-still-violent = { $id } 仍标为可能激化。请先由带班领导或主管说明原因并解除，再办结。
refusal-dispute-not-violent = { $id } 没有标注可能激化。请先标注，或加备注。
refusal-dispute-already-linked = { $id } 已关联 { $to }。本次未作改动，无需再办。
refusal-dispute-cannot-link = 只能关联警情或其他纠纷，{ $to } 不是，或就是本纠纷。请改填其他编号。
refusal-dispute-no-package = { $id } 还没有包案，请先制定。
refusal-dispute-package-concluded = { $who } 已于 { $when } 登记 { $id } 的包案结果。有新情况请加备注。
refusal-dispute-time-past = 该时间已过，请另选尚未到的时间。
refusal-dispute-time-ahead = 该时间尚未到，请填已过的时间。
refusal-dispute-too-many = 太多了，最多 { $most } 个。请减少，其余写入备注。
refusal-dispute-cannot-mediate = { $officer } 不能在此调解：查无此人、已停用，或只能查看。请改派他人。
