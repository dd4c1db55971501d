//! The rows of the outbox: written with their fact, moved on step by step, never back.

use crate::store::Desk;
use dutydesk::domain::command::{Command, DeskCommand, EscalationCommand, ReportCommand};
use dutydesk::domain::desk::Board;
use dutydesk::domain::notice::{NotDelivered, NoticeId, NoticeRow, NoticeState};
use dutydesk::domain::place::Level;
use dutydesk::domain::query::{Answer, Page, Query};
use dutydesk::domain::{RecordId, Refusal};
use dutydesk::store::{Delivery, NotDone, OutboxHead, Reader, Restored, backup, restore, verify};
use jiff::{SignedDuration, Timestamp};

impl Desk {
    /// A desk whose station has a command.
    fn with_command() -> Desk {
        let mut desk = Desk::new();
        desk.switch(true);
        desk
    }

    fn switch(&mut self, on: bool) {
        self.store.deliver_step(Delivery::Switch { on, now: self.now }).unwrap();
    }

    fn escalated(&mut self) -> (RecordId, NoticeId) {
        let on = self.receive("smoke");
        let raise =
            EscalationCommand::Raise { on, to: Level::Town, reason: "one".into(), note: "help".into() };
        let (_, seq) = self.ask("0103", Command::Escalation(raise)).unwrap().entries.unwrap();
        (on, NoticeId { seq, n: 1 })
    }

    fn head(&self) -> OutboxHead {
        Reader::open(&self.folder).unwrap().outbox().unwrap()
    }

    fn notices(&self, open: bool) -> Vec<NoticeRow> {
        let reader = Reader::open(&self.folder).unwrap();
        let query = Query::Outbox { open, page: Page::top(50) };
        match reader.answer(&query, &"0101".into(), self.now).unwrap() {
            Answer::Outbox(rows) => rows.rows,
            other => panic!("{other:?}"),
        }
    }

    fn board(&self) -> Board {
        let reader = Reader::open(&self.folder).unwrap();
        match reader.answer(&Query::Board, &"0101".into(), self.now).unwrap() {
            Answer::Board(board) => *board,
            other => panic!("{other:?}"),
        }
    }

    fn state(&self, id: NoticeId) -> NoticeState {
        self.notices(false).iter().find(|row| row.id == id).unwrap().state
    }

    fn step(&mut self, step: Delivery) -> Result<(), NotDone> {
        self.store.deliver_step(step)
    }

    fn begin(&mut self, id: NoticeId) -> Result<(), NotDone> {
        let until = self.now.saturating_add(SignedDuration::from_secs(25)).unwrap();
        self.step(Delivery::Begin { id, until })
    }

    fn failed(&mut self, id: NoticeId) {
        let next = self.now.saturating_add(SignedDuration::from_secs(10)).unwrap();
        self.step(Delivery::Failed { id, next, error: NotDelivered::Exit }).unwrap();
    }

    fn act(&mut self, command: DeskCommand) -> Result<(), NotDone> {
        self.ask("0101", Command::Desk(command)).map(|_| ())
    }
}

fn not_open(id: NoticeId) -> Result<(), NotDone> {
    Err(NotDone::Refused(Refusal::NoticeNotOpen { id }))
}

#[test]
fn a_notice_is_queued_with_its_fact_and_done_with_when_it_was_delivered() {
    let mut desk = Desk::with_command();
    let (on, id) = desk.escalated();
    let head = desk.head();
    assert_eq!((head.queued.len(), head.dead), (1, 0));
    let queued = &head.queued[0];
    assert_eq!((queued.notice.id, queued.notice.about), (id, Some(on)));
    assert_eq!((queued.state, queued.tries), (NoticeState::Waiting, 0));
    desk.begin(id).unwrap();
    assert_eq!(desk.begin(id), not_open(id), "it is on its way");
    assert_eq!(desk.head().queued[0].state, NoticeState::Sending);
    let now = desk.now;
    desk.step(Delivery::Sent { id, now }).unwrap();
    assert_eq!(desk.step(Delivery::Sent { id, now }), not_open(id));
    assert_eq!(desk.begin(id), not_open(id), "never again");
    assert_eq!(desk.head(), OutboxHead::default());
    assert_eq!(desk.notices(true), []);
    assert_eq!(desk.state(id), NoticeState::Sent);
    desk.assert_sound();
}

#[test]
fn without_a_command_a_notice_is_shown_and_never_queued() {
    let mut desk = Desk::new();
    let (_, shown) = desk.escalated();
    assert_eq!(desk.head().queued, []);
    assert_eq!(desk.state(shown), NoticeState::Shown);
    desk.switch(true);
    let (_, waiting) = desk.escalated();
    assert_eq!(desk.head().queued.len(), 1, "only what comes from now on");
    desk.switch(false);
    assert_eq!(desk.state(waiting), NoticeState::Shown);
    desk.switch(true);
    assert_eq!(desk.head().queued, []);
}

