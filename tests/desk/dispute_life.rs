//! Disputes by command line against a real desk: a whole life, every forbidden step, and what was typed wrong.

use crate::real::{Ran, Real};
use dutydesk::words::text::width;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

/// The clocks that a station switches on once it has checked them against their source.
const CHECKED: &str = "[[rule]]\ncode = \"mediate\"\nverified = true\nactive = true\n\n\
    [[rule]]\ncode = \"judicial-confirmation\"\nverified = true\nactive = true\n";

/// A training desk whose station has checked the clocks of disputes.
fn desk() -> Real {
    let desk = Real::new();
    assert_eq!(desk.run(&["stop"]).code, 0);
    std::fs::write(desk.dir().join("rules.toml"), CHECKED).unwrap();
    let rules = desk.json(&["rules", "show"]);
    let active = |code: &str| {
        let rules = rules["rules"].as_array().unwrap();
        rules.iter().any(|rule| rule["code"] == code && rule["active"] == true)
    };
    assert!(active("mediate") && active("judicial-confirmation"));
    desk
}

fn found(desk: &Real, extra: &[&str]) -> String {
    let new = ["dispute", "new", "--narrative", "A wall was built over the boundary", "--category", "land"];
    let sides = ["--applicant", "Wei Dashan", "--respondent", "Sun Ming"];
    let sides = if extra.contains(&"--applicant") { &[][..] } else { &sides[..] };
    desk.json(&[&new[..], sides, extra].concat())["id"].as_str().unwrap().to_owned()
}

/// An act that is done, and the dispute after it.
fn done(desk: &Real, officer: &str, id: &str, act: &str, flags: &[&str]) -> Value {
    let (act, rest): (Vec<&str>, &str) = (act.split(' ').collect(), id);
    desk.json(&[&["--as", officer, "dispute"], &act[..], &[rest], flags].concat())
}

/// The day so many days from now, by the desk's clock.
fn in_days(desk: &Real, days: i64) -> String {
    let now: Timestamp = desk.json(&["status"])["now"].as_str().unwrap().parse().unwrap();
    let day = now.to_zoned(jiff::tz::TimeZone::get("Asia/Shanghai").unwrap());
    day.date().checked_add(SignedDuration::from_hours(24 * days)).unwrap().to_string()
}

fn advance(desk: &Real, by: &str) {
    desk.json(&["clock", "advance", by]);
}

/// Taken, two sittings, and an agreement in writing with three obligations.
fn agreed(desk: &Real, id: &str) -> Value {
    assert_eq!(done(desk, "0143", id, "accept", &["--measure", "speak to both"])["status"], "accepted");
    let first = ["--came", "1", "--said", "He wants the wall gone", "--place", "Community room"];
    let next = format!("{}T15:00", in_days(desk, 2));
    let sat = done(desk, "0143", id, "sit", &[&first[..], &["--next", &next]].concat());
    assert_eq!((&sat["status"], &sat["next_sitting"]["set_by"]), (&json!("mediating"), &json!("0143")));
    advance(desk, "3d");
    let second = ["--mediator", "0143", "--mediator", "0144", "--other", "Old Chen", "--came", "all"];
    done(desk, "0143", id, "sit", &[&second[..], &["--said", "Both will give way"]].concat());
    let due = in_days(desk, 40);
    let promises = [
        format!("1: takes the wall down, by hand; and clears the path; by={due}"),
        format!("2：付清工钱，分两次；by={due}；amount=3,000.50"),
        "2; keeps the dog in".to_owned(),
    ];
    let promises: Vec<&str> = promises.iter().flat_map(|one| ["--promise", one.as_str()]).collect();
    let terms = ["--form", "written", "--text", "They greet each other again", "--assent", "1,2"];
    done(desk, "0143", id, "agree", &[&terms[..], &promises].concat())
}

fn kinds(timeline: &Value) -> Vec<&str> {
    let kinds = timeline.as_array().unwrap().iter().map(|entry| entry["kind"].as_str().unwrap());
    kinds.filter(|kind| kind.starts_with("dispute.")).collect()
}

