//! What the desk can be asked to do. Every write of the product is one of these, through the one door.

mod asked;
mod owing;

pub use owing::{DeadlineCommand, SupervisionCommand, ZeroCommand};

use super::dispute::act::DisputeCommand;
use super::id::{Code, OfficerId, RecordId, Rev};
use super::notice::NoticeId;
use super::patrol::UnitStatus;
use super::place::Level;
use super::private::{Private, Secret};
use super::report::{Priority, Source, Telling};
use super::setup::SetupItem;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Something the desk is asked to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Command {
    /// On a report.
    Report(ReportCommand),
    /// On an escalation.
    Escalation(EscalationCommand),
    /// On something that is owed.
    Deadline(DeadlineCommand),
    /// On a supervision order.
    Supervision(SupervisionCommand),
    /// On a zero report.
    Zero(ZeroCommand),
    /// On a dispute.
    Dispute(DisputeCommand),
    /// On a unit.
    Unit(UnitCommand),
    /// On a handover.
    Handover(HandoverCommand),
    /// On the setup.
    Setup(SetupCommand),
    /// On the desk itself.
    Desk(DeskCommand),
}

/// Corrections to what was told; a field that is none stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    /// A new narrative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub narrative: Option<Private>,
    /// A new place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Private>,
    /// A new caller.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caller_name: Option<Private>,
    /// A new telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caller_phone: Option<Private>,
    /// Another one on the other side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_name: Option<Private>,
    /// A new telephone number of the other side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_phone: Option<Private>,
    /// The incident type.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub incident_type: Option<Code>,
    /// The priority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// The beat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beat: Option<Code>,
    /// When it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event_at: Option<Timestamp>,
}

/// A report as it comes in, from a form, a flag list or a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incoming {
    /// How it reached the desk.
    pub source: Source,
    /// The number its source gave it.
    #[serde(default)]
    pub source_key: Option<String>,
    /// When it happened; the time of receipt when not told.
    #[serde(default)]
    pub event_at: Option<Timestamp>,
    /// What was told.
    pub telling: Telling,
}

/// What can be asked on a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportCommand {
    /// Enters a report; one with a known source key is counted as sent again.
    Receive(Box<Incoming>),
    /// Takes it.
    Accept {
        /// Which.
        id: RecordId,
    },
    /// Sends a unit; takes the report first when nobody has.
    Dispatch {
        /// Which.
        id: RecordId,
        /// The unit.
        unit: Code,
    },
    /// A unit is on scene.
    Arrive {
        /// Which.
        id: RecordId,
        /// The unit; may be left out when only one is on its way.
        unit: Option<Code>,
    },
    /// It is dealt with.
    Resolve {
        /// Which.
        id: RecordId,
        /// What was done, in words; may be empty.
        result: Private,
        /// The coded outcome, when already known.
        disposition: Option<Code>,
    },
    /// Another officer has checked it.
    Verify {
        /// Which.
        id: RecordId,
    },
    /// It is done and the reporter is answered.
    Close {
        /// Which.
        id: RecordId,
        /// The coded outcome, unless given at resolving.
        disposition: Option<Code>,
        /// How the reporter was answered.
        answer: Option<Code>,
    },
    /// It is not ours.
    Transfer {
        /// Which.
        id: RecordId,
        /// To whom.
        to: Private,
        /// Why.
        reason: Code,
    },
    /// It is the same as another.
    MarkDuplicate {
        /// Which.
        id: RecordId,
        /// The other.
        of: RecordId,
    },
    /// It was called off.
    Cancel {
        /// Which.
        id: RecordId,
        /// Why.
        reason: Code,
    },
    /// There was nothing.
    MarkUnfounded {
        /// Which.
        id: RecordId,
        /// Why.
        reason: Code,
    },
    /// It is opened again.
    Reopen {
        /// Which.
        id: RecordId,
        /// Why.
        reason: Code,
    },
    /// A note.
    Note {
        /// Which.
        id: RecordId,
        /// The note.
        text: Private,
    },
    /// What was told is corrected.
    Amend {
        /// Which.
        id: RecordId,
        /// The corrections.
        changes: Box<Amendment>,
    },
    /// The officer takes it over from the one who has it.
    TakeOver {
        /// Which.
        id: RecordId,
        /// Why, in words.
        reason: Private,
    },
    /// The officer's own last step is taken back.
    Undo {
        /// Which.
        id: RecordId,
    },
    /// What was told and written about it is erased, on its retention date.
    Erase {
        /// Which.
        id: RecordId,
        /// Why, in words.
        reason: Private,
    },
}

