//! Finding the desk of a folder and saying hello to it: what the blocking and the asynchronous client share.
//!
//! It never starts a desk.

use super::VERSION;
use super::codec::{Malformed, TooLong};
use super::message::{Client, Ended, SignedIn, ToClient, ToDesk};
use crate::config::Paths;
use crate::config::paths::{LockNote, SOCKET_PATH_MAX};
use crate::domain::{Lang, OfficerId, Refusal};
use jiff::Timestamp;
use std::io;
use std::os::fd::AsFd;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;

/// The trouble code of a desk that can't take more now; nothing was done.
pub const BUSY: &str = "busy";

/// How a client introduces itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hello {
    /// What kind of client.
    pub client: Client,
    /// Act as this officer: on a training desk only.
    pub act_as: Option<OfficerId>,
    /// The language of the client.
    pub lang: Lang,
}

impl Hello {
    /// The hello of a command of the command line.
    pub fn command(lang: Lang) -> Hello {
        Hello { client: Client::Command, act_as: None, lang }
    }

    /// The hello of a console.
    pub fn console(lang: Lang) -> Hello {
        Hello { client: Client::Console, act_as: None, lang }
    }

    /// The same, acting as an officer of a training desk.
    #[must_use]
    pub fn acting_as(self, officer: Option<OfficerId>) -> Hello {
        Hello { act_as: officer, ..self }
    }

    /// The first message of the session.
    pub fn message(&self) -> ToDesk {
        ToDesk::Hello {
            version: VERSION.to_owned(),
            client: self.client,
            act_as: self.act_as.clone(),
            lang: self.lang,
        }
    }
}

/// The session as the desk granted it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Welcome {
    /// The session's name, in the journal too.
    pub session: String,
    /// Who it acts for; none must sign in first.
    pub who: Option<SignedIn>,
    /// The desk's clock when it answered.
    pub now: Timestamp,
}

/// Why the desk could not be asked, or what it said instead of an answer.
#[derive(Debug, thiserror::Error)]
pub enum WireError {
    /// No desk runs in the folder.
    #[error("no desk runs in this folder")]
    NoDesk,
    /// Something answers at the desk's place that doesn't belong to the folder's owner.
    #[error("what answers in the desk's place runs as account {uid}, which doesn't own the desk's folder")]
    NotTheDesk {
        /// The account it runs as.
        uid: u32,
    },
    /// The account may not reach the desk.
    #[error("this account may not reach the desk")]
    NoAccess,
    /// The desk ended the session.
    #[error("the desk ended the session")]
    Ended(Ended),
    /// A rule said no.
    #[error("the desk refused")]
    Refused(Refusal),
    /// Something broke at the desk, and nothing was done.
    #[error("the desk could not do it: {trouble}")]
    Failed {
        /// What broke, as a code of [`crate::domain::desk::Trouble`] or `broken`.
        trouble: String,
    },
    /// The desk can't take more now; nothing was done.
    #[error("the desk is busy")]
    Busy,
    /// The answer was lost, and whether the command was done is not known. Asking again under the same key is safe.
    #[error("not confirmed: the desk went away before it answered")]
    NotConfirmed {
        /// The key of the order.
        key: String,
    },
    /// The desk didn't answer in time.
    #[error("the desk didn't answer in time")]
    TimedOut,
    /// What the desk sent is no message, or not one that fits.
    #[error("the desk sent something that makes no sense")]
    Nonsense,
    /// The message is too long to be sent.
    #[error("the message is too long")]
    TooLong,
    /// The connection broke.
    #[error("the connection to the desk broke: {0}")]
    Io(io::ErrorKind),
}

impl From<TooLong> for WireError {
    fn from(_: TooLong) -> WireError {
        WireError::Nonsense
    }
}

impl From<Malformed> for WireError {
    fn from(_: Malformed) -> WireError {
        WireError::Nonsense
    }
}

/// A key for an order: 128 random bits, so that no two orders ever share one.
///
/// # Errors
/// When the machine gives no random bytes.
pub fn fresh_key() -> Result<String, WireError> {
    let mut bytes = [0_u8; 16];
    let mut filled = 0;
    while let Some(rest) = bytes.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match rustix::rand::getrandom(rest, rustix::rand::GetRandomFlags::empty()) {
            Ok(n) => filled += n,
            Err(rustix::io::Errno::INTR) => {}
            Err(e) => return Err(WireError::Io(e.kind())),
        }
    }
    Ok(bytes.iter().map(|b| format!("{b:02x}")).collect())
}

/// Where the desk of a folder listens: what its lock file says when the socket can't be in the folder, because the
/// desk may have been started with other runtime folders than ours.
pub fn socket_of(paths: &Paths) -> PathBuf {
    let noted = || LockNote::read(&std::fs::read(paths.lock()).ok()?).map(|n| n.socket);
    let elsewhere = paths.socket_is_elsewhere().then(noted).flatten();
    elsewhere.filter(|p| p.as_os_str().len() <= SOCKET_PATH_MAX).unwrap_or_else(|| paths.socket().to_owned())
}

/// What a failed connect means.
pub(super) fn not_connected(error: &io::Error) -> WireError {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused => WireError::NoDesk,
        io::ErrorKind::PermissionDenied => WireError::NoAccess,
        // A full queue of connections.
        io::ErrorKind::WouldBlock => WireError::Busy,
        other => WireError::Io(other),
    }
}

/// Refuses to talk to a process that doesn't run as the owner of the desk's folder: passphrases go over this line.
pub(super) fn check_peer(socket: impl AsFd, paths: &Paths) -> Result<(), WireError> {
    let owner = std::fs::metadata(paths.dir()).map_err(|e| not_connected(&e))?.uid();
    let peer = rustix::net::sockopt::socket_peercred(socket).map_err(|e| WireError::Io(e.kind()))?;
    let uid = peer.uid.as_raw();
    if uid == owner { Ok(()) } else { Err(WireError::NotTheDesk { uid }) }
}

/// What a message says that stands in place of the answer to question `id`; the message itself when it may be that answer.
pub(super) fn instead_of_answer(message: ToClient, id: u64) -> Result<ToClient, WireError> {
    match message {
        ToClient::Ended(why) => Err(WireError::Ended(why)),
        ToClient::Refused { id: of, refusal } if of == id => Err(WireError::Refused(refusal)),
        ToClient::Failed { id: of, trouble, .. } if of == id && trouble == BUSY => Err(WireError::Busy),
        ToClient::Failed { id: of, trouble, unknown: false } if of == id => {
            Err(WireError::Failed { trouble })
        }
        other => Ok(other),
    }
}
