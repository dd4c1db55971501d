//! The running desk: the only process that writes the record, and the clients' one door to it.
//!
//! ```text
//! listen -> session -> door -> record -> the writer's thread, and back; then news -> every console
//!                         \-> record -> the readers' threads
//! files (the intake's thread) -> record          timer -> sweep, anchor
//! outbox -> the station's own command, in processes that outlive the desk
//! ```

mod clock;
mod door;
mod due;
mod error;
mod files;
mod identity;
mod listen;
mod lock;
mod log;
mod make;
pub mod outbox;
mod outgoing;
mod passphrase;
mod record;
mod rules;
mod running;
mod serve;
mod session;
mod sessions;
pub mod start;
mod timer;
mod trouble;

pub use error::DeskError;
pub use listen::Reach;
pub use lock::Lock;
pub use make::{Founding, make};
pub use passphrase::hash_now;
pub use serve::{Options, serve};
