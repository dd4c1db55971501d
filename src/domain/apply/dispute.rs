//! What facts do to a dispute.

use crate::domain::clocks::Clocks;
use crate::domain::dispute::act::{DisputeAct, DisputeFact, ErasedDispute};
use crate::domain::dispute::said::{Finding, FourFixed, Matter, MatterChange, Sat, Terms};
use crate::domain::dispute::terms::{ObligationState, Severity};
use crate::domain::dispute::{
    Agreement, Confirmation, Consent, Dispute, DisputeStatus, DisputeStep, Ending, FollowUp, LastAct,
    Obligation, Package, Reopening, Sitting,
};
use crate::domain::supervision::Reply;
use crate::domain::{Kind, Private, RecordId, Stamp};

pub(super) fn apply(
    before: Option<Dispute>,
    id: RecordId,
    fact: &DisputeFact,
    stamp: &Stamp,
) -> Option<Dispute> {
    match (fact, before) {
        (DisputeFact::Found(finding), None) => Some(found(id, finding, stamp)),
        (DisputeFact::Erased(left), _) => Some(erased(id, left, stamp)),
        (_, None) => None,
        (fact, Some(dispute)) => Some(changed(dispute, fact, stamp)),
    }
}

fn found(id: RecordId, finding: &Finding, stamp: &Stamp) -> Dispute {
    Dispute {
        id,
        rev: 1,
        status: DisputeStatus::Found,
        found: stamp.clone(),
        matter: finding.matter.clone(),
        parties: finding.parties.clone(),
        accepted: None,
        fixed: None,
        assigned: None,
        planned: None,
        sittings: Vec::new(),
        mediating: None,
        agreements: Vec::new(),
        fulfilled: None,
        follow_ups: Vec::new(),
        ending: None,
        reopened: Vec::new(),
        violent: finding.violent.as_ref().map(|reason| reply(reason, stamp)),
        contacts: Vec::new(),
        involved: Vec::new(),
        package: None,
        major: (finding.matter.severity == Severity::Major).then_some(stamp.at),
        consents: Vec::new(),
        reports: finding.reports.clone(),
        earlier: finding.earlier.clone(),
        sweep: finding.sweep,
        escalations: Vec::new(),
        supervisions: Vec::new(),
        carried: 0,
        notes: 0,
        clocks: Clocks::default(),
        last: LastAct { step: DisputeStep::Find, stamp: stamp.clone() },
    }
}

/// Only what figures need stays, whatever stood before: the facts that made it have lost their content.
fn erased(id: RecordId, left: &ErasedDispute, stamp: &Stamp) -> Dispute {
    let matter = Matter {
        narrative: Private::default(),
        place: Private::default(),
        category: left.category,
        severity: left.severity,
        beat: left.beat.clone(),
    };
    let finding = Finding {
        matter,
        parties: Vec::new(),
        violent: None,
        reports: Vec::new(),
        earlier: Vec::new(),
        sweep: None,
    };
    let lead = |officer| FourFixed {
        lead: officer,
        measure: Private::default(),
        deadline: None,
        answers: Default::default(),
    };
    Dispute {
        rev: left.rev + 1,
        status: DisputeStatus::Erased,
        fixed: left.lead.clone().map(lead),
        ending: Some(Ending {
            stamp: left.ended.clone(),
            status: left.status,
            reason: None,
            path: None,
            note: Private::default(),
            allowance: left.allowance,
        }),
        last: LastAct { step: DisputeStep::Erase, stamp: stamp.clone() },
        ..found(id, &finding, &left.found)
    }
}

fn reply(text: &Private, stamp: &Stamp) -> Reply {
    Reply { stamp: stamp.clone(), text: text.clone() }
}

