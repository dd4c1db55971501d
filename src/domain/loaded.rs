//! What a rule may look at: the records that a command needs, loaded by the store in the same transaction.

use super::earlier::Before;
use super::handover::Draft;
use super::id::{Code, Kind, RecordId, Subject};
use super::notice::{NoticeId, NoticeState};
use super::pair::{Side, SidesNow};
use super::patrol::UnitState;
use super::private::Private;
use super::record::{OfKind, Record};
use super::report::Report;
use super::station::Station;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Something to load before a command can be decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// A record, if it is there, with the escalations and supervision orders of a report.
    Record(RecordId),
    /// The next free number of a kind on the duty day.
    Next(Kind),
    /// The report with this source key, if it is there.
    SourceKey(String),
    /// The reports within the window of repeated calls that have the same place or number, or the same two sides.
    Before {
        /// The place.
        place: Private,
        /// The number.
        caller_phone: Private,
        /// The two sides.
        sides: SidesNow,
        /// Before this report; none is up to now.
        report: Option<RecordId>,
    },
    /// The last calls between the same two sides as those of a report, at most [`CALLS_MAX`](super::pair::CALLS_MAX).
    Calls(RecordId),
    /// The disputes in which two of these people stand.
    Disputes(Vec<Side>),
    /// What would be handed over now.
    Draft,
    /// The handover that waits to be accepted, if there is one.
    OpenHandover,
    /// Where a notice stands, if it is there.
    Notice(NoticeId),
    /// The reports that a handover lists, with their escalations.
    ItemsOf(RecordId),
    /// The zero report of a post for the duty day, if it is there.
    ZeroReport(Code),
    /// The sweep of a beat that the duty day is in, if there is one.
    Sweep(Code),
}

/// The records loaded for one command.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The station as set up.
    pub station: Arc<Station>,
    /// The records asked for, as far as they exist, and every unit state.
    pub records: BTreeMap<Subject, Record>,
    /// The next free numbers asked for.
    pub next: BTreeMap<Kind, RecordId>,
    /// The report that has the source key asked for.
    pub same_source: Option<RecordId>,
    /// The earlier reports asked for.
    pub before: Before,
    /// The disputes between the people asked for, in order.
    pub disputes: Vec<RecordId>,
    /// What would be handed over now.
    pub draft: Option<Draft>,
    /// The handover that waits to be accepted.
    pub open_handover: Option<RecordId>,
    /// Where the notice asked for stands.
    pub notice: Option<NoticeState>,
    /// The zero report that the post asked for has for the duty day.
    pub zero_report: Option<RecordId>,
    /// The sweep that the beat asked for has for the duty day.
    pub sweep: Option<RecordId>,
}

impl Loaded {
    /// A loaded record of a kind: `loaded.get::<Escalation>(id)`; none when it isn't there or is of another kind.
    pub fn get<T: OfKind>(&self, about: impl Into<Subject>) -> Option<&T> {
        self.records.get(&about.into()).and_then(T::of)
    }

    /// Every loaded record of a kind.
    pub fn all<T: OfKind + 'static>(&self) -> impl Iterator<Item = &T> {
        self.records.values().filter_map(T::of)
    }

    /// A loaded report.
    pub fn report(&self, id: RecordId) -> Option<&Report> {
        self.get(id)
    }

    /// The state of a unit; none when nothing ever happened to it.
    pub fn unit(&self, code: &Code) -> Option<&UnitState> {
        self.get(Subject::Unit(code.clone()))
    }

    /// The state of every unit that something happened to.
    pub fn units(&self) -> impl Iterator<Item = &UnitState> {
        self.all()
    }
}
