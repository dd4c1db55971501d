//! A report: something a person, patrol, alarm phone or another system told the desk, and what became of it.
//!
//! Only `apply` changes one. A letter or visit is a report like any other; it never makes anyone a case.

use super::clocks::Clocks;
use super::earlier::Repeat;
use super::id::{Code, OfficerId, RecordId, Rev};
use super::moment::Stamp;
use super::pair::Proposal;
use super::private::Private;
use super::speed::Took;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How urgent a report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Priority {
    /// Danger to life, now.
    P1,
    /// Urgent.
    P2,
    /// Attendance needed, not urgent.
    P3,
    /// No attendance needed.
    P4,
}

impl Priority {
    /// Every priority, most urgent first.
    pub const ALL: [Priority; 4] = [Priority::P1, Priority::P2, Priority::P3, Priority::P4];

    /// `P1` to `P4`.
    pub const fn code(self) -> &'static str {
        match self {
            Priority::P1 => "P1",
            Priority::P2 => "P2",
            Priority::P3 => "P3",
            Priority::P4 => "P4",
        }
    }

    /// The priority with this code; small letters are taken too.
    pub fn from_code(code: &str) -> Option<Priority> {
        Priority::ALL.into_iter().find(|p| p.code().eq_ignore_ascii_case(code.trim()))
    }
}

/// How a report reached the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// A call to the desk.
    Phone,
    /// The emergency hotline.
    Hotline,
    /// Someone came in.
    WalkIn,
    /// A grid worker.
    GridWorker,
    /// A patrol.
    Patrol,
    /// An alarm phone or button.
    AlarmPhone,
    /// A file in the spool that names no other source.
    FileDrop,
    /// Another desk.
    OtherDesk,
    /// A letter or visit.
    LetterOrVisit,
}

impl Source {
    /// Every source.
    pub const ALL: [Source; 9] = [
        Source::Phone,
        Source::Hotline,
        Source::WalkIn,
        Source::GridWorker,
        Source::Patrol,
        Source::AlarmPhone,
        Source::FileDrop,
        Source::OtherDesk,
        Source::LetterOrVisit,
    ];

    /// The source's code, as in report files.
    pub const fn code(self) -> &'static str {
        match self {
            Source::Phone => "phone",
            Source::Hotline => "hotline",
            Source::WalkIn => "walk-in",
            Source::GridWorker => "grid-worker",
            Source::Patrol => "patrol",
            Source::AlarmPhone => "alarm-phone",
            Source::FileDrop => "file-drop",
            Source::OtherDesk => "other-desk",
            Source::LetterOrVisit => "letter-or-visit",
        }
    }

    /// The source with this code.
    pub fn from_code(code: &str) -> Option<Source> {
        Source::ALL.into_iter().find(|s| s.code() == code)
    }
}

/// Where a report stands in the closed loop, or by which side exit it left it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// On the desk, nobody has taken it.
    Received,
    /// Taken by its handler.
    Accepted,
    /// A unit is on its way.
    Dispatched,
    /// A unit is on scene.
    InProgress,
    /// Dealt with, not yet checked.
    Resolved,
    /// Checked by another officer.
    Verified,
    /// Done: disposition given and reporter answered.
    Closed,
    /// Handed to somebody else: not ours.
    Transferred,
    /// The same as another report.
    Duplicate,
    /// Called off.
    Cancelled,
    /// There was nothing.
    Unfounded,
    /// Erased on its retention date; only figures are left.
    Erased,
}

impl Status {
    /// Every status, in the order of the loop, then the side exits.
    pub const ALL: [Status; 12] = [
        Status::Received,
        Status::Accepted,
        Status::Dispatched,
        Status::InProgress,
        Status::Resolved,
        Status::Verified,
        Status::Closed,
        Status::Transferred,
        Status::Duplicate,
        Status::Cancelled,
        Status::Unfounded,
        Status::Erased,
    ];

