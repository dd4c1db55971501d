//! How a form takes keys and text: typing, moving between fields, choosing, saving.

use super::choice::Choosing;
use super::complaint::{FieldComplaint, Wrong};
use super::spec::{Choices, Kind};
use super::{Entry, Form, Purpose, Told, Value};
use crate::ui::overlay::{Does, Outcome, Setting};
use crate::ui::widget::field::{Edit, Lines, Took};

/// How many choices a page key moves.
const PAGE: usize = 5;

/// What typed characters answer a yes-or-no question.
const YES: [char; 5] = ['y', 'Y', '1', '是', '有'];
const NO: [char; 6] = ['n', 'N', '0', '否', '无', '没'];

impl Form {
    /// Takes an action.
    pub(crate) fn does(&mut self, does: Does, setting: &Setting<'_>) -> Outcome {
        if self.waiting {
            return if does == Does::Cancel { Outcome::Close } else { Outcome::Stay };
        }
        match does {
            Does::Cancel => self.cancel(),
            Does::Save => self.save(setting),
            Does::Next => self.leave(setting, self.following()),
            Does::Previous => self.leave(setting, self.preceding()),
            Does::Choose => self.choose(setting),
            Does::NewLine => self.new_line(setting),
            Does::Up => self.line(false, setting),
            Does::Down => self.line(true, setting),
            Does::PageUp => self.page(false, setting),
            Does::PageDown => self.page(true, setting),
            Does::Edit(edit) => self.edit(edit, setting),
            Does::Earlier => self.open_earlier(),
            Does::More => self.more(setting),
        }
    }

    /// Takes typed or pasted text into the field that has the caret.
    pub(crate) fn text(&mut self, text: &str, setting: &Setting<'_>) -> Outcome {
        if self.waiting {
            return Outcome::Stay;
        }
        let Some(entry) = self.entries.get_mut(self.at) else { return Outcome::Stay };
        let slot = entry.spec.slot;
        let took = match (&mut entry.value, entry.spec.kind) {
            (Value::Text(field), _) => field.insert(text),
            (Value::Choice(choosing), Kind::Choice(of)) => narrow(choosing, text, of, setting),
            (Value::Choice(_), _) => Took::Nothing,
            (Value::Flag(flag), _) => match answer(text) {
                Some(answer) => {
                    *flag = Some(answer);
                    Took::All
                }
                None => Took::Nothing,
            },
            (Value::Ticks(ticks), _) => ticks.insert(text, &entry.spec.offers),
        };
        let answered = matches!(entry.value, Value::Flag(_)) && took == Took::All;
        match took {
            Took::Nothing => return Outcome::Stay,
            Took::All => self.told = None,
            Took::Without(count) => self.told = Some(Told::LeftOut(count)),
            Took::Full(max) => self.complain(FieldComplaint::new(slot, Wrong::Full { max })),
        }
        if answered && self.at + 1 < self.entries.len() {
            self.stand(self.at + 1);
        }
        Outcome::Changed
    }

    fn new_line(&mut self, setting: &Setting<'_>) -> Outcome {
        let long = self.entries.get(self.at).is_some_and(|e| e.spec.kind == Kind::Text(Lines::Many));
        if long { self.text("\n", setting) } else { Outcome::Stay }
    }

    fn following(&self) -> usize {
        if self.at + 1 < self.entries.len() { self.at + 1 } else { 0 }
    }

    fn preceding(&self) -> usize {
        self.at.checked_sub(1).unwrap_or(self.entries.len().saturating_sub(1))
    }

    /// Goes to another field; what is typed to find a choice is settled first.
    pub(super) fn leave(&mut self, setting: &Setting<'_>, to: usize) -> Outcome {
        self.told = None;
        if self.undecided(setting) {
            return Outcome::Changed;
        }
        self.settle(setting);
        if let Some(Entry { value: Value::Choice(choosing), .. }) = self.entries.get_mut(self.at)
            && choosing.typed.is_empty()
        {
            choosing.shut();
        }
        self.stand(to);
        Outcome::Changed
    }

    /// Takes the choice under the cursor; says whether nothing unsettled is left in the field.
    pub(super) fn settle(&mut self, setting: &Setting<'_>) -> bool {
        let Some(entry) = self.entries.get_mut(self.at) else { return true };
        let slot = entry.spec.slot;
        let (Value::Choice(choosing), Kind::Choice(of)) = (&mut entry.value, entry.spec.kind) else {
            return true;
        };
        let settled = choosing.settle(of, setting);
        if !settled {
            self.complain(FieldComplaint::new(slot, Wrong::none_of(of)));
        }
        settled
    }

