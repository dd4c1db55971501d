//! What consoles are told without asking, the spool, the training clock, and the desk's own state.

use super::live::{Live, Raw, kinds, receive, reports};
use crate::real::wait_until;
use dutydesk::domain::Command;
use dutydesk::domain::command::{DeskCommand, UnitCommand};
use dutydesk::domain::desk::{Board, DeskStatus};
use dutydesk::domain::patrol::UnitStatus;
use dutydesk::domain::query::{Answer, Query};
use dutydesk::domain::{Refusal, Role};
use dutydesk::wire::message::{ToClient, ToDesk, Topic};
use dutydesk::wire::{Caller, WireError};
use jiff::SignedDuration;
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;

/// Reads pushes until this list changed; says what else did.
fn told_of(console: &mut Raw, topic: Topic) -> (u64, BTreeSet<Topic>) {
    let mut all = BTreeSet::new();
    loop {
        if let ToClient::Changed { head, topics, .. } = console.next() {
            all.extend(topics);
            if all.contains(&topic) {
                return (head, all);
            }
        }
    }
}

fn board(caller: &mut Caller) -> Board {
    match caller.ask(Query::Board).unwrap() {
        Answer::Board(board) => *board,
        other => panic!("{other:?}"),
    }
}

fn status(caller: &mut Caller) -> DeskStatus {
    match caller.ask(Query::Status).unwrap() {
        Answer::Status(status) => *status,
        other => panic!("{other:?}"),
    }
}

/// As a producer does it: written beside, then renamed.
fn drop_file(spool: &Path, name: &str, text: &str) {
    std::fs::write(spool.join("tmp").join(name), text).unwrap();
    std::fs::rename(spool.join("tmp").join(name), spool.join("new").join(name)).unwrap();
}

#[test]
fn every_console_is_told_which_lists_changed() {
    let desk = Live::training();
    let mut consoles = [desk.console("0142"), desk.console("0156")];
    let mut caller = desk.acting_as("0142");
    let last = receive(&mut caller, "a fight").entries.unwrap().1;
    for console in &mut consoles {
        assert!(told_of(console, Topic::Reports).0 >= last);
    }
    let out = UnitCommand::Status { unit: "south3".into(), status: UnitStatus::Available };
    caller.execute(Command::Unit(out), None).unwrap();
    for console in &mut consoles {
        assert!(!told_of(console, Topic::Units).1.contains(&Topic::Setup));
    }
}

#[test]
fn many_changes_are_few_notices() {
    let desk = Live::training();
    let mut console = desk.console("0142");
    let mut caller = desk.acting_as("0156");
    let began = Instant::now();
    let last = (0..200).map(|n| receive(&mut caller, &n.to_string()).entries.unwrap().1).max().unwrap();
    let mut notices = 0;
    while told_of(&mut console, Topic::Reports).0 < last {
        notices += 1;
    }
    // Fifty a second: on a machine where every change takes longer than that, each has a notice of its own.
    let most = began.elapsed().as_millis() / 20 + 1;
    assert!(notices <= most, "{notices} notices for 200 changes, {most} at most in that time");
}

#[test]
fn the_board_shows_who_sits_at_a_console() {
    let desk = Live::training();
    let mut caller = desk.acting_as("0156");
    assert!(board(&mut caller).online.is_empty(), "a command is nobody at the desk");
    let (first, second) = (desk.console("0156"), desk.console("0142"));
    let third = desk.console("0142");
    assert_eq!(board(&mut caller).online, ["0142".into(), "0156".into()]);
    let status = status(&mut caller);
    assert_eq!((status.sessions, status.consoles), (4, 3));
    assert_eq!(status.pid, std::process::id());
    assert!(status.training && status.journal_head > 0 && status.journal_hash.len() == 64);
    drop((second, third));
    wait_until("one console is left", || board(&mut caller).online == ["0156".into()]);
    drop(first);
    wait_until("no console is left", || board(&mut caller).online.is_empty());
}

#[test]
fn a_file_in_the_spool_is_on_consoles_without_a_key_pressed() {
    let desk = Live::training();
    let mut consoles = [desk.console("0142"), desk.console("0156")];
    let mut caller = desk.acting_as("0142");
    let spool = desk.paths.spool();
    wait_until("the spool is there", || spool.join("new").is_dir() && spool.join("tmp").is_dir());
    drop_file(&spool, "one.json", "{\"narrative\":\"smoke from a roof\",\"source_key\":\"110-1\"}");
    for console in &mut consoles {
        told_of(console, Topic::Reports);
    }
    drop_file(&spool, "two.json", "{\"narrative\":\"smoke from a roof\",\"source_key\":\"110-1\"}");
    wait_until("it was counted", || status(&mut caller).files_taken == 2);
    assert_eq!(reports(&mut caller).len(), 1, "the same source key is the same report");
    assert!(kinds(&mut caller).contains(&"report.resent".to_owned()));
    wait_until("it was put aside", || std::fs::read_dir(spool.join("new")).unwrap().next().is_none());
}

