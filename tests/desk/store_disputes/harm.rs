//! Disputes that somebody touched behind the desk's back, and disputes that were erased.

use super::{accept, act, find, finding, numbered, party, ruled_desk};
use crate::store::{Desk, holds};
use dutydesk::domain::command::{Command, EscalationCommand, HandoverCommand};
use dutydesk::domain::dispute::DisputeStatus;
use dutydesk::domain::dispute::act::DisputeAct;
use dutydesk::domain::dispute::said::{Finding, Matter};
use dutydesk::domain::dispute::terms::{Category, PartyRole, Severity, WithdrawReason};
use dutydesk::domain::place::Level;
use dutydesk::domain::query::{Answer, DisputeFilter, DisputeView, Page, Query};
use dutydesk::domain::{Private, RecordId};
use dutydesk::store::{Finding as Found, Swept, backup, record_file, verify};
use rusqlite::Connection;

fn night() -> Desk {
    let mut desk = ruled_desk();
    for n in 0..4 {
        desk.ask("0103", find(finding(n))).unwrap();
        desk.ask("0104", act(numbered(n as u32 + 1), DisputeAct::Note { text: "rang back".into() })).unwrap();
    }
    desk.ask("0103", act(numbered(2), accept())).unwrap();
    desk.assert_sound();
    desk
}

#[test]
fn a_dispute_that_somebody_touched_is_found() {
    let about = |number| numbered(number).to_string();
    let differs = |number| Found::RowDiffers { subject: about(number) };
    let due = |number| Found::DueDiffers { subject: about(number) };
    let search = |number| Found::SearchDiffers { subject: about(number) };
    let tally = |list: &str| Found::TallyDiffers { list: list.to_owned() };
    let changes = [
        ("UPDATE dispute SET body = replace(body, 'Ana Lopez', 'Ann Lopez') WHERE number = 2", differs(2)),
        ("UPDATE dispute SET open = 0 WHERE number = 3", differs(3)),
        ("UPDATE dispute SET status = 'closed' WHERE number = 3", differs(3)),
        ("UPDATE dispute SET beat = 'B9' WHERE number = 1", differs(1)),
        ("UPDATE dispute SET lead = '0104' WHERE number = 2", differs(2)),
        ("UPDATE dispute SET violent = 0 WHERE number = 1", differs(1)),
        (
            "DELETE FROM dispute_text WHERE key = 4; DELETE FROM dispute WHERE number = 4",
            Found::RowMissing { subject: about(4) },
        ),
        (
            "INSERT INTO dispute (day, number, rev, open, status, category, beat, violent, major, body) \
             SELECT day, 99, rev, open, status, category, beat, violent, major, body FROM dispute WHERE number = 1",
            Found::RowUnexplained { subject: about(99) },
        ),
        ("UPDATE dispute SET owed_at = owed_at + 1 WHERE number = 2", due(2)),
        ("UPDATE dispute SET owes = 1 WHERE number = 3", due(3)),
        ("UPDATE dispute SET owes = 2, owed_at = 0 WHERE number = 4", due(4)),
        ("UPDATE due SET owed_at = owed_at + 1 WHERE about LIKE 'D-%-003'", due(3)),
        ("UPDATE due SET kind = 'R' WHERE about LIKE 'D-%-003'", due(3)),
        ("DELETE FROM due WHERE about LIKE 'D-%-004'", due(4)),
        ("UPDATE dispute_text SET told = '' WHERE key = 2", search(2)),
        ("UPDATE dispute_text SET notes = notes || 'x' WHERE key = 3", search(3)),
        ("DELETE FROM dispute_text WHERE key = 1", search(1)),
        ("UPDATE tally SET n = n + 1 WHERE list = 'dispute/unresolved'", tally("dispute/unresolved")),
        ("UPDATE tally SET slot = slot + 1 WHERE list = 'dispute/all'", tally("dispute/all")),
        ("DELETE FROM tally WHERE list = 'dispute/violent'", tally("dispute/violent")),
        (
            "UPDATE tally SET list = 'dispute/mine/0104' WHERE list = 'dispute/mine/0103'",
            tally("dispute/mine/0103"),
        ),
    ];
    for (tampering, finding) in changes {
        let desk = night();
        let conn = Connection::open(record_file(&desk.folder)).unwrap();
        conn.pragma_update(None, "foreign_keys", false).unwrap();
        conn.execute_batch(tampering).unwrap();
        let found = verify(&desk.folder, |_| {}).unwrap().findings;
        assert!(found.contains(&finding), "{tampering}: {found:?}");
    }
}

/// Words that stand for people; no file may hold a piece of them after erasing.
const CANARIES: [&str; 9] = [
    "Wilhelmina Quackenbush",
    "555-0199-77",
    "Kanarienweg 7",
    "yellow bird tale",
    "feather found",
    "sang at dawn",
    "Feathers and Sons",
    "555-0188-66",
    "Advocate Plume",
];

