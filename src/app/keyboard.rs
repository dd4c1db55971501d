//! Owns the reading of the terminal: everything that waits is read at once, and a silence ends what is unfinished.
//!
//! It never looks at a clock but to end a silence, and only while a key is unfinished. When the terminal is gone it says
//! so, once, instead of reading on for ever.

use super::input::{Input, PATIENCE, PATIENCE_REMOTE, Parser};
use super::ready::readable;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::OwnedFd;
use rustix::io::Errno;
use std::io;
use std::time::Duration;
use tokio::io::unix::AsyncFd;
use tokio::time::{Instant, sleep_until};

/// How much is read before the screen is drawn again, however much more waits.
const MOST_AT_ONCE: usize = 256 * 1024;

/// The terminal is gone: nobody reads, nobody types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gone;

/// What a look at the terminal found.
enum Found {
    Bytes(usize),
    Nothing,
}

/// The reading side of the terminal.
pub(super) struct Keyboard {
    terminal: AsyncFd<OwnedFd>,
    parser: Parser,
    patience: Duration,
    /// When an unfinished key is taken as it stands.
    silence: Option<Instant>,
}

impl Keyboard {
    /// Reads from this terminal. Over a network the parts of a key may come further apart. A runtime must run.
    pub(super) fn on(terminal: OwnedFd, remote: bool) -> io::Result<Keyboard> {
        let patience = if remote { PATIENCE_REMOTE } else { PATIENCE };
        Ok(Keyboard { terminal: readable(terminal)?, parser: Parser::new(), patience, silence: None })
    }

    /// Waits for input, and takes all that is there. It may be dropped while waiting: nothing is lost.
    pub(super) async fn next(&mut self) -> Result<Vec<Input>, Gone> {
        tokio::select! {
            // What has come ends the silence, even if that is over at the same moment.
            biased;
            ready = self.terminal.readable() => {
                ready.map_err(|_| Gone)?.retain_ready();
                self.take()
            }
            () = silent(self.silence) => {
                let inputs = self.parser.timeout();
                self.await_silence();
                Ok(inputs)
            }
        }
    }

    /// Takes all that is there without waiting.
    pub(super) fn take(&mut self) -> Result<Vec<Input>, Gone> {
        let mut inputs = Vec::new();
        let mut piece = [0_u8; 4096];
        let mut all = 0;
        while all < MOST_AT_ONCE {
            match look(self.terminal.get_ref(), &mut piece)? {
                Found::Bytes(count) => {
                    all += count;
                    inputs.append(&mut self.parser.feed(piece.get(..count).unwrap_or_default()));
                }
                Found::Nothing => {
                    self.nothing_waits();
                    break;
                }
            }
        }
        if all > 0 {
            self.await_silence();
        }
        Ok(inputs)
    }

    fn await_silence(&mut self) {
        self.silence = self.parser.waiting().then(|| Instant::now() + self.patience);
    }

    /// From now on the kernel's word is waited for again.
    fn nothing_waits(&self) {
        // What came since the look is told by the kernel anew, so this can't hide it.
        let _ = self.terminal.try_io(tokio::io::Interest::READABLE, |terminal| {
            if is_readable(terminal) { Ok(()) } else { Err(io::Error::from(io::ErrorKind::WouldBlock)) }
        });
    }
}

async fn silent(until: Option<Instant>) {
    match until {
        Some(until) => sleep_until(until).await,
        None => std::future::pending().await,
    }
}

/// Reads one piece, without ever waiting for it: the descriptor is shared with the shell and can't be made to not block.
fn look(terminal: &OwnedFd, piece: &mut [u8]) -> Result<Found, Gone> {
    if !is_readable(terminal) {
        return Ok(Found::Nothing);
    }
    match rustix::io::read(terminal, piece) {
        Ok(0) => Err(Gone),
        Ok(count) => Ok(Found::Bytes(count)),
        Err(Errno::INTR | Errno::AGAIN) => Ok(Found::Nothing),
        Err(_) => Err(Gone),
    }
}

/// Whether a read would not wait: because bytes are there, or because the terminal is gone.
fn is_readable(terminal: &OwnedFd) -> bool {
    let mut asked = [PollFd::new(terminal, PollFlags::IN)];
    let at_once = Timespec { tv_sec: 0, tv_nsec: 0 };
    poll(&mut asked, Some(&at_once)).is_ok_and(|count| count > 0)
}
