//! Keeps the console's line to the desk: connects, hands messages both ways, and connects again by itself after a cut.
//!
//! What is asked is the model's business: it asks again after each welcome, so nothing that was meant for an earlier line
//! is ever sent over a later one.

use super::options::Start;
use crate::config::Paths;
use crate::wire::line::{Line, LineReader, LineWriter};
use crate::wire::message::{Ended, ToClient, ToDesk};
use crate::wire::{Hello, Welcome, WireError};
use std::time::Duration;
use tokio::sync::mpsc::{Receiver, Sender, UnboundedReceiver, UnboundedSender, channel, unbounded_channel};
use tokio::time::{Instant, sleep, timeout};

/// How long the desk may take to answer before the console goes on without it.
const CONNECT_WITHIN: Duration = Duration::from_secs(3);
/// Pauses before the tries to connect again; the last one counts for all later tries.
const PAUSES: [Duration; 6] = [
    Duration::ZERO,
    Duration::from_millis(200),
    Duration::from_millis(500),
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(3),
];
/// Pause after a desk has refused the session: it would say the same a moment later.
const REFUSED_PAUSE: Duration = Duration::from_secs(30);
/// A line that stood so long was a good one: after it, trying begins anew.
const GOOD_LINE: Duration = Duration::from_secs(5);
/// How long the desk's reason is waited for when it takes nothing any more.
const LAST_WORDS: Duration = Duration::from_secs(1);
/// How long a desk that was started is left alone before another is started.
const START_REST: Duration = Duration::from_secs(1);
/// The same when starting one was in vain again and again.
const START_REST_MOST: Duration = Duration::from_secs(60);

/// What the line tells the console.
#[derive(Debug)]
pub(super) enum FromLine {
    /// It stands. Messages for the desk go in here, until it is down.
    Up(Welcome, UnboundedSender<ToDesk>),
    /// The desk said something.
    Said(ToClient),
    /// It is down; what the desk said at the end, if it said something.
    Down(Option<Ended>),
}

/// The line and what it needs to come back.
pub(super) struct DeskLine {
    paths: Paths,
    hello: Hello,
    start: Start,
    out: Sender<FromLine>,
    /// Tries since the last good line.
    tries: usize,
    /// When a desk was started last, and how long none is started after that.
    started: Option<Instant>,
    start_rest: Duration,
    /// The desk was told to stop: it stays down until somebody starts it.
    stopped: bool,
    /// Why the desk refused the session last, so that the same reason is told once.
    refused: Option<Ended>,
}

/// Why a line is over.
enum Over {
    /// It was cut, or the desk ended it.
    Down(Option<Ended>),
    /// The console is leaving, and everything it said is sent.
    Leaving,
}

impl DeskLine {
    /// A line to the desk of a folder, and what it tells.
    pub(super) fn new(paths: Paths, hello: Hello, start: Start) -> (DeskLine, Receiver<FromLine>) {
        let (out, told) = channel(64);
        let line = DeskLine {
            paths,
            hello,
            start,
            out,
            tries: 0,
            started: None,
            start_rest: START_REST,
            stopped: false,
            refused: None,
        };
        (line, told)
    }

    /// The first try, before anything is on the screen; none when the desk isn't there, and may yet come.
    ///
    /// # Errors
    /// When the desk is there but doesn't take this console.
    pub(super) async fn open(&mut self) -> Result<Option<Line>, WireError> {
        let mut line = self.connect().await;
        if matches!(line, Err(WireError::NoDesk)) {
            line = self.start_desk().await;
        }
        match line {
            Ok(line) => Ok(Some(line)),
            Err(error) => later(error).map(|()| None),
        }
    }

    /// Keeps the line until the console leaves.
    pub(super) async fn keep(mut self, first: Option<Line>) {
        let mut line = first;
        if line.is_none() {
            self.tell(FromLine::Down(None)).await;
        }
        loop {
            if let Some(line) = line.take() {
                let since = Instant::now();
                let Over::Down(ended) = self.carry(line).await else { return };
                if since.elapsed() >= GOOD_LINE {
                    self.tries = 0;
                }
                self.stopped = ended == Some(Ended::DeskStops);
                self.refused = None;
                self.tell(FromLine::Down(ended)).await;
            }
            line = self.try_again().await;
        }
    }

