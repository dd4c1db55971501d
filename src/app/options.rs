//! Owns what a console is started with, and why one could not be run. It decides nothing.

use super::terminal::Unfit;
use crate::config::{ConsoleHome, Paths};
use crate::domain::handover::Handover;
use crate::domain::{Lang, OfficerId, Station};
use crate::wire::WireError;
use jiff::Timestamp;
use std::io;
use std::path::PathBuf;

/// What a console is started with.
#[derive(Clone, Debug)]
pub struct ConsoleOptions {
    /// The desk's folder.
    pub paths: Paths,
    /// The folder with the officer's own files, if there is a home.
    pub home: Option<ConsoleHome>,
    /// The language that was asked for with `--lang`; it is used whatever the terminal is said to show.
    pub lang: Option<Lang>,
    /// The language of the locale, for when neither flag nor preferences name one.
    pub locale: Lang,
    /// Act as this officer: on a training desk only.
    pub act_as: Option<OfficerId>,
    /// What to do when no desk answers.
    pub start: Start,
    /// The folder that exports are written to.
    pub exports: PathBuf,
    /// A handover as a text for people, in a language.
    pub paper: fn(&Handover, &Station, Lang) -> String,
    /// The machine's clock.
    pub now: fn() -> Timestamp,
}

/// What to do when no desk answers.
#[derive(Clone, Copy, Debug)]
pub enum Start {
    /// Wait for one.
    Never,
    /// Have one started, with this. It may take seconds; whether it worked is seen by asking the desk. A desk that
    /// was told to stop is not started again.
    Ensure(fn(&Paths)),
}

/// Why the console could not be run, or ended.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// This is no terminal that a console can be shown on.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// The desk doesn't take this console. A desk that just isn't there is waited for, on the screen.
    #[error(transparent)]
    Desk(#[from] WireError),
    /// The machine doesn't give what a console needs: descriptors, signals.
    #[error("the machine gives the console no {what}: {why}")]
    Machine {
        /// What is missing.
        what: &'static str,
        /// What the machine says.
        why: io::ErrorKind,
    },
    /// The console has a fault. The terminal was given back, and the sentence about it is on it already.
    #[error("the console ended because of a fault")]
    Broken,
}

impl AppError {
    /// The machine doesn't give what a console needs.
    pub(super) fn machine(what: &'static str) -> impl FnOnce(io::Error) -> AppError {
        move |error| AppError::Machine { what, why: error.kind() }
    }
}
