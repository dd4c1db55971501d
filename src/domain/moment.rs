//! Who does something, when, and through what: everything a rule may know about the doing itself.

use super::id::{Code, OfficerId};
use super::officer::Role;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Who acts: an officer in a role, over a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The officer; `desk` for the desk itself.
    pub officer: OfficerId,
    /// What the officer is at the desk.
    pub role: Role,
    /// The session the act came through.
    pub session: String,
}

impl Actor {
    /// The desk itself: intake, timers, setting up.
    pub fn desk(session: &str) -> Actor {
        Actor { officer: "desk".into(), role: Role::Desk, session: session.to_owned() }
    }
}

/// The moment of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The desk's clock.
    pub at: Timestamp,
    /// Who acts.
    pub actor: Actor,
    /// The duty day that stands.
    pub duty_day: Date,
    /// The shift that stands.
    pub shift: Code,
    /// The officer whose passphrase the door has just checked, when the command carried one.
    pub proved: Option<OfficerId>,
}

impl Moment {
    /// Who and when, as kept on the record.
    pub fn stamp(&self) -> Stamp {
        Stamp { at: self.at, by: self.actor.officer.clone() }
    }
}

/// Who did a step and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// When, by the desk's clock.
    pub at: Timestamp,
    /// Who.
    pub by: OfficerId,
}
