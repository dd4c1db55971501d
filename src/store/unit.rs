//! The table of unit states: a few dozen rows, always read together.

use super::error::StoreError;
use super::sql;
use super::table::{Name, Table};
use crate::domain::patrol::{UnitState, UnitStatus};
use crate::domain::row::UnitRow;
use crate::domain::setup::Unit;
use crate::domain::{Code, Stamp, Station};
use jiff::Timestamp;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Whether a unit is out.
fn is_out(status: UnitStatus) -> bool {
    match status {
        UnitStatus::Off => false,
        UnitStatus::Available | UnitStatus::Dispatched | UnitStatus::OnScene | UnitStatus::Returning => true,
    }
}

impl Table for UnitState {
    const TABLE: &'static str = "unit";
    const NAME: Name = Name::Text { column: "code", prefix: "unit:" };
    const ONE: &'static str = "the state of a unit";
}

/// The state of every unit that something ever happened to.
pub(crate) fn load_all(conn: &Connection) -> Result<BTreeMap<Code, UnitState>, StoreError> {
    let states: Vec<UnitState> = sql::all(conn, "SELECT body FROM unit", [], |row| {
        sql::parsed(&row.get::<_, String>(0)?, UnitState::ONE)
    })?;
    Ok(states.into_iter().map(|state| (state.code.clone(), state)).collect())
}

/// How many units in use are out.
pub(crate) fn count_out(conn: &Connection, station: &Station) -> Result<u64, StoreError> {
    let out = rows(conn, station)?.iter().filter(|row| is_out(row.state.status)).count();
    Ok(u64::try_from(out).unwrap_or(u64::MAX))
}

/// Every unit in use, in order of code. One that nothing ever happened to has been available since the epoch.
pub(crate) fn rows(conn: &Connection, station: &Station) -> Result<Vec<UnitRow>, StoreError> {
    let mut states = load_all(conn)?;
    let row = |unit: &Unit| UnitRow {
        state: states.remove(&unit.code).unwrap_or_else(|| untouched(&unit.code)),
        beat: unit.beat.clone(),
    };
    Ok(station.units().map(row).collect())
}

fn untouched(code: &Code) -> UnitState {
    UnitState {
        code: code.clone(),
        rev: 0,
        status: UnitStatus::default(),
        on: None,
        since: Stamp { at: Timestamp::UNIX_EPOCH, by: "desk".into() },
        last_check_in: None,
    }
}
