//! The desk's way to its record: what is to be written goes to the writer's thread and comes back as an outcome, what is
//! asked goes to threads that only read. Nothing here waits on the disk.

use super::running::not_done_said;
use crate::domain::notice::NoticeId;
use crate::domain::query::{Answer, Query};
use crate::domain::receipt::Receipt;
use crate::domain::{OfficerId, RecordId, Station};
use crate::store::{Job, JobDone, NotDone, OutboxHead, Reader, StoreError, Writer};
use crate::wire::message::ToClient;
use jiff::{SignedDuration, Timestamp};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

/// How much may wait to be written at a time; whoever wants to write more waits in turn.
const WAITING_MAX: u16 = 512;
/// Room in the writer's queue: for all that may wait, and for what ends the desk.
pub(super) const QUEUE: usize = WAITING_MAX as usize + 16;
/// How many threads answer questions.
const READERS: usize = 2;

/// What became of something to write; only a command has a receipt.
pub(super) type Written = Result<Option<Receipt>, NotDone>;

/// The way to the record.
pub(super) struct Record {
    writer: RefCell<Option<Writer>>,
    room: Arc<Semaphore>,
    next: Cell<usize>,
    pending: RefCell<HashMap<usize, oneshot::Sender<Written>>>,
    readers: RefCell<Option<Readers>>,
}

/// Something that is being written.
pub(super) struct Pending {
    outcome: oneshot::Receiver<Written>,
    /// Given back when the outcome has been dealt with.
    _room: Option<OwnedSemaphorePermit>,
}

impl Pending {
    /// What became of it.
    pub(super) async fn outcome(&mut self) -> Written {
        let lost = || NotDone::Failed {
            error: StoreError::Broken { what: "the writer ended".to_owned() },
            unknown: true,
        };
        (&mut self.outcome).await.unwrap_or_else(|_| Err(lost()))
    }

    /// What became of a command, as a message.
    pub(super) async fn said(&mut self, id: u64) -> ToClient {
        match self.outcome().await {
            Ok(Some(receipt)) => ToClient::Done { id, receipt },
            Ok(None) => ToClient::Ok { id },
            Err(not_done) => not_done_said(id, not_done),
        }
    }
}

impl Record {
    /// The way to the record that `writer` writes, in a folder.
    pub(super) fn new(writer: Writer, folder: &Path) -> Result<Record, StoreError> {
        Ok(Record {
            writer: RefCell::new(Some(writer)),
            room: Arc::new(Semaphore::new(usize::from(WAITING_MAX))),
            next: Cell::new(0),
            pending: RefCell::default(),
            readers: RefCell::new(Some(Readers::start(folder)?)),
        })
    }

    /// Hands something to the writer, in turn; waits only while too much waits already.
    pub(super) async fn write(&self, job: Job) -> Pending {
        let room = Arc::clone(&self.room).acquire_owned().await.ok();
        self.hand_over(job, room)
    }

    fn hand_over(&self, job: Job, room: Option<OwnedSemaphorePermit>) -> Pending {
        let ticket = self.next.get();
        self.next.set(ticket.wrapping_add(1));
        let (sender, outcome) = oneshot::channel();
        self.pending.borrow_mut().insert(ticket, sender);
        let taken = self.writer.borrow().as_ref().is_some_and(|w| w.submit(ticket, job).is_ok());
        if !taken {
            self.pending.borrow_mut().remove(&ticket);
        }
        Pending { outcome, _room: room }
    }

    /// The writer has an outcome: whoever waits for it is told.
    pub(super) fn settle(&self, ticket: usize, done: JobDone) {
        let written = match done {
            JobDone::Executed(outcome) => outcome.map(Some),
            JobDone::Kept(done) | JobDone::Delivered(done) => done.map(|()| None),
            JobDone::Anchored(anchored) => anchored.map(|()| None).map_err(NotDone::from),
        };
        if let Some(waiting) = self.pending.borrow_mut().remove(&ticket) {
            // Who asked may have gone.
            let _ = waiting.send(written);
        }
    }

