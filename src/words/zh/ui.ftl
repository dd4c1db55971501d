# 值班台各屏：记录以外的文字，以及对各项操作的说明。

# 标题、连接、状态行。

ui-title-station = 值班台 { $station }
ui-title-shift = { $shift } { $from }-{ $until }
ui-title-clock = { $weekday } { $day } { $time }
ui-training = 演练
ui-too-small = 窗口太小：需要 { $columns } 列 { $rows } 行。内容都在，放大即可。
ui-loading = 正在向值班台查询...
ui-nobody = 此终端尚未登录。用警号和口令登录后才能看值班台。
ui-waiting-for-line = 尚未连上值班台。
ui-line-opening = 正在连接值班台...
ui-line-down = 与值班台的连接断了，正在重连。所填内容都留着。
ui-line-down-since = { $time } 起与值班台断开，正在重连。所填内容都留着。
ui-line-back = 已重新连上值班台。
ui-parting-desk-stops = 值班台已停止，恢复后此终端自动接上。所填内容都留着。
ui-parting-other-version = 值班台是 { $desk } 版，此终端是另一版。请退出后重新打开。
ui-parting-full = 值班台连接已满。请关掉别处的一个终端，此处会自动再试。
ui-parting-cut = 值班台断开了此终端，正在重连。所填内容都留着。
ui-intake-ok = 收件 正常
ui-intake-refused = 拒收 { $count } 件
ui-intake-stopped = 收件 停止
ui-online = 在线 { $count } 人
ui-no-line-short = 未连接
ui-not-confirmed-count = { $count } 项未确认
ui-draft-report-new = 有一条 { $time } 未填完的新警情，按 { $key } 接着填。
ui-draft-report-quick = 有一条 { $time } 未写完的速录，按 { $key } 接着写。
ui-handover-waiting = { $officer } { $time } 签的 { $id } 等待接班，见'历次交接'。
ui-drafts = 有 { $count } 张未填完的表单，最近一张：{ $form }。再打开同一张即可接着填。
ui-keymap-problems = 按键文件有 { $count } 处问题，其余照常生效。用 'dutydesk keys check' 查看。
ui-keymap-read = 已重新读取按键文件。
ui-lines = 第 { $first }-{ $last } 行，共 { $all } 行
ui-left-list = 已离开此列表
ui-arrivals = 新到 { $count }

# 亮灯、时限。

ui-light-p1 = P1 { $count }
ui-light-overdue = 超时 { $count }
ui-light-to-acknowledge = 待确认 { $count }
ui-light-missed = 漏巡 { $count }
ui-light-contacts = 待访 { $count }
ui-due = 下一项
ui-due-line = { $sign }{ $priority } { $id } { $rule }，{ $due }
ui-due-nothing = 没有到期事项。
ui-age-seconds = { $seconds } 秒
ui-age-none = <1分
ui-age-minutes = { $minutes }分
ui-age-hours = { $hours }时{ $minutes }分
ui-age-whole-hours = { $hours }时
ui-age-days = { $days }天
ui-owed-rests = { $rule } 已推迟
ui-owed-late = { $rule } 超 { $age }
ui-owed-left = { $rule } 剩 { $age }

# 各窗格。

ui-pane-reports = 警情 { $count }
ui-pane-disputes = 纠纷 { $count }
ui-pane-patrol = 巡逻 { $count } 组在外
ui-pane-people = 关爱 { $count }

# 列表上方的说明，以及空列表的说明。

