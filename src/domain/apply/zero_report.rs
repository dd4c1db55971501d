//! What facts do to a zero report.

use crate::domain::clocks::Clocks;
use crate::domain::fact::ZeroFact;
use crate::domain::supervision::Reply;
use crate::domain::zero_report::ZeroReport;
use crate::domain::{RecordId, Stamp};

pub(super) fn apply(
    before: Option<ZeroReport>,
    id: RecordId,
    fact: &ZeroFact,
    stamp: &Stamp,
) -> Option<ZeroReport> {
    match (fact, before) {
        (ZeroFact::Expected { post, by }, None) => Some(ZeroReport {
            id,
            rev: 1,
            post: post.clone(),
            by: *by,
            expected: stamp.clone(),
            filed: None,
            clocks: Clocks::default(),
        }),
        (ZeroFact::Filed { text }, Some(before)) => Some(ZeroReport {
            rev: before.rev + 1,
            filed: Some(Reply { stamp: stamp.clone(), text: text.clone() }),
            ..before
        }),
        (ZeroFact::Expected { .. } | ZeroFact::Filed { .. }, before) => before,
    }
}
