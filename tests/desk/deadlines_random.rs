//! Random nights: nothing is owed that is not in the queue, nothing is told twice, and telling always comes to an end. On
//! paper what is owed is compared with a slow reckoning of its own; in the store the queue with every record in the file.

mod queue;
mod slow;

use crate::deadlines::{self, ladder, rule, rung, set, span};
use crate::paper::{OFFICERS, Paper, id, items};
use crate::rules_random;
use dutydesk::domain::clocks::Clocks;
use dutydesk::domain::command::{
    Amendment, Command, DeadlineCommand, EscalationCommand, HandoverCommand, ReportCommand, SetupCommand,
    SupervisionCommand, SweepCommand, ZeroCommand,
};
use dutydesk::domain::due::{Due, owed_on};
use dutydesk::domain::fact::{DeadlineFact, Fact};
use dutydesk::domain::handover::HandoverStatus;
use dutydesk::domain::id::Kind;
use dutydesk::domain::place::{Level, Place};
use dutydesk::domain::report::{Priority, Source};
use dutydesk::domain::rules::{Extension, Mark, Rules, Target, Within};
use dutydesk::domain::setup::{Post, SetupItem};
use dutydesk::domain::{Code, Record, RecordId, Role, Subject, access};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Something that happens in a night.
#[derive(Clone, Debug)]
pub enum Step {
    /// An officer asks for something.
    Ask(Asked),
    /// The desk tells everything that has to be told by now.
    Tell,
    /// The shift is handed over.
    HandOver,
    /// The rules file was edited.
    Rules(u8),
    /// A beat is moved out of the town, or back.
    Outside(bool),
}

/// What is asked; times are from now on, in seconds.
#[derive(Clone, Debug)]
pub enum Asked {
    Fixed(Command),
    Snooze { on: RecordId, rule: Code, seconds: i64 },
    Issue { on: RecordId, seconds: i64 },
    SendBack { id: RecordId, seconds: i64 },
}

impl Asked {
    pub fn at(&self, now: Timestamp) -> Command {
        let later = |seconds: &i64| now.saturating_add(SignedDuration::from_secs(*seconds)).unwrap();
        match self {
            Asked::Fixed(command) => command.clone(),
            Asked::Snooze { on, rule, seconds } => {
                let (on, rule, until) = (*on, rule.clone(), later(seconds));
                Command::Deadline(DeadlineCommand::Snooze { on, rule, until, reason: "later".into() })
            }
            Asked::Issue { on, seconds } => {
                let (on, text, due_at) = (*on, "go there".into(), later(seconds));
                let to = (seconds % 2 == 0).then(|| "0103".into());
                Command::Supervision(SupervisionCommand::Issue { on, to, text, due_at })
            }
            Asked::SendBack { id, seconds } => {
                let (id, due_at) = (*id, later(seconds));
                Command::Supervision(SupervisionCommand::SendBack { id, reason: "and then?".into(), due_at })
            }
        }
    }
}

/// Rules of every shape, with small times.
pub fn rules(which: u8) -> Rules {
    let mut rules = deadlines::rules();
    let report = |code, starts, stops, within| rule(code, Kind::Report, starts, stops, within);
    let mut p1 = report("arrive-p1", Mark::Dispatched, Mark::Arrived, span(60));
    p1.only.priorities = vec![Priority::P1];
    let mut outside = report("arrive-outside", Mark::Dispatched, Mark::Arrived, span(120));
    outside.only.outside = Some(true);
    let mut letter = report("letter", Mark::Received, Mark::Closed, Within::WorkingDays(2));
    letter.only.sources = vec![Source::Phone];
    letter.extension = Some(Extension { days: 3, times: 3, consent: false });
    let mut all = vec![p1, outside, report("arrive", Mark::Dispatched, Mark::Arrived, span(200)), letter];
    all.append(&mut rules.rules);
    all.push(report("close", Mark::Verified, Mark::Closed, Within::Days(1)));
    all.iter_mut().for_each(|rule| rule.pausable = rule.code.0.len() % 2 == 0);
    rules.rules = all;
    let town = vec![rung(0, Target::Handler, 3, 60), rung(300, Target::Town, 0, 0)];
    rules.ladders.push(ladder(Kind::Report, &[], town.clone()));
    match which {
        0 => rules,
        1 => {
            rules.rules.retain(|rule| rule.code.as_str() != "dispatch");
            rules.rules[0].within = span(7);
            rules.rules.iter_mut().for_each(|rule| rule.active &= rule.code.as_str() != "verify");
            rules.ladders.insert(0, ladder(Kind::Report, &["accept"], town));
            rules
        }
        2 => Rules::none(),
        _ => dutydesk::config::rules_shipped(),
    }
}

