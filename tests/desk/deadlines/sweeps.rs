//! Sweeps as tables: when a beat is asked, for which days, by when it answers, and who is told when it doesn't.

use super::{owed, paper_with, rules, set, tell};
use crate::paper::{Paper, id};
use dutydesk::domain::access;
use dutydesk::domain::command::{Command, SetupCommand, SweepCommand};
use dutydesk::domain::due::WaitsFor;
use dutydesk::domain::place::{Level, Place};
use dutydesk::domain::refusal::Field;
use dutydesk::domain::rules::{Rules, SweepEvery, Sweeps};
use dutydesk::domain::setup::SetupItem;
use dutydesk::domain::sweep::{FOUND_MAX, Period, Sweep};
use dutydesk::domain::{OfficerId, Refusal, Role};
use jiff::civil::{Date, date};
use proptest::prelude::*;

const W1: &str = "W-20261116-001";
const WEEKLY: Sweeps = Sweeps { every: SweepEvery::Week(1), days: 3 };
const HALF: Sweeps = Sweeps { every: SweepEvery::HalfMonth, days: 5 };

fn swept(sweeps: Sweeps) -> Rules {
    Rules { sweeps: Some(sweeps), ..rules() }
}

fn beat(paper: &mut Paper, code: &str, officer: Option<&str>) {
    let officer = officer.map(OfficerId::from);
    let (level, part_of) = (Level::Beat, Some("T1".into()));
    let place = Place { code: code.into(), name: code.into(), level, part_of, officer, outside: false };
    let set = SetupCommand::Set(Box::new(SetupItem::Place(place)));
    paper.ask("0101", &Command::Setup(set)).unwrap();
}

/// A station with sweeps, on this duty day at nine.
fn on(day: Date, sweeps: Sweeps) -> Paper {
    let mut paper = paper_with(swept(sweeps));
    go_to(&mut paper, day);
    paper
}

