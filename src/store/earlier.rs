//! Earlier reports from the same place or telephone number or between the same two sides, found by the keys that stand
//! beside every report and by the pairs.
//!
//! How many there are is never counted further than is said, so a busy place costs no more than a quiet one.

use super::error::StoreError;
use super::pair::{self, Known, Window};
use super::{sql, table};
use crate::domain::Report;
use crate::domain::dispute::Dispute;
use crate::domain::earlier::{
    Before, COUNT_MAX, EarlierDispute, EarlierRow, HISTORY_DAYS, History, NAMED_MAX, Same, caller_of,
    has_history, phone_key, place_key, place_of,
};
use crate::domain::pair::{Pair, SidesNow, of_report};
use crate::domain::query::{PAGE_MAX, RowKey};
use crate::domain::row::gist;
use crate::domain::rules::Repeats;
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, params};
use std::collections::BTreeSet;

/// How many earlier disputes a history names.
const DISPUTES_NAMED: usize = 5;

/// What is looked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keys {
    /// The place.
    pub(crate) place: Option<String>,
    /// The caller's number.
    pub(crate) caller: Option<String>,
    /// The two sides.
    pub(crate) pairs: BTreeSet<Pair>,
}

fn window(days: i64, before: Option<(RowKey, &Report)>, now: Timestamp) -> Window {
    let end = before.map_or(now, |(_, report)| report.received.at);
    let long = SignedDuration::from_hours(days.saturating_mul(24));
    let from = end.checked_sub(long).unwrap_or(Timestamp::MIN);
    let until = before.map_or((i64::MAX, RowKey::MAX), |(key, _)| (end.as_millisecond(), key));
    Window { from_ms: from.as_millisecond(), until }
}

/// What came before a command's own report within the rule's window, newest first.
pub(crate) fn before(
    conn: &Connection,
    rule: Repeats,
    (place, phone, sides): (&str, &str, &SidesNow),
    report: Option<(RowKey, &Report)>,
    now: Timestamp,
) -> Result<Before, StoreError> {
    let days = i64::from(rule.days);
    let stretch = window(days, report, now);
    let most = usize::from(NAMED_MAX.max(rule.calls.saturating_sub(1)).min(PAGE_MAX));
    let ids = |found: Vec<Known>| found.into_iter().map(|known| known.id).collect::<Vec<_>>();
    let pairs = sides.pairs(report.map(|(_, report)| report));
    let own = report.map(|(_, report)| report.id);
    let up_to_now = window(days, None, now);
    // One that is older than the window proposes nothing any more.
    let recent = report.is_none_or(|(_, report)| report.received.at.as_millisecond() >= up_to_now.from_ms);
    let mut between =
        if recent { ids(pair::reports(conn, &pairs, up_to_now, most + 1)?) } else { Vec::new() };
    between.retain(|id| Some(*id) != own);
    between.truncate(most);
    Ok(Before {
        place: ids(known(conn, Same::Place, place_key(place), stretch, most)?),
        caller: ids(known(conn, Same::Caller, phone_key(phone), stretch, most)?),
        sides: ids(pair::reports(conn, &pairs, stretch, most)?),
        dispute: if between.is_empty() { None } else { pair::unresolved(conn, &pairs)? },
        between,
    })
}

/// The history of what an officer types.
pub(crate) fn history(
    conn: &Connection,
    keys: &Keys,
    before: Option<(RowKey, &Report)>,
    limit: u16,
    now: Timestamp,
) -> Result<History, StoreError> {
    if before.is_some_and(|(_, report)| !has_history(report.source)) {
        return Ok(History::default());
    }
    of_keys(conn, keys, window(HISTORY_DAYS, before, now), limit)
}

/// The history before a report.
pub(crate) fn before_report(
    conn: &Connection,
    key: RowKey,
    report: &Report,
    limit: u16,
) -> Result<History, StoreError> {
    let stretch = window(HISTORY_DAYS, Some((key, report)), report.received.at);
    let keys = Keys { place: place_of(report), caller: caller_of(report), pairs: of_report(report) };
    of_keys(conn, &keys, stretch, limit)
}

fn of_keys(conn: &Connection, keys: &Keys, stretch: Window, limit: u16) -> Result<History, StoreError> {
    let place = known(conn, Same::Place, keys.place.clone(), stretch, COUNT_MAX)?;
    let caller = known(conn, Same::Caller, keys.caller.clone(), stretch, COUNT_MAX)?;
    let sides = pair::reports(conn, &keys.pairs, stretch, COUNT_MAX)?;
    let mut all: Vec<Known> = place.iter().chain(&caller).chain(&sides).copied().collect();
    all.sort_unstable();
    all.dedup();
    let last = all.iter().rev().take(usize::from(limit.clamp(1, PAGE_MAX)));
    let mut rows = Vec::new();
    for known in last {
        let same = [(Same::Place, &place), (Same::Caller, &caller), (Same::Sides, &sides)];
        let same = same.into_iter().filter(|(_, list)| list.contains(known)).map(|(by, _)| by).collect();
        rows.extend(row(conn, known.key, same)?);
    }
    let mut disputes = Vec::new();
    for known in pair::disputes(conn, &keys.pairs, DISPUTES_NAMED)? {
        disputes.extend(table::load::<Dispute>(conn, known.id)?.map(|dispute| in_short(&dispute)));
    }
    let count = |list: &[Known]| u32::try_from(list.len()).unwrap_or(u32::MAX);
    Ok(History { place: count(&place), caller: count(&caller), sides: count(&sides), rows, disputes })
}

fn in_short(dispute: &Dispute) -> EarlierDispute {
    EarlierDispute {
        id: dispute.id,
        found_at: dispute.found.at,
        category: dispute.matter.category,
        status: dispute.status,
        names: gist(&dispute.names()),
        gist: gist(&dispute.matter.narrative),
    }
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
    stretch: Window,
    most: usize,
) -> Result<Vec<Known>, StoreError> {
    let Some(under) = under else { return Ok(Vec::new()) };
    let sql = match by {
        Same::Place => {
            "SELECT received_ms, key, day, number FROM report INDEXED BY report_same_place \
             WHERE same_place = ?1 AND received_ms >= ?2 AND (received_ms, key) < (?3, ?4) \
             ORDER BY received_ms DESC, key DESC LIMIT ?5"
        }
        // Two sides stand in no column of the report.
        Same::Sides => return Ok(Vec::new()),
        Same::Caller => {
            "SELECT received_ms, key, day, number FROM report INDEXED BY report_same_caller \
             WHERE same_caller = ?1 AND received_ms >= ?2 AND (received_ms, key) < (?3, ?4) \
             ORDER BY received_ms DESC, key DESC LIMIT ?5"
        }
    };
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let values = params![under, stretch.from_ms, stretch.until.0, stretch.until.1, most];
    sql::all(conn, sql, values, |row| {
        let id = sql::record_id(crate::domain::Kind::Report, row.get(2)?, row.get(3)?)?;
        Ok(Known { at_ms: row.get(0)?, key: row.get(1)?, id })
    })
}
