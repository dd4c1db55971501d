//! Owns the signals that a console takes. SIGHUP is not among them: when the line drops, its default action is the
//! surest end there is.

use rustix::process::{Signal, getpid, kill_process};
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
    let Some(own) = Family::of("self") else { return false };
    let mut above = own.parent;
    // A script between the shell and the console is in the console's group.
    for _ in 0..16 {
        match Family::of(&above.to_string()) {
            Some(it) if it.group != own.group => return it.session == own.session,
            Some(it) => above = it.parent,
            None => return false,
        }
    }
    false
}

/// Stops this process; returns when it is continued.
pub(super) fn stop() -> io::Result<()> {
    kill_process(getpid(), Signal::STOP).map_err(io::Error::from)
}

/// Whom a process belongs to. Each number is 0 where it names a process outside our own container.
struct Family {
    parent: u32,
    group: u32,
    session: u32,
}

impl Family {
    fn of(process: &str) -> Option<Family> {
        let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        // The program's name stands in parentheses and may hold anything, parentheses too.
        let (_, rest) = stat.rsplit_once(')')?;
        let mut numbers = rest.split_whitespace().skip(1).map(str::parse);
        let mut next = || numbers.next()?.ok();
        Some(Family { parent: next()?, group: next()?, session: next()? })
    }
}
