//! Owns what each message does to the model: one function a message, effects as data. It does no I/O and reads no clock.

mod acts;
mod answers;
mod asks;
mod disputes;
mod drafts;
mod earlier;
mod finding;
mod hand;
mod handed;
mod keys;
mod line;
mod orders;
mod overlays;
mod owed;
mod several;
mod travel;

pub use line::HAND_OFF;

use super::model::Model;
use super::model::message::{Message, Tone};
use super::msg::{Effect, Msg};
use super::say::{Arg, Say};

/// What a message asks of the shell, and what it does to the model.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let mut effects = Vec::new();
    match msg {
        Msg::Key(key) => keys::press(model, key, &mut effects),
        Msg::Paste(text) => keys::paste(model, &text, &mut effects),
        Msg::Resize(columns, rows) => model.size = (columns, rows),
        Msg::Clock(now) => line::clock(model, now, &mut effects),
        Msg::Keymap(keymap, problems) => keys::take_keymap(model, *keymap, problems.len()),
        Msg::Welcome { session, who, now } => line::welcome(model, session, who, now, &mut effects),
        Msg::Disconnected => line::disconnected(model),
        Msg::Ended(parting) => line::ended(model, parting),
        Msg::SignedIn { id, who } => line::signed_in(model, id, who, &mut effects),
        Msg::Done { id, receipt } => answers::done(model, id, &receipt),
        Msg::Answer { id, answer } => answers::answer(model, id, answer, &mut effects),
        Msg::Kept { id } => answers::kept(model, id),
        Msg::Refused { id, refusal } => answers::refused(model, id, &refusal),
        Msg::Failed { id, trouble, unknown } => answers::failed(model, id, &trouble, unknown),
        Msg::Changed { head: _, topics, now } => line::changed(model, &topics, now),
        Msg::Notice(id) => tell(model, Tone::Notice, Say::word(id)),
        Msg::Exported(result) => hand::exported(model, result),
    }
    model.find_watch();
    asks::settle(model, &mut effects);
    effects
}

fn tell(model: &mut Model, tone: Tone, say: Say) {
    model.message = Some(Message { tone, say });
}

fn refuse(model: &mut Model, id: &'static str) {
    tell(model, Tone::Refusal, Say::word(id));
}

fn text(text: impl Into<String>) -> Arg {
    Arg::Text(text.into())
}
