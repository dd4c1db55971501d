//! What is owed on a real desk as time passes: told once each, whatever happens to the desk meanwhile.

use crate::outbox::sent::{desk_with, letters};
use crate::real::{Real, wait_until};
use serde_json::Value;
use std::collections::BTreeSet;

/// Long spans, so that what the test itself takes is nothing beside them.
const RULES: &str = r#"
[[rule]]
code = "accept"
within = "100 min"

[[rule]]
code = "acknowledge"
within = "100 min"

[[ladder]]
on = "report"
priorities = ["P1"]
rules = ["accept"]
steps = [
    { after = "0 min", to = "handler" },
    { after = "50 min", to = "shift-leader", repeat = 1, every = "50 min" },
    { after = "200 min", to = "town" },
    { after = "400 min", to = "district" },
]

[[ladder]]
on = "escalation"
steps = [{ after = "0 min", to = "shift-leader" }]

[carry-over]
handovers = 2
to = "town"
"#;

fn write_rules(desk: &Real, text: &str) {
    std::fs::write(desk.dir().join("rules.toml"), text).unwrap();
}

fn advance(desk: &Real, by: &str) {
    assert_eq!(desk.run(&["clock", "advance", by]).code, 0);
}

/// What the journal says was told about anything, in order, with its place on the ladder.
fn told(desk: &Real) -> Vec<String> {
    let all = desk.json(&["journal"]);
    let about = |kind: &str| kind.starts_with("deadline.") || kind.starts_with("escalation.");
    let all = all.as_array().unwrap().iter().filter(|e| about(e["kind"].as_str().unwrap()));
    all.map(|entry| {
        let subject = entry["subject"].as_str().unwrap();
        let kind = entry["kind"].as_str().unwrap();
        let detail = find(&entry["fact"], "to").map(|to| {
            let step = ["rung", "time"].iter().filter_map(|key| find(&entry["fact"], key));
            step.chain([to])
                .map(|part| format!(" {}", part.to_string().trim_matches('"')))
                .collect::<String>()
        });
        format!("{}{} {kind}{}", &subject[..1], &subject[subject.len() - 1..], detail.unwrap_or_default())
    })
    .collect()
}

/// A member of an object, wherever it stands in it.
fn find<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    let object = value.as_object()?;
    object.get(name).or_else(|| object.values().find_map(|inner| find(inner, name)))
}

fn light(desk: &Real, id: &str) -> String {
    let due = desk.json(&["due"]);
    let line = due.as_array().unwrap().iter().find(|line| line["id"] == id).cloned();
    line.map(|line| line["light"].as_str().unwrap().to_owned()).unwrap_or_default()
}

fn wait_told(desk: &Real, expected: &[&str]) {
    let mut last = Vec::new();
    let seen = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        wait_until("everything due is told", || {
            last = told(desk);
            last == expected
        });
    }));
    assert!(seen.is_ok(), "told {last:#?}\ninstead of {expected:#?}");
}

