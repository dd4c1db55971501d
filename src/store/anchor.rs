//! The anchor: a file beside the record that only ever grows, a line for the journal's last entry at every handover,
//! start, stop and hour. A journal whose tail was cut doesn't reach it any more.

use super::chain::Head;
use super::error::StoreError;
use std::fs::{self, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// The name of the anchor in the desk's folder.
pub const ANCHOR_NAME: &str = "anchor";

/// More than any line needs: two numbers and a hash.
const LINE_MAX: u64 = 256;

/// The facts after which a line is written.
pub(crate) const KINDS: [&str; 3] = ["handover.accepted", "desk.started", "desk.stopped"];

/// The anchor of the desk in a folder.
pub fn anchor_file(folder: &Path) -> PathBuf {
    folder.join(ANCHOR_NAME)
}

/// Adds a line for an entry and brings it to the disk. An empty journal has nothing to hold on to.
pub(crate) fn write(folder: &Path, head: &Head) -> Result<(), StoreError> {
    if *head == Head::EMPTY {
        return Ok(());
    }
    let file = anchor_file(folder);
    let line = format!("{} {} {}\n", head.seq, head.hex(), head.at_ms);
    append(folder, &file, &line).map_err(|e| StoreError::file(&e, "writing", &file))
}

fn append(folder: &Path, file: &Path, line: &str) -> io::Result<()> {
    let fresh = !file.exists();
    let mut anchor =
        OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(file)?;
    let end = anchor.seek(SeekFrom::End(0))?;
    let mut tail = Vec::new();
    anchor.seek(SeekFrom::Start(end.saturating_sub(LINE_MAX)))?;
    anchor.read_to_end(&mut tail)?;
    // What stands after the last line end was cut off by a power cut, before anything was told to anyone.
    let torn = tail.iter().rev().take_while(|byte| **byte != b'\n').count();
    anchor.set_len(end - u64::try_from(torn).unwrap_or(0))?;
    anchor.seek(SeekFrom::End(0))?;
    anchor.write_all(line.as_bytes())?;
    anchor.sync_all()?;
    if fresh { fs::File::open(folder)?.sync_all() } else { Ok(()) }
}

/// One line of the anchor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// An entry that the journal must have.
    Entry {
        /// Its place.
        seq: u64,
        /// Its hash in hexadecimal.
        hash: String,
    },
    /// Something else; the last line may be cut off by a power cut, any other was tampered with.
    Unreadable {
        /// Which, from 1.
        line: u64,
    },
}

/// Every line of the anchor, without one that was cut off at the end; none when there is no anchor.
pub(crate) fn read(folder: &Path) -> Result<Option<Vec<Line>>, StoreError> {
    let file = anchor_file(folder);
    let bytes = match fs::read(&file) {
        Ok(bytes) => bytes,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(StoreError::file(&e, "reading", &file)),
    };
    let text = String::from_utf8_lossy(&bytes);
    let whole = text.rfind('\n').map_or("", |end| &text[..end]);
    let lines =
        whole.split('\n').filter(|line| !line.is_empty()).zip(1..).map(|(text, line)| read_line(text, line));
    Ok(Some(lines.collect()))
}

fn read_line(text: &str, line: u64) -> Line {
    let mut words = text.split(' ');
    let entry = words.next().and_then(|n| n.parse().ok()).zip(words.next());
    match (entry, words.next(), words.next()) {
        (Some((seq, hash)), Some(at), None) if hash.len() == 64 && at.parse::<i64>().is_ok() => {
            Line::Entry { seq, hash: hash.to_owned() }
        }
        _ => Line::Unreadable { line },
    }
}
