//! The console's shell.

pub mod input;
