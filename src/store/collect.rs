//! What would be handed over now, collected from the lists by their indexes. Nobody types it.
//!
//! In order: open P1 and P2 reports and escalations that nobody acknowledged (both must be read back), what is overdue,
//! disputes that may turn violent (read back, too) or have a date, supervision orders, zero reports and sweeps that are owed, what else is open; each says when it comes back if it was put off. Past [`ITEMS_MAX`] items the rest is counted, never dropped in silence.

use super::error::StoreError;
use super::report::slot;
use super::sql::{self, int};
use super::table::Table;
use super::{beat_sweep, dispute, due, escalation, journal, report, supervision, tally, zero_report};
use crate::domain::due::{Clocked, WaitsFor, owed_first};
use crate::domain::escalation::Escalation;
use crate::domain::handover::{Draft, Ground, Item, Tally};
use crate::domain::id::Kind;
use crate::domain::query::ReportView;
use crate::domain::report::Priority;
use crate::domain::row::gist;
use crate::domain::supervision::Supervision;
use crate::domain::sweep::Sweep;
use crate::domain::zero_report::ZeroReport;
use crate::domain::{Code, Dispute, OfficerId, Private, RecordId, Report, Station};
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};

/// The most items that a handover lists: more than any two officers can go through.
pub const ITEMS_MAX: usize = 1000;

/// How far ahead a dispute's date may lie for the next shift to be told of it.
const DISPUTES_AHEAD: SignedDuration = SignedDuration::from_hours(24);

/// Collects what would be handed over at an instant.
pub(crate) fn draft(conn: &Connection, station: &Station, at: Timestamp) -> Result<Draft, StoreError> {
    let watch = station.watch(at);
    let mut items = Items { station, listed: Vec::new(), seen: BTreeSet::new() };
    for priority in [Priority::P1, Priority::P2] {
        items.open(conn, priority)?;
    }
    items.unacknowledged(conn)?;
    items.overdue(conn, at)?;
    let violent = dispute::violent(conn, items.room())?;
    items.listed.extend(violent.iter().map(|dispute| disputed(dispute, Ground::MayTurnViolent, station)));
    items.disputes_due(conn, at)?;
    let orders = supervision::open(conn, items.room())?;
    let zeros = zero_report::open(conn, items.room())?;
    let sweeps = beat_sweep::open(conn, items.room())?;
    items.listed.extend(orders.iter().map(|order| ordered(order, station, at)));
    items.listed.extend(zeros.iter().map(|zero| missing(zero, station)));
    items.listed.extend(sweeps.iter().map(|sweep| unanswered(sweep, station)));
    items.still_open(conn)?;
    let mut listed = items.listed;
    listed.sort_by_key(|item| (!item.critical, item.due_at.is_none(), item.due_at, item.id));
    let nobody = OfficerId::default();
    let owing = tally::count(conn, &tally::list_of(ReportView::Open, &nobody), None, None)?
        + tally::count(conn, tally::TO_ACKNOWLEDGE, None, None)?
        + dispute::count_near(conn, tomorrow(at))?
        + u64::try_from(orders.len() + zeros.len() + sweeps.len()).unwrap_or(0);
    let left_out = owing.saturating_sub(u64::try_from(listed.len()).unwrap_or(u64::MAX));
    let shift = acts(conn, watch.from)?;
    Ok(Draft {
        watch,
        collected_at: at,
        items: listed,
        left_out,
        numbers: shift.numbers,
        tallies: shift.tallies,
        journal: shift.journal,
    })
}

/// Until when a dispute's date must lie for the next shift to be told of it.
fn tomorrow(at: Timestamp) -> Timestamp {
    at.saturating_add(DISPUTES_AHEAD).unwrap_or(at)
}

struct Items<'a> {
    station: &'a Station,
    listed: Vec<Item>,
    seen: BTreeSet<RecordId>,
}

