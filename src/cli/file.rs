//! Files that commands write: never over another, and readable by their owner only.

use super::failure::Failure;
use super::print;
use crate::words::Words;
use crate::words::text::one_line;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// Writes a new file and says so.
pub(super) fn write_new(words: &Words, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    write_quietly(words, path, bytes)?;
    print::line(&words.with("cli-written", &[("file", &one_line(&path.to_string_lossy()))]), words)
}

/// Writes a new file.
pub(super) fn write_quietly(words: &Words, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let broken = |e: &std::io::Error| Failure::file(words, path, e);
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(|e| broken(&e))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(|e| broken(&e))
}
