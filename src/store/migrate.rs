//! The numbered schemas and the step from one to the next. It never touches a file that is newer than the program.

use super::error::StoreError;
use rusqlite::{Connection, TransactionBehavior};

/// Every schema step, in order; the number of a step is its place, from 1. A step once shipped never changes.
const STEPS: [&str; 1] = [include_str!("schema/001.sql")];

/// The newest schema that this program knows.
pub const KNOWN: i64 = STEPS.len() as i64;

/// Marks the file as a desk's: `DDK1`.
pub const APPLICATION_ID: i64 = 0x4444_4B31;

/// Brings the schema up to date. Says whether it changed anything.
pub(crate) fn migrate(conn: &mut Connection) -> Result<bool, StoreError> {
    if version(conn)? == KNOWN {
        return Ok(false);
    }
    // Another process may be doing the same: what counts is the version under the write lock.
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found = version(&tx)?;
    if found > KNOWN {
        return Err(StoreError::Newer { found, known: KNOWN });
    }
    let done = usize::try_from(found).map_err(|_| StoreError::unreadable("schema version"))?;
    for step in STEPS.iter().skip(done) {
        tx.execute_batch(step)?;
    }
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.pragma_update(None, "user_version", KNOWN)?;
    tx.commit()?;
    Ok(found != KNOWN)
}

/// The schema of the file.
pub(crate) fn version(conn: &Connection) -> Result<i64, StoreError> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}
