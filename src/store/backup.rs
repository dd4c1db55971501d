//! Copies of the record: made while the desk works, put back only when they are sound. Nothing is ever deleted here, and
//! no file stands under its final name before it is whole and on the disk.

use super::anchor;
use super::error::StoreError;
use super::finding::{Progress, VerifyReport};
use super::journal;
use super::open::{self, beside, record_file};
use super::verify;
use super::{meta, outbox, sweep};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// How many pages are copied at a time.
const PAGES: i32 = 1024;

/// Copies the record of the desk in a folder into a file. The desk may go on working: the copy is of the instant at which
/// it was begun.
///
/// # Errors
/// [`StoreError::Exists`] when the file is there already; then, and on every other error, nothing stands under its name.
pub fn backup(folder: &Path, file: &Path, progress: impl FnMut(Progress)) -> Result<(), StoreError> {
    if file.exists() {
        return Err(StoreError::Exists { file: file.to_owned() });
    }
    let from = open::reading(&record_file(folder))?;
    let partial = beside(file, ".partial");
    forget(&partial)?;
    let copied = copy(&from, &partial, progress).and_then(|()| open::into_place(&partial, file));
    forget(&partial)?;
    copied
}

fn forget(partial: &Path) -> Result<(), StoreError> {
    ["", "-wal", "-shm", "-journal"].iter().try_for_each(|ending| open::remove(&beside(partial, ending)))
}

fn copy(from: &Connection, partial: &Path, mut progress: impl FnMut(Progress)) -> Result<(), StoreError> {
    let fresh = open::private_file(partial)?;
    // An open question keeps SQLite at one state of the record, so the copy never has to begin anew.
    let state = from.unchecked_transaction()?;
    journal::head(&state)?;
    let mut to = Connection::open(partial)?;
    to.pragma_update(None, "synchronous", "OFF")?;
    {
        let steps = Backup::new(&state, &mut to)?;
        loop {
            let step = steps.step(PAGES)?;
            let (left, total) = (steps.progress().remaining, steps.progress().pagecount);
            let pages = |n: i32| u64::try_from(n).unwrap_or(0);
            progress(Progress { done: pages(total - left), total: pages(total) });
            match step {
                StepResult::Done => break,
                StepResult::More => {}
                StepResult::Busy | StepResult::Locked => return Err(StoreError::Busy),
                _ => return Err(StoreError::Busy),
            }
        }
    }
    state.finish()?;
    // One file that can be carried away: without a log beside it.
    to.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    let unswept = meta::get::<i64>(&to, meta::name::SWEEP_FROM)?.is_some();
    if unswept {
        meta::forget(&to, meta::name::SWEEP_FROM)?;
    }
    to.close().map_err(|(_, e)| StoreError::from(e))?;
    if unswept {
        sweep::sweep_copy(partial)?;
    }
    fresh.sync_all().map_err(|e| StoreError::file(&e, "syncing", partial))
}

/// What became of putting a copy back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Restored {
    /// The copy is the desk's record now. What stood there before was moved to these files.
    Done {
        /// The files that were moved aside, under their new names.
        aside: Vec<PathBuf>,
    },
    /// The copy is not sound, so nothing was changed.
    Unsound(VerifyReport),
}

/// Puts a copy back as the record of the desk in a folder. The copy is verified first. Where there is a record already, it
/// and its anchor are moved aside under a new name, when `aside` allows it; the desk must not be running.
///
/// # Errors
/// [`StoreError::Exists`] when there is a record and it may not be moved aside.
pub fn restore(
    file: &Path,
    folder: &Path,
    aside: bool,
    mut progress: impl FnMut(Progress),
) -> Result<Restored, StoreError> {
    let target = record_file(folder);
    if target.exists() && !aside {
        return Err(StoreError::Exists { file: target });
    }
    let report = verify::verify_copy(file, &mut progress)?;
    if !report.findings.is_empty() {
        return Ok(Restored::Unsound(report));
    }
    open::make_folder(folder)?;
    let partial = beside(&target, ".restoring");
    forget(&partial)?;
    let head = {
        let from = open::reading(file)?;
        copy(&from, &partial, progress)?;
        journal::head(&from)?
    };
    outbox::give_up_all(&Connection::open(&partial)?)?;
    let moved = move_aside(folder)?;
    fs::rename(&partial, &target).map_err(|e| StoreError::file(&e, "naming", &target))?;
    open::sync_folder(folder)?;
    anchor::write(folder, &head)?;
    Ok(Restored::Done { aside: moved })
}

/// Moves the record, its log and its anchor to names that nobody has used.
fn move_aside(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let record = record_file(folder);
    let files =
        [record.clone(), beside(&record, "-wal"), beside(&record, "-shm"), anchor::anchor_file(folder)];
    let names = |n: u32| files.clone().map(|file| (beside(&file, &format!(".before-restore-{n}")), file));
    let free = (1_u32..).find(|n| names(*n).iter().all(|(name, _)| !name.exists())).unwrap_or(0);
    let mut moved = Vec::new();
    for (name, file) in names(free).into_iter().filter(|(_, file)| file.exists()) {
        fs::rename(&file, &name).map_err(|e| StoreError::file(&e, "moving", &file))?;
        moved.push(name);
    }
    File::open(folder).and_then(|f| f.sync_all()).map_err(|e| StoreError::file(&e, "syncing", folder))?;
    Ok(moved)
}
