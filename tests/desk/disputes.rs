//! The rules of disputes on paper: a whole life, every forbidden step, and that nothing unresolved is ever forgotten.

mod random;

use crate::paper::{Paper, id};
use dutydesk::domain::command::{Command, DeadlineCommand, EscalationCommand, SupervisionCommand};
use dutydesk::domain::dispute::act::{DisputeAct, DisputeCommand};
use dutydesk::domain::dispute::refusal::DisputeRefusal;
use dutydesk::domain::dispute::said::{
    Asking, Finding, FourFixed, Matter, MatterChange, Measures, Party, Planned, Promise, Sat, Terms,
};
use dutydesk::domain::dispute::terms::{
    AgreementForm, Category, ConfirmationOutcome, DisputeReopenReason, FailPath, FailReason, FollowUpBy,
    FollowUpOutcome, ObligationState, PartyRole, Severity, WithdrawReason,
};
use dutydesk::domain::dispute::{Confirmation, DisputeStatus, DisputeStep};
use dutydesk::domain::place::Level;
use dutydesk::domain::{Dispute, Happened, Private, Refusal};
use jiff::{SignedDuration, Timestamp};

const D1: &str = "D-20261121-001";
const DAY: i64 = 86_400;

fn party(name: &str, role: PartyRole) -> Party {
    Party {
        name: name.into(),
        role,
        phone: Private::default(),
        address: Private::default(),
        represented_by: None,
        officer: None,
        namesake: false,
    }
}

fn finding(severity: Severity) -> Finding {
    Finding {
        matter: Matter {
            narrative: "a wall between two yards".into(),
            place: "Mill Lane 3".into(),
            category: Category::Neighbours,
            severity,
            beat: Some("B1".into()),
        },
        parties: vec![party("Oak", PartyRole::Applicant), party("Elm", PartyRole::Respondent)],
        violent: None,
        reports: Vec::new(),
        earlier: Vec::new(),
        sweep: None,
    }
}

fn find(finding: Finding) -> Command {
    Command::Dispute(DisputeCommand::Find(Box::new(finding)))
}

fn act(act: DisputeAct) -> Command {
    Command::Dispute(DisputeCommand::Act { id: id(D1), act })
}

fn dispute(paper: &Paper) -> &Dispute {
    paper.get(id(D1)).unwrap()
}

fn sat(paper: &Paper, mediator: &str) -> DisputeAct {
    DisputeAct::Sit(Box::new(Sat {
        at: paper.now,
        place: "the station".into(),
        mediators: vec![mediator.into()],
        others: Vec::new(),
        came: vec![1, 2],
        said: "both spoke".into(),
        next: None,
    }))
}

fn promise(by: u16, days: i64, paper: &Paper) -> Promise {
    let due = paper.now.saturating_add(SignedDuration::from_secs(days * DAY)).unwrap();
    Promise { by, what: "mends the wall".into(), due: Some(due), amount: Some("300".parse().unwrap()) }
}

fn terms(form: AgreementForm, promises: Vec<Promise>) -> DisputeAct {
    let text = "both keep to the old line".into();
    DisputeAct::Agree(Box::new(Terms { form, text, promises, assents: vec![1, 2] }))
}

fn accept() -> DisputeAct {
    DisputeAct::Accept { measure: Private::default() }
}

fn settle(obligation: u16, state: ObligationState) -> DisputeAct {
    DisputeAct::Settle { obligation, state, note: "seen on the spot".into() }
}

fn followed(outcome: FollowUpOutcome) -> DisputeAct {
    DisputeAct::FollowUp(Asking { by: FollowUpBy::Visit, outcome, text: Private::default() })
}

fn close() -> DisputeAct {
    DisputeAct::Close { note: Private::default() }
}

fn seek(parties: &[u16]) -> DisputeAct {
    DisputeAct::SeekConfirmation { court: "the court of the district".into(), parties: parties.to_vec() }
}

