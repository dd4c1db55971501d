//! What facts do to the state of a unit.

use crate::domain::fact::UnitFact;
use crate::domain::patrol::{CheckIn, UnitState, UnitStatus};
use crate::domain::{Code, Stamp};

pub(super) fn apply(before: Option<UnitState>, code: &Code, fact: &UnitFact, stamp: &Stamp) -> UnitState {
    let mut state = before.unwrap_or_else(|| UnitState {
        code: code.clone(),
        rev: 0,
        status: UnitStatus::default(),
        on: None,
        since: stamp.clone(),
        last_check_in: None,
    });
    state.rev += 1;
    match fact {
        UnitFact::StatusChanged { status, on } => {
            state.status = *status;
            state.on = *on;
            state.since = stamp.clone();
        }
        UnitFact::CheckedIn { place } => {
            state.last_check_in = Some(CheckIn { stamp: stamp.clone(), place: place.clone() });
        }
    }
    state
}
