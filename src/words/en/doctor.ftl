# What dutydesk doctor finds. The ids follow src/config/doctor.rs.

doctor-good = ok
doctor-mind = note
doctor-bad = BAD

doctor-database-none = There is no desk in { $path } yet; make one with 'dutydesk init'.
doctor-database-sound = The record in { $path } opens and its check holds.
doctor-database-damaged = The record in { $path } is damaged; stop the desk, keep the file, and restore the last backup.
doctor-database-newer = The record in { $path } was made by a newer dutydesk; use that one.
doctor-database-foreign = What stands at { $path } is no record of a desk.
doctor-database-unreadable = The record in { $path } can't be opened; check the owner and the permissions of the folder.
doctor-sqlite = SQLite { $version } ({ $wanted } or newer is needed).
doctor-sqlite-old = SQLite { $version } is too old: { $wanted } or newer is needed.

doctor-disk-local = { $path } is on a disk of this machine ({ $kind }).
doctor-disk-flash = { $path } is on flash memory ({ $kind }).
doctor-disk-spins = { $path } is on a spinning disk ({ $kind }); each act waits for one turn of it.
doctor-disk-card = { $path } is on an SD card or eMMC ({ $kind }); such cards wear out, so keep backups elsewhere.
doctor-disk-network = { $path } is on { $kind }, a network file system; the record would be damaged there. Move it to a disk of this machine.
doctor-disk-memory = { $path } is on { $kind }, in memory; all of it is gone when the machine goes off.
doctor-disk-no-owners = { $path } is on { $kind }, which has no owners and permissions; anyone could read the record. Move it.
doctor-disk-fuse = { $path } is on a FUSE file system; make sure that it is a disk of this machine and no network.
doctor-disk-unknown = { $path } is on a file system that this program doesn't know; make sure that it is a disk of this machine.
doctor-space = { $free } MB are free.
doctor-space-little = Only { $free } MB are free; make room soon.
doctor-space-short = Only { $free } MB are free; nothing can be recorded when it is full. Make room now.

doctor-spool = The spool { $path } can be written to.
doctor-spool-none = There is no spool { $path } yet; the desk makes it when it starts.
doctor-spool-unusable = The spool { $path } can't be read or written; reports from files don't come in.
doctor-spool-waiting = Files that wait in { $path }/new: { $files }; they are taken while the desk runs.
doctor-spool-refused = Refused files in { $path }/bad: { $files }; the .why beside each says what is wrong.
doctor-spool-unwatched = The kernel gives no watch on the spool (fs.inotify.max_user_watches); files are found every 30 seconds instead of at once.

doctor-locale = The locale is { $locale }.
doctor-locale-not-utf8 = The locale is { $locale }, which is not UTF-8; set LANG to zh_CN.UTF-8 or C.UTF-8.

doctor-term = The terminal is { $term }.
doctor-term-dumb = The terminal is '{ $term }' and can't show the console; set TERM, or use the command line.
doctor-term-linux = This is the bare Linux console: it can't show Chinese; use --lang en, or come over SSH.
doctor-size = The window has { $columns } columns and { $rows } rows.
doctor-size-small = The window has { $columns } columns and { $rows } rows; 80 by 24 show everything.
doctor-size-too-small = The window has { $columns } columns and { $rows } rows; at least 60 by 16 are needed.
doctor-width-chinese = Chinese characters take two cells each, as they should.
doctor-width-borders = Borders take one cell each, as they should.
doctor-width-marks = Marks on letters take no cell of their own, as they should.
doctor-width-ambiguous = Characters of ambiguous width take one cell.
doctor-width-wrong = '{ $text }' takes { $found } cells instead of { $cells }; set the terminal to UTF-8 with narrow ambiguous characters, or use the ASCII borders.
doctor-width-silent = The terminal doesn't tell how wide '{ $text }' is; if columns are out of line, use the ASCII borders.

doctor-keymap = The keymap has no problems.
doctor-keymap-warnings = Warnings about the keymap: { $problems }; see 'dutydesk keys check'.
doctor-keymap-errors = Lines of the keymap that can't be used: { $problems }; see 'dutydesk keys check'.
doctor-desk-file = The desk's own file 'desk.toml' has no problems.
doctor-desk-file-wrong = 'desk.toml', line { $line }, column { $column }: { $sentence }
