//! Disputes: every act, fact and refusal, and a dispute on which everything happened that can stand on one.

use super::{at, by, canary, clocks, e2, h1, id, r31, s1, variants};
use dutydesk::domain::dispute::act::{DisputeAct, DisputeCommand, DisputeFact, ErasedDispute};
use dutydesk::domain::dispute::refusal::DisputeRefusal;
use dutydesk::domain::dispute::said::{
    Asking, Finding, FourFixed, Involved, Matter, MatterChange, Measures, Party, Planned, Promise,
    Representative, Sat, Terms,
};
use dutydesk::domain::dispute::terms::{
    AgreementForm, Category, ConfirmationOutcome, DisputeReopenReason, FailPath, FailReason, FollowUpBy,
    FollowUpOutcome, InvolvedAs, ObligationState, PartyRole, Severity, WithdrawReason,
};
use dutydesk::domain::dispute::{
    Agreement, Confirmation, Consent, Dispute, DisputeStatus, DisputeStep, Ending, FollowUp, LastAct,
    Obligation, Package, Reopening, Sitting,
};
use dutydesk::domain::money::Money;
use dutydesk::domain::place::Level;
use dutydesk::domain::query::DisputeDetail;
use dutydesk::domain::row::DisputeRow;
use dutydesk::domain::supervision::Reply;
use dutydesk::domain::{Private, RecordId};

variants!(dispute_command, DISPUTE_COMMANDS, DisputeCommand: Find Act);
variants!(dispute_act, DISPUTE_ACTS, DisputeAct: Accept Assign Amend AddParty AmendParty Plan Sit Agree Settle
    Reopen SeekConfirmation DecideConfirmation LeaveConfirmation FollowUp Close Fail Withdraw Extend MarkViolent
    Calm Contact Link Involve DrawUp Conclude Note Erase);
variants!(dispute_fact, DISPUTE_FACTS, DisputeFact: Found Done Allowed Fulfilled Escalated Supervised Carried
    Erased);
variants!(dispute_refusal, DISPUTE_REFUSALS, DisputeRefusal: WrongStep AlreadyAccepted NeedsParties NoSuchParty
    NeedsAssent IsParty NobodyCame NobodyMediated EmptyAgreement NoSuchObligation ObligationSettled
    ObligationReplaced NeedsFollowUp NotSettled NeedsSupervisor NeedsPackage NeedsWriting WindowOver
    ConfirmationSettled NotSought CourtWaits ExtendOnDispute AlreadyViolent StillViolent NotViolent AlreadyLinked CannotLink
    NoPackage PackageConcluded TimePast TimeAhead TooMany CannotMediate);

pub fn d1() -> RecordId {
    id("D-20261121-001")
}

fn d_earlier() -> RecordId {
    id("D-20260302-002")
}

pub fn money(text: &str) -> Money {
    text.parse().unwrap()
}

fn matter() -> Matter {
    Matter {
        narrative: canary(),
        place: canary(),
        category: Category::Land,
        severity: Severity::Larger,
        beat: Some("S3".into()),
    }
}

fn party(role: PartyRole) -> Party {
    Party {
        name: canary(),
        role,
        phone: canary(),
        address: canary(),
        represented_by: Some(Representative { name: canary(), phone: canary(), capacity: canary() }),
        officer: Some("0156".into()),
        namesake: false,
    }
}

/// A party that is a person without anything further.
fn plain_party() -> Party {
    Party { represented_by: None, officer: None, namesake: true, ..party(PartyRole::ThirdParty) }
}

fn finding() -> Finding {
    Finding {
        matter: matter(),
        parties: vec![party(PartyRole::Applicant), party(PartyRole::Respondent)],
        violent: Some(canary()),
        reports: vec![r31()],
        earlier: vec![d_earlier()],
        sweep: None,
    }
}

fn quiet_finding() -> Finding {
    let Finding { matter, parties, .. } = finding();
    Finding { matter, parties, violent: None, reports: vec![], earlier: vec![], sweep: None }
}

