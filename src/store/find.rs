//! Looking for reports: the index proposes, the words decide. Newest first, from any place in the list.

use super::error::StoreError;
use super::list::List;
use super::page::{Stretch, Way};
use super::words::{Asked, Find, Number};
use super::{report, sql};
use crate::domain::query::RowKey;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

/// A list of no more rows than this is read through, instead of asking the index for everything that was ever said.
const FEW: u64 = 1000;

/// How many rows are read through for words that are too short for the index, before it is asked all the same: what is
/// frequent is found among them, what is rare is quickly gathered.
const WINDOW: i64 = 2000;

/// The keys of the reports that are found in a stretch of a list.
pub(crate) fn keys(
    conn: &Connection,
    find: &Find,
    list: &List,
    part: Stretch,
) -> Result<Vec<RowKey>, StoreError> {
    let mut found = match find.number() {
        None => Vec::new(),
        Some(Number::Whole(id)) => one(conn, list, part, report::key_of(conn, id)?)?,
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
    let sql = format!("SELECT 1 FROM report r NOT INDEXED WHERE 1{} AND r.key = ?", list.and_terms());
    let values = list.values_and([Value::Integer(key)]);
    Ok(sql::one(conn, &sql, params_from_iter(values), |_| Ok(()))?.is_some())
}

fn numbered(conn: &Connection, list: &List, part: Stretch, number: u32) -> Result<Vec<RowKey>, StoreError> {
    let sql = format!(
        "SELECT r.key FROM report r INDEXED BY report_number WHERE 1{} AND r.number = ? AND r.key {} ? \
         ORDER BY r.key {} LIMIT ?",
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
    let sql = format!(
        "SELECT r.key, t.told, t.notes FROM report r {} CROSS JOIN search_text t ON t.key = r.key \
         WHERE 1{} AND r.key {} ? ORDER BY r.key {}",
        list.index,
        list.and_terms(),
        part.compares(),
        part.order(),
    );
    let values = list.values_and([Value::Integer(part.past)]);
    let mut read = Reading::of(find, part.most);
    read.rows(conn, &sql, values, |_| Ok(true))?;
    Ok(read.found)
}

fn through_index(
    conn: &Connection,
    find: &Find,
    list: &List,
    part: Stretch,
    asked: &str,
) -> Result<Vec<RowKey>, StoreError> {
    let sql = format!(
        "SELECT g.rowid, t.told, t.notes FROM gram g CROSS JOIN search_text t ON t.key = g.rowid \
         WHERE g.gram MATCH ? AND g.rowid {} ? ORDER BY g.rowid {}",
        part.compares(),
        part.order(),
    );
    let values = vec![Value::Text(asked.to_owned()), Value::Integer(part.past)];
    let mut read = Reading::of(find, part.most);
    read.rows(conn, &sql, values, |key| in_list(conn, list, key))?;
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
        "SELECT t.key, t.told, t.notes FROM search_text t WHERE t.key {} ? ORDER BY t.key {} LIMIT ?",
        part.compares(),
        part.order(),
    );
    let values = vec![Value::Integer(part.past), Value::Integer(window)];
    let mut read = Reading::of(find, part.most);
    read.rows(conn, &sql, values, |key| in_list(conn, list, key))?;
    let more = part.most.saturating_sub(read.found.len());
    if let (Some(last), true, true) = (read.last, read.read == window, more > 0) {
        let rest = Stretch { past: last, most: more, ..part };
        read.found.extend(through_index(conn, find, list, rest, asked)?);
    }
    Ok(read.found)
}

/// Going through rows of key and folded texts until enough are found.
struct Reading<'a> {
    find: &'a Find,
    most: usize,
    found: Vec<RowKey>,
    read: i64,
    last: Option<RowKey>,
}

impl<'a> Reading<'a> {
    fn of(find: &'a Find, most: usize) -> Reading<'a> {
        Reading { find, most, found: Vec::new(), read: 0, last: None }
    }

    fn rows(
        &mut self,
        conn: &Connection,
        sql: &str,
        values: Vec<Value>,
        wanted: impl Fn(RowKey) -> Result<bool, StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = sql::prepared(conn, sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        while self.found.len() < self.most
            && let Some(row) = rows.next()?
        {
            let key = row.get(0)?;
            (self.read, self.last) = (self.read + 1, Some(key));
            let text = |column| row.get_ref(column)?.as_str().map_err(|_| StoreError::unreadable("a text"));
            if self.find.in_texts([text(1)?, text(2)?]) && wanted(key)? {
                self.found.push(key);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
        let list = List::of(conn, &ReportFilter::default(), &"0103".into()).unwrap();
        for (words, count) in [("李", 7), ("b7", 7), ("国", 0)] {
            let find = Find::read(words).unwrap();
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
