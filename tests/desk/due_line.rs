//! What is owed at the command line, against a real desk: the queue in order with its reasons, and what is done about it.

use crate::real::{Ran, Real, wait_until};
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

fn list(desk: &Real, args: &[&str]) -> Vec<Value> {
    desk.json(args).as_array().unwrap().clone()
}

fn ids(lines: &[Value]) -> Vec<&str> {
    lines.iter().map(|line| line["id"].as_str().unwrap()).collect()
}

fn number(object: &Value) -> String {
    object["id"].as_str().unwrap().to_owned()
}

/// A refusal with its exit code, in the language asked for and in whole sentences.
fn refused(desk: &Real, code: i32, args: &[&str]) -> [Ran; 2] {
    ["en", "zh"].map(|lang| {
        let ran = desk.run(&[&["--lang", lang], args].concat());
        assert_eq!(ran.code, code, "{args:?}: {}{}", ran.out, ran.err);
        let chinese = ran.err.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        assert_eq!(chinese, lang == "zh", "{args:?}: {}", ran.err);
        assert!(ran.out.is_empty() && ran.err.trim_end().ends_with(['.', '。']), "{args:?}: {}", ran.err);
        ran
    })
}

#[test]
fn everything_owed_is_listed_in_one_order_and_says_why() {
    let desk = Real::new();
    let plain = desk.report("noise on the roof");
    let urgent = desk.report("smoke from the canteen");
    desk.json(&["report", "amend", &urgent, "--priority", "P1"]);
    let letter = number(&desk.json(&[
        "report",
        "new",
        "--narrative",
        "a letter about a lamp",
        "--source",
        "letter-or-visit",
    ]));
    let later = desk.report("a cow on the road");
    desk.json(&["report", "accept", &later]);
    desk.json(&["clock", "advance", "2m"]);
    let lines = list(&desk, &["due"]);
    let at = |id: &str| ids(&lines).iter().position(|other| *other == id).unwrap();
    assert_eq!((at(&urgent), at(&plain), at(&later)), (0, 1, 2), "late first, danger to life before");
    assert!(at(&letter) > at(&later));
    for line in &lines {
        for field in
            ["id", "reason", "rule", "rule_name", "source", "light", "due_time", "from_time", "amber_time"]
        {
            assert!(line[field].is_string(), "{field}: {line}");
        }
        assert!(line["waits_for"]["name"].is_string() && line["about"].is_string(), "{line}");
        let reason = line["reason"].as_str().unwrap();
        assert!(reason.contains(line["source"].as_str().unwrap()), "{reason}");
        assert!(reason.contains(line["waits_for"]["name"].as_str().unwrap()), "{reason}");
        assert!(line["snoozed_until"].is_null() && line["paused_since"].is_null());
    }
    assert_eq!((&lines[0]["light"], &lines[0]["rule"]), (&"red".into(), &"accept".into()));
    assert_eq!(lines[2]["waits_for"]["code"], "0142");
    assert_eq!(list(&desk, &["due", "--limit", "2"]), lines[..2]);
    let mine = list(&desk, &["due", "--mine"]);
    assert_eq!(ids(&mine), [later.as_str()]);
    for lang in ["en", "zh"] {
        let text = desk.run(&["--lang", lang, "due"]);
        assert_eq!(text.code, 0, "{}", text.err);
        assert!(text.out.lines().all(|line| line.width() <= 80), "{}", text.out);
        assert!(lines.iter().all(|line| text.out.contains(line["id"].as_str().unwrap())), "{}", text.out);
    }
    let shown = desk.json(&["report", "show", &urgent]);
    assert_eq!((&shown["due"][0]["rule"], &shown["carried"]), (&"accept".into(), &0.into()));
    assert_eq!(shown["supervisions"], serde_json::json!([]));
    assert!(desk.run(&["report", "show", &urgent]).out.contains("overdue"));
}

