//! The table of sweeps for disputes: one row a beat and period, and how each campaign stands.

use super::error::{NotDone, StoreError};
use super::page::{Stretch, page};
use super::sql::{self, day_number};
use super::table::{Name, Table, keyed};
use super::{dispute, journal};
use crate::domain::due::owed;
use crate::domain::id::Kind;
use crate::domain::query::{Page, RowKey, Rows, SweepDetail};
use crate::domain::row::SweepRow;
use crate::domain::sweep::{Campaign, Period, Sweep};
use crate::domain::{Code, RecordId, Refusal, Station, Subject};
use jiff::civil::Date;
use rusqlite::types::Value;
use rusqlite::{Connection, params};

impl Table for Sweep {
    const TABLE: &'static str = "sweep";
    const NAME: Name = Name::Number(Kind::Sweep);
    const ONE: &'static str = "a sweep";
    const CLOCKED: bool = true;
    const COLUMNS: &'static [&'static str] = &["open", "beat", "first", "last", "found"];

    fn columns(&self) -> Vec<Value> {
        vec![
            Value::Integer(i64::from(self.answer.is_none())),
            Value::Text(self.beat.0.clone()),
            Value::Integer(day_number(self.period.from)),
            Value::Integer(day_number(self.period.to)),
            self.answer.as_ref().map_or(Value::Null, |answer| Value::Integer(i64::from(answer.found))),
        ]
    }
}

/// The sweep of a beat that a day is in, or a later one.
pub(crate) fn of_beat(conn: &Connection, beat: &Code, day: Date) -> Result<Option<RecordId>, StoreError> {
    let sql = "SELECT day, number FROM sweep INDEXED BY sweep_beat WHERE beat = ?1 AND last >= ?2 \
               ORDER BY last LIMIT 1";
    let found = sql::one(conn, sql, params![beat.0, day_number(day)], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
    })?;
    found.map(|(day, number)| sql::record_id(Kind::Sweep, day, number)).transpose()
}

/// At most `most` sweeps that are not answered.
pub(crate) fn open(conn: &Connection, most: i64) -> Result<Vec<Sweep>, StoreError> {
    let sql = "SELECT body FROM sweep INDEXED BY sweep_open WHERE open = 1 ORDER BY key LIMIT ?1";
    sql::all(conn, sql, [most], |row| sql::parsed(&row.get::<_, String>(0)?, Sweep::ONE))
}

/// A page of the list of sweeps.
pub(crate) fn rows(conn: &Connection, open: bool, wanted: Page) -> Result<Rows<SweepRow>, StoreError> {
    let from = if open { "INDEXED BY sweep_open WHERE s.open = 1" } else { "NOT INDEXED WHERE 1" };
    let stretch = |part: Stretch| {
        let sql = format!(
            "SELECT s.key, s.body FROM sweep s {from} AND s.key {} ?1 ORDER BY s.key {} LIMIT ?2",
            part.compares(),
            part.order()
        );
        let found: Vec<(RowKey, Sweep)> = sql::all(conn, &sql, [part.past, part.limit()], |row| {
            Ok((row.get(0)?, sql::parsed(&row.get::<_, String>(1)?, Sweep::ONE)?))
        })?;
        let mut rows: Vec<SweepRow> = Vec::with_capacity(found.len());
        for (key, sweep) in found {
            // The beats of a campaign stand beside each other.
            let before = rows.last().map(|row| row.campaign).filter(|before| before.period == sweep.period);
            rows.push(row(conn, key, sweep, before)?);
        }
        Ok(rows)
    };
    page(wanted, None, |row: &SweepRow| row.key, stretch)
}

fn row(
    conn: &Connection,
    key: RowKey,
    sweep: Sweep,
    known: Option<Campaign>,
) -> Result<SweepRow, StoreError> {
    let campaign = known.map_or_else(|| campaign(conn, sweep.period), Ok)?;
    let sql = "SELECT count(*) FROM dispute INDEXED BY dispute_sweep WHERE sweep = ?1";
    let entered = sql::one(conn, sql, [sweep.id.to_string()], |row| row.get(0))?.unwrap_or(0);
    Ok(SweepRow { key, sweep, entered, campaign })
}

/// How the sweeps of all beats in a period stand.
fn campaign(conn: &Connection, period: Period) -> Result<Campaign, StoreError> {
    let sql = "SELECT coalesce(sum(found > 0), 0), coalesce(sum(found), 0), coalesce(sum(found = 0), 0), \
               coalesce(sum(found IS NULL), 0) FROM sweep INDEXED BY sweep_campaign WHERE first = ?1 AND last = ?2";
    let days = [day_number(period.from), day_number(period.to)];
    let sums = sql::one(conn, sql, days, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    let (found, disputes, nothing, missing) = sums.unwrap_or_default();
    Ok(Campaign { period, found, disputes, nothing, missing })
}

/// One sweep with the disputes that were found in it.
pub(crate) fn detail(conn: &Connection, station: &Station, id: RecordId) -> Result<SweepDetail, NotDone> {
    let not_found = || NotDone::from(Refusal::NotFound { what: id.to_string() });
    if id.kind != Kind::Sweep {
        return Err(not_found());
    }
    let (key, sweep) = keyed::<Sweep>(conn, id)?.ok_or_else(not_found)?;
    let due = owed(&sweep, station);
    Ok(SweepDetail {
        row: row(conn, key, sweep, None)?,
        disputes: dispute::found_in(conn, station, id)?,
        due,
        timeline: journal::about(conn, &Subject::Record(id))?,
    })
}