/// Asks as an officer and expects that it is done.
fn done(paper: &mut Paper, officer: &str, asked: DisputeAct) -> Vec<Happened> {
    paper.ask(officer, &act(asked.clone())).unwrap_or_else(|no| panic!("{:?}: {no:?}", asked.step()))
}

/// Asks as an officer, expects a refusal and that nothing changed.
fn refused(paper: &mut Paper, officer: &str, asked: &Command) -> DisputeRefusal {
    let (before, facts) = (paper.records.clone(), paper.facts.len());
    let refusal = paper.ask(officer, asked).unwrap_err();
    assert_eq!((&before, facts), (&paper.records, paper.facts.len()), "nothing changed");
    match refusal {
        Refusal::Dispute(no) => *no,
        other => panic!("another refusal: {other:?}"),
    }
}

fn no(paper: &mut Paper, officer: &str, asked: DisputeAct) -> DisputeRefusal {
    refused(paper, officer, &act(asked))
}

/// A dispute of this severity that officer 0103 mediates after one sitting.
fn mediated(severity: Severity) -> Paper {
    let mut paper = Paper::new();
    paper.ask("0103", &find(finding(severity))).unwrap();
    done(&mut paper, "0103", accept());
    let asked = sat(&paper, "0103");
    done(&mut paper, "0103", asked);
    paper
}

fn agreed(severity: Severity, form: AgreementForm) -> Paper {
    let mut paper = mediated(severity);
    let promises = vec![promise(1, 5, &paper), promise(2, 10, &paper), promise(1, 20, &paper)];
    done(&mut paper, "0103", terms(form, promises));
    paper
}

fn owed(paper: &Paper) -> Vec<String> {
    let owed = dutydesk::domain::due::owed(dispute(paper), &paper.station());
    owed.into_iter().map(|due| due.owed.rule.0).collect()
}

#[test]
fn a_dispute_goes_from_found_to_closed_and_owes_the_next_step_all_the_way() {
    let mut paper = Paper::new();
    paper.ask("0103", &find(finding(Severity::General))).unwrap();
    assert_eq!(owed(&paper), ["assign"]);
    done(&mut paper, "0103", accept());
    assert_eq!(owed(&paper), ["first-sitting"]);
    let next = Planned { at: paper.now + SignedDuration::from_hours(30), place: "here".into() };
    done(&mut paper, "0103", DisputeAct::Plan(next));
    assert_eq!(owed(&paper), ["first-sitting", "sitting"]);
    paper.pass(30 * 3600);
    let asked = sat(&paper, "0103");
    done(&mut paper, "0103", asked);
    assert_eq!(
        (dispute(&paper).status, owed(&paper)),
        (DisputeStatus::Mediating, vec!["mediate".to_owned()])
    );
    let promises = vec![promise(1, 5, &paper), promise(2, 10, &paper), promise(1, 20, &paper)];
    done(&mut paper, "0103", terms(AgreementForm::Written, promises));
    let all = ["obligation.1", "obligation.2", "obligation.3", "judicial-confirmation"];
    assert_eq!(owed(&paper), all, "each obligation by itself");
    done(&mut paper, "0103", settle(1, ObligationState::Kept));
    done(&mut paper, "0103", settle(2, ObligationState::Kept));
    done(&mut paper, "0103", settle(3, ObligationState::Broken));
    assert_eq!(owed(&paper), ["judicial-confirmation", "breach"], "nobody forgets what was broken");
    let reason = DisputeReopenReason::AgreementBroken;
    done(&mut paper, "0103", DisputeAct::Reopen { reason, note: Private::default() });
    assert_eq!(
        (dispute(&paper).status, owed(&paper)),
        (DisputeStatus::Mediating, vec!["mediate".to_owned()])
    );
    done(&mut paper, "0103", settle(3, ObligationState::Kept));
    assert_eq!(
        (dispute(&paper).status, owed(&paper)),
        (DisputeStatus::Fulfilled, vec!["follow-up".to_owned()])
    );
    done(&mut paper, "0104", followed(FollowUpOutcome::NotReached));
    assert_eq!(owed(&paper), ["follow-up"], "nobody was reached");
    done(&mut paper, "0104", followed(FollowUpOutcome::Satisfied));
    assert_eq!(owed(&paper), ["close-dispute"]);
    done(&mut paper, "0104", close());
    assert_eq!((dispute(&paper).status, owed(&paper)), (DisputeStatus::Closed, vec![]));
    let paid = dispute(&paper).ending.as_ref().and_then(|ending| ending.allowance);
    assert!(paid.is_some(), "by the shipped rates");
}

