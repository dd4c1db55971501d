//! Looking for records: the index proposes, the words decide. Newest first, from any place in the list.

use super::error::StoreError;
use super::list::List;
use super::page::{Stretch, Way};
use super::sql;
use super::words::{Asked, Find, Number};
use crate::domain::RecordId;
use crate::domain::query::RowKey;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params, params_from_iter};

/// A list of no more rows than this is read through, instead of asking the index for everything that was ever said.
pub(super) const FEW: u64 = 1000;

/// How many rows are read through for words that are too short for the index, before it is asked all the same: what is
/// frequent is found among them, what is rare is quickly gathered.
const WINDOW: i64 = 2000;

/// The keys of the records that are found in a stretch of a list.
pub(crate) fn keys(
    conn: &Connection,
    find: &Find,
    list: &List,
    part: Stretch,
) -> Result<Vec<RowKey>, StoreError> {
    let mut found = match find.number() {
        None => Vec::new(),
        Some(Number::Whole(id)) => one(conn, list, part, key_of(conn, list, id)?)?,
        Some(Number::Short(number)) => numbered(conn, list, part, number)?,
    };
    found.extend(match find.asked() {
        _ if list.total <= FEW => through_list(conn, find, list, part)?,
        Asked::Whole(asked) => through_index(conn, find, list, part, &asked)?,
        Asked::Begun(asked) => through_window(conn, find, list, part, &asked, WINDOW)?,
    });
    found.sort_unstable();
    found.dedup();
    if part.way == Way::Down {
        found.reverse();
    }
    found.truncate(part.most);
    Ok(found)
}

/// The place of a record in the list of all of its kind.
pub(super) fn key_of(conn: &Connection, list: &List, id: RecordId) -> Result<Option<RowKey>, StoreError> {
    let sql = format!("SELECT key FROM {} WHERE day = ?1 AND number = ?2", list.shelf.table);
    sql::one(conn, &sql, params![sql::day_number(id.day), id.number], |row| row.get(0))
}

fn one(
    conn: &Connection,
    list: &List,
    part: Stretch,
    key: Option<RowKey>,
) -> Result<Vec<RowKey>, StoreError> {
    match key.filter(|key| part.holds(*key)) {
        Some(key) if in_list(conn, list, key)? => Ok(vec![key]),
        Some(_) | None => Ok(Vec::new()),
    }
}

fn in_list(conn: &Connection, list: &List, key: RowKey) -> Result<bool, StoreError> {
    if list.is_everything() {
        return Ok(true);
    }
    let (from, r) = (list.shelf.from(), list.shelf.r);
    let sql = format!("SELECT 1 FROM {from} NOT INDEXED WHERE 1{} AND {r}.key = ?", list.and_terms());
    let values = list.values_and([Value::Integer(key)]);
    Ok(sql::one(conn, &sql, params_from_iter(values), |_| Ok(()))?.is_some())
}

fn numbered(conn: &Connection, list: &List, part: Stretch, number: u32) -> Result<Vec<RowKey>, StoreError> {
    let (from, r) = (list.shelf.from(), list.shelf.r);
    let sql = format!(
        "SELECT {r}.key FROM {from} INDEXED BY {} WHERE 1{} AND {r}.number = ? AND {r}.key {} ? \
         ORDER BY {r}.key {} LIMIT ?",
        list.shelf.by_number,
        list.and_terms(),
        part.compares(),
        part.order(),
    );
    let more = [i64::from(number), part.past, part.limit()].map(Value::Integer);
    sql::all(conn, &sql, params_from_iter(list.values_and(more)), |row| Ok(row.get(0)?))
}

fn through_list(
    conn: &Connection,
    find: &Find,
    list: &List,
    part: Stretch,
) -> Result<Vec<RowKey>, StoreError> {
    let (from, r, texts) = (list.shelf.from(), list.shelf.r, list.shelf.texts);
    let sql = format!(
        "SELECT t.told, t.notes, {r}.key FROM {from} {} CROSS JOIN {texts} t ON t.key = {r}.key \
         WHERE 1{} AND {r}.key {} ? ORDER BY {r}.key {}",
        list.index,
        list.and_terms(),
        part.compares(),
        part.order(),
    );
    let values = list.values_and([Value::Integer(part.past)]);
    let mut read = Reading::of(find, part.most);
    read.rows(conn, &sql, values, key, |_| Ok(true))?;
    Ok(read.found)
}

