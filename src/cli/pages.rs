//! Lists read page by page until they end, or until enough was read.

use super::context::Call;
use super::failure::Failure;
use crate::domain::query::{Answer, From, PAGE_MAX, Page, Query, RowKey, Rows};
use std::collections::BTreeSet;

/// How many rows people are shown when they don't say how many.
const FOR_PEOPLE: usize = 200;

/// What was read, and whether the list has more.
pub(super) struct Read<T> {
    pub(super) rows: Vec<T>,
    pub(super) more: bool,
}

/// How many rows are wanted: a program gets all of them.
pub(super) fn wanted(call: &Call<'_>, limit: Option<usize>) -> usize {
    limit.unwrap_or(if call.context.json { usize::MAX } else { FOR_PEOPLE })
}

/// Reads a list. A row that came twice because the list moved meanwhile is given once.
pub(super) fn read<T>(
    call: &mut Call<'_>,
    most: usize,
    ask: impl Fn(Page) -> Query,
    rows_of: impl Fn(Answer) -> Option<Rows<T>>,
    key: impl Fn(&T) -> RowKey,
) -> Result<Read<T>, Failure> {
    let (mut seen, mut rows) = (BTreeSet::new(), Vec::new());
    let (mut from, mut more) = (From::Top, true);
    while more && rows.len() < most {
        let limit = u16::try_from(most - rows.len()).unwrap_or(PAGE_MAX).min(PAGE_MAX);
        let answer = call.ask(ask(Page { from, limit }))?;
        let page = rows_of(answer).ok_or_else(|| call.nonsense())?;
        more = page.more_after && !page.rows.is_empty();
        from = page.rows.last().map_or(From::Top, |row| From::After(key(row)));
        rows.extend(page.rows.into_iter().filter(|row| seen.insert(key(row))));
    }
    Ok(Read { rows, more })
}