#[test]
fn a_dispute_lives_from_the_first_quarrel_to_the_follow_up_by_command_line() {
    let desk = desk();
    let report = desk.report("Shouting over a wall");
    let applicant =
        "Wei Dashan; phone=13800000001; address=North St 12, room 3; represented-by=Wei Xiao; capacity=son";
    let sides = ["--applicant", applicant, "--respondent", "孙明；address=北街，十二号"];
    let id = found(&desk, &[&sides[..], &["--severity", "larger", "--report", &report]].concat());
    assert!(id.starts_with("D-") && id.ends_with("-001"), "{id}");
    let other = found(&desk, &[]);
    let signed = agreed(&desk, &id);
    assert_eq!((&signed["status"], &signed["lead"]), (&json!("agreed"), &json!("0143")));
    assert_eq!(agreed(&desk, &other)["status"], "agreed");

    advance(&desk, "26d");
    let seek = ["--court", "District court", "--together", "1,2"];
    let sought = done(&desk, "0143", &id, "confirmation seek", &seek);
    assert_eq!(sought["agreements"][0]["confirmation"]["state"], "sought", "day 29");
    advance(&desk, "5d");
    let late = desk.run(&[&["dispute", "confirmation", "seek", &other][..], &seek].concat());
    let until = desk.json(&["dispute", "show", &other])["agreements"][0]["confirmation_until_time"].clone();
    assert!(late.code == 1 && late.err.contains(&until.as_str().unwrap()[5..10]), "day 31: {}", late.err);
    let confirmed =
        done(&desk, "0143", &id, "confirmation decide", &["--outcome", "confirmed", "--note", "No. 7"]);
    assert_eq!(confirmed["agreements"][0]["confirmation"]["state"], "confirmed");

    done(&desk, "0143", &id, "keep", &["1"]);
    assert_eq!(done(&desk, "0143", &id, "keep", &["2", "--note", "paid in cash"])["status"], "agreed");
    let broken = done(&desk, "0143", &id, "break", &["3", "--note", "the dog was out again"]);
    assert_eq!((&broken["status"], obligation(&broken, 3)), (&json!("agreed"), "broken"));
    let again = done(&desk, "0143", &id, "reopen", &["--reason", "agreement-broken"]);
    assert_eq!(again["status"], "mediating");
    let kept = done(&desk, "0143", &id, "keep", &["3", "--note", "a fence was put up"]);
    assert_eq!((&kept["status"], obligation(&kept, 3)), (&json!("fulfilled"), "kept"));
    advance(&desk, "6d");
    let visit = ["--by", "visit", "--outcome", "satisfied", "--text", "They had tea"];
    done(&desk, "0144", &id, "follow-up", &visit);
    assert_eq!(done(&desk, "0143", &id, "close", &["--note", "settled"])["status"], "closed");

    carries_it_all(&desk, &id, &report);
    explains_each_step(&desk, &id);
    is_a_document(&desk, &id);
    assert_eq!(desk.run(&["verify"]).code, 0);
}

fn obligation(dispute: &Value, n: u64) -> &str {
    let all = dispute["agreements"][0]["obligations"].as_array().unwrap();
    all.iter().find(|one| one["n"] == n).unwrap()["state"].as_str().unwrap()
}

/// The agreement is printed as a document in both languages, and written to a new file.
fn is_a_document(desk: &Real, id: &str) {
    for (lang, format) in [("en", "text"), ("zh", "text"), ("en", "markdown"), ("zh", "markdown")] {
        let paper = desk.run(&["--lang", lang, "dispute", "agreement", id, "--format", format]);
        assert_eq!(paper.code, 0, "{}", paper.err);
        for words in ["Wei Dashan", "孙明", "付清工钱，分两次", "3000", "They greet each other again"]
        {
            assert!(paper.out.contains(words), "no '{words}' in: {}", paper.out);
        }
        assert!(!paper.out.contains("the dog was out again"), "how it was kept is no part of it");
    }
    let file = desk.home().join("agreement.md");
    let write = ["dispute", "agreement", id, "--format", "markdown", "--file", file.to_str().unwrap()];
    assert_eq!((desk.run(&write).code, desk.run(&write).code), (0, 5), "never over a file");
    assert!(std::fs::read_to_string(&file).unwrap().contains("Wei Dashan"));
    assert_eq!(desk.run(&["dispute", "agreement", id, "--agreement", "2"]).code, 1);
    assert_eq!(desk.run(&["dispute", "agreement", id, "--format", "html"]).code, 2);
}

