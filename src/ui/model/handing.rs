//! The handover that is being made on this console, and how it is kept by the desk until it is signed or accepted: a line
//! that drops in the middle of the read-back must not cost it.

use super::told::Told;
use crate::domain::handover::{Draft, Item};
use crate::domain::{Private, RecordId};
use crate::ui::list::List;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The name under which the desk keeps it, among the drafts of forms.
pub const DRAFT_NAME: &str = "handover-notes";

/// The handover that is being made on this console: it is the desk's only once it is signed or accepted.
#[derive(Clone, Debug)]
pub struct Handing {
    /// Whether the screen shows what would be handed over now, and not the list of handovers.
    pub on_draft: bool,
    /// What the desk collects.
    pub draft: Told<Draft>,
    /// Its items.
    pub items: List<Item>,
    /// What the officers have noted.
    pub notes: Notes,
}

/// What the two officers have noted on this console.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notes {
    /// What may go wrong, by item, for the signature.
    #[serde(default)]
    pub remarks: BTreeMap<RecordId, Private>,
    /// What the incoming officer has read back, by handover.
    #[serde(default)]
    pub read_back: BTreeMap<RecordId, BTreeSet<RecordId>>,
}

impl Default for Handing {
    fn default() -> Handing {
        Handing { on_draft: true, draft: Told::default(), items: List::default(), notes: Notes::default() }
    }
}

impl Handing {
    /// Another officer sits down: only what the screen shows and where the cursor is stays.
    pub fn clear(&mut self) {
        let (on_draft, mut items) = (self.on_draft, std::mem::take(&mut self.items));
        items.clear();
        *self = Handing { on_draft, items, ..Handing::default() };
    }
}

impl Notes {
    /// The items of a handover that were read back.
    pub fn read_back_of(&self, id: RecordId) -> impl Iterator<Item = RecordId> {
        self.read_back.get(&id).into_iter().flatten().copied()
    }

    /// What the desk shall keep; none when nothing is noted.
    pub fn to_body(&self) -> Option<Private> {
        if self.remarks.is_empty() && self.read_back.values().all(BTreeSet::is_empty) {
            return None;
        }
        serde_json::to_string(self).ok().map(Private)
    }

    /// What the desk has kept; nothing when another version of the program kept it in another shape.
    pub fn from_body(body: &Private) -> Notes {
        serde_json::from_str(body).unwrap_or_default()
    }
}
