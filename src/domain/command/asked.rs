//! What each command is called, which record it is about, and what must be loaded before it can be decided.

use super::{
    Command, DeadlineCommand, DeskCommand, EscalationCommand, HandoverCommand, ReportCommand, SetupCommand,
    SupervisionCommand, UnitCommand, ZeroCommand,
};
use crate::domain::dispute::act::DisputeCommand;
use crate::domain::earlier::has_history;
use crate::domain::id::{Kind, OfficerId, RecordId, Subject};
use crate::domain::loaded::Need;
use crate::domain::notice::NoticeId;
use crate::domain::private::{Private, Secret};

impl Command {
    /// What the command is called in refusals and in the journal of denials: `report.accept`.
    pub fn code(&self) -> &'static str {
        match self {
            Command::Report(c) => c.code(),
            Command::Escalation(EscalationCommand::Raise { .. }) => "escalation.raise",
            Command::Escalation(EscalationCommand::Acknowledge { .. }) => "escalation.acknowledge",
            Command::Escalation(EscalationCommand::Answer { .. }) => "escalation.answer",
            Command::Deadline(c) => c.asked().0,
            Command::Supervision(c) => c.asked().0,
            Command::Dispute(c) => c.asked().0,
            Command::Zero(ZeroCommand::Expect { .. }) => "zero.expect",
            Command::Zero(ZeroCommand::File { .. }) => "zero.file",
            Command::Unit(UnitCommand::Status { .. }) => "unit.status",
            Command::Unit(UnitCommand::CheckIn { .. }) => "unit.check-in",
            Command::Handover(HandoverCommand::Sign { .. }) => "handover.sign",
            Command::Handover(HandoverCommand::Accept { .. }) => "handover.accept",
            Command::Handover(HandoverCommand::Withdraw { .. }) => "handover.withdraw",
            Command::Handover(HandoverCommand::Add { .. }) => "handover.add",
            Command::Setup(SetupCommand::Set(_)) => "setup.set",
            Command::Setup(SetupCommand::Retire { .. }) => "setup.retire",
            Command::Setup(SetupCommand::Apply { .. }) => "setup.apply",
            Command::Setup(SetupCommand::SetPassphrase { .. }) => "setup.set-passphrase",
            Command::Desk(DeskCommand::SetClock { .. }) => "desk.set-clock",
            Command::Desk(DeskCommand::Start { .. }) => "desk.start",
            Command::Desk(DeskCommand::Stop) => "desk.stop",
            Command::Desk(DeskCommand::RefuseFile { .. }) => "desk.refuse-file",
            Command::Desk(DeskCommand::ClockStepped { .. }) => "desk.clock-stepped",
            Command::Desk(DeskCommand::Deny { .. }) => "desk.deny",
            Command::Desk(DeskCommand::NoticeDead { .. }) => "desk.notice-dead",
            Command::Desk(DeskCommand::RetryNotice { .. }) => "notice.retry",
            Command::Desk(DeskCommand::DropNotice { .. }) => "notice.drop",
            Command::Desk(DeskCommand::TestNotice) => "notice.test",
        }
    }

    /// The record that the command is about, when it exists before.
    pub fn subject(&self) -> Option<Subject> {
        match self {
            Command::Report(c) => c.id().map(Subject::Record),
            Command::Escalation(EscalationCommand::Raise { on, .. }) => Some(Subject::Record(*on)),
            Command::Escalation(
                EscalationCommand::Acknowledge { id, .. } | EscalationCommand::Answer { id, .. },
            )
            | Command::Zero(ZeroCommand::File { id, .. }) => Some(Subject::Record(*id)),
            Command::Deadline(c) => Some(Subject::Record(c.asked().1)),
            Command::Supervision(c) => Some(Subject::Record(c.asked().1)),
            Command::Zero(ZeroCommand::Expect { .. }) => None,
            Command::Dispute(c) => c.asked().1.map(Subject::Record),
            Command::Unit(UnitCommand::Status { unit, .. } | UnitCommand::CheckIn { unit, .. }) => {
                Some(Subject::Unit(unit.clone()))
            }
            Command::Handover(HandoverCommand::Sign { .. }) | Command::Setup(SetupCommand::Apply { .. }) => {
                None
            }
            Command::Handover(
                HandoverCommand::Accept { id, .. }
                | HandoverCommand::Withdraw { id }
                | HandoverCommand::Add { id, .. },
            ) => Some(Subject::Record(*id)),
            Command::Setup(SetupCommand::Set(item)) => Some(Subject::Setup(item.key())),
            Command::Setup(SetupCommand::Retire { key }) => Some(Subject::Setup(key.clone())),
            Command::Setup(SetupCommand::SetPassphrase { officer, .. }) => {
                Some(Subject::Setup(format!("officer/{officer}")))
            }
            Command::Desk(_) => Some(Subject::Desk),
        }
    }

    /// What must be loaded before the command can be decided, besides the station and all unit states.
    pub fn needs(&self) -> Vec<Need> {
        let mut needs: Vec<Need> = Vec::new();
        if let Some(Subject::Record(id)) = self.subject() {
            needs.push(Need::Record(id));
        }
        match self {
            Command::Report(ReportCommand::Receive(incoming)) => {
                needs.push(Need::Next(Kind::Report));
                needs.extend(incoming.source_key.clone().map(Need::SourceKey));
                if has_history(incoming.source) {
                    let told = &incoming.telling;
                    needs.extend(before(Some(&told.place), Some(&told.caller_phone), None));
                }
            }
            Command::Report(ReportCommand::Amend { id, changes }) => {
                needs.extend(before(changes.place.as_ref(), changes.caller_phone.as_ref(), Some(*id)));
            }
            Command::Report(ReportCommand::MarkDuplicate { of, .. }) => needs.push(Need::Record(*of)),
            Command::Escalation(EscalationCommand::Raise { .. }) => needs.push(Need::Next(Kind::Escalation)),
            Command::Deadline(DeadlineCommand::Tell { .. }) => needs.push(Need::Next(Kind::Escalation)),
            Command::Supervision(SupervisionCommand::Issue { .. }) => {
                needs.push(Need::Next(Kind::Supervision));
            }
            Command::Dispute(c) => {
                needs.extend(matches!(c, DisputeCommand::Find(_)).then_some(Need::Next(Kind::Dispute)));
                needs.extend(c.names().into_iter().map(Need::Record));
            }
            Command::Zero(ZeroCommand::Expect { post }) => {
                needs.extend([Need::Next(Kind::ZeroReport), Need::ZeroReport(post.clone())]);
            }
            Command::Escalation(EscalationCommand::Acknowledge { .. } | EscalationCommand::Answer { .. })
            | Command::Deadline(_)
            | Command::Supervision(_)
            | Command::Zero(ZeroCommand::File { .. })
            | Command::Report(_)
            | Command::Unit(_)
            | Command::Setup(_) => {}
            Command::Desk(c) => needs.extend(c.notice().map(Need::Notice)),
            Command::Handover(HandoverCommand::Sign { .. }) => {
                needs.extend([Need::Next(Kind::Handover), Need::Draft, Need::OpenHandover]);
            }
            Command::Handover(HandoverCommand::Accept { id, .. }) => {
                needs.extend([Need::ItemsOf(*id), Need::Next(Kind::Escalation)]);
            }
            Command::Handover(_) => {}
        }
        needs
    }

    /// The keys of the setup items that the command may change.
    pub fn setup_keys(&self) -> Vec<String> {
        match self {
            Command::Setup(c) => c.keys(),
            Command::Report(_)
            | Command::Escalation(_)
            | Command::Deadline(_)
            | Command::Supervision(_)
            | Command::Zero(_)
            | Command::Dispute(_)
            | Command::Unit(_)
            | Command::Handover(_)
            | Command::Desk(_) => Vec::new(),
        }
    }

    /// The officer and passphrase that the door must check before the rule is asked.
    pub fn proof(&self) -> Option<(&OfficerId, &Secret)> {
        match self {
            Command::Handover(
                HandoverCommand::Sign { officer, passphrase, .. }
                | HandoverCommand::Accept { officer, passphrase, .. },
            ) => Some((officer, passphrase)),
            Command::Report(_)
            | Command::Escalation(_)
            | Command::Deadline(_)
            | Command::Supervision(_)
            | Command::Zero(_)
            | Command::Dispute(_)
            | Command::Unit(_)
            | Command::Handover(_)
            | Command::Setup(_)
            | Command::Desk(_) => None,
        }
    }
}