fn go_to(paper: &mut Paper, day: Date) {
    paper.day = day;
    paper.now = day.at(9, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
}

fn expect(paper: &mut Paper, beat: &str) -> Option<Sweep> {
    let command = Command::Sweep(SweepCommand::Expect { beat: beat.into() });
    let facts = paper.ask_as("desk", Role::Desk, &command, None).unwrap();
    let happened = facts.first()?;
    match paper.records.get(&happened.subject) {
        Some(dutydesk::domain::Record::Sweep(sweep)) => Some((**sweep).clone()),
        other => panic!("{other:?}"),
    }
}

fn answer(found: u32) -> Command {
    Command::Sweep(SweepCommand::Answer { id: id(W1), found, text: "".into() })
}

#[test]
fn every_beat_is_asked_once_for_every_period() {
    let mut paper = on(date(2026, 11, 16), WEEKLY);
    let week = Period { from: date(2026, 11, 16), to: date(2026, 11, 22) };
    assert_eq!(expect(&mut paper, "B1").unwrap().period, week);
    for day in 16..=22 {
        go_to(&mut paper, date(2026, 11, day));
        assert_eq!(expect(&mut paper, "B1"), None, "{day}");
    }
    go_to(&mut paper, date(2026, 11, 23));
    assert_eq!(expect(&mut paper, "B1").unwrap().period.from, date(2026, 11, 23));
    beat(&mut paper, "B2", None);
    assert_eq!(expect(&mut paper, "B2").unwrap().beat, "B2".into());
}

#[test]
fn a_desk_that_was_down_asks_when_it_is_up_again_and_gives_as_much_time_within_the_period() {
    for (day, by) in [(16, 20), (17, 21), (19, 23), (20, 23), (22, 23)] {
        let sweep = expect(&mut on(date(2026, 11, day), WEEKLY), "B1").unwrap();
        assert_eq!(sweep.period.from, date(2026, 11, 16), "{day}");
        assert_eq!(sweep.by.to_string(), format!("2026-11-{by}T00:00:00Z"), "the {day}th");
    }
}

#[test]
fn when_the_rules_change_no_beat_is_asked_twice_for_the_same_day() {
    let mut paper = on(date(2026, 11, 18), WEEKLY);
    assert!(expect(&mut paper, "B1").is_some());
    let change = |paper: &mut Paper, sweeps| {
        let rules = Rules { sweeps, ..rules() };
        paper.ask_as("desk", Role::Desk, &set(rules), None).unwrap();
    };
    change(&mut paper, Some(HALF));
    assert_eq!(expect(&mut paper, "B1"), None, "the week is still asked for");
    go_to(&mut paper, date(2026, 11, 23));
    let half = Period { from: date(2026, 11, 16), to: date(2026, 11, 30) };
    assert_eq!(expect(&mut paper, "B1").unwrap().period, half);
    change(&mut paper, Some(WEEKLY));
    assert_eq!(expect(&mut paper, "B1"), None);
    change(&mut paper, None);
    go_to(&mut paper, date(2026, 12, 1));
    assert_eq!(expect(&mut paper, "B1"), None, "there are no sweeps any more");
}

#[test]
fn a_missing_answer_waits_for_the_officer_of_the_beat_and_is_told() {
    let mut paper = on(date(2026, 11, 16), WEEKLY);
    let by = expect(&mut paper, "B1").unwrap().by;
    let due = owed(&paper, W1, "sweep").unwrap();
    assert_eq!((due.owed.at, due.beat, due.waits_for), (by, Some("B1".into()), WaitsFor::Beat("B1".into())));
    beat(&mut paper, "B1", Some("0104"));
    let waits_for = |paper: &Paper| owed(paper, W1, "sweep").unwrap().waits_for;
    assert_eq!(waits_for(&paper), WaitsFor::Officer("0104".into()));
    beat(&mut paper, "B1", Some("0103"));
    assert_eq!(waits_for(&paper), WaitsFor::Officer("0103".into()), "whoever answers for the beat now");
    paper.now = by;
    assert_eq!(tell(&mut paper, W1), ["amber sweep", "overdue sweep"]);
    paper.ask("0106", &answer(0)).expect("nothing found is an answer, and a mediator may give it");
    assert_eq!(owed(&paper, W1, "sweep"), None);
}

#[test]
fn a_beat_answers_once_and_with_a_number_that_can_be() {
    let mut paper = on(date(2026, 11, 16), WEEKLY);
    expect(&mut paper, "B1").unwrap();
    let found = |paper: &mut Paper, n| paper.ask("0103", &answer(n));
    let value = (FOUND_MAX + 1).to_string();
    assert_eq!(found(&mut paper, FOUND_MAX + 1), Err(Refusal::BadValue { field: Field::Found, value }));
    assert_eq!(found(&mut paper, 3).unwrap().len(), 1);
    assert!(
        matches!(found(&mut paper, 3), Err(Refusal::AlreadyAnswered { by, .. }) if by.by == "0103".into())
    );
    let unknown = Command::Sweep(SweepCommand::Expect { beat: "moon".into() });
    let refused = paper.ask_as("desk", Role::Desk, &unknown, None);
    assert_eq!(refused, Err(Refusal::UnknownBeat { code: "moon".into() }));
    assert!(!access::may(Role::Supervisor, &unknown), "the desk asks it of itself");
    assert!(!access::may(Role::Reviewer, &answer(0)));
}

proptest! {
    /// Each day is in exactly one period, periods follow one another without a gap, and time to answer is within it.
    #[test]
    fn periods_cover_every_day_once(offset in 0..7300_i64, first in 1..=7_u8, days in 1..=6_u16, half: bool) {
        let every = if half { SweepEvery::HalfMonth } else { SweepEvery::Week(first) };
        let sweeps = Sweeps { every, days };
        let day = date(2020, 1, 1).checked_add(jiff::Span::new().days(offset)).unwrap();
        let period = sweeps.period(day);
        prop_assert!(period.from <= day && day <= period.to);
        let (yesterday, tomorrow) = (period.from.yesterday().unwrap(), period.to.tomorrow().unwrap());
        prop_assert_eq!(sweeps.period(yesterday).to, yesterday);
        prop_assert_eq!(sweeps.period(tomorrow).from, tomorrow);
        prop_assert_eq!(sweeps.period(period.from), period);
        let last = period.answered_by(day, sweeps);
        prop_assert!(day <= last && last <= period.to);
        if !half {
            prop_assert_eq!(period.from.weekday().to_monday_one_offset(), first.cast_signed());
        }
    }
}