#[test]
fn a_dead_letter_is_counted_until_an_officer_has_looked_after_it() {
    let mut desk = Desk::with_command();
    let (_, id) = desk.escalated();
    desk.begin(id).unwrap();
    assert_eq!(desk.act(DeskCommand::DropNotice { id }), not_open(id), "on its way");
    desk.failed(id);
    assert_eq!(desk.notices(true)[0].error, Some(NotDelivered::Exit));
    desk.act(DeskCommand::NoticeDead { id, tries: 1 }).unwrap();
    assert_eq!((desk.head().queued.len(), desk.head().dead), (0, 1));
    assert_eq!(desk.board().counts.dead_letters, 1);
    desk.act(DeskCommand::RetryNotice { id }).unwrap();
    assert_eq!((desk.head().queued[0].tries, desk.head().dead), (0, 0));
    desk.begin(id).unwrap();
    desk.failed(id);
    desk.act(DeskCommand::NoticeDead { id, tries: 1 }).unwrap();
    desk.act(DeskCommand::DropNotice { id }).unwrap();
    assert_eq!(desk.state(id), NoticeState::Dropped);
    assert_eq!(desk.act(DeskCommand::RetryNotice { id }), not_open(id));
    let nobody = NoticeId { seq: 99_999, n: 1 };
    assert_eq!(desk.act(DeskCommand::RetryNotice { id: nobody }), not_open(nobody));
    desk.assert_sound();
}

#[test]
fn what_is_due_first_comes_first_and_news_before_repeats() {
    let mut desk = Desk::with_command();
    let (_, first) = desk.escalated();
    let (_, second) = desk.escalated();
    desk.begin(first).unwrap();
    desk.failed(first);
    let (_, third) = desk.escalated();
    let order: Vec<NoticeId> = desk.head().queued.iter().map(|q| q.notice.id).collect();
    assert_eq!(order, [second, third, first]);
}

#[test]
fn what_is_done_with_is_forgotten_after_thirty_days_and_dead_letters_are_not() {
    let mut desk = Desk::with_command();
    let (_, sent) = desk.escalated();
    let (_, dead) = desk.escalated();
    let now = desk.now;
    desk.begin(sent).unwrap();
    desk.step(Delivery::Sent { id: sent, now }).unwrap();
    desk.begin(dead).unwrap();
    desk.failed(dead);
    desk.act(DeskCommand::NoticeDead { id: dead, tries: 1 }).unwrap();
    desk.pass(30 * 86_400);
    desk.switch(true);
    assert_eq!(desk.notices(false).len(), 2);
    desk.pass(1);
    desk.switch(true);
    let left: Vec<NoticeId> = desk.notices(false).iter().map(|row| row.id).collect();
    assert_eq!(left, [dead]);
}

#[test]
fn erasing_a_report_erases_its_notices_and_what_waits_is_never_sent() {
    let mut desk = Desk::with_command();
    let (on, waiting) = desk.escalated();
    desk.on("0103", ReportCommand::Cancel { id: on, reason: "one".into() }).unwrap();
    desk.on("0101", ReportCommand::Erase { id: on, reason: "retention date".into() }).unwrap();
    let row = desk.notices(false).into_iter().find(|row| row.id == waiting).unwrap();
    assert_eq!((row.state, row.notice), (NoticeState::Dropped, None));
    assert_eq!(desk.head(), OutboxHead::default());
    assert_eq!(desk.board().latest_notice, None);
    desk.assert_sound();
}

#[test]
fn the_newest_notice_is_on_the_board_for_an_hour() {
    let mut desk = Desk::new();
    assert_eq!(desk.board().latest_notice, None);
    desk.escalated();
    let (on, newest) = desk.escalated();
    let line = desk.board().latest_notice.unwrap();
    assert_eq!((line.seq, line.about), (newest.seq, Some(on)));
    desk.pass(3600);
    assert!(desk.board().latest_notice.is_some());
    desk.pass(1);
    assert_eq!(desk.board().latest_notice, None);
}

#[test]
fn a_backup_that_is_put_back_sends_nothing_of_what_waited() {
    let mut desk = Desk::with_command();
    let (_, id) = desk.escalated();
    let copy = desk.folder.with_extension("copy");
    backup(&desk.folder, &copy, |_| {}).unwrap();
    assert_eq!(desk.head().queued.len(), 1);
    let other = desk.folder.with_extension("other");
    assert!(matches!(restore(&copy, &other, false, |_| {}).unwrap(), Restored::Done { .. }));
    let restored = Reader::open(&other).unwrap();
    assert_eq!(restored.outbox().unwrap(), OutboxHead::default());
    assert_eq!(desk.state(id), NoticeState::Waiting);
    assert!(verify(&other, |_| {}).unwrap().is_sound());
}

#[test]
fn a_test_goes_to_whoever_asks() {
    let mut desk = Desk::with_command();
    desk.act(DeskCommand::TestNotice).unwrap();
    let queued = desk.head().queued.remove(0);
    assert_eq!((queued.notice.about, queued.notice.officers), (None, vec!["0101".into()]));
    assert_eq!(queued.next, Timestamp::UNIX_EPOCH, "at once");
}
