//! Who may do what: one table of roles, held by the desk's door for every command and every query.

use super::command::{
    Command, DeadlineCommand, DeskCommand, EscalationCommand, ReportCommand, SetupCommand,
    SupervisionCommand, ZeroCommand,
};
use super::dispute::DisputeStep;
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
    match command {
        Command::Report(ReportCommand::Receive(_)) => writes(role) || role == Role::Script,
        Command::Report(ReportCommand::Note { .. }) => writes(role),
        Command::Report(ReportCommand::Erase { .. }) => role == Role::Supervisor,
        Command::Report(_) => keeps_desk(role),
        Command::Escalation(EscalationCommand::Raise { .. }) => writes(role),
        Command::Escalation(EscalationCommand::Acknowledge { .. } | EscalationCommand::Answer { .. }) => {
            leads(role)
        }
        Command::Deadline(DeadlineCommand::Tell { .. }) | Command::Zero(ZeroCommand::Expect { .. }) => {
            role == Role::Desk
        }
        Command::Deadline(DeadlineCommand::Extend { .. }) => leads(role),
        Command::Deadline(_) | Command::Zero(ZeroCommand::File { .. }) => keeps_desk(role),
        Command::Supervision(SupervisionCommand::Answer { .. }) => writes(role),
        Command::Supervision(_) => role == Role::Supervisor,
        Command::Dispute(c) => match c.step() {
            DisputeStep::Erase => role == Role::Supervisor,
            DisputeStep::Calm => leads(role),
            _ => mediates(role),
        },
        Command::Unit(_) | Command::Handover(_) => keeps_desk(role),
        // Whose passphrase it is, the rule looks at: everyone may set their own.
        Command::Setup(SetupCommand::SetPassphrase { .. }) => role != Role::Script,
        Command::Setup(_) => role == Role::Supervisor || role == Role::Desk,
        Command::Desk(
            DeskCommand::SetClock { .. }
            | DeskCommand::RetryNotice { .. }
            | DeskCommand::DropNotice { .. }
            | DeskCommand::TestNotice,
        ) => keeps_desk(role),
        Command::Desk(_) => role == Role::Desk,
    }
}

/// Whether a role may ask a question.
pub fn may_ask(role: Role, query: &Query) -> bool {
    match query {
        Query::Board
        | Query::Reports { .. }
        | Query::Report { .. }
        | Query::History { .. }
        | Query::Escalations { .. }
        | Query::Due { .. }
        | Query::Supervisions { .. }
        | Query::ZeroReports { .. }
        | Query::Units
        | Query::Disputes { .. }
        | Query::Dispute { .. }
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

fn keeps_desk(role: Role) -> bool {
    match role {
        Role::DutyOfficer | Role::ShiftLeader | Role::Supervisor | Role::Desk => true,
        Role::Mediator | Role::Reviewer | Role::Script => false,
    }
}

/// Whether a role mediates disputes.
pub fn mediates(role: Role) -> bool {
    writes(role)
}

fn writes(role: Role) -> bool {
    keeps_desk(role) || role == Role::Mediator
}

fn leads(role: Role) -> bool {
    match role {
        Role::ShiftLeader | Role::Supervisor | Role::Desk => true,
        Role::DutyOfficer | Role::Mediator | Role::Reviewer | Role::Script => false,
    }
}
