//! Owns a list on the screen: a window of rows around what is shown, the cursor, and which part to ask the desk for next.
//!
//! The cursor is kept by what names the row, never by its place, so a new arrival or a new order can't put another row
//! under the officer's finger. It holds a few pages of rows, however long the list is, and never asks for anything
//! itself: [`List::wanted`] says what is missing.

mod row;
mod take;

pub use row::Row;

use crate::domain::Refusal;
use crate::domain::query::{From, Page};
use std::collections::BTreeSet;

/// The most rows that a list holds.
pub const WINDOW: usize = 240;

/// What an answer on its way is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Want {
    /// The rows that are shown, as they are now.
    Refresh,
    /// The beginning of another list, or of this one.
    Top,
    /// The end of the list.
    Bottom,
    /// More rows above.
    Before,
    /// More rows below.
    After,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Asked {
    id: u64,
    want: Want,
    /// The question is no longer the one to ask: its answer is dropped.
    outdated: bool,
}

/// A list on the screen.
#[derive(Clone, Debug)]
pub struct List<T: Row> {
    rows: Vec<T>,
    more_before: bool,
    more_after: bool,
    total: Option<u64>,
    /// The row under the cursor; none follows the first row.
    cursor: Option<T::Id>,
    at: usize,
    top: usize,
    height: usize,
    fresh: BTreeSet<T::Id>,
    newest: Option<T::Id>,
    /// The row under the cursor when it has left the list: it stays until the cursor does.
    gone: Option<T::Id>,
    loaded: bool,
    stale: bool,
    jump: Option<Want>,
    /// How many rows the cursor still has to go once more rows are there, and on which line of the screen it was.
    carry: isize,
    carry_line: usize,
    asked: Option<Asked>,
    refused: Option<Refusal>,
}

impl<T: Row> Default for List<T> {
    fn default() -> List<T> {
        List {
            rows: Vec::new(),
            more_before: false,
            more_after: false,
            total: None,
            cursor: None,
            at: 0,
            top: 0,
            height: 0,
            fresh: BTreeSet::new(),
            newest: None,
            gone: None,
            loaded: false,
            stale: true,
            jump: None,
            carry: 0,
            carry_line: 0,
            asked: None,
            refused: None,
        }
    }
}

impl<T: Row> List<T> {
    /// The rows that are shown, each with whether the cursor is on it.
    pub fn shown(&self) -> impl Iterator<Item = (&T, bool)> {
        let at = self.at;
        self.rows.iter().enumerate().skip(self.top).take(self.height).map(move |(i, row)| (row, i == at))
    }

    /// The row under the cursor.
    pub fn under(&self) -> Option<&T> {
        self.rows.get(self.at)
    }

    /// Every row that the list holds now.
    pub fn rows(&self) -> &[T] {
        &self.rows
    }

    /// Whether the desk has answered at least once.
    pub fn is_loaded(&self) -> bool {
        self.loaded
    }

    /// Whether the list is known to be empty.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many rows the whole list has, when the desk says so.
    pub fn total(&self) -> Option<u64> {
        self.total
    }

    /// Whether there are rows above and below those shown.
    pub fn more(&self) -> (bool, bool) {
        let below = self.more_after || self.top + self.height < self.rows.len();
        (self.more_before || self.top > 0, below)
    }

    /// Why the desk doesn't show this list to this officer.
    pub fn refused(&self) -> Option<&Refusal> {
        self.refused.as_ref()
    }

    /// Whether the row came in while the list was on the screen and nobody has looked at it yet.
    pub fn is_fresh(&self, row: &T) -> bool {
        self.fresh.contains(&row.id())
    }

    /// Whether the row has left the list and stands only because the cursor is on it.
    pub fn is_gone(&self, row: &T) -> bool {
        self.gone.as_ref() == Some(&row.id())
    }

    /// The arrivals that stand above the first row shown, newest first.
    pub fn fresh_above(&self) -> impl Iterator<Item = &T> {
        self.rows.iter().take(self.top).filter(|row| self.is_fresh(row))
    }

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

    /// Something changed at the desk: what is shown may no longer be right.
    pub fn turn_stale(&mut self) {
        self.stale = true;
    }

    /// Another list shall stand here. The old rows stay until the answer comes.
    pub fn begin_anew(&mut self) {
        self.carry = 0;
        self.leap(Want::Top);
        self.newest = None;
        self.fresh.clear();
        self.refused = None;
    }

