//! Disputes in the order of what is owed first on each: what was put off after what is owed, what owes nothing last, and
//! the older one before where both are owed at once.
//!
//! The order stands in columns of the dispute that are saved with what is owed; it never depends on the clock.

use super::error::StoreError;
use super::find::{FEW, Reading, key_of};
use super::list::List;
use super::page::{Begin, Place, Stretch, Way};
use super::sql;
use super::words::{Asked, Find, Number};
use crate::domain::query::{From, RowKey};
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params, params_from_iter};

/// How many rows are read through for words that are too short for the index, before it is asked all the same.
const WINDOW: i64 = 500;

/// How many records the index may propose before reading the list itself through is cheaper: what is frequent is found
/// soon.
const PROPOSED: i64 = 1000;

/// The place of a dispute among those that are unresolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Deadline {
    owes: i64,
    owed_at: i64,
    /// The place in the list of all.
    pub(crate) key: RowKey,
}

impl Place for Deadline {
    const TOP: Deadline = Deadline { owes: i64::MIN, owed_at: i64::MIN, key: RowKey::MIN };
    const BOTTOM: Deadline = Deadline { owes: i64::MAX, owed_at: i64::MAX, key: RowKey::MAX };

    fn before(self) -> Deadline {
        Deadline { key: self.key.saturating_sub(1), ..self }
    }

    fn after(self) -> Deadline {
        Deadline { key: self.key.saturating_add(1), ..self }
    }
}

const COLUMNS: &str = "d.owes, d.owed_at, d.key";

impl Deadline {
    fn read(row: &Row<'_>) -> Result<Deadline, StoreError> {
        Ok(Deadline { owes: row.get(0)?, owed_at: row.get(1)?, key: row.get(2)? })
    }

    fn values(self) -> [Value; 3] {
        [self.owes, self.owed_at, self.key].map(Value::Integer)
    }
}

impl Stretch<Deadline> {
    fn and_past(&self) -> String {
        let compares = match self.way {
            Way::Down => ">",
            Way::Up => "<",
        };
        format!(" AND ({COLUMNS}) {compares} (?, ?, ?)")
    }

    fn in_order(&self) -> String {
        let order = match self.way {
            Way::Down => "ASC",
            Way::Up => "DESC",
        };
        format!(" ORDER BY d.owes {order}, d.owed_at {order}, d.key {order}")
    }

    fn holds_place(&self, place: Deadline) -> bool {
        match self.way {
            Way::Down => place > self.past,
            Way::Up => place < self.past,
        }
    }
}

/// Where a page begins. A dispute that is resolved by now is no place to go on from: then the page is that from the top.
pub(crate) fn begin(conn: &Connection, from: From) -> Result<Begin<Deadline>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM dispute d WHERE d.key = ?1 AND d.open = 1");
    let place = |key: RowKey| sql::all(conn, &sql, [key], Deadline::read).map(|found| found.first().copied());
    Ok(match from {
        From::Top => Begin::Top,
        From::Bottom => Begin::Bottom,
        From::After(key) => place(key)?.map_or(Begin::Top, Begin::After),
        From::Before(key) => place(key)?.map_or(Begin::Top, Begin::Before),
        From::At(key) => place(key)?.map_or(Begin::Top, Begin::At),
    })
}

/// The places of a stretch of a list.
pub(crate) fn stretch(
    conn: &Connection,
    list: &List,
    part: Stretch<Deadline>,
) -> Result<Vec<Deadline>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM dispute d {} WHERE 1{}{}{} LIMIT ?",
        list.index,
        list.and_terms(),
        part.and_past(),
        part.in_order(),
    );
    let more = part.past.values().into_iter().chain([Value::Integer(part.limit())]);
    sql::all(conn, &sql, params_from_iter(list.values_and(more)), Deadline::read)
}

