//! The answers already given: a command asked again under the same key by the same officer is answered, not done.

use super::error::StoreError;
use super::sql;
use crate::domain::{Moment, Receipt};
use rusqlite::{Connection, params};

/// How long an answer is kept, in milliseconds: two days, longer than any client goes on asking.
const KEPT_MS: i64 = 48 * 3_600_000;

/// How many old answers go at a time, so that no act pays for all of them.
const FORGET_AT_ONCE: u32 = 256;

/// The answer that was given under a key.
pub(crate) fn find(conn: &Connection, key: &str, moment: &Moment) -> Result<Option<Receipt>, StoreError> {
    if key.is_empty() {
        return Ok(None);
    }
    let sql = "SELECT body FROM receipt WHERE key = ?1 AND officer = ?2";
    let body: Option<String> = sql::one(conn, sql, [key, &moment.actor.officer.0], |row| row.get(0))?;
    body.map(|body| Ok(Receipt { repeated: true, ..sql::parsed(&body, "a receipt")? })).transpose()
}

/// Keeps an answer.
pub(crate) fn keep(
    conn: &Connection,
    key: &str,
    moment: &Moment,
    receipt: &Receipt,
) -> Result<(), StoreError> {
    if key.is_empty() {
        return Ok(());
    }
    let sql = "INSERT INTO receipt (key, officer, at_ms, body) VALUES (?1, ?2, ?3, ?4)";
    let columns = params![key, moment.actor.officer.0, moment.at.as_millisecond(), sql::body(receipt)?];
    sql::change(conn, sql, columns).map(|_| ())
}

/// Forgets answers that nobody will ask for again.
pub(crate) fn forget_old(conn: &Connection, now_ms: i64) -> Result<(), StoreError> {
    let sql = "DELETE FROM receipt WHERE (key, officer) IN (SELECT key, officer FROM receipt \
               INDEXED BY receipt_at WHERE at_ms < ?1 LIMIT ?2)";
    sql::change(conn, sql, params![now_ms.saturating_sub(KEPT_MS), FORGET_AT_ONCE]).map(|_| ())
}

/// Forgets the answers that name a record. All are gone through: they are two days' worth, and erasing is rare.
pub(crate) fn forget_about(conn: &Connection, record: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM receipt WHERE json_extract(body, '$.id') = ?1";
    sql::change(conn, sql, [record]).map(|_| ())
}
