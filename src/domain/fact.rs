//! What happened: the entries of the journal. A record is the sum of the facts about it.
//!
//! A fact never holds who or when; its journal entry does. A shape once written is read for ever: fields are only added,
//! with a default.

mod owing;

pub use owing::{DeadlineFact, SupervisionFact, ZeroFact};

use super::command::{Amendment, Incoming};
use super::dispute::act::DisputeFact;
use super::earlier::Repeat;
use super::handover::Draft;
use super::id::{Code, OfficerId, RecordId, Subject};
use super::moment::Stamp;
use super::notice::NoticeId;
use super::officer::Role;
use super::patrol::UnitStatus;
use super::place::Level;
use super::private::Private;
use super::report::{Priority, Source, Status, Step};
use super::setup::SetupItem;
use super::speed::Took;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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

/// What can happen to a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportFact {
    /// It was entered.
    Received(Box<Incoming>),
    /// Its source sent it again.
    Resent,
    /// It was taken.
    Accepted,
    /// A unit was sent.
    Dispatched {
        /// The unit.
        unit: Code,
    },
    /// A unit came on scene.
    Arrived {
        /// The unit.
        unit: Code,
    },
    /// It was dealt with.
    Resolved {
        /// What was done.
        result: Private,
        /// The coded outcome, when known.
        disposition: Option<Code>,
    },
    /// Another officer checked it.
    Verified,
    /// It was closed.
    Closed {
        /// The coded outcome.
        disposition: Code,
        /// How the reporter was answered.
        answer: Code,
    },
    /// It was handed to somebody else.
    Transferred {
        /// To whom.
        to: Private,
        /// Why.
        reason: Code,
    },
    /// It was marked as the same as another.
    MarkedDuplicate {
        /// The other.
        of: RecordId,
    },
    /// It was called off.
    Cancelled {
        /// Why.
        reason: Code,
    },
    /// It was marked as unfounded.
    MarkedUnfounded {
        /// Why.
        reason: Code,
    },
    /// It was opened again.
    Reopened {
        /// Why.
        reason: Code,
    },
    /// A note was added.
    Noted {
        /// The note.
        text: Private,
    },
    /// What was told was corrected.
    Amended(Box<Amendment>),
    /// Another officer took it over.
    TakenOver {
        /// Why.
        reason: Private,
    },
    /// A supervisor ordered something on it.
    Supervised {
        /// The order.
        order: RecordId,
    },
    /// It went to the next shift once more.
    Carried {
        /// With which handover.
        handover: RecordId,
    },
    /// A step was taken back.
    Undone {
        /// Which.
        step: Step,
    },
    /// It was handed up.
    Escalated {
        /// The escalation.
        escalation: RecordId,
        /// To which level.
        to: Level,
        /// Why.
        reason: Code,
    },
    /// It is one of several calls from the same place or number.
    Repeated(Repeat),
    /// What was told and written about it was erased; these figures stay.
    Erased(Figures),
}

/// What stays of an erased report: figures, and nothing about anyone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Where it stood.
    pub status: Status,
    /// How it had reached the desk.
    pub source: Source,
    /// When it had happened.
    pub event_at: Timestamp,
    /// When it had been entered, and by whom.
    pub received: Stamp,
    /// Its incident type.
    pub incident_type: Option<Code>,
    /// Its priority.
    pub priority: Option<Priority>,
    /// Its beat.
    pub beat: Option<Code>,
    /// Its outcome.
    pub disposition: Option<Code>,
    /// How long it had taken.
    #[serde(default)]
    pub took: Took,
    /// How often it had changed.
    pub rev: u64,
    /// Why it was erased.
    pub reason: Private,
}

