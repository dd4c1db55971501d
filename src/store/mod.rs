//! The only place that knows SQLite: the desk's record, its journal, and what is asked of both.
//!
//! Rules are not here: the store loads what a command needs, lets `domain::decide` decide it, and saves what
//! `domain::apply` makes of the facts. It reads no clock and never waits for anyone but the disk.

mod anchor;
mod answer;
mod backup;
mod beat_sweep;
mod board;
mod by_deadline;
mod chain;
mod collect;
#[cfg(test)]
mod disk_full;
mod dispute;
mod dispute_list;
mod draft_form;
mod due;
mod earlier;
mod erase;
mod error;
mod escalation;
mod execute;
mod find;
mod finding;
mod handover;
mod journal;
mod kinds;
mod list;
mod load;
mod look;
mod meta;
mod migrate;
mod open;
mod outbox;
mod owing;
mod page;
mod pair;
mod part;
#[cfg(test)]
mod plans;
mod reader;
mod receipt;
mod record;
mod replay;
mod report;
#[cfg(test)]
mod sample;
mod search;
mod setup;
mod sql;
mod supervision;
mod sweep;
mod table;
mod tally;
mod unit;
mod verify;
mod words;
mod writer;
mod zero_report;

pub use anchor::{ANCHOR_NAME, anchor_file};
pub use backup::{Restored, backup, restore};
pub use chain::{Hash, Head, LAYOUT, Link, NOTHING, Salt, commitment, hash, hex};
pub use collect::ITEMS_MAX;
pub use draft_form::Keep;
pub use error::{NotDone, Outcome, StoreError};
pub use execute::{Asked, Store, Work, Written};
pub use finding::{FINDINGS_MAX, Finding, Progress, VerifyReport};
pub use look::{look, sqlite_version};
pub use migrate::{APPLICATION_ID, KNOWN};
pub use open::{FILE_NAME, record_file};
pub use outbox::{Delivery, OutboxHead, Queued};
pub use reader::Reader;
pub use sweep::Swept;
pub use verify::verify;
pub use words::{Find, fold};
pub use writer::{Job, JobDone, NotTaken, Writer};
