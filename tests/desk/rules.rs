//! The rules as tables: what may happen, and what is refused and why.

use crate::paper::{OFFICERS, Paper, id, told};
use dutydesk::domain::command::{
    Amendment, Command, DeskCommand, EscalationCommand, HandoverCommand, ReportCommand, SetupCommand,
    UnitCommand,
};
use dutydesk::domain::due::{Light, owed_first};
use dutydesk::domain::fact::{EscalationFact, Fact};
use dutydesk::domain::patrol::UnitStatus;
use dutydesk::domain::place::Level;
use dutydesk::domain::refusal::Field;
use dutydesk::domain::report::{Status, Step};
use dutydesk::domain::setup::SetupItem;
use dutydesk::domain::shift::{Shift, watch_at};
use dutydesk::domain::{Private, Record, RecordId, Refusal, Role, Subject};
use jiff::civil::time;
use jiff::tz::TimeZone;

const R1: &str = "R-20261121-001";

fn on_report(make: impl Fn(RecordId) -> ReportCommand) -> Command {
    Command::Report(make(id(R1)))
}

fn accept() -> Command {
    on_report(|id| ReportCommand::Accept { id })
}

fn dispatch(unit: &str) -> Command {
    on_report(|id| ReportCommand::Dispatch { id, unit: unit.into() })
}

fn arrive() -> Command {
    on_report(|id| ReportCommand::Arrive { id, unit: None })
}

fn resolve() -> Command {
    on_report(|id| ReportCommand::Resolve {
        id,
        result: "talked to both".into(),
        disposition: Some("one".into()),
    })
}

fn verify() -> Command {
    on_report(|id| ReportCommand::Verify { id })
}

fn close() -> Command {
    on_report(|id| ReportCommand::Close { id, disposition: None, answer: Some("one".into()) })
}

fn undo() -> Command {
    on_report(|id| ReportCommand::Undo { id })
}

fn reopen() -> Command {
    on_report(|id| ReportCommand::Reopen { id, reason: "one".into() })
}

/// A paper desk on which one report has been taken this far.
fn taken_to(status: Status) -> Paper {
    let mut paper = Paper::new();
    paper.ask("0103", &told("two men shouting")).unwrap();
    let steps: [(Status, &str, Command); 6] = [
        (Status::Accepted, "0103", accept()),
        (Status::Dispatched, "0103", dispatch("car1")),
        (Status::InProgress, "0103", arrive()),
        (Status::Resolved, "0103", resolve()),
        (Status::Verified, "0104", verify()),
        (Status::Closed, "0103", close()),
    ];
    let exits: [(Status, ReportCommand); 3] = [
        (
            Status::Transferred,
            ReportCommand::Transfer { id: id(R1), to: "county".into(), reason: "one".into() },
        ),
        (Status::Cancelled, ReportCommand::Cancel { id: id(R1), reason: "one".into() }),
        (Status::Unfounded, ReportCommand::MarkUnfounded { id: id(R1), reason: "one".into() }),
    ];
    if let Some((_, exit)) = exits.into_iter().find(|(s, _)| *s == status) {
        paper.ask("0103", &Command::Report(exit)).unwrap();
    } else if status == Status::Duplicate {
        paper.ask("0104", &told("again two men shouting")).unwrap();
        let of = id("R-20261121-002");
        paper.ask("0103", &on_report(|id| ReportCommand::MarkDuplicate { id, of })).unwrap();
    } else {
        for (_, officer, step) in steps.iter().take_while(|(s, _, _)| *s <= status) {
            paper.pass(60);
            paper.ask(officer, step).unwrap();
        }
    }
    assert_eq!(paper.report(R1).status, status);
    paper
}