ui-says-people = 需走访的关爱对象
ui-says-patrol = 巡组 { $count } 个，在外 { $out } 个
ui-view-escalations = 上报
ui-view-escalations-waiting = 待确认
ui-says-journal = 值班日志，最新在前
ui-view-draft = 本班
ui-view-handovers = 历次交接
ui-find = 查找：
ui-found = 查找结果：{ $find }
ui-empty-live = 没有未结警情。
ui-empty-reports = 此栏没有警情。
ui-empty-found = 没有找到。可查编号（031）、词语、地点或姓名的一部分。
ui-empty-disputes = 此视图中没有纠纷。此处列出本所调解的矛盾纠纷及下一项待办。按新纠纷键登记；光标在警情上时由该警情生成。
ui-empty-disputes-pane = 没有未化解的纠纷。
ui-empty-people = 本台没有关爱对象记录。此处列出本所应走访的人员及下次走访期限。目前还不能录入。
ui-empty-people-pane = 没有关爱对象记录。
ui-empty-units = 本所没有设置巡组。巡组在 station.toml 中设置。
ui-empty-escalations = 没有上报事项。
ui-empty-escalations-waiting = 没有待确认的上报。
ui-empty-handovers = 还没有签过交接班。
ui-empty-draft = 没有需要交接的事项：无未结警情，无超时，无待确认上报。
ui-empty-journal = 日志是空的。

# 各列名称，不宽于该列。

ui-col-time = 时间
ui-col-age = 已过
ui-col-priority = 级
ui-col-number = 编号
ui-col-type = 类别
ui-col-what = 地点、内容
ui-col-beat = 网格
ui-col-unit = 巡组
ui-col-handler = 承办人
ui-col-status = 状态
ui-col-owed = 下一步
ui-col-on = 警情
ui-col-since = 始于
ui-col-check-in = 最近打卡
ui-col-category = 类别
ui-col-colour = 关爱等级
ui-col-due = 期限
ui-col-to = 报给
ui-col-by = 上报人
ui-col-reason = 原因
ui-col-place = 地点
ui-col-seq = 序号
ui-col-about = 所涉
ui-col-fact = 事项
ui-col-day = 日期
ui-col-shift = 班次
ui-col-items = 事项
ui-col-critical = 重点
ui-col-signed = 交班
ui-col-accepted = 接班
ui-about-setup = 设置
ui-about-desk = 值班台
ui-place-gist = { $place }：{ $gist }

# 一条记录。各项名称不超过 10 格。

ui-label-owed = 下一步
ui-label-narrative = 警情内容
ui-label-place = 地点
ui-label-beat = 网格
ui-label-caller = 报警人
ui-label-other = 对方
ui-label-proposed = 建议
ui-label-disputes = 纠纷
ui-label-before = 双方往事
ui-label-unknown = 未识别
ui-label-times = 登记
ui-label-source = 来源
ui-label-repeated = 重复报警
ui-label-earlier = 以往
ui-label-first-handler = 首办人
ui-label-unit = 巡组
ui-label-resolved = 处置
ui-label-result = 处置情况
ui-label-disposition = 处置结果
ui-label-verified = 核实
ui-label-closed = 办结
ui-label-exit = 转出
ui-label-reopened = 重新办理
ui-label-escalation = 上报
ui-record-owed = { $light }：{ $time }，{ $due }。{ $why }
ui-record-unknown = { $field }：来文为 '{ $given }'，本台没有这一项
ui-record-entered = { $entered }（{ $age }前），{ $who }
ui-record-entered-late = 发生 { $event }，登记 { $entered }（{ $age }前），{ $who }
ui-not-told = 未说明
ui-record-resent = 重报 { $count } 次
ui-record-sent = { $unit }：派出 { $sent }，尚未到场
ui-record-arrived = { $unit }：派出 { $sent }，到场 { $arrived }
ui-record-reopened = { $count } 次
ui-record-raised = { $id } 报{ $to }，{ $stamp }：{ $reason }。{ $note }
ui-record-acknowledged = 已确认 { $stamp }。{ $reply }
ui-record-unacknowledged = 尚未确认：{ $due }。
ui-record-speeds = 三速
ui-record-timeline = 经过（第 { $rev } 版）
ui-speed-took = { $within }：用时 { $took }
ui-speed-running = { $within }：{ $due }
ui-speed-none = { $within }：尚未开始

# 交接班。各项名称不超过 10 格。

