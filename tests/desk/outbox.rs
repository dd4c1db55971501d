//! Notices: which facts give them, how they are kept, and how they leave the station.

mod rows;
pub mod sent;

use crate::paper::{Paper, id, told};
use crate::samples::{self, CANARY};
use dutydesk::desk::outbox::letter;
use dutydesk::domain::command::{
    Command, DeadlineCommand, EscalationCommand, ReportCommand, SupervisionCommand,
};
use dutydesk::domain::notice::{Cause, NotDelivered, Notice, NoticeId, NoticeState, NoticeWhy, notices};
use dutydesk::domain::place::Level;
use dutydesk::domain::report::Priority;
use dutydesk::domain::rules::Target;
use dutydesk::domain::{Lang, Role, Subject};
use dutydesk::words::Words;
use std::collections::BTreeMap;

/// Every notice that the facts of a night on paper give.
fn of_a_night(paper: &Paper) -> Vec<Notice> {
    let station = paper.station();
    let all = (1..).zip(&paper.facts).flat_map(|(seq, (happened, stamp))| {
        notices(&Cause { seq, stamp, happened }, &paper.records, &station)
    });
    all.collect()
}

#[test]
fn an_escalation_tells_the_leaders_and_supervisors_but_not_the_one_who_raised_it() {
    let mut paper = Paper::new();
    paper.ask("0103", &told("smoke over the depot")).unwrap();
    let on = id("R-20261121-001");
    let raise = EscalationCommand::Raise { on, to: Level::Town, reason: "one".into(), note: "help".into() };
    paper.ask("0102", &Command::Escalation(raise)).unwrap();
    let all = of_a_night(&paper);
    assert_eq!(all.len(), 1, "{all:?}");
    let notice = &all[0];
    assert_eq!((notice.about, notice.to), (Some(on), Target::Town));
    assert_eq!(notice.officers, ["0101".into()]);
    assert!(matches!(&notice.why, NoticeWhy::Escalated { escalation, level: Level::Town, .. }
        if *escalation == id("E-20261121-001")));
}

#[test]
fn an_order_tells_who_must_answer_it_and_the_answer_tells_who_issued_it() {
    for (named, told_first) in [(Some("0104"), vec!["0104".into()]), (None, vec![])] {
        let mut paper = Paper::new();
        paper.ask("0103", &told("smoke over the depot")).unwrap();
        let (on, order) = (id("R-20261121-001"), id("S-20261121-001"));
        let due_at = paper.now + jiff::SignedDuration::from_hours(9);
        let to = named.map(Into::into);
        let steps = [
            ("0101", SupervisionCommand::Issue { on, to, text: CANARY.into(), due_at }),
            ("0104", SupervisionCommand::Answer { id: order, text: CANARY.into() }),
            ("0102", SupervisionCommand::SendBack { id: order, reason: CANARY.into(), due_at }),
        ];
        for (officer, step) in steps {
            paper.ask(officer, &Command::Supervision(step)).unwrap();
        }
        let all = of_a_night(&paper);
        let expected = [
            (NoticeWhy::Ordered { order, due_at }, told_first),
            (NoticeWhy::OrderAnswered { order }, vec!["0101".into()]),
            (NoticeWhy::SentBack { order, due_at }, vec!["0104".into()]),
        ];
        let given: Vec<_> = all.iter().map(|n| (n.why.clone(), n.officers.clone())).collect();
        assert!(all.iter().all(|n| n.about == Some(on) && n.to == Target::Handler), "{all:?}");
        assert_eq!(given, expected, "{named:?}");
        let own = SupervisionCommand::Answer { id: order, text: CANARY.into() };
        paper.ask("0101", &Command::Supervision(own)).unwrap();
        assert_eq!(of_a_night(&paper).len(), 3, "nobody is told of their own answer");
        let object: serde_json::Value = serde_json::from_str(&letter(&all[0], 1, &paper.station())).unwrap();
        assert_eq!((&object["why"], &object["order"]), (&"ordered".into(), &order.to_string().into()));
        assert!(object["due"].is_string() && !object.to_string().contains(CANARY));
    }
}