#[test]
fn each_step_is_taken_only_from_where_it_fits() {
    use Status::{Accepted, Cancelled, Closed, Dispatched, Duplicate, InProgress, Received};
    use Status::{Resolved, Transferred, Unfounded, Verified};
    let legal: [(&str, Command, Vec<Status>); 8] = [
        ("accept", accept(), vec![Received]),
        ("dispatch", dispatch("car2"), vec![Received, Accepted, Dispatched, InProgress]),
        ("arrive", arrive(), vec![Dispatched]),
        ("resolve", resolve(), vec![Accepted, Dispatched, InProgress]),
        ("verify", verify(), vec![Resolved]),
        ("close", close(), vec![Verified]),
        (
            "cancel",
            on_report(|id| ReportCommand::Cancel { id, reason: "one".into() }),
            vec![Received, Accepted, Dispatched, InProgress],
        ),
        ("reopen", reopen(), vec![Resolved, Verified, Closed, Transferred, Duplicate, Cancelled, Unfounded]),
    ];
    for (name, command, from) in legal {
        for status in Status::ALL.into_iter().filter(|s| *s != Status::Erased) {
            let mut paper = taken_to(status);
            let before = paper.records.clone();
            let outcome = paper.ask("0104", &command);
            assert_eq!(outcome.is_ok(), from.contains(&status), "{name} from {status:?}: {outcome:?}");
            assert_eq!(outcome.is_err(), paper.records == before, "{name} from {status:?}");
        }
    }
}

#[test]
fn second_officer_is_told_who_accepted_first() {
    let mut paper = taken_to(Status::Accepted);
    let by = paper.report(R1).accepted.clone().unwrap();
    assert_eq!(by.by.0, "0103");
    assert_eq!(paper.ask("0104", &accept()), Err(Refusal::AlreadyAccepted { id: id(R1), by }));
}

#[test]
fn nobody_verifies_their_own_work() {
    let mut paper = taken_to(Status::Resolved);
    assert_eq!(paper.ask("0103", &verify()), Err(Refusal::OwnWork { id: id(R1) }));
    paper.ask("0104", &verify()).unwrap();
    assert_eq!(paper.report(R1).status, Status::Verified);
}

#[test]
fn closing_an_unresolved_report_is_refused() {
    let mut paper = taken_to(Status::InProgress);
    let refusal = Refusal::WrongStep { id: id(R1), status: Status::InProgress, step: Step::Close };
    assert_eq!(paper.ask("0103", &close()), Err(refusal));
}

#[test]
fn closing_needs_an_outcome_and_an_answer() {
    let mut paper = Paper::new();
    paper.ask("0103", &told("noise")).unwrap();
    paper.ask("0103", &accept()).unwrap();
    let done = on_report(|id| ReportCommand::Resolve { id, result: Private::default(), disposition: None });
    paper.ask("0103", &done).unwrap();
    paper.ask("0102", &verify()).unwrap();
    let with = |disposition: Option<&str>, answer: Option<&str>| {
        on_report(|id| ReportCommand::Close {
            id,
            disposition: disposition.map(Into::into),
            answer: answer.map(Into::into),
        })
    };
    assert_eq!(paper.ask("0103", &with(None, Some("one"))), Err(Refusal::NeedsDisposition { id: id(R1) }));
    assert_eq!(paper.ask("0103", &with(Some("one"), None)), Err(Refusal::NeedsAnswer { id: id(R1) }));
    assert!(matches!(paper.ask("0103", &with(Some("two"), Some("one"))), Err(Refusal::UnknownCode { .. })));
    paper.ask("0103", &with(Some("one"), Some("one"))).unwrap();
}

#[test]
fn dispatching_takes_a_report_that_nobody_took_and_binds_the_unit() {
    let mut paper = taken_to(Status::Received);
    paper.ask("0104", &dispatch("car1")).unwrap();
    let report = paper.report(R1);
    assert_eq!(report.first_handler.as_ref().unwrap().0, "0104");
    assert_eq!(report.status, Status::Dispatched);
    assert!(matches!(paper.ask("0104", &dispatch("car1")), Err(Refusal::UnitAlreadySent { .. })));
    paper.ask("0103", &told("another")).unwrap();
    let other = Command::Report(ReportCommand::Dispatch { id: id("R-20261121-002"), unit: "car1".into() });
    assert!(matches!(paper.ask("0103", &other), Err(Refusal::UnitBusy { .. })));
    assert!(matches!(paper.ask("0103", &dispatch("car9")), Err(Refusal::UnknownUnit { .. })));
    let off = Command::Unit(UnitCommand::Status { unit: "car1".into(), status: UnitStatus::Off });
    assert!(matches!(paper.ask("0103", &off), Err(Refusal::UnitBusy { .. })), "freed by its report only");
    paper.ask("0104", &resolve()).unwrap();
    paper.ask("0103", &off).unwrap();
    assert!(matches!(paper.ask("0103", &other), Err(Refusal::UnitOff { .. })));
}

