//! The closed lists of disputes: their categories, how grave they are, who stands in them, how they end.

use crate::domain::coded::coded;
use crate::domain::report::Priority;

coded! {
    /// What a dispute is about.
    Category {
        /// Land, houses, boundaries.
        Land = "land",
        /// Marriage, support, inheritance.
        Family = "family",
        /// Between neighbours.
        Neighbours = "neighbours",
        /// Between employer and employed.
        Labour = "labour",
        /// After a traffic accident.
        TrafficAccident = "traffic-accident",
        /// Between patient and hospital.
        Medical = "medical",
        /// Between buyer and seller.
        Consumer = "consumer",
        /// Loans and debts.
        Debt = "debt",
        /// With a property manager.
        PropertyManagement = "property-management",
        /// Anything else.
        Other = "other",
    }
}

coded! {
    /// How grave a dispute is.
    Severity {
        /// Two households, nothing broken.
        General = "general",
        /// Several people, or much at stake.
        Larger = "larger",
        /// Many people or grave consequences: it has a package, and a supervisor follows it.
        Major = "major",
    }
}

coded! {
    /// Where a dispute stands, or how it ended.
    DisputeStatus {
        /// Known to the desk, nobody has taken it.
        Found = "found",
        /// Somebody mediates it, no sitting yet.
        Accepted = "accepted",
        /// At least one sitting; also again after an agreement was broken.
        Mediating = "mediating",
        /// Agreed; obligations are open.
        Agreed = "agreed",
        /// Every obligation is kept or waived.
        Fulfilled = "fulfilled",
        /// Followed up and closed.
        Closed = "closed",
        /// No agreement: it took another path.
        Failed = "failed",
        /// Given up by those concerned, or no dispute after all.
        Withdrawn = "withdrawn",
        /// Erased on its retention date; only figures are left.
        Erased = "erased",
    }
}

impl DisputeStatus {
    /// Whether the desk still owes something on it.
    pub const fn is_unresolved(self) -> bool {
        match self {
            DisputeStatus::Found
            | DisputeStatus::Accepted
            | DisputeStatus::Mediating
            | DisputeStatus::Agreed
            | DisputeStatus::Fulfilled => true,
            DisputeStatus::Closed
            | DisputeStatus::Failed
            | DisputeStatus::Withdrawn
            | DisputeStatus::Erased => false,
        }
    }
}

coded! {
    /// What a party is in a dispute.
    PartyRole {
        /// Asked for mediation.
        Applicant = "applicant",
        /// The other side.
        Respondent = "respondent",
        /// Concerned by the outcome.
        ThirdParty = "third-party",
    }
}

coded! {
    /// Where a dispute goes when mediation fails.
    FailPath {
        /// To court.
        Court = "court",
        /// To arbitration.
        Arbitration = "arbitration",
        /// To an administrative decision.
        AdministrativeDecision = "administrative-decision",
    }
}

coded! {
    /// Why mediation failed.
    FailReason {
        /// They could not agree.
        NoAgreement = "no-agreement",
        /// One side never came.
        DidNotCome = "did-not-come",
        /// One side wants no mediation.
        Unwilling = "unwilling",
        /// The law leaves it to others.
        NotForMediation = "not-for-mediation",
        /// What was agreed was not kept.
        AgreementBroken = "agreement-broken",
        /// Another reason, in words.
        Other = "other",
    }
}

coded! {
    /// Why a dispute was withdrawn.
    WithdrawReason {
        /// They settled it among themselves.
        SettledThemselves = "settled-themselves",
        /// The one who asked for it asks no more.
        NoLongerAsked = "no-longer-asked",
        /// There was no dispute.
        NoDispute = "no-dispute",
        /// It is the same as another.
        SameAsAnother = "same-as-another",
        /// Another body has it.
        ElsewhereMediated = "elsewhere-mediated",
        /// Another reason, in words.
        Other = "other",
    }
}

