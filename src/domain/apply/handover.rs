//! What facts do to a handover.

use crate::domain::fact::HandoverFact;
use crate::domain::handover::{Addendum, Handover, HandoverStatus};
use crate::domain::{Private, RecordId, Stamp};

pub(super) fn apply(
    before: Option<Handover>,
    id: RecordId,
    fact: &HandoverFact,
    stamp: &Stamp,
) -> Option<Handover> {
    match (fact, before) {
        (HandoverFact::Signed { draft, remarks, words, equipment, officer }, None) => Some(Handover {
            id,
            rev: 1,
            status: HandoverStatus::Signed,
            draft: (**draft).clone(),
            remarks: remarks.clone(),
            words: words.clone(),
            equipment: equipment.clone(),
            signed: Stamp { at: stamp.at, by: officer.clone() },
            read_back: Vec::new(),
            reservations: Private::default(),
            accepted: None,
            addenda: Vec::new(),
        }),
        (HandoverFact::Signed { .. }, Some(h)) => Some(h),
        (_, None) => None,
        (HandoverFact::Accepted { read_back, reservations, officer }, Some(h)) => Some(Handover {
            rev: h.rev + 1,
            status: HandoverStatus::Sealed,
            read_back: read_back.clone(),
            reservations: reservations.clone(),
            accepted: Some(Stamp { at: stamp.at, by: officer.clone() }),
            ..h
        }),
        (HandoverFact::Withdrawn, Some(h)) => {
            Some(Handover { rev: h.rev + 1, status: HandoverStatus::Withdrawn, ..h })
        }
        (HandoverFact::Added { text }, Some(mut h)) => {
            h.rev += 1;
            h.addenda.push(Addendum { stamp: stamp.clone(), text: text.clone() });
            Some(h)
        }
    }
}
