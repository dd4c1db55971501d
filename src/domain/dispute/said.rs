//! What is told, agreed and done in a dispute: what acts carry, facts keep and the record holds.

use super::terms::{AgreementForm, Category, FollowUpBy, FollowUpOutcome, InvolvedAs, PartyRole, Severity};
use crate::domain::id::{Code, OfficerId, RecordId};
use crate::domain::money::Money;
use crate::domain::private::Private;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What a dispute is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matter {
    /// In the words of the one who entered it.
    pub narrative: Private,
    /// Where.
    #[serde(default)]
    pub place: Private,
    /// What kind.
    pub category: Category,
    /// How grave.
    pub severity: Severity,
    /// The beat; none is "to be set".
    #[serde(default)]
    pub beat: Option<Code>,
}

/// Corrections to what a dispute is about; a field that is none stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterChange {
    /// New words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub narrative: Option<Private>,
    /// A new place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Private>,
    /// Another category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Category>,
    /// Graver, or less grave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// The beat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beat: Option<Code>,
}

/// Who speaks for a party.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Representative {
    /// The name.
    pub name: Private,
    /// How to reach them.
    #[serde(default)]
    pub phone: Private,
    /// As what: a son, a lawyer, the village head.
    #[serde(default)]
    pub capacity: Private,
}

/// A party of a dispute: a person, a household, a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// The name.
    pub name: Private,
    /// What it is in the dispute.
    pub role: PartyRole,
    /// How to reach it.
    #[serde(default)]
    pub phone: Private,
    /// Where it lives or sits.
    #[serde(default)]
    pub address: Private,
    /// Who speaks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub represented_by: Option<Representative>,
    /// The officer of this station who is that party: that one can't mediate. Set by the desk when the name is an
    /// officer's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<OfficerId>,
    /// Whether it only has the same name as an officer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub namesake: bool,
}

/// A dispute as it is entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What it is about.
    pub matter: Matter,
    /// Who stands in it, at least two; the first is party 1.
    pub parties: Vec<Party>,
    /// Why it may turn violent, when it may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub violent: Option<Private>,
    /// The reports that it was made from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reports: Vec<RecordId>,
    /// Earlier disputes between the same parties; the desk adds those that it knows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<RecordId>,
    /// The sweep that found it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sweep: Option<RecordId>,
}

/// The four fixed: who leads, what is done, by when, and who answers for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FourFixed {
    /// The lead officer: mediates.
    pub lead: OfficerId,
    /// The measure.
    #[serde(default)]
    pub measure: Private,
    /// By when mediation shall have ended; none leaves it to the station's rules.
    #[serde(default)]
    pub deadline: Option<Timestamp>,
    /// Who answers for it.
    pub answers: OfficerId,
}

/// A sitting that is to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// When.
    pub at: Timestamp,
    /// Where.
    #[serde(default)]
    pub place: Private,
}

/// A sitting that was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sat {
    /// When it began.
    pub at: Timestamp,
    /// Where.
    #[serde(default)]
    pub place: Private,
    /// The officers who mediated, at least one.
    pub mediators: Vec<OfficerId>,
    /// Others who mediated, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Private>,
    /// The parties who came, by number; at least one.
    pub came: Vec<u16>,
    /// What was said.
    pub said: Private,
    /// The next sitting, when one was agreed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Planned>,
}

/// An obligation as it is promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// The party who promises, by number.
    pub by: u16,
    /// What.
    pub what: Private,
    /// By when; none is the end of the day on which it was promised, which the desk fills in.
    #[serde(default)]
    pub due: Option<Timestamp>,
    /// How much money, when it is money.
    #[serde(default)]
    pub amount: Option<Money>,
}

/// An agreement as it is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// Orally or in writing.
    pub form: AgreementForm,
    /// What was agreed besides the obligations; may be empty when there are some.
    #[serde(default)]
    pub text: Private,
    /// The obligations; none when everything was done at once.
    pub promises: Vec<Promise>,
    /// The parties who assent, by number: all of them.
    pub assents: Vec<u16>,
}

/// A follow-up as it is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    /// By visit or call.
    pub by: FollowUpBy,
    /// What it found.
    pub outcome: FollowUpOutcome,
    /// In words.
    #[serde(default)]
    pub text: Private,
}

/// Somebody else who takes part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Involved {
    /// As what.
    pub role: InvolvedAs,
    /// Which body, or who.
    pub name: Private,
}

/// What is laid down for a major dispute; its lead is the dispute's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measures {
    /// The measures.
    pub measures: Private,
    /// Who is responsible.
    pub responsible: OfficerId,
    /// By when there is a result.
    pub by: Timestamp,
}
