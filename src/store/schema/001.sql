-- Every instant is a whole number of milliseconds since 1970, UTC.

-- Single values of the desk itself.
CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;

-- The journal. Rows are only ever added.
CREATE TABLE fact (
    seq        INTEGER PRIMARY KEY,
    at_ms      INTEGER NOT NULL,
    boot       INTEGER NOT NULL,
    duty_day   TEXT NOT NULL,
    officer    TEXT NOT NULL,
    role       TEXT NOT NULL,
    session    TEXT NOT NULL,
    kind       TEXT NOT NULL,
    subject    TEXT NOT NULL,
    commitment BLOB NOT NULL,
    prev       BLOB NOT NULL,
    hash       BLOB NOT NULL
) STRICT;
CREATE INDEX fact_about ON fact (subject);
CREATE INDEX fact_at ON fact (at_ms);
CREATE INDEX fact_file_refused ON fact (at_ms) WHERE kind = 'desk.file-refused';

-- What each fact says, beside the chain, so that it can be erased and the chain stays whole.
CREATE TABLE payload (
    seq  INTEGER PRIMARY KEY REFERENCES fact (seq),
    salt BLOB NOT NULL,
    body TEXT NOT NULL
) STRICT;

-- Words that a fact copied from another record. They are erased with the record they are about.
CREATE TABLE part (
    seq   INTEGER NOT NULL REFERENCES fact (seq),
    n     INTEGER NOT NULL,
    about TEXT NOT NULL,
    salt  BLOB NOT NULL,
    body  TEXT NOT NULL,
    PRIMARY KEY (seq, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX part_about ON part (about);

-- One row a report: body is the whole record, the other columns are what lists ask for.
CREATE TABLE report (
    key        INTEGER PRIMARY KEY,
    day        INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    rev        INTEGER NOT NULL,
    open       INTEGER NOT NULL,
    waiting    INTEGER NOT NULL,
    to_be_set  INTEGER NOT NULL,
    proposed   INTEGER NOT NULL,
    handler    TEXT,
    priority   INTEGER NOT NULL,
    beat       TEXT NOT NULL,
    source_key TEXT,
    received_ms INTEGER NOT NULL,
    same_place TEXT,
    same_caller TEXT,
    body       TEXT NOT NULL,
    UNIQUE (day, number)
) STRICT;
CREATE UNIQUE INDEX report_source_key ON report (source_key) WHERE source_key IS NOT NULL;
CREATE INDEX report_same_place ON report (same_place, received_ms) WHERE same_place IS NOT NULL;
CREATE INDEX report_same_caller ON report (same_caller, received_ms) WHERE same_caller IS NOT NULL;
CREATE INDEX report_number ON report (number);
CREATE INDEX report_priority ON report (priority);
CREATE INDEX report_beat ON report (beat);
CREATE INDEX report_beat_priority ON report (beat, priority);
CREATE INDEX report_open ON report (key, priority, beat) WHERE open = 1;
CREATE INDEX report_open_priority ON report (priority) WHERE open = 1;
CREATE INDEX report_open_beat ON report (beat) WHERE open = 1;
CREATE INDEX report_open_beat_priority ON report (beat, priority) WHERE open = 1;
CREATE INDEX report_waiting ON report (key, priority, beat) WHERE waiting = 1;
CREATE INDEX report_to_be_set ON report (key, priority, beat) WHERE to_be_set = 1;
CREATE INDEX report_proposed ON report (key, priority, beat) WHERE proposed = 1;
CREATE INDEX report_handler ON report (handler, key, priority, beat) WHERE handler IS NOT NULL;

-- What search looks into: the words of a report and of its notes, folded.
CREATE TABLE search_text (
    key   INTEGER PRIMARY KEY REFERENCES report (key),
    told  TEXT NOT NULL,
    notes TEXT NOT NULL
) STRICT;

-- Its index: pieces of two or four characters, made by the program as words of their own.
CREATE VIRTUAL TABLE gram USING fts5 (pieces, content = '', columnsize = 0, detail = none, tokenize = 'ascii');
-- Erasing takes the pieces out of the index itself instead of marking them as gone.
INSERT INTO gram (gram, rank) VALUES ('secure-delete', 1);

CREATE TABLE escalation (
    key     INTEGER PRIMARY KEY,
    day     INTEGER NOT NULL,
    number  INTEGER NOT NULL,
    rev     INTEGER NOT NULL,
    about   TEXT NOT NULL,
    waiting INTEGER NOT NULL,
    open    INTEGER NOT NULL,
    body    TEXT NOT NULL,
    UNIQUE (day, number)
) STRICT;
CREATE INDEX escalation_about ON escalation (about);
CREATE INDEX escalation_waiting ON escalation (key) WHERE waiting = 1;
CREATE INDEX escalation_waiting_about ON escalation (about) WHERE waiting = 1;
CREATE INDEX escalation_open ON escalation (key) WHERE open = 1;

-- A station has a few dozen units at most: they are always read together.
CREATE TABLE unit (
    code TEXT PRIMARY KEY,
    rev  INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE handover (
    key    INTEGER PRIMARY KEY,
    day    INTEGER NOT NULL,
    number INTEGER NOT NULL,
    rev    INTEGER NOT NULL,
    signed INTEGER NOT NULL,
    body   TEXT NOT NULL,
    UNIQUE (day, number)
) STRICT;
CREATE INDEX handover_signed ON handover (key) WHERE signed = 1;

-- The station's setup is read as a whole.
CREATE TABLE setup (
    item TEXT PRIMARY KEY,
    rev  INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;

-- One row a dispute. lead, violent and major are set only while it is unresolved. owes is 0 when something is owed on
-- it, 1 when all of that was put off, 2 when nothing is; owed_at is when what is owed first is.
CREATE TABLE dispute (
    key      INTEGER PRIMARY KEY,
    day      INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    rev      INTEGER NOT NULL,
    open     INTEGER NOT NULL,
    status   TEXT NOT NULL,
    category TEXT NOT NULL,
    beat     TEXT NOT NULL,
    lead     TEXT,
    violent  INTEGER NOT NULL,
    major    INTEGER NOT NULL,
    sweep    TEXT,
    ended_ms INTEGER,
    owes     INTEGER NOT NULL DEFAULT 2,
    owed_at  INTEGER NOT NULL DEFAULT 0,
    body     TEXT NOT NULL,
    UNIQUE (day, number)
) STRICT;
CREATE INDEX dispute_number ON dispute (number);
CREATE INDEX dispute_status ON dispute (status, key, category, beat);
CREATE INDEX dispute_category ON dispute (category, key, status, beat);
CREATE INDEX dispute_beat ON dispute (beat, key, status, category);
CREATE INDEX dispute_sweep ON dispute (sweep, key) WHERE sweep IS NOT NULL;
CREATE INDEX dispute_ended ON dispute (ended_ms, key) WHERE ended_ms IS NOT NULL;
CREATE INDEX dispute_open ON dispute (key, status, category, beat) WHERE open = 1;
CREATE INDEX dispute_open_category ON dispute (category, key, status, beat) WHERE open = 1;
CREATE INDEX dispute_open_beat ON dispute (beat, key, status, category) WHERE open = 1;
CREATE INDEX dispute_owes ON dispute (owes, owed_at, key, status, category, beat, violent) WHERE open = 1;
CREATE INDEX dispute_lead ON dispute (lead, key, status, category, beat) WHERE lead IS NOT NULL;
CREATE INDEX dispute_violent ON dispute (key, status, category, beat) WHERE violent = 1;
CREATE INDEX dispute_major ON dispute (key, status, category, beat) WHERE major = 1;

-- What search looks into on disputes, and its index: as for reports, and apart from them.
CREATE TABLE dispute_text (
    key   INTEGER PRIMARY KEY REFERENCES dispute (key),
    told  TEXT NOT NULL,
    notes TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE dispute_gram USING fts5 (
    pieces, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
);
INSERT INTO dispute_gram (dispute_gram, rank) VALUES ('secure-delete', 1);

-- Who stands against whom: a row for each pair that a report or a dispute is between, by a number or a name of the one
-- and of the other. pair is a hash of both; kind is R or D, key the record's place in its list.
CREATE TABLE pair (
    pair  BLOB NOT NULL,
    kind  TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    key   INTEGER NOT NULL,
    PRIMARY KEY (pair, kind, at_ms, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    key    INTEGER PRIMARY KEY,
    day    INTEGER NOT NULL,
    number INTEGER NOT NULL,
    rev    INTEGER NOT NULL,
    listed INTEGER NOT NULL,
    colour TEXT NOT NULL,
    due_at INTEGER,
    body   TEXT NOT NULL,
    UNIQUE (day, number)
) STRICT;
CREATE INDEX person_listed ON person (key) WHERE listed = 1;
CREATE INDEX person_due ON person (due_at) WHERE listed = 1;

CREATE TABLE supervision (
    key    INTEGER PRIMARY KEY,
    day    INTEGER NOT NULL,
    number INTEGER NOT NULL,
    rev    INTEGER NOT NULL,
    about  TEXT NOT NULL,
    open   INTEGER NOT NULL,
    body   TEXT NOT NULL,
    UNIQUE (day, number)
) STRICT;
CREATE INDEX supervision_open ON supervision (key) WHERE open = 1;
CREATE INDEX supervision_about ON supervision (about);
CREATE INDEX supervision_open_about ON supervision (about) WHERE open = 1;

CREATE TABLE zero_report (
    key    INTEGER PRIMARY KEY,
    day    INTEGER NOT NULL,
    number INTEGER NOT NULL,
    rev    INTEGER NOT NULL,
    post   TEXT NOT NULL,
    open   INTEGER NOT NULL,
    body   TEXT NOT NULL,
    UNIQUE (day, number),
    UNIQUE (post, day)
) STRICT;
CREATE INDEX zero_report_open ON zero_report (key) WHERE open = 1;

-- The sweeps for disputes: one row a beat and period; first and last are its days. found is what the beat answered.
CREATE TABLE sweep (
    key    INTEGER PRIMARY KEY,
    day    INTEGER NOT NULL,
    number INTEGER NOT NULL,
    rev    INTEGER NOT NULL,
    open   INTEGER NOT NULL,
    beat   TEXT NOT NULL,
    first  INTEGER NOT NULL,
    last   INTEGER NOT NULL,
    found  INTEGER,
    body   TEXT NOT NULL,
    UNIQUE (day, number)
) STRICT;
CREATE INDEX sweep_open ON sweep (key) WHERE open = 1;
CREATE INDEX sweep_beat ON sweep (beat, last);
CREATE INDEX sweep_campaign ON sweep (first, last, found);

-- Notices for the station's own command, and how far the delivery of each has come. The body goes when what it is
-- about is erased.
CREATE TABLE outbox (
    key     INTEGER PRIMARY KEY,
    seq     INTEGER NOT NULL REFERENCES fact (seq),
    n       INTEGER NOT NULL,
    about   TEXT,
    state   TEXT NOT NULL,
    open    INTEGER NOT NULL,
    tries   INTEGER NOT NULL,
    next_at INTEGER,
    done_at INTEGER,
    error   TEXT,
    body    TEXT,
    UNIQUE (seq, n)
) STRICT;
CREATE INDEX outbox_next ON outbox (next_at, key) WHERE next_at IS NOT NULL;
CREATE INDEX outbox_open ON outbox (key) WHERE open = 1;
CREATE INDEX outbox_dead ON outbox (key) WHERE state = 'dead';
CREATE INDEX outbox_done ON outbox (done_at) WHERE done_at IS NOT NULL;
CREATE INDEX outbox_about ON outbox (about) WHERE about IS NOT NULL;

-- Everything that is owed, over all kinds of record. rests_at is when what was put off comes back; next_at is when the
-- desk has to tell somebody something; slot is the priority, 2 when it is to be set; kind is the letter of the number.
CREATE TABLE due (
    key      INTEGER PRIMARY KEY,
    about    TEXT NOT NULL,
    kind     TEXT NOT NULL,
    rule     TEXT NOT NULL,
    slot     INTEGER NOT NULL,
    owed_at  INTEGER NOT NULL,
    rests_at INTEGER,
    next_at  INTEGER,
    officer  TEXT,
    body     TEXT NOT NULL,
    UNIQUE (about, rule)
) STRICT;
CREATE INDEX due_late ON due (slot, owed_at, about, rule) WHERE rests_at IS NULL;
CREATE INDEX due_at ON due (owed_at, about, rule) WHERE rests_at IS NULL;
CREATE INDEX due_at_kind ON due (kind, owed_at, about, rule) WHERE rests_at IS NULL;
CREATE INDEX due_rests ON due (rests_at, about, rule) WHERE rests_at IS NOT NULL;
CREATE INDEX due_next ON due (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX due_late_of ON due (officer, slot, owed_at, about, rule) WHERE rests_at IS NULL;
CREATE INDEX due_at_of ON due (officer, owed_at, about, rule) WHERE rests_at IS NULL;
CREATE INDEX due_rests_of ON due (officer, rests_at, about, rule) WHERE rests_at IS NOT NULL;

-- How many records a list has, by beat and priority, kept in the transaction that changes them. For the lists
-- 'dispute/...', slot is category and status; for the list 'due', the hour in which something that was not put off is
-- owed; for the lists 'speed/...', five minutes of receipt and a bucket.
CREATE TABLE tally (
    list TEXT NOT NULL,
    beat TEXT NOT NULL,
    slot INTEGER NOT NULL,
    n    INTEGER NOT NULL,
    PRIMARY KEY (list, beat, slot)
) STRICT, WITHOUT ROWID;

-- The answers already given, so that a command asked again under its key is not done again.
CREATE TABLE receipt (
    key     TEXT NOT NULL,
    officer TEXT NOT NULL,
    at_ms   INTEGER NOT NULL,
    body    TEXT NOT NULL,
    PRIMARY KEY (key, officer)
) STRICT, WITHOUT ROWID;
CREATE INDEX receipt_at ON receipt (at_ms);

-- Forms that somebody has begun to fill in.
CREATE TABLE draft_form (
    officer TEXT NOT NULL,
    form    TEXT NOT NULL,
    at_ms   INTEGER NOT NULL,
    body    TEXT NOT NULL,
    PRIMARY KEY (officer, form)
) STRICT, WITHOUT ROWID;

-- What the door compares a passphrase with. The journal keeps only that it was set.
CREATE TABLE passphrase (
    officer TEXT PRIMARY KEY,
    hash    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
