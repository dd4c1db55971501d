//! What can be handed up and put under a supervision order: reports and disputes, seen alike.

use super::{dispute, happened, not_found, report};
use crate::domain::dispute::act::DisputeFact;
use crate::domain::dispute::{Dispute, DisputeStep};
use crate::domain::escalation::Escalation;
use crate::domain::fact::{Fact, ReportFact};
use crate::domain::place::Level;
use crate::domain::report::{Priority, Step};
use crate::domain::{Code, Happened, Kind, Loaded, RecordId, Refusal, Report};

/// A record on which something goes upward.
pub(super) enum Upward<'a> {
    Report(&'a Report),
    Dispute(&'a Dispute),
}

/// What is asked of it.
#[derive(Clone, Copy)]
pub(super) enum Asks {
    /// To be handed up.
    Escalate,
    /// To be put under a supervision order.
    Supervise,
}

impl<'a> Upward<'a> {
    /// The record, if it may be asked now.
    pub(super) fn asked(loaded: &'a Loaded, on: RecordId, asks: Asks) -> Result<Upward<'a>, Refusal> {
        let upward = Upward::find(loaded, on)?;
        match (&upward, asks) {
            (Upward::Report(r), Asks::Escalate) => report::fitting(r, Step::Escalate)?,
            (Upward::Report(r), Asks::Supervise) => report::fitting(r, Step::Supervise)?,
            (Upward::Dispute(d), Asks::Escalate) => dispute::fitting(d, DisputeStep::Escalate)?,
            (Upward::Dispute(d), Asks::Supervise) => dispute::fitting(d, DisputeStep::Supervise)?,
        }
        Ok(upward)
    }

    fn find(loaded: &'a Loaded, on: RecordId) -> Result<Upward<'a>, Refusal> {
        let found = match on.kind {
            Kind::Dispute => loaded.get(on).map(Upward::Dispute),
            _ => loaded.get(on).map(Upward::Report),
        };
        found.ok_or_else(|| not_found(on))
    }

    /// The record, while the desk still owes something on it.
    pub(super) fn open(loaded: &'a Loaded, on: RecordId) -> Option<Upward<'a>> {
        let open = |upward: &Upward<'_>| match upward {
            Upward::Report(report) => report.status.is_open(),
            Upward::Dispute(dispute) => dispute.status.is_unresolved(),
        };
        Upward::find(loaded, on).ok().filter(open)
    }

    /// Its number.
    pub(super) fn id(&self) -> RecordId {
        match self {
            Upward::Report(report) => report.id,
            Upward::Dispute(dispute) => dispute.id,
        }
    }

    /// How it ranks.
    pub(super) fn priority(&self) -> Option<Priority> {
        match self {
            Upward::Report(report) => report.telling.priority,
            Upward::Dispute(dispute) => Some(dispute.ranks()),
        }
    }

    /// Its beat.
    pub(super) fn beat(&self) -> Option<&Code> {
        match self {
            Upward::Report(report) => report.telling.beat.as_ref(),
            Upward::Dispute(dispute) => dispute.matter.beat.as_ref(),
        }
    }

    /// Its escalations.
    pub(super) fn escalations(&self, loaded: &'a Loaded) -> impl Iterator<Item = &'a Escalation> {
        let ids = match self {
            Upward::Report(report) => &report.escalations,
            Upward::Dispute(dispute) => &dispute.escalations,
        };
        ids.clone().into_iter().filter_map(|id| loaded.get::<Escalation>(id))
    }

    /// That it was handed up.
    pub(super) fn escalated(&self, escalation: RecordId, to: Level, reason: &Code) -> Happened {
        let reason = reason.clone();
        let fact = match self {
            Upward::Report(_) => Fact::Report(ReportFact::Escalated { escalation, to, reason }),
            Upward::Dispute(_) => Fact::Dispute(DisputeFact::Escalated { escalation, to, reason }),
        };
        happened(self.id(), fact)
    }

    /// That an order was issued on it.
    pub(super) fn supervised(&self, order: RecordId) -> Happened {
        let fact = match self {
            Upward::Report(_) => Fact::Report(ReportFact::Supervised { order }),
            Upward::Dispute(_) => Fact::Dispute(DisputeFact::Supervised { order }),
        };
        happened(self.id(), fact)
    }
}
