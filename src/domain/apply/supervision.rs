//! What facts do to a supervision order.

use crate::domain::clocks::Clocks;
use crate::domain::fact::SupervisionFact;
use crate::domain::supervision::{Reply, Supervision, SupervisionStatus};
use crate::domain::{Private, RecordId, Stamp};

pub(super) fn apply(
    before: Option<Supervision>,
    id: RecordId,
    fact: &SupervisionFact,
    stamp: &Stamp,
) -> Option<Supervision> {
    match (fact, before) {
        (SupervisionFact::Issued { on, priority, beat, to, text, due_at }, None) => Some(Supervision {
            id,
            rev: 1,
            status: SupervisionStatus::Open,
            on: *on,
            priority: *priority,
            beat: beat.clone(),
            to: to.clone(),
            text: text.clone(),
            due_at: *due_at,
            issued: stamp.clone(),
            replies: Vec::new(),
            sent_back: Vec::new(),
            clocks: Clocks::default(),
        }),
        // Whatever stood before: the facts that made it have lost their content.
        (SupervisionFact::Erased { on, issued, due_at, rev }, _) => Some(Supervision {
            id,
            rev: rev + 1,
            status: SupervisionStatus::Erased,
            on: *on,
            priority: None,
            beat: None,
            to: None,
            text: Private::default(),
            due_at: *due_at,
            issued: issued.clone(),
            replies: Vec::new(),
            sent_back: Vec::new(),
            clocks: Clocks::default(),
        }),
        (SupervisionFact::Issued { .. }, before) => before,
        (_, None) => None,
        (fact, Some(before)) => Some(changed(before, fact, stamp)),
    }
}

fn changed(mut order: Supervision, fact: &SupervisionFact, stamp: &Stamp) -> Supervision {
    order.rev += 1;
    let reply = |text: &Private| Reply { stamp: stamp.clone(), text: text.clone() };
    match fact {
        SupervisionFact::Answered { text } => {
            order.status = SupervisionStatus::Answered;
            order.replies.push(reply(text));
        }
        SupervisionFact::SentBack { reason, due_at } => {
            order.status = SupervisionStatus::Open;
            order.sent_back.push(reply(reason));
            order.issued.at = stamp.at;
            order.due_at = *due_at;
        }
        SupervisionFact::Withdrawn { reason } => {
            order.status = SupervisionStatus::Withdrawn;
            order.sent_back.push(reply(reason));
        }
        SupervisionFact::Issued { .. } | SupervisionFact::Erased { .. } => {}
    }
    order
}
