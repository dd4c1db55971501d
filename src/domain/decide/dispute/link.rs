//! Reports and disputes know each other: what linking them does on the side of the reports, and which calls go along.

use super::super::happened;
use crate::domain::dispute::LIST_MAX;
use crate::domain::fact::{Fact, ReportFact};
use crate::domain::pair::of_report;
use crate::domain::report::Status;
use crate::domain::{Happened, Loaded, RecordId, Report};

/// These reports and the calls that go along with them: where a proposal waits that one of them is about, all calls
/// that it names. At most so many as fit beside those that are linked.
pub(super) fn with_calls(loaded: &Loaded, asked: &[RecordId], linked: &[RecordId]) -> Vec<RecordId> {
    let mut all: Vec<RecordId> = Vec::new();
    let along = asked.iter().filter_map(|id| loaded.report(*id)).flat_map(|report| along(loaded, report));
    for id in asked.iter().copied().chain(along.collect::<Vec<_>>()) {
        let room = linked.len().saturating_add(all.len()) < LIST_MAX;
        if !linked.contains(&id) && !all.contains(&id) && room {
            all.push(id);
        }
    }
    all
}

/// What is recorded on the reports that a dispute is linked to.
pub(super) fn on_reports(dispute: RecordId, reports: &[RecordId]) -> Vec<Happened> {
    let linked = |id: &RecordId| happened(*id, Fact::Report(ReportFact::Linked { dispute }));
    reports.iter().map(linked).collect()
}

/// The calls of the waiting proposal that a report is part of, as far as they are still between the same two.
fn along(loaded: &Loaded, report: &Report) -> Vec<RecordId> {
    let pairs = of_report(report);
    let same = |other: &&Report| other.status != Status::Erased && !pairs.is_disjoint(&of_report(other));
    let of_it = |other: &&Report| {
        let calls = other.proposes().map(|proposal| proposal.calls.as_slice());
        calls.is_some_and(|calls| other.id == report.id || calls.contains(&report.id))
    };
    let waiting = loaded.all::<Report>().filter(same).filter(of_it);
    let named =
        waiting.flat_map(|w| w.proposes().map(|p| p.calls.clone()).into_iter().flatten().chain([w.id]));
    named.filter(|id| loaded.report(*id).as_ref().is_some_and(same)).collect()
}
