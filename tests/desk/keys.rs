//! Keys, actions and keymaps: names, lookup, reading, merging and what is said about mistakes.

mod lookup;
mod reading;
mod words;
