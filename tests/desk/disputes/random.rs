//! Whatever officers do on a dispute in whatever order: it stands only where the acts on record can have led it, and
//! nothing unresolved is ever without something owed.

use super::{D1, accept, act, close, dispute, find, finding, followed, party, promise, sat, seek, settle};
use crate::paper::{OFFICERS, Paper, id};
use dutydesk::domain::dispute::act::DisputeAct;
use dutydesk::domain::dispute::said::{FourFixed, Measures, Terms};
use dutydesk::domain::dispute::terms::{
    AgreementForm, ConfirmationOutcome, DisputeReopenReason, FailPath, FailReason, FollowUpOutcome,
    ObligationState, PartyRole, Severity, WithdrawReason,
};
use dutydesk::domain::dispute::{Dispute, DisputeStatus, fits};
use dutydesk::domain::due::owed;
use dutydesk::domain::{Private, Refusal, Role};
use jiff::SignedDuration;
use proptest::prelude::*;

/// Who acts (by place in the list of officers), which act, two small numbers for it, and how many hours pass before.
type Draw = (usize, usize, u16, u16, u16);

const ACTS: usize = 22;

fn drawn(paper: &Paper, officer: &str, which: usize, a: u16, b: u16) -> DisputeAct {
    let note = || Private::from("in words");
    let ahead = |hours: u16| paper.now + SignedDuration::from_hours(i64::from(hours) + 1);
    let all = [vec![1, 2], vec![1], vec![2, 1], vec![1, 2, 3]][usize::from(a % 4)].clone();
    let pick = |n: u16, of: usize| usize::from(n) % of;
    match which {
        0 => accept(),
        1 => DisputeAct::Assign(FourFixed {
            lead: OFFICERS[pick(a, OFFICERS.len())].0.into(),
            measure: note(),
            deadline: (b.is_multiple_of(2)).then(|| ahead(b)),
            answers: "0102".into(),
        }),
        2 | 3 => sat(paper, officer),
        4 | 5 => {
            let promises = (0..b % 4).map(|n| promise(n % 2 + 1, i64::from(n) + 1, paper)).collect();
            let form = AgreementForm::ALL[pick(b, 2)];
            DisputeAct::Agree(Box::new(Terms { form, text: note(), promises, assents: all }))
        }
        6..=8 => settle(a % 5 + 1, ObligationState::ALL[pick(b, ObligationState::ALL.len())]),
        9 => DisputeAct::Reopen {
            reason: DisputeReopenReason::ALL[pick(a, DisputeReopenReason::ALL.len())],
            note: note(),
        },
        10 => seek(&all),
        11 => {
            let outcome = ConfirmationOutcome::ALL[pick(a, ConfirmationOutcome::ALL.len())];
            DisputeAct::DecideConfirmation { outcome, note: note() }
        }
        12 => DisputeAct::LeaveConfirmation { reason: note() },
        13 | 14 => followed(FollowUpOutcome::ALL[pick(a, FollowUpOutcome::ALL.len())]),
        15 => close(),
        16 => {
            let reason = FailReason::ALL[pick(a, FailReason::ALL.len())];
            DisputeAct::Fail { path: FailPath::ALL[pick(b, FailPath::ALL.len())], reason, note: note() }
        }
        17 => {
            let reason = WithdrawReason::ALL[pick(a, WithdrawReason::ALL.len())];
            DisputeAct::Withdraw { reason, note: note() }
        }
        18 => DisputeAct::MarkViolent { reason: note() },
        19 => DisputeAct::Contact { text: note() },
        20 if a.is_multiple_of(2) => {
            DisputeAct::DrawUp(Measures { measures: note(), responsible: "0104".into(), by: ahead(b) })
        }
        20 => DisputeAct::Conclude { result: note() },
        _ if a.is_multiple_of(3) => {
            DisputeAct::AddParty(Box::new(party("a third one", PartyRole::ThirdParty)))
        }
        _ if a % 3 == 1 => DisputeAct::Extend { days: b % 40, reason: note(), parties: all },
        _ => DisputeAct::Erase { reason: note() },
    }
}

