# 规则不允许时：先说情况，再说下一步怎么办。不含个人信息，只有编号、代码和民警。

refusal-not-found = 本台没有 '{ $what }'。请核对编号，列表中可查到现有的。
refusal-role-may-not = { $role }无权{ $asked }。请由有权限的同事办理。
refusal-not-signed-in = 此处尚未签到。请用警号和口令签到。
refusal-no-officer = 本机账号 { $uid } 不是本台人员。请用警号和口令签到，或请所领导把该账号登记给本人。

# 步骤不合：先说办不了什么，再说现在到哪一步，最后说下一步。

refusal-no-proposal = { $id } 没有调解建议。有建议的警情见视图'建议调解'。
refusal-wrong-step = { $cannot }：现为'{ $status }'。{ $next }
cannot-receive = { $id } 不能再次登记
cannot-accept = { $id } 不能签收
cannot-dispatch = { $id } 不能派警
cannot-arrive = { $id } 不能登记到场
cannot-resolve = { $id } 不能登记处置完毕
cannot-verify = { $id } 不能核实
cannot-close = { $id } 不能办结
cannot-transfer = { $id } 不能移交
cannot-mark-duplicate = { $id } 不能标为重复
cannot-cancel = { $id } 不能取消
cannot-mark-unfounded = { $id } 不能标为不属实
cannot-reopen = { $id } 不能重新办理
cannot-amend = { $id } 不能更正
cannot-note = { $id } 不能加备注
cannot-resend = { $id } 不能计为重报
cannot-escalate = { $id } 不能上报
cannot-undo = { $id } 没有可撤销的步骤
cannot-erase = { $id } 不能清除
next-received = 请先签收。
next-accepted = 请派警；不需出警的，登记处置完毕。
next-dispatched = 请登记到场，或登记处置完毕。
next-in-progress = 请先登记处置完毕。
next-resolved = 须先由他人核实。
next-verified = 现在可以办结。
next-closed = 还有事要办的，请重新办理。
next-transferred = 仍归本所的，请重新办理。
next-duplicate = 请在原警情上办理，或重新办理本条。
next-cancelled = 仍需处置的，请重新办理。
next-unfounded = 确有其事的，请重新办理。
next-erased = 只留有统计数。
next-still-open = 尚未了结，直接接着办即可。

# 别人先办了，或者这一步已经办过。

refusal-already-accepted = { $who } 已于 { $when } 签收 { $id }。请由其办理，有情况可加备注。
refusal-already-done = { $done }。本次未作改动，下一步请看记录。
refusal-changed-since = { $done }，晚于您屏幕上的内容。请看过最新情况再办。
done-receive = { $who } 已于 { $when } 登记 { $id }
done-accept = { $who } 已于 { $when } 签收 { $id }
done-dispatch = { $who } 已于 { $when } 为 { $id } 派警
done-arrive = { $who } 已于 { $when } 登记 { $id } 到场
done-resolve = { $who } 已于 { $when } 登记 { $id } 处置完毕
done-verify = { $who } 已于 { $when } 核实 { $id }
done-close = { $who } 已于 { $when } 办结 { $id }
done-transfer = { $who } 已于 { $when } 移交 { $id }
done-mark-duplicate = { $who } 已于 { $when } 将 { $id } 标为重复
done-cancel = { $who } 已于 { $when } 取消 { $id }
done-mark-unfounded = { $who } 已于 { $when } 将 { $id } 标为不属实
done-reopen = { $who } 已于 { $when } 重新办理 { $id }
done-amend = { $who } 已于 { $when } 更正 { $id }
done-note = { $who } 已于 { $when } 为 { $id } 加备注
done-resend = { $id } 的来源已于 { $when } 重报
done-escalate = { $who } 已于 { $when } 上报 { $id }
done-undo = { $who } 已于 { $when } 撤销 { $id } 的一步
done-erase = { $who } 已于 { $when } 清除 { $id }
done-changed = { $who } 已于 { $when } 改动 { $id }

# 核实与办结。

refusal-own-work = { $id } 是您本人处置的，请由他人核实。
refusal-needs-disposition = { $id } 还没有处置结果，请选定后再办结。
refusal-needs-answer = { $id } 还没有注明怎样答复报警人，请选定后再办结。

# 代码、网格和巡组。

refusal-unknown-code = { $list }中没有 '{ $code }'。{ $choices }
refusal-unknown-beat = 没有网格 '{ $code }'。{ $choices }
refusal-unknown-unit = 没有巡组 '{ $code }'。{ $choices }
refusal-choices = 可选：{ $choices }。
refusal-choices-and-more = 可选：{ $choices }，另有 { $more } 项。
refusal-no-choices = 本所尚未设置，请所领导设置。
refusal-unit-off = { $unit } 未上勤。请派其他巡组，或先将其置为'待命'。
refusal-unit-already-sent = { $who } 已于 { $when } 派 { $unit } 到本警情。本次未作改动；需要增援的，请派其他巡组。
refusal-unit-busy = { $unit } 正在办 { $on }，状态随该警情变动。请派其他巡组，或先办完 { $on }。
refusal-unit-not-on-its-way = { $unit } 不在前往 { $id } 的途中：没有派过，或已到场。请先派警，或改选巡组。
refusal-which-unit = 有几个巡组在途中：{ $units }。请指明到场的是哪一个。

