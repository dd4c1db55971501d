//! Which act a dispute may have next, as far as the console can know it. Where one has to stand is the rules' own table.

use crate::domain::dispute::act::{DisputeAct, DisputeCommand};
use crate::domain::dispute::refusal::DisputeRefusal;
use crate::domain::dispute::terms::{AgreementForm, FollowUpOutcome, Severity};
use crate::domain::dispute::{Confirmation, Dispute, DisputeStep, fits};
use crate::domain::{Command, Kind, Private, RecordId, Refusal, Role, SignedIn};
use crate::keys::Action;
use crate::ui::model::DisputeUnder;
use crate::ui::say::{Arg, Say};
use jiff::civil::Date;

/// The step that each action asks for, in the order in which a dispute usually goes.
const STEPS: [(Action, DisputeStep); 26] = [
    (Action::DisputeAccept, DisputeStep::Accept),
    (Action::DisputeAssign, DisputeStep::Assign),
    (Action::DisputePlan, DisputeStep::Plan),
    (Action::DisputeSit, DisputeStep::Sit),
    (Action::DisputeAgree, DisputeStep::Agree),
    (Action::DisputeSettle, DisputeStep::Settle),
    (Action::DisputeSeek, DisputeStep::SeekConfirmation),
    (Action::DisputeDecide, DisputeStep::DecideConfirmation),
    (Action::DisputeLeave, DisputeStep::LeaveConfirmation),
    (Action::DisputeFollowUp, DisputeStep::FollowUp),
    (Action::DisputeClose, DisputeStep::Close),
    (Action::DisputeViolent, DisputeStep::MarkViolent),
    (Action::DisputeContact, DisputeStep::Contact),
    (Action::DisputeCalm, DisputeStep::Calm),
    (Action::DisputeExtend, DisputeStep::Extend),
    (Action::DisputeAmend, DisputeStep::Amend),
    (Action::DisputeAddParty, DisputeStep::AddParty),
    (Action::DisputeAmendParty, DisputeStep::AmendParty),
    (Action::DisputeLink, DisputeStep::Link),
    (Action::DisputeInvolve, DisputeStep::Involve),
    (Action::DisputeDrawUp, DisputeStep::DrawUp),
    (Action::DisputeConclude, DisputeStep::Conclude),
    (Action::DisputeReopen, DisputeStep::Reopen),
    (Action::DisputeFail, DisputeStep::Fail),
    (Action::DisputeWithdraw, DisputeStep::Withdraw),
    (Action::DisputeNote, DisputeStep::Note),
];

/// What goes through the house as a whole, on disputes as on reports.
const OTHERS: [(Action, DisputeStep); 2] =
    [(Action::ReportEscalate, DisputeStep::Escalate), (Action::OrderIssue, DisputeStep::Supervise)];

/// Every act on a dispute, in the order in which it usually goes.
pub(in crate::ui) const ACTS: [Action; 31] = {
    let orders = [Action::OrderAnswer, Action::OrderSendBack, Action::OrderWithdraw];
    let mut acts = [Action::ReportEscalate; 31];
    let mut at = 0;
    while at < STEPS.len() {
        acts[at] = STEPS[at].0;
        at += 1;
    }
    acts[at + 1] = Action::OrderIssue;
    let mut n = 0;
    while n < orders.len() {
        acts[at + 2 + n] = orders[n];
        n += 1;
    }
    acts
};

fn step(action: Action) -> Option<DisputeStep> {
    STEPS.iter().chain(&OTHERS).find(|(of, _)| *of == action).map(|(_, step)| *step)
}

/// Whether an action asks for a step on a dispute.
pub(super) fn is_on(action: Action) -> bool {
    step(action).is_some()
}

/// Why the step can't be taken.
pub(super) fn why_not(action: Action, of: &DisputeUnder<'_>, who: &SignedIn) -> Option<Say> {
    let refused = refused(action, of, who).map(Say::Refused);
    // A row knows that it is marked and not by whom.
    let marked = action == Action::DisputeViolent && of.violent;
    let marked = marked.then(|| Say::with("ui-violent-already", [("id", Arg::Record(of.id))]));
    refused.or(marked)
}

