//! The acts on disputes: sent at once or begun with a form, the list of all of them, and which disputes are shown.

use super::{acts, handed, orders, overlays, refuse};
use crate::domain::command::Command;
use crate::domain::dispute::act::{DisputeAct, DisputeCommand};
use crate::domain::dispute::terms::Category;
use crate::domain::dispute::{Dispute, DisputeStatus};
use crate::domain::place::Level;
use crate::domain::query::{DisputeDetail, DisputeFilter};
use crate::domain::row::EscalationRow;
use crate::domain::{Private, RecordId};
use crate::keys::Action;
use crate::ui::available::{ACTS_ON_DISPUTE, Available, available};
use crate::ui::form::{DisputeForm, Form};
use crate::ui::model::Model;
use crate::ui::msg::Effect;
use crate::ui::overlay::{Menu, Overlay, Pick, Submitted};
use crate::ui::say::{Arg, Say};

/// Runs an act that is available.
pub(super) fn run(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    if action == Action::DisputeNew {
        return enter(model, effects);
    }
    let Some(dispute) = model.under().dispute() else { return refuse(model, "ui-no-dispute") };
    let (id, rev, whole) = (dispute.id, dispute.rev, dispute.whole.cloned());
    if action == Action::DisputeAccept {
        let act = DisputeAct::Accept { measure: Private::default() };
        let command = Command::Dispute(DisputeCommand::Act { id, act });
        orders::send(model, command, Some(rev), effects);
        return;
    }
    if action == Action::OrderIssue {
        return handed::issue(model);
    }
    let plain = form(action, id).filter(|form| !form.needs_record());
    match (plain, whole) {
        (_, Some(detail)) => go_on(model, action, &detail),
        (Some(form), None) => {
            overlays::open_form(model, Form::dispute(form, None, &model.setting()), Some(rev));
        }
        (None, None) if model.line.is_up() => acts::await_whole(model, action, id),
        (None, None) if action == Action::ReportEscalate => {
            overlays::open_form(model, Form::escalate(id, None, &model.setting()), None);
        }
        (None, None) => refuse(model, "ui-no-line"),
    }
}

/// A dispute is made from the report under the cursor; its words are proposed.
fn enter(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.under().report().map(|report| report.id) {
        Some(id) if model.line.is_up() => acts::with_the_whole(model, Action::DisputeNew, id, effects),
        from => {
            let form = Form::dispute(DisputeForm::New { from }, None, &model.setting());
            overlays::open_form(model, form, None);
        }
    }
}

/// The whole dispute is here.
pub(super) fn go_on(model: &mut Model, action: Action, detail: &DisputeDetail) {
    let dispute = &detail.dispute;
    if handed::is_on_order(action) {
        return handed::on_order_of(model, action, dispute.id, &detail.supervisions);
    }
    if action == Action::DisputeAmendParty {
        return which_party(model, detail);
    }
    let opened = if action == Action::ReportEscalate {
        Form::escalate(dispute.id, reached(&detail.escalations), &model.setting())
    } else {
        let Some(form) = form(action, dispute.id) else { return };
        Form::dispute(form, Some(dispute), &model.setting())
    };
    overlays::open_form(model, opened, Some(dispute.rev));
}

fn reached(escalations: &[EscalationRow]) -> Option<Level> {
    escalations.iter().filter(|row| row.acknowledged.is_none()).map(|row| row.to).max()
}

/// Which of those who stand in it is corrected.
fn which_party(model: &mut Model, detail: &DisputeDetail) {
    let words = &model.words;
    let picks = (1u16..).zip(&detail.dispute.parties).map(|(n, party)| Pick {
        code: n.to_string(),
        columns: vec![n.to_string(), party.name.0.clone(), words.name(party.role)],
        also: Vec::new(),
        then: Submitted::OnParty { dispute: Box::new(detail.dispute.clone()), n },
        reason: None,
    });
    let title = words.with("ui-which-party", &[("id", &model.reading().number(detail.dispute.id))]);
    let menu = Menu::new(title, picks.collect());
    overlays::lay(model, Overlay::Menu(Box::new(menu)), Some(detail.dispute.rev));
}

/// One of those who stand in the dispute was chosen.
pub(super) fn on_party(model: &mut Model, dispute: &Dispute, n: u16) {
    let form = DisputeForm::AmendParty { id: dispute.id, n };
    overlays::open_form(model, Form::dispute(form, Some(dispute), &model.setting()), Some(dispute.rev));
}

/// The form that an act begins with; none for those that begin otherwise.
fn form(action: Action, id: RecordId) -> Option<DisputeForm> {
    let forms = [
        (Action::DisputeAssign, DisputeForm::Assign { id }),
        (Action::DisputePlan, DisputeForm::Plan { id }),
        (Action::DisputeSit, DisputeForm::Sit { id }),
        (Action::DisputeAgree, DisputeForm::Agree { id }),
        (Action::DisputeSettle, DisputeForm::Settle { id, n: None }),
        (Action::DisputeFollowUp, DisputeForm::FollowUp { id }),
        (Action::DisputeClose, DisputeForm::Close { id }),
        (Action::DisputeContact, DisputeForm::Contact { id }),
        (Action::DisputeNote, DisputeForm::Note { id }),
        (Action::DisputeAmend, DisputeForm::Amend { id }),
        (Action::DisputeReopen, DisputeForm::Reopen { id }),
        (Action::DisputeViolent, DisputeForm::MarkViolent { id }),
        (Action::DisputeCalm, DisputeForm::Calm { id }),
        (Action::DisputeExtend, DisputeForm::Extend { id }),
        (Action::DisputeAddParty, DisputeForm::AddParty { id }),
        (Action::DisputeLink, DisputeForm::Link { id }),
        (Action::DisputeInvolve, DisputeForm::Involve { id }),
        (Action::DisputeSeek, DisputeForm::SeekConfirmation { id }),
        (Action::DisputeDecide, DisputeForm::DecideConfirmation { id }),
        (Action::DisputeLeave, DisputeForm::LeaveConfirmation { id }),
        (Action::DisputeDrawUp, DisputeForm::DrawUp { id }),
        (Action::DisputeConclude, DisputeForm::Conclude { id }),
        (Action::DisputeFail, DisputeForm::Fail { id }),
        (Action::DisputeWithdraw, DisputeForm::Withdraw { id }),
    ];
    forms.into_iter().find(|(of, _)| *of == action).map(|(_, form)| form)
}

