//! The rows of the lists: what a screen shows of a record in one line.

use super::dispute::DisputeStatus;
use super::dispute::terms::{Category, Severity};
use super::due::Owed;
use super::handover::HandoverStatus;
use super::id::{Code, OfficerId, RecordId, Rev};
use super::moment::Stamp;
use super::patrol::UnitState;
use super::place::Level;
use super::private::Private;
use super::query::RowKey;
use super::report::{Priority, Source, Status};
use super::supervision::{Reply, Supervision};
use super::sweep::{Campaign, Sweep};
use super::zero_report::ZeroReport;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How many characters of a narrative a row carries.
pub const GIST_CHARS: usize = 120;

/// The first [`GIST_CHARS`] characters of a text.
pub fn gist(text: &str) -> Private {
    Private(text.chars().take(GIST_CHARS).collect())
}

/// A report in one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportRow {
    /// Its place in the list.
    pub key: RowKey,
    /// Its number.
    pub id: RecordId,
    /// How often it changed.
    pub rev: Rev,
    /// Where it stands.
    pub status: Status,
    /// How it reached the desk.
    pub source: Source,
    /// How urgent; none is to be set.
    pub priority: Option<Priority>,
    /// What kind; none is to be set.
    pub incident_type: Option<Code>,
    /// Which beat; none is to be set.
    pub beat: Option<Code>,
    /// Where.
    pub place: Private,
    /// The first [`GIST_CHARS`] characters of the narrative.
    pub gist: Private,
    /// When it happened.
    pub event_at: Timestamp,
    /// When it was entered.
    pub received_at: Timestamp,
    /// When it was accepted.
    pub accepted_at: Option<Timestamp>,
    /// When the first unit was sent.
    pub sent_at: Option<Timestamp>,
    /// When the first unit came on scene.
    pub arrived_at: Option<Timestamp>,
    /// Who has it.
    pub handler: Option<OfficerId>,
    /// The last unit sent.
    pub unit: Option<Code>,
    /// How often its source sent it again.
    pub resends: u32,
    /// Which call from the same place or number, or between the same two, it is, when such calls are taken for repeated; otherwise 0.
    #[serde(default)]
    pub call: u32,
    /// Whether a dispute is proposed because of it.
    #[serde(default)]
    pub proposed: bool,
    /// Escalations that wait for an acknowledgement.
    pub escalations_waiting: u32,
    /// Supervision orders that wait for an answer.
    #[serde(default)]
    pub orders_open: u32,
    /// What is owed next.
    pub owed: Option<Owed>,
}

/// An escalation in one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EscalationRow {
    /// Its place in the list.
    pub key: RowKey,
    /// Its number.
    pub id: RecordId,
    /// How often it changed.
    pub rev: Rev,
    /// What was handed up.
    pub on: RecordId,
    /// The priority of that report.
    pub priority: Option<Priority>,
    /// The place of that report.
    pub place: Private,
    /// To which level.
    pub to: Level,
    /// Why, coded.
    pub reason: Code,
    /// Why, in words.
    pub note: Private,
    /// Who raised it and when.
    pub raised: Stamp,
    /// Who acknowledged it and when.
    pub acknowledged: Option<Stamp>,
    /// What that one said.
    pub reply: Private,
    /// How often it came back because an acknowledgement expired.
    #[serde(default)]
    pub came_back: u16,
    /// How it was answered; then it is settled.
    #[serde(default)]
    pub answered: Option<Reply>,
    /// What is owed on it next; none when it is settled.
    pub owed: Option<Owed>,
}

/// A supervision order as a row: it is short as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupervisionRow {
    /// Its place in the list.
    pub key: RowKey,
    /// The order.
    pub order: Supervision,
}

/// A zero report as a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZeroReportRow {
    /// Its place in the list.
    pub key: RowKey,
    /// The zero report.
    pub zero: ZeroReport,
}

/// A sweep as a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SweepRow {
    /// Its place in the list.
    pub key: RowKey,
    /// The sweep.
    pub sweep: Sweep,
    /// How many disputes were entered as found in it.
    pub entered: u32,
    /// How the campaign that it belongs to stands.
    pub campaign: Campaign,
}

/// A unit in one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitRow {
    /// Its state; a unit that nothing ever happened to is available.
    pub state: UnitState,
    /// The beat it usually covers.
    pub beat: Option<Code>,
}

/// A dispute in one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisputeRow {
    /// Its place in the list.
    pub key: RowKey,
    /// Its number.
    pub id: RecordId,
    /// How often it changed.
    pub rev: Rev,
    /// Where it stands.
    pub status: DisputeStatus,
    /// What kind.
    pub category: Category,
    /// How grave.
    pub severity: Severity,
    /// Whether it may turn violent.
    pub violent: bool,
    /// Which beat; none is to be set.
    pub beat: Option<Code>,
    /// The parties' names in one line, at most [`GIST_CHARS`] characters.
    pub names: Private,
    /// The first [`GIST_CHARS`] characters of the narrative.
    pub gist: Private,
    /// Who leads it.
    pub lead: Option<OfficerId>,
    /// When it was entered.
    pub found_at: Timestamp,
    /// How many sittings were held.
    pub sittings: u32,
    /// Obligations of the agreement that stands: still open, and all of them.
    pub obligations: (u32, u32),
    /// Escalations that wait for an acknowledgement.
    pub escalations_waiting: u32,
    /// Supervision orders that wait for an answer.
    pub orders_open: u32,
    /// What is owed next.
    pub owed: Option<Owed>,
}

/// A person at risk in one line: no details, those are on record when looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRow {
    /// Its place in the list.
    pub key: RowKey,
    /// Its number.
    pub id: RecordId,
    /// Its care colour.
    pub colour: Code,
    /// When the next contact is owed.
    pub due_at: Option<Timestamp>,
}

/// A handover in one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandoverRow {
    /// Its place in the list.
    pub key: RowKey,
    /// Its number.
    pub id: RecordId,
    /// How often it changed.
    pub rev: Rev,
    /// Where it stands.
    pub status: HandoverStatus,
    /// The duty day.
    pub day: Date,
    /// The shift.
    pub shift: Code,
    /// The outgoing officer and when.
    pub signed: Stamp,
    /// The incoming officer and when.
    pub accepted: Option<Stamp>,
    /// How many items it has.
    pub items: u32,
    /// How many of them are critical.
    pub critical: u32,
}