fn number(letter: char, most: u32) -> impl Strategy<Value = RecordId> {
    (1..=most).prop_map(move |n| id(&format!("{letter}-20261121-{n:03}")))
}

/// Something that may be owed: a record and a rule for its kind.
fn thing() -> impl Strategy<Value = (RecordId, Code)> {
    let of = |letter: char, most: u32, rules: &'static [&'static str]| {
        (number(letter, most), proptest::sample::select(rules)).prop_map(|(id, rule)| (id, Code::from(rule)))
    };
    prop_oneof![
        6 => of('R', 3, &["accept", "dispatch", "arrive", "arrive-p1", "verify", "answer", "file", "letter"]),
        2 => of('E', 4, &["acknowledge", "acknowledge-again", "answer-escalation"]),
        1 => of('S', 2, &["supervision"]),
        1 => of('Z', 2, &["zero-report"]),
        1 => of('W', 2, &["sweep"]),
    ]
}

fn owing() -> impl Strategy<Value = Asked> {
    let fixed = |command| Asked::Fixed(Command::Deadline(command));
    let (days, agreed) = (1..20_u16, any::<bool>());
    prop_oneof![
        3 => (thing(), 1..4_000_i64)
            .prop_map(|((on, rule), seconds)| Asked::Snooze { on, rule, seconds }),
        1 => thing().prop_map(move |(on, rule)| fixed(DeadlineCommand::Return { on, rule })),
        2 => thing().prop_map(move |(on, rule)| {
            fixed(DeadlineCommand::Pause { on, rule, reason: "road closed".into() })
        }),
        2 => thing().prop_map(move |(on, rule)| fixed(DeadlineCommand::Resume { on, rule })),
        2 => (thing(), days, agreed).prop_map(move |((on, rule), days, agreed)| {
            fixed(DeadlineCommand::Extend { on, rule, days, reason: "far away".into(), agreed })
        }),
    ]
}

fn orders() -> impl Strategy<Value = Asked> {
    let fixed = Asked::Fixed;
    prop_oneof![
        (number('R', 3), 1..5_000_i64).prop_map(|(on, seconds)| Asked::Issue { on, seconds }),
        (number('S', 2), 1..5_000_i64).prop_map(|(id, seconds)| Asked::SendBack { id, seconds }),
        number('S', 2).prop_map(move |id| {
            fixed(Command::Supervision(SupervisionCommand::Answer { id, text: "done".into() }))
        }),
        number('S', 2).prop_map(move |id| {
            fixed(Command::Supervision(SupervisionCommand::Withdraw { id, reason: "settled".into() }))
        }),
        number('E', 4).prop_map(move |id| {
            fixed(Command::Escalation(EscalationCommand::Answer { id, text: "coming".into() }))
        }),
        number('E', 4).prop_map(move |id| {
            fixed(Command::Escalation(EscalationCommand::Acknowledge { id, reply: "seen".into() }))
        }),
        number('R', 3).prop_map(move |id| {
            fixed(Command::Report(ReportCommand::TakeOver { id, reason: "nearer".into() }))
        }),
        number('Z', 2)
            .prop_map(move |id| { fixed(Command::Zero(ZeroCommand::File { id, text: "".into() })) }),
        proptest::sample::select(&["gate", "yard"][..])
            .prop_map(move |post| { fixed(Command::Zero(ZeroCommand::Expect { post: post.into() })) }),
        (number('W', 2), 0..3_u32).prop_map(move |(id, found)| {
            fixed(Command::Sweep(SweepCommand::Answer { id, found, text: "".into() }))
        }),
        proptest::sample::select(&["B1", "B2"][..])
            .prop_map(move |beat| { fixed(Command::Sweep(SweepCommand::Expect { beat: beat.into() })) }),
    ]
}