coded! {
    /// Why a dispute was opened again.
    DisputeReopenReason {
        /// What was agreed was not kept.
        AgreementBroken = "agreement-broken",
        /// It broke out again.
        BrokeOutAgain = "broke-out-again",
        /// The follow-up found that it is not settled.
        NotSettled = "not-settled",
        /// They want to go on after all.
        GoOn = "go-on",
        /// It was ended by mistake.
        Mistake = "mistake",
        /// Another reason, in words.
        Other = "other",
    }
}

coded! {
    /// How an agreement was made.
    AgreementForm {
        /// By word of mouth, noted here.
        Oral = "oral",
        /// In writing; only this one can be confirmed by a court.
        Written = "written",
    }
}

coded! {
    /// How an obligation stands.
    ObligationState {
        /// It is still to be done.
        Open = "open",
        /// It was done.
        Kept = "kept",
        /// It was not done and the one it was promised to doesn't wait any longer.
        Broken = "broken",
        /// The one it was promised to gave it up.
        Waived = "waived",
        /// A later agreement stands in its place.
        Replaced = "replaced",
    }
}

coded! {
    /// How a court decided on confirming an agreement.
    ConfirmationOutcome {
        /// It confirmed it.
        Confirmed = "confirmed",
        /// It declined.
        Declined = "declined",
        /// Those concerned took the application back.
        Retracted = "retracted",
    }
}

coded! {
    /// How a follow-up was made.
    FollowUpBy {
        /// Somebody went there.
        Visit = "visit",
        /// By telephone.
        Call = "call",
    }
}

coded! {
    /// What a follow-up found.
    FollowUpOutcome {
        /// It is settled.
        Satisfied = "satisfied",
        /// It is not.
        Unsatisfied = "unsatisfied",
        /// Nobody was reached: it is still owed.
        NotReached = "not-reached",
    }
}

coded! {
    /// Who else takes part in a mediation.
    InvolvedAs {
        /// A mediation body for traffic accidents.
        TrafficMediation = "traffic-mediation",
        /// A mediation body for hospitals and patients.
        MedicalMediation = "medical-mediation",
        /// A mediation or arbitration body for labour.
        LabourMediation = "labour-mediation",
        /// The committee of a community or village.
        CommunityCommittee = "community-committee",
        /// Another body.
        OtherBody = "other-body",
        /// Legal aid.
        LegalAid = "legal-aid",
        /// The lawyer on call.
        Lawyer = "lawyer",
    }
}

coded! {
    /// The steps that are taken on a dispute.
    DisputeStep {
        /// Entered.
        Find = "find",
        /// Taken.
        Accept = "accept",
        /// Given to an officer, with measure and deadline.
        Assign = "assign",
        /// Corrected.
        Amend = "amend",
        /// A party added.
        AddParty = "add-party",
        /// A party corrected.
        AmendParty = "amend-party",
        /// The next sitting set.
        Plan = "plan",
        /// A sitting held.
        Sit = "sit",
        /// Agreed.
        Agree = "agree",
        /// An obligation kept, broken or waived.
        Settle = "settle",
        /// Opened again.
        Reopen = "reopen",
        /// The court's confirmation asked for.
        SeekConfirmation = "seek-confirmation",
        /// The court's answer.
        DecideConfirmation = "decide-confirmation",
        /// No confirmation is asked for.
        LeaveConfirmation = "leave-confirmation",
        /// Followed up.
        FollowUp = "follow-up",
        /// Closed.
        Close = "close",
        /// Mediation failed.
        Fail = "fail",
        /// Withdrawn.
        Withdraw = "withdraw",
        /// A deadline extended with everybody's consent.
        Extend = "extend",
        /// Marked as one that may turn violent.
        MarkViolent = "mark-violent",
        /// That mark taken off.
        Calm = "calm",
        /// Somebody was spoken to.
        Contact = "contact",
        /// Linked to a report or an earlier dispute.
        Link = "link",
        /// Another body, legal aid or a lawyer takes part.
        Involve = "involve",
        /// A package drawn up.
        DrawUp = "draw-up",
        /// The package's result.
        Conclude = "conclude",
        /// A note.
        Note = "note",
        /// Handed up.
        Escalate = "escalate",
        /// Put under a supervision order.
        Supervise = "supervise",
        /// Handed over to the next shift once more.
        Carry = "carry",
        /// Erased.
        Erase = "erase",
    }
}

