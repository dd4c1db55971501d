//! Owns the reports that are marked to be acted on together, and how the acts on them came out. Marks are kept by number,
//! so they survive paging, re-sorting and changes of the screen.

use crate::domain::row::ReportRow;
use crate::domain::{Private, RecordId};
use crate::ui::say::Say;
use std::collections::BTreeMap;

/// The reports that are marked, each as it was last shown.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    rows: BTreeMap<RecordId, ReportRow>,
}

impl Marks {
    /// Whether none is marked.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many are marked.
    pub fn count(&self) -> u64 {
        u64::try_from(self.rows.len()).unwrap_or(u64::MAX)
    }

    /// Whether a report is marked.
    pub fn has(&self, id: RecordId) -> bool {
        self.rows.contains_key(&id)
    }

    /// The marked reports, the oldest first.
    pub fn rows(&self) -> impl Iterator<Item = &ReportRow> {
        self.rows.values()
    }

    /// Marks a report, or takes its mark away.
    pub fn turn(&mut self, row: &ReportRow) {
        if self.rows.remove(&row.id).is_none() {
            self.rows.insert(row.id, row.clone());
        }
    }

    /// Marks all of these; when all of them are marked, takes their marks away.
    pub fn turn_all(&mut self, rows: &[ReportRow]) {
        let all = rows.iter().all(|row| self.has(row.id));
        for row in rows {
            match all {
                true => drop(self.rows.remove(&row.id)),
                false => drop(self.rows.insert(row.id, row.clone())),
            }
        }
    }

    /// Takes a mark away.
    pub fn remove(&mut self, id: RecordId) {
        self.rows.remove(&id);
    }

    /// Takes all marks away.
    pub fn clear(&mut self) {
        self.rows.clear();
    }

    /// These rows are shown now: an act is on what the officer sees.
    pub fn note(&mut self, shown: &[ReportRow]) {
        for row in shown {
            if let Some(marked) = self.rows.get_mut(&row.id) {
                *marked = row.clone();
            }
        }
    }
}

/// One act on several reports: what was answered so far.
#[derive(Clone, Debug)]
pub struct Several {
    /// The text that says how many are done.
    pub word: &'static str,
    /// The orders without an answer, by their keys.
    pub waiting: BTreeMap<String, RecordId>,
    /// How many are done.
    pub done: u64,
    /// Which were not, and why.
    pub refused: Vec<(RecordId, Say)>,
    /// The form that gave them: the key that it waits for, and its draft as it was sent.
    pub form: Option<(String, Option<(String, Private)>)>,
}