fn amend() -> impl Strategy<Value = Asked> {
    let priority = proptest::sample::select(&Priority::ALL[..]);
    (number('R', 3), priority, any::<bool>()).prop_map(|(id, priority, beat)| {
        let beat = beat.then(|| "B1".into());
        let changes = Amendment { priority: Some(priority), beat, ..Amendment::default() };
        Asked::Fixed(Command::Report(ReportCommand::Amend { id, changes: Box::new(changes) }))
    })
}

/// A step, by whom, and how long after the one before.
pub fn step() -> impl Strategy<Value = (usize, Step, i64)> {
    let seconds = prop_oneof![6 => 0..40_i64, 3 => 40..700_i64, 1 => 700..200_000_i64];
    let step = prop_oneof![
        8 => rules_random::command().prop_map(|command| Step::Ask(Asked::Fixed(command))),
        5 => owing().prop_map(Step::Ask),
        5 => orders().prop_map(Step::Ask),
        2 => amend().prop_map(Step::Ask),
        5 => Just(Step::Tell),
        1 => Just(Step::HandOver),
        1 => (0..4_u8).prop_map(Step::Rules),
        1 => any::<bool>().prop_map(Step::Outside),
    ];
    (0..OFFICERS.len(), step, seconds)
}

/// What the setup of the night has beside that of the other tests.
pub fn more_items() -> Vec<SetupItem> {
    let post = |code: &str, by: &str| {
        let by = by.parse().unwrap();
        SetupItem::Post(Post { code: code.into(), name: code.into(), by, place: None })
    };
    vec![post("gate", "23:00:00"), post("yard", "06:30:00"), SetupItem::Rules(Box::new(rules(0)))]
}

/// The beat of the invented station, in the town or out of it.
pub fn beat(outside: bool) -> Command {
    let beat = items().into_iter().find_map(|item| match item {
        SetupItem::Place(place) if place.level == Level::Beat => Some(place),
        _ => None,
    });
    let place = SetupItem::Place(Place { outside, ..beat.unwrap() });
    Command::Setup(SetupCommand::Set(Box::new(place)))
}

fn everything_owed(paper: &Paper) -> Vec<Due> {
    let station = paper.station();
    paper.records.values().flat_map(|record| owed_on(record, &station)).collect()
}

/// Tells until nothing is left; each time something must have been told.
fn tell_all(paper: &mut Paper) {
    for _ in 0..60 {
        let waiting =
            everything_owed(paper).into_iter().find(|due| due.next.is_some_and(|at| at <= paper.now));
        let Some(due) = waiting else { return };
        let tell = Command::Deadline(DeadlineCommand::Tell { on: due.about });
        let told = paper.ask_as("desk", Role::Desk, &tell, None).unwrap();
        assert!(!told.is_empty(), "it would be asked again and again: {due:?}");
    }
    panic!("telling has no end");
}