/// What must hold wherever a dispute stands, told apart from the rules that make it so.
fn holds(paper: &Paper, dispute: &Dispute) {
    let settled = |state| matches!(state, ObligationState::Kept | ObligationState::Waived);
    let kept = dispute.agreement().is_some_and(|a| a.obligations.iter().all(|o| settled(o.state)));
    let everybody = |numbers: &[u16]| (1..=dispute.parties.len()).all(|n| numbers.contains(&(n as u16)));
    match dispute.status {
        DisputeStatus::Found => assert!(dispute.sittings.is_empty() && dispute.fixed.is_none()),
        DisputeStatus::Accepted => assert!(dispute.sittings.is_empty() && dispute.fixed.is_some()),
        DisputeStatus::Mediating => assert!(dispute.fixed.is_some() && dispute.mediating.is_some()),
        DisputeStatus::Agreed => assert!(!kept && everybody(&dispute.agreement().unwrap().assents)),
        DisputeStatus::Fulfilled => assert!(kept && dispute.fulfilled.is_some()),
        DisputeStatus::Closed => {
            let followed = dispute.followed_up().unwrap();
            assert_eq!(followed.asking.outcome, FollowUpOutcome::Satisfied);
            assert!(kept && followed.stamp.at >= dispute.fulfilled.as_ref().unwrap().at);
            assert!(!dispute.is_major() || dispute.package.as_ref().unwrap().result.is_some());
        }
        DisputeStatus::Failed => assert!(dispute.ending.as_ref().unwrap().path.is_some()),
        DisputeStatus::Withdrawn => assert!(dispute.ending.as_ref().unwrap().reason.is_some()),
        DisputeStatus::Erased => assert!(dispute.parties.is_empty() && dispute.matter.narrative.is_empty()),
    }
    assert!(dispute.consents.iter().all(|consent| consent.parties.len() >= 2));
    assert!(dispute.sittings.iter().all(|s| s.sat.mediators.iter().all(|m| !dispute.is_party(m))));
    let due = owed(dispute, &paper.station());
    assert_eq!(due.is_empty(), !dispute.status.is_unresolved(), "{:?} owes {due:?}", dispute.status);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_dispute_stands_only_where_its_acts_can_have_led_it_and_is_never_forgotten(
        severity in 0..3usize,
        a_party_is_an_officer: bool,
        draws in prop::collection::vec((0..OFFICERS.len(), 0..ACTS, 0..12u16, 0..12u16, 0..200u16), 1..60),
    ) {
        let mut paper = Paper::new();
        let mut found = finding(Severity::ALL[severity]);
        if a_party_is_an_officer {
            found.parties[0].officer = Some("0104".into());
        }
        paper.ask("0103", &find(found)).unwrap();
        holds(&paper, dispute(&paper));
        let draws: Vec<Draw> = draws;
        for (who, which, a, b, hours) in draws {
            paper.pass(i64::from(hours) * 3600);
            let (officer, role) = OFFICERS[who];
            let asked = drawn(&paper, officer, which, a, b);
            let (before, step) = (dispute(&paper).clone(), asked.step());
            match paper.ask(officer, &act(asked)) {
                Ok(facts) => {
                    prop_assert!(fits(step, before.status), "{step:?} on {:?}", before.status);
                    prop_assert!(!before.is_party(&officer.into()), "{officer} is a party");
                    let after = dispute(&paper);
                    prop_assert_eq!(after.rev, before.rev + facts.len() as u64, "every fact is a change");
                    let ended = before.status.is_unresolved() && !after.status.is_unresolved();
                    prop_assert!(!(ended && before.is_major()) || role == Role::Supervisor);
                }
                Err(Refusal::NotFound { .. }) => prop_assert_eq!(before.status, DisputeStatus::Erased),
                Err(_) => prop_assert_eq!(&before, dispute(&paper)),
            }
            holds(&paper, dispute(&paper));
        }
        let again = paper.facts.iter().filter(|(h, _)| h.subject.to_string() == D1);
        let again = again.fold(None, |record, (h, stamp)| {
            dutydesk::domain::apply(record, &h.subject, &h.fact, stamp)
        });
        prop_assert_eq!(again.as_ref(), paper.records.get(&id(D1).into()), "the facts add up");
    }
}
