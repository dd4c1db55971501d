//! The kinds of record, listed once: [`Record`] and all that follows from a kind are made from that list.
//!
//! What is particular to a kind stands beside its own type, in its implementation of [`Recorded`]; nothing here knows
//! what a record holds.

use super::clocks::Clocks;
use super::dispute::Dispute;
use super::due::Clocked;
use super::escalation::Escalation;
use super::handover::Handover;
use super::id::{RecordId, Rev, Subject};
use super::moment::Stamp;
use super::pair::Pair;
use super::patrol::UnitState;
use super::report::{Report, Step};
use super::setup::Standing;
use super::supervision::Supervision;
use super::sweep::Sweep;
use super::zero_report::ZeroReport;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Who stands against whom in a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paired {
    /// When it was entered.
    pub at: Timestamp,
    /// What every two are known by together.
    pub pairs: BTreeSet<Pair>,
}

/// What every record says of itself, whatever its kind.
pub trait Recorded {
    /// What facts about it name.
    fn subject(&self) -> Subject;
    /// How often it changed.
    fn rev(&self) -> Rev;
    /// Who changed it last, and when.
    fn last_hand(&self) -> Stamp;
    /// The step with which that was, where steps have names.
    fn last_step(&self) -> Option<Step> {
        None
    }
    /// The other records without which nothing is decided about it: its escalations, the orders on it.
    fn with_it(&self) -> Vec<RecordId> {
        Vec::new()
    }
    /// Who stands against whom in it, where it is between people.
    fn paired(&self) -> Option<Paired> {
        None
    }
    /// The record as one that clocks run on, when they do.
    fn clocked(&self) -> Option<&dyn Clocked> {
        None
    }
    /// Its clocks, when clocks run on it, and how often it changed.
    fn clocks_mut(&mut self) -> Option<(&mut Clocks, &mut Rev)> {
        None
    }
}

/// A kind of record: how it goes into a [`Record`] and comes out again.
pub trait OfKind: Recorded + Sized {
    /// The record, if it is of this kind.
    fn of(record: &Record) -> Option<&Self>;
    /// The record out of its box; given back when it is of another kind.
    fn out_of(record: Record) -> Result<Box<Self>, Record>;
    /// The record as one of all kinds.
    fn boxed(self) -> Record;
}

macro_rules! records {
    ($($(#[$doc:meta])* $kind:ident($record:ty),)*) => {
        /// A record of any kind: the unit that facts change and the store saves.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Record {
            $($(#[$doc])* $kind(Box<$record>),)*
        }

        impl Record {
            fn kept(&self) -> &dyn Recorded {
                match self {
                    $(Record::$kind(record) => &**record,)*
                }
            }

            fn kept_mut(&mut self) -> &mut dyn Recorded {
                match self {
                    $(Record::$kind(record) => &mut **record,)*
                }
            }
        }

        $(impl OfKind for $record {
            fn of(record: &Record) -> Option<&Self> {
                if let Record::$kind(record) = record { Some(record) } else { None }
            }

            fn out_of(record: Record) -> Result<Box<Self>, Record> {
                if let Record::$kind(record) = record { Ok(record) } else { Err(record) }
            }

            fn boxed(self) -> Record {
                Record::$kind(Box::new(self))
            }
        })*
    };
}

records! {
    /// A report.
    Report(Report),
    /// An escalation.
    Escalation(Escalation),
    /// The state of a unit.
    Unit(UnitState),
    /// A handover.
    Handover(Handover),
    /// A setup item.
    Setup(Standing),
    /// A supervision order.
    Supervision(Supervision),
    /// A zero report.
    ZeroReport(ZeroReport),
    /// A sweep for disputes.
    Sweep(Sweep),
    /// A dispute.
    Dispute(Dispute),
}

impl Record {
    /// What facts about it name.
    pub fn subject(&self) -> Subject {
        self.kept().subject()
    }

    /// How often it changed.
    pub fn rev(&self) -> Rev {
        self.kept().rev()
    }

    /// Who changed it last, when, and with which step.
    pub fn last_change(&self) -> (Option<Step>, Stamp) {
        (self.kept().last_step(), self.kept().last_hand())
    }

    /// The other records without which nothing is decided about it.
    pub fn with_it(&self) -> Vec<RecordId> {
        self.kept().with_it()
    }

    /// Who stands against whom in it.
    pub fn paired(&self) -> Option<Paired> {
        self.kept().paired()
    }

    /// The record as one that clocks run on.
    pub fn clocked(&self) -> Option<&dyn Clocked> {
        self.kept().clocked()
    }

    /// The clocks of the record, and how often it changed.
    pub(super) fn clocks_mut(&mut self) -> Option<(&mut Clocks, &mut Rev)> {
        self.kept_mut().clocks_mut()
    }
}
