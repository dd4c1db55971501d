//! Whatever somebody does to the file behind the desk's back is found, and the first bad entry is named.

use crate::store::Desk;
use dutydesk::domain::Command;
use dutydesk::domain::command::{
    DeskCommand, ReportCommand, SetupCommand, SupervisionCommand, SweepCommand, ZeroCommand,
};
use dutydesk::domain::rules::{Rules, SweepEvery, Sweeps};
use dutydesk::domain::setup::{Post, SetupItem};
use dutydesk::store::{Finding, VerifyReport, anchor_file, record_file, verify};
use rusqlite::Connection;

/// A night that ended in order, so that its last entry is anchored.
fn night() -> Desk {
    let mut desk = Desk::new();
    desk.ask("desk", Command::Desk(DeskCommand::Start { version: "0.1.0".to_owned() })).unwrap();
    for n in 0..4 {
        let id = desk.receive(&format!("noise in yard {n}"));
        desk.on("0103", ReportCommand::Accept { id }).unwrap();
        desk.on("0103", ReportCommand::Note { id, text: "rang back".into() }).unwrap();
    }
    desk.ask("desk", Command::Desk(DeskCommand::Stop)).unwrap();
    desk
}

/// What is found after a statement was run on the file by somebody else.
fn after(desk: &Desk, tampering: &str) -> VerifyReport {
    let conn = Connection::open(record_file(&desk.folder)).unwrap();
    conn.pragma_update(None, "foreign_keys", false).unwrap();
    conn.execute_batch(tampering).unwrap();
    verify(&desk.folder, |_| {}).unwrap()
}

#[test]
fn a_night_that_nobody_touched_is_sound() {
    night().assert_sound();
}

#[test]
fn a_changed_byte_of_any_column_of_an_entry_is_found() {
    let changes = [
        "at_ms = at_ms + 1",
        "boot = boot + 1",
        "duty_day = '2026-11-20'",
        "officer = '0104'",
        "role = 'supervisor'",
        "session = 's2'",
        "kind = 'report.resolved'",
        "subject = 'R-20261121-004'",
        "subject = 'nothing that the desk knows'",
        "commitment = zeroblob(32)",
        "prev = zeroblob(32)",
        "hash = zeroblob(32)",
    ];
    for change in changes {
        let desk = night();
        let found = after(
            &desk,
            &format!(
                "UPDATE fact SET {change} WHERE kind = 'report.accepted' AND subject = 'R-20261121-002'"
            ),
        );
        let seq = desk.store.head().seq - 8;
        assert_eq!(found.findings.first(), Some(&Finding::EntryChanged { seq }), "{change}");
    }
}

#[test]
fn an_entry_that_was_changed_and_hashed_anew_breaks_the_chain_after_it() {
    let desk = night();
    let found = after(&desk, "UPDATE fact SET hash = (SELECT hash FROM fact WHERE seq = 3) WHERE seq = 5;");
    assert!(found.findings.contains(&Finding::EntryChanged { seq: 5 }));
    assert!(found.findings.contains(&Finding::ChainBroken { seq: 6 }));
}

#[test]
fn a_changed_or_missing_payload_is_found() {
    let found = after(&night(), "UPDATE payload SET body = replace(body, 'yard 2', 'yard 9')");
    assert!(matches!(found.findings[..], [Finding::PayloadChanged { .. }, ..]), "{:?}", found.findings);
    let found = after(&night(), "DELETE FROM payload WHERE seq = 7");
    assert_eq!(found.findings.first(), Some(&Finding::PayloadMissing { seq: 7 }));
    let found = after(&night(), "UPDATE payload SET salt = zeroblob(16) WHERE seq = 7");
    assert_eq!(found.findings.first(), Some(&Finding::PayloadChanged { seq: 7 }));
}

#[test]
fn a_removed_entry_is_named() {
    let found = after(&night(), "DELETE FROM payload WHERE seq = 9; DELETE FROM fact WHERE seq = 9;");
    assert_eq!(found.findings.first(), Some(&Finding::EntryMissing { seq: 9 }));
}

#[test]
fn the_first_entries_cannot_be_cut_off() {
    let found = after(&night(), "DELETE FROM payload WHERE seq < 4; DELETE FROM fact WHERE seq < 4;");
    assert_eq!(found.findings.first(), Some(&Finding::EntryMissing { seq: 1 }));
}

#[test]
fn a_cut_tail_is_found_although_what_is_left_is_in_order() {
    let desk = night();
    let head = desk.store.head().seq;
    let cut = format!(
        "DELETE FROM payload WHERE seq > {0}; DELETE FROM fact WHERE seq > {0}; \
         UPDATE meta SET value = {0} WHERE name = 'head_seq'; \
         UPDATE meta SET value = (SELECT hash FROM fact WHERE seq = {0}) WHERE name = 'head_hash';",
        head - 1
    );
    let found = after(&desk, &cut);
    assert_eq!(found.findings, [Finding::TailCut { known: head, found: head - 1 }]);
    std::fs::remove_file(anchor_file(&desk.folder)).unwrap();
    assert_eq!(verify(&desk.folder, |_| {}).unwrap().findings, [Finding::AnchorMissing]);
}

