//! What facts do to a report.

use crate::domain::clocks::Clocks;
use crate::domain::command::{Amendment, Incoming};
use crate::domain::earlier::Same;
use crate::domain::fact::{Figures, ReportFact};
use crate::domain::pair::{Proposal, changes_sides};
use crate::domain::report::{Closing, Dispatch, Exit, LastStep, Report, Resolution, Status, Step, Telling};
use crate::domain::speed::Took;
use crate::domain::supervision::Reply;
use crate::domain::{Code, RecordId, Stamp};

pub(super) fn apply(
    before: Option<Report>,
    id: RecordId,
    fact: &ReportFact,
    stamp: &Stamp,
) -> Option<Report> {
    match (fact, before) {
        (ReportFact::Received(told), None) => Some(received(id, told, stamp)),
        (ReportFact::Erased(figures), _) => Some(erased(id, figures, stamp)),
        (_, None) => None,
        (fact, Some(report)) => Some(changed(report, fact, stamp)),
    }
}

fn received(id: RecordId, told: &Incoming, stamp: &Stamp) -> Report {
    let last = LastStep { step: Step::Receive, stamp: stamp.clone() };
    Report {
        id,
        rev: 1,
        status: Status::Received,
        source: told.source,
        source_key: told.source_key.clone(),
        resends: 0,
        event_at: told.event_at.unwrap_or(stamp.at),
        received: stamp.clone(),
        telling: told.telling.clone(),
        first_handler: None,
        accepted: None,
        dispatches: Vec::new(),
        resolved: None,
        disposition: None,
        verified: None,
        closed: None,
        exit: None,
        reopened: 0,
        escalations: Vec::new(),
        supervisions: Vec::new(),
        carried: 0,
        clocks: Clocks::default(),
        notes: 0,
        repeats: Vec::new(),
        proposal: None,
        disputes: Vec::new(),
        first_took: None,
        opened: last.clone(),
        last_step: last.clone(),
        last_change: last,
    }
}

/// Only the figures stay, whatever stood before: the facts that made it have lost their content.
fn erased(id: RecordId, figures: &Figures, stamp: &Stamp) -> Report {
    let told = Incoming {
        source: figures.source,
        source_key: None,
        event_at: Some(figures.event_at),
        telling: Telling {
            incident_type: figures.incident_type.clone(),
            priority: figures.priority,
            beat: figures.beat.clone(),
            ..Telling::default()
        },
    };
    let last = LastStep { step: Step::Erase, stamp: stamp.clone() };
    Report {
        rev: figures.rev + 1,
        status: Status::Erased,
        disposition: figures.disposition.clone(),
        first_took: Some(figures.took),
        last_step: last.clone(),
        last_change: last,
        ..received(id, &told, &figures.received)
    }
}

fn changed(mut report: Report, fact: &ReportFact, stamp: &Stamp) -> Report {
    // That another call joined what was proposed is no change that an officer must have seen before acting.
    let joined = matches!(fact, ReportFact::Proposed { .. }) && report.proposes().is_some();
    report.rev += u64::from(!joined);
    take(&mut report, fact, stamp);
    // What the desk notices is nobody's step.
    let Some(step) = step_of(fact) else { return report };
    report.status = exit_status(&report).unwrap_or_else(|| loop_status(&report));
    let last = LastStep { step, stamp: stamp.clone() };
    if step == Step::Reopen {
        report.opened = last.clone();
    }
    if step == Step::Undo {
        report.last_step = standing_step(&report);
    } else if moves(step) {
        report.last_step = last.clone();
    }
    report.last_change = last;
    report
}

