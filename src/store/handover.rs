//! The table of handovers: one row a handover, and its row on a screen.

use super::error::StoreError;
use super::sql::{self, day_number};
use super::tally::{self, Cell, Tallies};
use crate::domain::handover::{Handover, HandoverStatus};
use crate::domain::id::Kind;
use crate::domain::query::RowKey;
use crate::domain::row::HandoverRow;
use crate::domain::shift::Watch;
use crate::domain::{RecordId, Rev, Stamp};
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params};
use serde::Deserialize;

/// The cells that a handover is counted in.
pub(crate) fn cells(_handover: &Handover) -> Vec<Cell> {
    vec![(tally::HANDOVERS.to_owned(), String::new(), 0)]
}

/// What [`columns`] gives, in its order.
pub(crate) const COLUMNS: &str = "day, number, rev, signed, body";

/// The columns of a handover's row as they follow from the handover.
pub(crate) fn columns(handover: &Handover) -> Result<[Value; 5], StoreError> {
    Ok([
        Value::Integer(day_number(handover.id.day)),
        Value::Integer(i64::from(handover.id.number)),
        Value::Integer(sql::int(handover.rev)),
        Value::Integer(i64::from(handover.status == HandoverStatus::Signed)),
        Value::Text(sql::body(handover)?),
    ])
}

/// Saves a handover as it stands after its facts.
pub(crate) fn save(
    conn: &Connection,
    before: Option<&Handover>,
    after: &Handover,
    tallies: &mut Tallies,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO handover (day, number, rev, signed, body) VALUES (?1, ?2, ?3, ?4, ?5) \
               ON CONFLICT (day, number) DO UPDATE SET rev = ?3, signed = ?4, body = ?5";
    sql::change(conn, sql, columns(after)?)?;
    tallies.moved(before.map(cells).unwrap_or_default(), cells(after));
    Ok(())
}

/// A handover.
pub(crate) fn load(conn: &Connection, id: RecordId) -> Result<Option<Handover>, StoreError> {
    let sql = "SELECT body FROM handover WHERE day = ?1 AND number = ?2";
    let body: Option<String> = sql::one(conn, sql, params![day_number(id.day), id.number], |row| row.get(0))?;
    body.map(|body| sql::parsed(&body, "a handover")).transpose()
}

/// The handover that waits to be accepted.
pub(crate) fn waiting(conn: &Connection) -> Result<Option<RecordId>, StoreError> {
    let sql = "SELECT day, number FROM handover INDEXED BY handover_signed WHERE signed = 1 \
               ORDER BY key DESC LIMIT 1";
    let found = sql::one(conn, sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    found.map(|(day, number)| sql::record_id(Kind::Handover, day, number)).transpose()
}

/// As much of a handover as its row shows: the words of its items are left where they are.
#[derive(Deserialize)]
struct Outline {
    id: RecordId,
    rev: Rev,
    status: HandoverStatus,
    draft: DraftOutline,
    signed: Stamp,
    accepted: Option<Stamp>,
}

#[derive(Deserialize)]
struct DraftOutline {
    watch: Watch,
    items: Vec<ItemOutline>,
}

#[derive(Deserialize)]
struct ItemOutline {
    critical: bool,
}

/// A handover in one line, from its key and body.
pub(crate) fn read_row(row: &Row<'_>) -> Result<HandoverRow, StoreError> {
    let (key, body): (RowKey, String) = (row.get(0)?, row.get(1)?);
    let outline: Outline = sql::parsed(&body, "a handover")?;
    let items = &outline.draft.items;
    let few = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(HandoverRow {
        key,
        id: outline.id,
        rev: outline.rev,
        status: outline.status,
        day: outline.draft.watch.day,
        shift: outline.draft.watch.shift.clone(),
        signed: outline.signed,
        accepted: outline.accepted,
        items: few(items.len()),
        critical: few(items.iter().filter(|item| item.critical).count()),
    })
}
