//! What a unit is doing, and its check-ins.

use crate::domain::command::UnitCommand;
use crate::domain::fact::{Fact, UnitFact};
use crate::domain::limits::filled;
use crate::domain::patrol::UnitStatus;
use crate::domain::refusal::Field;
use crate::domain::{Code, Happened, Loaded, Refusal, Subject};

pub(super) fn decide(loaded: &Loaded, command: &UnitCommand) -> Result<Vec<Happened>, Refusal> {
    let (unit, fact) = match command {
        UnitCommand::Status { unit, status } => (unit, status_change(loaded, unit, *status)?),
        UnitCommand::CheckIn { unit, place } => {
            filled(Field::Place, place)?;
            (unit, UnitFact::CheckedIn { place: place.clone() })
        }
    };
    if !loaded.station.has_unit(unit) {
        return Err(Refusal::UnknownUnit { code: unit.clone() });
    }
    Ok(vec![Happened { subject: Subject::Unit(unit.clone()), fact: Fact::Unit(fact) }])
}

/// A unit that was sent to a report is freed by that report, never past it.
fn status_change(loaded: &Loaded, unit: &Code, status: UnitStatus) -> Result<UnitFact, Refusal> {
    if let Some(on) = loaded.unit(unit).and_then(|state| state.on) {
        return Err(Refusal::UnitBusy { unit: unit.clone(), on });
    }
    match status {
        UnitStatus::Off | UnitStatus::Available | UnitStatus::Returning => {
            Ok(UnitFact::StatusChanged { status, on: None })
        }
        UnitStatus::Dispatched | UnitStatus::OnScene => {
            Err(Refusal::BadValue { field: Field::Status, value: status.code().to_owned() })
        }
    }
}
