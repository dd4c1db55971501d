//! Starting a desk in the background for the first console, and waiting until it answers.

use crate::config::Paths;
use crate::wire::connect::socket_of;
use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a desk may take to come up.
const UP_WITHIN: Duration = Duration::from_secs(10);
/// Pause between two looks.
const LOOK_EVERY: Duration = Duration::from_millis(4);
/// How long a desk that holds the folder is given to answer before another is started.
const THEIRS_WITHIN: Duration = Duration::from_millis(200);
/// The exit code of a desk that found the folder held by another process.
const HELD: i32 = 4;
/// The longest sentence of a desk that did not come up, in bytes.
const SENTENCE_MAX: u64 = 4096;

/// Why no desk answers.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The program could not be started.
    #[error("the desk could not be started: {0}")]
    NotStarted(io::ErrorKind),
    /// The desk ended before it answered.
    #[error("the desk ended before it answered: {sentence}")]
    Ended {
        /// Its exit code; none when a signal ended it.
        code: Option<i32>,
        /// What it said, in its own words.
        sentence: String,
    },
    /// The desk started, but doesn't answer.
    #[error("the desk was started but doesn't answer after {0} seconds")]
    Silent(u64),
}

/// Makes sure that a desk answers in the folder: starts `exe --data DIR serve --detached` when none does, and once more
/// when whoever held the folder at that moment doesn't answer. Says whether it started one.
///
/// # Errors
/// [`StartError`], with the sentence of a desk that could not come up.
pub fn ensure_running(paths: &Paths, exe: &Path) -> Result<bool, StartError> {
    if answers(paths) {
        return Ok(false);
    }
    let until = Instant::now() + UP_WITHIN;
    loop {
        let child = start(paths, exe)?;
        match wait_for_answer(paths, child, until) {
            Err(StartError::Ended { code: Some(HELD), .. }) if Instant::now() < until => {}
            waited => return waited,
        }
    }
}

fn start(paths: &Paths, exe: &Path) -> Result<Child, StartError> {
    Command::new(exe)
        .arg("--data")
        .arg(paths.dir())
        .args(["serve", "--detached"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|e| StartError::NotStarted(e.kind()))
}

/// Waits until a desk answers. Says whether it is this one.
fn wait_for_answer(paths: &Paths, mut child: Child, mut until: Instant) -> Result<bool, StartError> {
    let mut ended: Option<StartError> = None;
    while Instant::now() < until {
        if answers(paths) {
            return Ok(ended.is_none());
        }
        if ended.is_none() {
            ended = has_ended(&mut child);
            match ended {
                // Another desk is starting, and will answer; or one that ends hasn't let go of the folder yet, and never will.
                Some(StartError::Ended { code: Some(HELD), .. }) => {
                    until = until.min(Instant::now() + THEIRS_WITHIN);
                }
                Some(error) => return Err(error),
                None => {}
            }
        }
        std::thread::sleep(LOOK_EVERY);
    }
    Err(ended.unwrap_or(StartError::Silent(UP_WITHIN.as_secs())))
}

/// Leaves the terminal and the process group of whoever started this process; called by `serve --detached`.
///
/// # Errors
/// When the process leads a group already.
pub fn detach() -> io::Result<()> {
    rustix::process::setsid()?;
    Ok(())
}

/// Lets go of standard error, once the desk answers: whoever started it no longer reads it.
pub(super) fn let_go_of_stderr() {
    if let Ok(null) = std::fs::OpenOptions::new().write(true).open("/dev/null") {
        // Without it the desk writes into a pipe that nobody reads, which does no harm.
        let _ = rustix::stdio::dup2_stderr(&null);
    }
}

fn answers(paths: &Paths) -> bool {
    UnixStream::connect(socket_of(paths)).is_ok()
}

fn has_ended(child: &mut Child) -> Option<StartError> {
    let status = child.try_wait().ok().flatten()?;
    let mut sentence = Vec::new();
    if let Some(stderr) = child.stderr.take() {
        // What can't be read is not said.
        let _ = stderr.take(SENTENCE_MAX).read_to_end(&mut sentence);
    }
    let sentence = String::from_utf8_lossy(&sentence).trim().to_owned();
    Some(StartError::Ended { code: status.code(), sentence })
}
