//! What the facts about disputes say of themselves; the facts are `dispute::act`.

use super::Says;
use crate::domain::Private;
use crate::domain::dispute::act::{DisputeAct, DisputeFact};

impl Says for DisputeFact {
    fn kind(&self) -> &'static str {
        DisputeFact::kind(self)
    }

    fn erases(&self) -> bool {
        matches!(self, DisputeFact::Erased(_))
    }

    fn noted(&self) -> Option<&Private> {
        if let DisputeFact::Done(DisputeAct::Note { text }) = self { Some(text) } else { None }
    }
}
