//! What every record owes, made anew: when the rules, the places or the station's zone change, so does what is owed.

use super::error::StoreError;
use super::tally::Tallies;
use super::{due, sql, supervision, zero_report};
use crate::domain::due::{Clocked, owed};
use crate::domain::escalation::Escalation;
use crate::domain::{Report, Station};
use rusqlite::Connection;

/// Whether an item of the setup decides about what is owed.
pub(crate) fn depends_on(key: &str) -> bool {
    key == "rules" || key == "station" || key.starts_with("place/")
}

/// Makes the rows of what is owed anew, from every record that something can be owed on. Counts that are not written
/// yet must be written before.
pub(crate) fn make_anew(conn: &Connection, station: &Station) -> Result<(), StoreError> {
    due::clear(conn)?;
    let mut tallies = Tallies::default();
    let sql = "SELECT body FROM report INDEXED BY report_open WHERE open = 1 ORDER BY key";
    for report in sql::all(conn, sql, [], |row| sql::parsed::<Report>(&row.get::<_, String>(0)?, "a report"))?
    {
        save(conn, &report, station, &mut tallies)?;
    }
    let sql = "SELECT body FROM escalation INDEXED BY escalation_open WHERE open = 1 ORDER BY key";
    for escalation in
        sql::all(conn, sql, [], |row| sql::parsed::<Escalation>(&row.get::<_, String>(0)?, "an escalation"))?
    {
        save(conn, &escalation, station, &mut tallies)?;
    }
    for order in supervision::open(conn)? {
        save(conn, &order, station, &mut tallies)?;
    }
    for zero in zero_report::open(conn)? {
        save(conn, &zero, station, &mut tallies)?;
    }
    tallies.write(conn)
}

fn save(
    conn: &Connection,
    record: &dyn Clocked,
    station: &Station,
    tallies: &mut Tallies,
) -> Result<(), StoreError> {
    due::save(conn, &[], &owed(record, station), tallies)
}
