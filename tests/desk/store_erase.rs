//! Erasing: what was said about a report is nowhere any more, and the chain is whole.

use crate::paper::id;
use crate::store::{Desk, holds};
use dutydesk::domain::command::{
    Command, DeadlineCommand, EscalationCommand, HandoverCommand, Incoming, ReportCommand, SupervisionCommand,
};
use dutydesk::domain::fact::{Fact, HandoverFact};
use dutydesk::domain::place::Level;
use dutydesk::domain::query::{Answer, DueView, JournalFilter, Page, Query, ReportFilter, ReportView};
use dutydesk::domain::report::{Priority, Source, Status, Telling};
use dutydesk::domain::supervision::SupervisionStatus;
use dutydesk::domain::{Private, RecordId, Subject};
use dutydesk::store::{Keep, Reader, Swept, backup, record_file, verify};
use std::path::Path;

/// Words that stand for a person; no file may hold a piece of them after erasing.
const CANARIES: [&str; 8] = [
    "Wilhelmina Quackenbush",
    "555-0199-77",
    "Kanarienweg 7",
    "yellow bird tale",
    "feather found",
    "sang at dawn",
    "Feathers and Sons",
    "555-0188-66",
];

/// As what the place and the number of those words are compared.
const KEYS: [&str; 2] = ["kanarienweg 7", "555019977"];

impl Desk {
    fn receive_canary(&mut self, n: u32) -> RecordId {
        let telling = Telling {
            narrative: format!("{} {n}, {}", CANARIES[3], "and more ".repeat(n as usize % 40)).into(),
            caller_name: CANARIES[0].into(),
            caller_phone: CANARIES[1].into(),
            place: CANARIES[2].into(),
            other_name: CANARIES[6].into(),
            other_phone: CANARIES[7].into(),
            priority: Some(Priority::P1),
            ..Telling::default()
        };
        let incoming = Incoming { source: Source::Phone, source_key: None, event_at: None, telling };
        self.ask("0103", Command::Report(ReportCommand::Receive(Box::new(incoming)))).unwrap().id.unwrap()
    }

    fn sign_over(&mut self, remark_on: &[RecordId]) -> RecordId {
        let sign = HandoverCommand::Sign {
            officer: "0103".into(),
            passphrase: Default::default(),
            remarks: remark_on.iter().map(|id| (*id, Private::from(CANARIES[5]))).collect(),
            words: "a long night".into(),
            equipment: vec![("Keys".to_owned(), true), ("Radios".to_owned(), true)],
        };
        self.ask("0103", Command::Handover(sign)).unwrap().id.unwrap()
    }

    /// An order that was answered, sent back and waits again.
    fn order_on(&mut self, on: RecordId) -> RecordId {
        let due_at = self.now + jiff::SignedDuration::from_hours(1);
        let issue = SupervisionCommand::Issue { on, to: None, text: CANARIES[4].into(), due_at };
        let id = self.ask("0101", Command::Supervision(issue)).unwrap().id.unwrap();
        let answer = SupervisionCommand::Answer { id, text: CANARIES[5].into() };
        self.ask("0103", Command::Supervision(answer)).unwrap();
        let back = SupervisionCommand::SendBack { id, reason: CANARIES[0].into(), due_at };
        self.ask("0101", Command::Supervision(back)).unwrap();
        id
    }

    fn finish(&mut self, id: RecordId) {
        self.on("0103", ReportCommand::Accept { id }).unwrap();
        self.on("0103", ReportCommand::Note { id, text: CANARIES[4].into() }).unwrap();
        self.on("0103", ReportCommand::Cancel { id, reason: "one".into() }).unwrap();
    }

    fn erase(&mut self, id: RecordId) {
        self.on("0101", ReportCommand::Erase { id, reason: "retention date".into() }).unwrap();
    }

    fn sweep(&mut self) {
        while self.store.sweep().unwrap() == Swept::More {}
        assert_eq!(self.store.sweep().unwrap(), Swept::Nothing);
    }
}

fn found(folder: &Path) -> Vec<&'static str> {
    CANARIES.into_iter().chain(KEYS).filter(|canary| holds(folder, canary)).collect()
}