impl Items<'_> {
    fn room(&self) -> i64 {
        int(u64::try_from(ITEMS_MAX.saturating_sub(self.listed.len())).unwrap_or(0))
    }

    fn open(&mut self, conn: &Connection, priority: Priority) -> Result<(), StoreError> {
        let sql = "SELECT body FROM report INDEXED BY report_open_priority \
                   WHERE open = 1 AND priority = ?1 ORDER BY key LIMIT ?2";
        let found = sql::all(conn, sql, params![slot(Some(priority)), self.room()], read_report)?;
        self.take(&found, Ground::OpenUrgent);
        Ok(())
    }

    fn unacknowledged(&mut self, conn: &Connection) -> Result<(), StoreError> {
        let sql = format!(
            "SELECT e.body, r.body FROM escalation e INDEXED BY escalation_waiting {} \
             WHERE e.waiting = 1 ORDER BY e.key LIMIT ?1",
            escalation::ITS_REPORT
        );
        let found: Vec<(Escalation, Option<Report>)> = sql::all(conn, &sql, [self.room()], |row| {
            let report: Option<String> = row.get(1)?;
            let report = report.map(|body| sql::parsed(&body, Report::ONE)).transpose()?;
            Ok((sql::parsed(&row.get::<_, String>(0)?, Escalation::ONE)?, report))
        })?;
        let station = self.station;
        self.listed
            .extend(found.iter().map(|(escalation, report)| escalated(escalation, report.as_ref(), station)));
        Ok(())
    }

    /// The overdue come by the time they were owed; those that stand in the list already are passed over.
    fn overdue(&mut self, conn: &Connection, at: Timestamp) -> Result<(), StoreError> {
        for late in due::late(conn, Kind::Report, at, self.reach())? {
            if let Some((_, report)) = report::load(conn, late.about)? {
                self.take(&[report], Ground::Overdue);
            }
        }
        Ok(())
    }

    /// Disputes on which something is late, or owed within a day.
    fn disputes_due(&mut self, conn: &Connection, at: Timestamp) -> Result<(), StoreError> {
        let listed: BTreeSet<RecordId> = self.listed.iter().map(|item| item.id).collect();
        for dispute in dispute::owed_by(conn, tomorrow(at), self.reach())? {
            if self.room() > 0 && !listed.contains(&dispute.id) {
                let late = owed_first(&dispute, self.station).is_some_and(|due| due.owed.at <= at);
                let ground = if late { Ground::Overdue } else { Ground::DisputeDue };
                self.listed.push(disputed(&dispute, ground, self.station));
            }
        }
        Ok(())
    }

    fn still_open(&mut self, conn: &Connection) -> Result<(), StoreError> {
        let sql = "SELECT body FROM report INDEXED BY report_open WHERE open = 1 ORDER BY key LIMIT ?1";
        let found = sql::all(conn, sql, [self.reach()], read_report)?;
        self.take(&found, Ground::StillOpen);
        Ok(())
    }

    /// How many rows fill the list even when everything that it holds already is among them.
    fn reach(&self) -> i64 {
        if self.room() == 0 { 0 } else { int(u64::try_from(ITEMS_MAX).unwrap_or(0)) }
    }

    fn take(&mut self, reports: &[Report], ground: Ground) {
        for report in reports {
            if self.room() > 0 && self.seen.insert(report.id) {
                self.listed.push(item(report, ground, self.station));
            }
        }
    }
}

fn read_report(row: &rusqlite::Row<'_>) -> Result<Report, StoreError> {
    sql::parsed(&row.get::<_, String>(0)?, "a report")
}

/// What is owed first on a record, as an item says it.
fn next(record: &dyn Clocked, station: &Station) -> Next {
    let first = owed_first(record, station);
    Next {
        at: first.as_ref().map(|due| due.owed.at),
        put_off: first.as_ref().and_then(|due| due.snoozed),
        paused: first.as_ref().and_then(|due| due.paused),
        waits_for: first.as_ref().map(|due| due.waits_for.clone()),
        rule: first.map(|due| due.owed.rule),
    }
}

struct Next {
    at: Option<Timestamp>,
    rule: Option<Code>,
    put_off: Option<Timestamp>,
    paused: Option<Timestamp>,
    waits_for: Option<WaitsFor>,
}

/// A supervision order; one that is late must be read back.
fn ordered(order: &Supervision, station: &Station, at: Timestamp) -> Item {
    let next = next(order, station);
    Item {
        id: order.id,
        on: Some(order.on),
        ground: Ground::Supervision,
        critical: order.due_at <= at,
        priority: order.priority,
        incident_type: None,
        status: None,
        dispute: None,
        place: Private::default(),
        summary: one_line(&order.text),
        owner: order.to.clone(),
        due_at: next.at.or(Some(order.due_at)),
        rule: next.rule,
        put_off: next.put_off,
        paused: next.paused,
        waits_for: next.waits_for,
        carried: 0,
        call: 0,
    }
}

/// A dispute; one that may turn violent must be read back.
fn disputed(dispute: &Dispute, ground: Ground, station: &Station) -> Item {
    // Why it may turn violent is what the next shift must know first.
    let told = dispute.violent.as_ref().map_or(&dispute.matter.narrative, |marked| &marked.text);
    let next = next(dispute, station);
    Item {
        id: dispute.id,
        on: None,
        ground,
        critical: ground == Ground::MayTurnViolent,
        priority: None,
        incident_type: None,
        status: None,
        dispute: Some(dispute.status),
        place: dispute.matter.place.clone(),
        summary: one_line(&format!("{}: {}", dispute.names().as_str(), told.as_str())),
        owner: dispute.lead().cloned(),
        due_at: next.at,
        rule: next.rule,
        put_off: next.put_off,
        paused: next.paused,
        waits_for: next.waits_for,
        carried: dispute.carried,
        call: 0,
    }
}

