//! What can be asked on a report.

use super::Asks;
use crate::domain::access::{keeps_desk, mediates, writes};
use crate::domain::earlier::has_history;
use crate::domain::id::{Code, Kind, RecordId, Subject};
use crate::domain::loaded::Need;
use crate::domain::officer::Role;
use crate::domain::pair::{self, SidesNow};
use crate::domain::private::Private;
use crate::domain::report::{Priority, Source, Telling};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

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
    /// No dispute is made of it and the calls that go with it, until there is a new one.
    DeclineProposal {
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

impl ReportCommand {
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
            | ReportCommand::DeclineProposal { id, .. }
            | ReportCommand::Undo { id }
            | ReportCommand::Erase { id, .. } => Some(*id),
        }
    }
}

impl Asks for ReportCommand {
    fn code(&self) -> &'static str {
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
            ReportCommand::DeclineProposal { .. } => "report.decline-proposal",
            ReportCommand::Undo { .. } => "report.undo",
            ReportCommand::Erase { .. } => "report.erase",
        }
    }

    fn subject(&self) -> Option<Subject> {
        self.id().map(Subject::Record)
    }

    fn may(&self, role: Role) -> bool {
        match self {
            ReportCommand::Receive(_) => writes(role) || role == Role::Script,
            ReportCommand::Note { .. } => writes(role),
            ReportCommand::DeclineProposal { .. } => mediates(role),
            ReportCommand::Erase { .. } => role == Role::Supervisor,
            ReportCommand::Accept { .. }
            | ReportCommand::Dispatch { .. }
            | ReportCommand::Arrive { .. }
            | ReportCommand::Resolve { .. }
            | ReportCommand::Verify { .. }
            | ReportCommand::Close { .. }
            | ReportCommand::Transfer { .. }
            | ReportCommand::MarkDuplicate { .. }
            | ReportCommand::Cancel { .. }
            | ReportCommand::MarkUnfounded { .. }
            | ReportCommand::Reopen { .. }
            | ReportCommand::Amend { .. }
            | ReportCommand::TakeOver { .. }
            | ReportCommand::Undo { .. } => keeps_desk(role),
        }
    }

    fn needs(&self) -> Vec<Need> {
        match self {
            ReportCommand::Receive(incoming) => {
                let mut needs = vec![Need::Next(Kind::Report)];
                needs.extend(incoming.source_key.clone().map(Need::SourceKey));
                if has_history(incoming.source) {
                    let told = &incoming.telling;
                    let sides = SidesNow::Told(Box::new(pair::sides(told)));
                    needs.extend(before(Some(&told.place), Some(&told.caller_phone), sides, None));
                }
                needs
            }
            ReportCommand::Amend { id, changes } => {
                let (place, phone) = (changes.place.as_ref(), changes.caller_phone.as_ref());
                before(place, phone, SidesNow::after(changes), Some(*id)).into_iter().collect()
            }
            ReportCommand::MarkDuplicate { of, .. } => vec![Need::Record(*of)],
            ReportCommand::Accept { .. }
            | ReportCommand::Dispatch { .. }
            | ReportCommand::Arrive { .. }
            | ReportCommand::Resolve { .. }
            | ReportCommand::Verify { .. }
            | ReportCommand::Close { .. }
            | ReportCommand::Transfer { .. }
            | ReportCommand::Cancel { .. }
            | ReportCommand::MarkUnfounded { .. }
            | ReportCommand::Reopen { .. }
            | ReportCommand::Note { .. }
            | ReportCommand::TakeOver { .. }
            | ReportCommand::DeclineProposal { .. }
            | ReportCommand::Undo { .. }
            | ReportCommand::Erase { .. } => Vec::new(),
        }
    }
}

/// What was told before from a place or a number or between two sides; nothing when none of them is told.
fn before(
    place: Option<&Private>,
    phone: Option<&Private>,
    sides: SidesNow,
    report: Option<RecordId>,
) -> Option<Need> {
    let told = |text: Option<&Private>| text.cloned().unwrap_or_default();
    let (place, caller_phone) = (told(place), told(phone));
    let people = match &sides {
        SidesNow::Unchanged => false,
        SidesNow::Told(_) => !sides.pairs(None).is_empty(),
        SidesNow::Corrected(_) => true,
    };
    let any = !place.is_empty() || !caller_phone.is_empty() || people;
    any.then_some(Need::Before { place, caller_phone, sides, report })
}
