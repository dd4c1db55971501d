//! An invented dispute about a fence, with what its forms choose from.

use crate::samples::{by, id};
use dutydesk::domain::dispute::said::{FourFixed, Matter, Party, Promise};
use dutydesk::domain::dispute::terms::{AgreementForm, Category, ObligationState, PartyRole, Severity};
use dutydesk::domain::dispute::{Agreement, Dispute, DisputeStatus, DisputeStep, LastAct, Obligation};
use dutydesk::domain::{Lang, RecordId};
use dutydesk::ui::form::{DisputeForm, Form};

use super::stand::Stand;

pub fn d7() -> RecordId {
    id("D-20261121-007")
}

pub fn party(name: &str, role: PartyRole, phone: &str) -> Party {
    Party {
        name: name.into(),
        role,
        phone: phone.into(),
        address: Default::default(),
        represented_by: None,
        officer: None,
        namesake: false,
    }
}

fn obligation(n: u16, by: u16, what: &str, due: Option<&str>, amount: Option<&str>) -> Obligation {
    Obligation {
        n,
        promise: Promise {
            by,
            what: what.into(),
            due: due.map(|due| due.parse().unwrap()),
            amount: amount.map(|amount| amount.parse().unwrap()),
        },
        state: ObligationState::Open,
        settled: None,
    }
}

/// Nobody has it yet, nothing was said.
pub fn found() -> Dispute {
    Dispute {
        id: d7(),
        rev: 3,
        status: DisputeStatus::Found,
        found: by("0142"),
        matter: Matter {
            narrative: "The fence between 12 and 14 was moved".into(),
            place: "North St 12".into(),
            category: Category::Land,
            severity: Severity::General,
            beat: Some("S3".into()),
        },
        parties: vec![
            party("王芳", PartyRole::Applicant, "555 0101"),
            party("Li Na", PartyRole::Respondent, "555 0102"),
            party("Hill Street Committee", PartyRole::ThirdParty, ""),
        ],
        accepted: None,
        fixed: None,
        assigned: None,
        planned: None,
        sittings: vec![],
        mediating: None,
        agreements: vec![],
        fulfilled: None,
        follow_ups: vec![],
        ending: None,
        reopened: vec![],
        violent: None,
        contacts: vec![],
        involved: vec![],
        package: None,
        major: None,
        consents: vec![],
        reports: vec![],
        earlier: vec![],
        sweep: None,
        escalations: vec![],
        supervisions: vec![],
        carried: 0,
        notes: 0,
        clocks: Default::default(),
        last: LastAct { step: DisputeStep::Find, stamp: by("0142") },
    }
}

/// Officer 0142 leads it.
pub fn mediating() -> Dispute {
    let fixed = FourFixed {
        lead: "0142".into(),
        measure: "talk to both".into(),
        deadline: "2026-12-20T18:00:00+08:00".parse().ok(),
        answers: "0156".into(),
    };
    Dispute { status: DisputeStatus::Mediating, accepted: Some(by("0142")), fixed: Some(fixed), ..found() }
}

/// Three obligations, of which the first is kept.
pub fn agreed() -> Dispute {
    let kept = Obligation { state: ObligationState::Kept, ..obligation(1, 1, "apologises", None, None) };
    let due = Some("2026-12-31T23:59:00+08:00");
    let agreement = Agreement {
        stamp: by("0142"),
        form: AgreementForm::Written,
        text: Default::default(),
        obligations: vec![
            kept,
            obligation(2, 2, "pays for the new fence", due, Some("3000")),
            obligation(3, 1, "moves the shed back by a metre", due, None),
        ],
        assents: vec![1, 2, 3],
        confirmation: None,
    };
    Dispute { status: DisputeStatus::Agreed, agreements: vec![agreement], ..mediating() }
}

/// The form on a stand of its own.
pub fn open(lang: Lang, form: DisputeForm, dispute: &Dispute) -> Stand {
    Stand::with(lang, |setting| Form::dispute(form, Some(dispute), setting))
}