#[test]
fn something_is_put_off_with_a_time_and_a_reason_and_comes_back() {
    let desk = Real::new();
    let id = desk.report("noise on the roof");
    let put_off = desk.json(&["due", "snooze", &id, "--for", "30m", "--reason", "they ring back"]);
    assert!(put_off["snoozed_until"].is_string() && put_off["rule"] == "accept", "{put_off}");
    for args in [
        &["due", "snooze", &id, "--rule", "accept", "--for", "25h", "--reason", "x"][..],
        &["due", "snooze", &id, "--until", "2020-01-01T00:00", "--reason", "x"],
        &["due", "snooze", &id, "--rule", "close", "--for", "5m", "--reason", "x"],
        &["due", "snooze", &id, "--for", "5m", "--reason", " "],
        &["due", "pause", &id, "--reason", "x"],
        &["due", "resume", &id],
        &["due", "extend", &id, "--days", "1", "--reason", "x"],
        &["due", "return", "R-20200101-001"],
        &["due", "return", "S-20200101-001"],
    ] {
        refused(&desk, 1, args);
    }
    for args in [
        &["due", "snooze", &id, "--for", "soon", "--reason", "x"][..],
        &["due", "snooze", &id, "--until", "soon", "--reason", "x"],
        &["due", "snooze", "nonsense", "--for", "5m", "--reason", "x"],
    ] {
        refused(&desk, 2, args);
    }
    assert_eq!(desk.run(&["due", "snooze", &id, "--reason", "x"]).code, 2, "it needs a time");
    assert_eq!(desk.run(&["due", "snooze", &id, "--for", "5m"]).code, 2, "it needs a reason");
    let back = desk.json(&["due", "return", &id]);
    assert!(back["snoozed_until"].is_null(), "{back}");
    refused(&desk, 1, &["due", "return", &id]);
    desk.json(&["due", "snooze", &id, "--for", "10m", "--reason", "they ring back"]);
    desk.json(&["clock", "advance", "11m"]);
    wait_until("it came back by itself", || list(&desk, &["due"])[0]["snoozed_until"].is_null());
    desk.json(&["report", "amend", &id, "--priority", "P1"]);
    refused(&desk, 1, &["due", "snooze", &id, "--for", "5m", "--reason", "x"]);
}

#[test]
fn without_a_rule_the_one_thing_that_fits_is_meant_and_else_the_choices_are_named() {
    let desk = Real::new();
    let id = number(&desk.json(&[
        "report",
        "new",
        "--narrative",
        "a letter about a lamp",
        "--source",
        "letter-or-visit",
    ]));
    let owed = desk.json(&["report", "show", &id])["due"].as_array().unwrap().clone();
    assert!(owed.len() > 1, "{owed:?}");
    for ran in refused(&desk, 1, &["due", "snooze", &id, "--for", "1h", "--reason", "x"]) {
        for due in &owed {
            assert!(ran.err.contains(due["rule"].as_str().unwrap()), "{}", ran.err);
        }
    }
    let extended =
        desk.json(&["--as", "0144", "due", "extend", &id, "--days", "30", "--reason", "the expert is away"]);
    assert_eq!(extended["rule"], "letter-answer", "the only one that can be extended");
    let again = ["--as", "0144", "due", "extend", &id, "--days", "1", "--reason", "x"];
    refused(&desk, 1, &again);
    let duty = ["--as", "0143", "due", "extend", &id, "--days", "1", "--reason", "x"];
    refused(&desk, 1, &duty);
    let id = desk.report("noise on the roof");
    desk.json(&["report", "amend", &id, "--priority", "P4"]);
    desk.json(&["report", "accept", &id]);
    let paused = desk.json(&["due", "pause", &id, "--reason", "the owner is away"]);
    assert!(paused["paused_since"].is_string() && paused["rule"] == "feedback-p4", "{paused}");
    let resumed = desk.json(&["due", "resume", &id, "--rule", paused["rule"].as_str().unwrap()]);
    assert!(resumed["paused_since"].is_null(), "{resumed}");
}

#[test]
fn an_order_goes_from_the_supervisor_to_its_answer_and_back() {
    let desk = Real::new();
    let report = desk.report("noise on the roof");
    let issue =
        ["supervision", "issue", &report, "see the neighbours too", "--within", "2h", "--officer", "0143"];
    refused(&desk, 1, &[&["--as", "0143"][..], &issue].concat());
    let order = desk.json(&issue);
    let id = number(&order);
    assert!(id.starts_with("S-") && order["status"] == "open" && order["due"][0]["rule"] == "supervision");
    assert_eq!(order["officer"], "0143");
    assert_eq!(ids(&list(&desk, &["--as", "0143", "due", "--mine"])), [id.as_str()]);
    assert_eq!(desk.json(&["report", "show", &report])["supervisions"][0]["id"], *id);
    let answered = desk.json(&["--as", "0143", "supervision", "answer", &id, "was there"]);
    assert_eq!((&answered["status"], &answered["replies"][0]["by"]), (&"answered".into(), &"0143".into()));
    assert_eq!(list(&desk, &["supervision", "list"]), Vec::<Value>::new());
    refused(&desk, 1, &["supervision", "withdraw", &id, "--reason", "x"]);
    refused(&desk, 1, &["supervision", "send-back", &id, "--due", "2020-01-01T00:00", "--reason", "x"]);
    let back = ["supervision", "send-back", &id, "--within", "1h", "--reason", "and the cellar?"];
    assert_eq!(desk.json(&back)["sent_back"][0]["text"], "and the cellar?");
    assert_eq!(desk.json(&["supervision", "withdraw", &id, "--reason", "settled"])["status"], "withdrawn");
    refused(&desk, 1, &["supervision", "answer", &id, "late"]);
    refused(&desk, 1, &["supervision", "show", "S-20200101-009"]);
    assert_eq!(ids(&list(&desk, &["supervision", "list", "--all"])), [id.as_str()]);
    for args in [&["supervision", "list", "--all"][..], &["supervision", "show", &id]] {
        let text = desk.run(args);
        assert!(text.code == 0 && text.out.contains("see the neighbours too"), "{}{}", text.out, text.err);
    }
    assert_eq!(desk.run(&["supervision", "issue", &report, "when?"]).code, 2, "it needs a time");
    assert_eq!(desk.run(&["verify"]).code, 0);
}

