//! The table of what is owed: one row a thing, over all kinds of record, in the order of the one queue.

use super::error::StoreError;
use super::page::Way;
use super::tally::{self, Cell, Tallies};
use super::{kinds, sql};
use crate::domain::desk::DueLine;
use crate::domain::due::{Due, Rank, WaitsFor};
use crate::domain::id::Kind;
use crate::domain::query::{DueView, From, PAGE_MAX, Page, RowKey, Rows};
use crate::domain::report::Priority;
use crate::domain::{OfficerId, RecordId, Subject};
use jiff::Timestamp;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params, params_from_iter};

/// The cells that something owed is counted in.
pub(crate) fn cells(owed: &[Due]) -> Vec<Cell> {
    let cell = |due: &Due| {
        if due.rests() {
            (tally::RESTS.to_owned(), String::new(), 0)
        } else {
            (tally::DUE.to_owned(), String::new(), tally::hour(due.owed.at.as_millisecond()))
        }
    };
    owed.iter().map(cell).collect()
}

fn slot(due: &Due) -> i64 {
    super::report::slot(Some(due.priority.unwrap_or(Priority::P2)))
}

fn letter(kind: Kind) -> Value {
    Value::Text(kind.letter().to_string())
}

/// What [`columns`] gives, in its order.
pub(crate) const COLUMNS: &str = "about, kind, rule, slot, owed_at, rests_at, next_at, officer, body";

/// The columns of a row as they follow from what is owed.
pub(crate) fn columns(due: &Due) -> Result<[Value; 9], StoreError> {
    let ms = |at: Timestamp| Value::Integer(at.as_millisecond());
    let officer = match &due.waits_for {
        WaitsFor::Officer(officer) => Value::Text(officer.0.clone()),
        WaitsFor::Desk | WaitsFor::Unit(_) | WaitsFor::Level(_) | WaitsFor::Post(_) | WaitsFor::Beat(_) => {
            Value::Null
        }
    };
    Ok([
        Value::Text(due.about.to_string()),
        letter(due.about.kind),
        Value::Text(due.owed.rule.0.clone()),
        Value::Integer(slot(due)),
        ms(due.owed.at),
        if due.rests() { ms(due.returns_at()) } else { Value::Null },
        due.next.map_or(Value::Null, |next| Value::Integer(sql::ms_not_before(next))),
        officer,
        Value::Text(sql::body(due)?),
    ])
}

/// Saves what is owed on a record after its facts.
pub(crate) fn save(
    conn: &Connection,
    before: &[Due],
    after: &[Due],
    tallies: &mut Tallies,
) -> Result<(), StoreError> {
    let over = |gone: &&Due| !after.iter().any(|due| due.owed.rule == gone.owed.rule);
    for gone in before.iter().filter(over) {
        let sql = "DELETE FROM due WHERE about = ?1 AND rule = ?2";
        sql::change(conn, sql, params![gone.about.to_string(), gone.owed.rule.0])?;
    }
    for due in after.iter().filter(|due| !before.contains(due)) {
        let sql = "INSERT INTO due (about, kind, rule, slot, owed_at, rests_at, next_at, officer, body) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) \
                   ON CONFLICT (about, rule) DO UPDATE SET slot = ?4, owed_at = ?5, rests_at = ?6, \
                   next_at = ?7, officer = ?8, body = ?9";
        sql::change(conn, sql, columns(due)?)?;
    }
    tallies.moved(cells(before), cells(after));
    if first(before) != first(after)
        && let Some(id) = before.first().or(after.first()).map(|due| due.about)
        && let Some(shape) = kinds::of(id.kind).filter(|shape| shape.by_deadline)
    {
        let sql =
            format!("UPDATE {} SET owes = ?1, owed_at = ?2 WHERE day = ?3 AND number = ?4", shape.table);
        let (owes, owed_at) = first(after);
        sql::change(conn, &sql, params![owes, owed_at, sql::day_number(id.day), id.number])?;
    }
    Ok(())
}

