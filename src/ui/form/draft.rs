//! A form as the draft that the desk keeps, and back. A draft of another version of the program is read as far as its
//! fields are still there.

use super::spec::Kind;
use super::{Entry, Form, Slot, Told, Value};
use crate::domain::Private;
use crate::ui::overlay::Setting;
use jiff::Timestamp;
use serde_json::{Map, Value as Json};

/// The key under which a draft names the choices for which nothing shall be proposed.
const DECLINED: &str = "~declined";

/// The key under which the draft of a correction names what stood in the fields that were changed.
const WAS: &str = "~was";

/// A form as the desk keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Which form, such as `report-note R-20261121-031`.
    pub form: String,
    /// Its fields; none when nothing stands in it, and the desk may forget it.
    pub body: Option<Private>,
}

impl Form {
    /// What the desk shall keep of it; none for a form of which nothing may be kept.
    pub fn draft(&self) -> Option<Draft> {
        Some(Draft { form: self.draft_name()?, body: self.to_body() })
    }

    /// The word for the line that the officer is told on leaving it; none when nothing is kept.
    pub fn parting(&self) -> Option<&'static str> {
        self.purpose.draft_name()?;
        if self.waiting {
            return Some("form-save-pending");
        }
        self.to_body().map(|_| "form-draft-kept")
    }

    /// The fields that were changed, as a JSON object; none when there are none. Passphrases stay out of it.
    pub fn to_body(&self) -> Option<Private> {
        let mut body = Map::new();
        let (mut declined, mut was) = (Vec::new(), Map::new());
        let corrects = self.purpose.corrects();
        for entry in self.entries.iter().filter(|entry| entry.spec.kind != Kind::Secret) {
            if !entry.is_untouched() {
                body.insert(entry.spec.slot.code(), Json::from(entry.content()));
                if corrects {
                    was.insert(entry.spec.slot.code(), Json::from(entry.preset.as_str()));
                }
            }
            if matches!(&entry.value, Value::Choice(choosing) if choosing.declined) {
                declined.push(Json::from(entry.spec.slot.code()));
            }
        }
        if !declined.is_empty() {
            body.insert(DECLINED.to_owned(), Json::from(declined));
        }
        if !was.is_empty() {
            body.insert(WAS.to_owned(), Json::Object(was));
        }
        (!body.is_empty()).then(|| Private(Json::Object(body).to_string()))
    }

    /// Puts the fields of a draft kept at `at` back in and says so, or that another officer changed them since; `false` when it can't be read at all. Fields
    /// that this form doesn't have are left out.
    pub fn from_body(&mut self, body: &Private, at: Timestamp, setting: &Setting<'_>) -> bool {
        let restored = self.restore(body, setting);
        if restored && self.theirs.is_empty() {
            self.told = Some(Told::Restored(at));
        }
        restored
    }

    pub(super) fn restore(&mut self, body: &Private, setting: &Setting<'_>) -> bool {
        let Ok(Json::Object(body)) = serde_json::from_str::<Json>(body) else { return false };
        let declined: Vec<&str> = match body.get(DECLINED) {
            Some(Json::Array(slots)) => slots.iter().filter_map(Json::as_str).collect(),
            Some(_) | None => Vec::new(),
        };
        self.make_room(body.keys().map(String::as_str));
        for entry in self.entries.iter_mut().filter(|entry| entry.spec.kind != Kind::Secret) {
            let slot = entry.spec.slot.code();
            if let Some(content) = body.get(&slot).and_then(Json::as_str) {
                entry.set(content, setting);
            }
            if let Value::Choice(choosing) = &mut entry.value {
                choosing.declined = declined.contains(&slot.as_str());
            }
        }
        let was = body.get(WAS).and_then(Json::as_object);
        self.theirs = was.map(|was| self.changed_since(was)).unwrap_or_default();
        self.stand(self.where_left());
        true
    }

    /// The fields with something typed in that said something else when it was typed.
    fn changed_since(&self, was: &Map<String, Json>) -> Vec<Slot> {
        let changed = |entry: &&Entry| {
            let before = was.get(&entry.spec.slot.code()).and_then(Json::as_str);
            !entry.is_untouched() && before.is_some_and(|before| before != entry.preset)
        };
        self.entries.iter().filter(changed).map(|entry| entry.spec.slot).collect()
    }

    /// Where the officer goes on: at what another officer changed, where a passphrase must be typed again, else where
    /// it was filled in last.
    fn where_left(&self) -> usize {
        let theirs = self.entries.iter().position(|entry| self.theirs.contains(&entry.spec.slot));
        let secret = || self.entries.iter().any(|entry| entry.spec.kind == Kind::Secret);
        let empty = |entry: &Entry| entry.spec.required && entry.content().is_empty();
        let first_empty = || self.entries.iter().position(empty).filter(|_| secret());
        let last = || self.entries.iter().rposition(|entry| !entry.is_untouched());
        theirs.or_else(first_empty).or_else(last).unwrap_or(0)
    }

    /// Puts every field back to what it was when the form was opened.
    pub(super) fn reset(&mut self, setting: &Setting<'_>) {
        self.drop_lines();
        for entry in &mut self.entries {
            let preset = entry.preset.clone();
            entry.set(&preset, setting);
            if let Value::Choice(choosing) = &mut entry.value {
                choosing.declined = false;
            }
        }
    }
}
