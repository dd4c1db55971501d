//! PURE apart from ratatui. The console's model, update and view.
//!
//! Everything that reaches the console is a [`Msg`], everything it asks for an [`Effect`]; what it shows follows from the
//! [`Model`] alone.

mod available;
pub mod cover;
pub mod form;
pub mod list;
pub mod model;
pub mod msg;
pub mod overlay;
pub mod place;
pub mod reading;
pub mod say;
pub mod screen;
pub mod theme;
mod update;
mod view;
mod wake;
pub mod widget;

pub use crate::words::text;
pub use available::{Available, available};
pub use model::{Model, Options};
pub use msg::{Effect, Msg};
pub use update::update;
pub use view::view;
pub use wake::next_wake;
