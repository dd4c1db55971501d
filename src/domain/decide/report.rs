//! The closed loop: which step a report may take next, and who may take it.

use super::{happened, not_found, report_entry, report_exit, report_sides};
use crate::domain::access;
use crate::domain::closed_loop::fits;
use crate::domain::command::{Command, EscalationCommand, ReportCommand};
use crate::domain::escalation::Escalation;
use crate::domain::fact::{EscalationFact, Fact, ReportFact, UnitFact};
use crate::domain::limits::{self, UNDO_WITHIN_S, filled, reasoned};
use crate::domain::patrol::UnitStatus;
use crate::domain::refusal::Field;
use crate::domain::report::{Status, Step};
use crate::domain::setup::CodeList;
use crate::domain::{Code, Happened, Loaded, Moment, Private, RecordId, Refusal, Report, Subject};

type Decided = Result<Vec<Happened>, Refusal>;

pub(super) fn decide(loaded: &Loaded, command: &ReportCommand, at: &Moment) -> Decided {
    match command {
        ReportCommand::Receive(incoming) => report_entry::receive(loaded, incoming, at),
        ReportCommand::Accept { id } => accept(find(loaded, *id)?),
        ReportCommand::Dispatch { id, unit } => dispatch(loaded, find(loaded, *id)?, unit),
        ReportCommand::Arrive { id, unit } => arrive(find(loaded, *id)?, unit.as_ref()),
        ReportCommand::Resolve { id, result, disposition } => {
            resolve(loaded, find(loaded, *id)?, result, disposition.as_ref())
        }
        ReportCommand::Verify { id } => verify(find(loaded, *id)?, at),
        ReportCommand::Close { id, disposition, answer } => {
            close(loaded, find(loaded, *id)?, disposition.as_ref(), answer.as_ref())
        }
        ReportCommand::Transfer { id, to, reason } => {
            report_exit::transfer(loaded, find(loaded, *id)?, to, reason)
        }
        ReportCommand::MarkDuplicate { id, of } => {
            report_exit::mark_duplicate(loaded, find(loaded, *id)?, *of)
        }
        ReportCommand::Cancel { id, reason } => report_exit::cancel(loaded, find(loaded, *id)?, reason),
        ReportCommand::MarkUnfounded { id, reason } => {
            report_exit::mark_unfounded(loaded, find(loaded, *id)?, reason)
        }
        ReportCommand::Reopen { id, reason } => report_exit::reopen(loaded, find(loaded, *id)?, reason),
        ReportCommand::Note { id, text } => note(find(loaded, *id)?, text),
        ReportCommand::Amend { id, changes } => report_entry::amend(loaded, find(loaded, *id)?, changes, at),
        ReportCommand::TakeOver { id, reason } => take_over(loaded, find(loaded, *id)?, reason, at),
        ReportCommand::DeclineProposal { id, reason } => report_sides::decline(find(loaded, *id)?, reason),
        ReportCommand::Undo { id } => undo(loaded, find(loaded, *id)?, at),
        ReportCommand::Erase { id, reason } => report_exit::erase(loaded, find(loaded, *id)?, reason),
    }
}

fn find(loaded: &Loaded, id: RecordId) -> Result<&Report, Refusal> {
    let report = loaded.report(id).ok_or_else(|| not_found(id))?;
    if report.status == Status::Erased { Err(not_found(id)) } else { Ok(report) }
}

/// Refuses a step that doesn't fit where the report stands.
pub(super) fn fitting(report: &Report, step: Step) -> Result<(), Refusal> {
    if fits(step, report.status) { Ok(()) } else { Err(wrong_step(report, step)) }
}

fn wrong_step(report: &Report, step: Step) -> Refusal {
    let before = match step {
        Step::Accept => report.accepted.as_ref(),
        Step::Resolve => report.resolved.as_ref().map(|r| &r.stamp),
        Step::Verify => report.verified.as_ref(),
        Step::Close => report.closed.as_ref().map(|c| &c.stamp),
        Step::Receive
        | Step::Dispatch
        | Step::Arrive
        | Step::Transfer
        | Step::MarkDuplicate
        | Step::Cancel
        | Step::MarkUnfounded
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
        | Step::Erase => None,
    };
    match before {
        Some(by) => Refusal::AlreadyDone { id: report.id, step, by: by.clone() },
        None => Refusal::WrongStep { id: report.id, status: report.status, step },
    }
}

