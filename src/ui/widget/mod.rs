//! The parts that screens and overlays are drawn from, each with explicit inputs.

pub mod doc;
pub mod field;
pub mod hints;
pub mod ink;
pub mod menu;
pub mod table;
