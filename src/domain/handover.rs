//! Handing a shift over: collected by the desk, signed by the outgoing officer, read back and accepted by the incoming one.
//!
//! Once accepted it is sealed: no edits, only addenda.

use super::dispute::DisputeStatus;
use super::due::WaitsFor;
use super::id::{Code, OfficerId, RecordId, Rev, Subject};
use super::moment::Stamp;
use super::private::Private;
use super::record::Recorded;
use super::report::{Priority, Status};
use super::shift::Watch;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Why an item stands in a handover.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// An open P1 or P2 report.
    OpenUrgent,
    /// An escalation that nobody has acknowledged.
    Unacknowledged,
    /// A dispute that may turn violent.
    MayTurnViolent,
    /// Something overdue.
    Overdue,
    /// A supervision order that waits for its answer.
    Supervision,
    /// A zero report that is not here yet.
    ZeroMissing,
    /// A dispute on which something is owed by the end of the next day.
    DisputeDue,
    /// A beat that has not answered a sweep for disputes.
    SweepMissing,
    /// A report that is still open for another reason.
    StillOpen,
}

impl Ground {
    /// Every ground, the weightiest first.
    pub const ALL: [Ground; 9] = [
        Ground::OpenUrgent,
        Ground::Unacknowledged,
        Ground::MayTurnViolent,
        Ground::Overdue,
        Ground::Supervision,
        Ground::ZeroMissing,
        Ground::DisputeDue,
        Ground::SweepMissing,
        Ground::StillOpen,
    ];

    /// The ground's code.
    pub const fn code(self) -> &'static str {
        match self {
            Ground::OpenUrgent => "open-urgent",
            Ground::Unacknowledged => "unacknowledged",
            Ground::MayTurnViolent => "may-turn-violent",
            Ground::Overdue => "overdue",
            Ground::Supervision => "supervision",
            Ground::ZeroMissing => "zero-missing",
            Ground::DisputeDue => "dispute-due",
            Ground::SweepMissing => "sweep-missing",
            Ground::StillOpen => "still-open",
        }
    }
}

/// One thing handed over, with the I-PASS parts: how severe, in short, what to do next and by when, what may go wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The record.
    pub id: RecordId,
    /// The record that it is on, when it is an escalation or an order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<RecordId>,
    /// Why it is here; the first ground when there are several.
    pub ground: Ground,
    /// Whether the incoming officer must read it back before accepting.
    pub critical: bool,
    /// The report's priority; for an escalation, that of its report.
    pub priority: Option<Priority>,
    /// The report's incident type.
    pub incident_type: Option<Code>,
    /// Where the report stands; for an escalation, where its report stands; none for what is no report.
    pub status: Option<Status>,
    /// Where the dispute stands; none for what is no dispute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispute: Option<DisputeStatus>,
    /// Where it is.
    pub place: Private,
    /// What it is about, in one line.
    pub summary: Private,
    /// Who has it.
    pub owner: Option<OfficerId>,
    /// When the next step is owed.
    pub due_at: Option<Timestamp>,
    /// The rule that says so.
    #[serde(default)]
    pub rule: Option<Code>,
    /// Which call from the same place or number it is, when such calls are taken for repeated; otherwise 0.
    #[serde(default)]
    pub call: u32,
    /// When it comes back, if an officer put it off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub put_off: Option<Timestamp>,
    /// Since when its clock stands still, if an officer stopped it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paused: Option<Timestamp>,
    /// Whom the next step waits for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waits_for: Option<WaitsFor>,
    /// How often it was handed over before.
    #[serde(default)]
    pub carried: u16,
}

impl Item {
    /// The record that its priority is of: the one that it is on, when it is on another.
    pub fn concerns(&self) -> RecordId {
        self.on.unwrap_or(self.id)
    }
}

/// How many acts of a kind the shift's journal holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// The kind of fact, such as `report.accepted`.
    pub kind: String,
    /// How many.
    pub count: u64,
}

/// What a shift hands over, as collected by the desk at one instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The watch that is handed over.
    pub watch: Watch,
    /// When it was collected.
    pub collected_at: Timestamp,
    /// Critical items first, then by the time they are owed.
    pub items: Vec<Item>,
    /// How many more there were than the list can hold.
    #[serde(default)]
    pub left_out: u64,
    /// The first and last report numbers of the watch, and how many there are: every number is accounted for.
    pub numbers: Option<(RecordId, RecordId, u32)>,
    /// The watch's journal in figures, by kind.
    pub tallies: Vec<Tally>,
    /// The watch's journal: first and last entry.
    pub journal: Option<(u64, u64)>,
}

/// Where a handover stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HandoverStatus {
    /// Signed by the outgoing officer, waiting for the incoming one.
    Signed,
    /// Taken back by the outgoing officer before it was accepted.
    Withdrawn,
    /// Accepted by the incoming officer, and sealed.
    Sealed,
}

impl HandoverStatus {
    /// Every status.
    pub const ALL: [HandoverStatus; 3] =
        [HandoverStatus::Signed, HandoverStatus::Withdrawn, HandoverStatus::Sealed];

    /// The status's code.
    pub const fn code(self) -> &'static str {
        match self {
            HandoverStatus::Signed => "signed",
            HandoverStatus::Withdrawn => "withdrawn",
            HandoverStatus::Sealed => "sealed",
        }
    }
}

/// Something added after sealing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addendum {
    /// Who and when.
    pub stamp: Stamp,
    /// What.
    pub text: Private,
}

/// A handover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// Its number.
    pub id: RecordId,
    /// How often it changed.
    pub rev: Rev,
    /// Where it stands.
    pub status: HandoverStatus,
    /// What is handed over, as it was when the outgoing officer signed.
    pub draft: Draft,
    /// What the outgoing officer says may go wrong, and what then, by item.
    pub remarks: BTreeMap<RecordId, Private>,
    /// The outgoing officer's own words on the shift.
    pub words: Private,
    /// Equipment and keys: each item of the checklist and whether it is there.
    pub equipment: Vec<(String, bool)>,
    /// The outgoing officer.
    pub signed: Stamp,
    /// The items that the incoming officer has read back.
    pub read_back: Vec<RecordId>,
    /// What the incoming officer accepts only with reservations.
    pub reservations: Private,
    /// The incoming officer.
    pub accepted: Option<Stamp>,
    /// What was added after sealing.
    pub addenda: Vec<Addendum>,
}

impl Recorded for Handover {
    fn subject(&self) -> Subject {
        Subject::Record(self.id)
    }

    fn rev(&self) -> Rev {
        self.rev
    }

    fn last_hand(&self) -> Stamp {
        let added = self.addenda.last().map(|addendum| &addendum.stamp);
        added.or(self.accepted.as_ref()).unwrap_or(&self.signed).clone()
    }
}