fn accept(report: &Report) -> Decided {
    match (report.status, &report.accepted) {
        (Status::Received, _) => Ok(vec![happened(report.id, Fact::Report(ReportFact::Accepted))]),
        (status, Some(by)) if status.is_open() => {
            Err(Refusal::AlreadyAccepted { id: report.id, by: by.clone() })
        }
        (_, _) => Err(Refusal::WrongStep { id: report.id, status: report.status, step: Step::Accept }),
    }
}

/// Sends a unit; a report that nobody took is taken first.
fn dispatch(loaded: &Loaded, report: &Report, unit: &Code) -> Decided {
    fitting(report, Step::Dispatch)?;
    let mut facts = if report.status == Status::Received { accept(report)? } else { Vec::new() };
    if !loaded.station.has_unit(unit) {
        return Err(Refusal::UnknownUnit { code: unit.clone() });
    }
    if let Some(state) = loaded.unit(unit) {
        match (state.status, state.on) {
            (UnitStatus::Off, _) => return Err(Refusal::UnitOff { unit: unit.clone() }),
            (_, Some(on)) if on == report.id => {
                return Err(Refusal::UnitAlreadySent { unit: unit.clone(), by: state.since.clone() });
            }
            (_, Some(on)) => return Err(Refusal::UnitBusy { unit: unit.clone(), on }),
            (_, None) => {}
        }
    }
    facts.push(happened(report.id, Fact::Report(ReportFact::Dispatched { unit: unit.clone() })));
    facts.push(unit_fact(unit, UnitStatus::Dispatched, Some(report.id)));
    Ok(facts)
}

fn arrive(report: &Report, unit: Option<&Code>) -> Decided {
    fitting(report, Step::Arrive)?;
    let under_way: Vec<&Code> =
        report.dispatches.iter().filter(|d| d.arrived.is_none()).map(|d| &d.unit).collect();
    let unit = match (unit, under_way.as_slice()) {
        (Some(unit), all) if all.contains(&unit) => unit,
        (Some(unit), _) => return Err(Refusal::UnitNotOnItsWay { unit: unit.clone(), id: report.id }),
        (None, [only]) => *only,
        (None, []) => {
            return Err(Refusal::WrongStep { id: report.id, status: report.status, step: Step::Arrive });
        }
        (None, several) => {
            return Err(Refusal::WhichUnit { units: several.iter().map(|u| (*u).clone()).collect() });
        }
    };
    let fact = Fact::Report(ReportFact::Arrived { unit: unit.clone() });
    Ok(vec![happened(report.id, fact), unit_fact(unit, UnitStatus::OnScene, Some(report.id))])
}

fn resolve(loaded: &Loaded, report: &Report, result: &Private, disposition: Option<&Code>) -> Decided {
    fitting(report, Step::Resolve)?;
    limits::fits(Field::Result, result)?;
    if let Some(code) = disposition {
        known(loaded, CodeList::Disposition, code)?;
    }
    let fact = ReportFact::Resolved { result: result.clone(), disposition: disposition.cloned() };
    let mut facts = vec![happened(report.id, Fact::Report(fact))];
    facts.extend(release_units(loaded, report));
    Ok(facts)
}

fn verify(report: &Report, at: &Moment) -> Decided {
    fitting(report, Step::Verify)?;
    match &report.resolved {
        Some(done) if done.stamp.by == at.actor.officer => Err(Refusal::OwnWork { id: report.id }),
        Some(_) | None => Ok(vec![happened(report.id, Fact::Report(ReportFact::Verified))]),
    }
}

fn close(loaded: &Loaded, report: &Report, disposition: Option<&Code>, answer: Option<&Code>) -> Decided {
    fitting(report, Step::Close)?;
    let id = report.id;
    let disposition = disposition.or(report.disposition.as_ref()).ok_or(Refusal::NeedsDisposition { id })?;
    known(loaded, CodeList::Disposition, disposition)?;
    let answer = answer.ok_or(Refusal::NeedsAnswer { id })?;
    known(loaded, CodeList::Answer, answer)?;
    let fact = ReportFact::Closed { disposition: disposition.clone(), answer: answer.clone() };
    Ok(vec![happened(id, Fact::Report(fact))])
}

fn note(report: &Report, text: &Private) -> Decided {
    filled(Field::Note, text)?;
    Ok(vec![happened(report.id, Fact::Report(ReportFact::Noted { text: text.clone() }))])
}

