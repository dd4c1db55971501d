//! The acts on a dispute, as they are asked for and as they stand in the journal.
//!
//! One list for both: what is asked is what happened once the rules agreed. A few facts follow from others and are
//! asked by nobody; they are at the end.

use super::DisputeStep;
use super::said::{Asking, Finding, FourFixed, Involved, MatterChange, Measures, Party, Planned, Sat, Terms};
use super::terms::{
    ConfirmationOutcome, DisputeReopenReason, FailPath, FailReason, ObligationState, WithdrawReason,
};
use crate::domain::id::{Code, RecordId};
use crate::domain::moment::Stamp;
use crate::domain::money::Money;
use crate::domain::place::Level;
use crate::domain::private::Private;
use serde::{Deserialize, Serialize};

/// What an officer does on a dispute that is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DisputeAct {
    /// Takes it: the officer leads it from now on.
    Accept {
        /// The measure, when it is known already.
        #[serde(default)]
        measure: Private,
    },
    /// Gives it to an officer, with the four fixed; takes it from whoever had it. A dispute that nobody took is
    /// accepted by that.
    Assign(FourFixed),
    /// Corrects what it is about.
    Amend(Box<MatterChange>),
    /// Adds a party.
    AddParty(Box<Party>),
    /// Corrects a party.
    AmendParty {
        /// Which, from 1.
        n: u16,
        /// What it is now.
        party: Box<Party>,
    },
    /// Sets the next sitting.
    Plan(Planned),
    /// A sitting was held.
    Sit(Box<Sat>),
    /// All parties have agreed.
    Agree(Box<Terms>),
    /// An obligation is kept, broken or waived.
    Settle {
        /// Which, by its number on the dispute.
        obligation: u16,
        /// How; never open.
        state: ObligationState,
        /// In words; needed unless it is kept.
        #[serde(default)]
        note: Private,
    },
    /// Opens it again.
    Reopen {
        /// Why, coded.
        reason: DisputeReopenReason,
        /// Why, in words.
        #[serde(default)]
        note: Private,
    },
    /// All parties ask a court together to confirm the agreement.
    SeekConfirmation {
        /// Which court.
        court: Private,
        /// The parties who ask, by number: all of them.
        parties: Vec<u16>,
    },
    /// The court has answered.
    DecideConfirmation {
        /// How.
        outcome: ConfirmationOutcome,
        /// In words, such as the number of the decision.
        #[serde(default)]
        note: Private,
    },
    /// Nobody asks for confirmation.
    LeaveConfirmation {
        /// Why.
        reason: Private,
    },
    /// Asks afterwards whether it is settled.
    FollowUp(Asking),
    /// Closes it as fulfilled.
    Close {
        /// In words.
        #[serde(default)]
        note: Private,
    },
    /// Mediation failed.
    Fail {
        /// Where it goes.
        path: FailPath,
        /// Why, coded.
        reason: FailReason,
        /// Why, in words.
        #[serde(default)]
        note: Private,
    },
    /// Given up.
    Withdraw {
        /// Why, coded.
        reason: WithdrawReason,
        /// Why, in words.
        #[serde(default)]
        note: Private,
    },
    /// Gives the mediation more days.
    Extend {
        /// How many.
        days: u16,
        /// Why.
        reason: Private,
        /// The parties who consent, by number: all of them.
        parties: Vec<u16>,
    },
    /// Marks it as one that may turn violent.
    MarkViolent {
        /// Why.
        reason: Private,
    },
    /// Takes that mark off.
    Calm {
        /// Why.
        reason: Private,
    },
    /// Somebody was spoken to.
    Contact {
        /// Who, and what was said.
        text: Private,
    },
    /// Links it to a report, or to an earlier dispute.
    Link {
        /// Which.
        to: RecordId,
    },
    /// Another body, legal aid or a lawyer takes part.
    Involve(Involved),
    /// Draws up the package of a major dispute; again to change it.
    DrawUp(Measures),
    /// Enters what came of the package.
    Conclude {
        /// What.
        result: Private,
    },
    /// Adds a note.
    Note {
        /// What.
        text: Private,
    },
    /// Erases what was told about it.
    Erase {
        /// Why.
        reason: Private,
    },
}

impl DisputeCommand {
    /// The step that is asked for.
    pub const fn step(&self) -> DisputeStep {
        match self {
            DisputeCommand::Find(_) => DisputeStep::Find,
            DisputeCommand::Act { act, .. } => act.step(),
        }
    }

    /// What the command is called, and the dispute that it is about.
    pub const fn asked(&self) -> (&'static str, Option<RecordId>) {
        match self {
            DisputeCommand::Find(_) => (self.step().asked(), None),
            DisputeCommand::Act { id, .. } => (self.step().asked(), Some(*id)),
        }
    }

    /// The other records that it names.
    pub fn names(&self) -> Vec<RecordId> {
        match self {
            DisputeCommand::Find(finding) => {
                finding.reports.iter().chain(&finding.earlier).chain(&finding.sweep).copied().collect()
            }
            DisputeCommand::Act { act: DisputeAct::Link { to }, .. } => vec![*to],
            DisputeCommand::Act { .. } => Vec::new(),
        }
    }
}

