//! How an answer of the desk comes into a list.

use super::{List, Row, WINDOW, Want};
use crate::domain::Refusal;
use crate::domain::query::Rows;

/// How many rows in turn are tried to ask from, before the cursor is given up.
const LOST_MOST: usize = 6;

/// Whether a row, if it is still there, would stand before or after the rows of this page.
fn lies_outside<T: Row>(row: &T, page: &Rows<T>, begins_at: Option<T::Place>) -> bool {
    if !T::STAYS && page.rows.iter().any(|other| other.id() == row.id()) {
        return false;
    }
    let first = page.rows.first().map(Row::place).into_iter().chain(begins_at).min();
    let above = page.more_before && first.is_some_and(|first| row.place() < first);
    let below = page.more_after && page.rows.last().is_some_and(|last| row.place() > last.place());
    above || below
}

impl<T: Row + Clone> List<T> {
    /// Takes the answer to question `id`; another number's is dropped. With `hold` the officer's hand is on the keys, and
    /// the row under the cursor stays on its line of the screen.
    pub fn take(&mut self, id: u64, answer: Rows<T>, hold: bool) {
        let Some(asked) = self.asked.take_if(|asked| asked.id == id) else { return };
        if asked.outdated {
            return;
        }
        self.refused = None;
        self.total = answer.total;
        match asked.want {
            Want::Refresh => self.replace(answer, asked.at, hold),
            Want::Top => {
                self.begin_with(answer);
                self.put_cursor(0);
            }
            Want::Bottom => {
                self.begin_with(answer);
                self.put_cursor(self.rows.len().saturating_sub(1));
            }
            Want::Before => self.put_before(answer),
            Want::After => self.put_after(answer),
        }
        self.loaded = true;
        let carry = std::mem::take(&mut self.carry);
        if carry != 0 {
            self.go(carry, true);
        }
    }

    fn pin(&mut self, arrivals: bool) {
        if arrivals && !self.pinned {
            (self.pinned, self.parked) = (true, false);
        }
    }

    /// The arrivals come into view, because the officer's hand has left the keys.
    pub fn settle(&mut self) {
        if !self.pinned {
            return;
        }
        if !self.more_before && self.at < self.height.max(1) {
            (self.pinned, self.top) = (false, 0);
        } else if !self.parked && self.asked.is_none() {
            self.pinned = false;
            self.leap(Want::Top);
        }
    }

    /// Takes a list that comes as a whole.
    pub fn take_all(&mut self, rows: Vec<T>) {
        self.replace(Rows { rows, more_before: false, more_after: false, total: None }, None, true);
        self.loaded = true;
        self.stale = false;
    }

    /// Takes a refusal of question `id`.
    pub fn take_refusal(&mut self, id: u64, refusal: &Refusal) {
        if self.asked.take_if(|asked| asked.id == id).is_some() {
            self.rows.clear();
            self.refused = Some(refusal.clone());
            self.loaded = true;
        }
    }

    fn begin_with(&mut self, answer: Rows<T>) {
        self.rows = answer.rows;
        (self.more_before, self.more_after) = (answer.more_before, answer.more_after);
        (self.top, self.gone, self.cursor, self.pinned) = (0, None, None, false);
        self.lost = 0;
        self.aim = None;
        self.note_newest();
    }

    fn replace(&mut self, answer: Rows<T>, begins_at: Option<T::Place>, hold: bool) {
        let line = self.at - self.top.min(self.at);
        let was_first = self.top == 0 && !self.more_before;
        let mut kept = if self.cursor.is_some() { self.rows.get(self.at).cloned() } else { None };
        if kept.as_ref().is_some_and(|row| lies_outside(row, &answer, begins_at)) {
            self.lost += usize::from(!T::STAYS);
            if (hold || !was_first) && self.lost <= LOST_MOST {
                // These rows say nothing about where the cursor is: those around it are asked for instead.
                (self.stale, self.around) = (true, true);
                self.pin(was_first);
                return;
            }
            // More has come than the screen holds, and nobody has touched the keys: the newest is what counts.
            (kept, self.cursor) = (None, None);
        }
        (self.rows, self.lost) = (answer.rows, 0);
        (self.more_before, self.more_after) = (answer.more_before, answer.more_after);
        self.gone = None;
        match kept {
            Some(row) => self.find_cursor_again(row),
            None => self.at = 0,
        }
        self.note_newest();
        if let Some(aim) = self.aim.take()
            && let Some(at) = self.place_of(&aim.id)
        {
            (self.at, self.cursor) = (at, Some(aim.id));
            self.top = at.saturating_sub(aim.line).min(self.furthest());
            self.show_cursor();
            return;
        }
        if self.cursor.is_some() && (hold || !was_first) {
            self.top = self.at.saturating_sub(line).min(self.furthest());
            self.pin(was_first && self.top > 0);
        } else {
            self.top = 0;
            self.show_cursor();
        }
    }

    /// A row that left the list stays for as long as the cursor is on it, so that no key meant for it acts on another.
    fn find_cursor_again(&mut self, row: T) {
        let id = row.id();
        if let Some(at) = self.place_of(&id) {
            self.at = at;
            return;
        }
        let at = if row.key() == 0 {
            self.at.min(self.rows.len())
        } else {
            self.rows.iter().position(|other| other.place() > row.place()).unwrap_or(self.rows.len())
        };
        self.rows.insert(at, row);
        self.at = at;
        self.gone = Some(id);
    }

    /// Marks what is newer than anything the list has held, unless the list has just begun.
    fn note_newest(&mut self) {
        if !T::ARRIVES {
            return;
        }
        if let Some(newest) = &self.newest {
            let arrivals = self.rows.iter().map(Row::id).filter(|id| id > newest);
            self.fresh.extend(arrivals);
        }
        let greatest = self.rows.iter().map(Row::id).max();
        self.newest = self.newest.take().max(greatest);
        let held: std::collections::BTreeSet<T::Id> = self.rows.iter().map(Row::id).collect();
        self.fresh.retain(|id| held.contains(id));
    }

    /// Rows that move may have come over the border of a page since: the one that is held stays.
    fn without_held(&self, mut answer: Rows<T>) -> Rows<T> {
        if !T::STAYS {
            answer.rows.retain(|row| self.place_of(&row.id()).is_none());
        }
        answer
    }

    fn put_before(&mut self, answer: Rows<T>) {
        let answer = self.without_held(answer);
        let added = answer.rows.len();
        self.more_before = answer.more_before && added > 0;
        self.rows.splice(0..0, answer.rows);
        self.note_newest();
        self.at += added;
        self.top += added;
        if self.rows.len() > WINDOW {
            let keep = WINDOW.max(self.at + 1).max(self.top + self.height);
            if keep < self.rows.len() {
                self.rows.truncate(keep);
                self.more_after = true;
            }
        }
    }

    fn put_after(&mut self, answer: Rows<T>) {
        let answer = self.without_held(answer);
        self.more_after = answer.more_after && !answer.rows.is_empty();
        self.rows.extend(answer.rows);
        let over = self.rows.len().saturating_sub(WINDOW).min(self.top);
        if over > 0 {
            self.rows.drain(..over);
            self.at -= over;
            self.top -= over;
            self.more_before = true;
        }
    }
}
