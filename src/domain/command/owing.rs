//! What can be asked on deadlines, supervision orders and zero reports.

use super::Asks;
use crate::domain::access::{keeps_desk, leads, writes};
use crate::domain::{Code, Kind, Need, OfficerId, Private, RecordId, Role, Subject};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What can be asked on something that is owed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeadlineCommand {
    /// Tells what has to be told by now about a record; nothing when all was told. The desk asks this of itself.
    Tell {
        /// Which record.
        on: RecordId,
    },
    /// Puts something off; it always comes back.
    Snooze {
        /// Which record.
        on: RecordId,
        /// By which rule it is owed.
        rule: Code,
        /// Until when.
        until: Timestamp,
        /// Why.
        reason: Private,
    },
    /// Takes up again what was put off.
    Return {
        /// Which record.
        on: RecordId,
        /// By which rule it is owed.
        rule: Code,
    },
    /// Gives more days, as far as the rule allows.
    Extend {
        /// Which record.
        on: RecordId,
        /// By which rule it is owed.
        rule: Code,
        /// How many days more.
        days: u16,
        /// Why.
        reason: Private,
        /// Whether every party has agreed.
        agreed: bool,
    },
    /// Stops the clock while the desk waits for somebody else, where the rule allows it.
    Pause {
        /// Which record.
        on: RecordId,
        /// By which rule it is owed.
        rule: Code,
        /// Why.
        reason: Private,
    },
    /// Lets the clock go on.
    Resume {
        /// Which record.
        on: RecordId,
        /// By which rule it is owed.
        rule: Code,
    },
}

/// What can be asked on a supervision order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SupervisionCommand {
    /// A supervisor orders something on a report.
    Issue {
        /// Which report.
        on: RecordId,
        /// Who must answer; the desk when nobody is named.
        to: Option<OfficerId>,
        /// What is ordered.
        text: Private,
        /// By when it must be answered.
        due_at: Timestamp,
    },
    /// It is answered.
    Answer {
        /// Which.
        id: RecordId,
        /// The answer.
        text: Private,
    },
    /// The supervisor sends an answer back.
    SendBack {
        /// Which.
        id: RecordId,
        /// Why.
        reason: Private,
        /// By when it must be answered now.
        due_at: Timestamp,
    },
    /// The supervisor takes it back.
    Withdraw {
        /// Which.
        id: RecordId,
        /// Why.
        reason: Private,
    },
}

/// What can be asked on a zero report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ZeroCommand {
    /// From now on the zero report of a post is expected for this duty day. The desk asks this of itself.
    Expect {
        /// The post.
        post: Code,
    },
    /// The post's zero report is here.
    File {
        /// Which.
        id: RecordId,
        /// What it says; empty is "nothing to report".
        text: Private,
    },
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

impl Asks for DeadlineCommand {
    fn code(&self) -> &'static str {
        self.asked().0
    }

    fn subject(&self) -> Option<Subject> {
        Some(Subject::Record(self.asked().1))
    }

    fn may(&self, role: Role) -> bool {
        match self {
            DeadlineCommand::Tell { .. } => role == Role::Desk,
            DeadlineCommand::Extend { .. } => leads(role),
            DeadlineCommand::Snooze { .. }
            | DeadlineCommand::Return { .. }
            | DeadlineCommand::Pause { .. }
            | DeadlineCommand::Resume { .. } => keeps_desk(role),
        }
    }

    fn needs(&self) -> Vec<Need> {
        match self {
            DeadlineCommand::Tell { .. } => vec![Need::Next(Kind::Escalation)],
            DeadlineCommand::Snooze { .. }
            | DeadlineCommand::Return { .. }
            | DeadlineCommand::Extend { .. }
            | DeadlineCommand::Pause { .. }
            | DeadlineCommand::Resume { .. } => Vec::new(),
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

impl Asks for SupervisionCommand {
    fn code(&self) -> &'static str {
        self.asked().0
    }

    fn subject(&self) -> Option<Subject> {
        Some(Subject::Record(self.asked().1))
    }

    fn may(&self, role: Role) -> bool {
        match self {
            SupervisionCommand::Answer { .. } => writes(role),
            SupervisionCommand::Issue { .. }
            | SupervisionCommand::SendBack { .. }
            | SupervisionCommand::Withdraw { .. } => role == Role::Supervisor,
        }
    }

    fn needs(&self) -> Vec<Need> {
        match self {
            SupervisionCommand::Issue { .. } => vec![Need::Next(Kind::Supervision)],
            SupervisionCommand::Answer { .. }
            | SupervisionCommand::SendBack { .. }
            | SupervisionCommand::Withdraw { .. } => Vec::new(),
        }
    }
}

impl Asks for ZeroCommand {
    fn code(&self) -> &'static str {
        match self {
            ZeroCommand::Expect { .. } => "zero.expect",
            ZeroCommand::File { .. } => "zero.file",
        }
    }

    fn subject(&self) -> Option<Subject> {
        match self {
            ZeroCommand::Expect { .. } => None,
            ZeroCommand::File { id, .. } => Some(Subject::Record(*id)),
        }
    }

    fn may(&self, role: Role) -> bool {
        match self {
            ZeroCommand::Expect { .. } => role == Role::Desk,
            ZeroCommand::File { .. } => keeps_desk(role),
        }
    }

    fn needs(&self) -> Vec<Need> {
        match self {
            ZeroCommand::Expect { post } => {
                vec![Need::Next(Kind::ZeroReport), Need::ZeroReport(post.clone())]
            }
            ZeroCommand::File { .. } => Vec::new(),
        }
    }
}
