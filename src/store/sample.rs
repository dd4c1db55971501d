//! A small desk for the tests that must see inside the store; the others are in `tests/desk`.

use crate::domain::command::{Command, Incoming, Order, ReportCommand, SetupCommand};
use crate::domain::place::{Level, Place};
use crate::domain::report::{Priority, Source, Telling};
use crate::domain::rules::{Repeats, Rules};
use crate::domain::setup::{CodeEntry, CodeList, Head, SetupItem, Unit};
use crate::domain::{Actor, Moment, Officer, RecordId, Role};
use crate::store::{Asked, Store};
use jiff::Timestamp;

/// A desk in a temporary folder, with a small station.
pub(crate) struct Desk {
    pub(crate) store: Store,
    pub(crate) folder: tempfile::TempDir,
    asked: u32,
}

impl Desk {
    pub(crate) fn new() -> Desk {
        let folder = tempfile::TempDir::new().unwrap();
        let mut desk = Desk { store: Store::create(folder.path()).unwrap(), folder, asked: 0 };
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
            SetupItem::Rules(Box::new(Rules { repeats, ..Rules::none() })),
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
            at: now(),
            actor: Actor { officer: officer.into(), role, session: "s1".to_owned() },
            duty_day: "2026-11-21".parse().unwrap(),
            shift: "day".into(),
            proved: command.proof().map(|(who, _)| who.clone()),
        };
        let order = Order { key: self.asked.to_string(), seen: None, command };
        Asked { order, moment, passphrase_hash: None }
    }

    pub(crate) fn duty(&mut self, command: Command) -> Option<RecordId> {
        self.ask(Role::DutyOfficer, "0103", command)
    }
}

/// The desk's clock.
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
