//! What can be asked on the desk itself.

use super::Asks;
use crate::domain::access::keeps_desk;
use crate::domain::id::Subject;
use crate::domain::loaded::Need;
use crate::domain::notice::NoticeId;
use crate::domain::officer::Role;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What can be asked on the desk itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeskCommand {
    /// Sets the clock of a training desk.
    SetClock {
        /// What the clock shall show.
        to: Timestamp,
    },
    /// Records that the desk came up.
    Start {
        /// The program's version.
        version: String,
    },
    /// Records that the desk went down in order.
    Stop,
    /// Records that a file in the spool was refused.
    RefuseFile {
        /// The file's name, made safe.
        file: String,
        /// Why, as a code of the intake.
        why: String,
        /// Where in the file, from 1.
        line: Option<u64>,
    },
    /// Records that the machine's clock was set while the desk ran.
    ClockStepped {
        /// By how many seconds; less than nothing is back.
        by_s: i64,
    },
    /// Records that someone asked for what the role may not do.
    Deny {
        /// What was asked, as a code.
        asked: String,
    },
    /// Records that a notice was tried as often as it may be.
    NoticeDead {
        /// Which.
        id: NoticeId,
        /// How often it was tried.
        tries: u32,
    },
    /// Has a notice that waits or did not arrive tried again from the start.
    RetryNotice {
        /// Which.
        id: NoticeId,
    },
    /// Gives up a notice that waits or did not arrive.
    DropNotice {
        /// Which.
        id: NoticeId,
    },
    /// Sends a notice to the officer who asks, to try whether they arrive.
    TestNotice,
}

impl Asks for DeskCommand {
    fn code(&self) -> &'static str {
        match self {
            DeskCommand::SetClock { .. } => "desk.set-clock",
            DeskCommand::Start { .. } => "desk.start",
            DeskCommand::Stop => "desk.stop",
            DeskCommand::RefuseFile { .. } => "desk.refuse-file",
            DeskCommand::ClockStepped { .. } => "desk.clock-stepped",
            DeskCommand::Deny { .. } => "desk.deny",
            DeskCommand::NoticeDead { .. } => "desk.notice-dead",
            DeskCommand::RetryNotice { .. } => "notice.retry",
            DeskCommand::DropNotice { .. } => "notice.drop",
            DeskCommand::TestNotice => "notice.test",
        }
    }

    fn subject(&self) -> Option<Subject> {
        Some(Subject::Desk)
    }

    fn may(&self, role: Role) -> bool {
        match self {
            DeskCommand::SetClock { .. }
            | DeskCommand::RetryNotice { .. }
            | DeskCommand::DropNotice { .. }
            | DeskCommand::TestNotice => keeps_desk(role),
            DeskCommand::Start { .. }
            | DeskCommand::Stop
            | DeskCommand::RefuseFile { .. }
            | DeskCommand::ClockStepped { .. }
            | DeskCommand::Deny { .. }
            | DeskCommand::NoticeDead { .. } => role == Role::Desk,
        }
    }

    fn needs(&self) -> Vec<Need> {
        match self {
            DeskCommand::NoticeDead { id, .. }
            | DeskCommand::RetryNotice { id }
            | DeskCommand::DropNotice { id } => vec![Need::Notice(*id)],
            DeskCommand::SetClock { .. }
            | DeskCommand::Start { .. }
            | DeskCommand::Stop
            | DeskCommand::RefuseFile { .. }
            | DeskCommand::ClockStepped { .. }
            | DeskCommand::Deny { .. }
            | DeskCommand::TestNotice => Vec::new(),
        }
    }
}
