//! What can happen to an escalation.

use super::Says;
use crate::domain::place::Level;
use crate::domain::report::Priority;
use crate::domain::{Code, Private, RecordId, Stamp};
use serde::{Deserialize, Serialize};

/// What can happen to an escalation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EscalationFact {
    /// It was raised.
    Raised {
        /// On what.
        on: RecordId,
        /// To which level.
        to: Level,
        /// Why, coded.
        reason: Code,
        /// Why, in words.
        note: Private,
        /// How urgent that record was.
        #[serde(default)]
        priority: Option<Priority>,
        /// The beat of that record.
        #[serde(default)]
        beat: Option<Code>,
    },
    /// It was acknowledged.
    Acknowledged {
        /// A word for the one who raised it.
        reply: Private,
    },
    /// Its acknowledgement expired without an answer: it waits again.
    Expired,
    /// It was answered.
    Answered {
        /// The answer; empty when somebody took the record over instead.
        text: Private,
    },
    /// Its words were erased with its report.
    Erased {
        /// The report that it was on.
        on: RecordId,
        /// To which level it went.
        to: Level,
        /// Why, coded.
        reason: Code,
        /// Who raised it and when.
        raised: Stamp,
        /// Who acknowledged it and when.
        acknowledged: Option<Stamp>,
        /// How often it had changed.
        rev: u64,
    },
}

impl Says for EscalationFact {
    fn kind(&self) -> &'static str {
        match self {
            EscalationFact::Raised { .. } => "escalation.raised",
            EscalationFact::Acknowledged { .. } => "escalation.acknowledged",
            EscalationFact::Expired => "escalation.expired",
            EscalationFact::Answered { .. } => "escalation.answered",
            EscalationFact::Erased { .. } => "escalation.erased",
        }
    }

    fn erases(&self) -> bool {
        matches!(self, EscalationFact::Erased { .. })
    }
}
