//! An escalation: a record handed up with a reason, waiting for an acknowledgement.

use super::id::{Code, RecordId, Rev};
use super::moment::Stamp;
use super::place::Level;
use super::private::Private;
use serde::{Deserialize, Serialize};

/// An escalation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Escalation {
    /// Its number.
    pub id: RecordId,
    /// How often it changed.
    pub rev: Rev,
    /// What was handed up.
    pub on: RecordId,
    /// To which level.
    pub to: Level,
    /// Why, coded.
    pub reason: Code,
    /// Why, in words.
    pub note: Private,
    /// Who handed it up and when.
    pub raised: Stamp,
    /// Who acknowledged it and when.
    pub acknowledged: Option<Stamp>,
    /// What the one who acknowledged said.
    pub reply: Private,
}
