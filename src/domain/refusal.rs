//! When a rule says no: which rule, and what the officer needs to know to go on.
//!
//! The sentences are in `words`; this only names the case. A refusal never carries personal data.

use super::dispute::refusal::DisputeRefusal;
use super::id::{Code, OfficerId, RecordId};
use super::moment::Stamp;
use super::notice::NoticeId;
use super::officer::Role;
use super::report::{Status, Step};
use super::setup::CodeList;
use serde::{Deserialize, Serialize};

/// The fields of forms and files that a refusal can point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// The narrative.
    Narrative,
    /// The place.
    Place,
    /// The caller's name.
    CallerName,
    /// The caller's telephone number.
    CallerPhone,
    /// Who is on the other side.
    OtherName,
    /// The telephone number of the other side.
    OtherPhone,
    /// The incident type.
    Type,
    /// The priority.
    Priority,
    /// The beat.
    Beat,
    /// When it happened.
    EventTime,
    /// The source's number.
    SourceKey,
    /// What was done.
    Result,
    /// A note.
    Note,
    /// The coded outcome.
    Disposition,
    /// How the reporter was answered.
    Answer,
    /// A coded reason.
    Reason,
    /// To whom.
    To,
    /// An answer to an escalation or a supervision order.
    Reply,
    /// What a supervisor orders.
    Instruction,
    /// A remark on an item.
    Remark,
    /// The officer's own words.
    Words,
    /// Reservations.
    Reservations,
    /// A name in the setup.
    Name,
    /// A code in the setup.
    Code,
    /// A passphrase.
    Passphrase,
    /// A time zone.
    Zone,
    /// What a unit is doing.
    Status,
    /// The measure that is taken.
    Measure,
    /// What was said at a sitting.
    Said,
    /// What was agreed.
    Terms,
    /// An obligation.
    Obligation,
    /// A court.
    Court,
    /// How many disputes a beat found.
    Found,
}

impl Field {
    /// The field's code, as in report files and word keys.
    pub const fn code(self) -> &'static str {
        match self {
            Field::Narrative => "narrative",
            Field::Place => "place",
            Field::CallerName => "caller-name",
            Field::CallerPhone => "caller-phone",
            Field::OtherName => "other-name",
            Field::OtherPhone => "other-phone",
            Field::Type => "type",
            Field::Priority => "priority",
            Field::Beat => "beat",
            Field::EventTime => "event-time",
            Field::SourceKey => "source-key",
            Field::Result => "result",
            Field::Note => "note",
            Field::Disposition => "disposition",
            Field::Answer => "answer",
            Field::Reason => "reason",
            Field::To => "to",
            Field::Reply => "reply",
            Field::Instruction => "instruction",
            Field::Remark => "remark",
            Field::Words => "words",
            Field::Reservations => "reservations",
            Field::Name => "name",
            Field::Code => "code",
            Field::Passphrase => "passphrase",
            Field::Zone => "zone",
            Field::Status => "status",
            Field::Measure => "measure",
            Field::Said => "said",
            Field::Terms => "terms",
            Field::Obligation => "obligation",
            Field::Court => "court",
            Field::Found => "found",
        }
    }
}

