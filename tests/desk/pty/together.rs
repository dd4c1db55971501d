//! Two officers at the consoles of one real desk: the built program from end to end, on real pseudo-terminals.

use super::stage::{Setup, Stage};
use crate::real::{Real, wait_until};

fn console(desk: &Real, officer: &str) -> Stage {
    let program = [env!("CARGO_BIN_EXE_dutydesk"), "--as", officer].map(str::to_owned).to_vec();
    let setup = Setup { columns: 120, rows: 40, vars: Vec::new(), program }
        .var("HOME", desk.home().to_string_lossy())
        .var("DUTYDESK_DATA", desk.dir().to_string_lossy())
        .var("TERM", "xterm-256color")
        .var("LANG", "en_US.UTF-8");
    let stage = Stage::start(&setup);
    stage.wait_for("n new report");
    stage.wait_for("Patrol 3");
    stage
}

#[test]
fn a_file_stands_on_both_consoles_without_a_key_and_one_of_two_officers_accepts() {
    let desk = Real::new();
    desk.json(&["report", "list"]);
    let (mut one, mut two) = (console(&desk, "0143"), console(&desk, "0144"));
    desk.drop_file("a.json", br#"{"narrative":"Smoke outside","type":"fire","priority":"P1"}"#);
    for stage in [&one, &two] {
        stage.wait_for("Smoke outside");
    }
    let online = desk.json(&["status"])["consoles"].as_u64();
    assert_eq!(online, Some(2));
    one.send(b"a");
    one.wait_for("R-001 accepted");
    two.wait_until("the other officer's act", |seen| seen.row(4).contains("dispatch"));
    two.send(b"a");
    two.wait_for("Wang Fang");
    let report = &desk.json(&["report", "list"])[0];
    assert_eq!(report["accepted_by"], "0143");
    let id = report["id"].as_str().unwrap().to_owned();
    let timeline = desk.json(&["report", "show", &id])["timeline"].clone();
    let accepted = timeline.as_array().unwrap().iter().filter(|e| e["kind"] == "report.accepted").count();
    assert_eq!(accepted, 1);
}

#[test]
fn a_killed_desk_comes_back_by_itself_and_a_half_typed_call_is_saved_on_it() {
    let desk = Real::new();
    desk.json(&["report", "list"]);
    let mut stage = console(&desk, "0143");
    stage.send(b"n");
    stage.wait_for("New report");
    stage.send(b"Two men at the");
    stage.wait_for("Two men at the");
    let killed = desk.pid();
    desk.kill();
    stage.send(b" market gate");
    stage.wait_for("Two men at the market gate");
    wait_until("the console has the desk back", || {
        desk.pid().is_some() && desk.pid() != killed && desk.json(&["status"])["consoles"] == 1
    });
    stage.send(b"\x13");
    wait_until("the call is on record", || {
        let list = desk.json(&["report", "list"]);
        list.as_array().unwrap().iter().any(|r| r["narrative"] == "Two men at the market gate")
    });
    assert_eq!(desk.json(&["report", "list"]).as_array().unwrap().len(), 1, "once");
    assert_eq!(desk.run(&["verify"]).code, 0);
}
