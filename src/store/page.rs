//! PURE. Pages of a list by the place of its rows: the same cost from anywhere, and no row twice or left out while others
//! come in.

use super::error::StoreError;
use crate::domain::query::{From, PAGE_MAX, Page, RowKey, Rows};

/// Where a row stands in a list. Most lists are ordered by the key of their rows, from the newest down.
pub(crate) trait Place: Copy {
    /// Before every row.
    const TOP: Self;
    /// After every row.
    const BOTTOM: Self;
    /// The nearest place before this one.
    fn before(self) -> Self;
    /// The nearest place after this one.
    fn after(self) -> Self;
}

impl Place for RowKey {
    const TOP: RowKey = RowKey::MAX;
    const BOTTOM: RowKey = RowKey::MIN;

    fn before(self) -> RowKey {
        self.saturating_add(1)
    }

    fn after(self) -> RowKey {
        self.saturating_sub(1)
    }
}

/// Which way a list is read: down is as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// From its first row on: keys get smaller.
    Down,
    /// From its last row on: keys get larger.
    Up,
}

/// A stretch of a list: at most `most` rows past a place, in the order of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch<P = RowKey> {
    /// Which way.
    pub(crate) way: Way,
    /// The rows begin past this place.
    pub(crate) past: P,
    /// How many.
    pub(crate) most: usize,
}

impl<P> Stretch<P> {
    /// How many rows, as SQLite takes it.
    pub(crate) fn limit(&self) -> i64 {
        i64::try_from(self.most).unwrap_or(i64::MAX)
    }
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
}

/// Where a page begins, as [`From`] says it of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Begin<P> {
    Top,
    Bottom,
    After(P),
    Before(P),
    At(P),
}

impl Begin<RowKey> {
    pub(crate) const fn of(from: From) -> Begin<RowKey> {
        match from {
            From::Top => Begin::Top,
            From::Bottom => Begin::Bottom,
            From::After(row) => Begin::After(row),
            From::Before(row) => Begin::Before(row),
            From::At(row) => Begin::At(row),
        }
    }
}

/// Reads a page of a list that is ordered by its keys. `read` gives the rows of a stretch in the order of its way.
pub(crate) fn page<T>(
    page: Page,
    total: Option<u64>,
    key: impl Fn(&T) -> RowKey,
    read: impl FnMut(Stretch) -> Result<Vec<T>, StoreError>,
) -> Result<Rows<T>, StoreError> {
    placed(Begin::of(page.from), page.limit, total, key, read)
}

/// Reads a page of a list in any order.
pub(crate) fn placed<P: Place, T>(
    begin: Begin<P>,
    limit: u16,
    total: Option<u64>,
    place: impl Fn(&T) -> P,
    mut read: impl FnMut(Stretch<P>) -> Result<Vec<T>, StoreError>,
) -> Result<Rows<T>, StoreError> {
    let limit = usize::from(limit.clamp(1, PAGE_MAX));
    let (way, past) = match begin {
        Begin::Top => (Way::Down, P::TOP),
        Begin::Bottom => (Way::Up, P::BOTTOM),
        Begin::After(row) => (Way::Down, row),
        Begin::Before(row) => (Way::Up, row),
        Begin::At(row) => (Way::Down, row.before()),
    };
    let mut rows = read(Stretch { way, past, most: limit + 1 })?;
    let further = rows.len() > limit;
    rows.truncate(limit);
    let back = match behind(begin, rows.first().map(&place)) {
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
fn behind<P: Place>(begin: Begin<P>, first: Option<P>) -> Option<(Way, P)> {
    match (begin, first) {
        (Begin::Top | Begin::Bottom, _) => None,
        (Begin::After(_) | Begin::At(_), Some(first)) => Some((Way::Up, first)),
        (Begin::Before(_), Some(first)) => Some((Way::Down, first)),
        (Begin::After(row), None) => Some((Way::Up, row.after())),
        (Begin::At(row), None) => Some((Way::Up, row)),
        (Begin::Before(row), None) => Some((Way::Down, row.before())),
    }
}