fn fixed() -> FourFixed {
    FourFixed { lead: "0142".into(), measure: canary(), deadline: Some(at()), answers: "0156".into() }
}

fn planned() -> Planned {
    Planned { at: at(), place: canary() }
}

fn sat() -> Sat {
    Sat {
        at: at(),
        place: canary(),
        mediators: vec!["0142".into()],
        others: vec![canary()],
        came: vec![1, 2],
        said: canary(),
        next: Some(planned()),
    }
}

fn promises() -> Vec<Promise> {
    vec![
        Promise { by: 2, what: canary(), due: Some(at()), amount: Some(money("1200.50")) },
        Promise { by: 1, what: canary(), due: None, amount: None },
    ]
}

fn terms(form: AgreementForm) -> Terms {
    Terms { form, text: canary(), promises: promises(), assents: vec![1, 2] }
}

fn measures() -> Measures {
    Measures { measures: canary(), responsible: "0156".into(), by: at() }
}

fn change() -> MatterChange {
    MatterChange {
        narrative: Some(canary()),
        place: Some(canary()),
        category: Some(Category::Neighbours),
        severity: Some(Severity::Major),
        beat: Some("S3".into()),
    }
}

/// Every act; several of those whose line differs within the variant.
pub fn acts() -> Vec<DisputeAct> {
    let none = Private::default;
    let settle = |state| DisputeAct::Settle { obligation: 2, state, note: canary() };
    let asking = |by, outcome| DisputeAct::FollowUp(Asking { by, outcome, text: canary() });
    vec![
        DisputeAct::Accept { measure: none() },
        DisputeAct::Accept { measure: canary() },
        DisputeAct::Assign(fixed()),
        DisputeAct::Assign(FourFixed { measure: none(), deadline: None, ..fixed() }),
        DisputeAct::Amend(Box::new(change())),
        DisputeAct::AddParty(Box::new(party(PartyRole::Respondent))),
        DisputeAct::AmendParty { n: 3, party: Box::new(plain_party()) },
        DisputeAct::Plan(planned()),
        DisputeAct::Sit(Box::new(sat())),
        DisputeAct::Sit(Box::new(Sat { next: None, came: vec![2], others: vec![], ..sat() })),
        DisputeAct::Agree(Box::new(terms(AgreementForm::Written))),
        DisputeAct::Agree(Box::new(Terms { promises: vec![], ..terms(AgreementForm::Oral) })),
        settle(ObligationState::Kept),
        settle(ObligationState::Broken),
        DisputeAct::Reopen { reason: DisputeReopenReason::AgreementBroken, note: canary() },
        DisputeAct::SeekConfirmation { court: canary(), parties: vec![1, 2] },
        DisputeAct::DecideConfirmation { outcome: ConfirmationOutcome::Declined, note: canary() },
        DisputeAct::LeaveConfirmation { reason: canary() },
        asking(FollowUpBy::Visit, FollowUpOutcome::Satisfied),
        asking(FollowUpBy::Call, FollowUpOutcome::NotReached),
        DisputeAct::Close { note: canary() },
        DisputeAct::Fail { path: FailPath::Court, reason: FailReason::NoAgreement, note: canary() },
        DisputeAct::Withdraw { reason: WithdrawReason::SettledThemselves, note: canary() },
        DisputeAct::Extend { days: 10, reason: canary(), parties: vec![1, 2] },
        DisputeAct::MarkViolent { reason: canary() },
        DisputeAct::Calm { reason: canary() },
        DisputeAct::Contact { text: canary() },
        DisputeAct::Link { to: r31() },
        DisputeAct::Involve(Involved { role: InvolvedAs::LegalAid, name: canary() }),
        DisputeAct::DrawUp(measures()),
        DisputeAct::Conclude { result: canary() },
        DisputeAct::Note { text: canary() },
        DisputeAct::Erase { reason: canary() },
    ]
}

