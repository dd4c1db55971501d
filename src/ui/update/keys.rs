//! What a key does: it is looked up in the layers that count now, and what it runs is run or refused with a reason.

use super::{acts, disputes, finding, hand, overlays, owed, refuse, several, tell, text, travel};
use crate::domain::Lang;
use crate::keys::{Action, Group, Key, KeyCode, Keymap, Lookup};
use crate::ui::available::{Available, available};
use crate::ui::model::lists::{HandedView, Travel};
use crate::ui::model::message::Tone;
use crate::ui::model::{Model, Under};
use crate::ui::msg::Effect;
use crate::ui::place::{Pane, Screen};
use crate::ui::say::{Arg, Say};
use crate::words::Words;

pub(super) fn press(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    model.last_key = Some(model.now);
    model.notices.after_key(model.now);
    if let Some(awaited) = &mut model.awaited {
        if key.code == KeyCode::Esc {
            model.awaited = None;
        } else {
            awaited.held.push_back(key);
        }
        return;
    }
    model.message = None;
    model.entered = None;
    model.pressed.push(key);
    let layers = model.layers();
    match model.keymap.lookup(&layers, &model.pressed) {
        Lookup::Run(action) => {
            model.pressed.clear();
            // A window that is too small shows nothing to act on.
            if model.places().is_some() || action == Action::Quit {
                run(model, action, effects);
            }
            model.may_leave &= action == Action::Quit;
        }
        Lookup::Pending(_) => {}
        Lookup::None => unbound(model, effects),
    }
}

/// A single character is text where text is taken; anything else that runs nothing is told.
fn unbound(model: &mut Model, effects: &mut Vec<Effect>) {
    let pressed = std::mem::take(&mut model.pressed);
    let takes_text = !model.overlays.is_empty() || model.find.is_some();
    match pressed.as_slice() {
        // A terminal sends Alt as Esc before the key, and so it does for two keys pressed one after the other.
        [key] if key.alt && !takes_text => {
            press(model, Key::plain(KeyCode::Esc), effects);
            press(model, Key { alt: false, ..*key }, effects);
        }
        [key] if takes_text => {
            if let Some(c) = key.typed() {
                type_text(model, c.encode_utf8(&mut [0; 4]), effects);
            }
        }
        [.., last] if pressed.len() > 1 && last.code == KeyCode::Esc => {}
        keys => {
            let names: Vec<String> = keys.iter().map(ToString::to_string).collect();
            tell(model, Tone::Refusal, Say::with("ui-no-key", [("keys", text(names.join(" ")))]));
        }
    }
}

pub(super) fn paste(model: &mut Model, pasted: &str, effects: &mut Vec<Effect>) {
    model.last_key = Some(model.now);
    if model.overlays.is_empty() && model.find.is_none() {
        refuse(model, "ui-no-paste");
    } else {
        type_text(model, pasted, effects);
    }
}

fn type_text(model: &mut Model, typed: &str, effects: &mut Vec<Effect>) {
    if model.overlays.is_empty() {
        finding::type_text(model, typed);
    } else {
        overlays::type_text(model, typed, effects);
    }
}

/// Runs an action, or says why it can't be run.
pub(super) fn run(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    if !model.overlays.is_empty() && !over_overlays(action) {
        overlays::action(model, action, effects);
        return;
    }
    if model.find.is_some() && !over_overlays(action) {
        finding::action(model, action);
        return;
    }
    match available(model, action) {
        Available::Yes => run_available(model, action, effects),
        Available::No(why) => tell(model, Tone::Refusal, why),
    }
}

/// The few actions of the desk that also count while an overlay has the keys.
fn over_overlays(action: Action) -> bool {
    matches!(
        action,
        Action::Language
            | Action::Repaint
            | Action::ReloadKeys
            | Action::Quit
            | Action::Help
            | Action::ReportQuick
    )
}

type Run = fn(&mut Model, &mut Vec<Effect>);