#[test]
fn after_a_new_agreement_the_obligations_of_the_old_one_stand_no_more() {
    let mut paper = agreed(Severity::General, AgreementForm::Oral);
    done(&mut paper, "0103", settle(1, ObligationState::Broken));
    let reason = DisputeReopenReason::AgreementBroken;
    done(&mut paper, "0103", DisputeAct::Reopen { reason, note: Private::default() });
    let one = promise(2, 3, &paper);
    done(&mut paper, "0103", terms(AgreementForm::Oral, vec![one]));
    let states: Vec<ObligationState> =
        (1..=4).map(|n| dispute(&paper).obligation(n).unwrap().state).collect();
    use ObligationState::{Broken, Open, Replaced};
    assert_eq!(states, [Broken, Replaced, Replaced, Open], "what was open is told as replaced");
    assert_eq!(owed(&paper), ["obligation.4"], "numbers go on, oral agreements go to no court");
    assert_eq!(
        no(&mut paper, "0103", settle(2, ObligationState::Kept)),
        DisputeRefusal::ObligationReplaced { n: 2 }
    );
    done(&mut paper, "0103", settle(4, ObligationState::Waived));
    assert_eq!(dispute(&paper).status, DisputeStatus::Fulfilled);
}

#[test]
fn what_was_kept_on_the_spot_is_fulfilled_at_once() {
    let mut paper = mediated(Severity::General);
    done(&mut paper, "0103", terms(AgreementForm::Oral, Vec::new()));
    assert_eq!(dispute(&paper).status, DisputeStatus::Fulfilled);
}

#[test]
fn every_party_must_assent_to_an_agreement_to_more_time_and_to_going_to_court() {
    let mut paper = mediated(Severity::General);
    let missing = |step| DisputeRefusal::NeedsAssent { id: id(D1), step, missing: vec![2] };
    let mut alone = Terms { form: AgreementForm::Oral, text: "x".into(), promises: vec![], assents: vec![1] };
    let asked = DisputeAct::Agree(Box::new(alone.clone()));
    assert_eq!(no(&mut paper, "0103", asked), missing(DisputeStep::Agree));
    alone.assents = vec![1, 2, 3];
    let asked = DisputeAct::Agree(Box::new(alone));
    assert_eq!(no(&mut paper, "0103", asked), DisputeRefusal::NoSuchParty { n: 3 });
    let more = |parties| DisputeAct::Extend { days: 20, reason: "the surveyor is late".into(), parties };
    assert_eq!(no(&mut paper, "0103", more(vec![1])), missing(DisputeStep::Extend));
    done(&mut paper, "0103", more(vec![1, 2]));
    assert_eq!(dispute(&paper).consents.len(), 1);
    assert!(
        matches!(paper.ask("0103", &act(more(vec![2, 1]))), Err(Refusal::NotExtendable { .. })),
        "once only"
    );
    let (on, rule) = (id(D1), "mediate".into());
    let past = DeadlineCommand::Extend { on, rule, days: 1, reason: "x".into(), agreed: true };
    let mut other = mediated(Severity::General);
    let refusal = refused(&mut other, "0102", &Command::Deadline(past));
    assert_eq!(refusal, DisputeRefusal::ExtendOnDispute { id: on }, "no way round the consents");
    let mut paper = agreed(Severity::General, AgreementForm::Written);
    assert_eq!(no(&mut paper, "0103", seek(&[1])), missing(DisputeStep::SeekConfirmation));
    done(&mut paper, "0103", seek(&[2, 1]));
}

