//! How many records each list has, kept in the transaction that changes them, so that no screen ever counts.

use super::error::StoreError;
use super::sql;
use crate::domain::OfficerId;
use crate::domain::dispute::DisputeStatus;
use crate::domain::dispute::terms::Category;
use crate::domain::query::{DisputeFilter, DisputeView, ReportView};
use crate::domain::speed::{BUCKETS, Speed, SpeedTally};
use jiff::Timestamp;
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};
use std::collections::BTreeMap;

/// The list of everything that is owed and was not put off, by the hour in which it is.
pub(crate) const DUE: &str = "due";
/// What was put off, or whose clock stands still.
pub(crate) const RESTS: &str = "due/rests";
/// Escalations that wait for an acknowledgement.
pub(crate) const TO_ACKNOWLEDGE: &str = "escalation/waiting";
/// Escalations.
pub(crate) const ESCALATIONS: &str = "escalation/all";
/// Unresolved disputes.
pub(crate) const DISPUTES: &str = "dispute/unresolved";
/// Unresolved disputes that may turn violent.
pub(crate) const VIOLENT_DISPUTES: &str = "dispute/violent";
/// Persons at risk.
pub(crate) const PEOPLE: &str = "person/listed";
/// Handovers.
pub(crate) const HANDOVERS: &str = "handover/all";

/// The list of a view of reports.
pub(crate) fn list_of(view: ReportView, asker: &OfficerId) -> String {
    match view {
        ReportView::Mine => format!("report/mine/{asker}"),
        ReportView::Open
        | ReportView::Waiting
        | ReportView::ToBeSet
        | ReportView::Proposed
        | ReportView::All => {
            format!("report/{}", view.code())
        }
    }
}

/// The list of a view of disputes.
pub(crate) fn list_of_disputes(view: DisputeView, asker: &OfficerId) -> String {
    match view {
        // The same ones in another order.
        DisputeView::Unresolved | DisputeView::ByDeadline => DISPUTES.to_owned(),
        DisputeView::Violent => VIOLENT_DISPUTES.to_owned(),
        DisputeView::Mine => format!("dispute/mine/{asker}"),
        DisputeView::Major | DisputeView::All => format!("dispute/{}", view.code()),
    }
}

/// More than there are statuses.
const STATUSES: i64 = 16;

fn place_of<T: PartialEq>(one: &T, all: &[T]) -> i64 {
    all.iter().position(|other| other == one).and_then(|at| i64::try_from(at).ok()).unwrap_or(-1)
}

/// The slot of a category and a status in the lists of disputes: their places in [`Category::ALL`] and
/// [`DisputeStatus::ALL`]. What is added to those lists goes to their ends.
pub(crate) fn dispute_slot(category: Category, status: DisputeStatus) -> i64 {
    place_of(&category, Category::ALL) * STATUSES + place_of(&status, DisputeStatus::ALL)
}

/// How many disputes a list has, of those only that a filter lets through.
pub(crate) fn count_disputes(
    conn: &Connection,
    filter: &DisputeFilter,
    asker: &OfficerId,
) -> Result<u64, StoreError> {
    let mut sql = "SELECT coalesce(sum(n), 0) FROM tally WHERE list = ?".to_owned();
    let mut values = vec![Value::Text(list_of_disputes(filter.view, asker))];
    if let Some(beat) = &filter.beat {
        sql.push_str(" AND beat = ?");
        values.push(Value::Text(beat.0.clone()));
    }
    if let Some(category) = &filter.category {
        sql.push_str(&format!(" AND slot / {STATUSES} = ?"));
        values.push(Value::Integer(place_of(category, Category::ALL)));
    }
    if let Some(status) = &filter.status {
        sql.push_str(&format!(" AND slot % {STATUSES} = ?"));
        values.push(Value::Integer(place_of(status, DisputeStatus::ALL)));
    }
    let n = sql::one(conn, &sql, params_from_iter(values), |row| row.get(0))?;
    Ok(sql::count(n.unwrap_or(0)))
}

/// The list of a speed's measures.
pub(crate) fn speed(speed: Speed) -> String {
    format!("speed/{}", speed.code())
}

/// How many slots five minutes have in a list of measures: one a bucket.
const SPEED_SLOTS: i64 = 4;

/// The slot of a measure of a report that was received at an instant.
pub(crate) fn speed_slot(received: Timestamp, bucket: usize) -> i64 {
    let five_minutes = received.as_millisecond().div_euclid(300_000);
    five_minutes * SPEED_SLOTS + i64::try_from(bucket).unwrap_or(0)
}

