//! The table of reports: one row a report, its lists and its row on a screen.

use super::error::StoreError;
use super::sql::{self, day_number};
use super::table::{self, Name, Table};
use super::tally::{self, Cell};
use crate::domain::due::owed_first;
use crate::domain::earlier;
use crate::domain::id::Kind;
use crate::domain::query::{ReportView, RowKey};
use crate::domain::report::{Priority, Status};
use crate::domain::row::{ReportRow, gist};
use crate::domain::speed::{Speed, Took, is_measured};
use crate::domain::{OfficerId, RecordId, Report, Station};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// The slot of a priority in lists and tallies; 0 is to be set.
pub(crate) const fn slot(priority: Option<Priority>) -> i64 {
    match priority {
        None => 0,
        Some(Priority::P1) => 1,
        Some(Priority::P2) => 2,
        Some(Priority::P3) => 3,
        Some(Priority::P4) => 4,
    }
}

/// The priority of a slot.
pub(crate) fn priority(in_slot: i64) -> Option<Priority> {
    Priority::ALL.into_iter().find(|p| slot(Some(*p)) == in_slot)
}

/// Who has a report: the one who accepted it since it was last opened.
pub(crate) fn handler(report: &Report) -> Option<&OfficerId> {
    report.accepted.as_ref().map(|s| &s.by)
}

fn handler_of_open(report: &Report) -> Option<&OfficerId> {
    handler(report).filter(|_| report.status.is_open())
}

fn waits(report: &Report) -> bool {
    report.status == Status::Received
}

fn to_be_set(report: &Report) -> bool {
    report.status.is_open() && report.to_be_set()
}

fn beat(report: &Report) -> &str {
    report.telling.beat.as_ref().map_or("", |b| b.as_str())
}

/// Whether a report stands in a view.
pub(crate) fn stands_in(report: &Report, view: ReportView, asker: &OfficerId) -> bool {
    match view {
        ReportView::Open => report.status.is_open(),
        ReportView::Mine => handler_of_open(report) == Some(asker),
        ReportView::Waiting => waits(report),
        ReportView::ToBeSet => to_be_set(report),
        ReportView::Proposed => report.proposes().is_some(),
        ReportView::All => true,
    }
}

/// Where the measures of a report stand: by the time of receipt, so that a shift's are next to each other.
fn speed_cells(report: &Report) -> Vec<Cell> {
    if !is_measured(report.source) {
        return Vec::new();
    }
    let took = Took::on(report);
    let cell = |speed: Speed| {
        let bucket = speed.bucket(took.of(speed)?);
        Some((tally::speed(speed), String::new(), tally::speed_slot(report.received.at, bucket)))
    };
    Speed::ALL.into_iter().filter_map(cell).collect()
}

impl Table for Report {
    const TABLE: &'static str = "report";
    const NAME: Name = Name::Number(Kind::Report);
    const ONE: &'static str = "a report";
    const CLOCKED: bool = true;
    const COLUMNS: &'static [&'static str] = &[
        "open",
        "waiting",
        "to_be_set",
        "proposed",
        "handler",
        "priority",
        "beat",
        "source_key",
        "received_ms",
        "same_place",
        "same_caller",
    ];

    fn columns(&self) -> Vec<Value> {
        let text = |text: &str| Value::Text(text.to_owned());
        vec![
            Value::Integer(i64::from(self.status.is_open())),
            Value::Integer(i64::from(waits(self))),
            Value::Integer(i64::from(to_be_set(self))),
            Value::Integer(i64::from(self.proposes().is_some())),
            handler_of_open(self).map_or(Value::Null, |o| text(&o.0)),
            Value::Integer(slot(self.telling.priority)),
            text(beat(self)),
            self.source_key.as_deref().map_or(Value::Null, text),
            Value::Integer(self.received.at.as_millisecond()),
            earlier::place_of(self).map_or(Value::Null, Value::Text),
            earlier::caller_of(self).map_or(Value::Null, Value::Text),
        ]
    }

    fn cells(&self) -> Vec<Cell> {
        let nobody = OfficerId::default();
        let whose = handler_of_open(self).unwrap_or(&nobody);
        let slot = slot(self.telling.priority);
        let views = ReportView::ALL.into_iter().filter(|view| match view {
            ReportView::Mine => handler_of_open(self).is_some(),
            ReportView::Open
            | ReportView::Waiting
            | ReportView::ToBeSet
            | ReportView::Proposed
            | ReportView::All => stands_in(self, *view, whose),
        });
        let mut cells: Vec<Cell> =
            views.map(|view| (tally::list_of(view, whose), beat(self).to_owned(), slot)).collect();
        cells.extend(speed_cells(self));
        cells
    }
}