/// `dispute show --json` has every field of the record.
fn carries_it_all(desk: &Real, id: &str, report: &str) {
    let shown = desk.json(&["dispute", "show", id]);
    assert_eq!(shown["reports"][0]["id"], *report);
    let party = &shown["parties"][0];
    assert_eq!(
        (&party["n"], &party["name"], &party["role"]),
        (&json!(1), &json!("Wei Dashan"), &json!("applicant"))
    );
    assert_eq!(party["address"], "North St 12, room 3", "a comma is part of an address");
    assert_eq!(party["represented_by"], json!({ "name": "Wei Xiao", "phone": "", "capacity": "son" }));
    assert_eq!(shown["parties"][1]["address"], "北街，十二号");
    let (first, second) = (&shown["sittings"][0], &shown["sittings"][1]);
    assert_eq!(
        (&first["came"], &first["mediators"]),
        (&json!([1]), &json!(["0143"])),
        "the one who enters it"
    );
    assert_eq!((&second["came"], &second["mediators"]), (&json!([1, 2]), &json!(["0143", "0144"])));
    assert_eq!(second["others"], json!(["Old Chen"]));
    let agreement = &shown["agreements"][0];
    assert_eq!((&agreement["form"], &agreement["assents"]), (&json!("written"), &json!([1, 2])));
    let obligations = agreement["obligations"].as_array().unwrap();
    let (wall, pay, dog) = (&obligations[0], &obligations[1], &obligations[2]);
    assert_eq!(wall["what"], "takes the wall down, by hand; and clears the path");
    assert!(wall["due_time"].as_str().unwrap().ends_with("T23:59:00+08:00"), "{wall}");
    assert_eq!(
        (&pay["by"], &pay["what"], &pay["amount"]),
        (&json!(2), &json!("付清工钱，分两次"), &json!("3000.50"))
    );
    assert_eq!((&pay["settled_by"], &pay["note"]), (&json!("0143"), &json!("paid in cash")));
    assert_eq!(dog["what"], "keeps the dog in");
    assert!(dog["due_time"].as_str().unwrap().ends_with("T00:00:00+08:00"), "by the end of the day: {dog}");
    assert_eq!(agreement["confirmation"]["note"], "No. 7");
    assert_eq!(
        (&shown["follow_ups"][0]["by"], &shown["follow_ups"][0]["followed_by"]),
        (&json!("visit"), &json!("0144"))
    );
    assert_eq!(
        (&shown["reopened"][0]["reason"], &shown["end_note"]),
        (&json!("agreement-broken"), &json!("settled"))
    );
    for stamp in ["found", "accepted", "fulfilled", "ended", "last"] {
        assert!(
            shown[format!("{stamp}_time")].is_string() && shown[format!("{stamp}_by")].is_string(),
            "{stamp}"
        );
    }
    assert_eq!(shown["due"], json!([]), "nothing is owed on what is closed");
    let list = desk.json(&["dispute", "list", "--all", "--status", "closed"]);
    assert_eq!((list.as_array().unwrap().len(), &list[0]["id"]), (1, &json!(id)));
}

/// The journal has a fact for each step, and a sentence for each fact in both languages.
fn explains_each_step(desk: &Real, id: &str) {
    let journal = desk.json(&["journal", "--about", id]);
    let steps = [
        "found",
        "accepted",
        "sat",
        "sat",
        "agreed",
        "confirmation-sought",
        "confirmation-decided",
        "settled",
        "settled",
        "settled",
        "reopened",
        "settled",
        "fulfilled",
        "followed-up",
        "closed",
        "allowed",
    ];
    assert_eq!(kinds(&journal), steps.map(|step| format!("dispute.{step}")));
    assert_eq!(kinds(&desk.json(&["dispute", "show", id])["timeline"]), kinds(&journal));
    for (lang, said) in [
        ("en", ["Wang Fang accepted it", "the dog was out again", "They had tea", "No. 7"]),
        ("zh", ["Wang Fang", "the dog was out again", "They had tea", "No. 7"]),
    ] {
        let told = desk.run(&["--lang", lang, "journal", "--about", id]).out;
        assert!(!told.contains("fact-") && !told.contains("{"), "{told}");
        for words in said {
            assert!(told.contains(words), "no '{words}' in: {told}");
        }
    }
}