#[test]
fn with_two_units_under_way_the_desk_asks_which_one_came_on_scene() {
    let mut paper = taken_to(Status::Dispatched);
    paper.ask("0103", &dispatch("car2")).unwrap();
    let units = vec!["car1".into(), "car2".into()];
    assert_eq!(paper.ask("0103", &arrive()), Err(Refusal::WhichUnit { units }));
    paper.ask("0103", &on_report(|id| ReportCommand::Arrive { id, unit: Some("car2".into()) })).unwrap();
    paper.ask("0103", &arrive()).unwrap();
    assert!(paper.report(R1).dispatches.iter().all(|d| d.arrived.is_some()));
}

#[test]
fn a_step_is_taken_back_by_its_officer_soon_after() {
    let cases = [
        (Status::Accepted, "0103", Status::Received),
        (Status::Dispatched, "0103", Status::Accepted),
        (Status::InProgress, "0103", Status::Dispatched),
        (Status::Resolved, "0103", Status::InProgress),
        (Status::Verified, "0104", Status::Resolved),
        (Status::Cancelled, "0103", Status::Received),
        (Status::Duplicate, "0103", Status::Received),
    ];
    for (from, officer, to) in cases {
        let other = if officer == "0103" { "0104" } else { "0103" };
        let mut paper = taken_to(from);
        assert!(paper.ask(other, &undo()).is_err(), "somebody else's {from:?}");
        paper.ask(officer, &undo()).unwrap();
        assert_eq!(paper.report(R1).status, to, "from {from:?}");
        let mut paper = taken_to(from);
        paper.pass(601);
        assert!(paper.ask(officer, &undo()).is_err(), "too late for {from:?}");
    }
    assert!(taken_to(Status::Closed).ask("0103", &undo()).is_err());
    let mut paper = taken_to(Status::Dispatched);
    paper.ask("0103", &undo()).unwrap();
    paper.ask("0103", &dispatch("car1")).expect("the unit is free again");
}

#[test]
fn steps_are_taken_back_one_after_the_other_as_far_as_they_are_the_officers_own() {
    let mut paper = taken_to(Status::Resolved);
    for to in [Status::InProgress, Status::Dispatched, Status::Accepted, Status::Received] {
        paper.ask("0103", &undo()).unwrap();
        assert_eq!(paper.report(R1).status, to);
    }
    assert!(paper.ask("0103", &undo()).is_err(), "entering it stays");
    let mut paper = taken_to(Status::Verified);
    paper.ask("0104", &undo()).unwrap();
    assert!(paper.ask("0104", &undo()).is_err(), "resolving it was another's");
}

#[test]
fn a_report_that_is_back_on_the_street_has_its_units_back_or_stays_away() {
    let cancel = on_report(|id| ReportCommand::Cancel { id, reason: "one".into() });
    let mut paper = taken_to(Status::Dispatched);
    paper.ask("0103", &cancel).unwrap();
    paper.ask("0103", &undo()).unwrap();
    assert!(matches!(paper.ask("0103", &dispatch("car1")), Err(Refusal::UnitAlreadySent { .. })));
    paper.ask("0103", &cancel).unwrap();
    paper.ask("0104", &told("another")).unwrap();
    let id = id("R-20261121-002");
    paper.ask("0104", &Command::Report(ReportCommand::Dispatch { id, unit: "car1".into() })).unwrap();
    let refusal = Refusal::UnitBusy { unit: "car1".into(), on: id };
    assert_eq!(paper.ask("0103", &undo()), Err(refusal));
}

#[test]
fn opening_again_keeps_who_answers_for_the_reply_and_starts_a_new_clock() {
    let mut paper = taken_to(Status::Closed);
    paper.pass(86_400);
    paper.ask("0104", &reopen()).unwrap();
    let report = paper.report(R1).clone();
    assert_eq!((report.status, report.reopened), (Status::Received, 1));
    assert_eq!(report.first_handler.as_ref().unwrap().0, "0103");
    let due = owed_first(&report, &paper.station()).unwrap();
    assert_eq!((due.owed.rule.as_str(), due.owed.light(paper.now)), ("accept", Light::Green));
}