#[test]
fn a_court_can_be_asked_until_the_thirtieth_day_and_only_for_what_is_written() {
    for (days, in_time) in [(29, true), (30, true), (31, false)] {
        let mut paper = agreed(Severity::General, AgreementForm::Written);
        paper.pass(days * DAY);
        match in_time {
            true => {
                done(&mut paper, "0103", seek(&[1, 2]));
            }
            false => {
                let refusal = no(&mut paper, "0103", seek(&[1, 2]));
                assert!(matches!(refusal, DisputeRefusal::WindowOver { .. }), "{days}: {refusal:?}");
            }
        }
    }
    let mut paper = agreed(Severity::General, AgreementForm::Oral);
    assert_eq!(no(&mut paper, "0103", seek(&[1, 2])), DisputeRefusal::NeedsWriting { id: id(D1) });
    let mut paper = agreed(Severity::General, AgreementForm::Written);
    let answer = |outcome| DisputeAct::DecideConfirmation { outcome, note: "(2026) 7".into() };
    let confirmed = || answer(ConfirmationOutcome::Confirmed);
    assert_eq!(no(&mut paper, "0103", confirmed()), DisputeRefusal::NotSought { id: id(D1) });
    done(&mut paper, "0103", seek(&[1, 2]));
    let leave = || DisputeAct::LeaveConfirmation { reason: "they trust each other".into() };
    assert_eq!(no(&mut paper, "0103", leave()), DisputeRefusal::CourtWaits { id: id(D1) });
    done(&mut paper, "0103", confirmed());
    let settled = |no| matches!(no, DisputeRefusal::ConfirmationSettled { .. });
    assert!(settled(no(&mut paper, "0103", seek(&[1, 2]))) && settled(no(&mut paper, "0103", confirmed())));
    let said = dispute(&paper).agreement().unwrap().confirmation.clone();
    assert!(matches!(said, Some(Confirmation::Decided { outcome: ConfirmationOutcome::Confirmed, .. })));
}

#[test]
fn nobody_mediates_what_they_are_a_party_to() {
    let mut paper = Paper::new();
    let mut with_an_officer = finding(Severity::General);
    with_an_officer.parties[1].name = "officer 0103".into();
    paper.ask("0104", &find(with_an_officer.clone())).unwrap();
    assert_eq!(dispute(&paper).parties[1].officer, Some("0103".into()), "found by the name");
    let is_party = DisputeRefusal::IsParty { id: id(D1), officer: "0103".into() };
    assert_eq!(no(&mut paper, "0103", accept()), is_party);
    let fixed =
        FourFixed { lead: "0103".into(), measure: "x".into(), deadline: None, answers: "0104".into() };
    assert_eq!(no(&mut paper, "0102", DisputeAct::Assign(fixed)), is_party);
    let fixed =
        FourFixed { lead: "0104".into(), measure: "x".into(), deadline: None, answers: "0103".into() };
    assert_eq!(no(&mut paper, "0102", DisputeAct::Assign(fixed)), is_party, "nor answers for it");
    done(&mut paper, "0104", accept());
    let asked = sat(&paper, "0103");
    assert_eq!(no(&mut paper, "0104", asked), is_party);
    done(&mut paper, "0103", DisputeAct::Note { text: "as one concerned".into() });
    let mut lead = party("the other yard", PartyRole::ThirdParty);
    lead.officer = Some("0104".into());
    let refusal = no(&mut paper, "0102", DisputeAct::AddParty(Box::new(lead)));
    assert_eq!(refusal, DisputeRefusal::IsParty { id: id(D1), officer: "0104".into() }, "the lead");
    let mut paper = Paper::new();
    with_an_officer.parties[1].namesake = true;
    paper.ask("0104", &find(with_an_officer)).unwrap();
    done(&mut paper, "0103", accept());
}

