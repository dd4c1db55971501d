# 收件：报警文件哪里不对。intake-why- 之后是 src/intake/complaint.rs 里的代码。

intake-refused = 文件'{ $name }'未收，其中内容一条也没有录入：
intake-at = 第 { $line } 行第 { $column } 列：{ $sentence }
intake-and-more = 问题不止这些，其余未列出。
intake-meant = { $sentence }是否想写 '{ $word }'？

intake-why-not-a-file = 这是文件夹、管道或设备，请放入普通文件。
intake-why-link = 这是一个链接，请放入文件本身。
intake-why-hard-link = 该文件在别处还有一个名字（硬链接），请放入副本。
intake-why-too-large = 文件超过 { $max } MB，请拆分后再放入。
intake-why-unreadable = 文件读不了：值班台没有权限，或磁盘出错。请检查属主和权限。
intake-why-changed =
    { $count ->
        [0] 读取时文件被改动。请先写到 'tmp'，写完后再改名移入 'new'。
       *[other] 录入时文件被改动，此前已录入 { $count } 条。请先写到 'tmp'，写完后再改名移入 'new'。
    }
intake-why-empty = 文件里没有警情。
intake-why-not-text = 文件含有空字节，不是文本，请另存为 UTF-8。
intake-why-utf16 = 文件是 UTF-16 编码，请另存为 UTF-8。
intake-why-broken-utf8 = 文件是 UTF-8 编码，但此处损坏，请重新发送。
intake-why-unknown-encoding = 文件既不是 UTF-8 也不是 GB18030 编码，请另存为 UTF-8。
intake-why-unknown-shape = 文件既不是 JSON 也不是 CSV。CSV 的首行须写明字段名，其中要有 'narrative'。
intake-why-line-too-long = 该行超过 { $max } kB。
intake-why-json-end = JSON 没有写完：还有括号或引号没有闭合。
intake-why-json-expected = 不是正确的 JSON；此处应为：{ $wanted }
intake-why-json-escape = JSON 没有这种转义；文字里的反斜杠要写成 \\。
intake-why-json-control = JSON 的文字里不能直接换行或带控制字符，请写成 '\n' 或 '\u' 加编号。
intake-why-json-trailing = JSON 结束之后还有多余内容。
intake-why-too-deep = 嵌套过深；一条警情就是一个单层对象。
intake-why-not-an-object = 一条警情须是花括号里的一个对象。
intake-why-unknown-field = 没有'{ $name }'这个字段。
intake-why-never-kept = 值班台不记录任何人的{ $kind }，请去掉字段'{ $name }'。
intake-why-duplicate-field = 字段'{ $name }'出现了两次。
intake-why-not-quoted = '{ $field }'的值须是引号里的文字。
intake-why-no-narrative = 缺少 'narrative'（简要警情），这是唯一必填的字段。
intake-why-too-long = '{ $field }'超过 { $max } 个字。
intake-why-unknown-source = 没有'{ $value }'这个来源；可用的来源：{ $sources }。
intake-why-bad-time = '{ $value }'不是日期时间；请写成 2026-11-21T22:46:00+08:00，不写时差则按本所时间。
intake-why-in-future = 发生时间比值班台的时钟晚 5 分钟以上。
intake-why-stray-quote = 此处不能有引号；请把整个单元格用引号括起，里面的引号写两个。
intake-why-open-quote = 这条记录里有引号没有闭合。
intake-why-cell-count = 该行有 { $found } 个单元格，首行有 { $wanted } 个。
intake-why-wrong-separator = 单元格之间须用英文逗号分隔。

# 值班台从不记录的内容，用在句子中间。

never-kept-ethnicity = 民族
never-kept-religion = 宗教信仰
never-kept-politics = 政治观点
never-kept-petition = 上访、投诉情况
never-kept-union = 工会、新闻活动
never-kept-reproduction = 生育情况
never-kept-biometrics = 生物特征
never-kept-tracking = 行踪或手机定位
never-kept-score = 评分、重点人员标记
