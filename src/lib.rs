//! dutydesk: the night duty desk of a small station, in a terminal.
//!
//! One process keeps the desk; consoles and commands are its clients. `docs/architecture.md` shows the
//! rooms of the house and who may import whom; a test holds it.

pub mod app;
pub mod cli;
pub mod config;
pub mod desk;
pub mod domain;
pub mod intake;
pub mod keys;
pub mod publish;
pub mod store;
pub mod ui;
pub mod wire;
pub mod words;
