//! Two sides as they are compared: whoever tells and whoever it is about, or any two in one dispute.
//!
//! A number or a name of the one together with a number or a name of the other is a pair, whichever of the two called.
//! Nobody is looked up alone by name, and a pair says nothing about either: it leads to an offer to mediate between both.

use super::command::Amendment;
use super::dispute::Dispute;
use super::dispute::said::Party;
use super::earlier::{phone_key, place_key, stands};
use super::id::RecordId;
use super::private::Private;
use super::report::{Report, Telling};
use super::supervision::Reply;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How many people a question may name; more are left out.
pub const PEOPLE_MAX: usize = 20;

/// How many calls between the same two a proposal, or a link to a dispute, may be about.
pub const CALLS_MAX: usize = 40;

/// The fewest characters of a name that is compared.
const NAME_CHARS_MIN: usize = 2;

/// One side of what is told: whoever it is, as far as that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// The name; may be empty.
    #[serde(default)]
    pub name: Private,
    /// The telephone number; may be empty.
    #[serde(default)]
    pub phone: Private,
}

impl Side {
    /// What the side is known by: its number, its name.
    fn keys(&self) -> impl Iterator<Item = String> {
        let phone = phone_key(&self.phone).map(|key| format!("tel {key}"));
        let name = place_key(&self.name).filter(|key| key.chars().count() >= NAME_CHARS_MIN);
        phone.into_iter().chain(name.map(|key| format!("name {key}")))
    }
}

/// A number or a name of the one side with one of the other, in an order that doesn't say which called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair(Private);

impl Pair {
    /// The pair as text: two keys, a line each.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// That a dispute is proposed because calls between the same two repeat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The calls besides the report's own that it is about.
    pub calls: Vec<RecordId>,
    /// The unresolved dispute to link them to; none proposes to make one.
    #[serde(default)]
    pub dispute: Option<RecordId>,
    /// Who declined it, when and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declined: Option<Reply>,
}

impl Report {
    /// The proposal that waits for an officer.
    pub fn proposes(&self) -> Option<&Proposal> {
        self.proposal.as_ref().filter(|proposal| proposal.declined.is_none())
    }
}

/// What two sides are known by together; nothing when one of them isn't known, or both are the same.
///
/// ```
/// use dutydesk::domain::pair::{Side, between};
/// let side = |name: &str, phone: &str| Side { name: name.into(), phone: phone.into() };
/// let (wu, ma) = (side("Wu Ping", "138-0000-1111"), side("Ma Rui", ""));
/// assert_eq!(between(&wu, &ma).len(), 2);
/// assert_eq!(between(&wu, &ma), between(&side(" ma  RUI", ""), &side("wu ping", "13800001111")));
/// assert!(between(&wu, &side("", "")).is_empty());
/// assert!(between(&wu, &wu).is_empty());
/// ```
pub fn between(one: &Side, other: &Side) -> BTreeSet<Pair> {
    let (ones, others): (Vec<String>, Vec<String>) = (one.keys().collect(), other.keys().collect());
    if ones.iter().any(|key| others.contains(key)) {
        return BTreeSet::new();
    }
    let pair = |a: &String, b: &String| Pair(Private(format!("{}\n{}", a.min(b), a.max(b))));
    ones.iter().flat_map(|a| others.iter().map(move |b| pair(a, b))).collect()
}

/// What every two of these people are known by together.
pub fn among(people: &[Side]) -> BTreeSet<Pair> {
    let after = |at: usize| people.get(at + 1..).unwrap_or_default();
    people
        .iter()
        .enumerate()
        .flat_map(|(at, one)| after(at).iter().flat_map(|other| between(one, other)))
        .collect()
}

/// The pairs of a report. A letter or visit has none, and a duplicate is the same call as the other report.
pub fn of_report(report: &Report) -> BTreeSet<Pair> {
    if !stands(report) {
        return BTreeSet::new();
    }
    let [caller, other] = sides(&report.telling);
    between(&caller, &other)
}

/// The pairs of a dispute: every two who stand in it.
pub fn of_dispute(dispute: &Dispute) -> BTreeSet<Pair> {
    among(&people(&dispute.parties))
}

/// The people of a dispute.
pub fn people(parties: &[Party]) -> Vec<Side> {
    parties.iter().map(|party| Side { name: party.name.clone(), phone: party.phone.clone() }).collect()
}

/// The one who told it, and the other side.
pub fn sides(told: &Telling) -> [Side; 2] {
    [
        Side { name: told.caller_name.clone(), phone: told.caller_phone.clone() },
        Side { name: told.other_name.clone(), phone: told.other_phone.clone() },
    ]
}

/// The two sides as a command leaves them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SidesNow {
    /// As they were.
    Unchanged,
    /// As they are told.
    Told(Box<[Side; 2]>),
    /// As they stand on the report, with this corrected.
    Corrected(Box<Amendment>),
}

impl SidesNow {
    /// What the command says of the sides of a report; it says nothing when it leaves them as they were.
    pub fn after(changes: &Amendment) -> SidesNow {
        if changes_sides(changes) {
            SidesNow::Corrected(Box::new(changes.clone()))
        } else {
            SidesNow::Unchanged
        }
    }

    /// The pairs to look for, `report` being the one that is corrected.
    pub fn pairs(&self, report: Option<&Report>) -> BTreeSet<Pair> {
        let [caller, other] = match (self, report) {
            (SidesNow::Unchanged, _) | (SidesNow::Corrected(_), None) => return BTreeSet::new(),
            (SidesNow::Told(sides), _) => (**sides).clone(),
            (SidesNow::Corrected(changes), Some(report)) => corrected(&report.telling, changes),
        };
        between(&caller, &other)
    }
}

fn corrected(told: &Telling, changes: &Amendment) -> [Side; 2] {
    let now = |change: &Option<Private>, was: &Private| change.as_ref().unwrap_or(was).clone();
    [
        Side {
            name: now(&changes.caller_name, &told.caller_name),
            phone: now(&changes.caller_phone, &told.caller_phone),
        },
        Side {
            name: now(&changes.other_name, &told.other_name),
            phone: now(&changes.other_phone, &told.other_phone),
        },
    ]
}

/// Whether a correction says anew who one of the sides is.
pub fn changes_sides(changes: &Amendment) -> bool {
    [&changes.caller_name, &changes.caller_phone, &changes.other_name, &changes.other_phone]
        .into_iter()
        .any(Option::is_some)
}