    /// Enter: opens a list, takes a choice and goes on, or saves at the last field.
    fn choose(&mut self, setting: &Setting<'_>) -> Outcome {
        let opens = self.entries.get(self.at).is_some_and(|entry| match &entry.value {
            Value::Choice(choosing) => {
                !choosing.is_open() && choosing.chosen.is_none() && self.proposed(entry, setting).is_none()
            }
            Value::Text(_) | Value::Flag(_) | Value::Ticks(_) => false,
        });
        if opens {
            if let Some(Entry { value: Value::Choice(choosing), .. }) = self.entries.get_mut(self.at) {
                choosing.opened = true;
            }
            return Outcome::Changed;
        }
        if !self.settle(setting) {
            return Outcome::Changed;
        }
        if self.at + 1 < self.entries.len() {
            return self.leave(setting, self.at + 1);
        }
        self.save(setting)
    }

    /// Says so when several choices match what is typed and none of them was gone to.
    pub(super) fn undecided(&mut self, setting: &Setting<'_>) -> bool {
        let Some(entry) = self.entries.get(self.at) else { return false };
        let (Value::Choice(choosing), Kind::Choice(of)) = (&entry.value, entry.spec.kind) else {
            return false;
        };
        let undecided = choosing.is_undecided(of, setting);
        if undecided {
            let slot = entry.spec.slot;
            self.complain(FieldComplaint::new(slot, Wrong::Several));
        }
        undecided
    }

    fn save(&mut self, setting: &Setting<'_>) -> Outcome {
        if self.undecided(setting) || !self.settle(setting) {
            return Outcome::Changed;
        }
        match self.submitted(setting) {
            Ok(submitted) => {
                self.waiting = !matches!(self.purpose, Purpose::Remark { .. });
                self.told = Some(Told::Waiting);
                Outcome::Submit(submitted)
            }
            Err(complaint) => {
                self.complain(complaint);
                Outcome::Changed
            }
        }
    }

    /// Shows what is wrong and puts the caret where it is.
    pub(super) fn complain(&mut self, complaint: FieldComplaint) {
        let at = complaint.slot.and_then(|slot| self.entries.iter().position(|e| e.spec.slot == slot));
        if let Some(at) = at.filter(|at| *at != self.at) {
            self.stand(at);
        }
        self.told = Some(Told::Complaint(complaint));
    }

    /// Esc: closes a list that the officer opened, else leaves the form. The draft is kept either way.
    fn cancel(&mut self) -> Outcome {
        let Some(entry) = self.entries.get_mut(self.at) else { return Outcome::Close };
        let by_itself = entry.opens_by_itself();
        match &mut entry.value {
            Value::Choice(choosing) if !choosing.typed.is_empty() || (choosing.opened && !by_itself) => {
                choosing.shut();
                choosing.opened = by_itself;
                self.told = None;
                Outcome::Changed
            }
            Value::Choice(_) | Value::Text(_) | Value::Flag(_) | Value::Ticks(_) => Outcome::Close,
        }
    }

    /// Up and down: among the choices, in a wrapped text, else to the field above or below.
    fn line(&mut self, down: bool, setting: &Setting<'_>) -> Outcome {
        let cells = self.text_cells(setting);
        let Some(entry) = self.entries.get_mut(self.at) else { return Outcome::Stay };
        let moved = match (&mut entry.value, entry.spec.kind) {
            (Value::Text(field), _) => field.step_line(down, cells),
            (Value::Choice(choosing), Kind::Choice(of)) if choosing.is_open() => {
                step(choosing, down, 1, of, setting)
            }
            (Value::Ticks(ticks), _) => ticks.step(down, &entry.spec.offers),
            (Value::Choice(_) | Value::Flag(_), _) => false,
        };
        if moved {
            return Outcome::Changed;
        }
        let to = if down { self.at + 1 } else { self.at.wrapping_sub(1) };
        if to < self.entries.len() { self.leave(setting, to) } else { Outcome::Stay }
    }

    fn page(&mut self, down: bool, setting: &Setting<'_>) -> Outcome {
        let Some(entry) = self.entries.get_mut(self.at) else { return Outcome::Stay };
        match (&mut entry.value, entry.spec.kind) {
            (Value::Choice(choosing), Kind::Choice(of)) if choosing.is_open() => {
                step(choosing, down, PAGE, of, setting);
                Outcome::Changed
            }
            (Value::Text(_) | Value::Choice(_) | Value::Flag(_) | Value::Ticks(_), _) => Outcome::Stay,
        }
    }

