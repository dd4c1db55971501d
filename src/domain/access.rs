//! Who may do what, held by the desk's door for every command and every query: which roles stand for what.
//!
//! Which of them a command is for, each part says beside its commands ([`Asks`](super::command::Asks)).

use super::command::Command;
use super::officer::Role;
use super::query::Query;

/// Whether a role may ask for a command.
///
/// ```
/// use dutydesk::domain::{Command, Role, access};
/// use dutydesk::domain::command::ReportCommand;
/// let id = "R-20261121-031".parse().unwrap();
/// let accept = Command::Report(ReportCommand::Accept { id });
/// assert!(access::may(Role::DutyOfficer, &accept));
/// assert!(!access::may(Role::Reviewer, &accept));
/// ```
pub fn may(role: Role, command: &Command) -> bool {
    command.may(role)
}

/// Whether a role may ask a question.
pub fn may_ask(role: Role, query: &Query) -> bool {
    match query {
        Query::Board
        | Query::Reports { .. }
        | Query::Report { .. }
        | Query::History { .. }
        | Query::Between { .. }
        | Query::Escalations { .. }
        | Query::Due { .. }
        | Query::Owed { .. }
        | Query::Supervisions { .. }
        | Query::ZeroReports { .. }
        | Query::Units
        | Query::Disputes { .. }
        | Query::Dispute { .. }
        | Query::Allowances { .. }
        | Query::Sweeps { .. }
        | Query::Sweep { .. }
        | Query::Station
        | Query::Status
        | Query::Drafts
        | Query::Outbox { .. } => true,
        Query::People { .. } => role != Role::Script,
        Query::Journal { .. } | Query::HandoverDraft | Query::Handovers { .. } | Query::Handover { .. } => {
            role != Role::Script && role != Role::Mediator
        }
    }
}

/// Whether a role works at the desk.
pub(super) fn keeps_desk(role: Role) -> bool {
    match role {
        Role::DutyOfficer | Role::ShiftLeader | Role::Supervisor | Role::Desk => true,
        Role::Mediator | Role::Reviewer | Role::Script => false,
    }
}

/// Whether a role mediates disputes.
pub fn mediates(role: Role) -> bool {
    writes(role)
}

/// Whether a role writes on records.
pub(super) fn writes(role: Role) -> bool {
    keeps_desk(role) || role == Role::Mediator
}

/// Whether a role answers for others.
pub(super) fn leads(role: Role) -> bool {
    match role {
        Role::ShiftLeader | Role::Supervisor | Role::Desk => true,
        Role::DutyOfficer | Role::Mediator | Role::Reviewer | Role::Script => false,
    }
}
