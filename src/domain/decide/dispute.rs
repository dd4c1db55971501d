//! Disputes: which act may follow where one stands, and who may take it.

mod agree;
mod end;
mod found;
mod link;
mod mediate;

use super::{happened, not_found};
use crate::domain::access;
use crate::domain::dispute::act::{DisputeAct, DisputeCommand, DisputeFact};
use crate::domain::dispute::refusal::DisputeRefusal;
use crate::domain::dispute::said::{Involved, MatterChange, Measures};
use crate::domain::dispute::terms::Severity;
use crate::domain::dispute::{Dispute, DisputeStatus, DisputeStep, LIST_MAX, fits};
use crate::domain::fact::Fact;
use crate::domain::limits::{self, filled, reasoned};
use crate::domain::officer::Role;
use crate::domain::refusal::Field;
use crate::domain::report::Status;
use crate::domain::{Happened, Kind, Loaded, Moment, OfficerId, Private, RecordId, Refusal, Report};

type Decided = Result<Vec<Happened>, Refusal>;

pub(super) fn decide(loaded: &Loaded, command: &DisputeCommand, at: &Moment) -> Decided {
    match command {
        DisputeCommand::Find(finding) => found::find(loaded, finding),
        DisputeCommand::Act { id, act } => {
            let dispute = loaded.get::<Dispute>(*id).ok_or_else(|| not_found(*id))?;
            fitting(dispute, act.step())?;
            if act.step() != DisputeStep::Note {
                no_party(dispute, &at.actor.officer)?;
            }
            let asked = Asked { loaded, dispute, at };
            asked.decide(act)
        }
    }
}

/// An act on a dispute that is there.
struct Asked<'a> {
    loaded: &'a Loaded,
    dispute: &'a Dispute,
    at: &'a Moment,
}

