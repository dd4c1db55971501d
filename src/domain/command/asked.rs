//! What the desk must know of a command before it can be decided: each part's commands say it themselves.

use super::Command;
use crate::domain::id::{OfficerId, Subject};
use crate::domain::loaded::Need;
use crate::domain::officer::Role;
use crate::domain::private::Secret;

/// What a part's commands say of themselves.
pub trait Asks {
    /// What the command is called in refusals and in the journal of denials: `report.accept`.
    fn code(&self) -> &'static str;
    /// What it is about, when that exists before.
    fn subject(&self) -> Option<Subject>;
    /// Whether a role may ask for it.
    fn may(&self, role: Role) -> bool;
    /// What must be loaded before it can be decided, besides the record it is about, the station and all unit states.
    fn needs(&self) -> Vec<Need> {
        Vec::new()
    }
    /// The keys of the setup items that it may change.
    fn setup_keys(&self) -> Vec<String> {
        Vec::new()
    }
    /// The officer and passphrase that the door must check before the rule is asked.
    fn proof(&self) -> Option<(&OfficerId, &Secret)> {
        None
    }
}

impl Command {
    fn asks(&self) -> &dyn Asks {
        match self {
            Command::Report(c) => c,
            Command::Escalation(c) => c,
            Command::Deadline(c) => c,
            Command::Supervision(c) => c,
            Command::Zero(c) => c,
            Command::Sweep(c) => c,
            Command::Dispute(c) => c,
            Command::Unit(c) => c,
            Command::Handover(c) => c,
            Command::Setup(c) => c,
            Command::Desk(c) => c,
        }
    }

    /// What the command is called in refusals and in the journal of denials: `report.accept`.
    pub fn code(&self) -> &'static str {
        self.asks().code()
    }

    /// The record that the command is about, when it exists before.
    pub fn subject(&self) -> Option<Subject> {
        self.asks().subject()
    }

    /// Whether a role may ask for the command.
    pub(in crate::domain) fn may(&self, role: Role) -> bool {
        self.asks().may(role)
    }

    /// What must be loaded before the command can be decided, besides the station and all unit states.
    pub fn needs(&self) -> Vec<Need> {
        let about = match self.subject() {
            Some(Subject::Record(id)) => Some(Need::Record(id)),
            Some(Subject::Unit(_) | Subject::Setup(_) | Subject::Desk) | None => None,
        };
        about.into_iter().chain(self.asks().needs()).collect()
    }

    /// The keys of the setup items that the command may change.
    pub fn setup_keys(&self) -> Vec<String> {
        self.asks().setup_keys()
    }

    /// The officer and passphrase that the door must check before the rule is asked.
    pub fn proof(&self) -> Option<(&OfficerId, &Secret)> {
        self.asks().proof()
    }
}