    /// The line was cut: no answer will come.
    pub fn forget_question(&mut self) {
        self.asked = None;
        self.stale = true;
    }

    /// Question `id` could not be answered.
    pub fn give_up(&mut self, id: u64) {
        self.asked.take_if(|asked| asked.id == id);
        self.loaded = true;
    }

    /// The arrivals come into view, because the officer's hand has left the keys.
    pub fn settle(&mut self) {
        let arrivals = self.rows.iter().take_while(|row| self.fresh.contains(&row.id())).count();
        if !self.more_before && self.top > 0 && self.top <= arrivals {
            self.top = 0;
            self.show_cursor();
        }
    }

    fn leap(&mut self, to: Want) {
        self.jump = Some(to);
        self.stale = true;
        if let Some(asked) = &mut self.asked {
            asked.outdated = true;
        }
    }

    /// A page keeps the cursor on its line of the screen, a single step scrolls as little as it takes.
    fn go(&mut self, by: isize, paged: bool) {
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
            self.top = self.at.saturating_sub(self.carry_line).min(furthest);
        }
    }

    fn put_cursor(&mut self, at: usize) {
        self.at = at;
        if self.cursor.is_some() && self.cursor != self.rows.get(at).map(Row::id) {
            self.drop_gone();
        }
        self.place_cursor();
        if let Some(id) = &self.cursor {
            self.fresh.remove(id);
        }
        self.show_cursor();
    }

    /// The cursor names the row it is on.
    fn place_cursor(&mut self) {
        self.at = self.at.min(self.rows.len().saturating_sub(1));
        self.cursor = self.rows.get(self.at).map(Row::id);
    }

    fn drop_gone(&mut self) {
        let Some(at) = self.gone.take().and_then(|id| self.place_of(&id)) else { return };
        self.rows.remove(at);
        if at < self.at {
            self.at -= 1;
        }
        if at < self.top {
            self.top -= 1;
        }
    }

    fn place_of(&self, id: &T::Id) -> Option<usize> {
        self.rows.iter().position(|row| row.id() == *id)
    }

    /// Scrolls as little as it takes to have the cursor on the screen.
    fn show_cursor(&mut self) {
        let height = self.height.max(1);
        let furthest = self.rows.len().saturating_sub(height);
        self.top = self.top.min(furthest).min(self.at).max((self.at + 1).saturating_sub(height));
    }

    /// The part of the list to ask for now; none while a question is on its way.
    pub fn wanted(&self) -> Option<Page> {
        self.next_want().map(|want| self.page_for(want))
    }

    /// The question of [`List::wanted`] is on its way under this number.
    pub fn ask_as(&mut self, id: u64) {
        let Some(want) = self.next_want() else { return };
        self.asked = Some(Asked { id, want, outdated: false });
        if matches!(want, Want::Refresh | Want::Top | Want::Bottom) {
            self.stale = false;
            self.jump = None;
        }
    }

    fn next_want(&self) -> Option<Want> {
        if self.asked.is_some() || self.height == 0 || self.refused.is_some() && !self.stale {
            return None;
        }
        if let Some(jump) = self.jump {
            return Some(jump);
        }
        if self.stale || !self.loaded {
            return Some(Want::Refresh);
        }
        let (above, below) = (self.top, self.rows.len().saturating_sub(self.top + self.height));
        if self.more_after && (below < self.height || self.carry > 0) {
            return Some(Want::After);
        }
        (self.more_before && (above < self.height || self.carry < 0)).then_some(Want::Before)
    }

    fn page_for(&self, want: Want) -> Page {
        let rows = |n: usize| u16::try_from(n.clamp(1, WINDOW)).unwrap_or(1);
        let two = rows(self.height * 2);
        let first_held = self.top.saturating_sub(self.height);
        match (want, self.rows.first(), self.rows.last()) {
            (Want::Bottom, _, _) => Page { from: From::Bottom, limit: two },
            (Want::Before, Some(first), _) => Page { from: From::Before(first.key()), limit: two },
            (Want::After, _, Some(last)) => Page { from: From::After(last.key()), limit: two },
            (Want::Refresh, Some(_), _) if self.more_before || first_held > 0 => {
                let from = self.rows.get(first_held).map_or(From::Top, |row| From::At(row.key()));
                Page { from, limit: rows(self.top - first_held + self.height * 2) }
            }
            (Want::Refresh | Want::Top | Want::Before | Want::After, _, _) => {
                Page { from: From::Top, limit: rows(self.top + self.height * 2) }
            }
        }
    }
}