/// Pieces of them as search keeps them.
const FOLDED: [&str; 3] = ["wilhelmina quackenbush", "kanarienweg 7", "feather found"];

fn canary(n: u32) -> Finding {
    let mut first = party(CANARIES[0], CANARIES[1], PartyRole::Applicant);
    first.address = CANARIES[2].into();
    let mut second = party(CANARIES[6], CANARIES[7], PartyRole::Respondent);
    second.represented_by = Some(dutydesk::domain::dispute::said::Representative {
        name: CANARIES[8].into(),
        phone: CANARIES[1].into(),
        capacity: "a lawyer".into(),
    });
    Finding {
        matter: Matter {
            narrative: format!("{} {n}, {}", CANARIES[3], "and more ".repeat(n as usize % 40)).into(),
            place: CANARIES[2].into(),
            category: Category::Land,
            severity: Severity::General,
            beat: Some("B1".into()),
        },
        parties: vec![first, second],
        violent: Some(CANARIES[5].into()),
        ..finding(0)
    }
}

fn end(desk: &mut Desk, id: RecordId) {
    desk.ask("0103", act(id, accept())).unwrap();
    desk.ask("0104", act(id, DisputeAct::Note { text: CANARIES[4].into() })).unwrap();
    let _ = desk.ask("0102", act(id, DisputeAct::Calm { reason: "calm again".into() }));
    let withdraw = DisputeAct::Withdraw { reason: WithdrawReason::NoDispute, note: CANARIES[5].into() };
    desk.ask("0101", act(id, withdraw)).unwrap();
}

fn erase(desk: &mut Desk, id: RecordId) {
    desk.ask("0101", act(id, DisputeAct::Erase { reason: "retention date".into() })).unwrap();
}

fn sweep(desk: &mut Desk) {
    while desk.store.sweep().unwrap() == Swept::More {}
    assert_eq!(desk.store.sweep().unwrap(), Swept::Nothing);
}

fn left(desk: &Desk) -> Vec<&'static str> {
    CANARIES.into_iter().chain(FOLDED).filter(|canary| holds(&desk.folder, canary)).collect()
}

fn number_of_found(desk: &Desk, words: &str) -> usize {
    let filter = DisputeFilter { find: words.to_owned(), ..DisputeFilter::of(DisputeView::All) };
    let Answer::Disputes(rows) = desk.read(&Query::Disputes { filter, page: Page::top(500) }) else {
        panic!("another answer")
    };
    rows.rows.len()
}

#[test]
fn nothing_that_was_said_on_a_dispute_is_left_in_any_file_or_later_backup_and_the_chain_verifies() {
    let mut desk = ruled_desk();
    desk.ask("0103", find(canary(1))).unwrap();
    let on = numbered(1);
    let raise =
        EscalationCommand::Raise { on, to: Level::Town, reason: "one".into(), note: CANARIES[4].into() };
    desk.ask("0103", Command::Escalation(raise)).unwrap();
    let sign = HandoverCommand::Sign {
        officer: "0103".into(),
        passphrase: Default::default(),
        remarks: [(on, Private::from(CANARIES[5]))].into(),
        words: "a long night".into(),
        equipment: vec![("Keys".to_owned(), true), ("Radios".to_owned(), true)],
    };
    desk.ask("0103", Command::Handover(sign)).unwrap();
    end(&mut desk, on);
    assert_eq!(left(&desk), [&CANARIES[..], &FOLDED].concat(), "the test isn't blind");
    assert_eq!(number_of_found(&desk, "quackenbush feather"), 1);
    erase(&mut desk, on);
    sweep(&mut desk);
    assert_eq!(left(&desk), Vec::<&str>::new());
    desk.assert_sound();
    backup(&desk.folder, &desk.folder.join("later"), |_| {}).unwrap();
    assert_eq!(left(&desk), Vec::<&str>::new());
    assert_eq!(number_of_found(&desk, "quackenbush"), 0);
    assert_eq!(number_of_found(&desk, "D-001"), 1);
    let Answer::Dispute(detail) = desk.read(&Query::Dispute { id: on }) else { panic!("another answer") };
    assert_eq!(detail.dispute.status, DisputeStatus::Erased);
}

#[test]
fn of_many_disputes_that_were_erased_nothing_is_left_between_the_others() {
    let mut desk = ruled_desk();
    let batch = (0..120).map(|n| desk.asked("0103", find(canary(n)))).collect();
    assert!(desk.store.execute_batch(batch).iter().all(Result::is_ok));
    for number in 1..=120 {
        end(&mut desk, numbered(number));
        erase(&mut desk, numbered(number));
    }
    desk.ask("0103", find(finding(1))).unwrap();
    sweep(&mut desk);
    assert_eq!(left(&desk), Vec::<&str>::new());
    desk.assert_sound();
}