/// What can be asked on an escalation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EscalationCommand {
    /// Hands a report up.
    Raise {
        /// What.
        on: RecordId,
        /// To which level.
        to: Level,
        /// Why, coded.
        reason: Code,
        /// Why, in words.
        note: Private,
    },
    /// Somebody other than the one who raised it has it now, and answers in time: else it comes back.
    Acknowledge {
        /// Which.
        id: RecordId,
        /// A word for the one who raised it.
        reply: Private,
    },
    /// It is answered: the one who raised it is told.
    Answer {
        /// Which.
        id: RecordId,
        /// The answer.
        text: Private,
    },
}

/// What can be asked on a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnitCommand {
    /// It is now doing something else: on duty, off, available, returning.
    Status {
        /// Which.
        unit: Code,
        /// What it is doing.
        status: UnitStatus,
    },
    /// It has checked in.
    CheckIn {
        /// Which.
        unit: Code,
        /// Where it is, as told.
        place: Private,
    },
}

/// What can be asked on a handover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HandoverCommand {
    /// The outgoing officer signs what the desk collects now.
    Sign {
        /// The outgoing officer.
        officer: OfficerId,
        /// The officer's passphrase.
        passphrase: Secret,
        /// What may go wrong, by item.
        remarks: BTreeMap<RecordId, Private>,
        /// The officer's own words on the shift.
        words: Private,
        /// Equipment and keys: each item of the checklist and whether it is there.
        equipment: Vec<(String, bool)>,
    },
    /// The incoming officer accepts; the handover is sealed.
    Accept {
        /// Which.
        id: RecordId,
        /// The incoming officer.
        officer: OfficerId,
        /// The officer's passphrase.
        passphrase: Secret,
        /// The items read back; every critical one must be here.
        read_back: Vec<RecordId>,
        /// What is accepted only with reservations.
        reservations: Private,
    },
    /// The outgoing officer takes it back.
    Withdraw {
        /// Which.
        id: RecordId,
    },
    /// Something is added to a sealed one.
    Add {
        /// Which.
        id: RecordId,
        /// What.
        text: Private,
    },
}

/// What can be asked on the setup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SetupCommand {
    /// Adds an item or changes it; brings a retired one back.
    Set(Box<SetupItem>),
    /// Retires an item; records that use it stay readable.
    Retire {
        /// The item's key.
        key: String,
    },
    /// Applies a setup file: every change, or none when a rule refuses one.
    Apply {
        /// The changes, each allowed after the ones before it; setting passphrases is none of them.
        changes: Vec<SetupCommand>,
    },
    /// Sets an officer's passphrase. The journal keeps that it was set, not what it is.
    SetPassphrase {
        /// Whose.
        officer: OfficerId,
        /// The new passphrase, at least 8 characters.
        passphrase: Secret,
    },
}

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

/// A command as it is asked: with the key that makes a repeat harmless, and the rev that the officer saw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Chosen by the one who asks; the same key is never done twice.
    pub key: String,
    /// The rev of the record on the officer's screen; none when the officer acts blind.
    #[serde(default)]
    pub seen: Option<Rev>,
    /// What is asked.
    pub command: Command,
}
