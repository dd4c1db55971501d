//! Handing a report up, and taking note of it.

use super::{happened, not_found};
use crate::domain::command::EscalationCommand;
use crate::domain::fact::{EscalationFact, Fact, ReportFact};
use crate::domain::id::Kind;
use crate::domain::limits::fits;
use crate::domain::place::Level;
use crate::domain::refusal::Field;
use crate::domain::report::Step;
use crate::domain::setup::CodeList;
use crate::domain::{Code, Happened, Loaded, Moment, Private, RecordId, Refusal};

pub(super) fn decide(
    loaded: &Loaded,
    command: &EscalationCommand,
    at: &Moment,
) -> Result<Vec<Happened>, Refusal> {
    match command {
        EscalationCommand::Raise { on, to, reason, note } => raise(loaded, *on, *to, reason, note),
        EscalationCommand::Acknowledge { id, reply } => acknowledge(loaded, *id, reply, at),
    }
}

fn raise(
    loaded: &Loaded,
    on: RecordId,
    to: Level,
    reason: &Code,
    note: &Private,
) -> Result<Vec<Happened>, Refusal> {
    let report = loaded.report(on).ok_or_else(|| not_found(on))?;
    super::report::fitting(report, Step::Escalate)?;
    super::report::known(loaded, CodeList::EscalationReason, reason)?;
    fits(Field::Note, note)?;
    let waiting = |e: &&crate::domain::escalation::Escalation| e.acknowledged.is_none() && e.to >= to;
    if let Some(same) = report.escalations.iter().filter_map(|id| loaded.escalation(*id)).find(waiting) {
        return Err(Refusal::EscalationWaiting { id: same.id });
    }
    let id = *loaded.next.get(&Kind::Escalation).ok_or(Refusal::NotFound { what: "E".to_owned() })?;
    let raised = EscalationFact::Raised { on, to, reason: reason.clone(), note: note.clone() };
    let escalated = ReportFact::Escalated { escalation: id, to, reason: reason.clone() };
    Ok(vec![happened(id, Fact::Escalation(raised)), happened(on, Fact::Report(escalated))])
}

fn acknowledge(
    loaded: &Loaded,
    id: RecordId,
    reply: &Private,
    at: &Moment,
) -> Result<Vec<Happened>, Refusal> {
    let escalation = loaded.escalation(id).ok_or_else(|| not_found(id))?;
    if let Some(by) = &escalation.acknowledged {
        return Err(Refusal::AlreadyAcknowledged { id, by: by.clone() });
    }
    if escalation.raised.by == at.actor.officer {
        return Err(Refusal::OwnEscalation { id });
    }
    fits(Field::Reply, reply)?;
    Ok(vec![happened(id, Fact::Escalation(EscalationFact::Acknowledged { reply: reply.clone() }))])
}
