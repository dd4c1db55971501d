# dutydesk doctor 的检查结果，条目与 src/config/doctor.rs 对应。

doctor-good = 正常
doctor-mind = 注意
doctor-bad = 异常

doctor-database-none = { $path } 里还没有值班台；请用 'dutydesk init' 建立。
doctor-database-sound = { $path } 里的记录可以打开，检查无误。
doctor-database-damaged = { $path } 里的记录已损坏；请停下值班台，留好原文件，用最近的备份恢复。
doctor-database-newer = { $path } 里的记录是更新版本的 dutydesk 建立的，请用那个版本。
doctor-database-foreign = { $path } 处的文件不是值班台的记录。
doctor-database-unreadable = { $path } 里的记录打不开；请检查文件夹的属主和权限。
doctor-sqlite = SQLite { $version }（需要 { $wanted } 或更新）。
doctor-sqlite-old = SQLite { $version } 太旧：需要 { $wanted } 或更新。

doctor-disk-local = { $path } 在本机硬盘上（{ $kind }）。
doctor-disk-flash = { $path } 在闪存上（{ $kind }）。
doctor-disk-spins = { $path } 在机械硬盘上（{ $kind }）；每一步都要等磁盘转一圈。
doctor-disk-card = { $path } 在存储卡上（{ $kind }）；这类存储会磨损，备份请放在别处。
doctor-disk-network = { $path } 在网络文件系统 { $kind } 上，记录会损坏；请移到本机硬盘。
doctor-disk-memory = { $path } 在内存里（{ $kind }），关机即全部丢失。
doctor-disk-no-owners = { $path } 在 { $kind } 上，没有属主和权限，谁都能看到记录；请移走。
doctor-disk-fuse = { $path } 在 'FUSE' 文件系统上；请确认它是本机硬盘，不是网络。
doctor-disk-unknown = { $path } 在本程序不认识的文件系统上；请确认它是本机硬盘。
doctor-space = 剩余空间 { $free } MB。
doctor-space-little = 只剩 { $free } MB，请尽快清理。
doctor-space-short = 只剩 { $free } MB；磁盘一满就什么也记不了，请马上清理。

doctor-spool = 收件夹 { $path } 可以写入。
doctor-spool-none = 还没有收件夹 { $path }，值班台启动时会建立。
doctor-spool-unusable = 收件夹 { $path } 不能读写，文件警情收不进来。
doctor-spool-waiting = { $path }/new 里有 { $files } 个文件等待；值班台运行时会收。
doctor-spool-refused = { $path }/bad 里有 { $files } 个未收的文件；旁边的 .why 说明了原因。
doctor-spool-unwatched = 内核没有给出收件夹的监视（fs.inotify.max_user_watches）；文件每 30 秒查一次，不能即到即收。

doctor-locale = 语言环境是 { $locale }。
doctor-locale-not-utf8 = 语言环境 { $locale } 不是 UTF-8；请把 'LANG' 设为 zh_CN.UTF-8 或 C.UTF-8。

doctor-term = 终端是 { $term }。
doctor-term-dumb = 终端'{ $term }'显示不了值班台；请设置 'TERM'，或使用命令行。
doctor-term-linux = 这是裸 'Linux' 控制台，显示不了中文；请用 '--lang en'，或通过 SSH 登录。
doctor-size = 窗口 { $columns } 列 { $rows } 行。
doctor-size-small = 窗口 { $columns } 列 { $rows } 行；80 列 24 行才能显示完整。
doctor-size-too-small = 窗口 { $columns } 列 { $rows } 行；至少需要 60 列 16 行。
doctor-width-chinese = 汉字各占两格，正确。
doctor-width-borders = 边框各占一格，正确。
doctor-width-marks = 字母上的附加符号不占格，正确。
doctor-width-ambiguous = 宽度不定的字符占一格。
doctor-width-wrong = '{ $text }'占了 { $found } 格，应占 { $cells } 格；请把终端设为 UTF-8、不定宽字符按窄字符，或改用 ASCII 边框。
doctor-width-silent = 终端不回答'{ $text }'占几格；若列对不齐，请改用 ASCII 边框。

doctor-keymap = 键位文件没有问题。
doctor-keymap-warnings = 键位文件有 { $problems } 处需要注意，见 'dutydesk keys check'。
doctor-keymap-errors = 键位文件有 { $problems } 行不能用，见 'dutydesk keys check'。
doctor-desk-file = 配置文件'desk.toml'没有问题。
doctor-desk-file-wrong = 'desk.toml'第 { $line } 行第 { $column } 列：{ $sentence }
