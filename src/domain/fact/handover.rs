//! What can happen to a handover.

use super::Says;
use crate::domain::handover::Draft;
use crate::domain::{OfficerId, Private, RecordId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What can happen to a handover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HandoverFact {
    /// The outgoing officer signed it.
    Signed {
        /// What is handed over.
        draft: Box<Draft>,
        /// What may go wrong, by item.
        remarks: BTreeMap<RecordId, Private>,
        /// The officer's own words.
        words: Private,
        /// Equipment and keys.
        equipment: Vec<(String, bool)>,
        /// The outgoing officer; the session may be another's.
        officer: OfficerId,
    },
    /// The incoming officer accepted it.
    Accepted {
        /// The items read back.
        read_back: Vec<RecordId>,
        /// What is accepted only with reservations.
        reservations: Private,
        /// The incoming officer; the session may be another's.
        officer: OfficerId,
    },
    /// The outgoing officer took it back.
    Withdrawn,
    /// Something was added.
    Added {
        /// What.
        text: Private,
    },
}

impl Says for HandoverFact {
    fn kind(&self) -> &'static str {
        match self {
            HandoverFact::Signed { .. } => "handover.signed",
            HandoverFact::Accepted { .. } => "handover.accepted",
            HandoverFact::Withdrawn => "handover.withdrawn",
            HandoverFact::Added { .. } => "handover.added",
        }
    }
}
