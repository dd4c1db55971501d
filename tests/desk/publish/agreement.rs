//! The agreement as a document: everything that a court or an officer looks for, where everybody signs, and nothing else.

use super::{both, first_and_last, training};
use crate::samples;
use crate::text::hostile;
use dutydesk::domain::dispute::said::{Party, Representative};
use dutydesk::domain::dispute::terms::{AgreementForm, ObligationState, PartyRole};
use dutydesk::domain::dispute::{Agreement, Dispute};
use dutydesk::domain::setup::SetupItem;
use dutydesk::domain::{Private, Station};
use dutydesk::publish::agreement;
use dutydesk::words::text::{is_shown, width};

/// The sample with words as officers write them, every text given by one function.
fn with_words(word: impl Fn(&str) -> Private) -> (Dispute, Agreement) {
    let mut dispute = samples::dispute();
    dispute.matter.narrative =
        word("两家因滴水和院墙多次争吵；the wall stands half a metre on the other side since the spring.");
    dispute.matter.place = word("粮站东侧 14 号");
    let party = |name: &str, role, capacity: Option<&str>| Party {
        name: word(name),
        role,
        phone: word("139 0000 0001"),
        address: word("粮站东侧 14 号"),
        represented_by: capacity.map(|capacity| Representative {
            name: word("陶立"),
            phone: word("139 0000 0002"),
            capacity: word(capacity),
        }),
        officer: None,
        namesake: false,
    };
    dispute.parties = vec![
        party("陶老栓", PartyRole::Applicant, Some("儿子")),
        party("West Mill Co.", PartyRole::Respondent, None),
    ];
    let sat = &mut dispute.sittings[0].sat;
    (sat.place, sat.others) = (word("所调解室"), vec![word("村主任 尚满")]);
    let mut made = dispute.agreement().unwrap().clone();
    made.text = word("双方互相致歉，今后不再为此争吵。\nThe gutter stays where it is.");
    made.obligations[0].promise.what = word("赔偿修墙费用");
    made.obligations[1].promise.what = word("Take the wall back behind the boundary stone.");
    *dispute.agreements.last_mut().unwrap() = made.clone();
    (dispute, made)
}

fn sample() -> (Dispute, Agreement) {
    with_words(|text| text.into())
}

fn oral() -> (Dispute, Agreement) {
    let (mut dispute, mut made) = sample();
    made.form = AgreementForm::Oral;
    made.obligations.clear();
    dispute.agreements = vec![made.clone()];
    (dispute, made)
}

#[test]
fn a_written_agreement_reads_like_this() {
    let (dispute, made) = sample();
    for (lang, words) in both() {
        let text = agreement::text(&dispute, &made, &samples::station(), &words);
        insta::assert_snapshot!(format!("agreement_text_{lang}"), text);
        let markdown = agreement::markdown(&dispute, &made, &training(), &words);
        insta::assert_snapshot!(format!("agreement_markdown_{lang}"), markdown);
    }
}

#[test]
fn an_oral_agreement_is_signed_by_those_who_mediated_it_and_speaks_of_no_court() {
    let (dispute, made) = oral();
    for (lang, words) in both() {
        let text = agreement::text(&dispute, &made, &samples::station(), &words);
        insta::assert_snapshot!(format!("agreement_oral_{lang}"), text);
    }
}

/// The station with its rule on asking a court switched off.
fn without_court() -> Station {
    let mut station = samples::station();
    for standing in station.items.values_mut() {
        if let SetupItem::Rules(rules) = &mut standing.item {
            rules
                .rules
                .iter_mut()
                .filter(|r| r.code.0 == "judicial-confirmation")
                .for_each(|r| r.active = false);
        }
    }
    station
}

#[test]
fn a_court_is_named_only_while_the_station_has_such_a_rule_in_force() {
    let (dispute, made) = sample();
    for (_, words) in both() {
        let said = "2026-12-21";
        let with = agreement::text(&dispute, &made, &samples::station(), &words);
        let without = agreement::text(&dispute, &made, &without_court(), &words);
        assert!(with.contains(said) && !without.contains(said), "{with}\n{without}");
    }
}

#[test]
fn how_an_agreement_was_kept_is_no_part_of_it() {
    let (mut dispute, made) = sample();
    let mut later = made.clone();
    for obligation in &mut later.obligations {
        obligation.state = ObligationState::Broken;
    }
    later.confirmation = None;
    *dispute.agreements.last_mut().unwrap() = later.clone();
    for (_, words) in both() {
        let (first, _) = sample();
        let before = agreement::text(&first, &made, &samples::station(), &words);
        assert_eq!(before, agreement::text(&dispute, &later, &samples::station(), &words));
    }
}

#[test]
fn an_agreement_that_a_later_one_replaced_says_so_at_its_top_and_at_its_bottom() {
    let (dispute, _) = sample();
    for (_, words) in both() {
        let said = words.get("doc-agreement-replaced");
        let old = agreement::text(&dispute, &dispute.agreements[0], &samples::station(), &words);
        let (first, last) = first_and_last(&old);
        assert!(first.contains(&said) && last.contains(&said), "{old}");
        let stands = agreement::text(&dispute, &dispute.agreements[2], &samples::station(), &words);
        assert!(!stands.contains(&said), "{stands}");
    }
}

#[test]
fn an_exercise_says_so_and_everybody_has_a_line_to_sign_on() {
    let (dispute, made) = sample();
    for (_, words) in both() {
        let said = words.get("doc-training");
        let text = agreement::text(&dispute, &made, &training(), &words);
        let (first, last) = first_and_last(&text);
        assert!(first.contains(&said) && last.contains(&said), "{text}");
        // Two parties, an officer and another who mediated, and the date.
        assert_eq!(text.lines().filter(|line| line.contains("______")).count(), 5, "{text}");
    }
}

#[test]
fn nothing_that_was_told_breaks_out_of_the_page() {
    for told in hostile() {
        let (dispute, made) = with_words(|_| told.as_str().into());
        for (_, words) in both() {
            let text = agreement::text(&dispute, &made, &samples::station(), &words);
            let markdown = agreement::markdown(&dispute, &made, &samples::station(), &words);
            let wide = text.lines().find(|line| width(line) > 80);
            assert_eq!(wide, None, "from {told:?}");
            assert!(text.chars().chain(markdown.chars()).all(|c| c == '\n' || is_shown(c)), "from {told:?}");
        }
    }
}
