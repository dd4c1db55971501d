//! Deadlines as tables: what is told when, what puts it off, and what officers may do about it and may not.

mod orders;
mod sweeps;

use crate::paper::{Paper, id, told};
use dutydesk::domain::clocks::Clocks;
use dutydesk::domain::command::{
    Amendment, Command, DeadlineCommand, EscalationCommand, HandoverCommand, ReportCommand, SetupCommand,
};
use dutydesk::domain::due::{Due, Light, Rank, WaitsFor, owed_on};
use dutydesk::domain::fact::{DeadlineFact, EscalationFact, Fact};
use dutydesk::domain::id::Kind;
use dutydesk::domain::place::Level;
use dutydesk::domain::refusal::Field;
use dutydesk::domain::report::Priority;
use dutydesk::domain::rules::{CarryOver, Extension, Ladder, Mark, Only, Rule, Rules, Rung, Target, Within};
use dutydesk::domain::setup::SetupItem;
use dutydesk::domain::{Happened, Private, RecordId, Refusal, Role, Subject};
use jiff::{SignedDuration, Timestamp};

pub const R1: &str = "R-20261121-001";
pub const E1: &str = "E-20261121-001";

pub fn span(seconds: i64) -> Within {
    Within::Span(SignedDuration::from_secs(seconds))
}

pub fn rule(code: &str, on: Kind, starts: Mark, stops: Mark, within: Within) -> Rule {
    Rule {
        code: code.into(),
        name: code.into(),
        on,
        starts,
        stops,
        only: Only::default(),
        within,
        extension: None,
        pausable: false,
        source: "house rule".into(),
        verified: true,
        active: true,
    }
}

pub fn rung(after: i64, to: Target, repeat: u16, every: i64) -> Rung {
    Rung { after: SignedDuration::from_secs(after), to, repeat, every: SignedDuration::from_secs(every) }
}

pub fn ladder(on: Kind, rules: &[&str], rungs: Vec<Rung>) -> Ladder {
    let rules = rules.iter().map(|code| (*code).into()).collect();
    Ladder { on, priorities: vec![], rules, rungs }
}

/// Small rules of every shape.
pub fn rules() -> Rules {
    let report = |code, starts, stops, within| rule(code, Kind::Report, starts, stops, within);
    let escalation = |code, starts, stops, within| rule(code, Kind::Escalation, starts, stops, within);
    let mut rules = vec![
        report("accept", Mark::Opened, Mark::Accepted, span(30)),
        report("dispatch", Mark::Accepted, Mark::Dispatched, span(300)),
        report("verify", Mark::Resolved, Mark::Verified, span(24 * 3600)),
        report("answer", Mark::Received, Mark::Closed, Within::Days(60)),
        report("file", Mark::Accepted, Mark::Closed, Within::Months(1)),
        escalation("acknowledge", Mark::Raised, Mark::Acknowledged, span(600)),
        escalation("acknowledge-again", Mark::Returned, Mark::Acknowledged, span(300)),
        escalation("answer-escalation", Mark::Acknowledged, Mark::Answered, span(1800)),
        rule("supervision", Kind::Supervision, Mark::Issued, Mark::Answered, Within::Given),
        rule("zero-report", Kind::ZeroReport, Mark::Expected, Mark::Filed, Within::Given),
        rule("sweep", Kind::Sweep, Mark::Expected, Mark::Filed, Within::Given),
    ];
    rules[1].pausable = true;
    rules[3].extension = Some(Extension { days: 30, times: 1, consent: false });
    rules[4].extension = Some(Extension { days: 20, times: 2, consent: true });
    let ladders = vec![
        ladder(
            Kind::Report,
            &["accept"],
            vec![
                rung(0, Target::Handler, 0, 0),
                rung(120, Target::ShiftLeader, 2, 300),
                rung(900, Target::Town, 0, 0),
                rung(1800, Target::District, 0, 0),
            ],
        ),
        ladder(Kind::Escalation, &[], vec![rung(0, Target::Supervisor, 1, 300)]),
        ladder(Kind::Supervision, &[], vec![rung(0, Target::Supervisor, 0, 0)]),
    ];
    let carry_over = Some(CarryOver { handovers: 3, to: Target::Town });
    Rules { rules, ladders, carry_over, ..Rules::none() }
}

