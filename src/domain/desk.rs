//! The desk as a whole: counts, what is due next, how the program itself is, and the forms that are half filled in.

use super::due::Due;
use super::id::OfficerId;
use super::notice::NoticeLine;
use super::private::Private;
use super::query::RowKey;
use super::speed::SpeedTally;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The line of lights and the numbers in the titles of the panes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Open P1 reports.
    pub p1_open: u64,
    /// Things that are past their time and were not put off.
    pub overdue: u64,
    /// Everything that is owed.
    #[serde(default)]
    pub due: u64,
    /// Things that were put off or whose clock stands still.
    #[serde(default)]
    pub put_off: u64,
    /// Escalations that wait for an acknowledgement.
    pub to_acknowledge: u64,
    /// Check-ins that were missed.
    pub missed_check_ins: u64,
    /// Contacts that are due.
    pub contacts_due: u64,
    /// Open reports.
    pub reports: u64,
    /// Unresolved disputes.
    pub disputes: u64,
    /// Units that are out.
    pub units_out: u64,
    /// Persons at risk.
    pub people: u64,
    /// Files that the intake refused since the watch began.
    pub files_refused: u64,
    /// Notices that could not be delivered and that nobody has looked after yet.
    #[serde(default)]
    pub dead_letters: u64,
}

/// One line of the due queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueLine {
    /// Its place among the stored lines; it stays while the same thing is owed.
    pub key: RowKey,
    /// What is owed.
    #[serde(flatten)]
    pub due: Due,
}

/// What stops the desk from working as it should, told on every screen until it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trouble {
    /// The disk is full: reading goes on, nothing can be written.
    DiskFull,
    /// The folder can't be written to.
    ReadOnly,
    /// Writing failed for another reason.
    WriteFailed,
    /// The clock of the machine went back, and the desk's or its journal is ahead of it.
    ClockBack,
    /// The clock of the machine was set forward, and the desk's is still behind it.
    ClockForward,
    /// The spool folder can't be read.
    SpoolUnreadable,
    /// Notices could not be delivered.
    NoticesDead,
    /// The desk's own configuration file has something wrong in it.
    DeskFileWrong,
    /// The deadline rules have problems: what is wrong in them is left out.
    Rules,
}

impl Trouble {
    /// Every trouble.
    pub const ALL: [Trouble; 9] = [
        Trouble::DiskFull,
        Trouble::ReadOnly,
        Trouble::WriteFailed,
        Trouble::ClockBack,
        Trouble::ClockForward,
        Trouble::SpoolUnreadable,
        Trouble::NoticesDead,
        Trouble::DeskFileWrong,
        Trouble::Rules,
    ];

    /// The trouble's code.
    pub const fn code(self) -> &'static str {
        match self {
            Trouble::DiskFull => "disk-full",
            Trouble::ReadOnly => "read-only",
            Trouble::WriteFailed => "write-failed",
            Trouble::ClockBack => "clock-back",
            Trouble::ClockForward => "clock-forward",
            Trouble::SpoolUnreadable => "spool-unreadable",
            Trouble::NoticesDead => "notices-dead",
            Trouble::DeskFileWrong => "desk-file-wrong",
            Trouble::Rules => "rules",
        }
    }
}

/// Counts and what is due next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    /// The counts.
    pub counts: Counts,
    /// What is owed first, in order of [`Due::urgency`], at most 20 lines.
    pub due: Vec<DueLine>,
    /// The three speeds of the shift.
    #[serde(default)]
    pub speeds: Vec<SpeedTally>,
    /// The officers at consoles now, in order of number.
    pub online: Vec<OfficerId>,
    /// What is wrong with the desk.
    pub trouble: Vec<Trouble>,
    /// The newest notice, when it is not older than an hour.
    #[serde(default)]
    pub latest_notice: Option<NoticeLine>,
}

/// How the desk itself is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskStatus {
    /// The process.
    pub pid: u32,
    /// The program's version.
    pub version: String,
    /// When it came up.
    pub started_at: Timestamp,
    /// Its clock now.
    pub now: Timestamp,
    /// Whether it is a training desk.
    pub training: bool,
    /// Sessions that are connected, this one included.
    pub sessions: u32,
    /// Consoles among them.
    pub consoles: u32,
    /// The journal's last entry.
    pub journal_head: u64,
    /// The hash of that entry, in hexadecimal.
    pub journal_hash: String,
    /// Files taken since the desk came up.
    pub files_taken: u64,
    /// Files refused since the desk came up.
    pub files_refused: u64,
    /// Notices that could not be delivered and that nobody has looked after yet.
    #[serde(default)]
    pub dead_letters: u64,
    /// What is wrong.
    pub trouble: Vec<Trouble>,
}

/// A form that somebody has begun to fill in, kept by the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftForm {
    /// Which form, such as `report-new` or `report-note R-20261121-031`.
    pub form: String,
    /// The fields by name, and what stands in them; the console's own shape.
    pub body: Private,
    /// When it was last changed.
    pub at: Timestamp,
}
