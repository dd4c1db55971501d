//! Entering a dispute, and its parties.

use super::{Asked, Decided, few, link, linkable, refused};
use crate::domain::decide::{happened, not_found};
use crate::domain::dispute::act::{DisputeAct, DisputeFact};
use crate::domain::dispute::refusal::DisputeRefusal;
use crate::domain::dispute::said::{Finding, Party};
use crate::domain::dispute::{LIST_MAX, PARTIES_MIN};
use crate::domain::fact::Fact;
use crate::domain::limits::{filled, fits, reasoned};
use crate::domain::refusal::Field;
use crate::domain::sweep::Sweep;
use crate::domain::{Kind, Loaded, OfficerId, RecordId, Refusal, Station};

pub(super) fn find(loaded: &Loaded, finding: &Finding) -> Decided {
    let matter = &finding.matter;
    filled(Field::Narrative, &matter.narrative)?;
    fits(Field::Place, &matter.place)?;
    if let Some(code) = matter.beat.as_ref().filter(|code| !loaded.station.has_beat(code)) {
        return Err(Refusal::UnknownBeat { code: code.clone() });
    }
    let first = finding.parties.first();
    let another = |party: &&Party| {
        first.is_some_and(|first| (&first.name, &first.phone) != (&party.name, &party.phone))
    };
    if finding.parties.len() < PARTIES_MIN || !finding.parties.iter().any(|party| another(&party)) {
        return Err(refused(DisputeRefusal::NeedsParties));
    }
    few(finding.parties.len().saturating_sub(1), LIST_MAX)?;
    few(finding.reports.len().max(finding.earlier.len()), LIST_MAX)?;
    finding.parties.iter().try_for_each(written)?;
    finding.violent.as_ref().map_or(Ok(()), reasoned)?;
    finding.reports.iter().chain(&finding.earlier).try_for_each(|to| linkable(loaded, None, *to))?;
    if let Some(sweep) = finding.sweep.filter(|sweep| loaded.get::<Sweep>(*sweep).is_none()) {
        return Err(not_found(sweep));
    }
    let id = *loaded.next.get(&Kind::Dispute).ok_or(Refusal::NotFound { what: "D".to_owned() })?;
    let parties = finding.parties.iter().map(|party| known(party, &loaded.station)).collect();
    let reports = link::with_calls(loaded, &finding.reports, &[]);
    let on_reports = link::on_reports(id, &reports);
    let earlier = earlier(loaded, &finding.earlier);
    let found = Finding { parties, reports, earlier, ..finding.clone() };
    let found = happened(id, Fact::Dispute(DisputeFact::Found(Box::new(found))));
    Ok(std::iter::once(found).chain(on_reports).collect())
}

/// The earlier disputes that were named and those between the same two that the desk knows, the last ones of too many.
fn earlier(loaded: &Loaded, named: &[RecordId]) -> Vec<RecordId> {
    let known = loaded.disputes.iter().filter(|id| !named.contains(id));
    let room = LIST_MAX.saturating_sub(named.len());
    let known: Vec<RecordId> = known.rev().take(room).copied().collect();
    let mut all: Vec<RecordId> = known.into_iter().chain(named.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether what is told of a party fits its fields.
fn written(party: &Party) -> Result<(), Refusal> {
    filled(Field::Name, &party.name)?;
    fits(Field::CallerPhone, &party.phone)?;
    fits(Field::Place, &party.address)?;
    let Some(other) = &party.represented_by else { return Ok(()) };
    filled(Field::Name, &other.name)?;
    fits(Field::CallerPhone, &other.phone)?;
    fits(Field::Name, &other.capacity)
}

/// The party, with the officer that it is when it bears an officer's name: whoever is a party does not mediate.
fn known(party: &Party, station: &Station) -> Party {
    let named = |officer: &&crate::domain::Officer| officer.name.is_called(party.name.trim());
    let officer = station.officers().find(named).map(|officer| officer.number.clone());
    let officer = party.officer.clone().or(officer).filter(|_| !party.namesake);
    Party { officer, ..party.clone() }
}

impl Asked<'_> {
    pub(super) fn add_party(&self, party: &Party) -> Decided {
        few(self.dispute.parties.len(), LIST_MAX)?;
        let party = self.party(party)?;
        Ok(vec![self.done(DisputeAct::AddParty(Box::new(party)))])
    }

    pub(super) fn amend_party(&self, n: u16, party: &Party) -> Decided {
        let before = self.dispute.party(n).ok_or_else(|| refused(DisputeRefusal::NoSuchParty { n }))?;
        let party = self.party(party)?;
        if party == *before {
            return Ok(Vec::new());
        }
        Ok(vec![self.done(DisputeAct::AmendParty { n, party: Box::new(party) })])
    }

    /// A party as it is recorded; whoever leads the dispute can't become one.
    fn party(&self, party: &Party) -> Result<Party, Refusal> {
        written(party)?;
        if let Some(officer) = &party.officer {
            self.officer(officer)?;
        }
        let party = known(party, &self.loaded.station);
        match (&party.officer, self.dispute.lead()) {
            (Some(officer), Some(lead)) if officer == lead => {
                let (id, officer): (_, OfficerId) = (self.dispute.id, officer.clone());
                Err(refused(DisputeRefusal::IsParty { id, officer }))
            }
            (_, _) => Ok(party),
        }
    }
}