#[test]
fn an_older_copy_in_place_of_the_record_is_found() {
    let mut desk = night();
    desk.store.anchor_now().unwrap();
    let old = desk.folder.join("old");
    dutydesk::store::backup(&desk.folder, &old, |_| {}).unwrap();
    let known = {
        desk.receive("one more");
        desk.store.anchor_now().unwrap();
        desk.store.head().seq
    };
    let Desk { store, folder, .. } = &desk;
    let _ = store;
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", record_file(folder).display()));
    }
    std::fs::rename(&old, record_file(folder)).unwrap();
    let found = verify(folder, |_| {}).unwrap();
    assert_eq!(found.findings, [Finding::TailCut { known, found: known - 1 }]);
}

#[test]
fn a_row_that_the_facts_do_not_explain_is_found() {
    let changes = [
        (
            "UPDATE report SET body = replace(body, 'yard 1', 'yard 7')",
            Finding::RowDiffers { subject: "R-20261121-002".to_owned() },
        ),
        (
            "UPDATE report SET open = 0 WHERE number = 3",
            Finding::RowDiffers { subject: "R-20261121-003".to_owned() },
        ),
        (
            "INSERT INTO unit (code, rev, body) VALUES ('ghost', 1, '{}')",
            Finding::RowUnexplained { subject: "unit:ghost".to_owned() },
        ),
        (
            "DELETE FROM search_text WHERE key = 4; DELETE FROM report WHERE number = 4",
            Finding::RowMissing { subject: "R-20261121-004".to_owned() },
        ),
        (
            "UPDATE setup SET rev = 9 WHERE item = 'unit/car1'",
            Finding::RowDiffers { subject: "setup:unit/car1".to_owned() },
        ),
        (
            "INSERT INTO passphrase (officer, hash) VALUES ('0101', 'x')",
            Finding::RowUnexplained { subject: "setup:officer/0101 (passphrase)".to_owned() },
        ),
        (
            "UPDATE search_text SET told = '' WHERE key = 2",
            Finding::SearchDiffers { subject: "R-20261121-002".to_owned() },
        ),
        (
            "UPDATE due SET owed_at = owed_at + 1 WHERE about = 'R-20261121-003'",
            Finding::DueDiffers { subject: "R-20261121-003".to_owned() },
        ),
        (
            "UPDATE due SET body = replace(body, 'yard 1', 'yard 7')",
            Finding::DueDiffers { subject: "R-20261121-002".to_owned() },
        ),
        (
            "UPDATE due SET next_at = NULL WHERE about = 'R-20261121-001'",
            Finding::DueDiffers { subject: "R-20261121-001".to_owned() },
        ),
        (
            "UPDATE due SET officer = '0104', slot = 1 WHERE about = 'R-20261121-001'",
            Finding::DueDiffers { subject: "R-20261121-001".to_owned() },
        ),
        (
            "DELETE FROM due WHERE about = 'R-20261121-004'",
            Finding::DueDiffers { subject: "R-20261121-004".to_owned() },
        ),
        (
            "INSERT INTO due (about, kind, rule, slot, owed_at, body) VALUES ('R-20261121-001', 'R', 'ghost', 2, 0, '{}')",
            Finding::DueDiffers { subject: "R-20261121-001".to_owned() },
        ),
        (
            "INSERT INTO due (about, kind, rule, slot, owed_at, body) VALUES ('R-20261121-099', 'R', 'accept', 2, 0, '{}')",
            Finding::DueDiffers { subject: "due".to_owned() },
        ),
        ("UPDATE tally SET n = n + 1 WHERE list = 'due'", Finding::TallyDiffers { list: "due".to_owned() }),
        (
            "UPDATE tally SET n = n + 1 WHERE list = 'report/open'",
            Finding::TallyDiffers { list: "report/open".to_owned() },
        ),
    ];
    for (tampering, finding) in changes {
        let found = after(&night(), tampering);
        assert!(found.findings.contains(&finding), "{tampering}: {:?}", found.findings);
    }
}

/// A night with an order that was answered, a zero report and a sweep that are missing.
fn night_with_orders() -> Desk {
    let mut desk = night();
    let on = "R-20261121-001".parse().unwrap();
    let due_at = desk.now + jiff::SignedDuration::from_hours(1);
    let issue = SupervisionCommand::Issue { on, to: None, text: "see the cellar".into(), due_at };
    let id = desk.ask("0101", Command::Supervision(issue)).unwrap().id.unwrap();
    let answer = SupervisionCommand::Answer { id, text: "was there".into() };
    desk.ask("0103", Command::Supervision(answer)).unwrap();
    let by = "23:00:00".parse().unwrap();
    let post = SetupItem::Post(Post { code: "gate".into(), name: "Gate".into(), by, place: None });
    desk.ask("desk", Command::Setup(SetupCommand::Set(Box::new(post)))).unwrap();
    desk.ask("desk", Command::Zero(ZeroCommand::Expect { post: "gate".into() })).unwrap();
    let sweeps = Some(Sweeps { every: SweepEvery::Week(1), days: 3 });
    let rules = SetupItem::Rules(Box::new(Rules { sweeps, ..dutydesk::config::rules_shipped() }));
    desk.ask("desk", Command::Setup(SetupCommand::Set(Box::new(rules)))).unwrap();
    desk.ask("desk", Command::Sweep(SweepCommand::Expect { beat: "B1".into() })).unwrap();
    desk.assert_sound();
    desk
}

