//! The console in a real pseudo-terminal, against a desk that answers from memory: what it writes, byte by byte, and how
//! it behaves when windows change, lines drop and programs are stopped.

mod bytes;
mod ends;
mod fake_desk;
mod keys;
mod line;
mod looks;
mod notices;
mod stage;
mod together;
mod whole;
mod windows;

use dutydesk::app::{AppError, ConsoleOptions, Start, console};
use dutydesk::config::home::GivenHome;
use dutydesk::config::{ConsoleHome, Paths};
use dutydesk::domain::Lang;
use dutydesk::words::Words;
use fake_desk::FakeDesk;
use jiff::Timestamp;
use stage::{Setup, Stage};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

/// The arguments that make this program the console of the other tests.
fn program() -> Vec<String> {
    let program = std::env::current_exe().unwrap().to_string_lossy().into_owned();
    let child = "pty::the_console_that_the_other_tests_look_at";
    [&program, "--exact", child, "--ignored", "--nocapture"].map(ToString::to_string).to_vec()
}

/// A console at this desk, in a large terminal that shows Chinese.
fn at(desk: &FakeDesk) -> Setup {
    let folder = desk.folder().to_string_lossy().into_owned();
    let setup = Setup { columns: 120, rows: 40, vars: Vec::new(), program: program() };
    setup
        .var("DESK", folder.as_str())
        .var("HOME", folder)
        .var("TERM", "xterm-256color")
        .var("LANG", "zh_CN.UTF-8")
        .var("TZ", "UTC")
}

/// A console on which the whole Desk screen stands, with the cursor on the newest report.
fn standing(setup: &Setup) -> Stage {
    let mut stage = Stage::start(setup);
    stage.settle();
    stage
}

const CANARY: &str = "North St 12, called by 0790 555 0142";

/// The machine's clock; when a test says so, it breaks after some looks at it.
fn clock() -> Timestamp {
    static LOOKS: AtomicU32 = AtomicU32::new(0);
    let breaks_at: Option<u32> = std::env::var("BREAKS_AT").ok().map(|at| at.parse().unwrap());
    let looks = LOOKS.fetch_add(1, Ordering::SeqCst);
    assert!(breaks_at.is_none_or(|at| looks < at), "{CANARY}");
    Timestamp::now()
}

#[test]
#[ignore = "the other tests start it as a process of its own"]
fn the_console_that_the_other_tests_look_at() {
    let Some(folder) = std::env::var_os("DESK").map(PathBuf::from) else { return };
    let asked = std::env::var("ASKED").ok();
    let home = GivenHome { home: std::env::var_os("HOME"), ..GivenHome::default() };
    let options = ConsoleOptions {
        paths: Paths::of(&folder, &folder, 0),
        home: ConsoleHome::find(&home),
        lang: asked.map(|lang| if lang == "zh" { Lang::Zh } else { Lang::En }),
        locale: Lang::Zh,
        act_as: None,
        start: Start::Never,
        exports: folder,
        paper: |_, _, _| String::new(),
        now: clock,
    };
    let code = match console(options) {
        Ok(()) => 0,
        Err(AppError::Unfit(unfit)) => {
            eprintln!("{}", unfit.say(&Words::new(Lang::En)));
            3
        }
        Err(AppError::Broken) => 5,
        Err(AppError::Desk(_) | AppError::Machine { .. }) => 4,
    };
    std::process::exit(code);
}
