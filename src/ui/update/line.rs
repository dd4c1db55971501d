//! The line to the desk: coming up, going down, who sits here, what changed, what time it is.

use super::{drafts, earlier, orders, overlays, tell};
use crate::domain::{SignedIn, Topic};
use crate::ui::model::line::Line;
use crate::ui::model::lists::ListName;
use crate::ui::model::message::Tone;
use crate::ui::model::{Asked, Model};
use crate::ui::msg::{Effect, Parting};
use crate::ui::say::{Arg, Say};
use jiff::{SignedDuration, Timestamp};

/// How long after the last key the officer's hand counts as off the keys.
pub const HAND_OFF: SignedDuration = SignedDuration::from_secs(10);

pub(super) fn clock(model: &mut Model, now: Timestamp, effects: &mut Vec<Effect>) {
    model.now = now;
    model.lists.due.look_at_clock(now);
    if !hand_on(model) {
        for name in ListName::ALL {
            model.lists.settle(name);
        }
    }
    if model.orders.next_again().is_some_and(|at| at <= now) {
        orders::send_again(model, effects);
    }
}

/// Whether the officer's hand is on the keys: then no row moves under the cursor.
pub(super) fn hand_on(model: &Model) -> bool {
    model.last_key.is_some_and(|last| model.now.duration_since(last) < HAND_OFF)
}

pub(super) fn welcome(
    model: &mut Model,
    session: String,
    who: Option<SignedIn>,
    now: Timestamp,
    effects: &mut Vec<Effect>,
) {
    let was_down = matches!(model.line, Line::Down { .. });
    model.line = Line::Up;
    model.session = session;
    model.now = now;
    forget_questions(model);
    model.notices.line_up();
    match who {
        Some(who) => sits_here(model, who, effects),
        None => {
            model.who = None;
            overlays::sign_in(model);
        }
    }
    if was_down && model.who.is_some() {
        tell(model, Tone::Receipt, Say::word("ui-line-back"));
    }
}

/// An officer sits down. Nothing that another one was shown, or had begun, stays: the screen and the row do, and the
/// desk tells anew what this officer may see there.
fn sits_here(model: &mut Model, who: SignedIn, effects: &mut Vec<Effect>) {
    let another = model.last_officer.as_ref().is_some_and(|last| *last != who.officer);
    if another {
        model.lists.clear();
        model.marks.clear();
        if let Some(open) = &mut model.open {
            open.clear();
        }
        model.overlays.clear();
        model.find = None;
        model.handing.clear();
        model.drafts = Default::default();
    }
    model.last_officer = Some(who.officer.clone());
    model.who = Some(who);
    drafts::keep_all(model);
    orders::send_again(model, effects);
}

fn forget_questions(model: &mut Model) {
    model.asked.clear();
    model.station.forget_question();
    model.board.forget_question();
    model.awaited = None;
    model.drafts.line_cut();
    earlier::forget_question(model);
    model.handing.draft.forget_question();
    for name in ListName::ALL {
        model.lists.forget_question(name);
    }
    if let Some(open) = &mut model.open {
        open.forget_question();
    }
}

pub(super) fn disconnected(model: &mut Model) {
    let parting = match &model.line {
        Line::Down { parting, .. } => parting.clone(),
        Line::Opening | Line::Up => None,
    };
    let since = match model.line {
        Line::Down { since, .. } => since,
        Line::Opening => None,
        Line::Up => Some(model.now),
    };
    model.line = Line::Down { since, parting };
    model.orders.line_cut();
    forget_questions(model);
}

pub(super) fn ended(model: &mut Model, parting: Parting) {
    let since = (model.line == Line::Up).then_some(model.now);
    model.line = Line::Down { since, parting: Some(parting) };
}

pub(super) fn signed_in(model: &mut Model, id: u64, who: SignedIn, effects: &mut Vec<Effect>) {
    if model.asked.remove(&id) != Some(Asked::SignIn) {
        return;
    }
    model.overlays.retain(|laid| {
        laid.overlay.form().is_none_or(|form| *form.purpose() != crate::ui::form::Purpose::SignIn)
    });
    let officer = Arg::Officer(who.officer.clone());
    sits_here(model, who, effects);
    tell(model, Tone::Receipt, Say::with("ui-done-signed-in", [("officer", officer)]));
}

/// What is shown and touched by the change is asked again.
pub(super) fn changed(model: &mut Model, topics: &[Topic], now: Timestamp) {
    model.now = now;
    model.board.turn_stale();
    for topic in topics {
        for name in ListName::ALL.into_iter().filter(|name| name.touched_by(*topic)) {
            model.lists.turn_stale(name);
        }
        match topic {
            Topic::Setup => model.station.turn_stale(),
            Topic::Reports | Topic::Disputes | Topic::Escalations | Topic::Orders | Topic::Units => {
                earlier::changed(model);
                model.handing.draft.turn_stale();
            }
            Topic::Handovers | Topic::Desk => {}
        }
        if let Some(open) = &mut model.open {
            open.changed(*topic);
        }
    }
}
