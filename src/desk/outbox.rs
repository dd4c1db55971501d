//! The outbox at work: whatever notice is due goes to the station's own command, two at a time, again when it fails, and
//! never again after it was delivered. Nothing here waits for a command: each runs in a process that outlives the desk.

mod carry;
mod letter;

pub use carry::{CARRY, carry};
pub use letter::letter;

use super::running::Desk;
use crate::config::desk_file::{DeskFile, LONGEST, OTHERS_WRITE, OutboxCommand};
use crate::domain::command::DeskCommand;
use crate::domain::desk::Trouble;
use crate::domain::notice::{NotDelivered, NoticeId, NoticeState};
use crate::store::{Delivery, Job, NotDone, Queued};
use carry::{Place, Run};
use jiff::{SignedDuration, Timestamp};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;
use tokio::sync::{Notify, oneshot};
use tokio::task::spawn_local;

/// How many commands run at once at most.
const AT_ONCE: usize = 2;
/// How often the desk's file is looked at.
const LOOK_AT_FILE: Duration = Duration::from_secs(5);
/// The least time between two looks into the outbox.
const LOOK_EVERY: Duration = Duration::from_millis(50);
/// Pause after something that could not be read or written, and between two looks at a run that goes on too long.
const AGAIN: Duration = Duration::from_secs(1);
/// What a run may take besides its command's own time.
const GRACE: SignedDuration = SignedDuration::from_secs(5);

/// What the desk's file looked like: another look is another content, or others may write to it. Its length, when it
/// changed, its number on the disk, its permissions and its owner.
pub(super) type Looks = Option<(u64, i64, i64, u64, u32, u32)>;

/// The outbox of a running desk.
pub(super) struct Outbox {
    wake: Notify,
    place: Place,
    file: PathBuf,
    seen: Cell<Looks>,
    command: RefCell<Option<OutboxCommand>>,
    running: RefCell<BTreeSet<NoticeId>>,
}

impl Outbox {
    /// The outbox of the desk in a folder, whose configuration is this file.
    pub(super) fn new(folder: &Path, file: PathBuf) -> Outbox {
        Outbox {
            wake: Notify::new(),
            place: Place::in_folder(folder),
            file,
            seen: Cell::new(None),
            command: RefCell::default(),
            running: RefCell::default(),
        }
    }

    /// Something was recorded: perhaps there is something to deliver.
    pub(super) fn look(&self) {
        self.wake.notify_one();
    }

    fn ended(&self, id: NoticeId) {
        self.running.borrow_mut().remove(&id);
        self.wake.notify_one();
    }
}

/// Reads the desk's file, before anything is recorded that somebody must be told of.
pub(super) async fn begin(desk: &Desk) {
    desk.outbox.seen.set(looks(desk.outbox.file.clone()).await);
    read_file(desk).await;
}

/// Delivers what is due until it is dropped.
pub(super) async fn deliver(desk: Rc<Desk>) {
    forget_old_runs(&desk).await;
    loop {
        let wait = look(&desk).await.min(LOOK_AT_FILE);
        let woken = tokio::time::timeout(wait, desk.outbox.wake.notified()).await.is_ok();
        if woken {
            tokio::time::sleep(LOOK_EVERY).await;
        }
        let now = looks(desk.outbox.file.clone()).await;
        if desk.outbox.seen.replace(now) != now {
            read_file(&desk).await;
        }
    }
}

/// What a file looks like now; none when it isn't there.
pub(super) async fn looks(file: PathBuf) -> Looks {
    let metadata = tokio::task::spawn_blocking(move || std::fs::metadata(file)).await;
    metadata.ok()?.ok().map(|m| (m.len(), m.mtime(), m.mtime_nsec(), m.ino(), m.mode(), m.uid()))
}

/// Reads the file. Where something is wrong in it, what held before goes on holding; but not when others may write to it,
/// for then what held before may be theirs.
async fn read_file(desk: &Desk) {
    let file = desk.outbox.file.clone();
    let Ok((read, problems, _)) = tokio::task::spawn_blocking(move || DeskFile::read(&file)).await else {
        return;
    };
    for problem in &problems {
        tracing::warn!(line = problem.line, column = problem.column, why = problem.key, "desk.toml");
    }
    desk.note(Trouble::DeskFileWrong, !problems.is_empty());
    let others_write = problems.iter().any(|problem| problem.key == OTHERS_WRITE);
    if problems.is_empty() || others_write || desk.outbox.command.borrow().is_none() {
        desk.outbox.command.replace(read.outbox);
    }
    let on = desk.outbox.command.borrow().is_some();
    if step(desk, Delivery::Switch { on, now: Timestamp::now() }).await.is_err() {
        // It is read again, and said again, as if it had changed.
        desk.outbox.seen.set(Some((0, 0, 0, 0, 0, 0)));
    }
}

async fn step(desk: &Desk, step: Delivery) -> Result<(), NotDone> {
    desk.record.write(Job::Deliver(step)).await.outcome().await.map(|_| ())
}

/// Forgets the runs whose end is on record. Those of all that is on its way stay, however much waits before it: what
/// they leave is the only word that it was delivered.
async fn forget_old_runs(desk: &Desk) {
    let Ok(kept) = desk.record.notices_on_their_way().await else { return };
    let place = desk.outbox.place.clone();
    tokio::task::spawn_blocking(move || place.forget_others(&kept)).await.ok();
}