#[test]
fn a_refused_file_is_recorded_counted_and_kept_beside_its_reason() {
    let desk = Live::training();
    let mut console = desk.console("0142");
    let mut caller = desk.acting_as("0142");
    let spool = desk.paths.spool();
    wait_until("the spool is there", || spool.join("new").is_dir() && spool.join("tmp").is_dir());
    drop_file(&spool, "bad.json", "{\"narrative\":\"x\",\"ethnicity\":\"y\"}");
    told_of(&mut console, Topic::Desk);
    wait_until("it was counted", || status(&mut caller).files_refused == 1);
    assert_eq!(board(&mut caller).counts.files_refused, 1);
    assert!(kinds(&mut caller).contains(&"desk.file-refused".to_owned()));
    wait_until("it was put aside", || {
        std::fs::read_dir(spool.join("bad"))
            .unwrap()
            .any(|f| f.unwrap().file_name().to_string_lossy().ends_with(".why"))
    });
    assert_eq!(reports(&mut caller), []);
}

#[test]
fn what_was_dropped_while_no_desk_ran_is_taken_at_the_start() {
    let desk = Live::training();
    let spool = desk.paths.spool();
    wait_until("the spool is there", || spool.join("new").is_dir() && spool.join("tmp").is_dir());
    let desk = desk.stop();
    let many: String = (0..1000).map(|n| format!("{{\"narrative\":\"number {n}\"}}\n")).collect();
    drop_file(&spool, "night.jsonl", &many);
    let desk = desk.on_thread(dutydesk::desk::Options::default());
    let mut caller = desk.acting_as("0142");
    wait_until("all are in", || board(&mut caller).counts.reports == 1000);
    wait_until("the file is done", || status(&mut caller).files_taken == 1);
}

#[test]
fn the_clock_of_a_training_desk_goes_forward_and_stays_there() {
    let desk = Live::training();
    let mut console = desk.console("0142");
    let mut caller = desk.acting_as("0142");
    let now = status(&mut caller).now;
    let to = now + SignedDuration::from_hours(5);
    let set = |to| Command::Desk(DeskCommand::SetClock { to });
    caller.execute(set(to), None).unwrap();
    let moved = status(&mut caller).now;
    assert!(moved >= to && moved < to + SignedDuration::from_secs(60));
    assert!(
        told_of(&mut console, Topic::Units).1.contains(&Topic::Reports),
        "what is due changed everywhere"
    );
    assert!(matches!(caller.execute(set(now), None), Err(WireError::Refused(Refusal::ClockBackward))));
    drop(console);
    let desk = desk.stop().on_thread(dutydesk::desk::Options::default());
    assert!(status(&mut desk.acting_as("0142")).now >= to);
    assert!(board(&mut desk.acting_as("0142")).trouble.is_empty());
    let real = Live::real();
    let refused = real.caller().execute(set(to), None);
    assert!(matches!(refused, Err(WireError::Refused(Refusal::TrainingOnly))), "{refused:?}");
}

#[test]
fn a_backup_is_made_by_a_supervisor_while_the_desk_runs() {
    let desk = Live::training();
    let mut chief = desk.acting_as("0100");
    receive(&mut chief, "before the backup");
    let file = desk.paths.dir().join("copy.db");
    chief.backup(file.to_str().unwrap()).unwrap();
    assert!(file.metadata().unwrap().len() > 4096);
    let again = chief.backup(file.to_str().unwrap());
    assert!(matches!(again, Err(WireError::Failed { ref trouble }) if trouble == "exists"), "{again:?}");
    let relative = chief.backup("copy.db");
    assert!(matches!(relative, Err(WireError::Failed { .. })), "{relative:?}");
    let refused = desk.acting_as(super::live::officer_of(Role::Reviewer)).backup("/nowhere/x.db");
    assert!(matches!(refused, Err(WireError::Refused(Refusal::RoleMayNot { .. }))));
}

#[test]
fn a_console_at_which_nobody_has_signed_in_is_told_nothing() {
    let desk = Live::made(&super::live::founding(false, true)).on_thread(dutydesk::desk::Options::default());
    let mut console = Raw::connect(&desk.paths);
    console.send(&dutydesk::wire::Hello::console(dutydesk::domain::Lang::Zh).message());
    assert!(matches!(console.next(), ToClient::Welcome { who: None, .. }));
    let mut other = desk.caller();
    other
        .sign_in(
            super::live::officer_of(Role::Supervisor),
            dutydesk::domain::Secret(super::live::PASSPHRASE.into()),
        )
        .unwrap();
    receive(&mut other, "x");
    console.send(&ToDesk::Ask { id: 9, query: Query::Status });
    assert!(matches!(console.next(), ToClient::Answer { id: 9, .. }), "an answer, and no push before it");
}