    /// The status's code, as in `--json`.
    pub const fn code(self) -> &'static str {
        match self {
            Status::Received => "received",
            Status::Accepted => "accepted",
            Status::Dispatched => "dispatched",
            Status::InProgress => "in-progress",
            Status::Resolved => "resolved",
            Status::Verified => "verified",
            Status::Closed => "closed",
            Status::Transferred => "transferred",
            Status::Duplicate => "duplicate",
            Status::Cancelled => "cancelled",
            Status::Unfounded => "unfounded",
            Status::Erased => "erased",
        }
    }

    /// The status with this code.
    pub fn from_code(code: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|s| s.code() == code)
    }

    /// Whether the desk still owes something on it.
    pub const fn is_open(self) -> bool {
        match self {
            Status::Received
            | Status::Accepted
            | Status::Dispatched
            | Status::InProgress
            | Status::Resolved
            | Status::Verified => true,
            Status::Closed
            | Status::Transferred
            | Status::Duplicate
            | Status::Cancelled
            | Status::Unfounded
            | Status::Erased => false,
        }
    }
}

/// The steps that an officer takes on a report; also what `undo` takes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Entered.
    Receive,
    /// Taken.
    Accept,
    /// A unit sent.
    Dispatch,
    /// A unit on scene.
    Arrive,
    /// Dealt with.
    Resolve,
    /// Checked.
    Verify,
    /// Closed.
    Close,
    /// Handed to somebody else.
    Transfer,
    /// Marked as the same as another.
    MarkDuplicate,
    /// Called off.
    Cancel,
    /// Marked as unfounded.
    MarkUnfounded,
    /// Opened again.
    Reopen,
    /// Fields corrected.
    Amend,
    /// A note added.
    Note,
    /// Sent again by its source.
    Resend,
    /// Handed up.
    Escalate,
    /// Taken over by another officer.
    TakeOver,
    /// Put under a supervision order.
    Supervise,
    /// Handed over to the next shift once more.
    Carry,
    /// Linked to a dispute.
    Link,
    /// A proposed dispute declined.
    DeclineProposal,
    /// A step taken back.
    Undo,
    /// Erased.
    Erase,
}

impl Step {
    /// Every step.
    pub const ALL: [Step; 23] = [
        Step::Receive,
        Step::Accept,
        Step::Dispatch,
        Step::Arrive,
        Step::Resolve,
        Step::Verify,
        Step::Close,
        Step::Transfer,
        Step::MarkDuplicate,
        Step::Cancel,
        Step::MarkUnfounded,
        Step::Reopen,
        Step::Amend,
        Step::Note,
        Step::Resend,
        Step::Escalate,
        Step::TakeOver,
        Step::Supervise,
        Step::Carry,
        Step::Link,
        Step::DeclineProposal,
        Step::Undo,
        Step::Erase,
    ];

    /// The step's code.
    pub const fn code(self) -> &'static str {
        match self {
            Step::Receive => "receive",
            Step::Accept => "accept",
            Step::Dispatch => "dispatch",
            Step::Arrive => "arrive",
            Step::Resolve => "resolve",
            Step::Verify => "verify",
            Step::Close => "close",
            Step::Transfer => "transfer",
            Step::MarkDuplicate => "mark-duplicate",
            Step::Cancel => "cancel",
            Step::MarkUnfounded => "mark-unfounded",
            Step::Reopen => "reopen",
            Step::Amend => "amend",
            Step::Note => "note",
            Step::Resend => "resend",
            Step::Escalate => "escalate",
            Step::TakeOver => "take-over",
            Step::Supervise => "supervise",
            Step::Carry => "carry",
            Step::Link => "link",
            Step::DeclineProposal => "decline-proposal",
            Step::Undo => "undo",
            Step::Erase => "erase",
        }
    }
}

/// The fields of a report as told to the desk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Telling {
    /// What happened, in the words of the one who took it.
    pub narrative: Private,
    /// Where.
    #[serde(default)]
    pub place: Private,
    /// Who told it.
    #[serde(default)]
    pub caller_name: Private,
    /// How to reach the caller.
    #[serde(default)]
    pub caller_phone: Private,
    /// Who is on the other side of what is told; empty when there is nobody or nobody knows.
    #[serde(default, skip_serializing_if = "Private::is_blank")]
    pub other_name: Private,
    /// How to reach the other side.
    #[serde(default, skip_serializing_if = "Private::is_blank")]
    pub other_phone: Private,
    /// The incident type; none is "to be set".
    #[serde(default, rename = "type")]
    pub incident_type: Option<Code>,
    /// The priority; none is "to be set".
    #[serde(default)]
    pub priority: Option<Priority>,
    /// The beat; none is "to be set".
    #[serde(default)]
    pub beat: Option<Code>,
    /// What was given for type, priority or beat that this desk doesn't know, by field name.
    #[serde(default)]
    pub unknown: BTreeMap<String, Private>,
}

