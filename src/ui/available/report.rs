//! Which step a report may take next, as far as the console can know it.

use crate::domain::closed_loop::fits;
use crate::domain::command::Incoming;
use crate::domain::report::{Source, Status, Step, Telling};
use crate::domain::{OfficerId, Refusal, Stamp};
use crate::keys::Action;
use crate::ui::model::ReportUnder;

/// The step that each action asks for.
const STEPS: [(Action, Step); 18] = [
    (Action::ReportAccept, Step::Accept),
    (Action::ReportDispatch, Step::Dispatch),
    (Action::ReportArrive, Step::Arrive),
    (Action::ReportResolve, Step::Resolve),
    (Action::ReportVerify, Step::Verify),
    (Action::ReportClose, Step::Close),
    (Action::ReportEscalate, Step::Escalate),
    (Action::ReportNote, Step::Note),
    (Action::ReportAmend, Step::Amend),
    (Action::ReportTransfer, Step::Transfer),
    (Action::ReportDuplicate, Step::MarkDuplicate),
    (Action::ReportCancel, Step::Cancel),
    (Action::ReportUnfounded, Step::MarkUnfounded),
    (Action::ReportReopen, Step::Reopen),
    (Action::ReportDecline, Step::DeclineProposal),
    (Action::ReportTakeOver, Step::TakeOver),
    (Action::OrderIssue, Step::Supervise),
    (Action::Undo, Step::Undo),
];

/// Why the step can't be taken.
pub(super) fn why_not(action: Action, report: &ReportUnder<'_>, who: &OfficerId) -> Option<Refusal> {
    let step = STEPS.iter().find(|(of, _)| *of == action).map(|(_, step)| *step)?;
    let (id, status) = (report.id, report.status);
    let whole = report.whole.map(|detail| &detail.report);
    if step == Step::Verify
        && status == Status::Resolved
        && whole.and_then(|r| r.resolved.as_ref()).is_some_and(|done| done.stamp.by == *who)
    {
        return Some(Refusal::OwnWork { id });
    }
    if step == Step::Accept
        && let Some((by, at)) = report.accepted
        && status.is_open()
    {
        return Some(Refusal::AlreadyAccepted { id, by: Stamp { at, by: by.clone() } });
    }
    if step == Step::DeclineProposal && !report.proposed {
        return Some(Refusal::NoProposal { id });
    }
    if !fits(step, status) {
        return Some(Refusal::WrongStep { id, status, step });
    }
    None
}

/// An empty report, to ask what a role may do.
pub(super) fn empty() -> Incoming {
    Incoming { source: Source::Phone, source_key: None, event_at: None, telling: Telling::default() }
}
