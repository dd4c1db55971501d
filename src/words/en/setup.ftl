# The setup file of a station: what is wrong with it, what applying it changes, and the comments in it.

setup-problem-too-large = The file is larger than { $most } MB; a setup file is never that large.
setup-problem-utf16 = The file is UTF-16; save it as UTF-8.
setup-problem-not-text-file = The file holds NUL bytes, so it is no text; save it as UTF-8.
setup-problem-broken-utf8 = The file is UTF-8, but broken here; type the place again and save it as UTF-8.
setup-problem-unknown-encoding = The file is neither UTF-8 nor GB18030; save it as UTF-8.
setup-problem-syntax = This is not TOML: { $detail }.
setup-problem-named-twice = '{ $field }' stands here a second time.
setup-problem-unknown-table = There is no table '{ $table }'.
setup-problem-not-one-table = The station is one table; write [station].
setup-problem-not-tables = There can be several of these; write [[{ $table }]] above each.
setup-problem-unknown-field = There is no field '{ $field }' in [{ $table }].
setup-problem-never-kept = The desk never keeps { $kind ->
        [ethnicity] { never-kept-ethnicity }
        [religion] { never-kept-religion }
        [politics] { never-kept-politics }
        [petition] { never-kept-petition }
        [union] { never-kept-union }
        [reproduction] { never-kept-reproduction }
        [biometrics] { never-kept-biometrics }
        [tracking] { never-kept-tracking }
       *[score] { never-kept-score }
    } about anyone; take '{ $name }' out.
setup-problem-secret = No passphrase stands in this file; take it out of line { $line }. Each officer sets one at the desk.
setup-problem-missing-field = [{ $table }] needs '{ $field }'.
setup-problem-empty = '{ $field }' is empty.
setup-problem-not-text = '{ $field }' must be a text in quotes.
setup-problem-not-name = '{ $field }' must be a name in quotes, or one in each language: {"{"} en = "...", zh = "..." {"}"}.
setup-problem-not-inner-table = '{ $field }' must be a table in curly brackets.
setup-problem-bad-number = '{ $field }' must be a whole number from { $least } to { $most }.
setup-problem-not-list = '{ $field }' must be a list in square brackets.
setup-problem-not-flag = '{ $field }' must be true or false.
setup-problem-not-account = '{ $field }' must be the number of an account of this machine, as 'id -u' prints it.
setup-problem-bad-code = '{ $code }' is no code: letters from A to Z, digits, '-' and '_' only, because codes are typed and spoken.
setup-problem-too-long = '{ $field }' is longer than { $max } characters.
setup-problem-duplicate = There is a [[{ $table }]] '{ $code }' already (line { $line }); capital and small letters don't tell codes apart.
setup-problem-no-place = There is no place '{ $code }' in this file.
setup-problem-no-officer = There is no officer '{ $code }' in this file.
setup-problem-not-a-beat = '{ $code }' is no beat, but a larger place.
setup-problem-not-larger = '{ $code }' is not larger than this place: a beat belongs to a community, that to a town, that to a district.
setup-problem-bad-level = '{ $value }' is no level; the levels are: { $choices }.
setup-problem-bad-role = '{ $value }' is no role; the roles are: { $choices }.
setup-problem-bad-priority = '{ $value }' is no priority; the priorities are: { $choices }.
setup-problem-bad-zone = This machine knows no time zone '{ $value }'; they look like Asia/Shanghai.
setup-problem-bad-time = '{ $field }' must be a time of day, such as "20:00".
setup-problem-outside-beats = Only a beat can lie outside the town; take outside away here.
setup-problem-beat-alone = Nobody answers for the beat '{ $code }'; give it an officer.
setup-problem-account-twice = Account { $account } is already another officer's (line { $line }); list a shared account in shared_uids.
setup-problem-account-shared = Account { $account } is shared (see shared_uids), so this officer signs in with number and passphrase.
setup-problem-no-station = The table [station] is missing, with the station's code, name and zone.
setup-problem-no-supervisor = There is no officer with the role supervisor; somebody must be able to set the station up.
setup-problem-no-closing = Missing: { $tables }; without them no report can be closed.
setup-problem-no-reasons = Missing: { $tables }; what needs a reason from these lists can't be recorded.
setup-problem-no-types = There is no [[incident-type]]; every report's type stays to be set.
setup-problem-no-shift = There is no [[shift]]; the calendar day counts as the shift.

# What the rules, which have files of their own, are called among the items.
setup-rules = deadline rules

setup-change-add = + { $key } ({ $name })
setup-change-alter = ~ { $key } ({ $name })
setup-change-retire = - { $key } ({ $name }), retired; old records keep it
setup-change-return = + { $key } ({ $name }), in use again
setup-change-field = { $field }: '{ $from }' becomes '{ $to }'
setup-change-given = { $field }: '{ $to }' is added
setup-change-taken = { $field }: '{ $from }' is taken away

setup-file-head =
    The setup of the station. Edit it, then look what would change and apply it:
        dutydesk setup check FILE
        dutydesk setup apply FILE
    What is taken out here is retired: it is offered no more, and old records keep it. Nothing is deleted.
    A name is one text, or one in each language. Codes have letters from A to Z, digits, '-' and '_'.
    Never in here: passphrases, and anything about a person's ethnicity, religion, opinions or complaints.
setup-file-station =
    The station itself. zone is the clock on its wall. shared_uids lists accounts of this machine that several
    officers share: they sign in with number and passphrase.
setup-file-place =
    Places: a beat belongs to a community, that to a town, that to a district. officer answers for it.
    level: beat, community, town, district. outside = true: a beat outside the town, where units need longer.
setup-file-officer =
    Officers. role: duty-officer, shift-leader, supervisor, mediator, reviewer (reads only), script (another system).
    uid is the officer's own account of this machine, if there is one ('id -u' prints it).
setup-file-incident-type =
    Incident types. priority is the usual one; patterns are words of a narrative that propose the type. What the
    officer chooses always stands.
setup-file-priority = What P1 to P4 are called here. There are no others.
setup-file-disposition = Dispositions: the outcome that every closed report has.
setup-file-answer = How the reporter was answered; needed for closing.
setup-file-transfer-reason = Why a report is handed to somebody else.
setup-file-cancel-reason = Why a report is cancelled.
setup-file-unfounded-reason = Why a report is unfounded.
setup-file-escalation-reason = Why something is handed up.
setup-file-reopen-reason = Why a report is opened again.
setup-file-shift = Shifts, every day. One that ends before it starts crosses midnight and belongs to the day it starts on.
setup-file-unit = Patrol units, as spoken on the radio. beat is the one usually covered.
setup-file-checklist = Checklists. The items of 'equipment' are counted at every handover.
setup-file-post =
    Posts that send a zero report every duty day, by this time at the latest; place is where they stand.
setup-file-retired = Retired; old records keep them. An item of the same code brings one back:
