//! Where files live and what is wrong with them.

mod problem;

pub use problem::{Problem, Severity, Source, Voice, nearest};
