//! Texts that must never leak: personal data and passphrases. Their `Debug` shows only how long they are, or nothing.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Deref;

/// Text that may hold personal data: stored, sent and shown, but never printed by `Debug`, so never in a log or a panic.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Private(pub String);

impl Private {
    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is told.
    pub fn is_blank(&self) -> bool {
        self.0.is_empty()
    }
}

impl Deref for Private {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Private {
    fn from(text: &str) -> Private {
        Private(text.to_owned())
    }
}

impl From<String> for Private {
    fn from(text: String) -> Private {
        Private(text)
    }
}

impl fmt::Debug for Private {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{} bytes>", self.0.len())
    }
}

/// A passphrase on its way to the desk's door. It is never stored, never compared here and never shown.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<secret>")
    }
}
