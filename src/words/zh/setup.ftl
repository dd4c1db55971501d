# 本所设置文件：哪里不对、应用后改动什么、文件里的说明。

setup-problem-too-large = 文件超过 { $most } MB，设置文件不会这么大。
setup-problem-utf16 = 文件是 UTF-16 编码，请另存为 UTF-8。
setup-problem-not-text-file = 文件含有空字节，不是文本，请另存为 UTF-8。
setup-problem-broken-utf8 = 文件是 UTF-8 编码，但此处损坏；请重新输入并存为 UTF-8。
setup-problem-unknown-encoding = 文件既不是 UTF-8 也不是 GB18030 编码，请另存为 UTF-8。
setup-problem-syntax = 不符合 TOML 写法：{ $detail }。
setup-problem-named-twice = '{ $field }'在此重复出现。
setup-problem-unknown-table = 没有'{ $table }'这个表。
setup-problem-not-one-table = 本所只有一个，请写成 [station]。
setup-problem-not-tables = 这一项可以有多个，每个上面写 [[{ $table }]]。
setup-problem-unknown-field = [{ $table }] 里没有'{ $field }'这个字段。
setup-problem-never-kept = 值班台不记录任何人的{ $kind ->
        [ethnicity] { never-kept-ethnicity }
        [religion] { never-kept-religion }
        [politics] { never-kept-politics }
        [petition] { never-kept-petition }
        [union] { never-kept-union }
        [reproduction] { never-kept-reproduction }
        [biometrics] { never-kept-biometrics }
        [tracking] { never-kept-tracking }
       *[score] { never-kept-score }
    }，请去掉'{ $name }'。
setup-problem-secret = 口令不写在文件里，请删去第 { $line } 行；口令由民警本人在值班台设置。
setup-problem-missing-field = [{ $table }] 缺少'{ $field }'。
setup-problem-empty = '{ $field }'是空的。
setup-problem-not-text = '{ $field }'须是引号里的文字。
setup-problem-not-name = '{ $field }'须是引号里的名称，或两种语言各一个：'{"{"} en = "...", zh = "..." {"}"}'。
setup-problem-not-inner-table = '{ $field }'须是花括号里的表。
setup-problem-bad-number = '{ $field }'须是 { $least } 到 { $most } 的整数。
setup-problem-not-list = '{ $field }'须是方括号里的列表。
setup-problem-not-flag = '{ $field }'须是 'true' 或 'false'。
setup-problem-not-account = '{ $field }'须是本机账号的编号，即 'id -u' 显示的数字。
setup-problem-bad-code = '{ $code }'不能作代码：代码要键入和口报，只能用英文字母、数字、'-'和'_'。
setup-problem-too-long = '{ $field }'超过 { $max } 个字。
setup-problem-duplicate = 已有 [[{ $table }]]'{ $code }'（第 { $line } 行）；代码不分大小写。
setup-problem-no-place = 文件里没有'{ $code }'这个地方。
setup-problem-no-officer = 文件里没有警号'{ $code }'。
setup-problem-not-a-beat = '{ $code }'不是网格，而是更大的地方。
setup-problem-not-larger = '{ $code }'不比这个地方大：网格属于社区，社区属于镇街，镇街属于区县。
setup-problem-bad-level = 没有'{ $value }'这个层级；可用的层级：{ $choices }。
setup-problem-bad-role = 没有'{ $value }'这个角色；可用的角色：{ $choices }。
setup-problem-bad-priority = 没有'{ $value }'这个等级；可用的等级：{ $choices }。
setup-problem-bad-zone = 本机没有'{ $value }'这个时区；时区的写法如 Asia/Shanghai。
setup-problem-bad-time = '{ $field }'须是一天中的时刻，如 "20:00"。
setup-problem-outside-beats = 只有网格才能算在城外，请去掉这里的 'outside'。
setup-problem-beat-alone = 网格'{ $code }'没有责任民警，请填上。
setup-problem-account-twice = 账号 { $account } 已属于另一名民警（第 { $line } 行）；多人共用的账号写进 shared_uids。
setup-problem-account-shared = 账号 { $account } 是共用账号（见 shared_uids），该民警须用警号和口令登录。
setup-problem-no-station = 缺少 [station] 表，其中要有本所的代码、名称和时区。
setup-problem-no-supervisor = 没有角色为 'supervisor' 的民警；总要有人能改本所的设置。
setup-problem-no-closing = 缺少 { $tables }，警情就无法办结。
setup-problem-no-reasons = 缺少 { $tables }，要从中选原因的步骤就无法登记。
setup-problem-no-types = 没有 [[incident-type]]，警情类别只能一直待定。
setup-problem-no-shift = 没有 [[shift]]，按自然日作为班次。

# 时限规则另有文件，在设置项目中的叫法。
setup-rules = 时限规则

setup-change-add = + { $key }（{ $name }）
setup-change-alter = ~ { $key }（{ $name }）
setup-change-retire = - { $key }（{ $name }），停用，旧记录仍保留
setup-change-return = + { $key }（{ $name }），重新启用
setup-change-field = { $field }：'{ $from }'改为'{ $to }'
setup-change-given = { $field }：增加'{ $to }'
setup-change-taken = { $field }：去掉'{ $from }'

setup-file-head =
    本所的设置。改好以后，先看会改动什么，再应用：
        'dutydesk setup check' 文件
        'dutydesk setup apply' 文件
    从这里去掉的只是停用：今后不再提供选择，旧记录仍保留，什么也不会删除。
    名称可以只写一个，也可以两种语言各写一个。代码只用英文字母、数字、'-'和'_'。
    这里绝不写：口令，以及任何人的民族、宗教、观点、上访投诉情况。
setup-file-station =
    本所。'zone' 是所里挂钟的时区。shared_uids 是多人共用的本机账号，用这些账号的民警须以警号和口令登录。
setup-file-place =
    地方：网格属于社区，社区属于镇街，镇街属于区县。'officer' 是责任民警的警号。
    'level'：'beat' 网格，'community' 社区，'town' 镇街，'district' 区县。'outside = true' 表示城外的网格，到场时限较长。
setup-file-officer =
    民警。'role'：'duty-officer' 值班员，'shift-leader' 带班领导，'supervisor' 所领导，'mediator' 调解员，
    'reviewer' 督查员（只读），'script' 外部程序。uid 是民警本人的本机账号编号（'id -u' 显示），没有就不写。
setup-file-incident-type =
    警情类别。'priority' 是通常的等级；'patterns' 是简要警情里出现就建议该类别的词，民警的选择始终优先。
setup-file-priority = P1 到 P4 在本所的叫法，没有别的等级。
setup-file-disposition = 处置结果：每条办结的警情都要有。
setup-file-answer = 怎样答复报警人；办结时必填。
setup-file-transfer-reason = 移交他处的原因。
setup-file-cancel-reason = 取消的原因。
setup-file-unfounded-reason = 不属实的原因。
setup-file-escalation-reason = 上报的原因。
setup-file-reopen-reason = 重新办理的原因。
setup-file-shift = 班次，每天如此。结束早于开始的班次跨过零点，算在开始的那一天。
setup-file-unit = 巡组，代码即电台呼号。'beat' 是通常负责的网格。
setup-file-checklist = 清单。'equipment'里的各项在每次交接班时清点。
setup-file-post =
    每个值班日都要报零报告的点位；'by' 是最迟时刻，'place' 是所在的地方。
setup-file-retired = 已停用，旧记录仍保留；写上同一代码即重新启用：
