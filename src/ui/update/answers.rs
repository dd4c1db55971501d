//! What the desk's answers do.

use super::line::hand_on;
use super::{acts, drafts, earlier, hand, orders, overlays, refuse, several, tell, text, travel};
use crate::domain::command::{HandoverCommand, ReportCommand};
use crate::domain::dispute::act::DisputeCommand;
use crate::domain::query::Answer;
use crate::domain::{Command, Receipt, Refusal};
use crate::ui::list::List;
use crate::ui::model::lists::ListName;
use crate::ui::model::message::Tone;
use crate::ui::model::orders::Unanswered;
use crate::ui::model::{Asked, Model};
use crate::ui::msg::Effect;
use crate::ui::overlay::{Menu, Overlay};
use crate::ui::say::{Arg, Say};

/// An act is done: the form that asked for it has served.
pub(super) fn done(model: &mut Model, id: u64, receipt: &Receipt) {
    let Some(act) = model.orders.answered(id) else { return };
    if let (Some(record), Some(rev)) = (receipt.id, receipt.rev) {
        model.orders.note_rev(record, rev);
    }
    if several::answered(model, &act.order.key, None) {
        return;
    }
    let say = orders::receipt(model, &act.order.command, receipt);
    tell(model, Tone::Receipt, say);
    if let Some(at) = sent_as(model, &act.order.key) {
        let laid = model.overlays.remove(at);
        drafts::forget(model, &laid.overlay);
    } else {
        drafts::served(model, &act);
    }
    after(model, &act, receipt);
}

/// What a finished act leads to by itself.
fn after(model: &mut Model, act: &Unanswered, receipt: &Receipt) {
    if let Command::Report(ReportCommand::Receive(_)) | Command::Dispute(DisputeCommand::Find(_)) =
        &act.order.command
    {
        model.entered = receipt.id;
    }
    if let Command::Handover(HandoverCommand::Sign { .. }) = &act.order.command {
        model.handing.notes.remarks.clear();
        hand::keep_notes(model);
        if let Some(id) = receipt.id {
            travel::open_record(model, id);
        }
    }
    if let Command::Handover(HandoverCommand::Accept { id, .. }) = &act.order.command {
        model.handing.notes.read_back.remove(id);
        hand::keep_notes(model);
    }
}

/// The officer goes on with the record that was just entered or asked for: it is what the next key is meant for.
fn go_to_entered(model: &mut Model, name: ListName) {
    if model.entered.is_some_and(|entered| model.lists.select(name, entered)) {
        model.entered = None;
    }
}

/// Marked reports are acted on as they are shown.
fn note_marked(model: &mut Model, name: ListName) {
    if let Some(rows) = model.lists.reports_in(name).map(List::rows) {
        model.marks.note(rows);
    }
}

fn sent_as(model: &Model, key: &str) -> Option<usize> {
    model.overlays.iter().position(|laid| laid.sent.as_deref() == Some(key))
}

pub(super) fn answer(model: &mut Model, id: u64, answer: Answer, effects: &mut Vec<Effect>) {
    let Some(asked) = model.asked.remove(&id) else { return };
    match (asked, answer) {
        (Asked::List(name), answer) => {
            let hold = model.focused() == Some(name) && hand_on(model);
            model.lists.take(name, id, answer, model.now, hold);
            note_marked(model, name);
            go_to_entered(model, name);
        }
        (Asked::Station, Answer::Station(station)) => {
            model.zone = station.zone();
            model.station.take(id, *station);
            model.watch = None;
        }
        (Asked::Board, Answer::Board(board)) => {
            let before = model.board.get().map(|board| board.counts);
            let now = board.counts;
            // Danger to life, a call for an answer and whatever somebody is told of are heard, too.
            let more =
                before.is_some_and(|b| now.p1_open > b.p1_open || now.to_acknowledge > b.to_acknowledge);
            let told = model.notices.told(board.latest_notice.as_ref(), model.now);
            if more || told {
                effects.push(Effect::Bell);
            }
            model.board.take(id, *board);
        }
        (Asked::Drafts, Answer::Drafts(kept)) => {
            let first = model.drafts.told.get().is_none();
            model.drafts.told.take(id, kept);
            if first {
                drafts::offer(model);
            }
            hand::take_notes(model);
        }
        (Asked::Open, answer) => {
            if let Some(open) = &mut model.open {
                open.take(id, answer);
            }
        }
        (Asked::Awaited, answer) => {
            if model.awaited.as_mut().is_some_and(|awaited| awaited.page.take(id, answer)) {
                acts::whole_is_here(model, effects);
            }
        }
        (Asked::HandoverDraft, Answer::HandoverDraft(draft)) => {
            let items = draft.items.clone();
            if model.handing.draft.take(id, *draft) {
                model.handing.items.take_all(items);
            }
        }
        (Asked::Earlier, Answer::History(history)) => earlier::take(model, id, Some(*history)),
        (asked, _) => give_up(model, asked, id),
    }
}

