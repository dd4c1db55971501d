//! Who stands against whom: one row for each pair of a report or a dispute, so that what is between the same two is found
//! by a number or a name of each.
//!
//! A row holds a hash of the pair and no words. Rows follow from the records alone and go with them.

use super::error::StoreError;
use super::sql::{self, int};
use crate::domain::id::Kind;
use crate::domain::pair::Pair;
use crate::domain::query::RowKey;
use crate::domain::record::Paired;
use crate::domain::{Record, RecordId, Subject};
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// How many bytes of the hash are kept: two pairs have never the same.
const HASH_BYTES: usize = 16;

/// A record in the history of a pair. In order of time, the key deciding between equal instants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Known {
    /// When it was entered.
    pub(crate) at_ms: i64,
    /// Its place in its list.
    pub(crate) key: RowKey,
    /// Its number.
    pub(crate) id: RecordId,
}

/// A stretch of time that ends before a record, or with everything.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    /// The first instant.
    pub(crate) from_ms: i64,
    /// The last instant, and the key of the record that it ends before.
    pub(crate) until: (i64, RowKey),
}

impl Window {
    /// From the first record to the last.
    pub(crate) const ALL: Window = Window { from_ms: i64::MIN, until: (i64::MAX, RowKey::MAX) };
}

fn hash(pair: &Pair) -> Vec<u8> {
    Sha256::digest(pair.as_str()).iter().copied().take(HASH_BYTES).collect()
}

/// The pairs of a record, with the letter of its kind and when it was entered.
fn rows(record: Option<&Record>) -> BTreeSet<(Vec<u8>, String, i64)> {
    let Some(Paired { at, pairs }) = record.and_then(Record::paired) else { return BTreeSet::new() };
    let Some(Subject::Record(id)) = record.map(Record::subject) else { return BTreeSet::new() };
    let row = |pair: &Pair| (hash(pair), id.kind.letter().to_string(), at.as_millisecond());
    pairs.iter().map(row).collect()
}

/// Follows a record that was saved.
pub(crate) fn save(
    conn: &Connection,
    key: RowKey,
    before: Option<&Record>,
    after: &Record,
) -> Result<(), StoreError> {
    let (was, is) = (rows(before), rows(Some(after)));
    for (pair, kind, at) in was.difference(&is) {
        let sql = "DELETE FROM pair WHERE pair = ?1 AND kind = ?2 AND at_ms = ?3 AND key = ?4";
        sql::change(conn, sql, params![pair, kind, at, key])?;
    }
    for (pair, kind, at) in is.difference(&was) {
        let sql = "INSERT INTO pair (pair, kind, at_ms, key) VALUES (?1, ?2, ?3, ?4)";
        sql::change(conn, sql, params![pair, kind, at, key])?;
    }
    Ok(())
}

/// How many pairs a record has, and whether each stands in the table.
pub(crate) fn standing(conn: &Connection, table: &str, record: &Record) -> Result<(u64, bool), StoreError> {
    let expected = rows(Some(record));
    let (Subject::Record(id), false) = (record.subject(), expected.is_empty()) else { return Ok((0, true)) };
    let sql = format!("SELECT key FROM {table} WHERE day = ?1 AND number = ?2");
    let key: Option<RowKey> =
        sql::one(conn, &sql, params![sql::day_number(id.day), id.number], |row| row.get(0))?;
    let mut all = true;
    for (pair, kind, at) in &expected {
        let sql = "SELECT 1 FROM pair WHERE pair = ?1 AND kind = ?2 AND at_ms = ?3 AND key = ?4";
        all &= sql::one(conn, sql, params![pair, kind, at, key], |_| Ok(()))?.is_some();
    }
    Ok((u64::try_from(expected.len()).unwrap_or(u64::MAX), all))
}

/// How many rows there are.
pub(crate) fn count(conn: &Connection) -> Result<u64, StoreError> {
    Ok(sql::count(sql::one(conn, "SELECT count(*) FROM pair", [], |row| row.get(0))?.unwrap_or(0)))
}

/// The last reports between the same two, newest first.
pub(crate) fn reports(
    conn: &Connection,
    pairs: &BTreeSet<Pair>,
    window: Window,
    most: usize,
) -> Result<Vec<Known>, StoreError> {
    let sql = "SELECT p.at_ms, p.key, r.day, r.number FROM pair p CROSS JOIN report r ON r.key = p.key \
               WHERE p.pair = ?1 AND p.kind = 'R' AND p.at_ms >= ?2 AND (p.at_ms, p.key) < (?3, ?4) \
               ORDER BY p.at_ms DESC, p.key DESC LIMIT ?5";
    last(conn, sql, Kind::Report, pairs, window, most)
}

/// The last disputes between the same two, newest first.
pub(crate) fn disputes(
    conn: &Connection,
    pairs: &BTreeSet<Pair>,
    most: usize,
) -> Result<Vec<Known>, StoreError> {
    let sql = "SELECT p.at_ms, p.key, d.day, d.number FROM pair p CROSS JOIN dispute d ON d.key = p.key \
               WHERE p.pair = ?1 AND p.kind = 'D' AND p.at_ms >= ?2 AND (p.at_ms, p.key) < (?3, ?4) \
               ORDER BY p.at_ms DESC, p.key DESC LIMIT ?5";
    last(conn, sql, Kind::Dispute, pairs, Window::ALL, most)
}

/// The newest unresolved dispute between the same two.
pub(crate) fn unresolved(conn: &Connection, pairs: &BTreeSet<Pair>) -> Result<Option<RecordId>, StoreError> {
    let sql = "SELECT p.at_ms, p.key, d.day, d.number FROM pair p CROSS JOIN dispute d ON d.key = p.key \
               WHERE p.pair = ?1 AND p.kind = 'D' AND p.at_ms >= ?2 AND (p.at_ms, p.key) < (?3, ?4) \
               AND d.open = 1 ORDER BY p.at_ms DESC, p.key DESC LIMIT ?5";
    Ok(last(conn, sql, Kind::Dispute, pairs, Window::ALL, 1)?.first().map(|known| known.id))
}

fn last(
    conn: &Connection,
    sql: &str,
    kind: Kind,
    pairs: &BTreeSet<Pair>,
    window: Window,
    most: usize,
) -> Result<Vec<Known>, StoreError> {
    let limit = int(u64::try_from(most).unwrap_or(u64::MAX));
    let mut found: BTreeSet<Known> = BTreeSet::new();
    for pair in pairs {
        let values = params![hash(pair), window.from_ms, window.until.0, window.until.1, limit];
        found.extend(sql::all(conn, sql, values, |row| {
            let id = sql::record_id(kind, row.get(2)?, row.get(3)?)?;
            Ok(Known { at_ms: row.get(0)?, key: row.get(1)?, id })
        })?);
    }
    Ok(found.into_iter().rev().take(most).collect())
}