/// Every act on the dispute with its key: what comes next first, then what can be done, then what can't and why.
pub(super) fn acts(model: &mut Model) {
    let Some(dispute) = model.under().dispute() else { return refuse(model, "ui-no-dispute") };
    let (status, title) = (dispute.status, model.reading().number(dispute.id));
    let mut rows: Vec<(u8, Pick)> = ACTS_ON_DISPUTE.iter().map(|of| pick(model, *of, status)).collect();
    rows.sort_by_key(|(rank, _)| *rank);
    let title = model.words.with("ui-acts-on", &[("id", &title), ("status", &model.words.name(status))]);
    let menu = Menu::new(title, rows.into_iter().map(|(_, pick)| pick).collect());
    overlays::lay(model, Overlay::Menu(Box::new(menu)), None);
}

fn pick(model: &Model, action: Action, status: DisputeStatus) -> (u8, Pick) {
    let reason = match available(model, action) {
        Available::Yes => None,
        Available::No(why) => Some(why.text(&model.reading())),
    };
    let next = reason.is_none() && comes_next(status).contains(&action);
    let keys = model.keymap.hint(action, &model.layers()).map(ToString::to_string).unwrap_or_default();
    let sign = if next { "*" } else { " " };
    let says = reason.clone().unwrap_or_else(|| model.words.get(action.help()));
    let pick = Pick {
        code: keys.clone(),
        columns: vec![format!("{sign} {keys}"), model.words.get(action.label()), says],
        also: vec![action.id().to_owned()],
        then: Submitted::Run(action),
        reason,
    };
    (u8::from(!next) + u8::from(pick.reason.is_some()), pick)
}

/// What usually follows where a dispute stands.
const fn comes_next(status: DisputeStatus) -> &'static [Action] {
    match status {
        DisputeStatus::Found => &[Action::DisputeAccept, Action::DisputeAssign],
        DisputeStatus::Accepted => &[Action::DisputePlan, Action::DisputeSit],
        DisputeStatus::Mediating => &[Action::DisputeSit, Action::DisputeAgree, Action::DisputePlan],
        DisputeStatus::Agreed => &[Action::DisputeSettle, Action::DisputeSeek, Action::DisputeDecide],
        DisputeStatus::Fulfilled => &[Action::DisputeFollowUp, Action::DisputeClose],
        DisputeStatus::Failed | DisputeStatus::Withdrawn => &[Action::DisputeFollowUp, Action::DisputeReopen],
        DisputeStatus::Closed => &[Action::DisputeReopen],
        DisputeStatus::Erased => &[],
    }
}

/// By what the list is narrowed: a state, a category or a beat, or by nothing any more.
pub(super) fn narrow(model: &mut Model) {
    let which = &model.lists.which_disputes;
    let bare = DisputeFilter { status: None, category: None, beat: None, ..which.clone() };
    let words = &model.words;
    let mut picks = Vec::new();
    let mut row = |kind: &str, code: &str, name: String, then: DisputeFilter| {
        picks.push(Pick {
            code: code.to_owned(),
            columns: vec![words.get(kind), name],
            also: vec![code.to_owned()],
            then: Submitted::Narrow(Box::new(then)),
            reason: None,
        });
    };
    if *which != bare {
        row("ui-narrow-none", "", String::new(), bare);
    }
    for status in DisputeStatus::ALL.iter().filter(|status| **status != DisputeStatus::Erased) {
        let then = DisputeFilter { status: Some(*status), ..which.clone() };
        row("ui-col-status", status.code(), words.name(*status), then);
    }
    for category in Category::ALL {
        let then = DisputeFilter { category: Some(*category), ..which.clone() };
        row("ui-col-category", category.code(), words.name(*category), then);
    }
    let station = model.station();
    for place in station.places().filter(|place| place.level == Level::Beat) {
        let then = DisputeFilter { beat: Some(place.code.clone()), ..which.clone() };
        let name = station.place_name(&place.code, words.lang()).to_owned();
        row("ui-col-beat", place.code.as_str(), name, then);
    }
    let menu = Menu::new(words.get("ui-narrow"), picks);
    overlays::lay(model, Overlay::Menu(Box::new(menu)), None);
}

/// What the status line says once it is done.
pub(super) fn receipt(command: &DisputeCommand, id: Option<RecordId>, time: Arg) -> Say {
    let step = Arg::Word(format!("dispute-step-{}", command.step().code()));
    let id = id.map_or(Arg::Text(String::new()), Arg::Record);
    Say::with("ui-done-dispute", [("id", id), ("step", step), ("time", time)])
}