#[test]
fn an_escalation_is_shown_taken_note_of_and_answered_and_a_report_is_taken_over() {
    let desk = Real::new();
    let report = desk.report("noise on the roof");
    let raise = ["--as", "0143", "report", "escalate", &report, "--reason", "knives were seen"];
    let id = desk.json(&raise)["escalation"].as_str().unwrap().to_owned();
    refused(&desk, 1, &["--as", "0143", "escalation", "acknowledge", &id]);
    let seen = desk.json(&["--as", "0144", "escalation", "acknowledge", &id, "--reply", "coming"]);
    assert_eq!((&seen["acknowledged_by"], &seen["due_rule"]), (&"0144".into(), &"answer-escalation".into()));
    assert_eq!(list(&desk, &["escalation", "list"]), Vec::<Value>::new());
    let answered = desk.json(&["escalation", "answer", &id, "a second car is on its way"]);
    assert_eq!((&answered["answered_by"], &answered["due_time"]), (&"0142".into(), &Value::Null));
    refused(&desk, 1, &["escalation", "answer", &id, "again"]);
    refused(&desk, 1, &["escalation", "show", "E-20200101-009"]);
    assert_eq!(list(&desk, &["escalation", "list", "--all"]), std::slice::from_ref(&answered));
    assert_eq!(desk.json(&["escalation", "show", &id]), answered);
    let text = desk.run(&["escalation", "show", &id]).out;
    assert!(text.contains("a second car is on its way") && text.contains("knives were seen"), "{text}");
    desk.json(&["--as", "0143", "report", "accept", &report]);
    refused(&desk, 1, &["--as", "0143", "report", "take-over", &report, "--reason", "x"]);
    let taken =
        desk.json(&["--as", "0144", "report", "take-over", &report, "--reason", "their shift is over"]);
    assert_eq!((&taken["accepted_by"], &taken["first_handler"]), (&"0144".into(), &"0143".into()));
}

#[test]
fn a_post_that_has_nothing_to_report_says_so() {
    let desk = Real::new();
    let setup = desk.run(&["setup", "export"]).out;
    let file = desk.home().join("posts.toml");
    let post = "\n[[post]]\ncode = \"gate\"\nname = \"North Gate\"\nby = \"23:00\"\n";
    std::fs::write(&file, setup + post).unwrap();
    let applied = desk.run(&["setup", "apply", file.to_str().unwrap(), "--yes"]);
    assert_eq!(applied.code, 0, "{}{}", applied.out, applied.err);
    wait_until("the desk expects the post's report", || !list(&desk, &["zero", "list"]).is_empty());
    let expected = &list(&desk, &["zero", "list"])[0];
    assert_eq!((&expected["post"], &expected["post_name"]), (&"gate".into(), &"North Gate".into()));
    assert!(ids(&list(&desk, &["due"])).contains(&expected["id"].as_str().unwrap()));
    assert!(desk.run(&["zero", "list"]).out.contains("North Gate"));
    let filed = desk.json(&["zero", "file", "gate"]);
    assert_eq!(
        (&filed["id"], &filed["text"], &filed["filed_by"]),
        (&expected["id"], &"".into(), &"0142".into())
    );
    refused(&desk, 1, &["zero", "file", &number(expected), "--text", "a lamp is out"]);
    let again = desk.run(&["zero", "file", "gate"]).err;
    assert!(again.contains("settled") && again.contains(&number(expected)), "{again}");
    refused(&desk, 1, &["zero", "file", "gate"]);
    let unknown = desk.run(&["zero", "file", "moon"]).err;
    assert!(unknown.contains("no post 'moon'") && unknown.contains("gate"), "{unknown}");
    refused(&desk, 1, &["zero", "file", "moon"]);
    assert_eq!(list(&desk, &["zero", "list", "--all"]).len(), 1);
}

#[test]
fn every_command_about_what_is_owed_is_explained_in_both_languages() {
    let desk = Real::nowhere();
    for family in ["due", "supervision", "zero", "escalation"] {
        let [en, zh] = ["en", "zh"].map(|lang| {
            let help = desk.run(&["--lang", lang, family, "--help"]);
            assert_eq!(help.code, 0, "{}", help.err);
            assert!(!help.out.contains("cli-"), "{family}: {}", help.out);
            help.out
        });
        assert_ne!(en, zh);
    }
    let script = desk.run(&["completions", "bash"]).out;
    for word in ["snooze", "send-back", "take-over", "zero"] {
        assert!(script.contains(word), "{word}");
    }
}
