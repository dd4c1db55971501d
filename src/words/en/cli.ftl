# The sentences of the command line.
cli-no-place = There is no home folder to keep the desk in. Name a folder with '--data DIR' or DUTYDESK_DATA.
cli-no-such-language = There is no language '{ $value }'; use 'en' or 'zh'.
cli-no-record-id = '{ $value }' is no record number; they look like R-20261121-031.
cli-no-time = '{ $value }' is no time; write 22:46, 2026-11-21T22:46 or 2026-11-21T22:46:00+08:00.
cli-no-span = '{ $value }' is no span of time; write 90s, 30m, 12h, 2d or 1h30m.
cli-no-since = '{ $value }' is neither a span nor a time; write 12h, 22:46 or 2026-11-21T22:46.
cli-no-such-source = There is no source '{ $value }'; use one of: { $known }.
cli-no-such-view = There is no view '{ $value }'; use one of: { $known }.
cli-no-such-priority = There is no priority '{ $value }'; use one of: { $known }.
cli-no-such-level = There is no level '{ $value }'; use one of: { $known }.
cli-no-such-role = There is no role '{ $value }'; use one of: { $known }.
cli-no-such-status = There is no status '{ $value }'; use one of: { $known }.
cli-no-such-format = There is no format '{ $value }'; use one of: { $known }.
cli-no-such-equipment = '{ $value }' is not on the equipment list: { $known }.
cli-no-keys = '{ $value }' are no keys; write them like 'x t', 'ctrl-s' or 'f5'.
cli-which-officer = Which officer? Name one with a number.
cli-no-desk = No desk runs in this folder.
cli-no-desk-hint = 'dutydesk init' makes one; 'dutydesk serve' keeps it running.
cli-not-the-desk = What answers in the desk's place runs as account { $uid }, which does not own the desk's folder. Nothing was sent to it.
cli-no-access = This account may not reach the desk. Ask the supervisor to add it to the desk's group.
cli-failed = It was not done: { $what }
cli-broken = Something broke at the desk; its log says where.
cli-busy = The desk can't take more now; nothing was done. Try again in a moment.
cli-not-confirmed = Not confirmed: the desk went away before it answered. Look whether it was done before you ask again.
cli-timed-out = The desk did not answer in time. Look at 'dutydesk status'.
cli-too-long = That is too long to be sent.
cli-nonsense = The desk sent something that makes no sense to this program. Are both of the same version?
cli-line-broke = The line to the desk broke: { $why }.
cli-other-version = The desk is of version { $desk }, this program of version { $own }. End the desk with its own program ('dutydesk stop') and start this one.
cli-desk-stops = The desk is going down; nothing was done.
cli-cut = The desk ended this session; nothing more was done.
cli-file-failed = '{ $file }' could not be used: { $why }.
cli-written = Written to '{ $file }'.
cli-ask-passphrase = Passphrase of { $officer }
cli-ask-new-passphrase = New passphrase of { $officer }, 8 characters or more
cli-ask-passphrase-again = Once more
cli-passphrases-differ = The two passphrases differ; nothing was changed.
cli-no-passphrase = No passphrase was given; nothing was done.
cli-passphrase-set = The passphrase is set.
cli-clock-shows = The desk's clock shows { $time }.
cli-report-now = { $id }: { $status }
cli-report-escalated = { $id } was escalated as { $escalation }.
cli-no-free-unit = No unit is free. Name one with '--unit UNIT', or see 'dutydesk unit list'.
cli-no-reports = No reports here.
cli-more-reports = There are more; '--limit N' shows them.
cli-no-escalations = No escalations here.
cli-nothing-due = Nothing is due.
cli-more-due = There is more; '--limit N' shows it.
cli-due-light = { $light } { $time } ({ $left })
cli-due-none = Nothing is owed on { $id }. See 'dutydesk due'.
cli-due-none-fits = Nothing that is owed on { $id } allows that: { $choices }.
cli-due-which = Several things are owed on { $id }. Name one with '--rule': { $choices }.
cli-no-supervisions = No supervision orders here.
cli-no-zeros = No zero reports here.
cli-zero-filed = { $id }: the zero report of { $post } is here.
cli-zero-which = { $post } owes several zero reports. Name one by its number: { $choices }.
cli-zero-none = No zero report of { $post } is expected yet.
cli-more-rows = There are more; '--limit N' shows them.
cli-no-handovers = No handovers yet.
cli-keys-right = The keys are right.
cli-key-runs = { $label } ('{ $action }'), from { $file }, line { $line }
cli-key-types = typed as text
cli-serving = The desk is kept in '{ $folder }'. Ctrl-C ends it.
cli-desk-runs = A desk runs in this folder already.
cli-desk-runs-as = A desk runs in this folder already, as process { $pid }.
cli-not-made = There is no desk in this folder yet; 'dutydesk init' makes one.
cli-already-made = There is a desk in this folder already; nothing was changed.
cli-in-the-way = '{ $file }' is in the way: it is not a socket. Move it and try again.
cli-not-private = '{ $file }' is not private: look at its owner and permissions.
cli-system-refused = The system refused what the desk needs to run: { $why }.
cli-not-started = The desk could not be started: { $why }.
cli-desk-said = The desk did not come up: { $sentence }
cli-desk-silent = The desk was started but does not answer after { $seconds } seconds; its log says more.
cli-status = The desk runs as process { $pid } since { $since }: sessions { $sessions }, consoles { $consoles }, journal at { $head }, files taken { $taken }, refused { $refused }.
cli-stopped = The desk has ended in order.
cli-store-no-desk = There is no desk in '{ $folder }'; make one with 'dutydesk init'.
cli-store-not-a-desk = '{ $file }' is not the record of a desk; it was left as it is.
cli-store-newer = The desk's record has schema { $found }, this program knows { $known }; use the newer program.
cli-store-damaged = The desk's record is damaged ({ $what }); restore the last backup with 'dutydesk restore FILE'.
cli-store-exists = '{ $file }' is there already; nothing was changed.
cli-store-disk-full = The disk is full: reading goes on, nothing can be written. Free some room.
cli-store-read-only = The desk's folder can't be written to. Look at its permissions and at the disk.
cli-store-busy = Another process is writing to the desk's record. Try again in a moment.
cli-store-old-sqlite = SQLite { $found } is built in; 3.51.3 or newer is needed.
cli-store-io = The disk failed while { $what }.
cli-store-broken = The program is at fault ({ $what }); nothing was changed.
cli-restored = The backup is in place; 'dutydesk verify' checks it.
cli-moved-aside = What stood there is kept as '{ $file }'.
cli-file-refused = The file would be refused; nothing of it would be taken.
cli-no-terminal = A console needs a terminal on both sides.
cli-no-terminal-hint = For scripts there are commands: 'dutydesk --help'.
cli-offer = There is no desk in '{ $folder }' yet.
cli-offer-question = m: make the station's desk, d: look at the demo night, q: leave
cli-ask-station = The station's code (letters and digits, such as NH)
cli-ask-name = The station's name
cli-ask-officer = Your officer's number
cli-ask-officer-name = Your name
cli-nothing-made = Nothing was made.
cli-flag-missing = '{ $flag }' is missing.
cli-first-is-supervisor = The first officer of a desk is a supervisor: somebody must be able to set it up. Use '--role supervisor'.
cli-made = The desk is made in '{ $folder }'; its station.toml says who works here. 'dutydesk' opens the console.
cli-setup-right = The setup is right.
cli-setup-same = The setup is as the desk has it; nothing would change.
cli-ask-apply = Apply these changes? y or n
cli-not-applied = Nothing was changed.
cli-demo-passphrase = Every officer of the demo signs with: { $passphrase }
cli-broken-console = The console ended because of a fault of its own; the desk goes on, and what was entered is kept.
cli-doctor-bad = Something must be mended first.
cli-found-entry-missing = Entry { $seq } of the journal is missing.
cli-found-entry-changed = Entry { $seq } of the journal was changed after it was written.
cli-found-chain-broken = Entry { $seq } does not follow the one before it: the journal was rewritten there.
cli-found-payload-changed = What entry { $seq } says was changed.
cli-found-payload-missing = What entry { $seq } says is gone, and nobody erased it.
cli-found-part-changed = Words that entry { $seq } holds from other records were changed.
cli-found-tail-cut = The journal ends at { $found }, but it once had entry { $known }: its tail was cut.
cli-found-anchor-differs = The anchor holds another entry { $seq }: the journal was rewritten, or an old copy stands in its place.
cli-found-anchor-unreadable = Line { $line } of the anchor can't be read.
cli-found-anchor-missing = The anchor is missing, though there is a journal.
cli-found-row-differs = '{ $subject }' is not what its facts add up to.
cli-found-row-missing = '{ $subject }' has facts but no row.
cli-found-row-unexplained = No fact explains '{ $subject }'.
cli-found-tally-differs = The count of '{ $list }' is wrong.
cli-found-search-differs = Search does not look into what the facts about '{ $subject }' say.
cli-found-damaged = The file is damaged: { $what }.
cli-desk-full = The desk has { $max } sessions and takes no more now; nothing was done.
cli-bad-answer = '{ $value }' can't be used for { $flag }: codes and numbers have letters, digits, '-' and '_', at most 32; names at most 100 characters.
cli-key-waits = { $count ->
    [one] waits for one more key
   *[other] waits for one of { $count } more keys
}
cli-problems = { $count ->
    [one] One problem.
   *[other] { $count } problems.
}
cli-would-take = { $count ->
    [one] One report would be taken.
   *[other] { $count } reports would be taken.
}
cli-applied = { $count ->
    [one] One change was applied.
   *[other] { $count } changes were applied.
}
cli-verified = { $count ->
    [one] The record is whole: one fact.
   *[other] The record is whole: { $count } facts.
}
cli-verify-findings = { $count ->
    [one] The record is not whole: one finding.
   *[other] The record is not whole: { $count } findings.
}
cli-only-on-desk = { $count ->
    [one] One item of the desk is not in the file and stays; 'setup apply --retire' retires it.
   *[other] { $count } items of the desk are not in the file and stay; 'setup apply --retire' retires them.
}

