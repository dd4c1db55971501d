//! The only place that knows SQLite: the desk's record, its journal, and what is asked of both.
//!
//! Rules are not here: the store loads what a command needs, lets `domain::decide` decide it, and saves what
//! `domain::apply` makes of the facts. It reads no clock and never waits for anyone but the disk.

mod anchor;
mod chain;
mod collect;
mod draft_form;
mod erase;
mod error;
mod escalation;
mod execute;
mod handover;
mod journal;
mod load;
mod meta;
mod migrate;
mod open;
mod part;
#[cfg(test)]
mod plans;
mod receipt;
mod record;
mod report;
mod search;
mod setup;
mod sql;
mod tally;
mod unit;
mod words;

pub use anchor::{ANCHOR_NAME, anchor_file};
pub use chain::{Hash, Head, LAYOUT, Link, NOTHING, Salt, commitment, hash, hex};
pub use collect::ITEMS_MAX;
pub use draft_form::Keep;
pub use error::{NotDone, Outcome, StoreError};
pub use execute::{Asked, Store, Work, Written};
pub use migrate::{APPLICATION_ID, KNOWN};
pub use open::{FILE_NAME, record_file};
pub use words::{Find, fold};
