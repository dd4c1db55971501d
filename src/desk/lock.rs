//! One desk a folder: the lock that it holds for life, and what the lock file says.

use super::error::DeskError;
use crate::config::Paths;
use crate::config::paths::LockNote;
use rustix::fs::FlockOperation;
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// Held by the one desk of a folder; let go when the process ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    file: File,
}

impl Lock {
    /// Takes the lock of a folder.
    ///
    /// # Errors
    /// [`DeskError::AlreadyRuns`] when another process holds it.
    pub fn take(paths: &Paths) -> Result<Lock, DeskError> {
        let path = paths.lock();
        let failed = |e: &std::io::Error| DeskError::file(&path, e);
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o644)
            .custom_flags(i32::try_from(rustix::fs::OFlags::NOFOLLOW.bits()).unwrap_or(0))
            .open(&path)
            .map_err(|e| failed(&e))?;
        match rustix::fs::flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(Lock { file }),
            Err(rustix::io::Errno::WOULDBLOCK) => Err(DeskError::AlreadyRuns { pid: noted(&mut file) }),
            Err(e) => Err(failed(&e.into())),
        }
    }

    /// Writes down who holds it and where the socket is.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn note(&mut self, socket: &Path) -> std::io::Result<()> {
        let note = LockNote { pid: std::process::id(), socket: socket.to_owned() };
        self.file.set_len(0)?;
        self.file.seek(SeekFrom::Start(0))?;
        self.file.write_all(&note.write())
    }
}

/// Let go at once, also where a process that was just started still has the file open.
impl Drop for Lock {
    fn drop(&mut self) {
        // The end of the process lets go of it otherwise.
        let _ = rustix::fs::flock(&self.file, FlockOperation::Unlock);
    }
}

fn noted(file: &mut File) -> Option<u32> {
    let mut bytes = Vec::new();
    Read::by_ref(file).take(4096).read_to_end(&mut bytes).ok()?;
    LockNote::read(&bytes).map(|n| n.pid)
}