/// Every command on disputes.
pub fn commands() -> Vec<DisputeCommand> {
    let find = DisputeCommand::Find(Box::new(finding()));
    let on_one = acts().into_iter().map(|act| DisputeCommand::Act { id: d1(), act });
    std::iter::once(find).chain(on_one).collect()
}

/// Every fact about disputes. Erasing is no act in the journal: it is a fact of its own.
pub fn facts() -> Vec<DisputeFact> {
    let erased = ErasedDispute {
        category: Category::Land,
        severity: Severity::Larger,
        beat: Some("S3".into()),
        found: by("0142"),
        status: DisputeStatus::Closed,
        ended: by("0142"),
        allowance: Some(money("200")),
        lead: Some("0142".into()),
        rev: 30,
        reason: canary(),
    };
    let done = acts().into_iter().filter(|act| act.step() != DisputeStep::Erase).map(DisputeFact::Done);
    let mut all =
        vec![DisputeFact::Found(Box::new(finding())), DisputeFact::Found(Box::new(quiet_finding()))];
    all.extend(done);
    all.extend([
        DisputeFact::Allowed { allowance: money("200") },
        DisputeFact::Fulfilled,
        DisputeFact::Escalated { escalation: e2(), to: Level::Town, reason: "help".into() },
        DisputeFact::Supervised { order: s1() },
        DisputeFact::Carried { handover: h1() },
        DisputeFact::Erased(Box::new(erased)),
    ]);
    all
}

/// Every refusal; several of those whose sentence differs within the variant.
pub fn refusals() -> Vec<DisputeRefusal> {
    let id = d1();
    let wrong = |step, status| DisputeRefusal::WrongStep { id, status, step };
    let missing = |step, missing| DisputeRefusal::NeedsAssent { id, step, missing };
    let steps = DisputeStep::ALL.iter().map(|step| wrong(*step, DisputeStatus::Accepted));
    let statuses = DisputeStatus::ALL.iter().map(|status| wrong(DisputeStep::Accept, *status));
    let mut all: Vec<DisputeRefusal> = steps.chain(statuses).collect();
    all.extend([
        wrong(DisputeStep::Reopen, DisputeStatus::Mediating),
        DisputeRefusal::AlreadyAccepted { id, by: by("0156") },
        DisputeRefusal::NeedsParties,
        DisputeRefusal::NoSuchParty { n: 4 },
        missing(DisputeStep::Agree, vec![2]),
        missing(DisputeStep::Extend, vec![1, 3]),
        missing(DisputeStep::SeekConfirmation, vec![2]),
        missing(DisputeStep::Close, vec![2]),
        DisputeRefusal::IsParty { id, officer: "0142".into() },
        DisputeRefusal::NobodyCame,
        DisputeRefusal::NobodyMediated,
        DisputeRefusal::EmptyAgreement,
        DisputeRefusal::NoSuchObligation { n: 4 },
        DisputeRefusal::ObligationSettled { n: 2, by: by("0156") },
        DisputeRefusal::ObligationReplaced { n: 1 },
        DisputeRefusal::NeedsFollowUp { id },
        DisputeRefusal::NotSettled { id },
        DisputeRefusal::NeedsSupervisor { id },
        DisputeRefusal::NeedsPackage { id, drawn_up: false },
        DisputeRefusal::NeedsPackage { id, drawn_up: true },
        DisputeRefusal::NeedsWriting { id },
        DisputeRefusal::WindowOver { id, ended: at() },
        DisputeRefusal::ConfirmationSettled { id, by: by("0156") },
        DisputeRefusal::NotSought { id },
        DisputeRefusal::CourtWaits { id },
        DisputeRefusal::ExtendOnDispute { id },
        DisputeRefusal::AlreadyViolent { id, by: by("0156") },
        DisputeRefusal::StillViolent { id },
        DisputeRefusal::NotViolent { id },
        DisputeRefusal::AlreadyLinked { id, to: r31() },
        DisputeRefusal::CannotLink { to: h1() },
        DisputeRefusal::NoPackage { id },
        DisputeRefusal::PackageConcluded { id, by: by("0156") },
        DisputeRefusal::TimePast,
        DisputeRefusal::TimeAhead,
        DisputeRefusal::TooMany { most: 50 },
        DisputeRefusal::CannotMediate { officer: "0101".into() },
    ]);
    all
}

