//! The line of lights and what is due next: counts that are kept, and the head of an index.

use super::error::StoreError;
use super::report::{self, slot};
use super::sql;
use super::tally::{self, count, list_of};
use super::{escalation, outbox, unit};
use crate::domain::deadline::{owed_on, waits_for};
use crate::domain::desk::{Board, Counts, DueLine};
use crate::domain::escalation::Escalation;
use crate::domain::query::ReportView;
use crate::domain::report::Priority;
use crate::domain::speed::Speed;
use crate::domain::{OfficerId, Report, Station};
use jiff::Timestamp;
use rusqlite::{Connection, params, params_from_iter};

/// How many lines of what is due a board has.
const DUE_MAX: usize = 20;

/// Counts and what is due next. Who is at the desk and what is wrong with it, the desk itself adds.
pub(crate) fn board(conn: &Connection, station: &Station, now: Timestamp) -> Result<Board, StoreError> {
    let latest_notice = outbox::latest(conn, now)?;
    let watch = station.watch(now);
    let speeds = Speed::ALL.into_iter().map(|speed| tally::speeds(conn, speed, watch.from, watch.until));
    let speeds = speeds.collect::<Result<_, _>>()?;
    let (counts, due) = (counts(conn, station, now)?, due(conn, now)?);
    Ok(Board { counts, due, speeds, latest_notice, ..Board::default() })
}

fn counts(conn: &Connection, station: &Station, now: Timestamp) -> Result<Counts, StoreError> {
    let open = list_of(ReportView::Open, &OfficerId::default());
    Ok(Counts {
        p1_open: count(conn, &open, None, Some(slot(Some(Priority::P1))))?,
        overdue: overdue(conn, now)?,
        to_acknowledge: count(conn, tally::TO_ACKNOWLEDGE, None, None)?,
        // Rounds with a safety timer are not kept yet: nothing can be missed.
        missed_check_ins: 0,
        contacts_due: contacts_due(conn, now)?,
        reports: count(conn, &open, None, None)?,
        disputes: count(conn, tally::DISPUTES, None, None)?,
        units_out: unit::count_out(conn, station)?,
        people: count(conn, tally::PEOPLE, None, None)?,
        files_refused: files_refused(conn, station.watch(now).from)?,
        dead_letters: outbox::count_dead(conn)?,
    })
}

/// Whole hours are counted already; only what was owed in this one is looked at.
fn overdue(conn: &Connection, now: Timestamp) -> Result<u64, StoreError> {
    let ms = now.as_millisecond();
    let hour = tally::hour(ms);
    let since = params![hour * 3_600_000, ms];
    let sql = "SELECT count(*) FROM report INDEXED BY report_owed \
               WHERE owed_at IS NOT NULL AND owed_at >= ?1 AND owed_at < ?2";
    let reports: Option<i64> = sql::one(conn, sql, since, |row| row.get(0))?;
    let sql = "SELECT count(*) FROM escalation INDEXED BY escalation_owed \
               WHERE owed_at IS NOT NULL AND owed_at >= ?1 AND owed_at < ?2";
    let escalations: Option<i64> = sql::one(conn, sql, since, |row| row.get(0))?;
    let before = tally::count_before(conn, tally::DUE, hour)?;
    Ok(before + sql::count(reports.unwrap_or(0)) + sql::count(escalations.unwrap_or(0)))
}

fn contacts_due(conn: &Connection, now: Timestamp) -> Result<u64, StoreError> {
    let sql = "SELECT count(*) FROM person INDEXED BY person_due WHERE listed = 1 AND due_at < ?1";
    Ok(sql::count(sql::one(conn, sql, [now.as_millisecond()], |row| row.get(0))?.unwrap_or(0)))
}

fn files_refused(conn: &Connection, since: Timestamp) -> Result<u64, StoreError> {
    let sql = "SELECT count(*) FROM fact INDEXED BY fact_file_refused \
               WHERE kind = 'desk.file-refused' AND at_ms >= ?1";
    Ok(sql::count(sql::one(conn, sql, [since.as_millisecond()], |row| row.get(0))?.unwrap_or(0)))
}

/// The reports that are owed something soonest, and those of danger to life and of urgency, whatever stands before them.
fn due(conn: &Connection, now: Timestamp) -> Result<Vec<DueLine>, StoreError> {
    let most = i64::try_from(DUE_MAX).unwrap_or(i64::MAX);
    let mut reports = due_reports(
        conn,
        "SELECT body FROM report INDEXED BY report_owed WHERE owed_at IS NOT NULL ORDER BY owed_at, key LIMIT ?1",
        &[most],
    )?;
    for priority in [Some(Priority::P1), Some(Priority::P2), None] {
        let sql = "SELECT body FROM report INDEXED BY report_owed_priority \
                   WHERE owed_at IS NOT NULL AND priority = ?2 ORDER BY owed_at, key LIMIT ?1";
        reports.extend(due_reports(conn, sql, &[most, slot(priority)])?);
    }
    let sql = "SELECT e.body, r.priority FROM escalation e INDEXED BY escalation_owed \
               JOIN report r ON r.key = e.report WHERE e.owed_at IS NOT NULL \
               ORDER BY e.owed_at, e.key LIMIT ?1";
    let escalations = sql::all(conn, sql, [most], |row| {
        let escalation: Escalation = sql::parsed(&row.get::<_, String>(0)?, "an escalation")?;
        let priority = report::priority(row.get(1)?);
        Ok(escalation::owed(&escalation).map(|owed| DueLine {
            id: escalation.id,
            owed,
            priority,
            waits_for: None,
        }))
    })?;
    reports.extend(escalations.into_iter().flatten());
    reports.sort_by_key(|line| line.urgency(now));
    reports.dedup_by_key(|line| line.id);
    reports.truncate(DUE_MAX);
    Ok(reports)
}

fn due_reports(conn: &Connection, sql: &str, values: &[i64]) -> Result<Vec<DueLine>, StoreError> {
    let lines = sql::all(conn, sql, params_from_iter(values), |row| {
        let report: Report = sql::parsed(&row.get::<_, String>(0)?, "a report")?;
        Ok(owed_on(&report).map(|owed| DueLine {
            id: report.id,
            owed,
            priority: report.telling.priority,
            waits_for: waits_for(&report).cloned(),
        }))
    })?;
    Ok(lines.into_iter().flatten().collect())
}