/// Both languages say no in a sentence, with exit code 1, and the record stays as it is.
fn refused(desk: &Real, id: &str, args: &[&str], said: &str) {
    let before = desk.json(&["dispute", "show", id]);
    for lang in ["en", "zh"] {
        let Ran { code, out, err } = desk.run(&[&["--lang", lang], args].concat());
        assert_eq!(code, 1, "{args:?}: {out}{err}");
        assert!(out.is_empty() && err.trim_end().ends_with(['.', '。']), "{args:?}: {err}");
        let chinese = err.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        assert!(chinese == (lang == "zh") && !err.contains("refusal-"), "{args:?}: {err}");
        assert!(lang == "zh" || err.contains(said), "'{said}' is not in: {err}");
    }
    let after = desk.json(&["dispute", "show", id]);
    assert_eq!(after, before, "{args:?}");
}

#[test]
fn every_forbidden_step_is_refused_in_a_sentence_and_changes_nothing() {
    let desk = desk();
    let id = found(&desk, &["--severity", "major"]);
    refused(&desk, &id, &["dispute", "sit", &id, "--came", "1", "--said", "x"], "Accept it");
    refused(&desk, &id, &["--as", "0145", "dispute", "accept", &id], "reviewer");
    done(&desk, "0143", &id, "accept", &[]);
    refused(&desk, &id, &["--as", "0144", "dispute", "accept", &id], "Wang Fang");
    let sit = ["dispute", "sit", &id, "--came", "all", "--said", "x"];
    refused(&desk, &id, &[&sit[..], &["--mediator", "0145"]].concat(), "Sun Li");
    desk.json(&[&["--as", "0143"], &sit[..]].concat());
    let extend = ["dispute", "extend", &id, "--days", "10", "--reason", "a survey is on its way"];
    refused(&desk, &id, &[&extend[..], &["--consent", "1"]].concat(), "2");
    let due = ["due", "extend", &id, "--rule", "mediate", "--days", "10", "--reason", "x", "--agreed"];
    refused(&desk, &id, &due, "on the dispute");
    refused(&desk, &id, &["dispute", "agreement", &id], "dispute agree");
    let agree = ["dispute", "agree", &id, "--form", "oral", "--promise", "1: takes it down"];
    refused(&desk, &id, &[&agree[..], &["--assent", "2"]].concat(), "1");
    refused(&desk, &id, &[&agree[..], &["--assent", "1,3"]].concat(), "3");
    desk.json(&[&["--as", "0143"], &agree[..], &["--assent", "all"]].concat());
    refused(&desk, &id, &["dispute", "keep", &id, "2"], "2");
    refused(&desk, &id, &["dispute", "break", &id, "1"], "reason");
    let seek = ["dispute", "confirmation", "seek", &id, "--court", "District court", "--together", "all"];
    refused(&desk, &id, &seek, "writing");
    desk.json(&["--as", "0143", "dispute", "keep", &id, "1"]);
    refused(&desk, &id, &["dispute", "close", &id], "follow-up");
    done(&desk, "0143", &id, "follow-up", &["--by", "call", "--outcome", "not-reached"]);
    refused(&desk, &id, &["dispute", "close", &id], "follow-up");
    done(&desk, "0143", &id, "follow-up", &["--by", "call", "--outcome", "satisfied"]);
    refused(&desk, &id, &["--as", "0144", "dispute", "close", &id], "supervisor");
    refused(&desk, &id, &["--as", "0142", "dispute", "close", &id], "package");
    let draw_up = ["--measures", "a survey", "--responsible", "0144", "--by", &in_days(&desk, 5)];
    done(&desk, "0142", &id, "package draw-up", &draw_up);
    refused(&desk, &id, &["--as", "0142", "dispute", "close", &id], "result");
    done(&desk, "0142", &id, "package conclude", &["--result", "surveyed"]);
    refused(&desk, &id, &["dispute", "calm", &id, "--reason", "x"], "marked");
    refused(&desk, &id, &["--as", "0144", "dispute", "erase", &id, "--reason", "x"], "shift leader");
    assert_eq!(done(&desk, "0142", &id, "close", &[])["status"], "closed");
    refused(&desk, &id, &["dispute", "fail", &id, "--path", "court", "--reason", "unwilling"], "closed");
    assert_eq!(desk.run(&["verify"]).code, 0);
}

