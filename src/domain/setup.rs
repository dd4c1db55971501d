//! The items of a station's setup: what `station.toml` says, one item a fact.
//!
//! Nothing that records use is ever deleted; an item is retired and stays readable.

use super::id::{Code, OfficerId, Rev, Subject};
use super::moment::Stamp;
use super::name::Name;
use super::officer::Officer;
use super::place::Place;
use super::record::Recorded;
use super::report::Priority;
use super::rules::Rules;
use super::shift::Shift;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The code lists that a station defines itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CodeList {
    /// Incident types.
    IncidentType,
    /// What P1 to P4 are called here.
    Priority,
    /// Dispositions: the coded outcome of a report.
    Disposition,
    /// How the reporter was answered.
    Answer,
    /// Why a report was handed to somebody else.
    TransferReason,
    /// Why a report was cancelled.
    CancelReason,
    /// Why a report was unfounded.
    UnfoundedReason,
    /// Why something is escalated.
    EscalationReason,
    /// Why a report is opened again.
    ReopenReason,
}

impl CodeList {
    /// Every list.
    pub const ALL: [CodeList; 9] = [
        CodeList::IncidentType,
        CodeList::Priority,
        CodeList::Disposition,
        CodeList::Answer,
        CodeList::TransferReason,
        CodeList::CancelReason,
        CodeList::UnfoundedReason,
        CodeList::EscalationReason,
        CodeList::ReopenReason,
    ];

    /// The list's code, as in `station.toml`.
    pub const fn code(self) -> &'static str {
        match self {
            CodeList::IncidentType => "incident-type",
            CodeList::Priority => "priority",
            CodeList::Disposition => "disposition",
            CodeList::Answer => "answer",
            CodeList::TransferReason => "transfer-reason",
            CodeList::CancelReason => "cancel-reason",
            CodeList::UnfoundedReason => "unfounded-reason",
            CodeList::EscalationReason => "escalation-reason",
            CodeList::ReopenReason => "reopen-reason",
        }
    }
}

/// One entry of a code list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeEntry {
    /// The list it belongs to.
    pub list: CodeList,
    /// The code, as in report files.
    pub code: Code,
    /// What it is called.
    pub name: Name,
    /// The priority usually given; incident types only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// Words in a narrative that propose this code; incident types only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub patterns: Vec<String>,
}

/// A patrol unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its code, as spoken on the radio.
    pub code: Code,
    /// Its name.
    pub name: Name,
    /// The beat it usually covers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beat: Option<Code>,
}

/// A checklist, such as the equipment that is counted at a handover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    /// Its code; `equipment` is asked at every handover.
    pub code: Code,
    /// Its name.
    pub name: Name,
    /// Its items, each answered yes or no.
    pub items: Vec<Name>,
}

/// A post that sends a zero report every duty day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub name: Name,
    /// The time of the day by which its report is expected.
    pub by: jiff::civil::Time,
    /// The place where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Code>,
}

/// What the station is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub name: Name,
    /// Its time zone, an IANA name such as `Asia/Shanghai`.
    pub zone: String,
    /// Whether this is a training desk. It can't be changed after the desk was made.
    #[serde(default)]
    pub training: bool,
    /// Accounts of the machine that several officers share: they sign in with number and passphrase.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shared_uids: Vec<u32>,
}

/// One item of the setup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SetupItem {
    /// What the station is.
    Station(Head),
    /// A place.
    Place(Place),
    /// An officer.
    Officer(Officer),
    /// An entry of a code list.
    Code(CodeEntry),
    /// A shift.
    Shift(Shift),
    /// A unit.
    Unit(Unit),
    /// A checklist.
    Checklist(Checklist),
    /// A post.
    Post(Post),
    /// The deadline rules, their ladders and the calendar, all of them; they have files of their own.
    Rules(Box<Rules>),
}

impl SetupItem {
    /// What names the item among all items: `place/S3`, `incident-type/fight`, `officer/0142`.
    pub fn key(&self) -> String {
        match self {
            SetupItem::Station(_) => "station".to_owned(),
            SetupItem::Place(p) => format!("place/{}", p.code),
            SetupItem::Officer(o) => format!("officer/{}", o.number),
            SetupItem::Code(c) => format!("{}/{}", c.list.code(), c.code),
            SetupItem::Shift(s) => format!("shift/{}", s.code),
            SetupItem::Unit(u) => format!("unit/{}", u.code),
            SetupItem::Checklist(c) => format!("checklist/{}", c.code),
            SetupItem::Post(p) => format!("post/{}", p.code),
            SetupItem::Rules(_) => "rules".to_owned(),
        }
    }
}

/// A setup item as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The item.
    pub item: SetupItem,
    /// No longer offered, but still readable.
    pub retired: bool,
    /// How often it changed.
    pub rev: Rev,
}

impl Recorded for Standing {
    fn subject(&self) -> Subject {
        Subject::Setup(self.item.key())
    }

    fn rev(&self) -> Rev {
        self.rev
    }

    /// The journal alone knows.
    fn last_hand(&self) -> Stamp {
        Stamp { at: Timestamp::UNIX_EPOCH, by: OfficerId::default() }
    }
}
