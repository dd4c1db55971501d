//! Owns the signals that a console takes. SIGHUP is not among them: when the line drops, its default action is the
//! surest end there is.

use rustix::process::{Pid, Signal, getpgid, getpid, getppid, getsid, kill_process};
use std::io;
use tokio::signal::unix::{Signal as Stream, SignalKind, signal};

/// What a signal asks of the console.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Caught {
    /// The window has another size.
    Resized,
    /// Leave.
    Leave,
    /// Stop until continued.
    Stop,
    /// The console goes on after a stop; whatever happened to the terminal meanwhile.
    Continued,
}

/// The signals that a console takes. Several of one kind in a row are one.
pub(super) struct Signals {
    window: Stream,
    terminate: Stream,
    interrupt: Stream,
    quit: Stream,
    stop: Stream,
    go_on: Stream,
}

/// SIGTSTP and SIGCONT on Linux, which tokio has no names for.
const STOP: SignalKind = SignalKind::from_raw(Signal::TSTP.as_raw());
const GO_ON: SignalKind = SignalKind::from_raw(Signal::CONT.as_raw());

impl Signals {
    /// Takes the signals from now on. A runtime must run.
    pub(super) fn take() -> io::Result<Signals> {
        Ok(Signals {
            window: signal(SignalKind::window_change())?,
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
            // By default it would leave a picture of the records in a core file.
            quit: signal(SignalKind::quit())?,
            stop: signal(STOP)?,
            go_on: signal(GO_ON)?,
        })
    }

    /// The next signal. It may be dropped while waiting: nothing is lost.
    pub(super) async fn next(&mut self) -> Caught {
        tokio::select! {
            _ = self.terminate.recv() => Caught::Leave,
            _ = self.interrupt.recv() => Caught::Leave,
            _ = self.quit.recv() => Caught::Leave,
            _ = self.stop.recv() => Caught::Stop,
            _ = self.go_on.recv() => Caught::Continued,
            _ = self.window.recv() => Caught::Resized,
        }
    }
}

/// Whether somebody is there who can continue this process once it stops: a shell in the same session, outside our
/// group. The kernel asks the same before it stops anything by default, but not once the signal is taken.
pub(super) fn can_be_continued() -> bool {
    let (Ok(group), Ok(session)) = (getpgid(None), getsid(None)) else { return false };
    let mut above = getppid();
    // A script between the shell and the console is in the console's group.
    for _ in 0..16 {
        let Some(parent) = above else { return false };
        match (getpgid(Some(parent)), getsid(Some(parent))) {
            (Ok(its_group), Ok(its_session)) if its_group != group => return its_session == session,
            (Ok(_), Ok(_)) => above = parent_of(parent),
            _ => return false,
        }
    }
    false
}

/// Stops this process; returns when it is continued.
pub(super) fn stop() -> io::Result<()> {
    kill_process(getpid(), Signal::STOP).map_err(io::Error::from)
}

fn parent_of(pid: Pid) -> Option<Pid> {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).ok()?;
    // The program's name stands in parentheses and may hold anything, parentheses too.
    let (_, rest) = stat.rsplit_once(')')?;
    Pid::from_raw(rest.split_whitespace().nth(1)?.parse().ok()?)
}
