//! Reads passphrases: unseen from a terminal, one line from a pipe. Never from flags, which other accounts can read.

use super::failure::{Exit, Failure};
use crate::domain::{OfficerId, Secret};
use crate::words::Words;
use rustix::termios::{LocalModes, OptionalActions, isatty, tcgetattr, tcsetattr};
use std::io::{BufRead, Write, stderr, stdin};

/// An officer's passphrase.
pub(super) fn read(words: &Words, officer: &OfficerId) -> Result<Secret, Failure> {
    ask(words, &words.with("cli-ask-passphrase", &[("officer", &officer.0)]))
}

/// A new passphrase, asked for twice on a terminal.
pub(super) fn read_new(words: &Words, officer: &OfficerId) -> Result<Secret, Failure> {
    let first = ask(words, &words.with("cli-ask-new-passphrase", &[("officer", &officer.0)]))?;
    if isatty(stdin()) && ask(words, &words.get("cli-ask-passphrase-again"))? != first {
        return Err(Failure::new(Exit::Refused, words.get("cli-passphrases-differ")));
    }
    Ok(first)
}

fn ask(words: &Words, prompt: &str) -> Result<Secret, Failure> {
    let broken = |e: &std::io::Error| Failure::file(words, "stdin".as_ref(), e);
    let before = if isatty(stdin()) { tcgetattr(stdin()).ok() } else { None };
    if let Some(modes) = &before {
        let mut unseen = modes.clone();
        unseen.local_modes.remove(LocalModes::ECHO);
        tcsetattr(stdin(), OptionalActions::Flush, &unseen).map_err(|e| broken(&e.into()))?;
        let _ = write!(stderr(), "{prompt}: ").and_then(|()| stderr().flush());
    }
    let mut line = String::new();
    let read = stdin().lock().read_line(&mut line);
    if let Some(modes) = &before {
        let _ = tcsetattr(stdin(), OptionalActions::Flush, modes);
        let _ = writeln!(stderr());
    }
    read.map_err(|e| broken(&e))?;
    let passphrase = line.trim_end_matches(['\r', '\n']).to_owned();
    if passphrase.is_empty() {
        return Err(Failure::new(Exit::Refused, words.get("cli-no-passphrase")));
    }
    Ok(Secret(passphrase))
}
