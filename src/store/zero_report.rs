//! The table of zero reports: one row a post and duty day.

use super::error::StoreError;
use super::sql::{self, day_number};
use super::table::{Name, Table};
use crate::domain::id::Kind;
use crate::domain::query::RowKey;
use crate::domain::row::ZeroReportRow;
use crate::domain::zero_report::ZeroReport;
use crate::domain::{Code, RecordId};
use jiff::civil::Date;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params};

impl Table for ZeroReport {
    const TABLE: &'static str = "zero_report";
    const NAME: Name = Name::Number(Kind::ZeroReport);
    const ONE: &'static str = "a zero report";
    const CLOCKED: bool = true;
    const COLUMNS: &'static [&'static str] = &["post", "open"];

    fn columns(&self) -> Vec<Value> {
        vec![Value::Text(self.post.0.clone()), Value::Integer(i64::from(self.filed.is_none()))]
    }
}

/// The zero report that a post has for a duty day.
pub(crate) fn of_post(conn: &Connection, post: &Code, day: Date) -> Result<Option<RecordId>, StoreError> {
    let sql = "SELECT number FROM zero_report WHERE post = ?1 AND day = ?2";
    let number: Option<u32> = sql::one(conn, sql, params![post.0, day_number(day)], |row| row.get(0))?;
    Ok(number.map(|number| RecordId { kind: Kind::ZeroReport, day, number }))
}

/// At most `most` zero reports that are not here yet.
pub(crate) fn open(conn: &Connection, most: i64) -> Result<Vec<ZeroReport>, StoreError> {
    let sql = "SELECT body FROM zero_report INDEXED BY zero_report_open WHERE open = 1 ORDER BY key LIMIT ?1";
    sql::all(conn, sql, [most], |row| sql::parsed(&row.get::<_, String>(0)?, ZeroReport::ONE))
}

/// A zero report as a row, from its key and body.
pub(crate) fn read_row(row: &Row<'_>) -> Result<ZeroReportRow, StoreError> {
    let (key, body): (RowKey, String) = (row.get(0)?, row.get(1)?);
    Ok(ZeroReportRow { key, zero: sql::parsed(&body, ZeroReport::ONE)? })
}