pub fn set(rules: Rules) -> Command {
    Command::Setup(SetupCommand::Set(Box::new(SetupItem::Rules(Box::new(rules)))))
}

pub fn paper_with(rules: Rules) -> Paper {
    let mut paper = Paper::new();
    paper.ask_as("desk", Role::Desk, &set(rules), None).unwrap();
    paper
}

/// A desk with one report that just came in.
pub fn paper() -> Paper {
    let mut paper = paper_with(rules());
    paper.ask("0103", &told("two men shouting")).unwrap();
    paper
}

pub fn on_report(make: impl Fn(RecordId) -> ReportCommand) -> Command {
    Command::Report(make(id(R1)))
}

pub fn accept() -> Command {
    on_report(|id| ReportCommand::Accept { id })
}

fn undo() -> Command {
    on_report(|id| ReportCommand::Undo { id })
}

fn resolve() -> Command {
    on_report(|id| ReportCommand::Resolve { id, result: "talked".into(), disposition: Some("one".into()) })
}

pub fn raise() -> Command {
    let (on, to) = (id(R1), Level::Town);
    Command::Escalation(EscalationCommand::Raise { on, to, reason: "one".into(), note: "help".into() })
}

pub fn deadline(command: DeadlineCommand) -> Command {
    Command::Deadline(command)
}

pub fn snooze(rule: &str, until: Timestamp) -> Command {
    let (on, rule, reason) = (id(R1), rule.into(), Private::from("they ring back"));
    deadline(DeadlineCommand::Snooze { on, rule, until, reason })
}

fn extend(rule: &str, days: u16, agreed: bool) -> Command {
    let (on, rule, reason) = (id(R1), rule.into(), Private::from("the expert is away"));
    deadline(DeadlineCommand::Extend { on, rule, days, reason, agreed })
}

fn pause(rule: &str) -> Command {
    deadline(DeadlineCommand::Pause { on: id(R1), rule: rule.into(), reason: "road closed".into() })
}

fn resume(rule: &str) -> Command {
    deadline(DeadlineCommand::Resume { on: id(R1), rule: rule.into() })
}

fn give_back(rule: &str) -> Command {
    deadline(DeadlineCommand::Return { on: id(R1), rule: rule.into() })
}

pub fn owed(paper: &Paper, about: &str, rule: &str) -> Option<Due> {
    let record = paper.records.get(&Subject::Record(id(about)))?;
    owed_on(record, &paper.station()).into_iter().find(|due| due.owed.rule.as_str() == rule)
}

/// A fact in one word or a few.
pub fn short(happened: &Happened) -> String {
    match &happened.fact {
        Fact::Deadline(DeadlineFact::Amber { rule, .. }) => format!("amber {rule}"),
        Fact::Deadline(DeadlineFact::Overdue { rule, .. }) => format!("overdue {rule}"),
        Fact::Deadline(DeadlineFact::Returned { rule, .. }) => format!("returned {rule}"),
        Fact::Deadline(DeadlineFact::Told { rule, rung, time, to, .. }) => {
            format!("told {rule} {rung}.{time} {}", to.code())
        }
        Fact::Escalation(EscalationFact::Raised { to, reason, .. }) => {
            format!("{} {} {reason}", happened.subject, to.code())
        }
        other => other.kind().to_owned(),
    }
}

/// What the desk tells about a record now; asked again it has nothing to add.
pub fn tell(paper: &mut Paper, about: &str) -> Vec<String> {
    let command = deadline(DeadlineCommand::Tell { on: id(about) });
    let facts = paper.ask_as("desk", Role::Desk, &command, None).unwrap();
    assert_eq!(paper.ask_as("desk", Role::Desk, &command, None), Ok(vec![]), "told once");
    facts.iter().map(short).collect()
}

