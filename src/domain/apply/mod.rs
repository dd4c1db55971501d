//! What a fact does to its record. The only place where a record changes.

mod dispute;
mod escalation;
mod handover;
mod report;
mod setup;
mod supervision;
mod sweep;
mod unit;
mod zero_report;

use super::fact::{DeadlineFact, Fact};
use super::id::{Code, RecordId, Subject};
use super::moment::Stamp;
use super::record::{OfKind, Record};

/// The record after a fact: `record` is what stood before, none for a fact that begins one.
///
/// A fact that doesn't fit its subject leaves the record as it was; `decide` makes none, and `verify` finds those
/// that somebody else made, because the rows then differ.
pub fn apply(record: Option<Record>, subject: &Subject, fact: &Fact, stamp: &Stamp) -> Option<Record> {
    let to = Applying { record, subject };
    match fact {
        Fact::Report(f) => to.numbered(|before, id| report::apply(before, id, f, stamp)),
        Fact::Escalation(f) => to.numbered(|before, id| escalation::apply(before, id, f, stamp)),
        Fact::Deadline(f) => to.clocks(f, stamp),
        Fact::Supervision(f) => to.numbered(|before, id| supervision::apply(before, id, f, stamp)),
        Fact::Zero(f) => to.numbered(|before, id| zero_report::apply(before, id, f, stamp)),
        Fact::Dispute(f) => to.numbered(|before, id| dispute::apply(before, id, f, stamp)),
        Fact::Sweep(f) => to.numbered(|before, id| sweep::apply(before, id, f, stamp)),
        Fact::Unit(f) => to.unit(|before, code| unit::apply(before, code, f, stamp)),
        Fact::Handover(f) => to.numbered(|before, id| handover::apply(before, id, f, stamp)),
        Fact::Setup(f) => to.setup(|before| setup::apply(before, f)),
        Fact::Desk(_) => to.record,
    }
}

/// What stood before a fact, and what the fact is about.
struct Applying<'a> {
    record: Option<Record>,
    subject: &'a Subject,
}

impl Applying<'_> {
    /// A fact about a numbered record of one kind.
    fn numbered<T: OfKind>(self, step: impl FnOnce(Option<T>, RecordId) -> Option<T>) -> Option<Record> {
        match self.subject {
            Subject::Record(id) => self.step(|before| step(before, *id)),
            Subject::Unit(_) | Subject::Setup(_) | Subject::Desk => self.record,
        }
    }

    fn unit<T: OfKind>(self, step: impl FnOnce(Option<T>, &Code) -> T) -> Option<Record> {
        match self.subject {
            Subject::Unit(code) => self.step(|before| Some(step(before, code))),
            Subject::Record(_) | Subject::Setup(_) | Subject::Desk => self.record,
        }
    }

    fn setup<T: OfKind>(self, step: impl FnOnce(Option<T>) -> Option<T>) -> Option<Record> {
        match self.subject {
            Subject::Setup(_) => self.step(step),
            Subject::Record(_) | Subject::Unit(_) | Subject::Desk => self.record,
        }
    }

    fn step<T: OfKind>(self, step: impl FnOnce(Option<T>) -> Option<T>) -> Option<Record> {
        match self.record.map(T::out_of).transpose() {
            Ok(before) => step(before.map(|before| *before)).map(T::boxed),
            Err(of_another_kind) => Some(of_another_kind),
        }
    }

    /// A fact about the clocks of a record of any kind. What the desk's timers told, and that something came back by
    /// itself, is no change that an officer must have seen before acting.
    fn clocks(mut self, fact: &DeadlineFact, stamp: &Stamp) -> Option<Record> {
        if let Some((clocks, rev)) = self.record.as_mut().and_then(Record::clocks_mut) {
            clocks.take(fact, stamp);
            *rev += u64::from(fact.is_change());
        }
        self.record
    }
}
