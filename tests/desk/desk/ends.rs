//! How a desk ends and comes up again: kill -9, SIGTERM, a second desk, a stale socket, a folder far down.

use super::live::{FOLDER, Live, Raw, founding, kinds, paths_of, receive, reports, uid};
use crate::real::wait_until;
use dutydesk::config::Paths;
use dutydesk::desk::{DeskError, Options, Reach, make, serve, start};
use dutydesk::domain::command::SetupCommand;
use dutydesk::domain::{Lang, Refusal, Role};
use dutydesk::wire::message::{Ended, ToDesk};
use dutydesk::wire::{Caller, Hello, WireError};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

#[test]
fn nothing_acknowledged_is_lost_or_doubled_when_the_desk_is_killed_again_and_again() {
    let desk = Live::made(&founding(true, false)).in_process();
    let acts = 150;
    let over = Arc::new(AtomicBool::new(false));
    let (mut caller, done) = (desk.acting_as("0142"), Arc::clone(&over));
    let worker = std::thread::spawn(move || {
        let ids: Vec<_> = (0..acts).map(|n| receive(&mut caller, &format!("act {n}")).id.unwrap()).collect();
        done.store(true, Ordering::Release);
        ids
    });
    let mut desk = desk;
    let mut kills = 0;
    while !over.load(Ordering::Acquire) {
        desk = desk.kill().in_process();
        kills += 1;
        let mut caller = desk.acting_as("0156");
        let had = reports(&mut caller).len();
        wait_until("the run goes on", || {
            over.load(Ordering::Acquire) || reports(&mut caller).len() > had + 7
        });
    }
    let ids = worker.join().unwrap();
    let mut caller = desk.acting_as("0156");
    let mut kept: Vec<_> = reports(&mut caller).into_iter().map(|r| (r.id, r.gist.0)).collect();
    kept.reverse();
    let expected: Vec<_> = ids.into_iter().zip((0..acts).map(|n| format!("act {n}"))).collect();
    assert_eq!(kept, expected, "after {kills} kills");
    assert!(kills >= 3);
}

#[test]
fn a_clean_end_tells_every_session_and_is_on_record() {
    let desk = Live::made(&founding(true, false)).in_process();
    let console = desk.console("0142");
    let mut caller = desk.acting_as("0142");
    receive(&mut caller, "x");
    let socket = desk.paths.socket().to_owned();
    let (desk, code) = desk.terminate();
    assert_eq!(code, Some(0));
    assert!(!socket.exists());
    assert_eq!(console.ended(), Ended::DeskStops);
    assert!(!desk.paths.dir().join("desk.db-wal").exists(), "the record was closed in order");
    let log = std::fs::read_to_string(desk.paths.log()).unwrap();
    assert!(log.contains("the desk is up") && log.contains("the desk ended in order"), "{log}");
    let desk = desk.in_process();
    let kinds = kinds(&mut desk.acting_as("0142"));
    let last: Vec<&str> = kinds.iter().rev().take(2).map(String::as_str).collect();
    assert_eq!(last, ["desk.started", "desk.stopped"]);
}

#[test]
fn its_keeper_and_supervisors_may_stop_it_and_nobody_else() {
    let mut founding = founding(false, true);
    // Nobody at this desk has this account but by signing in.
    founding.founder.uid = None;
    let desk = Live::made(&founding).on_thread(Options::default());
    let mut keeper = Caller::open(&desk.paths, Hello::command(Lang::En)).unwrap();
    assert_eq!(keeper.welcome().who, None);
    keeper.stop().unwrap();
    let desk = desk.ended();
    assert!(matches!(Caller::open(&desk.paths, Hello::command(Lang::En)), Err(WireError::NoDesk)));
    let desk = Live::training();
    let mut officer = desk.acting_as(super::live::officer_of(Role::Reviewer));
    officer.stop().unwrap();
    drop(desk.ended());
}

