//! What lies over a screen: fields, forms, pickers, palette, help, the which-key popup. Keys in, screen and commands
//! out.

mod dispute_forms;
mod dispute_screens;
mod dispute_trouble;
pub mod disputed;
mod drafts;
mod fields;
mod pickers;
mod screens;
pub mod stand;