#[test]
fn a_report_sent_again_is_counted_not_doubled() {
    let mut paper = Paper::new();
    let mut command = told("fire in a bin");
    let Command::Report(ReportCommand::Receive(incoming)) = &mut command else { unreachable!() };
    incoming.source_key = Some("110-1".to_owned());
    paper.ask("0103", &command).unwrap();
    paper.ask("0104", &command).unwrap();
    assert_eq!(paper.reports().count(), 1);
    assert_eq!(paper.report(R1).resends, 1);
}

#[test]
fn an_unknown_type_or_beat_is_set_aside_and_never_stops_a_report() {
    let mut paper = Paper::new();
    let mut command = told("a cow on the road");
    let Command::Report(ReportCommand::Receive(incoming)) = &mut command else { unreachable!() };
    incoming.telling.incident_type = Some("cow".into());
    incoming.telling.beat = Some("B9".into());
    paper.ask("0103", &command).unwrap();
    let report = paper.report(R1);
    assert!(report.to_be_set());
    assert_eq!(report.telling.unknown["type"].as_str(), "cow");
    assert_eq!(report.telling.unknown["beat"].as_str(), "B9");
    let changes = Amendment { beat: Some("B1".into()), ..Amendment::default() };
    paper
        .ask("0103", &on_report(|id| ReportCommand::Amend { id, changes: Box::new(changes.clone()) }))
        .unwrap();
    let report = paper.report(R1);
    assert_eq!(report.telling.beat.as_ref().unwrap().as_str(), "B1");
    assert!(!report.telling.unknown.contains_key("beat"));
}

#[test]
fn bad_fields_are_refused_by_name() {
    let long: String = "字".repeat(10_001);
    let cases: [(&str, Command, Refusal); 2] = [
        ("empty", told("  \n"), Refusal::Empty { field: Field::Narrative }),
        ("long", told(&long), Refusal::TooLong { field: Field::Narrative, max: 10_000 }),
    ];
    for (name, command, refusal) in cases {
        assert_eq!(Paper::new().ask("0103", &command), Err(refusal), "{name}");
    }
    Paper::new().ask("0103", &told(&"字".repeat(10_000))).expect("10,000 characters fit");
    let mut command = told("later");
    let Command::Report(ReportCommand::Receive(incoming)) = &mut command else { unreachable!() };
    incoming.event_at = Some("2026-11-21T22:05:01Z".parse().unwrap());
    assert_eq!(Paper::new().ask("0103", &command), Err(Refusal::EventInFuture));
}

#[test]
fn an_escalation_is_acknowledged_by_somebody_else_and_once() {
    let mut paper = taken_to(Status::Accepted);
    let raise = |to| {
        let (reason, note) = ("one".into(), "knives seen".into());
        Command::Escalation(EscalationCommand::Raise { on: id(R1), to, reason, note })
    };
    paper.ask("0103", &raise(Level::Town)).unwrap();
    let e1 = id("E-20261121-001");
    assert_eq!(paper.ask("0103", &raise(Level::Town)), Err(Refusal::EscalationWaiting { id: e1 }));
    paper.ask("0103", &raise(Level::District)).expect("higher is another escalation");
    let ack = Command::Escalation(EscalationCommand::Acknowledge { id: e1, reply: "coming".into() });
    assert_eq!(paper.ask("0103", &ack), Err(Refusal::OwnEscalation { id: e1 }));
    let facts = paper.ask("0102", &ack).unwrap();
    assert!(matches!(facts[0].fact, Fact::Escalation(EscalationFact::Acknowledged { .. })));
    assert!(matches!(paper.ask("0101", &ack), Err(Refusal::AlreadyAcknowledged { .. })));
}

