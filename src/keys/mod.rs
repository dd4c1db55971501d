//! PURE. Keys, actions and keymaps: from a key pressed to the action it asks for.
//!
//! It reads no file and no clock: keymap texts come in as [`Source`](crate::config::Source), what is wrong with them goes out
//! as [`Problem`](crate::config::Problem).

mod action;
mod check;
mod key;
mod keymap;
mod layer;
mod merge;
mod read;
mod sequence;
mod shipped;
mod statement;

pub use action::{Action, Group};
pub use check::{Found, Reason, check, why};
pub use key::{BadKey, Key, KeyCode};
pub use keymap::{Binding, Keymap, Lookup, Lost, Next, Origin, Then};
pub use layer::Layer;
pub use read::MOST_BYTES;
pub use sequence::{BadSequence, Sequence};
pub use shipped::{Overlay, Row, default_source, defaults, load, table};