impl DeskCommand {
    /// The notice that it is about.
    fn notice(&self) -> Option<NoticeId> {
        match self {
            DeskCommand::NoticeDead { id, .. }
            | DeskCommand::RetryNotice { id }
            | DeskCommand::DropNotice { id } => Some(*id),
            DeskCommand::SetClock { .. }
            | DeskCommand::Start { .. }
            | DeskCommand::Stop
            | DeskCommand::RefuseFile { .. }
            | DeskCommand::ClockStepped { .. }
            | DeskCommand::Deny { .. }
            | DeskCommand::TestNotice => None,
        }
    }
}

/// What was told before from a place or a number; nothing when neither is told.
fn before(place: Option<&Private>, phone: Option<&Private>, report: Option<RecordId>) -> Option<Need> {
    let told = |text: Option<&Private>| text.cloned().unwrap_or_default();
    let (place, caller_phone) = (told(place), told(phone));
    let any = !place.is_empty() || !caller_phone.is_empty();
    any.then_some(Need::Before { place, caller_phone, report })
}

impl SetupCommand {
    /// The keys of the items that it may change.
    fn keys(&self) -> Vec<String> {
        match self {
            SetupCommand::Set(item) => vec![item.key()],
            SetupCommand::Retire { key } => vec![key.clone()],
            SetupCommand::Apply { changes } => changes.iter().flat_map(SetupCommand::keys).collect(),
            SetupCommand::SetPassphrase { officer, .. } => vec![format!("officer/{officer}")],
        }
    }
}

