//! Sending acts to the desk, and sending again what was never answered.

use crate::domain::command::{
    EscalationCommand, HandoverCommand, Order, ReportCommand, SupervisionCommand, SweepCommand, UnitCommand,
    ZeroCommand,
};
use crate::domain::report::Report;
use crate::domain::{Command, Receipt, RecordId, Refusal, Rev, Subject};
use crate::keys::Action;
use crate::ui::form::{Form, Purpose};
use crate::ui::model::orders::{Standing, Unanswered};
use crate::ui::model::{Laid, Model};
use crate::ui::msg::Effect;
use crate::ui::overlay::Overlay;
use crate::ui::say::{Arg, Say};

use super::{disputes, overlays, owed};

/// Gives an order and says under which key; while the line is down it waits for the line.
pub(super) fn send(
    model: &mut Model,
    command: Command,
    seen: Option<Rev>,
    effects: &mut Vec<Effect>,
) -> Option<String> {
    let by = model.who()?.clone();
    let seen = match (command.subject(), seen) {
        (Some(Subject::Record(id)), Some(rev)) => Some(model.orders.seen(id, rev)),
        (_, seen) => seen,
    };
    let key = model.orders.next_key(&model.session);
    let order = Order { key: key.clone(), seen, command };
    let id = model.next_id();
    let standing = if model.line.is_up() { Standing::Sent } else { Standing::Waiting };
    if standing == Standing::Sent {
        effects.push(Effect::Execute { id, order: order.clone() });
    }
    model.orders.add(Unanswered { id, order, by, standing, draft: None });
    Some(key)
}

/// Sends again what is due: everything after the line came back, and by the clock what the desk couldn't tell.
pub(super) fn send_again(model: &mut Model, effects: &mut Vec<Effect>) {
    let (true, Some(who)) = (model.line.is_up(), model.who().cloned()) else { return };
    let mut last = model.last_id;
    let again = model.orders.send_again(&who, model.now, || {
        last += 1;
        last
    });
    model.last_id = last;
    effects.extend(again.into_iter().map(|act| Effect::Execute { id: act.id, order: act.order }));
}

/// A correction met what somebody else did meanwhile: the record is looked at again before the officer is bothered.
pub(super) fn look_again(model: &mut Model, act: &Unanswered, refusal: &Refusal) -> bool {
    let (Command::Report(ReportCommand::Amend { id, .. }), Refusal::ChangedSince { .. }) =
        (&act.order.command, refusal)
    else {
        return false;
    };
    let (true, id) = (model.line.is_up() && model.awaited.is_none(), *id) else { return false };
    let key = act.order.key.as_str();
    let Some(laid) = model.overlays.iter_mut().find(|laid| laid.sent.as_deref() == Some(key)) else {
        return false;
    };
    laid.sent = None;
    super::acts::await_whole(model, Action::ReportAmend, id);
    true
}

/// The record is here again: a correction of other fields than somebody else corrected goes on by itself, else the
/// officer sees what changed and decides.
pub(super) fn amend_again(model: &mut Model, report: &Report, effects: &mut Vec<Effect>) -> bool {
    let Some(at) = model.overlays.iter().position(|laid| held_back(laid, Some(report.id))) else {
        return false;
    };
    let mut laid = model.overlays.remove(at);
    let mut form = Form::amend(report, &model.setting());
    if let Some(body) = laid.overlay.form().and_then(Form::to_body) {
        form.from_body(&body, model.now, &model.setting());
    }
    let alone = form.theirs().is_empty();
    laid.overlay = Overlay::Form(Box::new(form));
    laid.seen = Some(report.rev);
    model.overlays.push(laid);
    if alone {
        overlays::action(model, Action::FormSave, effects);
    }
    true
}

/// The record can't be looked at again: the officer may save once more.
pub(super) fn give_back(model: &mut Model) {
    for laid in model.overlays.iter_mut().filter(|laid| held_back(laid, None)) {
        if let Some(form) = laid.overlay.form_mut() {
            form.unanswered();
        }
    }
}

/// Whether this is a correction that waits for a look at its record.
fn held_back(laid: &Laid, of: Option<RecordId>) -> bool {
    let form = laid.overlay.form().filter(|form| laid.sent.is_none() && form.is_waiting());
    match form.map(Form::purpose) {
        Some(Purpose::Amend { id, .. }) => of.is_none_or(|of| of == *id),
        Some(_) | None => false,
    }
}

