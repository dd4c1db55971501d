//! PURE apart from ratatui. The console's model, update and view.

pub use crate::words::text;
