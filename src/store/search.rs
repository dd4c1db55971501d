//! The search index: what is added to it and taken out of it as reports change. Asking it is in `find`.
//!
//! The index is changed once a batch, after every command of it: FTS5 writes a segment each time that a savepoint closes.

use super::error::StoreError;
use super::sql;
use super::words;
use crate::domain::Report;
use crate::domain::fact::ReportFact;
use crate::domain::query::RowKey;
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};

/// The words of one report: what was told and the notes, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Texts {
    told: String,
    notes: String,
}

impl Texts {
    fn pieces(&self) -> BTreeSet<String> {
        let mut pieces = words::pieces(&self.told);
        pieces.extend(words::pieces(&self.notes));
        pieces
    }
}

/// Changes of the index that are not written yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Changes(BTreeMap<RowKey, Change>);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Change {
    /// What was told, when it changed.
    told: Option<String>,
    /// Notes to add.
    notes: Vec<String>,
    /// Everything goes.
    erased: bool,
}

impl Changes {
    /// Notes what a fact does to what search finds.
    pub(crate) fn fact(&mut self, key: RowKey, after: &Report, fact: &ReportFact) {
        match fact {
            ReportFact::Received(_) | ReportFact::Amended(_) => {
                self.0.entry(key).or_default().told = Some(words::told(after));
            }
            ReportFact::Noted { text } => self.0.entry(key).or_default().notes.push(words::fold(text)),
            ReportFact::Erased(_) => {
                self.0.insert(key, Change { erased: true, ..Change::default() });
            }
            ReportFact::Resent
            | ReportFact::Accepted
            | ReportFact::Dispatched { .. }
            | ReportFact::Arrived { .. }
            | ReportFact::Resolved { .. }
            | ReportFact::Verified
            | ReportFact::Closed { .. }
            | ReportFact::Transferred { .. }
            | ReportFact::MarkedDuplicate { .. }
            | ReportFact::Cancelled { .. }
            | ReportFact::MarkedUnfounded { .. }
            | ReportFact::Reopened { .. }
            | ReportFact::TakenOver { .. }
            | ReportFact::Supervised { .. }
            | ReportFact::Carried { .. }
            | ReportFact::Undone { .. }
            | ReportFact::Escalated { .. }
            | ReportFact::Repeated(_)
            | ReportFact::Proposed { .. }
            | ReportFact::ProposalDeclined { .. }
            | ReportFact::Linked { .. } => {}
        }
    }

    /// Takes over the changes of one command.
    pub(crate) fn join(&mut self, others: Changes) {
        for (key, change) in others.0 {
            if change.erased {
                self.0.insert(key, change);
                continue;
            }
            let mine = self.0.entry(key).or_default();
            mine.told = change.told.or(mine.told.take());
            mine.notes.extend(change.notes);
        }
    }

    /// Writes the changes.
    pub(crate) fn write(&mut self, conn: &Connection) -> Result<(), StoreError> {
        for (key, change) in std::mem::take(&mut self.0) {
            let before = load(conn, key)?;
            let after = changed(before.clone().unwrap_or_default(), &change);
            index(conn, key, before.as_ref(), &after)?;
            if change.erased {
                sql::change(conn, "DELETE FROM search_text WHERE key = ?1", [key])?;
            } else {
                let sql = "INSERT INTO search_text (key, told, notes) VALUES (?1, ?2, ?3) \
                           ON CONFLICT (key) DO UPDATE SET told = ?2, notes = ?3";
                sql::change(conn, sql, params![key, after.told, after.notes])?;
            }
        }
        Ok(())
    }
}

fn load(conn: &Connection, key: RowKey) -> Result<Option<Texts>, StoreError> {
    sql::one(conn, "SELECT told, notes FROM search_text WHERE key = ?1", [key], |row| {
        Ok(Texts { told: row.get(0)?, notes: row.get(1)? })
    })
}

fn changed(mut texts: Texts, change: &Change) -> Texts {
    if change.erased {
        return Texts::default();
    }
    if let Some(told) = &change.told {
        texts.told.clone_from(told);
    }
    for note in &change.notes {
        if !texts.notes.is_empty() {
            texts.notes.push('\n');
        }
        texts.notes.push_str(note);
    }
    texts
}

/// Only the difference is written: a note adds a few pieces, an amendment leaves most where they are.
fn index(conn: &Connection, key: RowKey, before: Option<&Texts>, after: &Texts) -> Result<(), StoreError> {
    let old = before.map(Texts::pieces).unwrap_or_default();
    let new = after.pieces();
    let added: Vec<&str> = new.difference(&old).map(String::as_str).collect();
    if !added.is_empty() {
        sql::change(conn, "INSERT INTO gram (rowid, pieces) VALUES (?1, ?2)", params![key, added.join(" ")])?;
    }
    let gone: Vec<&str> = old.difference(&new).map(String::as_str).collect();
    if !gone.is_empty() {
        let sql = "INSERT INTO gram (gram, rowid, pieces) VALUES ('delete', ?1, ?2)";
        sql::change(conn, sql, params![key, gone.join(" ")])?;
    }
    Ok(())
}
