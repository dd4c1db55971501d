//! What a rule may look at: the records that a command needs, loaded by the store in the same transaction.

use super::clocks::Clocks;
use super::due::Clocked;
use super::earlier::Before;
use super::escalation::Escalation;
use super::handover::{Draft, Handover};
use super::id::{Code, Kind, RecordId, Rev, Subject};
use super::notice::{NoticeId, NoticeState};
use super::patrol::UnitState;
use super::private::Private;
use super::report::Report;
use super::setup::Standing;
use super::station::Station;
use super::supervision::Supervision;
use super::zero_report::ZeroReport;
use serde::{Deserialize, Serialize};
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
    /// The reports within the window of repeated calls that have the same place or the same number.
    Before {
        /// The place.
        place: Private,
        /// The number.
        caller_phone: Private,
        /// Before this report; none is up to now.
        report: Option<RecordId>,
    },
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
}

/// A record of any kind: the unit that facts change and the store saves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Record {
    /// A report.
    Report(Box<Report>),
    /// An escalation.
    Escalation(Box<Escalation>),
    /// The state of a unit.
    Unit(UnitState),
    /// A handover.
    Handover(Box<Handover>),
    /// A setup item.
    Setup(Box<Standing>),
    /// A supervision order.
    Supervision(Box<Supervision>),
    /// A zero report.
    ZeroReport(Box<ZeroReport>),
}

impl Record {
    /// How often it changed.
    pub fn rev(&self) -> Rev {
        match self {
            Record::Report(r) => r.rev,
            Record::Escalation(e) => e.rev,
            Record::Unit(u) => u.rev,
            Record::Handover(h) => h.rev,
            Record::Setup(s) => s.rev,
            Record::Supervision(s) => s.rev,
            Record::ZeroReport(z) => z.rev,
        }
    }

    /// The record as one that clocks run on.
    pub fn clocked(&self) -> Option<&dyn Clocked> {
        match self {
            Record::Report(r) => Some(&**r),
            Record::Escalation(e) => Some(&**e),
            Record::Supervision(s) => Some(&**s),
            Record::ZeroReport(z) => Some(&**z),
            Record::Unit(_) | Record::Handover(_) | Record::Setup(_) => None,
        }
    }

    /// The clocks of the record, and how often it changed.
    pub(super) fn clocks_mut(&mut self) -> Option<(&mut Clocks, &mut Rev)> {
        match self {
            Record::Report(r) => Some((&mut r.clocks, &mut r.rev)),
            Record::Escalation(e) => Some((&mut e.clocks, &mut e.rev)),
            Record::Supervision(s) => Some((&mut s.clocks, &mut s.rev)),
            Record::ZeroReport(z) => Some((&mut z.clocks, &mut z.rev)),
            Record::Unit(_) | Record::Handover(_) | Record::Setup(_) => None,
        }
    }

    /// What facts about it name.
    pub fn subject(&self) -> Subject {
        match self {
            Record::Report(r) => Subject::Record(r.id),
            Record::Escalation(e) => Subject::Record(e.id),
            Record::Unit(u) => Subject::Unit(u.code.clone()),
            Record::Handover(h) => Subject::Record(h.id),
            Record::Setup(s) => Subject::Setup(s.item.key()),
            Record::Supervision(s) => Subject::Record(s.id),
            Record::ZeroReport(z) => Subject::Record(z.id),
        }
    }
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
    /// What would be handed over now.
    pub draft: Option<Draft>,
    /// The handover that waits to be accepted.
    pub open_handover: Option<RecordId>,
    /// Where the notice asked for stands.
    pub notice: Option<NoticeState>,
    /// The zero report that the post asked for has for the duty day.
    pub zero_report: Option<RecordId>,
}

impl Loaded {
    /// A loaded report.
    pub fn report(&self, id: RecordId) -> Option<&Report> {
        match self.records.get(&Subject::Record(id)) {
            Some(Record::Report(r)) => Some(r),
            _ => None,
        }
    }

    /// A loaded escalation.
    pub fn escalation(&self, id: RecordId) -> Option<&Escalation> {
        match self.records.get(&Subject::Record(id)) {
            Some(Record::Escalation(e)) => Some(e),
            _ => None,
        }
    }

    /// A loaded supervision order.
    pub fn supervision(&self, id: RecordId) -> Option<&Supervision> {
        match self.records.get(&Subject::Record(id)) {
            Some(Record::Supervision(s)) => Some(s),
            _ => None,
        }
    }

    /// A loaded zero report.
    pub fn zero(&self, id: RecordId) -> Option<&ZeroReport> {
        match self.records.get(&Subject::Record(id)) {
            Some(Record::ZeroReport(z)) => Some(z),
            _ => None,
        }
    }

    /// A loaded handover.
    pub fn handover(&self, id: RecordId) -> Option<&Handover> {
        match self.records.get(&Subject::Record(id)) {
            Some(Record::Handover(h)) => Some(h),
            _ => None,
        }
    }

    /// The state of a unit; none when nothing ever happened to it.
    pub fn unit(&self, code: &Code) -> Option<&UnitState> {
        match self.records.get(&Subject::Unit(code.clone())) {
            Some(Record::Unit(u)) => Some(u),
            _ => None,
        }
    }

    /// The state of every unit that something happened to.
    pub fn units(&self) -> impl Iterator<Item = &UnitState> {
        self.records.values().filter_map(|r| if let Record::Unit(u) = r { Some(u) } else { None })
    }
}
