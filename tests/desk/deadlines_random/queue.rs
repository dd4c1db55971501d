//! The same nights at a real desk: the rows of what is owed, the queue's pages and the counts are what every record in the
//! file owes, sorted and counted the slow way.

use super::{Asked, Step, beat, more_items, rules, step};
use crate::deadlines::set;
use crate::paper::OFFICERS;
use crate::store::Desk;
use dutydesk::domain::command::{Command, DeadlineCommand, HandoverCommand, SetupCommand};
use dutydesk::domain::due::{Due, Rank, WaitsFor, owed_on};
use dutydesk::domain::query::{Answer, DueView, From, Page, Query};
use dutydesk::domain::{OfficerId, Record, RecordId, Role, access};
use dutydesk::store::{Reader, Store, record_file};
use proptest::prelude::*;
use rusqlite::{Connection, OpenFlags};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;

/// Everything that is owed on the records in the file, in no order.
fn owed_in_file(desk: &Desk) -> Vec<Due> {
    let conn =
        Connection::open_with_flags(record_file(&desk.folder), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut records: Vec<Record> = Vec::new();
    records.extend(bodies(&conn, "report").into_iter().map(Record::Report));
    records.extend(bodies(&conn, "escalation").into_iter().map(Record::Escalation));
    records.extend(bodies(&conn, "supervision").into_iter().map(Record::Supervision));
    records.extend(bodies(&conn, "zero_report").into_iter().map(Record::ZeroReport));
    records.extend(bodies(&conn, "sweep").into_iter().map(Record::Sweep));
    let station = desk.store.station();
    records.iter().flat_map(|record| owed_on(record, station)).collect()
}

fn bodies<T: DeserializeOwned>(conn: &Connection, table: &str) -> Vec<T> {
    let mut all = conn.prepare(&format!("SELECT body FROM {table}")).unwrap();
    let rows = all.query_map([], |row| row.get::<_, String>(0)).unwrap();
    rows.map(|body| serde_json::from_str(&body.unwrap()).unwrap()).collect()
}

/// The queue as it is paged through, from the top or from the bottom.
fn paged(desk: &Desk, view: DueView, limit: u16, down: bool) -> (Vec<Due>, Option<u64>) {
    let (mut all, mut total) = (Vec::new(), None);
    let mut from = if down { From::Top } else { From::Bottom };
    loop {
        let Answer::Due(page) = desk.read(&Query::Due { view, page: Page { from, limit } }) else {
            panic!("another answer")
        };
        total = page.total.or(total);
        assert!(page.rows.len() <= usize::from(limit));
        let (first, last) = (page.rows.first().map(|l| l.key), page.rows.last().map(|l| l.key));
        if down {
            assert_eq!(page.more_before, !all.is_empty());
            all.extend(page.rows.into_iter().map(|line| line.due));
        } else {
            assert_eq!(page.more_after, !all.is_empty());
            all.splice(0..0, page.rows.into_iter().map(|line| line.due));
        }
        match (down, page.more_after, page.more_before) {
            (true, true, _) => from = From::After(last.unwrap()),
            (false, _, true) => from = From::Before(first.unwrap()),
            (_, _, _) => return (all, total),
        }
    }
}

fn check(desk: &Desk, limit: u16) {
    let mut expected = owed_in_file(desk);
    expected.sort_by_key(|due| due.urgency(desk.now));
    for down in [true, false] {
        let (got, total) = paged(desk, DueView::All, limit, down);
        assert_eq!(got, expected, "down: {down}");
        assert_eq!(total, Some(expected.len() as u64));
        let mine = |due: &&Due| due.waits_for == WaitsFor::Officer("0103".into());
        let mine: Vec<Due> = expected.iter().filter(mine).cloned().collect();
        assert_eq!(paged(desk, DueView::Mine, limit, down).0, mine, "mine, down: {down}");
    }
    let Answer::Board(board) = desk.read(&Query::Board) else { panic!("another answer") };
    let head: Vec<Due> = board.due.into_iter().map(|line| line.due).collect();
    assert_eq!(head, expected[..expected.len().min(20)]);
    let count = |rank: Rank| expected.iter().filter(|due| due.rank(desk.now) == rank).count() as u64;
    let counts = (board.counts.overdue, board.counts.due, board.counts.put_off);
    assert_eq!(counts, (count(Rank::Late), count(Rank::Late) + count(Rank::Ahead), count(Rank::Rests)));
    let reader = Reader::open(&desk.folder).unwrap();
    assert_eq!(reader.next_to_tell().unwrap(), expected.iter().filter_map(|due| due.next).min());
    let waiting: BTreeSet<RecordId> = reader.to_tell(desk.now, 500).unwrap().into_iter().collect();
    let late = expected.iter().filter(|due| due.next.is_some_and(|at| at <= desk.now)).map(|due| due.about);
    assert_eq!(waiting, late.collect());
}

/// As the desk's timers do: until nothing is left.
fn tell_all(desk: &mut Desk) {
    for _ in 0..60 {
        let waiting = Reader::open(&desk.folder).unwrap().to_tell(desk.now, 3).unwrap();
        if waiting.is_empty() {
            return;
        }
        for on in waiting {
            let told = desk.ask("desk", Command::Deadline(DeadlineCommand::Tell { on })).unwrap();
            assert!(!told.kinds.is_empty(), "{on} would be asked again and again");
        }
    }
    panic!("telling has no end");
}

fn hand_over(desk: &mut Desk) {
    let sign = HandoverCommand::Sign {
        officer: "0103".into(),
        passphrase: Default::default(),
        remarks: Default::default(),
        words: "quiet".into(),
        equipment: vec![("Keys".to_owned(), true), ("Radios".to_owned(), true)],
    };
    let Ok(signed) = desk.ask("0103", Command::Handover(sign)) else { return };
    let id = signed.id.unwrap();
    let Answer::Handover(handover) = desk.read(&Query::Handover { id }) else { panic!("another answer") };
    let accept = HandoverCommand::Accept {
        id,
        officer: "0104".into(),
        passphrase: Default::default(),
        read_back: handover.draft.items.iter().map(|item| item.id).collect(),
        reservations: "".into(),
    };
    desk.ask("0104", Command::Handover(accept)).unwrap();
}

fn take(desk: &mut Desk, who: usize, step: &Step) {
    let (officer, role) = OFFICERS[who];
    match step {
        Step::Ask(asked) => ask(desk, officer, role, asked),
        Step::Tell => tell_all(desk),
        Step::HandOver => hand_over(desk),
        Step::Rules(which) => {
            desk.ask("desk", set(rules(*which))).unwrap();
        }
        Step::Outside(outside) => {
            desk.ask("desk", beat(*outside)).unwrap();
        }
    }
}

fn ask(desk: &mut Desk, officer: &str, role: Role, asked: &Asked) {
    let command = asked.at(desk.now);
    if access::may(role, &command) {
        let _ = desk.ask(officer, command);
    } else if access::may(Role::Desk, &command) && !access::may(Role::Supervisor, &command) {
        let _ = desk.ask("desk", command);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_queue_is_what_every_record_in_the_file_owes_in_the_one_order(
        steps in proptest::collection::vec((step(), 0..12_u8), 1..80)
    ) {
        let mut desk = Desk::new();
        for item in more_items() {
            desk.ask("desk", Command::Setup(SetupCommand::Set(Box::new(item)))).unwrap();
        }
        for ((who, step, seconds), then) in steps {
            desk.pass(seconds);
            take(&mut desk, who, &step);
            match then {
                0 => check(&desk, 1),
                1 | 2 => check(&desk, 3),
                3 => desk.store = Store::open(&desk.folder).unwrap(),
                _ => {}
            }
        }
        check(&desk, 2);
        tell_all(&mut desk);
        check(&desk, 100);
        desk.assert_sound();
    }
}

#[test]
fn an_act_on_an_older_screen_is_not_refused_because_a_light_changed() {
    let mut desk = Desk::new();
    let id = desk.receive("two men shouting");
    let seen = desk.report(id).rev;
    desk.pass(2_000);
    tell_all(&mut desk);
    let told = desk.report(id);
    assert_told(&told.clocks);
    let accept = Command::Report(dutydesk::domain::command::ReportCommand::Accept { id });
    let mut asked = desk.asked("0103", accept);
    asked.order.seen = Some(seen);
    desk.store.execute(asked).unwrap();
    let nobody = OfficerId::default();
    assert_ne!(desk.report(id).accepted.unwrap().by, nobody);
}

fn assert_told(clocks: &dutydesk::domain::clocks::Clocks) {
    assert!(!clocks.0.is_empty(), "without something told the test says nothing");
}