#[test]
fn erasing_leaves_figures_and_no_words() {
    let mut paper = taken_to(Status::InProgress);
    let erase = on_report(|id| ReportCommand::Erase { id, reason: "retention".into() });
    assert_eq!(paper.ask("0101", &erase), Err(Refusal::StillOpen { id: id(R1) }));
    let mut paper = taken_to(Status::Closed);
    paper.ask("0101", &erase).unwrap();
    let report = paper.report(R1);
    assert_eq!(report.status, Status::Erased);
    assert!(report.telling.narrative.is_empty() && report.resolved.is_none());
    assert_eq!(report.disposition.as_ref().unwrap().as_str(), "one");
    assert!(matches!(paper.ask("0103", &accept()), Err(Refusal::NotFound { .. })));
}

#[test]
fn a_shift_is_handed_over_by_two_officers_with_every_critical_item_read_back() {
    let mut paper = taken_to(Status::Accepted);
    let (h1, read) = (id("H-20261121-001"), id(R1));
    let take = |officer: &str, read_back: Vec<RecordId>| {
        Command::Handover(HandoverCommand::Accept {
            id: h1,
            officer: officer.into(),
            passphrase: Default::default(),
            read_back,
            reservations: Private::default(),
        })
    };
    let sign = paper.sign("0103");
    assert_eq!(
        paper.ask_as("0103", Role::DutyOfficer, &sign, None),
        Err(Refusal::PassphraseWrong { officer: "0103".into() })
    );
    paper.ask("0103", &sign).unwrap();
    assert_eq!(paper.ask("0104", &paper.sign("0104")), Err(Refusal::HandoverWaiting { id: h1 }));
    assert_eq!(paper.ask("0104", &take("0104", vec![])), Err(Refusal::NotReadBack { items: vec![read] }));
    assert_eq!(paper.ask("0103", &take("0103", vec![read])), Err(Refusal::SameOfficer));
    assert!(matches!(paper.ask("0105", &take("0105", vec![read])), Err(Refusal::RoleMayNot { .. })));
    paper.ask("0103", &take("0104", vec![read])).expect("at the outgoing officer's console");
    let Some(Record::Handover(h)) = paper.records.get(&Subject::Record(h1)) else { unreachable!() };
    assert_eq!(h.accepted.as_ref().unwrap().by.0, "0104");
    let withdraw = Command::Handover(HandoverCommand::Withdraw { id: h1 });
    assert_eq!(paper.ask("0103", &withdraw), Err(Refusal::Sealed { id: h1 }));
    paper.ask("0103", &Command::Handover(HandoverCommand::Add { id: h1, text: "one more".into() })).unwrap();
}

#[test]
fn equipment_with_a_blank_is_refused() {
    let mut paper = Paper::new();
    let Command::Handover(HandoverCommand::Sign { officer, passphrase, remarks, words, .. }) =
        paper.sign("0103")
    else {
        unreachable!()
    };
    let equipment = vec![("Keys".to_owned(), true)];
    let sign = Command::Handover(HandoverCommand::Sign { officer, passphrase, remarks, words, equipment });
    assert_eq!(paper.ask("0103", &sign), Err(Refusal::EquipmentBlank));
}

#[test]
fn the_setup_never_dangles_and_keeps_a_supervisor() {
    let mut paper = Paper::new();
    let retire = |key: &str| Command::Setup(SetupCommand::Retire { key: key.to_owned() });
    assert!(matches!(paper.ask("0101", &retire("place/T1")), Err(Refusal::InUse { .. })));
    assert_eq!(paper.ask("0101", &retire("officer/0101")), Err(Refusal::LastSupervisor));
    paper.ask("0101", &retire("place/B1")).unwrap();
    paper.ask("0101", &retire("place/T1")).unwrap();
    let set = |item: &SetupItem| Command::Setup(SetupCommand::Set(Box::new(item.clone())));
    let items = crate::paper::items();
    let beat = items.iter().find(|i| i.key() == "place/B1").unwrap();
    assert!(matches!(paper.ask("0101", &set(beat)), Err(Refusal::Dangling { .. })));
    assert_eq!(paper.ask("0101", &set(&items[1])), Ok(vec![]), "nothing to change, nothing recorded");
}