impl DisputeFact {
    /// The kind as written in the journal.
    pub const fn kind(&self) -> &'static str {
        match self {
            DisputeFact::Found(_) => "dispute.found",
            DisputeFact::Done(act) => act.step().done(),
            DisputeFact::Allowed { .. } => "dispute.allowed",
            DisputeFact::Fulfilled => "dispute.fulfilled",
            DisputeFact::Escalated { .. } => "dispute.escalated",
            DisputeFact::Supervised { .. } => "dispute.supervised",
            DisputeFact::Carried { .. } => "dispute.carried",
            DisputeFact::Erased(_) => "dispute.erased",
        }
    }
}

impl DisputeFact {
    /// Whether it says that the dispute may turn violent: the leaders are told at once.
    pub const fn warns(&self) -> bool {
        match self {
            DisputeFact::Found(finding) => finding.violent.is_some(),
            DisputeFact::Done(act) => matches!(act, DisputeAct::MarkViolent { .. }),
            DisputeFact::Allowed { .. }
            | DisputeFact::Fulfilled
            | DisputeFact::Escalated { .. }
            | DisputeFact::Supervised { .. }
            | DisputeFact::Carried { .. }
            | DisputeFact::Erased(_) => false,
        }
    }
}

impl DisputeAct {
    /// The step that it is.
    pub const fn step(&self) -> DisputeStep {
        match self {
            DisputeAct::Accept { .. } => DisputeStep::Accept,
            DisputeAct::Assign(_) => DisputeStep::Assign,
            DisputeAct::Amend(_) => DisputeStep::Amend,
            DisputeAct::AddParty(_) => DisputeStep::AddParty,
            DisputeAct::AmendParty { .. } => DisputeStep::AmendParty,
            DisputeAct::Plan(_) => DisputeStep::Plan,
            DisputeAct::Sit(_) => DisputeStep::Sit,
            DisputeAct::Agree(_) => DisputeStep::Agree,
            DisputeAct::Settle { .. } => DisputeStep::Settle,
            DisputeAct::Reopen { .. } => DisputeStep::Reopen,
            DisputeAct::SeekConfirmation { .. } => DisputeStep::SeekConfirmation,
            DisputeAct::DecideConfirmation { .. } => DisputeStep::DecideConfirmation,
            DisputeAct::LeaveConfirmation { .. } => DisputeStep::LeaveConfirmation,
            DisputeAct::FollowUp(_) => DisputeStep::FollowUp,
            DisputeAct::Close { .. } => DisputeStep::Close,
            DisputeAct::Fail { .. } => DisputeStep::Fail,
            DisputeAct::Withdraw { .. } => DisputeStep::Withdraw,
            DisputeAct::Extend { .. } => DisputeStep::Extend,
            DisputeAct::MarkViolent { .. } => DisputeStep::MarkViolent,
            DisputeAct::Calm { .. } => DisputeStep::Calm,
            DisputeAct::Contact { .. } => DisputeStep::Contact,
            DisputeAct::Link { .. } => DisputeStep::Link,
            DisputeAct::Involve(_) => DisputeStep::Involve,
            DisputeAct::DrawUp(_) => DisputeStep::DrawUp,
            DisputeAct::Conclude { .. } => DisputeStep::Conclude,
            DisputeAct::Note { .. } => DisputeStep::Note,
            DisputeAct::Erase { .. } => DisputeStep::Erase,
        }
    }
}

/// What can be asked on disputes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DisputeCommand {
    /// Enters a dispute.
    Find(Box<Finding>),
    /// Does something on one.
    Act {
        /// Which.
        id: RecordId,
        /// What.
        act: DisputeAct,
    },
}

/// What can happen to a dispute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DisputeFact {
    /// It was found.
    Found(Box<Finding>),
    /// An officer did this. Never erasing: that is a fact of its own.
    Done(DisputeAct),
    /// What the mediator is paid for it, by the rates of the day that it ended.
    Allowed {
        /// How much.
        allowance: Money,
    },
    /// The last obligation is settled.
    Fulfilled,
    /// It was handed up.
    Escalated {
        /// The escalation.
        escalation: RecordId,
        /// To which level.
        to: Level,
        /// Why, coded.
        reason: Code,
    },
    /// A supervision order was issued on it.
    Supervised {
        /// The order.
        order: RecordId,
    },
    /// It was handed over to the next shift once more.
    Carried {
        /// In which handover.
        handover: RecordId,
    },
    /// What was told about it is gone; only what figures need is left.
    Erased(Box<ErasedDispute>),
}

/// What is left of a dispute that was erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasedDispute {
    /// What kind, how grave, which beat; no words.
    pub category: super::terms::Category,
    /// How grave it was.
    pub severity: super::terms::Severity,
    /// The beat.
    pub beat: Option<Code>,
    /// Who entered it and when.
    pub found: Stamp,
    /// Closed, failed or withdrawn.
    pub status: super::DisputeStatus,
    /// Who ended it and when.
    pub ended: Stamp,
    /// What the mediator was paid.
    pub allowance: Option<Money>,
    /// Who led it.
    pub lead: Option<crate::domain::OfficerId>,
    /// How often it had changed.
    pub rev: u64,
    /// Why it was erased.
    pub reason: Private,
}
