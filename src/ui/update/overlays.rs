//! Opening and closing overlays, and what their outcomes lead to.

use super::{disputes, drafts, hand, keys, orders, owed, refuse, several, tell, travel};
use crate::domain::{Command, Rev, Subject};
use crate::keys::Action;
use crate::ui::available::{Available, available};
use crate::ui::form::{Form, Purpose};
use crate::ui::model::message::Tone;
use crate::ui::model::{Asked, Laid, Model};
use crate::ui::msg::Effect;
use crate::ui::overlay::{Help, Outcome, Overlay, PaletteRow, Setting, Submitted};
use crate::ui::say::{Arg, Say};

/// Lays an overlay over the screen.
pub(super) fn lay(model: &mut Model, overlay: Overlay, seen: Option<Rev>) {
    model.overlays.push(Laid { overlay, seen, sent: None, warned: false });
}

/// Opens a form, with what was typed into it before.
pub(super) fn open_form(model: &mut Model, mut form: Form, seen: Option<Rev>) {
    if let Some(name) = form.draft_name()
        && let Some(kept) = model.drafts.of(&name).cloned()
        && !model.orders.holds(&name, &kept.body)
    {
        form.from_body(&kept.body, kept.at, &model.setting());
    }
    lay(model, Overlay::Form(Box::new(form)), seen);
}

/// The one line that enters a report, over whatever is shown. What is half typed below it stays.
pub(super) fn quick(model: &mut Model) {
    let open = |laid: &Laid| laid.overlay.form().is_some_and(|form| *form.purpose() == Purpose::Quick);
    if !model.overlays.iter().any(open) {
        let form = Form::new(Purpose::Quick, &model.setting());
        open_form(model, form, None);
    }
}

/// Asks who sits here now.
pub(super) fn sign_in(model: &mut Model) {
    if signing_in(model).is_none() {
        let form = Form::new(Purpose::SignIn, &model.setting());
        lay(model, Overlay::Form(Box::new(form)), None);
    }
}

/// The form that signs an officer in, when it is open.
pub(super) fn signing_in(model: &mut Model) -> Option<&mut Laid> {
    model
        .overlays
        .iter_mut()
        .find(|laid| laid.overlay.form().is_some_and(|form| *form.purpose() == Purpose::SignIn))
}

/// The keys that count here. Over an overlay it shows those of the overlay.
pub(super) fn help(model: &mut Model) {
    if model.overlays.iter().any(|laid| matches!(laid.overlay, Overlay::Help(_))) {
        return;
    }
    let help = Help::new(&model.layers(), &model.keymap);
    lay(model, Overlay::Help(Box::new(help)), None);
}

/// Every action that is not bound to forms and menus, with its keys, and why it can't be run now.
pub(super) fn palette(model: &mut Model) {
    let layers = model.screen_layers();
    let rows = Action::ALL
        .iter()
        .filter(|action| action.group() != crate::keys::Group::Form)
        .filter(|action| action.group() != crate::keys::Group::Menu)
        .map(|action| PaletteRow {
            action: *action,
            label: palette_label(model, *action),
            keys: model.keymap.hint(*action, &layers).map(ToString::to_string).unwrap_or_default(),
            reason: match available(model, *action) {
                Available::Yes => None,
                Available::No(why) => Some(why.text(&model.reading())),
            },
        })
        .collect();
    let palette = Overlay::palette(rows, &model.setting());
    lay(model, palette, None);
}

/// What an action is called; with how many reports are marked, when it is for all of them.
fn palette_label(model: &Model, action: Action) -> String {
    let label = model.words.get(action.label());
    if !model.acts_on_marked(action) {
        return label;
    }
    model.words.with("ui-marked-label", &[("label", &label), ("number", &model.marks.count().to_string())])
}

/// Gives an action to the topmost overlay.
pub(super) fn action(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    if action.layers() == [crate::keys::Layer::Desk] {
        refuse(model, "ui-no-under-overlay");
        return;
    }
    let outcome = with_top(model, |overlay, setting| overlay.action(action, setting));
    came(model, outcome, effects);
}

