# 操作：提示栏用的短名称（不超过 8 格），以及一行说明。
# 标识与 src/keys/action.rs 中的表一致，由测试核对。

action-help = 帮助
action-help-help = 列出此处能做的操作和按键。
action-palette = 命令
action-palette-help = 按名称执行任何操作。
action-find = 查找
action-find-help = 按编号、词语、地点或时间查警情。
action-back = 返回
action-back-help = 退回上一步。
action-undo = 撤销
action-undo-help = 收回刚才的操作（仅限可收回的）。
action-report-new = 新警情
action-report-new-help = 接报登记。
action-report-quick = 速录
action-report-quick-help = 在任何画面上用一行字录入警情。
action-screen-desk = 值班台
action-screen-desk-help = 警情、纠纷、巡逻、关爱四栏同屏。
action-screen-reports = 警情
action-screen-reports-help = 查看警情。
action-screen-disputes = 纠纷
action-screen-disputes-help = 查看调解中的矛盾纠纷。
action-screen-patrol = 巡逻
action-screen-patrol-help = 查看巡组、巡线和卡口。
action-screen-people = 关爱
action-screen-people-help = 查看需要走访的关爱对象。
action-screen-escalations = 上报
action-screen-escalations-help = 查看已上报的事项和待确认的事项。
action-screen-handover = 交接班
action-screen-handover-help = 查看本班及以往的交接。
action-screen-journal = 日志
action-screen-journal-help = 查看值班日志，逐条在案。
action-screen-figures = 统计
action-screen-figures-help = 查看本所各项数字。
action-screen-due = 待办
action-screen-due-help = 查看所有到期和未到期的待办事项及其依据。
action-sign-in = 换人
action-sign-in-help = 换一名值班员在本终端登录。
action-language = 语言
action-language-help = 中文、英文切换。
action-repaint = 重绘
action-repaint-help = 把整个屏幕重画一遍。
action-reload-keys = 重读按键
action-reload-keys-help = 重新读取按键文件。
action-quit = 退出
action-quit-help = 离开终端，值班台照常运行。

action-up = 上移
action-up-help = 上移一行。
action-down = 下移
action-down-help = 下移一行。
action-page-up = 上页
action-page-up-help = 上翻一页。
action-page-down = 下页
action-page-down-help = 下翻一页。
action-top = 首行
action-top-help = 跳到第一行。
action-bottom = 末行
action-bottom-help = 跳到最后一行。
action-open = 打开
action-open-help = 打开记录，看全过程。
action-zoom = 放大
action-zoom-help = 本栏占满全屏，再按还原。
action-next-pane = 下一栏
action-next-pane-help = 转到下一栏。
action-previous-pane = 上一栏
action-previous-pane-help = 转到上一栏。
action-next-view = 换范围
action-next-view-help = 换列表范围：未结、全部、我的等。
action-previous-view = 前一范围
action-previous-view-help = 换回列表的前一范围。

action-report-accept = 签收
action-report-accept-help = 签收警情，此后由本台负责。
action-report-dispatch = 派警
action-report-dispatch-help = 派巡组出警。
action-report-arrive = 到场
action-report-arrive-help = 登记巡组已到现场。
action-report-resolve = 处置完毕
action-report-resolve-help = 登记已处置完毕及处置情况。
action-report-verify = 核实
action-report-verify-help = 核实他人的处置结果。
action-report-close = 办结
action-report-close-help = 填写处置结果和答复报警人的方式，办结警情。
action-report-escalate = 上报
action-report-escalate-help = 写明理由上报，等待确认。
action-report-note = 备注
action-report-note-help = 在过程中加一条备注。
action-report-amend = 更正
action-report-amend-help = 更正警情内容，原文留存。
action-report-transfer = 移交
action-report-transfer-help = 不归本所管辖的，移交并写明去向。
action-report-duplicate = 重复
action-report-duplicate-help = 标为另一警情的重复报警。
action-report-cancel = 取消
action-report-cancel-help = 不再需要处置的，写明理由后取消。
action-report-unfounded = 不属实
action-report-unfounded-help = 经查不属实的，据此了结。
action-report-reopen = 重新办理
action-report-reopen-help = 已了结的重新办理，原有过程保留。
action-report-mark = 标记
action-report-mark-help = 标记警情或取消标记，之后的操作对所有标记的警情生效。
action-report-mark-all = 全标
action-report-mark-all-help = 标记所显示的全部警情，再按一次取消。

action-unit-status = 状态
action-unit-status-help = 设定巡组状态：待命、已派、到场、返回、下线。
action-unit-check-in = 打卡
action-unit-check-in-help = 登记巡组已报到。

action-escalation-acknowledge = 确认
action-escalation-acknowledge-help = 确认已看到上报事项并接手。

action-handover-read-back = 复述
action-handover-read-back-help = 登记接班人已复述本条。
action-handover-remark = 附言
action-handover-remark-help = 给本条加一句附言。
action-handover-sign = 交班签字
action-handover-sign-help = 交班人签字。
action-handover-accept = 接班
action-handover-accept-help = 接班人签收，交接随即封存。
action-handover-withdraw = 撤回签字
action-handover-withdraw-help = 无人接班之前撤回签字。
action-handover-addendum = 补记
action-handover-addendum-help = 给已封存的交接补记。
action-handover-export = 导出
action-handover-export-help = 把交接写成文件。

