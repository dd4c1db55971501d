//! The intake at work: a thread that goes through the spool whenever it is woken, and hands what it finds to the desk.
//!
//! It reads and moves files, which may take long; the desk's own thread puts the reports in, through the one door.

use crate::config::Paths;
use crate::domain::{Lang, Refusal, Station};
use crate::intake::{Clocks, Found, Outcome, Refused, Spool, Told, Watch, why_text};
use crate::words::Words;
use jiff::Timestamp;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use tokio::sync::{mpsc, oneshot};

/// How many reports of a file are handed over at a time.
const BATCH: usize = 200;

/// What the intake asks of the desk. It waits for the answer each time.
pub(super) enum FromIntake {
    /// A sweep begins: which station, and what time is it?
    Now(oneshot::Sender<Now>),
    /// Reports to put in.
    Take(Vec<Told>, oneshot::Sender<Taken>),
    /// A file is refused; it is moved aside once that is on record.
    Refuse {
        /// Its name, made safe.
        file: String,
        /// Why, as a code.
        why: &'static str,
        /// Where.
        line: Option<u64>,
        /// Whether it is on record.
        recorded: oneshot::Sender<bool>,
    },
    /// A file is done with: all its reports are in.
    Done,
    /// Whether the spool could be read in the last sweep.
    Readable(bool),
}

/// What a sweep needs to know.
pub(super) struct Now {
    /// The station.
    pub(super) station: Arc<Station>,
    /// Both clocks.
    pub(super) clocks: Clocks,
}

/// What became of a batch.
pub(super) enum Taken {
    /// All of it is in the journal.
    All,
    /// A rule refused one; those before it are in.
    Refused(u64, Refusal),
    /// Something broke: the file stays and is tried again.
    NotNow,
}

/// The intake's thread.
pub(super) struct Intake {
    wake: Sender<Wake>,
    ending: Arc<AtomicBool>,
}

enum Wake {
    Look,
    End,
}

impl Intake {
    /// Starts the thread and its watch, with a first look at the spool.
    pub(super) fn start(paths: &Paths, to_desk: mpsc::Sender<FromIntake>) -> io::Result<Intake> {
        let (wake, woken) = channel();
        let spool = Spool::open(&paths.spool());
        let hint = wake.clone();
        let ending = Arc::new(AtomicBool::new(false));
        let ends = Arc::clone(&ending);
        std::thread::Builder::new().name("intake".to_owned()).spawn(move || {
            // A desk that has ended needs no hint.
            let watch = Watch::start(&spool, move || drop(hint.send(Wake::Look)));
            Sweeper { spool, watch, to_desk, words: None, ending: ends }.run(&woken);
        })?;
        let intake = Intake { wake, ending };
        intake.look();
        Ok(intake)
    }

    /// Looks at the spool soon.
    pub(super) fn look(&self) {
        let _ = self.wake.send(Wake::Look);
    }

    /// Asks the thread to end: after the batch that it is at, so that a large file doesn't hold the desk. What is left of
    /// the file is taken when the desk is up again.
    pub(super) fn end(&self) {
        self.ending.store(true, Ordering::Release);
        let _ = self.wake.send(Wake::End);
    }
}

struct Sweeper {
    spool: Spool,
    watch: Watch,
    to_desk: mpsc::Sender<FromIntake>,
    /// Made when the first file is refused: most desks never need them.
    words: Option<[Words; 2]>,
    ending: Arc<AtomicBool>,
}

/// The desk has ended.
struct Over;

impl Sweeper {
    fn run(mut self, woken: &Receiver<Wake>) {
        loop {
            let wake = match self.spool.look_again() {
                None => woken.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(soon) => woken.recv_timeout(soon),
            };
            match wake {
                Ok(Wake::Look) | Err(RecvTimeoutError::Timeout) => {}
                Ok(Wake::End) | Err(RecvTimeoutError::Disconnected) => return,
            }
            // One sweep does for all hints that came meanwhile.
            if woken.try_iter().any(|w| matches!(w, Wake::End)) || self.sweep().is_err() {
                return;
            }
        }
    }

