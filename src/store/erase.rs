//! Erasing: what facts said about a record goes, the chain and the figures stay.
//!
//! Gone in the same transaction: the payloads of every earlier fact about the record with their salts, the words that
//! handovers copied from it (there the seal stays whole, each word has a commitment of its own), its words in the search
//! index, half-filled forms that name it, the notices about it, and the answers kept for repeats, whose keys may come from its
//! source. What SQLite leaves behind in its pages is the business of `sweep`.

use super::error::StoreError;
use super::sql::{self, int};
use super::table::Stored;
use super::tally::Tallies;
use super::{draft_form, meta, outbox, part, receipt, table};
use crate::domain::handover::Handover;
use crate::domain::{RecordId, Subject};
use rusqlite::{Connection, params};
use std::collections::BTreeSet;

/// Erases what was said about a record before the fact `by`.
pub(crate) fn erase(conn: &Connection, id: RecordId, by: u64) -> Result<(), StoreError> {
    let about = Subject::Record(id).to_string();
    let sql = "DELETE FROM payload WHERE seq IN \
               (SELECT seq FROM fact INDEXED BY fact_about WHERE subject = ?1 AND seq < ?2)";
    sql::change(conn, sql, params![about, int(by)])?;
    blank_copies(conn, id, &about)?;
    draft_form::forget_naming(conn, id)?;
    receipt::forget_about(conn, &about)?;
    outbox::forget_about(conn, id)?;
    meta::set(conn, meta::name::SWEEP_FROM, &1)
}

fn blank_copies(conn: &Connection, id: RecordId, about: &str) -> Result<(), StoreError> {
    let sql = "SELECT f.subject FROM part p INDEXED BY part_about JOIN fact f ON f.seq = p.seq \
               WHERE p.about = ?1";
    let copied_by: Vec<String> = sql::all(conn, sql, [about], |row| Ok(row.get(0)?))?;
    let copied_by: BTreeSet<String> = copied_by.into_iter().collect();
    sql::change(conn, "DELETE FROM part WHERE about = ?1", [about])?;
    for subject in copied_by {
        let Ok(Subject::Record(of)) = subject.parse() else { continue };
        if let Some(mut copy) = table::load::<Handover>(conn, of)? {
            part::blank(&mut copy, id);
            copy.save(conn, None, &mut Tallies::default())?;
        }
    }
    Ok(())
}