# Heads of columns.
cli-head-id = No.
cli-head-time = Time
cli-head-priority = Pri
cli-head-type = Type
cli-head-status = Status
cli-head-same = Same
cli-head-beat = Beat
cli-head-place = Place
cli-head-narrative = Narrative
cli-head-code = Code
cli-head-unit = Unit
cli-head-report = Report
cli-head-check-in = Check-in
cli-head-to = To
cli-head-raised-by = Raised by
cli-head-acknowledged-by = Acknowledged by
cli-head-note = Note
cli-head-answer-by = Answer by
cli-head-officer = Officer
cli-head-post = Post
cli-head-expected-by = Expected by
cli-head-filed-by = Put in by
cli-head-answered-by = Answered by
cli-head-number = No.
cli-head-name = Name
cli-head-role = Role
cli-head-account = Account
cli-head-layer = Where
cli-head-keys = Keys
cli-head-action = Action
cli-head-help = What it does
cli-head-duty-day = Duty day
cli-head-shift = Shift
cli-head-outgoing = Outgoing
cli-head-incoming = Incoming
cli-head-items = Items
cli-head-notice = Notice
cli-head-state = State
cli-head-tries = Tries
cli-head-text = Text
cli-head-error = Last failure
cli-head-owed = What is owed
cli-head-on = On
cli-head-starts = From
cli-head-stops = Until
cli-head-within = Within
cli-head-only = Only
cli-head-source = Source
cli-head-rules = Rules
cli-head-steps = When it is late
cli-found-due-differs = What is due on '{ $subject }' is not what the journal says.
