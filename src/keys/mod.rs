//! PURE. Keys, actions and keymaps: from a key pressed to the action it asks for.

mod key;

pub use key::{Key, KeyCode};
