//! The console's shell.

pub mod backend;
mod clock;
mod export;
pub mod input;
mod keyboard;
mod line;
mod manner;
mod options;
mod own;
mod ready;
mod run;
mod screen;
mod signal;
pub mod terminal;
mod translate;
mod watch;

pub use clock::DeskClock;
pub use options::{AppError, ConsoleOptions, Start};
pub use own::Own;
pub use run::console;
