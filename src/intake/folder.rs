//! The spool's folders, held open: everything is done relative to them, so that no link, no `..` and no swap of a path
//! leads anywhere else. It knows nothing of reports.

use super::complaint::Why;
use super::file::FILE_MAX;
use rustix::fs::{self, AtFlags, Dir, FileType, Mode, OFlags, RenameFlags, Stat};
use rustix::io::Errno;
use std::collections::BinaryHeap;
use std::ffi::{CStr, CString};
use std::fs::File;
use std::io::{self, Write};
use std::os::fd::OwnedFd;
use std::path::Path;

/// How many names are held at once; a folder of any size is gone through in pieces of this many.
const NAMES_HELD: usize = 4096;
/// The longest name that is kept for a file that was dealt with, in bytes; room for a number and `.why` is left.
const NAME_BYTES: usize = 200;

/// What a file was when it was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    device: u64,
    inode: u64,
    size: i64,
    /// When its content last changed, in nanoseconds.
    pub(super) written: i128,
}

/// The spool's folders.
pub(super) struct Folder {
    new: OwnedFd,
    done: OwnedFd,
    bad: OwnedFd,
}

/// What a look at a name in `new` found.
pub(super) enum Look {
    /// It isn't there any more.
    Gone,
    /// It may still be written; it is to be looked at again.
    Wait,
    /// It is nothing that is read.
    Bad(Why, Mark),
    /// It is open for reading.
    File {
        /// The file.
        file: File,
        /// What it is.
        mark: Mark,
        /// Whether it was written in place and is still young: what seems cut off may go on.
        may_go_on: bool,
    },
}

impl Folder {
    /// Opens the folders and makes those that are missing.
    pub(super) fn open(path: &Path) -> io::Result<Folder> {
        std::fs::create_dir_all(path)?;
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let base = fs::open(path, flags, Mode::empty())?;
        let sub = |name: &str| -> io::Result<OwnedFd> {
            match fs::mkdirat(&base, name, Mode::from_raw_mode(0o770)) {
                Ok(()) | Err(Errno::EXIST) => {}
                Err(error) => return Err(error.into()),
            }
            Ok(fs::openat(&base, name, flags | OFlags::NOFOLLOW, Mode::empty())?)
        };
        sub("tmp")?;
        Ok(Folder { new: sub("new")?, done: sub("done")?, bad: sub("bad")? })
    }

    /// The first names in `new` that come after `after`, in order, at most [`NAMES_HELD`]. Names that begin with a dot are
    /// left alone: copying programs use them for what they haven't finished.
    pub(super) fn names_after(&self, after: Option<&CStr>) -> io::Result<Vec<CString>> {
        let mut first: BinaryHeap<CString> = BinaryHeap::new();
        for entry in Dir::read_from(&self.new)? {
            let entry = entry?;
            let name = entry.file_name();
            if name.to_bytes().starts_with(b".") || after.is_some_and(|after| name <= after) {
                continue;
            }
            let full = first.len() >= NAMES_HELD;
            if full && first.peek().is_some_and(|last| name >= last.as_c_str()) {
                continue;
            }
            first.push(name.to_owned());
            if full {
                first.pop();
            }
        }
        Ok(first.into_sorted_vec())
    }

    /// Looks at a name without following it anywhere and without waiting for anything.
    ///
    /// `now` and `moved_in` tell whether it may still be written: a file that was renamed here is whole.
    pub(super) fn look(&self, name: &CStr, now: i128, moved_in: bool) -> io::Result<Look> {
        let stat = match fs::statat(&self.new, name, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(stat) => stat,
            Err(Errno::NOENT) => return Ok(Look::Gone),
            Err(error) => return Err(error.into()),
        };
        if let Some(look) = settled(&stat, now, moved_in) {
            return Ok(look);
        }
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC | OFlags::NOCTTY;
        let file = match fs::openat(&self.new, name, flags, Mode::empty()) {
            Ok(file) => file,
            Err(Errno::NOENT) => return Ok(Look::Gone),
            Err(Errno::LOOP) => return Ok(Look::Bad(Why::Link, mark(&stat))),
            Err(Errno::ACCESS | Errno::PERM) => return Ok(Look::Bad(Why::Unreadable, mark(&stat))),
            Err(error) => return Err(error.into()),
        };
        // The name may have been given to something else meanwhile: only what was opened counts.
        let opened = fs::fstat(&file)?;
        if let Some(look) = settled(&opened, now, moved_in) {
            return Ok(look);
        }
        let mark = mark(&opened);
        let may_go_on = !is_renamed(&opened, moved_in) && (now - mark.written).abs() < PATIENCE_NS;
        Ok(Look::File { file: File::from(file), mark, may_go_on })
    }

    /// Puts a name into `done/DAY/`; false when something else has the name now.
    pub(super) fn to_done(&self, name: &CStr, mark: &Mark, day: &str) -> io::Result<bool> {
        match fs::mkdirat(&self.done, day, Mode::from_raw_mode(0o770)) {
            Ok(()) | Err(Errno::EXIST) => {}
            Err(error) => return Err(error.into()),
        }
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC | OFlags::NOFOLLOW;
        let day = fs::openat(&self.done, day, flags, Mode::empty())?;
        self.move_to(&day, name, mark, None)
    }

