//! Mediating: who leads, when everybody sits together, and more time when everybody consents.

use super::super::deadline::extendable;
use super::{Asked, Decided, ahead, few, refused};
use crate::domain::decide::happened;
use crate::domain::dispute::act::DisputeAct;
use crate::domain::dispute::refusal::DisputeRefusal;
use crate::domain::dispute::said::{FourFixed, Planned, Sat};
use crate::domain::dispute::{DisputeStep, LIST_MAX};
use crate::domain::due::{self, Due};
use crate::domain::fact::{DeadlineFact, Fact};
use crate::domain::limits::{EVENT_AHEAD_S, filled, fits, reasoned};
use crate::domain::refusal::Field;
use crate::domain::rules::Mark;
use crate::domain::{Private, Refusal};

impl Asked<'_> {
    pub(super) fn assign(&self, fixed: &FourFixed) -> Result<(), Refusal> {
        fits(Field::Measure, &fixed.measure)?;
        self.mediates(&fixed.lead)?;
        self.stands_in_for(&fixed.answers)?;
        fixed.deadline.map_or(Ok(()), |deadline| ahead(deadline, self.at))
    }

    pub(super) fn plan(&self, planned: &Planned) -> Result<(), Refusal> {
        fits(Field::Place, &planned.place)?;
        ahead(planned.at, self.at)
    }

    pub(super) fn sit(&self, sat: &Sat) -> Result<(), Refusal> {
        few(self.dispute.sittings.len(), LIST_MAX)?;
        fits(Field::Place, &sat.place)?;
        filled(Field::Said, &sat.said)?;
        if sat.at.duration_since(self.at.at).as_secs() > EVENT_AHEAD_S {
            return Err(refused(DisputeRefusal::TimeAhead));
        }
        if sat.mediators.is_empty() {
            return Err(refused(DisputeRefusal::NobodyMediated));
        }
        few(sat.mediators.len().max(sat.others.len()).max(sat.came.len()), LIST_MAX)?;
        sat.mediators.iter().try_for_each(|officer| self.mediates(officer))?;
        sat.others.iter().try_for_each(|name| filled(Field::Name, name))?;
        if sat.came.is_empty() {
            return Err(refused(DisputeRefusal::NobodyCame));
        }
        self.parties(&sat.came)?;
        sat.next.as_ref().map_or(Ok(()), |next| self.plan(next))
    }

    /// Refuses numbers that are no party's.
    pub(super) fn parties(&self, numbers: &[u16]) -> Result<(), Refusal> {
        let stranger = numbers.iter().find(|n| self.dispute.party(**n).is_none());
        stranger.map_or(Ok(()), |n| Err(refused(DisputeRefusal::NoSuchParty { n: *n })))
    }

    /// Refuses what every party must agree to while one is missing.
    pub(super) fn all_assent(&self, step: DisputeStep, numbers: &[u16]) -> Result<(), Refusal> {
        self.parties(numbers)?;
        let missing = self.dispute.missing(numbers);
        if missing.is_empty() {
            return Ok(());
        }
        Err(refused(DisputeRefusal::NeedsAssent { id: self.dispute.id, step, missing }))
    }

    /// More days for the mediation, as far as the station's rule allows: only with everybody's consent.
    pub(super) fn extend(&self, act: &DisputeAct, days: u16, reason: &Private, parties: &[u16]) -> Decided {
        reasoned(reason)?;
        let Some((due, rule)) = self.owes(Mark::Mediating, Mark::Ended) else {
            return Err(Refusal::NotExtendable { rule: "mediate".into(), days: 0, times: 0 });
        };
        let clock = self.dispute.clocks.of(&due.owed.rule, due.from);
        extendable(rule, &due.owed.rule, &clock, days)?;
        self.all_assent(DisputeStep::Extend, parties)?;
        let (rule, from, reason) = (due.owed.rule, due.from, reason.clone());
        let extended = DeadlineFact::Extended { rule, from, days, reason, agreed: true };
        Ok(vec![self.done(act.clone()), happened(self.dispute.id, Fact::Deadline(extended))])
    }

    /// What is owed on the dispute between two marks, and the rule that says so.
    pub(super) fn owes(&self, starts: Mark, stops: Mark) -> Option<(Due, &crate::domain::rules::Rule)> {
        let station = &self.loaded.station;
        let rule = due::rule_for(self.dispute, starts, stops, station)?;
        let owed = due::owed(self.dispute, station).into_iter();
        owed.into_iter().find(|due| due.owed.rule == rule.code).map(|due| (due, rule))
    }
}