#[test]
fn nobody_mediates_what_they_stand_in_themselves() {
    let desk = desk();
    let id = found(&desk, &["--applicant", "Wang Fang", "--respondent", "Sun Ming"]);
    assert_eq!(desk.json(&["dispute", "show", &id])["parties"][0]["officer"], "0143");
    refused(&desk, &id, &["--as", "0143", "dispute", "accept", &id], "Wang Fang");
    refused(&desk, &id, &["--as", "0142", "dispute", "assign", &id, "--lead", "0143"], "Wang Fang");
    done(&desk, "0142", &id, "assign", &["--lead", "0144"]);
    let sit = ["dispute", "sit", &id, "--came", "1,2", "--said", "x"];
    refused(&desk, &id, &[&["--as", "0143"], &sit[..]].concat(), "Wang Fang");
    refused(&desk, &id, &[&sit[..], &["--mediator", "0143"]].concat(), "Wang Fang");
    done(&desk, "0143", &id, "note", &["I keep out of it"]);
    let namesake = done(&desk, "0144", &id, "party amend", &["1", "namesake; phone=13800000002"]);
    assert_eq!(
        (&namesake["parties"][0]["officer"], &namesake["parties"][0]["phone"]),
        (&Value::Null, &json!("13800000002"))
    );
    desk.json(&[&["--as", "0143"], &sit[..]].concat());
}

#[test]
fn what_was_typed_wrong_names_the_flag_and_what_it_takes_in_both_languages() {
    let desk = desk();
    let id = found(&desk, &[]);
    let new = ["dispute", "new", "--narrative", "x", "--applicant", "A", "--respondent", "B"];
    let cases: [(Vec<&str>, &[&str]); 11] = [
        ([&new[..], &["--category", "dragons"]].concat(), &["--category", "dragons", "neighbours"]),
        ([&new[..], &["--party", "C"]].concat(), &["--party", "role=applicant"]),
        ([&new[..], &["--party", "C; role=judge"]].concat(), &["role=", "judge", "third-party"]),
        ([&new[..], &["--party", "C; rol=applicant"]].concat(), &["--party", "rol=", "represented-by"]),
        (vec!["dispute", "list", "--view", "pink"], &["--view", "pink", "by-deadline"]),
        (vec!["dispute", "fail", &id, "--path", "court", "--reason", "no"], &["--reason", "did-not-come"]),
        (
            vec!["dispute", "assign", &id, "--lead", "0143", "--deadline", "soon"],
            &["--deadline", "2026-12-01"],
        ),
        (vec!["dispute", "sit", &id, "--came", "both", "--said", "x"], &["--came", "both", "all"]),
        (
            vec!["dispute", "agree", &id, "--form", "oral", "--assent", "all", "--promise", "pays"],
            &["--promise", "amount=3000"],
        ),
        (
            vec![
                "dispute",
                "agree",
                &id,
                "--form",
                "oral",
                "--assent",
                "all",
                "--promise",
                "1: pays; amount=much",
            ],
            &["--promise", "much"],
        ),
        (vec!["dispute", "plan", &id, "--at", "2027-01-05"], &["2027-01-05", "T22:46"]),
    ];
    for (args, said) in cases {
        for lang in ["en", "zh"] {
            let ran = desk.run(&[&["--lang", lang], &args[..]].concat());
            assert!(ran.code == 2 && ran.out.is_empty(), "{args:?}: {}{}", ran.out, ran.err);
            assert!(!ran.err.contains("cli-") && !ran.err.contains('{'), "{}", ran.err);
            for words in said {
                assert!(ran.err.contains(words), "no '{words}' in: {}", ran.err);
            }
        }
    }
    let names = desk.run(&[&new[..], &["--party", "Secret Name; rol=applicant"]].concat());
    assert!(!names.err.contains("Secret Name"), "no name of anybody in an error: {}", names.err);
}

