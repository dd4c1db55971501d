//! The kinds of record that have a table, listed once for everything that walks all of them.

use super::error::StoreError;
use super::sql::{self, day_number};
use super::table::{Name, Shape, Stored};
use crate::domain::escalation::Escalation;
use crate::domain::handover::Handover;
use crate::domain::id::Kind;
use crate::domain::patrol::UnitState;
use crate::domain::setup::Standing;
use crate::domain::supervision::Supervision;
use crate::domain::sweep::Sweep;
use crate::domain::zero_report::ZeroReport;
use crate::domain::{Dispute, Record, RecordId, Report};
use jiff::civil::Date;
use rusqlite::Connection;

macro_rules! tables {
    ($($kind:ident: $record:ty,)*) => {
        /// Every table of records.
        pub(crate) const TABLES: &[Shape] = &[$(Shape::of::<$record>(),)*];

        /// A record as its table keeps it.
        pub(crate) fn stored(record: &Record) -> &dyn Stored {
            match record {
                $(Record::$kind(record) => &**record,)*
            }
        }
    };
}

tables! {
    Report: Report,
    Escalation: Escalation,
    Unit: UnitState,
    Handover: Handover,
    Setup: Standing,
    Supervision: Supervision,
    ZeroReport: ZeroReport,
    Sweep: Sweep,
    Dispute: Dispute,
}

/// Tables that no kind of record fills: a row in them is one that no fact explains.
pub(crate) const UNFILLED: &[(&str, Kind)] = &[("person", Kind::Person)];

/// The table of a kind that is numbered.
pub(crate) fn of(kind: Kind) -> Option<&'static Shape> {
    TABLES.iter().find(|shape| shape.name == Name::Number(kind))
}

/// Reads a numbered record of any kind.
pub(crate) fn load(conn: &Connection, id: RecordId) -> Result<Option<Record>, StoreError> {
    of(id.kind).map_or(Ok(None), |shape| (shape.load)(conn, id))
}

/// The next free number of a kind on a duty day.
pub(crate) fn next(conn: &Connection, kind: Kind, day: Date) -> Result<RecordId, StoreError> {
    let table = of(kind).ok_or_else(|| StoreError::broken("a number of a kind that has no table"))?.table;
    let sql = format!("SELECT max(number) FROM {table} WHERE day = ?1");
    let last = sql::one(conn, &sql, [day_number(day)], |row| row.get::<_, Option<u32>>(0))?;
    Ok(RecordId { kind, day, number: last.flatten().unwrap_or(0) + 1 })
}