ui-critical = 重点
ui-no-remark = 尚未写
ui-draft-items = 事项 { $count } 件，重点 { $critical } 件
ui-draft-numbers = 警情 { $first } 至 { $last }，共 { $count } 条
ui-draft-no-numbers = 本班无警情
ui-handover-heading = { $id }  { $shift } { $day }：{ $status }
ui-handover-waits = { $count ->
    [0] 等待接班人
   *[other] 等待接班人：须复述 { $count } 件
}
ui-handover-next = { $owner }；下一步期限 { $due }
ui-handover-remark = 要当心：{ $remark }
ui-handover-journal = 第 { $first } 至 { $last } 条
ui-label-outgoing = 交班人
ui-label-incoming = 接班人
ui-label-items = 交接内容
ui-label-remark = 要当心
ui-label-words = 本班情况
ui-label-equipment = 装备
ui-label-reservations = 保留意见
ui-label-tallies = 本班办理
ui-label-journal = 日志
ui-label-addendum = 补记
ui-equipment-there = { $item }：有
ui-equipment-missing = { $item }：缺

# 列表中的符号，帮助中说明。

ui-signs = 列表中的符号
ui-sign-cursor = 按键所作用的一条。
ui-sign-overdue = 超时：下一步已误期。
ui-sign-soon = 将到期。
ui-sign-rests = 已推迟或暂停计时，到时会重新提示。
ui-sign-new = 列表打开后新到，此处还没有人看过。
ui-sign-marked = 已标记：下一个操作对所有标记的警情生效。
ui-sign-escalated = 在编号后：已上报，尚无人确认。
ui-sign-to-be-set = 类别、等级或网格待定。
ui-sign-gone = 已不在此列表中，光标移开后消失。
ui-sign-other-day = 另一个值班日的编号：21 日的。
ui-sign-resent = 来源已报过的次数。

# 回执。

ui-done = 已办。
ui-done-dispute = { $id }：{ $step }，{ $time } 已办。
ui-done-signed-in = 现由{ $officer }使用此终端。
ui-done-received = { $id } 已登记 { $time }
ui-done-accepted = { $id } 已签收 { $time }
ui-done-dispatched = { $id } 已派{ $unit } { $time }
ui-done-arrived = { $id } { $unit }已到场 { $time }
ui-done-unit-arrived = { $id } 已到场 { $time }
ui-done-resolved = { $id } 已处置 { $time }，须由他人核实
ui-done-verified = { $id } 已核实 { $time }
ui-done-closed = { $id } 已办结 { $time }
ui-done-transferred = { $id } 已移交 { $time }
ui-done-duplicate = { $id } 已标为重复 { $time }
ui-done-cancelled = { $id } 已取消 { $time }
ui-done-unfounded = { $id } 已标为不属实 { $time }
ui-done-reopened = { $id } 已重新办理 { $time }
ui-done-noted = { $id } 备注已记 { $time }
ui-done-amended = { $id } 已更正 { $time }，原文仍在案
ui-done-proposal-declined = { $id }：不按纠纷处理 { $time }；再有来电时会重新建议
ui-done-undone = { $id } 上一步已撤销 { $time }
ui-done-erased = { $id } 已清除 { $time }
ui-done-escalated = { $id } 已上报为 { $escalation } { $time }，等待确认
ui-done-acknowledged = { $id } 已确认 { $time }
ui-done-unit-status = { $unit }：{ $status } { $time }
ui-done-check-in = { $unit }已打卡 { $time }
ui-done-signed = { $id } 已签字 { $time }，请接班人复述并接班
ui-done-sealed = { $id } 已接班并封存 { $time }
ui-done-withdrawn = { $id } 已撤回 { $time }
ui-done-added = { $id } 补记已记 { $time }
ui-done-exported = 已写入 { $file }
ui-not-exported = 无法写入 '{ $file }'：{ $why }
ui-not-done = 未记录。{ $why }
ui-not-confirmed = 未确认：值班台还不能确定是否已记录，会自动再问。
ui-waits-for-line = 尚未送出，连上后自动送出。

# 标记的警情。