/// Begins whatever is due, and says when the next look is worth while.
async fn look(desk: &Rc<Desk>) -> Duration {
    let Ok(head) = desk.record.outbox().await else { return AGAIN };
    desk.note(Trouble::NoticesDead, head.dead > 0);
    let mut next = Duration::MAX;
    for queued in head.queued {
        let id = queued.notice.id;
        if desk.outbox.running.borrow().contains(&id) {
            continue;
        }
        let wait = match queued.state {
            NoticeState::Sending => settle(desk, &queued).await,
            NoticeState::Waiting => begin_when_due(desk, queued).await,
            NoticeState::Sent | NoticeState::Dead | NoticeState::Dropped | NoticeState::Shown => None,
        };
        next = next.min(wait.unwrap_or(Duration::MAX));
    }
    next
}

/// How long until an instant; none when it has come. A clock that went back makes nobody wait for longer than there
/// ever was to wait.
fn wait_until(at: Timestamp) -> Option<Duration> {
    let wait = Duration::try_from(at.duration_since(Timestamp::now())).ok()?;
    (!wait.is_zero() && wait <= LONGEST).then_some(wait)
}

/// Starts the command with a notice that is due, when there is one and it may run. Says how long to wait otherwise.
async fn begin_when_due(desk: &Rc<Desk>, queued: Queued) -> Option<Duration> {
    let command = desk.outbox.command.borrow().clone()?;
    let id = queued.notice.id;
    if queued.tries >= command.tries {
        return give_up(desk, id, queued.tries).await;
    }
    if let Some(wait) = wait_until(queued.next) {
        return Some(wait);
    }
    if desk.outbox.running.borrow().len() >= AT_ONCE {
        return None;
    }
    desk.outbox.running.borrow_mut().insert(id);
    let limit = SignedDuration::try_from(command.time_limit).unwrap_or(SignedDuration::ZERO);
    let until = Timestamp::now().saturating_add(limit + GRACE).unwrap_or(Timestamp::MAX);
    match step(desk, Delivery::Begin { id, until }).await {
        Ok(()) => {
            let desk = Rc::clone(desk);
            spawn_local(async move {
                send(&desk, queued, &command).await;
                desk.outbox.ended(id);
            });
            None
        }
        Err(not_done) => {
            desk.outbox.running.borrow_mut().remove(&id);
            matches!(not_done, NotDone::Failed { .. }).then_some(AGAIN)
        }
    }
}

/// One attempt, from the start of the command until its end is on record.
async fn send(desk: &Desk, queued: Queued, command: &OutboxCommand) {
    let (id, tries) = (queued.notice.id, queued.tries.saturating_add(1));
    let text = letter(&queued.notice, tries, &desk.station());
    let (place, argv, limit) = (desk.outbox.place.clone(), command.command.clone(), command.time_limit);
    let (tell, told) = oneshot::channel();
    // A thread that nobody waits for: the end of the desk must not wait for a command.
    let thread = std::thread::Builder::new().name("notice".to_owned()).spawn(move || {
        let _ = tell.send(place.attempt(id, &text, &argv, limit));
    });
    let run = match thread {
        Ok(_) => told.await.unwrap_or(Run::NoWord),
        Err(_) => Run::Failed(NotDelivered::NotStarted),
    };
    match run {
        Run::Delivered => delivered(desk, id).await,
        Run::Failed(error) => failed(desk, id, tries, error).await,
        // Whether it was delivered is found out when its time is over.
        Run::Going | Run::NoWord => {}
    }
}

async fn delivered(desk: &Desk, id: NoticeId) {
    tracing::info!(notice = %id, "delivered");
    match step(desk, Delivery::Sent { id, now: Timestamp::now() }).await {
        Ok(()) | Err(NotDone::Refused(_)) => {
            let place = desk.outbox.place.clone();
            tokio::task::spawn_blocking(move || place.forget(id)).await.ok();
        }
        // The word of success stays until it can be recorded.
        Err(NotDone::Failed { .. }) => {}
    }
}

async fn failed(desk: &Desk, id: NoticeId, tries: u32, error: NotDelivered) {
    tracing::warn!(notice = %id, tries, why = error.code(), "not delivered");
    let pause = desk.outbox.command.borrow().as_ref().map_or(AGAIN, |command| command.pause(tries));
    let pause = SignedDuration::try_from(pause).unwrap_or(SignedDuration::ZERO);
    let next = Timestamp::now().saturating_add(pause).unwrap_or(Timestamp::MAX);
    // A failure that can't be recorded is found again when its time is over.
    step(desk, Delivery::Failed { id, next, error }).await.ok();
}

/// A notice that was tried as often as it may be is a dead letter: on record, and told on every screen.
async fn give_up(desk: &Desk, id: NoticeId, tries: u32) -> Option<Duration> {
    let done = desk.record_own(DeskCommand::NoticeDead { id, tries }).await;
    if done { None } else { Some(AGAIN) }
}

/// A notice that an earlier desk was sending: how that ended is found out, before it is sent again.
async fn settle(desk: &Desk, queued: &Queued) -> Option<Duration> {
    let (id, place) = (queued.notice.id, desk.outbox.place.clone());
    let word = tokio::task::spawn_blocking(move || place.word_of(id)).await.unwrap_or(Run::Going);
    match (word, wait_until(queued.next)) {
        (Run::Delivered, _) => {
            delivered(desk, id).await;
            Some(AGAIN)
        }
        (Run::Going | Run::NoWord | Run::Failed(_), Some(wait)) => Some(wait.min(AGAIN)),
        (Run::Going, None) => Some(AGAIN),
        (Run::NoWord | Run::Failed(_), None) => {
            failed(desk, id, queued.tries, NotDelivered::Interrupted).await;
            Some(Duration::ZERO)
        }
    }
}
