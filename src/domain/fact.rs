//! What happened: the entries of the journal. A record is the sum of the facts about it.
//!
//! A fact never holds who or when; its journal entry does. A shape once written is read for ever: fields are only added,
//! with a default.

mod dispute;
mod escalation;
mod handover;
mod on_desk;
mod owing;
mod report;
mod setup;
mod sweep;
mod unit;

pub use escalation::EscalationFact;
pub use handover::HandoverFact;
pub use on_desk::DeskFact;
pub use owing::{DeadlineFact, SupervisionFact, ZeroFact};
pub use report::{Figures, ReportFact};
pub use setup::SetupFact;
pub use sweep::SweepFact;
pub use unit::UnitFact;

use super::dispute::act::DisputeFact;
use super::id::{OfficerId, Subject};
use super::moment::Stamp;
use super::officer::Role;
use super::private::Private;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// To a report.
    Report(ReportFact),
    /// To an escalation.
    Escalation(EscalationFact),
    /// To a deadline on a record.
    Deadline(DeadlineFact),
    /// To a supervision order.
    Supervision(SupervisionFact),
    /// To a zero report.
    Zero(ZeroFact),
    /// To a sweep for disputes.
    Sweep(SweepFact),
    /// To a dispute.
    Dispute(DisputeFact),
    /// To a unit.
    Unit(UnitFact),
    /// To a handover.
    Handover(HandoverFact),
    /// To the setup.
    Setup(SetupFact),
    /// To the desk.
    Desk(DeskFact),
}

/// A fact and what it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Happened {
    /// What it is about.
    pub subject: Subject,
    /// What happened.
    pub fact: Fact,
}

/// One entry of the journal as read back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its place in the journal, from 1, without gaps.
    pub seq: u64,
    /// When, by the desk's clock.
    pub at: Timestamp,
    /// The duty day that stood.
    pub duty_day: Date,
    /// Who; `desk` for the desk itself.
    pub officer: OfficerId,
    /// In which role.
    pub role: Role,
    /// Through which session.
    pub session: String,
    /// What it is about.
    pub subject: Subject,
    /// Its kind, such as `report.accepted`; stands also after the fact was erased.
    pub kind: String,
    /// What happened; none after it was erased.
    pub fact: Option<Fact>,
}

impl Entry {
    /// Who and when.
    pub fn stamp(&self) -> Stamp {
        Stamp { at: self.at, by: self.officer.clone() }
    }
}

/// What a part's facts say of themselves.
pub trait Says {
    /// The kind as written in the journal: `report.accepted`. Of a fact that erases, it ends in `.erased`.
    fn kind(&self) -> &'static str;
    /// Whether its subject was erased.
    fn erases(&self) -> bool {
        false
    }
    /// A note that it adds to its subject.
    fn noted(&self) -> Option<&Private> {
        None
    }
}

impl Fact {
    fn says(&self) -> &dyn Says {
        match self {
            Fact::Report(f) => f,
            Fact::Escalation(f) => f,
            Fact::Deadline(f) => f,
            Fact::Supervision(f) => f,
            Fact::Zero(f) => f,
            Fact::Sweep(f) => f,
            Fact::Dispute(f) => f,
            Fact::Unit(f) => f,
            Fact::Handover(f) => f,
            Fact::Setup(f) => f,
            Fact::Desk(f) => f,
        }
    }

    /// The kind as written in the journal: `report.accepted`.
    pub fn kind(&self) -> &'static str {
        self.says().kind()
    }

    /// Whether the fact says that its subject was erased: then the earlier facts about it have lost their content.
    pub fn erases(&self) -> bool {
        self.says().erases()
    }

    /// A note that it adds to its subject; search looks into the notes of reports, too.
    pub fn noted(&self) -> Option<&Private> {
        self.says().noted()
    }
}
