//! What every record owes, made anew: when the rules, the places or the station's zone change, so does what is owed.

use super::error::StoreError;
use super::tally::Tallies;
use super::{due, kinds};
use crate::domain::Station;
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
    for table in kinds::TABLES.iter().filter(|table| table.clocked) {
        (table.owe)(conn, station, &mut tallies)?;
    }
    tallies.write(conn)
}
