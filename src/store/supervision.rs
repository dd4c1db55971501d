//! The table of supervision orders: one row an order.

use super::error::StoreError;
use super::sql::{self, day_number};
use crate::domain::query::RowKey;
use crate::domain::row::SupervisionRow;
use crate::domain::supervision::{Supervision, SupervisionStatus};
use crate::domain::{RecordId, Subject};
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params};

/// What [`columns`] gives, in its order.
pub(crate) const COLUMNS: &str = "day, number, rev, about, open, body";

/// The columns of an order's row as they follow from the order.
pub(crate) fn columns(order: &Supervision) -> Result<[Value; 6], StoreError> {
    Ok([
        Value::Integer(day_number(order.id.day)),
        Value::Integer(i64::from(order.id.number)),
        Value::Integer(sql::int(order.rev)),
        Value::Text(Subject::Record(order.on).to_string()),
        Value::Integer(i64::from(order.status == SupervisionStatus::Open)),
        Value::Text(sql::body(order)?),
    ])
}

/// Saves an order as it stands after its facts.
pub(crate) fn save(conn: &Connection, order: &Supervision) -> Result<(), StoreError> {
    let sql = "INSERT INTO supervision (day, number, rev, about, open, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
               ON CONFLICT (day, number) DO UPDATE SET rev = ?3, about = ?4, open = ?5, body = ?6";
    sql::change(conn, sql, columns(order)?)?;
    Ok(())
}

/// An order.
pub(crate) fn load(conn: &Connection, id: RecordId) -> Result<Option<Supervision>, StoreError> {
    let sql = "SELECT body FROM supervision WHERE day = ?1 AND number = ?2";
    let body: Option<String> = sql::one(conn, sql, params![day_number(id.day), id.number], |row| row.get(0))?;
    body.map(|body| sql::parsed(&body, "a supervision order")).transpose()
}

/// The orders on a record, in order.
pub(crate) fn about(conn: &Connection, on: RecordId) -> Result<Vec<Supervision>, StoreError> {
    let sql = "SELECT body FROM supervision INDEXED BY supervision_about WHERE about = ?1 ORDER BY key";
    sql::all(conn, sql, [Subject::Record(on).to_string()], |row| {
        sql::parsed(&row.get::<_, String>(0)?, "a supervision order")
    })
}

/// At most `most` orders that wait for an answer.
pub(crate) fn open(conn: &Connection, most: i64) -> Result<Vec<Supervision>, StoreError> {
    let sql = "SELECT body FROM supervision INDEXED BY supervision_open WHERE open = 1 ORDER BY key LIMIT ?1";
    sql::all(conn, sql, [most], |row| sql::parsed(&row.get::<_, String>(0)?, "a supervision order"))
}

/// An order as a row, from its key and body.
pub(crate) fn read_row(row: &Row<'_>) -> Result<SupervisionRow, StoreError> {
    let (key, body): (RowKey, String) = (row.get(0)?, row.get(1)?);
    Ok(SupervisionRow { key, order: sql::parsed(&body, "a supervision order")? })
}