/// The latest step of the loop that stands after one was taken back, so that the one before can be taken back too.
fn standing_step(report: &Report) -> LastStep {
    let of = |step, stamp: Option<&Stamp>| stamp.map(|stamp| LastStep { step, stamp: stamp.clone() });
    let arrived = report.dispatches.iter().filter_map(|d| d.arrived.as_ref()).max_by_key(|stamp| stamp.at);
    let sent = report.dispatches.last().map(|d| &d.sent);
    // A unit may have been sent after another one came on scene.
    let on_the_street = match (arrived, sent) {
        (Some(there), Some(sent)) if there.at >= sent.at => of(Step::Arrive, Some(there)),
        (_, sent) => of(Step::Dispatch, sent),
    };
    of(Step::Verify, report.verified.as_ref())
        .or_else(|| of(Step::Resolve, report.resolved.as_ref().map(|r| &r.stamp)))
        .or(on_the_street)
        .or_else(|| of(Step::Accept, report.accepted.as_ref()))
        .unwrap_or_else(|| report.opened.clone())
}

fn take(report: &mut Report, fact: &ReportFact, stamp: &Stamp) {
    match fact {
        ReportFact::Received(_) | ReportFact::Erased(_) => {}
        ReportFact::Resent => report.resends += 1,
        ReportFact::Accepted => {
            report.first_handler.get_or_insert_with(|| stamp.by.clone());
            report.accepted = Some(stamp.clone());
        }
        ReportFact::Dispatched { unit } => {
            report.dispatches.push(Dispatch { unit: unit.clone(), sent: stamp.clone(), arrived: None });
        }
        ReportFact::Arrived { unit } => arrived(report, unit, stamp),
        ReportFact::Resolved { result, disposition } => {
            report.resolved = Some(Resolution { stamp: stamp.clone(), result: result.clone() });
            report.disposition = disposition.clone();
        }
        ReportFact::Verified => report.verified = Some(stamp.clone()),
        ReportFact::Closed { disposition, answer } => {
            report.disposition = Some(disposition.clone());
            report.closed = Some(Closing { stamp: stamp.clone(), answer: answer.clone() });
        }
        ReportFact::Transferred { to, reason } => {
            report.exit = Some(Exit { to: Some(to.clone()), ..exit(stamp, Some(reason)) });
        }
        ReportFact::MarkedDuplicate { of } => {
            report.exit = Some(Exit { duplicate_of: Some(*of), ..exit(stamp, None) });
            report.proposal.take_if(|proposal| proposal.declined.is_none());
        }
        ReportFact::Cancelled { reason } | ReportFact::MarkedUnfounded { reason } => {
            report.exit = Some(exit(stamp, Some(reason)));
        }
        ReportFact::Reopened { .. } => reopened(report),
        ReportFact::Noted { .. } => report.notes += 1,
        ReportFact::Amended(changes) => amended(report, changes),
        ReportFact::Undone { step } => undone(report, *step),
        ReportFact::Escalated { escalation, .. } => report.escalations.push(*escalation),
        ReportFact::Repeated(repeat) => {
            report.repeats.retain(|known| known.by != repeat.by);
            report.repeats.push(repeat.clone());
        }
        ReportFact::Proposed { calls, dispute } => {
            report.proposal = Some(Proposal { calls: calls.clone(), dispute: *dispute, declined: None });
        }
        ReportFact::ProposalDeclined { reason } => {
            let reply = Reply { stamp: stamp.clone(), text: reason.clone() };
            report.proposal = report.proposal.take().map(|p| Proposal { declined: Some(reply), ..p });
        }
        ReportFact::Linked { dispute } => {
            report.disputes.push(*dispute);
            report.proposal.take_if(|proposal| proposal.declined.is_none());
        }
        ReportFact::TakenOver { .. } => taken_over(report, stamp),
        ReportFact::Supervised { order } => report.supervisions.push(*order),
        ReportFact::Carried { .. } => report.carried = report.carried.saturating_add(1),
    }
    report.status = match fact {
        ReportFact::Transferred { .. } => Status::Transferred,
        ReportFact::MarkedDuplicate { .. } => Status::Duplicate,
        ReportFact::Cancelled { .. } => Status::Cancelled,
        ReportFact::MarkedUnfounded { .. } => Status::Unfounded,
        ReportFact::Received(_)
        | ReportFact::Resent
        | ReportFact::Accepted
        | ReportFact::Dispatched { .. }
        | ReportFact::Arrived { .. }
        | ReportFact::Resolved { .. }
        | ReportFact::Verified
        | ReportFact::Closed { .. }
        | ReportFact::Reopened { .. }
        | ReportFact::Noted { .. }
        | ReportFact::Amended(_)
        | ReportFact::Undone { .. }
        | ReportFact::Escalated { .. }
        | ReportFact::Repeated(_)
        | ReportFact::Proposed { .. }
        | ReportFact::ProposalDeclined { .. }
        | ReportFact::Linked { .. }
        | ReportFact::TakenOver { .. }
        | ReportFact::Supervised { .. }
        | ReportFact::Carried { .. }
        | ReportFact::Erased(_) => report.status,
    };
}

