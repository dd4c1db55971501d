//! The table of handovers: one row a handover, and its row on a screen.

use super::error::StoreError;
use super::sql;
use super::table::{Name, Table};
use super::tally::{self, Cell};
use crate::domain::handover::{Handover, HandoverStatus};
use crate::domain::id::Kind;
use crate::domain::query::RowKey;
use crate::domain::row::HandoverRow;
use crate::domain::shift::Watch;
use crate::domain::{RecordId, Rev, Stamp};
use rusqlite::types::Value;
use rusqlite::{Connection, Row};
use serde::Deserialize;

impl Table for Handover {
    const TABLE: &'static str = "handover";
    const NAME: Name = Name::Number(Kind::Handover);
    const ONE: &'static str = "a handover";
    const COLUMNS: &'static [&'static str] = &["signed"];

    fn columns(&self) -> Vec<Value> {
        vec![Value::Integer(i64::from(self.status == HandoverStatus::Signed))]
    }

    fn cells(&self) -> Vec<Cell> {
        vec![(tally::HANDOVERS.to_owned(), String::new(), 0)]
    }
}

/// The handover that waits to be accepted.
pub(crate) fn waiting(conn: &Connection) -> Result<Option<RecordId>, StoreError> {
    let sql = "SELECT day, number FROM handover INDEXED BY handover_signed WHERE signed = 1 \
               ORDER BY key DESC LIMIT 1";
    let found = sql::one(conn, sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    found.map(|(day, number)| sql::record_id(Kind::Handover, day, number)).transpose()
}

/// As much of a handover as its row shows: the words of its items are left where they are.
#[derive(Deserialize)]
struct Outline {
    id: RecordId,
    rev: Rev,
    status: HandoverStatus,
    draft: DraftOutline,
    signed: Stamp,
    accepted: Option<Stamp>,
}

#[derive(Deserialize)]
struct DraftOutline {
    watch: Watch,
    items: Vec<ItemOutline>,
}

#[derive(Deserialize)]
struct ItemOutline {
    critical: bool,
}

/// A handover in one line, from its key and body.
pub(crate) fn read_row(row: &Row<'_>) -> Result<HandoverRow, StoreError> {
    let (key, body): (RowKey, String) = (row.get(0)?, row.get(1)?);
    let outline: Outline = sql::parsed(&body, Handover::ONE)?;
    let items = &outline.draft.items;
    let few = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(HandoverRow {
        key,
        id: outline.id,
        rev: outline.rev,
        status: outline.status,
        day: outline.draft.watch.day,
        shift: outline.draft.watch.shift.clone(),
        signed: outline.signed,
        accepted: outline.accepted,
        items: few(items.len()),
        critical: few(items.iter().filter(|item| item.critical).count()),
    })
}
