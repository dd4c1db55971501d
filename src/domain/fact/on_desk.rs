//! What can happen to the desk itself.

use super::Says;
use crate::domain::notice::NoticeId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What can happen to the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeskFact {
    /// It came up.
    Started {
        /// The program's version.
        version: String,
    },
    /// It went down in order.
    Stopped,
    /// The clock of a training desk was set.
    ClockSet {
        /// What it showed from then on.
        to: Timestamp,
    },
    /// The machine's clock was set while the desk ran.
    ClockStepped {
        /// By how many seconds; less than nothing is back.
        by_s: i64,
    },
    /// A file was refused by the intake.
    FileRefused {
        /// Its name, made safe.
        file: String,
        /// Why, as a code of the intake.
        why: String,
        /// Where in the file.
        line: Option<u64>,
    },
    /// Someone asked for what the role may not do.
    Denied {
        /// What was asked, as a code.
        asked: String,
    },
    /// A notice was tried as often as it may be and did not arrive.
    NoticeDead {
        /// Which.
        id: NoticeId,
        /// How often it was tried.
        tries: u32,
    },
    /// An officer had a notice tried again.
    NoticeRetried {
        /// Which.
        id: NoticeId,
    },
    /// An officer gave a notice up.
    NoticeDropped {
        /// Which.
        id: NoticeId,
    },
    /// An officer sent a notice to try whether they arrive.
    NoticeTested,
}

impl Says for DeskFact {
    fn kind(&self) -> &'static str {
        match self {
            DeskFact::Started { .. } => "desk.started",
            DeskFact::Stopped => "desk.stopped",
            DeskFact::ClockSet { .. } => "desk.clock-set",
            DeskFact::FileRefused { .. } => "desk.file-refused",
            DeskFact::ClockStepped { .. } => "desk.clock-stepped",
            DeskFact::Denied { .. } => "desk.denied",
            DeskFact::NoticeDead { .. } => "desk.notice-dead",
            DeskFact::NoticeRetried { .. } => "desk.notice-retried",
            DeskFact::NoticeDropped { .. } => "desk.notice-dropped",
            DeskFact::NoticeTested => "desk.notice-tested",
        }
    }
}
