//! What the status line says about the last act.

use crate::ui::say::Say;

/// What kind of message it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Receipt,
    /// Something can't be done, or was refused.
    Refusal,
    /// Something to know.
    Notice,
}

/// A message on the status line; it stands until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What kind.
    pub tone: Tone,
    /// The sentence.
    pub say: Say,
}