/// What moves about and looks; every other action is an act.
const HERE: &[(Action, Run)] = &[
    (Action::Help, |model, _| overlays::help(model)),
    (Action::Palette, |model, _| overlays::palette(model)),
    (Action::Find, |model, _| finding::begin(model)),
    (Action::Back, |model, _| travel::back(model)),
    (Action::ScreenDesk, |model, _| travel::to_screen(model, Screen::Desk)),
    (Action::ScreenReports, |model, _| travel::to_screen(model, Screen::Reports)),
    (Action::ScreenDisputes, |model, _| travel::to_screen(model, Screen::Disputes)),
    (Action::ScreenPatrol, |model, _| travel::to_screen(model, Screen::Patrol)),
    (Action::ScreenPeople, |model, _| travel::to_screen(model, Screen::People)),
    (Action::ScreenEscalations, |model, _| travel::to_escalations(model)),
    (Action::ScreenOrders, |model, _| travel::to_handed_screen(model, HandedView::Orders)),
    (Action::ScreenZeroReports, |model, _| travel::to_handed_screen(model, HandedView::ZeroReports)),
    (Action::ScreenSweeps, |model, _| travel::to_handed_screen(model, HandedView::Sweeps)),
    (Action::ScreenHandover, |model, _| travel::to_screen(model, Screen::Handover)),
    (Action::ScreenJournal, |model, _| travel::to_screen(model, Screen::Journal)),
    (Action::ScreenDue, |model, _| travel::to_screen(model, Screen::Due)),
    (Action::ReportQuick, |model, _| overlays::quick(model)),
    (Action::SignIn, |model, _| overlays::sign_in(model)),
    (Action::Language, |model, _| change_language(model)),
    (Action::Repaint, |_, effects| effects.push(Effect::Repaint)),
    (Action::ReloadKeys, |_, effects| effects.push(Effect::ReloadKeys)),
    (Action::Quit, quit),
    (Action::Up, |model, _| travel::step(model, Travel::Rows(-1))),
    (Action::Down, |model, _| travel::step(model, Travel::Rows(1))),
    (Action::PageUp, |model, _| travel::step(model, Travel::Pages(-1))),
    (Action::PageDown, |model, _| travel::step(model, Travel::Pages(1))),
    (Action::Top, |model, _| travel::step(model, Travel::Top)),
    (Action::Bottom, |model, _| travel::step(model, Travel::Bottom)),
    (Action::Open, open),
    (Action::Zoom, |model, _| model.zoomed = !model.zoomed),
    (Action::NextPane, |model, _| travel::to_pane(model, Pane::next)),
    (Action::PreviousPane, |model, _| travel::to_pane(model, Pane::previous)),
    (Action::NextView, |model, _| travel::to_view(model, 1)),
    (Action::PreviousView, |model, _| travel::to_view(model, -1)),
    (Action::DisputeActs, |model, _| disputes::acts(model)),
    (Action::DisputeNarrow, |model, _| disputes::narrow(model)),
    (Action::ReportMark, |model, _| several::mark(model)),
    (Action::ReportMarkAll, |model, _| several::mark_all(model)),
];

fn run_available(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    if let Some((_, run)) = HERE.iter().find(|(of, _)| *of == action) {
        return run(model, effects);
    }
    match action.group() {
        Group::Handover => hand::run(model, action, effects),
        Group::Due => owed::run(model, action, effects),
        Group::Desk
        | Group::List
        | Group::Report
        | Group::Dispute
        | Group::Patrol
        | Group::Escalation
        | Group::Order => acts::run(model, action, effects),
        // These have keys in overlays only, and there an overlay has taken them.
        Group::Form | Group::Menu => {}
    }
}

/// The one thing to do with the row of a post or of a sweep is to fill it in.
fn open(model: &mut Model, effects: &mut Vec<Effect>) {
    if matches!(model.under(), Under::Post(_)) {
        acts::run(model, Action::ZeroReportFile, effects);
    } else if matches!(model.under(), Under::Sweep(_)) {
        acts::run(model, Action::SweepAnswer, effects);
    } else {
        travel::open(model);
    }
}

/// Leaves; while acts are not confirmed the officer is told so first.
fn quit(model: &mut Model, effects: &mut Vec<Effect>) {
    let open = u64::try_from(model.orders.not_confirmed()).unwrap_or(u64::MAX);
    if open == 0 || std::mem::take(&mut model.may_leave) {
        effects.push(Effect::Quit);
        return;
    }
    model.may_leave = true;
    let key = model.keymap.hint(Action::Quit, &model.layers()).map(ToString::to_string);
    let args = [("count", Arg::Count(open)), ("key", text(key.unwrap_or_default()))];
    tell(model, Tone::Refusal, Say::with("ui-no-quit", args));
}

fn change_language(model: &mut Model) {
    let lang = match model.words.lang() {
        Lang::En => Lang::Zh,
        Lang::Zh => Lang::En,
    };
    model.words = Words::new(lang);
}

/// Keymap files were read: at the start nothing is said when all is well.
pub(super) fn take_keymap(model: &mut Model, keymap: Keymap, problems: usize) {
    let first = model.last_key.is_none();
    model.keymap = keymap;
    model.pressed.clear();
    if problems > 0 {
        let count = u64::try_from(problems).unwrap_or(u64::MAX);
        tell(model, Tone::Refusal, Say::with("ui-keymap-problems", [("count", Arg::Count(count))]));
    } else if !first {
        tell(model, Tone::Receipt, Say::word("ui-keymap-read"));
    }
}