#[test]
fn a_second_desk_is_told_which_process_keeps_the_first() {
    let desk = Live::made(&founding(true, false)).in_process();
    let pid = desk.note().pid;
    match serve(&desk.paths, &Options::default()) {
        Err(error @ DeskError::AlreadyRuns { .. }) => {
            assert!(error.to_string().ends_with(&format!("as process {pid}")), "{error}");
            assert_eq!(error.exit_code(), 4);
        }
        other => panic!("{other:?}"),
    }
    receive(&mut desk.acting_as("0142"), "the first is not disturbed");
    let again = make(&desk.paths, founding(true, false));
    assert!(matches!(again, Err(DeskError::AlreadyRuns { .. })));
}

#[test]
fn a_stale_socket_is_replaced_and_anything_else_is_left_alone() {
    let desk = Live::made(&founding(true, false)).in_process().kill();
    assert!(desk.paths.socket().exists(), "kill -9 leaves it");
    let caller = Caller::open(&desk.paths, Hello::command(Lang::En));
    assert!(matches!(caller, Err(WireError::NoDesk)));
    let desk = desk.in_process().kill();
    std::fs::remove_file(desk.paths.socket()).unwrap();
    std::fs::write(desk.paths.socket(), "mine").unwrap();
    let taken = serve(&desk.paths, &Options::default());
    assert!(matches!(taken, Err(DeskError::InTheWay(_))), "{taken:?}");
    assert_eq!(std::fs::read_to_string(desk.paths.socket()).unwrap(), "mine");
}

#[test]
fn the_socket_and_the_folder_are_private() {
    let desk = Live::training();
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(desk.paths.socket()), 0o600);
    assert_eq!(mode(desk.paths.dir()), 0o700);
    assert_eq!(mode(&desk.paths.db()), 0o600);
    let options = Options { reach: Reach::Group, ..Options::default() };
    let desk = desk.stop().on_thread(options);
    assert_eq!(mode(desk.paths.socket()), 0o660);
}

#[test]
fn a_desk_far_down_listens_elsewhere_and_is_found() {
    let folder = tempfile::TempDir::new().unwrap();
    let deep: PathBuf = folder.path().join("d".repeat(120));
    let paths = Paths::of(&deep, folder.path(), uid());
    let desk = Live::made_at(folder, paths, &founding(true, false)).on_thread(Options::default());
    assert!(desk.paths.socket_is_elsewhere());
    receive(&mut desk.acting_as("0142"), "found");
    let private = desk.paths.socket().parent().unwrap().metadata().unwrap();
    assert_eq!(private.permissions().mode() & 0o777, 0o700);
    // A client with another runtime folder finds it by the lock file.
    let other = Paths::of(&deep, Path::new("/nowhere"), uid());
    assert_ne!(other.socket(), desk.paths.socket());
    Caller::open(&other, Hello::command(Lang::En)).unwrap();
    let socket = desk.paths.socket().to_owned();
    drop(desk.stop());
    assert!(!socket.exists());
}

#[test]
fn a_desk_is_made_whole_or_not_at_all_and_once() {
    let folder = tempfile::TempDir::new().unwrap();
    let paths = paths_of(&folder.path().join("desk"));
    assert!(matches!(serve(&paths, &Options::default()), Err(DeskError::NotMade)));
    let mut wrong = founding(true, false);
    wrong.head.zone = "Nowhere/Land".into();
    let refused = make(&paths, wrong);
    assert!(matches!(refused, Err(DeskError::Refused(Refusal::BadValue { .. }))), "{refused:?}");
    assert!(matches!(serve(&paths, &Options::default()), Err(DeskError::NotMade)));
    make(&paths, founding(true, false)).unwrap();
    assert!(matches!(make(&paths, founding(true, false)), Err(DeskError::AlreadyMade)));
}

