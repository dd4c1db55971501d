//! A list as SQLite finds its rows, and the lists of reports: every view, with or without a priority and a beat, read by
//! an index of its own.

use super::error::StoreError;
use super::page::{Stretch, page};
use super::report::{self, ROW_COLUMNS, slot};
use super::search::{self, Shelf};
use super::{find, sql, tally};
use crate::domain::id::Kind;
use crate::domain::query::{Page, ReportFilter, ReportView, Rows};
use crate::domain::row::ReportRow;
use crate::domain::{OfficerId, Station};
use crate::store::words::Find;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

/// One list: how SQLite finds its rows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct List {
    /// What its rows are, and where their words are looked for.
    pub(crate) shelf: Shelf,
    /// `INDEXED BY` the index that has its rows in order, or `NOT INDEXED` for the order of the table itself.
    pub(crate) index: &'static str,
    /// What its rows have in common.
    pub(crate) terms: Vec<&'static str>,
    /// The values of the question marks in the terms.
    pub(crate) values: Vec<Value>,
    /// How many rows it has.
    pub(crate) total: u64,
}

impl List {
    /// The list of reports that a filter asks for, without its words.
    pub(crate) fn reports(
        conn: &Connection,
        filter: &ReportFilter,
        asker: &OfficerId,
    ) -> Result<List, StoreError> {
        let mut list = view(filter, asker);
        if let Some(beat) = &filter.beat {
            list.terms.push("r.beat = ?");
            list.values.push(Value::Text(beat.0.clone()));
        }
        if filter.priority.is_some() {
            list.terms.push("r.priority = ?");
            list.values.push(Value::Integer(slot(filter.priority)));
        }
        let name = tally::list_of(filter.view, asker);
        let beat = filter.beat.as_ref().map(|b| b.as_str());
        list.total = tally::count(conn, &name, beat, filter.priority.map(|p| slot(Some(p))))?;
        Ok(list)
    }

    /// Whether every record of the kind is in it.
    pub(crate) fn is_everything(&self) -> bool {
        self.terms.is_empty()
    }

    /// The terms as the end of a condition: ` AND r.open = 1`.
    pub(crate) fn and_terms(&self) -> String {
        self.terms.iter().map(|term| format!(" AND {term}")).collect()
    }

    /// The values of the terms, then more.
    pub(crate) fn values_and(&self, more: impl IntoIterator<Item = Value>) -> Vec<Value> {
        self.values.iter().cloned().chain(more).collect()
    }
}

fn view(filter: &ReportFilter, asker: &OfficerId) -> List {
    let (index, term, value) = match (filter.view, filter.priority.is_some(), filter.beat.is_some()) {
        (ReportView::All, false, false) => ("NOT INDEXED", None, None),
        (ReportView::All, true, false) => ("INDEXED BY report_priority", None, None),
        (ReportView::All, false, true) => ("INDEXED BY report_beat", None, None),
        (ReportView::All, true, true) => ("INDEXED BY report_beat_priority", None, None),
        (ReportView::Open, false, false) => ("INDEXED BY report_open", Some("r.open = 1"), None),
        (ReportView::Open, true, false) => ("INDEXED BY report_open_priority", Some("r.open = 1"), None),
        (ReportView::Open, false, true) => ("INDEXED BY report_open_beat", Some("r.open = 1"), None),
        (ReportView::Open, true, true) => ("INDEXED BY report_open_beat_priority", Some("r.open = 1"), None),
        (ReportView::Waiting, _, _) => ("INDEXED BY report_waiting", Some("r.waiting = 1"), None),
        (ReportView::Proposed, _, _) => ("INDEXED BY report_proposed", Some("r.proposed = 1"), None),
        (ReportView::ToBeSet, _, _) => ("INDEXED BY report_to_be_set", Some("r.to_be_set = 1"), None),
        (ReportView::Mine, _, _) => {
            ("INDEXED BY report_handler", Some("r.handler = ?"), Some(Value::Text(asker.0.clone())))
        }
    };
    let (terms, values) = (term.into_iter().collect(), value.into_iter().collect());
    List { shelf: search::REPORTS, index, terms, values, total: 0 }
}

/// A page of a list of reports.
pub(crate) fn reports(
    conn: &Connection,
    station: &Station,
    filter: &ReportFilter,
    asker: &OfficerId,
    wanted: Page,
) -> Result<Rows<ReportRow>, StoreError> {
    let list = List::reports(conn, filter, asker)?;
    match Find::read(Kind::Report, &filter.find) {
        None => {
            page(wanted, Some(list.total), |row: &ReportRow| row.key, |part| rows(conn, station, &list, part))
        }
        Some(find) => {
            let keys = page(wanted, None, |key| *key, |part| find::keys(conn, &find, &list, part))?;
            let rows = keys.rows.iter().filter_map(|key| report::row_at(conn, station, *key).transpose());
            Ok(Rows {
                rows: rows.collect::<Result<_, _>>()?,
                more_before: keys.more_before,
                more_after: keys.more_after,
                total: None,
            })
        }
    }
}

fn rows(
    conn: &Connection,
    station: &Station,
    list: &List,
    part: Stretch,
) -> Result<Vec<ReportRow>, StoreError> {
    let sql = format!(
        "SELECT {ROW_COLUMNS} FROM report r {} WHERE 1{} AND r.key {} ? ORDER BY r.key {} LIMIT ?",
        list.index,
        list.and_terms(),
        part.compares(),
        part.order(),
    );
    let values = list.values_and([Value::Integer(part.past), Value::Integer(part.limit())]);
    sql::all(conn, &sql, params_from_iter(values), |row| report::read_row(row, station))
}
