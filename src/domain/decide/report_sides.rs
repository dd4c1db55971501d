//! Calls that repeat between the same two sides: what is proposed because of them, and declining it.
//!
//! It is about a quarrel of two and what may settle it, never about one who calls. One proposal waits at a time: more
//! calls join it. What was declined stays so until there is a call that was not known then.

use super::happened;
use crate::domain::fact::{Fact, ReportFact};
use crate::domain::limits::reasoned;
use crate::domain::pair::CALLS_MAX;
use crate::domain::report::Step;
use crate::domain::{Happened, Loaded, Private, RecordId, Refusal, Report};
use std::collections::BTreeSet;

/// What a report proposes, now that as many calls between its two sides as the station's rule says are known.
pub(super) fn proposed(loaded: &Loaded, id: RecordId) -> Option<Happened> {
    let rule = loaded.station.rules().repeats?;
    let between = &loaded.before.between;
    let calls = between.len().saturating_add(1);
    if calls < 2 || calls < usize::from(rule.calls) {
        return None;
    }
    let this = loaded.report(id);
    if this.is_some_and(|report| !report.disputes.is_empty()) {
        return None;
    }
    let others: Vec<&Report> = between.iter().filter_map(|call| loaded.report(*call)).collect();
    if let Some(waiting) = others.iter().find(|report| report.proposes().is_some()) {
        return joined(loaded, waiting, id);
    }
    let free = others.iter().filter(|report| report.disputes.is_empty()).map(|report| report.id);
    let free: Vec<RecordId> = free.take(CALLS_MAX).collect();
    let declined: BTreeSet<RecordId> = this.into_iter().chain(others).flat_map(declined).collect();
    if declined.contains(&id) && free.iter().all(|call| declined.contains(call)) {
        return None;
    }
    Some(fact(loaded, id, free))
}

/// The call joins what waits.
fn joined(loaded: &Loaded, waiting: &Report, id: RecordId) -> Option<Happened> {
    let known = &waiting.proposes()?.calls;
    if known.contains(&id) || known.len() >= CALLS_MAX {
        return None;
    }
    Some(fact(loaded, waiting.id, std::iter::once(id).chain(known.iter().copied()).collect()))
}

fn fact(loaded: &Loaded, id: RecordId, calls: Vec<RecordId>) -> Happened {
    let dispute = loaded.before.dispute;
    happened(id, Fact::Report(ReportFact::Proposed { calls, dispute }))
}

/// The calls that were known when what a report proposed was declined.
fn declined(report: &Report) -> Vec<RecordId> {
    let proposal = report.proposal.as_ref().filter(|proposal| proposal.declined.is_some());
    proposal.map(|p| p.calls.iter().copied().chain([report.id]).collect()).unwrap_or_default()
}

pub(super) fn decline(report: &Report, reason: &Private) -> Result<Vec<Happened>, Refusal> {
    super::report::fitting(report, Step::DeclineProposal)?;
    if report.proposes().is_none() {
        return Err(Refusal::NoProposal { id: report.id });
    }
    reasoned(reason)?;
    let declined = ReportFact::ProposalDeclined { reason: reason.clone() };
    Ok(vec![happened(report.id, Fact::Report(declined))])
}
