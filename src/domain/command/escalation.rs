//! What can be asked on an escalation.

use super::Asks;
use crate::domain::access::{leads, writes};
use crate::domain::id::{Code, Kind, RecordId, Subject};
use crate::domain::loaded::Need;
use crate::domain::officer::Role;
use crate::domain::place::Level;
use crate::domain::private::Private;
use serde::{Deserialize, Serialize};

/// What can be asked on an escalation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EscalationCommand {
    /// Hands a report up.
    Raise {
        /// What.
        on: RecordId,
        /// To which level.
        to: Level,
        /// Why, coded.
        reason: Code,
        /// Why, in words.
        note: Private,
    },
    /// Somebody other than the one who raised it has it now, and answers in time: else it comes back.
    Acknowledge {
        /// Which.
        id: RecordId,
        /// A word for the one who raised it.
        reply: Private,
    },
    /// It is answered: the one who raised it is told.
    Answer {
        /// Which.
        id: RecordId,
        /// The answer.
        text: Private,
    },
}

impl Asks for EscalationCommand {
    fn code(&self) -> &'static str {
        match self {
            EscalationCommand::Raise { .. } => "escalation.raise",
            EscalationCommand::Acknowledge { .. } => "escalation.acknowledge",
            EscalationCommand::Answer { .. } => "escalation.answer",
        }
    }

    fn subject(&self) -> Option<Subject> {
        match self {
            EscalationCommand::Raise { on: id, .. }
            | EscalationCommand::Acknowledge { id, .. }
            | EscalationCommand::Answer { id, .. } => Some(Subject::Record(*id)),
        }
    }

    fn may(&self, role: Role) -> bool {
        match self {
            EscalationCommand::Raise { .. } => writes(role),
            EscalationCommand::Acknowledge { .. } | EscalationCommand::Answer { .. } => leads(role),
        }
    }

    fn needs(&self) -> Vec<Need> {
        match self {
            EscalationCommand::Raise { .. } => vec![Need::Next(Kind::Escalation)],
            EscalationCommand::Acknowledge { .. } | EscalationCommand::Answer { .. } => Vec::new(),
        }
    }
}
