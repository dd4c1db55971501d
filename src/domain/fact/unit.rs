//! What can happen to a unit.

use super::Says;
use crate::domain::patrol::UnitStatus;
use crate::domain::{Private, RecordId};
use serde::{Deserialize, Serialize};

/// What can happen to a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnitFact {
    /// It is doing something else now.
    StatusChanged {
        /// What.
        status: UnitStatus,
        /// The report it is on.
        on: Option<RecordId>,
    },
    /// It checked in.
    CheckedIn {
        /// Where, as told.
        place: Private,
    },
}

impl Says for UnitFact {
    fn kind(&self) -> &'static str {
        match self {
            UnitFact::StatusChanged { .. } => "unit.status-changed",
            UnitFact::CheckedIn { .. } => "unit.checked-in",
        }
    }
}
