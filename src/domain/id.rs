//! What names a thing: record numbers, codes, officer numbers and the subject of a fact.
//!
//! It never looks anything up. A record number is unique at its desk; with the station's code it is unique everywhere.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// How often a record has changed; every fact about it adds one. Starts at 1.
pub type Rev = u64;

/// The kinds of record that are numbered by duty day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A report, `R-`.
    Report,
    /// An escalation, `E-`.
    Escalation,
    /// A handover, `H-`.
    Handover,
    /// A dispute, `D-`.
    Dispute,
    /// A person at risk, `P-`.
    Person,
    /// A supervision order, `S-`.
    Supervision,
    /// A zero report, `Z-`.
    ZeroReport,
    /// A sweep for disputes, `W-`.
    Sweep,
}

impl Kind {
    /// Every kind, in the order of the screens.
    pub const ALL: [Kind; 8] = [
        Kind::Report,
        Kind::Escalation,
        Kind::Handover,
        Kind::Dispute,
        Kind::Person,
        Kind::Supervision,
        Kind::ZeroReport,
        Kind::Sweep,
    ];

    /// The kind's code, as in the rules file.
    pub const fn code(self) -> &'static str {
        match self {
            Kind::Report => "report",
            Kind::Escalation => "escalation",
            Kind::Handover => "handover",
            Kind::Dispute => "dispute",
            Kind::Person => "person",
            Kind::Supervision => "supervision",
            Kind::ZeroReport => "zero-report",
            Kind::Sweep => "sweep",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|k| k.code() == code)
    }

    /// The letter that a number of this kind starts with.
    pub const fn letter(self) -> char {
        match self {
            Kind::Report => 'R',
            Kind::Escalation => 'E',
            Kind::Handover => 'H',
            Kind::Dispute => 'D',
            Kind::Person => 'P',
            Kind::Supervision => 'S',
            Kind::ZeroReport => 'Z',
            Kind::Sweep => 'W',
        }
    }
}

/// The number of a record: kind, duty day and a counter that starts at 1 each duty day.
///
/// ```
/// use dutydesk::domain::RecordId;
/// let id: RecordId = "R-20261121-031".parse().unwrap();
/// assert_eq!(id.to_string(), "R-20261121-031");
/// assert_eq!(id.short(), "R-031");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId {
    /// What kind of record.
    pub kind: Kind,
    /// The duty day it was received on.
    pub day: Date,
    /// Counter within the duty day, from 1.
    pub number: u32,
}

/// How many days off a day of the month alone can't be taken for another month's.
const NEAR_DAYS: i32 = 14;

/// How many days off a day and its month can't be taken for another year's.
const SAME_YEAR_DAYS: i32 = 330;

impl RecordId {
    /// The number without its day, as read out on the radio.
    pub fn short(&self) -> String {
        format!("{}-{:03}", self.kind.letter(), self.number)
    }

    /// The short number as it is told on a duty day: of another duty day it has that day in front, because each day
    /// counts from 1 again. A day more than two weeks off has its month too, and one of almost a year ago stands in full.
    ///
    /// ```
    /// use dutydesk::domain::RecordId;
    /// let id: RecordId = "R-20261121-001".parse().unwrap();
    /// assert_eq!(id.told_on("2026-11-21".parse().unwrap()), "R-001");
    /// assert_eq!(id.told_on("2026-11-22".parse().unwrap()), "21/R-001");
    /// assert_eq!(id.told_on("2026-12-22".parse().unwrap()), "11-21/R-001");
    /// assert_eq!(id.told_on("2027-11-21".parse().unwrap()), "R-20261121-001");
    /// ```
    pub fn told_on(&self, today: Date) -> String {
        let off = today.until(self.day).map_or(i32::MAX, |span| span.get_days()).saturating_abs();
        let (month, day) = (self.day.month(), self.day.day());
        match off {
            0 => self.short(),
            1..=NEAR_DAYS => format!("{day:02}/{}", self.short()),
            _ if off <= SAME_YEAR_DAYS => format!("{month:02}-{day:02}/{}", self.short()),
            _ => self.to_string(),
        }
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (day, letter) = (self.day, self.kind.letter());
        write!(f, "{letter}-{:04}{:02}{:02}-{:03}", day.year(), day.month(), day.day(), self.number)
    }
}

impl fmt::Debug for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A text that is no record number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a record number; they look like R-20261121-031")]
pub struct NoRecordId(pub String);

impl FromStr for RecordId {
    type Err = NoRecordId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse_record_id(text).ok_or_else(|| NoRecordId(text.to_owned()))
    }
}

fn parse_record_id(text: &str) -> Option<RecordId> {
    let mut parts = text.split('-');
    let (letter, day, number) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || day.len() != 8 || number.len() < 3 || number.len() > 9 {
        return None;
    }
    if !day.bytes().chain(number.bytes()).all(|b| b.is_ascii_digit()) {
        return None;
    }
    let kind = Kind::ALL.into_iter().find(|k| letter.chars().eq([k.letter()]))?;
    let date = Date::new(day[..4].parse().ok()?, day[4..6].parse().ok()?, day[6..].parse().ok()?).ok()?;
    let number = number.parse().ok().filter(|n| *n > 0)?;
    Some(RecordId { kind, day: date, number })
}

macro_rules! text_serde {
    ($t:ty) => {
        impl Serialize for $t {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $t {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

text_serde!(RecordId);
text_serde!(Subject);

/// A station-defined code: a beat, a unit, an incident type, a disposition, a reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Code(pub String);

impl Code {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Code {
    fn from(text: &str) -> Code {
        Code(text.to_owned())
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An officer's number, as on the badge.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OfficerId(pub String);

impl From<&str> for OfficerId {
    fn from(text: &str) -> OfficerId {
        OfficerId(text.to_owned())
    }
}

impl fmt::Display for OfficerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a fact is about: exactly one record, so that a record is the sum of the facts about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A numbered record; written `R-20261121-031`.
    Record(RecordId),
    /// A unit's current state; written `unit:south3`.
    Unit(Code),
    /// An item of the station's setup; written `setup:beat/S3`.
    Setup(String),
    /// The desk itself; written `desk`.
    Desk,
}

impl From<RecordId> for Subject {
    fn from(id: RecordId) -> Subject {
        Subject::Record(id)
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Subject::Record(id) => write!(f, "{id}"),
            Subject::Unit(code) => write!(f, "unit:{code}"),
            Subject::Setup(key) => write!(f, "setup:{key}"),
            Subject::Desk => f.write_str("desk"),
        }
    }
}

impl FromStr for Subject {
    type Err = NoRecordId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "desk" {
            return Ok(Subject::Desk);
        }
        if let Some(code) = text.strip_prefix("unit:") {
            return Ok(Subject::Unit(code.into()));
        }
        if let Some(key) = text.strip_prefix("setup:") {
            return Ok(Subject::Setup(key.to_owned()));
        }
        text.parse().map(Subject::Record)
    }
}
