//! When the desk is told what stands in a form, and when it may forget it.

use crate::domain::Private;
use crate::keys::Action;
use crate::ui::model::handing::DRAFT_NAME;
use crate::ui::model::message::Tone;
use crate::ui::model::orders::Unanswered;
use crate::ui::model::{Asked, Model};
use crate::ui::msg::Effect;
use crate::ui::overlay::Overlay;
use crate::ui::say::{Arg, Say};

/// The topmost form has changed.
pub(super) fn keep_top(model: &mut Model) {
    if let Some(laid) = model.overlays.pop() {
        keep(model, &laid.overlay);
        model.overlays.push(laid);
    }
}

/// The form is to be kept as it stands.
pub(super) fn keep(model: &mut Model, overlay: &Overlay) {
    if let Some(draft) = overlay.form().and_then(|form| form.draft()) {
        model.drafts.keep(&draft.form, draft.body, model.now);
    }
}

/// What was typed while the line was cut goes to the desk now.
pub(super) fn keep_all(model: &mut Model) {
    super::orders::give_back(model);
    for laid in std::mem::take(&mut model.overlays) {
        if laid.overlay.form().is_some_and(|form| form.to_body().is_some()) {
            keep(model, &laid.overlay);
        }
        model.overlays.push(laid);
    }
}

/// The form is done with.
pub(super) fn forget(model: &mut Model, overlay: &Overlay) {
    if let Some(draft) = overlay.form().and_then(|form| form.draft())
        && model.drafts.of(&draft.form).is_some()
    {
        model.drafts.keep(&draft.form, None, model.now);
    }
}

/// The act is done, and its form was left before: what was kept of it has served. What was typed since stays.
pub(super) fn served(model: &mut Model, act: &Unanswered) {
    served_as(model, act.draft.as_ref());
}

/// What was kept of a form as it was sent has served.
pub(super) fn served_as(model: &mut Model, sent: Option<&(String, Private)>) {
    if let Some((form, body)) = sent
        && model.drafts.of(form).is_some_and(|kept| kept.body == *body)
    {
        model.drafts.keep(form, None, model.now);
    }
}

/// What waits to be gone on with is told once, when the desk has just told it; the foot goes on naming a new report.
pub(super) fn offer(model: &mut Model) {
    let reports = [Action::ReportNew.id(), Action::ReportQuick.id()];
    let forms = model.drafts.told.get().into_iter().flatten();
    let others: Vec<_> =
        forms.filter(|draft| draft.form != DRAFT_NAME && !reports.contains(&draft.form.as_str())).collect();
    if let Some(latest) = others.iter().max_by_key(|draft| draft.at)
        && model.message.is_none()
    {
        let count = Arg::Count(u64::try_from(others.len()).unwrap_or(u64::MAX));
        let say = Say::with("ui-drafts", [("count", count), ("form", Arg::Form(latest.form.clone()))]);
        super::tell(model, Tone::Notice, say);
    }
}

/// Tells the desk the next change, one at a time.
pub(super) fn tell_desk(model: &mut Model, effects: &mut Vec<Effect>) {
    if !model.line.is_up() || model.who.is_none() {
        return;
    }
    let id = model.last_id + 1;
    if let Some((id, form, body)) = model.drafts.next(|| id) {
        model.last_id = id;
        model.asked.insert(id, Asked::Keep);
        effects.push(Effect::Keep { id, form, body });
    }
}
