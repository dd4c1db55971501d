//! What the tables of records have in common: how a row is written, read and compared with its record.
//!
//! A kind of record says in its own file what is particular to its table ([`Table`]); which kinds there are stands in
//! `kinds`. What lists and screens ask for is the business of each kind's file.

use super::due;
use super::error::StoreError;
use super::sql::{self, day_number};
use super::tally::{Cell, Tallies};
use crate::domain::due::owed;
use crate::domain::id::Kind;
use crate::domain::query::RowKey;
use crate::domain::record::OfKind;
use crate::domain::{Code, Record, RecordId, Station, Subject};
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// How many records are read at a time where all open ones are.
const AT_A_TIME: i64 = 500;

/// What names the rows of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    /// The columns `day` and `number`: each row also has a `key`, its place in lists.
    Number(Kind),
    /// A column of text; a subject is written with this in front of it.
    Text { column: &'static str, prefix: &'static str },
}

/// A kind of record that has a table. Each row has its name, `rev`, the columns that lists ask for, and the whole record
/// as `body`.
pub(crate) trait Table: OfKind + PartialEq + Serialize + DeserializeOwned {
    /// The table.
    const TABLE: &'static str;
    /// What names its rows.
    const NAME: Name;
    /// One record of it, as an error names it: `a report`.
    const ONE: &'static str;
    /// Whether clocks run on its records. Then it has a column `open`, which is 1 as long as anything can be owed, and
    /// an index `TABLE_open` of `key` where that is so.
    const CLOCKED: bool = false;
    /// Whether its lists are ordered by what is owed first. Then it has the columns `owes` and `owed_at` besides, which
    /// follow the rows of what is owed ([`due::first`]).
    const BY_DEADLINE: bool = false;
    /// The columns that lists ask for.
    const COLUMNS: &'static [&'static str] = &[];
    /// What stands in them, in their order, as it follows from the record.
    fn columns(&self) -> Vec<Value> {
        Vec::new()
    }
    /// The cells that the record is counted in.
    fn cells(&self) -> Vec<Cell> {
        Vec::new()
    }
}

/// What is known of a table without a record of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    /// The table.
    pub(crate) table: &'static str,
    /// What names its rows.
    pub(crate) name: Name,
    columns: &'static [&'static str],
    /// Whether clocks run on its records.
    pub(crate) clocked: bool,
    /// Whether its lists are ordered by what is owed first.
    pub(crate) by_deadline: bool,
    /// Reads the record with a number.
    pub(crate) load: fn(&Connection, RecordId) -> Result<Option<Record>, StoreError>,
    /// Makes the rows of what is owed on its open records.
    pub(crate) owe: fn(&Connection, &Station, &mut Tallies) -> Result<(), StoreError>,
}

impl Shape {
    /// The shape of a kind's table.
    pub(crate) const fn of<T: Table>() -> Shape {
        Shape {
            table: T::TABLE,
            name: T::NAME,
            columns: T::COLUMNS,
            clocked: T::CLOCKED,
            by_deadline: T::BY_DEADLINE,
            load: |conn, id| Ok(load::<T>(conn, id)?.map(T::boxed)),
            owe: owe::<T>,
        }
    }

    /// The columns that name a row.
    fn key(&self) -> Vec<&'static str> {
        match self.name {
            Name::Number(_) => vec!["day", "number"],
            Name::Text { column, .. } => vec![column],
        }
    }

    /// Every column but `key`: the name, `rev`, what lists ask for, `body`.
    fn all_columns(&self) -> Vec<&'static str> {
        [&self.key()[..], &["rev"], self.columns, &["body"]].concat()
    }

    /// The row with the name that `values` begins with.
    pub(crate) fn row(&self, conn: &Connection, values: &[Value]) -> Result<Option<Vec<Value>>, StoreError> {
        let is: Vec<String> = self.key().iter().map(|name| format!("{name} = ?")).collect();
        let (columns, table) = (self.all_columns(), self.table);
        let sql = format!("SELECT {} FROM {table} WHERE {}", columns.join(", "), is.join(" AND "));
        let key = params_from_iter(values.iter().take(is.len()));
        sql::one(conn, &sql, key, |row| (0..columns.len()).map(|at| row.get(at)).collect())
    }

    fn write(&self, conn: &Connection, values: Vec<Value>) -> Result<RowKey, StoreError> {
        let (columns, key) = (self.all_columns(), self.key());
        let marks: Vec<String> = (1..=columns.len()).map(|at| format!("?{at}")).collect();
        let set = columns.iter().zip(&marks).skip(key.len());
        let set: Vec<String> = set.map(|(column, mark)| format!("{column} = {mark}")).collect();
        let sql = format!(
            "INSERT INTO {} ({}) VALUES ({}) ON CONFLICT ({}) DO UPDATE SET {} RETURNING rowid",
            self.table,
            columns.join(", "),
            marks.join(", "),
            key.join(", "),
            set.join(", "),
        );
        Ok(sql::prepared(conn, &sql)?.query_row(params_from_iter(values), |row| row.get(0))?)
    }
}