/// How many measures of reports received in a span fell in each bucket.
pub(crate) fn speeds(
    conn: &Connection,
    of: Speed,
    from: Timestamp,
    until: Timestamp,
) -> Result<SpeedTally, StoreError> {
    let sql = "SELECT slot, n FROM tally WHERE list = ?1 AND beat = '' AND slot >= ?2 AND slot < ?3";
    let values = params![speed(of), speed_slot(from, 0), speed_slot(until, 0)];
    let cells: Vec<(i64, i64)> = sql::all(conn, sql, values, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut buckets = [0; BUCKETS];
    for (slot, n) in cells {
        let bucket = usize::try_from(slot.rem_euclid(SPEED_SLOTS)).unwrap_or(0);
        if let Some(count) = buckets.get_mut(bucket) {
            *count += sql::count(n);
        }
    }
    Ok(SpeedTally { speed: of, buckets })
}

/// The hour of an instant in milliseconds.
pub(crate) fn hour(ms: i64) -> i64 {
    ms.div_euclid(3_600_000)
}

/// One cell: a list, a beat (empty when it has none) and a slot (a priority or an hour).
pub(crate) type Cell = (String, String, i64);

/// Changes of counts that are not written yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tallies(BTreeMap<Cell, i64>);

impl Tallies {
    pub(crate) fn add(&mut self, cell: Cell, by: i64) {
        *self.0.entry(cell).or_default() += by;
    }

    /// A record has left some cells and stands in others.
    pub(crate) fn moved(&mut self, from: Vec<Cell>, to: Vec<Cell>) {
        for cell in from {
            self.add(cell, -1);
        }
        for cell in to {
            self.add(cell, 1);
        }
    }

    /// Takes over the changes of one command.
    pub(crate) fn join(&mut self, others: Tallies) {
        for (cell, by) in others.0 {
            self.add(cell, by);
        }
    }

    /// Writes the changes. A cell that comes to nothing is forgotten, so that old hours don't pile up.
    pub(crate) fn write(&mut self, conn: &Connection) -> Result<(), StoreError> {
        for ((list, beat, slot), by) in std::mem::take(&mut self.0).into_iter().filter(|(_, by)| *by != 0) {
            let sql = "INSERT INTO tally (list, beat, slot, n) VALUES (?1, ?2, ?3, ?4) \
                       ON CONFLICT (list, beat, slot) DO UPDATE SET n = n + excluded.n";
            sql::change(conn, sql, params![list, beat, slot, by])?;
            if by < 0 {
                let sql = "DELETE FROM tally WHERE list = ?1 AND beat = ?2 AND slot = ?3 AND n = 0";
                sql::change(conn, sql, params![list, beat, slot])?;
            }
        }
        Ok(())
    }

    /// Every cell that isn't empty.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (&Cell, i64)> {
        self.0.iter().filter(|(_, n)| **n != 0).map(|(cell, n)| (cell, *n))
    }
}

/// How many records a list has, on a beat and in a slot when those are given.
pub(crate) fn count(
    conn: &Connection,
    list: &str,
    beat: Option<&str>,
    slot: Option<i64>,
) -> Result<u64, StoreError> {
    let read = |row: &rusqlite::Row<'_>| row.get::<_, i64>(0);
    let n = match (beat, slot) {
        (None, None) => sql::one(conn, "SELECT coalesce(sum(n), 0) FROM tally WHERE list = ?1", [list], read),
        (Some(beat), None) => {
            let sql = "SELECT coalesce(sum(n), 0) FROM tally WHERE list = ?1 AND beat = ?2";
            sql::one(conn, sql, [list, beat], read)
        }
        (None, Some(slot)) => {
            let sql = "SELECT coalesce(sum(n), 0) FROM tally WHERE list = ?1 AND slot = ?2";
            sql::one(conn, sql, params![list, slot], read)
        }
        (Some(beat), Some(slot)) => {
            let sql = "SELECT coalesce(sum(n), 0) FROM tally WHERE list = ?1 AND beat = ?2 AND slot = ?3";
            sql::one(conn, sql, params![list, beat, slot], read)
        }
    };
    Ok(sql::count(n?.unwrap_or(0)))
}

/// How many records of a list stand in a slot before `slot`.
pub(crate) fn count_before(conn: &Connection, list: &str, slot: i64) -> Result<u64, StoreError> {
    let sql = "SELECT coalesce(sum(n), 0) FROM tally WHERE list = ?1 AND beat = '' AND slot < ?2";
    let n = sql::one(conn, sql, params![list, slot], |row| row.get::<_, i64>(0))?;
    Ok(sql::count(n.unwrap_or(0)))
}
