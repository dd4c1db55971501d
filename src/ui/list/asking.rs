//! What a list asks the desk for next: one question at a time, never more rows than a few screens.

use super::{Aim, Asked, List, Row, WINDOW, Want};
use crate::domain::query::{From, Page};

impl<T: Row> List<T> {
    /// Something changed at the desk: what is shown may no longer be right.
    pub fn turn_stale(&mut self) {
        self.stale = true;
    }

    /// Another list shall stand here. The old rows stay until the answer comes.
    pub fn begin_anew(&mut self) {
        (self.carry, self.lost) = (0, 0);
        self.leap(Want::Top);
        (self.aim, self.total) = (None, None);
        self.newest = None;
        self.fresh.clear();
        self.refused = None;
    }

    /// Another officer sits down: nothing that the one before was shown stays, only where the cursor stood.
    pub fn clear(&mut self) {
        let aim = self.cursor.take().map(|id| Aim {
            id,
            line: self.at.saturating_sub(self.top),
            page: self.page_for(Want::Refresh),
        });
        *self = List { aim: aim.or(self.aim.take()), newest: self.newest.take(), ..List::default() };
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

    pub(super) fn leap(&mut self, to: Want) {
        self.jump = Some(to);
        self.stale = true;
        if let Some(asked) = &mut self.asked {
            asked.outdated = true;
        }
    }

    /// The part of the list to ask for now; none while a question is on its way.
    pub fn wanted(&self) -> Option<Page> {
        self.next_want().map(|want| self.page_for(want))
    }

    /// The question of [`List::wanted`] is on its way under this number.
    pub fn ask_as(&mut self, id: u64) {
        let Some(want) = self.next_want() else { return };
        let at = match self.page_for(want).from {
            From::At(_) => self.anchor().map(Row::place),
            From::Top | From::Bottom | From::After(_) | From::Before(_) => None,
        };
        self.asked = Some(Asked { id, want, at, outdated: false });
        if matches!(want, Want::Refresh | Want::Top | Want::Bottom) {
            (self.stale, self.around) = (false, false);
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

    /// The row that a refreshed page begins with: a screen above what is shown. Where rows move, the one under the cursor
    /// and those below it are tried when that one is no more where it was.
    fn anchor(&self) -> Option<&T> {
        match self.lost {
            0 => self.rows.get(self.top.saturating_sub(self.height)),
            lost => self.rows.get(self.at + lost - 1),
        }
    }

    fn page_for(&self, want: Want) -> Page {
        if let (Want::Refresh, true, Some(aim)) = (want, self.rows.is_empty(), &self.aim) {
            return aim.page;
        }
        let rows = |n: usize| u16::try_from(n.clamp(1, WINDOW)).unwrap_or(1);
        let two = rows(self.height * 2);
        let first_held = self.top.saturating_sub(self.height);
        let standing = || self.rows.iter().filter(|row| !self.is_gone(row));
        match (want, standing().next(), standing().next_back()) {
            (Want::Bottom, _, _) => Page { from: From::Bottom, limit: two },
            (Want::Before, Some(first), _) => Page { from: From::Before(first.key()), limit: two },
            (Want::After, _, Some(last)) => Page { from: From::After(last.key()), limit: two },
            (Want::Refresh, Some(_), _) if self.more_before || first_held > 0 || self.around => {
                let from = self.anchor().map_or(From::Top, |row| From::At(row.key()));
                Page { from, limit: rows(self.top - first_held + self.height * 2) }
            }
            (Want::Refresh | Want::Top | Want::Before | Want::After, _, _) => {
                Page { from: From::Top, limit: rows(self.top + self.height * 2) }
            }
        }
    }
}
