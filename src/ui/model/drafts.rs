//! Owns what the desk keeps of half-filled forms, and when it is told again. One message is on its way at a time: what is
//! typed meanwhile goes with the next.

use super::told::Told;
use crate::domain::Private;
use crate::domain::desk::DraftForm;
use jiff::Timestamp;

/// The drafts of forms.
#[derive(Clone, Debug, Default)]
pub struct Drafts {
    /// What the desk keeps.
    pub told: Told<Vec<DraftForm>>,
    waiting: Option<u64>,
    next: Vec<(String, Option<Private>)>,
}

impl Drafts {
    /// The form has changed, or is done with when there is no body. A later change takes the place of an earlier one.
    pub fn keep(&mut self, form: &str, body: Option<Private>, now: Timestamp) {
        let mut kept: Vec<DraftForm> = self.told.get().cloned().unwrap_or_default();
        kept.retain(|draft| draft.form != form);
        if let Some(body) = &body {
            kept.push(DraftForm { form: form.to_owned(), body: body.clone(), at: now });
        }
        self.told.put(kept);
        self.next.retain(|(name, _)| name != form);
        self.next.push((form.to_owned(), body));
    }

    /// What to tell the desk next; none while a message is on its way.
    pub fn next(&mut self, id: impl FnOnce() -> u64) -> Option<(u64, String, Option<Private>)> {
        if self.waiting.is_some() || self.next.is_empty() {
            return None;
        }
        let (form, body) = self.next.remove(0);
        let id = id();
        self.waiting = Some(id);
        Some((id, form, body))
    }

    /// The desk has answered, whatever it said.
    pub fn answered(&mut self, id: u64) {
        self.waiting.take_if(|waiting| *waiting == id);
    }

    /// The line was cut: no answer will come.
    pub fn line_cut(&mut self) {
        self.waiting = None;
        self.told.forget_question();
    }

    /// What the desk keeps of a form.
    pub fn of(&self, form: &str) -> Option<&DraftForm> {
        self.told.get()?.iter().find(|draft| draft.form == form)
    }
}
