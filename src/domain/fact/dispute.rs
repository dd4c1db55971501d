//! What the facts about disputes say of themselves; the facts are `dispute::act`.

use super::Says;
use crate::domain::dispute::act::DisputeFact;

impl Says for DisputeFact {
    fn kind(&self) -> &'static str {
        DisputeFact::kind(self)
    }

    fn erases(&self) -> bool {
        matches!(self, DisputeFact::Erased(_))
    }
}