/// What stands in the columns `owes` and `owed_at` of a record that owes nothing.
const NOTHING: (i64, i64) = (2, 0);

/// The columns `owes` and `owed_at` as they follow from what is owed on a record: what rests comes last.
pub(crate) fn first(owed: &[Due]) -> (i64, i64) {
    let places = owed.iter().map(|due| (i64::from(due.rests()), due.owed.at.as_millisecond()));
    places.min().unwrap_or(NOTHING)
}

/// Forgets every row: they are made anew.
pub(crate) fn clear(conn: &Connection) -> Result<(), StoreError> {
    sql::change(conn, "DELETE FROM due", [])?;
    for shape in kinds::TABLES.iter().filter(|shape| shape.by_deadline) {
        let sql = format!(
            "UPDATE {0} INDEXED BY {0}_owes SET owes = ?1, owed_at = ?2 WHERE open = 1 AND owes < ?1",
            shape.table
        );
        sql::change(conn, &sql, [NOTHING.0, NOTHING.1])?;
    }
    sql::change(conn, "DELETE FROM tally WHERE list = ?1 OR list = ?2", [tally::DUE, tally::RESTS])?;
    Ok(())
}

/// The instant at which the desk has to tell somebody something next.
pub(crate) fn next(conn: &Connection) -> Result<Option<Timestamp>, StoreError> {
    let sql =
        "SELECT next_at FROM due INDEXED BY due_next WHERE next_at IS NOT NULL ORDER BY next_at LIMIT 1";
    sql::one(conn, sql, [], |row| row.get(0))?.map(sql::instant).transpose()
}

/// The records about which the desk has something to tell by now, the longest waiting first.
pub(crate) fn to_tell(conn: &Connection, now: Timestamp, most: u16) -> Result<Vec<RecordId>, StoreError> {
    let sql = "SELECT about FROM due INDEXED BY due_next WHERE next_at IS NOT NULL AND next_at <= ?1 \
               ORDER BY next_at LIMIT ?2";
    let mut found: Vec<RecordId> = sql::all(conn, sql, params![now.as_millisecond(), most], |row| {
        let about: String = row.get(0)?;
        about.parse().map_err(|_| StoreError::unreadable("a subject"))
    })?;
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|id| seen.insert(*id));
    Ok(found)
}

/// What is owed on a record, as stored.
pub(crate) fn of(conn: &Connection, subject: &Subject) -> Result<Vec<Vec<Value>>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM due WHERE about = ?1 ORDER BY rule");
    sql::all(conn, &sql, [subject.to_string()], |row| {
        Ok((0..9).map(|at| row.get(at)).collect::<rusqlite::Result<_>>()?)
    })
}

/// How many things are owed and were not put off.
pub(crate) fn count(conn: &Connection) -> Result<u64, StoreError> {
    tally::count(conn, tally::DUE, None, None)
}

/// How many of them are past their time. Whole hours are counted already; only this one is looked at.
pub(crate) fn count_late(conn: &Connection, now: Timestamp) -> Result<u64, StoreError> {
    let ms = now.as_millisecond();
    let hour = tally::hour(ms);
    let sql = "SELECT count(*) FROM due INDEXED BY due_at \
               WHERE rests_at IS NULL AND owed_at >= ?1 AND owed_at <= ?2";
    let this_hour: Option<i64> = sql::one(conn, sql, params![hour * 3_600_000, ms], |row| row.get(0))?;
    Ok(tally::count_before(conn, tally::DUE, hour)? + sql::count(this_hour.unwrap_or(0)))
}

/// One part of the queue that an index has in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part {
    rank: Rank,
    /// The priority of what is late.
    slot: Option<i64>,
}

/// The parts of the queue, in its order.
const PARTS: [Part; 6] = [
    Part { rank: Rank::Late, slot: Some(1) },
    Part { rank: Rank::Late, slot: Some(2) },
    Part { rank: Rank::Late, slot: Some(3) },
    Part { rank: Rank::Late, slot: Some(4) },
    Part { rank: Rank::Ahead, slot: None },
    Part { rank: Rank::Rests, slot: None },
];