/// Moves the clock to so many seconds after the report came in, and tells.
fn tell_at(paper: &mut Paper, seconds: i64) -> Vec<String> {
    let begun = paper.report(R1).received.at;
    paper.now = begun + SignedDuration::from_secs(seconds);
    tell(paper, R1)
}

#[test]
fn lights_and_rungs_are_told_once_and_in_order() {
    let mut paper = paper();
    let table: [(i64, &[&str]); 14] = [
        (0, &[]),
        (23, &[]),
        (24, &["amber accept"]),
        (29, &[]),
        (30, &["overdue accept", "told accept 0.0 handler"]),
        (149, &[]),
        (150, &["told accept 1.0 shift-leader"]),
        (449, &[]),
        (450, &["told accept 1.1 shift-leader"]),
        (750, &["told accept 1.2 shift-leader"]),
        (930, &["told accept 2.0 town", "E-20261121-001 town overdue", "report.escalated"]),
        (1830, &["told accept 3.0 district", "E-20261121-002 district overdue", "report.escalated"]),
        (9_000, &[]),
        (80_000, &[]),
    ];
    for (seconds, expected) in table {
        assert_eq!(tell_at(&mut paper, seconds), expected, "{seconds} s");
        let next = owed(&paper, R1, "accept").unwrap().next;
        assert!(next.is_none_or(|next| next > paper.now), "{seconds} s: {next:?}");
    }
    assert_eq!(owed(&paper, R1, "accept").unwrap().next, None, "everything was told");
}

#[test]
fn what_was_missed_together_is_told_once_in_order_of_time() {
    let mut paper = paper();
    let expected = [
        "amber accept",
        "overdue accept",
        "told accept 0.0 handler",
        "told accept 1.2 shift-leader",
        "told accept 2.0 town",
        "E-20261121-001 town overdue",
        "report.escalated",
        "told accept 3.0 district",
        "E-20261121-002 district overdue",
        "report.escalated",
    ];
    assert_eq!(tell_at(&mut paper, 7_200), expected);
}

#[test]
fn two_things_that_are_late_at_once_escalate_a_report_once() {
    let mut both = rules();
    both.rules.push(rule("look", Kind::Report, Mark::Received, Mark::Accepted, span(60)));
    both.ladders = vec![ladder(Kind::Report, &["accept", "look"], vec![rung(0, Target::Town, 0, 0)])];
    let mut paper = paper_with(both);
    paper.ask("0103", &told("two men shouting")).unwrap();
    let facts = tell_at(&mut paper, 7_200);
    assert_eq!(facts.iter().filter(|fact| fact.starts_with("told ")).count(), 2, "{facts:?}");
    assert_eq!(facts.iter().filter(|fact| fact.starts_with("E-")).count(), 1, "{facts:?}");
}

#[test]
fn what_stands_at_that_level_already_is_not_escalated_again() {
    let mut paper = paper();
    paper.ask("0103", &raise()).unwrap();
    let facts = tell_at(&mut paper, 1_000);
    assert!(facts.contains(&"told accept 2.0 town".to_owned()), "{facts:?}");
    assert!(!facts.iter().any(|fact| fact.starts_with("E-")), "{facts:?}");
    assert!(tell_at(&mut paper, 2_000).contains(&"E-20261121-002 district overdue".to_owned()));
}