impl DisputeStep {
    /// What asking for it is called in refusals: `dispute.sit`.
    pub const fn asked(self) -> &'static str {
        match self {
            DisputeStep::Find => "dispute.find",
            DisputeStep::Accept => "dispute.accept",
            DisputeStep::Assign => "dispute.assign",
            DisputeStep::Amend => "dispute.amend",
            DisputeStep::AddParty => "dispute.add-party",
            DisputeStep::AmendParty => "dispute.amend-party",
            DisputeStep::Plan => "dispute.plan",
            DisputeStep::Sit => "dispute.sit",
            DisputeStep::Agree => "dispute.agree",
            DisputeStep::Settle => "dispute.settle",
            DisputeStep::Reopen => "dispute.reopen",
            DisputeStep::SeekConfirmation => "dispute.seek-confirmation",
            DisputeStep::DecideConfirmation => "dispute.decide-confirmation",
            DisputeStep::LeaveConfirmation => "dispute.leave-confirmation",
            DisputeStep::FollowUp => "dispute.follow-up",
            DisputeStep::Close => "dispute.close",
            DisputeStep::Fail => "dispute.fail",
            DisputeStep::Withdraw => "dispute.withdraw",
            DisputeStep::Extend => "dispute.extend",
            DisputeStep::MarkViolent => "dispute.mark-violent",
            DisputeStep::Calm => "dispute.calm",
            DisputeStep::Contact => "dispute.contact",
            DisputeStep::Link => "dispute.link",
            DisputeStep::Involve => "dispute.involve",
            DisputeStep::DrawUp => "dispute.draw-up",
            DisputeStep::Conclude => "dispute.conclude",
            DisputeStep::Note => "dispute.note",
            DisputeStep::Escalate => "dispute.escalate",
            DisputeStep::Supervise => "dispute.supervise",
            DisputeStep::Carry => "dispute.carry",
            DisputeStep::Erase => "dispute.erase",
        }
    }

    /// The kind of its fact in the journal: `dispute.sat`.
    pub const fn done(self) -> &'static str {
        match self {
            DisputeStep::Find => "dispute.found",
            DisputeStep::Accept => "dispute.accepted",
            DisputeStep::Assign => "dispute.assigned",
            DisputeStep::Amend => "dispute.amended",
            DisputeStep::AddParty => "dispute.party-added",
            DisputeStep::AmendParty => "dispute.party-amended",
            DisputeStep::Plan => "dispute.planned",
            DisputeStep::Sit => "dispute.sat",
            DisputeStep::Agree => "dispute.agreed",
            DisputeStep::Settle => "dispute.settled",
            DisputeStep::Reopen => "dispute.reopened",
            DisputeStep::SeekConfirmation => "dispute.confirmation-sought",
            DisputeStep::DecideConfirmation => "dispute.confirmation-decided",
            DisputeStep::LeaveConfirmation => "dispute.confirmation-left",
            DisputeStep::FollowUp => "dispute.followed-up",
            DisputeStep::Close => "dispute.closed",
            DisputeStep::Fail => "dispute.failed",
            DisputeStep::Withdraw => "dispute.withdrawn",
            DisputeStep::Extend => "dispute.extended",
            DisputeStep::MarkViolent => "dispute.marked-violent",
            DisputeStep::Calm => "dispute.calmed",
            DisputeStep::Contact => "dispute.contacted",
            DisputeStep::Link => "dispute.linked",
            DisputeStep::Involve => "dispute.involved",
            DisputeStep::DrawUp => "dispute.package-drawn-up",
            DisputeStep::Conclude => "dispute.package-concluded",
            DisputeStep::Note => "dispute.noted",
            DisputeStep::Escalate => "dispute.escalated",
            DisputeStep::Supervise => "dispute.supervised",
            DisputeStep::Carry => "dispute.carried",
            DisputeStep::Erase => "dispute.erased",
        }
    }
}

