//! What can be done with the handover on the screen, and why the rest can't.

use super::Available;
use crate::domain::Refusal;
use crate::domain::handover::HandoverStatus;
use crate::keys::Action;
use crate::ui::model::{HandoverUnder, Model, Under};
use crate::ui::say::Say;

/// Whether an act on a handover can be run now.
pub(super) fn available(model: &Model, action: Action, under: Under<'_>) -> Available {
    match (action, under) {
        (Action::HandoverSign, Under::Draft) => Available::Yes,
        (Action::HandoverSign, _) => Available::no("ui-no-draft"),
        (Action::HandoverRemark, Under::Draft) if model.handing.items.under().is_some() => Available::Yes,
        (Action::HandoverRemark, _) => Available::no("ui-no-draft-item"),
        (Action::HandoverReadBack, Under::Handover(handover)) => read_back(model, &handover),
        (Action::HandoverAccept, Under::Handover(handover)) => accept(model, &handover),
        (Action::HandoverWithdraw, Under::Handover(handover)) => withdraw(model, &handover),
        (Action::HandoverAddendum, Under::Handover(handover)) => Available::unless(
            (handover.status != HandoverStatus::Sealed)
                .then_some(Say::Refused(Refusal::NotSealed { id: handover.id })),
        ),
        (Action::HandoverExport, Under::Handover(handover)) if handover.whole.is_some() => Available::Yes,
        (_, Under::Handover(_)) => Available::no("ui-no-open-handover"),
        (_, _) => Available::no("ui-no-handover"),
    }
}

fn sealed(handover: &HandoverUnder<'_>) -> Option<Say> {
    let refusal = match handover.status {
        HandoverStatus::Signed => return None,
        HandoverStatus::Withdrawn => return Some(Say::word("ui-no-withdrawn")),
        HandoverStatus::Sealed => Refusal::Sealed { id: handover.id },
    };
    Some(Say::Refused(refusal))
}

fn read_back(model: &Model, handover: &HandoverUnder<'_>) -> Available {
    if let Some(why) = sealed(handover) {
        return Available::No(why);
    }
    match (handover.whole, model.item_under()) {
        (Some(_), Some(_)) => Available::Yes,
        (Some(_), None) => Available::no("ui-no-row"),
        (None, _) => Available::no("ui-no-open-handover"),
    }
}

/// Unread critical items block accepting; the sentence names them.
fn accept(model: &Model, handover: &HandoverUnder<'_>) -> Available {
    if let Some(why) = sealed(handover) {
        return Available::No(why);
    }
    let Some(whole) = handover.whole else { return Available::no("ui-no-open-handover") };
    let read: Vec<_> = model.handing.notes.read_back_of(handover.id).collect();
    let items: Vec<_> = whole
        .draft
        .items
        .iter()
        .filter(|item| item.critical && !read.contains(&item.id))
        .map(|item| item.id)
        .collect();
    Available::unless((!items.is_empty()).then_some(Say::Refused(Refusal::NotReadBack { items })))
}

fn withdraw(model: &Model, handover: &HandoverUnder<'_>) -> Available {
    if let Some(why) = sealed(handover) {
        return Available::No(why);
    }
    if model.who() == Some(handover.signed_by) {
        return Available::Yes;
    }
    let whose = handover.signed_by.clone();
    Available::No(Say::Refused(Refusal::NotYours { id: handover.id, whose }))
}