#[test]
fn something_is_put_off_only_for_a_while_and_never_danger_to_life_that_nobody_took() {
    let mut paper = paper();
    let now = paper.now;
    let hours = |h: i64| now + SignedDuration::from_hours(h);
    let second = SignedDuration::from_secs(1);
    let refused: [(&str, Timestamp, Refusal); 6] = [
        ("accept", now, Refusal::SnoozePast),
        ("accept", now - second, Refusal::SnoozePast),
        ("accept", hours(24) + second, Refusal::SnoozeTooLong { hours: 24 }),
        ("answer", hours(720) + second, Refusal::SnoozeTooLong { hours: 720 }),
        ("dispatch", hours(1), Refusal::NotOwed { id: id(R1), rule: "dispatch".into() }),
        ("no-rule", hours(1), Refusal::NotOwed { id: id(R1), rule: "no-rule".into() }),
    ];
    for (rule, until, refusal) in refused {
        assert_eq!(paper.ask("0103", &snooze(rule, until)), Err(refusal), "{rule} {until}");
    }
    let Command::Deadline(DeadlineCommand::Snooze { on, rule, until, .. }) = snooze("accept", hours(1))
    else {
        unreachable!()
    };
    let silent = deadline(DeadlineCommand::Snooze { on, rule, until, reason: "".into() });
    assert_eq!(paper.ask("0103", &silent), Err(Refusal::Empty { field: Field::Reason }));
    for (rule, until) in [("accept", hours(24)), ("answer", hours(720))] {
        paper.ask("0103", &snooze(rule, until)).unwrap();
        let due = owed(&paper, R1, rule).unwrap();
        assert_eq!((due.snoozed, due.rank(now)), (Some(until), Rank::Rests), "{rule}");
    }
    let urgent = Amendment { priority: Some(Priority::P1), ..Amendment::default() };
    let urgent = on_report(|id| ReportCommand::Amend { id, changes: Box::new(urgent.clone()) });
    paper.ask("0103", &urgent).unwrap();
    assert_eq!(paper.ask("0103", &snooze("accept", hours(1))), Err(Refusal::SnoozeUrgent { id: id(R1) }));
    paper.ask("0103", &accept()).unwrap();
    paper.ask("0103", &snooze("dispatch", hours(1))).unwrap();
}

#[test]
fn nobody_is_told_of_what_was_put_off_until_it_returns() {
    let mut paper = paper();
    let until = paper.now + SignedDuration::from_secs(600);
    paper.ask("0103", &snooze("accept", until)).unwrap();
    assert_eq!(tell_at(&mut paper, 599), ["amber accept", "overdue accept"], "its light is still said");
    assert_eq!(owed(&paper, R1, "accept").unwrap().next, Some(until));
    let back = ["returned accept", "told accept 0.0 handler", "told accept 1.1 shift-leader"];
    assert_eq!(tell_at(&mut paper, 600), back);
    let due = owed(&paper, R1, "accept").unwrap();
    assert_eq!((due.snoozed, due.rank(paper.now)), (None, Rank::Late));
    // Put off once more, and taken up before it comes back by itself.
    paper.ask("0103", &snooze("accept", paper.now + SignedDuration::from_secs(600))).unwrap();
    assert_eq!(tell_at(&mut paper, 950), Vec::<String>::new());
    paper.ask("0104", &give_back("accept")).unwrap();
    let rest = ["told accept 1.2 shift-leader", "told accept 2.0 town", "E-20261121-001 town overdue"];
    assert_eq!(tell(&mut paper, R1)[..3], rest);
    let not = Refusal::NotSnoozed { id: id(R1), rule: "accept".into() };
    assert_eq!(paper.ask("0104", &give_back("accept")), Err(not));
}

#[test]
fn a_deadline_is_extended_as_far_and_as_often_as_its_rule_allows() {
    let no = |rule: &str, days, times| Err(Refusal::NotExtendable { rule: rule.into(), days, times });
    let consent = || Err(Refusal::NeedsConsent { rule: "file".into() });
    let table: [(&str, u16, bool, Result<u16, Refusal>); 12] = [
        ("dispatch", 1, true, no("dispatch", 0, 0)),
        ("answer", 0, false, no("answer", 30, 1)),
        ("answer", 31, false, no("answer", 30, 1)),
        ("answer", 30, false, Ok(30)),
        ("answer", 1, false, no("answer", 30, 1)),
        ("file", 21, true, no("file", 20, 2)),
        ("file", 15, false, consent()),
        ("file", 15, true, Ok(15)),
        ("file", 6, true, no("file", 20, 2)),
        ("file", 4, false, consent()),
        ("file", 4, true, Ok(19)),
        ("file", 1, true, no("file", 20, 2)),
    ];
    let mut paper = paper();
    paper.ask("0103", &accept()).unwrap();
    let first = |paper: &Paper, rule: &str| owed(paper, R1, rule).unwrap().owed.at;
    let begun = ["answer", "file", "dispatch"].map(|rule| (rule, first(&paper, rule)));
    for (rule, days, agreed, expected) in table {
        let got = paper.ask("0102", &extend(rule, days, agreed)).map(|_| {
            let was = begun.iter().find(|(code, _)| *code == rule).unwrap().1;
            u16::try_from(first(&paper, rule).duration_since(was).as_hours() / 24).unwrap()
        });
        assert_eq!(got, expected, "{rule} {days} {agreed}");
    }
    for (role, may) in [(Role::DutyOfficer, false), (Role::ShiftLeader, true), (Role::Supervisor, true)] {
        assert_eq!(dutydesk::domain::access::may(role, &extend("file", 1, true)), may, "{role:?}");
    }
}

