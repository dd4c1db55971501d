//! The table of disputes: one row a dispute, and the lists and the record that screens ask for.

use super::error::{NotDone, StoreError};
use super::page::{Stretch, page};
use super::table::{Name, Table, keyed};
use super::tally::Cell;
use super::{escalation, journal, report, sql, supervision, tally};
use crate::domain::dispute::Dispute;
use crate::domain::dispute::allowance::Sheet;
use crate::domain::due::{owed, owed_first};
use crate::domain::id::Kind;
use crate::domain::query::{DisputeDetail, DisputeFilter, DisputeView, Page, RowKey, Rows};
use crate::domain::row::DisputeRow;
use crate::domain::{OfficerId, RecordId, Refusal, Station, Subject};
use jiff::Timestamp;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params, params_from_iter};

/// The most disputes of a sweep that are shown with it.
const FOUND_SHOWN: i64 = 200;
/// The most ended disputes on a sheet of allowances.
const PAID_MAX: i64 = 5000;

impl Table for Dispute {
    const TABLE: &'static str = "dispute";
    const NAME: Name = Name::Number(Kind::Dispute);
    const ONE: &'static str = "a dispute";
    const CLOCKED: bool = true;
    const COLUMNS: &'static [&'static str] =
        &["open", "status", "category", "beat", "lead", "violent", "major", "sweep", "ended_ms"];

    fn columns(&self) -> Vec<Value> {
        let open = self.status.is_unresolved();
        let ended = self.ending.as_ref().filter(|_| !open);
        let flag = |is: bool| Value::Integer(i64::from(is));
        vec![
            flag(open),
            Value::Text(self.status.code().to_owned()),
            Value::Text(self.matter.category.code().to_owned()),
            Value::Text(self.matter.beat.as_ref().map_or_else(String::new, |beat| beat.0.clone())),
            self.lead().filter(|_| open).map_or(Value::Null, |lead| Value::Text(lead.0.clone())),
            flag(open && self.violent.is_some()),
            flag(open && self.is_major()),
            self.sweep.map_or(Value::Null, |sweep| Value::Text(sweep.to_string())),
            ended.map_or(Value::Null, |ending| Value::Integer(ending.stamp.at.as_millisecond())),
        ]
    }

    fn cells(&self) -> Vec<Cell> {
        let beat = self.matter.beat.as_ref().map_or_else(String::new, |beat| beat.0.clone());
        let unresolved = self.status.is_unresolved().then_some(tally::DISPUTES);
        let lists = unresolved.into_iter().chain([tally::ALL_DISPUTES]);
        lists.map(|list| (list.to_owned(), beat.clone(), 0)).collect()
    }
}

fn terms(filter: &DisputeFilter, asker: &OfficerId) -> (&'static str, Vec<&'static str>, Vec<Value>) {
    let (index, mut terms) = match filter.view {
        DisputeView::Unresolved | DisputeView::ByDeadline => ("INDEXED BY dispute_open", vec!["d.open = 1"]),
        DisputeView::Mine => ("INDEXED BY dispute_lead", vec!["d.lead = ?"]),
        DisputeView::Violent => ("INDEXED BY dispute_violent", vec!["d.violent = 1"]),
        DisputeView::Major => ("INDEXED BY dispute_major", vec!["d.major = 1"]),
        DisputeView::All => ("NOT INDEXED", Vec::new()),
    };
    let mut values: Vec<Value> = Vec::new();
    if filter.view == DisputeView::Mine {
        values.push(Value::Text(asker.0.clone()));
    }
    let chosen = [
        ("d.status = ?", filter.status.map(|status| status.code().to_owned())),
        ("d.category = ?", filter.category.map(|category| category.code().to_owned())),
        ("d.beat = ?", filter.beat.as_ref().map(|beat| beat.0.clone())),
    ];
    for (term, value) in chosen {
        if let Some(value) = value {
            terms.push(term);
            values.push(Value::Text(value));
        }
    }
    (index, terms, values)
}

/// A page of a list of disputes.
pub(crate) fn rows(
    conn: &Connection,
    station: &Station,
    asker: &OfficerId,
    filter: &DisputeFilter,
    wanted: Page,
) -> Result<Rows<DisputeRow>, StoreError> {
    let (index, terms, values) = terms(filter, asker);
    let terms: String = terms.iter().map(|term| format!(" AND {term}")).collect();
    let select = format!("SELECT {ROW_COLUMNS} FROM dispute d {index} WHERE 1{terms}");
    let stretch = |part: Stretch| {
        let sql = format!("{select} AND d.key {} ? ORDER BY d.key {} LIMIT ?", part.compares(), part.order());
        let values = values.iter().cloned().chain([part.past, part.limit()].map(Value::Integer));
        sql::all(conn, &sql, params_from_iter(values), |row| read_row(row, station))
    };
    page(wanted, None, |row: &DisputeRow| row.key, stretch)
}

/// The columns that [`read_row`] reads, of `dispute d`.
const ROW_COLUMNS: &str = "d.key, d.body, (SELECT count(*) FROM escalation e \
     INDEXED BY escalation_waiting_about \
     WHERE e.about = printf('D-%08d-%03d', d.day, d.number) AND e.waiting = 1), \
     (SELECT count(*) FROM supervision s INDEXED BY supervision_open_about \
     WHERE s.about = printf('D-%08d-%03d', d.day, d.number) AND s.open = 1)";

fn read_row(row: &Row<'_>, station: &Station) -> Result<DisputeRow, StoreError> {
    let (key, body): (RowKey, String) = (row.get(0)?, row.get(1)?);
    let dispute: Dispute = sql::parsed(&body, Dispute::ONE)?;
    let owed = owed_first(&dispute, station).map(|due| due.owed);
    Ok(dispute.row(key, row.get(2)?, row.get(3)?, owed))
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
