//! When a dispute has passed the marks that its clocks start and stop with.

use super::terms::{AgreementForm, ObligationState};
use super::{Dispute, DisputeStatus};
use crate::domain::clocks::Clocks;
use crate::domain::due::{Clocked, Part, WaitsFor};
use crate::domain::id::{Code, RecordId, Rev, Subject};
use crate::domain::moment::Stamp;
use crate::domain::pair;
use crate::domain::private::Private;
use crate::domain::record::{Paired, Recorded};
use crate::domain::report::Priority;
use crate::domain::row::gist;
use crate::domain::rules::Mark;
use jiff::Timestamp;

impl Clocked for Dispute {
    fn id(&self) -> RecordId {
        self.id
    }

    fn passed(&self) -> Vec<(Mark, Timestamp)> {
        let last = self.last.stamp.at;
        let marks = [
            (Mark::Found, Some(self.found.at)),
            (Mark::Assigned, self.assigned.or((self.status != DisputeStatus::Found).then_some(last))),
            (Mark::Mediating, self.mediating.or(self.over())),
            (Mark::Ended, self.mediation_ended()),
            (Mark::Agreed, self.may_be_confirmed()),
            (Mark::ConfirmationSought, self.confirmation_over()),
            (Mark::SittingPlanned, self.sitting_planned()),
            (Mark::Breached, self.breached()),
            (Mark::Fulfilled, self.fulfilled.as_ref().map(|stamp| stamp.at)),
            (Mark::FollowedUp, self.followed_up().map(|followed| followed.stamp.at).or(self.over())),
            (Mark::Closed, self.over()),
            (Mark::MarkedViolent, self.contact_owed()),
            (Mark::Major, self.major.filter(|_| self.is_major())),
            (Mark::PackageDrawn, self.package.as_ref().map(|package| package.stamp.at).or(self.over())),
            (Mark::PackageConcluded, self.package_concluded()),
        ];
        marks.into_iter().filter_map(|(mark, at)| Some((mark, at?))).collect()
    }

    fn parts(&self, starts: Mark) -> Vec<Part> {
        if starts != Mark::Promised || self.status != DisputeStatus::Agreed {
            return Vec::new();
        }
        let Some(agreement) = self.agreement() else { return Vec::new() };
        let open = agreement.obligations.iter().filter(|o| o.state == ObligationState::Open);
        let from = agreement.stamp.at;
        open.map(|o| Part { n: o.n, from, given: Some(o.promise.due.unwrap_or(from)) }).collect()
    }

    fn given(&self, starts: Mark) -> Option<Timestamp> {
        let given = [
            (Mark::Assigned, self.fixed.as_ref().and_then(|fixed| fixed.deadline)),
            (Mark::SittingPlanned, self.planned.as_ref().map(|(_, planned)| planned.at)),
            (Mark::PackageDrawn, self.package.as_ref().map(|package| package.measures.by)),
        ];
        given.into_iter().find_map(|(mark, at)| at.filter(|_| mark == starts))
    }

    fn priority(&self) -> Option<Priority> {
        Some(self.ranks())
    }

    fn beat(&self) -> Option<&Code> {
        self.matter.beat.as_ref()
    }

    fn clocks(&self) -> &Clocks {
        &self.clocks
    }

    fn waits_for(&self, stops: Mark) -> WaitsFor {
        let responsible = self.package.as_ref().map(|package| &package.measures.responsible);
        let officer = responsible.filter(|_| stops == Mark::PackageConcluded).or(self.lead());
        officer.cloned().map_or(WaitsFor::Desk, WaitsFor::Officer)
    }

    fn gist(&self) -> Private {
        gist(&self.names())
    }
}

impl Recorded for Dispute {
    fn subject(&self) -> Subject {
        Subject::Record(self.id)
    }

    fn rev(&self) -> Rev {
        self.rev
    }

    fn last_hand(&self) -> Stamp {
        self.last.stamp.clone()
    }

    fn paired(&self) -> Option<Paired> {
        Some(Paired { at: self.found.at, pairs: pair::of_dispute(self) })
    }

    fn with_it(&self) -> Vec<RecordId> {
        self.escalations.iter().chain(&self.supervisions).copied().collect()
    }

    fn clocked(&self) -> Option<&dyn Clocked> {
        Some(self)
    }

    fn clocks_mut(&mut self) -> Option<(&mut Clocks, &mut Rev)> {
        Some((&mut self.clocks, &mut self.rev))
    }
}

impl Dispute {
    /// When it left the desk's hands.
    fn over(&self) -> Option<Timestamp> {
        let ended = self.ending.as_ref().map_or(self.last.stamp.at, |ending| ending.stamp.at);
        (!self.status.is_unresolved()).then_some(ended)
    }

    fn mediation_ended(&self) -> Option<Timestamp> {
        let agreed = matches!(self.status, DisputeStatus::Agreed | DisputeStatus::Fulfilled);
        let agreement = self.agreement().filter(|_| agreed).map(|agreement| agreement.stamp.at);
        agreement.or(self.over())
    }

    /// Since when a court may be asked to confirm what was agreed: only what is written, and only while it is not kept.
    fn may_be_confirmed(&self) -> Option<Timestamp> {
        let agreement = self.agreement().filter(|_| self.status == DisputeStatus::Agreed)?;
        (agreement.form == AgreementForm::Written).then_some(agreement.stamp.at)
    }

    fn confirmation_over(&self) -> Option<Timestamp> {
        let said = self.agreement().is_some_and(|agreement| agreement.confirmation.is_some());
        said.then_some(self.last.stamp.at)
    }

    fn sitting_planned(&self) -> Option<Timestamp> {
        let still = matches!(self.status, DisputeStatus::Accepted | DisputeStatus::Mediating);
        self.planned.as_ref().filter(|_| still).map(|(stamp, _)| stamp.at)
    }

    /// Since when an obligation of the agreement that stands is broken.
    fn breached(&self) -> Option<Timestamp> {
        let agreement = self.agreement().filter(|_| self.status == DisputeStatus::Agreed)?;
        let broken = agreement.obligations.iter().filter(|o| o.state == ObligationState::Broken);
        broken.filter_map(|o| o.settled.as_ref()).map(|settled| settled.stamp.at).max()
    }

    /// Since when somebody has to be spoken to because it may turn violent: anew after each time.
    fn contact_owed(&self) -> Option<Timestamp> {
        let marked = self.violent.as_ref().filter(|_| self.status.is_unresolved())?.stamp.at;
        let spoken = self.contacts.last().map_or(marked, |contact| contact.stamp.at);
        Some(spoken.max(marked))
    }

    fn package_concluded(&self) -> Option<Timestamp> {
        let result = self.package.as_ref().and_then(|package| package.result.as_ref());
        result.map(|result| result.stamp.at).or(self.over())
    }
}
