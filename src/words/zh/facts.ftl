# 发生了什么：过程和日志中每事一行，句末不加句号。

between = 、
fact-between = ；
fact-with = { $sentence }：{ $details }
fact-gone = { $who }：{ $kind }（内容已清除）

fact-report-received = { $who } 登记（{ $source }）
fact-report-resent = 来源重报
fact-report-accepted = { $who } 签收
fact-report-dispatched = { $who } 派 { $unit } 出警
fact-report-arrived = { $who } 登记 { $unit } 到场
fact-report-resolved = { $who } 处置完毕
fact-report-verified = { $who } 核实
fact-report-closed = { $who } 办结
fact-report-answered = 已答复报警人（{ $answer }）
fact-report-transferred = { $who } 移交给 { $to }
fact-report-marked-duplicate = { $who } 标为 { $of } 的重复警情
fact-report-cancelled = { $who } 取消
fact-report-marked-unfounded = { $who } 标为不属实
fact-report-reopened = { $who } 重新办理
fact-report-noted = { $who } 备注
fact-report-amended = { $who } 更正
fact-report-amended-value = { $field }（{ $value }）
fact-report-undone = { $who } 撤销
fact-report-escalated = { $who } 上报{ $target }（{ $escalation }）
fact-report-erased = { $who } 清除了内容和过程文字

fact-escalation-raised = { $who } 将 { $on } 上报{ $target }
fact-escalation-acknowledged = { $who } 确认
fact-escalation-erased = { $who } 清除了 { $on } 的上报文字

fact-unit-status-changed = { $who } 将 { $unit } 置为'{ $status }'
fact-unit-status-changed-on = { $who } 将 { $unit } 置为'{ $status }'，{ $on }
fact-unit-checked-in = { $who } 登记 { $unit } 打卡

fact-handover-signed = { $who } 交班签字，共 { $count } 项，其中重点 { $critical } 项
fact-handover-accepted = { $who } 接班
fact-handover-reserved = { $who } 接班，有保留意见
fact-handover-withdrawn = { $who } 撤回交班
fact-handover-added = { $who } 补记

fact-setup-set = { $who } 变更设置
fact-setup-retired = { $who } 停用设置
fact-setup-passphrase-set = { $who } 设置了 { $officer } 的口令

fact-desk-started = 值班台启动，版本 { $version }
fact-desk-stopped = 值班台正常停止
fact-desk-clock-set = { $who } 把训练时钟拨到 { $when }
fact-desk-file-refused = 拒收文件 '{ $file }'
fact-desk-file-refused-line = 拒收文件 '{ $file }'，第 { $line } 行
fact-desk-denied = { $who } 越权被拒
fact-desk-notice-dead = 通知 { $id } 发送 { $count } 次均未成功
fact-desk-notice-retried = { $who } 重发通知 { $id }
fact-desk-notice-dropped = { $who } 放弃通知 { $id }
fact-desk-clock-stepped = 本机时钟拨快 { $by }
fact-desk-clock-stepped-back = 本机时钟拨慢 { $by }
fact-desk-notice-tested = { $who } 发送测试通知

# 时限、督办和零报告。

fact-report-taken-over = { $who } 接手
fact-report-supervised = { $who } 督办：{ $order }
fact-report-proposal-declined = { $who } 未采纳调解建议
fact-report-linked = { $who } 关联到 { $dispute }
fact-report-carried = 随 { $handover } 移交下一班
fact-escalation-expired = 确认后逾期未答复，重新等待确认
fact-escalation-answered = { $who } 答复
fact-escalation-taken-over = { $who } 已接手该警情
fact-deadline-amber = 即将到期：{ $rule }
fact-deadline-overdue = 超时：{ $rule }
fact-deadline-told = 已提醒{ $to }：{ $rule }超时
fact-deadline-told-again = 第 { $time } 次提醒{ $to }：{ $rule }超时
fact-deadline-snoozed = { $who } 将{ $rule }推迟到 { $until }
fact-deadline-returned = 推迟到时，重新提示：{ $rule }
fact-deadline-extended = { $who } 将{ $rule }延长 { $days }
fact-deadline-extended-agreed = { $who } 经各方同意将{ $rule }延长 { $days }
fact-deadline-paused = { $who } 暂停{ $rule }计时
fact-deadline-resumed = { $who } 恢复{ $rule }计时
fact-supervision-issued = { $who } 督办 { $on }：{ $to } 须于 { $by } 前答复
fact-supervision-answered = { $who } 答复督办
fact-supervision-sent-back = { $who } 退回答复，须于 { $by } 前重新答复
fact-supervision-withdrawn = { $who } 撤回督办
fact-supervision-erased = { $who } 清除了 { $on } 的督办文字
fact-zero-expected = { $post } 须于 { $by } 前报零报告
fact-zero-filed = { $who } 报：无情况
fact-zero-filed-words = { $who } 报零报告