    /// Waits until everything handed over has its outcome and those outcomes are dealt with. Nothing can be handed over
    /// by [`Record::write`] after that; only the returned place can.
    pub(super) async fn drained(&self) -> LastPlace<'_> {
        let all = Arc::clone(&self.room).acquire_many_owned(u32::from(WAITING_MAX)).await.ok();
        LastPlace { record: self, _all: all }
    }

    /// Lets the readers end, then the writer: the last one to close the record puts it in order.
    pub(super) async fn finish(&self) -> Result<(), StoreError> {
        let ended = || StoreError::Broken { what: "the writer ended".to_owned() };
        // A reader may be at a long question; it ends soon, and the threads are few.
        drop(self.readers.borrow_mut().take());
        let writer = self.writer.borrow_mut().take().ok_or_else(ended)?;
        tokio::task::spawn_blocking(move || writer.finish()).await.map_err(|_| ended())?
    }

    async fn reading<T: Send + 'static>(
        &self,
        reading: impl FnOnce(&Reader) -> T + Send + 'static,
    ) -> Result<T, StoreError> {
        let answer = match self.readers.borrow().as_ref() {
            Some(readers) => readers.ask(reading)?,
            None => return Err(no_readers()),
        };
        answer.await.map_err(|_| no_readers())
    }

    /// Answers a question.
    pub(super) async fn answer(
        &self,
        query: Query,
        asker: OfficerId,
        now: Timestamp,
    ) -> Result<Answer, NotDone> {
        self.reading(move |reader| reader.answer(&query, &asker, now)).await?
    }

    /// What an officer's passphrase is compared with; none when the officer has none, or it can't be read.
    pub(super) async fn passphrase_of(&self, officer: &OfficerId) -> Option<String> {
        let officer = officer.clone();
        self.reading(move |reader| reader.passphrase_of(&officer)).await.ok()?.ok()?
    }

    /// What the outbox has to do.
    pub(super) async fn outbox(&self) -> Result<OutboxHead, StoreError> {
        self.reading(Reader::outbox).await?
    }

    /// Every notice that is on its way.
    pub(super) async fn notices_on_their_way(&self) -> Result<Vec<NoticeId>, StoreError> {
        self.reading(Reader::notices_on_their_way).await?
    }

    /// When somebody has to be told something next.
    pub(super) async fn next_to_tell(&self) -> Result<Option<Timestamp>, StoreError> {
        self.reading(Reader::next_to_tell).await?
    }

    /// At most so many records about which something has to be told by now.
    pub(super) async fn to_tell(&self, now: Timestamp, most: u16) -> Result<Vec<RecordId>, StoreError> {
        self.reading(move |reader| reader.to_tell(now, most)).await?
    }

    /// The station as set up.
    pub(super) async fn station(&self) -> Result<Arc<Station>, StoreError> {
        self.reading(Reader::station).await?
    }

    /// How far the desk's clock is ahead of the machine's.
    pub(super) async fn clock_ahead(&self) -> Result<SignedDuration, StoreError> {
        self.reading(Reader::clock_offset_ms).await?.map(SignedDuration::from_millis)
    }
}

/// What is said when there are no readers any more.
fn no_readers() -> StoreError {
    StoreError::Broken { what: "the readers ended".to_owned() }
}

/// The right to write after everything else.
pub(super) struct LastPlace<'a> {
    record: &'a Record,
    _all: Option<OwnedSemaphorePermit>,
}

impl LastPlace<'_> {
    /// Writes the last thing.
    pub(super) async fn write(&self, job: Job) -> Written {
        self.record.hand_over(job, None).outcome().await
    }
}

/// Something to do with a reader.
type Reading = Box<dyn FnOnce(&Reader) + Send>;

/// The threads that answer questions.
struct Readers {
    questions: Option<Sender<Reading>>,
    threads: Vec<JoinHandle<()>>,
}

impl Readers {
    fn start(folder: &Path) -> Result<Readers, StoreError> {
        let (sender, receiver) = channel();
        let receiver = Arc::new(Mutex::new(receiver));
        let mut threads = Vec::with_capacity(READERS);
        for _ in 0..READERS {
            let reader = Reader::open(folder)?;
            let receiver = Arc::clone(&receiver);
            let thread = std::thread::Builder::new()
                .name("reader".to_owned())
                .spawn(move || answer_all(&reader, &receiver))
                .map_err(|e| StoreError::Io { what: format!("starting a reader: {}", e.kind()) })?;
            threads.push(thread);
        }
        Ok(Readers { questions: Some(sender), threads })
    }

    fn ask<T: Send + 'static>(
        &self,
        reading: impl FnOnce(&Reader) -> T + Send + 'static,
    ) -> Result<oneshot::Receiver<T>, StoreError> {
        let (sender, answer) = oneshot::channel();
        let reading: Reading = Box::new(move |reader| {
            // Who asked may have gone.
            let _ = sender.send(reading(reader));
        });
        self.questions.as_ref().and_then(|q| q.send(reading).ok()).ok_or_else(no_readers)?;
        Ok(answer)
    }
}

impl Drop for Readers {
    fn drop(&mut self) {
        self.questions = None;
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

fn answer_all(reader: &Reader, questions: &Mutex<Receiver<Reading>>) {
    loop {
        let next = questions.lock().unwrap_or_else(PoisonError::into_inner).recv();
        match next {
            Ok(reading) => reading(reader),
            Err(_) => return,
        }
    }
}
