//! How a dispute ends: closed after a follow-up, failed to another path, withdrawn; and erased when its time is over.

use super::super::report_exit::erase_hanging;
use super::{Asked, Decided, refused, worded};
use crate::domain::dispute::DisputeStatus;
use crate::domain::dispute::act::{DisputeAct, DisputeFact, ErasedDispute};
use crate::domain::dispute::allowance::allowance;
use crate::domain::dispute::refusal::DisputeRefusal;
use crate::domain::dispute::terms::FollowUpOutcome;
use crate::domain::limits::{fits, reasoned};
use crate::domain::officer::Role;
use crate::domain::refusal::Field;
use crate::domain::{Happened, Private, Refusal};

impl Asked<'_> {
    pub(super) fn close(&self, act: &DisputeAct, note: &Private) -> Decided {
        let id = self.dispute.id;
        fits(Field::Note, note)?;
        match self.dispute.followed_up().map(|followed| followed.asking.outcome) {
            Some(FollowUpOutcome::Satisfied) => {}
            Some(FollowUpOutcome::Unsatisfied) => return Err(refused(DisputeRefusal::NotSettled { id })),
            Some(FollowUpOutcome::NotReached) | None => {
                return Err(refused(DisputeRefusal::NeedsFollowUp { id }));
            }
        }
        self.supervised()?;
        let package = self.dispute.package.as_ref();
        if self.dispute.is_major() && package.is_none_or(|package| package.result.is_none()) {
            return Err(refused(DisputeRefusal::NeedsPackage { id, drawn_up: package.is_some() }));
        }
        Ok(self.ended(act, DisputeStatus::Closed))
    }

    pub(super) fn fail(&self, act: &DisputeAct, reason: &str, note: &Private) -> Decided {
        worded(reason, note)?;
        self.supervised()?;
        Ok(self.ended(act, DisputeStatus::Failed))
    }

    pub(super) fn withdraw(&self, reason: &str, note: &Private) -> Result<(), Refusal> {
        worded(reason, note)?;
        self.supervised()
    }

    /// A major dispute is ended by a supervisor; and one that may turn violent not before a leader took the mark off.
    fn supervised(&self) -> Result<(), Refusal> {
        if self.dispute.violent.is_some() {
            return Err(refused(DisputeRefusal::StillViolent { id: self.dispute.id }));
        }
        if self.dispute.is_major() && self.at.actor.role != Role::Supervisor {
            return Err(refused(DisputeRefusal::NeedsSupervisor { id: self.dispute.id }));
        }
        Ok(())
    }

    fn ended(&self, act: &DisputeAct, ends: DisputeStatus) -> Vec<Happened> {
        let paid = allowance(self.dispute, ends, self.loaded.station.rules());
        let allowed = paid.map(|allowance| self.fact(DisputeFact::Allowed { allowance }));
        std::iter::once(self.done(act.clone())).chain(allowed).collect()
    }

    /// What was told about it is gone, with its escalations and supervision orders.
    pub(super) fn erase(&self, reason: &Private) -> Decided {
        reasoned(reason)?;
        let dispute = self.dispute;
        let left = ErasedDispute {
            category: dispute.matter.category,
            severity: dispute.matter.severity,
            beat: dispute.matter.beat.clone(),
            found: dispute.found.clone(),
            status: dispute.status,
            ended: dispute.ending.as_ref().map_or(&dispute.last.stamp, |ending| &ending.stamp).clone(),
            allowance: dispute.ending.as_ref().and_then(|ending| ending.allowance),
            lead: dispute.lead().cloned(),
            rev: dispute.rev,
            reason: reason.clone(),
        };
        let erased = self.fact(DisputeFact::Erased(Box::new(left)));
        let hanging = erase_hanging(self.loaded, &dispute.escalations, &dispute.supervisions);
        Ok(std::iter::once(erased).chain(hanging).collect())
    }
}