/// A report and its place in the list.
pub(crate) fn load(conn: &Connection, id: RecordId) -> Result<Option<(RowKey, Report)>, StoreError> {
    table::keyed(conn, id)
}

/// The place of a report in the list.
pub(crate) fn key_of(conn: &Connection, id: RecordId) -> Result<Option<RowKey>, StoreError> {
    let sql = "SELECT key FROM report WHERE day = ?1 AND number = ?2";
    sql::one(conn, sql, params![day_number(id.day), id.number], |row| row.get(0))
}

/// The report that has a source's number.
pub(crate) fn with_source_key(conn: &Connection, key: &str) -> Result<Option<RecordId>, StoreError> {
    let sql = "SELECT day, number FROM report INDEXED BY report_source_key WHERE source_key = ?1";
    let found = sql::one(conn, sql, [key], |row| Ok((row.get(0)?, row.get(1)?)))?;
    found.map(|(day, number)| sql::record_id(Kind::Report, day, number)).transpose()
}

/// The columns that [`read_row`] reads.
pub(crate) const ROW_COLUMNS: &str = "r.key, r.body, (SELECT count(*) FROM escalation e \
     INDEXED BY escalation_waiting_about \
     WHERE e.about = printf('R-%08d-%03d', r.day, r.number) AND e.waiting = 1), \
     (SELECT count(*) FROM supervision s INDEXED BY supervision_open_about \
     WHERE s.about = printf('R-%08d-%03d', r.day, r.number) AND s.open = 1)";

/// A report in one line, from its stored columns.
pub(crate) fn read_row(row: &Row<'_>, station: &Station) -> Result<ReportRow, StoreError> {
    let (key, body): (RowKey, String) = (row.get(0)?, row.get(1)?);
    let (waiting, orders): (u32, u32) = (row.get(2)?, row.get(3)?);
    let report: Report = sql::parsed(&body, "a report")?;
    Ok(ReportRow {
        proposed: report.proposes().is_some(),
        key,
        id: report.id,
        rev: report.rev,
        status: report.status,
        source: report.source,
        priority: report.telling.priority,
        incident_type: report.telling.incident_type.clone(),
        beat: report.telling.beat.clone(),
        place: report.telling.place.clone(),
        gist: gist(&report.telling.narrative),
        event_at: report.event_at,
        received_at: report.received.at,
        accepted_at: report.accepted.as_ref().map(|s| s.at),
        sent_at: report.first_sent(),
        arrived_at: report.first_arrived(),
        handler: handler(&report).cloned(),
        unit: report.dispatches.last().map(|d| d.unit.clone()),
        resends: report.resends,
        call: report.call(),
        escalations_waiting: waiting,
        orders_open: orders,
        owed: owed_first(&report, station).map(|due| due.owed),
    })
}

/// A report's row by its place in the list.
pub(crate) fn row_at(
    conn: &Connection,
    station: &Station,
    key: RowKey,
) -> Result<Option<ReportRow>, StoreError> {
    let sql = format!("SELECT {ROW_COLUMNS} FROM report r WHERE r.key = ?1");
    let mut statement = sql::prepared(conn, &sql)?;
    let row = statement.query_row([key], |row| Ok(read_row(row, station))).optional()?;
    row.transpose()
}