/// Gives text to the topmost overlay.
pub(super) fn type_text(model: &mut Model, typed: &str, effects: &mut Vec<Effect>) {
    let outcome = with_top(model, |overlay, setting| overlay.text(typed, setting));
    came(model, outcome, effects);
}

fn with_top(model: &mut Model, does: impl FnOnce(&mut Overlay, &Setting<'_>) -> Outcome) -> Outcome {
    let Some(mut laid) = model.overlays.pop() else { return Outcome::Stay };
    let outcome = does(&mut laid.overlay, &model.setting());
    model.overlays.push(laid);
    outcome
}

fn came(model: &mut Model, outcome: Outcome, effects: &mut Vec<Effect>) {
    match outcome {
        Outcome::Stay => {}
        Outcome::Changed => drafts::keep_top(model),
        Outcome::Close => close_top(model),
        Outcome::Submit(submitted) => submit(model, submitted, effects),
    }
}

/// The rev that the screen shows now of the record that a command is about.
fn now_seen(model: &Model, command: &Command, then: Option<Rev>) -> Option<Rev> {
    let Some(Subject::Record(id)) = command.subject() else { return then };
    let open = model.under().record().filter(|(of, _)| *of == id).map(|(_, rev)| rev);
    model.lists.rev_of(id).max(open).max(then)
}

fn close_top(model: &mut Model) {
    let Some(laid) = model.overlays.pop() else { return };
    if let Some(form) = laid.overlay.form()
        && let Some(word) = form.parting()
    {
        let name = form.draft().map(|draft| draft.form).unwrap_or_default();
        tell(model, Tone::Notice, Say::with(word, [("form", Arg::Form(name))]));
    }
}

fn submit(model: &mut Model, submitted: Submitted, effects: &mut Vec<Effect>) {
    let Some(mut laid) = model.overlays.pop() else { return };
    match submitted {
        Submitted::Command(command) if laid.overlay.form().is_some_and(Form::is_on_several) => {
            several::submit(model, laid, *command, effects);
        }
        Submitted::Command(command) => {
            drafts::keep(model, &laid.overlay);
            let seen = if laid.warned { now_seen(model, &command, laid.seen) } else { laid.seen };
            laid.sent = orders::send(model, *command, seen, effects);
            let draft = laid.overlay.form().and_then(Form::draft);
            if let (Some(key), Some(draft)) = (&laid.sent, draft) {
                model.orders.came_from(key, draft.body.map(|body| (draft.form, body)));
            }
            // A form stays until the desk has it for sure, a picker has nothing to lose.
            if laid.overlay.form().is_some() {
                model.overlays.push(laid);
            }
            if !model.line.is_up() {
                tell(model, Tone::Notice, Say::word("ui-waits-for-line"));
            }
        }
        Submitted::SignIn { officer, passphrase } => {
            model.overlays.push(laid);
            let id = model.next_id();
            model.asked.insert(id, Asked::SignIn);
            effects.push(Effect::SignIn { id, officer, passphrase });
        }
        Submitted::Remark { on, text } => {
            if text.trim().is_empty() {
                model.handing.notes.remarks.remove(&on);
            } else {
                model.handing.notes.remarks.insert(on, text);
            }
            drafts::forget(model, &laid.overlay);
            hand::keep_notes(model);
        }
        Submitted::Earlier => {
            let menu = laid.overlay.form().and_then(|form| form.earlier_menu(&model.setting()));
            model.overlays.push(laid);
            if let Some(menu) = menu {
                lay(model, Overlay::Menu(Box::new(menu)), None);
            }
        }
        Submitted::Open(id) => {
            // What was typed into a form below is kept as a draft.
            if !model.overlays.is_empty() {
                close_top(model);
            }
            travel::open_named(model, id);
        }
        Submitted::OnOwed { action, due } => owed::act(model, action, &due, effects),
        Submitted::OnParty { dispute, n } => disputes::on_party(model, &dispute, n),
        Submitted::Narrow(which) => model.lists.show_disputes(*which),
        Submitted::Run(action) => keys::run(model, action, effects),
    }
}