/// Reports by what they are told late of: rule, how many seconds, which time, and to whom.
fn lates(paper: &Paper) -> Vec<(String, i64, u16, Target)> {
    let lates = of_a_night(paper).into_iter().filter_map(|notice| match notice.why {
        NoticeWhy::Late { rule, late_s, time } => Some((rule.0, late_s, time, notice.to)),
        _ => None,
    });
    lates.collect()
}

#[test]
fn every_step_of_a_ladder_gives_one_notice_and_an_escalation_by_it_gives_no_second() {
    let mut paper = Paper::new();
    let mut told = told("smoke over the depot");
    if let Command::Report(ReportCommand::Receive(incoming)) = &mut told {
        incoming.telling.priority = Some(Priority::P1);
    }
    paper.ask("0103", &told).unwrap();
    let on = id("R-20261121-001");
    let tell = Command::Deadline(DeadlineCommand::Tell { on });
    for _ in 0..40 {
        paper.pass(60);
        for _ in 0..2 {
            paper.ask_as("desk", Role::Desk, &tell, None).unwrap();
        }
    }
    let told: Vec<(String, Target)> =
        lates(&paper).into_iter().filter(|l| l.0 == "accept").map(|(rule, _, _, to)| (rule, to)).collect();
    let times = |to: Target| told.iter().filter(|(_, t)| *t == to).count();
    let expected = [(Target::Handler, 1), (Target::BeatOfficer, 1), (Target::ShiftLeader, 3)];
    for (to, n) in expected.into_iter().chain([(Target::Town, 1), (Target::District, 1)]) {
        assert_eq!(times(to), n, "{to:?}: {told:?}");
    }
    let again: Vec<u16> = lates(&paper)
        .into_iter()
        .filter(|(rule, _, _, to)| rule == "accept" && *to == Target::ShiftLeader)
        .map(|(_, _, time, _)| time)
        .collect();
    assert_eq!(again, [1, 2, 3]);
    let escalated = |n: &Notice| matches!(n.why, NoticeWhy::Escalated { .. });
    assert!(!of_a_night(&paper).iter().any(escalated), "the rung has told it");
    assert!(paper.facts.iter().any(|(h, _)| h.fact.kind() == "report.escalated"));
}

#[test]
fn an_answer_goes_back_to_the_one_who_handed_up() {
    let mut paper = Paper::new();
    paper.ask("0103", &told("smoke over the depot")).unwrap();
    let (on, escalation) = (id("R-20261121-001"), id("E-20261121-001"));
    let raise = EscalationCommand::Raise { on, to: Level::Town, reason: "one".into(), note: "help".into() };
    paper.ask("0103", &Command::Escalation(raise)).unwrap();
    let answer = EscalationCommand::Answer { id: escalation, text: "a second car comes".into() };
    paper.ask("0101", &Command::Escalation(answer)).unwrap();
    let notice = of_a_night(&paper).pop().unwrap();
    assert_eq!(notice.why, NoticeWhy::Answered { escalation });
    assert_eq!((notice.about, notice.officers), (Some(on), vec!["0103".into()]));
}

#[test]
fn a_notice_that_means_nobody_but_the_desk_stays_there() {
    let to = |to, officers| Notice { to, officers, ..samples::notice() };
    assert!(!to(Target::Handler, vec![]).leaves());
    assert!(!to(Target::Unit, vec![]).leaves());
    assert!(to(Target::Handler, vec!["0142".into()]).leaves());
    assert!(Notice { units: vec!["south3".into()], ..to(Target::Unit, vec![]) }.leaves());
    assert!(to(Target::District, vec![]).leaves());
}

