//! Earlier reports from the same place or telephone number, found by the keys that stand beside every report.
//!
//! How many there are is never counted further than is said, so a busy place costs no more than a quiet one.

use super::error::StoreError;
use super::sql;
use crate::domain::earlier::{
    Before, COUNT_MAX, EarlierRow, HISTORY_DAYS, History, NAMED_MAX, Same, has_history, key_of, phone_key,
    place_key,
};
use crate::domain::query::{PAGE_MAX, RowKey};
use crate::domain::row::gist;
use crate::domain::rules::Repeats;
use crate::domain::{RecordId, Report};
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, params};

/// A report in the history of a place or number. In order of time, the key deciding between equal instants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Known {
    at_ms: i64,
    key: RowKey,
    id: RecordId,
}

/// A stretch of time that ends before a report, or with everything.
#[derive(Clone, Copy, Debug)]
struct Window {
    from_ms: i64,
    /// The last instant, and the key of the report that it ends before.
    until: (i64, RowKey),
}

impl Window {
    fn of_days(days: i64, before: Option<(RowKey, &Report)>, now: Timestamp) -> Window {
        let end = before.map_or(now, |(_, report)| report.received.at);
        let long = SignedDuration::from_hours(days.saturating_mul(24));
        let from = end.checked_sub(long).unwrap_or(Timestamp::MIN);
        let until = before.map_or((i64::MAX, RowKey::MAX), |(key, _)| (end.as_millisecond(), key));
        Window { from_ms: from.as_millisecond(), until }
    }
}

/// What came before a command's own report within the rule's window, newest first.
pub(crate) fn before(
    conn: &Connection,
    rule: Repeats,
    (place, phone): (&str, &str),
    report: Option<(RowKey, &Report)>,
    now: Timestamp,
) -> Result<Before, StoreError> {
    let window = Window::of_days(i64::from(rule.days), report, now);
    let most = usize::from(NAMED_MAX.max(rule.calls.saturating_sub(1)).min(PAGE_MAX));
    let found = |by, key| {
        let found = known(conn, by, key, window, most)?;
        Ok::<_, StoreError>(found.into_iter().map(|known| known.id).collect())
    };
    Ok(Before {
        place: found(Same::Place, place_key(place))?,
        caller: found(Same::Caller, phone_key(phone))?,
    })
}

/// The history of what an officer types.
pub(crate) fn history(
    conn: &Connection,
    (place, phone): (&str, &str),
    before: Option<(RowKey, &Report)>,
    limit: u16,
    now: Timestamp,
) -> Result<History, StoreError> {
    if before.is_some_and(|(_, report)| !has_history(report.source)) {
        return Ok(History::default());
    }
    let window = Window::of_days(HISTORY_DAYS, before, now);
    of_keys(conn, place_key(place), phone_key(phone), window, limit)
}

/// The history before a report.
pub(crate) fn before_report(
    conn: &Connection,
    key: RowKey,
    report: &Report,
    limit: u16,
) -> Result<History, StoreError> {
    let window = Window::of_days(HISTORY_DAYS, Some((key, report)), report.received.at);
    of_keys(conn, key_of(report, Same::Place), key_of(report, Same::Caller), window, limit)
}

fn of_keys(
    conn: &Connection,
    place: Option<String>,
    caller: Option<String>,
    window: Window,
    limit: u16,
) -> Result<History, StoreError> {
    let place = known(conn, Same::Place, place, window, COUNT_MAX)?;
    let caller = known(conn, Same::Caller, caller, window, COUNT_MAX)?;
    let mut all: Vec<Known> = place.iter().chain(&caller).copied().collect();
    all.sort_unstable();
    all.dedup();
    let last = all.iter().rev().take(usize::from(limit.clamp(1, PAGE_MAX)));
    let mut rows = Vec::new();
    for known in last {
        let same = [(Same::Place, &place), (Same::Caller, &caller)];
        let same = same.into_iter().filter(|(_, list)| list.contains(known)).map(|(by, _)| by).collect();
        rows.extend(row(conn, known.key, same)?);
    }
    let count = |list: &[Known]| u32::try_from(list.len()).unwrap_or(u32::MAX);
    Ok(History { place: count(&place), caller: count(&caller), rows })
}

fn row(conn: &Connection, key: RowKey, same: Vec<Same>) -> Result<Option<EarlierRow>, StoreError> {
    let sql = "SELECT body FROM report WHERE key = ?1";
    let body: Option<String> = sql::one(conn, sql, [key], |row| row.get(0))?;
    let Some(body) = body else { return Ok(None) };
    let report: Report = sql::parsed(&body, "a report")?;
    Ok(Some(EarlierRow {
        id: report.id,
        received_at: report.received.at,
        incident_type: report.telling.incident_type.clone(),
        status: report.status,
        gist: gist(&report.telling.narrative),
        same,
    }))
}

/// The last reports that stand under a key, newest first.
fn known(
    conn: &Connection,
    by: Same,
    under: Option<String>,
    window: Window,
    most: usize,
) -> Result<Vec<Known>, StoreError> {
    let Some(under) = under else { return Ok(Vec::new()) };
    let sql = match by {
        Same::Place => {
            "SELECT received_ms, key, day, number FROM report INDEXED BY report_same_place \
             WHERE same_place = ?1 AND received_ms >= ?2 AND (received_ms, key) < (?3, ?4) \
             ORDER BY received_ms DESC, key DESC LIMIT ?5"
        }
        Same::Caller => {
            "SELECT received_ms, key, day, number FROM report INDEXED BY report_same_caller \
             WHERE same_caller = ?1 AND received_ms >= ?2 AND (received_ms, key) < (?3, ?4) \
             ORDER BY received_ms DESC, key DESC LIMIT ?5"
        }
    };
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let values = params![under, window.from_ms, window.until.0, window.until.1, most];
    sql::all(conn, sql, values, |row| {
        let id = sql::record_id(crate::domain::Kind::Report, row.get(2)?, row.get(3)?)?;
        Ok(Known { at_ms: row.get(0)?, key: row.get(1)?, id })
    })
}
