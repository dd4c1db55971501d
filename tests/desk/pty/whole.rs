//! The whole program: several real consoles at a real desk that is killed, stopped, or only there for a look.

use super::stage::{Seen, Setup, Stage};
use crate::real::{PATIENCE, Real, wait_until};
use rustix::process::Signal;
use std::time::{Duration, Instant};

/// A console of an officer of this desk.
fn console(desk: &Real, args: &[&str]) -> Stage {
    let program = env!("CARGO_BIN_EXE_dutydesk").to_owned();
    let program = std::iter::once(program).chain(args.iter().map(ToString::to_string)).collect();
    let setup = Setup { columns: 120, rows: 40, vars: Vec::new(), program };
    let setup = setup
        .var("HOME", desk.home().to_string_lossy())
        .var("DUTYDESK_DATA", desk.dir().to_string_lossy())
        .var("TMPDIR", desk.home().to_string_lossy())
        .var("TERM", "xterm-256color")
        .var("LANG", "en_US.UTF-8")
        .var("TZ", "Asia/Shanghai");
    Stage::start(&setup)
}

fn shows(text: &str) -> impl Fn(&Seen) -> bool {
    move |seen| seen.text().contains(text)
}

fn is_up(seen: &Seen) -> bool {
    seen.text().contains("Reports") && seen.text().contains("online")
}

#[test]
fn of_two_officers_who_accept_the_same_report_one_is_told_about_the_other() {
    let desk = Real::new();
    desk.report("noise on the roof");
    let mut first = console(&desk, &["--as", "0142"]);
    let mut second = console(&desk, &["--as", "0143"]);
    for console in [&first, &second] {
        console.wait_until("the report", shows("noise on the roof"));
    }
    // Both press the key on what they see; the desk takes one after the other.
    first.send(b"a");
    second.send(b"a");
    let told = |seen: &Seen, name: &str| {
        seen.text().lines().rev().take(3).any(|line| line.contains(name) && line.contains("accepted"))
    };
    let until = Instant::now() + PATIENCE;
    while !(told(&first.seen(), "Wang Fang") || told(&second.seen(), "Li Qiang")) {
        assert!(Instant::now() < until, "{}\n{}", first.seen().text(), second.seen().text());
        std::thread::yield_now();
    }
}

#[test]
fn a_killed_desk_is_started_again_by_its_consoles_and_a_half_typed_form_is_still_there() {
    let desk = Real::new();
    let mut consoles: Vec<Stage> = (0..4).map(|_| console(&desk, &["--as", "0142"])).collect();
    for console in &mut consoles {
        console.wait_until("the Desk screen", is_up);
        console.send(b"nmen at the gate");
        console.wait_until("the form", shows("men at the gate"));
    }
    // The second time the consoles have hardly come back.
    for _ in 0..2 {
        let before = desk.pid().unwrap();
        let killed = Instant::now();
        let kill = std::process::Command::new("kill").args(["-9", &before.to_string()]).status();
        assert!(kill.unwrap().success());
        wait_until("another desk", || desk.pid().is_some_and(|pid| pid != before));
        let sessions = || desk.run(&["status", "--json"]).json()["consoles"].as_u64().unwrap_or(0);
        wait_until("four consoles", || sessions() == 4);
        assert!(killed.elapsed() <= Duration::from_secs(5), "{:?}", killed.elapsed());
    }
    let console = &mut consoles[0];
    console.send(b", two of them");
    console.wait_until("the form", shows("men at the gate, two of them"));
    console.send(b"\x13");
    console.wait_until("the report in the list", |seen| {
        seen.text().lines().any(|line| line.contains("R-001") && line.contains("men at"))
    });
}

#[test]
fn a_desk_that_was_told_to_stop_stays_down() {
    let desk = Real::new();
    let stage = console(&desk, &["--as", "0142"]);
    stage.wait_until("the Desk screen", is_up);
    assert_eq!(desk.run(&["stop"]).code, 0);
    stage.wait_until("the banner", |seen| !is_up(seen));
    // Some tries later there is still no desk; then the officer's own command starts one.
    assert_eq!(desk.run(&["status", "--json"]).code, 4);
    desk.report("after the stop");
    stage.wait_until("the report", shows("after the stop"));
}

#[test]
fn the_demo_shows_a_whole_screen_and_leaves_nothing_behind() {
    let home = Real::nowhere();
    let mut stage = console(&home, &["demo"]);
    stage.wait_until("the Desk screen", is_up);
    stage.signal(Signal::TERM);
    let (status, _) = stage.wait_for_end();
    assert!(status.success(), "{status:?}\n{}", stage.seen().text());
    let left: Vec<_> = std::fs::read_dir(home.home()).unwrap().flatten().map(|e| e.file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains("demo")), "{left:?}");
}
