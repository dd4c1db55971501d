//! PURE apart from ratatui. The console's model, update and view.

pub mod cover;
pub mod msg;
pub mod theme;

pub use crate::words::text;
pub use msg::{Effect, Msg};
