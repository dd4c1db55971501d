//! The table of setup items, and the passphrases that are kept beside the journal.

use super::error::StoreError;
use super::sql;
use super::table::{Name, Table};
use crate::domain::setup::Standing;
use crate::domain::{OfficerId, Station};
use rusqlite::Connection;

impl Table for Standing {
    const TABLE: &'static str = "setup";
    const NAME: Name = Name::Text { column: "item", prefix: "setup:" };
    const ONE: &'static str = "a setup item";
}

/// The station as set up.
pub(crate) fn station(conn: &Connection) -> Result<Station, StoreError> {
    let items = sql::all(conn, "SELECT item, body FROM setup", [], |row| {
        Ok((row.get(0)?, sql::parsed(&row.get::<_, String>(1)?, Standing::ONE)?))
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
