//! The forms on disputes: what each is for, which record it needs, and where a refusal of the desk belongs in it.
//!
//! What they ask is in `fields`, what stands in them when they are opened in `open`, the command they become in `fill`.

mod fields;
mod fill;
mod known;
mod open;

use super::spec::FieldSpec;
use super::{Form, Slot};
use crate::domain::dispute::refusal::DisputeRefusal;
use crate::domain::{OfficerId, RecordId, Refusal};
use known::Known;

/// What a form on a dispute is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DisputeForm {
    /// Enters a dispute.
    New {
        /// The report that it is made from.
        from: Option<RecordId>,
    },
    /// Gives it to an officer, with the four fixed.
    Assign {
        /// Which dispute.
        id: RecordId,
    },
    /// Corrects what it is about.
    Amend {
        /// Which dispute.
        id: RecordId,
    },
    /// Adds a party.
    AddParty {
        /// To which dispute.
        id: RecordId,
    },
    /// Corrects a party.
    AmendParty {
        /// Of which dispute.
        id: RecordId,
        /// Which party, from 1.
        n: u16,
    },
    /// Sets the next sitting.
    Plan {
        /// Of which dispute.
        id: RecordId,
    },
    /// Records a sitting.
    Sit {
        /// Of which dispute.
        id: RecordId,
    },
    /// Records an agreement.
    Agree {
        /// On which dispute.
        id: RecordId,
    },
    /// Says that an obligation was kept, broken or waived.
    Settle {
        /// Of which dispute.
        id: RecordId,
        /// Which obligation, when it was pointed at.
        n: Option<u16>,
    },
    /// Opens it again.
    Reopen {
        /// Which dispute.
        id: RecordId,
    },
    /// Records that a court was asked to confirm the agreement.
    SeekConfirmation {
        /// On which dispute.
        id: RecordId,
    },
    /// Records the court's answer.
    DecideConfirmation {
        /// On which dispute.
        id: RecordId,
    },
    /// Records that nobody asks a court.
    LeaveConfirmation {
        /// On which dispute.
        id: RecordId,
    },
    /// Records a follow-up.
    FollowUp {
        /// Of which dispute.
        id: RecordId,
    },
    /// Closes it as fulfilled.
    Close {
        /// Which dispute.
        id: RecordId,
    },
    /// Ends it as failed.
    Fail {
        /// Which dispute.
        id: RecordId,
    },
    /// Ends it as withdrawn.
    Withdraw {
        /// Which dispute.
        id: RecordId,
    },
    /// Gives the mediation more days.
    Extend {
        /// Of which dispute.
        id: RecordId,
    },
    /// Marks it as one that may turn violent.
    MarkViolent {
        /// Which dispute.
        id: RecordId,
    },
    /// Takes that mark off.
    Calm {
        /// Which dispute.
        id: RecordId,
    },
    /// Records that somebody was spoken to.
    Contact {
        /// About which dispute.
        id: RecordId,
    },
    /// Links it to a report or an earlier dispute.
    Link {
        /// Which dispute.
        id: RecordId,
    },
    /// Records that another body, legal aid or a lawyer takes part.
    Involve {
        /// In which dispute.
        id: RecordId,
    },
    /// Draws up the package of a major dispute.
    DrawUp {
        /// Which dispute.
        id: RecordId,
    },
    /// Enters what came of the package.
    Conclude {
        /// Of which dispute.
        id: RecordId,
    },
    /// Adds a note.
    Note {
        /// To which dispute.
        id: RecordId,
    },
}

