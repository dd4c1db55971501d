//! Which keys the bottom line shows on each screen, the most useful first.

use crate::keys::{Action, Layer};
use crate::ui::model::Model;
use crate::ui::model::lists::HandedView;
use crate::ui::model::open::Open;
use crate::ui::place::Screen;

const REPORT: &[Action] = &[
    Action::Back,
    Action::ReportAccept,
    Action::ReportDispatch,
    Action::ReportArrive,
    Action::ReportResolve,
    Action::ReportVerify,
    Action::ReportClose,
    Action::ReportEscalate,
    Action::ReportNote,
    Action::ReportAmend,
    Action::DueSnooze,
    Action::Palette,
    Action::OrderAnswer,
    Action::ReportTakeOver,
];

const HANDOVER: &[Action] = &[
    Action::Back,
    Action::HandoverReadBack,
    Action::HandoverAccept,
    Action::HandoverWithdraw,
    Action::HandoverAddendum,
    Action::HandoverExport,
    Action::Open,
    Action::Palette,
];

const REPORT_PANE: &[Action] = &[
    Action::ReportNew,
    Action::ReportAccept,
    Action::ReportDispatch,
    Action::ReportEscalate,
    Action::Open,
    Action::Find,
    Action::ReportQuick,
    Action::Palette,
    Action::NextPane,
    Action::Zoom,
    Action::ReportArrive,
    Action::ReportMark,
    Action::ReportResolve,
    Action::ReportNote,
];

const UNIT_PANE: &[Action] = &[
    Action::ReportNew,
    Action::UnitStatus,
    Action::UnitCheckIn,
    Action::Open,
    Action::NextPane,
    Action::Zoom,
    Action::Find,
    Action::Palette,
];

const OTHER_PANE: &[Action] =
    &[Action::ReportNew, Action::NextPane, Action::Zoom, Action::Find, Action::Palette];

const REPORTS: &[Action] = &[
    Action::ReportNew,
    Action::ReportAccept,
    Action::ReportDispatch,
    Action::ReportEscalate,
    Action::Open,
    Action::NextView,
    Action::Find,
    Action::ReportQuick,
    Action::Palette,
    Action::ReportArrive,
    Action::ReportMark,
    Action::ReportResolve,
    Action::ReportNote,
];

const DISPUTE: &[Action] = &[
    Action::Back,
    Action::DisputeActs,
    Action::DisputeAccept,
    Action::DisputeSit,
    Action::DisputeAgree,
    Action::DisputeSettle,
    Action::DisputeFollowUp,
    Action::DisputeClose,
    Action::ReportEscalate,
    Action::DisputeNote,
    Action::DisputeAssign,
    Action::DisputePlan,
    Action::DueSnooze,
    Action::Palette,
];

const DISPUTES: &[Action] = &[
    Action::DisputeNew,
    Action::DisputeActs,
    Action::Open,
    Action::DisputeAccept,
    Action::NextView,
    Action::DisputeNarrow,
    Action::Find,
    Action::ReportEscalate,
    Action::Palette,
    Action::DisputeSit,
    Action::DisputeSettle,
    Action::DisputeAssign,
    Action::DisputeNote,
];

const DISPUTE_PANE: &[Action] = &[
    Action::ReportNew,
    Action::DisputeNew,
    Action::DisputeActs,
    Action::DisputeAccept,
    Action::Open,
    Action::ReportEscalate,
    Action::NextPane,
    Action::Zoom,
    Action::Find,
    Action::Palette,
];

const PATROL: &[Action] =
    &[Action::UnitStatus, Action::UnitCheckIn, Action::Open, Action::ReportNew, Action::Palette];

const ESCALATIONS: &[Action] = &[
    Action::EscalationAcknowledge,
    Action::EscalationAnswer,
    Action::ReportTakeOver,
    Action::Open,
    Action::NextView,
    Action::ReportNew,
    Action::Palette,
];

const ORDERS: &[Action] = &[
    Action::OrderAnswer,
    Action::OrderSendBack,
    Action::OrderWithdraw,
    Action::Open,
    Action::NextView,
    Action::ReportNew,
    Action::Palette,
];

const ZERO_REPORTS: &[Action] =
    &[Action::ZeroReportFile, Action::NextView, Action::ReportNew, Action::Palette];

const SWEEPS: &[Action] =
    &[Action::SweepAnswer, Action::DisputeNew, Action::NextView, Action::ReportNew, Action::Palette];

const DRAFT: &[Action] = &[
    Action::HandoverRemark,
    Action::HandoverSign,
    Action::Open,
    Action::NextView,
    Action::ReportNew,
    Action::Palette,
];

const HANDOVERS: &[Action] = &[Action::Open, Action::NextView, Action::ReportNew, Action::Palette];

const JOURNAL: &[Action] = &[Action::Open, Action::ReportNew, Action::Find, Action::Palette];

const DUE: &[Action] = &[
    Action::Open,
    Action::DueSnooze,
    Action::DueReturn,
    Action::DueClock,
    Action::DueExtend,
    Action::NextView,
    Action::ReportNew,
    Action::Palette,
];

const OTHER: &[Action] = &[Action::ReportNew, Action::Find, Action::Palette];

const NOBODY: &[Action] = &[Action::SignIn, Action::Language, Action::Quit];

const FINDING: &[Action] = &[Action::MenuAccept, Action::MenuCancel, Action::MenuUp, Action::MenuDown];

/// The actions whose keys are shown.
pub(super) fn actions(model: &Model) -> &'static [Action] {
    if model.who.is_none() {
        return NOBODY;
    }
    if model.find.is_some() {
        return FINDING;
    }
    match (&model.open, model.screen) {
        (Some(Open::Report(_)), _) => REPORT,
        (Some(Open::Dispute(_)), _) => DISPUTE,
        (Some(Open::Handover(_)), _) => HANDOVER,
        (None, Screen::Desk) => match model.screen_layers().first() {
            Some(Layer::Report) => REPORT_PANE,
            Some(Layer::Dispute) => DISPUTE_PANE,
            Some(Layer::Unit) => UNIT_PANE,
            Some(_) | None => OTHER_PANE,
        },
        (None, Screen::Reports) => REPORTS,
        (None, Screen::Patrol) => PATROL,
        (None, Screen::Escalations) => match model.lists.handed {
            HandedView::Escalations | HandedView::Waiting => ESCALATIONS,
            HandedView::Orders | HandedView::AllOrders => ORDERS,
            HandedView::ZeroReports => ZERO_REPORTS,
            HandedView::Sweeps => SWEEPS,
        },
        (None, Screen::Handover) if model.handing.on_draft => DRAFT,
        (None, Screen::Handover) => HANDOVERS,
        (None, Screen::Journal) => JOURNAL,
        (None, Screen::Due) => DUE,
        (None, Screen::Disputes) => DISPUTES,
        (None, Screen::People) => OTHER,
    }
}