/// A zero report that is not here yet.
fn missing(zero: &ZeroReport, station: &Station) -> Item {
    let next = next(zero, station);
    Item {
        id: zero.id,
        on: None,
        ground: Ground::ZeroMissing,
        critical: false,
        priority: None,
        incident_type: None,
        status: None,
        dispute: None,
        place: Private::default(),
        summary: Private(zero.post.0.clone()),
        owner: None,
        due_at: next.at.or(Some(zero.by)),
        rule: next.rule,
        put_off: next.put_off,
        paused: next.paused,
        waits_for: next.waits_for,
        carried: 0,
        call: 0,
    }
}

/// A beat that has not answered a sweep.
fn unanswered(sweep: &Sweep, station: &Station) -> Item {
    let next = next(sweep, station);
    Item {
        id: sweep.id,
        on: None,
        ground: Ground::SweepMissing,
        critical: false,
        priority: None,
        incident_type: None,
        status: None,
        dispute: None,
        place: Private::default(),
        summary: Private(sweep.beat.0.clone()),
        owner: None,
        due_at: next.at.or(Some(sweep.by)),
        rule: next.rule,
        put_off: next.put_off,
        paused: next.paused,
        waits_for: next.waits_for,
        carried: 0,
        call: 0,
    }
}

fn item(report: &Report, ground: Ground, station: &Station) -> Item {
    let next = next(report, station);
    Item {
        id: report.id,
        on: None,
        ground,
        critical: ground == Ground::OpenUrgent,
        priority: report.telling.priority,
        incident_type: report.telling.incident_type.clone(),
        status: Some(report.status),
        dispute: None,
        place: report.telling.place.clone(),
        summary: one_line(&report.telling.narrative),
        owner: report::handler(report).cloned(),
        call: report.call(),
        due_at: next.at,
        rule: next.rule,
        put_off: next.put_off,
        paused: next.paused,
        waits_for: next.waits_for,
        carried: report.carried,
    }
}

/// An escalation, with what stands on the report that it is on, if it is on one.
fn escalated(escalation: &Escalation, report: Option<&Report>, station: &Station) -> Item {
    let next = next(escalation, station);
    let told = report.map(|report| &report.telling);
    let note = told.map(|told| &told.narrative).filter(|_| escalation.note.is_empty());
    Item {
        id: escalation.id,
        on: Some(escalation.on),
        ground: Ground::Unacknowledged,
        critical: true,
        priority: told.map_or(escalation.priority, |told| told.priority),
        incident_type: told.and_then(|told| told.incident_type.clone()),
        status: report.map(|report| report.status),
        dispute: None,
        place: told.map(|told| told.place.clone()).unwrap_or_default(),
        summary: one_line(note.unwrap_or(&escalation.note)),
        owner: escalation.acknowledged.as_ref().map(|stamp| stamp.by.clone()),
        call: report.map_or(0, Report::call),
        due_at: next.at,
        rule: next.rule,
        put_off: next.put_off,
        paused: next.paused,
        waits_for: next.waits_for,
        carried: 0,
    }
}

fn one_line(text: &str) -> Private {
    gist(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The journal of a watch in figures.
#[derive(Default)]
struct Acts {
    numbers: Option<(RecordId, RecordId, u32)>,
    tallies: Vec<Tally>,
    journal: Option<(u64, u64)>,
}

/// Goes through the watch's journal once: so the report numbers are those that the journal knows, without gaps.
fn acts(conn: &Connection, from: Timestamp) -> Result<Acts, StoreError> {
    let first = journal::first_since(conn, from)?;
    let mut acts = Acts::default();
    let mut kinds: BTreeMap<String, u64> = BTreeMap::new();
    let mut statement =
        sql::prepared(conn, "SELECT seq, kind, subject FROM fact WHERE seq >= ?1 ORDER BY seq")?;
    let mut rows = statement.query([int(first)])?;
    while let Some(row) = rows.next()? {
        let seq = sql::count(row.get(0)?);
        acts.journal = Some((acts.journal.map_or(seq, |(first, _)| first), seq));
        let kind = row.get_ref(1)?.as_str().map_err(|_| StoreError::unreadable("a kind"))?;
        if kind == "report.received" {
            let subject = row.get_ref(2)?.as_str().map_err(|_| StoreError::unreadable("a subject"))?;
            let id: RecordId = subject.parse().map_err(|_| StoreError::unreadable("a subject"))?;
            acts.numbers =
                Some(acts.numbers.map_or((id, id, 1), |(low, high, n)| (low.min(id), high.max(id), n + 1)));
        }
        match kinds.get_mut(kind) {
            Some(count) => *count += 1,
            None => {
                kinds.insert(kind.to_owned(), 1);
            }
        }
    }
    acts.tallies = kinds.into_iter().map(|(kind, count)| Tally { kind, count }).collect();
    Ok(acts)
}
