//! The desk's life: lock, record, socket, sessions, and a clean end.

use super::clock::{Clock, Seen};
use super::error::DeskError;
use super::files::{self, FromIntake, Intake, Taken};
use super::listen::{self, Reach};
use super::lock::Lock;
use super::record::{QUEUE, Record};
use super::rules::{self, RuleFiles};
use super::running::Desk;
use super::{due, log, outbox, session, start, timer};
use crate::config::Paths;
use crate::domain::command::{DeskCommand, Order, ReportCommand};
use crate::domain::desk::Trouble;
use crate::domain::{Actor, Command, Refusal};
use crate::intake::Told;
use crate::store::{Asked, Job, JobDone, NotDone, Store, Writer};
use crate::wire::VERSION;
use crate::wire::message::Ended;
use jiff::SignedDuration;
use std::rc::Rc;
use std::time::Duration;
use tokio::net::UnixListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::mpsc;
use tokio::task::{LocalSet, spawn_local};

/// How long the end waits for sessions to take their last word, and for the intake to let go of its file.
const END_WITHIN: Duration = Duration::from_secs(5);
/// At most so often are consoles told of changes.
const TELL_EVERY: Duration = Duration::from_millis(20);
/// Pause when the system gives no more connections.
const NO_MORE_CONNECTIONS: Duration = Duration::from_millis(200);

/// How a desk shall run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Who may reach the socket.
    pub reach: Reach,
    /// Whether this process is the desk's own: then signals end it, its log is kept, and a panic ends it at once.
    pub own_process: bool,
    /// Whether it was started in the background: then it lets go of standard error once it answers.
    pub detached: bool,
    /// How long a client may leave a message unread before its session ends.
    pub unread_at_most: Duration,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            reach: Reach::Owner,
            own_process: false,
            detached: false,
            unread_at_most: Duration::from_secs(30),
        }
    }
}

/// Keeps the desk of a folder until it is told to end.
///
/// # Errors
/// [`DeskError::AlreadyRuns`] when another process keeps it, [`DeskError::NotMade`] when there is none; whatever else
/// keeps it from coming up, and [`DeskError::Broken`] when a part of it broke.
pub fn serve(paths: &Paths, options: &Options) -> Result<(), DeskError> {
    if !paths.db().exists() {
        return Err(DeskError::NotMade);
    }
    let mut lock = Lock::take(paths)?;
    if options.own_process {
        log::begin(paths);
        log::end_on_panic();
    }
    let store = Store::open(paths.dir())?;
    if store.station().head().is_none() {
        return Err(DeskError::NotMade);
    }
    let system = |e: std::io::Error| DeskError::System(e.kind());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .enable_time()
        .max_blocking_threads(4)
        .build()
        .map_err(system)?;
    lock.note(paths.socket()).map_err(|e| DeskError::file(&paths.lock(), &e))?;
    let listener = listen::listen(paths, options.reach)?;
    let ended = LocalSet::new().block_on(&runtime, async {
        let listener = UnixListener::from_std(listener).map_err(system)?;
        live(paths, options, store, listener).await
    });
    listen::remove(paths.socket());
    match &ended {
        Ok(()) => tracing::info!("the desk ended in order"),
        Err(error) => tracing::error!(code = error.exit_code(), "the desk ended"),
    }
    ended
}

async fn live(
    paths: &Paths,
    options: &Options,
    store: Store,
    listener: UnixListener,
) -> Result<(), DeskError> {
    let mut signals = if options.own_process { Some(Signals::new()?) } else { None };
    let ahead = SignedDuration::from_millis(store.clock_offset_ms()?);
    let last = (store.head().seq > 0).then(|| jiff::Timestamp::from_millisecond(store.head().at_ms).ok());
    let (head, station) = (store.head().seq, std::sync::Arc::clone(store.station()));
    let (writer, outcomes) = Writer::spawn(store, QUEUE)?;
    let clock = Clock::new(ahead, last.flatten(), Seen::now());
    let desk = Rc::new(Desk::new(Record::new(writer, paths.dir())?, clock, station, head, paths));
    let mut outcomes = spawn_local(settle(Rc::clone(&desk), forward(outcomes)?));
    outbox::begin(&desk).await;
    let version = VERSION.to_owned();
    // A disk that can't be written to keeps nobody from reading: it is trouble, told on every screen.
    desk.record_own(DeskCommand::Start { version }).await;
    let rule_files = RuleFiles { rules: paths.rules(), holidays: paths.holidays() };
    let rules_seen = rules::begin(&desk, &rule_files).await;
    let (to_desk, from_intake) = mpsc::channel(1);
    let intake = Rc::new(Intake::start(paths, to_desk).map_err(|e| DeskError::System(e.kind()))?);
    let taking = spawn_local(take_files(Rc::clone(&desk), from_intake));
    let telling = spawn_local(tell(Rc::clone(&desk)));
    let timing = spawn_local(timer::keep_time(Rc::clone(&desk), Rc::clone(&intake)));
    let telling_due = spawn_local(due::tell(Rc::clone(&desk)));
    let ruling = spawn_local(rules::follow(Rc::clone(&desk), rule_files, rules_seen));
    let delivering = spawn_local(outbox::deliver(Rc::clone(&desk)));
    let accepting = spawn_local(accept(Rc::clone(&desk), listener, options.unread_at_most));
    tracing::info!(version = VERSION, pid = std::process::id(), head, "the desk is up");
    if options.detached {
        start::let_go_of_stderr();
    }
    let broken = tokio::select! {
        () = desk.ending.notified() => false,
        () = Signals::any(&mut signals) => false,
        _ = &mut outcomes => true,
    };
    accepting.abort();
    timing.abort();
    telling_due.abort();
    ruling.abort();
    delivering.abort();
    telling.abort();
    intake.end();
    if broken {
        desk.sessions.end_all(&Ended::DeskStops);
        return Err(DeskError::Broken);
    }
    let _ = tokio::time::timeout(END_WITHIN, taking).await;
    close(&desk).await
}

