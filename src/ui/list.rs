//! Owns a list on the screen: a window of rows around what is shown, the cursor, and which part to ask the desk for next.
//!
//! The cursor is kept by what names the row, never by its place, so a new arrival or a new order can't put another row
//! under the officer's finger. It holds a few pages of rows, however long the list is, and never asks for anything
//! itself: [`List::wanted`] says what is missing.

mod asking;
mod moving;
mod queue;
mod row;
mod take;

pub use row::{DueRow, Row};

use crate::domain::Refusal;
use crate::domain::query::Page;
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

#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked<P> {
    id: u64,
    want: Want,
    /// The place that the page was to begin at: whatever stands there is in the answer, or is no more.
    at: Option<P>,
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
    /// The rows around the cursor are wanted, not the first ones.
    around: bool,
    jump: Option<Want>,
    /// How many rows the cursor still has to go once more rows are there, and on which line of the screen it was.
    carry: isize,
    carry_line: usize,
    /// Arrivals stand out of sight above, because the officer's hand was on the keys when they came.
    pinned: bool,
    /// The officer's hand has moved the cursor since then.
    parked: bool,
    asked: Option<Asked<T::Place>>,
    /// How many rows in turn were no place to ask from: they had moved or left the list.
    lost: usize,
    refused: Option<Refusal>,
    /// Where the cursor is to stand again when the rows come anew.
    aim: Option<Aim<T::Id>>,
}

/// A place in a list whose rows are not held.
#[derive(Clone, Debug)]
struct Aim<I> {
    id: I,
    line: usize,
    page: Page,
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
            around: false,
            jump: None,
            carry: 0,
            carry_line: 0,
            pinned: false,
            parked: false,
            asked: None,
            lost: 0,
            refused: None,
            aim: None,
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

    /// Whether arrivals wait out of sight for the officer's hand to leave the keys.
    pub fn is_pinned(&self) -> bool {
        self.pinned
    }

    /// The arrivals that stand above the first row shown, newest first.
    pub fn fresh_above(&self) -> impl Iterator<Item = &T> {
        self.rows.iter().take(self.top).filter(|row| self.is_fresh(row))
    }
}
