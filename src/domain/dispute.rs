//! A dispute: a conflict between parties that the station mediates, from the first quarrel to the follow-up visit.
//!
//! Only `apply` changes one. Being a party says nothing about anybody: it is a role in one dispute, and is erased with it.

pub mod act;
pub mod allowance;
mod clock;
pub mod refusal;
pub mod said;
pub mod terms;

pub use terms::{DisputeStatus, DisputeStep, fits, grave_as, ranks_as};

use super::clocks::Clocks;
use super::due::Owed;
use super::id::{OfficerId, RecordId, Rev};
use super::moment::Stamp;
use super::money::Money;
use super::private::Private;
use super::query::RowKey;
use super::row::{DisputeRow, gist};
use super::supervision::Reply;
use super::{Code, report::Priority};
use jiff::Timestamp;
use said::{Asking, FourFixed, Involved, Matter, Measures, Party, Planned, Promise, Sat};
use serde::{Deserialize, Serialize};
use terms::{AgreementForm, ConfirmationOutcome, FailPath, ObligationState, Severity};

/// The fewest parties of a dispute.
pub const PARTIES_MIN: usize = 2;
/// The most parties of a dispute, and the most of anything else that a record holds a list of.
pub const LIST_MAX: usize = 50;

/// A sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    /// Who entered it and when.
    pub stamp: Stamp,
    /// What it was.
    #[serde(flatten)]
    pub sat: Sat,
}

/// An obligation of an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obligation {
    /// Its number on the dispute, from 1; no two agreements share one.
    pub n: u16,
    /// What was promised.
    #[serde(flatten)]
    pub promise: Promise,
    /// How it stands.
    pub state: ObligationState,
    /// Who said so, when, and what was said, when it is open no more.
    #[serde(default)]
    pub settled: Option<Reply>,
}

/// How far the court's confirmation of an agreement has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confirmation {
    /// All parties have asked a court for it together.
    Sought {
        /// Which court.
        court: Private,
        /// Who entered it and when.
        stamp: Stamp,
    },
    /// The court has answered.
    Decided {
        /// Which court.
        court: Private,
        /// How.
        outcome: ConfirmationOutcome,
        /// In words, such as the number of the decision.
        note: Private,
        /// Who entered it and when.
        stamp: Stamp,
    },
    /// Nobody asks for it.
    Left {
        /// Why.
        reason: Private,
        /// Who entered it and when.
        stamp: Stamp,
    },
}

/// An agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Who entered it and when: from then on it holds.
    pub stamp: Stamp,
    /// Orally or in writing.
    pub form: AgreementForm,
    /// What was agreed besides the obligations.
    pub text: Private,
    /// The obligations.
    pub obligations: Vec<Obligation>,
    /// The parties who assented, by number.
    pub assents: Vec<u16>,
    /// How far judicial confirmation has come; none while nobody has said anything about it.
    #[serde(default)]
    pub confirmation: Option<Confirmation>,
}

/// A follow-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// Who and when.
    pub stamp: Stamp,
    /// How, and what it found.
    #[serde(flatten)]
    pub asking: Asking,
}

/// The package of a major dispute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Package {
    /// Who drew it up and when.
    pub stamp: Stamp,
    /// What it lays down.
    #[serde(flatten)]
    pub measures: Measures,
    /// What came of it.
    #[serde(default)]
    pub result: Option<Reply>,
}

/// How a dispute ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// Who and when.
    pub stamp: Stamp,
    /// Closed, failed or withdrawn; it stays when the dispute is erased.
    pub status: DisputeStatus,
    /// The coded reason; a dispute that is closed as fulfilled needs none.
    #[serde(default)]
    pub reason: Option<Code>,
    /// The path that it took instead, when mediation failed.
    #[serde(default)]
    pub path: Option<FailPath>,
    /// In words.
    #[serde(default)]
    pub note: Private,
    /// What the mediator is paid for it, by the rates of that day; none when the station has no rates.
    #[serde(default)]
    pub allowance: Option<Money>,
}

/// That a dispute was opened again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopening {
    /// Who and when.
    pub stamp: Stamp,
    /// The coded reason.
    pub reason: Code,
    /// In words.
    pub note: Private,
}

/// That every party agreed to more time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Who entered it and when.
    pub stamp: Stamp,
    /// How many days more.
    pub days: u16,
    /// The parties who agreed, by number.
    pub parties: Vec<u16>,
}

/// The last act on a dispute: what a second officer is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastAct {
    /// Which step.
    pub step: DisputeStep,
    /// Who and when.
    pub stamp: Stamp,
}

