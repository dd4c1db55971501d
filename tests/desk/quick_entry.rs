//! One line as a report: what is taken out of it, and that nothing of it is lost.

use crate::overlays::stand;
use dutydesk::domain::Station;
use dutydesk::domain::quick_entry::QuickEntry;
use dutydesk::domain::report::Priority;
use proptest::prelude::*;

/// What a line says: priority, type, beat, place, phone, narrative. A `~` is in front of what is proposed.
fn read(line: &str) -> [String; 6] {
    let entry = QuickEntry::read(line, &stand::station());
    let told = entry.telling;
    let sign = |proposed: bool| if proposed { "~" } else { "" };
    [
        told.priority.map(|p| format!("{}{}", sign(entry.priority_proposed), p.code())).unwrap_or_default(),
        told.incident_type.map(|code| format!("{}{code}", sign(entry.type_proposed))).unwrap_or_default(),
        told.beat.map(|code| code.0).unwrap_or_default(),
        told.place.0,
        told.caller_phone.0,
        told.narrative.0,
    ]
}

#[test]
fn line_is_read_as_it_is_written() {
    let table: &[(&str, [&str; 6])] = &[
        ("p2 fight @S3 two men with bottles", ["P2", "fight", "S3", "", "", "two men with bottles"]),
        ("P2 FIGHT @s3 two men", ["P2", "fight", "S3", "", "", "two men"]),
        ("fight p2 two men @S3", ["P2", "fight", "S3", "", "", "two men"]),
        ("two men @S3 with bottles p2", ["P2", "", "S3", "", "", "two men with bottles"]),
        ("@South 3 two men", ["", "", "S3", "", "", "two men"]),
        ("Ｐ２斗殴＠S3两名男子持酒瓶", ["P2", "fight", "S3", "", "", "两名男子持酒瓶"]),
        ("p3 @南一网格有人打架", ["P3", "~fight", "S1", "", "", "有人打架"]),
        ("两人打架@南一网格，有酒瓶", ["~P1", "~fight", "S1", "", "", "两人打架，有酒瓶"]),
        ("@C2 #北街12号，楼上噪音", ["~P4", "~noise", "C2", "北街12号", "", "楼上噪音"]),
        ("p2 #North St 12, two men", ["P2", "", "", "North St 12", "", "two men"]),
        ("two men #North St 12 @S3", ["", "", "S3", "North St 12", "", "two men"]),
        ("two men #North St 12 # outside", ["", "", "", "North St 12", "", "two men outside"]),
        ("tel:555-0100 two men", ["", "", "", "", "555-0100", "two men"]),
        ("ｔｅｌ：５５５０１００ 两人", ["", "", "", "", "5550100", "两人"]),
        ("电话：5550100两人", ["", "", "", "", "5550100", "两人"]),
        ("p1 fight", ["P1", "fight", "", "", "", "fight"]),
        ("斗殴 @S3", ["~P1", "fight", "S3", "", "", "斗殴"]),
        ("  ", ["", "", "", "", "", ""]),
    ];
    for (line, said) in table {
        assert_eq!(read(line), said.map(str::to_owned), "{line}");
    }
}

#[test]
fn what_is_not_a_sign_stays_in_the_narrative() {
    for line in [
        "p5 and p22 and sp2",
        "write to a@S3.example",
        "room #",
        "he said @ noon",
        "tel: none",
        "the phone is tel:1",
        "house p2-4",
        "噪音扰民两个月了",
    ] {
        let [priority, _, beat, place, phone, narrative] = read(line);
        assert_eq!(narrative, line);
        let priority = priority.trim_start_matches("~P4");
        assert_eq!([priority, &beat, &place, &phone], [""; 4], "{line}");
    }
}

#[test]
fn type_in_front_of_more_words_is_chosen_and_the_sentence_stays_whole() {
    let [_, kind, _, _, _, narrative] = read("theft of a bicycle, two men fight over it");
    assert_eq!((kind.as_str(), narrative.as_str()), ("theft", "theft of a bicycle, two men fight over it"));
    let [_, kind, ..] = read("a theft ended in a fight");
    assert_eq!(kind, "~fight", "in the midst of a sentence it is the patterns that propose");
}

#[test]
fn second_sign_of_a_kind_stays_where_it_is() {
    let [priority, _, beat, _, _, narrative] = read("p2 @S3 men p3 from @S1");
    assert_eq!([priority.as_str(), &beat, &narrative], ["P2", "S3", "men p3 from @S1"]);
}

#[test]
fn unknown_beat_is_told_and_what_was_given_goes_on_record() {
    let entry = QuickEntry::read("p2 @XX two men", &stand::station());
    assert_eq!(entry.unknown_beat.as_deref(), Some("XX"));
    assert_eq!(entry.telling.beat, Some("XX".into()), "the desk sets it aside, as the intake does");
    assert_eq!(entry.telling.narrative.as_str(), "two men");
    let entry = QuickEntry::read("@北山网格有人打架", &stand::station());
    assert!(entry.unknown_beat.is_some());
    assert_eq!(entry.telling.narrative.as_str(), "@北山网格有人打架", "where a name ends is not known");
}

#[test]
fn officers_choice_stands_against_the_patterns() {
    let [priority, kind, ..] = read("p4 noise @S3 they fight");
    assert_eq!([priority.as_str(), &kind], ["P4", "noise"]);
    let [priority, kind, ..] = read("noise @S3 they fight");
    assert_eq!([priority.as_str(), &kind], ["~P4", "noise"], "the usual priority of what was chosen");
}

#[test]
fn desk_without_lists_takes_any_line() {
    let entry = QuickEntry::read("p1 fight @S3 two men", &Station::default());
    assert_eq!(entry.telling.priority, Some(Priority::P1));
    assert_eq!(entry.telling.narrative.as_str(), "fight two men");
}

fn word() -> impl Strategy<Value = String> {
    let fixed = [
        "p2",
        "Ｐ３",
        "@S3",
        "＠南一网格",
        "@XX",
        "#",
        "#Mill Rd 3,",
        "tel:5550100",
        "fight",
        "斗殴",
        "两人",
        "，",
        " ",
        "two",
        "men",
        "p9",
        "@",
        "\u{3000}",
    ];
    prop_oneof![8 => prop::sample::select(fixed.to_vec()).prop_map(str::to_owned), 1 => any::<String>()]
}

proptest! {
    /// Words in their order, nothing lost: what is not in the narrative was taken for something that is shown.
    #[test]
    fn nothing_of_a_line_is_lost(words in prop::collection::vec(word(), 0..8), spaced in any::<bool>()) {
        let line = words.join(if spaced { " " } else { "" });
        let entry = QuickEntry::read(&line, &stand::station());
        let mut rest = line.chars();
        for c in entry.telling.narrative.chars().filter(|c| !c.is_whitespace()) {
            prop_assert!(rest.any(|of| of == c), "'{}' of '{line}'", entry.telling.narrative.as_str());
        }
        let told = &entry.telling;
        let nothing = entry.priority_proposed | told.priority.is_none()
            && entry.type_proposed | told.incident_type.is_none()
            && told.beat.is_none() && told.place.is_empty() && told.caller_phone.is_empty();
        if nothing {
            let trim = |c: char| c.is_whitespace() || ",;:，；：、".contains(c);
            prop_assert_eq!(told.narrative.as_str(), line.trim_start_matches(trim).trim_end());
        }
    }
}
