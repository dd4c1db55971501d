//! The table of setup items, and the passphrases that are kept beside the journal.

use super::error::StoreError;
use super::sql;
use crate::domain::setup::Standing;
use crate::domain::{OfficerId, Station};
use rusqlite::Connection;
use rusqlite::types::Value;

/// What [`columns`] gives, in its order.
pub(crate) const COLUMNS: &str = "item, rev, body";

/// The columns of a setup item's row as they follow from the item.
pub(crate) fn columns(standing: &Standing) -> Result<[Value; 3], StoreError> {
    Ok([
        Value::Text(standing.item.key()),
        Value::Integer(sql::int(standing.rev)),
        Value::Text(sql::body(standing)?),
    ])
}

/// Saves a setup item.
pub(crate) fn save(conn: &Connection, after: &Standing) -> Result<(), StoreError> {
    let sql = "INSERT INTO setup (item, rev, body) VALUES (?1, ?2, ?3) \
               ON CONFLICT (item) DO UPDATE SET rev = ?2, body = ?3";
    sql::change(conn, sql, columns(after)?).map(|_| ())
}

/// The station as set up.
pub(crate) fn station(conn: &Connection) -> Result<Station, StoreError> {
    let items = sql::all(conn, "SELECT item, body FROM setup", [], |row| {
        Ok((row.get(0)?, sql::parsed(&row.get::<_, String>(1)?, "a setup item")?))
    })?;
    Ok(Station { items: items.into_iter().collect() })
}

/// Keeps what an officer's passphrase is compared with.
pub(crate) fn set_passphrase(conn: &Connection, officer: &str, hash: &str) -> Result<(), StoreError> {
    let sql = "INSERT INTO passphrase (officer, hash) VALUES (?1, ?2) \
               ON CONFLICT (officer) DO UPDATE SET hash = excluded.hash";
    sql::change(conn, sql, [officer, hash]).map(|_| ())
}

/// What an officer's passphrase is compared with.
pub(crate) fn passphrase_of(conn: &Connection, officer: &OfficerId) -> Result<Option<String>, StoreError> {
    sql::one(conn, "SELECT hash FROM passphrase WHERE officer = ?1", [&officer.0], |row| row.get(0))
}
