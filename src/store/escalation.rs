//! The table of escalations: one row an escalation, and its row on a screen.

use super::error::StoreError;
use super::report;
use super::sql::{self, day_number};
use super::tally::{self, Cell, Tallies};
use crate::domain::due::owed_first;
use crate::domain::escalation::Escalation;
use crate::domain::query::RowKey;
use crate::domain::row::EscalationRow;
use crate::domain::{Private, RecordId, Station};
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params};

/// The cells that an escalation is counted in.
pub(crate) fn cells(escalation: &Escalation) -> Vec<Cell> {
    let mut cells = vec![(tally::ESCALATIONS.to_owned(), String::new(), 0)];
    if escalation.waits() {
        cells.push((tally::TO_ACKNOWLEDGE.to_owned(), String::new(), 0));
    }
    cells
}

/// What [`columns`] gives, in its order.
pub(crate) const COLUMNS: &str = "day, number, rev, report, waiting, open, body";

/// The columns of an escalation's row as they follow from the escalation and the place of its report.
pub(crate) fn columns(escalation: &Escalation, report: RowKey) -> Result<[Value; 7], StoreError> {
    Ok([
        Value::Integer(day_number(escalation.id.day)),
        Value::Integer(i64::from(escalation.id.number)),
        Value::Integer(sql::int(escalation.rev)),
        Value::Integer(report),
        Value::Integer(i64::from(escalation.waits())),
        Value::Integer(i64::from(escalation.answered.is_none())),
        Value::Text(sql::body(escalation)?),
    ])
}

/// Saves an escalation as it stands after its facts.
pub(crate) fn save(
    conn: &Connection,
    before: Option<&Escalation>,
    after: &Escalation,
    tallies: &mut Tallies,
) -> Result<(), StoreError> {
    let on = report::key_of(conn, after.on)?
        .ok_or_else(|| StoreError::broken("an escalation of a report that isn't there"))?;
    let sql = "INSERT INTO escalation (day, number, rev, report, waiting, open, body) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) \
               ON CONFLICT (day, number) DO UPDATE SET rev = ?3, report = ?4, waiting = ?5, open = ?6, body = ?7";
    sql::change(conn, sql, columns(after, on)?)?;
    tallies.moved(before.map(cells).unwrap_or_default(), cells(after));
    Ok(())
}

/// An escalation.
pub(crate) fn load(conn: &Connection, id: RecordId) -> Result<Option<Escalation>, StoreError> {
    let sql = "SELECT body FROM escalation WHERE day = ?1 AND number = ?2";
    let body: Option<String> = sql::one(conn, sql, params![day_number(id.day), id.number], |row| row.get(0))?;
    body.map(|body| sql::parsed(&body, "an escalation")).transpose()
}

/// The columns that [`read_row`] reads, from `escalation e` and its report `r`.
pub(crate) const ROW_COLUMNS: &str =
    "e.key, e.body, r.priority, coalesce(json_extract(r.body, '$.telling.place'), '')";

/// An escalation in one line, from its stored columns.
pub(crate) fn read_row(row: &Row<'_>, station: &Station) -> Result<EscalationRow, StoreError> {
    let (key, body, slot): (RowKey, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let escalation: Escalation = sql::parsed(&body, "an escalation")?;
    Ok(EscalationRow {
        key,
        id: escalation.id,
        rev: escalation.rev,
        on: escalation.on,
        priority: report::priority(slot),
        place: Private(row.get(3)?),
        to: escalation.to,
        reason: escalation.reason.clone(),
        note: escalation.note.clone(),
        raised: escalation.raised.clone(),
        acknowledged: escalation.acknowledged.clone(),
        reply: escalation.reply.clone(),
        came_back: escalation.came_back,
        answered: escalation.answered.clone(),
        owed: owed_first(&escalation, station).map(|due| due.owed),
    })
}

/// The escalations of a report, in order.
pub(crate) fn of_report(
    conn: &Connection,
    station: &Station,
    report: RowKey,
) -> Result<Vec<EscalationRow>, StoreError> {
    let sql = format!(
        "SELECT {ROW_COLUMNS} FROM escalation e INDEXED BY escalation_report \
         JOIN report r ON r.key = e.report WHERE e.report = ?1 ORDER BY e.key"
    );
    sql::all(conn, &sql, [report], |row| read_row(row, station))
}
