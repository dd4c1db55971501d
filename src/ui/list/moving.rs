//! How the officer's hand moves through a list.

use super::{List, Row, Want};

impl<T: Row> List<T> {
    /// Gives the list as many rows of the screen.
    pub fn fit(&mut self, height: usize) {
        if self.height != height {
            self.height = height;
            self.show_cursor();
        }
    }

    /// Lets the cursor stay with the row it is on: the officer's eyes are here now.
    pub fn focus(&mut self) {
        self.place_cursor();
    }

    /// The officer's eyes are elsewhere: a cursor on the first row follows the newest again.
    pub fn leave(&mut self) {
        self.drop_gone();
        if self.at == 0 && !self.more_before {
            self.cursor = None;
        }
    }

    /// Moves the cursor by rows; what the window doesn't hold yet is gone on when the rows come.
    pub fn step(&mut self, by: isize) {
        if self.carry == 0 {
            self.carry_line = self.at.saturating_sub(self.top);
        }
        let owed = std::mem::take(&mut self.carry);
        self.go(by.saturating_add(owed), owed != 0 || by.unsigned_abs() > 1);
    }

    /// Moves the cursor by pages.
    pub fn page(&mut self, by: isize) {
        let rows = isize::try_from(self.height.saturating_sub(1).max(1)).unwrap_or(1);
        self.step(by.saturating_mul(rows));
    }

    /// Moves the cursor to the first row of the list.
    pub fn to_top(&mut self) {
        self.carry = 0;
        if self.more_before {
            self.leap(Want::Top);
        } else {
            self.put_cursor(0);
        }
    }

    /// Moves the cursor to the last row of the list.
    pub fn to_bottom(&mut self) {
        self.carry = 0;
        if self.more_after {
            self.leap(Want::Bottom);
        } else {
            self.put_cursor(self.rows.len().saturating_sub(1));
        }
    }

    /// Puts the cursor on a row, when the list holds it.
    pub fn select(&mut self, id: &T::Id) {
        if let Some(at) = self.place_of(id) {
            self.put_cursor(at);
        }
    }

    /// A page keeps the cursor on its line of the screen, a single step scrolls as little as it takes.
    pub(super) fn go(&mut self, by: isize, paged: bool) {
        let last = self.rows.len().saturating_sub(1);
        let wanted = self.at.saturating_add_signed(by);
        if by > 0 && wanted > last && self.more_after {
            self.carry = by - isize::try_from(last - self.at).unwrap_or(0);
        } else if by < 0 && self.at < by.unsigned_abs() && self.more_before {
            self.carry = by + isize::try_from(self.at).unwrap_or(0);
        }
        self.put_cursor(wanted.min(last));
        if paged {
            // Rows that are on their way will stand below.
            let held = self.rows.len().saturating_sub(self.height.max(1));
            let furthest = if self.more_after { self.at } else { held };
            let line = self.carry_line.min(self.height.saturating_sub(1));
            self.top = self.at.saturating_sub(line).min(furthest);
        }
    }

    pub(super) fn put_cursor(&mut self, at: usize) {
        let top = self.top;
        self.at = at;
        if self.cursor.is_some() && self.cursor != self.rows.get(at).map(Row::id) {
            self.drop_gone();
        }
        self.place_cursor();
        if let Some(id) = &self.cursor {
            self.fresh.remove(id);
        }
        self.show_cursor();
        self.parked = true;
        // Who scrolls wants to be where that leads.
        self.pinned &= self.top == top;
    }

    /// The cursor names the row it is on.
    pub(super) fn place_cursor(&mut self) {
        self.at = self.at.min(self.rows.len().saturating_sub(1));
        self.cursor = self.rows.get(self.at).map(Row::id);
    }

    pub(super) fn drop_gone(&mut self) {
        let Some(at) = self.gone.take().and_then(|id| self.place_of(&id)) else { return };
        self.rows.remove(at);
        if at < self.at {
            self.at -= 1;
        }
        if at < self.top {
            self.top -= 1;
        }
    }

    pub(super) fn place_of(&self, id: &T::Id) -> Option<usize> {
        self.rows.iter().position(|row| row.id() == *id)
    }

    /// The furthest that the rows held can be scrolled: no row hides above while lines stand empty below.
    pub(super) fn furthest(&self) -> usize {
        self.rows.len().saturating_sub(self.height.max(1))
    }

    /// Scrolls as little as it takes to have the cursor on the screen.
    pub(super) fn show_cursor(&mut self) {
        let height = self.height.max(1);
        self.top = self.top.min(self.furthest()).min(self.at).max((self.at + 1).saturating_sub(height));
    }
}
