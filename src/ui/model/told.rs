//! Owns what the desk told last about one thing, and whether it must be asked again. One question is on its way at a
//! time; an answer to an older question is dropped.

/// What the desk told last about one thing.
#[derive(Clone, Debug)]
pub struct Told<T> {
    value: Option<T>,
    asked: Option<u64>,
    outdated: bool,
    stale: bool,
}

impl<T> Default for Told<T> {
    fn default() -> Told<T> {
        Told { value: None, asked: None, outdated: false, stale: true }
    }
}

impl<T> Told<T> {
    /// What was told.
    pub fn get(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// The console knows better than the desk for now.
    pub fn put(&mut self, value: T) {
        self.value = Some(value);
    }

    /// Something changed: what was told may no longer be right.
    pub fn turn_stale(&mut self) {
        self.stale = true;
    }

    /// Something else is to be told from now on.
    pub fn begin_anew(&mut self) {
        self.value = None;
        self.stale = true;
        self.outdated = self.asked.is_some();
    }

    /// The line was cut: no answer will come.
    pub fn forget_question(&mut self) {
        (self.asked, self.outdated, self.stale) = (None, false, true);
    }

    /// Whether to ask now.
    pub fn is_wanted(&self) -> bool {
        self.stale && self.asked.is_none()
    }

    /// The question is on its way under this number.
    pub fn ask_as(&mut self, id: u64) {
        (self.asked, self.outdated, self.stale) = (Some(id), false, false);
    }

    /// Takes the answer to question `id`; says whether it was the one waited for.
    pub fn take(&mut self, id: u64, value: T) -> bool {
        if self.asked != Some(id) {
            return false;
        }
        self.asked = None;
        if std::mem::take(&mut self.outdated) {
            return false;
        }
        self.value = Some(value);
        true
    }

    /// Question `id` was refused or failed; says whether it was the one waited for.
    pub fn give_up(&mut self, id: u64) -> bool {
        let ours = self.asked == Some(id);
        if ours {
            (self.asked, self.outdated) = (None, false);
        }
        ours
    }
}
