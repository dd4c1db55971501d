//! A full disk, as SQLite sees it: the record may not grow by more than a few pages.

use super::sample::{Desk, now, receive_text};
use super::{NotDone, Reader, StoreError};
use crate::domain::Role;
use crate::domain::command::{Command, ReportCommand};
use crate::domain::query::{Answer, Page, Query, ReportFilter};
use crate::store::verify;

fn limit(desk: &Desk, pages: i64) {
    desk.store.conn.pragma_update(None, "max_page_count", pages).unwrap();
}

fn fill(desk: &Desk, room: i64) {
    let used: i64 = desk.store.conn.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    limit(desk, used + room);
}

fn long_story(n: usize) -> Command {
    receive_text(&"a long story ".repeat(600), &format!("long-{n}"))
}

fn open_reports(desk: &Desk) -> usize {
    let reader = Reader::open(desk.folder.path()).unwrap();
    let query = Query::Reports { filter: ReportFilter::default(), page: Page::top(100) };
    let Ok(Answer::Reports(rows)) = reader.answer(&query, &"0103".into(), now()) else { panic!("no list") };
    rows.rows.len()
}

fn assert_sound(desk: &mut Desk) {
    desk.store.anchor_now().unwrap();
    let report = verify(desk.folder.path(), |_| {}).unwrap();
    assert!(report.is_sound(), "{:?}", report.findings);
}

#[test]
fn it_is_told_as_such_while_rules_and_reading_go_on_and_is_over_when_there_is_room_again() {
    let mut desk = Desk::new();
    let first = desk.duty(receive_text("a fight", "first")).unwrap();
    fill(&desk, 2);
    let failed = (0..10).find_map(|n| {
        let asked = desk.asked(Role::DutyOfficer, "0103", long_story(n));
        desk.store.execute(asked).err()
    });
    assert!(matches!(failed, Some(NotDone::Failed { error: StoreError::DiskFull, .. })), "{failed:?}");
    assert!(open_reports(&desk) >= 1);
    let verify = Command::Report(ReportCommand::Verify { id: first });
    let asked = desk.asked(Role::DutyOfficer, "0103", verify);
    assert!(matches!(desk.store.execute(asked), Err(NotDone::Refused(_))));
    limit(&desk, 1_000_000);
    desk.duty(long_story(99));
    assert_sound(&mut desk);
}

#[test]
fn in_a_batch_what_was_answered_as_done_is_done_and_nothing_else() {
    for room in [1, 6, 12, 30] {
        let mut desk = Desk::new();
        fill(&desk, room);
        let orders = (0..16).map(|n| desk.asked(Role::DutyOfficer, "0103", long_story(n))).collect();
        let outcomes = desk.store.execute_batch(orders);
        let done = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        assert!(done < 16);
        limit(&desk, 1_000_000);
        assert_eq!(open_reports(&desk), done);
        desk.duty(long_story(99));
        assert_sound(&mut desk);
    }
}