#[test]
fn an_order_a_zero_report_and_a_sweep_that_somebody_touched_are_found() {
    let (order, zero) = (|| "S-20261121-001".to_owned(), || "Z-20261121-001".to_owned());
    let sweep = || "W-20261121-001".to_owned();
    let changes = [
        (
            "UPDATE supervision SET body = replace(body, 'was', 'is')",
            Finding::RowDiffers { subject: order() },
        ),
        ("UPDATE supervision SET open = 1", Finding::RowDiffers { subject: order() }),
        ("DELETE FROM supervision", Finding::RowMissing { subject: order() }),
        (
            "INSERT INTO supervision (day, number, rev, about, open, body) \
             SELECT day, 7, rev, about, open, body FROM supervision",
            Finding::RowUnexplained { subject: "S-20261121-007".to_owned() },
        ),
        ("UPDATE zero_report SET open = 0", Finding::RowDiffers { subject: zero() }),
        ("DELETE FROM zero_report", Finding::RowMissing { subject: zero() }),
        (
            "INSERT INTO zero_report (day, number, rev, post, open, body) \
             SELECT day, 7, rev, 'moon', open, body FROM zero_report",
            Finding::RowUnexplained { subject: "Z-20261121-007".to_owned() },
        ),
        ("DELETE FROM due WHERE about = 'Z-20261121-001'", Finding::DueDiffers { subject: zero() }),
        ("UPDATE sweep SET found = 0", Finding::RowDiffers { subject: sweep() }),
        ("UPDATE sweep SET beat = 'B2'", Finding::RowDiffers { subject: sweep() }),
        ("DELETE FROM sweep", Finding::RowMissing { subject: sweep() }),
        ("DELETE FROM due WHERE about = 'W-20261121-001'", Finding::DueDiffers { subject: sweep() }),
    ];
    for (tampering, finding) in changes {
        let found = after(&night_with_orders(), tampering);
        assert!(found.findings.contains(&finding), "{tampering}: {:?}", found.findings);
    }
}

#[test]
fn a_report_put_in_without_a_fact_is_found() {
    let found = after(
        &night(),
        "INSERT INTO report (day, number, rev, open, waiting, to_be_set, proposed, priority, beat, received_ms, body) \
         SELECT day, 99, rev, open, waiting, to_be_set, proposed, priority, beat, received_ms, body FROM report \
         WHERE number = 1",
    );
    assert_eq!(found.findings, [Finding::RowUnexplained { subject: "R-20261121-099".to_owned() }]);
}

#[test]
fn a_page_that_the_disk_has_changed_never_brings_verifying_down() {
    let desk = night();
    let Desk { store, folder, .. } = desk;
    store.close().unwrap();
    let file = record_file(&folder);
    let whole = std::fs::read(&file).unwrap();
    for page in 1..whole.len() / 4096 {
        let mut bytes = whole.clone();
        let middle = page * 4096 + 4096 - 40;
        bytes[middle..middle + 16].iter_mut().for_each(|b| *b ^= 0x55);
        if bytes == whole {
            continue;
        }
        std::fs::write(&file, &bytes).unwrap();
        let _ = verify(&folder, |_| {});
        assert_eq!(std::fs::read(&file).unwrap(), bytes, "verifying writes nothing");
    }
}

#[test]
fn the_anchor_itself_is_looked_at() {
    let desk = night();
    let file = anchor_file(&desk.folder);
    let lines = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, format!("something else\n{lines}")).unwrap();
    assert_eq!(verify(&desk.folder, |_| {}).unwrap().findings, [Finding::AnchorUnreadable { line: 1 }]);
    let first: u64 = lines.split(' ').next().unwrap().parse().unwrap();
    let other = lines.replacen(&lines[lines.find(' ').unwrap() + 1..][..8], "00000000", 1);
    std::fs::write(&file, other).unwrap();
    assert_eq!(verify(&desk.folder, |_| {}).unwrap().findings, [Finding::AnchorDiffers { seq: first }]);
}

#[test]
fn a_line_that_a_power_cut_left_unfinished_is_no_tampering() {
    let mut desk = night();
    let file = anchor_file(&desk.folder);
    let mut lines = std::fs::read_to_string(&file).unwrap();
    lines.push_str("17 ab");
    std::fs::write(&file, &lines).unwrap();
    assert!(verify(&desk.folder, |_| {}).unwrap().is_sound());
    desk.assert_sound();
    assert!(!std::fs::read_to_string(&file).unwrap().contains("17 ab\n"));
}