    fn sweep(&mut self) -> Result<(), Over> {
        let now: Now = self.ask(FromIntake::Now)?;
        let readable = match self.spool.sweep() {
            Ok(()) => {
                if !self.watch.renew() {
                    tracing::warn!("the spool can't be watched; the sweep alone finds what arrives");
                }
                self.go_through(&now)?
            }
            Err(_) => false,
        };
        self.tell(FromIntake::Readable(readable))
    }

    /// Takes what is there. False when the folder can't be read.
    fn go_through(&mut self, now: &Now) -> Result<bool, Over> {
        loop {
            let mut found = match self.spool.next(&now.station, now.clocks) {
                Ok(Some(found)) => found,
                Ok(None) => return Ok(true),
                Err(_) => return Ok(false),
            };
            let settled = match self.put_in(&mut found)? {
                Put::In => self.done(found)?,
                Put::Refused(refused) => self.refuse(found, &refused, now)?,
                // Nothing can be written now. What is left is found again by the next sweep.
                Put::NotNow => return Ok(true),
            };
            if !settled {
                return Ok(true);
            }
        }
    }

    fn put_in(&mut self, found: &mut Found) -> Result<Put, Over> {
        let reports = match &mut found.outcome {
            Outcome::Refuse(refused) => return Ok(Put::Refused(std::mem::take(refused))),
            Outcome::Take(reports) => reports,
        };
        loop {
            if self.ending.load(Ordering::Acquire) {
                return Ok(Put::NotNow);
            }
            let batch = match reports.batch(BATCH) {
                Ok(batch) if batch.is_empty() => return Ok(Put::In),
                Ok(batch) => batch,
                Err(refused) => return Ok(Put::Refused(refused)),
            };
            match self.ask(|answer| FromIntake::Take(batch, answer))? {
                Taken::All => {}
                Taken::Refused(line, refusal) => return Ok(Put::Refused(Refused::by_rule(line, refusal))),
                Taken::NotNow => return Ok(Put::NotNow),
            }
        }
    }

    fn done(&mut self, found: Found) -> Result<bool, Over> {
        if let Err(error) = self.spool.done(found) {
            tracing::warn!(kind = %error.kind(), "a file that was taken could not be moved away");
        }
        self.tell(FromIntake::Done)?;
        Ok(true)
    }

    fn refuse(&mut self, found: Found, refused: &Refused, now: &Now) -> Result<bool, Over> {
        let (file, why, line) = (found.name.clone(), refused.code(), refused.line());
        if !self.ask(|recorded| FromIntake::Refuse { file, why, line, recorded })? {
            return Ok(false);
        }
        let words = self.words.get_or_insert_with(|| [Words::new(Lang::Zh), Words::new(Lang::En)]);
        let text = why_text(refused, &found.name, &words.each_ref(), &now.station);
        if let Err(error) = self.spool.refuse(found, &text) {
            tracing::warn!(kind = %error.kind(), "a refused file could not be moved away");
        }
        Ok(true)
    }

    fn ask<T>(&self, question: impl FnOnce(oneshot::Sender<T>) -> FromIntake) -> Result<T, Over> {
        let (answer, answered) = oneshot::channel();
        self.tell(question(answer))?;
        answered.blocking_recv().map_err(|_| Over)
    }

    fn tell(&self, what: FromIntake) -> Result<(), Over> {
        self.to_desk.blocking_send(what).map_err(|_| Over)
    }
}

enum Put {
    In,
    Refused(Refused),
    NotNow,
}

/// What a sweep is told, at this instant.
pub(super) fn now(station: Arc<Station>, desk: Timestamp) -> Now {
    Now { station, clocks: Clocks { desk, machine: Timestamp::now() } }
}
