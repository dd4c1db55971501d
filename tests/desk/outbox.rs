//! Notices: which facts give them, how they are kept, and how they leave the station.

mod rows;
mod sent;

use crate::paper::{Paper, id, told};
use crate::samples::{self, CANARY};
use dutydesk::desk::outbox::letter;
use dutydesk::domain::command::{Command, EscalationCommand};
use dutydesk::domain::notice::{Cause, NotDelivered, Notice, NoticeId, NoticeState, NoticeWhy, notices};
use dutydesk::domain::place::Level;
use dutydesk::domain::rules::Target;
use dutydesk::domain::{Lang, Subject};
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
            assert!(kept.contains("fight") || notice.about.is_none(), "{kept}");
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
