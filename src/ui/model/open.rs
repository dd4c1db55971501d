//! The record that is open, and the handover that is being made.

use super::told::Told;
use crate::domain::handover::{Draft, Handover, Item};
use crate::domain::query::ReportDetail;
use crate::domain::{Private, RecordId};
use crate::ui::list::List;
use std::collections::{BTreeMap, BTreeSet};

/// The record that is open.
#[derive(Clone, Debug)]
pub enum Open {
    /// A report.
    Report(Box<OpenReport>),
    /// A handover.
    Handover(Box<OpenHandover>),
}

/// An open report.
#[derive(Clone, Debug)]
pub struct OpenReport {
    /// Which.
    pub id: RecordId,
    /// What the desk told about it.
    pub told: Told<ReportDetail>,
    /// The first line shown.
    pub top: usize,
}

/// An open handover.
#[derive(Clone, Debug)]
pub struct OpenHandover {
    /// Which.
    pub id: RecordId,
    /// What the desk told about it.
    pub told: Told<Handover>,
    /// The item under the cursor, by its place.
    pub item: usize,
    /// The first line shown.
    pub top: usize,
}

/// The handover that is being made on this console: it is the desk's only once it is signed or accepted.
#[derive(Clone, Debug)]
pub struct Handing {
    /// Whether the screen shows what would be handed over now, and not the list of handovers.
    pub on_draft: bool,
    /// What the desk collects.
    pub draft: Told<Draft>,
    /// Its items.
    pub items: List<Item>,
    /// What may go wrong, by item, for the signature.
    pub remarks: BTreeMap<RecordId, Private>,
    /// What the incoming officer has read back, by handover.
    pub read_back: BTreeMap<RecordId, BTreeSet<RecordId>>,
}

impl Default for Handing {
    fn default() -> Handing {
        Handing {
            on_draft: true,
            draft: Told::default(),
            items: List::default(),
            remarks: BTreeMap::new(),
            read_back: BTreeMap::new(),
        }
    }
}

impl Handing {
    /// The items of a handover that were read back.
    pub fn read_back_of(&self, id: RecordId) -> impl Iterator<Item = RecordId> {
        self.read_back.get(&id).into_iter().flatten().copied()
    }
}
