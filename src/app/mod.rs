//! The console's shell.

pub mod backend;
pub mod input;
pub mod terminal;