fn refused(action: Action, of: &DisputeUnder<'_>, who: &SignedIn) -> Option<Refusal> {
    let step = step(action)?;
    let refused = |refusal| Some(Refusal::Dispute(Box::new(refusal)));
    let (id, status) = (of.id, of.status);
    let whole = of.whole.map(|detail| &detail.dispute);
    if !fits(step, status) {
        let taken = whole.and_then(|dispute| dispute.accepted.clone());
        return match taken.filter(|_| step == DisputeStep::Accept) {
            Some(by) => refused(DisputeRefusal::AlreadyAccepted { id, by }),
            None => refused(DisputeRefusal::WrongStep { id, status, step }),
        };
    }
    let (note, officer) = (step == DisputeStep::Note, &who.officer);
    if whole.is_some_and(|dispute| dispute.is_party(officer)) && !note && action != Action::ReportEscalate {
        return refused(DisputeRefusal::IsParty { id, officer: officer.clone() });
    }
    if step == DisputeStep::Calm && !of.violent {
        return refused(DisputeRefusal::NotViolent { id });
    }
    let ends = [DisputeStep::Close, DisputeStep::Fail, DisputeStep::Withdraw].contains(&step);
    let lacks = whole.and_then(|dispute| lacks(step, dispute));
    let supervised = ends && of.severity == Severity::Major && who.role != Role::Supervisor;
    let supervised = supervised.then_some(DisputeRefusal::NeedsSupervisor { id });
    lacks.or(supervised).map(|refusal| Refusal::Dispute(Box::new(refusal)))
}

/// What the whole dispute lacks for a step, or has already.
fn lacks(step: DisputeStep, dispute: &Dispute) -> Option<DisputeRefusal> {
    let id = dispute.id;
    let settled =
        |by: &crate::domain::Stamp| Some(DisputeRefusal::ConfirmationSettled { id, by: by.clone() });
    let agreement = dispute.agreement();
    let confirmation = agreement.and_then(|agreement| agreement.confirmation.as_ref());
    if step == DisputeStep::MarkViolent {
        let by = dispute.violent.as_ref().map(|mark| mark.stamp.clone());
        return by.map(|by| DisputeRefusal::AlreadyViolent { id, by });
    }
    if step == DisputeStep::Close {
        return match dispute.followed_up().map(|followed| followed.asking.outcome) {
            Some(FollowUpOutcome::Satisfied) => None,
            Some(FollowUpOutcome::Unsatisfied) => Some(DisputeRefusal::NotSettled { id }),
            Some(FollowUpOutcome::NotReached) | None => Some(DisputeRefusal::NeedsFollowUp { id }),
        };
    }
    if step == DisputeStep::Conclude {
        let package = dispute.package.as_ref();
        let by = package.and_then(|package| package.result.as_ref()).map(|result| result.stamp.clone());
        let none = package.is_none().then_some(DisputeRefusal::NoPackage { id });
        return none.or(by.map(|by| DisputeRefusal::PackageConcluded { id, by }));
    }
    let written = agreement.is_some_and(|agreement| agreement.form == AgreementForm::Written);
    match (step, confirmation) {
        (DisputeStep::SeekConfirmation, _) if !written => Some(DisputeRefusal::NeedsWriting { id }),
        (DisputeStep::SeekConfirmation, Some(Confirmation::Sought { stamp, .. })) => settled(stamp),
        (DisputeStep::DecideConfirmation, None | Some(Confirmation::Left { .. })) => {
            Some(DisputeRefusal::NotSought { id })
        }
        (DisputeStep::LeaveConfirmation, Some(Confirmation::Sought { .. })) => {
            Some(DisputeRefusal::CourtWaits { id })
        }
        (DisputeStep::LeaveConfirmation, Some(Confirmation::Left { stamp, .. })) => settled(stamp),
        (
            DisputeStep::SeekConfirmation | DisputeStep::DecideConfirmation | DisputeStep::LeaveConfirmation,
            Some(Confirmation::Decided { stamp, .. }),
        ) => settled(stamp),
        (_, _) => None,
    }
}

/// A command of the kind that an action leads to, to ask what a role may do.
pub(super) fn sample(action: Action) -> Option<Command> {
    let id = RecordId { kind: Kind::Dispute, day: Date::ZERO, number: 1 };
    // Looking at what can be done is for everybody.
    if action == Action::DisputeActs {
        return None;
    }
    let text = Private::default();
    let act = match action {
        Action::DisputeCalm => DisputeAct::Calm { reason: text },
        Action::DisputeAccept => DisputeAct::Accept { measure: text },
        _ => DisputeAct::Note { text },
    };
    Some(Command::Dispute(DisputeCommand::Act { id, act }))
}