# 各项填写。

refusal-empty = '{ $field }'没有填，请填写。
refusal-too-long = '{ $field }'最多 { $max } 字。请缩短，其余可写入备注。
refusal-bad-value = '{ $value }' 不能用作'{ $field }'。{ $hint }
refusal-event-in-future = 发生时间晚于现在，请核对日期和时间。
value-priority = 应为 P1、P2、P3 或 P4。
value-event-time = 写法如 2026-11-21T22:46:00+08:00。
value-code = 只能用字母 a 到 z、数字、'-' 和 '_'，且不能与值班台自用的名称相同。
value-zone = 应为时区名，例如 Asia/Shanghai。
value-status = 巡组只能置为'待命'、'返回'或'未上勤'，其余随警情变动。
value-other = 请改正。

# 重复、撤销、清除。

refusal-not-a-duplicate-of = 不能标为 { $of } 的重复警情：它就是本条，或者也是重复警情。请填原警情编号。
refusal-nothing-to-undo = { $id } 上没有您可以撤销的步骤。只能在 { $span }内撤销本人的最后一步；办结和重新办理不能撤销。
refusal-still-open = { $id } 尚未了结，不能清除。请先办结。

# 上报。

refusal-already-acknowledged = { $who } 已于 { $when } 确认 { $id }，无需再办。
refusal-own-escalation = { $id } 是您本人上报的，须由他人确认。
refusal-escalation-waiting = { $id } 已在等待确认。请催办该条，或上报到更高一级。

# 口令。

refusal-passphrase-wrong = { $officer } 的口令不对，或尚未设置。请重试，或请所领导设置。
refusal-passphrase-short = 口令至少 { $min } 个字符，请换一个长些的。

# 交接班。

refusal-same-officer = 交班和接班须是两个人。请由接班人接班。
refusal-handover-waiting = { $id } 还没有人接班。请先接班或撤回，再签下一份。
refusal-not-read-back = 这些重点事项还没有复述：{ $items }。请逐项复述后再接班。
refusal-equipment-blank = 装备清点有漏项，每项都要填有或无。
refusal-sealed = { $id } 已不在待接状态：已封存或已撤回。已封存的可以补记，已撤回的请重新签字。
refusal-not-sealed = { $id } 尚未封存，封存后才能补记。
refusal-not-yours = { $id } 由 { $officer } 签字，只能由其本人撤回。

# 训练时钟与设置。

refusal-training-only = 仅训练台可用，本台为正式值班台。
refusal-clock-backward = 训练时钟只能往前拨，请给一个更晚的时间。
refusal-training-is-fixed = 是否训练台不能更改，请另建一个。
refusal-dangling = '{ $key }' 引用的 '{ $names }' 没有设置、已停用，或级别不更高。请先设置，或改用别的。
refusal-last-supervisor = 这样本台就没有所领导了。请先把另一人设为所领导。
refusal-notice-not-open = 没有待发或未送达的通知 '{ $id }'。用 'dutydesk outbox list' 查看。
refusal-in-use = '{ $key }' 不能停用：'{ $by }' 还在引用。请先改 '{ $by }'。
refusal-in-use-desk = 本所自身不能停用，只能修改。

# 时限、督办和零报告。

cannot-link = { $id } 不能关联
cannot-decline-proposal = { $id } 没有可不采纳的建议
cannot-take-over = { $id } 不能接手
cannot-supervise = { $id } 不能督办
cannot-carry = { $id } 不能移交
done-link = { $who } 于 { $when } 关联了 { $id }
done-decline-proposal = { $who } 于 { $when } 未采纳 { $id } 的调解建议
done-take-over = { $who } 已于 { $when } 接手 { $id }
done-supervise = { $who } 已于 { $when } 督办 { $id }
done-carry = { $id } 已于 { $when } 移交 { $who }
refusal-not-owed = { $id } 没有待办的'{ $rule }'。请查看记录。
refusal-snooze-past = 该时间已过，请推迟到尚未到的时间。
refusal-snooze-too-long = 最多推迟 { $span }，请选更早的时间。
refusal-snooze-urgent = { $id } 危及生命且无人签收，不能推迟，请先签收。
refusal-not-snoozed = { $id } 的'{ $rule }'没有推迟，仍在待办中。
refusal-no-extension = '{ $rule }'不能延长，请办理或上报。
refusal-extended = '{ $rule }'总共最多延长 { $days }、{ $times } 次。请减少天数，或不再延长。
refusal-needs-consent = '{ $rule }'须经各方同意才能延长。请先征得同意并注明。
refusal-not-pausable = '{ $rule }'不能暂停计时，可改为推迟到某个时间。
refusal-already-paused = { $who } 已于 { $when } 暂停 { $id } 的计时，请先恢复。
refusal-not-paused = { $id } 的'{ $rule }'没有暂停计时，仍在计时。
refusal-already-answered = { $who } 已于 { $when } 办结 { $id }，未作改动。
refusal-already-yours = { $id } 已由您负责，请继续办理。
refusal-due-past = 该时间已过，请选尚未到的时间。
refusal-not-answered = { $id } 没有可退回的答复，请等待答复或撤回督办。
refusal-unknown-post = 没有岗点 '{ $code }'。{ $choices }
