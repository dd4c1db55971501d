//! What facts do to a sweep.

use crate::domain::clocks::Clocks;
use crate::domain::fact::SweepFact;
use crate::domain::sweep::{Sweep, SweepAnswer};
use crate::domain::{RecordId, Stamp};

pub(super) fn apply(before: Option<Sweep>, id: RecordId, fact: &SweepFact, stamp: &Stamp) -> Option<Sweep> {
    match (fact, before) {
        (SweepFact::Expected { beat, period, by }, None) => Some(Sweep {
            id,
            rev: 1,
            beat: beat.clone(),
            period: *period,
            by: *by,
            expected: stamp.clone(),
            answer: None,
            clocks: Clocks::default(),
        }),
        (SweepFact::Answered { found, text }, Some(before)) => Some(Sweep {
            rev: before.rev + 1,
            answer: Some(SweepAnswer { stamp: stamp.clone(), found: *found, text: text.clone() }),
            ..before
        }),
        (SweepFact::Expected { .. } | SweepFact::Answered { .. }, before) => before,
    }
}