impl DisputeForm {
    /// The word that its title and its draft are named by.
    pub const fn code(&self) -> &'static str {
        match self {
            DisputeForm::New { from: None } => "dispute-new",
            DisputeForm::New { from: Some(_) } => "dispute-new-from",
            DisputeForm::Assign { .. } => "dispute-assign",
            DisputeForm::Amend { .. } => "dispute-amend",
            DisputeForm::AddParty { .. } => "dispute-add-party",
            DisputeForm::AmendParty { .. } => "dispute-amend-party",
            DisputeForm::Plan { .. } => "dispute-plan",
            DisputeForm::Sit { .. } => "dispute-sit",
            DisputeForm::Agree { .. } => "dispute-agree",
            DisputeForm::Settle { .. } => "dispute-settle",
            DisputeForm::Reopen { .. } => "dispute-reopen",
            DisputeForm::SeekConfirmation { .. } => "dispute-seek-confirmation",
            DisputeForm::DecideConfirmation { .. } => "dispute-decide-confirmation",
            DisputeForm::LeaveConfirmation { .. } => "dispute-leave-confirmation",
            DisputeForm::FollowUp { .. } => "dispute-follow-up",
            DisputeForm::Close { .. } => "dispute-close",
            DisputeForm::Fail { .. } => "dispute-fail",
            DisputeForm::Withdraw { .. } => "dispute-withdraw",
            DisputeForm::Extend { .. } => "dispute-extend",
            DisputeForm::MarkViolent { .. } => "dispute-mark-violent",
            DisputeForm::Calm { .. } => "dispute-calm",
            DisputeForm::Contact { .. } => "dispute-contact",
            DisputeForm::Link { .. } => "dispute-link",
            DisputeForm::Involve { .. } => "dispute-involve",
            DisputeForm::DrawUp { .. } => "dispute-draw-up",
            DisputeForm::Conclude { .. } => "dispute-conclude",
            DisputeForm::Note { .. } => "dispute-note",
        }
    }

    /// The dispute that it is about, or the report that a new one is made from.
    pub const fn about(&self) -> Option<RecordId> {
        match self {
            DisputeForm::New { from } => *from,
            DisputeForm::Assign { id }
            | DisputeForm::Amend { id }
            | DisputeForm::AddParty { id }
            | DisputeForm::AmendParty { id, .. }
            | DisputeForm::Plan { id }
            | DisputeForm::Sit { id }
            | DisputeForm::Agree { id }
            | DisputeForm::Settle { id, .. }
            | DisputeForm::Reopen { id }
            | DisputeForm::SeekConfirmation { id }
            | DisputeForm::DecideConfirmation { id }
            | DisputeForm::LeaveConfirmation { id }
            | DisputeForm::FollowUp { id }
            | DisputeForm::Close { id }
            | DisputeForm::Fail { id }
            | DisputeForm::Withdraw { id }
            | DisputeForm::Extend { id }
            | DisputeForm::MarkViolent { id }
            | DisputeForm::Calm { id }
            | DisputeForm::Contact { id }
            | DisputeForm::Link { id }
            | DisputeForm::Involve { id }
            | DisputeForm::DrawUp { id }
            | DisputeForm::Conclude { id }
            | DisputeForm::Note { id } => Some(*id),
        }
    }

    /// What on the dispute it is about, by number: what was typed about one obligation is no draft for another.
    pub(super) const fn part(&self) -> Option<u16> {
        if let DisputeForm::AmendParty { n, .. } = self {
            return Some(*n);
        }
        if let DisputeForm::Settle { n, .. } = self { *n } else { None }
    }

    /// Whether it corrects what stands in a record.
    pub(super) const fn corrects(&self) -> bool {
        matches!(self, DisputeForm::Amend { .. } | DisputeForm::AmendParty { .. })
    }

    /// The fields, with nothing to choose from the record.
    pub(super) fn bare_fields(&self) -> Vec<FieldSpec> {
        self.fields(&Known::default())
    }

    /// Whether it can only be opened with the whole record: it offers what stands there, or says what it is now.
    pub const fn needs_record(&self) -> bool {
        matches!(
            self,
            DisputeForm::Assign { .. }
                | DisputeForm::Amend { .. }
                | DisputeForm::AmendParty { .. }
                | DisputeForm::Plan { .. }
                | DisputeForm::Sit { .. }
                | DisputeForm::Agree { .. }
                | DisputeForm::Settle { .. }
                | DisputeForm::SeekConfirmation { .. }
                | DisputeForm::Extend { .. }
                | DisputeForm::DrawUp { .. }
        )
    }
}

impl Form {
    /// The fields that a refusal about disputes can be about.
    pub(super) fn dispute_slots(&self, refusal: &Refusal) -> Vec<Slot> {
        if let Refusal::Dispute(refusal) = refusal {
            return self.slots_of_dispute(refusal);
        }
        match matches!(refusal, Refusal::NotFound { .. }) {
            true => vec![fields::LINK_TO, fields::ANSWERS_FOR, fields::RESPONSIBLE],
            false => Vec::new(),
        }
    }

    fn slots_of_dispute(&self, refusal: &DisputeRefusal) -> Vec<Slot> {
        let ticked = || vec![fields::CAME, fields::ASSENTS, fields::ASKING, fields::CONSENTS];
        match refusal {
            DisputeRefusal::NeedsAssent { .. } | DisputeRefusal::NobodyCame => ticked(),
            DisputeRefusal::NoSuchParty { .. } => ticked(),
            DisputeRefusal::NobodyMediated => vec![Slot::Line(fields::MEDIATOR, 1)],
            DisputeRefusal::IsParty { officer, .. } | DisputeRefusal::CannotMediate { officer } => {
                self.slots_with(officer)
            }
            DisputeRefusal::NeedsParties => vec![fields::RESPONDENT],
            DisputeRefusal::EmptyAgreement => vec![Slot::Line(fields::WHO, 1)],
            DisputeRefusal::NoSuchObligation { .. }
            | DisputeRefusal::ObligationSettled { .. }
            | DisputeRefusal::ObligationReplaced { .. } => vec![fields::OBLIGATION],
            DisputeRefusal::TimePast => {
                vec![fields::DEADLINE, fields::AT, fields::NEXT_AT, fields::RESULT_BY]
            }
            DisputeRefusal::TimeAhead => vec![fields::BEGAN],
            DisputeRefusal::AlreadyLinked { .. } | DisputeRefusal::CannotLink { .. } => vec![fields::LINK_TO],
            DisputeRefusal::WrongStep { .. }
            | DisputeRefusal::AlreadyAccepted { .. }
            | DisputeRefusal::NeedsFollowUp { .. }
            | DisputeRefusal::NotSettled { .. }
            | DisputeRefusal::NeedsSupervisor { .. }
            | DisputeRefusal::NeedsPackage { .. }
            | DisputeRefusal::NeedsWriting { .. }
            | DisputeRefusal::WindowOver { .. }
            | DisputeRefusal::ConfirmationSettled { .. }
            | DisputeRefusal::NotSought { .. }
            | DisputeRefusal::CourtWaits { .. }
            | DisputeRefusal::ExtendOnDispute { .. }
            | DisputeRefusal::AlreadyViolent { .. }
            | DisputeRefusal::StillViolent { .. }
            | DisputeRefusal::NotViolent { .. }
            | DisputeRefusal::NoPackage { .. }
            | DisputeRefusal::PackageConcluded { .. }
            | DisputeRefusal::TooMany { .. } => Vec::new(),
        }
    }

    /// The fields in which an officer stands.
    fn slots_with(&self, officer: &OfficerId) -> Vec<Slot> {
        let of = |entry: &&super::Entry| entry.content() == officer.0;
        self.entries.iter().filter(of).map(|entry| entry.spec.slot).collect()
    }
}