fn changed(mut dispute: Dispute, fact: &DisputeFact, stamp: &Stamp) -> Dispute {
    dispute.rev += 1;
    let step = match fact {
        DisputeFact::Done(act) => {
            take(&mut dispute, act, stamp);
            Some(act.step())
        }
        DisputeFact::Allowed { allowance } => {
            if let Some(ending) = &mut dispute.ending {
                ending.allowance = Some(*allowance);
            }
            None
        }
        DisputeFact::Fulfilled => {
            dispute.status = DisputeStatus::Fulfilled;
            dispute.fulfilled = Some(stamp.clone());
            None
        }
        DisputeFact::Escalated { escalation, .. } => {
            dispute.escalations.push(*escalation);
            Some(DisputeStep::Escalate)
        }
        DisputeFact::Supervised { order } => {
            dispute.supervisions.push(*order);
            Some(DisputeStep::Supervise)
        }
        DisputeFact::Carried { .. } => {
            dispute.carried = dispute.carried.saturating_add(1);
            None
        }
        DisputeFact::Found(_) | DisputeFact::Erased(_) => None,
    };
    if let Some(step) = step {
        dispute.last = LastAct { step, stamp: stamp.clone() };
    }
    dispute
}

fn take(dispute: &mut Dispute, act: &DisputeAct, stamp: &Stamp) {
    match act {
        DisputeAct::Accept { measure } => {
            let by = &stamp.by;
            let (lead, answers) = (by.clone(), by.clone());
            assign(dispute, &FourFixed { lead, measure: measure.clone(), deadline: None, answers }, stamp);
        }
        DisputeAct::Assign(fixed) => assign(dispute, fixed, stamp),
        DisputeAct::Amend(change) => amend(dispute, change, stamp),
        DisputeAct::AddParty(party) => dispute.parties.push((**party).clone()),
        DisputeAct::AmendParty { n, party } => {
            let at = usize::from(*n).checked_sub(1);
            if let Some(there) = at.and_then(|at| dispute.parties.get_mut(at)) {
                *there = (**party).clone();
            }
        }
        DisputeAct::Plan(planned) => dispute.planned = Some((stamp.clone(), planned.clone())),
        DisputeAct::Sit(sat) => sit(dispute, sat, stamp),
        DisputeAct::Agree(terms) => agree(dispute, terms, stamp),
        DisputeAct::Settle { obligation, state, note } => settle(dispute, *obligation, *state, note, stamp),
        DisputeAct::Reopen { reason, note } => {
            let code = reason.code().into();
            dispute.reopened.push(Reopening { stamp: stamp.clone(), reason: code, note: note.clone() });
            dispute.status = DisputeStatus::Mediating;
            dispute.mediating = Some(stamp.at);
            (dispute.fulfilled, dispute.ending) = (None, None);
            if dispute.fixed.is_none() {
                let (lead, answers) = (stamp.by.clone(), stamp.by.clone());
                let fixed = FourFixed { lead, measure: Private::default(), deadline: None, answers };
                assign(dispute, &fixed, stamp);
            }
        }
        DisputeAct::SeekConfirmation { court, .. } => {
            let court = court.clone();
            confirm(dispute, |_| Some(Confirmation::Sought { court, stamp: stamp.clone() }));
        }
        DisputeAct::DecideConfirmation { outcome, note } => confirm(dispute, |before| match before {
            Some(Confirmation::Sought { court, .. }) => Some(Confirmation::Decided {
                court,
                outcome: *outcome,
                note: note.clone(),
                stamp: stamp.clone(),
            }),
            Some(Confirmation::Decided { .. } | Confirmation::Left { .. }) | None => before,
        }),
        DisputeAct::LeaveConfirmation { reason } => {
            let reason = reason.clone();
            confirm(dispute, |_| Some(Confirmation::Left { reason, stamp: stamp.clone() }));
        }
        DisputeAct::FollowUp(asking) => {
            dispute.follow_ups.push(FollowUp { stamp: stamp.clone(), asking: asking.clone() });
        }
        DisputeAct::Close { note } => end(dispute, DisputeStatus::Closed, None, note, stamp),
        DisputeAct::Fail { path, reason, note } => {
            end(dispute, DisputeStatus::Failed, Some(reason.code()), note, stamp);
            if let Some(ending) = &mut dispute.ending {
                ending.path = Some(*path);
            }
        }
        DisputeAct::Withdraw { reason, note } => {
            end(dispute, DisputeStatus::Withdrawn, Some(reason.code()), note, stamp);
        }
        DisputeAct::Extend { days, parties, .. } => {
            let consent = Consent { stamp: stamp.clone(), days: *days, parties: parties.clone() };
            dispute.consents.push(consent);
        }
        DisputeAct::MarkViolent { reason } => dispute.violent = Some(reply(reason, stamp)),
        DisputeAct::Calm { .. } => dispute.violent = None,
        DisputeAct::Contact { text } => dispute.contacts.push(reply(text, stamp)),
        DisputeAct::Link { to } if to.kind == Kind::Dispute => dispute.earlier.push(*to),
        DisputeAct::Link { to } => dispute.reports.push(*to),
        DisputeAct::Involve(involved) => dispute.involved.push(involved.clone()),
        DisputeAct::DrawUp(measures) => {
            dispute.package =
                Some(Package { stamp: stamp.clone(), measures: measures.clone(), result: None });
        }
        DisputeAct::Conclude { result } => {
            if let Some(package) = &mut dispute.package {
                package.result = Some(reply(result, stamp));
            }
        }
        DisputeAct::Note { .. } => dispute.notes = dispute.notes.saturating_add(1),
        DisputeAct::Erase { .. } => {}
    }
}