#[test]
fn a_p1_report_walks_through_every_light_and_step_once_though_the_desk_is_killed_on_the_way() {
    let desk = desk_with("cat >> \"$OUT\"", "time-limit = \"2 s\"");
    write_rules(&desk, RULES);
    let id = desk.json(&["report", "new", "--narrative", "two men with knives", "--priority", "P1"])["id"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(light(&desk, &id), "green");
    let steps: [(&str, &str, &[&str]); 7] = [
        ("90m", "amber", &["R1 deadline.amber"]),
        ("20m", "red", &["R1 deadline.overdue", "R1 deadline.told 0 0 handler"]),
        ("50m", "red", &["R1 deadline.told 1 0 shift-leader"]),
        ("50m", "red", &["R1 deadline.told 1 1 shift-leader"]),
        ("100m", "red", &["R1 deadline.told 2 0 town", "E1 escalation.raised town"]),
        ("80m", "red", &["E1 deadline.amber"]),
        (
            "120m",
            "red",
            &[
                "E1 deadline.overdue",
                "E1 deadline.told 0 0 shift-leader",
                "R1 deadline.told 3 0 district",
                "E2 escalation.raised district",
            ],
        ),
    ];
    let mut expected: Vec<&str> = Vec::new();
    for (round, (by, colour, more)) in steps.iter().enumerate() {
        advance(&desk, by);
        // Before it is told, for all that a test can do about it, and after.
        if round % 2 == 0 {
            desk.kill();
        }
        expected.extend(*more);
        wait_told(&desk, &expected);
        assert_eq!(light(&desk, &id), *colour, "after {by}");
        if round % 3 == 0 {
            desk.kill();
            wait_told(&desk, &expected);
        }
    }
    wait_until("every notice has left", || {
        let rows = desk.json(&["outbox", "list", "--all"]);
        rows.as_array().unwrap().iter().all(|row| row["state"] != "waiting" && row["state"] != "sending")
    });
    let rows = desk.json(&["outbox", "list", "--all"]);
    let count = |state: &str| rows.as_array().unwrap().iter().filter(|row| row["state"] == state).count();
    let sent = count("sent");
    assert_eq!(count("shown"), 1, "nobody has the report yet: the desk itself is its handler");
    let letters = letters(&desk);
    let ids: BTreeSet<String> = letters.iter().map(|letter| letter["id"].to_string()).collect();
    assert_eq!((letters.len(), ids.len()), (sent, sent), "each once");
    let mut to: Vec<String> = letters
        .iter()
        .map(|letter| {
            format!("{} {}", &letter["record"].as_str().unwrap()[..1], letter["to"].as_str().unwrap())
        })
        .collect();
    to.sort_unstable();
    assert_eq!(to, ["E shift-leader", "R district", "R shift-leader", "R shift-leader", "R town"]);
    assert_eq!(desk.run(&["verify"]).code, 0);
    assert_eq!(told(&desk), expected, "nothing more");
}

#[test]
fn an_escalation_that_was_acknowledged_and_never_answered_comes_back_and_its_five_minutes_run() {
    let desk = Real::new();
    let id = desk.report("a crowd at the gate");
    desk.json(&["report", "accept", &id]);
    let escalated = desk.json(&["--as", "0143", "report", "escalate", &id, "--reason", "more hands"]);
    let escalation = escalated["escalation"].as_str().unwrap().to_owned();
    desk.json(&["--as", "0144", "escalation", "acknowledge", &escalation]);
    advance(&desk, "40m");
    let of_escalation = |kind: &str| told(&desk).iter().filter(|t| **t == format!("E1 {kind}")).count();
    wait_until("it has come back", || of_escalation("escalation.expired") == 1);
    let due = desk.json(&["due"]);
    let again = due.as_array().unwrap().iter().find(|line| line["id"] == *escalation).unwrap();
    assert_eq!(again["rule"], "acknowledge-again");
    let overdue = of_escalation("deadline.overdue");
    desk.kill();
    advance(&desk, "6m");
    wait_until("the five minutes are over", || of_escalation("deadline.overdue") == overdue + 1);
    assert_eq!(of_escalation("escalation.expired"), 1);
    desk.json(&["--as", "0144", "escalation", "acknowledge", &escalation]);
    let answered =
        desk.run(&["--as", "0144", "escalation", "answer", &escalation, "two units are on their way"]);
    assert_eq!(answered.code, 0, "{}", answered.err);
    assert_eq!(light(&desk, &escalation), "", "nothing is owed on it any more");
    assert_eq!(desk.run(&["verify"]).code, 0);
}

#[test]
fn what_was_put_off_comes_back_by_itself_also_after_the_desk_was_killed() {
    let desk = Real::new();
    let id = desk.json(&["report", "new", "--narrative", "a lost purse", "--priority", "P3"])["id"]
        .as_str()
        .unwrap()
        .to_owned();
    desk.json(&["report", "accept", &id]);
    let snooze = ["due", "snooze", &id, "--for", "3h", "--reason", "the owner comes by later"];
    let snoozed = desk.run(&snooze);
    assert_eq!(snoozed.code, 0, "{}", snoozed.err);
    advance(&desk, "1h");
    desk.kill();
    wait_until("the deadline itself was told", || told(&desk).contains(&"R1 deadline.overdue".to_owned()));
    let rungs = |desk: &Real| told(desk).iter().filter(|t| t.contains("deadline.told")).count();
    assert_eq!(rungs(&desk), 0, "nobody is told while it rests");
    assert!(!told(&desk).contains(&"R1 deadline.returned".to_owned()));
    advance(&desk, "130m");
    wait_until("it is back", || told(&desk).contains(&"R1 deadline.returned".to_owned()));
    desk.kill();
    let line = desk.json(&["due"])[0].clone();
    assert_eq!((line["id"].as_str(), line["snoozed_until"].is_null()), (Some(&*id), true));
    assert_eq!(told(&desk).iter().filter(|t| t.ends_with("deadline.returned")).count(), 1);
    assert_eq!(desk.run(&["verify"]).code, 0);
}

#[test]
fn the_zero_report_of_a_post_is_expected_each_duty_day_and_the_missing_one_turns_red() {
    let desk = Real::new();
    let file = desk.dir().join("station.toml");
    let mut setup = std::fs::read_to_string(&file).unwrap();
    setup.push_str("\n[[post]]\ncode = \"weir\"\nname = \"Weir post\"\nby = \"10:00\"\n");
    std::fs::write(&file, setup).unwrap();
    let applied = desk.run(&["setup", "apply", file.to_str().unwrap()]);
    assert_eq!(applied.code, 0, "{}", applied.err);
    let expected = |desk: &Real| {
        let posts = desk.json(&["zero", "list", "--all"]);
        posts.as_array().unwrap().iter().map(|z| z["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    wait_until("a new post is expected at once", || expected(&desk).len() == 1);
    for (day, missing) in [("2035-03-01", true), ("2035-03-02", false)] {
        assert_eq!(desk.run(&["clock", "set", &format!("{day}T09:00")]).code, 0);
        let of_day = format!("Z-{}-001", day.replace('-', ""));
        wait_until("the day's report is expected", || expected(&desk).contains(&of_day));
        desk.kill();
        if !missing {
            assert_eq!(desk.run(&["zero", "file", &of_day]).code, 0);
        }
        advance(&desk, "2h");
        let light = || light(&desk, &of_day);
        wait_until("what is missing is red, and nothing else", || {
            light() == if missing { "red" } else { "" }
        });
        assert_eq!(expected(&desk).iter().filter(|id| **id == of_day).count(), 1);
    }
    let overdue =
        |entry: &&Value| entry["kind"] == "deadline.overdue" && entry["subject"] == "Z-20350301-001";
    wait_until("it is told", || desk.json(&["journal"]).as_array().unwrap().iter().any(|e| overdue(&e)));
    assert_eq!(desk.json(&["journal"]).as_array().unwrap().iter().filter(overdue).count(), 1);
}

#[test]
fn a_report_that_is_handed_over_again_and_again_is_handed_up_by_itself() {
    let desk = Real::new();
    write_rules(&desk, RULES);
    desk.kill();
    desk.report("a quarrel over a wall");
    for officer in ["0142", "0143"] {
        assert_eq!(desk.run_with(&["officer", "passphrase", officer], "quiet night").code, 0);
    }
    let raised = |desk: &Real| told(desk).iter().filter(|t| *t == "E1 escalation.raised town").count();
    for round in 0..3 {
        assert_eq!(raised(&desk), usize::from(round >= 2), "after {round} handovers");
        let draft = desk.json(&["handover", "draft"]);
        let critical = draft["items"].as_array().unwrap().iter().filter(|item| item["critical"] == true);
        let critical: Vec<String> = critical.map(|item| item["id"].as_str().unwrap().to_owned()).collect();
        let signed = desk.run_with(&["handover", "sign", "--json"], "quiet night").json();
        let handover = signed["id"].as_str().unwrap().to_owned();
        let mut accept = vec!["handover", "accept", &handover, "--officer", "0143"];
        accept.extend(critical.iter().flat_map(|id| ["--read-back", id]));
        let accepted = desk.run_with(&accept, "quiet night");
        assert_eq!(accepted.code, 0, "{}", accepted.err);
    }
    assert_eq!(raised(&desk), 1, "once");
}

#[test]
fn rules_are_taken_up_while_the_desk_runs_and_a_broken_file_stops_nothing() {
    let desk = Real::new();
    let id = desk.json(&["report", "new", "--narrative", "noise", "--priority", "P3"])["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let within = || {
        let due = desk.json(&["due"]);
        let line = due.as_array().unwrap().iter().find(|line| line["id"] == *id).unwrap().clone();
        let at = |name: &str| line[name].as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
        at("due_time").duration_since(at("from_time")).as_secs()
    };
    assert_eq!(within(), 30, "as shipped");
    write_rules(&desk, "[[rule]]\ncode = \"accept\"\nwithin = \"100 min\"\n");
    wait_until("the file is taken up", || within() == 6000);
    let troubles = || desk.json(&["status"])["trouble"].to_string();
    assert!(!troubles().contains("rules"));
    write_rules(
        &desk,
        "[[rule]]\ncode = \"accept\"\nwithin = \"200 min\"\n[[rule]]\ncode = \"verify\"\nwithin = 7\n",
    );
    wait_until("the good rule counts", || within() == 12_000);
    assert!(troubles().contains("\"rules\""), "{}", troubles());
    let log = std::fs::read_to_string(desk.dir().join("desk.log")).unwrap();
    assert!(log.contains("rules.toml") && log.contains("line=6"), "{log}");
    assert_eq!(desk.run(&["rules", "check"]).code, 3);
    std::fs::write(desk.dir().join("rules.toml"), [0xff, 0x00, 0xfe]).unwrap();
    desk.kill();
    assert_eq!(within(), 12_000, "what can't be read leaves the rules as they are");
    std::fs::remove_file(desk.dir().join("rules.toml")).unwrap();
    wait_until("no file is the shipped rules", || within() == 30);
    wait_until("the trouble is over", || !troubles().contains("rules"));
    assert_eq!(desk.run(&["verify"]).code, 0);
}