#[test]
fn nothing_that_was_said_is_left_in_any_file_or_later_backup_and_the_chain_verifies() {
    let mut desk = Desk::new();
    let report = desk.receive_canary(1);
    let raise = EscalationCommand::Raise {
        on: report,
        to: Level::Town,
        reason: "one".into(),
        note: CANARIES[4].into(),
    };
    let escalation = desk.ask("0103", Command::Escalation(raise)).unwrap().id.unwrap();
    let acknowledge = EscalationCommand::Acknowledge { id: escalation, reply: CANARIES[5].into() };
    let handover = desk.sign_over(&[report]);
    desk.ask("0101", Command::Escalation(acknowledge)).unwrap();
    let keep = Keep {
        officer: "0103".into(),
        form: format!("report-note {report}"),
        body: Some(CANARIES[0].into()),
        at: desk.now,
    };
    desk.store.keep_form(keep).unwrap();
    desk.finish(report);
    assert_eq!(found(&desk.folder), [&CANARIES[..], &KEYS].concat(), "the test isn't blind");
    desk.erase(report);
    desk.sweep();
    assert_eq!(found(&desk.folder), Vec::<&str>::new());
    desk.assert_sound();
    backup(&desk.folder, &desk.folder.join("later"), |_| {}).unwrap();
    assert_eq!(found(&desk.folder), Vec::<&str>::new());
    assert_eq!(desk.report(report).status, Status::Erased);
    let Answer::Handover(handover) = desk.read(&Query::Handover { id: handover }) else { panic!("another") };
    assert_eq!(handover.words.as_str(), "a long night");
    assert!(handover.draft.items.iter().all(|item| item.summary.is_empty() && item.place.is_empty()));
}

/// A desk on which pages were split, by notes that grow by so much a round, and everything was erased since.
fn split_and_erased(grows: usize) -> Desk {
    let mut desk = Desk::new();
    let reports: Vec<RecordId> = (0..120).map(|n| desk.receive_canary(n)).collect();
    desk.sign_over(&reports[..40]);
    for round in 0..3 {
        for (at, id) in reports.iter().enumerate() {
            let text = format!("{} {}", CANARIES[4], "and so on ".repeat(round * grows + at % grows));
            desk.on("0104", ReportCommand::Note { id: *id, text: text.into() }).unwrap();
        }
    }
    for id in &reports {
        desk.finish(*id);
        desk.erase(*id);
    }
    let store = rusqlite::Connection::open(record_file(&desk.folder)).unwrap();
    store.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    desk
}

#[test]
fn what_was_ordered_and_why_something_was_put_off_goes_with_the_report() {
    let mut desk = Desk::new();
    desk.ask("desk", crate::deadlines::set(crate::deadlines::rules())).unwrap();
    let report = desk.receive_canary(1);
    let why = || Private::from(CANARIES[4]);
    let until = desk.now + jiff::SignedDuration::from_hours(2);
    let snooze = |on, rule: &str| {
        Command::Deadline(DeadlineCommand::Snooze { on, rule: rule.into(), until, reason: why() })
    };
    desk.on("0103", ReportCommand::Accept { id: report }).unwrap();
    desk.ask("0103", snooze(report, "answer")).unwrap();
    let (on, reason) = (report, Private::from(CANARIES[5]));
    let extend = DeadlineCommand::Extend { on, rule: "answer".into(), days: 3, reason, agreed: false };
    desk.ask("0101", Command::Deadline(extend)).unwrap();
    let pause = DeadlineCommand::Pause { on, rule: "dispatch".into(), reason: why() };
    desk.ask("0103", Command::Deadline(pause)).unwrap();
    desk.on("0104", ReportCommand::TakeOver { id: report, reason: why() }).unwrap();
    let raise = EscalationCommand::Raise { on, to: Level::Town, reason: "one".into(), note: why() };
    let raised = desk.ask("0103", Command::Escalation(raise)).unwrap().id.unwrap();
    desk.ask("0103", snooze(raised, "acknowledge")).unwrap();
    let answer = EscalationCommand::Answer { id: raised, text: CANARIES[5].into() };
    desk.ask("0101", Command::Escalation(answer)).unwrap();
    let order = desk.order_on(report);
    desk.ask("0103", snooze(order, "supervision")).unwrap();
    desk.ask("desk", Command::Deadline(DeadlineCommand::Tell { on: order })).unwrap();
    desk.on("0104", ReportCommand::Cancel { id: report, reason: "one".into() }).unwrap();
    assert!(found(&desk.folder).len() > 4, "the test isn't blind");
    desk.erase(report);
    desk.sweep();
    assert_eq!(found(&desk.folder), Vec::<&str>::new());
    desk.assert_sound();
    let Answer::Supervisions(orders) = desk.read(&Query::Supervisions { open: false, page: Page::top(5) })
    else {
        panic!("another")
    };
    assert_eq!(orders.rows[0].order.status, SupervisionStatus::Erased);
    let queue = Query::Due { view: DueView::All, page: Page::top(50) };
    let Answer::Due(due) = desk.read(&queue) else { panic!("another") };
    assert_eq!(due.rows, [], "nothing is owed on what is gone");
}

#[test]
fn what_pages_that_were_split_leave_behind_is_swept_away() {
    // Where pages are split is a matter of sizes.
    let mut desks = [10, 7, 5, 11, 17, 3].into_iter().chain(20..40).map(split_and_erased);
    let left = desks.find(|desk| !found(&desk.folder).is_empty());
    let mut desk = left.expect("without sweeping something is left: else the sweep is for nothing");
    backup(&desk.folder, &desk.folder.with_file_name("early"), |_| {}).unwrap();
    let early = std::fs::read(desk.folder.with_file_name("early")).unwrap();
    let early = String::from_utf8_lossy(&early);
    assert!(CANARIES.iter().all(|canary| !early.contains(canary)), "backups are swept");
    desk.sweep();
    assert_eq!(found(&desk.folder), Vec::<&str>::new());
    // The desk goes on, and brings nothing back from memory.
    for n in 0..60 {
        desk.receive(&format!("a quiet call {n}"));
    }
    desk.assert_sound();
    assert_eq!(found(&desk.folder), Vec::<&str>::new());
}

