//! The console's shell.
