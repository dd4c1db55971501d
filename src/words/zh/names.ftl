# 值班台自有代码的叫法。各类按代码查找，见 src/words/names.rs。

to-be-set = 待定
the-desk = 值班台

# 警情办到哪一步。

status-received = 待签收
status-accepted = 已签收
status-dispatched = 已派警
status-in-progress = 处置中
status-resolved = 已处置
status-verified = 已核实
status-closed = 已办结
status-transferred = 已移交
status-duplicate = 重复
status-cancelled = 已取消
status-unfounded = 不属实
status-erased = 已清除

# 警情上的各步，作动词用。

step-receive = 登记
step-accept = 签收
step-dispatch = 派警
step-arrive = 到场
step-resolve = 处置完毕
step-verify = 核实
step-close = 办结
step-transfer = 移交
step-mark-duplicate = 标为重复
step-cancel = 取消
step-mark-unfounded = 标为不属实
step-reopen = 重新办理
step-amend = 更正
step-note = 备注
step-resend = 重报
step-escalate = 上报
step-undo = 撤销
step-erase = 清除

# 在值班台的岗位。

role-duty-officer = 值班员
role-shift-leader = 带班领导
role-supervisor = 所领导
role-mediator = 调解员
role-reviewer = 督查员
role-script = 外部程序
role-desk = 值班台

# 警情来源。

source-phone = 电话
source-hotline = 热线
source-walk-in = 来所
source-grid-worker = 网格员
source-patrol = 巡逻
source-alarm-phone = 报警器
source-file-drop = 文件接入
source-other-desk = 其他值班台
source-letter-or-visit = 信访

# 辖区层级。

level-beat = 网格
level-community = 社区
level-town = 镇街
level-district = 区县

# 上报对象。

target-beat = 网格责任人
target-community = 社区
target-town = 所里
target-district = 分局

# 时限规则，按欠哪一步称呼。

# 亮灯。

light-green = 正常
light-amber = 将到期
light-red = 超时

# 警情列表的范围。

view-open = 未结
view-mine = 我的
view-waiting = 待签收
view-to-be-set = 待定项
view-proposed = 建议调解
view-all = 全部

# 巡组状态。

unit-status-off = 未上勤
unit-status-available = 待命
unit-status-dispatched = 出警
unit-status-on-scene = 到场
unit-status-returning = 返回

# 交接班办到哪一步。

handover-status-signed = 已交未接
handover-status-withdrawn = 已撤回
handover-status-sealed = 已封存

# 列入交接班的原因。

ground-open-urgent = 未结急警
ground-unacknowledged = 上报待确认
ground-may-turn-violent = 可能激化
ground-dispute-due = 纠纷到期
ground-overdue = 超时
ground-supervision = 督办待答复
ground-zero-missing = 零报告未报
item-carried = 已交接 { $count } 次
ground-still-open = 未结

# 本所自定的代码表。

list-incident-type = 警情类别
list-priority = 警情等级
list-disposition = 处置结果
list-answer = 答复方式
list-transfer-reason = 移交原因
list-cancel-reason = 取消原因
list-unfounded-reason = 不属实原因
list-escalation-reason = 上报原因
list-reopen-reason = 重新办理原因

# 表单和文件中的各项。

field-narrative = 警情内容
field-place = 地点
field-caller-name = 报警人
field-caller-phone = 联系电话
field-other-name = 对方
field-other-phone = 对方电话
field-type = 类别
field-priority = 等级
field-beat = 网格
field-event-time = 发生时间
field-source-key = 来源编号
field-result = 处置情况
field-note = 备注
field-disposition = 处置结果
field-answer = 答复方式
field-reason = 原因
field-to = 移交对象
field-reply = 回复
field-remark = 附言
field-words = 本班情况
field-reservations = 保留意见
field-name = 名称
field-code = 代码
field-passphrase = 口令
field-zone = 时区
field-status = 巡组状态
field-measure = 措施
field-said = 调解经过
field-terms = 协议内容
field-obligation = 义务
field-court = 法院
field-found = 发现纠纷数

# 值班台的故障：横幅上的一句话。

trouble-disk-full = 磁盘已满：可以查看，不能记录，请清理空间。
trouble-read-only = 值班台目录不可写：可以查看，不能记录。
trouble-write-failed = 记录失败：可以查看；标着'未确认'的可能没有记上。
trouble-clock-back = 本机时钟倒退，请校对时间；值班台时钟照走，日志次序不变。
trouble-clock-forward = 本机时钟被拨快，请校对时间；值班台时钟照走，时限不会提前到期。
trouble-spool-unreadable = 接收目录读不了，文件接入的警情暂时进不来。
trouble-notices-dead = 有通知未送达：用 'dutydesk outbox list' 查看，重发或放弃。
trouble-desk-file-wrong = 'desk.toml' 有误，沿用原来的内容；若别人可以改它，则整个不用；用 'dutydesk doctor' 查看何处有误。
trouble-broken = 值班台内部出错，所办的事可能没有办成，请先查看再重办。

step-link = 关联
step-decline-proposal = 不采纳调解建议
step-take-over = 接手
step-supervise = 督办
step-carry = 移交
field-instruction = 督办要求
trouble-rules = 时限规则有误，有误的部分未采用。请运行 'dutydesk rules check'。

# 督办状态。

supervision-status-open = 待答复
supervision-status-answered = 已答复
supervision-status-withdrawn = 已撤回
supervision-status-erased = 已清除