ui-marked = 已标 { $number }
ui-marked-label = { $label }（标记的 { $number } 件）
ui-marked-accepted = { $count ->
   *[other] { $count } 件警情已签收
}
ui-marked-resolved = { $count ->
   *[other] { $count } 件警情已处置
}
ui-marked-verified = { $count ->
   *[other] { $count } 件警情已核实
}
ui-marked-closed = { $count ->
   *[other] { $count } 件警情已办结
}
ui-marked-transferred = { $count ->
   *[other] { $count } 件警情已移交
}
ui-marked-duplicate = { $count ->
   *[other] { $count } 件警情已标为重复
}
ui-marked-cancelled = { $count ->
   *[other] { $count } 件警情已撤销
}
ui-marked-unfounded = { $count ->
   *[other] { $count } 件警情已标为不实
}
ui-marked-reopened = { $count ->
   *[other] { $count } 件警情已重新打开
}
ui-marked-noted = { $count ->
   *[other] { $count } 件警情已备注
}
ui-marked-escalated = { $count ->
   *[other] { $count } 件警情已上报
}
ui-marked-done = { $count ->
   *[other] { $count } 件警情已办理
}
ui-marked-some = { $done }，{ $count } 件被拒：{ $why }
ui-marked-none = { $count ->
    [1] 1 件被拒：{ $why }
   *[other] { $count } 件均被拒：{ $why }
}
ui-refused-short = { $ids }{ $more }（{ $why }）
ui-refused-whole = { $ids }{ $more }：{ $why }
ui-refused-and = { $first }；{ $next }
ui-refused-yours = 已由您负责
ui-refused-theirs = { $officer }已签收

# 为什么现在不能办。

ui-no-key = '{ $keys }' 在此处没有作用。
ui-no-paste = 此处没有可粘贴的栏目。
ui-no-line = 与值班台的连接断了，恢复后才能办。
ui-no-keep = 值班台现在不能留存所填内容：请保存表单，或不要关闭此终端。
ui-no-answer = 值班台未能答复，屏上是先前的内容。
ui-no-quit = 还有 { $count } 项未确认。仍要退出请再按一次 { $key }。
ui-no-officer = 此终端尚未登录，请先登录。
ui-no-figures = 本版还没有统计屏。
ui-no-back = 已在值班台屏，没有上一步。
ui-no-panes = 只有值班台屏分窗格。
ui-no-views = 此屏只有一种列法。
ui-no-form = 没有打开的表单。
ui-no-menu = 没有打开的选单。
ui-no-open-here = 这就是整条记录。
ui-no-open-unit = 此巡组没有出警。
ui-no-open-handover = 请先打开这次交接。
ui-no-open-entry = 这一条所涉的事项没有可打开的记录。
ui-no-row = 光标处没有记录。
ui-no-mark-here = 标记只用于列表中的行，这里是一条记录。
ui-no-marked-dispatch = 一个巡组同时只出一件警情，请逐件派警。按 Esc 清除标记。
ui-no-marked-arrive = 巡组到场要逐件记录。按 Esc 清除标记。
ui-no-marked-amend = 更正要逐件进行。按 Esc 清除标记。
ui-no-marked-undo = 各件的上一步不同，请逐件撤销。按 Esc 清除标记。
ui-no-report = 光标处没有警情。
ui-no-unit = 光标处没有巡组。
ui-no-escalation = 光标处没有上报事项。
ui-no-handover = 光标处没有交接班。
ui-no-draft = 签字的是本班交接，请先切到'本班'。
ui-no-draft-item = 附言写在本班事项上，签字之前可写。
ui-no-withdrawn = 这次交接已撤回。
ui-no-unanswered = { $id } 的上一步还没有回音。
ui-no-under-overlay = 请先关闭打开的窗口。
ui-no-while-finding = 请先结束查找：回车保留结果，Esc 放弃。
ui-done-answered = { $id } 已答复 { $time }
ui-done-taken-over = { $id } 已接手 { $time }
ui-put-off = 推迟到 { $time }
