//! Who is told of what happens: a notice, and what becomes of it.
//!
//! A notice holds no personal data: a record's number, its priority, type and beat, which rule and how late; never what
//! was told, by whom or where. It leaves the station by a command whose maker nobody here knows.

mod given;

pub use given::{Cause, notices};

use super::id::{Code, OfficerId, RecordId};
use super::place::Level;
use super::query::RowKey;
use super::report::Priority;
use super::rules::Target;
use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// What names a notice: the journal entry that gave it, and a counter from 1.
///
/// ```
/// use dutydesk::domain::notice::NoticeId;
/// let id: NoticeId = "4102-1".parse().unwrap();
/// assert_eq!((id.seq, id.n, id.to_string()), (4102, 1, "4102-1".to_owned()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoticeId {
    /// The journal entry.
    pub seq: u64,
    /// Which of its notices, from 1.
    pub n: u16,
}

impl fmt::Display for NoticeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.seq, self.n)
    }
}

/// A text that names no notice.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' names no notice; they look like 4102-1")]
pub struct NoNoticeId(pub String);

impl FromStr for NoticeId {
    type Err = NoNoticeId;

    fn from_str(text: &str) -> Result<NoticeId, NoNoticeId> {
        let number = |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<u64>().ok());
        let parts = text.split_once('-').and_then(|(seq, n)| number(seq).flatten().zip(number(n).flatten()));
        let id = parts.and_then(|(seq, n)| Some(NoticeId { seq, n: u16::try_from(n).ok()? }));
        id.filter(|id| id.seq > 0 && id.n > 0).ok_or_else(|| NoNoticeId(text.to_owned()))
    }
}

impl Serialize for NoticeId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for NoticeId {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<NoticeId, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

/// Why somebody is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeWhy {
    /// Something that is owed is late.
    Late {
        /// By which rule.
        rule: Code,
        /// How many seconds after the deadline.
        late_s: i64,
        /// The how manieth time this is told, from 1.
        time: u16,
    },
    /// A report was handed up.
    Escalated {
        /// The escalation.
        escalation: RecordId,
        /// To which level.
        level: Level,
        /// Why, coded.
        reason: Code,
    },
    /// What was handed up was answered.
    Answered {
        /// The escalation.
        escalation: RecordId,
    },
    /// What was put off is back in the queue.
    Returned {
        /// By which rule it is owed.
        rule: Code,
    },
    /// A dispute may turn violent.
    MayTurnViolent,
    /// A supervision order was issued.
    Ordered {
        /// The order.
        order: RecordId,
        /// By when it must be answered.
        due_at: Timestamp,
    },
    /// The answer to a supervision order was sent back.
    SentBack {
        /// The order.
        order: RecordId,
        /// By when it must be answered now.
        due_at: Timestamp,
    },
    /// A supervision order was answered.
    OrderAnswered {
        /// The order.
        order: RecordId,
    },
    /// Somebody tries whether notices arrive.
    DeskTest,
}

impl NoticeWhy {
    /// The reason's code, as the station's command gets it.
    pub const fn code(&self) -> &'static str {
        match self {
            NoticeWhy::Late { .. } => "late",
            NoticeWhy::Escalated { .. } => "escalated",
            NoticeWhy::Answered { .. } => "answered",
            NoticeWhy::Returned { .. } => "returned",
            NoticeWhy::MayTurnViolent => "may-turn-violent",
            NoticeWhy::Ordered { .. } => "ordered",
            NoticeWhy::SentBack { .. } => "sent-back",
            NoticeWhy::OrderAnswered { .. } => "order-answered",
            NoticeWhy::DeskTest => "test",
        }
    }
}

/// Something to tell somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// What names it.
    pub id: NoticeId,
    /// When it came up, by the desk's clock.
    pub at: Timestamp,
    /// The record that it is about; none when it is about the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<RecordId>,
    /// Why.
    pub why: NoticeWhy,
    /// Who is told.
    pub to: Target,
    /// The officers that this is at the station; empty when nobody here is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub officers: Vec<OfficerId>,
    /// The units that this is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Code>,
    /// The record's priority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// Its incident type.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub incident_type: Option<Code>,
    /// Its beat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beat: Option<Code>,
}