/// The place of a line in its part.
type Place = (i64, String, String);

impl Part {
    fn of(line: &DueLine, now: Timestamp) -> Part {
        let rank = line.due.rank(now);
        Part { rank, slot: (rank == Rank::Late).then(|| slot(&line.due)) }
    }

    /// The index that has it in order, its condition, and the column that orders it.
    fn sql(self, mine: bool) -> (&'static str, &'static str, &'static str) {
        match (self.rank, mine) {
            (Rank::Late, false) => {
                ("due_late", "rests_at IS NULL AND slot = ?2 AND owed_at <= ?1", "owed_at")
            }
            (Rank::Late, true) => (
                "due_late_of",
                "rests_at IS NULL AND slot = ?2 AND owed_at <= ?1 AND officer = ?3",
                "owed_at",
            ),
            (Rank::Ahead, false) => ("due_at", "rests_at IS NULL AND owed_at > ?1", "owed_at"),
            (Rank::Ahead, true) => {
                ("due_at_of", "rests_at IS NULL AND owed_at > ?1 AND officer = ?3", "owed_at")
            }
            (Rank::Rests, false) => ("due_rests", "rests_at IS NOT NULL", "rests_at"),
            (Rank::Rests, true) => ("due_rests_of", "rests_at IS NOT NULL AND officer = ?3", "rests_at"),
        }
    }
}

/// A way through the queue.
struct Walk<'a> {
    conn: &'a Connection,
    view: DueView,
    asker: &'a OfficerId,
    now: Timestamp,
}

impl Walk<'_> {
    /// At most `most` lines of a part past a place in it.
    fn part(
        &self,
        part: Part,
        past: Option<&Place>,
        way: Way,
        most: usize,
    ) -> Result<Vec<DueLine>, StoreError> {
        let mine = self.view == DueView::Mine;
        let (index, term, column) = part.sql(mine);
        let (compares, order) = match way {
            Way::Down => (">", "ASC"),
            Way::Up => ("<", "DESC"),
        };
        let past_place = if past.is_some() {
            format!(" AND ({column}, about, rule) {compares} (?5, ?6, ?7)")
        } else {
            String::new()
        };
        // Where the place bounds the same side as the part does, SQLite must begin at the place.
        let term = match (part.rank, way, past.is_some()) {
            (Rank::Ahead, Way::Down, true) | (Rank::Late, Way::Up, true) => {
                term.replacen("owed_at", "+owed_at", 1)
            }
            (_, _, _) => term.to_owned(),
        };
        let sql = format!(
            "SELECT key, body FROM due INDEXED BY {index} WHERE {term}{past_place} \
             ORDER BY {column} {order}, about {order}, rule {order} LIMIT ?4"
        );
        let mut values = vec![
            Value::Integer(self.now.as_millisecond()),
            Value::Integer(part.slot.unwrap_or(0)),
            Value::Text(self.asker.0.clone()),
            Value::Integer(i64::try_from(most).unwrap_or(i64::MAX)),
        ];
        if let Some((at, about, rule)) = past {
            values.extend([Value::Integer(*at), Value::Text(about.clone()), Value::Text(rule.clone())]);
        }
        let mut statement = sql::prepared(self.conn, &sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(line(row)?);
        }
        Ok(found)
    }

    /// At most `most` lines from a line on, itself left out; from an end of the queue when there is none.
    fn lines(&self, past: Option<&DueLine>, way: Way, most: usize) -> Result<Vec<DueLine>, StoreError> {
        let mut parts = PARTS.to_vec();
        if way == Way::Up {
            parts.reverse();
        }
        let here = past.map(|line| (Part::of(line, self.now), place(line)));
        let from = here.as_ref().and_then(|(part, _)| parts.iter().position(|p| p == part)).unwrap_or(0);
        let mut found = Vec::new();
        for (n, part) in parts.into_iter().enumerate().skip(from) {
            let past = here.as_ref().filter(|_| n == from).map(|(_, place)| place);
            if found.len() < most {
                found.extend(self.part(part, past, way, most - found.len())?);
            }
        }
        Ok(found)
    }
}

