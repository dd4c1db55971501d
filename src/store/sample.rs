//! A small desk for the tests that must see inside the store; the others are in `tests/desk`.

use crate::domain::command::{Command, Incoming, Order, ReportCommand, SetupCommand};
use crate::domain::id::Kind;
use crate::domain::place::{Level, Place};
use crate::domain::report::{Priority, Source, Telling};
use crate::domain::rules::{
    Extension, Ladder, Mark, Only, Repeats, Rule, Rules, Rung, SweepEvery, Sweeps, Target, Within,
};
use crate::domain::setup::{CodeEntry, CodeList, Head, Post, SetupItem, Unit};
use crate::domain::{Actor, Moment, Officer, RecordId, Role};
use crate::store::{Asked, Store};
use jiff::{SignedDuration, Timestamp};

/// A desk in a temporary folder, with a small station.
pub(crate) struct Desk {
    pub(crate) store: Store,
    pub(crate) folder: tempfile::TempDir,
    pub(crate) at: Timestamp,
    asked: u32,
}

impl Desk {
    pub(crate) fn new() -> Desk {
        let folder = tempfile::TempDir::new().unwrap();
        let mut desk = Desk { store: Store::create(folder.path()).unwrap(), folder, at: now(), asked: 0 };
        let head = Head {
            code: "QF".into(),
            name: "Quiet Ford".into(),
            zone: "UTC".into(),
            training: true,
            shared_uids: vec![],
        };
        let officer = |number: &str, role| {
            SetupItem::Officer(Officer { number: number.into(), name: number.into(), role, uid: None })
        };
        let place = Place {
            code: "B1".into(),
            name: "B1".into(),
            level: Level::Beat,
            part_of: None,
            officer: None,
            outside: false,
        };
        let entry = |list, code: &str| {
            SetupItem::Code(CodeEntry {
                list,
                code: code.into(),
                name: code.into(),
                priority: None,
                patterns: vec![],
            })
        };
        let repeats = Some(Repeats { calls: 3, days: 30 });
        let items = [
            SetupItem::Station(head),
            officer("0101", Role::Supervisor),
            officer("0103", Role::DutyOfficer),
            SetupItem::Place(place),
            SetupItem::Unit(Unit { code: "car1".into(), name: "Car 1".into(), beat: None }),
            entry(CodeList::EscalationReason, "one"),
            entry(CodeList::CancelReason, "one"),
            SetupItem::Post(Post {
                code: "gate".into(),
                name: "Gate".into(),
                by: "23:00:00".parse().unwrap(),
                place: None,
            }),
            SetupItem::Rules(Box::new(Rules { repeats, ..rules() })),
        ];
        for item in items {
            desk.ask(Role::Desk, "desk", Command::Setup(SetupCommand::Set(Box::new(item))));
        }
        desk
    }

    pub(crate) fn ask(&mut self, role: Role, officer: &str, command: Command) -> Option<RecordId> {
        let asked = self.asked(role, officer, command);
        self.store.execute(asked).unwrap().id
    }

    pub(crate) fn asked(&mut self, role: Role, officer: &str, command: Command) -> Asked {
        self.asked += 1;
        let moment = Moment {
            at: self.at,
            actor: Actor { officer: officer.into(), role, session: "s1".to_owned() },
            duty_day: "2026-11-21".parse().unwrap(),
            shift: "day".into(),
            proved: command.proof().map(|(who, _)| who.clone()),
        };
        let order = Order { key: self.asked.to_string(), seen: None, command };
        Asked { order, moment, passphrase_hash: None }
    }

    pub(crate) fn pass(&mut self, minutes: i64) {
        self.at = self.at.saturating_add(SignedDuration::from_mins(minutes)).unwrap();
    }

    pub(crate) fn duty(&mut self, command: Command) -> Option<RecordId> {
        self.ask(Role::DutyOfficer, "0103", command)
    }
}

/// Small rules of every kind.
fn rules() -> Rules {
    let rule = |code: &str, on, starts, stops, within| Rule {
        code: code.into(),
        name: code.into(),
        on,
        starts,
        stops,
        only: Only::default(),
        within,
        extension: Some(Extension { days: 1, times: 9, consent: false }),
        pausable: true,
        source: "house rule".into(),
        verified: true,
        active: true,
    };
    let span = |minutes| Within::Span(SignedDuration::from_mins(minutes));
    let rules = vec![
        rule("look", Kind::Report, Mark::Received, Mark::Closed, span(1)),
        rule("accept", Kind::Report, Mark::Opened, Mark::Accepted, span(5)),
        rule("dispatch", Kind::Report, Mark::Accepted, Mark::Dispatched, span(5)),
        rule("acknowledge", Kind::Escalation, Mark::Raised, Mark::Acknowledged, span(5)),
        rule("answer", Kind::Escalation, Mark::Acknowledged, Mark::Answered, span(1)),
        rule("supervision", Kind::Supervision, Mark::Issued, Mark::Answered, Within::Given),
        rule("zero-report", Kind::ZeroReport, Mark::Expected, Mark::Filed, Within::Given),
        rule("sweep", Kind::Sweep, Mark::Expected, Mark::Filed, Within::Given),
    ];
    let (after, every) = (SignedDuration::ZERO, SignedDuration::ZERO);
    let rungs = vec![Rung { after, to: Target::Town, repeat: 0, every }];
    let ladder = Ladder { on: Kind::Report, priorities: vec![], rules: vec![], rungs };
    let sweeps = Some(Sweeps { every: SweepEvery::Week(1), days: 3 });
    Rules { rules, ladders: vec![ladder], sweeps, ..Rules::none() }
}

/// The desk's clock in the beginning.
pub(crate) fn now() -> Timestamp {
    "2026-11-21T22:00:00Z".parse().unwrap()
}

/// A report from a source.
pub(crate) fn receive(source_key: &str) -> Command {
    receive_text("a fight at the grain depot", source_key)
}

/// A report in these words.
pub(crate) fn receive_text(narrative: &str, source_key: &str) -> Command {
    let telling = Telling {
        narrative: narrative.into(),
        place: "Mill Road 12".into(),
        caller_phone: "13800001111".into(),
        other_name: "Ma Rui".into(),
        priority: Some(Priority::P1),
        beat: Some("B1".into()),
        ..Telling::default()
    };
    Command::Report(ReportCommand::Receive(Box::new(Incoming {
        source: Source::Phone,
        source_key: Some(source_key.to_owned()),
        event_at: None,
        telling,
    })))
}