fn assign(dispute: &mut Dispute, fixed: &FourFixed, stamp: &Stamp) {
    dispute.fixed = Some(fixed.clone());
    dispute.assigned.get_or_insert(stamp.at);
    if dispute.status == DisputeStatus::Found {
        dispute.status = DisputeStatus::Accepted;
        dispute.accepted = Some(stamp.clone());
    }
}

fn amend(dispute: &mut Dispute, change: &MatterChange, stamp: &Stamp) {
    let matter = &mut dispute.matter;
    let MatterChange { narrative, place, category, severity, beat } = change.clone();
    matter.narrative = narrative.unwrap_or_else(|| std::mem::take(&mut matter.narrative));
    matter.place = place.unwrap_or_else(|| std::mem::take(&mut matter.place));
    matter.category = category.unwrap_or(matter.category);
    matter.beat = beat.or_else(|| matter.beat.take());
    let before = matter.severity;
    matter.severity = severity.unwrap_or(before);
    if matter.severity == Severity::Major && before != Severity::Major {
        dispute.major = Some(stamp.at);
    }
}

fn sit(dispute: &mut Dispute, sat: &Sat, stamp: &Stamp) {
    dispute.planned = sat.next.clone().map(|next| (stamp.clone(), next));
    dispute.sittings.push(Sitting { stamp: stamp.clone(), sat: sat.clone() });
    dispute.mediating.get_or_insert(stamp.at);
    dispute.status = DisputeStatus::Mediating;
}

fn agree(dispute: &mut Dispute, terms: &Terms, stamp: &Stamp) {
    let before = dispute.agreements.iter_mut().flat_map(|agreement| &mut agreement.obligations);
    for left in before.filter(|obligation| obligation.state == ObligationState::Open) {
        left.state = ObligationState::Replaced;
        left.settled = Some(reply(&Private::default(), stamp));
    }
    let first = dispute.next_obligation();
    let obligations = (first..).zip(&terms.promises).map(|(n, promise)| Obligation {
        n,
        promise: promise.clone(),
        state: ObligationState::Open,
        settled: None,
    });
    let agreement = Agreement {
        stamp: stamp.clone(),
        form: terms.form,
        text: terms.text.clone(),
        obligations: obligations.collect(),
        assents: terms.assents.clone(),
        confirmation: None,
    };
    dispute.agreements.push(agreement);
    dispute.status = DisputeStatus::Agreed;
    dispute.planned = None;
}

fn settle(dispute: &mut Dispute, n: u16, state: ObligationState, note: &Private, stamp: &Stamp) {
    let standing = dispute.agreements.last_mut().map(|agreement| agreement.obligations.iter_mut());
    if let Some(obligation) = standing.into_iter().flatten().find(|obligation| obligation.n == n) {
        obligation.state = state;
        obligation.settled = Some(reply(note, stamp));
    }
}

fn confirm(dispute: &mut Dispute, said: impl FnOnce(Option<Confirmation>) -> Option<Confirmation>) {
    if let Some(agreement) = dispute.agreements.last_mut() {
        agreement.confirmation = said(agreement.confirmation.take());
    }
}

fn end(dispute: &mut Dispute, status: DisputeStatus, reason: Option<&str>, note: &Private, stamp: &Stamp) {
    dispute.status = status;
    dispute.planned = None;
    dispute.ending = Some(Ending {
        stamp: stamp.clone(),
        status,
        reason: reason.map(Into::into),
        path: None,
        note: note.clone(),
        allowance: None,
    });
}
