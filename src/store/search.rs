//! The search indexes, one a kind of record: what is added and taken out as records change. Asking them is in `find`.
//!
//! They are changed once a batch, after every command of it: FTS5 writes a segment each time that a savepoint closes.

use super::error::StoreError;
use super::sql;
use super::words;
use crate::domain::id::Kind;
use crate::domain::query::RowKey;
use crate::domain::{Fact, Record};
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};

/// Where a kind of record is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Shelf {
    /// The kind.
    pub(crate) kind: Kind,
    /// Its table.
    pub(crate) table: &'static str,
    /// What the table is called in the statements of its lists.
    pub(crate) r: &'static str,
    /// The index of its numbers without their day.
    pub(crate) by_number: &'static str,
    /// The table of its words.
    pub(crate) texts: &'static str,
    /// The index of their pieces.
    pub(crate) grams: &'static str,
}

/// Where reports are looked for.
pub(crate) const REPORTS: Shelf = Shelf {
    kind: Kind::Report,
    table: "report",
    r: "r",
    by_number: "report_number",
    texts: "search_text",
    grams: "gram",
};

/// Where disputes are looked for.
pub(crate) const DISPUTES: Shelf = Shelf {
    kind: Kind::Dispute,
    table: "dispute",
    r: "d",
    by_number: "dispute_number",
    texts: "dispute_text",
    grams: "dispute_gram",
};

impl Shelf {
    /// The table by its name in the statements of its lists: `report r`.
    pub(crate) fn from(&self) -> String {
        format!("{} {}", self.table, self.r)
    }
}

/// The words of a record that search looks into, besides its notes; none when its kind is not searched.
pub(crate) fn told(record: &Record) -> Option<(Shelf, String)> {
    match record {
        Record::Report(report) => Some((REPORTS, words::told(report))),
        Record::Dispute(dispute) => Some((DISPUTES, words::told_of_dispute(dispute))),
        Record::Escalation(_)
        | Record::Unit(_)
        | Record::Handover(_)
        | Record::Setup(_)
        | Record::Supervision(_)
        | Record::Sweep(_)
        | Record::ZeroReport(_) => None,
    }
}

/// The words of one record: what was told and the notes, folded.
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
pub(crate) struct Changes(BTreeMap<(Shelf, RowKey), Change>);

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
    /// Notes what facts about a record do to what search finds.
    pub(crate) fn saved<'a>(
        &mut self,
        key: RowKey,
        before: Option<&Record>,
        after: &Record,
        facts: impl Iterator<Item = &'a Fact>,
    ) {
        let Some((shelf, now)) = told(after) else { return };
        let mut change = Change::default();
        for fact in facts {
            change.erased |= fact.erases();
            change.notes.extend(fact.noted().map(|text| words::fold(text)));
        }
        if before.and_then(told).is_none_or(|(_, was)| was != now) {
            change.told = Some(now);
        }
        if change != Change::default() {
            self.take((shelf, key), change);
        }
    }

    /// Takes over the changes of one command.
    pub(crate) fn join(&mut self, others: Changes) {
        for (place, change) in others.0 {
            self.take(place, change);
        }
    }

    fn take(&mut self, place: (Shelf, RowKey), change: Change) {
        if change.erased {
            self.0.insert(place, Change { erased: true, ..Change::default() });
            return;
        }
        let mine = self.0.entry(place).or_default();
        mine.told = change.told.or(mine.told.take());
        mine.notes.extend(change.notes);
    }

    /// Writes the changes.
    pub(crate) fn write(&mut self, conn: &Connection) -> Result<(), StoreError> {
        for ((shelf, key), change) in std::mem::take(&mut self.0) {
            let (texts, before) = (shelf.texts, load(conn, shelf, key)?);
            let after = changed(before.clone().unwrap_or_default(), &change);
            index(conn, shelf, key, before.as_ref(), &after)?;
            if change.erased {
                sql::change(conn, &format!("DELETE FROM {texts} WHERE key = ?1"), [key])?;
            } else {
                let sql = format!(
                    "INSERT INTO {texts} (key, told, notes) VALUES (?1, ?2, ?3) \
                     ON CONFLICT (key) DO UPDATE SET told = ?2, notes = ?3"
                );
                sql::change(conn, &sql, params![key, after.told, after.notes])?;
            }
        }
        Ok(())
    }
}

fn load(conn: &Connection, shelf: Shelf, key: RowKey) -> Result<Option<Texts>, StoreError> {
    let sql = format!("SELECT told, notes FROM {} WHERE key = ?1", shelf.texts);
    sql::one(conn, &sql, [key], |row| Ok(Texts { told: row.get(0)?, notes: row.get(1)? }))
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
fn index(
    conn: &Connection,
    shelf: Shelf,
    key: RowKey,
    before: Option<&Texts>,
    after: &Texts,
) -> Result<(), StoreError> {
    let grams = shelf.grams;
    let old = before.map(Texts::pieces).unwrap_or_default();
    let new = after.pieces();
    let added: Vec<&str> = new.difference(&old).map(String::as_str).collect();
    if !added.is_empty() {
        let sql = format!("INSERT INTO {grams} (rowid, pieces) VALUES (?1, ?2)");
        sql::change(conn, &sql, params![key, added.join(" ")])?;
    }
    let gone: Vec<&str> = old.difference(&new).map(String::as_str).collect();
    if !gone.is_empty() {
        let sql = format!("INSERT INTO {grams} ({grams}, rowid, pieces) VALUES ('delete', ?1, ?2)");
        sql::change(conn, &sql, params![key, gone.join(" ")])?;
    }
    Ok(())
}
