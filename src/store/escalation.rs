//! The table of escalations: one row an escalation, and its row on a screen.

use super::error::StoreError;
use super::report;
use super::sql;
use super::table::{Name, Table};
use super::tally::{self, Cell};
use crate::domain::due::owed_first;
use crate::domain::escalation::Escalation;
use crate::domain::id::Kind;
use crate::domain::query::RowKey;
use crate::domain::row::EscalationRow;
use crate::domain::{Private, RecordId, Station};
use rusqlite::types::Value;
use rusqlite::{Connection, Row};

impl Table for Escalation {
    const TABLE: &'static str = "escalation";
    const NAME: Name = Name::Number(Kind::Escalation);
    const ONE: &'static str = "an escalation";
    const CLOCKED: bool = true;
    const COLUMNS: &'static [&'static str] = &["about", "waiting", "open"];

    fn columns(&self) -> Vec<Value> {
        vec![
            Value::Text(self.on.to_string()),
            Value::Integer(i64::from(self.waits())),
            Value::Integer(i64::from(self.answered.is_none())),
        ]
    }

    fn cells(&self) -> Vec<Cell> {
        let mut cells = vec![(tally::ESCALATIONS.to_owned(), String::new(), 0)];
        if self.waits() {
            cells.push((tally::TO_ACKNOWLEDGE.to_owned(), String::new(), 0));
        }
        cells
    }
}

/// The report `r` that an escalation `e` is on, when it is on a report.
pub(crate) const ITS_REPORT: &str = "LEFT JOIN report r ON substr(e.about, 1, 2) = 'R-' \
     AND r.day = CAST(substr(e.about, 3, 8) AS INTEGER) AND r.number = CAST(substr(e.about, 12) AS INTEGER)";

/// The columns that [`read_row`] reads, from `escalation e` and [`ITS_REPORT`].
pub(crate) const ROW_COLUMNS: &str =
    "e.key, e.body, r.priority, coalesce(json_extract(r.body, '$.telling.place'), '')";

/// An escalation in one line, from its stored columns.
pub(crate) fn read_row(row: &Row<'_>, station: &Station) -> Result<EscalationRow, StoreError> {
    let (key, body, slot): (RowKey, String, Option<i64>) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let escalation: Escalation = sql::parsed(&body, "an escalation")?;
    Ok(EscalationRow {
        key,
        id: escalation.id,
        rev: escalation.rev,
        on: escalation.on,
        priority: slot.map_or(escalation.priority, report::priority),
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

/// The escalations of a record, in order.
pub(crate) fn about(
    conn: &Connection,
    station: &Station,
    on: RecordId,
) -> Result<Vec<EscalationRow>, StoreError> {
    let sql = format!(
        "SELECT {ROW_COLUMNS} FROM escalation e INDEXED BY escalation_about {ITS_REPORT} \
         WHERE e.about = ?1 ORDER BY e.key"
    );
    sql::all(conn, &sql, [on.to_string()], |row| read_row(row, station))
}
