# 表单、选单、命令、帮助和按键提示。
# 标题中的变量是所涉的记录或巡组。

form-title-report-new = 新警情
form-title-report-quick = 一行速录
form-title-report-amend = 更正 { $about }
form-title-report-resolve = { $about } 处置完毕
form-title-report-close = 办结 { $about }
form-title-report-transfer = 移交 { $about }
form-title-report-duplicate = { $about } 系重复报警
form-title-report-cancel = 取消 { $about }
form-title-report-unfounded = { $about } 不属实
form-title-report-reopen = 重新办理 { $about }
form-title-report-note = { $about } 备注
form-title-report-escalate = 上报 { $about }
form-title-escalation-acknowledge = 确认 { $about }
form-title-unit-check-in = { $about } 打卡
form-title-handover-sign = 交班签字
form-title-handover-remark = { $about } 要当心什么
form-title-handover-accept = 接班 { $about }
form-title-handover-addendum = 补记 { $about }
form-title-sign-in = 登录
form-marked = { $count ->
   *[other] { $count } 件标记的警情
}

# 各项名称，不超过 14 格。

form-label-narrative = 警情内容
form-label-place = 地点
form-label-caller-name = 报警人
form-label-caller-phone = 联系电话
form-label-other-name = 对方
form-label-other-phone = 对方电话
form-label-type = 类别
form-label-priority = 等级
form-label-beat = 网格
form-label-event-time = 发生时间
form-label-result = 处置情况
form-label-note = 备注
form-label-disposition = 处置结果
form-label-answer = 答复方式
form-label-reason = 原因
form-label-to = 移交对象
form-label-reply = 回复
form-label-remark = 附言
form-label-words = 本班情况
form-label-reservations = 保留意见
form-label-passphrase = 口令
form-label-source = 来源
form-label-level = 报给
form-label-duplicate-of = 与哪条相同
form-label-officer = 警号

form-priority-p1 = 危及生命
form-priority-p2 = 紧急
form-priority-p3 = 须出警
form-priority-p4 = 不须出警

# 各项之内。

form-proposed = ~ { $choice }（建议，不用则删去）
form-to-be-set = 待定
form-yes = 是
form-no = 否
form-time-now = = 现在
form-time-how = ? 22:10 或 -10
form-ahead-how = ? 14:00、11-25 14:00
form-money-how = ? 1200 或 1200.50
form-by-day-how = ? 12-31、'30d'、11-25 14:00

# 底行：这一项怎么填。

form-advice-choice = 输入代码或名称，按空格看选单。
form-advice-time = 空着即现在。可写 22:10、-10（十分钟前）、11-20 22:10 或完整时间。
form-advice-yes-no = 按 y 或 n，不能留空。
form-advice-ahead = 未来时间：'14:00'、'11-25 14:00'、'2h'（2 小时后），或写全。
form-advice-by-day = 未来日期或时间：'12-31'、'30d'（30 天后）、'11-25 14:00'，或写全。
form-advice-money = 金额：1200 或 1200.50，无金额留空。
form-advice-record = 编号，写全或只写末尾：31 即今日 'R-031'，'d7' 即 'D-007'，20/31 为 20 日的。
form-advice-ticks = 按编号勾选，再按取消；空格键勾选光标所在行。
form-advice-number = 写完整编号，或只写末尾：31 即同一值班日的 R-031，20/31 是 20 日的。

# 一行速录：录入的内容，以及能写什么。

form-quick-no-priority = 等级待定
form-quick-no-type = 类别待定
form-quick-beat-to-be-set = 网格待定
form-quick-place = 地点 { $place }
form-quick-phone = 电话 { $phone }
form-quick-how = 可写 'p1'-'p4'、类别、'@' 网格、'#' 地点，、'tel:' 电话，其余为警情。'~' 为建议。
form-quick-no-beat = 本所没有网格'{ $beat }'，警情照录，网格待定。

# 底行：表单怎么样了。

form-left-out = { $count ->
   *[other] 略去了 { $count } 个控制字符。
}
form-restored = { $time } 留存的草稿。
form-restored-keys = { $time } 留存的草稿。按 { $keys } 清空整张表单。
form-theirs = 其间另有警员将此项改为'{ $text }'。保存即以您填的为准。
form-theirs-by = 其间 { $who } 将此项改为'{ $text }'。保存即以您填的为准。
form-emptied = 表单已清空。再清空一次，原内容即恢复。
form-waiting = 正在保存 ...
form-unanswered = 尚未确认：值班台没有回音。请再保存一次，不会重复登记。
form-save-pending = 尚未确认，系统会自行再办。请勿重复登记。
form-draft-kept = 草稿已留存（{ $form }），按原来的键可接着填。

# 为什么存不了。

form-wrong-empty = 这一项必须填。
form-wrong-no-words = 请用几个字写明出了什么事。
form-wrong-choice = 选单里没有这一条；请另选，或按 Esc 放弃。
form-wrong-several = 有几条相符：请用方向键选定后按回车，或再多输几个字。
form-wrong-time = 这不是时间。请写 22:10、-10（十分钟前）或 2026-11-21 22:10。
form-wrong-ahead = 这比现在还晚；发生时间不能晚于现在。
form-wrong-day-ahead = 这不是未来的日期或时间。请写 '12-31'、'30d'（30 天后）或 '2026-12-31 14:00'。
form-wrong-money = 这不是金额。请写 1200 或 1200.50。
form-wrong-record = 这不是警情或纠纷的编号。编号如 'R-20261121-031'、'D-20261121-007'。
form-wrong-nothing-agreed = 还没有协议内容：请填一项义务，或在下方写明所达成的内容。
form-wrong-lines = 一张表单最多 { $most } 行，其余请保存后再补。
form-wrong-number = 这不是警情编号。编号如 R-20261121-031，只写 31 也行。
form-wrong-own-number = 警情不能与自己重复。
form-wrong-blank = 请按 y 或 n，不能留空。
form-wrong-cant-empty = 这一项可以改，不能清空。
form-wrong-unchanged = 什么都没有改。
form-wrong-full = 放不下：最多 { $max } 个字，这次输入的都没有采用。

# 选单。

form-menu-filter = 查找：
form-menu-nothing = 没有相符的。
form-menu-dispatch = 派往 { $id }
form-menu-arrive = 到场 { $id }
form-menu-unit-status = { $unit } 现在的状态
form-menu-off = 该巡组未上勤。
form-menu-sent = 该巡组已派往本警情。
form-menu-busy = 该巡组正在处置 { $id }。
form-menu-same-status = 已经是这个状态。

# 命令、帮助、按键提示、输入确认。

form-palette = 命令
form-help = 按键
form-help-more = 下面还有
form-which = { $keys } ...
form-which-more = { $count ->
   *[other] 还有 { $count } 个键
}
form-confirm = 此事不能撤销
form-confirm-type = 要继续，请输入：{ $word }
form-confirm-wrong = 输入的不是 '{ $word }'，什么都没有做。
