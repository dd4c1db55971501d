//! What can happen to a report.

use super::Says;
use crate::domain::command::{Amendment, Incoming};
use crate::domain::earlier::Repeat;
use crate::domain::place::Level;
use crate::domain::report::{Priority, Source, Status, Step};
use crate::domain::speed::Took;
use crate::domain::{Code, Private, RecordId, Stamp};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What can happen to a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportFact {
    /// It was entered.
    Received(Box<Incoming>),
    /// Its source sent it again.
    Resent,
    /// It was taken.
    Accepted,
    /// A unit was sent.
    Dispatched {
        /// The unit.
        unit: Code,
    },
    /// A unit came on scene.
    Arrived {
        /// The unit.
        unit: Code,
    },
    /// It was dealt with.
    Resolved {
        /// What was done.
        result: Private,
        /// The coded outcome, when known.
        disposition: Option<Code>,
    },
    /// Another officer checked it.
    Verified,
    /// It was closed.
    Closed {
        /// The coded outcome.
        disposition: Code,
        /// How the reporter was answered.
        answer: Code,
    },
    /// It was handed to somebody else.
    Transferred {
        /// To whom.
        to: Private,
        /// Why.
        reason: Code,
    },
    /// It was marked as the same as another.
    MarkedDuplicate {
        /// The other.
        of: RecordId,
    },
    /// It was called off.
    Cancelled {
        /// Why.
        reason: Code,
    },
    /// It was marked as unfounded.
    MarkedUnfounded {
        /// Why.
        reason: Code,
    },
    /// It was opened again.
    Reopened {
        /// Why.
        reason: Code,
    },
    /// A note was added.
    Noted {
        /// The note.
        text: Private,
    },
    /// What was told was corrected.
    Amended(Box<Amendment>),
    /// Another officer took it over.
    TakenOver {
        /// Why.
        reason: Private,
    },
    /// A supervisor ordered something on it.
    Supervised {
        /// The order.
        order: RecordId,
    },
    /// It went to the next shift once more.
    Carried {
        /// With which handover.
        handover: RecordId,
    },
    /// A step was taken back.
    Undone {
        /// Which.
        step: Step,
    },
    /// It was handed up.
    Escalated {
        /// The escalation.
        escalation: RecordId,
        /// To which level.
        to: Level,
        /// Why.
        reason: Code,
    },
    /// It is one of several calls from the same place or number, or between the same two.
    Repeated(Repeat),
    /// A dispute was proposed because of it, or what was proposed is about another call too.
    Proposed {
        /// The calls besides its own.
        calls: Vec<RecordId>,
        /// The unresolved dispute to link them to; none proposes to make one.
        #[serde(default)]
        dispute: Option<RecordId>,
    },
    /// What was proposed was declined.
    ProposalDeclined {
        /// Why.
        reason: Private,
    },
    /// It belongs to a dispute from now on.
    Linked {
        /// Which.
        dispute: RecordId,
    },
    /// What was told and written about it was erased; these figures stay.
    Erased(Figures),
}

/// What stays of an erased report: figures, and nothing about anyone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Where it stood.
    pub status: Status,
    /// How it had reached the desk.
    pub source: Source,
    /// When it had happened.
    pub event_at: Timestamp,
    /// When it had been entered, and by whom.
    pub received: Stamp,
    /// Its incident type.
    pub incident_type: Option<Code>,
    /// Its priority.
    pub priority: Option<Priority>,
    /// Its beat.
    pub beat: Option<Code>,
    /// Its outcome.
    pub disposition: Option<Code>,
    /// How long it had taken.
    #[serde(default)]
    pub took: Took,
    /// How often it had changed.
    pub rev: u64,
    /// Why it was erased.
    pub reason: Private,
}

impl Says for ReportFact {
    fn kind(&self) -> &'static str {
        match self {
            ReportFact::Received(_) => "report.received",
            ReportFact::Resent => "report.resent",
            ReportFact::Accepted => "report.accepted",
            ReportFact::Dispatched { .. } => "report.dispatched",
            ReportFact::Arrived { .. } => "report.arrived",
            ReportFact::Resolved { .. } => "report.resolved",
            ReportFact::Verified => "report.verified",
            ReportFact::Closed { .. } => "report.closed",
            ReportFact::Transferred { .. } => "report.transferred",
            ReportFact::MarkedDuplicate { .. } => "report.marked-duplicate",
            ReportFact::Cancelled { .. } => "report.cancelled",
            ReportFact::MarkedUnfounded { .. } => "report.marked-unfounded",
            ReportFact::Reopened { .. } => "report.reopened",
            ReportFact::Noted { .. } => "report.noted",
            ReportFact::Amended(_) => "report.amended",
            ReportFact::TakenOver { .. } => "report.taken-over",
            ReportFact::Supervised { .. } => "report.supervised",
            ReportFact::Carried { .. } => "report.carried",
            ReportFact::Undone { .. } => "report.undone",
            ReportFact::Escalated { .. } => "report.escalated",
            ReportFact::Repeated(_) => "report.repeated",
            ReportFact::Proposed { .. } => "report.proposed",
            ReportFact::ProposalDeclined { .. } => "report.proposal-declined",
            ReportFact::Linked { .. } => "report.linked",
            ReportFact::Erased(_) => "report.erased",
        }
    }

    fn erases(&self) -> bool {
        matches!(self, ReportFact::Erased(_))
    }

    fn noted(&self) -> Option<&Private> {
        if let ReportFact::Noted { text } = self { Some(text) } else { None }
    }
}