impl Asked<'_> {
    fn decide(&self, act: &DisputeAct) -> Decided {
        match act {
            DisputeAct::Accept { measure } => {
                limits::fits(Field::Measure, measure)?;
                self.mediates(&self.at.actor.officer)?;
            }
            DisputeAct::Assign(fixed) => self.assign(fixed)?,
            DisputeAct::Amend(change) => {
                self.amend(change)?;
                if **change == MatterChange::default() {
                    return Ok(Vec::new());
                }
            }
            DisputeAct::AddParty(party) => return self.add_party(party),
            DisputeAct::AmendParty { n, party } => return self.amend_party(*n, party),
            DisputeAct::Plan(planned) => self.plan(planned)?,
            DisputeAct::Sit(sat) => self.sit(sat)?,
            DisputeAct::Agree(terms) => return self.agree(terms),
            DisputeAct::Settle { obligation, state, note } => {
                return self.settle(act, *obligation, *state, note);
            }
            DisputeAct::Reopen { reason, note } => {
                worded(reason.code(), note)?;
                self.mediates_or_nobody()?;
            }
            DisputeAct::SeekConfirmation { court, parties } => self.seek(court, parties)?,
            DisputeAct::DecideConfirmation { note, .. } => self.confirmed(note)?,
            DisputeAct::LeaveConfirmation { reason } => self.leave(reason)?,
            DisputeAct::FollowUp(asking) => limits::fits(Field::Note, &asking.text)?,
            DisputeAct::Close { note } => return self.close(act, note),
            DisputeAct::Fail { reason, note, .. } => return self.fail(act, reason.code(), note),
            DisputeAct::Withdraw { reason, note } => self.withdraw(reason.code(), note)?,
            DisputeAct::Extend { days, reason, parties } => return self.extend(act, *days, reason, parties),
            DisputeAct::MarkViolent { reason } => self.mark_violent(reason)?,
            DisputeAct::Calm { reason } => self.calm(reason)?,
            DisputeAct::Contact { text } => {
                filled(Field::Note, text)?;
                few(self.dispute.contacts.len(), CONTACTS_MAX)?;
            }
            DisputeAct::Link { to } => return self.link(*to),
            DisputeAct::Involve(involved) => self.involve(involved)?,
            DisputeAct::DrawUp(measures) => self.draw_up(measures)?,
            DisputeAct::Conclude { result } => self.conclude(result)?,
            DisputeAct::Note { text } => filled(Field::Note, text)?,
            DisputeAct::Erase { reason } => return self.erase(reason),
        }
        Ok(vec![self.done(act.clone())])
    }

    fn done(&self, act: DisputeAct) -> Happened {
        self.fact(DisputeFact::Done(act))
    }

    fn fact(&self, fact: DisputeFact) -> Happened {
        happened(self.dispute.id, Fact::Dispute(fact))
    }

    fn officer(&self, officer: &OfficerId) -> Result<(), Refusal> {
        let known = self.loaded.station.officer(officer).is_some();
        if known { Ok(()) } else { Err(Refusal::NotFound { what: officer.to_string() }) }
    }

    /// Whether an officer may answer for something in this dispute: at the station, and none of the parties.
    fn stands_in_for(&self, officer: &OfficerId) -> Result<(), Refusal> {
        self.officer(officer)?;
        no_party(self.dispute, officer)
    }

    /// Whether an officer may mediate this dispute: at the station, in a role that does, and none of the parties.
    fn mediates(&self, officer: &OfficerId) -> Result<(), Refusal> {
        let role = self.loaded.station.officer(officer).map(|officer| officer.role);
        if role.is_none_or(|role| !access::mediates(role)) {
            return Err(refused(DisputeRefusal::CannotMediate { officer: officer.clone() }));
        }
        no_party(self.dispute, officer)
    }

    /// When it is opened again and nobody leads it, the one who opens it does.
    fn mediates_or_nobody(&self) -> Result<(), Refusal> {
        match self.dispute.fixed {
            Some(_) => Ok(()),
            None => self.mediates(&self.at.actor.officer),
        }
    }

    fn known_beat(&self, change: &MatterChange) -> Result<(), Refusal> {
        match &change.beat {
            Some(code) if !self.loaded.station.has_beat(code) => {
                Err(Refusal::UnknownBeat { code: code.clone() })
            }
            Some(_) | None => Ok(()),
        }
    }

    fn amend(&self, change: &MatterChange) -> Result<(), Refusal> {
        let lowers = change.severity.is_some_and(|severity| severity != Severity::Major);
        if lowers && self.dispute.is_major() && self.at.actor.role != Role::Supervisor {
            return Err(refused(DisputeRefusal::NeedsSupervisor { id: self.dispute.id }));
        }
        if let Some(narrative) = &change.narrative {
            filled(Field::Narrative, narrative)?;
        }
        change.place.as_ref().map_or(Ok(()), |place| limits::fits(Field::Place, place))?;
        self.known_beat(change)
    }

    fn mark_violent(&self, reason: &Private) -> Result<(), Refusal> {
        match &self.dispute.violent {
            Some(marked) => {
                let (id, by) = (self.dispute.id, marked.stamp.clone());
                Err(refused(DisputeRefusal::AlreadyViolent { id, by }))
            }
            None => reasoned(reason),
        }
    }

    fn calm(&self, reason: &Private) -> Result<(), Refusal> {
        match &self.dispute.violent {
            Some(_) => reasoned(reason),
            None => Err(refused(DisputeRefusal::NotViolent { id: self.dispute.id })),
        }
    }

    /// The calls that go along with a report are linked with it.
    fn link(&self, to: RecordId) -> Decided {
        let (id, dispute) = (self.dispute.id, self.dispute);
        if dispute.reports.contains(&to) || dispute.earlier.contains(&to) {
            return Err(refused(DisputeRefusal::AlreadyLinked { id, to }));
        }
        few(dispute.reports.len().max(dispute.earlier.len()), LIST_MAX)?;
        linkable(self.loaded, Some(id), to)?;
        if to.kind == Kind::Dispute {
            return Ok(vec![self.done(DisputeAct::Link { to })]);
        }
        let reports = link::with_calls(self.loaded, &[to], &dispute.reports);
        let done = reports.iter().map(|report| self.done(DisputeAct::Link { to: *report }));
        Ok(done.chain(link::on_reports(id, &reports)).collect())
    }

    fn involve(&self, involved: &Involved) -> Result<(), Refusal> {
        few(self.dispute.involved.len(), LIST_MAX)?;
        filled(Field::Name, &involved.name)
    }

    fn draw_up(&self, measures: &Measures) -> Result<(), Refusal> {
        if let Some(result) = self.dispute.package.as_ref().and_then(|package| package.result.as_ref()) {
            let (id, by) = (self.dispute.id, result.stamp.clone());
            return Err(refused(DisputeRefusal::PackageConcluded { id, by }));
        }
        filled(Field::Measure, &measures.measures)?;
        self.stands_in_for(&measures.responsible)?;
        ahead(measures.by, self.at)
    }

    fn conclude(&self, result: &Private) -> Result<(), Refusal> {
        let id = self.dispute.id;
        let package = self.dispute.package.as_ref();
        let package = package.ok_or_else(|| refused(DisputeRefusal::NoPackage { id }))?;
        if let Some(before) = &package.result {
            let by = before.stamp.clone();
            return Err(refused(DisputeRefusal::PackageConcluded { id, by }));
        }
        filled(Field::Result, result)
    }
}