fn hand_over(paper: &mut Paper) {
    let sign = paper.sign("0103");
    let _ = paper.ask("0103", &sign);
    let open = paper.records.values().find_map(|record| match record {
        Record::Handover(h) if h.status == HandoverStatus::Signed => Some(h.clone()),
        _ => None,
    });
    let Some(open) = open else { return };
    let accept = HandoverCommand::Accept {
        id: open.id,
        officer: "0104".into(),
        passphrase: Default::default(),
        read_back: open.draft.items.iter().map(|item| item.id).collect(),
        reservations: "".into(),
    };
    paper.ask("0104", &Command::Handover(accept)).unwrap();
}

fn take(paper: &mut Paper, who: usize, step: &Step) {
    let (officer, role) = OFFICERS[who];
    match step {
        Step::Ask(asked) => {
            let command = asked.at(paper.now);
            if access::may(role, &command) {
                let _ = paper.ask(officer, &command);
            } else if access::may(Role::Desk, &command) && !access::may(Role::Supervisor, &command) {
                let _ = paper.ask_as("desk", Role::Desk, &command, None);
            }
        }
        Step::Tell => tell_all(paper),
        Step::HandOver => hand_over(paper),
        Step::Rules(which) => {
            paper.ask_as("desk", Role::Desk, &set(rules(*which)), None).unwrap();
        }
        Step::Outside(outside) => {
            paper.ask_as("desk", Role::Desk, &beat(*outside), None).unwrap();
        }
    }
}

/// Every light once, every rung in order; an extension begins anew.
fn assert_told_once(paper: &Paper) {
    /// The light that was told, and the last time of each rung.
    type Told = (u8, BTreeMap<u16, u16>);
    let mut clocks: BTreeMap<(Subject, Code, Timestamp), Told> = BTreeMap::new();
    for (happened, _) in &paper.facts {
        let Fact::Deadline(fact) = &happened.fact else { continue };
        let (rule, from) = fact.clock();
        let clock = clocks.entry((happened.subject.clone(), rule.clone(), from)).or_default();
        match fact {
            DeadlineFact::Amber { .. } => {
                assert_eq!(clock.0, 0, "{happened:?}");
                clock.0 = 1;
            }
            DeadlineFact::Overdue { .. } => {
                assert!(clock.0 < 2, "{happened:?}");
                clock.0 = 2;
            }
            DeadlineFact::Told { rung, time, .. } => {
                let before = clock.1.insert(*rung, *time);
                assert!(before.is_none_or(|before| before < *time), "{happened:?}");
            }
            DeadlineFact::Extended { .. } => *clock = Default::default(),
            DeadlineFact::Snoozed { .. }
            | DeadlineFact::Returned { .. }
            | DeadlineFact::Paused { .. }
            | DeadlineFact::Resumed { .. } => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_owed_that_is_not_in_the_queue_and_telling_comes_to_an_end(
        steps in proptest::collection::vec(step(), 1..100)
    ) {
        let mut paper = Paper::new();
        for item in more_items() {
            let set = Command::Setup(SetupCommand::Set(Box::new(item)));
            paper.ask_as("desk", Role::Desk, &set, None).unwrap();
        }
        for (who, step, seconds) in steps {
            paper.pass(seconds);
            take(&mut paper, who, &step);
            let station = paper.station();
            for (subject, record) in &paper.records {
                let expected = slow::owed(&paper.facts, subject, record, &station);
                let got: BTreeMap<Code, slow::Owes> = owed_on(record, &station)
                    .into_iter()
                    .map(|due| (due.owed.rule, (due.from, due.owed.at, due.snoozed, due.paused)))
                    .collect();
                prop_assert_eq!(&got, &expected, "{} after {:?}", subject, step);
            }
        }
        tell_all(&mut paper);
        let next: Vec<Timestamp> = everything_owed(&paper).into_iter().filter_map(|due| due.next).collect();
        prop_assert!(next.iter().all(|at| *at > paper.now));
        assert_told_once(&paper);
        let erased = paper.reports().filter(|r| r.telling.narrative.is_empty());
        prop_assert!(erased.into_iter().all(|r| r.clocks == Clocks::default()));
    }
}
