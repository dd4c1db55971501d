//! Random nights of a few disputes: the list by deadline is always every unresolved dispute, once, in the order of what is
//! owed first; whatever was put off, taken up again, ended, or ruled anew.

use super::{
    Stand, accept, act, ask, find, finding, in_file, named, numbered, place, ruled_desk, sat, slow_page,
};
use crate::deadlines::set;
use crate::store::Desk;
use dutydesk::domain::command::{Command, DeadlineCommand};
use dutydesk::domain::dispute::act::DisputeAct;
use dutydesk::domain::dispute::said::{MatterChange, Terms};
use dutydesk::domain::dispute::terms::{
    AgreementForm, DisputeReopenReason, ObligationState, Severity, WithdrawReason,
};
use dutydesk::domain::query::{DisputeFilter, DisputeView, From, Page, RowKey};
use dutydesk::domain::rules::Rules;
use dutydesk::domain::{Code, Private, RecordId};
use dutydesk::store::{Reader, Store};
use jiff::SignedDuration;
use proptest::prelude::*;

/// The rules that a desk may get: the shipped ones, none, or without some and with other times.
fn rules(which: u8) -> Rules {
    let mut rules = dutydesk::config::rules_shipped();
    rules.rules.iter_mut().for_each(|rule| rule.pausable = true);
    match which {
        0 => rules,
        1 => Rules::none(),
        _ => {
            rules.ladders.clear();
            rules.rules.retain(|rule| !rule.code.as_str().starts_with("assign"));
            rules.rules.iter_mut().for_each(|rule| rule.active &= rule.code.as_str() != "mediate");
            rules
        }
    }
}

const RULES: [&str; 8] = [
    "assign",
    "assign-high-risk",
    "mediate",
    "contact",
    "package",
    "obligation.1",
    "obligation.2",
    "judicial-confirmation",
];

fn asked(desk: &Desk, on: RecordId, which: u8, n: u8) -> Command {
    let later = desk.now + SignedDuration::from_mins(i64::from(n) * 7 + 1);
    let rule = Code::from(RULES[usize::from(n) % RULES.len()]);
    let reason = || Private::from("for now");
    let deadline = Command::Deadline;
    let promise = |by| dutydesk::domain::dispute::said::Promise {
        by,
        what: "mends it".into(),
        due: Some(later),
        amount: None,
    };
    match which {
        0 | 1 => act(on, accept()),
        2 => act(on, sat(desk.now, "0103")),
        3 => act(on, DisputeAct::MarkViolent { reason: reason() }),
        4 => act(on, DisputeAct::Calm { reason: reason() }),
        5 => act(on, DisputeAct::Contact { text: reason() }),
        6 => act(on, DisputeAct::Withdraw { reason: WithdrawReason::NoDispute, note: reason() }),
        7 => act(on, DisputeAct::Reopen { reason: DisputeReopenReason::GoOn, note: reason() }),
        8 => {
            let severity = Some(Severity::ALL[usize::from(n) % 3]);
            act(on, DisputeAct::Amend(Box::new(MatterChange { severity, ..MatterChange::default() })))
        }
        9 => act(
            on,
            DisputeAct::Agree(Box::new(Terms {
                form: AgreementForm::Written,
                text: reason(),
                promises: vec![promise(1), promise(2)],
                assents: vec![1, 2],
            })),
        ),
        10 => {
            let (obligation, state) = (u16::from(n % 3) + 1, ObligationState::Kept);
            act(on, DisputeAct::Settle { obligation, state, note: reason() })
        }
        11..=13 => deadline(DeadlineCommand::Snooze { on, rule, until: later, reason: reason() }),
        14 => deadline(DeadlineCommand::Return { on, rule }),
        15 | 16 => deadline(DeadlineCommand::Pause { on, rule, reason: reason() }),
        17 => deadline(DeadlineCommand::Resume { on, rule }),
        18 => act(on, DisputeAct::Erase { reason: reason() }),
        _ => deadline(DeadlineCommand::Tell { on }),
    }
}

const ACTS: u8 = 20;

/// Every page of the list, from both ends and from every dispute.
fn check(desk: &Desk, limit: u16) {
    let (reader, station) = (Reader::open(&desk.folder).unwrap(), desk.store.station());
    let all = in_file(desk);
    let filter = DisputeFilter::of(DisputeView::ByDeadline);
    let place_of = |key: RowKey| {
        let dispute = all.iter().find(|(at, _)| *at == key).map(|(_, dispute)| dispute);
        place(key, dispute, filter.view, station)
    };
    let mut expected: Vec<Stand> = all.iter().filter_map(|(key, _)| place_of(*key)).collect();
    expected.sort_unstable();
    let keys = (0..=i64::try_from(all.len()).unwrap() + 1)
        .flat_map(|key| [From::After(key), From::Before(key), From::At(key)]);
    for from in [From::Top, From::Bottom].into_iter().chain(keys) {
        let rows = ask(&reader, desk, &filter, Page { from, limit });
        let got: Vec<RowKey> = rows.rows.iter().map(|row| row.key).collect();
        let here = named(from).and_then(place_of);
        assert_eq!(
            (got, rows.more_before, rows.more_after),
            slow_page(&expected, from, here, limit),
            "{from:?}"
        );
        assert_eq!(rows.total, Some(expected.len() as u64));
        for row in rows.rows {
            let first = all.iter().find(|(key, _)| *key == row.key).map(|(_, dispute)| dispute).unwrap();
            assert_eq!(row.owed, dutydesk::domain::due::owed_first(first, station).map(|due| due.owed));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_list_by_deadline_is_every_unresolved_dispute_once_by_what_is_owed_first(
        steps in proptest::collection::vec((1..6_u32, 0..ACTS, 0..24_u8, 0..400_i64, 0..12_u8), 1..70)
    ) {
        let mut desk = ruled_desk();
        desk.ask("desk", set(rules(0))).unwrap();
        for n in 0..5 {
            desk.ask("0103", find(finding(n * 9 + n))).unwrap();
            desk.pass(1);
        }
        for (number, which, n, minutes, then) in steps {
            desk.pass(minutes * 60);
            let officer = if which == 19 { "desk" } else { "0101" };
            let command = asked(&desk, numbered(number), which, n);
            let _ = desk.ask(officer, command);
            match then {
                0 => check(&desk, 1),
                1 => check(&desk, 2),
                2 => desk.store = Store::open(&desk.folder).unwrap(),
                3 => {
                    desk.ask("desk", set(rules(n % 3))).unwrap();
                    check(&desk, 3);
                }
                _ => {}
            }
        }
        check(&desk, 2);
        desk.assert_sound();
    }
}