#[test]
fn an_extension_gives_time_again_and_what_runs_out_later_is_told_later() {
    let mut short = rules();
    short.rules = vec![rule("answer", Kind::Report, Mark::Received, Mark::Closed, span(3600))];
    short.rules[0].extension = Some(Extension { days: 1, times: 1, consent: false });
    short.ladders = vec![ladder(Kind::Report, &[], vec![rung(0, Target::Handler, 0, 0)])];
    let mut paper = paper_with(short);
    paper.ask("0103", &told("a letter")).unwrap();
    let late = ["amber answer", "overdue answer", "told answer 0.0 handler"];
    assert_eq!(tell_at(&mut paper, 3_600), late);
    paper.ask("0102", &extend("answer", 1, false)).unwrap();
    assert_eq!(owed(&paper, R1, "answer").unwrap().light(paper.now), Light::Green);
    assert_eq!(tell_at(&mut paper, 24 * 3600), ["amber answer"]);
    assert_eq!(tell_at(&mut paper, 25 * 3600), ["overdue answer", "told answer 0.0 handler"]);
}

#[test]
fn days_given_end_with_a_day_also_where_the_clocks_change_meanwhile() {
    let mut paper = paper_with(rules());
    let mut head = crate::paper::items().remove(0);
    let SetupItem::Station(station) = &mut head else { unreachable!() };
    station.zone = "Europe/Berlin".into();
    let head = Command::Setup(SetupCommand::Set(Box::new(head)));
    paper.ask_as("desk", Role::Desk, &head, None).unwrap();
    // Sixty days end on 20 March, thirty more after the clocks went forward.
    paper.now = "2027-01-19T12:00:00Z".parse().unwrap();
    paper.ask("0103", &told("a letter")).unwrap();
    let at = |paper: &Paper| owed(paper, R1, "answer").unwrap().owed.at.to_string();
    assert_eq!(at(&paper), "2027-03-20T23:00:00Z");
    paper.ask("0102", &extend("answer", 30, false)).unwrap();
    assert_eq!(at(&paper), "2027-04-19T22:00:00Z");
}

#[test]
fn a_clock_that_stood_still_is_late_by_exactly_that_much_later() {
    for stood in [1, 90, 299, 86_400] {
        let mut paper = paper();
        paper.ask("0103", &accept()).unwrap();
        let at = owed(&paper, R1, "dispatch").unwrap().owed.at;
        paper.pass(100);
        paper.ask("0103", &pause("dispatch")).unwrap();
        let due = owed(&paper, R1, "dispatch").unwrap();
        assert_eq!((due.paused, due.next, due.rank(paper.now)), (Some(paper.now), None, Rank::Rests));
        paper.pass(stood);
        assert_eq!(
            owed(&paper, R1, "dispatch").unwrap().light(paper.now),
            Light::Green,
            "it keeps its light"
        );
        assert!(tell(&mut paper, R1).iter().all(|fact| !fact.contains("dispatch")), "{stood}");
        let again = paper.ask("0104", &pause("dispatch"));
        assert!(matches!(again, Err(Refusal::AlreadyPaused { by, .. }) if by.by == "0103".into()));
        paper.ask("0104", &resume("dispatch")).unwrap();
        let resumed = owed(&paper, R1, "dispatch").unwrap();
        assert_eq!(resumed.owed.at, at + SignedDuration::from_secs(stood), "{stood}");
        assert!(!resumed.rests());
        // A second time adds up.
        paper.ask("0103", &pause("dispatch")).unwrap();
        paper.pass(7);
        paper.ask("0103", &resume("dispatch")).unwrap();
        let twice = owed(&paper, R1, "dispatch").unwrap().owed.at;
        assert_eq!(twice, at + SignedDuration::from_secs(stood + 7), "{stood}");
    }
    let mut paper = paper();
    assert_eq!(paper.ask("0103", &pause("accept")), Err(Refusal::NotPausable { rule: "accept".into() }));
    let not = Refusal::NotPaused { id: id(R1), rule: "accept".into() };
    assert_eq!(paper.ask("0103", &resume("accept")), Err(not));
}