    async fn try_again(&mut self) -> Option<Line> {
        sleep(PAUSES.get(self.tries).or(PAUSES.last()).copied().unwrap_or(REFUSED_PAUSE)).await;
        self.tries = self.tries.saturating_add(1);
        match self.connect().await {
            Ok(line) => return Some(line),
            Err(WireError::NoDesk) if self.may_start() => return self.start_desk().await.ok(),
            Err(WireError::Ended(why)) if why != Ended::DeskStops => {
                if self.refused.as_ref() != Some(&why) {
                    self.refused = Some(why.clone());
                    self.tell(FromLine::Down(Some(why))).await;
                }
                sleep(REFUSED_PAUSE).await;
            }
            Err(_) => {}
        }
        None
    }

    async fn tell(&self, what: FromLine) {
        // Nobody listens any more when the console is leaving, and then nothing needs to be told.
        let _ = self.out.send(what).await;
    }

    async fn connect(&self) -> Result<Line, WireError> {
        let line = timeout(CONNECT_WITHIN, Line::connect(&self.paths, &self.hello)).await;
        line.unwrap_or(Err(WireError::TimedOut))
    }

    fn may_start(&self) -> bool {
        !self.stopped && self.started.is_none_or(|at| at.elapsed() >= self.start_rest)
    }

    /// Has a desk started, if that may be, and connects to it.
    async fn start_desk(&mut self) -> Result<Line, WireError> {
        let Start::Ensure(start) = self.start else { return Err(WireError::NoDesk) };
        let paths = self.paths.clone();
        let started = tokio::task::spawn_blocking(move || start(&paths)).await;
        if let Err(fault) = started
            && let Ok(fault) = fault.try_into_panic()
        {
            std::panic::resume_unwind(fault);
        }
        self.started = Some(Instant::now());
        let line = self.connect().await;
        self.start_rest = if line.is_ok() { START_REST } else { (self.start_rest * 2).min(START_REST_MOST) };
        line
    }

    /// Carries messages both ways until the line is over.
    async fn carry(&self, line: Line) -> Over {
        let (to_desk, from_console) = unbounded_channel();
        let Line { welcome, reader, writer } = line;
        self.tell(FromLine::Up(welcome, to_desk)).await;
        // Both at once: a desk that waits to be read must still be written to.
        tokio::select! {
            ended = self.read(reader) => Over::Down(ended),
            over = self.write(writer, from_console) => over,
        }
    }

    async fn read(&self, mut reader: LineReader) -> Option<Ended> {
        loop {
            match reader.next().await {
                Ok(Some(ToClient::Ended(why))) => return Some(why),
                Ok(Some(message)) => self.tell(FromLine::Said(message)).await,
                Ok(None) | Err(_) => return None,
            }
        }
    }

    async fn write(&self, mut writer: LineWriter, mut from_console: UnboundedReceiver<ToDesk>) -> Over {
        while let Some(message) = from_console.recv().await {
            match writer.send(&message).await {
                Ok(()) => {}
                Err(WireError::TooLong) => {
                    if let Some(failed) = too_long(&message) {
                        self.tell(FromLine::Said(failed)).await;
                    }
                }
                Err(_) => {
                    // Why the desk closed the line may still wait to be read.
                    sleep(LAST_WORDS).await;
                    return Over::Down(None);
                }
            }
        }
        Over::Leaving
    }
}

/// Errors after which the desk may yet take this console.
fn later(error: WireError) -> Result<(), WireError> {
    match error {
        WireError::NoDesk
        | WireError::Busy
        | WireError::TimedOut
        | WireError::Io(_)
        | WireError::Ended(Ended::DeskStops | Ended::TooSlow) => Ok(()),
        WireError::NotTheDesk { .. }
        | WireError::NoAccess
        | WireError::Ended(_)
        | WireError::Refused(_)
        | WireError::Failed { .. }
        | WireError::NotConfirmed { .. }
        | WireError::Nonsense
        | WireError::TooLong => Err(error),
    }
}

/// What a message comes to that is too long for the desk: nothing was done.
fn too_long(message: &ToDesk) -> Option<ToClient> {
    match message {
        ToDesk::SignIn { id, .. }
        | ToDesk::Execute { id, .. }
        | ToDesk::Ask { id, .. }
        | ToDesk::Keep { id, .. }
        | ToDesk::Stop { id }
        | ToDesk::Backup { id, .. } => {
            Some(ToClient::Failed { id: *id, trouble: "broken".to_owned(), unknown: false })
        }
        ToDesk::Hello { .. } => None,
    }
}