/// The officer has the report from now on; where the officer may answer its escalations, they are settled by that.
fn take_over(loaded: &Loaded, report: &Report, reason: &Private, at: &Moment) -> Decided {
    fitting(report, Step::TakeOver)?;
    reasoned(reason)?;
    let officer = &at.actor.officer;
    if report.accepted.as_ref().is_some_and(|stamp| stamp.by == *officer) {
        return Err(Refusal::AlreadyYours { id: report.id });
    }
    let taken = Fact::Report(ReportFact::TakenOver { reason: reason.clone() });
    let mut facts = vec![happened(report.id, taken)];
    let settles = |e: &&Escalation| {
        let answer = EscalationCommand::Answer { id: e.id, text: Private::default() };
        e.answered.is_none()
            && e.raised.by != *officer
            && access::may(at.actor.role, &Command::Escalation(answer))
    };
    let waiting = report.escalations.iter().filter_map(|id| loaded.get::<Escalation>(*id)).filter(settles);
    facts
        .extend(waiting.map(|e| {
            happened(e.id, Fact::Escalation(EscalationFact::Answered { text: Private::default() }))
        }));
    Ok(facts)
}

/// Takes back the officer's own last step, shortly after; closing, opening again and erasing stay.
fn undo(loaded: &Loaded, report: &Report, at: &Moment) -> Decided {
    let last = &report.last_step;
    let nothing = Refusal::NothingToUndo { id: report.id };
    let age = at.at.duration_since(last.stamp.at);
    if last.stamp.by != at.actor.officer || age.as_secs() > UNDO_WITHIN_S {
        return Err(nothing);
    }
    let mut facts = vec![happened(report.id, Fact::Report(ReportFact::Undone { step: last.step }))];
    match last.step {
        Step::Dispatch => {
            let unit = report.dispatches.last().map(|d| &d.unit);
            facts.extend(unit.and_then(|u| release(loaded, report.id, u)));
        }
        Step::Arrive => {
            let back = report.dispatches.iter().filter(|d| d.arrived.as_ref() == Some(&last.stamp));
            facts.extend(back.map(|d| unit_fact(&d.unit, UnitStatus::Dispatched, Some(report.id))));
        }
        Step::Resolve | Step::Transfer | Step::MarkDuplicate | Step::Cancel | Step::MarkUnfounded => {
            facts.extend(bind_units_again(loaded, report)?);
        }
        Step::Accept | Step::Verify => {}
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
        | Step::Erase => return Err(nothing),
    }
    Ok(facts)
}

pub(super) fn known(loaded: &Loaded, list: CodeList, code: &Code) -> Result<(), Refusal> {
    if loaded.station.has_code(list, code) {
        Ok(())
    } else {
        Err(Refusal::UnknownCode { list, code: code.clone() })
    }
}

/// The units that are still on a report are free again when it leaves the street.
pub(super) fn release_units(loaded: &Loaded, report: &Report) -> Vec<Happened> {
    let mut units: Vec<&Code> = report.dispatches.iter().map(|d| &d.unit).collect();
    units.sort();
    units.dedup();
    units.into_iter().filter_map(|u| release(loaded, report.id, u)).collect()
}

/// The units that were freed when the report left the street are on it again; one that has gone elsewhere meanwhile
/// keeps the step from being taken back.
fn bind_units_again(loaded: &Loaded, report: &Report) -> Decided {
    let mut facts: Vec<Happened> = Vec::new();
    for dispatch in &report.dispatches {
        let unit = &dispatch.unit;
        match loaded.unit(unit).map(|state| (state.status, state.on)) {
            Some((_, Some(on))) if on != report.id => {
                return Err(Refusal::UnitBusy { unit: unit.clone(), on });
            }
            Some((UnitStatus::Off, _)) => return Err(Refusal::UnitOff { unit: unit.clone() }),
            Some(_) | None => {}
        }
        let status = if dispatch.arrived.is_some() { UnitStatus::OnScene } else { UnitStatus::Dispatched };
        let bound = unit_fact(unit, status, Some(report.id));
        facts.retain(|fact| fact.subject != bound.subject);
        facts.push(bound);
    }
    Ok(facts)
}

fn release(loaded: &Loaded, id: RecordId, unit: &Code) -> Option<Happened> {
    let on_it = loaded.unit(unit).is_some_and(|state| state.on == Some(id));
    on_it.then(|| unit_fact(unit, UnitStatus::Available, None))
}

fn unit_fact(unit: &Code, status: UnitStatus, on: Option<RecordId>) -> Happened {
    Happened {
        subject: Subject::Unit(unit.clone()),
        fact: Fact::Unit(UnitFact::StatusChanged { status, on }),
    }
}
