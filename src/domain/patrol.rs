//! Units: who is out, and what each is doing now.

use super::id::{Code, RecordId, Rev, Subject};
use super::moment::Stamp;
use super::private::Private;
use super::record::Recorded;
use serde::{Deserialize, Serialize};

/// What a unit is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnitStatus {
    /// Not on duty.
    Off,
    /// Out and free; also a unit that nothing was ever entered about.
    #[default]
    Available,
    /// On its way to a report.
    Dispatched,
    /// At a report.
    OnScene,
    /// On its way back.
    Returning,
}

impl UnitStatus {
    /// Every status.
    pub const ALL: [UnitStatus; 5] = [
        UnitStatus::Off,
        UnitStatus::Available,
        UnitStatus::Dispatched,
        UnitStatus::OnScene,
        UnitStatus::Returning,
    ];

    /// The status's code.
    pub const fn code(self) -> &'static str {
        match self {
            UnitStatus::Off => "off",
            UnitStatus::Available => "available",
            UnitStatus::Dispatched => "dispatched",
            UnitStatus::OnScene => "on-scene",
            UnitStatus::Returning => "returning",
        }
    }

    /// The status with this code.
    pub fn from_code(code: &str) -> Option<UnitStatus> {
        UnitStatus::ALL.into_iter().find(|s| s.code() == code)
    }
}

/// A check-in: the proof of passing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckIn {
    /// When, and who entered it.
    pub stamp: Stamp,
    /// Where, as told.
    pub place: Private,
}

/// The state of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitState {
    /// The unit.
    pub code: Code,
    /// How often it changed.
    pub rev: Rev,
    /// What it is doing.
    pub status: UnitStatus,
    /// The report it is on.
    pub on: Option<RecordId>,
    /// Since when, and who entered that.
    pub since: Stamp,
    /// Its last check-in.
    pub last_check_in: Option<CheckIn>,
}

impl Recorded for UnitState {
    fn subject(&self) -> Subject {
        Subject::Unit(self.code.clone())
    }

    fn rev(&self) -> Rev {
        self.rev
    }

    fn last_hand(&self) -> Stamp {
        self.since.clone()
    }
}