/// A dispute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dispute {
    /// Its number.
    pub id: RecordId,
    /// How often it changed.
    pub rev: Rev,
    /// Where it stands.
    pub status: DisputeStatus,
    /// Who entered it and when.
    pub found: Stamp,
    /// What it is about; none after it was erased.
    pub matter: Matter,
    /// Who stands in it; the first is party 1.
    pub parties: Vec<Party>,
    /// Who took it and when.
    #[serde(default)]
    pub accepted: Option<Stamp>,
    /// The four fixed.
    #[serde(default)]
    pub fixed: Option<FourFixed>,
    /// Since when somebody has it: not moved by giving it to another.
    #[serde(default)]
    pub assigned: Option<Timestamp>,
    /// The next sitting, and who set it when.
    #[serde(default)]
    pub planned: Option<(Stamp, Planned)>,
    /// The sittings, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sittings: Vec<Sitting>,
    /// Since when it is mediated: the first sitting, or when it was opened again.
    #[serde(default)]
    pub mediating: Option<Timestamp>,
    /// The agreements, in order; the last one stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreements: Vec<Agreement>,
    /// When the last obligation was settled, and by whom.
    #[serde(default)]
    pub fulfilled: Option<Stamp>,
    /// The follow-ups, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow_ups: Vec<FollowUp>,
    /// How it ended, unless it was opened again since.
    #[serde(default)]
    pub ending: Option<Ending>,
    /// How often and why it was opened again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reopened: Vec<Reopening>,
    /// Who marked it as one that may turn violent, when, and why; none while it is not marked.
    #[serde(default)]
    pub violent: Option<Reply>,
    /// Whom the station spoke to because of that, and when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Reply>,
    /// Who else takes part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub involved: Vec<Involved>,
    /// The package of a major dispute.
    #[serde(default)]
    pub package: Option<Package>,
    /// Since when it is a major one.
    #[serde(default)]
    pub major: Option<Timestamp>,
    /// What everybody agreed to have more time for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consents: Vec<Consent>,
    /// The reports that belong to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reports: Vec<RecordId>,
    /// Earlier disputes of the same parties.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<RecordId>,
    /// The sweep that found it.
    #[serde(default)]
    pub sweep: Option<RecordId>,
    /// Its escalations, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub escalations: Vec<RecordId>,
    /// The supervision orders on it, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supervisions: Vec<RecordId>,
    /// How often it was handed over to a next shift.
    #[serde(default)]
    pub carried: u16,
    /// How many notes it has.
    #[serde(default)]
    pub notes: u32,
    /// What its clocks have told.
    #[serde(default)]
    pub clocks: Clocks,
    /// The last act on it.
    pub last: LastAct,
}

impl Dispute {
    /// The agreement that stands: the last one.
    pub fn agreement(&self) -> Option<&Agreement> {
        self.agreements.last()
    }

    /// An obligation by its number on the dispute.
    pub fn obligation(&self, n: u16) -> Option<&Obligation> {
        self.agreements.iter().flat_map(|agreement| &agreement.obligations).find(|o| o.n == n)
    }

    /// The number that the next obligation gets.
    pub fn next_obligation(&self) -> u16 {
        let numbers = self.agreements.iter().flat_map(|agreement| &agreement.obligations).map(|o| o.n);
        numbers.max().unwrap_or(0).saturating_add(1)
    }

    /// The party with this number.
    pub fn party(&self, n: u16) -> Option<&Party> {
        self.parties.get(usize::from(n).checked_sub(1)?)
    }

    /// The numbers of the parties who are not among these.
    pub fn missing(&self, among: &[u16]) -> Vec<u16> {
        let numbers = (1u16..).take(self.parties.len());
        numbers.filter(|n| !among.contains(n)).collect()
    }

    /// Whether an officer is one of the parties.
    pub fn is_party(&self, officer: &OfficerId) -> bool {
        self.parties.iter().any(|party| party.officer.as_ref() == Some(officer))
    }

    /// Whether it is a major one.
    pub fn is_major(&self) -> bool {
        self.matter.severity == Severity::Major
    }

    /// Who leads it.
    pub fn lead(&self) -> Option<&OfficerId> {
        self.fixed.as_ref().map(|fixed| &fixed.lead)
    }

    /// How it ranks among what is late.
    pub fn ranks(&self) -> Priority {
        ranks_as(self.violent.is_some(), self.matter.severity)
    }

    /// The last follow-up that reached somebody since it was fulfilled.
    pub fn followed_up(&self) -> Option<&FollowUp> {
        let since = self.fulfilled.as_ref()?.at;
        self.follow_ups
            .iter()
            .rev()
            .find(|f| f.stamp.at >= since && f.asking.outcome != terms::FollowUpOutcome::NotReached)
    }

    /// It in one line, as its list shows it.
    pub fn row(
        &self,
        key: RowKey,
        escalations_waiting: u32,
        orders_open: u32,
        owed: Option<Owed>,
    ) -> DisputeRow {
        let obligations =
            self.agreement().map(|agreement| agreement.obligations.as_slice()).unwrap_or_default();
        let open = obligations.iter().filter(|o| o.state == ObligationState::Open).count();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        DisputeRow {
            key,
            id: self.id,
            rev: self.rev,
            status: self.status,
            category: self.matter.category,
            severity: self.matter.severity,
            violent: self.violent.is_some(),
            beat: self.matter.beat.clone(),
            names: gist(&self.names()),
            gist: gist(&self.matter.narrative),
            lead: self.lead().cloned(),
            found_at: self.found.at,
            sittings: count(self.sittings.len()),
            obligations: (count(open), count(obligations.len())),
            escalations_waiting,
            orders_open,
            owed,
        }
    }

    /// The names of the parties in one line, as they are told on a list: the first of each, joined.
    pub fn names(&self) -> Private {
        let names: Vec<&str> = self.parties.iter().map(|party| party.name.as_str()).collect();
        Private(names.join(" / "))
    }
}
