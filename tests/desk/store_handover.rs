//! What a shift hands over of deadlines: what was put off, supervision orders, zero reports, and what is carried on.

use crate::store::Desk;
use dutydesk::domain::RecordId;
use dutydesk::domain::command::{
    Command, DeadlineCommand, HandoverCommand, ReportCommand, SetupCommand, SupervisionCommand, ZeroCommand,
};
use dutydesk::domain::handover::{Draft, Ground, Item};
use dutydesk::domain::query::{Answer, Page, Query};
use dutydesk::domain::setup::{Post, SetupItem};
use jiff::SignedDuration;

fn drafted(desk: &Desk) -> Draft {
    let Answer::HandoverDraft(draft) = desk.read(&Query::HandoverDraft) else { panic!("another answer") };
    *draft
}

fn item(draft: &Draft, ground: Ground) -> &Item {
    draft.items.iter().find(|item| item.ground == ground).unwrap_or_else(|| panic!("no {ground:?}"))
}

/// The shift goes from 0103 to 0104, every critical item read back.
fn hand_over(desk: &mut Desk) -> RecordId {
    let sign = HandoverCommand::Sign {
        officer: "0103".into(),
        passphrase: Default::default(),
        remarks: Default::default(),
        words: "".into(),
        equipment: vec![("Keys".to_owned(), true), ("Radios".to_owned(), true)],
    };
    let id = desk.ask("0103", Command::Handover(sign)).unwrap().id.unwrap();
    let accept = HandoverCommand::Accept {
        id,
        officer: "0104".into(),
        passphrase: Default::default(),
        read_back: drafted(desk).items.iter().map(|item| item.id).collect(),
        reservations: "".into(),
    };
    desk.ask("0104", Command::Handover(accept)).unwrap();
    id
}

#[test]
fn what_was_put_off_ordered_or_missed_is_handed_over() {
    let mut desk = Desk::new();
    let post = Post {
        code: "bridge".into(),
        name: "Bridge".into(),
        by: jiff::civil::time(23, 0, 0, 0),
        place: None,
    };
    desk.ask("desk", Command::Setup(SetupCommand::Set(Box::new(SetupItem::Post(post))))).unwrap();
    desk.ask("desk", Command::Zero(ZeroCommand::Expect { post: "bridge".into() })).unwrap();
    let id = desk.receive("a gate stands open");
    desk.on("0103", ReportCommand::Accept { id }).unwrap();
    let until = desk.now + SignedDuration::from_mins(45);
    let snooze =
        DeadlineCommand::Snooze { on: id, rule: "dispatch".into(), until, reason: "the keeper comes".into() };
    desk.ask("0103", Command::Deadline(snooze)).unwrap();
    let due_at = desk.now + SignedDuration::from_hours(2);
    let order = SupervisionCommand::Issue { on: id, to: None, text: "see to the lock".into(), due_at };
    desk.ask("0101", Command::Supervision(order)).unwrap();
    let draft = drafted(&desk);
    let put_off = draft.items.iter().find(|item| item.id == id).unwrap();
    assert_eq!((put_off.put_off, put_off.carried), (Some(until), 0));
    let ordered = item(&draft, Ground::Supervision);
    assert_eq!(
        (ordered.due_at, ordered.critical, ordered.summary.as_str()),
        (Some(due_at), false, "see to the lock")
    );
    assert_eq!(item(&draft, Ground::ZeroMissing).summary.as_str(), "bridge");
    assert_eq!(draft.left_out, 0);
    desk.pass(3 * 3600);
    assert!(item(&drafted(&desk), Ground::Supervision).critical, "late now: to be read back");
    hand_over(&mut desk);
    desk.assert_sound();
}

#[test]
fn what_is_handed_over_too_often_goes_up_by_itself() {
    let mut desk = Desk::new();
    let id = desk.receive("a gate stands open");
    for times in 1..=3_u16 {
        hand_over(&mut desk);
        let report = desk.report(id);
        assert_eq!((report.carried, report.escalations.len()), (times, usize::from(times == 3)));
    }
    let query = Query::Escalations { waiting: true, page: Page::top(5) };
    let Answer::Escalations(rows) = desk.read(&query) else { panic!("another answer") };
    assert_eq!(rows.rows[0].reason.as_str(), "carried-over");
    hand_over(&mut desk);
    assert_eq!(desk.report(id).escalations.len(), 1, "it waits already");
    desk.assert_sound();
}
