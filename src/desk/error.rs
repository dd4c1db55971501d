//! What keeps a desk from being made or kept. Sentences in the reader's language are the command line's business.

use crate::domain::Refusal;
use crate::store::StoreError;
use std::io;
use std::path::{Path, PathBuf};

/// Why a desk can't be made, or ended otherwise than in order.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// Another desk keeps this folder.
    #[error("a desk runs in this folder already{}", pid.map(|p| format!(", as process {p}")).unwrap_or_default())]
    AlreadyRuns {
        /// Its process, when its note can be read.
        pid: Option<u32>,
    },
    /// There is no desk in the folder: it was never made.
    #[error("there is no desk in this folder yet; 'dutydesk init' makes one")]
    NotMade,
    /// A desk was made in the folder before.
    #[error("there is a desk in this folder already")]
    AlreadyMade,
    /// Something that is no socket stands where the socket belongs.
    #[error("'{}' is in the way: it is not a socket", .0.display())]
    InTheWay(PathBuf),
    /// The folder for the socket belongs to somebody else, or others may write to it.
    #[error("'{}' is not private: its owner or its permissions are wrong", .0.display())]
    NotPrivate(PathBuf),
    /// A file or folder could not be used.
    #[error("'{}': {kind}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What the system says.
        kind: io::ErrorKind,
    },
    /// The system gave no runtime, thread or signal.
    #[error("the system refused what the desk needs to run: {0}")]
    System(io::ErrorKind),
    /// A rule refused an item of the setup while the desk was made.
    #[error("an item of the setup was refused")]
    Refused(Refusal),
    /// The record can't be opened, read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// One of the desk's own threads ended.
    #[error("a part of the desk broke, so the desk ended; its log says where")]
    Broken,
}

impl DeskError {
    /// The exit code of a process that ends with this.
    pub fn exit_code(&self) -> u8 {
        match self {
            DeskError::AlreadyMade | DeskError::Refused(_) => 1,
            DeskError::NotMade | DeskError::InTheWay(_) | DeskError::NotPrivate(_) => 3,
            DeskError::AlreadyRuns { .. } => 4,
            DeskError::File { .. } | DeskError::System(_) | DeskError::Store(_) | DeskError::Broken => 5,
        }
    }

    pub(super) fn file(path: &Path, error: &io::Error) -> DeskError {
        DeskError::File { path: path.to_owned(), kind: error.kind() }
    }
}
