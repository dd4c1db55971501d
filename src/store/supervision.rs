//! The table of supervision orders: one row an order.

use super::error::StoreError;
use super::sql;
use super::table::{Name, Table};
use crate::domain::RecordId;
use crate::domain::id::Kind;
use crate::domain::query::RowKey;
use crate::domain::row::SupervisionRow;
use crate::domain::supervision::{Supervision, SupervisionStatus};
use rusqlite::types::Value;
use rusqlite::{Connection, Row};

impl Table for Supervision {
    const TABLE: &'static str = "supervision";
    const NAME: Name = Name::Number(Kind::Supervision);
    const ONE: &'static str = "a supervision order";
    const CLOCKED: bool = true;
    const COLUMNS: &'static [&'static str] = &["about", "open"];

    fn columns(&self) -> Vec<Value> {
        let open = self.status == SupervisionStatus::Open;
        vec![Value::Text(self.on.to_string()), Value::Integer(i64::from(open))]
    }
}

/// The orders on a record, in order.
pub(crate) fn about(conn: &Connection, on: RecordId) -> Result<Vec<Supervision>, StoreError> {
    let sql = "SELECT body FROM supervision INDEXED BY supervision_about WHERE about = ?1 ORDER BY key";
    sql::all(conn, sql, [on.to_string()], |row| sql::parsed(&row.get::<_, String>(0)?, Supervision::ONE))
}

/// At most `most` orders that wait for an answer.
pub(crate) fn open(conn: &Connection, most: i64) -> Result<Vec<Supervision>, StoreError> {
    let sql = "SELECT body FROM supervision INDEXED BY supervision_open WHERE open = 1 ORDER BY key LIMIT ?1";
    sql::all(conn, sql, [most], |row| sql::parsed(&row.get::<_, String>(0)?, Supervision::ONE))
}

/// An order as a row, from its key and body.
pub(crate) fn read_row(row: &Row<'_>) -> Result<SupervisionRow, StoreError> {
    let (key, body): (RowKey, String) = (row.get(0)?, row.get(1)?);
    Ok(SupervisionRow { key, order: sql::parsed(&body, Supervision::ONE)? })
}
