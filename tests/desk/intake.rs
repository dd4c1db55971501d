//! Files in: the report format and its encodings, the spool folder, the watch. Trials F24 to F27.

mod format;
mod spool;
mod watch;

use dutydesk::config::demo_setup;
use dutydesk::domain::Station;
use dutydesk::domain::setup::Standing;
use jiff::Timestamp;
use std::sync::{Arc, LazyLock};

/// The training station's setup.
fn station() -> Arc<Station> {
    static STATION: LazyLock<Arc<Station>> = LazyLock::new(|| {
        let standing = |item| Standing { item, retired: false, rev: 1 };
        let items = demo_setup().items.into_iter().map(|item| (item.key(), standing(item))).collect();
        Arc::new(Station { items })
    });
    Arc::clone(&STATION)
}

/// The night of the tests.
fn now() -> Timestamp {
    "2026-11-21T22:46:00+08:00".parse().unwrap()
}
