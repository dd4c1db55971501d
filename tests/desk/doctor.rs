//! What doctor makes of a machine: each case with what it is told and what it finds.

use dutydesk::config::Source;
use dutydesk::config::doctor::{
    DatabaseSeen, DatabaseState, DiskSeen, FileSystem, Finding, Grade, Probe, SpoolSeen, TerminalSeen,
    cursor_column, database, disk, file_system, keymap, locale, spool, terminal, worst,
};
use dutydesk::domain::Lang;
use dutydesk::words::Words;
use proptest::prelude::*;

/// The ids and the worst grade; every finding is a sentence in both languages.
fn found(findings: &[Finding]) -> (Vec<&'static str>, Grade) {
    for words in [Words::new(Lang::En), Words::new(Lang::Zh)] {
        for finding in findings {
            let said = finding.sentence(&words);
            assert!(words.has(finding.id) && !said.contains("{$"), "{}: {said}", finding.id);
        }
    }
    (findings.iter().map(|f| f.id).collect(), worst(findings))
}

fn database_of(state: DatabaseState, sqlite: &str) -> (Vec<&'static str>, Grade) {
    found(&database(&DatabaseSeen { path: "desk.db".to_owned(), state, sqlite: sqlite.to_owned() }))
}

fn disk_of(
    file_system: FileSystem,
    device: Option<&str>,
    spins: Option<bool>,
    free_mb: u64,
) -> (Vec<&'static str>, Grade) {
    let device = device.map(str::to_owned);
    let free = free_mb * 1024 * 1024;
    found(&disk(&DiskSeen { path: "desk".to_owned(), file_system, device, spins, free }))
}

#[test]
fn a_damaged_newer_or_foreign_record_is_bad_and_none_yet_is_only_noted() {
    assert_eq!(
        database_of(DatabaseState::Sound, "3.51.3"),
        (vec!["doctor-database-sound", "doctor-sqlite"], Grade::Good)
    );
    assert_eq!(database_of(DatabaseState::None, "3.60.0").1, Grade::Mind);
    for state in
        [DatabaseState::Damaged, DatabaseState::Newer, DatabaseState::Foreign, DatabaseState::Unreadable]
    {
        assert_eq!(database_of(state, "3.51.3").1, Grade::Bad);
    }
}

#[test]
fn an_old_sqlite_is_bad_also_when_its_number_sorts_behind_as_text() {
    for (version, grade) in
        [("3.51.2", Grade::Bad), ("3.9.0", Grade::Bad), ("4.0.0", Grade::Good), ("new", Grade::Bad)]
    {
        assert_eq!(database_of(DatabaseState::Sound, version).1, grade, "{version}");
    }
}

#[test]
fn the_record_must_not_lie_on_a_network() {
    for (number, grade) in [
        (0xEF53, Grade::Good),
        (0x5846_5342, Grade::Good),
        (0x6969, Grade::Bad),
        (0xFF53_4D42, Grade::Bad),
        (0x0102_1994, Grade::Mind),
        (0x4D44, Grade::Bad),
        (0x6573_5546, Grade::Mind),
        (0x1234, Grade::Mind),
    ] {
        assert_eq!(disk_of(file_system(number), None, None, 5000).1, grade, "{number:x}");
    }
}

#[test]
fn the_kind_of_disk_is_told_and_room_running_out_too() {
    let ext = FileSystem::Local("ext");
    assert_eq!(disk_of(ext, Some("sda"), Some(true), 5000).0, ["doctor-disk-spins", "doctor-space"]);
    assert_eq!(
        disk_of(ext, Some("nvme0n1"), Some(false), 500).0,
        ["doctor-disk-flash", "doctor-space-little"]
    );
    assert_eq!(
        disk_of(ext, Some("mmcblk0"), Some(false), 99),
        (vec!["doctor-disk-card", "doctor-space-short"], Grade::Bad)
    );
    assert_eq!(disk_of(ext, None, None, 1024), (vec!["doctor-disk-local", "doctor-space"], Grade::Good));
}

