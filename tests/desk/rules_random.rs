//! Random commands by several officers: no sequence reaches an illegal state, and replaying the facts gives the state.

use crate::paper::{OFFICERS, Paper, id, told};
use dutydesk::domain::command::{Command, EscalationCommand, ReportCommand, UnitCommand};
use dutydesk::domain::due::owed;
use dutydesk::domain::patrol::UnitStatus;
use dutydesk::domain::place::Level;
use dutydesk::domain::report::{Report, Status};
use dutydesk::domain::{Record, RecordId, Subject, access, apply};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn report_number() -> impl Strategy<Value = RecordId> {
    (1..4u32).prop_map(|n| id(&format!("R-20261121-{n:03}")))
}

pub fn command() -> impl Strategy<Value = Command> {
    let unit = prop_oneof![Just("car1"), Just("car2")];
    let code = || "one".into();
    let on_report =
        (report_number(), report_number(), unit.clone(), 0..14u8).prop_map(move |(id, of, unit, which)| {
            Command::Report(match which {
                0 | 1 => ReportCommand::Accept { id },
                2 | 3 => ReportCommand::Dispatch { id, unit: unit.into() },
                4 => ReportCommand::Arrive { id, unit: None },
                5 => ReportCommand::Resolve { id, result: "done".into(), disposition: None },
                6 | 7 => ReportCommand::Verify { id },
                8 => ReportCommand::Close { id, disposition: Some(code()), answer: Some(code()) },
                9 => ReportCommand::MarkDuplicate { id, of },
                10 => ReportCommand::Cancel { id, reason: code() },
                11 => ReportCommand::Reopen { id, reason: code() },
                12 => ReportCommand::Undo { id },
                _ => ReportCommand::Note { id, text: "noted".into() },
            })
        });
    let raise = report_number().prop_map(move |on| {
        let (reason, note) = (code(), "".into());
        Command::Escalation(EscalationCommand::Raise { on, to: Level::Town, reason, note })
    });
    let acknowledge = (1..4u32).prop_map(|n| {
        let id = id(&format!("E-20261121-{n:03}"));
        Command::Escalation(EscalationCommand::Acknowledge { id, reply: "".into() })
    });
    let erase = report_number()
        .prop_map(|id| Command::Report(ReportCommand::Erase { id, reason: "retention".into() }));
    let status = (unit, prop_oneof![Just(UnitStatus::Off), Just(UnitStatus::Available)])
        .prop_map(|(unit, status)| Command::Unit(UnitCommand::Status { unit: unit.into(), status }));
    prop_oneof![
        2 => Just(told("somebody shouting")),
        20 => on_report,
        2 => raise,
        2 => acknowledge,
        1 => erase,
        1 => status,
    ]
}

/// The loop once more, written from the product's words and not from the code.
fn lawful(from: Status, to: Status) -> bool {
    use Status::{
        Accepted, Cancelled, Closed, Dispatched, Duplicate, Erased, InProgress, Received, Resolved, Verified,
    };
    match (from, to) {
        (a, b) if a == b => true,
        (Received, Accepted) | (Accepted, Dispatched) | (Dispatched, InProgress) => true,
        (Accepted | Dispatched | InProgress, Resolved) | (Resolved, Verified) | (Verified, Closed) => true,
        (Received | Accepted | Dispatched | InProgress, Duplicate | Cancelled) => true,
        // Taken back.
        (Accepted, Received) | (Dispatched, Accepted) | (InProgress, Dispatched) | (Verified, Resolved) => {
            true
        }
        (Resolved, Accepted | Dispatched | InProgress) => true,
        (Duplicate | Cancelled, Received | Accepted | Dispatched | InProgress) => true,
        // Opened again, erased.
        (Resolved | Verified | Closed, Received) | (Closed | Duplicate | Cancelled, Erased) => true,
        (_, _) => false,
    }
}

fn check_report(report: &Report, paper: &Paper) {
    if let (Some(done), Some(checked)) = (&report.resolved, &report.verified) {
        assert_ne!(done.stamp.by, checked.by, "verified own work");
    }
    if report.status == Status::Closed {
        assert!(report.disposition.is_some() && report.verified.is_some() && report.closed.is_some());
    }
    assert_eq!(!owed(report, &paper.station()).is_empty(), report.status.is_open());
    if report.status == Status::Erased {
        assert!(report.telling.narrative.is_empty() && report.escalations.is_empty());
    }
    if matches!(report.status, Status::Dispatched | Status::InProgress) {
        for dispatch in &report.dispatches {
            let Some(Record::Unit(unit)) = paper.records.get(&Subject::Unit(dispatch.unit.clone())) else {
                panic!("{} was sent and has no state", dispatch.unit)
            };
            assert_eq!(unit.on, Some(report.id), "on the street with no unit");
        }
    }
    for (subject, record) in &paper.records {
        if let (Subject::Unit(code), Record::Unit(unit)) = (subject, record)
            && unit.on == Some(report.id)
        {
            assert!(report.status.is_open() && report.dispatches.iter().any(|d| d.unit == *code));
        }
    }
}

fn replayed(paper: &Paper) -> BTreeMap<Subject, Record> {
    let mut records = BTreeMap::new();
    for (happened, stamp) in &paper.facts {
        let before = records.remove(&happened.subject);
        if let Some(after) = apply(before, &happened.subject, &happened.fact, stamp) {
            records.insert(happened.subject.clone(), after);
        }
    }
    records
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_commands_reaches_an_illegal_state(
        steps in proptest::collection::vec((0..OFFICERS.len(), command(), 0..200i64), 1..120)
    ) {
        let mut paper = Paper::new();
        for (who, command, seconds) in steps {
            paper.pass(seconds);
            let (officer, role) = OFFICERS[who];
            if !access::may(role, &command) {
                continue;
            }
            let before: BTreeMap<RecordId, Status> = paper.reports().map(|r| (r.id, r.status)).collect();
            let revs: BTreeMap<Subject, u64> = paper.records.iter().map(|(s, r)| (s.clone(), r.rev())).collect();
            let Ok(facts) = paper.ask(officer, &command) else { continue };
            for (subject, record) in &paper.records {
                let grown = facts.iter().filter(|f| f.subject == *subject).count() as u64;
                prop_assert_eq!(record.rev(), revs.get(subject).copied().unwrap_or(0) + grown);
            }
            for report in paper.reports() {
                let from = before.get(&report.id).copied().unwrap_or(Status::Received);
                let by_dispatch = from == Status::Received && report.status == Status::Dispatched;
                prop_assert!(lawful(from, report.status) || by_dispatch, "{from:?} -> {:?}", report.status);
                check_report(report, &paper);
            }
        }
        prop_assert_eq!(replayed(&paper), paper.records);
    }
}
