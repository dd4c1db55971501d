//! Supervision orders: issued and followed by supervisors, answered by whoever they name.

use super::upward::{Asks, Upward};
use super::{happened, not_found};
use crate::domain::command::SupervisionCommand;
use crate::domain::fact::{Fact, SupervisionFact};
use crate::domain::id::Kind;
use crate::domain::limits::{filled, reasoned};
use crate::domain::refusal::Field;
use crate::domain::supervision::{Supervision, SupervisionStatus};
use crate::domain::{Happened, Loaded, Moment, OfficerId, Private, RecordId, Refusal};
use jiff::Timestamp;

type Decided = Result<Vec<Happened>, Refusal>;

pub(super) fn decide(loaded: &Loaded, command: &SupervisionCommand, at: &Moment) -> Decided {
    match command {
        SupervisionCommand::Issue { on, to, text, due_at } => {
            issue(loaded, *on, to.as_ref(), text, *due_at, at)
        }
        SupervisionCommand::Answer { id, text } => {
            let order = find(loaded, *id)?;
            filled(Field::Reply, text)?;
            open(order)?;
            fact(*id, SupervisionFact::Answered { text: text.clone() })
        }
        SupervisionCommand::SendBack { id, reason, due_at } => {
            let order = find(loaded, *id)?;
            reasoned(reason)?;
            if order.status != SupervisionStatus::Answered {
                return Err(Refusal::NotAnswered { id: *id });
            }
            ahead(*due_at, at)?;
            fact(*id, SupervisionFact::SentBack { reason: reason.clone(), due_at: *due_at })
        }
        SupervisionCommand::Withdraw { id, reason } => {
            let order = find(loaded, *id)?;
            reasoned(reason)?;
            open(order)?;
            fact(*id, SupervisionFact::Withdrawn { reason: reason.clone() })
        }
    }
}

fn fact(id: RecordId, fact: SupervisionFact) -> Decided {
    Ok(vec![happened(id, Fact::Supervision(fact))])
}

fn find(loaded: &Loaded, id: RecordId) -> Result<&Supervision, Refusal> {
    loaded
        .get::<Supervision>(id)
        .filter(|s| s.status != SupervisionStatus::Erased)
        .ok_or_else(|| not_found(id))
}

fn open(order: &Supervision) -> Result<(), Refusal> {
    let settled = || order.replies.last().map_or_else(|| order.issued.clone(), |reply| reply.stamp.clone());
    match order.status {
        SupervisionStatus::Open => Ok(()),
        SupervisionStatus::Answered | SupervisionStatus::Withdrawn | SupervisionStatus::Erased => {
            Err(Refusal::AlreadyAnswered { id: order.id, by: settled() })
        }
    }
}

fn ahead(due_at: Timestamp, at: &Moment) -> Result<(), Refusal> {
    if due_at > at.at { Ok(()) } else { Err(Refusal::DuePast) }
}

fn issue(
    loaded: &Loaded,
    on: RecordId,
    to: Option<&OfficerId>,
    text: &Private,
    due_at: Timestamp,
    at: &Moment,
) -> Decided {
    let upward = Upward::asked(loaded, on, Asks::Supervise)?;
    filled(Field::Instruction, text)?;
    ahead(due_at, at)?;
    if let Some(officer) = to.filter(|officer| loaded.station.officer(officer).is_none()) {
        return Err(Refusal::NotFound { what: officer.to_string() });
    }
    let id = *loaded.next.get(&Kind::Supervision).ok_or(Refusal::NotFound { what: "S".to_owned() })?;
    let issued = SupervisionFact::Issued {
        on,
        priority: upward.priority(),
        beat: upward.beat().cloned(),
        to: to.cloned(),
        text: text.clone(),
        due_at,
    };
    Ok(vec![happened(id, Fact::Supervision(issued)), upward.supervised(id)])
}
