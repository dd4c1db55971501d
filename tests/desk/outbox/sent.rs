//! Notices that leave a real desk by a real command: once, whatever happens to either.

use crate::real::{Real, wait_until};
use serde_json::Value;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

/// A training desk whose station has this script as its command. `$OUT` in it is a file beside the desk's folder.
pub fn desk_with(script: &str, settings: &str) -> Real {
    let desk = Real::new();
    assert_eq!(desk.run(&["stop"]).code, 0);
    let command = desk.home().join("send");
    let out = out(&desk);
    let script = format!("#!/bin/sh\nOUT='{}'\n{script}\n", out.display());
    std::fs::write(&command, script).unwrap();
    std::fs::set_permissions(&command, std::fs::Permissions::from_mode(0o755)).unwrap();
    configure(&desk, &format!("[outbox]\ncommand = [{:?}]\n{settings}\n", command.to_str().unwrap()));
    desk
}

fn configure(desk: &Real, text: &str) {
    let file = desk.dir().join("desk.toml");
    std::fs::write(&file, text).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
}

fn out(desk: &Real) -> PathBuf {
    desk.home().join("out")
}

/// What the command was given, a line each time.
pub fn letters(desk: &Real) -> Vec<Value> {
    let text = std::fs::read_to_string(out(desk)).unwrap_or_default();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Hands a report up and gives its number.
fn escalate(desk: &Real) -> String {
    let id = desk.report("smoke over the depot, a canary sings");
    let reason = ["report", "escalate", &id, "--reason", "more hands"];
    assert_eq!(desk.run(&reason).code, 0);
    id
}

fn rows(desk: &Real) -> Vec<Value> {
    desk.json(&["outbox", "list", "--all"]).as_array().unwrap().clone()
}

fn state(desk: &Real) -> String {
    rows(desk)[0]["state"].as_str().unwrap_or_default().to_owned()
}

fn facts(desk: &Real, kind: &str) -> usize {
    desk.json(&["journal"]).as_array().unwrap().iter().filter(|e| e["kind"] == kind).count()
}

#[test]
fn an_escalation_reaches_the_command_once_with_all_that_it_may_know() {
    let desk = desk_with("env > \"$OUT.env\"; cat >> \"$OUT\"", "");
    let id = escalate(&desk);
    wait_until("it is delivered", || state(&desk) == "sent");
    let all = letters(&desk);
    assert_eq!(all.len(), 1);
    let letter = &all[0];
    assert_eq!((letter["record"].as_str(), letter["why"].as_str()), (Some(&*id), Some("escalated")));
    assert_eq!((letter["attempt"].as_i64(), letter["training"].as_bool()), (Some(1), Some(true)));
    assert_eq!(letter["officers"][0]["number"], "0144", "not the one who raised it");
    assert!(letter["text"]["en"].as_str().unwrap().starts_with("EXERCISE: R-"));
    assert!(!letter.to_string().contains("canary"));
    let env = std::fs::read_to_string(desk.home().join("out.env")).unwrap();
    assert!(env.contains("PATH=") && !env.contains("DUTYDESK"), "{env}");
    let board = desk.json(&["status"]);
    assert_eq!(board["dead_letters"], 0);
    assert!(std::fs::read_dir(desk.dir().join("outbox")).unwrap().next().is_none(), "no word is left");
    assert_eq!(desk.run(&["verify"]).code, 0);
}

#[test]
fn a_command_that_fails_is_tried_again_and_then_is_a_dead_letter_that_an_officer_sees() {
    let desk = desk_with("cat >> \"$OUT\"; exit 1", "tries = 3\npauses = [\"1 ms\"]");
    escalate(&desk);
    wait_until("it is a dead letter", || state(&desk) == "dead");
    let attempts: Vec<i64> = letters(&desk).iter().map(|l| l["attempt"].as_i64().unwrap()).collect();
    assert_eq!(attempts, [1, 2, 3]);
    let ids: std::collections::BTreeSet<String> =
        letters(&desk).iter().map(|l| l["id"].to_string()).collect();
    assert_eq!(ids.len(), 1, "the same number in every attempt");
    wait_until("it is told", || {
        let status = desk.json(&["status"]);
        status["dead_letters"] == 1 && status["trouble"].as_array().unwrap().contains(&"notices-dead".into())
    });
    assert_eq!(facts(&desk, "desk.notice-dead"), 1);
    let listed = desk.run(&["outbox", "list"]);
    assert!(
        listed.out.contains("did not arrive") && listed.out.contains("the command failed"),
        "{}",
        listed.out
    );
    let id = rows(&desk)[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(desk.run(&["outbox", "retry", &id]).code, 0);
    wait_until("it was tried three times more", || letters(&desk).len() == 6 && state(&desk) == "dead");
    assert_eq!(desk.run(&["outbox", "drop", &id]).code, 0);
    wait_until("the trouble is over", || desk.json(&["status"])["trouble"].as_array().unwrap().is_empty());
    assert_eq!(desk.run(&["outbox", "retry", &id]).code, 1);
    assert_eq!(desk.run(&["outbox", "drop", "x"]).code, 2);
}

#[test]
fn a_command_that_hangs_is_killed_with_all_that_it_started() {
    let desk =
        desk_with("echo $$ > \"$OUT.pid\"; sleep 1000 & sleep 1000", "time-limit = \"300 ms\"\ntries = 1");
    escalate(&desk);
    wait_until("it is a dead letter", || state(&desk) == "dead");
    assert_eq!(rows(&desk)[0]["error"], "time-limit");
    let group = std::fs::read_to_string(desk.home().join("out.pid")).unwrap().trim().to_owned();
    wait_until("nobody of its group is left", || members_of(&group) == 0);
}

/// How many live processes there are in a group.
fn members_of(group: &str) -> usize {
    let stats = std::fs::read_dir("/proc").unwrap().flatten();
    let stats = stats.filter_map(|entry| std::fs::read_to_string(entry.path().join("stat")).ok());
    let of = stats.filter(|stat| {
        let mut fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
        let (state, _, pgrp) = (fields.next(), fields.next(), fields.next());
        pgrp == Some(group) && state != Some("Z")
    });
    of.count()
}

/// Waits for a file beside the desk, as its command does.
const UNTIL_GO: &str = "cat >> \"$OUT\"; until [ -e \"$OUT.go\" ]; do sleep 0.02; done";

#[test]
fn a_desk_that_is_killed_while_the_command_runs_does_not_send_again_what_was_delivered_meanwhile() {
    let desk = desk_with(UNTIL_GO, "time-limit = \"60 s\"");
    escalate(&desk);
    wait_until("the command runs", || letters(&desk).len() == 1);
    desk.kill();
    std::fs::write(desk.home().join("out.go"), "").unwrap();
    let place = desk.dir().join("outbox");
    let done = |e: std::fs::DirEntry| e.path().extension().is_some_and(|x| x == "done");
    wait_until("word is left", || std::fs::read_dir(&place).unwrap().flatten().any(done));
    wait_until("the new desk has found it", || state(&desk) == "sent");
    assert_eq!(letters(&desk).len(), 1);
}

#[test]
fn a_desk_that_comes_up_while_the_command_still_runs_waits_for_its_word() {
    let desk = desk_with(UNTIL_GO, "time-limit = \"60 s\"");
    escalate(&desk);
    wait_until("the command runs", || letters(&desk).len() == 1);
    desk.kill();
    assert_eq!(state(&desk), "sending");
    std::fs::write(desk.home().join("out.go"), "").unwrap();
    wait_until("the new desk has found it", || state(&desk) == "sent");
    assert_eq!(letters(&desk).len(), 1);
}

#[test]
fn what_was_delivered_while_the_desk_was_down_is_not_sent_again_however_much_waits_before_it() {
    let desk = desk_with(UNTIL_GO, "time-limit = \"60 s\"");
    for _ in 0..2 {
        assert_eq!(desk.run(&["outbox", "test"]).code, 0);
    }
    wait_until("two commands run", || letters(&desk).len() == 2);
    for _ in 0..20 {
        assert_eq!(desk.run(&["outbox", "test"]).code, 0);
    }
    desk.kill();
    std::fs::write(desk.home().join("out.go"), "").unwrap();
    let place = desk.dir().join("outbox");
    let done = |e: &std::fs::DirEntry| e.path().extension().is_some_and(|x| x == "done");
    let words = || std::fs::read_dir(&place).unwrap().flatten().filter(done).count();
    wait_until("both left word", || words() == 2);
    wait_until("all are delivered", || rows(&desk).iter().all(|row| row["state"] == "sent"));
    let ids: std::collections::BTreeSet<String> =
        letters(&desk).iter().map(|l| l["id"].to_string()).collect();
    assert_eq!((letters(&desk).len(), ids.len()), (22, 22), "each once");
}

#[test]
fn a_stop_does_not_wait_for_the_command_and_the_command_ends_by_itself() {
    let desk = desk_with(UNTIL_GO, "time-limit = \"60 s\"");
    escalate(&desk);
    wait_until("the command runs", || letters(&desk).len() == 1);
    assert_eq!(desk.run(&["stop"]).code, 0);
    assert!(desk.pid().is_none(), "the desk is gone");
    std::fs::write(desk.home().join("out.go"), "").unwrap();
    wait_until("the next desk has found its word", || state(&desk) == "sent");
    assert_eq!(letters(&desk).len(), 1);
}

#[test]
fn a_run_that_was_killed_with_the_desk_is_repeated_under_the_same_number_when_its_time_is_over() {
    let script = "cat >> \"$OUT\"; echo $PPID > \"$OUT.pid\"; [ -e \"$OUT.go\" ] || sleep 1000";
    let desk = desk_with(script, "time-limit = \"2 s\"\npauses = [\"1 ms\"]");
    escalate(&desk);
    wait_until("the command runs", || desk.home().join("out.pid").exists());
    desk.kill();
    // Whether it comes in time or finds it gone: no attempt so far leaves word of success.
    let keeper = std::fs::read_to_string(desk.home().join("out.pid")).unwrap();
    let _ = std::process::Command::new("kill").args(["-9", keeper.trim()]).output();
    std::fs::write(desk.home().join("out.go"), "").unwrap();
    wait_until("it arrives in the end", || state(&desk) == "sent");
    let attempts: Vec<(String, i64)> =
        letters(&desk).iter().map(|l| (l["id"].to_string(), l["attempt"].as_i64().unwrap())).collect();
    assert!(attempts.len() >= 2, "{attempts:?}");
    let expected: Vec<(String, i64)> =
        (1..).zip(&attempts).map(|(n, _)| (attempts[0].0.clone(), n)).collect();
    assert_eq!(attempts, expected);
}

#[test]
fn the_file_is_read_again_when_it_changes_and_a_bad_one_changes_nothing() {
    let desk = desk_with("cat >> \"$OUT\"", "");
    assert_eq!(desk.run(&["outbox", "test"]).code, 0);
    wait_until("the test is delivered", || state(&desk) == "sent");
    assert_eq!(letters(&desk)[0]["why"], "test");
    configure(&desk, "[outbox]\ncommand = \"oops\"\n");
    let wrong = || desk.json(&["status"])["trouble"].as_array().unwrap().contains(&"desk-file-wrong".into());
    wait_until("the desk says that something is wrong", wrong);
    let doctor = desk.run(&["doctor"]);
    assert!(doctor.out.contains("'desk.toml', line 2, column 11: The command must be"), "{}", doctor.out);
    assert_eq!(desk.run(&["outbox", "test"]).code, 0);
    wait_until("the old command still delivers", || letters(&desk).len() == 2);
    configure(&desk, "");
    wait_until("the desk has read it", || !wrong());
    assert_eq!(desk.run(&["outbox", "test"]).code, 0);
    assert_eq!(state(&desk), "shown");
}

#[test]
fn a_file_that_others_may_write_to_is_used_no_longer_though_it_says_the_same() {
    let desk = desk_with("cat >> \"$OUT\"", "");
    let file = desk.dir().join("desk.toml");
    let may = |mode| std::fs::set_permissions(&file, std::fs::Permissions::from_mode(mode)).unwrap();
    let wrong = || desk.json(&["status"])["trouble"].as_array().unwrap().contains(&"desk-file-wrong".into());
    assert_eq!(desk.run(&["outbox", "test"]).code, 0);
    wait_until("the first is delivered", || state(&desk) == "sent");
    may(0o666);
    wait_until("the desk says that something is wrong", wrong);
    assert_eq!(desk.run(&["outbox", "test"]).code, 0);
    assert_eq!(state(&desk), "shown");
    may(0o644);
    wait_until("the desk has looked at it again", || !wrong());
    assert_eq!(desk.run(&["outbox", "test"]).code, 0);
    wait_until("it is delivered", || letters(&desk).len() == 2);
}

#[test]
fn a_ladder_reaches_the_command_step_by_step_once_each_also_when_the_desk_is_killed_in_between() {
    let desk = desk_with("cat >> \"$OUT\"", "");
    let made = desk.json(&["report", "new", "--narrative", "smoke", "--priority", "P1"]);
    let id = made["id"].as_str().unwrap().to_owned();
    for minutes in 0..20 {
        desk.json(&["clock", "advance", "2m"]);
        if minutes % 7 == 3 {
            desk.kill();
        }
    }
    let to = |target: &str| {
        let of = |l: &&Value| l["record"] == *id && l["rule"] == "accept" && l["to"] == target;
        letters(&desk).iter().filter(of).count()
    };
    wait_until("the last step is told", || to("district") > 0);
    wait_until("nothing waits", || desk.json(&["outbox", "list"]).as_array().unwrap().is_empty());
    assert_eq!(["shift-leader", "town", "district"].map(to), [3, 1, 1]);
    let all: Vec<String> = letters(&desk).iter().map(|l| l["id"].to_string()).collect();
    let once: std::collections::BTreeSet<&String> = all.iter().collect();
    assert_eq!(once.len(), all.len(), "each once: {all:?}");
    let sent = rows(&desk).iter().filter(|row| row["state"] == "sent").count();
    assert_eq!(sent, all.len());
}
