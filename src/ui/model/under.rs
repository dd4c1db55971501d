//! What an act would be done on: the row under the cursor, or the open record.

use super::Model;
use super::open::Open;
use crate::domain::dispute::DisputeStatus;
use crate::domain::dispute::terms::Severity;
use crate::domain::due::Due;
use crate::domain::handover::{Handover, HandoverStatus, Item};
use crate::domain::query::{DisputeDetail, ReportDetail};
use crate::domain::report::Status;
use crate::domain::row::{
    DisputeRow, EscalationRow, ReportRow, SupervisionRow, SweepRow, UnitRow, ZeroReportRow,
};
use crate::domain::supervision::{Supervision, SupervisionStatus};
use crate::domain::{Code, OfficerId, RecordId, Rev, Subject};
use crate::keys::{Action, Group, Layer, Lookup, Next};
use crate::ui::list::List;
use crate::ui::model::lists::ListName;
use jiff::Timestamp;

/// What an act would be done on.
#[derive(Clone, Copy, Debug)]
pub enum Under<'a> {
    /// Nothing.
    Nothing,
    /// A report.
    Report(ReportUnder<'a>),
    /// A dispute.
    Dispute(DisputeUnder<'a>),
    /// A unit.
    Unit(&'a UnitRow),
    /// An escalation.
    Escalation(&'a EscalationRow),
    /// Something that is owed.
    Due(&'a Due),
    /// A supervision order.
    Order(&'a SupervisionRow),
    /// The zero report of a post.
    Post(&'a ZeroReportRow),
    /// The sweep of a beat.
    Sweep(&'a SweepRow),
    /// A handover.
    Handover(HandoverUnder<'a>),
    /// What would be handed over now.
    Draft,
}

/// A report under the cursor, or the open one.
#[derive(Clone, Copy, Debug)]
pub struct ReportUnder<'a> {
    /// Which.
    pub id: RecordId,
    /// How often it had changed when it was shown.
    pub rev: Rev,
    /// Where it stands.
    pub status: Status,
    /// Its beat.
    pub beat: Option<&'a Code>,
    /// Who accepted it and when.
    pub accepted: Option<(&'a OfficerId, Timestamp)>,
    /// How many supervision orders on it wait for an answer.
    pub orders_open: usize,
    /// Whether a dispute is proposed because of it.
    pub proposed: bool,
    /// The whole of it, when it is open.
    pub whole: Option<&'a ReportDetail>,
}

/// A dispute under the cursor, or the open one.
#[derive(Clone, Copy, Debug)]
pub struct DisputeUnder<'a> {
    /// Which.
    pub id: RecordId,
    /// How often it had changed when it was shown.
    pub rev: Rev,
    /// Where it stands.
    pub status: DisputeStatus,
    /// How grave it is.
    pub severity: Severity,
    /// Whether it may turn violent.
    pub violent: bool,
    /// Who leads it.
    pub lead: Option<&'a OfficerId>,
    /// How many supervision orders on it wait for an answer.
    pub orders_open: usize,
    /// The whole of it, when it is open.
    pub whole: Option<&'a DisputeDetail>,
}

impl<'a> DisputeUnder<'a> {
    /// The same from a row.
    pub fn row(row: &'a DisputeRow) -> DisputeUnder<'a> {
        DisputeUnder {
            id: row.id,
            rev: row.rev,
            status: row.status,
            severity: row.severity,
            violent: row.violent,
            lead: row.lead.as_ref(),
            orders_open: usize::try_from(row.orders_open).unwrap_or(usize::MAX),
            whole: None,
        }
    }

    /// The same from a whole dispute.
    pub fn detail(detail: &'a DisputeDetail) -> DisputeUnder<'a> {
        let dispute = &detail.dispute;
        let open = |order: &&Supervision| order.status == SupervisionStatus::Open;
        DisputeUnder {
            id: dispute.id,
            rev: dispute.rev,
            status: dispute.status,
            severity: dispute.matter.severity,
            violent: dispute.violent.is_some(),
            lead: dispute.lead(),
            orders_open: detail.supervisions.iter().filter(open).count(),
            whole: Some(detail),
        }
    }
}

/// A handover under the cursor, or the open one.
#[derive(Clone, Copy, Debug)]
pub struct HandoverUnder<'a> {
    /// Which.
    pub id: RecordId,
    /// How often it had changed when it was shown.
    pub rev: Rev,
    /// Where it stands.
    pub status: HandoverStatus,
    /// Who signed it.
    pub signed_by: &'a OfficerId,
    /// The whole of it, when it is open.
    pub whole: Option<&'a Handover>,
}

impl<'a> ReportUnder<'a> {
    /// The same from a row.
    pub fn row(row: &'a ReportRow) -> ReportUnder<'a> {
        ReportUnder {
            id: row.id,
            rev: row.rev,
            status: row.status,
            beat: row.beat.as_ref(),
            accepted: row.handler.as_ref().zip(row.accepted_at),
            orders_open: usize::try_from(row.orders_open).unwrap_or(usize::MAX),
            proposed: row.proposed,
            whole: None,
        }
    }

    /// The same from a whole report.
    pub fn detail(detail: &'a ReportDetail) -> ReportUnder<'a> {
        let report = &detail.report;
        let open = |order: &&Supervision| order.status == SupervisionStatus::Open;
        ReportUnder {
            id: report.id,
            rev: report.rev,
            status: report.status,
            beat: report.telling.beat.as_ref(),
            accepted: report.accepted.as_ref().map(|stamp| (&stamp.by, stamp.at)),
            orders_open: detail.supervisions.iter().filter(open).count(),
            proposed: report.proposes().is_some(),
            whole: Some(detail),
        }
    }
}

impl<'a> Under<'a> {
    /// The report, when it is one.
    pub fn report(self) -> Option<ReportUnder<'a>> {
        if let Under::Report(report) = self { Some(report) } else { None }
    }

    /// The dispute, when it is one.
    pub fn dispute(self) -> Option<DisputeUnder<'a>> {
        if let Under::Dispute(dispute) = self { Some(dispute) } else { None }
    }

    /// The record that an act would be done on, and how often it had changed when it was shown.
    pub fn record(self) -> Option<(RecordId, Rev)> {
        match self {
            Under::Report(report) => Some((report.id, report.rev)),
            Under::Dispute(dispute) => Some((dispute.id, dispute.rev)),
            Under::Handover(handover) => Some((handover.id, handover.rev)),
            Under::Escalation(row) => Some((row.id, row.rev)),
            Under::Order(row) => Some((row.order.id, row.order.rev)),
            Under::Post(row) => Some((row.zero.id, row.zero.rev)),
            Under::Sweep(row) => Some((row.sweep.id, row.sweep.rev)),
            Under::Nothing | Under::Unit(_) | Under::Due(_) | Under::Draft => None,
        }
    }
}

fn report(row: Option<&ReportRow>) -> Under<'_> {
    row.map_or(Under::Nothing, |row| Under::Report(ReportUnder::row(row)))
}

impl Model {
    /// What an act would be done on.
    pub fn under(&self) -> Under<'_> {
        match &self.open {
            Some(Open::Report(open)) => {
                open.told.get().map_or(Under::Nothing, |detail| Under::Report(ReportUnder::detail(detail)))
            }
            Some(Open::Dispute(open)) => {
                open.told.get().map_or(Under::Nothing, |detail| Under::Dispute(DisputeUnder::detail(detail)))
            }
            Some(Open::Handover(open)) => open.told.get().map_or(Under::Nothing, |handover| {
                Under::Handover(HandoverUnder {
                    id: handover.id,
                    rev: handover.rev,
                    status: handover.status,
                    signed_by: &handover.signed.by,
                    whole: Some(handover),
                })
            }),
            None => self.under_cursor(),
        }
    }

    fn under_cursor(&self) -> Under<'_> {
        match self.focused() {
            Some(ListName::Live) => report(self.lists.live.under()),
            Some(ListName::Reports) => report(self.lists.reports.under()),
            Some(ListName::Due) => {
                self.lists.due.under().map_or(Under::Nothing, |row| Under::Due(&row.line.due))
            }
            Some(ListName::Units) => self.lists.units.under().map_or(Under::Nothing, Under::Unit),
            Some(ListName::Escalations) => {
                self.lists.escalations.under().map_or(Under::Nothing, Under::Escalation)
            }
            Some(ListName::Orders) => self.lists.orders.under().map_or(Under::Nothing, Under::Order),
            Some(ListName::Sweeps) => self.lists.sweeps.under().map_or(Under::Nothing, Under::Sweep),
            Some(ListName::ZeroReports) => {
                self.lists.zero_reports.under().map_or(Under::Nothing, Under::Post)
            }
            Some(ListName::Handovers) => self.lists.handovers.under().map_or(Under::Nothing, |row| {
                Under::Handover(HandoverUnder {
                    id: row.id,
                    rev: row.rev,
                    status: row.status,
                    signed_by: &row.signed.by,
                    whole: None,
                })
            }),
            Some(name @ (ListName::Unresolved | ListName::Disputes)) => {
                let row = self.lists.disputes_in(name).and_then(List::under);
                row.map_or(Under::Nothing, |row| Under::Dispute(DisputeUnder::row(row)))
            }
            Some(ListName::People | ListName::Journal) => Under::Nothing,
            None => Under::Draft,
        }
    }

    /// The row of the report under the cursor, in a list of reports.
    pub fn report_row(&self) -> Option<&ReportRow> {
        self.lists.reports_in(self.focused()?)?.under()
    }

    /// Whether an act would be done on all marked reports.
    pub fn acts_on_marked(&self, action: Action) -> bool {
        let marking = matches!(action, Action::ReportMark | Action::ReportMarkAll);
        let orders = action.group() == Group::Order || action == Action::Undo;
        let on_reports = action.group() == Group::Report && !marking || orders;
        on_reports && self.shows_marks()
    }

    /// Whether reports are marked and the cursor is in a list of reports.
    pub fn shows_marks(&self) -> bool {
        !self.marks.is_empty() && matches!(self.focused(), Some(ListName::Live | ListName::Reports))
    }

    /// The report that an act would be done on.
    pub fn under_report(&self) -> Option<RecordId> {
        self.under().report().map(|report| report.id)
    }

    /// Whether a report is open that names earlier ones.
    pub fn shows_earlier(&self) -> bool {
        match &self.open {
            Some(Open::Report(open)) => open.told.get().is_some_and(|detail| !detail.earlier.is_empty()),
            Some(Open::Dispute(_) | Open::Handover(_)) | None => false,
        }
    }

    /// The records that the open one names and that can be opened from it, besides earlier reports.
    pub fn named(&self) -> Vec<RecordId> {
        match &self.open {
            Some(Open::Dispute(page)) => {
                let detail = page.told.get();
                let reports = detail.into_iter().flat_map(|detail| &detail.reports).map(|row| row.id);
                reports
                    .chain(detail.into_iter().flat_map(|detail| &detail.earlier).map(|row| row.id))
                    .collect()
            }
            Some(Open::Report(page)) => {
                let Some(detail) = page.told.get() else { return Vec::new() };
                let linked = &detail.report.disputes;
                let before = detail.earlier.disputes.iter().map(|dispute| dispute.id);
                linked.iter().copied().chain(before.filter(|id| !linked.contains(id))).collect()
            }
            Some(Open::Handover(_)) | None => Vec::new(),
        }
    }

    /// What the open record tells of one that it names.
    pub fn told_of(&self, id: RecordId) -> String {
        if let Some(Open::Report(page)) = &self.open {
            let disputes = page.told.get().into_iter().flat_map(|detail| &detail.earlier.disputes);
            let mut told = disputes.filter(|dispute| dispute.id == id).map(|dispute| dispute.names.0.clone());
            return told.next().unwrap_or_default();
        }
        let Some(Open::Dispute(page)) = &self.open else { return String::new() };
        let Some(detail) = page.told.get() else { return String::new() };
        let reports = detail.reports.iter().filter(|row| row.id == id).map(|row| row.gist.0.clone());
        let earlier = detail.earlier.iter().filter(|row| row.id == id).map(|row| row.names.0.clone());
        reports.chain(earlier).next().unwrap_or_default()
    }

    /// Whether the open record names others.
    pub fn names_others(&self) -> bool {
        !self.named().is_empty()
    }

    /// The item of the open handover that the cursor is on.
    pub fn item_under(&self) -> Option<&Item> {
        match &self.open {
            Some(Open::Handover(open)) => open.told.get()?.draft.items.get(open.item),
            Some(Open::Report(_) | Open::Dispute(_)) => None,
            None => self.handing.items.under(),
        }
    }

    /// The record that the entry of the journal under the cursor is about.
    pub fn journal_record(&self) -> Option<RecordId> {
        if self.focused() != Some(ListName::Journal) {
            return None;
        }
        match self.lists.journal.under()?.subject {
            Subject::Record(id) => Some(id),
            Subject::Unit(_) | Subject::Setup(_) | Subject::Desk => None,
        }
    }

    /// The layers whose keys count now, topmost first.
    pub fn layers(&self) -> Vec<Layer> {
        if let Some(laid) = self.overlays.last() {
            return laid.overlay.layers().iter().copied().chain([Layer::Desk]).collect();
        }
        if self.find.is_some() {
            return vec![Layer::Menu, Layer::Desk];
        }
        self.screen_layers()
    }

    /// The keys that may follow those pressed so far; none when no sequence is begun.
    pub fn pending(&self) -> Option<Vec<Next>> {
        if self.pressed.is_empty() {
            return None;
        }
        match self.keymap.lookup(&self.layers(), &self.pressed) {
            Lookup::Pending(next) => Some(next),
            Lookup::Run(_) | Lookup::None => None,
        }
    }

    /// The layers of the screen, whatever lies over it.
    pub fn screen_layers(&self) -> Vec<Layer> {
        let own = match (&self.open, self.focused()) {
            (Some(Open::Report(_)), _) | (None, Some(ListName::Live | ListName::Reports)) => {
                Some(Layer::Report)
            }
            (Some(Open::Dispute(_)), _) | (None, Some(ListName::Unresolved | ListName::Disputes)) => {
                Some(Layer::Dispute)
            }
            (None, Some(ListName::Units)) => Some(Layer::Unit),
            (None, Some(ListName::Escalations)) => Some(Layer::Escalation),
            (None, Some(ListName::Orders)) => Some(Layer::Order),
            (None, Some(ListName::ZeroReports)) => Some(Layer::Post),
            (None, Some(ListName::Sweeps)) => Some(Layer::Sweep),
            (Some(Open::Handover(_)), _) | (None, Some(ListName::Handovers) | None) => Some(Layer::Handover),
            (None, Some(ListName::People | ListName::Journal)) => None,
            (None, Some(ListName::Due)) => Some(Layer::Due),
        };
        // An open record has keys for what it owes, too.
        let owes = self.open.as_ref().and_then(Open::owes).map(|_| Layer::Due);
        own.into_iter().chain(owes).chain([Layer::List, Layer::Desk]).collect()
    }
}