fn place(line: &DueLine) -> Place {
    let due = &line.due;
    let at = if due.rests() { due.returns_at() } else { due.owed.at };
    (at.as_millisecond(), due.about.to_string(), due.owed.rule.0.clone())
}

fn line(row: &Row<'_>) -> Result<DueLine, StoreError> {
    let (key, body): (RowKey, String) = (row.get(0)?, row.get(1)?);
    Ok(DueLine { key, due: sql::parsed(&body, "something owed")? })
}

fn line_at(conn: &Connection, key: RowKey) -> Result<Option<DueLine>, StoreError> {
    let found = sql::one(conn, "SELECT key, body FROM due WHERE key = ?1", [key], |row| Ok(line(row)))?;
    found.transpose()
}

/// The head of the queue.
pub(crate) fn head(conn: &Connection, now: Timestamp, most: usize) -> Result<Vec<DueLine>, StoreError> {
    let asker = OfficerId::default();
    Walk { conn, view: DueView::All, asker: &asker, now }.lines(None, Way::Down, most)
}

/// A page of the queue. A line that is gone is no place to go on from: then the page is that from the top.
pub(crate) fn page(
    conn: &Connection,
    view: DueView,
    asker: &OfficerId,
    now: Timestamp,
    wanted: Page,
) -> Result<Rows<DueLine>, StoreError> {
    let walk = Walk { conn, view, asker, now };
    let limit = usize::from(wanted.limit.clamp(1, PAGE_MAX));
    let (way, anchor) = match wanted.from {
        From::Top => (Way::Down, None),
        From::Bottom => (Way::Up, None),
        From::After(key) | From::At(key) => (Way::Down, line_at(conn, key)?),
        From::Before(key) => (Way::Up, line_at(conn, key)?),
    };
    let way = if anchor.is_none() && matches!(wanted.from, From::Before(_)) { Way::Down } else { way };
    let mut rows = walk.lines(anchor.as_ref(), way, limit + 1)?;
    if let (From::At(_), Some(at)) = (wanted.from, &anchor) {
        rows.insert(0, at.clone());
    }
    let further = rows.len() > limit;
    rows.truncate(limit);
    let behind = match way {
        Way::Down => Way::Up,
        Way::Up => Way::Down,
    };
    let back = match (anchor.is_some(), rows.first()) {
        (true, Some(first)) => !walk.lines(Some(first), behind, 1)?.is_empty(),
        (_, _) => anchor.is_some(),
    };
    let (more_before, more_after) = match way {
        Way::Down => (back, further),
        Way::Up => {
            rows.reverse();
            (further, back)
        }
    };
    let total = match view {
        DueView::All => Some(count(conn)? + tally::count(conn, tally::RESTS, None, None)?),
        DueView::Mine => None,
    };
    Ok(Rows { rows, more_before, more_after, total })
}

/// What is past its time on records of a kind, the longest first.
pub(crate) fn late(conn: &Connection, kind: Kind, now: Timestamp, most: i64) -> Result<Vec<Due>, StoreError> {
    let sql = "SELECT body FROM due INDEXED BY due_at_kind WHERE rests_at IS NULL AND kind = ?2 \
               AND owed_at <= ?1 ORDER BY owed_at, about, rule LIMIT ?3";
    sql::all(conn, sql, params![now.as_millisecond(), letter(kind), most], |row| {
        sql::parsed(&row.get::<_, String>(0)?, "something owed")
    })
}

/// How many rows there are.
pub(crate) fn rows(conn: &Connection) -> Result<u64, StoreError> {
    Ok(sql::count(sql::one(conn, "SELECT count(*) FROM due", [], |row| row.get(0))?.unwrap_or(0)))
}
