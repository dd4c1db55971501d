//! The outbox: the notices that facts gave, and how far the delivery of each has come.
//!
//! Rows are written with the fact that causes them. What is sent, shown or dropped is forgotten after thirty days; a dead
//! letter stays until an officer has looked after it. Times of delivery are the machine's, not the desk's.

use super::error::{NotDone, StoreError};
use super::page::{Stretch, page};
use super::sql::{self, int};
use crate::domain::fact::DeskFact;
use crate::domain::notice::{
    Cause, NotDelivered, Notice, NoticeId, NoticeLine, NoticeRow, NoticeState, notices,
};
use crate::domain::query::{Page, Rows};
use crate::domain::{Record, RecordId, Refusal, Station, Subject};
use jiff::{SignedDuration, Timestamp};
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params, params_from_iter};
use std::collections::BTreeMap;

/// How long what is done with is kept, in milliseconds: thirty days.
const KEPT_MS: i64 = 30 * 24 * 3_600_000;
/// How many old rows go at a time, so that no delivery pays for all of them.
const FORGET_AT_ONCE: u32 = 256;
/// How old a notice may be that consoles still show.
const NEWS: SignedDuration = SignedDuration::from_hours(1);
/// How many of those to be delivered next are looked at together.
const NEXT_MAX: u32 = 16;

/// A step in the delivery of notices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// Whether the station has a command: without one, notices are shown and not queued, also those that wait now.
    Switch {
        /// Whether it has.
        on: bool,
        /// The machine's clock.
        now: Timestamp,
    },
    /// The command is started with a notice that waits.
    Begin {
        /// Which.
        id: NoticeId,
        /// When this attempt is over for certain.
        until: Timestamp,
    },
    /// The command has delivered it.
    Sent {
        /// Which.
        id: NoticeId,
        /// The machine's clock.
        now: Timestamp,
    },
    /// The command has not delivered it.
    Failed {
        /// Which.
        id: NoticeId,
        /// When it may be tried again.
        next: Timestamp,
        /// Why.
        error: NotDelivered,
    },
}

/// A notice that is to be delivered, or on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queued {
    /// Whether it waits or is on its way.
    pub state: NoticeState,
    /// How often its delivery was begun.
    pub tries: u32,
    /// When it is due; on its way, when the attempt is over for certain.
    pub next: Timestamp,
    /// The notice.
    pub notice: Notice,
}

/// What the outbox has to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutboxHead {
    /// What is due first, a few at most.
    pub queued: Vec<Queued>,
    /// How many dead letters there are.
    pub dead: u64,
}

/// Writes the notices that a fact gives.
pub(crate) fn put(
    conn: &Connection,
    cause: &Cause<'_>,
    records: &BTreeMap<Subject, Record>,
    station: &Station,
    delivers: bool,
) -> Result<(), StoreError> {
    let told = notices(cause, records, station);
    if !delivers && !told.is_empty() {
        forget_old(conn, cause.stamp.at)?;
    }
    for notice in told {
        let leaves = delivers && notice.leaves();
        let (state, done_at) = if leaves {
            (NoticeState::Waiting, None)
        } else {
            (NoticeState::Shown, Some(cause.stamp.at.as_millisecond()))
        };
        let sql = "INSERT INTO outbox (seq, n, about, state, open, tries, next_at, done_at, body) \
                   VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, ?8)";
        let NoticeId { seq, n } = notice.id;
        let about = notice.about.map(|id| id.to_string());
        let next_at = leaves.then_some(0);
        let columns =
            params![int(seq), n, about, state.code(), leaves, next_at, done_at, sql::body(&notice)?];
        sql::change(conn, sql, columns)?;
    }
    Ok(())
}