#[test]
fn a_dispute_is_read_at_eighty_columns_in_both_languages() {
    let desk = desk();
    let long = "魏大山说孙明把围墙砌到了他家地界里面，占了三尺多，两家为此吵了半年，村里劝过两次都没有结果，"
        .repeat(3);
    let new = ["--narrative", &long, "--category", "neighbours", "--violent", "he was seen with a spade"];
    let sides = [
        "--applicant",
        "魏大山；address=北街十二号，南河村三组靠近粮站的那一排平房第三户",
        "--respondent",
        "孙明",
    ];
    let made = desk.run(&[&["dispute", "new"], &new[..], &sides].concat());
    assert!(
        made.code == 0 && made.out.contains("1 魏大山") && made.out.contains("2 孙明"),
        "{}{}",
        made.out,
        made.err
    );
    let id = made.out.split(':').next().unwrap().to_owned();
    agreed(&desk, &id);
    done(&desk, "0143", &id, "contact", &["--text", "spoke to Sun Ming, who is calm"]);
    done(&desk, "0143", &id, "involve", &["--role", "lawyer", "--name", "Lawyer Tang"]);
    done(&desk, "0143", &id, "break", &["1", "--note", "not a stone was moved"]);
    for (lang, said) in [("en", "may turn violent"), ("zh", "可能激化")] {
        let shown = desk.run(&["--lang", lang, "dispute", "show", &id]).out;
        let wide: Vec<&str> = shown.lines().filter(|line| width(line) > 80).collect();
        assert!(wide.is_empty(), "{wide:#?}");
        for words in
            [said, "Old Chen", "付清工钱，分两次", "Lawyer Tang", "not a stone was moved", "0143 Wang Fang"]
        {
            assert!(shown.contains(words), "no '{words}' in: {shown}");
        }
        for id in ["cli-", "dispute-", "fact-", "P1", "{"] {
            assert!(!shown.contains(id), "'{id}' in: {shown}");
        }
        let list = desk.run(&["--lang", lang, "dispute", "list", "--view", "violent"]);
        assert!(
            list.code == 0 && list.out.contains(&id) && list.out.contains("魏大山"),
            "{}{}",
            list.out,
            list.err
        );
        let help = desk.run(&["--lang", lang, "dispute", "fail", "--help"]);
        assert!(help.out.contains("not-for-mediation") && !help.out.contains("cli-"), "{}", help.out);
    }
    let listed = |flags: &[&str]| {
        let all = desk.json(&[&["dispute", "list"], flags].concat());
        all.as_array().unwrap().len()
    };
    let wanted: [(&[&str], usize); 4] = [
        (&["--category", "neighbours"], 1),
        (&["--category", "land"], 0),
        (&["--status", "agreed", "--view", "by-deadline"], 1),
        (&["--view", "major"], 0),
    ];
    for (flags, count) in wanted {
        assert_eq!(listed(flags), count, "{flags:?}");
    }
    let due = desk.json(&["dispute", "show", &id])["due"].clone();
    assert!(due.as_array().unwrap().iter().all(|one| one["priority"].is_null()), "{due}");
}

#[test]
fn everyone_is_who_the_officer_saw_and_an_old_rev_overwrites_nothing() {
    let desk = desk();
    let id = found(&desk, &[]);
    done(&desk, "0143", &id, "accept", &[]);
    done(&desk, "0143", &id, "party add", &["Zhou Lan; role=third-party"]);
    let sit = ["dispute", "sit", &id, "--came", "all", "--said", "x"];
    let old = desk.run(&[&sit[..], &["--seen", "1"]].concat());
    assert!(old.code == 1 && old.err.contains("Wang Fang"), "{}", old.err);
    assert_eq!(desk.json(&sit)["sittings"][0]["came"], json!([1, 2, 3]));
    let short = format!("D-{}", id.rsplit('-').next().unwrap());
    assert_eq!(desk.json(&["dispute", "show", &short])["id"], *id);
    let spoken_for = "represented-by=Tang Min; capacity=lawyer；representative-phone=13800000003";
    let speaks =
        done(&desk, "0143", &id, "party amend", &["3", spoken_for])["parties"][2]["represented_by"].clone();
    assert_eq!(speaks, json!({ "name": "Tang Min", "phone": "13800000003", "capacity": "lawyer" }));
    let alone = done(&desk, "0143", &id, "party amend", &["3", "Zhou Lanlan; represented-by="]);
    assert_eq!(
        (&alone["parties"][2]["name"], &alone["parties"][2]["role"], &alone["parties"][2]["represented_by"]),
        (&json!("Zhou Lanlan"), &json!("third-party"), &Value::Null)
    );
    let raised = done(&desk, "0143", &id, "escalate", &["--reason", "the whole village is there"]);
    assert!(raised["escalation"].as_str().unwrap().starts_with("E-"), "{raised}");
    let by = ["--within", "2d"];
    desk.json(&[&["supervision", "issue", &id, "see to it"][..], &by].concat());
    let shown = desk.json(&["dispute", "show", &id]);
    assert_eq!(
        (shown["escalations"].as_array().unwrap().len(), shown["supervisions"].as_array().unwrap().len()),
        (1, 1)
    );
}
