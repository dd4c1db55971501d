//! What a form knows of its dispute: who stands in it and what was promised, each to be chosen by its number.

use super::super::choice::Choice;
use crate::domain::dispute::terms::ObligationState;
use crate::domain::dispute::{Dispute, Obligation};
use crate::ui::overlay::Setting;
use crate::ui::text::one_line;

/// What there is to choose from.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// Those who stand in it, by number.
    pub(super) parties: Vec<Choice>,
    /// The obligations that can be settled, by number.
    pub(super) obligations: Vec<Choice>,
}

impl Known {
    /// What a dispute offers.
    pub(super) fn of(dispute: &Dispute, setting: &Setting<'_>) -> Known {
        let parties = (1u16..).zip(&dispute.parties).map(|(n, party)| {
            let role = setting.words.name(party.role);
            Choice::fixed(&n.to_string(), format!("{} ({role})", one_line(&party.name)))
        });
        let settled = |o: &&Obligation| matches!(o.state, ObligationState::Kept | ObligationState::Waived);
        let standing = dispute.agreement().map(|agreement| agreement.obligations.as_slice());
        let open = standing.unwrap_or_default().iter().filter(|o| !settled(o));
        let obligations = open.map(|o| Choice::fixed(&o.n.to_string(), promised(dispute, o, setting)));
        Known { parties: parties.collect(), obligations: obligations.collect() }
    }
}

/// Who promised what until when.
fn promised(dispute: &Dispute, obligation: &Obligation, setting: &Setting<'_>) -> String {
    let words = setting.words;
    let promise = &obligation.promise;
    let who = dispute.party(promise.by).map(|party| party.name.as_str()).unwrap_or_default();
    let mut text = format!("{}: {}", one_line(who), one_line(&promise.what));
    if let Some(amount) = promise.amount {
        text.push_str(&format!(", {}", words.money(amount)));
    }
    if let Some(due) = promise.due {
        text.push_str(&format!(", {}", words.moment(due, &setting.station.zone())));
    }
    if obligation.state == ObligationState::Broken {
        text.push_str(&format!(" ({})", words.name(ObligationState::Broken)));
    }
    text
}
