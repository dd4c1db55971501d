//! Watches `new` so that a report is taken the moment it is there. A notification is only a hint: the sweep finds everything
//! without it, so that nothing here can fail the desk.

use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::ffi::{CStr, CString};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// How many names are remembered; one that is forgotten is only taken a little later.
const NAMES_MAX: usize = 10_000;

/// The names that were renamed into `new` since they were last asked for: such a file is whole.
#[derive(Clone, Debug, Default)]
pub struct Arrivals(Arc<Mutex<BTreeSet<CString>>>);

impl Arrivals {
    fn add(&self, path: &Path) {
        let name = path.file_name().and_then(|name| CString::new(name.as_bytes()).ok());
        let mut names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(name) = name.filter(|_| names.len() < NAMES_MAX) {
            names.insert(name);
        }
    }

    /// Whether this name was renamed into `new`; it is forgotten.
    pub(super) fn take(&self, name: &CStr) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(name)
    }
}

/// The watch over a spool.
pub struct Watch {
    spool: PathBuf,
    watcher: Option<RecommendedWatcher>,
    /// Set when the folders were made again or notifications were lost.
    lost: Arc<AtomicBool>,
    wake: Arc<dyn Fn() + Send + Sync>,
    arrivals: Arrivals,
}

impl Watch {
    /// Watches the spool in this folder and calls `wake`, on a thread of its own, whenever a sweep may find something.
    pub fn start(spool: &super::Spool, wake: impl Fn() + Send + Sync + 'static) -> Watch {
        let mut watch = Watch {
            spool: spool.path().to_owned(),
            watcher: None,
            lost: Arc::new(AtomicBool::new(true)),
            wake: Arc::new(wake),
            arrivals: spool.arrivals(),
        };
        watch.renew();
        watch
    }

    /// Sets the watch up again where it was lost: after the sweep has made the folders. False when the kernel gives none,
    /// for want of inotify watches; then the sweep alone finds what arrives.
    pub fn renew(&mut self) -> bool {
        if !self.lost.swap(false, Ordering::AcqRel) {
            return true;
        }
        self.watcher = None;
        self.watcher = self.begin().ok();
        if self.watcher.is_none() {
            self.lost.store(true, Ordering::Release);
        }
        self.watcher.is_some()
    }

    fn begin(&self) -> notify::Result<RecommendedWatcher> {
        let new = self.spool.join("new");
        let (lost, wake, arrivals) = (self.lost.clone(), self.wake.clone(), self.arrivals.clone());
        let folder = new.clone();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            let seen = event.map_or(Seen::Lost, |event| seen(&event, &folder, &arrivals));
            if seen == Seen::Lost {
                lost.store(true, Ordering::Release);
            }
            if seen != Seen::Nothing {
                wake();
            }
        })?;
        watcher.watch(&self.spool, RecursiveMode::NonRecursive)?;
        watcher.watch(&new, RecursiveMode::NonRecursive)?;
        Ok(watcher)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    /// Nothing that concerns the intake.
    Nothing,
    /// A file may be there.
    Arrival,
    /// The watch no longer sees everything.
    Lost,
}

fn seen(event: &Event, new: &Path, arrivals: &Arrivals) -> Seen {
    if event.need_rescan() || event.paths.iter().any(|path| path == new) && !is_look(event.kind) {
        return Seen::Lost;
    }
    let inside = event.paths.iter().filter(|path| path.parent() == Some(new));
    match event.kind {
        EventKind::Modify(ModifyKind::Name(RenameMode::To)) => {
            inside.for_each(|path| arrivals.add(path));
            Seen::Arrival
        }
        EventKind::Create(_) | EventKind::Access(AccessKind::Close(AccessMode::Write)) => {
            if inside.count() > 0 { Seen::Arrival } else { Seen::Nothing }
        }
        EventKind::Any
        | EventKind::Access(_)
        | EventKind::Modify(_)
        | EventKind::Remove(_)
        | EventKind::Other => Seen::Nothing,
    }
}

/// Whether somebody only looked into the folder.
fn is_look(kind: EventKind) -> bool {
    matches!(kind, EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)))
}

/// Whether the kernel gives a watch on a folder now.
pub fn can_watch(folder: &Path) -> bool {
    let watcher = notify::recommended_watcher(|_: notify::Result<Event>| {});
    watcher.is_ok_and(|mut watcher| watcher.watch(folder, RecursiveMode::NonRecursive).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{CreateKind, Flag, RemoveKind};

    fn event(kind: EventKind, path: &str) -> Event {
        Event::new(kind).add_path(PathBuf::from(path))
    }

    fn seen_in_new(event: &Event) -> Seen {
        seen(event, Path::new("/spool/new"), &Arrivals::default())
    }

    #[test]
    fn lost_notifications_and_a_lost_folder_ask_for_a_new_watch() {
        let overflow = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert!(seen_in_new(&overflow) == Seen::Lost);
        assert!(seen_in_new(&event(EventKind::Remove(RemoveKind::Folder), "/spool/new")) == Seen::Lost);
        assert!(seen_in_new(&event(EventKind::Create(CreateKind::Folder), "/spool/new")) == Seen::Lost);
    }

    #[test]
    fn looking_into_the_folder_and_taking_files_away_wake_nobody() {
        let look = EventKind::Access(AccessKind::Open(AccessMode::Any));
        let gone = EventKind::Modify(ModifyKind::Name(RenameMode::From));
        assert!(seen_in_new(&event(look, "/spool/new")) == Seen::Nothing);
        assert!(seen_in_new(&event(look, "/spool/new/a.json")) == Seen::Nothing);
        assert!(seen_in_new(&event(gone, "/spool/new/a.json")) == Seen::Nothing);
        assert!(seen_in_new(&event(EventKind::Create(CreateKind::File), "/spool/x")) == Seen::Nothing);
    }

    #[test]
    fn only_names_that_were_renamed_in_are_remembered_once() {
        let arrivals = Arrivals::default();
        let came = event(EventKind::Modify(ModifyKind::Name(RenameMode::To)), "/spool/new/a.json");
        assert!(seen(&came, Path::new("/spool/new"), &arrivals) == Seen::Arrival);
        assert!(arrivals.take(c"a.json") && !arrivals.take(c"a.json"));
    }
}
