//! A look at a record from outside, for `doctor`: is it a desk's, and is it sound? It changes nothing.

use super::error::StoreError;
use super::{open, sql};
use std::path::Path;

/// The version of SQLite in the program.
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}

/// Opens the record for reading and lets SQLite look it over, without its indexes.
///
/// # Errors
/// What is wrong with it.
pub fn look(folder: &Path) -> Result<(), StoreError> {
    let conn = open::reading(&open::record_file(folder))?;
    let said: Option<String> = sql::one(&conn, "PRAGMA quick_check(1)", [], |row| row.get(0))?;
    match said.as_deref() {
        Some("ok") => Ok(()),
        Some(_) | None => Err(StoreError::Damaged { what: "quick check".to_owned() }),
    }
}
