//! Escalations, supervision orders and zero reports as tables.

use super::{E1, R1, accept, on_report, owed, paper, paper_with, raise, rules, snooze, tell};
use crate::paper::{Paper, id};
use dutydesk::domain::access;
use dutydesk::domain::command::{
    Command, EscalationCommand, ReportCommand, SetupCommand, SupervisionCommand, ZeroCommand,
};
use dutydesk::domain::due::WaitsFor;
use dutydesk::domain::escalation::Escalation;
use dutydesk::domain::place::Level;
use dutydesk::domain::refusal::Field;
use dutydesk::domain::report::{Status, Step};
use dutydesk::domain::rules::Mark;
use dutydesk::domain::setup::{Post, SetupItem};
use dutydesk::domain::supervision::{Supervision, SupervisionStatus};
use dutydesk::domain::{Private, Record, Refusal, Role, Subject};
use jiff::{SignedDuration, Timestamp};

const S1: &str = "S-20261121-001";
const Z1: &str = "Z-20261121-001";

fn acknowledge(number: &str) -> Command {
    Command::Escalation(EscalationCommand::Acknowledge { id: id(number), reply: "coming".into() })
}

fn answer(number: &str, text: &str) -> Command {
    Command::Escalation(EscalationCommand::Answer { id: id(number), text: text.into() })
}

fn take_over(reason: &str) -> Command {
    on_report(|id| ReportCommand::TakeOver { id, reason: Private::from(reason) })
}

fn escalation<'a>(paper: &'a Paper, number: &str) -> &'a Escalation {
    match paper.records.get(&Subject::Record(id(number))) {
        Some(Record::Escalation(e)) => e,
        other => panic!("{other:?}"),
    }
}

fn order(paper: &Paper) -> &Supervision {
    match paper.records.get(&Subject::Record(id(S1))) {
        Some(Record::Supervision(s)) => s,
        other => panic!("{other:?}"),
    }
}

/// A report that 0103 handed up to the town.
fn raised() -> Paper {
    let mut paper = paper();
    paper.ask("0103", &raise()).unwrap();
    paper
}

#[test]
fn an_escalation_is_taken_note_of_and_answered_by_somebody_else_and_once() {
    let mut paper = raised();
    let own = || Err(Refusal::OwnEscalation { id: id(E1) });
    let waiting = Refusal::EscalationWaiting { id: id(E1) };
    assert_eq!(paper.ask("0104", &raise()), Err(waiting));
    assert_eq!(paper.ask("0103", &acknowledge(E1)), own());
    assert_eq!(paper.ask("0103", &answer(E1, "x")), own());
    assert_eq!(paper.ask("0101", &answer(E1, " ")), Err(Refusal::Empty { field: Field::Reply }));
    assert_eq!(owed(&paper, E1, "acknowledge").unwrap().waits_for, WaitsFor::Level(Level::Town));
    paper.ask("0102", &acknowledge(E1)).unwrap();
    assert_eq!(owed(&paper, E1, "acknowledge"), None);
    let due = owed(&paper, E1, "answer-escalation").unwrap();
    assert_eq!((due.waits_for, due.on), (WaitsFor::Officer("0102".into()), Some(id(R1))));
    let twice = paper.ask("0101", &acknowledge(E1));
    assert!(matches!(twice, Err(Refusal::AlreadyAcknowledged { by, .. }) if by.by == "0102".into()));
    paper.ask("0101", &answer(E1, "a second car is on its way")).unwrap();
    assert_eq!(owed(&paper, E1, "answer-escalation"), None);
    for command in [acknowledge(E1), answer(E1, "again")] {
        let settled = paper.ask("0102", &command);
        assert!(matches!(settled, Err(Refusal::AlreadyAnswered { by, .. }) if by.by == "0101".into()));
    }
    paper.ask("0104", &raise()).expect("what is settled is in nobody's way");
    paper.ask("0101", &answer("E-20261121-002", "answered without taking note first")).unwrap();
    assert!(escalation(&paper, "E-20261121-002").acknowledged.is_some());
    assert!(!access::may(Role::DutyOfficer, &answer(E1, "x")));
}

#[test]
fn an_acknowledgement_without_an_answer_expires_and_the_escalation_waits_again() {
    let mut paper = raised();
    paper.ask("0102", &acknowledge(E1)).unwrap();
    paper.pass(1799);
    assert_eq!(tell(&mut paper, E1), ["amber answer-escalation"]);
    paper.pass(1);
    let expected =
        ["overdue answer-escalation", "escalation.expired", "told answer-escalation 0.0 supervisor"];
    assert_eq!(tell(&mut paper, E1), expected);
    let again = owed(&paper, E1, "acknowledge-again").unwrap();
    assert_eq!((again.from, again.waits_for), (paper.now, WaitsFor::Level(Level::Town)));
    assert_eq!(again.owed.at, paper.now + SignedDuration::from_secs(300));
    assert_eq!(owed(&paper, E1, "acknowledge"), None, "the first clock is over");
    assert!(escalation(&paper, E1).waits());
    // The other way round: nobody takes note.
    paper.pass(300);
    assert_eq!(tell(&mut paper, E1)[1], "overdue acknowledge-again");
    paper.ask("0101", &acknowledge(E1)).unwrap();
    let anew = owed(&paper, E1, "answer-escalation").unwrap();
    assert_eq!((anew.from, anew.owed.at), (paper.now, paper.now + SignedDuration::from_secs(1800)));
    paper.ask("0101", &answer(E1, "done")).unwrap();
    assert_eq!(paper.records[&Subject::Record(id(E1))].clocked().map(|c| c.given(Mark::Raised)), Some(None));
}