#[test]
fn a_desk_that_does_not_come_up_is_told_in_a_sentence() {
    let folder = tempfile::TempDir::new().unwrap();
    let paths = paths_of(folder.path());
    let none = start::ensure_running(&paths, Path::new("/nowhere/dutydesk"));
    assert!(matches!(none, Err(start::StartError::NotStarted(_))), "{none:?}");
    let ends = start::ensure_running(&paths, Path::new("/bin/false"));
    assert!(matches!(ends, Err(start::StartError::Ended { code: Some(1), .. })), "{ends:?}");
}

#[test]
fn several_first_consoles_at_once_start_one_desk() {
    let desk = Live::made(&founding(true, false));
    let exe = Path::new(env!("CARGO_BIN_EXE_dutydesk"));
    let started: Vec<bool> = std::thread::scope(|scope| {
        let each: Vec<_> =
            (0..4).map(|_| scope.spawn(|| start::ensure_running(&desk.paths, exe).unwrap())).collect();
        each.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(started.contains(&true));
    let pid = desk.note().pid;
    assert!(!start::ensure_running(&desk.paths, exe).unwrap(), "it runs already");
    assert_ne!(pid, std::process::id());
    receive(&mut desk.acting_as("0142"), "the desk in the background answers");
    desk.caller().stop().unwrap();
    wait_until("it has let go of the folder", || dutydesk::desk::Lock::take(&desk.paths).is_ok());
    assert!(!desk.paths.socket().exists());
}

#[test]
fn a_desk_is_started_once_more_when_the_one_that_held_the_folder_was_about_to_end() {
    let desk = Live::made(&founding(true, false));
    let held = dutydesk::desk::Lock::take(&desk.paths).unwrap();
    let folder = tempfile::TempDir::new().unwrap();
    let (program, ended) = (folder.path().join("desk"), folder.path().join("ended"));
    let script = format!(
        "#!/bin/sh\n'{}' \"$@\"\ncode=$?\necho $code >> '{}'\nexit $code\n",
        env!("CARGO_BIN_EXE_dutydesk"),
        ended.display()
    );
    std::fs::write(&program, script).unwrap();
    std::fs::set_permissions(&program, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let started = std::thread::scope(|scope| {
        let starting = scope.spawn(|| start::ensure_running(&desk.paths, &program));
        wait_until("a desk found the folder held", || ended.exists());
        drop(held);
        starting.join().unwrap()
    });
    assert!(matches!(started, Ok(true)), "{started:?}");
    assert!(std::fs::read_to_string(&ended).unwrap().lines().all(|code| code == "4"));
    desk.caller().stop().unwrap();
    wait_until("it has let go of the folder", || dutydesk::desk::Lock::take(&desk.paths).is_ok());
}

#[test]
fn the_desks_log_holds_no_words_of_officers() {
    let desk = Live::made(&founding(true, false)).in_process();
    let mut caller = desk.acting_as(super::live::officer_of(Role::Supervisor));
    receive(&mut caller, crate::samples::CANARY);
    let passphrase = dutydesk::domain::Secret(crate::samples::CANARY.into());
    let set = SetupCommand::SetPassphrase { officer: "0142".into(), passphrase };
    caller.execute(dutydesk::domain::Command::Setup(set), None).unwrap();
    let mut raw = Raw::hello(&desk.paths, None);
    std::io::Write::write_all(&mut raw.stream, format!("{}\n", crate::samples::CANARY).as_bytes()).unwrap();
    assert!(matches!(raw.ended(), Ended::Malformed { .. }));
    let mut raw = Raw::hello(&desk.paths, Some(&super::live::officer_of(Role::Reviewer).0));
    raw.ask(&ToDesk::Backup { id: 1, file: format!("/{}", crate::samples::CANARY) });
    let (desk, _) = desk.terminate();
    let log = std::fs::read_to_string(desk.paths.log()).unwrap();
    assert!(log.contains("denied"), "{log}");
    assert!(!log.contains("canary"), "{log}");
    assert!(std::env::var_os(FOLDER).is_none());
}
