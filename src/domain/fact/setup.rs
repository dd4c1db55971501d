//! What can happen to the setup.

use super::Says;
use crate::domain::setup::SetupItem;
use serde::{Deserialize, Serialize};

/// What can happen to the setup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SetupFact {
    /// An item was added or changed.
    Set(Box<SetupItem>),
    /// An item was retired.
    Retired,
    /// An officer's passphrase was set; what it is stays out of the journal.
    PassphraseSet,
}

impl Says for SetupFact {
    fn kind(&self) -> &'static str {
        match self {
            SetupFact::Set(_) => "setup.set",
            SetupFact::Retired => "setup.retired",
            SetupFact::PassphraseSet => "setup.passphrase-set",
        }
    }
}
