//! The table of unit states: a few dozen rows, always read together.

use super::error::StoreError;
use super::sql;
use crate::domain::patrol::{UnitState, UnitStatus};
use crate::domain::row::UnitRow;
use crate::domain::setup::Unit;
use crate::domain::{Code, Stamp, Station};
use jiff::Timestamp;
use rusqlite::Connection;
use rusqlite::types::Value;
use std::collections::BTreeMap;

/// Whether a unit is out.
fn is_out(status: UnitStatus) -> bool {
    match status {
        UnitStatus::Off => false,
        UnitStatus::Available | UnitStatus::Dispatched | UnitStatus::OnScene | UnitStatus::Returning => true,
    }
}

/// What [`columns`] gives, in its order.
pub(crate) const COLUMNS: &str = "code, rev, body";

/// The columns of a unit's row as they follow from its state.
pub(crate) fn columns(state: &UnitState) -> Result<[Value; 3], StoreError> {
    Ok([
        Value::Text(state.code.0.clone()),
        Value::Integer(sql::int(state.rev)),
        Value::Text(sql::body(state)?),
    ])
}

/// Saves the state of a unit.
pub(crate) fn save(conn: &Connection, after: &UnitState) -> Result<(), StoreError> {
    let sql = "INSERT INTO unit (code, rev, body) VALUES (?1, ?2, ?3) \
               ON CONFLICT (code) DO UPDATE SET rev = ?2, body = ?3";
    sql::change(conn, sql, columns(after)?).map(|_| ())
}

/// The state of every unit that something ever happened to.
pub(crate) fn load_all(conn: &Connection) -> Result<BTreeMap<Code, UnitState>, StoreError> {
    let states: Vec<UnitState> = sql::all(conn, "SELECT body FROM unit", [], |row| {
        sql::parsed(&row.get::<_, String>(0)?, "the state of a unit")
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
