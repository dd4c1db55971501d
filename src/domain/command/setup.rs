//! What can be asked on the setup.

use super::Asks;
use crate::domain::id::{OfficerId, Subject};
use crate::domain::officer::Role;
use crate::domain::private::Secret;
use crate::domain::setup::SetupItem;
use serde::{Deserialize, Serialize};

/// What can be asked on the setup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SetupCommand {
    /// Adds an item or changes it; brings a retired one back.
    Set(Box<SetupItem>),
    /// Retires an item; records that use it stay readable.
    Retire {
        /// The item's key.
        key: String,
    },
    /// Applies a setup file: every change, or none when a rule refuses one.
    Apply {
        /// The changes, each allowed after the ones before it; setting passphrases is none of them.
        changes: Vec<SetupCommand>,
    },
    /// Sets an officer's passphrase. The journal keeps that it was set, not what it is.
    SetPassphrase {
        /// Whose.
        officer: OfficerId,
        /// The new passphrase, at least 8 characters.
        passphrase: Secret,
    },
}

impl Asks for SetupCommand {
    fn code(&self) -> &'static str {
        match self {
            SetupCommand::Set(_) => "setup.set",
            SetupCommand::Retire { .. } => "setup.retire",
            SetupCommand::Apply { .. } => "setup.apply",
            SetupCommand::SetPassphrase { .. } => "setup.set-passphrase",
        }
    }

    fn subject(&self) -> Option<Subject> {
        match self {
            SetupCommand::Set(item) => Some(Subject::Setup(item.key())),
            SetupCommand::Retire { key } => Some(Subject::Setup(key.clone())),
            SetupCommand::Apply { .. } => None,
            SetupCommand::SetPassphrase { officer, .. } => Some(Subject::Setup(format!("officer/{officer}"))),
        }
    }

    fn may(&self, role: Role) -> bool {
        match self {
            // Whose passphrase it is, the rule looks at: everyone may set their own.
            SetupCommand::SetPassphrase { .. } => role != Role::Script,
            SetupCommand::Set(_) | SetupCommand::Retire { .. } | SetupCommand::Apply { .. } => {
                role == Role::Supervisor || role == Role::Desk
            }
        }
    }

    fn setup_keys(&self) -> Vec<String> {
        match self {
            SetupCommand::Set(item) => vec![item.key()],
            SetupCommand::Retire { key } => vec![key.clone()],
            SetupCommand::Apply { changes } => changes.iter().flat_map(SetupCommand::setup_keys).collect(),
            SetupCommand::SetPassphrase { officer, .. } => vec![format!("officer/{officer}")],
        }
    }
}
