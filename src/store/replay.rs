//! Whether the facts add up to the rows: every record is made anew from the facts about it and compared with its row, its
//! columns included, and every count with its list.

use super::error::StoreError;
use super::finding::{Finding, VerifyReport};
use super::table::{Name, Stored};
use super::tally::{Cell, Tallies};
use super::words::fold;
use super::{due, journal, kinds, pair, search, setup, sql};
use crate::domain::due::{Due, owed_on};
use crate::domain::{Fact, OfficerId, Record, RecordId, Stamp, Station, Subject, apply};
use rusqlite::types::Value;
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};

/// Compares every record with the facts about it.
pub(crate) fn replay(
    conn: &Connection,
    found: &mut VerifyReport,
    mut progress: impl FnMut(u64),
) -> Result<(), StoreError> {
    let station = setup::station(conn)?;
    let mut replay = Replay {
        conn,
        found,
        station,
        owed: 0,
        pairs: 0,
        tallies: Tallies::default(),
        rows: BTreeMap::new(),
    };
    let sql = "SELECT f.subject, f.seq, f.at_ms, f.officer, p.body FROM fact f INDEXED BY fact_about \
               LEFT JOIN payload p ON p.seq = f.seq ORDER BY f.subject, f.seq";
    let mut statement = sql::prepared(conn, sql)?;
    let mut rows = statement.query([])?;
    let mut current: Option<Replayed> = None;
    let mut done = 0;
    while let Some(row) = rows.next()? {
        let text = row.get_ref(0)?.as_str().map_err(|_| StoreError::unreadable("a subject"))?;
        if current.as_ref().is_none_or(|same| same.text != text) {
            replay.compare(current.take())?;
            current = Some(Replayed::about(text)?);
        }
        let body: Option<String> = row.get(4)?;
        if let (Some(body), Some(current)) = (body, current.as_mut()) {
            let stamp = Stamp { at: sql::instant(row.get(2)?)?, by: OfficerId(row.get(3)?) };
            current.take(journal::fact(conn, sql::count(row.get(1)?), &body)?, &stamp);
        }
        done += 1;
        if done % 4096 == 0 {
            progress(done);
        }
    }
    replay.compare(current)?;
    replay.unexplained()?;
    replay.tallies()
}

/// A record as the facts make it.
struct Replayed {
    /// The subject as written.
    text: String,
    subject: Subject,
    record: Option<Record>,
    /// What was noted on it, folded: search looks into that too.
    notes: Vec<String>,
}

impl Replayed {
    fn about(text: &str) -> Result<Replayed, StoreError> {
        let subject = text.parse().map_err(|_| StoreError::unreadable("a subject"))?;
        Ok(Replayed { text: text.to_owned(), subject, record: None, notes: Vec::new() })
    }

    fn take(&mut self, fact: Fact, stamp: &Stamp) {
        self.record = apply(self.record.take(), &self.subject, &fact, stamp);
        if fact.erases() {
            self.notes.clear();
        }
        self.notes.extend(fact.noted().map(|text| fold(text)));
    }
}

struct Replay<'a> {
    conn: &'a Connection,
    found: &'a mut VerifyReport,
    /// What is owed depends on it; its own rows are compared like all others.
    station: Station,
    /// How many things are owed.
    owed: u64,
    /// How many pairs stand against each other.
    pairs: u64,
    tallies: Tallies,
    /// How many rows each table should have.
    rows: BTreeMap<&'static str, u64>,
}