fn through_index(
    conn: &Connection,
    find: &Find,
    list: &List,
    part: Stretch,
    asked: &str,
) -> Result<Vec<RowKey>, StoreError> {
    let (texts, grams) = (list.shelf.texts, list.shelf.grams);
    let sql = format!(
        "SELECT t.told, t.notes, g.rowid FROM {grams} g CROSS JOIN {texts} t ON t.key = g.rowid \
         WHERE g.{grams} MATCH ? AND g.rowid {} ? ORDER BY g.rowid {}",
        part.compares(),
        part.order(),
    );
    let values = vec![Value::Text(asked.to_owned()), Value::Integer(part.past)];
    let mut read = Reading::of(find, part.most);
    read.rows(conn, &sql, values, key, |key| in_list(conn, list, *key))?;
    Ok(read.found)
}

fn through_window(
    conn: &Connection,
    find: &Find,
    list: &List,
    part: Stretch,
    asked: &str,
    window: i64,
) -> Result<Vec<RowKey>, StoreError> {
    let sql = format!(
        "SELECT t.told, t.notes, t.key FROM {} t WHERE t.key {} ? ORDER BY t.key {} LIMIT ?",
        list.shelf.texts,
        part.compares(),
        part.order(),
    );
    let values = vec![Value::Integer(part.past), Value::Integer(window)];
    let mut read = Reading::of(find, part.most);
    read.rows(conn, &sql, values, key, |key| in_list(conn, list, *key))?;
    let more = part.most.saturating_sub(read.found.len());
    if let (Some(last), true, true) = (read.last, read.read == window, more > 0) {
        let rest = Stretch { past: last, most: more, ..part };
        read.found.extend(through_index(conn, find, list, rest, asked)?);
    }
    Ok(read.found)
}

fn key(row: &Row<'_>) -> Result<RowKey, StoreError> {
    Ok(row.get(2)?)
}

/// Going through rows of folded texts and a place until enough are found.
pub(super) struct Reading<'a, P = RowKey> {
    find: &'a Find,
    most: usize,
    /// The places of those that are found.
    pub(super) found: Vec<P>,
    /// How many rows were read.
    pub(super) read: i64,
    /// The place of the last of them.
    pub(super) last: Option<P>,
}

impl<'a, P: Copy> Reading<'a, P> {
    pub(super) fn of(find: &'a Find, most: usize) -> Reading<'a, P> {
        Reading { find, most, found: Vec::new(), read: 0, last: None }
    }

    /// Reads the rows of a statement: what was told, the notes, then what `place` reads.
    pub(super) fn rows(
        &mut self,
        conn: &Connection,
        sql: &str,
        values: Vec<Value>,
        place: impl Fn(&Row<'_>) -> Result<P, StoreError>,
        wanted: impl Fn(&P) -> Result<bool, StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = sql::prepared(conn, sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        while self.found.len() < self.most
            && let Some(row) = rows.next()?
        {
            let here = place(row)?;
            (self.read, self.last) = (self.read + 1, Some(here));
            let text = |column| row.get_ref(column)?.as_str().map_err(|_| StoreError::unreadable("a text"));
            if self.find.in_texts([text(0)?, text(1)?]) && wanted(&here)? {
                self.found.push(here);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Kind;
    use crate::domain::query::ReportFilter;
    use crate::store::sample::{Desk, receive_text};

    #[test]
    fn what_lies_beyond_the_window_is_gathered_by_the_index() {
        let mut desk = Desk::new();
        for n in 0..60 {
            let text = if n % 9 == 0 { "李某来过 b7" } else { "nothing here" };
            desk.duty(receive_text(text, &format!("s-{n}")));
        }
        let conn = &desk.store.conn;
        let list = List::reports(conn, &ReportFilter::default(), &"0103".into()).unwrap();
        for (words, count) in [("李", 7), ("b7", 7), ("国", 0)] {
            let find = Find::read(Kind::Report, words).unwrap();
            let Asked::Begun(asked) = find.asked() else { panic!("asked for whole pieces") };
            for way in [Way::Down, Way::Up] {
                let past = if way == Way::Down { RowKey::MAX } else { RowKey::MIN };
                let part = Stretch { way, past, most: 5 };
                let near = through_window(conn, &find, &list, part, &asked, 3).unwrap();
                let whole = through_window(conn, &find, &list, part, &asked, 1000).unwrap();
                assert_eq!(near, whole);
                assert_eq!(near.len(), 5.min(count));
            }
        }
    }
}