fn reply() -> Reply {
    Reply { stamp: by("0142"), text: canary() }
}

fn agreement() -> Agreement {
    let states = [ObligationState::Kept, ObligationState::Open];
    let obligations = (1u16..).zip(promises()).zip(states).map(|((n, promise), state)| Obligation {
        n,
        promise,
        state,
        settled: (state != ObligationState::Open).then(reply),
    });
    let note = canary();
    Agreement {
        stamp: by("0142"),
        form: AgreementForm::Written,
        text: canary(),
        obligations: obligations.collect(),
        assents: vec![1, 2],
        confirmation: Some(Confirmation::Decided {
            court: canary(),
            outcome: ConfirmationOutcome::Declined,
            note,
            stamp: by("0142"),
        }),
    }
}

/// A dispute on which everything happened that can stand on one; it is agreed again after it was opened again.
pub fn dispute() -> Dispute {
    let sought = Confirmation::Sought { court: canary(), stamp: by("0142") };
    let left = Confirmation::Left { reason: canary(), stamp: by("0142") };
    let before = [sought, left].map(|confirmation| {
        let obligations = vec![];
        Agreement { confirmation: Some(confirmation), obligations, ..agreement() }
    });
    Dispute {
        id: d1(),
        rev: 30,
        status: DisputeStatus::Agreed,
        found: by("0142"),
        matter: matter(),
        parties: vec![party(PartyRole::Applicant), plain_party()],
        accepted: Some(by("0142")),
        fixed: Some(fixed()),
        assigned: Some(at()),
        planned: Some((by("0142"), planned())),
        sittings: vec![Sitting { stamp: by("0142"), sat: sat() }],
        mediating: Some(at()),
        agreements: before.into_iter().chain([agreement()]).collect(),
        fulfilled: None,
        follow_ups: vec![FollowUp {
            stamp: by("0142"),
            asking: Asking { by: FollowUpBy::Visit, outcome: FollowUpOutcome::Unsatisfied, text: canary() },
        }],
        ending: Some(Ending {
            stamp: by("0142"),
            status: DisputeStatus::Failed,
            reason: Some("no-agreement".into()),
            path: Some(FailPath::Court),
            note: canary(),
            allowance: Some(money("200")),
        }),
        reopened: vec![Reopening { stamp: by("0142"), reason: "go-on".into(), note: canary() }],
        violent: Some(reply()),
        contacts: vec![reply()],
        involved: vec![Involved { role: InvolvedAs::Lawyer, name: canary() }],
        package: Some(Package { stamp: by("0142"), measures: measures(), result: Some(reply()) }),
        major: Some(at()),
        consents: vec![Consent { stamp: by("0142"), days: 10, parties: vec![1, 2] }],
        reports: vec![r31()],
        earlier: vec![d_earlier()],
        sweep: None,
        escalations: vec![e2()],
        supervisions: vec![s1()],
        carried: 1,
        notes: 2,
        clocks: clocks(),
        last: LastAct { step: DisputeStep::Agree, stamp: by("0142") },
    }
}

/// A dispute as its list shows it.
pub fn row() -> DisputeRow {
    dispute().row(1, 1, 1, Some(super::owed()))
}

/// A dispute with its timeline.
pub fn detail() -> DisputeDetail {
    DisputeDetail {
        dispute: dispute(),
        key: 1,
        reports: vec![super::report_row()],
        earlier: vec![row()],
        escalations: vec![super::escalation_row()],
        supervisions: vec![super::supervision()],
        due: vec![super::due()],
        timeline: super::facts().into_iter().map(super::entry).collect(),
    }
}
