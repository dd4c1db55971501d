# 纠纷表单：标题和各项名称。
# 标题中的变量是纠纷编号，或新纠纷所依据的警情编号。

form-title-dispute-new = 新纠纷
form-title-dispute-new-from = 由 { $about } 转为纠纷
form-title-dispute-assign = 交办 { $about }：主办、措施、时限、责任人
form-title-dispute-amend = 更正 { $about }
form-title-dispute-add-party = { $about } 增加当事人
form-title-dispute-amend-party = 更正 { $about } 的当事人
form-title-dispute-plan = { $about } 下次调解
form-title-dispute-sit = { $about } 调解记录
form-title-dispute-agree = { $about } 调解协议
form-title-dispute-settle = { $about } 义务履行
form-title-dispute-reopen = 重启 { $about }
form-title-dispute-seek-confirmation = { $about } 申请司法确认
form-title-dispute-decide-confirmation = { $about } 法院答复
form-title-dispute-leave-confirmation = { $about } 不申请司法确认
form-title-dispute-follow-up = 回访 { $about }
form-title-dispute-close = { $about } 履行完毕结案
form-title-dispute-fail = { $about } 调解不成
form-title-dispute-withdraw = { $about } 撤回
form-title-dispute-extend = { $about } 延长调解
form-title-dispute-mark-violent = { $about } 可能激化
form-title-dispute-calm = { $about } 解除激化标记
form-title-dispute-contact = 就 { $about } 联系当事人
form-title-dispute-link = 关联 { $about }
form-title-dispute-involve = 谁参与 { $about } 的调解
form-title-dispute-draw-up = { $about } 包案
form-title-dispute-conclude = { $about } 包案结果
form-title-dispute-note = { $about } 备注

# 各项名称：不超过 14 格，前面有编号的不超过 12 格。先是纠纷和当事人。

form-label-quarrel = 纠纷内容
form-label-category = 类别
form-label-severity = 程度
form-label-applicant = 申请人
form-label-applicant-phone = 申请人电话
form-label-respondent = 被申请人
form-label-respondent-phone = 被申请人电话
form-label-violent = 会激化？缘由
form-label-side = 姓名
form-label-side-role = 身份
form-label-side-phone = 电话
form-label-name = 姓名
form-label-role = 身份
form-label-address = 住址
form-label-speaker = 代理人
form-label-speaker-phone = 代理人电话
form-label-speaker-as = 代理身份
form-label-is-officer = 是本所民警
form-label-namesake = 仅同名

# 四定、包案、联合调解。

form-label-lead = 主办民警
form-label-measure = 措施
form-label-deadline = 办结时限
form-label-answers-for = 责任人
form-label-responsible = 责任人
form-label-result-by = 结果时限
form-label-involved-as = 参与身份
form-label-link-to = 关联到
form-label-contact = 对象和内容

# 调解。

form-label-at = 时间
form-label-came = 到场
form-label-said = 调解内容
form-label-next-at = 下次调解
form-label-next-place = 下次地点
form-label-began = 开始时间
form-label-mediator = 调解民警
form-label-others = 其他调解人

# 协议、义务、法院。

form-label-who = 义务人
form-label-what = 内容
form-label-due = 期限
form-label-amount = 金额
form-label-terms = 其他约定
form-label-agreed-how = 协议形式
form-label-assents = 同意协议
form-label-obligation = 义务
form-label-state = 履行情况
form-label-court = 法院
form-label-asking = 共同申请
form-label-outcome = 法院答复

# 结案与回访。

form-label-consents = 同意延期
form-label-followed-by = 方式
form-label-found = 回访结果
form-label-path = 去向
