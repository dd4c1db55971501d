//! The side exits of the loop, the way back in, and erasing.

use super::report::{fitting, known, release_units};
use super::{happened, not_found};
use crate::domain::escalation::Escalation;
use crate::domain::fact::{EscalationFact, Fact, Figures, ReportFact, SupervisionFact};
use crate::domain::limits::filled;
use crate::domain::refusal::Field;
use crate::domain::report::{Status, Step};
use crate::domain::setup::CodeList;
use crate::domain::speed::Took;
use crate::domain::supervision::Supervision;
use crate::domain::{Code, Happened, Loaded, Private, RecordId, Refusal, Report};

type Decided = Result<Vec<Happened>, Refusal>;

/// Leaves the loop by a side exit: only before it is resolved, and the units on it are free again.
fn leave(loaded: &Loaded, report: &Report, step: Step, fact: ReportFact) -> Decided {
    fitting(report, step)?;
    let mut facts = vec![happened(report.id, Fact::Report(fact))];
    facts.extend(release_units(loaded, report));
    Ok(facts)
}

pub(super) fn transfer(loaded: &Loaded, report: &Report, to: &Private, reason: &Code) -> Decided {
    filled(Field::To, to)?;
    known(loaded, CodeList::TransferReason, reason)?;
    leave(loaded, report, Step::Transfer, ReportFact::Transferred { to: to.clone(), reason: reason.clone() })
}

pub(super) fn mark_duplicate(loaded: &Loaded, report: &Report, of: RecordId) -> Decided {
    let other = loaded.report(of).ok_or_else(|| not_found(of))?;
    if of == report.id || matches!(other.status, Status::Duplicate | Status::Erased) {
        return Err(Refusal::NotADuplicateOf { of });
    }
    leave(loaded, report, Step::MarkDuplicate, ReportFact::MarkedDuplicate { of })
}

pub(super) fn cancel(loaded: &Loaded, report: &Report, reason: &Code) -> Decided {
    known(loaded, CodeList::CancelReason, reason)?;
    leave(loaded, report, Step::Cancel, ReportFact::Cancelled { reason: reason.clone() })
}

pub(super) fn mark_unfounded(loaded: &Loaded, report: &Report, reason: &Code) -> Decided {
    known(loaded, CodeList::UnfoundedReason, reason)?;
    leave(loaded, report, Step::MarkUnfounded, ReportFact::MarkedUnfounded { reason: reason.clone() })
}

/// Back into the loop, from its start: somebody must accept it again. What was done before stays in the journal.
pub(super) fn reopen(loaded: &Loaded, report: &Report, reason: &Code) -> Decided {
    fitting(report, Step::Reopen)?;
    known(loaded, CodeList::ReopenReason, reason)?;
    Ok(vec![happened(report.id, Fact::Report(ReportFact::Reopened { reason: reason.clone() }))])
}

/// Erases what was told and written about a report that is done, with its escalations and supervision orders.
pub(super) fn erase(loaded: &Loaded, report: &Report, reason: &Private) -> Decided {
    if report.status.is_open() {
        return Err(Refusal::StillOpen { id: report.id });
    }
    filled(Field::Reason, reason)?;
    let figures = Figures {
        status: report.status,
        source: report.source,
        event_at: report.event_at,
        received: report.received.clone(),
        incident_type: report.telling.incident_type.clone(),
        priority: report.telling.priority,
        beat: report.telling.beat.clone(),
        disposition: report.disposition.clone(),
        took: Took::on(report),
        rev: report.rev,
        reason: reason.clone(),
    };
    let mut facts = vec![happened(report.id, Fact::Report(ReportFact::Erased(figures)))];
    facts.extend(erase_hanging(loaded, &report.escalations, &report.supervisions));
    Ok(facts)
}

/// The words of the escalations and supervision orders on a record that is erased go with it.
pub(super) fn erase_hanging(loaded: &Loaded, escalations: &[RecordId], orders: &[RecordId]) -> Vec<Happened> {
    let escalations = escalations.iter().filter_map(|id| loaded.get::<Escalation>(*id)).map(|escalation| {
        let words_gone = EscalationFact::Erased {
            on: escalation.on,
            to: escalation.to,
            reason: escalation.reason.clone(),
            raised: escalation.raised.clone(),
            acknowledged: escalation.acknowledged.clone(),
            rev: escalation.rev,
        };
        happened(escalation.id, Fact::Escalation(words_gone))
    });
    let orders = orders.iter().filter_map(|id| loaded.get::<Supervision>(*id)).map(|order| {
        let words_gone = SupervisionFact::Erased {
            on: order.on,
            issued: order.issued.clone(),
            due_at: order.due_at,
            rev: order.rev,
        };
        happened(order.id, Fact::Supervision(words_gone))
    });
    escalations.chain(orders).collect()
}
