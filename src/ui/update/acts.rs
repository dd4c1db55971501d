//! The acts on reports, units and escalations: sent at once, or begun with a form or a picker.

use super::{disputes, handed, keys, orders, overlays, refuse, several};
use crate::domain::command::ReportCommand;
use crate::domain::query::ReportDetail;
use crate::domain::{Code, Command, RecordId, Rev};
use crate::keys::Action;
use crate::ui::form::{Form, Purpose};
use crate::ui::model::open::Open;
use crate::ui::model::{Awaited, Model, Under};
use crate::ui::msg::Effect;
use crate::ui::overlay::{Menu, Overlay};
use std::collections::VecDeque;

/// Runs an act that is available.
pub(super) fn run(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    if action == Action::ReportNew {
        let form = Form::new_report(&model.setting());
        overlays::open_form(model, form, None);
        return;
    }
    if model.acts_on_marked(action) {
        several::run(model, action, effects);
        return;
    }
    if action == Action::DisputeNew || model.under().dispute().is_some() {
        disputes::run(model, action, effects);
        return;
    }
    match model.under() {
        Under::Report(report) => on_report(model, action, report.id, report.rev, effects),
        Under::Unit(unit) => {
            let (unit, rev) = (unit.clone(), unit.state.rev);
            if action == Action::UnitStatus {
                let menu = Menu::unit_status(&unit, &model.setting());
                overlays::lay(model, Overlay::Menu(Box::new(menu)), Some(rev));
            } else {
                let purpose = Purpose::CheckIn { unit: unit.state.code };
                overlays::open_form(model, Form::new(purpose, &model.setting()), Some(rev));
            }
        }
        Under::Escalation(row) => {
            let row = row.clone();
            handed::on_escalation(model, action, &row);
        }
        Under::Order(row) => {
            let order = row.order.clone();
            handed::on_order(model, action, &order);
        }
        Under::Post(_) => handed::zero_report(model),
        Under::Sweep(_) => handed::sweep(model),
        Under::Nothing | Under::Dispute(_) | Under::Due(_) | Under::Handover(_) | Under::Draft => {
            refuse(model, "ui-no-row")
        }
    }
}

fn on_report(model: &mut Model, action: Action, id: RecordId, rev: Rev, effects: &mut Vec<Effect>) {
    let command = match action {
        Action::ReportAccept => ReportCommand::Accept { id },
        Action::ReportVerify => ReportCommand::Verify { id },
        Action::Undo => ReportCommand::Undo { id },
        Action::ReportDispatch => return dispatch(model, id, rev),
        Action::ReportArrive | Action::ReportClose | Action::ReportEscalate | Action::ReportAmend => {
            return with_the_whole(model, action, id, effects);
        }
        Action::ReportTakeOver => return handed::take_over(model, id, Some(rev)),
        Action::OrderIssue => return handed::issue(model),
        other if handed::is_on_order(other) => return with_the_whole(model, other, id, effects),
        other => return plain_form(model, other, id, rev),
    };
    orders::send(model, Command::Report(command), Some(rev), effects);
}

fn plain_form(model: &mut Model, action: Action, id: RecordId, rev: Rev) {
    let purposes = [
        (Action::ReportResolve, Purpose::Resolve { id }),
        (Action::ReportNote, Purpose::Note { id }),
        (Action::ReportTransfer, Purpose::Transfer { id }),
        (Action::ReportDuplicate, Purpose::Duplicate { id }),
        (Action::ReportCancel, Purpose::Cancel { id }),
        (Action::ReportUnfounded, Purpose::Unfounded { id }),
        (Action::ReportReopen, Purpose::Reopen { id }),
        (Action::ReportDecline, Purpose::Decline { id }),
    ];
    if let Some((_, purpose)) = purposes.into_iter().find(|(of, _)| *of == action) {
        overlays::open_form(model, Form::new(purpose, &model.setting()), Some(rev));
    }
}

fn dispatch(model: &mut Model, id: RecordId, rev: Rev) {
    let beat = model.under().report().and_then(|report| report.beat.cloned());
    let menu = Menu::dispatch(id, beat.as_ref(), model.lists.units.rows(), &model.setting());
    overlays::lay(model, Overlay::Menu(Box::new(menu)), Some(rev));
}

/// These need to see the whole report. When it is not open it is asked for, and keys pressed until it comes are held.
pub(super) fn with_the_whole(model: &mut Model, action: Action, id: RecordId, effects: &mut Vec<Effect>) {
    let whole = model.under().report().and_then(|report| report.whole.cloned());
    match whole {
        Some(detail) => go_on(model, action, &detail, effects),
        None if model.line.is_up() => await_whole(model, action, id),
        None => overlays::open_form(model, Form::escalate(id, None, &model.setting()), None),
    }
}

/// The act goes on when the whole record is here.
pub(super) fn await_whole(model: &mut Model, action: Action, id: RecordId) {
    let page = Open::page(id, Vec::new());
    model.awaited = page.map(|page| Awaited { page, action, held: VecDeque::new() });
}

/// The whole record is here: the act goes on, and then the keys that were pressed meanwhile.
pub(super) fn whole_is_here(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(awaited) = model.awaited.take() else { return };
    match &awaited.page {
        Open::Report(page) => {
            if let Some(detail) = page.told.get() {
                go_on(model, awaited.action, detail, effects);
            }
        }
        Open::Dispute(page) => {
            if let Some(detail) = page.told.get() {
                disputes::go_on(model, awaited.action, detail);
            }
        }
        Open::Handover(_) => {}
    }
    for key in awaited.held {
        keys::press(model, key, effects);
    }
}

fn go_on(model: &mut Model, action: Action, detail: &ReportDetail, effects: &mut Vec<Effect>) {
    if action == Action::ReportArrive {
        arrive(model, detail, effects);
        return;
    }
    if handed::is_on_order(action) {
        return handed::on_order_of(model, action, detail.report.id, &detail.supervisions);
    }
    if action == Action::DisputeNew {
        let form = Form::new_dispute(&detail.report, &model.setting());
        return overlays::open_form(model, form, None);
    }
    let report = &detail.report;
    if action == Action::ReportAmend && orders::amend_again(model, report, effects) {
        return;
    }
    let form = if action == Action::ReportClose {
        Form::close(report.id, report.disposition.as_ref(), &model.setting())
    } else if action == Action::ReportEscalate {
        let waiting = detail.escalations.iter().filter(|row| row.acknowledged.is_none());
        Form::escalate(report.id, waiting.map(|row| row.to).max(), &model.setting())
    } else {
        Form::amend(report, &model.setting())
    };
    overlays::open_form(model, form, Some(report.rev));
}

/// Which unit it was is asked only when several are on their way.
fn arrive(model: &mut Model, detail: &ReportDetail, effects: &mut Vec<Effect>) {
    let (id, rev) = (detail.report.id, Some(detail.report.rev));
    let sent = detail.report.dispatches.iter().filter(|sent| sent.arrived.is_none());
    let under_way: Vec<Code> = sent.map(|sent| sent.unit.clone()).collect();
    if under_way.len() > 1 {
        let menu = Menu::arrive(id, &under_way, model.lists.units.rows(), &model.setting());
        overlays::lay(model, Overlay::Menu(Box::new(menu)), rev);
    } else {
        let command = ReportCommand::Arrive { id, unit: under_way.into_iter().next() };
        orders::send(model, Command::Report(command), rev, effects);
    }
}