/// What a fact about a notice does to its row.
pub(crate) fn besides(conn: &Connection, fact: &DeskFact, at: Timestamp) -> Result<(), StoreError> {
    match fact {
        DeskFact::NoticeDead { id, .. } => {
            let sql = "UPDATE outbox SET state = 'dead', next_at = NULL WHERE seq = ?1 AND n = ?2";
            change(conn, *id, sql, params![int(id.seq), id.n])
        }
        DeskFact::NoticeRetried { id } => {
            let sql = "UPDATE outbox SET state = 'waiting', tries = 0, next_at = 0 WHERE seq = ?1 AND n = ?2";
            change(conn, *id, sql, params![int(id.seq), id.n])
        }
        DeskFact::NoticeDropped { id } => {
            let sql = "UPDATE outbox SET state = 'dropped', open = 0, next_at = NULL, done_at = ?3 \
                       WHERE seq = ?1 AND n = ?2";
            change(conn, *id, sql, params![int(id.seq), id.n, at.as_millisecond()])
        }
        DeskFact::Started { .. }
        | DeskFact::Stopped
        | DeskFact::ClockSet { .. }
        | DeskFact::ClockStepped { .. }
        | DeskFact::FileRefused { .. }
        | DeskFact::Denied { .. }
        | DeskFact::NoticeTested => Ok(()),
    }
    .map_err(|not_done| match not_done {
        NotDone::Failed { error, .. } => error,
        NotDone::Refused(_) => StoreError::broken("a notice was gone after it was found"),
    })
}

/// Takes a step in the delivery.
///
/// # Errors
/// Refused when the notice does not stand where the step begins: an officer dropped it, or its record was erased.
pub(crate) fn step(conn: &Connection, step: &Delivery) -> Result<(), NotDone> {
    match step {
        Delivery::Switch { on, now } => {
            if !on {
                show_only(conn, *now)?;
            }
            Ok(forget_old(conn, *now)?)
        }
        Delivery::Begin { id, until } => {
            let sql = "UPDATE outbox SET state = 'sending', tries = tries + 1, next_at = ?3 \
                       WHERE seq = ?1 AND n = ?2 AND state = 'waiting'";
            change(conn, *id, sql, params![int(id.seq), id.n, until.as_millisecond()])
        }
        Delivery::Sent { id, now } => {
            let sql = "UPDATE outbox SET state = 'sent', open = 0, next_at = NULL, done_at = ?3, error = NULL \
                       WHERE seq = ?1 AND n = ?2 AND state = 'sending'";
            change(conn, *id, sql, params![int(id.seq), id.n, now.as_millisecond()])?;
            Ok(forget_old(conn, *now)?)
        }
        Delivery::Failed { id, next, error } => {
            let sql = "UPDATE outbox SET state = 'waiting', next_at = ?3, error = ?4 \
                       WHERE seq = ?1 AND n = ?2 AND state = 'sending'";
            change(conn, *id, sql, params![int(id.seq), id.n, next.as_millisecond(), error.code()])
        }
    }
}

fn change(conn: &Connection, id: NoticeId, sql: &str, params: impl rusqlite::Params) -> Result<(), NotDone> {
    match sql::change(conn, sql, params)? {
        0 => Err(Refusal::NoticeNotOpen { id }.into()),
        _ => Ok(()),
    }
}

/// The station has no command any more: what waited is not sent later, when it is news to nobody.
fn show_only(conn: &Connection, now: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE outbox SET state = 'shown', open = 0, next_at = NULL, done_at = ?1 \
               WHERE key IN (SELECT key FROM outbox INDEXED BY outbox_open WHERE open = 1 AND state = 'waiting' LIMIT -1)";
    sql::change(conn, sql, [now.as_millisecond()]).map(|_| ())
}

fn forget_old(conn: &Connection, now: Timestamp) -> Result<(), StoreError> {
    let sql = "DELETE FROM outbox WHERE key IN (SELECT key FROM outbox INDEXED BY outbox_done \
               WHERE done_at IS NOT NULL AND done_at < ?1 LIMIT ?2)";
    let before = now.as_millisecond().saturating_sub(KEPT_MS);
    sql::change(conn, sql, params![before, FORGET_AT_ONCE]).map(|_| ())
}

/// Erases the notices about a record. What was not delivered yet never is.
pub(crate) fn forget_about(conn: &Connection, id: RecordId) -> Result<(), StoreError> {
    let sql = "UPDATE outbox SET body = NULL, about = NULL, next_at = NULL, open = 0, \
               done_at = coalesce(done_at, 0), state = CASE open WHEN 1 THEN 'dropped' ELSE state END \
               WHERE about = ?1";
    sql::change(conn, sql, [id.to_string()]).map(|_| ())
}

/// What waits in a copy that is put back may have been sent since the copy was made: it never is again.
pub(crate) fn give_up_all(conn: &Connection) -> Result<(), StoreError> {
    let sql = "UPDATE outbox SET state = 'dropped', open = 0, next_at = NULL, done_at = coalesce(done_at, 0) \
               WHERE next_at IS NOT NULL";
    sql::change(conn, sql, []).map(|_| ())
}

