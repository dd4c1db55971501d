//! The parts that screens and overlays are drawn from, each with explicit inputs.

pub mod field;
pub mod menu;