/// What can happen to an escalation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EscalationFact {
    /// It was raised.
    Raised {
        /// On what.
        on: RecordId,
        /// To which level.
        to: Level,
        /// Why, coded.
        reason: Code,
        /// Why, in words.
        note: Private,
        /// How urgent that record was.
        #[serde(default)]
        priority: Option<Priority>,
        /// The beat of that record.
        #[serde(default)]
        beat: Option<Code>,
    },
    /// It was acknowledged.
    Acknowledged {
        /// A word for the one who raised it.
        reply: Private,
    },
    /// Its acknowledgement expired without an answer: it waits again.
    Expired,
    /// It was answered.
    Answered {
        /// The answer; empty when somebody took the record over instead.
        text: Private,
    },
    /// Its words were erased with its report.
    Erased {
        /// The report that it was on.
        on: RecordId,
        /// To which level it went.
        to: Level,
        /// Why, coded.
        reason: Code,
        /// Who raised it and when.
        raised: Stamp,
        /// Who acknowledged it and when.
        acknowledged: Option<Stamp>,
        /// How often it had changed.
        rev: u64,
    },
}

/// What can happen to a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnitFact {
    /// It is doing something else now.
    StatusChanged {
        /// What.
        status: UnitStatus,
        /// The report it is on.
        on: Option<RecordId>,
    },
    /// It checked in.
    CheckedIn {
        /// Where, as told.
        place: Private,
    },
}

/// What can happen to a handover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HandoverFact {
    /// The outgoing officer signed it.
    Signed {
        /// What is handed over.
        draft: Box<Draft>,
        /// What may go wrong, by item.
        remarks: BTreeMap<RecordId, Private>,
        /// The officer's own words.
        words: Private,
        /// Equipment and keys.
        equipment: Vec<(String, bool)>,
        /// The outgoing officer; the session may be another's.
        officer: OfficerId,
    },
    /// The incoming officer accepted it.
    Accepted {
        /// The items read back.
        read_back: Vec<RecordId>,
        /// What is accepted only with reservations.
        reservations: Private,
        /// The incoming officer; the session may be another's.
        officer: OfficerId,
    },
    /// The outgoing officer took it back.
    Withdrawn,
    /// Something was added.
    Added {
        /// What.
        text: Private,
    },
}

/// What can happen to the setup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SetupFact {
    /// An item was added or changed.
    Set(Box<SetupItem>),
    /// An item was retired.
    Retired,
    /// An officer's passphrase was set; what it is stays out of the journal.
    PassphraseSet,
}

/// What can happen to the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeskFact {
    /// It came up.
    Started {
        /// The program's version.
        version: String,
    },
    /// It went down in order.
    Stopped,
    /// The clock of a training desk was set.
    ClockSet {
        /// What it showed from then on.
        to: Timestamp,
    },
    /// The machine's clock was set while the desk ran.
    ClockStepped {
        /// By how many seconds; less than nothing is back.
        by_s: i64,
    },
    /// A file was refused by the intake.
    FileRefused {
        /// Its name, made safe.
        file: String,
        /// Why, as a code of the intake.
        why: String,
        /// Where in the file.
        line: Option<u64>,
    },
    /// Someone asked for what the role may not do.
    Denied {
        /// What was asked, as a code.
        asked: String,
    },
    /// A notice was tried as often as it may be and did not arrive.
    NoticeDead {
        /// Which.
        id: NoticeId,
        /// How often it was tried.
        tries: u32,
    },
    /// An officer had a notice tried again.
    NoticeRetried {
        /// Which.
        id: NoticeId,
    },
    /// An officer gave a notice up.
    NoticeDropped {
        /// Which.
        id: NoticeId,
    },
    /// An officer sent a notice to try whether they arrive.
    NoticeTested,
}