    /// Puts a name into `bad/` with the reason beside it; false when something else has the name now.
    pub(super) fn to_bad(&self, name: &CStr, mark: &Mark, why: &str) -> io::Result<bool> {
        self.move_to(&self.bad, name, mark, Some(why))
    }

    fn move_to(&self, to: &OwnedFd, name: &CStr, seen: &Mark, why: Option<&str>) -> io::Result<bool> {
        match fs::statat(&self.new, name, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(stat) if mark(&stat).is_same_file(seen) => {}
            Ok(_) | Err(Errno::NOENT) => return Ok(false),
            Err(error) => return Err(error.into()),
        }
        let plain = file_name(name);
        for number in 1..u32::MAX {
            let target = if number == 1 { plain.clone() } else { format!("{plain}.{number}") };
            let reason = format!("{target}.why");
            if let Some(why) = why
                && !write_new(to, &reason, why)?
            {
                continue;
            }
            match move_free(&self.new, name, to, &target) {
                Ok(()) => return Ok(true),
                Err(Errno::EXIST) => drop_reason(to, &reason, why.is_some()),
                Err(error) => {
                    drop_reason(to, &reason, why.is_some());
                    return Err(error.into());
                }
            }
        }
        Ok(false)
    }
}

fn drop_reason(to: &OwnedFd, reason: &str, written: bool) {
    if written {
        let _ = fs::unlinkat(to, reason, AtFlags::empty());
    }
}

/// Writes a file that isn't there yet; false when it is.
fn write_new(to: &OwnedFd, name: &str, text: &str) -> io::Result<bool> {
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    match fs::openat(to, name, flags, Mode::from_raw_mode(0o640)) {
        Ok(file) => File::from(file).write_all(text.as_bytes()).map(|()| true),
        Err(Errno::EXIST) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Renames without ever replacing anything, also where the file system can't promise that by itself.
fn move_free(from: &OwnedFd, name: &CStr, to: &OwnedFd, target: &str) -> Result<(), Errno> {
    match fs::renameat_with(from, name, to, target, RenameFlags::NOREPLACE) {
        Err(Errno::INVAL | Errno::NOSYS) => {
            if fs::statat(to, target, AtFlags::SYMLINK_NOFOLLOW).is_ok() {
                return Err(Errno::EXIST);
            }
            fs::renameat(from, name, to, target)
        }
        result => result,
    }
}

/// How long a file that was written in place must have been left alone before it counts as whole.
const SETTLE_NS: i128 = 2_000_000_000;

/// How long a file that was written in place and is cut off is waited for.
const PATIENCE_NS: i128 = 60_000_000_000;

/// What can be said from the look alone; none for a file that is to be read.
fn settled(stat: &Stat, now: i128, moved_in: bool) -> Option<Look> {
    let bad = |why| Some(Look::Bad(why, mark(stat)));
    match FileType::from_raw_mode(stat.st_mode) {
        FileType::RegularFile => {}
        FileType::Symlink => return bad(Why::Link),
        _ => return bad(Why::NotAFile),
    }
    let (written, changed) = (mark(stat).written, nanoseconds(stat.st_ctime, stat.st_ctime_nsec));
    let left_alone = |since: i128| (now - since).abs() >= SETTLE_NS;
    if stat.st_nlink != 1 {
        // Some programs place a file by linking it and removing the other name.
        return if left_alone(changed) { bad(Why::HardLink) } else { Some(Look::Wait) };
    }
    if u64::try_from(stat.st_size).unwrap_or(u64::MAX) > FILE_MAX {
        return bad(Why::TooLarge { max_mb: FILE_MAX / (1024 * 1024) });
    }
    (!is_renamed(stat, moved_in) && !left_alone(written)).then_some(Look::Wait)
}

/// Whether the file came whole, by a rename: renaming changes the inode, writing changes inode and content, so that a file
/// written elsewhere and renamed here shows two different times.
fn is_renamed(stat: &Stat, moved_in: bool) -> bool {
    moved_in || nanoseconds(stat.st_ctime, stat.st_ctime_nsec) > mark(stat).written
}

fn nanoseconds(seconds: impl Into<i128>, rest: impl Into<i128>) -> i128 {
    seconds.into() * 1_000_000_000 + rest.into()
}

fn mark(stat: &Stat) -> Mark {
    Mark {
        device: stat.st_dev,
        inode: stat.st_ino,
        size: stat.st_size,
        written: nanoseconds(stat.st_mtime, stat.st_mtime_nsec),
    }
}

impl Mark {
    /// What an open file is now.
    pub(super) fn of(file: &File) -> io::Result<Mark> {
        Ok(mark(&fs::fstat(file)?))
    }

    fn is_same_file(&self, other: &Mark) -> bool {
        self.device == other.device && self.inode == other.inode
    }
}

/// A name as it is shown, logged and kept: letters, digits, `.`, `-` and `_`, the rest as `_`.
pub fn file_name(name: &CStr) -> String {
    let mut safe = String::new();
    for c in String::from_utf8_lossy(name.to_bytes()).chars() {
        let kept = c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
        let c = if kept && c != '\u{FFFD}' { c } else { '_' };
        if safe.len() + c.len_utf8() > NAME_BYTES {
            break;
        }
        safe.push(c);
    }
    if safe.starts_with('.') { safe.replacen('.', "_", 1) } else { safe }
}