    fn edit(&mut self, edit: Edit, setting: &Setting<'_>) -> Outcome {
        let cells = self.text_cells(setting);
        let empty = self.entries.get(self.at).is_some_and(|entry| entry.content().is_empty());
        let proposed = self.entries.get(self.at).is_some_and(|entry| self.proposed(entry, setting).is_some());
        if edit == Edit::Clear && empty && !proposed {
            return self.empty_all(setting);
        }
        let Some(entry) = self.entries.get_mut(self.at) else { return Outcome::Stay };
        let takes_away = matches!(edit, Edit::Backspace | Edit::Delete | Edit::WordBack | Edit::Clear);
        let changed = match (&mut entry.value, entry.spec.kind) {
            (Value::Text(field), _) => field.edit(edit, cells),
            (Value::Choice(choosing), Kind::Choice(of)) if !choosing.typed.is_empty() => {
                let changed = choosing.typed.edit(edit, cells);
                first_match(choosing, of, setting);
                changed
            }
            (Value::Choice(choosing), _) if takes_away => {
                choosing.declined |= proposed;
                choosing.chosen.take().is_some() || proposed
            }
            (Value::Flag(flag), _) if takes_away => flag.take().is_some(),
            (Value::Ticks(ticks), _) => ticks.take_away(edit, &entry.spec.offers),
            (Value::Choice(_) | Value::Flag(_), _) => false,
        };
        if !changed {
            return Outcome::Stay;
        }
        self.told = None;
        if matches!(self.entries.get(self.at), Some(Entry { value: Value::Choice(_), .. })) {
            self.open_if_must();
        }
        Outcome::Changed
    }

    fn open_if_must(&mut self) {
        if let Some(entry) = self.entries.get_mut(self.at) {
            let must = entry.must_choose();
            if let Value::Choice(choosing) = &mut entry.value {
                choosing.opened |= must;
            }
        }
    }

    /// Clearing an empty field empties the whole form, and once more brings it back: an old draft must not stand in
    /// the way of the next call.
    fn empty_all(&mut self, setting: &Setting<'_>) -> Outcome {
        match (self.to_body(), self.spare.take()) {
            (Some(body), _) => {
                self.reset(setting);
                self.spare = Some(body);
                self.told = Some(Told::Emptied);
                self.stand(0);
                Outcome::Changed
            }
            (None, Some(spare)) => {
                self.restore(&spare, setting);
                self.told = None;
                Outcome::Changed
            }
            (None, None) => Outcome::Stay,
        }
    }
}

/// Takes text into what is typed to find a choice; the best match stands under the cursor.
fn narrow(choosing: &mut Choosing, text: &str, of: Choices, setting: &Setting<'_>) -> Took {
    // A space alone finds nothing: it opens the list, also where something is chosen already.
    let text = if choosing.typed.is_empty() { text.trim_start() } else { text };
    if text.is_empty() {
        choosing.opened = true;
        return Took::All;
    }
    let took = choosing.typed.insert(text);
    first_match(choosing, of, setting);
    took
}

fn first_match(choosing: &mut Choosing, of: Choices, setting: &Setting<'_>) {
    let any = !of.takes_words() && !choosing.typed.is_empty() && !choosing.found(of, setting).is_empty();
    choosing.cursor = any.then_some(0);
    choosing.picked = false;
}

/// Moves the cursor among the choices; `false` when it left the list upwards.
fn step(choosing: &mut Choosing, down: bool, by: usize, of: Choices, setting: &Setting<'_>) -> bool {
    let count = choosing.found(of, setting).len();
    if count == 0 {
        return false;
    }
    let to = match (choosing.cursor, down) {
        (None, true) => Some(by - 1),
        (None, false) => return false,
        (Some(at), true) => Some(at + by),
        (Some(at), false) => at.checked_sub(by),
    };
    let first = (!choosing.typed.is_empty()).then_some(0);
    choosing.cursor = to.map(|to| to.min(count - 1)).or(first);
    choosing.picked = true;
    true
}

fn answer(text: &str) -> Option<bool> {
    let first = text.trim_start().chars().next()?;
    if YES.contains(&first) {
        Some(true)
    } else if NO.contains(&first) {
        Some(false)
    } else {
        None
    }
}