/// The clocks of a report that somebody had go on; the one that nobody had is accepted by that.
fn taken_over(report: &mut Report, stamp: &Stamp) {
    report.first_handler.get_or_insert_with(|| stamp.by.clone());
    match &mut report.accepted {
        Some(accepted) => accepted.by = stamp.by.clone(),
        None => report.accepted = Some(stamp.clone()),
    }
}

fn exit(stamp: &Stamp, reason: Option<&Code>) -> Exit {
    Exit { stamp: stamp.clone(), reason: reason.cloned(), to: None, duplicate_of: None }
}

fn arrived(report: &mut Report, unit: &Code, stamp: &Stamp) {
    if let Some(d) = report.dispatches.iter_mut().rev().find(|d| d.unit == *unit && d.arrived.is_none()) {
        d.arrived = Some(stamp.clone());
    }
}

/// Everything of the loop begins anew, except who took it first: that officer still answers for the reply.
fn reopened(report: &mut Report) {
    let took = Took::in_this_loop(report);
    report.first_took.get_or_insert(took);
    report.reopened += 1;
    report.carried = 0;
    report.accepted = None;
    report.dispatches.clear();
    report.resolved = None;
    report.disposition = None;
    report.verified = None;
    report.closed = None;
    report.exit = None;
}

fn amended(report: &mut Report, changes: &Amendment) {
    // Whether the new place or number repeats, or what is between the new sides, facts of their own say.
    let others = changes_sides(changes);
    report.repeats.retain(|repeat| match repeat.by {
        Same::Place => changes.place.is_none(),
        Same::Caller => changes.caller_phone.is_none(),
        Same::Sides => !others,
    });
    report.proposal.take_if(|proposal| others && proposal.declined.is_none());
    let told = &mut report.telling;
    set(&mut told.narrative, &changes.narrative);
    set(&mut told.place, &changes.place);
    set(&mut told.caller_name, &changes.caller_name);
    set(&mut told.caller_phone, &changes.caller_phone);
    set(&mut told.other_name, &changes.other_name);
    set(&mut told.other_phone, &changes.other_phone);
    set(&mut report.event_at, &changes.event_at);
    if changes.incident_type.is_some() {
        told.incident_type = changes.incident_type.clone();
        told.unknown.remove("type");
    }
    if changes.priority.is_some() {
        told.priority = changes.priority;
        told.unknown.remove("priority");
    }
    if changes.beat.is_some() {
        told.beat = changes.beat.clone();
        told.unknown.remove("beat");
    }
}

fn set<T: Clone>(field: &mut T, new: &Option<T>) {
    if let Some(new) = new {
        *field = new.clone();
    }
}

