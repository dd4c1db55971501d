//! The desk's own log: what the program did, never what an officer wrote. One file of bounded size and the one before it.

use crate::config::Paths;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// How large the log grows before it is put aside, in bytes.
pub const LOG_MAX: u64 = 1024 * 1024;

/// A file that is put aside as `NAME.1` when it is full. A log that can't be written never stops the desk.
pub struct CappedFile {
    path: PathBuf,
    max: u64,
    open: Option<(File, u64)>,
}

impl CappedFile {
    /// A log at a place, of at most so many bytes.
    pub fn new(path: &Path, max: u64) -> CappedFile {
        CappedFile { path: path.to_owned(), max, open: None }
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let (mut file, size) = match self.open.take() {
            Some(open) => open,
            None => {
                let file = OpenOptions::new().append(true).create(true).mode(0o640).open(&self.path)?;
                let size = file.metadata()?.len();
                (file, size)
            }
        };
        let more = u64::try_from(bytes.len()).unwrap_or(self.max);
        if size > 0 && size.saturating_add(more) > self.max {
            let mut aside = self.path.clone().into_os_string();
            aside.push(".1");
            std::fs::rename(&self.path, aside)?;
            return self.append(bytes);
        }
        file.write_all(bytes)?;
        self.open = Some((file, size.saturating_add(more)));
        Ok(())
    }
}

impl Write for CappedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.append(bytes).is_err() {
            self.open = None;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Sends what this process has to say into the desk's log from now on.
pub(super) fn begin(paths: &Paths) {
    let file = CappedFile::new(&paths.log(), LOG_MAX);
    let log = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_target(false)
        .with_max_level(tracing::Level::INFO)
        .with_writer(Mutex::new(file))
        .finish();
    // Only fails when this process has a log already.
    let _ = tracing::subscriber::set_global_default(log);
}

/// Makes a panic in any thread end the process: a desk that is half dead would be believed. What the panic says is
/// left out, it may quote what an officer wrote.
pub(super) fn end_on_panic() {
    std::panic::set_hook(Box::new(|panic| {
        let (file, line) = panic.location().map_or(("", 0), |at| (at.file(), at.line()));
        tracing::error!(file, line, "a part of the desk broke; the desk ends");
        // Standard error may be closed.
        let _ = writeln!(io::stderr(), "dutydesk: a part of the desk broke, at {file}:{line}; the desk ends");
        std::process::exit(5)
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_log_is_put_aside_once_and_begun_again() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("desk.log");
        let mut log = CappedFile::new(&path, 10);
        for line in ["aaaa\n", "bbbb\n", "cccc\n", "dddd\n", "eeee\n"] {
            log.write_all(line.as_bytes()).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "eeee\n");
        assert_eq!(std::fs::read_to_string(dir.path().join("desk.log.1")).unwrap(), "cccc\ndddd\n");
        std::fs::remove_file(&path).unwrap();
        CappedFile::new(&path, 10).write_all(b"longer than it may be\n").unwrap();
        assert!(path.exists());
    }

    #[test]
    fn a_log_that_cannot_be_written_stops_nothing() {
        let mut log = CappedFile::new(Path::new("/dev/null/desk.log"), 10);
        assert!(log.write_all(b"x").is_ok());
    }

    /// Not a test: the process that the next one starts.
    #[test]
    #[ignore = "started by another test as a process of its own"]
    fn a_thread_that_falls_over() {
        end_on_panic();
        let thread = std::thread::spawn(|| panic!("the caller was canary-7731"));
        let _ = thread.join();
        std::process::exit(0);
    }

    #[test]
    fn a_panic_in_any_thread_ends_the_process_and_quotes_nothing() {
        let ended = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "--ignored", "--nocapture", "desk::log::tests::a_thread_that_falls_over"])
            .output()
            .unwrap();
        assert_eq!(ended.status.code(), Some(5));
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(said.contains("a part of the desk broke, at src/desk/log.rs"), "{said}");
        assert!(!said.contains("canary"), "{said}");
    }
}