impl Replay<'_> {
    fn compare(&mut self, replayed: Option<Replayed>) -> Result<(), StoreError> {
        let Some(Replayed { subject, record: Some(record), notes, .. }) = replayed else { return Ok(()) };
        self.searched(&record, &notes.join("\n"))?;
        let stored = kinds::stored(&record);
        let (shape, expected) = (stored.shape(), stored.row()?);
        self.tallies.moved(Vec::new(), stored.counted());
        self.owing(&record)?;
        self.paired(&record, shape.table)?;
        *self.rows.entry(shape.table).or_default() += 1;
        match shape.row(self.conn, &expected)? {
            None => self.found.find(Finding::RowMissing { subject: subject.to_string() }),
            Some(row) if same(stored, &expected, &row) => {}
            Some(_) => self.found.find(Finding::RowDiffers { subject: subject.to_string() }),
        }
        Ok(())
    }

    /// Everything that is owed must stand in the queue, and nothing else.
    fn owing(&mut self, record: &Record) -> Result<(), StoreError> {
        if record.clocked().is_none() {
            return Ok(());
        }
        let mut owed = owed_on(record, &self.station);
        owed.sort_by(|a, b| a.owed.rule.cmp(&b.owed.rule));
        self.owed += sql::count(i64::try_from(owed.len()).unwrap_or(i64::MAX));
        self.tallies.moved(Vec::new(), due::cells(&owed));
        let expected: Vec<Vec<Value>> =
            owed.iter().map(|d| Ok(due::columns(d)?.to_vec())).collect::<Result<_, StoreError>>()?;
        let stands = due::of(self.conn, &record.subject())? == expected && self.first_owed(record, &owed)?;
        if !stands {
            self.found.find(Finding::DueDiffers { subject: record.subject().to_string() });
        }
        Ok(())
    }

    /// Who stands against whom must be found, and nothing else.
    fn paired(&mut self, record: &Record, table: &str) -> Result<(), StoreError> {
        let (pairs, all_there) = pair::standing(self.conn, table, record)?;
        self.pairs += pairs;
        if !all_there {
            self.found.find(Finding::PairDiffers { subject: record.subject().to_string() });
        }
        Ok(())
    }

    /// Where the list by deadline has a record must follow from what is owed on it.
    fn first_owed(&self, record: &Record, owed: &[Due]) -> Result<bool, StoreError> {
        let Subject::Record(id) = record.subject() else { return Ok(true) };
        let Some(shape) = kinds::of(id.kind).filter(|shape| shape.by_deadline) else { return Ok(true) };
        let sql = format!("SELECT owes, owed_at FROM {} WHERE day = ?1 AND number = ?2", shape.table);
        let values = params![sql::day_number(id.day), id.number];
        let there = sql::one(self.conn, &sql, values, |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(there.is_none_or(|there: (i64, i64)| there == due::first(owed)))
    }

    /// Search must look into what the facts say, and into nothing that was erased.
    fn searched(&mut self, record: &Record, notes: &str) -> Result<(), StoreError> {
        let Some((shelf, told)) = search::told(record) else { return Ok(()) };
        let Subject::Record(id) = record.subject() else { return Ok(()) };
        let (table, texts) = (shelf.table, shelf.texts);
        let sql = format!(
            "SELECT t.told, t.notes FROM {table} r JOIN {texts} t ON t.key = r.key \
             WHERE r.day = ?1 AND r.number = ?2"
        );
        let there: Option<(String, String)> =
            sql::one(self.conn, &sql, params![sql::day_number(id.day), id.number], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        let same = match there {
            Some((in_told, in_notes)) => in_told == told && in_notes == notes,
            None => told.is_empty() && notes.is_empty(),
        };
        if !same {
            self.found.find(Finding::SearchDiffers { subject: id.to_string() });
        }
        Ok(())
    }

    /// Rows that no fact explains; looked for only where a table has more rows than it should.
    fn unexplained(&mut self) -> Result<(), StoreError> {
        let filled = kinds::TABLES.iter().map(|shape| (shape.table, shape.name));
        let unfilled = kinds::UNFILLED.iter().map(|(table, kind)| (*table, Name::Number(*kind)));
        for (table, name) in filled.chain(unfilled) {
            let expected = self.rows.get(table).copied().unwrap_or(0);
            let sql = format!("SELECT count(*) FROM {table}");
            let rows = sql::count(sql::one(self.conn, &sql, [], |row| row.get(0))?.unwrap_or(0));
            if rows != expected {
                self.strangers(table, name)?;
            }
        }
        if due::rows(self.conn)? != self.owed {
            self.found.find(Finding::DueDiffers { subject: "due".to_owned() });
        }
        if pair::count(self.conn)? != self.pairs {
            self.found.find(Finding::PairDiffers { subject: "pair".to_owned() });
        }
        self.passphrases()
    }

    fn strangers(&mut self, table: &str, name: Name) -> Result<(), StoreError> {
        let sql = match name {
            Name::Number(_) => format!("SELECT day, number FROM {table}"),
            Name::Text { column, prefix } => format!("SELECT '{prefix}' || {column} FROM {table}"),
        };
        let subjects: Vec<String> = sql::all(self.conn, &sql, [], |row| {
            Ok(match name {
                Name::Number(kind) => sql::record_id(kind, row.get(0)?, row.get(1)?)
                    .map_or_else(|_| format!("{}-?", kind.letter()), |id: RecordId| id.to_string()),
                Name::Text { .. } => row.get(0)?,
            })
        })?;
        let sql = "SELECT 1 FROM fact INDEXED BY fact_about WHERE subject = ?1 LIMIT 1";
        for subject in subjects {
            if sql::one(self.conn, sql, [&subject], |_| Ok(()))?.is_none() {
                self.found.find(Finding::RowUnexplained { subject });
            }
        }
        Ok(())
    }

    /// A passphrase that nobody set.
    fn passphrases(&mut self) -> Result<(), StoreError> {
        let officers: Vec<String> =
            sql::all(self.conn, "SELECT officer FROM passphrase", [], |row| Ok(row.get(0)?))?;
        let sql = "SELECT 1 FROM fact INDEXED BY fact_about \
                   WHERE subject = ?1 AND kind = 'setup.passphrase-set' LIMIT 1";
        for officer in officers {
            let subject = Subject::Setup(format!("officer/{officer}")).to_string();
            if sql::one(self.conn, sql, [&subject], |_| Ok(()))?.is_none() {
                self.found.find(Finding::RowUnexplained { subject: format!("{subject} (passphrase)") });
            }
        }
        Ok(())
    }

    fn tallies(&mut self) -> Result<(), StoreError> {
        let there: BTreeMap<Cell, i64> =
            sql::all(self.conn, "SELECT list, beat, slot, n FROM tally WHERE n <> 0", [], |row| {
                Ok(((row.get(0)?, row.get(1)?, row.get(2)?), row.get(3)?))
            })?
            .into_iter()
            .collect();
        let expected: BTreeMap<Cell, i64> = self.tallies.cells().map(|(cell, n)| (cell.clone(), n)).collect();
        let cells: BTreeSet<&Cell> = there.keys().chain(expected.keys()).collect();
        let wrong: BTreeSet<&str> = cells
            .into_iter()
            .filter(|cell| there.get(*cell) != expected.get(*cell))
            .map(|(list, _, _)| list.as_str())
            .collect();
        for list in wrong {
            self.found.find(Finding::TallyDiffers { list: list.to_owned() });
        }
        Ok(())
    }
}

/// Whether a row is what it should be.
fn same(record: &dyn Stored, expected: &[Value], row: &[Value]) -> bool {
    let columns = expected.len() - 1;
    let same_body = || matches!(&row[columns], Value::Text(body) if record.is_body(body));
    expected[..columns] == row[..columns] && (expected[columns] == row[columns] || same_body())
}
