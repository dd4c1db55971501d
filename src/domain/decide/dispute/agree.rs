//! Agreeing, keeping what was agreed, and the court's confirmation.

use super::{Asked, Decided, ahead, few, refused};
use crate::domain::calendar::begins;
use crate::domain::dispute::act::{DisputeAct, DisputeFact};
use crate::domain::dispute::refusal::DisputeRefusal;
use crate::domain::dispute::said::{Promise, Terms};
use crate::domain::dispute::terms::{AgreementForm, ObligationState};
use crate::domain::dispute::{Agreement, Confirmation, DisputeStep, LIST_MAX};
use crate::domain::limits::{filled, fits, reasoned};
use crate::domain::refusal::Field;
use crate::domain::rules::Mark;
use crate::domain::{Private, Refusal};

impl Asked<'_> {
    /// An agreement needs every party's assent. One without obligations was kept on the spot.
    pub(super) fn agree(&self, terms: &Terms) -> Decided {
        few(self.dispute.agreements.len(), LIST_MAX)?;
        few(terms.promises.len().saturating_sub(1), LIST_MAX)?;
        fits(Field::Terms, &terms.text)?;
        if terms.promises.is_empty() && terms.text.trim().is_empty() {
            return Err(refused(DisputeRefusal::EmptyAgreement));
        }
        terms.promises.iter().try_for_each(|promise| self.promised(promise))?;
        self.all_assent(DisputeStep::Agree, &terms.assents)?;
        let kept = terms.promises.is_empty().then(|| self.fact(DisputeFact::Fulfilled));
        Ok(std::iter::once(self.done(self.with_days(terms))).chain(kept).collect())
    }

    /// What was promised without a date is owed by the end of the day.
    fn with_days(&self, terms: &Terms) -> DisputeAct {
        let (zone, now) = (self.loaded.station.zone(), self.at.at);
        let tomorrow = zone.to_datetime(now).date().tomorrow().ok();
        let today = tomorrow.and_then(|day| begins(day, &zone)).unwrap_or(now);
        let mut terms = terms.clone();
        for promise in &mut terms.promises {
            promise.due.get_or_insert(today);
        }
        DisputeAct::Agree(Box::new(terms))
    }

    fn promised(&self, promise: &Promise) -> Result<(), Refusal> {
        self.parties(&[promise.by])?;
        filled(Field::Obligation, &promise.what)?;
        promise.due.map_or(Ok(()), |due| ahead(due, self.at))
    }

    /// With the last obligation that is kept or waived the agreement is fulfilled.
    pub(super) fn settle(&self, act: &DisputeAct, n: u16, state: ObligationState, note: &Private) -> Decided {
        let Some(obligation) = self.dispute.obligation(n) else {
            return Err(refused(DisputeRefusal::NoSuchObligation { n }));
        };
        let standing = self.dispute.agreement().map(|agreement| agreement.obligations.as_slice());
        let standing = standing.unwrap_or_default();
        if !standing.iter().any(|of_standing| of_standing.n == n) {
            return Err(refused(DisputeRefusal::ObligationReplaced { n }));
        }
        let over = match (obligation.state, state) {
            (_, ObligationState::Open | ObligationState::Replaced) => {
                return Err(Refusal::BadValue { field: Field::Obligation, value: state.code().to_owned() });
            }
            (ObligationState::Open, _) => false,
            // What was broken may be kept or given up after all.
            (ObligationState::Broken, ObligationState::Kept | ObligationState::Waived) => false,
            (
                ObligationState::Broken
                | ObligationState::Kept
                | ObligationState::Waived
                | ObligationState::Replaced,
                _,
            ) => true,
        };
        if let (true, Some(settled)) = (over, &obligation.settled) {
            let by = settled.stamp.clone();
            return Err(refused(DisputeRefusal::ObligationSettled { n, by }));
        }
        match state {
            ObligationState::Broken | ObligationState::Waived => reasoned(note)?,
            ObligationState::Kept | ObligationState::Open | ObligationState::Replaced => {
                fits(Field::Note, note)?;
            }
        }
        let settles = |state| matches!(state, ObligationState::Kept | ObligationState::Waived);
        let last = settles(state) && standing.iter().all(|o| o.n == n || settles(o.state));
        let fulfilled = last.then(|| self.fact(DisputeFact::Fulfilled));
        Ok(std::iter::once(self.done(act.clone())).chain(fulfilled).collect())
    }

    fn agreement(&self) -> Result<&Agreement, Refusal> {
        let (id, status) = (self.dispute.id, self.dispute.status);
        let step = DisputeStep::SeekConfirmation;
        let none = || refused(DisputeRefusal::WrongStep { id, status, step });
        self.dispute.agreement().ok_or_else(none)
    }

    /// The parties ask together, in writing agreed, and in time.
    pub(super) fn seek(&self, court: &Private, parties: &[u16]) -> Result<(), Refusal> {
        let id = self.dispute.id;
        let agreement = self.agreement()?;
        if agreement.form != AgreementForm::Written {
            return Err(refused(DisputeRefusal::NeedsWriting { id }));
        }
        match &agreement.confirmation {
            None | Some(Confirmation::Left { .. }) => {}
            Some(Confirmation::Sought { stamp, .. } | Confirmation::Decided { stamp, .. }) => {
                return Err(refused(DisputeRefusal::ConfirmationSettled { id, by: stamp.clone() }));
            }
        }
        filled(Field::Court, court)?;
        if let Some(ended) = self.window_end().filter(|end| *end < self.at.at) {
            return Err(refused(DisputeRefusal::WindowOver { id, ended }));
        }
        self.all_assent(DisputeStep::SeekConfirmation, parties)
    }

    /// Until when a court can be asked; none when the station has no such rule in force.
    fn window_end(&self) -> Option<jiff::Timestamp> {
        use crate::domain::{calendar::ends, due::rule_for};
        let station = &self.loaded.station;
        let rule = rule_for(self.dispute, Mark::Agreed, Mark::ConfirmationSought, station)?;
        let from = self.dispute.agreement()?.stamp.at;
        ends(rule.within, from, &station.zone(), &station.rules().calendar)
    }

    pub(super) fn confirmed(&self, note: &Private) -> Result<(), Refusal> {
        let id = self.dispute.id;
        match &self.agreement()?.confirmation {
            Some(Confirmation::Sought { .. }) => fits(Field::Note, note),
            Some(Confirmation::Decided { stamp, .. }) => {
                Err(refused(DisputeRefusal::ConfirmationSettled { id, by: stamp.clone() }))
            }
            None | Some(Confirmation::Left { .. }) => Err(refused(DisputeRefusal::NotSought { id })),
        }
    }

    pub(super) fn leave(&self, reason: &Private) -> Result<(), Refusal> {
        let id = self.dispute.id;
        match &self.agreement()?.confirmation {
            None => reasoned(reason),
            Some(Confirmation::Sought { .. }) => Err(refused(DisputeRefusal::CourtWaits { id })),
            Some(Confirmation::Left { stamp, .. } | Confirmation::Decided { stamp, .. }) => {
                Err(refused(DisputeRefusal::ConfirmationSettled { id, by: stamp.clone() }))
            }
        }
    }
}