impl Fact {
    /// The kind as written in the journal: `report.accepted`.
    pub fn kind(&self) -> &'static str {
        match self {
            Fact::Report(f) => f.kind(),
            Fact::Escalation(EscalationFact::Raised { .. }) => "escalation.raised",
            Fact::Escalation(EscalationFact::Acknowledged { .. }) => "escalation.acknowledged",
            Fact::Escalation(EscalationFact::Expired) => "escalation.expired",
            Fact::Escalation(EscalationFact::Answered { .. }) => "escalation.answered",
            Fact::Escalation(EscalationFact::Erased { .. }) => "escalation.erased",
            Fact::Deadline(f) => f.kind(),
            Fact::Supervision(f) => f.kind(),
            Fact::Zero(f) => f.kind(),
            Fact::Dispute(f) => f.kind(),
            Fact::Unit(UnitFact::StatusChanged { .. }) => "unit.status-changed",
            Fact::Unit(UnitFact::CheckedIn { .. }) => "unit.checked-in",
            Fact::Handover(HandoverFact::Signed { .. }) => "handover.signed",
            Fact::Handover(HandoverFact::Accepted { .. }) => "handover.accepted",
            Fact::Handover(HandoverFact::Withdrawn) => "handover.withdrawn",
            Fact::Handover(HandoverFact::Added { .. }) => "handover.added",
            Fact::Setup(SetupFact::Set(_)) => "setup.set",
            Fact::Setup(SetupFact::Retired) => "setup.retired",
            Fact::Setup(SetupFact::PassphraseSet) => "setup.passphrase-set",
            Fact::Desk(DeskFact::Started { .. }) => "desk.started",
            Fact::Desk(DeskFact::Stopped) => "desk.stopped",
            Fact::Desk(DeskFact::ClockSet { .. }) => "desk.clock-set",
            Fact::Desk(DeskFact::FileRefused { .. }) => "desk.file-refused",
            Fact::Desk(DeskFact::ClockStepped { .. }) => "desk.clock-stepped",
            Fact::Desk(DeskFact::Denied { .. }) => "desk.denied",
            Fact::Desk(DeskFact::NoticeDead { .. }) => "desk.notice-dead",
            Fact::Desk(DeskFact::NoticeRetried { .. }) => "desk.notice-retried",
            Fact::Desk(DeskFact::NoticeDropped { .. }) => "desk.notice-dropped",
            Fact::Desk(DeskFact::NoticeTested) => "desk.notice-tested",
        }
    }

    /// A note that it adds to its subject; search looks into notes, too.
    pub fn noted(&self) -> Option<&Private> {
        if let Fact::Report(ReportFact::Noted { text }) = self { Some(text) } else { None }
    }

    /// Whether the fact says that its subject was erased: then the earlier facts about it have lost their content.
    pub fn erases(&self) -> bool {
        matches!(
            self,
            Fact::Report(ReportFact::Erased(_))
                | Fact::Escalation(EscalationFact::Erased { .. })
                | Fact::Supervision(SupervisionFact::Erased { .. })
                | Fact::Dispute(DisputeFact::Erased(_))
        )
    }
}

impl ReportFact {
    /// The kind as written in the journal.
    pub fn kind(&self) -> &'static str {
        match self {
            ReportFact::Received(_) => "report.received",
            ReportFact::Resent => "report.resent",
            ReportFact::Accepted => "report.accepted",
            ReportFact::Dispatched { .. } => "report.dispatched",
            ReportFact::Arrived { .. } => "report.arrived",
            ReportFact::Resolved { .. } => "report.resolved",
            ReportFact::Verified => "report.verified",
            ReportFact::Closed { .. } => "report.closed",
            ReportFact::Transferred { .. } => "report.transferred",
            ReportFact::MarkedDuplicate { .. } => "report.marked-duplicate",
            ReportFact::Cancelled { .. } => "report.cancelled",
            ReportFact::MarkedUnfounded { .. } => "report.marked-unfounded",
            ReportFact::Reopened { .. } => "report.reopened",
            ReportFact::Noted { .. } => "report.noted",
            ReportFact::Amended(_) => "report.amended",
            ReportFact::TakenOver { .. } => "report.taken-over",
            ReportFact::Supervised { .. } => "report.supervised",
            ReportFact::Carried { .. } => "report.carried",
            ReportFact::Undone { .. } => "report.undone",
            ReportFact::Escalated { .. } => "report.escalated",
            ReportFact::Repeated(_) => "report.repeated",
            ReportFact::Erased(_) => "report.erased",
        }
    }
}