/// The most contacts that a record holds: one a day for more than half a year.
const CONTACTS_MAX: usize = 200;

fn refused(refusal: DisputeRefusal) -> Refusal {
    Refusal::Dispute(Box::new(refusal))
}

pub(super) fn fitting(dispute: &Dispute, step: DisputeStep) -> Result<(), Refusal> {
    let (id, status) = (dispute.id, dispute.status);
    if fits(step, status) {
        return Ok(());
    }
    if status == DisputeStatus::Erased {
        return Err(not_found(id));
    }
    match (step, &dispute.accepted) {
        (DisputeStep::Accept, Some(by)) => {
            Err(refused(DisputeRefusal::AlreadyAccepted { id, by: by.clone() }))
        }
        (_, _) => Err(refused(DisputeRefusal::WrongStep { id, status, step })),
    }
}

fn no_party(dispute: &Dispute, officer: &OfficerId) -> Result<(), Refusal> {
    if !dispute.is_party(officer) {
        return Ok(());
    }
    Err(refused(DisputeRefusal::IsParty { id: dispute.id, officer: officer.clone() }))
}

/// Whether something can be linked: a report or another dispute that was not erased.
fn linkable(loaded: &Loaded, from: Option<RecordId>, to: RecordId) -> Result<(), Refusal> {
    let stands = match to.kind {
        Kind::Report => loaded.get::<Report>(to).is_some_and(|r| r.status != Status::Erased),
        Kind::Dispute if from != Some(to) => {
            loaded.get::<Dispute>(to).is_some_and(|d| d.status != DisputeStatus::Erased)
        }
        Kind::Dispute
        | Kind::Escalation
        | Kind::Handover
        | Kind::Person
        | Kind::Supervision
        | Kind::ZeroReport
        | Kind::Sweep => return Err(refused(DisputeRefusal::CannotLink { to })),
    };
    if stands { Ok(()) } else { Err(not_found(to)) }
}

fn ahead(when: jiff::Timestamp, at: &Moment) -> Result<(), Refusal> {
    if when > at.at { Ok(()) } else { Err(refused(DisputeRefusal::TimePast)) }
}

/// Refuses one more where a list is full.
fn few(has: usize, most: usize) -> Result<(), Refusal> {
    let most_told = u16::try_from(most).unwrap_or(u16::MAX);
    if has < most { Ok(()) } else { Err(refused(DisputeRefusal::TooMany { most: most_told })) }
}

/// A coded reason that says nothing by itself needs words.
fn worded(code: &str, note: &Private) -> Result<(), Refusal> {
    if code == "other" { filled(Field::Note, note) } else { limits::fits(Field::Note, note) }
}