#[test]
fn whoever_takes_a_report_over_has_it_and_settles_what_the_role_may_answer() {
    for (officer, settles) in [("0104", false), ("0101", true), ("0102", true)] {
        let mut paper = raised();
        paper.ask("0103", &accept()).unwrap();
        let before = owed(&paper, R1, "dispatch").unwrap();
        paper.pass(60);
        assert_eq!(paper.ask(officer, &take_over(" ")), Err(Refusal::Empty { field: Field::Reason }));
        paper.ask(officer, &take_over("their shift is over")).unwrap();
        let report = paper.report(R1);
        assert_eq!(report.first_handler, Some("0103".into()), "who took it first still answers for it");
        let due = owed(&paper, R1, "dispatch").unwrap();
        assert_eq!(due.waits_for, WaitsFor::Officer(officer.into()));
        assert_eq!((due.owed, due.from), (before.owed, before.from), "the clock goes on");
        assert_eq!(escalation(&paper, E1).answered.is_some(), settles, "{officer}");
        assert_eq!(paper.ask(officer, &take_over("x")), Err(Refusal::AlreadyYours { id: id(R1) }));
    }
    let mut paper = raised();
    paper.ask("0103", &take_over("I know the place")).unwrap();
    assert_eq!(paper.report(R1).status, Status::Accepted, "what nobody had is accepted by that");
    assert!(escalation(&paper, E1).answered.is_none(), "nobody answers their own escalation");
    paper.ask("0103", &on_report(|id| ReportCommand::Cancel { id, reason: "one".into() })).unwrap();
    let over = Refusal::WrongStep { id: id(R1), status: Status::Cancelled, step: Step::TakeOver };
    assert_eq!(paper.ask("0104", &take_over("x")), Err(over));
}

fn issue(to: Option<&str>, text: &str, due_at: Timestamp) -> Command {
    let (on, to, text) = (id(R1), to.map(Into::into), Private::from(text));
    Command::Supervision(SupervisionCommand::Issue { on, to, text, due_at })
}

fn supervision_answer(text: &str) -> Command {
    Command::Supervision(SupervisionCommand::Answer { id: id(S1), text: text.into() })
}

fn send_back(due_at: Timestamp) -> Command {
    let (id, reason) = (id(S1), Private::from("and the neighbours?"));
    Command::Supervision(SupervisionCommand::SendBack { id, reason, due_at })
}

fn withdraw() -> Command {
    Command::Supervision(SupervisionCommand::Withdraw { id: id(S1), reason: "settled by phone".into() })
}

#[test]
fn an_order_names_what_whom_and_a_time_that_is_still_to_come() {
    let mut paper = paper();
    let later = paper.now + SignedDuration::from_hours(3);
    let nobody = Refusal::NotFound { what: "0999".to_owned() };
    let refused = [
        (issue(None, "go there", paper.now), Refusal::DuePast),
        (issue(None, " ", later), Refusal::Empty { field: Field::Instruction }),
        (issue(Some("0999"), "go there", later), nobody),
        (supervision_answer("x"), Refusal::NotFound { what: S1.to_owned() }),
    ];
    for (command, refusal) in refused {
        assert_eq!(paper.ask("0101", &command), Err(refusal), "{command:?}");
    }
    for (role, may) in [(Role::Supervisor, true), (Role::ShiftLeader, false), (Role::DutyOfficer, false)] {
        assert_eq!(access::may(role, &issue(None, "go there", later)), may);
        assert_eq!((access::may(role, &withdraw()), access::may(role, &send_back(later))), (may, may));
        assert!(access::may(role, &supervision_answer("done")));
    }
    paper.ask("0101", &issue(Some("0104"), "go there yourself", later)).unwrap();
    assert_eq!(paper.report(R1).supervisions, [id(S1)]);
    let due = owed(&paper, S1, "supervision").unwrap();
    assert_eq!((due.owed.at, due.waits_for), (later, WaitsFor::Officer("0104".into())));
    paper.ask("0103", &on_report(|id| ReportCommand::Cancel { id, reason: "one".into() })).unwrap();
    assert!(owed(&paper, S1, "supervision").is_some(), "an order is answered also when the report is done");
    let over = Refusal::WrongStep { id: id(R1), status: Status::Cancelled, step: Step::Supervise };
    assert_eq!(paper.ask("0101", &issue(None, "go there", later)), Err(over));
}

