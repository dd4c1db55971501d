//! What is owed where the officer is: the line under the cursor of the due queue, or everything that the open record owes.

use super::open::Open;
use super::{Model, Under};
use crate::domain::clocks::Clock;
use crate::domain::due::{Clocked, Due};

impl Model {
    /// What an act on something owed would be done on.
    pub fn owed_here(&self) -> Vec<&Due> {
        match (&self.open, self.under()) {
            (Some(open), _) => open.owes().into_iter().flatten().collect(),
            (None, Under::Due(due)) => vec![due],
            (_, _) => Vec::new(),
        }
    }

    /// The clock of something that the open record owes.
    pub fn clock_here(&self, due: &Due) -> Option<Clock> {
        let open = self.open.as_ref().filter(|open| open.id() == due.about)?;
        let clocks = match open {
            Open::Report(page) => page.told.get()?.report.clocks(),
            Open::Dispute(page) => page.told.get()?.dispute.clocks(),
            Open::Handover(_) => return None,
        };
        Some(clocks.of(&due.owed.rule, due.from))
    }
}
