//! What a mediator is paid for a dispute that ended: by how grave it was, from the station's rates.

use super::{Dispute, DisputeStatus};
use crate::domain::money::Money;
use crate::domain::rules::Rules;

/// The allowance for a dispute that ends like this; none when nothing is paid for it.
pub fn allowance(dispute: &Dispute, ends: DisputeStatus, rules: &Rules) -> Option<Money> {
    let rate = rules.allowances.iter().find(|rate| rate.severity == dispute.matter.severity)?;
    let paid = match ends {
        DisputeStatus::Closed => rate.fulfilled,
        DisputeStatus::Failed => rate.failed,
        DisputeStatus::Found
        | DisputeStatus::Accepted
        | DisputeStatus::Mediating
        | DisputeStatus::Agreed
        | DisputeStatus::Fulfilled
        | DisputeStatus::Withdrawn
        | DisputeStatus::Erased => return None,
    };
    (paid != Money::default() && dispute.lead().is_some()).then_some(paid)
}
