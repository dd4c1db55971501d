//! The lists of disputes: every view with every filter, in the order of keys or by deadline, each read by an index.
//!
//! A filter by one thing goes along an index of its own where the list may be long. Of several at once, the one that
//! leaves the fewest has the index, and the others are columns of it.

use super::by_deadline::{self, Deadline};
use super::dispute::{self, ROW_COLUMNS};
use super::error::StoreError;
use super::list::List;
use super::page::{Stretch, page, placed};
use super::words::Find;
use super::{find, search, sql, tally};
use crate::domain::dispute::DisputeStatus;
use crate::domain::id::Kind;
use crate::domain::query::{DisputeFilter, DisputeView, Page, RowKey, Rows};
use crate::domain::row::DisputeRow;
use crate::domain::{OfficerId, Station};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

impl List {
    /// The list of disputes that a filter asks for, without its words.
    pub(crate) fn disputes(
        conn: &Connection,
        filter: &DisputeFilter,
        asker: &OfficerId,
    ) -> Result<List, StoreError> {
        let (mut terms, mut values) = (Vec::new(), Vec::new());
        match filter.view {
            DisputeView::Unresolved | DisputeView::ByDeadline => terms.push("d.open = 1"),
            DisputeView::Violent => terms.push("d.violent = 1"),
            DisputeView::Major => terms.push("d.major = 1"),
            DisputeView::Mine => {
                terms.push("d.lead = ?");
                values.push(Value::Text(asker.0.clone()));
            }
            DisputeView::All => {}
        }
        let chosen = [
            ("d.status = ?", filter.status.map(|status| status.code().to_owned())),
            ("d.category = ?", filter.category.map(|category| category.code().to_owned())),
            ("d.beat = ?", filter.beat.as_ref().map(|beat| beat.0.clone())),
        ];
        for (term, value) in chosen {
            if let Some(value) = value {
                terms.push(term);
                values.push(Value::Text(value));
            }
        }
        let total = tally::count_disputes(conn, filter, asker)?;
        Ok(List { shelf: search::DISPUTES, index: index(filter), terms, values, total })
    }
}

fn index(filter: &DisputeFilter) -> &'static str {
    let unresolved = filter.status.is_some_and(DisputeStatus::is_unresolved);
    match (filter.view, filter.status, &filter.category, &filter.beat) {
        (DisputeView::ByDeadline, _, _, _) => "INDEXED BY dispute_owes",
        (DisputeView::Mine, _, _, _) => "INDEXED BY dispute_lead",
        (DisputeView::Violent, _, _, _) => "INDEXED BY dispute_violent",
        (DisputeView::Major, _, _, _) => "INDEXED BY dispute_major",
        (DisputeView::Unresolved | DisputeView::All, Some(_), _, _) if unresolved => {
            "INDEXED BY dispute_status"
        }
        (DisputeView::Unresolved, _, _, Some(_)) => "INDEXED BY dispute_open_beat",
        (DisputeView::Unresolved, _, Some(_), None) => "INDEXED BY dispute_open_category",
        (DisputeView::Unresolved, _, None, None) => "INDEXED BY dispute_open",
        (DisputeView::All, _, _, Some(_)) => "INDEXED BY dispute_beat",
        (DisputeView::All, _, Some(_), None) => "INDEXED BY dispute_category",
        (DisputeView::All, Some(_), None, None) => "INDEXED BY dispute_status",
        (DisputeView::All, None, None, None) => "NOT INDEXED",
    }
}

/// A page of a list of disputes.
pub(crate) fn rows(
    conn: &Connection,
    station: &Station,
    asker: &OfficerId,
    filter: &DisputeFilter,
    wanted: Page,
) -> Result<Rows<DisputeRow>, StoreError> {
    let list = List::disputes(conn, filter, asker)?;
    let find = Find::read(Kind::Dispute, &filter.find);
    let total = find.is_none().then_some(list.total);
    if list.total == 0 {
        return Ok(Rows { total, ..Rows::default() });
    }
    if filter.view == DisputeView::ByDeadline {
        let begin = by_deadline::begin(conn, wanted.from)?;
        let read = |part| match &find {
            None => by_deadline::stretch(conn, &list, part),
            Some(find) => by_deadline::found(conn, find, &list, part),
        };
        let places = placed(begin, wanted.limit, total, |place: &Deadline| *place, read)?;
        return at_keys(conn, station, places, |place| place.key);
    }
    match find {
        None => page(wanted, total, |row: &DisputeRow| row.key, |part| stretch(conn, station, &list, part)),
        Some(find) => {
            let keys = page(wanted, total, |key| *key, |part| find::keys(conn, &find, &list, part))?;
            at_keys(conn, station, keys, |key| *key)
        }
    }
}

fn at_keys<T>(
    conn: &Connection,
    station: &Station,
    found: Rows<T>,
    key: impl Fn(&T) -> RowKey,
) -> Result<Rows<DisputeRow>, StoreError> {
    let rows = found.rows.iter().filter_map(|one| dispute::row_at(conn, station, key(one)).transpose());
    Ok(Rows {
        rows: rows.collect::<Result<_, _>>()?,
        more_before: found.more_before,
        more_after: found.more_after,
        total: found.total,
    })
}

fn stretch(
    conn: &Connection,
    station: &Station,
    list: &List,
    part: Stretch,
) -> Result<Vec<DisputeRow>, StoreError> {
    let sql = format!(
        "SELECT {ROW_COLUMNS} FROM dispute d {} WHERE 1{} AND d.key {} ? ORDER BY d.key {} LIMIT ?",
        list.index,
        list.and_terms(),
        part.compares(),
        part.order(),
    );
    let values = list.values_and([part.past, part.limit()].map(Value::Integer));
    sql::all(conn, &sql, params_from_iter(values), |row| dispute::read_row(row, station))
}
