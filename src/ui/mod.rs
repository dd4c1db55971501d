//! PURE apart from ratatui. The console's model, update and view.

pub mod cover;
pub mod form;
pub mod msg;
pub mod overlay;
pub mod theme;
pub mod widget;

pub use crate::words::text;
pub use msg::{Effect, Msg};