#[test]
fn a_spool_that_cannot_be_written_is_bad_and_what_lies_in_it_is_counted() {
    let seen = |usable, waiting, refused, watched| {
        found(&spool(&SpoolSeen { path: "spool".to_owned(), usable, waiting, refused, watched }))
    };
    assert_eq!(seen(Some(true), 0, 0, true), (vec!["doctor-spool"], Grade::Good));
    assert_eq!(seen(None, 0, 0, false), (vec!["doctor-spool-none"], Grade::Mind));
    assert_eq!(seen(Some(false), 0, 0, true).1, Grade::Bad);
    let all = ["doctor-spool", "doctor-spool-waiting", "doctor-spool-refused", "doctor-spool-unwatched"];
    assert_eq!(seen(Some(true), 3, 1, false), (all.to_vec(), Grade::Mind));
}

#[test]
fn the_first_variable_that_is_set_names_the_locale() {
    let utf8 = |all, ctype, lang| found(&[locale(all, ctype, lang)]).1 == Grade::Good;
    assert!(utf8(None, None, Some("zh_CN.UTF-8")));
    assert!(utf8(Some(""), Some("C.utf8"), Some("C")));
    assert!(utf8(None, None, Some("en_GB.UTF-8@euro")));
    assert!(!utf8(Some("C"), None, Some("zh_CN.UTF-8")));
    assert!(!utf8(None, None, Some("zh_CN.GB18030")));
    assert!(!utf8(None, None, None));
}

#[test]
fn the_terminal_answers_where_the_cursor_is_and_so_how_wide_a_text_was() {
    let chinese = Probe::ALL[0];
    assert_eq!(chinese.question(), "\r值班台\u{1b}[6n\r\u{1b}[K");
    assert_eq!(chinese.finding(b"\x1b[12;7R").grade, Grade::Good);
    assert_eq!(chinese.finding(b"keys typed\x1b[A\x1b[12;7R").grade, Grade::Good);
    assert_eq!(
        (chinese.finding(b"\x1b[1;4R").grade, chinese.finding(b"").id),
        (Grade::Bad, "doctor-width-silent")
    );
    assert_eq!(Probe::ALL[1].finding(b"\x1b[1;9R").grade, Grade::Mind);
    for probe in Probe::ALL {
        let right = format!("\x1b[1;{}R", probe.cells + 1);
        let findings = [probe.finding(right.as_bytes()), probe.finding(b"\x1b[1;99R"), probe.finding(b"x")];
        assert_eq!(found(&findings[..1]).1, Grade::Good);
        assert_ne!(found(&findings[1..]).1, Grade::Good);
        assert_eq!(usize::from(probe.cells), dutydesk::words::text::width(probe.text));
    }
}

#[test]
fn the_bare_console_and_small_windows_are_told() {
    let seen = |term: &str, size| found(&terminal(&TerminalSeen { term: term.to_owned(), size }));
    assert_eq!(seen("xterm-256color", (80, 24)), (vec!["doctor-term", "doctor-size"], Grade::Good));
    assert_eq!(seen("linux", (300, 100)).0[0], "doctor-term-linux");
    assert_eq!(seen("dumb", (80, 24)).1, Grade::Bad);
    assert_eq!(seen("tmux", (79, 24)).0[1], "doctor-size-small");
    assert_eq!(seen("tmux", (60, 15)).0[1], "doctor-size-too-small");
}

#[test]
fn keymap_problems_are_counted_and_never_bad() {
    let source = Source::new("keys.toml", "x");
    let (error, warning) = (source.error(0..1, "x"), source.warning(0..1, "x"));
    assert_eq!(found(&[keymap(&[])]).1, Grade::Good);
    assert_eq!(keymap(std::slice::from_ref(&warning)).id, "doctor-keymap-warnings");
    assert_eq!(found(&[keymap(&[warning, error])]), (vec!["doctor-keymap-errors"], Grade::Mind));
}

#[test]
fn every_grade_has_its_word() {
    for words in [Words::new(Lang::En), Words::new(Lang::Zh)] {
        for grade in [Grade::Good, Grade::Mind, Grade::Bad] {
            assert!(!grade.word(&words).starts_with("doctor-"));
        }
    }
}

proptest! {
    #[test]
    fn any_answer_of_a_terminal_is_read_or_left(answer in prop::collection::vec(any::<u8>(), 0..40)) {
        let _ = cursor_column(&answer);
    }

    #[test]
    fn a_cursor_report_is_found_behind_anything(before in "\\PC{0,20}", row in 1u16.., column in 1u16..) {
        prop_assert_eq!(cursor_column(format!("{before}\x1b[{row};{column}R").as_bytes()), Some(column));
    }
}
