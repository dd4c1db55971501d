//! The table of zero reports: one row a post and duty day.

use super::error::StoreError;
use super::sql::{self, day_number};
use crate::domain::id::Kind;
use crate::domain::query::RowKey;
use crate::domain::row::ZeroReportRow;
use crate::domain::zero_report::ZeroReport;
use crate::domain::{Code, RecordId};
use jiff::civil::Date;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params};

/// What [`columns`] gives, in its order.
pub(crate) const COLUMNS: &str = "day, number, rev, post, open, body";

/// The columns of a zero report's row as they follow from it.
pub(crate) fn columns(zero: &ZeroReport) -> Result<[Value; 6], StoreError> {
    Ok([
        Value::Integer(day_number(zero.id.day)),
        Value::Integer(i64::from(zero.id.number)),
        Value::Integer(sql::int(zero.rev)),
        Value::Text(zero.post.0.clone()),
        Value::Integer(i64::from(zero.filed.is_none())),
        Value::Text(sql::body(zero)?),
    ])
}

/// Saves a zero report as it stands after its facts.
pub(crate) fn save(conn: &Connection, zero: &ZeroReport) -> Result<(), StoreError> {
    let sql = "INSERT INTO zero_report (day, number, rev, post, open, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
               ON CONFLICT (day, number) DO UPDATE SET rev = ?3, post = ?4, open = ?5, body = ?6";
    sql::change(conn, sql, columns(zero)?)?;
    Ok(())
}

/// A zero report.
pub(crate) fn load(conn: &Connection, id: RecordId) -> Result<Option<ZeroReport>, StoreError> {
    let sql = "SELECT body FROM zero_report WHERE day = ?1 AND number = ?2";
    let body: Option<String> = sql::one(conn, sql, params![day_number(id.day), id.number], |row| row.get(0))?;
    body.map(|body| sql::parsed(&body, "a zero report")).transpose()
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
    sql::all(conn, sql, [most], |row| sql::parsed(&row.get::<_, String>(0)?, "a zero report"))
}

/// A zero report as a row, from its key and body.
pub(crate) fn read_row(row: &Row<'_>) -> Result<ZeroReportRow, StoreError> {
    let (key, body): (RowKey, String) = (row.get(0)?, row.get(1)?);
    Ok(ZeroReportRow { key, zero: sql::parsed(&body, "a zero report")? })
}
