//! The socket: made private from its first instant, removed when stale or at the end, only while the lock is held.

use super::error::DeskError;
use crate::config::Paths;
use rustix::fs::Mode;
use rustix::net::{AddressFamily, SocketAddrUnix, SocketFlags, SocketType};
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::fs::{DirBuilderExt, FileTypeExt, MetadataExt, PermissionsExt};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};

/// How many connections may wait to be taken.
const BACKLOG: i32 = 128;

/// Who may reach the desk's socket.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// The account that keeps the desk.
    #[default]
    Owner,
    /// That account and the group it runs as.
    Group,
}

impl Reach {
    fn socket_mode(self) -> u32 {
        match self {
            Reach::Owner => 0o600,
            Reach::Group => 0o660,
        }
    }

    fn folder_mode(self) -> u32 {
        match self {
            Reach::Owner => 0o700,
            Reach::Group => 0o710,
        }
    }
}

/// Listens at the desk's place. The caller holds the lock, so whatever socket is there belongs to no desk any more.
pub(super) fn listen(paths: &Paths, reach: Reach) -> Result<UnixListener, DeskError> {
    let path = paths.socket();
    if paths.socket_is_elsewhere() {
        make_private_folder(path, reach)?;
    }
    remove_stale(path)?;
    bind(path, reach).map_err(|e| DeskError::file(path, &e))
}

/// Removes the socket at the end.
pub(super) fn remove(path: &Path) {
    // A desk that can't remove it leaves a stale one, which the next desk removes.
    let _ = std::fs::remove_file(path);
}

fn remove_stale(path: &Path) -> Result<(), DeskError> {
    match std::fs::symlink_metadata(path) {
        Ok(there) if there.file_type().is_socket() => {
            std::fs::remove_file(path).map_err(|e| DeskError::file(path, &e))
        }
        Ok(_) => Err(DeskError::InTheWay(path.to_owned())),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(e) => Err(DeskError::file(path, &e)),
    }
}

/// The folder under the runtime or temporary folder, where others may have made one before us.
fn make_private_folder(socket: &Path, reach: Reach) -> Result<(), DeskError> {
    let folder: PathBuf = socket.parent().unwrap_or(Path::new("/")).to_owned();
    let failed = |e: &io::Error| DeskError::file(&folder, e);
    match std::fs::DirBuilder::new().mode(reach.folder_mode()).create(&folder) {
        Ok(()) => {}
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {}
        Err(e) => return Err(failed(&e)),
    }
    let there = std::fs::symlink_metadata(&folder).map_err(|e| failed(&e))?;
    let ours = there.is_dir() && there.uid() == rustix::process::geteuid().as_raw();
    if !ours || there.mode() & 0o022 != 0 {
        return Err(DeskError::NotPrivate(folder));
    }
    let mode = std::fs::Permissions::from_mode(reach.folder_mode());
    std::fs::set_permissions(&folder, mode).map_err(|e| failed(&e))
}

/// Binds with the final permissions already on the socket: between a bind and a chmod anybody could connect.
fn bind(path: &Path, reach: Reach) -> io::Result<UnixListener> {
    let flags = SocketFlags::CLOEXEC | SocketFlags::NONBLOCK;
    let socket: OwnedFd = rustix::net::socket_with(AddressFamily::UNIX, SocketType::STREAM, flags, None)?;
    rustix::fs::fchmod(&socket, Mode::from_raw_mode(reach.socket_mode()))?;
    rustix::net::bind(&socket, &SocketAddrUnix::new(path)?)?;
    // The umask takes bits away; a group that shall reach the desk gets them back.
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(reach.socket_mode()))?;
    rustix::net::listen(&socket, BACKLOG)?;
    Ok(UnixListener::from(socket))
}
