//! When the desk is asked about earlier reports while a new one is entered, and what its answer does.

use crate::domain::earlier::History;
use crate::ui::form::Form;
use crate::ui::model::{Asked, Model};
use crate::ui::msg::Effect;

/// The form of a new report, wherever it lies.
fn form(model: &mut Model) -> Option<&mut Form> {
    model.overlays.iter_mut().find_map(|laid| laid.overlay.form_mut().filter(|form| form.is_new_report()))
}

/// Asks as soon as what is typed counts as typed.
pub(super) fn ask(model: &mut Model, effects: &mut Vec<Effect>) {
    let (now, last_key, id) = (model.now, model.last_key, model.last_id + 1);
    let Some(form) = form(model) else { return };
    if !form.wants_earlier() || form.typed_at(last_key).is_some_and(|at| at > now) {
        return;
    }
    let query = form.ask_earlier(id);
    model.last_id = id;
    model.asked.insert(id, Asked::Earlier);
    effects.push(Effect::Ask { id, query });
}

/// Takes the answer to a question, or that there was none.
pub(super) fn take(model: &mut Model, id: u64, history: Option<History>) {
    if let Some(form) = form(model) {
        form.take_earlier(id, history);
    }
}

/// Something changed at the desk.
pub(super) fn changed(model: &mut Model) {
    if let Some(form) = form(model) {
        form.earlier_changed();
    }
}

/// The line was cut: no answer will come.
pub(super) fn forget_question(model: &mut Model) {
    if let Some(form) = form(model) {
        form.forget_earlier_question();
    }
}