/// A record as its table keeps it.
pub(crate) trait Stored {
    /// Its table.
    fn shape(&self) -> Shape;
    /// Its row, in the order of the columns: the last is the body.
    fn row(&self) -> Result<Vec<Value>, StoreError>;
    /// The cells that it is counted in.
    fn counted(&self) -> Vec<Cell>;
    /// Whether a stored body is this record; one that an older program wrote may lack fields that have a default.
    fn is_body(&self, body: &str) -> bool;
    /// Saves it as it stands after its facts, and says its place in the list.
    fn save(
        &self,
        conn: &Connection,
        before: Option<&Record>,
        tallies: &mut Tallies,
    ) -> Result<RowKey, StoreError>;
}

impl<T: Table> Stored for T {
    fn shape(&self) -> Shape {
        Shape::of::<T>()
    }

    fn row(&self) -> Result<Vec<Value>, StoreError> {
        let mut row = match self.subject() {
            Subject::Record(id) => {
                vec![Value::Integer(day_number(id.day)), Value::Integer(i64::from(id.number))]
            }
            Subject::Unit(Code(name)) | Subject::Setup(name) => vec![Value::Text(name)],
            Subject::Desk => return Err(StoreError::broken("the desk itself has no row")),
        };
        row.push(Value::Integer(sql::int(self.rev())));
        row.extend(self.columns());
        row.push(Value::Text(sql::body(self)?));
        Ok(row)
    }

    fn counted(&self) -> Vec<Cell> {
        self.cells()
    }

    fn is_body(&self, body: &str) -> bool {
        sql::parsed(body, T::ONE).is_ok_and(|there: T| there == *self)
    }

    fn save(
        &self,
        conn: &Connection,
        before: Option<&Record>,
        tallies: &mut Tallies,
    ) -> Result<RowKey, StoreError> {
        if self.clocked().is_some() != T::CLOCKED {
            return Err(StoreError::broken("a table does not say whether clocks run on its records"));
        }
        let key = Shape::of::<T>().write(conn, self.row()?)?;
        tallies.moved(before.and_then(T::of).map(T::cells).unwrap_or_default(), self.cells());
        Ok(key)
    }
}

/// A numbered record and its place in the list.
pub(crate) fn keyed<T: Table>(conn: &Connection, id: RecordId) -> Result<Option<(RowKey, T)>, StoreError> {
    let sql = format!("SELECT key, body FROM {} WHERE day = ?1 AND number = ?2", T::TABLE);
    let found = sql::one(conn, &sql, params![day_number(id.day), id.number], |row| {
        Ok((row.get::<_, RowKey>(0)?, row.get::<_, String>(1)?))
    })?;
    found.map(|(key, body)| Ok((key, sql::parsed(&body, T::ONE)?))).transpose()
}

/// A numbered record.
pub(crate) fn load<T: Table>(conn: &Connection, id: RecordId) -> Result<Option<T>, StoreError> {
    Ok(keyed(conn, id)?.map(|(_, record)| record))
}

/// Makes the rows of what is owed on every open record. Few are in memory at a time, however many are open.
fn owe<T: Table>(conn: &Connection, station: &Station, tallies: &mut Tallies) -> Result<(), StoreError> {
    let table = T::TABLE;
    let sql = format!(
        "SELECT key, body FROM {table} INDEXED BY {table}_open WHERE open = 1 AND key > ?1 ORDER BY key LIMIT ?2"
    );
    let mut past = RowKey::MIN;
    loop {
        let records: Vec<(RowKey, T)> = sql::all(conn, &sql, [past, AT_A_TIME], |row| {
            Ok((row.get(0)?, sql::parsed(&row.get::<_, String>(1)?, T::ONE)?))
        })?;
        let Some((last, _)) = records.last() else { return Ok(()) };
        past = *last;
        for clocked in records.iter().filter_map(|(_, record)| record.clocked()) {
            due::save(conn, &[], &owed(clocked, station), tallies)?;
        }
    }
}
