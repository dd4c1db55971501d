//! `dutydesk doctor`: looks over the machine, the desk and the terminal. What it all means is in `config::doctor`.

use super::console::home;
use super::context::Context;
use super::failure::{Exit, Failure};
use super::print;
use crate::app::Own;
use crate::config::desk_file::DeskFile;
use crate::config::doctor::{
    DatabaseSeen, DatabaseState, DiskSeen, Finding, Grade, Probe, SpoolSeen, TerminalSeen, database,
    desk_file, disk, file_system, keymap, locale, spool, terminal, worst,
};
use crate::store::{StoreError, look, sqlite_version};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Access, access, statfs, statvfs};
use rustix::termios::{LocalModes, OptionalActions, isatty, tcgetattr, tcgetwinsize, tcsetattr};
use serde_json::json;
use std::io::{Write, stdin, stdout};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// How long a terminal may take to say where its cursor is: a slow line, not a silent one.
const ANSWER_WITHIN: Timespec = Timespec { tv_sec: 0, tv_nsec: 500_000_000 };

/// Prints every finding; something bad ends the command with exit code 3.
pub(super) fn run(context: &Context) -> Result<(), Failure> {
    let words = &context.words;
    let var = |name: &str| std::env::var(name).ok();
    let folder = nearest_folder(context.paths.dir());
    let mut findings = database(&database_seen(context));
    findings.extend(disk(&disk_seen(&folder)));
    findings.extend(spool(&spool_seen(&context.paths.spool())));
    findings.push(locale(var("LC_ALL").as_deref(), var("LC_CTYPE").as_deref(), var("LANG").as_deref()));
    if isatty(stdin()) && isatty(stdout()) {
        let size = tcgetwinsize(stdout()).map_or((0, 0), |s| (s.ws_col, s.ws_row));
        findings.extend(terminal(&TerminalSeen { term: var("TERM").unwrap_or_default(), size }));
        findings.extend(Probe::ALL.iter().map(|probe| probe.finding(&ask_terminal(&probe.question()))));
    }
    findings.extend(desk_file(&DeskFile::read(&context.paths.desk_file()).1));
    findings.push(keymap(&Own::read(&context.paths, home().as_ref()).problems));
    told(context, &findings)?;
    match worst(&findings) {
        Grade::Good | Grade::Mind => Ok(()),
        Grade::Bad => Err(Failure::new(Exit::Config, words.get("cli-doctor-bad"))),
    }
}

fn told(context: &Context, findings: &[Finding]) -> Result<(), Failure> {
    let words = &context.words;
    if context.json {
        let all: Vec<_> = findings
            .iter()
            .map(|f| json!({ "grade": f.grade.code(), "finding": f.id, "sentence": f.sentence(words) }))
            .collect();
        return print::json(&all, words);
    }
    for finding in findings {
        print::line(&format!("{}  {}", finding.grade.word(words), finding.sentence(words)), words)?;
    }
    Ok(())
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn database_seen(context: &Context) -> DatabaseSeen {
    let state = match look(context.paths.dir()) {
        Ok(()) => DatabaseState::Sound,
        Err(StoreError::NoDesk { .. }) => DatabaseState::None,
        Err(StoreError::Newer { .. }) => DatabaseState::Newer,
        Err(StoreError::NotADesk { .. }) => DatabaseState::Foreign,
        Err(StoreError::Damaged { .. }) => DatabaseState::Damaged,
        Err(
            StoreError::Exists { .. }
            | StoreError::DiskFull
            | StoreError::ReadOnly
            | StoreError::Busy
            | StoreError::OldSqlite { .. }
            | StoreError::Io { .. }
            | StoreError::Broken { .. },
        ) => DatabaseState::Unreadable,
    };
    DatabaseSeen { path: shown(&context.paths.db()), state, sqlite: sqlite_version().to_owned() }
}

/// The folder itself, or the nearest one above it that is there.
fn nearest_folder(path: &Path) -> PathBuf {
    path.ancestors().find(|p| p.is_dir()).unwrap_or(Path::new("/")).to_owned()
}

fn disk_seen(folder: &Path) -> DiskSeen {
    let number = statfs(folder).ok().and_then(|s| u64::try_from(s.f_type).ok()).unwrap_or(0);
    let free = statvfs(folder).map_or(0, |s| s.f_bavail.saturating_mul(s.f_frsize));
    let device = std::fs::metadata(folder).ok().and_then(|m| block_device(m.dev()));
    let spins =
        device.as_deref().and_then(|path| std::fs::read_to_string(path.join("queue/rotational")).ok());
    DiskSeen {
        path: shown(folder),
        file_system: file_system(number),
        device: device.and_then(|p| p.file_name().map(|n| n.to_string_lossy().into_owned())),
        spins: spins.map(|text| text.trim() == "1"),
        free,
    }
}

/// The whole device that holds a partition, as the kernel lists it.
fn block_device(dev: u64) -> Option<PathBuf> {
    let (major, minor) = (rustix::fs::major(dev), rustix::fs::minor(dev));
    let path = std::fs::canonicalize(format!("/sys/dev/block/{major}:{minor}")).ok()?;
    if path.join("queue").is_dir() { Some(path) } else { path.parent().map(Path::to_owned) }
}

fn spool_seen(path: &Path) -> SpoolSeen {
    let entries = |name: &str| std::fs::read_dir(path.join(name)).into_iter().flatten().flatten();
    let reasons = |e: &std::fs::DirEntry| e.path().extension().is_some_and(|x| x == "why");
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let folders = ["tmp", "new", "done", "bad"].map(|name| path.join(name));
    let writable = |p: &PathBuf| access(p, Access::WRITE_OK | Access::EXEC_OK).is_ok();
    SpoolSeen {
        path: shown(path),
        usable: path.is_dir().then(|| folders.iter().all(writable)),
        waiting: count(entries("new").count()),
        refused: count(entries("bad").filter(|e| !reasons(e)).count()),
        watched: !path.is_dir() || crate::intake::can_watch(&path.join("new")),
    }
}

/// Writes a question to the terminal and reads what it says within a moment.
fn ask_terminal(question: &str) -> Vec<u8> {
    let mut answer = Vec::new();
    let Ok(before) = tcgetattr(stdin()) else { return answer };
    let mut raw = before.clone();
    raw.local_modes.remove(LocalModes::ECHO | LocalModes::ICANON);
    if tcsetattr(stdin(), OptionalActions::Now, &raw).is_ok() {
        let asked = write!(stdout(), "{question}").and_then(|()| stdout().flush());
        while asked.is_ok() && answer.last() != Some(&b'R') && answer.len() < 64 {
            let input = stdin();
            let mut ready = [PollFd::new(&input, PollFlags::IN)];
            let mut bytes = [0_u8; 32];
            match poll(&mut ready, Some(&ANSWER_WITHIN)) {
                Ok(1..) => match rustix::io::read(&input, &mut bytes) {
                    Ok(n @ 1..) => answer.extend_from_slice(bytes.get(..n).unwrap_or_default()),
                    Ok(0) | Err(_) => break,
                },
                Ok(0) | Err(_) => break,
            }
        }
    }
    // A terminal that can't be given back was not taken either.
    let _ = tcsetattr(stdin(), OptionalActions::Flush, &before);
    answer
}
