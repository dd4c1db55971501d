//! What can be asked on a unit.

use super::Asks;
use crate::domain::access::keeps_desk;
use crate::domain::id::{Code, Subject};
use crate::domain::officer::Role;
use crate::domain::patrol::UnitStatus;
use crate::domain::private::Private;
use serde::{Deserialize, Serialize};

/// What can be asked on a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnitCommand {
    /// It is now doing something else: on duty, off, available, returning.
    Status {
        /// Which.
        unit: Code,
        /// What it is doing.
        status: UnitStatus,
    },
    /// It has checked in.
    CheckIn {
        /// Which.
        unit: Code,
        /// Where it is, as told.
        place: Private,
    },
}

impl Asks for UnitCommand {
    fn code(&self) -> &'static str {
        match self {
            UnitCommand::Status { .. } => "unit.status",
            UnitCommand::CheckIn { .. } => "unit.check-in",
        }
    }

    fn subject(&self) -> Option<Subject> {
        match self {
            UnitCommand::Status { unit, .. } | UnitCommand::CheckIn { unit, .. } => {
                Some(Subject::Unit(unit.clone()))
            }
        }
    }

    fn may(&self, role: Role) -> bool {
        keeps_desk(role)
    }
}