#[test]
fn no_notice_and_no_letter_says_what_was_told() {
    let station = samples::station();
    let mut records = BTreeMap::new();
    records.insert(
        Subject::Record(samples::r31()),
        dutydesk::domain::Record::Report(Box::new(samples::report())),
    );
    let mut given = 0;
    for fact in samples::facts() {
        let entry = samples::entry(fact.clone());
        let happened = dutydesk::domain::Happened { subject: entry.subject.clone(), fact };
        let stamp = entry.stamp();
        for notice in notices(&Cause { seq: 7, stamp: &stamp, happened: &happened }, &records, &station) {
            given += 1;
            let kept = serde_json::to_string(&notice).unwrap();
            let letter = letter(&notice, 1, &station);
            assert!(!kept.contains(CANARY) && !letter.contains(CANARY), "{letter}");
            let of_a_report = notice.about.is_some_and(|about| about.kind == dutydesk::domain::Kind::Report);
            assert!(kept.contains("fight") || !of_a_report, "{kept}");
        }
    }
    assert!(given >= 2);
}

#[test]
fn a_letter_is_one_line_of_json_with_a_sentence_in_each_language() {
    let text = letter(&samples::notice(), 2, &samples::station());
    assert_eq!(text.matches('\n').count(), 1);
    let object: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(object["at"], "2026-11-21T22:47:03+08:00");
    assert_eq!(object["attempt"], 2);
    assert_eq!(object["officers"][0]["name"]["en"], "Zhou Min");
    assert_eq!(object["station"]["name"]["zh"], "南河所");
    assert_eq!(object["training"], false);
    assert!(object["rule"].is_null() && object["late_s"].is_null());
    assert_eq!(
        object["text"]["en"],
        "R-20261121-031 (P1, Fight, South 3) was handed up to the station: more hands needed."
    );
    assert!(object["text"]["zh"].as_str().unwrap().contains("已上报"));
}

#[test]
fn every_reason_state_and_failure_has_its_words() {
    let station = samples::station();
    let whys = [
        NoticeWhy::Late { rule: "accept".into(), late_s: 360, time: 2 },
        NoticeWhy::Answered { escalation: samples::e2() },
        NoticeWhy::Returned { rule: "accept".into() },
        NoticeWhy::Ordered { order: id("S-20261121-001"), due_at: samples::notice().at },
        NoticeWhy::SentBack { order: id("S-20261121-001"), due_at: samples::notice().at },
        NoticeWhy::OrderAnswered { order: id("S-20261121-001") },
        NoticeWhy::DeskTest,
    ];
    for lang in [Lang::En, Lang::Zh] {
        let words = Words::new(lang);
        for why in whys.clone() {
            let said = words.notice(&Notice { why, ..samples::notice() }, &station);
            assert!(!said.contains('{') && !said.contains("outbox-"), "{said}");
            assert!(said.ends_with(['.', '。']), "{said}");
        }
        let codes = NoticeState::ALL.map(|s| words.notice_state(s)).to_vec();
        let codes = [codes, NotDelivered::ALL.map(|e| words.not_delivered(e)).to_vec()].concat();
        let codes = [codes, Target::ALL.map(|t| words.told(t)).to_vec()].concat();
        assert!(codes.iter().all(|said| !said.contains("-state-") && !said.contains("told-")), "{codes:?}");
        assert!(codes.iter().all(|said| !said.starts_with("not-delivered")), "{codes:?}");
    }
    let late = Words::new(Lang::En).notice(&Notice { why: whys[0].clone(), ..samples::notice() }, &station);
    assert_eq!(late, "R-20261121-031 (P1, Fight, South 3): 'accept' is late by 6 min.");
}

#[test]
fn a_number_of_a_notice_is_read_back_and_nothing_else_is() {
    let id = NoticeId { seq: 4102, n: 1 };
    assert_eq!(id.to_string().parse(), Ok(id));
    for odd in ["", "4102", "-1", "4102-", "0-1", "1-0", "+1-1", "1-1-1", "1-70000", " 1-1", "../1-1"] {
        assert!(odd.parse::<NoticeId>().is_err(), "{odd}");
    }
}