#[test]
fn closing_needs_a_follow_up_that_reached_somebody_and_found_it_settled() {
    let mut paper = mediated(Severity::General);
    done(&mut paper, "0103", terms(AgreementForm::Oral, Vec::new()));
    assert_eq!(no(&mut paper, "0103", close()), DisputeRefusal::NeedsFollowUp { id: id(D1) });
    done(&mut paper, "0103", followed(FollowUpOutcome::NotReached));
    assert_eq!(no(&mut paper, "0103", close()), DisputeRefusal::NeedsFollowUp { id: id(D1) });
    done(&mut paper, "0103", followed(FollowUpOutcome::Unsatisfied));
    assert_eq!(no(&mut paper, "0103", close()), DisputeRefusal::NotSettled { id: id(D1) });
    let reopen = DisputeAct::Reopen { reason: DisputeReopenReason::NotSettled, note: Private::default() };
    done(&mut paper, "0103", reopen);
    paper.pass(60);
    done(&mut paper, "0103", terms(AgreementForm::Oral, Vec::new()));
    assert_eq!(
        no(&mut paper, "0103", close()),
        DisputeRefusal::NeedsFollowUp { id: id(D1) },
        "what was asked before it was opened again does not count"
    );
}

#[test]
fn a_major_dispute_ends_with_a_supervisor_and_its_package() {
    let mut paper = mediated(Severity::Major);
    let supervisor = DisputeRefusal::NeedsSupervisor { id: id(D1) };
    let (path, reason, note) = (FailPath::Court, FailReason::NoAgreement, Private::default());
    let fail = DisputeAct::Fail { path, reason, note };
    assert_eq!(no(&mut paper, "0103", fail), supervisor);
    let reason = WithdrawReason::NoDispute;
    let withdraw = DisputeAct::Withdraw { reason, note: Private::default() };
    assert_eq!(no(&mut paper, "0102", withdraw), supervisor);
    let less = MatterChange { severity: Some(Severity::General), ..MatterChange::default() };
    assert_eq!(no(&mut paper, "0102", DisputeAct::Amend(Box::new(less))), supervisor, "no way round it");
    done(&mut paper, "0103", terms(AgreementForm::Oral, Vec::new()));
    done(&mut paper, "0103", followed(FollowUpOutcome::Satisfied));
    assert_eq!(no(&mut paper, "0102", close()), supervisor);
    let package = |drawn_up| DisputeRefusal::NeedsPackage { id: id(D1), drawn_up };
    assert_eq!(no(&mut paper, "0101", close()), package(false));
    assert!(owed(&paper).contains(&"package".to_owned()));
    let by = paper.now + SignedDuration::from_hours(50);
    let measures = Measures { measures: "talks every week".into(), responsible: "0102".into(), by };
    done(&mut paper, "0103", DisputeAct::DrawUp(measures));
    assert_eq!(no(&mut paper, "0101", close()), package(true));
    done(&mut paper, "0102", DisputeAct::Conclude { result: "calm since".into() });
    done(&mut paper, "0101", close());
}

