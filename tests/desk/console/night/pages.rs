//! Answers to questions: rows and pages as the store gives them.

use super::Night;
use dutydesk::domain::Record;
use dutydesk::domain::desk::DueLine;
use dutydesk::domain::due::{owed, owed_first};
use dutydesk::domain::earlier::{History, Same};
use dutydesk::domain::escalation::Escalation;
use dutydesk::domain::pair::{Side, sides};
use dutydesk::domain::query::{
    Answer, DueView, From, Page, Query, ReportDetail, ReportFilter, ReportView, RowKey, Rows,
};
use dutydesk::domain::report::Status;
use dutydesk::domain::row::{
    EscalationRow, HandoverRow, ReportRow, SupervisionRow, SweepRow, UnitRow, ZeroReportRow,
};
use dutydesk::domain::supervision::SupervisionStatus;
use dutydesk::domain::sweep::{Campaign, Sweep};
use dutydesk::domain::{Private, RecordId, Refusal, Report, Subject};
use dutydesk::ui::Msg;
use dutydesk::ui::list::Row;

impl Night {
    /// What the desk answers to a question.
    pub fn answered(&self, id: u64, query: &Query) -> Msg {
        match self.ask(query) {
            Ok(answer) => Msg::Answer { id, answer },
            Err(refusal) => Msg::Refused { id, refusal },
        }
    }

    fn ask(&self, query: &Query) -> Result<Answer, Refusal> {
        let gone = |id: &RecordId| Refusal::NotFound { what: id.to_string() };
        Ok(match query {
            Query::Board => Answer::Board(Box::new(self.board())),
            Query::Reports { filter, page } => Answer::Reports(paged(self.report_rows(filter), *page)),
            Query::Report { id } => Answer::Report(Box::new(self.detail(*id).ok_or_else(|| gone(id))?)),
            Query::History { place, caller, other, before, limit } => {
                Answer::History(Box::new(self.history(place, [caller, other], *before, *limit)))
            }
            Query::Between { people, limit } => {
                let nobody = Side::default();
                let two = [0, 1].map(|at| people.get(at).unwrap_or(&nobody));
                let history = self.history("", two, None, *limit);
                let rows = history.rows.into_iter().filter(|row| row.same.contains(&Same::Sides)).collect();
                Answer::History(Box::new(History { caller: 0, rows, ..history }))
            }
            Query::Escalations { waiting, page } => {
                let mut rows: Vec<EscalationRow> =
                    self.escalations().map(|e| self.escalation_row(e)).collect();
                rows.retain(|row| !waiting || row.acknowledged.is_none() && row.answered.is_none());
                rows.reverse();
                Answer::Escalations(paged(rows, *page))
            }
            Query::Due { view, page } => Answer::Due(queue_page(self.due(*view), *page)),
            Query::Owed { id } => {
                let lines = self.due(DueView::All).into_iter().map(|line| line.due);
                Answer::Owed(lines.filter(|due| due.about == *id).collect())
            }
            Query::Supervisions { open, page } => {
                let mut rows = self.supervisions();
                rows.retain(|row| !open || row.order.status == SupervisionStatus::Open);
                Answer::Supervisions(paged(rows, *page))
            }
            Query::ZeroReports { open, page } => {
                let mut rows = self.zero_reports();
                rows.retain(|row| !open || row.zero.filed.is_none());
                Answer::ZeroReports(paged(rows, *page))
            }
            Query::Units => Answer::Units(self.units()),
            Query::Disputes { filter, page } => Answer::Disputes(paged(self.dispute_rows(filter), *page)),
            Query::Dispute { id } => {
                Answer::Dispute(Box::new(self.dispute_detail(*id).ok_or_else(|| gone(id))?))
            }
            Query::Sweeps { open, page } => {
                let mut rows = self.sweeps();
                rows.retain(|row| !open || row.sweep.answer.is_none());
                Answer::Sweeps(paged(rows, *page))
            }
            Query::Allowances { .. } => Answer::Allowances(Box::default()),
            Query::Sweep { id } => return Err(Refusal::NotFound { what: id.to_string() }),
            Query::People { .. } => Answer::People(Rows::default()),
            Query::Journal { page, .. } => {
                Answer::Journal(paged(self.journal.iter().rev().cloned().collect(), *page))
            }
            Query::HandoverDraft => Answer::HandoverDraft(Box::new(self.draft())),
            Query::Handovers { page } => Answer::Handovers(paged(self.handover_rows(), *page)),
            Query::Handover { id } => {
                let handover = self.handovers().find(|h| h.id == *id).ok_or_else(|| gone(id))?;
                Answer::Handover(Box::new(handover.clone()))
            }
            Query::Station => Answer::Station(Box::new(self.station.clone())),
            Query::Outbox { .. } => Answer::Outbox(Rows::default()),
            Query::Status => return Err(Refusal::TrainingOnly),
            Query::Drafts => {
                let who = self.officer.clone().expect("somebody sits here").officer;
                let own = self.drafts.iter().filter(|((officer, _), _)| *officer == who);
                Answer::Drafts(own.map(|(_, draft)| draft.clone()).collect())
            }
        })
    }

