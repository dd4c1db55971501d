//! `intake check`: what the intake would take of a file and why not the rest. It changes nothing.

use super::complaint::{Refused, Why};
use super::file::{FILE_MAX, examine};
use super::parse::Rules;
use super::walk::Shape;
use crate::config::Encoding;
use crate::domain::Station;
use crate::domain::command::Incoming;
use jiff::Timestamp;
use rustix::fs::{Mode, OFlags};
use std::fs::File;
use std::io::{self, Cursor, Read, Seek};
use std::path::Path;
use std::sync::Arc;

/// The most reports that a check shows.
pub const SHOWN_MAX: usize = 1000;

/// What the intake would do with a file.
#[derive(Debug)]
pub struct CheckReport {
    /// The encoding and layout of a file that would be taken.
    pub shape: Option<(Encoding, Shape)>,
    /// How many reports would be taken: all or none.
    pub taken: u64,
    /// The first of the reports that are right, with their lines, at most [`SHOWN_MAX`]; also when the file is refused
    /// for others.
    pub shown: Vec<(u64, Incoming)>,
    /// Why the file would be refused.
    pub refused: Option<Refused>,
}

/// Checks the content of a file.
pub fn check(bytes: &[u8], name: &str, station: &Arc<Station>, now: Timestamp) -> CheckReport {
    read(&mut Cursor::new(bytes), name, station, now)
}

/// Checks a file. A pipe, a device or a folder is refused without being waited for.
///
/// # Errors
///
/// When it can't be opened.
pub fn check_file(path: &Path, station: &Arc<Station>, now: Timestamp) -> io::Result<CheckReport> {
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC | OFlags::NOCTTY;
    let mut file = File::from(rustix::fs::open(path, flags, Mode::empty())?);
    let kind = file.metadata()?;
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    if !kind.is_file() {
        return Ok(refused(Why::NotAFile));
    }
    if kind.len() > FILE_MAX {
        return Ok(refused(Why::TooLarge { max_mb: FILE_MAX / (1024 * 1024) }));
    }
    Ok(read(&mut file, &name, station, now))
}

fn refused(why: Why) -> CheckReport {
    CheckReport { shape: None, taken: 0, shown: Vec::new(), refused: Some(Refused::whole(why)) }
}

fn read(file: &mut (impl Read + Seek), name: &str, station: &Arc<Station>, now: Timestamp) -> CheckReport {
    let rules = Rules::new(station, now);
    let mut shown = Vec::new();
    let mut show = |line, incoming| {
        if shown.len() < SHOWN_MAX {
            shown.push((line, incoming));
        }
    };
    let examined = examine(file, name, &rules, &mut show);
    match examined {
        Ok(Ok(found)) => CheckReport {
            shape: Some((found.encoding, found.shape)),
            taken: found.total,
            shown,
            refused: None,
        },
        Ok(Err(why)) => CheckReport { shape: None, taken: 0, shown, refused: Some(why) },
        Err(_) => CheckReport { shown, ..refused(Why::Unreadable) },
    }
}
