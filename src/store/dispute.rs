//! The table of disputes: one row a dispute, its row on a screen, and the record with everything about it. Its lists are in
//! `dispute_list`.

use super::error::{NotDone, StoreError};
use super::table::{Name, Table, keyed};
use super::tally::Cell;
use super::{escalation, journal, report, sql, supervision, tally};
use crate::domain::dispute::Dispute;
use crate::domain::dispute::allowance::Sheet;
use crate::domain::due::{owed, owed_first};
use crate::domain::id::Kind;
use crate::domain::query::{DisputeDetail, DisputeView, RowKey};
use crate::domain::row::DisputeRow;
use crate::domain::{OfficerId, RecordId, Refusal, Station, Subject};
use jiff::Timestamp;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params};

/// The most disputes of a sweep that are shown with it.
const FOUND_SHOWN: i64 = 200;
/// The most ended disputes on a sheet of allowances.
const PAID_MAX: i64 = 5000;

impl Table for Dispute {
    const TABLE: &'static str = "dispute";
    const NAME: Name = Name::Number(Kind::Dispute);
    const ONE: &'static str = "a dispute";
    const CLOCKED: bool = true;
    const BY_DEADLINE: bool = true;
    const COLUMNS: &'static [&'static str] =
        &["open", "status", "category", "beat", "lead", "violent", "major", "sweep", "ended_ms"];

    fn columns(&self) -> Vec<Value> {
        let open = self.status.is_unresolved();
        let ended = self.ending.as_ref().filter(|_| !open);
        let nobody = OfficerId::default();
        let flag = |is: bool| Value::Integer(i64::from(is));
        vec![
            flag(open),
            Value::Text(self.status.code().to_owned()),
            Value::Text(self.matter.category.code().to_owned()),
            Value::Text(self.matter.beat.as_ref().map_or_else(String::new, |beat| beat.0.clone())),
            self.lead().filter(|_| open).map_or(Value::Null, |lead| Value::Text(lead.0.clone())),
            flag(stands_in(self, DisputeView::Violent, &nobody)),
            flag(stands_in(self, DisputeView::Major, &nobody)),
            self.sweep.map_or(Value::Null, |sweep| Value::Text(sweep.to_string())),
            ended.map_or(Value::Null, |ending| Value::Integer(ending.stamp.at.as_millisecond())),
        ]
    }

    fn cells(&self) -> Vec<Cell> {
        let nobody = OfficerId::default();
        let whose = self.lead().unwrap_or(&nobody);
        let beat = self.matter.beat.as_ref().map_or("", |beat| beat.as_str());
        let slot = tally::dispute_slot(self.matter.category, self.status);
        let views = DisputeView::ALL.iter().filter(|view| match view {
            DisputeView::Mine => self.lead().is_some() && stands_in(self, **view, whose),
            // It is counted with those that are unresolved: they are the same.
            DisputeView::ByDeadline => false,
            DisputeView::Unresolved | DisputeView::Violent | DisputeView::Major | DisputeView::All => {
                stands_in(self, **view, whose)
            }
        });
        views.map(|view| (tally::list_of_disputes(*view, whose), beat.to_owned(), slot)).collect()
    }
}

/// Whether a dispute stands in a view.
fn stands_in(dispute: &Dispute, view: DisputeView, asker: &OfficerId) -> bool {
    let open = dispute.status.is_unresolved();
    match view {
        DisputeView::Unresolved | DisputeView::ByDeadline => open,
        DisputeView::Mine => open && dispute.lead() == Some(asker),
        DisputeView::Violent => open && dispute.violent.is_some(),
        DisputeView::Major => open && dispute.is_major(),
        DisputeView::All => true,
    }
}

/// The columns that [`read_row`] reads, of `dispute d`.
pub(crate) const ROW_COLUMNS: &str = "d.key, d.body, (SELECT count(*) FROM escalation e \
     INDEXED BY escalation_waiting_about \
     WHERE e.about = printf('D-%08d-%03d', d.day, d.number) AND e.waiting = 1), \
     (SELECT count(*) FROM supervision s INDEXED BY supervision_open_about \
     WHERE s.about = printf('D-%08d-%03d', d.day, d.number) AND s.open = 1)";

/// A dispute in one line, from its stored columns.
pub(crate) fn read_row(row: &Row<'_>, station: &Station) -> Result<DisputeRow, StoreError> {
    let (key, body): (RowKey, String) = (row.get(0)?, row.get(1)?);
    let dispute: Dispute = sql::parsed(&body, Dispute::ONE)?;
    let owed = owed_first(&dispute, station).map(|due| due.owed);
    Ok(dispute.row(key, row.get(2)?, row.get(3)?, owed))
}

/// A dispute's row by its place in the list of all.
pub(crate) fn row_at(
    conn: &Connection,
    station: &Station,
    key: RowKey,
) -> Result<Option<DisputeRow>, StoreError> {
    let sql = format!("SELECT {ROW_COLUMNS} FROM dispute d WHERE d.key = ?1");
    sql::one(conn, &sql, [key], |row| Ok(read_row(row, station)))?.transpose()
}

