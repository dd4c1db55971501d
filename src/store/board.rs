//! The line of lights and what is due next: counts that are kept, and the head of an index.

use super::error::StoreError;
use super::report::slot;
use super::tally::{self, count, list_of};
use super::{due, outbox, sql, unit};
use crate::domain::desk::{Board, Counts};
use crate::domain::query::ReportView;
use crate::domain::report::Priority;
use crate::domain::speed::Speed;
use crate::domain::{OfficerId, Station};
use jiff::Timestamp;
use rusqlite::Connection;

/// How many lines of what is due a board has.
const DUE_MAX: usize = 20;

/// Counts and what is due next. Who is at the desk and what is wrong with it, the desk itself adds.
pub(crate) fn board(conn: &Connection, station: &Station, now: Timestamp) -> Result<Board, StoreError> {
    let latest_notice = outbox::latest(conn, now)?;
    let watch = station.watch(now);
    let speeds = Speed::ALL.into_iter().map(|speed| tally::speeds(conn, speed, watch.from, watch.until));
    let speeds = speeds.collect::<Result<_, _>>()?;
    let (counts, due) = (counts(conn, station, now)?, due::head(conn, now, DUE_MAX)?);
    Ok(Board { counts, due, speeds, latest_notice, ..Board::default() })
}

fn counts(conn: &Connection, station: &Station, now: Timestamp) -> Result<Counts, StoreError> {
    let open = list_of(ReportView::Open, &OfficerId::default());
    Ok(Counts {
        p1_open: count(conn, &open, None, Some(slot(Some(Priority::P1))))?,
        overdue: due::count_late(conn, now)?,
        due: due::count(conn)?,
        put_off: count(conn, tally::RESTS, None, None)?,
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

fn contacts_due(conn: &Connection, now: Timestamp) -> Result<u64, StoreError> {
    let sql = "SELECT count(*) FROM person INDEXED BY person_due WHERE listed = 1 AND due_at < ?1";
    Ok(sql::count(sql::one(conn, sql, [now.as_millisecond()], |row| row.get(0))?.unwrap_or(0)))
}

fn files_refused(conn: &Connection, since: Timestamp) -> Result<u64, StoreError> {
    let sql = "SELECT count(*) FROM fact INDEXED BY fact_file_refused \
               WHERE kind = 'desk.file-refused' AND at_ms >= ?1";
    Ok(sql::count(sql::one(conn, sql, [since.as_millisecond()], |row| row.get(0))?.unwrap_or(0)))
}
