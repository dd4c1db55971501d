//! PURE. Pages of a list by the key of its rows: the same cost from any place, and no row twice or left out while others
//! come in.

use super::error::StoreError;
use crate::domain::query::{From, PAGE_MAX, Page, RowKey, Rows};

/// Which way a list is read: down is from the newest on, as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Keys get smaller.
    Down,
    /// Keys get larger.
    Up,
}

/// A stretch of a list: at most `most` rows past a key, in the order of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// Which way.
    pub(crate) way: Way,
    /// The rows begin past this key.
    pub(crate) past: RowKey,
    /// How many.
    pub(crate) most: usize,
}

impl Stretch {
    /// How a key compares with `past` in this stretch.
    pub(crate) const fn compares(&self) -> &'static str {
        match self.way {
            Way::Down => "<",
            Way::Up => ">",
        }
    }

    /// How the rows are ordered.
    pub(crate) const fn order(&self) -> &'static str {
        match self.way {
            Way::Down => "DESC",
            Way::Up => "ASC",
        }
    }

    /// Whether a key lies in it.
    pub(crate) const fn holds(&self, key: RowKey) -> bool {
        match self.way {
            Way::Down => key < self.past,
            Way::Up => key > self.past,
        }
    }

    /// How many rows, as SQLite takes it.
    pub(crate) fn limit(&self) -> i64 {
        i64::try_from(self.most).unwrap_or(i64::MAX)
    }
}

/// Reads a page of a list. `read` gives the rows of a stretch in the order of its way.
pub(crate) fn page<T>(
    page: Page,
    total: Option<u64>,
    key: impl Fn(&T) -> RowKey,
    mut read: impl FnMut(Stretch) -> Result<Vec<T>, StoreError>,
) -> Result<Rows<T>, StoreError> {
    let limit = usize::from(page.limit.clamp(1, PAGE_MAX));
    let (way, past) = match page.from {
        From::Top => (Way::Down, RowKey::MAX),
        From::Bottom => (Way::Up, RowKey::MIN),
        From::After(row) => (Way::Down, row),
        From::Before(row) => (Way::Up, row),
        From::At(row) => (Way::Down, row.saturating_add(1)),
    };
    let mut rows = read(Stretch { way, past, most: limit + 1 })?;
    let further = rows.len() > limit;
    rows.truncate(limit);
    let back = match behind(page.from, rows.first().map(&key)) {
        Some((way, past)) => !read(Stretch { way, past, most: 1 })?.is_empty(),
        None => false,
    };
    let (more_before, more_after) = match way {
        Way::Down => (back, further),
        Way::Up => {
            rows.reverse();
            (further, back)
        }
    };
    Ok(Rows { rows, more_before, more_after, total })
}

/// Where to look for rows that the page has left behind it.
fn behind(from: From, first: Option<RowKey>) -> Option<(Way, RowKey)> {
    match (from, first) {
        (From::Top | From::Bottom, _) => None,
        (From::After(_) | From::At(_), Some(first)) => Some((Way::Up, first)),
        (From::Before(_), Some(first)) => Some((Way::Down, first)),
        (From::After(row), None) => Some((Way::Up, row.saturating_sub(1))),
        (From::At(row), None) => Some((Way::Up, row)),
        (From::Before(row), None) => Some((Way::Down, row.saturating_add(1))),
    }
}