/// At most `most` disputes that may turn violent.
pub(crate) fn violent(conn: &Connection, most: i64) -> Result<Vec<Dispute>, StoreError> {
    let sql = "SELECT body FROM dispute INDEXED BY dispute_violent WHERE violent = 1 ORDER BY key LIMIT ?1";
    sql::all(conn, sql, [most], |row| sql::parsed(&row.get::<_, String>(0)?, Dispute::ONE))
}

/// The disputes that were found in a sweep, in order.
pub(crate) fn found_in(
    conn: &Connection,
    station: &Station,
    sweep: RecordId,
) -> Result<Vec<DisputeRow>, StoreError> {
    let sql = format!(
        "SELECT {ROW_COLUMNS} FROM dispute d INDEXED BY dispute_sweep WHERE d.sweep = ?1 ORDER BY d.key LIMIT ?2"
    );
    sql::all(conn, &sql, params![sweep.to_string(), FOUND_SHOWN], |row| read_row(row, station))
}

/// What is paid for the disputes that ended in a span of time: `until` is no longer in it.
pub(crate) fn allowances(
    conn: &Connection,
    since: Option<Timestamp>,
    until: Option<Timestamp>,
) -> Result<Sheet, StoreError> {
    let ms = |at: Option<Timestamp>, otherwise: i64| at.map_or(otherwise, Timestamp::as_millisecond);
    let sql = "SELECT body FROM dispute INDEXED BY dispute_ended \
               WHERE ended_ms >= ?1 AND ended_ms < ?2 ORDER BY ended_ms, key LIMIT ?3";
    let span = params![ms(since, i64::MIN), ms(until, i64::MAX), PAID_MAX + 1];
    let ended: Vec<Dispute> =
        sql::all(conn, sql, span, |row| sql::parsed(&row.get::<_, String>(0)?, Dispute::ONE))?;
    let most = usize::try_from(PAID_MAX).unwrap_or(usize::MAX);
    let paid = ended.iter().take(most).filter_map(Dispute::paid);
    Ok(Sheet { disputes: paid.collect(), more: ended.len() > most })
}

/// At most `most` disputes on which something that was not put off is owed by an instant, what is owed first before.
pub(crate) fn owed_by(conn: &Connection, until: Timestamp, most: i64) -> Result<Vec<Dispute>, StoreError> {
    let sql = "SELECT body FROM dispute INDEXED BY dispute_owes \
               WHERE open = 1 AND owes = 0 AND owed_at <= ?1 ORDER BY owed_at, key LIMIT ?2";
    let until = until.as_millisecond();
    sql::all(conn, sql, params![until, most], |row| sql::parsed(&row.get::<_, String>(0)?, Dispute::ONE))
}

/// How many there are that may turn violent or on which something that was not put off is owed by an instant.
pub(crate) fn count_near(conn: &Connection, until: Timestamp) -> Result<u64, StoreError> {
    let sql = "SELECT count(*) FROM dispute INDEXED BY dispute_owes \
               WHERE open = 1 AND owes = 0 AND owed_at <= ?1 AND violent = 0";
    let owed: Option<i64> = sql::one(conn, sql, [until.as_millisecond()], |row| row.get(0))?;
    Ok(sql::count(owed.unwrap_or(0)) + tally::count(conn, tally::VIOLENT_DISPUTES, None, None)?)
}

/// One dispute with everything about it.
pub(crate) fn detail(conn: &Connection, station: &Station, id: RecordId) -> Result<DisputeDetail, NotDone> {
    let not_found = || NotDone::from(Refusal::NotFound { what: id.to_string() });
    if id.kind != Kind::Dispute {
        return Err(not_found());
    }
    let (key, dispute) = keyed::<Dispute>(conn, id)?.ok_or_else(not_found)?;
    let mut reports = Vec::new();
    for linked in &dispute.reports {
        if let Some(key) = report::key_of(conn, *linked)? {
            reports.extend(report::row_at(conn, station, key)?);
        }
    }
    let mut earlier = Vec::new();
    for before in &dispute.earlier {
        let sql = format!("SELECT {ROW_COLUMNS} FROM dispute d WHERE d.day = ?1 AND d.number = ?2");
        let values = params![sql::day_number(before.day), before.number];
        earlier.extend(sql::one(conn, &sql, values, |row| Ok(read_row(row, station)))?.transpose()?);
    }
    let mut timeline = journal::about(conn, &Subject::Record(id))?;
    for about in dispute.escalations.iter().chain(&dispute.supervisions) {
        timeline.extend(journal::about(conn, &Subject::Record(*about))?);
    }
    timeline.sort_by_key(|entry| entry.seq);
    Ok(DisputeDetail {
        key,
        reports,
        earlier,
        escalations: escalation::about(conn, station, id)?,
        supervisions: supervision::about(conn, id)?,
        due: owed(&dispute, station),
        timeline,
        dispute,
    })
}
