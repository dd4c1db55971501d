//! Begins the acts on what goes up and what comes down: taking over, answering escalations, supervision orders, zero
//! reports. Each begins with a form.

use super::{overlays, refuse, tell};
use crate::domain::row::EscalationRow;
use crate::domain::supervision::{Supervision, SupervisionStatus};
use crate::domain::{RecordId, Rev};
use crate::keys::Action;
use crate::ui::form::{Form, Purpose};
use crate::ui::model::message::Tone;
use crate::ui::model::{Model, Under};
use crate::ui::say::{Arg, Say};

/// Begins an act on the escalation under the cursor.
pub(super) fn on_escalation(model: &mut Model, action: Action, row: &EscalationRow) {
    if action == Action::ReportTakeOver {
        return take_over(model, row.on, None);
    }
    let form = if action == Action::EscalationAnswer {
        Form::answer_escalation(row, &model.setting())
    } else {
        Form::acknowledge(row, &model.setting())
    };
    overlays::open_form(model, form, Some(row.rev));
}

/// Begins an act on a supervision order under the cursor.
pub(super) fn on_order(model: &mut Model, action: Action, order: &Supervision) {
    if action == Action::ReportTakeOver {
        return take_over(model, order.on, None);
    }
    open(model, action, order);
}

fn open(model: &mut Model, action: Action, order: &Supervision) {
    let setting = model.setting();
    let form = if action == Action::OrderAnswer {
        Form::answer_order(order, &setting)
    } else if action == Action::OrderSendBack {
        Form::send_back_order(order, &setting)
    } else {
        Form::withdraw_order(order, &setting)
    };
    overlays::open_form(model, form, Some(order.rev));
}

/// Begins to take a report over.
pub(super) fn take_over(model: &mut Model, id: RecordId, rev: Option<Rev>) {
    overlays::open_form(model, Form::new(Purpose::TakeOver { id }, &model.setting()), rev);
}

/// Begins to give a supervision order: to the one who has the record, unless the officer says otherwise.
pub(super) fn issue(model: &mut Model) {
    let under = model.under();
    let Some((id, rev)) = under.record() else { return };
    let of_report = under.report().and_then(|report| report.accepted).map(|(officer, _)| officer);
    let has = of_report.or(under.dispute().and_then(|dispute| dispute.lead));
    let form = Form::issue_order(id, has, &model.setting());
    overlays::open_form(model, form, Some(rev));
}

/// Begins to put in what the beat under the cursor found.
pub(super) fn sweep(model: &mut Model) {
    let Under::Sweep(row) = model.under() else { return refuse(model, "ui-no-sweep") };
    let (form, rev) = (Form::sweep(&row.sweep, &model.setting()), row.sweep.rev);
    overlays::open_form(model, form, Some(rev));
}

/// Begins to put in the zero report of the post under the cursor.
pub(super) fn zero_report(model: &mut Model) {
    let Under::Post(row) = model.under() else { return refuse(model, "ui-no-post") };
    let (form, rev) = (Form::zero_report(&row.zero, &model.setting()), row.zero.rev);
    overlays::open_form(model, form, Some(rev));
}

/// The whole record is here: the act is on the order that is due first, or on the one that was answered last.
pub(super) fn on_order_of(model: &mut Model, action: Action, on: RecordId, orders: &[Supervision]) {
    let standing = |status| move |order: &&Supervision| order.status == status;
    let order = if action == Action::OrderSendBack {
        let answered = orders.iter().filter(standing(SupervisionStatus::Answered));
        answered.max_by_key(|order| order.replies.last().map(|reply| reply.stamp.at))
    } else {
        let open = orders.iter().filter(standing(SupervisionStatus::Open));
        open.min_by_key(|order| (order.due_at, order.id))
    };
    match order.cloned() {
        Some(order) => open(model, action, &order),
        None => {
            let word =
                if action == Action::OrderSendBack { "ui-no-order-answered" } else { "ui-no-order-on" };
            tell(model, Tone::Refusal, Say::with(word, [("id", Arg::Record(on))]));
        }
    }
}

/// Whether an act on a report is one on a supervision order of it.
pub(super) fn is_on_order(action: Action) -> bool {
    [Action::OrderAnswer, Action::OrderSendBack, Action::OrderWithdraw].contains(&action)
}