    fn report_rows(&self, filter: &ReportFilter) -> Vec<ReportRow> {
        let me = self.officer.clone().map(|who| who.officer);
        let in_view = |report: &&Report| match filter.view {
            ReportView::Open => report.status.is_open(),
            ReportView::Mine => {
                report.status.is_open() && report.accepted.as_ref().map(|s| s.by.clone()) == me
            }
            ReportView::Waiting => report.status == Status::Received,
            ReportView::Proposed => report.proposes().is_some(),
            ReportView::ToBeSet => report.status.is_open() && report.to_be_set(),
            ReportView::All => true,
        };
        let found = |report: &&Report| {
            let text = format!(
                "{} {} {}",
                report.id,
                report.telling.place.as_str(),
                report.telling.narrative.as_str()
            );
            filter.find.split_whitespace().all(|word| text.contains(word))
        };
        self.reports().rev().filter(in_view).filter(found).map(|report| self.report_row(report)).collect()
    }

    pub(super) fn report_row(&self, report: &Report) -> ReportRow {
        let waiting = self.escalations().filter(|e| e.on == report.id && e.waits());
        let orders = self.supervisions().into_iter().map(|row| row.order);
        let orders = orders.filter(|o| o.on == report.id && o.status == SupervisionStatus::Open);
        ReportRow {
            key: key(report.id),
            id: report.id,
            rev: report.rev,
            status: report.status,
            source: report.source,
            priority: report.telling.priority,
            incident_type: report.telling.incident_type.clone(),
            beat: report.telling.beat.clone(),
            place: report.telling.place.clone(),
            gist: Private(report.telling.narrative.chars().take(120).collect()),
            event_at: report.event_at,
            received_at: report.received.at,
            accepted_at: report.accepted.as_ref().map(|s| s.at),
            sent_at: report.first_sent(),
            arrived_at: report.first_arrived(),
            handler: report.accepted.as_ref().map(|s| s.by.clone()),
            unit: report.dispatches.last().map(|d| d.unit.clone()),
            resends: report.resends,
            call: report.call(),
            proposed: report.proposes().is_some(),
            escalations_waiting: waiting.count() as u32,
            orders_open: orders.count() as u32,
            owed: owed_first(report, &self.station).map(|due| due.owed),
        }
    }

    fn detail(&self, id: RecordId) -> Option<ReportDetail> {
        let report = self.reports().find(|report| report.id == id)?.clone();
        let escalations = self.escalations().filter(|e| e.on == id).map(|e| self.escalation_row(e)).collect();
        let [caller, other] = sides(&report.telling);
        let earlier = self.history(&report.telling.place, [&caller, &other], Some(id), 5);
        let about = [id].into_iter().chain(report.escalations.clone()).chain(report.supervisions.clone());
        let about: Vec<Subject> = about.map(Subject::Record).collect();
        let timeline = self.journal.iter().filter(|e| about.contains(&e.subject)).cloned().collect();
        let (supervisions, due) = (self.supervisions(), owed(&report, &self.station));
        let supervisions =
            supervisions.into_iter().map(|row| row.order).filter(|order| order.on == id).collect();
        Some(ReportDetail { report, key: key(id), escalations, earlier, supervisions, due, timeline })
    }

    pub(super) fn supervisions(&self) -> Vec<SupervisionRow> {
        let orders = self.records.values().rev().filter_map(|r| match r {
            Record::Supervision(order) => {
                Some(SupervisionRow { key: key(order.id), order: (**order).clone() })
            }
            _ => None,
        });
        orders.collect()
    }

