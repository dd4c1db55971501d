//! Single values of the desk itself.

use super::chain::{Hash, Head};
use super::error::StoreError;
use super::sql;
use rusqlite::types::FromSql;
use rusqlite::{Connection, ToSql, params};

/// What the values are called.
pub(crate) mod name {
    /// How often the desk was started.
    pub(crate) const BOOT: &str = "boot";
    /// How far a training desk's clock is ahead of the machine's, in milliseconds.
    pub(crate) const CLOCK_OFFSET: &str = "clock_offset_ms";
    /// The last entry's place, kept a second time: a cut tail shows against it.
    pub(crate) const HEAD_SEQ: &str = "head_seq";
    /// The last entry's hash.
    pub(crate) const HEAD_HASH: &str = "head_hash";
    /// The entry that last changed the setup: readers keep the station until it moves.
    pub(crate) const SETUP_SEQ: &str = "setup_seq";
    /// The next page that must be swept after an erasure; absent when there is none.
    pub(crate) const SWEEP_FROM: &str = "sweep_from";
}

pub(crate) fn get<T: FromSql>(conn: &Connection, name: &str) -> Result<Option<T>, StoreError> {
    sql::one(conn, "SELECT value FROM meta WHERE name = ?1", [name], |row| row.get(0))
}

pub(crate) fn set(conn: &Connection, name: &str, value: &dyn ToSql) -> Result<(), StoreError> {
    let sql = "INSERT INTO meta (name, value) VALUES (?1, ?2) \
               ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    sql::change(conn, sql, params![name, value]).map(|_| ())
}

pub(crate) fn forget(conn: &Connection, name: &str) -> Result<(), StoreError> {
    sql::change(conn, "DELETE FROM meta WHERE name = ?1", [name]).map(|_| ())
}

/// How far the desk's clock is ahead of the machine's, in milliseconds; only a training desk's ever is.
pub(crate) fn clock_offset_ms(conn: &Connection) -> Result<i64, StoreError> {
    Ok(get(conn, name::CLOCK_OFFSET)?.unwrap_or(0))
}

pub(crate) fn set_head(conn: &Connection, head: &Head) -> Result<(), StoreError> {
    set(conn, name::HEAD_SEQ, &sql::int(head.seq))?;
    set(conn, name::HEAD_HASH, &head.hash.as_slice())
}

/// The journal's last entry as kept here: place and hash.
pub(crate) fn head(conn: &Connection) -> Result<Option<(u64, Vec<u8>)>, StoreError> {
    let seq: Option<i64> = get(conn, name::HEAD_SEQ)?;
    let hash: Option<Vec<u8>> = get(conn, name::HEAD_HASH)?;
    Ok(seq.map(sql::count).zip(hash))
}

/// A hash from its stored bytes.
pub(crate) fn hash_of(bytes: &[u8]) -> Result<Hash, StoreError> {
    bytes.try_into().map_err(|_| StoreError::unreadable("a hash"))
}
