//! What every record owes, made anew: when the rules, the places or the station's zone change, so does what is owed.

use super::error::StoreError;
use super::tally::Tallies;
use super::{due, sql};
use crate::domain::due::{Clocked, owed};
use crate::domain::escalation::Escalation;
use crate::domain::query::RowKey;
use crate::domain::supervision::Supervision;
use crate::domain::zero_report::ZeroReport;
use crate::domain::{Report, Station};
use rusqlite::Connection;
use serde::de::DeserializeOwned;

/// How many records are read at a time.
const AT_A_TIME: i64 = 500;

/// Whether an item of the setup decides about what is owed.
pub(crate) fn depends_on(key: &str) -> bool {
    key == "rules" || key == "station" || key.starts_with("place/")
}

/// Makes the rows of what is owed anew, from every record that something can be owed on. Counts that are not written
/// yet must be written before.
pub(crate) fn make_anew(conn: &Connection, station: &Station) -> Result<(), StoreError> {
    due::clear(conn)?;
    let mut tallies = Tallies::default();
    each::<Report>(conn, "report INDEXED BY report_open", station, &mut tallies)?;
    each::<Escalation>(conn, "escalation INDEXED BY escalation_open", station, &mut tallies)?;
    each::<Supervision>(conn, "supervision INDEXED BY supervision_open", station, &mut tallies)?;
    each::<ZeroReport>(conn, "zero_report INDEXED BY zero_report_open", station, &mut tallies)?;
    tallies.write(conn)
}

/// Every open record of a table. Few are in memory at a time, however many are open.
fn each<T: Clocked + DeserializeOwned>(
    conn: &Connection,
    table: &str,
    station: &Station,
    tallies: &mut Tallies,
) -> Result<(), StoreError> {
    let sql = format!("SELECT key, body FROM {table} WHERE open = 1 AND key > ?1 ORDER BY key LIMIT ?2");
    let mut past = RowKey::MIN;
    loop {
        let records: Vec<(RowKey, T)> = sql::all(conn, &sql, [past, AT_A_TIME], |row| {
            Ok((row.get(0)?, sql::parsed(&row.get::<_, String>(1)?, "an open record")?))
        })?;
        let Some((last, _)) = records.last() else { return Ok(()) };
        past = *last;
        for (_, record) in &records {
            due::save(conn, &[], &owed(record, station), tallies)?;
        }
    }
}
