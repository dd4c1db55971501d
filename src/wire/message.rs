//! The messages between desk and client: one JSON object a line, so that `socat` and `jq` can read them.
//!
//! A line is at most [`LINE_MAX`] bytes. The first message of a client is [`ToDesk::Hello`].

use crate::domain::command::Order;
use crate::domain::query::{Answer, Query};
use crate::domain::{Lang, OfficerId, Private, Refusal, Secret};

pub use crate::domain::officer::SignedIn;
pub use crate::domain::receipt::Receipt;
pub use crate::domain::topic::Topic;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The longest line that either side takes, in bytes.
pub const LINE_MAX: usize = 4 * 1024 * 1024;

/// What kind of client a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Client {
    /// A console: gets pushes, counts as somebody at the desk.
    Console,
    /// A command of the command line: asks and goes.
    Command,
}

/// From a client to the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ToDesk {
    /// Opens the session.
    Hello {
        /// The program's version; the desk takes only its own.
        version: String,
        /// What kind of client.
        client: Client,
        /// Act as this officer: on a training desk only.
        #[serde(default)]
        act_as: Option<OfficerId>,
        /// The language that the desk's own sentences shall have.
        lang: Lang,
    },
    /// Signs an officer in on this session, also in place of another.
    SignIn {
        /// The number that the answer carries.
        id: u64,
        /// The officer.
        officer: OfficerId,
        /// The officer's passphrase.
        passphrase: Secret,
    },
    /// Asks the desk to do something.
    Execute {
        /// The number that the answer carries.
        id: u64,
        /// What to do.
        order: Order,
    },
    /// Asks the desk a question.
    Ask {
        /// The number that the answer carries.
        id: u64,
        /// The question.
        query: Query,
    },
    /// Gives the desk a half-filled form to keep for this officer; none lets it forget the form.
    Keep {
        /// The number that the answer carries.
        id: u64,
        /// Which form.
        form: String,
        /// Its fields, in the console's own shape.
        body: Option<Private>,
    },
    /// Asks the desk to end: its owner or a supervisor may.
    Stop {
        /// The number that the answer carries.
        id: u64,
    },
    /// Asks the desk to make an online copy of its record in a file: supervisors may.
    Backup {
        /// The number that the answer carries.
        id: u64,
        /// The file, as an absolute path; it must not be there yet.
        file: String,
    },
}

/// Why the desk ends a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ended {
    /// The desk goes down.
    DeskStops,
    /// The client is of another version.
    OtherVersion {
        /// The desk's version.
        desk: String,
    },
    /// A line was no message.
    Malformed {
        /// What is wrong with it, without quoting it.
        why: String,
    },
    /// A line was too long.
    TooLong {
        /// The most it may have, in bytes.
        max: u64,
    },
    /// The client didn't read what was sent to it.
    TooSlow,
    /// The first message was no hello, or none came in time.
    NoHello,
    /// The desk has as many sessions as it takes.
    Full {
        /// How many.
        max: u32,
    },
    /// The session was refused.
    Refused(Refusal),
}

/// From the desk to a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ToClient {
    /// The session stands.
    Welcome {
        /// The session's name, in the journal too.
        session: String,
        /// Who it acts for; none must sign in first.
        who: Option<SignedIn>,
        /// The desk's clock.
        now: Timestamp,
    },
    /// Answers [`ToDesk::SignIn`].
    SignedIn {
        /// The number of the question.
        id: u64,
        /// Who the session acts for now.
        who: SignedIn,
    },
    /// Answers [`ToDesk::Execute`]: it is done and on disk.
    Done {
        /// The number of the question.
        id: u64,
        /// What it did.
        receipt: Receipt,
    },
    /// Answers [`ToDesk::Ask`].
    Answer {
        /// The number of the question.
        id: u64,
        /// The answer.
        answer: Answer,
    },
    /// Answers [`ToDesk::Keep`], [`ToDesk::Stop`] and [`ToDesk::Backup`].
    Ok {
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
    /// Answers anything that something broke under. Whether it was done is told by asking again with the same key.
    Failed {
        /// The number of the question.
        id: u64,
        /// What broke, as a code of [`crate::domain::desk::Trouble`] or `broken`.
        trouble: String,
        /// Whether it may have been done all the same.
        unknown: bool,
    },
    /// Something changed: pushed to consoles.
    Changed {
        /// The journal's last entry.
        head: u64,
        /// The lists it touches.
        topics: Vec<Topic>,
        /// The desk's clock.
        now: Timestamp,
    },
    /// The session is over.
    Ended(Ended),
}
