//! The small words that every table file speaks with SQLite: prepared statements, instants, bodies.

use super::error::StoreError;
use crate::domain::RecordId;
use crate::domain::id::Kind;
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{CachedStatement, Connection, OptionalExtension, Params, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A statement, prepared once a connection.
pub(crate) fn prepared<'c>(conn: &'c Connection, sql: &str) -> Result<CachedStatement<'c>, StoreError> {
    #[cfg(test)]
    super::plans::note(sql);
    Ok(conn.prepare_cached(sql)?)
}

/// Runs a statement that changes rows; says how many.
pub(crate) fn change(conn: &Connection, sql: &str, params: impl Params) -> Result<usize, StoreError> {
    Ok(prepared(conn, sql)?.execute(params)?)
}

/// The one row that a statement finds, or none.
pub(crate) fn one<T>(
    conn: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Option<T>, StoreError> {
    Ok(prepared(conn, sql)?.query_row(params, read).optional()?)
}

/// Every row that a statement finds: only where a limit or the nature of the thing keeps them few.
pub(crate) fn all<T>(
    conn: &Connection,
    sql: &str,
    params: impl Params,
    mut read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut statement = prepared(conn, sql)?;
    let mut rows = statement.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

/// A count as stored.
pub(crate) fn count(n: i64) -> u64 {
    u64::try_from(n).unwrap_or(0)
}

/// A number as SQLite can keep it. Nothing that the desk counts comes near the end.
pub(crate) fn int(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// An instant as stored: milliseconds are all that is kept of it.
pub(crate) fn instant(ms: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(ms).map_err(|_| StoreError::unreadable("an instant"))
}

/// An instant without what is finer than stored.
pub(crate) fn whole_ms(at: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at)
}

/// The first whole millisecond at which an instant has come. Whoever looks then finds that it has; a moment earlier there
/// would be nothing to do, again and again until that moment is over.
pub(crate) fn ms_not_before(at: Timestamp) -> i64 {
    let ms = at.as_millisecond();
    if whole_ms(at) < at { ms.saturating_add(1) } else { ms }
}

/// A record as JSON.
pub(crate) fn body<T: Serialize>(record: &T) -> Result<String, StoreError> {
    serde_json::to_string(record).map_err(|_| StoreError::broken("a record can't be written as JSON"))
}

/// A record from JSON. The reader's own complaint is dropped: it may quote the record.
pub(crate) fn parsed<T: DeserializeOwned>(text: &str, what: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|_| StoreError::unreadable(what))
}

/// The day of a record's number as stored: 20261121.
pub(crate) fn day_number(day: Date) -> i64 {
    i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day())
}

/// A record's number from its stored columns.
pub(crate) fn record_id(kind: Kind, day: i64, number: i64) -> Result<RecordId, StoreError> {
    let part = |n: i64| i8::try_from(n).ok();
    let date = i16::try_from(day / 10_000)
        .ok()
        .zip(part(day / 100 % 100))
        .zip(part(day % 100))
        .and_then(|((y, m), d)| Date::new(y, m, d).ok());
    date.zip(u32::try_from(number).ok())
        .map(|(day, number)| RecordId { kind, day, number })
        .ok_or_else(|| StoreError::unreadable("a record's number"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_due_at_a_part_of_a_millisecond_is_stored_as_due_when_it_has_come() {
        for (nanos, ms) in
            [(0, 0), (1, 1), (999_999, 1), (1_000_000, 1), (1_000_001, 2), (-1, 0), (-1_000_000, -1)]
        {
            let at = Timestamp::from_nanosecond(nanos).unwrap();
            assert_eq!(ms_not_before(at), ms, "{nanos}");
        }
    }
}
