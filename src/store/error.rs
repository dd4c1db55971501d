//! What can break under the store, as kinds that a desk and its officers can act on.
//!
//! No kind carries what a record says: not in its fields, not in its sentence.

use crate::domain::desk::Trouble;
use crate::domain::{Receipt, Refusal};
use rusqlite::ErrorCode;
use std::io;
use std::path::{Path, PathBuf};

/// Something broke: the disk, the file, or the program itself.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// There is no desk in the folder.
    #[error("there is no desk in '{}'; make one with 'dutydesk init'", .folder.display())]
    NoDesk {
        /// The folder.
        folder: PathBuf,
    },
    /// The file is something else.
    #[error("'{}' is not the record of a desk; it was left as it is", .file.display())]
    NotADesk {
        /// The file.
        file: PathBuf,
    },
    /// A newer program has written it.
    #[error("the desk's record has schema {found}, this program knows {known}; use the newer program")]
    Newer {
        /// The schema of the file.
        found: i64,
        /// The newest schema that this program knows.
        known: i64,
    },
    /// The file is damaged.
    #[error("the desk's record is damaged ({what}); restore the last backup")]
    Damaged {
        /// Where it was noticed.
        what: String,
    },
    /// The file must not be there yet.
    #[error("'{}' is there already; nothing was changed", .file.display())]
    Exists {
        /// The file.
        file: PathBuf,
    },
    /// The disk is full.
    #[error("the disk is full: reading goes on, nothing can be written")]
    DiskFull,
    /// The folder or the file can't be written to.
    #[error("the desk's folder can't be written to")]
    ReadOnly,
    /// Another process holds the record.
    #[error("another process is writing to the desk's record")]
    Busy,
    /// The SQLite that was built in is too old to be trusted.
    #[error("SQLite {found} is built in; 3.51.3 or newer is needed")]
    OldSqlite {
        /// The version that was found.
        found: String,
    },
    /// The disk failed.
    #[error("the disk failed while {what}")]
    Io {
        /// What was being done.
        what: String,
    },
    /// The program itself is wrong.
    #[error("the program is at fault: {what}")]
    Broken {
        /// What went wrong.
        what: String,
    },
}

impl StoreError {
    /// The kind as a code, for words and exit codes.
    pub const fn code(&self) -> &'static str {
        match self {
            StoreError::NoDesk { .. } => "no-desk",
            StoreError::NotADesk { .. } => "not-a-desk",
            StoreError::Newer { .. } => "newer",
            StoreError::Damaged { .. } => "damaged",
            StoreError::Exists { .. } => "exists",
            StoreError::DiskFull => "disk-full",
            StoreError::ReadOnly => "read-only",
            StoreError::Busy => "busy",
            StoreError::OldSqlite { .. } => "old-sqlite",
            StoreError::Io { .. } => "io",
            StoreError::Broken { .. } => "broken",
        }
    }

    /// What stands in the kind's sentence, by name: the words of both languages use the same names.
    pub fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            StoreError::NoDesk { folder } => vec![("folder", folder.display().to_string())],
            StoreError::NotADesk { file } | StoreError::Exists { file } => {
                vec![("file", file.display().to_string())]
            }
            StoreError::Newer { found, known } => {
                vec![("found", found.to_string()), ("known", known.to_string())]
            }
            StoreError::Damaged { what } | StoreError::Io { what } | StoreError::Broken { what } => {
                vec![("what", what.clone())]
            }
            StoreError::OldSqlite { found } => vec![("found", found.clone())],
            StoreError::DiskFull | StoreError::ReadOnly | StoreError::Busy => Vec::new(),
        }
    }

    /// What a desk tells on every screen while it lasts.
    pub const fn trouble(&self) -> Trouble {
        match self {
            StoreError::DiskFull => Trouble::DiskFull,
            StoreError::ReadOnly => Trouble::ReadOnly,
            StoreError::NoDesk { .. }
            | StoreError::NotADesk { .. }
            | StoreError::Newer { .. }
            | StoreError::Damaged { .. }
            | StoreError::Exists { .. }
            | StoreError::Busy
            | StoreError::OldSqlite { .. }
            | StoreError::Io { .. }
            | StoreError::Broken { .. } => Trouble::WriteFailed,
        }
    }

    /// A file of the desk that couldn't be read or written.
    pub(crate) fn file(error: &io::Error, doing: &str, file: &Path) -> StoreError {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::DiskFull,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly,
            io::ErrorKind::AlreadyExists => StoreError::Exists { file: file.to_owned() },
            kind => {
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                StoreError::Io { what: format!("{doing} {name}: {kind}") }
            }
        }
    }

    /// A stored text that this program can't read: named by where it stands, never quoted.
    pub(crate) fn unreadable(what: &str) -> StoreError {
        StoreError::Damaged { what: what.to_owned() }
    }

    /// A value that this program should have been able to write.
    pub(crate) fn broken(what: &str) -> StoreError {
        StoreError::Broken { what: what.to_owned() }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> StoreError {
        match error {
            // Texts of SQLite name tables and columns, never values; those of conversions may quote them.
            rusqlite::Error::SqliteFailure(failure, text) => from_code(failure, text),
            rusqlite::Error::SqlInputError { error, msg, .. } => from_code(error, Some(msg)),
            rusqlite::Error::QueryReturnedNoRows => StoreError::unreadable("a row is missing"),
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::Utf8Error(..)
            | rusqlite::Error::InvalidColumnType(..) => StoreError::unreadable("a column"),
            other => StoreError::Broken { what: format!("{:?}", std::mem::discriminant(&other)) },
        }
    }
}

fn from_code(failure: rusqlite::ffi::Error, text: Option<String>) -> StoreError {
    let what = text.unwrap_or_else(|| failure.to_string());
    match failure.code {
        ErrorCode::DiskFull => StoreError::DiskFull,
        ErrorCode::ReadOnly | ErrorCode::PermissionDenied => StoreError::ReadOnly,
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => {
            StoreError::Busy
        }
        ErrorCode::SystemIoFailure | ErrorCode::CannotOpen => StoreError::Io { what },
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => StoreError::Damaged { what },
        ErrorCode::InternalMalfunction
        | ErrorCode::OperationAborted
        | ErrorCode::OutOfMemory
        | ErrorCode::OperationInterrupted
        | ErrorCode::NotFound
        | ErrorCode::SchemaChanged
        | ErrorCode::TooBig
        | ErrorCode::ConstraintViolation
        | ErrorCode::TypeMismatch
        | ErrorCode::ApiMisuse
        | ErrorCode::NoLargeFileSupport
        | ErrorCode::AuthorizationForStatementDenied
        | ErrorCode::ParameterOutOfRange
        | ErrorCode::Unknown => StoreError::Broken { what },
        _ => StoreError::Broken { what },
    }
}

/// What became of a command: its receipt, or why it was not done.
pub type Outcome = Result<Receipt, NotDone>;

/// Why a command was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// A rule said no. Nothing was changed.
    Refused(Refusal),
    /// Something broke.
    Failed {
        /// What.
        error: StoreError,
        /// Whether it may have been done all the same: asking again with the same key tells.
        unknown: bool,
    },
}

impl From<Refusal> for NotDone {
    fn from(refusal: Refusal) -> NotDone {
        NotDone::Refused(refusal)
    }
}

impl From<StoreError> for NotDone {
    fn from(error: StoreError) -> NotDone {
        NotDone::Failed { error, unknown: false }
    }
}

impl From<rusqlite::Error> for NotDone {
    fn from(error: rusqlite::Error) -> NotDone {
        NotDone::from(StoreError::from(error))
    }
}
