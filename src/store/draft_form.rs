//! Half-filled forms, kept for each officer until the form is sent or given up.

use super::error::StoreError;
use super::sql;
use crate::domain::desk::DraftForm;
use crate::domain::{OfficerId, Private, RecordId};
use jiff::Timestamp;
use rusqlite::{Connection, params};

/// A form to keep, or to forget when it has no fields any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keep {
    /// Whose form.
    pub officer: OfficerId,
    /// Which form.
    pub form: String,
    /// Its fields; none forgets it.
    pub body: Option<Private>,
    /// The desk's clock.
    pub at: Timestamp,
}

/// Keeps or forgets a form.
pub(crate) fn keep(conn: &Connection, keep: &Keep) -> Result<(), StoreError> {
    match &keep.body {
        Some(body) => {
            let sql = "INSERT INTO draft_form (officer, form, at_ms, body) VALUES (?1, ?2, ?3, ?4) \
                       ON CONFLICT (officer, form) DO UPDATE SET at_ms = ?3, body = ?4";
            let columns = params![keep.officer.0, keep.form, keep.at.as_millisecond(), body.as_str()];
            sql::change(conn, sql, columns)?;
        }
        None => {
            let sql = "DELETE FROM draft_form WHERE officer = ?1 AND form = ?2";
            sql::change(conn, sql, [&keep.officer.0, &keep.form])?;
        }
    }
    Ok(())
}

/// The forms kept for an officer.
pub(crate) fn of(conn: &Connection, officer: &OfficerId) -> Result<Vec<DraftForm>, StoreError> {
    let sql = "SELECT form, body, at_ms FROM draft_form WHERE officer = ?1 ORDER BY form";
    sql::all(conn, sql, [&officer.0], |row| {
        Ok(DraftForm { form: row.get(0)?, body: Private(row.get(1)?), at: sql::instant(row.get(2)?)? })
    })
}

/// Forgets every form that names a record, whoever it is kept for.
pub(crate) fn forget_naming(conn: &Connection, id: RecordId) -> Result<(), StoreError> {
    let sql = "DELETE FROM draft_form WHERE instr(form, ?1) OR instr(body, ?1)";
    sql::change(conn, sql, [id.to_string()]).map(|_| ())
}
