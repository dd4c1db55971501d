//! Questions in, answers out: which statement answers which question. Reading changes nothing.

use super::earlier::Keys;
use super::error::{NotDone, StoreError};
use super::page::{Stretch, page};
use super::sql::{self, int};
use super::{
    beat_sweep, board, collect, dispute, dispute_list, draft_form, due, earlier, escalation, handover,
    journal, kinds, list, outbox, report, supervision, table, tally, unit, zero_report,
};
use crate::domain::desk::DeskStatus;
use crate::domain::due::{owed, owed_on};
use crate::domain::earlier::{phone_key, place_key};
use crate::domain::fact::Entry;
use crate::domain::id::Kind;
use crate::domain::pair::{self, PEOPLE_MAX};
use crate::domain::query::{Answer, JournalFilter, Page, Query, ReportDetail, RowKey, Rows};
use crate::domain::row::{EscalationRow, HandoverRow, PersonRow, SupervisionRow, ZeroReportRow};
use crate::domain::{Code, OfficerId, RecordId, Refusal, Station, Subject};
use jiff::Timestamp;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};

/// How many earlier reports a record names.
const EARLIER_SHOWN: u16 = 5;

/// Answers a question as far as the record knows; what only the running desk knows is left empty.
pub(crate) fn answer(
    conn: &Connection,
    station: &Station,
    query: &Query,
    asker: &OfficerId,
    now: Timestamp,
) -> Result<Answer, NotDone> {
    Ok(match query {
        Query::Board => Answer::Board(Box::new(board::board(conn, station, now)?)),
        Query::History { place, caller, other, before, limit } => {
            let of = match before {
                Some(id) => Some(report::load(conn, *id)?.ok_or_else(|| not_found(*id))?),
                None => None,
            };
            let before = of.as_ref().map(|(key, report)| (*key, report));
            let keys = Keys {
                place: place_key(place),
                caller: phone_key(&caller.phone),
                pairs: pair::between(caller, other),
            };
            Answer::History(Box::new(earlier::history(conn, &keys, before, *limit, now)?))
        }
        Query::Between { people, limit } => {
            let people = people.get(..PEOPLE_MAX).unwrap_or(people);
            let keys = Keys { pairs: pair::among(people), ..Keys::default() };
            Answer::History(Box::new(earlier::history(conn, &keys, None, *limit, now)?))
        }
        Query::Reports { filter, page } => {
            Answer::Reports(list::reports(conn, station, filter, asker, *page)?)
        }
        Query::Report { id } => Answer::Report(Box::new(detail(conn, station, *id)?)),
        Query::Escalations { waiting, page } => {
            Answer::Escalations(escalations(conn, station, *waiting, *page)?)
        }
        Query::Due { view, page } => Answer::Due(due::page(conn, *view, asker, now, *page)?),
        Query::Owed { id } => match kinds::load(conn, *id)? {
            Some(record) => Answer::Owed(owed_on(&record, station)),
            None => return Err(not_found(*id)),
        },
        Query::Supervisions { open, page } => Answer::Supervisions(supervisions(conn, *open, *page)?),
        Query::ZeroReports { open, page } => Answer::ZeroReports(zero_reports(conn, *open, *page)?),
        Query::Units => Answer::Units(unit::rows(conn, station)?),
        Query::Disputes { filter, page } => {
            Answer::Disputes(dispute_list::rows(conn, station, asker, filter, *page)?)
        }
        Query::Dispute { id } => Answer::Dispute(Box::new(dispute::detail(conn, station, *id)?)),
        Query::Allowances { since, until } => {
            Answer::Allowances(Box::new(dispute::allowances(conn, *since, *until)?))
        }
        Query::Sweeps { open, page } => Answer::Sweeps(beat_sweep::rows(conn, *open, *page)?),
        Query::Sweep { id } => Answer::Sweep(Box::new(beat_sweep::detail(conn, station, *id)?)),
        Query::People { page } => Answer::People(people(conn, *page)?),
        Query::Journal { filter, page } => Answer::Journal(entries(conn, filter, *page)?),
        Query::HandoverDraft => Answer::HandoverDraft(Box::new(collect::draft(conn, station, now)?)),
        Query::Handovers { page } => Answer::Handovers(handovers(conn, *page)?),
        Query::Handover { id } => match table::load(conn, *id)? {
            Some(handover) => Answer::Handover(Box::new(handover)),
            None => return Err(not_found(*id)),
        },
        Query::Station => Answer::Station(Box::new(station.clone())),
        Query::Status => Answer::Status(Box::new(status(conn, station, now)?)),
        Query::Drafts => Answer::Drafts(draft_form::of(conn, asker)?),
        Query::Outbox { open, page } => Answer::Outbox(outbox::rows(conn, *open, *page)?),
    })
}

fn not_found(id: RecordId) -> NotDone {
    Refusal::NotFound { what: id.to_string() }.into()
}

fn detail(conn: &Connection, station: &Station, id: RecordId) -> Result<ReportDetail, NotDone> {
    if id.kind != Kind::Report {
        return Err(not_found(id));
    }
    let (key, report) = report::load(conn, id)?.ok_or_else(|| not_found(id))?;
    let escalations = escalation::about(conn, station, id)?;
    let earlier = earlier::before_report(conn, key, &report, EARLIER_SHOWN)?;
    let supervisions = supervision::about(conn, id)?;
    let mut timeline = journal::about(conn, &Subject::Record(id))?;
    let handed = report.escalations.iter().chain(&report.supervisions);
    for about in handed {
        timeline.extend(journal::about(conn, &Subject::Record(*about))?);
    }
    timeline.sort_by_key(|entry| entry.seq);
    let due = owed(&report, station);
    Ok(ReportDetail { report, key, escalations, earlier, supervisions, due, timeline })
}