/// Where a notice stands.
pub(crate) fn state(conn: &Connection, id: NoticeId) -> Result<Option<NoticeState>, StoreError> {
    let sql = "SELECT state FROM outbox WHERE seq = ?1 AND n = ?2";
    let code: Option<String> = sql::one(conn, sql, params![int(id.seq), id.n], |row| row.get(0))?;
    code.map(|code| state_of(&code)).transpose()
}

fn state_of(code: &str) -> Result<NoticeState, StoreError> {
    NoticeState::from_code(code).ok_or_else(|| StoreError::unreadable("a notice"))
}

/// What is to be delivered next, and how many dead letters there are.
pub(crate) fn head(conn: &Connection) -> Result<OutboxHead, StoreError> {
    let sql = "SELECT state, tries, next_at, body FROM outbox INDEXED BY outbox_next \
               WHERE next_at IS NOT NULL ORDER BY next_at, key LIMIT ?1";
    let queued = sql::all(conn, sql, [NEXT_MAX], |row| {
        Ok(Queued {
            state: state_of(&row.get::<_, String>(0)?)?,
            tries: row.get(1)?,
            next: sql::instant(row.get(2)?)?,
            notice: sql::parsed(&row.get::<_, String>(3)?, "a notice")?,
        })
    })?;
    Ok(OutboxHead { queued, dead: count_dead(conn)? })
}

/// What is on its way: runs were begun, and their ends are not on record.
pub(crate) fn on_their_way(conn: &Connection) -> Result<Vec<NoticeId>, StoreError> {
    let sql = "SELECT seq, n FROM outbox INDEXED BY outbox_next \
               WHERE next_at IS NOT NULL AND state = 'sending' ORDER BY next_at, key LIMIT -1";
    sql::all(conn, sql, [], |row| Ok(NoticeId { seq: sql::count(row.get(0)?), n: row.get(1)? }))
}

/// How many dead letters there are.
pub(crate) fn count_dead(conn: &Connection) -> Result<u64, StoreError> {
    let sql = "SELECT count(*) FROM outbox INDEXED BY outbox_dead WHERE state = 'dead' AND key > 0";
    let dead: Option<i64> = sql::one(conn, sql, [], |row| row.get(0))?;
    Ok(sql::count(dead.unwrap_or(0)))
}

/// The newest notice, as long as it is news.
pub(crate) fn latest(conn: &Connection, now: Timestamp) -> Result<Option<NoticeLine>, StoreError> {
    let sql = "SELECT body FROM outbox WHERE key > 0 ORDER BY key DESC LIMIT 1";
    let body: Option<Option<String>> = sql::one(conn, sql, [], |row| row.get(0))?;
    let Some(body) = body.flatten() else { return Ok(None) };
    let notice: Notice = sql::parsed(&body, "a notice")?;
    Ok(Some(notice).filter(|n| now.duration_since(n.at) <= NEWS).map(NoticeLine::from))
}

/// A page of notices, newest first.
pub(crate) fn rows(conn: &Connection, open: bool, wanted: Page) -> Result<Rows<NoticeRow>, StoreError> {
    let (index, term) = if open { ("INDEXED BY outbox_open", "o.open = 1") } else { ("NOT INDEXED", "1") };
    let select = format!(
        "SELECT o.key, o.seq, o.n, o.state, o.tries, o.error, o.body FROM outbox o {index} WHERE {term}"
    );
    page(
        wanted,
        None,
        |row: &NoticeRow| row.key,
        |part: Stretch| {
            let sql =
                format!("{select} AND o.key {} ? ORDER BY o.key {} LIMIT ?", part.compares(), part.order());
            let values = [part.past, part.limit()].map(Value::Integer);
            sql::all(conn, &sql, params_from_iter(values), read_row)
        },
    )
}

fn read_row(row: &Row<'_>) -> Result<NoticeRow, StoreError> {
    let (error, body): (Option<String>, Option<String>) = (row.get(5)?, row.get(6)?);
    Ok(NoticeRow {
        key: row.get(0)?,
        id: NoticeId { seq: sql::count(row.get(1)?), n: row.get(2)? },
        state: state_of(&row.get::<_, String>(3)?)?,
        tries: row.get(4)?,
        error: error.as_deref().and_then(NotDelivered::from_code),
        notice: body.map(|body| sql::parsed(&body, "a notice")).transpose()?,
    })
}
