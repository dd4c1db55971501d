//! Owns what reaches the console and what the console asks for: [`Msg`] in, [`Effect`] out, both plain values.
//!
//! It speaks the domain's words and knows nothing of the socket: the shell in `app` puts the desk's messages into these
//! and these into the desk's messages.

use crate::config::Problem;
use crate::domain::command::Order;
use crate::domain::handover::Handover;
use crate::domain::query::{Answer, Query};
use crate::domain::{Lang, OfficerId, Private, Receipt, Refusal, Secret, SignedIn, Station, Topic};
use crate::keys::{Key, Keymap};
use jiff::Timestamp;

/// Something that reached the console.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// A text was pasted as a whole; it never runs keys.
    Paste(String),
    /// The terminal has another size: columns, rows.
    Resize(u16, u16),
    /// What the desk's clock shows. The shell sends it before each batch of other messages, and when the instant
    /// that `next_wake` asked for has come.
    Clock(Timestamp),
    /// The keymap files were read: at the start, again when asked, and when a file changed.
    Keymap(Box<Keymap>, Vec<Problem>),
    /// The session stands. Everything that was asked over an earlier line is void.
    Welcome {
        /// The session's name.
        session: String,
        /// Who it acts for; none must sign in first.
        who: Option<SignedIn>,
        /// The desk's clock.
        now: Timestamp,
    },
    /// The line to the desk is gone; the shell tries again by itself.
    Disconnected,
    /// The desk ended the session, and said why; [`Msg::Disconnected`] follows.
    Ended(Parting),
    /// Answers [`Effect::SignIn`].
    SignedIn {
        /// The number of the question.
        id: u64,
        /// Who the session acts for now.
        who: SignedIn,
    },
    /// Answers [`Effect::Execute`]: it is done and on disk.
    Done {
        /// The number of the question.
        id: u64,
        /// What it did.
        receipt: Receipt,
    },
    /// Answers [`Effect::Ask`].
    Answer {
        /// The number of the question.
        id: u64,
        /// The answer.
        answer: Answer,
    },
    /// Answers [`Effect::Keep`].
    Kept {
        /// The number of the question.
        id: u64,
    },
    /// Answers anything that a rule refused.
    Refused {
        /// The number of the question.
        id: u64,
        /// Why.
        refusal: Refusal,
    },
    /// Answers anything that something broke under.
    Failed {
        /// The number of the question.
        id: u64,
        /// What broke, as a code of the desk.
        trouble: String,
        /// Whether it may have been done all the same.
        unknown: bool,
    },
    /// Something changed at the desk.
    Changed {
        /// The journal's last entry.
        head: u64,
        /// The lists it touches.
        topics: Vec<Topic>,
        /// The desk's clock.
        now: Timestamp,
    },
    /// Answers [`Effect::Export`].
    Exported(Result<String, Unwritten>),
    /// A sentence of the shell for the status line, such as that this terminal can't show Chinese: the id of a text.
    Notice(&'static str),
}

/// Why the desk ended a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parting {
    /// The desk goes down; it may come back.
    DeskStops,
    /// The desk is of another version: this console can't go on.
    OtherVersion {
        /// The desk's version.
        desk: String,
    },
    /// The desk has as many sessions as it takes.
    Full,
    /// The line was no use any more: this console was too slow, or one of the two misread the other.
    Cut,
    /// The desk doesn't take this officer.
    Refused(Refusal),
}

/// A file that could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unwritten {
    /// The file.
    pub file: String,
    /// What the machine says about it.
    pub why: String,
}

/// Something that the console asks of its shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Ask the desk to do something.
    Execute {
        /// The number that the answer carries.
        id: u64,
        /// What to do.
        order: Order,
    },
    /// Ask the desk a question.
    Ask {
        /// The number that the answer carries.
        id: u64,
        /// The question.
        query: Query,
    },
    /// Sign an officer in on this session.
    SignIn {
        /// The number that the answer carries.
        id: u64,
        /// The officer.
        officer: OfficerId,
        /// The officer's passphrase.
        passphrase: Secret,
    },
    /// Give the desk a half-filled form to keep; none lets it forget the form.
    Keep {
        /// The number that the answer carries.
        id: u64,
        /// Which form.
        form: String,
        /// Its fields.
        body: Option<Private>,
    },
    /// Write a handover to a file. [`Msg::Exported`] tells the file's name.
    Export {
        /// The handover.
        handover: Box<Handover>,
        /// The station, for the names that stand in it.
        station: Box<Station>,
        /// The language.
        lang: Lang,
    },
    /// Read the keymap files again.
    ReloadKeys,
    /// Draw every cell again.
    Repaint,
    /// Ring the terminal's bell.
    Bell,
    /// Leave the console.
    Quit,
}
