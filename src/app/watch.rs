//! Tells when a keymap file was changed. It reads none, and where it can't watch it says nothing: the officer has a key
//! for reading them again.
//!
//! Asked of the kernel directly: `notify` would keep a thread for it, in every console.

use super::ready::readable;
use rustix::fd::{AsFd, OwnedFd};
use rustix::fs::inotify::{CreateFlags, Reader, WatchFlags, add_watch, init};
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::mem::MaybeUninit;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use tokio::io::unix::AsyncFd;

/// Watches files by their folders: editors replace a file rather than write into it.
pub(super) struct FileWatch {
    kernel: Option<AsyncFd<OwnedFd>>,
    names: BTreeSet<OsString>,
}

impl FileWatch {
    /// Watches these files, those that aren't there yet too. A runtime must run.
    pub(super) fn on(files: &[PathBuf]) -> FileWatch {
        let names = files.iter().filter_map(|file| file.file_name()).map(ToOwned::to_owned).collect();
        let folders: BTreeSet<&Path> = files.iter().filter_map(|file| file.parent()).collect();
        FileWatch { kernel: watched(&folders), names }
    }

    /// Waits until one of the files was changed. It may be dropped while waiting.
    pub(super) async fn changed(&self) {
        let Some(kernel) = &self.kernel else { return std::future::pending().await };
        loop {
            let Ok(mut ready) = kernel.readable().await else { return std::future::pending().await };
            let ours = self.drain(kernel.get_ref());
            ready.clear_ready();
            if ours {
                return;
            }
        }
    }

    fn drain(&self, kernel: &OwnedFd) -> bool {
        let mut room = [MaybeUninit::uninit(); 1024];
        let mut reader = Reader::new(kernel.as_fd(), &mut room);
        let mut ours = false;
        while let Ok(told) = reader.next() {
            let name = told.file_name().map(|name| std::ffi::OsStr::from_bytes(name.to_bytes()));
            // A queue that ran over tells no names.
            ours |= name.is_none_or(|name| self.names.contains(name));
        }
        ours
    }
}

fn watched(folders: &BTreeSet<&Path>) -> Option<AsyncFd<OwnedFd>> {
    let kernel = init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC).ok()?;
    let what = WatchFlags::CLOSE_WRITE | WatchFlags::MOVED_TO | WatchFlags::MOVED_FROM | WatchFlags::DELETE;
    let some = folders.iter().filter(|folder| add_watch(&kernel, **folder, what).is_ok()).count() > 0;
    if !some {
        return None;
    }
    readable(kernel).ok()
}
