//! What a fact does to its record. The only place where a record changes.

mod escalation;
mod handover;
mod report;
mod supervision;

use super::clocks::Clocks;
use super::fact::{DeadlineFact, Fact, SetupFact, UnitFact, ZeroFact};
use super::id::{Code, RecordId, Subject};
use super::loaded::Record;
use super::moment::Stamp;
use super::patrol::{CheckIn, UnitState, UnitStatus};
use super::setup::Standing;
use super::supervision::Reply;
use super::zero_report::ZeroReport;

/// The record after a fact: `record` is what stood before, none for a fact that begins one.
///
/// A fact that doesn't fit its subject leaves the record as it was; `decide` makes none, and `verify` finds those
/// that somebody else made, because the rows then differ.
pub fn apply(record: Option<Record>, subject: &Subject, fact: &Fact, stamp: &Stamp) -> Option<Record> {
    match (fact, subject) {
        (Fact::Report(f), Subject::Record(id)) => report::apply(record, *id, f, stamp),
        (Fact::Escalation(f), Subject::Record(id)) => escalation::apply(record, *id, f, stamp),
        (Fact::Deadline(f), Subject::Record(_)) => deadline(record, f, stamp),
        (Fact::Supervision(f), Subject::Record(id)) => supervision::apply(record, *id, f, stamp),
        (Fact::Zero(f), Subject::Record(id)) => zero_report(record, *id, f, stamp),
        (Fact::Handover(f), Subject::Record(id)) => handover::apply(record, *id, f, stamp),
        (Fact::Unit(f), Subject::Unit(code)) => Some(unit(record, code, f, stamp)),
        (Fact::Setup(f), Subject::Setup(_)) => setup(record, f),
        (
            Fact::Report(_)
            | Fact::Escalation(_)
            | Fact::Deadline(_)
            | Fact::Supervision(_)
            | Fact::Zero(_)
            | Fact::Handover(_)
            | Fact::Unit(_)
            | Fact::Setup(_)
            | Fact::Desk(_),
            _,
        ) => record,
    }
}

/// What the desk's timers told, and that something came back by itself, is no change that an officer must have seen before
/// acting.
fn deadline(record: Option<Record>, fact: &DeadlineFact, stamp: &Stamp) -> Option<Record> {
    let mut record = record?;
    if let Some((clocks, rev)) = record.clocks_mut() {
        clocks.take(fact, stamp);
        *rev += u64::from(fact.is_change());
    }
    Some(record)
}

fn zero_report(record: Option<Record>, id: RecordId, fact: &ZeroFact, stamp: &Stamp) -> Option<Record> {
    let after = match (fact, record) {
        (ZeroFact::Expected { post, by }, None) => ZeroReport {
            id,
            rev: 1,
            post: post.clone(),
            by: *by,
            expected: stamp.clone(),
            filed: None,
            clocks: Clocks::default(),
        },
        (ZeroFact::Filed { text }, Some(Record::ZeroReport(z))) => ZeroReport {
            rev: z.rev + 1,
            filed: Some(Reply { stamp: stamp.clone(), text: text.clone() }),
            ..*z
        },
        (ZeroFact::Expected { .. } | ZeroFact::Filed { .. }, other) => return other,
    };
    Some(Record::ZeroReport(Box::new(after)))
}

fn unit(record: Option<Record>, code: &Code, fact: &UnitFact, stamp: &Stamp) -> Record {
    let mut state = match record {
        Some(Record::Unit(state)) => state,
        _ => UnitState {
            code: code.clone(),
            rev: 0,
            status: UnitStatus::default(),
            on: None,
            since: stamp.clone(),
            last_check_in: None,
        },
    };
    state.rev += 1;
    match fact {
        UnitFact::StatusChanged { status, on } => {
            state.status = *status;
            state.on = *on;
            state.since = stamp.clone();
        }
        UnitFact::CheckedIn { place } => {
            state.last_check_in = Some(CheckIn { stamp: stamp.clone(), place: place.clone() });
        }
    }
    Record::Unit(state)
}

fn setup(record: Option<Record>, fact: &SetupFact) -> Option<Record> {
    let before = match record {
        Some(Record::Setup(standing)) => Some(standing),
        _ => None,
    };
    let rev = before.as_ref().map_or(1, |s| s.rev + 1);
    let after = match (fact, before) {
        (SetupFact::Set(item), _) => Standing { item: (**item).clone(), retired: false, rev },
        (SetupFact::Retired, Some(s)) => Standing { retired: true, rev, ..*s },
        (SetupFact::PassphraseSet, Some(s)) => Standing { rev, ..*s },
        (SetupFact::Retired | SetupFact::PassphraseSet, None) => return None,
    };
    Some(Record::Setup(Box::new(after)))
}
