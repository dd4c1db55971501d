//! Handing a record up, and taking note of it.

use super::upward::{Asks, Upward};
use super::{happened, not_found};
use crate::domain::command::EscalationCommand;
use crate::domain::escalation::Escalation;
use crate::domain::fact::{EscalationFact, Fact};
use crate::domain::id::Kind;
use crate::domain::limits::{filled, fits};
use crate::domain::place::Level;
use crate::domain::refusal::Field;
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
        EscalationCommand::Answer { id, text } => answer(loaded, *id, text, at),
    }
}

/// The reason of what went up by itself because it was handed over too often.
pub(super) const CARRIED_OVER: &str = "carried-over";

/// The facts that hand a record up by the desk itself; none when it is settled or stands there already.
pub(super) fn by_itself(
    loaded: &Loaded,
    on: RecordId,
    to: Level,
    reason: &str,
    before: &[Happened],
) -> Option<Vec<Happened>> {
    let upward = Upward::open(loaded, on)?;
    let waits = |e: &Escalation| e.answered.is_none() && e.to >= to;
    let raised_now = before.iter().filter_map(|h| match &h.fact {
        Fact::Escalation(EscalationFact::Raised { on, to, .. }) => Some((*on, *to)),
        _ => None,
    });
    if upward.escalations(loaded).any(waits)
        || raised_now.clone().any(|(record, level)| record == on && level >= to)
    {
        return None;
    }
    let already = raised_now.count();
    let first = *loaded.next.get(&Kind::Escalation)?;
    let id = RecordId { number: first.number.saturating_add(u32::try_from(already).ok()?), ..first };
    Some(raised(id, &upward, to, &Code::from(reason), &Private::default()))
}

fn raised(id: RecordId, upward: &Upward<'_>, to: Level, reason: &Code, note: &Private) -> Vec<Happened> {
    let raised = EscalationFact::Raised {
        on: upward.id(),
        to,
        reason: reason.clone(),
        note: note.clone(),
        priority: upward.priority(),
        beat: upward.beat().cloned(),
    };
    vec![happened(id, Fact::Escalation(raised)), upward.escalated(id, to, reason)]
}

fn raise(
    loaded: &Loaded,
    on: RecordId,
    to: Level,
    reason: &Code,
    note: &Private,
) -> Result<Vec<Happened>, Refusal> {
    let upward = Upward::asked(loaded, on, Asks::Escalate)?;
    super::report::known(loaded, CodeList::EscalationReason, reason)?;
    fits(Field::Note, note)?;
    let waiting = |e: &&Escalation| e.waits() && e.to >= to;
    if let Some(same) = upward.escalations(loaded).find(waiting) {
        return Err(Refusal::EscalationWaiting { id: same.id });
    }
    let id = *loaded.next.get(&Kind::Escalation).ok_or(Refusal::NotFound { what: "E".to_owned() })?;
    Ok(raised(id, &upward, to, reason, note))
}

fn acknowledge(
    loaded: &Loaded,
    id: RecordId,
    reply: &Private,
    at: &Moment,
) -> Result<Vec<Happened>, Refusal> {
    let escalation = loaded.get::<Escalation>(id).ok_or_else(|| not_found(id))?;
    settled(escalation)?;
    if let Some(by) = &escalation.acknowledged {
        return Err(Refusal::AlreadyAcknowledged { id, by: by.clone() });
    }
    if is_own(escalation, at) {
        return Err(Refusal::OwnEscalation { id });
    }
    fits(Field::Reply, reply)?;
    Ok(vec![happened(id, Fact::Escalation(EscalationFact::Acknowledged { reply: reply.clone() }))])
}

/// Answers an escalation; whoever answers has it.
fn answer(loaded: &Loaded, id: RecordId, text: &Private, at: &Moment) -> Result<Vec<Happened>, Refusal> {
    let escalation = loaded.get::<Escalation>(id).ok_or_else(|| not_found(id))?;
    settled(escalation)?;
    if is_own(escalation, at) {
        return Err(Refusal::OwnEscalation { id });
    }
    filled(Field::Reply, text)?;
    Ok(vec![happened(id, Fact::Escalation(EscalationFact::Answered { text: text.clone() }))])
}

/// Whether the officer raised it; what went up by itself at a handover is nobody's own.
fn is_own(escalation: &Escalation, at: &Moment) -> bool {
    escalation.raised.by == at.actor.officer && escalation.reason.as_str() != CARRIED_OVER
}

fn settled(escalation: &Escalation) -> Result<(), Refusal> {
    match &escalation.answered {
        Some(answer) => Err(Refusal::AlreadyAnswered { id: escalation.id, by: answer.stamp.clone() }),
        None => Ok(()),
    }
}
