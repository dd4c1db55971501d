//! `dutydesk serve`, `status` and `stop`.

use super::args::ServeArgs;
use super::context::Context;
use super::failure::{Exit, Failure};
use super::print;
use super::time::rfc3339;
use crate::desk::start::{StartError, detach};
use crate::desk::{DeskError, Lock, Options, Reach};
use crate::domain::query::{Answer, Query};
use crate::words::Words;
use crate::words::text::one_line;
use serde_json::json;
use std::time::{Duration, Instant};

/// How long a desk may take to let go of its folder.
const GONE_WITHIN: Duration = Duration::from_secs(10);

/// Keeps the desk until it is told to end.
pub(super) fn run(context: &Context, args: &ServeArgs) -> Result<(), Failure> {
    let words = &context.words;
    if args.throw_away {
        end_with_standard_input();
    } else if args.detached {
        detach().map_err(|e| Failure::file(words, "session".as_ref(), &e))?;
    } else {
        // Said only by a desk that has the folder to itself.
        drop(Lock::take(&context.paths).map_err(|e| desk_failure(&e, words))?);
        let folder = one_line(&context.paths.dir().to_string_lossy()).into_owned();
        print::line(&words.with("cli-serving", &[("folder", &folder)]), words)?;
    }
    let reach = if args.group { Reach::Group } else { Reach::Owner };
    let options = Options { reach, own_process: true, detached: args.detached, ..Options::default() };
    let served = crate::desk::serve(&context.paths, &options);
    if args.throw_away {
        let folder = context.paths.dir();
        std::fs::remove_dir_all(folder).map_err(|e| Failure::file(words, folder, &e))?;
    }
    served.map_err(|e| desk_failure(&e, words))
}

/// A desk to be thrown away ends with whoever started it, also when that one was killed or its line dropped: then the
/// pipe that it was given as standard input is closed.
fn end_with_standard_input() {
    std::thread::spawn(|| {
        // Whatever comes of reading, there is nobody left.
        let _ = std::io::copy(&mut std::io::stdin().lock(), &mut std::io::sink());
        let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::TERM);
    });
}

/// What keeps a desk from being made or kept, in a sentence.
pub(super) fn desk_failure(error: &DeskError, words: &Words) -> Failure {
    let sentence = match error {
        DeskError::AlreadyRuns { pid: Some(pid) } => {
            words.with("cli-desk-runs-as", &[("pid", &pid.to_string())])
        }
        DeskError::AlreadyRuns { pid: None } => words.get("cli-desk-runs"),
        DeskError::NotMade => words.get("cli-not-made"),
        DeskError::AlreadyMade => words.get("cli-already-made"),
        DeskError::InTheWay(path) => {
            words.with("cli-in-the-way", &[("file", &one_line(&path.to_string_lossy()))])
        }
        DeskError::NotPrivate(path) => {
            words.with("cli-not-private", &[("file", &one_line(&path.to_string_lossy()))])
        }
        DeskError::File { path, kind } => return Failure::file(words, path, &std::io::Error::from(*kind)),
        DeskError::Refused(refusal) => {
            return Failure::refused(refusal, words, &crate::domain::Station::default());
        }
        DeskError::System(kind) => words.with("cli-system-refused", &[("why", &kind.to_string())]),
        DeskError::Store(error) => return super::record::store_failure(error, words),
        DeskError::Broken => words.get("cli-broken"),
    };
    Failure::new(exit_of(error.exit_code()), sentence)
}

/// Why no desk came up in the background.
pub(super) fn start_failure(error: &StartError, words: &Words) -> Failure {
    match error {
        StartError::NotStarted(kind) => {
            Failure::new(Exit::Broken, words.with("cli-not-started", &[("why", &kind.to_string())]))
        }
        StartError::Ended { code, sentence } => {
            let code = code.and_then(|c| u8::try_from(c).ok()).unwrap_or(5);
            let said = sentence.strip_prefix("dutydesk: ").unwrap_or(sentence);
            Failure::new(exit_of(code), words.with("cli-desk-said", &[("sentence", said)]))
        }
        StartError::Silent(seconds) => {
            Failure::new(Exit::NoDesk, words.with("cli-desk-silent", &[("seconds", &seconds.to_string())]))
        }
    }
}

fn exit_of(code: u8) -> Exit {
    [Exit::Refused, Exit::Usage, Exit::Config, Exit::NoDesk]
        .into_iter()
        .find(|exit| *exit as u8 == code)
        .unwrap_or(Exit::Broken)
}

/// Says how the desk is. It never starts one.
pub(super) fn status(context: &Context) -> Result<(), Failure> {
    let mut call = context.call_running()?;
    let Answer::Status(status) = call.ask(Query::Status)? else { return Err(call.nonsense()) };
    let (words, zone) = (&context.words, call.station.zone());
    if context.json {
        let value = json!({
            "pid": status.pid,
            "version": status.version,
            "started_time": rfc3339(status.started_at, &zone),
            "now": rfc3339(status.now, &zone),
            "training": status.training,
            "sessions": status.sessions,
            "consoles": status.consoles,
            "journal_head": status.journal_head,
            "journal_hash": status.journal_hash,
            "files_taken": status.files_taken,
            "files_refused": status.files_refused,
            "dead_letters": status.dead_letters,
            "trouble": status.trouble,
        });
        return print::json(&value, words);
    }
    let numbers = [
        ("pid", status.pid.to_string()),
        ("since", words.exact(status.started_at, &zone)),
        ("sessions", status.sessions.to_string()),
        ("consoles", status.consoles.to_string()),
        ("head", status.journal_head.to_string()),
        ("taken", status.files_taken.to_string()),
        ("refused", status.files_refused.to_string()),
    ];
    let numbers: Vec<(&str, &str)> = numbers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    print::line(&words.with("cli-status", &numbers), words)?;
    for trouble in &status.trouble {
        print::line(&words.trouble(*trouble), words)?;
    }
    Ok(())
}

/// Ends the desk in order.
pub(super) fn stop(context: &Context) -> Result<(), Failure> {
    let mut call = context.call_running()?;
    let stopped = call.caller.stop();
    stopped.map_err(|e| Failure::wire(e, &context.words, &call.station))?;
    wait_until_gone(context);
    print::line(&context.words.get("cli-stopped"), &context.words)
}

/// The desk answers before it has let go of its folder; whoever asked it to end wants the folder.
fn wait_until_gone(context: &Context) {
    let until = Instant::now() + GONE_WITHIN;
    while Instant::now() < until && Lock::take(&context.paths).is_err() {
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// This program, to be started once more as the desk.
pub(super) fn own_program(words: &Words) -> Result<std::path::PathBuf, Failure> {
    std::env::current_exe().map_err(|e| Failure::file(words, "dutydesk".as_ref(), &e))
}
