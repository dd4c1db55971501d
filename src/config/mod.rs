//! Where files live and what is wrong with them.

pub mod console;
pub mod home;
pub mod paths;
mod problem;

pub use home::ConsoleHome;
pub use paths::Paths;
pub use problem::{Problem, Say, Severity, Source, Voice, nearest};
