//! What happens to sweeps.

use super::Says;
use crate::domain::id::Code;
use crate::domain::private::Private;
use crate::domain::sweep::Period;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What can happen to a sweep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SweepFact {
    /// It is expected.
    Expected {
        /// Of which beat.
        beat: Code,
        /// For which days.
        period: Period,
        /// By when.
        by: Timestamp,
    },
    /// The beat has answered.
    Answered {
        /// How many disputes it found.
        found: u32,
        /// In words.
        #[serde(default)]
        text: Private,
    },
}

impl Says for SweepFact {
    fn kind(&self) -> &'static str {
        match self {
            SweepFact::Expected { .. } => "sweep.expected",
            SweepFact::Answered { .. } => "sweep.answered",
        }
    }
}