fn undone(report: &mut Report, step: Step) {
    match step {
        Step::Accept => {
            // Whoever gives it back before anybody else took it was never its handler.
            let first = report.accepted.as_ref().map(|s| &s.by) == report.first_handler.as_ref();
            if first && report.reopened == 0 {
                report.first_handler = None;
            }
            report.accepted = None;
        }
        Step::Dispatch => {
            report.dispatches.pop();
        }
        Step::Arrive => {
            let last = &report.last_step.stamp;
            for d in report.dispatches.iter_mut().filter(|d| d.arrived.as_ref() == Some(last)) {
                d.arrived = None;
            }
        }
        Step::Resolve => {
            report.resolved = None;
            report.disposition = None;
        }
        Step::Verify => report.verified = None,
        Step::Transfer | Step::MarkDuplicate | Step::Cancel | Step::MarkUnfounded => report.exit = None,
        Step::Receive
        | Step::Close
        | Step::Reopen
        | Step::Amend
        | Step::Note
        | Step::Resend
        | Step::Escalate
        | Step::TakeOver
        | Step::Supervise
        | Step::Carry
        | Step::Link
        | Step::DeclineProposal
        | Step::Undo
        | Step::Erase => {}
    }
}

fn exit_status(report: &Report) -> Option<Status> {
    report.exit.as_ref().map(|_| report.status)
}

/// Where a report stands in the loop follows from the steps that stand.
fn loop_status(report: &Report) -> Status {
    if report.closed.is_some() {
        Status::Closed
    } else if report.verified.is_some() {
        Status::Verified
    } else if report.resolved.is_some() {
        Status::Resolved
    } else if report.first_arrived().is_some() {
        Status::InProgress
    } else if !report.dispatches.is_empty() {
        Status::Dispatched
    } else if report.accepted.is_some() {
        Status::Accepted
    } else {
        Status::Received
    }
}

fn step_of(fact: &ReportFact) -> Option<Step> {
    let step = match fact {
        ReportFact::Received(_) => Step::Receive,
        ReportFact::Resent => Step::Resend,
        ReportFact::Accepted => Step::Accept,
        ReportFact::Dispatched { .. } => Step::Dispatch,
        ReportFact::Arrived { .. } => Step::Arrive,
        ReportFact::Resolved { .. } => Step::Resolve,
        ReportFact::Verified => Step::Verify,
        ReportFact::Closed { .. } => Step::Close,
        ReportFact::Transferred { .. } => Step::Transfer,
        ReportFact::MarkedDuplicate { .. } => Step::MarkDuplicate,
        ReportFact::Cancelled { .. } => Step::Cancel,
        ReportFact::MarkedUnfounded { .. } => Step::MarkUnfounded,
        ReportFact::Reopened { .. } => Step::Reopen,
        ReportFact::Noted { .. } => Step::Note,
        ReportFact::Amended(_) => Step::Amend,
        ReportFact::Undone { .. } => Step::Undo,
        ReportFact::Escalated { .. } => Step::Escalate,
        ReportFact::Repeated(_) | ReportFact::Proposed { .. } => return None,
        ReportFact::ProposalDeclined { .. } => Step::DeclineProposal,
        ReportFact::Linked { .. } => Step::Link,
        ReportFact::TakenOver { .. } => Step::TakeOver,
        ReportFact::Supervised { .. } => Step::Supervise,
        ReportFact::Carried { .. } => Step::Carry,
        ReportFact::Erased(_) => Step::Erase,
    };
    Some(step)
}

/// Whether a step changes where the report stands; notes, corrections and the like don't stop an undo.
fn moves(step: Step) -> bool {
    match step {
        Step::Amend
        | Step::Note
        | Step::Resend
        | Step::Escalate
        | Step::Supervise
        | Step::Carry
        | Step::Link
        | Step::DeclineProposal
        | Step::Undo => false,
        Step::Receive
        | Step::Accept
        | Step::Dispatch
        | Step::Arrive
        | Step::Resolve
        | Step::Verify
        | Step::Close
        | Step::Transfer
        | Step::MarkDuplicate
        | Step::Cancel
        | Step::MarkUnfounded
        | Step::Reopen
        | Step::TakeOver
        | Step::Erase => true,
    }
}
