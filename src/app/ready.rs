//! Waits for descriptors that are no sockets: the terminal, the kernel's news of files.

use rustix::fd::OwnedFd;
use std::io;
use tokio::io::Interest;
use tokio::io::unix::AsyncFd;

/// A descriptor whose next bytes can be waited for. A runtime must run.
///
/// # Errors
/// When the kernel can't wait for it, as for a file.
#[allow(
    deprecated,
    reason = "its successor is unsafe for foreign descriptors; an OwnedFd keeps all that it asks for"
)]
pub(super) fn readable(fd: OwnedFd) -> io::Result<AsyncFd<OwnedFd>> {
    AsyncFd::with_interest(fd, Interest::READABLE)
}
