//! What the desk knows of earlier: reports from the same place or the same telephone number, or between the same two
//! sides, and when calls count as repeated.
//!
//! Letters and visits are left out on both sides: they call up nobody's history, and stand in nobody's. A name alone is
//! never looked up, because two people may share it. A duplicate is the same call as the other report and counts once.

use super::dispute::DisputeStatus;
use super::dispute::terms::Category;
use super::fold::fold;
use super::id::{Code, RecordId};
use super::private::Private;
use super::report::{Report, Source, Status};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// How many earlier reports are counted; more are said as `99+`.
pub const COUNT_MAX: usize = 100;
/// How many days back the history goes.
pub const HISTORY_DAYS: i64 = 365;
/// How many earlier reports a repeated call names at most, unless the rule asks for more calls.
pub const NAMED_MAX: u16 = 10;

/// The digits of a telephone number that count: with and without its country code it is the same number.
const PHONE_DIGITS: usize = 10;
/// Fewer digits than this are no number.
const PHONE_DIGITS_MIN: usize = 3;

/// What two reports have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Same {
    /// The place.
    Place,
    /// The caller's telephone number.
    Caller,
    /// The two sides, whichever of them called.
    Sides,
}

impl Same {
    /// Every one.
    pub const ALL: [Same; 3] = [Same::Place, Same::Caller, Same::Sides];

    /// Its code, as in `--json`.
    pub const fn code(self) -> &'static str {
        match self {
            Same::Place => "place",
            Same::Caller => "caller",
            Same::Sides => "sides",
        }
    }
}

/// A place as it is compared; none when nothing is told.
///
/// ```
/// use dutydesk::domain::earlier::place_key;
/// assert_eq!(place_key(" 粮站 3号。"), place_key("粮站３号"));
/// assert_ne!(place_key("3-12"), place_key("31-2"));
/// assert_eq!(place_key(" ? "), None);
/// ```
pub fn place_key(place: &str) -> Option<String> {
    let folded = fold(place);
    let told = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let mut key = String::with_capacity(told.len());
    for word in told.split_whitespace() {
        // Chinese is written without spaces; in Latin letters a space parts two words.
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii());
        if latin(key.chars().last()) && latin(word.chars().next()) {
            key.push(' ');
        }
        key.push_str(word);
    }
    (!key.is_empty()).then_some(key)
}

/// A telephone number as it is compared: its last ten digits; none when it has fewer than three.
///
/// ```
/// use dutydesk::domain::earlier::phone_key;
/// assert_eq!(phone_key("+86 138-0000-1111"), phone_key("１３８００００１１１１"));
/// assert_eq!(phone_key("none"), None);
/// ```
pub fn phone_key(phone: &str) -> Option<String> {
    let digits: String = fold(phone).chars().filter(char::is_ascii_digit).collect();
    let from = digits.len().saturating_sub(PHONE_DIGITS);
    (digits.len() >= PHONE_DIGITS_MIN).then(|| digits.get(from..).unwrap_or_default().to_owned())
}

/// Whether reports of a source stand in a history and call one up.
pub const fn has_history(source: Source) -> bool {
    match source {
        Source::Phone
        | Source::Hotline
        | Source::WalkIn
        | Source::GridWorker
        | Source::Patrol
        | Source::AlarmPhone
        | Source::FileDrop
        | Source::OtherDesk => true,
        Source::LetterOrVisit => false,
    }
}

/// Whether a report stands in histories at all.
pub fn stands(report: &Report) -> bool {
    has_history(report.source) && report.status != Status::Duplicate
}

/// Under what a report stands in the history of its place; none when it stands in none.
pub fn place_of(report: &Report) -> Option<String> {
    place_key(&report.telling.place).filter(|_| stands(report))
}

/// Under what a report stands in the history of its caller; none when it stands in none.
pub fn caller_of(report: &Report) -> Option<String> {
    phone_key(&report.telling.caller_phone).filter(|_| stands(report))
}

/// A report that is one of several calls from the same place or number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeat {
    /// What they have in common.
    pub by: Same,
    /// Within how many days.
    pub days: u16,
    /// The earlier reports, newest first.
    pub earlier: Vec<RecordId>,
}

impl Repeat {
    /// Which call it is, the earlier ones counted.
    pub fn call(&self) -> u32 {
        u32::try_from(self.earlier.len()).unwrap_or(u32::MAX).saturating_add(1)
    }
}

/// The reports besides a command's own within the window of repeated calls, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// From the same place.
    pub place: Vec<RecordId>,
    /// From the same number.
    pub caller: Vec<RecordId>,
    /// Between the same two sides.
    pub sides: Vec<RecordId>,
    /// Between the same two sides up to now, those after it too; the records are loaded.
    pub between: Vec<RecordId>,
    /// The unresolved dispute between the same two, the newest of several.
    pub dispute: Option<RecordId>,
}

impl Before {
    /// Those that have something in common.
    pub fn of(&self, by: Same) -> &[RecordId] {
        match by {
            Same::Place => &self.place,
            Same::Caller => &self.caller,
            Same::Sides => &self.sides,
        }
    }
}

/// The earlier reports of a place, of a telephone number and between two sides within [`HISTORY_DAYS`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    /// How many at the same place, at most [`COUNT_MAX`].
    pub place: u32,
    /// How many from the same number, at most [`COUNT_MAX`].
    pub caller: u32,
    /// How many between the same two sides, at most [`COUNT_MAX`].
    #[serde(default)]
    pub sides: u32,
    /// The last ones of all, newest first.
    pub rows: Vec<EarlierRow>,
    /// The last disputes between the same two sides, however long ago, newest first.
    #[serde(default)]
    pub disputes: Vec<EarlierDispute>,
}

impl History {
    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.disputes.is_empty()
    }
}

/// An earlier dispute in one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierDispute {
    /// Its number.
    pub id: RecordId,
    /// When it was entered.
    pub found_at: Timestamp,
    /// What kind.
    pub category: Category,
    /// Where it stands.
    pub status: DisputeStatus,
    /// Who stands in it, in one line.
    pub names: Private,
    /// The beginning of what was told.
    pub gist: Private,
}

/// An earlier report in one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierRow {
    /// Its number.
    pub id: RecordId,
    /// When it was entered.
    pub received_at: Timestamp,
    /// What kind.
    pub incident_type: Option<Code>,
    /// Where it stands.
    pub status: Status,
    /// The beginning of what was told.
    pub gist: Private,
    /// What it has in common with what was asked.
    pub same: Vec<Same>,
}