#[test]
fn a_setup_file_is_applied_whole_or_not_at_all() {
    let mut paper = Paper::new();
    let items = crate::paper::items();
    let beat = items.iter().find(|i| i.key() == "place/B1").unwrap().clone();
    let retire = |key: &str| SetupCommand::Retire { key: key.to_owned() };
    let apply = |changes: Vec<SetupCommand>| Command::Setup(SetupCommand::Apply { changes });
    let before = paper.records.clone();
    let town_first = apply(vec![retire("unit/car1"), retire("place/T1"), retire("place/B1")]);
    assert!(matches!(paper.ask("0101", &town_first), Err(Refusal::InUse { .. })));
    assert_eq!(paper.records, before);
    let set_beat = SetupCommand::Set(Box::new(beat));
    let right = apply(vec![retire("place/B1"), retire("place/T1")]);
    assert_eq!(paper.ask("0101", &right).unwrap().len(), 2);
    assert!(matches!(paper.ask("0101", &apply(vec![set_beat])), Err(Refusal::Dangling { .. })));
    assert!(paper.ask("0101", &apply(vec![apply_nothing()])).is_err(), "no list within a list");
}

fn apply_nothing() -> SetupCommand {
    SetupCommand::Apply { changes: vec![] }
}

#[test]
fn everyone_sets_their_own_passphrase_and_only_a_supervisor_another() {
    let mut paper = Paper::new();
    let set = |officer: &str, passphrase: &str| {
        let passphrase = dutydesk::domain::Secret(passphrase.to_owned());
        Command::Setup(SetupCommand::SetPassphrase { officer: officer.into(), passphrase })
    };
    paper.ask("0105", &set("0105", "long enough")).unwrap();
    paper.ask("0101", &set("0105", "long enough")).unwrap();
    assert!(matches!(paper.ask("0103", &set("0105", "long enough")), Err(Refusal::RoleMayNot { .. })));
    assert_eq!(paper.ask("0103", &set("0103", "short")), Err(Refusal::PassphraseShort { min: 8 }));
}

#[test]
fn the_clock_of_a_training_desk_moves_forward_only() {
    let mut paper = Paper::new();
    let to = |text: &str| Command::Desk(DeskCommand::SetClock { to: text.parse().unwrap() });
    assert_eq!(paper.ask("0101", &to("2026-11-21T21:59:59Z")), Err(Refusal::ClockBackward));
    paper.ask("0101", &to("2026-11-22T06:00:00Z")).unwrap();
}

#[test]
fn a_night_belongs_to_the_day_it_began_on_also_when_the_clocks_change() {
    let shift = |code: &str, start, end| Shift { code: code.into(), name: code.into(), start, end };
    let shifts = [
        shift("day", time(8, 0, 0, 0), time(20, 0, 0, 0)),
        shift("night", time(20, 0, 0, 0), time(8, 0, 0, 0)),
    ];
    let cases = [
        ("Asia/Shanghai", "2026-11-21T11:59:59Z", "day", "2026-11-21", 12),
        ("Asia/Shanghai", "2026-11-21T12:00:00Z", "night", "2026-11-21", 12),
        ("Asia/Shanghai", "2026-11-21T19:00:00Z", "night", "2026-11-21", 12),
        ("Asia/Shanghai", "2026-11-22T00:00:00Z", "day", "2026-11-22", 12),
        ("Europe/Berlin", "2026-10-25T01:30:00Z", "night", "2026-10-24", 13),
        ("Europe/Berlin", "2026-03-29T01:30:00Z", "night", "2026-03-28", 11),
    ];
    for (zone, at, code, day, hours) in cases {
        let watch = watch_at(&shifts, &TimeZone::get(zone).unwrap(), at.parse().unwrap());
        let got =
            (watch.shift.as_str(), watch.day.to_string(), watch.until.duration_since(watch.from).as_hours());
        assert_eq!(got, (code, day.to_owned(), hours), "{zone} {at}");
    }
    let none = watch_at(&[], &TimeZone::UTC, "2026-11-21T23:59:59Z".parse().unwrap());
    assert_eq!(none.day.to_string(), "2026-11-21", "without shifts the calendar day stands");
}

#[test]
fn a_reviewer_writes_nothing_but_the_own_passphrase() {
    use dutydesk::domain::access::may;
    let commands = [accept(), told("x"), undo(), reopen(), Paper::new().sign("0105")];
    for command in &commands {
        assert!(!may(Role::Reviewer, command), "{command:?}");
    }
    assert!(OFFICERS.iter().filter(|(_, r)| may(*r, &accept())).count() == 4);
}
