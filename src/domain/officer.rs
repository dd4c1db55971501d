//! Officers and what they are at the desk.

use super::id::OfficerId;
use super::name::Name;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What an officer is at the desk; `access` says what each may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Keeps the desk at night.
    DutyOfficer,
    /// Leads a shift.
    ShiftLeader,
    /// Orders and follows up; sets the station up.
    Supervisor,
    /// Mediates disputes.
    Mediator,
    /// Reads only.
    Reviewer,
    /// Another system: puts reports in and reads lists.
    Script,
    /// The desk itself: intake, timers, the setting up of a new desk. Nobody signs in as this.
    Desk,
}

impl Role {
    /// The roles an officer may be given.
    pub const GIVEN: [Role; 6] = [
        Role::DutyOfficer,
        Role::ShiftLeader,
        Role::Supervisor,
        Role::Mediator,
        Role::Reviewer,
        Role::Script,
    ];

    /// The role's code, as in `station.toml` and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Role::DutyOfficer => "duty-officer",
            Role::ShiftLeader => "shift-leader",
            Role::Supervisor => "supervisor",
            Role::Mediator => "mediator",
            Role::Reviewer => "reviewer",
            Role::Script => "script",
            Role::Desk => "desk",
        }
    }

    /// The role with this code, among those an officer may be given.
    pub fn from_code(code: &str) -> Option<Role> {
        Role::GIVEN.into_iter().find(|r| r.code() == code)
    }
}

/// An officer of the station. `Debug` shows no name.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Officer {
    /// The number on the badge.
    pub number: OfficerId,
    /// The name as shown on screens and in handovers.
    pub name: Name,
    /// What the officer is at the desk.
    pub role: Role,
    /// The account of the machine that is this officer; with none, or when an account is shared, the officer signs
    /// in with number and passphrase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uid: Option<u32>,
}

impl fmt::Debug for Officer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Officer")
            .field("number", &self.number)
            .field("role", &self.role)
            .finish_non_exhaustive()
    }
}

/// Who a session acts for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    /// The officer.
    pub officer: OfficerId,
    /// What the officer is at the desk.
    pub role: Role,
}
