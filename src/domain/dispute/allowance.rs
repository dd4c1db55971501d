//! What a mediator is paid for a dispute that ended: by how grave it was, from the station's rates.

use super::terms::Severity;
use super::{Dispute, DisputeStatus};
use crate::domain::id::{OfficerId, RecordId};
use crate::domain::money::Money;
use crate::domain::rules::Rules;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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

impl Dispute {
    /// What is paid for it, when it ended and anything is.
    pub fn paid(&self) -> Option<Paid> {
        let ending = self.ending.as_ref()?;
        Some(Paid {
            id: self.id,
            lead: self.lead()?.clone(),
            severity: self.matter.severity,
            status: ending.status,
            at: ending.stamp.at,
            amount: ending.allowance?,
        })
    }
}

/// One dispute that ended and is paid for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paid {
    /// The dispute.
    pub id: RecordId,
    /// Who led it.
    pub lead: OfficerId,
    /// How grave it was.
    pub severity: Severity,
    /// How: closed as kept, or mediation failed.
    pub status: DisputeStatus,
    /// When it ended.
    pub at: Timestamp,
    /// How much, by the rates of that day.
    pub amount: Money,
}

/// What one officer is paid, and the disputes behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaidTo<'a> {
    /// Who.
    pub lead: &'a OfficerId,
    /// How much in all.
    pub amount: Money,
    /// For these, in the order in which they ended.
    pub disputes: Vec<&'a Paid>,
}

/// What is paid for the disputes that ended in a span of time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// In the order in which they ended.
    pub disputes: Vec<Paid>,
    /// Whether there are more than one sheet holds: then a shorter span is to be asked for.
    pub more: bool,
}

impl Sheet {
    /// The sums by officer, in the order of their numbers. Every dispute stands behind exactly one of them.
    pub fn by_lead(&self) -> Vec<PaidTo<'_>> {
        let mut sums: BTreeMap<&OfficerId, PaidTo<'_>> = BTreeMap::new();
        for paid in &self.disputes {
            let nothing = PaidTo { lead: &paid.lead, amount: Money::default(), disputes: Vec::new() };
            let sum = sums.entry(&paid.lead).or_insert(nothing);
            sum.amount = sum.amount.and(paid.amount);
            sum.disputes.push(paid);
        }
        sums.into_values().collect()
    }

    /// What is paid in all.
    pub fn total(&self) -> Money {
        self.disputes.iter().fold(Money::default(), |sum, paid| sum.and(paid.amount))
    }
}