/// The places of the disputes that are found in a stretch of a list.
pub(crate) fn found(
    conn: &Connection,
    find: &Find,
    list: &List,
    part: Stretch<Deadline>,
) -> Result<Vec<Deadline>, StoreError> {
    let mut found = numbered(conn, find, list)?;
    found.retain(|place| part.holds_place(*place));
    found.extend(match find.asked() {
        _ if list.total <= FEW => through_list(conn, find, list, part, i64::MAX)?.found,
        Asked::Whole(asked) => through_index(conn, find, list, part, &asked)?,
        Asked::Begun(asked) => {
            let near = through_list(conn, find, list, part, WINDOW)?;
            match near.last {
                Some(last) if near.found.len() < part.most && near.read == WINDOW => {
                    let rest = Stretch { past: last, most: part.most - near.found.len(), ..part };
                    [near.found, through_index(conn, find, list, rest, &asked)?].concat()
                }
                Some(_) | None => near.found,
            }
        }
    });
    found.sort_unstable();
    found.dedup();
    if part.way == Way::Up {
        found.reverse();
    }
    found.truncate(part.most);
    Ok(found)
}

/// The disputes of the list with a number, wherever they stand.
fn numbered(conn: &Connection, find: &Find, list: &List) -> Result<Vec<Deadline>, StoreError> {
    let (index, term, value) = match find.number() {
        None => return Ok(Vec::new()),
        Some(Number::Whole(id)) => match key_of(conn, list, id)? {
            Some(key) => ("NOT INDEXED", "d.key = ?", key),
            None => return Ok(Vec::new()),
        },
        Some(Number::Short(number)) => ("INDEXED BY dispute_number", "d.number = ?", i64::from(number)),
    };
    let sql = format!("SELECT {COLUMNS} FROM dispute d {index} WHERE 1{} AND {term}", list.and_terms());
    sql::all(conn, &sql, params_from_iter(list.values_and([Value::Integer(value)])), Deadline::read)
}

fn through_list<'a>(
    conn: &Connection,
    find: &'a Find,
    list: &List,
    part: Stretch<Deadline>,
    window: i64,
) -> Result<Reading<'a, Deadline>, StoreError> {
    let sql = format!(
        "SELECT t.told, t.notes, {COLUMNS} FROM dispute d {} CROSS JOIN dispute_text t ON t.key = d.key \
         WHERE 1{}{}{} LIMIT ?",
        list.index,
        list.and_terms(),
        part.and_past(),
        part.in_order(),
    );
    let more = part.past.values().into_iter().chain([Value::Integer(window)]);
    let mut read = Reading::of(find, part.most);
    read.rows(conn, &sql, list.values_and(more), place, |_| Ok(true))?;
    Ok(read)
}

fn place(row: &Row<'_>) -> Result<Deadline, StoreError> {
    Ok(Deadline { owes: row.get(2)?, owed_at: row.get(3)?, key: row.get(4)? })
}

/// What the index proposes, when that is little; otherwise the list is read through.
fn through_index(
    conn: &Connection,
    find: &Find,
    list: &List,
    part: Stretch<Deadline>,
    asked: &str,
) -> Result<Vec<Deadline>, StoreError> {
    let sql = "SELECT g.rowid FROM dispute_gram g WHERE g.dispute_gram MATCH ?1 LIMIT ?2";
    let proposed: Vec<RowKey> = sql::all(conn, sql, params![asked, PROPOSED], |row| Ok(row.get(0)?))?;
    if int(proposed.len()) == PROPOSED {
        return Ok(through_list(conn, find, list, part, i64::MAX)?.found);
    }
    let sql = format!(
        "SELECT t.told, t.notes, {COLUMNS} FROM dispute d NOT INDEXED CROSS JOIN dispute_text t ON t.key = d.key \
         WHERE 1{} AND d.key = ?",
        list.and_terms(),
    );
    let mut read = Reading::of(find, usize::MAX);
    for key in proposed {
        let values = list.values_and([Value::Integer(key)]);
        read.rows(conn, &sql, values, place, |place| Ok(part.holds_place(*place)))?;
    }
    Ok(read.found)
}

fn int(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
