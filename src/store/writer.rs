//! The thread that owns the store. What waits in its queue when it looks goes into one transaction; answers leave after
//! the commit. The queue is bounded: whoever asks more than the disk can take is told so.

use super::draft_form::Keep;
use super::error::{NotDone, Outcome, StoreError};
use super::execute::{Asked, Store, Work, Written};
use super::outbox::Delivery;
use super::sweep::Swept;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, SyncSender, TryRecvError, TrySendError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How much goes into one transaction at most, so that nobody waits for a whole import.
const BATCH: usize = 256;

/// How long a sweep waits for readers, and an anchor for a disk that has failed.
const PAUSE: Duration = Duration::from_millis(250);

/// Something for the writer to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// A command.
    Execute(Box<Asked>),
    /// A half-filled form to keep.
    Keep(Keep),
    /// A step in the delivery of notices.
    Deliver(Delivery),
    /// A line for the anchor.
    Anchor,
}

/// What became of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JobDone {
    /// Of [`Job::Execute`].
    Executed(Outcome),
    /// Of [`Job::Keep`].
    Kept(Result<(), NotDone>),
    /// Of [`Job::Deliver`].
    Delivered(Result<(), NotDone>),
    /// Of [`Job::Anchor`].
    Anchored(Result<(), StoreError>),
}

/// Why a job was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// The queue is full.
    Full,
    /// The writer has ended.
    Ended,
}

/// The writer's queue. Tickets are the caller's own; each comes back once with what became of its job.
#[derive(Debug)]
pub struct Writer {
    jobs: SyncSender<(usize, Job)>,
    thread: JoinHandle<Result<(), StoreError>>,
}

impl Writer {
    /// Starts the thread, with room for `room` jobs in its queue. What became of them comes out of the receiver, in the
    /// order in which they were put in.
    ///
    /// # Errors
    /// When the machine gives no thread.
    pub fn spawn(store: Store, room: usize) -> Result<(Writer, Receiver<(usize, JobDone)>), StoreError> {
        let (jobs, queue) = mpsc::sync_channel(room);
        let (done, outcomes) = mpsc::channel();
        let thread = thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || work(store, &queue, &done))
            .map_err(|_| StoreError::Io { what: "starting the writer".to_owned() })?;
        Ok((Writer { jobs, thread }, outcomes))
    }

    /// Puts a job into the queue; never waits.
    ///
    /// # Errors
    /// The job was not taken and is not done.
    pub fn submit(&self, ticket: usize, job: Job) -> Result<(), NotTaken> {
        self.jobs.try_send((ticket, job)).map_err(|e| match e {
            TrySendError::Full(_) => NotTaken::Full,
            TrySendError::Disconnected(_) => NotTaken::Ended,
        })
    }

    /// Does what is queued, closes the record in order and ends the thread.
    pub fn finish(self) -> Result<(), StoreError> {
        let Writer { jobs, thread } = self;
        drop(jobs);
        thread.join().unwrap_or_else(|_| Err(StoreError::broken("the writer fell over")))
    }
}

fn work(
    mut store: Store,
    queue: &Receiver<(usize, Job)>,
    done: &Sender<(usize, JobDone)>,
) -> Result<(), StoreError> {
    let mut sweeping = store.must_sweep().unwrap_or(false);
    loop {
        match next(queue, sweeping) {
            Next::Jobs(jobs) => {
                let batch = Batch::of(jobs);
                batch.run(&mut store, done);
                sweeping = sweeping || store.must_sweep().unwrap_or(false);
            }
            Next::Idle => {
                let swept = store.sweep();
                sweeping = matches!(swept, Ok(Swept::More | Swept::Later) | Err(_));
                if matches!(swept, Ok(Swept::Later) | Err(_)) {
                    match queue.recv_timeout(PAUSE) {
                        Ok(job) => Batch::of(vec![job]).run(&mut store, done),
                        Err(RecvTimeoutError::Timeout) => {}
                        Err(RecvTimeoutError::Disconnected) => return store.close(),
                    }
                }
            }
            Next::Ended => return store.close(),
        }
    }
}

enum Next {
    Jobs(Vec<(usize, Job)>),
    Idle,
    Ended,
}

/// Everything that waits, at least one job unless there is something to do meanwhile.
fn next(queue: &Receiver<(usize, Job)>, busy: bool) -> Next {
    let first = if busy {
        match queue.try_recv() {
            Ok(job) => job,
            Err(TryRecvError::Empty) => return Next::Idle,
            Err(TryRecvError::Disconnected) => return Next::Ended,
        }
    } else {
        match queue.recv() {
            Ok(job) => job,
            Err(_) => return Next::Ended,
        }
    };
    let mut jobs = vec![first];
    while jobs.len() < BATCH
        && let Ok(job) = queue.try_recv()
    {
        jobs.push(job);
    }
    Next::Jobs(jobs)
}

/// What goes into one transaction, and the anchors that are asked for besides.
struct Batch {
    order: Vec<(usize, Option<Work>)>,
}

impl Batch {
    fn of(jobs: Vec<(usize, Job)>) -> Batch {
        let work = |job| match job {
            Job::Execute(asked) => Some(Work::Command(asked)),
            Job::Keep(keep) => Some(Work::Keep(keep)),
            Job::Deliver(step) => Some(Work::Deliver(step)),
            Job::Anchor => None,
        };
        Batch { order: jobs.into_iter().map(|(ticket, job)| (ticket, work(job))).collect() }
    }

    /// A receiver that is gone has nobody left to tell: the work is done all the same.
    fn run(self, store: &mut Store, done: &Sender<(usize, JobDone)>) {
        let kinds: Vec<(usize, Kind)> = self.order.iter().map(|(t, w)| (*t, Kind::of(w.as_ref()))).collect();
        let work: Vec<Work> = self.order.into_iter().filter_map(|(_, work)| work).collect();
        let mut written = if work.is_empty() { Vec::new() } else { store.write(work) }.into_iter();
        for (ticket, kind) in kinds {
            let told = match kind {
                Kind::Anchor => JobDone::Anchored(store.anchor_now()),
                Kind::Command => JobDone::Executed(executed(written.next())),
                Kind::Keep => JobDone::Kept(unit(written.next())),
                Kind::Deliver => JobDone::Delivered(unit(written.next())),
            };
            let _ = done.send((ticket, told));
        }
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Command,
    Keep,
    Deliver,
    Anchor,
}

impl Kind {
    fn of(work: Option<&Work>) -> Kind {
        match work {
            Some(Work::Command(_)) => Kind::Command,
            Some(Work::Keep(_)) => Kind::Keep,
            Some(Work::Deliver(_)) => Kind::Deliver,
            None => Kind::Anchor,
        }
    }
}

fn unit(written: Option<Written>) -> Result<(), NotDone> {
    written.unwrap_or_else(|| Err(lost())).map(|_| ())
}

fn executed(written: Option<Written>) -> Outcome {
    written.unwrap_or_else(|| Err(lost()))?.ok_or_else(lost)
}

fn lost() -> NotDone {
    StoreError::broken("a job lost its answer").into()
}