/// The clean end: what was asked is done and answered, sessions are told, and the journal says that the desk stopped.
async fn close(desk: &Rc<Desk>) -> Result<(), DeskError> {
    let last = desk.record.drained().await;
    desk.sessions.end_all(&Ended::DeskStops);
    let _ = tokio::time::timeout(END_WITHIN, desk.sessions.all_gone()).await;
    if let Some(stop) = desk.own(DeskCommand::Stop)
        && let Err(NotDone::Failed { error, .. }) = last.write(stop).await
    {
        tracing::error!(code = error.code(), "the end could not be recorded");
    }
    desk.record.finish().await.map_err(DeskError::Store)
}

/// The writer's outcomes as they come, from its thread into this one.
fn forward(
    outcomes: std::sync::mpsc::Receiver<(usize, JobDone)>,
) -> Result<mpsc::UnboundedReceiver<(usize, JobDone)>, DeskError> {
    let (to, from) = mpsc::unbounded_channel();
    std::thread::Builder::new()
        .name("outcomes".to_owned())
        .spawn(move || outcomes.into_iter().try_for_each(|outcome| to.send(outcome)).ok())
        .map_err(|e| DeskError::System(e.kind()))?;
    Ok(from)
}

/// Deals with outcomes; returns when the writer has ended.
async fn settle(desk: Rc<Desk>, mut outcomes: mpsc::UnboundedReceiver<(usize, JobDone)>) {
    while let Some((ticket, done)) = outcomes.recv().await {
        desk.written(ticket, done).await;
    }
}

async fn accept(desk: Rc<Desk>, listener: UnixListener, unread_at_most: Duration) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => drop(spawn_local(session::serve(Rc::clone(&desk), stream, unread_at_most))),
            Err(error) => {
                tracing::warn!(kind = %error.kind(), "a connection could not be taken");
                tokio::time::sleep(NO_MORE_CONNECTIONS).await;
            }
        }
    }
}

/// Tells consoles of changes: at once, then of all that changed within a short while together.
async fn tell(desk: Rc<Desk>) {
    loop {
        let topics = desk.news.next().await;
        desk.sessions.tell(desk.head.get(), &topics, desk.now());
        tokio::time::sleep(TELL_EVERY).await;
    }
}

/// Does what the intake asks, until its thread has ended.
async fn take_files(desk: Rc<Desk>, mut from_intake: mpsc::Receiver<FromIntake>) {
    while let Some(asked) = from_intake.recv().await {
        // An answer that nobody waits for any more is the end of the intake.
        match asked {
            FromIntake::Now(answer) => drop(answer.send(files::now(desk.station(), desk.now()))),
            FromIntake::Take(batch, answer) => drop(answer.send(put_in(&desk, batch).await)),
            FromIntake::Refuse { file, why, line, recorded } => {
                let command = DeskCommand::RefuseFile { file, why: why.to_owned(), line };
                let done = desk.record_own(command).await;
                if done {
                    desk.files_refused.set(desk.files_refused.get() + 1);
                }
                let _ = recorded.send(done);
            }
            FromIntake::Done => desk.files_taken.set(desk.files_taken.get() + 1),
            FromIntake::Readable(readable) => desk.note(Trouble::SpoolUnreadable, !readable),
        }
    }
}

/// Puts a batch of reports in; all of them are on their way before the first answer is waited for.
async fn put_in(desk: &Desk, batch: Vec<Told>) -> Taken {
    let mut waiting = Vec::with_capacity(batch.len());
    for Told { line, key, incoming } in batch {
        let command = Command::Report(ReportCommand::Receive(Box::new(incoming)));
        let order = Order { key, seen: None, command };
        let moment = desk.moment(Actor::desk("intake"), None);
        let job = Job::Execute(Box::new(Asked { order, moment, passphrase_hash: None }));
        waiting.push((line, desk.record.write(job).await));
    }
    let mut refused: Option<(u64, Refusal)> = None;
    let mut all_written = true;
    for (line, mut pending) in waiting {
        match pending.outcome().await {
            Ok(_) => {}
            Err(NotDone::Refused(refusal)) => drop(refused.get_or_insert((line, refusal))),
            Err(NotDone::Failed { .. }) => all_written = false,
        }
    }
    match refused {
        _ if !all_written => Taken::NotNow,
        Some((line, refusal)) => Taken::Refused(line, refusal),
        None => Taken::All,
    }
}

/// The signals that end a desk.
struct Signals([Signal; 3]);

impl Signals {
    fn new() -> Result<Signals, DeskError> {
        let on = |kind| signal(kind).map_err(|e| DeskError::System(e.kind()));
        Ok(Signals([on(SignalKind::terminate())?, on(SignalKind::interrupt())?, on(SignalKind::hangup())?]))
    }

    async fn any(signals: &mut Option<Signals>) {
        match signals {
            Some(Signals([terminate, interrupt, hang_up])) => {
                tokio::select! {
                    _ = terminate.recv() => {}
                    _ = interrupt.recv() => {}
                    _ = hang_up.recv() => {}
                }
            }
            None => std::future::pending().await,
        }
    }
}
