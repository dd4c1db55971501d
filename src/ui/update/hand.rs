//! Handing over: reading back, remarks, signatures, addenda, writing it out.

use super::{orders, overlays, tell, text};
use crate::domain::command::HandoverCommand;
use crate::domain::{Command, Station};
use crate::keys::Action;
use crate::ui::form::{Form, Purpose};
use crate::ui::model::handing::{DRAFT_NAME, Notes};
use crate::ui::model::message::Tone;
use crate::ui::model::open::Open;
use crate::ui::model::{HandoverUnder, Model, Under};
use crate::ui::msg::{Effect, Unwritten};
use crate::ui::say::Say;

/// What a key does on a handover.
type Act = fn(&mut Model, &mut Vec<Effect>);

/// Runs an act on a handover that is available.
pub(super) fn run(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    let acts: [(Action, Act); 7] = [
        (Action::HandoverReadBack, |model, _| read_back(model)),
        (Action::HandoverRemark, |model, _| remark(model)),
        (Action::HandoverSign, |model, _| sign(model)),
        (Action::HandoverAccept, |model, _| accept(model)),
        (Action::HandoverWithdraw, withdraw),
        (Action::HandoverAddendum, |model, _| addendum(model)),
        (Action::HandoverExport, export),
    ];
    if let Some((_, act)) = acts.into_iter().find(|(of, _)| *of == action) {
        act(model, effects);
    }
}

/// Marks the item under the cursor as read back, or takes the mark away, and goes on to the next.
fn read_back(model: &mut Model) {
    let (Some(Open::Handover(open)), Some(item)) = (&model.open, model.item_under()) else { return };
    let (handover, item) = (open.id, item.id);
    let marks = model.handing.notes.read_back.entry(handover).or_default();
    if !marks.remove(&item) {
        marks.insert(item);
        super::travel::step(model, crate::ui::model::lists::Travel::Rows(1));
    }
    keep_notes(model);
}

/// The desk keeps what the officers have noted.
pub(super) fn keep_notes(model: &mut Model) {
    let body = model.handing.notes.to_body();
    if body.is_some() || model.drafts.of(DRAFT_NAME).is_some() {
        model.drafts.keep(DRAFT_NAME, body, model.now);
    }
}

/// The desk told what it keeps: on a console that has noted nothing yet, that is gone on with.
pub(super) fn take_notes(model: &mut Model) {
    if model.handing.notes == Notes::default()
        && let Some(kept) = model.drafts.of(DRAFT_NAME)
    {
        model.handing.notes = Notes::from_body(&kept.body);
    }
}

fn remark(model: &mut Model) {
    let Some(on) = model.item_under().map(|item| item.id) else { return };
    let before = model.handing.notes.remarks.get(&on).cloned().unwrap_or_default();
    let form = Form::remark(on, &before, &model.setting());
    overlays::open_form(model, form, None);
}

fn sign(model: &mut Model) {
    let Some(officer) = model.who().cloned() else { return };
    let form = Form::sign(&officer, model.handing.notes.remarks.clone(), &model.setting());
    overlays::open_form(model, form, None);
}

fn accept(model: &mut Model) {
    if let Some((id, rev)) = under(model) {
        let read_back = model.handing.notes.read_back_of(id).collect();
        let whole = |under| if let Under::Handover(handover) = under { handover.whole } else { None };
        let signed = whole(model.under()).map(|handover| handover.signed.by.clone());
        let purpose = Purpose::AcceptHandover { id, read_back };
        let form = Form::accept_handover(purpose, model.who(), signed.as_ref(), &model.setting());
        overlays::open_form(model, form, Some(rev));
    }
}

fn withdraw(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some((id, rev)) = under(model) {
        orders::send(model, Command::Handover(HandoverCommand::Withdraw { id }), Some(rev), effects);
    }
}

fn addendum(model: &mut Model) {
    if let Some((id, rev)) = under(model) {
        let form = Form::new(Purpose::Addendum { id }, &model.setting());
        overlays::open_form(model, form, Some(rev));
    }
}

fn export(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Under::Handover(HandoverUnder { whole: Some(handover), .. }) = model.under() {
        let station: Station = model.station().clone();
        effects.push(Effect::Export {
            handover: Box::new(handover.clone()),
            station: Box::new(station),
            lang: model.lang(),
        });
    }
}

pub(super) fn exported(model: &mut Model, result: Result<String, Unwritten>) {
    match result {
        Ok(file) => tell(model, Tone::Receipt, Say::with("ui-done-exported", [("file", text(file))])),
        Err(Unwritten { file, why }) => {
            let say = Say::with("ui-not-exported", [("file", text(file)), ("why", text(why))]);
            tell(model, Tone::Refusal, say);
        }
    }
}

fn under(model: &Model) -> Option<(crate::domain::RecordId, crate::domain::Rev)> {
    if let Under::Handover(handover) = model.under() { Some((handover.id, handover.rev)) } else { None }
}