/// A unit sent to a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dispatch {
    /// The unit.
    pub unit: Code,
    /// Who sent it and when.
    pub sent: Stamp,
    /// When it came on scene, and who entered that.
    pub arrived: Option<Stamp>,
}

/// How a report was dealt with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    /// Who and when.
    pub stamp: Stamp,
    /// What was done, in words.
    pub result: Private,
}

/// How a report was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// Who and when.
    pub stamp: Stamp,
    /// How the reporter was answered.
    pub answer: Code,
}

/// The side exit that a report took.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exit {
    /// Who and when.
    pub stamp: Stamp,
    /// The coded reason; a duplicate needs none.
    pub reason: Option<Code>,
    /// Whom it was handed to.
    pub to: Option<Private>,
    /// The report it is a duplicate of.
    pub duplicate_of: Option<RecordId>,
}

/// The last step on a report: what a second officer is told, and what `undo` looks at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastStep {
    /// Which step.
    pub step: Step,
    /// Who and when.
    pub stamp: Stamp,
}

/// A report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Its number.
    pub id: RecordId,
    /// How often it changed.
    pub rev: Rev,
    /// Where it stands.
    pub status: Status,
    /// How it reached the desk.
    pub source: Source,
    /// The number its source gave it; unique at the desk.
    pub source_key: Option<String>,
    /// How often its source sent it again.
    pub resends: u32,
    /// When it happened.
    pub event_at: Timestamp,
    /// Who entered it and when.
    pub received: Stamp,
    /// What was told.
    pub telling: Telling,
    /// Who took it first and answers for the reply; stays when others take over.
    pub first_handler: Option<OfficerId>,
    /// Who accepted it and when.
    pub accepted: Option<Stamp>,
    /// The units sent since it was last opened, in order.
    pub dispatches: Vec<Dispatch>,
    /// How it was dealt with.
    pub resolved: Option<Resolution>,
    /// The coded outcome.
    pub disposition: Option<Code>,
    /// Who checked it and when.
    pub verified: Option<Stamp>,
    /// How it was closed.
    pub closed: Option<Closing>,
    /// The side exit it took.
    pub exit: Option<Exit>,
    /// How often it was opened again.
    pub reopened: u32,
    /// Its escalations, in order.
    pub escalations: Vec<RecordId>,
    /// The supervision orders on it, in order.
    #[serde(default)]
    pub supervisions: Vec<RecordId>,
    /// How often it was handed over to a next shift since it was last opened.
    #[serde(default)]
    pub carried: u16,
    /// What its clocks have told.
    #[serde(default)]
    pub clocks: Clocks,
    /// How many notes it has.
    pub notes: u32,
    /// What it is one of several calls by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeats: Vec<Repeat>,
    /// That a dispute is proposed because of it, and what was said to that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<Proposal>,
    /// The disputes that it belongs to, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disputes: Vec<RecordId>,
    /// How long it took before it was opened again; none while it never was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_took: Option<Took>,
    /// How the loop that it is in now began: entered, or opened again.
    pub opened: LastStep,
    /// The last step of that loop that stands: what `undo` takes back.
    pub last_step: LastStep,
    /// The last change of any kind.
    pub last_change: LastStep,
}

impl Report {
    /// Whether type, priority or beat are still to be set.
    pub fn to_be_set(&self) -> bool {
        let t = &self.telling;
        t.incident_type.is_none() || t.priority.is_none() || t.beat.is_none()
    }

    /// Which call from the same place or number, or between the same two, it is, when such calls are taken for repeated; otherwise 0.
    pub fn call(&self) -> u32 {
        self.repeats.iter().map(Repeat::call).max().unwrap_or(0)
    }

    /// When the first unit was sent.
    pub fn first_sent(&self) -> Option<Timestamp> {
        self.dispatches.first().map(|d| d.sent.at)
    }

    /// When the first unit came on scene.
    pub fn first_arrived(&self) -> Option<Timestamp> {
        self.dispatches.iter().filter_map(|d| d.arrived.as_ref()).map(|s| s.at).min()
    }
}
