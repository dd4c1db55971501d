//! The table of reports: one row a report, its lists and its row on a screen.

use super::error::StoreError;
use super::sql::{self, day_number};
use super::tally::{self, Cell, Tallies};
use crate::domain::due::owed_first;
use crate::domain::earlier::{self, Same};
use crate::domain::id::Kind;
use crate::domain::query::{ReportView, RowKey};
use crate::domain::report::{Priority, Status};
use crate::domain::row::{ReportRow, gist};
use crate::domain::speed::{Speed, Took, is_measured};
use crate::domain::{OfficerId, RecordId, Report, Station};
use jiff::civil::Date;
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
        ReportView::All => true,
    }
}

/// The cells that a report is counted in.
pub(crate) fn cells(report: &Report) -> Vec<Cell> {
    let nobody = OfficerId::default();
    let whose = handler_of_open(report).unwrap_or(&nobody);
    let slot = slot(report.telling.priority);
    let views = ReportView::ALL.into_iter().filter(|view| match view {
        ReportView::Mine => handler_of_open(report).is_some(),
        ReportView::Open | ReportView::Waiting | ReportView::ToBeSet | ReportView::All => {
            stands_in(report, *view, whose)
        }
    });
    let mut cells: Vec<Cell> =
        views.map(|view| (tally::list_of(view, whose), beat(report).to_owned(), slot)).collect();
    cells.extend(speed_cells(report));
    cells
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

/// What [`columns`] gives, in its order.
pub(crate) const COLUMNS: &str = "day, number, rev, open, waiting, to_be_set, handler, priority, beat, source_key, received_ms, \
     same_place, same_caller, body";

/// The columns of a report's row as they follow from the report.
pub(crate) fn columns(report: &Report) -> Result<[Value; 14], StoreError> {
    let text = |text: &str| Value::Text(text.to_owned());
    Ok([
        Value::Integer(day_number(report.id.day)),
        Value::Integer(i64::from(report.id.number)),
        Value::Integer(sql::int(report.rev)),
        Value::Integer(i64::from(report.status.is_open())),
        Value::Integer(i64::from(waits(report))),
        Value::Integer(i64::from(to_be_set(report))),
        handler_of_open(report).map_or(Value::Null, |o| text(&o.0)),
        Value::Integer(slot(report.telling.priority)),
        text(beat(report)),
        report.source_key.as_deref().map_or(Value::Null, text),
        Value::Integer(report.received.at.as_millisecond()),
        earlier::key_of(report, Same::Place).map_or(Value::Null, Value::Text),
        earlier::key_of(report, Same::Caller).map_or(Value::Null, Value::Text),
        Value::Text(sql::body(report)?),
    ])
}

/// Saves a report as it stands after its facts, and says its place in the list.
pub(crate) fn save(
    conn: &Connection,
    before: Option<&Report>,
    after: &Report,
    tallies: &mut Tallies,
) -> Result<RowKey, StoreError> {
    let sql = "INSERT INTO report (day, number, rev, open, waiting, to_be_set, handler, priority, beat, \
               source_key, received_ms, same_place, same_caller, body) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) \
               ON CONFLICT (day, number) DO UPDATE SET rev = ?3, open = ?4, waiting = ?5, to_be_set = ?6, \
               handler = ?7, priority = ?8, beat = ?9, source_key = ?10, received_ms = ?11, \
               same_place = ?12, same_caller = ?13, body = ?14 \
               RETURNING key";
    let key = sql::prepared(conn, sql)?.query_row(columns(after)?, |row| row.get(0))?;
    tallies.moved(before.map(cells).unwrap_or_default(), cells(after));
    Ok(key)
}

/// A report and its place in the list.
pub(crate) fn load(conn: &Connection, id: RecordId) -> Result<Option<(RowKey, Report)>, StoreError> {
    let sql = "SELECT key, body FROM report WHERE day = ?1 AND number = ?2";
    let found = sql::one(conn, sql, params![day_number(id.day), id.number], |row| {
        Ok((row.get::<_, RowKey>(0)?, row.get::<_, String>(1)?))
    })?;
    found.map(|(key, body)| Ok((key, sql::parsed(&body, "a report")?))).transpose()
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

/// The next free number of a kind on a duty day.
pub(crate) fn next(conn: &Connection, kind: Kind, day: Date) -> Result<RecordId, StoreError> {
    let sql = match kind {
        Kind::Report => "SELECT max(number) FROM report WHERE day = ?1",
        Kind::Escalation => "SELECT max(number) FROM escalation WHERE day = ?1",
        Kind::Handover => "SELECT max(number) FROM handover WHERE day = ?1",
        Kind::Dispute => "SELECT max(number) FROM dispute WHERE day = ?1",
        Kind::Person => "SELECT max(number) FROM person WHERE day = ?1",
        Kind::Supervision => "SELECT max(number) FROM supervision WHERE day = ?1",
        Kind::ZeroReport => "SELECT max(number) FROM zero_report WHERE day = ?1",
    };
    let last = sql::one(conn, sql, [day_number(day)], |row| row.get::<_, Option<u32>>(0))?;
    Ok(RecordId { kind, day, number: last.flatten().unwrap_or(0) + 1 })
}

/// The columns that [`read_row`] reads.
pub(crate) const ROW_COLUMNS: &str = "r.key, r.body, (SELECT count(*) FROM escalation e \
     INDEXED BY escalation_waiting_report WHERE e.report = r.key AND e.waiting = 1), \
     (SELECT count(*) FROM supervision s INDEXED BY supervision_open_about \
     WHERE s.about = printf('R-%08d-%03d', r.day, r.number) AND s.open = 1)";

/// A report in one line, from its stored columns.
pub(crate) fn read_row(row: &Row<'_>, station: &Station) -> Result<ReportRow, StoreError> {
    let (key, body): (RowKey, String) = (row.get(0)?, row.get(1)?);
    let (waiting, orders): (u32, u32) = (row.get(2)?, row.get(3)?);
    let report: Report = sql::parsed(&body, "a report")?;
    Ok(ReportRow {
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
