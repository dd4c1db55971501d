//! When a rule on disputes says no. The sentences are in `words`; nothing here carries personal data.

use super::{DisputeStatus, DisputeStep};
use crate::domain::id::{OfficerId, RecordId};
use crate::domain::moment::Stamp;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Why an act on a dispute was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DisputeRefusal {
    /// The step doesn't fit where the dispute stands.
    WrongStep {
        /// The dispute.
        id: RecordId,
        /// Where it stands.
        status: DisputeStatus,
        /// What was asked.
        step: DisputeStep,
    },
    /// Somebody took it before.
    AlreadyAccepted {
        /// The dispute.
        id: RecordId,
        /// Who and when.
        by: Stamp,
    },
    /// A dispute needs two parties.
    NeedsParties,
    /// There is no party of this number.
    NoSuchParty {
        /// The number.
        n: u16,
    },
    /// Not every party has agreed to this.
    NeedsAssent {
        /// The dispute.
        id: RecordId,
        /// To what.
        step: DisputeStep,
        /// Those who are missing, by number.
        missing: Vec<u16>,
    },
    /// An officer is one of the parties.
    IsParty {
        /// The dispute.
        id: RecordId,
        /// The officer.
        officer: OfficerId,
    },
    /// Nobody came to the sitting.
    NobodyCame,
    /// Nobody mediated.
    NobodyMediated,
    /// An agreement needs words or an obligation.
    EmptyAgreement,
    /// There is no obligation of this number.
    NoSuchObligation {
        /// The number.
        n: u16,
    },
    /// The obligation was settled before.
    ObligationSettled {
        /// The number.
        n: u16,
        /// Who and when.
        by: Stamp,
    },
    /// An obligation of an agreement that no longer stands.
    ObligationReplaced {
        /// The number.
        n: u16,
    },
    /// Closing needs a follow-up that reached somebody.
    NeedsFollowUp {
        /// The dispute.
        id: RecordId,
    },
    /// The last follow-up found that it is not settled.
    NotSettled {
        /// The dispute.
        id: RecordId,
    },
    /// Only a supervisor ends a major dispute.
    NeedsSupervisor {
        /// The dispute.
        id: RecordId,
    },
    /// The package of a major dispute is missing, or has no result.
    NeedsPackage {
        /// The dispute.
        id: RecordId,
        /// Whether there is one, and only its result is missing.
        drawn_up: bool,
    },
    /// Only what is written can be confirmed.
    NeedsWriting {
        /// The dispute.
        id: RecordId,
    },
    /// The time in which a court can be asked is over.
    WindowOver {
        /// The dispute.
        id: RecordId,
        /// Since when.
        ended: Timestamp,
    },
    /// A court was asked before, or nobody wanted to ask.
    ConfirmationSettled {
        /// The dispute.
        id: RecordId,
        /// Who and when.
        by: Stamp,
    },
    /// No court was asked.
    NotSought {
        /// The dispute.
        id: RecordId,
    },
    /// A court was asked and has not answered.
    CourtWaits {
        /// The dispute.
        id: RecordId,
    },
    /// More time is given on the dispute itself, where everybody's consent is recorded.
    ExtendOnDispute {
        /// The dispute.
        id: RecordId,
    },
    /// It is marked already.
    AlreadyViolent {
        /// The dispute.
        id: RecordId,
        /// Who and when.
        by: Stamp,
    },
    /// What may turn violent is not ended before a leader has taken the mark off.
    StillViolent {
        /// The dispute.
        id: RecordId,
    },
    /// It is not marked.
    NotViolent {
        /// The dispute.
        id: RecordId,
    },
    /// It is linked already.
    AlreadyLinked {
        /// The dispute.
        id: RecordId,
        /// To this.
        to: RecordId,
    },
    /// Only a report or another dispute can be linked.
    CannotLink {
        /// What was asked for.
        to: RecordId,
    },
    /// No package was drawn up.
    NoPackage {
        /// The dispute.
        id: RecordId,
    },
    /// The package has its result.
    PackageConcluded {
        /// The dispute.
        id: RecordId,
        /// Who and when.
        by: Stamp,
    },
    /// A time that must be to come is past.
    TimePast,
    /// A time that must be past is to come.
    TimeAhead,
    /// A list has too many entries.
    TooMany {
        /// The most.
        most: u16,
    },
    /// It is given to an officer who can't mediate: unknown, retired, or only a reader.
    CannotMediate {
        /// The officer.
        officer: OfficerId,
    },
}