#[test]
fn a_step_that_begins_anew_has_a_new_clock() {
    let mut paper = paper();
    paper.pass(10);
    paper.ask("0103", &accept()).unwrap();
    let first = owed(&paper, R1, "dispatch").unwrap();
    assert_eq!(tell_at(&mut paper, 320), ["amber dispatch", "overdue dispatch"]);
    paper.ask("0103", &pause("dispatch")).unwrap();
    paper.ask("0103", &undo()).unwrap();
    assert_eq!(owed(&paper, R1, "dispatch"), None, "nobody has it any more");
    // The clock of accepting never began anew: what is told now was not told before.
    assert_eq!(tell_at(&mut paper, 330)[..2], ["amber accept", "overdue accept"]);
    paper.pass(10);
    paper.ask("0104", &accept()).unwrap();
    let second = owed(&paper, R1, "dispatch").unwrap();
    assert_eq!((second.from, second.paused), (paper.now, None));
    assert!(second.owed.at > first.owed.at && second.next.is_some());
    assert_eq!(second.waits_for, WaitsFor::Officer("0104".into()));
    assert_eq!(tell_at(&mut paper, 650), ["amber dispatch", "overdue dispatch"]);
    paper.ask("0104", &undo()).unwrap();
    assert_eq!(tell_at(&mut paper, 660), ["told accept 1.1 shift-leader"], "and nothing of accepting twice");
}

#[test]
fn an_opened_report_begins_its_loop_anew_and_what_runs_from_receipt_goes_on() {
    let mut paper = paper();
    paper.ask("0103", &accept()).unwrap();
    paper.ask("0103", &resolve()).unwrap();
    assert_eq!(owed(&paper, R1, "dispatch"), None, "a step that was left out is over with the next");
    assert!(owed(&paper, R1, "verify").is_some());
    let answer = owed(&paper, R1, "answer").unwrap();
    assert!(tell_at(&mut paper, 59 * 86_400).contains(&"amber answer".to_owned()));
    paper.ask("0104", &on_report(|id| ReportCommand::Reopen { id, reason: "one".into() })).unwrap();
    let again = owed(&paper, R1, "accept").unwrap();
    assert_eq!(again.from, paper.now);
    assert_eq!(owed(&paper, R1, "answer").unwrap().owed, answer.owed);
    assert_eq!(owed(&paper, R1, "verify"), None);
    paper.pass(24);
    assert_eq!(tell(&mut paper, R1), ["amber accept"], "and the light of answering is not said again");
    let exit = on_report(|id| ReportCommand::Cancel { id, reason: "one".into() });
    paper.ask("0104", &exit).unwrap();
    assert_eq!(owed_on(&paper.records[&Subject::Record(id(R1))], &paper.station()), []);
    paper.ask("0104", &undo()).unwrap();
    assert_eq!(owed(&paper, R1, "accept").unwrap().from, again.from, "taken back, it goes on");
}