    fn sweeps(&self) -> Vec<SweepRow> {
        let all =
            || self.records.values().filter_map(|r| if let Record::Sweep(s) = r { Some(&**s) } else { None });
        let count = |period, is: fn(&Sweep) -> bool| {
            let of = all().filter(|s| s.period == period && is(s));
            u32::try_from(of.count()).unwrap()
        };
        let campaign = |period| Campaign {
            period,
            found: count(period, |s| s.answer.as_ref().is_some_and(|a| a.found > 0)),
            disputes: all()
                .filter(|s| s.period == period)
                .filter_map(|s| Some(s.answer.as_ref()?.found))
                .sum(),
            nothing: count(period, |s| s.answer.as_ref().is_some_and(|a| a.found == 0)),
            missing: count(period, |s| s.answer.is_none()),
        };
        let row = |s: &Sweep| SweepRow {
            key: key(s.id),
            sweep: s.clone(),
            entered: 0,
            campaign: campaign(s.period),
        };
        let mut rows: Vec<SweepRow> = all().map(row).collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.key));
        rows
    }

    fn zero_reports(&self) -> Vec<ZeroReportRow> {
        let all = self.records.values().rev().filter_map(|r| match r {
            Record::ZeroReport(zero) => Some(ZeroReportRow { key: key(zero.id), zero: (**zero).clone() }),
            _ => None,
        });
        all.collect()
    }

    pub(super) fn escalations(&self) -> impl Iterator<Item = &Escalation> {
        self.records.values().filter_map(|r| if let Record::Escalation(e) = r { Some(&**e) } else { None })
    }

    pub(super) fn escalation_row(&self, e: &Escalation) -> EscalationRow {
        let (priority, place) = self.handed_up(e.on);
        EscalationRow {
            key: key(e.id),
            id: e.id,
            rev: e.rev,
            on: e.on,
            priority,
            place,
            to: e.to,
            reason: e.reason.clone(),
            note: e.note.clone(),
            raised: e.raised.clone(),
            acknowledged: e.acknowledged.clone(),
            reply: e.reply.clone(),
            came_back: e.came_back,
            answered: e.answered.clone(),
            owed: owed_first(e, &self.station).map(|due| due.owed),
        }
    }

    fn handover_rows(&self) -> Vec<HandoverRow> {
        let row = |h: &dutydesk::domain::handover::Handover| HandoverRow {
            key: key(h.id),
            id: h.id,
            rev: h.rev,
            status: h.status,
            day: h.draft.watch.day,
            shift: h.draft.watch.shift.clone(),
            signed: h.signed.clone(),
            accepted: h.accepted.clone(),
            items: h.draft.items.len() as u32,
            critical: h.draft.items.iter().filter(|item| item.critical).count() as u32,
        };
        self.handovers().rev().map(row).collect()
    }

    fn units(&self) -> Vec<UnitRow> {
        let row = |unit: &dutydesk::domain::setup::Unit| UnitRow {
            state: self.unit_state(&unit.code),
            beat: unit.beat.clone(),
        };
        self.station.units().map(row).collect()
    }
}

pub(super) fn key(id: RecordId) -> RowKey {
    let day = i64::from(id.day.year()) * 10_000 + i64::from(id.day.month()) * 100 + i64::from(id.day.day());
    day * 1_000_000 + i64::from(id.number)
}

/// A part of a list whose keys go down.
pub fn paged<T: Row + Clone>(all: Vec<T>, page: Page) -> Rows<T> {
    let limit = usize::from(page.limit);
    let first_below = |key: RowKey| all.iter().position(|row| row.key() < key).unwrap_or(all.len());
    let first_at = |key: RowKey| all.iter().position(|row| row.key() <= key).unwrap_or(all.len());
    let (from, until) = match page.from {
        From::Top => (0, limit),
        From::Bottom => (all.len().saturating_sub(limit), all.len()),
        From::After(key) => (first_below(key), first_below(key) + limit),
        From::Before(key) => (first_at(key).saturating_sub(limit), first_at(key)),
        From::At(key) => (first_at(key), first_at(key) + limit),
    };
    let until = until.min(all.len());
    Rows {
        rows: all[from..until].to_vec(),
        more_before: from > 0,
        more_after: until < all.len(),
        total: Some(all.len() as u64),
    }
}

/// A part of the due queue: a line that is gone is no place to go on from, then the page is that from the top.
pub fn queue_page(all: Vec<DueLine>, page: Page) -> Rows<DueLine> {
    let limit = usize::from(page.limit);
    let at = |key: RowKey| all.iter().position(|line| line.key == key);
    let (from, until) = match page.from {
        From::Top => (0, limit),
        From::Bottom => (all.len().saturating_sub(limit), all.len()),
        From::After(key) => at(key).map_or((0, limit), |at| (at + 1, at + 1 + limit)),
        From::Before(key) => at(key).map_or((0, limit), |at| (at.saturating_sub(limit), at)),
        From::At(key) => at(key).map_or((0, limit), |at| (at, at + limit)),
    };
    let until = until.min(all.len());
    Rows {
        rows: all[from..until].to_vec(),
        more_before: from > 0,
        more_after: until < all.len(),
        total: Some(all.len() as u64),
    }
}
