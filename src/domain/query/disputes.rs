//! What can be asked about disputes and the sweeps for them.

use super::RowKey;
use crate::domain::coded::coded;
use crate::domain::dispute::terms::Category;
use crate::domain::dispute::{Dispute, DisputeStatus};
use crate::domain::due::Due;
use crate::domain::fact::Entry;
use crate::domain::id::Code;
use crate::domain::row::{DisputeRow, EscalationRow, ReportRow, SweepRow};
use crate::domain::supervision::Supervision;
use serde::{Deserialize, Serialize};

coded! {
    /// The views of the list of disputes.
    DisputeView {
        /// Everything the desk still owes something on, newest first.
        Unresolved = "unresolved",
        /// Unresolved, what is owed first before.
        ByDeadline = "by-deadline",
        /// Unresolved and led by the one who asks.
        Mine = "mine",
        /// Unresolved and may turn violent.
        Violent = "violent",
        /// Unresolved and major.
        Major = "major",
        /// Every dispute, newest first.
        All = "all",
    }
}

/// Which disputes are wanted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisputeFilter {
    /// The view.
    pub view: DisputeView,
    /// Only those that stand here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<DisputeStatus>,
    /// Only this category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Category>,
    /// Only this beat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beat: Option<Code>,
    /// Only those that hold every one of these words, or have this number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub find: String,
}

impl DisputeFilter {
    /// A whole view.
    pub const fn of(view: DisputeView) -> DisputeFilter {
        DisputeFilter { view, status: None, category: None, beat: None, find: String::new() }
    }
}

impl Default for DisputeFilter {
    fn default() -> DisputeFilter {
        DisputeFilter::of(DisputeView::Unresolved)
    }
}

/// One dispute with everything about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisputeDetail {
    /// The dispute.
    pub dispute: Dispute,
    /// Its place in the list.
    pub key: RowKey,
    /// The reports that belong to it, in order.
    pub reports: Vec<ReportRow>,
    /// Earlier disputes of the same parties, in order.
    pub earlier: Vec<DisputeRow>,
    /// Its escalations.
    pub escalations: Vec<EscalationRow>,
    /// The supervision orders on it, in order.
    pub supervisions: Vec<Supervision>,
    /// Everything that is owed on it.
    pub due: Vec<Due>,
    /// What happened to it, to its escalations and to the supervision orders on it, oldest first.
    pub timeline: Vec<Entry>,
}

/// One sweep with everything about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SweepDetail {
    /// The sweep, how many disputes were entered from it, and how its campaign stands.
    pub row: SweepRow,
    /// The disputes that were found in it, in order.
    pub disputes: Vec<DisputeRow>,
    /// What is owed on it.
    pub due: Vec<Due>,
    /// What happened to it, oldest first.
    pub timeline: Vec<Entry>,
}
