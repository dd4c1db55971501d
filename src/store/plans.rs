//! What SQLite means to do for every statement that a screen asks: it must go by an index, without sorting.

use std::cell::RefCell;
use std::collections::BTreeSet;

thread_local! {
    static NOTED: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// Notes a statement that was prepared on this thread.
pub(crate) fn note(sql: &str) {
    NOTED.with_borrow_mut(|noted| {
        noted.insert(sql.to_owned());
    });
}