#[test]
fn an_order_is_answered_sent_back_answered_again_and_overdue_is_told() {
    let mut paper = paper();
    let first = paper.now + SignedDuration::from_secs(1000);
    paper.ask("0101", &issue(None, "go there", first)).unwrap();
    assert_eq!(owed(&paper, S1, "supervision").unwrap().waits_for, WaitsFor::Desk);
    assert_eq!(paper.ask("0101", &send_back(first)), Err(Refusal::NotAnswered { id: id(S1) }));
    paper.pass(800);
    assert_eq!(tell(&mut paper, S1), ["amber supervision"]);
    paper.ask("0104", &supervision_answer("was there, all quiet")).unwrap();
    assert_eq!(owed(&paper, S1, "supervision"), None);
    for command in [supervision_answer("again"), withdraw()] {
        let settled = paper.ask("0101", &command);
        assert!(matches!(settled, Err(Refusal::AlreadyAnswered { by, .. }) if by.by == "0104".into()));
    }
    assert_eq!(paper.ask("0101", &send_back(paper.now)), Err(Refusal::DuePast));
    let second = paper.now + SignedDuration::from_secs(500);
    paper.ask("0101", &send_back(second)).unwrap();
    let due = owed(&paper, S1, "supervision").unwrap();
    assert_eq!((due.owed.at, due.from), (second, paper.now), "a new clock");
    paper.pass(500);
    let late = ["amber supervision", "overdue supervision", "told supervision 0.0 supervisor"];
    assert_eq!(tell(&mut paper, S1), late);
    paper.ask("0104", &supervision_answer("spoke to them")).unwrap();
    let order = order(&paper);
    assert_eq!(
        (order.status, order.replies.len(), order.sent_back.len()),
        (SupervisionStatus::Answered, 2, 1)
    );
}

#[test]
fn an_order_that_was_taken_back_owes_nothing() {
    let mut paper = paper();
    paper.ask("0101", &issue(None, "go there", paper.now + SignedDuration::from_hours(1))).unwrap();
    paper.ask("0101", &withdraw()).unwrap();
    assert_eq!((order(&paper).status, owed(&paper, S1, "supervision")), (SupervisionStatus::Withdrawn, None));
    let later = paper.now + SignedDuration::from_hours(1);
    assert_eq!(paper.ask("0101", &send_back(later)), Err(Refusal::NotAnswered { id: id(S1) }));
    assert!(matches!(paper.ask("0104", &supervision_answer("x")), Err(Refusal::AlreadyAnswered { .. })));
}

fn expect(post: &str) -> Command {
    Command::Zero(ZeroCommand::Expect { post: post.into() })
}

fn file(text: &str) -> Command {
    Command::Zero(ZeroCommand::File { id: id(Z1), text: text.into() })
}

#[test]
fn the_zero_report_of_a_post_is_expected_once_a_day_and_the_missing_one_is_the_alarm() {
    let mut paper = paper_with(rules());
    let by = "23:00:00".parse().unwrap();
    let post = SetupItem::Post(Post { code: "gate".into(), name: "Gate".into(), by, place: None });
    paper.ask("0101", &Command::Setup(SetupCommand::Set(Box::new(post)))).unwrap();
    let ask = |paper: &mut Paper, command: &Command| paper.ask_as("desk", Role::Desk, command, None);
    let unknown = Refusal::UnknownPost { code: "moon".into() };
    assert_eq!(ask(&mut paper, &expect("moon")), Err(unknown));
    assert_eq!(ask(&mut paper, &expect("gate")).unwrap().len(), 1);
    assert_eq!(ask(&mut paper, &expect("gate")), Ok(vec![]), "once for the duty day");
    assert!(!access::may(Role::Supervisor, &expect("gate")), "the desk asks it of itself");
    let due = owed(&paper, Z1, "zero-report").unwrap();
    assert_eq!(due.owed.at, "2026-11-21T23:00:00Z".parse().unwrap());
    assert_eq!(due.waits_for, WaitsFor::Post("gate".into()));
    paper.now = due.owed.at;
    assert_eq!(tell(&mut paper, Z1), ["amber zero-report", "overdue zero-report"]);
    paper.ask("0103", &file("")).expect("nothing to report is a report");
    assert_eq!(owed(&paper, Z1, "zero-report"), None);
    let twice = paper.ask("0104", &file("a lamp is out"));
    assert!(matches!(twice, Err(Refusal::AlreadyAnswered { by, .. }) if by.by == "0103".into()));
}

#[test]
fn only_those_who_keep_the_desk_put_things_off() {
    let until = "2026-11-21T23:00:00Z".parse().unwrap();
    let may = |role| access::may(role, &snooze("accept", until));
    let roles = [Role::DutyOfficer, Role::ShiftLeader, Role::Supervisor, Role::Reviewer, Role::Mediator];
    assert_eq!(roles.map(may), [true, true, true, false, false]);
}