action-form-save = 保存
action-form-save-help = 保存表单，在哪一项都可以。
action-form-cancel = 离开
action-form-cancel-help = 离开表单，草稿保留。
action-form-next = 下一项
action-form-next-help = 转到下一项。
action-form-previous = 上一项
action-form-previous-help = 转到上一项。
action-form-choose = 选择
action-form-choose-help = 打开本项的选单，没有选单就转到下一项。
action-form-earlier = 以往警情
action-form-earlier-help = 此地、此号码的以往警情，可打开查看。
action-new-line = 换行
action-new-line-help = 在文中另起一行。
action-edit-up = 上一行
action-edit-up-help = 上移一行或一个选项，到顶则转到上一项。
action-edit-down = 下一行
action-edit-down-help = 下移一行或一个选项，到底则转到下一项。
action-edit-left = 左移
action-edit-left-help = 光标左移。
action-edit-right = 右移
action-edit-right-help = 光标右移。
action-edit-home = 行首
action-edit-home-help = 光标移到行首。
action-edit-end = 行尾
action-edit-end-help = 光标移到行尾。
action-edit-backspace = 退格
action-edit-backspace-help = 删去光标前的字。
action-edit-delete = 删除
action-edit-delete-help = 删去光标处的字。
action-edit-word-back = 删前词
action-edit-word-back-help = 删去光标前的词。
action-edit-clear = 清空
action-edit-clear-help = 清空本项。

action-menu-up = 上移
action-menu-up-help = 上移一条。
action-menu-down = 下移
action-menu-down-help = 下移一条。
action-menu-page-up = 上页
action-menu-page-up-help = 上翻一页。
action-menu-page-down = 下页
action-menu-page-down-help = 下翻一页。
action-menu-accept = 选定
action-menu-accept-help = 选定光标处的一条。
action-menu-cancel = 取消
action-menu-cancel-help = 不选，关闭。

# 帮助和按键表的标题。

keys-group-desk = 值班台
keys-group-list = 列表
keys-group-report = 警情
keys-group-patrol = 巡逻
keys-group-escalation = 上报
keys-group-handover = 交接班
keys-group-form = 表单与文字
keys-group-menu = 浮窗

# 按键在何处有效。

keys-layer-desk = 任何地方
keys-layer-list = 列表中
keys-layer-report = 警情上
keys-layer-unit = 巡组上
keys-layer-escalation = 上报事项上
keys-layer-handover = 交接班中
keys-layer-form = 表单中
keys-layer-menu = 浮窗中

# 各类配置文件共用。

problem-error = 错误：{ $sentence }
problem-warning = 注意：{ $sentence }
problem-did-you-mean = 是否想写 '{ $word }'？

# 按键文件的问题。

keys-problem-too-large = 文件超过 { $most } KiB，不像按键文件，全部未采用。
keys-problem-syntax = 本行写法不对，应为：名称 = ["按键", "另一按键"]。本行未采用。
keys-problem-heading = 层名写法不对，应为 [report]。其下各行都未采用。
keys-problem-layer-twice = [{ $layer }] 在此又写了一遍，两处各行都算数。
keys-problem-named-twice = '{ $name }' 在此又写了一遍，以前一处为准。
keys-problem-unknown-layer = 没有名为 '{ $layer }' 的层，只有 { $layers }；其下各行都未采用。
keys-problem-not-a-table = '{ $layer }' 是一层：请单写一行 [{ $layer }]，把操作写在它下面。
keys-problem-unknown-action = [{ $layer }] 中没有操作 '{ $action }'，本行未采用。
keys-problem-wrong-layer = '{ $action }' 不在 [{ $layer }] 中设键，请把本行移到 { $homes }。
keys-problem-not-a-list = '{ $action }' 的按键要写成方括号列表，例如 ["a"]。
keys-problem-not-a-key = '{ $action }' 的按键要加引号，例如 "a"。
keys-problem-too-many = '{ $action }' 最多设 { $most } 组按键，从此处起未采用。
keys-problem-no-key = 引号中没有按键；要取消全部按键，请写 []。
keys-problem-too-long = '{ $keys }' 太长，最多连按 { $most } 键。
keys-problem-unknown-key = 没有名为 '{ $key }' 的按键。
keys-problem-unsendable = 终端发不出 '{ $key }'，或与别的键分不开，请换一个。
keys-problem-types-text = 在 [{ $layer }] 中 '{ $keys }' 是输入的文字，不能设为按键；请加 ctrl- 或 alt-，或改用功能键。
keys-problem-bound-twice = '{ $keys }' 已用于 '{ $other }'（第 { $line } 行），不能再用于 '{ $action }'。
keys-problem-repeated = '{ $action }' 的 '{ $keys }' 写了两遍，一遍就够。
keys-problem-prefix = '{ $action }' 的 '{ $keys }' 与 '{ $other }' 的 '{ $other-keys }'（第 { $line } 行）开头相同，只能留一个，现留第 { $line } 行。
keys-problem-essential = '{ $action }' 至少要有一个按键，否则无路可退；仍用原来的按键。
keys-problem-last-key = '{ $keys }' 不能用于 '{ $action }'：这会占去 '{ $other }' 仅有的按键。
keys-problem-taken = '{ $keys }' 改用于 '{ $action }'，'{ $other }' 因此失去 '{ $other-keys }'（{ $file } 第 { $line } 行）。请给 '{ $other }' 另设按键；若本意如此，写 []。
keys-problem-hides = [{ $layer }] 中 '{ $action }' 的 '{ $keys }' 盖住了 [{ $other-layer }] 中 '{ $other }' 的 '{ $other-keys }'。
keys-problem-hidden = [{ $other-layer }] 中 '{ $other }' 的 '{ $other-keys }' 被盖住：凡 [{ $layer }] 有效之处，'{ $keys }' 用于 '{ $action }'。
