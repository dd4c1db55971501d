//! PURE. The vocabulary and the rules of the desk: no I/O, no clock, no randomness.
//!
//! `decide` says what a command makes happen, `apply` what that does to a record; everything else here is the
//! vocabulary those two speak.

pub mod access;
pub mod apply;
pub mod calendar;
pub mod clocks;
pub mod closed_loop;
mod coded;
pub mod command;
pub mod decide;
pub mod desk;
pub mod dispute;
pub mod due;
pub mod earlier;
pub mod escalation;
pub mod fact;
pub mod fold;
pub mod handover;
pub mod id;
pub mod limits;
pub mod loaded;
pub mod moment;
pub mod money;
pub mod name;
pub mod never;
pub mod notice;
pub mod officer;
pub mod pair;
pub mod patrol;
pub mod place;
pub mod private;
pub mod propose;
pub mod query;
pub mod quick_entry;
pub mod receipt;
pub mod record;
pub mod refusal;
pub mod report;
mod report_clock;
pub mod row;
pub mod rules;
pub mod setup;
pub mod shift;
pub mod speed;
pub mod station;
pub mod supervision;
pub mod topic;
pub mod zero_report;

pub use apply::apply;
pub use command::Command;
pub use decide::decide;
pub use dispute::Dispute;
pub use fact::{Fact, Happened};
pub use id::{Code, Kind, OfficerId, RecordId, Rev, Subject};
pub use loaded::{Loaded, Need};
pub use moment::{Actor, Moment, Stamp};
pub use name::{Lang, Name};
pub use officer::{Officer, Role, SignedIn};
pub use private::{Private, Secret};
pub use receipt::Receipt;
pub use record::Record;
pub use refusal::Refusal;
pub use report::Report;
pub use station::Station;
pub use topic::Topic;