fn status(conn: &Connection, station: &Station, now: Timestamp) -> Result<DeskStatus, StoreError> {
    let head = journal::head(conn)?;
    Ok(DeskStatus {
        pid: 0,
        version: String::new(),
        started_at: now,
        now,
        training: station.training(),
        sessions: 0,
        consoles: 0,
        journal_head: head.seq,
        journal_hash: head.hex(),
        files_taken: 0,
        files_refused: 0,
        dead_letters: outbox::count_dead(conn)?,
        trouble: Vec::new(),
    })
}

/// A statement for a stretch of a list, ordered by a key column: `{}` in it stands for the condition.
fn stretch<T>(
    conn: &Connection,
    select: &str,
    key: &str,
    mut values: Vec<Value>,
    part: Stretch,
    read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let sql = format!("{select} AND {key} {} ? ORDER BY {key} {} LIMIT ?", part.compares(), part.order());
    values.extend([part.past, part.limit()].map(Value::Integer));
    sql::all(conn, &sql, params_from_iter(values), read)
}

fn escalations(
    conn: &Connection,
    station: &Station,
    waiting: bool,
    wanted: Page,
) -> Result<Rows<EscalationRow>, StoreError> {
    let (index, term, list) = if waiting {
        ("INDEXED BY escalation_waiting", "e.waiting = 1", tally::TO_ACKNOWLEDGE)
    } else {
        ("NOT INDEXED", "1", tally::ESCALATIONS)
    };
    let select = format!(
        "SELECT {} FROM escalation e {index} {} WHERE {term}",
        escalation::ROW_COLUMNS,
        escalation::ITS_REPORT
    );
    let total = tally::count(conn, list, None, None)?;
    page(
        wanted,
        Some(total),
        |row: &EscalationRow| row.key,
        |part| stretch(conn, &select, "e.key", Vec::new(), part, |row| escalation::read_row(row, station)),
    )
}

fn supervisions(conn: &Connection, open: bool, wanted: Page) -> Result<Rows<SupervisionRow>, StoreError> {
    let from = if open { "INDEXED BY supervision_open WHERE s.open = 1" } else { "NOT INDEXED WHERE 1" };
    let select = format!("SELECT s.key, s.body FROM supervision s {from}");
    page(
        wanted,
        None,
        |row: &SupervisionRow| row.key,
        |part| stretch(conn, &select, "s.key", Vec::new(), part, supervision::read_row),
    )
}

fn zero_reports(conn: &Connection, open: bool, wanted: Page) -> Result<Rows<ZeroReportRow>, StoreError> {
    let from = if open { "INDEXED BY zero_report_open WHERE z.open = 1" } else { "NOT INDEXED WHERE 1" };
    let select = format!("SELECT z.key, z.body FROM zero_report z {from}");
    page(
        wanted,
        None,
        |row: &ZeroReportRow| row.key,
        |part| stretch(conn, &select, "z.key", Vec::new(), part, zero_report::read_row),
    )
}

fn handovers(conn: &Connection, wanted: Page) -> Result<Rows<HandoverRow>, StoreError> {
    let total = tally::count(conn, tally::HANDOVERS, None, None)?;
    page(
        wanted,
        Some(total),
        |row: &HandoverRow| row.key,
        |part| {
            let select = "SELECT h.key, h.body FROM handover h NOT INDEXED WHERE 1";
            stretch(conn, select, "h.key", Vec::new(), part, handover::read_row)
        },
    )
}

/// The journal, newest first. `since` cuts it at the first entry from that instant on.
fn entries(conn: &Connection, filter: &JournalFilter, wanted: Page) -> Result<Rows<Entry>, StoreError> {
    let first = filter.since.map_or(Ok(1), |since| journal::first_since(conn, since))?;
    let mut values = vec![Value::Integer(int(first))];
    let (index, about) = match &filter.subject {
        Some(subject) => {
            values.push(Value::Text(subject.to_string()));
            ("INDEXED BY fact_about", " AND f.subject = ?")
        }
        None => ("NOT INDEXED", ""),
    };
    let select = format!(
        "SELECT {} FROM fact f {index} LEFT JOIN payload p ON p.seq = f.seq WHERE f.seq >= ?{about}",
        journal::COLUMNS
    );
    let total = match filter.subject {
        Some(_) => None,
        None => Some((journal::head(conn)?.seq + 1).saturating_sub(first)),
    };
    page(
        wanted,
        total,
        |entry: &Entry| int(entry.seq),
        |part| stretch(conn, &select, "f.seq", values.clone(), part, |row| journal::entry(conn, row)),
    )
}

fn people(conn: &Connection, wanted: Page) -> Result<Rows<PersonRow>, StoreError> {
    page(
        wanted,
        None,
        |row: &PersonRow| row.key,
        |part| {
            let select = "SELECT p.key, p.day, p.number, p.colour, p.due_at FROM person p \
                      INDEXED BY person_listed WHERE p.listed = 1";
            stretch(conn, select, "p.key", Vec::new(), part, |row| {
                let (key, id, colour, due_at) = short(row, Kind::Person)?;
                Ok(PersonRow { key, id, colour, due_at })
            })
        },
    )
}

/// The five columns that the rows of disputes and persons have.
fn short(row: &Row<'_>, kind: Kind) -> Result<(RowKey, RecordId, Code, Option<Timestamp>), StoreError> {
    let due: Option<i64> = row.get(4)?;
    let id = sql::record_id(kind, row.get(1)?, row.get(2)?)?;
    Ok((row.get(0)?, id, Code(row.get(3)?), due.map(sql::instant).transpose()?))
}
