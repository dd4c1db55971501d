//! `dutydesk demo`: a training desk in a temporary folder with a month behind it and a live night, gone at the end.

mod handed;
mod history;
mod night;
mod quarrels;
mod tales;

use self::history::{Act, Cast, month};
use super::context::Context;
use super::failure::{Exit, Failure};
use super::{console, init, print, record, serve};
use crate::config::{Paths, demo_setup};
use crate::domain::command::{Command, DeskCommand, Order, SetupCommand};
use crate::domain::{Lang, OfficerId, Role, Secret, Station};
use crate::store::{Asked, Store};
use crate::wire::{Caller, Hello};
use jiff::Timestamp;
use std::os::unix::fs::DirBuilderExt;
use std::process::{Child, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// The passphrase of every officer of the demo; the console says so.
const PASSPHRASE: &str = "quiet night";
/// How long the demo's desk may take to come up.
const UP_WITHIN: Duration = Duration::from_secs(10);
/// How many acts of the past are put into one transaction.
const AT_ONCE: usize = 1_000;

/// Runs the demo.
pub(super) fn run(context: &Context) -> Result<(), Failure> {
    console::check_terminal(context)?;
    let words = &context.words;
    let folder = std::env::temp_dir().join(format!("dutydesk-demo-{}", std::process::id()));
    let made = std::fs::DirBuilder::new().mode(0o700).create(&folder);
    made.map_err(|e| Failure::file(words, &folder, &e))?;
    let uid = rustix::process::geteuid().as_raw();
    let demo = context.at(Paths::of(&folder, &std::env::temp_dir(), uid));
    let outcome = night(&demo);
    if folder.exists() {
        // The desk takes its folder with it; this is for a demo that never came to a desk.
        std::fs::remove_dir_all(&folder).map_err(|e| Failure::file(words, &folder, &e))?;
    }
    outcome
}

fn night(demo: &Context) -> Result<(), Failure> {
    init::make(demo, &demo_setup())?;
    let cast = past(demo, demo.words.lang())?;
    let mut desk = start(demo)?;
    let player = player(&cast.station);
    let (end, ended) = mpsc::channel();
    let console = Context { act_as: Some(player.clone()), ..demo.at(demo.paths.clone()) };
    let paths = demo.paths.clone();
    let outside = std::thread::spawn(move || night::go_on(&paths, &cast, &player, &ended));
    let said = demo.words.with("cli-demo-passphrase", &[("passphrase", PASSPHRASE)]);
    let outcome = print::line(&said, &demo.words).and_then(|()| console::attach(&console));
    drop(end);
    // Whatever became of the night outside, the console's own end is what counts.
    let _ = outside.join();
    drop(desk.stdin.take());
    let _ = desk.wait();
    outcome
}

/// Starts the desk so that it ends, and its folder with it, when this process does, however it does.
fn start(demo: &Context) -> Result<Child, Failure> {
    let words = &demo.words;
    let program = serve::own_program(words)?;
    let mut desk = std::process::Command::new(&program)
        .arg("--data")
        .arg(demo.paths.dir())
        .args(["serve", "--throw-away"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|e| Failure::file(words, &program, &e))?;
    let until = Instant::now() + UP_WITHIN;
    while Instant::now() < until && !matches!(desk.try_wait(), Ok(Some(_))) {
        if Caller::open(&demo.paths, Hello::command(words.lang())).is_ok() {
            return Ok(desk);
        }
        std::thread::sleep(Duration::from_millis(4));
    }
    Err(Failure::new(
        Exit::Broken,
        words.with("cli-desk-silent", &[("seconds", &UP_WITHIN.as_secs().to_string())]),
    ))
}

/// The officer at the console: the first one on the duty desk who isn't the leader.
fn player(station: &Station) -> OfficerId {
    let first =
        station.officers().find(|o| o.role == Role::ShiftLeader).or_else(|| station.officers().next());
    first.map(|o| o.number.clone()).unwrap_or_default()
}

/// Puts the month into the record, before the desk comes up.
fn past(demo: &Context, lang: Lang) -> Result<Cast, Failure> {
    let failed = |e: crate::store::StoreError| record::store_failure(&e, &demo.words);
    let mut store = Store::open(demo.paths.dir()).map_err(failed)?;
    let cast = Cast::new((**store.station()).clone(), lang);
    let machine = Timestamp::now();
    let now = tonight(&cast.station, machine);
    passphrases(&mut store, &cast, now);
    let mut asked = month(&cast, now).into_iter().enumerate().map(|(n, act)| as_asked(n, act)).peekable();
    while asked.peek().is_some() {
        // An act that a rule refuses, such as sending a unit that is busy elsewhere, simply didn't happen.
        store.execute_batch(asked.by_ref().take(AT_ONCE).collect());
    }
    let clock = Command::Desk(DeskCommand::SetClock { to: now });
    let order = Order { key: "clock".to_owned(), seen: None, command: clock };
    store.execute_batch(vec![Asked { order, moment: cast.by_keeper(machine), passphrase_hash: None }]);
    store.close().map_err(failed)?;
    Ok(cast)
}

/// The demo plays at night: by day its clock, as that of any training desk, is set to the evening that comes.
fn tonight(station: &Station, now: Timestamp) -> Timestamp {
    let zone = station.zone();
    let local = zone.to_datetime(now);
    if !(5..20).contains(&local.hour()) {
        return now;
    }
    let evening = local.date().to_datetime(jiff::civil::time(22, 40, 0, 0));
    zone.to_timestamp(evening).unwrap_or(now)
}

fn as_asked(n: usize, act: Act) -> Asked {
    let order = Order { key: format!("history-{n}"), seen: None, command: act.command };
    Asked { order, moment: act.moment, passphrase_hash: None }
}

/// Every officer of the demo signs with the same words; they are hashed once.
fn passphrases(store: &mut Store, cast: &Cast, now: Timestamp) {
    let hash = crate::desk::hash_now(&Secret(PASSPHRASE.to_owned()));
    let asked = cast.station.officers().enumerate().map(|(n, officer)| {
        let passphrase = Secret(PASSPHRASE.to_owned());
        let command =
            Command::Setup(SetupCommand::SetPassphrase { officer: officer.number.clone(), passphrase });
        let order = Order { key: format!("passphrase-{n}"), seen: None, command };
        Asked { order, moment: cast.by_desk(now), passphrase_hash: hash.clone() }
    });
    store.execute_batch(asked.collect());
}
