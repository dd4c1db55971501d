//! The places a station answers for: beat, community, town or street, district.

use super::id::{Code, OfficerId};
use super::name::Name;
use serde::{Deserialize, Serialize};

/// How large a place is, from the smallest up; also whom an escalation goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// A small area with a named responsible officer.
    Beat,
    /// A community of beats.
    Community,
    /// A town or street: the station's own level.
    Town,
    /// The district above.
    District,
}

impl Level {
    /// Every level, from the smallest.
    pub const ALL: [Level; 4] = [Level::Beat, Level::Community, Level::Town, Level::District];

    /// The level's code.
    pub const fn code(self) -> &'static str {
        match self {
            Level::Beat => "beat",
            Level::Community => "community",
            Level::Town => "town",
            Level::District => "district",
        }
    }

    /// The level with this code.
    pub fn from_code(code: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|l| l.code() == code)
    }
}

/// A place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its code, as in report files.
    pub code: Code,
    /// Its name.
    pub name: Name,
    /// How large it is.
    pub level: Level,
    /// The place it belongs to, one or more levels up; none for the largest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<Code>,
    /// The officer who answers for it; beats have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<OfficerId>,
    /// Whether it lies outside the town, where a unit needs longer to be on scene; beats only.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub outside: bool,
}
