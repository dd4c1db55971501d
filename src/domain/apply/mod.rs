//! What a fact does to its record. The only place where a record changes.

mod handover;
mod report;

use super::escalation::Escalation;
use super::fact::{EscalationFact, Fact, SetupFact, UnitFact};
use super::id::{Code, RecordId, Subject};
use super::loaded::Record;
use super::moment::Stamp;
use super::patrol::{CheckIn, UnitState, UnitStatus};
use super::private::Private;
use super::setup::Standing;

/// The record after a fact: `record` is what stood before, none for a fact that begins one.
///
/// A fact that doesn't fit its subject leaves the record as it was; `decide` makes none, and `verify` finds those
/// that somebody else made, because the rows then differ.
pub fn apply(record: Option<Record>, subject: &Subject, fact: &Fact, stamp: &Stamp) -> Option<Record> {
    match (fact, subject) {
        (Fact::Report(f), Subject::Record(id)) => report::apply(record, *id, f, stamp),
        (Fact::Escalation(f), Subject::Record(id)) => escalation(record, *id, f, stamp),
        (Fact::Handover(f), Subject::Record(id)) => handover::apply(record, *id, f, stamp),
        (Fact::Unit(f), Subject::Unit(code)) => Some(unit(record, code, f, stamp)),
        (Fact::Setup(f), Subject::Setup(_)) => setup(record, f),
        (Fact::Report(_) | Fact::Escalation(_) | Fact::Handover(_) | Fact::Unit(_) | Fact::Setup(_), _)
        | (Fact::Desk(_), _) => record,
    }
}

fn escalation(record: Option<Record>, id: RecordId, fact: &EscalationFact, stamp: &Stamp) -> Option<Record> {
    let after = match (fact, record) {
        (EscalationFact::Raised { on, to, reason, note }, None) => Escalation {
            id,
            rev: 1,
            on: *on,
            to: *to,
            reason: reason.clone(),
            note: note.clone(),
            raised: stamp.clone(),
            acknowledged: None,
            reply: Private::default(),
        },
        (EscalationFact::Acknowledged { reply }, Some(Record::Escalation(mut e))) => {
            e.rev += 1;
            e.acknowledged = Some(stamp.clone());
            e.reply = reply.clone();
            *e
        }
        // Whatever stood before: the facts that made it have lost their content.
        (EscalationFact::Erased { on, to, reason, raised, acknowledged, rev }, _) => Escalation {
            id,
            rev: rev + 1,
            on: *on,
            to: *to,
            reason: reason.clone(),
            note: Private::default(),
            raised: raised.clone(),
            acknowledged: acknowledged.clone(),
            reply: Private::default(),
        },
        (EscalationFact::Raised { .. } | EscalationFact::Acknowledged { .. }, other) => return other,
    };
    Some(Record::Escalation(Box::new(after)))
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