#[test]
fn a_sweep_waits_for_whoever_reads_an_older_state() {
    let mut desk = Desk::new();
    let report = desk.receive_canary(3);
    desk.finish(report);
    let reading = rusqlite::Connection::open(record_file(&desk.folder)).unwrap();
    reading.execute_batch("BEGIN; SELECT count(*) FROM fact").unwrap();
    desk.erase(report);
    assert_eq!(desk.store.sweep().unwrap(), Swept::Later);
    assert!(desk.store.must_sweep().unwrap());
    reading.execute_batch("COMMIT").unwrap();
    desk.sweep();
    assert_eq!(found(&desk.folder), Vec::<&str>::new());
}

#[test]
fn erased_entries_keep_their_place_and_say_nothing() {
    let mut desk = Desk::new();
    let report = desk.receive_canary(3);
    desk.finish(report);
    desk.erase(report);
    let filter = JournalFilter { since: None, subject: Some(Subject::Record(report)) };
    let Answer::Journal(entries) = desk.read(&Query::Journal { filter, page: Page::top(10) }) else {
        panic!("another")
    };
    let kinds: Vec<(&str, bool)> = entries.rows.iter().map(|e| (e.kind.as_str(), e.fact.is_some())).collect();
    let expected = [
        ("report.erased", true),
        ("report.cancelled", false),
        ("report.noted", false),
        ("report.accepted", false),
        ("report.received", false),
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn an_erased_report_is_not_found_by_its_words() {
    let mut desk = Desk::new();
    let report = desk.receive_canary(3);
    let other = desk.receive("a yellow bird sits in the yard");
    desk.finish(report);
    let find = |desk: &Desk, words: &str| -> Vec<RecordId> {
        let filter =
            ReportFilter { view: ReportView::All, find: words.to_owned(), ..ReportFilter::default() };
        let Answer::Reports(rows) = desk.read(&Query::Reports { filter, page: Page::top(10) }) else {
            panic!("another")
        };
        rows.rows.iter().map(|row| row.id).collect()
    };
    assert_eq!(find(&desk, "yellow bird"), [other, report]);
    desk.erase(report);
    assert_eq!(find(&desk, "yellow bird"), [other]);
    assert_eq!(find(&desk, "feather"), []);
    assert_eq!(find(&desk, "R-001"), [report]);
}

#[test]
fn the_words_that_a_handover_copied_are_under_commitments_of_their_own() {
    let mut desk = Desk::new();
    let (kept, gone) = (desk.receive_canary(1), desk.receive_canary(2));
    let handover = desk.sign_over(&[kept, gone]);
    desk.finish(gone);
    desk.erase(gone);
    let filter = JournalFilter { since: None, subject: Some(Subject::Record(handover)) };
    let Answer::Journal(entries) = desk.read(&Query::Journal { filter, page: Page::top(1) }) else {
        panic!("another")
    };
    let Some(Fact::Handover(HandoverFact::Signed { draft, remarks, .. })) = &entries.rows[0].fact else {
        panic!("the seal is gone")
    };
    for item in &draft.items {
        assert_eq!(item.summary.is_empty(), item.id == gone);
        assert_eq!(remarks[&item.id].is_empty(), item.id == gone);
    }
    desk.assert_sound();
    let conn = rusqlite::Connection::open(record_file(&desk.folder)).unwrap();
    conn.execute("UPDATE part SET body = 'all was well' WHERE about = ?1", [kept.to_string()]).unwrap();
    let seq = entries.rows[0].seq;
    let found = verify(&desk.folder, |_| {}).unwrap().findings;
    assert!(found.contains(&dutydesk::store::Finding::PartChanged { seq }), "{found:?}");
    conn.execute("DELETE FROM part", []).unwrap();
    let found = verify(&desk.folder, |_| {}).unwrap().findings;
    assert!(found.contains(&dutydesk::store::Finding::PartChanged { seq }), "{found:?}");
}

#[test]
fn an_open_report_is_not_erased() {
    let mut desk = Desk::new();
    let report = desk.receive_canary(1);
    let erase = ReportCommand::Erase { id: report, reason: "too early".into() };
    assert!(desk.on("0101", erase).is_err());
    assert!(!desk.store.must_sweep().unwrap());
    assert_eq!(report, id("R-20261121-001"));
    let reader = Reader::open(&desk.folder).unwrap();
    assert_eq!(reader.head().unwrap(), desk.store.head());
}