impl Notice {
    /// Whether somebody is meant who may not be at the desk. Whoever is at it sees the notice on the console.
    pub fn leaves(&self) -> bool {
        match self.to {
            Target::Unit | Target::Handler | Target::BeatOfficer => {
                !self.officers.is_empty() || !self.units.is_empty()
            }
            Target::ShiftLeader | Target::Supervisor | Target::Town | Target::District => true,
        }
    }
}

/// A notice as consoles show it: on a line of its own, until it is old.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeLine {
    /// The journal entry that gave it; a higher one is news.
    pub seq: u64,
    /// When it came up, by the desk's clock.
    pub at: Timestamp,
    /// The record that it is about; none when it is about the desk.
    pub about: Option<RecordId>,
    /// Why.
    pub why: NoticeWhy,
    /// Who is told.
    pub to: Target,
}

impl From<Notice> for NoticeLine {
    fn from(notice: Notice) -> NoticeLine {
        let Notice { id, at, about, why, to, .. } = notice;
        NoticeLine { seq: id.seq, at, about, why, to }
    }
}

/// Where a notice stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeState {
    /// It is to be delivered, or delivered again.
    Waiting,
    /// The station's command runs with it.
    Sending,
    /// The command said that it was delivered.
    Sent,
    /// It was tried as often as it may be: a dead letter.
    Dead,
    /// An officer gave it up, or what it was about was erased.
    Dropped,
    /// It was shown on the consoles only: the station has no command, or nobody is meant who is not at the desk.
    Shown,
}

impl NoticeState {
    /// Every state.
    pub const ALL: [NoticeState; 6] = [
        NoticeState::Waiting,
        NoticeState::Sending,
        NoticeState::Sent,
        NoticeState::Dead,
        NoticeState::Dropped,
        NoticeState::Shown,
    ];

    /// The state's code.
    pub const fn code(self) -> &'static str {
        match self {
            NoticeState::Waiting => "waiting",
            NoticeState::Sending => "sending",
            NoticeState::Sent => "sent",
            NoticeState::Dead => "dead",
            NoticeState::Dropped => "dropped",
            NoticeState::Shown => "shown",
        }
    }

    /// The state with this code.
    pub fn from_code(code: &str) -> Option<NoticeState> {
        NoticeState::ALL.into_iter().find(|s| s.code() == code)
    }
}

/// Why a delivery failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotDelivered {
    /// The command ended with something other than 0.
    Exit,
    /// It did not end within its time and was killed.
    TimeLimit,
    /// It could not be started.
    NotStarted,
    /// The desk or the machine went down while it ran, and it left no word of success.
    Interrupted,
}

impl NotDelivered {
    /// Every reason.
    pub const ALL: [NotDelivered; 4] =
        [NotDelivered::Exit, NotDelivered::TimeLimit, NotDelivered::NotStarted, NotDelivered::Interrupted];

    /// The reason's code.
    pub const fn code(self) -> &'static str {
        match self {
            NotDelivered::Exit => "exit",
            NotDelivered::TimeLimit => "time-limit",
            NotDelivered::NotStarted => "not-started",
            NotDelivered::Interrupted => "interrupted",
        }
    }

    /// The reason with this code.
    pub fn from_code(code: &str) -> Option<NotDelivered> {
        NotDelivered::ALL.into_iter().find(|s| s.code() == code)
    }
}

/// A row of the outbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeRow {
    /// Its place in the list.
    pub key: RowKey,
    /// What names it.
    pub id: NoticeId,
    /// Where it stands.
    pub state: NoticeState,
    /// How often its delivery was begun since it came up or an officer had it tried again.
    pub tries: u32,
    /// Why the last delivery failed.
    pub error: Option<NotDelivered>,
    /// The notice; none after what it was about was erased.
    pub notice: Option<Notice>,
}
