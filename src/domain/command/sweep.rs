//! What can be asked on a sweep.

use super::Asks;
use crate::domain::access::writes;
use crate::domain::id::{Code, Kind, RecordId, Subject};
use crate::domain::loaded::Need;
use crate::domain::officer::Role;
use crate::domain::private::Private;
use serde::{Deserialize, Serialize};

/// What can be asked on a sweep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SweepCommand {
    /// From now on the answer of a beat is expected for this period. The desk asks this of itself.
    Expect {
        /// Of which beat.
        beat: Code,
    },
    /// The beat has answered.
    Answer {
        /// Which sweep.
        id: RecordId,
        /// How many disputes were found; zero is "nothing found".
        found: u32,
        /// In words.
        #[serde(default)]
        text: Private,
    },
}

impl Asks for SweepCommand {
    fn code(&self) -> &'static str {
        match self {
            SweepCommand::Expect { .. } => "sweep.expect",
            SweepCommand::Answer { .. } => "sweep.answer",
        }
    }

    fn subject(&self) -> Option<Subject> {
        match self {
            SweepCommand::Expect { .. } => None,
            SweepCommand::Answer { id, .. } => Some(Subject::Record(*id)),
        }
    }

    fn may(&self, role: Role) -> bool {
        match self {
            SweepCommand::Expect { .. } => role == Role::Desk,
            SweepCommand::Answer { .. } => writes(role),
        }
    }

    fn needs(&self) -> Vec<Need> {
        match self {
            SweepCommand::Expect { beat } => vec![Need::Next(Kind::Sweep), Need::Sweep(beat.clone())],
            SweepCommand::Answer { .. } => Vec::new(),
        }
    }
}
