//! What a command did, as told to the one who asked.

use super::id::{RecordId, Rev};
use serde::{Deserialize, Serialize};

/// What a command did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The record it made or changed; for a report sent again, the one that was there.
    pub id: Option<RecordId>,
    /// How often that record has changed now.
    pub rev: Option<Rev>,
    /// The journal's entries that it made: first and last.
    pub entries: Option<(u64, u64)>,
    /// The kinds of those entries.
    pub kinds: Vec<String>,
    /// Whether this is the answer to a command that had been done before, under the same key.
    #[serde(default)]
    pub repeated: bool,
}