/// What the status line says once an act is done.
pub(super) fn receipt(model: &Model, command: &Command, receipt: &Receipt) -> Say {
    let now = Arg::Clock(model.now);
    let on = |id: &'static str, record| Say::with(id, [("id", Arg::Record(record)), ("time", now.clone())]);
    match command {
        Command::Report(ReportCommand::Receive(_)) => match receipt.id {
            Some(id) => on("ui-done-received", id),
            None => Say::word("ui-done"),
        },
        Command::Report(command) => match command.id() {
            Some(id) => on_report(command, id, model),
            None => Say::word("ui-done"),
        },
        Command::Escalation(EscalationCommand::Raise { on: report, .. }) => Say::with(
            "ui-done-escalated",
            [
                ("id", Arg::Record(*report)),
                ("escalation", receipt.id.map_or(Arg::Text(String::new()), Arg::Record)),
                ("time", now),
            ],
        ),
        Command::Escalation(EscalationCommand::Acknowledge { id, .. }) => on("ui-done-acknowledged", *id),
        Command::Unit(UnitCommand::Status { unit, status }) => Say::with(
            "ui-done-unit-status",
            [
                ("unit", Arg::Unit(unit.clone())),
                ("status", Arg::Word(format!("unit-status-{}", status.code()))),
                ("time", now),
            ],
        ),
        Command::Unit(UnitCommand::CheckIn { unit, .. }) => {
            Say::with("ui-done-check-in", [("unit", Arg::Unit(unit.clone())), ("time", now)])
        }
        Command::Handover(HandoverCommand::Sign { .. }) => match receipt.id {
            Some(id) => on("ui-done-signed", id),
            None => Say::word("ui-done"),
        },
        Command::Handover(HandoverCommand::Accept { id, .. }) => on("ui-done-sealed", *id),
        Command::Handover(HandoverCommand::Withdraw { id }) => on("ui-done-withdrawn", *id),
        Command::Handover(HandoverCommand::Add { id, .. }) => on("ui-done-added", *id),
        Command::Escalation(EscalationCommand::Answer { id, .. }) => on("ui-done-answered", *id),
        Command::Supervision(SupervisionCommand::Issue { on: report, .. }) => Say::with(
            "ui-done-ordered",
            [
                ("id", Arg::Record(*report)),
                ("order", receipt.id.map_or(Arg::Text(String::new()), Arg::Record)),
                ("time", now),
            ],
        ),
        Command::Supervision(SupervisionCommand::Answer { id, .. }) => on("ui-done-answered", *id),
        Command::Supervision(SupervisionCommand::SendBack { id, .. }) => on("ui-done-sent-back", *id),
        Command::Supervision(SupervisionCommand::Withdraw { id, .. }) => on("ui-done-withdrawn", *id),
        Command::Zero(ZeroCommand::File { id, .. }) => on("ui-done-zero-report", *id),
        Command::Dispute(command) => disputes::receipt(command, receipt.id, now),
        Command::Deadline(command) => owed::receipt(command),
        Command::Sweep(SweepCommand::Answer { id, .. }) => on("ui-done-sweep", *id),
        Command::Sweep(SweepCommand::Expect { .. })
        | Command::Zero(ZeroCommand::Expect { .. })
        | Command::Setup(_)
        | Command::Desk(_) => Say::word("ui-done"),
    }
}

fn on_report(command: &ReportCommand, id: crate::domain::RecordId, model: &Model) -> Say {
    let word = match command {
        ReportCommand::Receive(_) => "ui-done-received",
        ReportCommand::Accept { .. } => "ui-done-accepted",
        ReportCommand::Dispatch { .. } => "ui-done-dispatched",
        ReportCommand::Arrive { unit: Some(_), .. } => "ui-done-arrived",
        ReportCommand::Arrive { unit: None, .. } => "ui-done-unit-arrived",
        ReportCommand::Resolve { .. } => "ui-done-resolved",
        ReportCommand::Verify { .. } => "ui-done-verified",
        ReportCommand::Close { .. } => "ui-done-closed",
        ReportCommand::Transfer { .. } => "ui-done-transferred",
        ReportCommand::MarkDuplicate { .. } => "ui-done-duplicate",
        ReportCommand::Cancel { .. } => "ui-done-cancelled",
        ReportCommand::MarkUnfounded { .. } => "ui-done-unfounded",
        ReportCommand::Reopen { .. } => "ui-done-reopened",
        ReportCommand::Note { .. } => "ui-done-noted",
        ReportCommand::Amend { .. } => "ui-done-amended",
        ReportCommand::TakeOver { .. } => "ui-done-taken-over",
        ReportCommand::DeclineProposal { .. } => "ui-done-proposal-declined",
        ReportCommand::Undo { .. } => "ui-done-undone",
        ReportCommand::Erase { .. } => "ui-done-erased",
    };
    let unit = match command {
        ReportCommand::Dispatch { unit, .. } => Some(unit.clone()),
        ReportCommand::Arrive { unit, .. } => unit.clone(),
        ReportCommand::Receive(_)
        | ReportCommand::Accept { .. }
        | ReportCommand::Resolve { .. }
        | ReportCommand::Verify { .. }
        | ReportCommand::Close { .. }
        | ReportCommand::Transfer { .. }
        | ReportCommand::MarkDuplicate { .. }
        | ReportCommand::Cancel { .. }
        | ReportCommand::MarkUnfounded { .. }
        | ReportCommand::Reopen { .. }
        | ReportCommand::Note { .. }
        | ReportCommand::Amend { .. }
        | ReportCommand::TakeOver { .. }
        | ReportCommand::DeclineProposal { .. }
        | ReportCommand::Undo { .. }
        | ReportCommand::Erase { .. } => None,
    };
    let mut args = vec![("id", Arg::Record(id)), ("time", Arg::Clock(model.now))];
    args.extend(unit.map(|unit| ("unit", Arg::Unit(unit))));
    Say::with(word, args)
}
