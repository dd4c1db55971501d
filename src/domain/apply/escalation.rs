//! What facts do to an escalation.

use crate::domain::clocks::Clocks;
use crate::domain::escalation::Escalation;
use crate::domain::fact::EscalationFact;
use crate::domain::supervision::Reply;
use crate::domain::{Private, RecordId, Stamp};

pub(super) fn apply(
    before: Option<Escalation>,
    id: RecordId,
    fact: &EscalationFact,
    stamp: &Stamp,
) -> Option<Escalation> {
    match (fact, before) {
        (EscalationFact::Raised { on, to, reason, note, priority, beat }, None) => Some(Escalation {
            id,
            rev: 1,
            on: *on,
            priority: *priority,
            beat: beat.clone(),
            to: *to,
            reason: reason.clone(),
            note: note.clone(),
            raised: stamp.clone(),
            acknowledged: None,
            reply: Private::default(),
            returned: None,
            came_back: 0,
            answered: None,
            clocks: Clocks::default(),
        }),
        // Whatever stood before: the facts that made it have lost their content.
        (EscalationFact::Erased { .. }, _) => erased(id, fact),
        (EscalationFact::Raised { .. }, before) => before,
        (_, None) => None,
        (fact, Some(before)) => Some(changed(before, fact, stamp)),
    }
}

fn changed(mut escalation: Escalation, fact: &EscalationFact, stamp: &Stamp) -> Escalation {
    escalation.rev += 1;
    match fact {
        EscalationFact::Acknowledged { reply } => {
            escalation.acknowledged = Some(stamp.clone());
            escalation.reply = reply.clone();
        }
        EscalationFact::Expired => {
            escalation.acknowledged = None;
            escalation.returned = Some(stamp.at);
            escalation.came_back = escalation.came_back.saturating_add(1);
        }
        EscalationFact::Answered { text } => {
            escalation.acknowledged.get_or_insert_with(|| stamp.clone());
            escalation.answered = Some(Reply { stamp: stamp.clone(), text: text.clone() });
        }
        EscalationFact::Raised { .. } | EscalationFact::Erased { .. } => {}
    }
    escalation
}

/// Only who and when stay.
fn erased(id: RecordId, fact: &EscalationFact) -> Option<Escalation> {
    let EscalationFact::Erased { on, to, reason, raised, acknowledged, rev } = fact else { return None };
    // Nothing is owed on it any more.
    let settled = acknowledged.as_ref().unwrap_or(raised).clone();
    Some(Escalation {
        id,
        rev: rev + 1,
        on: *on,
        priority: None,
        beat: None,
        to: *to,
        reason: reason.clone(),
        note: Private::default(),
        raised: raised.clone(),
        acknowledged: acknowledged.clone(),
        reply: Private::default(),
        returned: None,
        came_back: 0,
        answered: Some(Reply { stamp: settled, text: Private::default() }),
        clocks: Clocks::default(),
    })
}
