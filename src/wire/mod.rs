//! What console and desk say to each other.

pub mod caller;
pub mod codec;
pub mod connect;
pub mod line;
pub mod message;

pub use caller::Caller;
pub use connect::{Hello, Welcome, WireError, fresh_key};
pub use line::Line;

/// The version that both sides must have.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