/// Whether a step fits where a dispute stands: the one table that the rules and the console go by.
///
/// ```
/// use dutydesk::domain::dispute::{DisputeStatus, DisputeStep, fits};
/// assert!(fits(DisputeStep::Sit, DisputeStatus::Accepted));
/// assert!(!fits(DisputeStep::Close, DisputeStatus::Agreed));
/// ```
pub const fn fits(step: DisputeStep, status: DisputeStatus) -> bool {
    use DisputeStatus::{Accepted, Agreed, Closed, Erased, Failed, Found, Fulfilled, Mediating, Withdrawn};
    match step {
        DisputeStep::Accept => matches!(status, Found),
        DisputeStep::Plan | DisputeStep::Sit => matches!(status, Accepted | Mediating),
        DisputeStep::Agree | DisputeStep::Extend => matches!(status, Mediating),
        // What was broken may be kept after all while it is mediated again.
        DisputeStep::Settle => matches!(status, Agreed | Mediating),
        DisputeStep::SeekConfirmation | DisputeStep::DecideConfirmation | DisputeStep::LeaveConfirmation => {
            matches!(status, Agreed)
        }
        DisputeStep::FollowUp => matches!(status, Agreed | Fulfilled | Failed | Withdrawn),
        DisputeStep::Close => matches!(status, Fulfilled),
        DisputeStep::Reopen => matches!(status, Agreed | Fulfilled | Closed | Failed | Withdrawn),
        DisputeStep::Fail => matches!(status, Accepted | Mediating | Agreed),
        DisputeStep::Withdraw => matches!(status, Found | Accepted | Mediating | Agreed),
        // Whoever comes later has assented to nothing.
        DisputeStep::AddParty => matches!(status, Found | Accepted | Mediating),
        DisputeStep::Assign
        | DisputeStep::Amend
        | DisputeStep::AmendParty
        | DisputeStep::MarkViolent
        | DisputeStep::Calm
        | DisputeStep::Contact
        | DisputeStep::Involve
        | DisputeStep::DrawUp
        | DisputeStep::Conclude
        | DisputeStep::Escalate
        | DisputeStep::Supervise
        | DisputeStep::Carry => status.is_unresolved(),
        DisputeStep::Find | DisputeStep::Link | DisputeStep::Note => !matches!(status, Erased),
        DisputeStep::Erase => matches!(status, Closed | Failed | Withdrawn),
    }
}

/// How a dispute ranks among all that is late: one that may turn violent before a major one, and so on. Rules are
/// limited by it, too.
pub const fn ranks_as(may_turn_violent: bool, severity: Severity) -> Priority {
    match (may_turn_violent, severity) {
        (true, _) => Priority::P1,
        (false, Severity::Major) => Priority::P2,
        (false, Severity::Larger) => Priority::P3,
        (false, Severity::General) => Priority::P4,
    }
}

/// How grave a dispute is that ranks so; none when it may turn violent, whatever it is otherwise.
///
/// ```
/// use dutydesk::domain::dispute::terms::{Severity, grave_as, ranks_as};
/// assert!(Severity::ALL.iter().all(|severity| grave_as(ranks_as(false, *severity)) == Some(*severity)));
/// assert_eq!(grave_as(ranks_as(true, Severity::Major)), None);
/// ```
pub const fn grave_as(rank: Priority) -> Option<Severity> {
    match rank {
        Priority::P1 => None,
        Priority::P2 => Some(Severity::Major),
        Priority::P3 => Some(Severity::Larger),
        Priority::P4 => Some(Severity::General),
    }
}
