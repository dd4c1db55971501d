//! How a command ends when it can't do what was asked: a sentence, a hint and an exit code.
//!
//! No sentence here carries personal data, a type name or a stack trace.

use crate::domain::{Refusal, Station};
use crate::wire::WireError;
use crate::wire::message::Ended;
use crate::words::Words;
use jiff::tz::TimeZone;

/// The exit codes of the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    /// A rule said no, or there is no such thing.
    Refused = 1,
    /// The command line makes no sense.
    Usage = 2,
    /// A file of the configuration is wrong.
    Config = 3,
    /// No desk runs, or it can't take more now.
    NoDesk = 4,
    /// Something broke.
    Broken = 5,
}

/// Why a command could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Failure {
    pub(super) exit: Exit,
    pub(super) sentence: String,
    pub(super) hint: Option<String>,
}

impl Failure {
    pub(super) fn new(exit: Exit, sentence: String) -> Failure {
        Failure { exit, sentence, hint: None }
    }

    pub(super) fn usage(sentence: String) -> Failure {
        Failure::new(Exit::Usage, sentence)
    }

    pub(super) fn hint(self, hint: String) -> Failure {
        Failure { hint: Some(hint), ..self }
    }

    pub(super) fn refused(refusal: &Refusal, words: &Words, station: &Station) -> Failure {
        Failure::new(Exit::Refused, words.refusal(refusal, station, &station.zone()))
    }

    /// A file that could not be read or written.
    pub(super) fn file(words: &Words, file: &std::path::Path, error: &std::io::Error) -> Failure {
        let file = crate::words::text::one_line(&file.to_string_lossy()).into_owned();
        let why = error.kind().to_string();
        Failure::new(Exit::Broken, words.with("cli-file-failed", &[("file", &file), ("why", &why)]))
    }

    /// What the desk or the line to it said.
    pub(super) fn wire(error: WireError, words: &Words, station: &Station) -> Failure {
        let of = |exit, id: &str| Failure::new(exit, words.get(id));
        match error {
            WireError::NoDesk => of(Exit::NoDesk, "cli-no-desk").hint(words.get("cli-no-desk-hint")),
            WireError::NotTheDesk { uid } => {
                Failure::new(Exit::NoDesk, words.with("cli-not-the-desk", &[("uid", &uid.to_string())]))
            }
            WireError::NoAccess => of(Exit::NoDesk, "cli-no-access"),
            WireError::Refused(refusal) | WireError::Ended(Ended::Refused(refusal)) => {
                Failure::refused(&refusal, words, station)
            }
            WireError::Ended(ended) => Failure::new(Exit::NoDesk, ended_sentence(&ended, words)),
            WireError::Failed { trouble } => {
                let id = format!("trouble-{trouble}");
                let what = if words.has(&id) { words.get(&id) } else { words.get("cli-broken") };
                Failure::new(Exit::Broken, words.with("cli-failed", &[("what", &what)]))
            }
            WireError::Busy => of(Exit::NoDesk, "cli-busy"),
            WireError::NotConfirmed { .. } => of(Exit::Broken, "cli-not-confirmed"),
            WireError::TimedOut => of(Exit::NoDesk, "cli-timed-out"),
            WireError::TooLong => of(Exit::Usage, "cli-too-long"),
            WireError::Nonsense => of(Exit::Broken, "cli-nonsense"),
            WireError::Io(kind) => {
                Failure::new(Exit::Broken, words.with("cli-line-broke", &[("why", &kind.to_string())]))
            }
        }
    }
}

fn ended_sentence(ended: &Ended, words: &Words) -> String {
    match ended {
        Ended::OtherVersion { desk } => {
            words.with("cli-other-version", &[("desk", desk), ("own", crate::wire::VERSION)])
        }
        Ended::DeskStops => words.get("cli-desk-stops"),
        Ended::Full { max } => words.with("cli-desk-full", &[("max", &max.to_string())]),
        Ended::Malformed { .. } | Ended::TooLong { .. } | Ended::TooSlow | Ended::NoHello => {
            words.get("cli-cut")
        }
        Ended::Refused(refusal) => words.refusal(refusal, &Station::default(), &TimeZone::UTC),
    }
}