impl DeadlineCommand {
    /// What the command is called, and the record that it is about.
    fn asked(&self) -> (&'static str, RecordId) {
        match self {
            DeadlineCommand::Tell { on } => ("deadline.tell", *on),
            DeadlineCommand::Snooze { on, .. } => ("deadline.snooze", *on),
            DeadlineCommand::Return { on, .. } => ("deadline.return", *on),
            DeadlineCommand::Extend { on, .. } => ("deadline.extend", *on),
            DeadlineCommand::Pause { on, .. } => ("deadline.pause", *on),
            DeadlineCommand::Resume { on, .. } => ("deadline.resume", *on),
        }
    }
}

impl SupervisionCommand {
    /// What the command is called, and the record that it is about.
    fn asked(&self) -> (&'static str, RecordId) {
        match self {
            SupervisionCommand::Issue { on, .. } => ("supervision.issue", *on),
            SupervisionCommand::Answer { id, .. } => ("supervision.answer", *id),
            SupervisionCommand::SendBack { id, .. } => ("supervision.send-back", *id),
            SupervisionCommand::Withdraw { id, .. } => ("supervision.withdraw", *id),
        }
    }
}

impl ReportCommand {
    /// What the command is called.
    pub fn code(&self) -> &'static str {
        match self {
            ReportCommand::Receive(_) => "report.receive",
            ReportCommand::Accept { .. } => "report.accept",
            ReportCommand::Dispatch { .. } => "report.dispatch",
            ReportCommand::Arrive { .. } => "report.arrive",
            ReportCommand::Resolve { .. } => "report.resolve",
            ReportCommand::Verify { .. } => "report.verify",
            ReportCommand::Close { .. } => "report.close",
            ReportCommand::Transfer { .. } => "report.transfer",
            ReportCommand::MarkDuplicate { .. } => "report.duplicate",
            ReportCommand::Cancel { .. } => "report.cancel",
            ReportCommand::MarkUnfounded { .. } => "report.unfounded",
            ReportCommand::Reopen { .. } => "report.reopen",
            ReportCommand::Note { .. } => "report.note",
            ReportCommand::Amend { .. } => "report.amend",
            ReportCommand::TakeOver { .. } => "report.take-over",
            ReportCommand::Undo { .. } => "report.undo",
            ReportCommand::Erase { .. } => "report.erase",
        }
    }

    /// The report it is about; none when it is a new one.
    pub fn id(&self) -> Option<RecordId> {
        match self {
            ReportCommand::Receive(_) => None,
            ReportCommand::Accept { id }
            | ReportCommand::Dispatch { id, .. }
            | ReportCommand::Arrive { id, .. }
            | ReportCommand::Resolve { id, .. }
            | ReportCommand::Verify { id }
            | ReportCommand::Close { id, .. }
            | ReportCommand::Transfer { id, .. }
            | ReportCommand::MarkDuplicate { id, .. }
            | ReportCommand::Cancel { id, .. }
            | ReportCommand::MarkUnfounded { id, .. }
            | ReportCommand::Reopen { id, .. }
            | ReportCommand::Note { id, .. }
            | ReportCommand::Amend { id, .. }
            | ReportCommand::TakeOver { id, .. }
            | ReportCommand::Undo { id }
            | ReportCommand::Erase { id, .. } => Some(*id),
        }
    }
}
