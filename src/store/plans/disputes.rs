//! Disputes for the plans: acts of every kind that a list or a count depends on, and every way to ask for them.

use crate::domain::command::{Command, DeadlineCommand, SetupCommand};
use crate::domain::dispute::DisputeStatus;
use crate::domain::dispute::act::{DisputeAct, DisputeCommand};
use crate::domain::dispute::said::{Finding, Matter, Party, Sat};
use crate::domain::dispute::terms::{Category, PartyRole, Severity, WithdrawReason};
use crate::domain::id::Kind;
use crate::domain::query::{Answer, DisputeFilter, DisputeView, From, Page, Query};
use crate::domain::rules::{Extension, Mark, Only, Rule, Within};
use crate::domain::setup::SetupItem;
use crate::domain::{Private, RecordId, Role};
use crate::store::sample::{Desk, now};
use crate::store::{Asked, Reader};
use jiff::SignedDuration;
use std::collections::BTreeSet;

fn id(number: u32) -> RecordId {
    let first: RecordId = "D-20261121-001".parse().unwrap();
    RecordId { number, ..first }
}

fn find(n: u32) -> Command {
    let party = |name: &str, role| Party {
        name: name.into(),
        role,
        phone: "13800002222".into(),
        address: "Mill Road 12".into(),
        represented_by: None,
        officer: None,
        namesake: false,
    };
    let finding = Finding {
        matter: Matter {
            narrative: "a wall at the grain depot".into(),
            place: "Mill Road 12".into(),
            category: Category::Land,
            severity: if n.is_multiple_of(2) { Severity::Major } else { Severity::General },
            beat: Some("B1".into()),
        },
        parties: vec![party("Oak", PartyRole::Applicant), party("Elm", PartyRole::Respondent)],
        violent: n.is_multiple_of(3).then(|| "had a knife".into()),
        reports: Vec::new(),
        earlier: Vec::new(),
        sweep: None,
    };
    Command::Dispute(DisputeCommand::Find(Box::new(finding)))
}

fn act(on: u32, act: DisputeAct) -> Command {
    Command::Dispute(DisputeCommand::Act { id: id(on), act })
}

fn rule(code: &str, starts: Mark, stops: Mark) -> Rule {
    Rule {
        code: code.into(),
        name: code.into(),
        on: Kind::Dispute,
        starts,
        stops,
        only: Only::default(),
        within: Within::Span(SignedDuration::from_mins(5)),
        extension: Some(Extension { days: 1, times: 9, consent: false }),
        pausable: true,
        source: "house rule".into(),
        verified: true,
        active: true,
    }
}

/// Some disputes: one owes, one was put off, one owes nothing, one is over, one was erased.
pub(super) fn happen(desk: &mut Desk) {
    let mut rules = desk.store.station().rules().clone();
    rules.rules.push(rule("assign", Mark::Found, Mark::Assigned));
    rules.rules.push(rule("contact", Mark::MarkedViolent, Mark::Contacted));
    for n in 1..=6 {
        desk.duty(find(n));
    }
    let item = SetupItem::Rules(Box::new(rules));
    desk.ask(Role::Desk, "desk", Command::Setup(SetupCommand::Set(Box::new(item))));
    desk.duty(act(1, DisputeAct::Accept { measure: Private::default() }));
    let sat = Sat {
        at: desk.at,
        place: Private::default(),
        mediators: vec!["0103".into()],
        others: Vec::new(),
        came: vec![1],
        said: "spoke".into(),
        next: None,
    };
    desk.duty(act(1, DisputeAct::Sit(Box::new(sat))));
    let until = desk.at.saturating_add(SignedDuration::from_hours(3)).unwrap();
    let (rule, reason) = ("assign".into(), "later".into());
    desk.duty(Command::Deadline(DeadlineCommand::Snooze { on: id(2), rule, until, reason }));
    desk.duty(act(3, DisputeAct::Note { text: "a note".into() }));
    desk.duty(act(4, DisputeAct::Link { to: id(3) }));
    for on in [4, 5] {
        let withdraw = DisputeAct::Withdraw { reason: WithdrawReason::NoDispute, note: Private::default() };
        desk.ask(Role::Supervisor, "0101", act(on, withdraw));
    }
    desk.ask(Role::Supervisor, "0101", act(5, DisputeAct::Erase { reason: "retention date".into() }));
}

/// More than are read through without asking the index.
pub(super) fn many(desk: &mut Desk) {
    let many: Vec<Asked> =
        (0..1100).map(|n| desk.asked(Role::DutyOfficer, "0103", find(n * 6 + 1))).collect();
    assert!(desk.store.execute_batch(many).iter().all(Result::is_ok));
}

/// Every view with every filter and every kind of question.
pub(super) fn questions(pages: &[Page]) -> Vec<Query> {
    let mut asked = vec![
        Query::Dispute { id: id(1) },
        Query::Dispute { id: id(4) },
        Query::Owed { id: id(2) },
        Query::Owed { id: "R-20261121-002".parse().unwrap() },
    ];
    let statuses = [None, Some(DisputeStatus::Found), Some(DisputeStatus::Withdrawn)];
    for page in pages {
        for view in DisputeView::ALL.iter().copied() {
            for status in statuses {
                for (category, beat) in [
                    (None, None),
                    (Some(Category::Land), None),
                    (None, Some("B1")),
                    (Some(Category::Land), Some("B1")),
                ] {
                    for find in ["", "D-002", "D-20261121-002", "depot", "a", "31"] {
                        let (beat, find) = (beat.map(Into::into), find.to_owned());
                        let filter = DisputeFilter { view, status, category, beat, find };
                        asked.push(Query::Disputes { filter, page: *page });
                    }
                }
            }
        }
    }
    asked
}

/// The list by deadline from a dispute of each of its parts and both ways.
pub(super) fn by_deadline(reader: &Reader) {
    let ask = |from, limit| {
        let filter = DisputeFilter::of(DisputeView::ByDeadline);
        match reader
            .answer(&Query::Disputes { filter, page: Page { from, limit } }, &"0103".into(), now())
            .unwrap()
        {
            Answer::Disputes(rows) => rows.rows,
            other => panic!("{other:?}"),
        }
    };
    let rows = [ask(From::Top, 500), ask(From::Bottom, 500)].concat();
    let part = |row: &crate::domain::row::DisputeRow| row.owed.as_ref().map(|owed| owed.rests);
    let parts: BTreeSet<Option<bool>> = rows.iter().map(part).collect();
    assert_eq!(parts.len(), 3, "owed, put off, and nothing");
    for wanted in parts {
        let key = rows.iter().find(|row| part(row) == wanted).unwrap().key;
        for from in [From::After(key), From::Before(key), From::At(key)] {
            ask(from, 2);
        }
    }
}