pub(super) fn kept(model: &mut Model, id: u64) {
    if model.asked.remove(&id) == Some(Asked::Keep) {
        model.drafts.answered(id);
    }
}

pub(super) fn refused(model: &mut Model, id: u64, refusal: &Refusal) {
    if let Some(act) = model.orders.answered(id) {
        act_refused(model, &act, refusal);
        return;
    }
    let Some(asked) = model.asked.remove(&id) else { return };
    match asked {
        Asked::SignIn => {
            if let Some(laid) = overlays::signing_in(model)
                && let Some(form) = laid.overlay.form_mut()
            {
                form.refuse(refusal);
            }
            return;
        }
        Asked::List(name) => model.lists.take_refusal(name, id, refusal),
        Asked::Open => {
            give_up(model, asked, id);
            model.open = None;
            tell(model, Tone::Refusal, Say::Refused(refusal.clone()));
        }
        Asked::Awaited => {
            give_up(model, asked, id);
            tell(model, Tone::Refusal, Say::Refused(refusal.clone()));
        }
        Asked::Station
        | Asked::Board
        | Asked::Drafts
        | Asked::HandoverDraft
        | Asked::Keep
        | Asked::Earlier => {
            give_up(model, asked, id);
        }
    }
    // The session may have lost its officer: the desk then says so to every question.
    if *refusal == Refusal::NotSignedIn {
        model.who = None;
        overlays::sign_in(model);
    }
}

/// The form opens again at the field that the refusal is about; without a form the status line says it.
fn act_refused(model: &mut Model, act: &Unanswered, refusal: &Refusal) {
    let why = (Say::Refused(refusal.clone()), Some(refusal));
    if several::answered(model, &act.order.key, Some(why)) {
        return;
    }
    if orders::look_again(model, act, refusal) {
        return;
    }
    if let Some(at) = sent_as(model, &act.order.key)
        && let Some(laid) = model.overlays.get_mut(at)
    {
        laid.sent = None;
        laid.warned |= matches!(refusal, Refusal::ChangedSince { .. });
        if let Some(form) = laid.overlay.form_mut() {
            form.refuse(refusal);
        }
        return;
    }
    tell(model, Tone::Refusal, Say::Refused(refusal.clone()));
    if let (Command::Report(ReportCommand::Arrive { id, .. }), Refusal::WhichUnit { units }) =
        (&act.order.command, refusal)
        && model.overlays.is_empty()
    {
        let menu = Menu::arrive(*id, units, model.lists.units.rows(), &model.setting());
        overlays::lay(model, Overlay::Menu(Box::new(menu)), act.order.seen);
    }
}

pub(super) fn failed(model: &mut Model, id: u64, trouble: &str, unknown: bool) {
    if unknown && model.orders.unknown(id, model.now) {
        refuse(model, "ui-not-confirmed");
        return;
    }
    let Some(act) = model.orders.answered(id) else {
        if let Some(asked) = model.asked.remove(&id) {
            give_up(model, asked, id);
            refuse(model, if asked == Asked::Keep { "ui-no-keep" } else { "ui-no-answer" });
        }
        return;
    };
    let trouble = format!("trouble-{trouble}");
    let why = if model.words.has(&trouble) { Arg::Word(trouble) } else { text("") };
    let say = Say::with("ui-not-done", [("why", why)]);
    if several::answered(model, &act.order.key, Some((say.clone(), None))) {
        return;
    }
    if let Some(at) = sent_as(model, &act.order.key)
        && let Some(laid) = model.overlays.get_mut(at)
    {
        laid.sent = None;
        if let Some(form) = laid.overlay.form_mut() {
            form.unanswered();
        }
    }
    tell(model, Tone::Refusal, say);
}

fn give_up(model: &mut Model, asked: Asked, id: u64) {
    match asked {
        Asked::Station => drop(model.station.give_up(id)),
        Asked::Board => drop(model.board.give_up(id)),
        Asked::Drafts => drop(model.drafts.told.give_up(id)),
        Asked::List(name) => model.lists.give_up(name, id),
        Asked::HandoverDraft => drop(model.handing.draft.give_up(id)),
        Asked::Awaited => {
            model.awaited = None;
            orders::give_back(model);
        }
        Asked::Open => {
            if let Some(open) = &mut model.open {
                open.give_up(id);
            }
        }
        Asked::SignIn => {}
        Asked::Keep => model.drafts.answered(id),
        Asked::Earlier => earlier::take(model, id, None),
    }
}