/// Why a command or a query was refused. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// There is no such record.
    NotFound {
        /// What was asked for: a number or a code.
        what: String,
    },
    /// The role may not do this.
    RoleMayNot {
        /// The role.
        role: Role,
        /// What was asked, as a code.
        asked: String,
    },
    /// The session has not signed in yet.
    NotSignedIn,
    /// The machine's account is no officer at this desk.
    NoOfficer {
        /// The account.
        uid: u32,
    },
    /// No dispute is proposed because of the report.
    NoProposal {
        /// The report.
        id: RecordId,
    },
    /// The step doesn't fit where the report stands.
    WrongStep {
        /// The report.
        id: RecordId,
        /// Where it stands.
        status: Status,
        /// What was asked.
        step: Step,
    },
    /// Somebody accepted it before.
    AlreadyAccepted {
        /// The report.
        id: RecordId,
        /// Who and when.
        by: Stamp,
    },
    /// The step was done before, by this one.
    AlreadyDone {
        /// The report.
        id: RecordId,
        /// What.
        step: Step,
        /// Who and when.
        by: Stamp,
    },
    /// Somebody changed the record after the officer's screen showed it.
    ChangedSince {
        /// The record.
        id: RecordId,
        /// What was done.
        step: Option<Step>,
        /// Who and when.
        by: Stamp,
    },
    /// One's own work can't be verified.
    OwnWork {
        /// The report.
        id: RecordId,
    },
    /// Closing needs a disposition.
    NeedsDisposition {
        /// The report.
        id: RecordId,
    },
    /// Closing needs how the reporter was answered.
    NeedsAnswer {
        /// The report.
        id: RecordId,
    },
    /// The code is not in the station's list.
    UnknownCode {
        /// The list.
        list: CodeList,
        /// The code.
        code: Code,
    },
    /// There is no such beat.
    UnknownBeat {
        /// The code.
        code: Code,
    },
    /// There is no such unit.
    UnknownUnit {
        /// The code.
        code: Code,
    },
    /// The unit is not on duty.
    UnitOff {
        /// The unit.
        unit: Code,
    },
    /// The unit was already sent to this report.
    UnitAlreadySent {
        /// The unit.
        unit: Code,
        /// Who sent it and when.
        by: Stamp,
    },
    /// The unit is on a report; its status follows from that report.
    UnitBusy {
        /// The unit.
        unit: Code,
        /// The report.
        on: RecordId,
    },
    /// The unit was not sent to this report, or is there already.
    UnitNotOnItsWay {
        /// The unit.
        unit: Code,
        /// The report.
        id: RecordId,
    },
    /// Several units are on their way; which one came on scene?
    WhichUnit {
        /// The units.
        units: Vec<Code>,
    },
    /// A field that must be filled in is empty.
    Empty {
        /// The field.
        field: Field,
    },
    /// A field is too long.
    TooLong {
        /// The field.
        field: Field,
        /// How many characters it may have.
        max: u32,
    },
    /// A value makes no sense for the field.
    BadValue {
        /// The field.
        field: Field,
        /// The value.
        value: String,
    },
    /// The event is later than now.
    EventInFuture,
    /// A report can't be a duplicate of itself or of another duplicate.
    NotADuplicateOf {
        /// The other.
        of: RecordId,
    },
    /// There is nothing to take back, or it was somebody else's, or too long ago.
    NothingToUndo {
        /// The report.
        id: RecordId,
    },
    /// Somebody has acknowledged it before.
    AlreadyAcknowledged {
        /// The escalation.
        id: RecordId,
        /// Who and when.
        by: Stamp,
    },
    /// One's own escalation can't be acknowledged.
    OwnEscalation {
        /// The escalation.
        id: RecordId,
    },
    /// The report has an escalation that waits for an acknowledgement already.
    EscalationWaiting {
        /// That escalation.
        id: RecordId,
    },
    /// Only open reports can be erased later; this one is still open.
    StillOpen {
        /// The report.
        id: RecordId,
    },
    /// Nothing is owed on the record by this rule.
    NotOwed {
        /// The record.
        id: RecordId,
        /// The rule.
        rule: Code,
    },
    /// Something can be put off only until a time that is still to come.
    SnoozePast,
    /// Something can't be put off for so long.
    SnoozeTooLong {
        /// The most hours.
        hours: u32,
    },
    /// A report of danger to life that nobody took can't be put off.
    SnoozeUrgent {
        /// The report.
        id: RecordId,
    },
    /// It was not put off.
    NotSnoozed {
        /// The record.
        id: RecordId,
        /// The rule.
        rule: Code,
    },
    /// The rule can't be extended, or no more.
    NotExtendable {
        /// The rule.
        rule: Code,
        /// The most days in all; 0 when it can't be extended.
        days: u16,
        /// How often at most.
        times: u16,
    },
    /// The rule can be extended only when every party agrees.
    NeedsConsent {
        /// The rule.
        rule: Code,
    },
    /// The rule's clock can't be paused.
    NotPausable {
        /// The rule.
        rule: Code,
    },
    /// The clock stands still already.
    AlreadyPaused {
        /// The record.
        id: RecordId,
        /// Who paused it and when.
        by: Stamp,
    },
    /// The clock is not paused.
    NotPaused {
        /// The record.
        id: RecordId,
        /// The rule.
        rule: Code,
    },
    /// It was answered before, or is settled.
    AlreadyAnswered {
        /// The escalation, supervision order or zero report.
        id: RecordId,
        /// Who and when.
        by: Stamp,
    },
    /// The report is the officer's own already.
    AlreadyYours {
        /// The report.
        id: RecordId,
    },
    /// A supervision order must be answered at a time that is still to come.
    DuePast,
    /// The supervision order was taken back, or waits for its first answer.
    NotAnswered {
        /// The supervision order.
        id: RecordId,
    },
    /// There is no such post.
    UnknownPost {
        /// The post.
        code: Code,
    },
    /// The passphrase is wrong, or the officer has none.
    PassphraseWrong {
        /// The officer.
        officer: OfficerId,
    },
    /// The passphrase is too short.
    PassphraseShort {
        /// How many characters it needs.
        min: u32,
    },
    /// Outgoing and incoming must be two officers.
    SameOfficer,
    /// A handover waits to be accepted already.
    HandoverWaiting {
        /// That handover.
        id: RecordId,
    },
    /// Critical items were not read back.
    NotReadBack {
        /// The items.
        items: Vec<RecordId>,
    },
    /// The equipment list has blanks.
    EquipmentBlank,
    /// The handover is sealed.
    Sealed {
        /// Which.
        id: RecordId,
    },
    /// The handover is not sealed.
    NotSealed {
        /// Which.
        id: RecordId,
    },
    /// Only the officer who signed may withdraw.
    NotYours {
        /// Which.
        id: RecordId,
        /// Whose it is.
        whose: OfficerId,
    },
    /// Only on a training desk.
    TrainingOnly,
    /// The clock of a training desk only moves forward.
    ClockBackward,
    /// Whether this is a training desk can't be changed.
    TrainingIsFixed,
    /// A setup item names another that isn't there.
    Dangling {
        /// The item.
        key: String,
        /// What it names.
        names: String,
    },
    /// The desk would be left without a supervisor.
    LastSupervisor,
    /// No notice of this number waits or is a dead letter.
    NoticeNotOpen {
        /// Its number.
        id: NoticeId,
    },
    /// A rule on disputes says no.
    Dispute(Box<DisputeRefusal>),
    /// Another setup item still names this one.
    InUse {
        /// The item.
        key: String,
        /// What names it.
        by: String,
    },
}
