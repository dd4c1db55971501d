//! An invented night with something of everything: late and on time, Chinese and English, long and hostile texts.

use super::night::{Night, pass};
use super::signed_in;
use dutydesk::domain::command::{EscalationCommand, Incoming, ReportCommand, UnitCommand};
use dutydesk::domain::patrol::UnitStatus;
use dutydesk::domain::place::Level;
use dutydesk::domain::report::{Priority, Source, Telling};
use dutydesk::domain::{Command, RecordId};
use jiff::SignedDuration;

/// What a text from outside may try on a terminal.
pub const HOSTILE: &str = "\u{1b}[2J\u{1b}]52;c;aGk=\u{7}门\u{202e}fdp.exe\u{2066}\u{200b}\u{0}e\u{301}\u{301}\u{301}\u{301}👨‍👩‍👧\u{e0041}";

fn report(night: &mut Night, command: ReportCommand) {
    night.act(Command::Report(command)).unwrap();
}

fn unit(night: &mut Night, unit: &str, status: UnitStatus) {
    night.act(Command::Unit(UnitCommand::Status { unit: unit.into(), status })).unwrap();
}

fn as_officer(night: &mut Night, number: &str) {
    night.officer = Some(signed_in(number));
}

/// A busy night, as it stands at 22:47.
pub fn busy() -> Night {
    let mut night = Night::new();
    night.now -= SignedDuration::from_secs(10_557);
    for code in ["patrol1", "patrol2", "south3"] {
        unit(&mut night, code, UnitStatus::Available);
    }
    done_with(&mut night);
    pass(&mut night, 60 * 40);
    disputed_noise(&mut night);
    pass(&mut night, 60 * 30);
    let place = "南河路 88 号 2 单元 501 室";
    let theft = night.receive(Some(Priority::P3), "theft", place, "电动车被偷，昨晚停在楼下");
    report(&mut night, ReportCommand::Accept { id: theft });
    pass(&mut night, 60 * 50);
    night.receive(None, "", "", HOSTILE);
    pass(&mut night, 60 * 20);
    fight(&mut night);
    pass(&mut night, 60 * 4);
    night.receive(Some(Priority::P4), "noise", "Mill Lane", "Asks when the lost property office opens");
    pass(&mut night, 20);
    night.now = super::start();
    as_officer(&mut night, "0142");
    night.trouble.clear();
    night.files_refused = 2;
    night
}

/// A report that went the whole way.
fn done_with(night: &mut Night) {
    let id = night.receive(Some(Priority::P3), "noise", "Bridge Square", "Loud music from a parked van");
    report(night, ReportCommand::Dispatch { id, unit: "patrol1".into() });
    pass(night, 300);
    report(night, ReportCommand::Arrive { id, unit: None });
    pass(night, 600);
    let result = "Music turned down, driver warned.".into();
    report(night, ReportCommand::Resolve { id, result, disposition: Some("settled".into()) });
    as_officer(night, "0156");
    report(night, ReportCommand::Verify { id });
    report(night, ReportCommand::Close { id, disposition: None, answer: Some("by-phone".into()) });
    as_officer(night, "0142");
    night
        .act(Command::Unit(UnitCommand::CheckIn { unit: "patrol1".into(), place: "粮站卡口".into() }))
        .unwrap();
}

/// A report that was sent three times, with a unit on scene and an answered escalation.
fn disputed_noise(night: &mut Night) -> RecordId {
    let telling = Telling {
        narrative: "城二网格 3 栋楼上深夜装修，报警人多次上门劝说无效，双方发生口角，请民警到场。".into(),
        place: "城二 3 栋".into(),
        caller_name: "王某".into(),
        caller_phone: "13900000000".into(),
        other_name: "楼上住户".into(),
        other_phone: "13900000001".into(),
        incident_type: Some("noise".into()),
        priority: Some(Priority::P3),
        beat: Some("C2".into()),
        unknown: [("beat".to_owned(), "C-99".into())].into(),
    };
    let source_key = Some("110-20261121-000123".to_owned());
    let event_at = Some(night.now - SignedDuration::from_mins(25));
    let incoming = Incoming { source: Source::Hotline, source_key, event_at, telling };
    let id = night.enter(incoming.clone());
    night.enter(incoming.clone());
    night.enter(incoming);
    pass(night, 25);
    report(night, ReportCommand::Accept { id });
    pass(night, 60 * 9);
    report(night, ReportCommand::Dispatch { id, unit: "patrol2".into() });
    pass(night, 60 * 7);
    report(night, ReportCommand::Arrive { id, unit: None });
    report(night, ReportCommand::Note { id, text: "Both sides calm, waiting for the owner.".into() });
    raise(night, id, "Neighbours gather, two more officers asked for");
    as_officer(night, "0156");
    let id = "E-20261121-001".parse().unwrap();
    let reply = "Patrol One is free, send it".into();
    night.act(Command::Escalation(EscalationCommand::Acknowledge { id, reply })).unwrap();
    as_officer(night, "0142");
    id
}

/// A fight that nobody has answered for yet.
fn fight(night: &mut Night) {
    let narrative = "Two men fighting outside the grain store, one of them has a knife; people are watching";
    let id = night.receive(Some(Priority::P1), "fight", "North St 12", narrative);
    pass(night, 12);
    report(night, ReportCommand::Dispatch { id, unit: "south3".into() });
    raise(night, id, "刀，围观多人");
}

fn raise(night: &mut Night, on: RecordId, note: &str) {
    let raise = EscalationCommand::Raise { on, to: Level::Town, reason: "help".into(), note: note.into() };
    night.act(Command::Escalation(raise)).unwrap();
}

/// A night with so many reports that no screen holds them.
pub fn crowded(reports: usize) -> Night {
    let mut night = Night::new();
    night.now -= SignedDuration::from_secs(60 * reports as i64);
    for number in 1..=reports {
        let place = format!("North St {number}");
        night.receive(Some(Priority::P3), "theft", &place, "A bicycle is gone");
        pass(&mut night, 60);
    }
    night.now = super::start();
    night
}
