//! What facts do to a setup item.

use crate::domain::fact::SetupFact;
use crate::domain::setup::Standing;

pub(super) fn apply(before: Option<Standing>, fact: &SetupFact) -> Option<Standing> {
    let rev = before.as_ref().map_or(1, |standing| standing.rev + 1);
    match (fact, before) {
        (SetupFact::Set(item), _) => Some(Standing { item: (**item).clone(), retired: false, rev }),
        (SetupFact::Retired, Some(before)) => Some(Standing { retired: true, rev, ..before }),
        (SetupFact::PassphraseSet, Some(before)) => Some(Standing { rev, ..before }),
        (SetupFact::Retired | SetupFact::PassphraseSet, None) => None,
    }
}