#[test]
fn what_the_timers_tell_is_no_change_that_an_officer_must_have_seen() {
    let mut paper = paper();
    let until = paper.now + SignedDuration::from_secs(60);
    paper.ask("0103", &snooze("accept", until)).unwrap();
    let rev = paper.report(R1).rev;
    let facts = tell_at(&mut paper, 160);
    assert_eq!(facts.len(), 5, "{facts:?}");
    assert_eq!(paper.report(R1).rev, rev);
    assert_ne!(paper.report(R1).clocks, Clocks::default());
    paper.ask("0103", &accept()).unwrap();
    paper.ask("0103", &undo()).expect("and undo still takes back the officer's own step");
}

#[test]
fn the_rule_that_is_in_force_decides_and_a_rule_that_is_gone_owes_nothing() {
    let mut paper = paper();
    let mut other = rules();
    other.rules[0].within = span(3600);
    paper.ask_as("desk", Role::Desk, &set(other.clone()), None).unwrap();
    assert_eq!(owed(&paper, R1, "accept").unwrap().owed.at, paper.now + SignedDuration::from_secs(3600));
    other.rules[0].active = false;
    paper.ask_as("desk", Role::Desk, &set(other.clone()), None).unwrap();
    assert_eq!(owed(&paper, R1, "accept"), None);
    // Of two rules for one step the first that fits counts.
    let mut urgent = rule("accept-p1", Kind::Report, Mark::Opened, Mark::Accepted, span(10));
    urgent.only.priorities = vec![Priority::P1];
    other.rules.insert(0, urgent.clone());
    other.rules[1].active = true;
    paper.ask_as("desk", Role::Desk, &set(other.clone()), None).unwrap();
    assert!(owed(&paper, R1, "accept-p1").is_none() && owed(&paper, R1, "accept").is_some());
    let changes = Box::new(Amendment { priority: Some(Priority::P1), ..Amendment::default() });
    paper.ask("0103", &on_report(|id| ReportCommand::Amend { id, changes: changes.clone() })).unwrap();
    assert!(owed(&paper, R1, "accept-p1").is_some() && owed(&paper, R1, "accept").is_none());
    other.rules.push(urgent);
    let twice = Refusal::BadValue { field: Field::Code, value: "accept-p1".to_owned() };
    assert_eq!(paper.ask_as("desk", Role::Desk, &set(other), None), Err(twice));
}

fn hand_over(paper: &mut Paper) -> Vec<String> {
    let sign = paper.sign("0103");
    let signed = paper.ask("0103", &sign).unwrap();
    let Subject::Record(handover) = signed[0].subject else { unreachable!() };
    let read_back = paper.reports().filter(|r| r.status.is_open()).map(|r| r.id).collect();
    let accept = HandoverCommand::Accept {
        id: handover,
        officer: "0104".into(),
        passphrase: Default::default(),
        read_back,
        reservations: Private::default(),
    };
    paper.ask("0103", &Command::Handover(accept)).unwrap().iter().map(short).collect()
}

#[test]
fn what_is_handed_over_again_and_again_is_escalated_by_itself_once() {
    let mut paper = paper();
    paper.ask("0103", &told("another")).unwrap();
    paper.ask("0103", &accept()).unwrap();
    for _ in 0..2 {
        assert_eq!(hand_over(&mut paper), ["handover.accepted", "report.carried", "report.carried"]);
    }
    assert_eq!(paper.report(R1).carried, 2);
    let exit = on_report(|id| ReportCommand::Cancel { id, reason: "one".into() });
    paper.ask("0103", &exit).unwrap();
    let third = hand_over(&mut paper);
    let expected =
        ["handover.accepted", "report.carried", "E-20261121-001 town carried-over", "report.escalated"];
    assert_eq!(third, expected, "only what is still open");
    let carried = paper.reports().nth(1).unwrap();
    assert_eq!((carried.carried, carried.escalations.len()), (3, 1));
    assert_eq!(hand_over(&mut paper), ["handover.accepted", "report.carried"], "it stands there already");
    paper.ask("0103", &on_report(|id| ReportCommand::Reopen { id, reason: "one".into() })).unwrap();
    assert_eq!(paper.report(R1).carried, 0, "opened again it begins anew");
}