#[test]
fn a_dispute_that_may_turn_violent_owes_a_contact_again_and_again_until_a_leader_takes_the_mark_off() {
    let mut paper = mediated(Severity::General);
    done(&mut paper, "0103", DisputeAct::MarkViolent { reason: "he bought petrol".into() });
    assert!(owed(&paper).contains(&"contact".to_owned()));
    let twice = DisputeAct::MarkViolent { reason: "again".into() };
    assert!(matches!(no(&mut paper, "0103", twice), DisputeRefusal::AlreadyViolent { .. }));
    let reason = WithdrawReason::SettledThemselves;
    let withdraw = DisputeAct::Withdraw { reason, note: Private::default() };
    let (path, reason) = (FailPath::Court, FailReason::NoAgreement);
    let fail = DisputeAct::Fail { path, reason, note: Private::default() };
    for ends in [withdraw, fail] {
        assert_eq!(no(&mut paper, "0101", ends), DisputeRefusal::StillViolent { id: id(D1) });
    }
    paper.pass(3600);
    done(&mut paper, "0103", DisputeAct::Contact { text: "spoke with his brother".into() });
    let owed_at = |paper: &Paper| -> Timestamp {
        let owed = dutydesk::domain::due::owed(dispute(paper), &paper.station());
        owed.into_iter().find(|due| due.owed.rule.0 == "contact").unwrap().owed.at
    };
    assert_eq!(owed_at(&paper), paper.now + SignedDuration::from_hours(24), "anew from the contact");
    let calm = Command::Dispute(DisputeCommand::Act {
        id: id(D1),
        act: DisputeAct::Calm { reason: "settled in the family".into() },
    });
    use dutydesk::domain::{Role, access};
    assert!(!access::may(Role::DutyOfficer, &calm) && access::may(Role::ShiftLeader, &calm));
    paper.ask("0102", &calm).unwrap();
    assert_eq!(owed(&paper), ["mediate"]);
    let DisputeRefusal::NotViolent { .. } = refused(&mut paper, "0102", &calm) else { panic!() };
}

#[test]
fn disputes_are_handed_up_and_ordered_on_like_reports() {
    let mut paper = mediated(Severity::Larger);
    let raise = EscalationCommand::Raise {
        on: id(D1),
        to: Level::Town,
        reason: "one".into(),
        note: "more than we can do".into(),
    };
    paper.ask("0103", &Command::Escalation(raise.clone())).unwrap();
    assert_eq!(dispute(&paper).escalations.len(), 1);
    assert!(matches!(paper.ask("0103", &Command::Escalation(raise)), Err(Refusal::EscalationWaiting { .. })));
    let due_at = paper.now + SignedDuration::from_hours(9);
    let order = SupervisionCommand::Issue { on: id(D1), to: None, text: "report to me".into(), due_at };
    paper.ask("0101", &Command::Supervision(order)).unwrap();
    assert_eq!(dispute(&paper).supervisions.len(), 1);
}

#[test]
fn reports_and_earlier_disputes_are_linked_once_and_erasing_leaves_only_figures() {
    let mut paper = mediated(Severity::General);
    paper.ask("0103", &crate::paper::told("they shout again")).unwrap();
    let link = |to: &str| DisputeAct::Link { to: id(to) };
    done(&mut paper, "0103", link("R-20261121-001"));
    assert!(matches!(no(&mut paper, "0103", link("R-20261121-001")), DisputeRefusal::AlreadyLinked { .. }));
    assert!(matches!(no(&mut paper, "0103", link(D1)), DisputeRefusal::CannotLink { .. }));
    assert!(matches!(no(&mut paper, "0103", link("H-20261121-001")), DisputeRefusal::CannotLink { .. }));
    let missing = paper.ask("0103", &act(link("R-20261121-077")));
    assert!(matches!(missing, Err(Refusal::NotFound { .. })));
    let erase = || DisputeAct::Erase { reason: "its time is over".into() };
    assert!(matches!(no(&mut paper, "0101", erase()), DisputeRefusal::WrongStep { .. }), "still open");
    let (path, reason) = (FailPath::Court, FailReason::NoAgreement);
    done(&mut paper, "0103", DisputeAct::Fail { path, reason, note: Private::default() });
    done(&mut paper, "0101", erase());
    let left = serde_json::to_string(dispute(&paper)).unwrap();
    for word in ["Oak", "Elm", "wall", "Mill", "spoke"] {
        assert!(!left.contains(word), "{word}: {left}");
    }
    assert_eq!(
        dispute(&paper).ending.as_ref().map(|e| e.status),
        Some(DisputeStatus::Failed),
        "figures stay"
    );
    let gone = paper.ask("0101", &act(DisputeAct::Note { text: "x".into() }));
    assert!(matches!(gone, Err(Refusal::NotFound { .. })));
}
