//! The desk while it runs: what all sessions share, on one thread.

use super::clock::{Clock, Standing};
use super::due::DueClock;
use super::outbox::Outbox;
use super::passphrase::{Attempts, Passphrases};
use super::record::Record;
use super::sessions::Sessions;
use super::trouble::{CLOCK_SET, News, Troubles, WRITING, touched_by};
use crate::config::Paths;
use crate::domain::command::{DeskCommand, Order};
use crate::domain::desk::{DeskStatus, Trouble};
use crate::domain::query::{Answer, Query};
use crate::domain::receipt::Receipt;
use crate::domain::topic::Topic;
use crate::domain::{Actor, Command, Moment, OfficerId, Station};
use crate::store::{self, Asked, Job, JobDone, NotDone, StoreError};
use crate::wire::VERSION;
use crate::wire::fresh_key;
use crate::wire::message::{Client, ToClient};
use jiff::Timestamp;
use std::cell::{Cell, RefCell};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::Notify;

/// The desk while it runs.
pub(super) struct Desk {
    /// The account that keeps it.
    pub(super) keeper: u32,
    /// Its folder.
    pub(super) folder: PathBuf,
    pub(super) record: Record,
    pub(super) sessions: Sessions,
    pub(super) passphrases: Passphrases,
    pub(super) attempts: RefCell<Attempts>,
    pub(super) troubles: Troubles,
    pub(super) news: News,
    pub(super) clock: Clock,
    pub(super) station: RefCell<Arc<Station>>,
    /// The journal's last entry.
    pub(super) head: Cell<u64>,
    pub(super) started_at: Timestamp,
    pub(super) files_taken: Cell<u64>,
    pub(super) files_refused: Cell<u64>,
    pub(super) outbox: Outbox,
    pub(super) due: DueClock,
    pub(super) ending: Notify,
}

impl Desk {
    /// A desk with nobody at it.
    pub(super) fn new(record: Record, clock: Clock, station: Arc<Station>, head: u64, paths: &Paths) -> Desk {
        Desk {
            keeper: rustix::process::geteuid().as_raw(),
            folder: paths.dir().to_owned(),
            record,
            sessions: Sessions::default(),
            passphrases: Passphrases::default(),
            attempts: RefCell::default(),
            troubles: Troubles::default(),
            news: News::default(),
            started_at: clock.now(),
            clock,
            station: RefCell::new(station),
            head: Cell::new(head),
            files_taken: Cell::new(0),
            files_refused: Cell::new(0),
            outbox: Outbox::new(paths.dir(), paths.desk_file()),
            due: DueClock::default(),
            ending: Notify::new(),
        }
    }

    /// The station as set up now.
    pub(super) fn station(&self) -> Arc<Station> {
        Arc::clone(&self.station.borrow())
    }

    /// The time at the desk. Notices a machine's clock that was set.
    pub(super) fn now(&self) -> Timestamp {
        let now = self.clock.now();
        let standing = self.clock.standing();
        self.note(Trouble::ClockBack, standing == Standing::Back);
        self.note(Trouble::ClockForward, standing == Standing::Forward);
        now
    }

    /// Notes whether something is wrong, and tells the consoles when that is new.
    pub(super) fn note(&self, trouble: Trouble, wrong: bool) {
        if self.troubles.set(trouble, wrong) {
            self.news.add([Topic::Desk]);
        }
    }

    /// The moment of an act at this instant.
    pub(super) fn moment(&self, actor: Actor, proved: Option<OfficerId>) -> Moment {
        let at = self.now();
        let watch = self.station().watch(at);
        Moment { at, actor, duty_day: watch.day, shift: watch.shift, proved }
    }

    /// A console was opened or closed, or another officer sits at it.
    pub(super) fn somebody_came_or_went(&self, client: Client) {
        if client == Client::Console {
            self.news.add([Topic::Desk]);
        }
    }

    /// Lets the desk end in order.
    pub(super) fn end(&self) {
        self.ending.notify_one();
    }

    /// A command of the desk itself, to be written.
    pub(super) fn own(&self, command: DeskCommand) -> Option<Job> {
        self.job(Command::Desk(command), Actor::desk("desk"))
    }

    /// A command under a key of its own.
    pub(super) fn job(&self, command: Command, actor: Actor) -> Option<Job> {
        let order = Order { key: fresh_key().ok()?, seen: None, command };
        let moment = self.moment(actor, None);
        Some(Job::Execute(Box::new(Asked { order, moment, passphrase_hash: None })))
    }

    /// Has a command of the desk itself done; says whether it is on record.
    pub(super) async fn record_own(&self, command: DeskCommand) -> bool {
        let Some(job) = self.own(command) else { return false };
        self.record.write(job).await.outcome().await.is_ok()
    }

    /// An outcome from the writer: what it changes for the desk itself, then whoever waits for it.
    pub(super) async fn written(&self, ticket: usize, done: JobDone) {
        match &done {
            JobDone::Executed(Ok(receipt)) => {
                self.writing_works();
                self.changed_by(receipt).await;
            }
            JobDone::Kept(Ok(())) | JobDone::Delivered(Ok(())) => self.writing_works(),
            JobDone::Executed(Err(NotDone::Failed { error, .. }))
            | JobDone::Kept(Err(NotDone::Failed { error, .. }))
            | JobDone::Delivered(Err(NotDone::Failed { error, .. }))
            | JobDone::Anchored(Err(error)) => self.note(error.trouble(), true),
            JobDone::Executed(Err(NotDone::Refused(_)))
            | JobDone::Kept(Err(NotDone::Refused(_)))
            | JobDone::Delivered(Err(NotDone::Refused(_)))
            | JobDone::Anchored(Ok(())) => {}
        }
        self.record.settle(ticket, done);
    }

    fn writing_works(&self) {
        for trouble in WRITING {
            self.note(trouble, false);
        }
    }

    async fn changed_by(&self, receipt: &Receipt) {
        let (Some((_, last)), false) = (receipt.entries, receipt.repeated) else { return };
        self.head.set(self.head.get().max(last));
        if receipt.kinds.iter().any(|k| k.starts_with("setup.")) {
            match self.record.station().await {
                Ok(station) => drop(self.station.replace(station)),
                Err(error) => tracing::error!(code = error.code(), "the setup could not be read again"),
            }
        }
        if receipt.kinds.iter().any(|k| k == CLOCK_SET) {
            match self.record.clock_ahead().await {
                Ok(ahead) => self.clock.be_ahead(ahead),
                Err(error) => tracing::error!(code = error.code(), "the clock could not be read again"),
            }
        }
        self.outbox.look();
        self.due.look();
        self.news.add(receipt.kinds.iter().flat_map(|kind| touched_by(kind)).copied());
    }

    /// Answers a question, as a message.
    pub(super) async fn answer(&self, id: u64, query: Query, officer: OfficerId) -> ToClient {
        match self.record.answer(query, officer, self.now()).await {
            Ok(Answer::Board(mut board)) => {
                board.online = self.sessions.online();
                board.trouble = self.troubles.list();
                ToClient::Answer { id, answer: Answer::Board(board) }
            }
            Ok(Answer::Status(status)) => {
                let status = Box::new(self.status(*status));
                ToClient::Answer { id, answer: Answer::Status(status) }
            }
            Ok(answer) => ToClient::Answer { id, answer },
            Err(not_done) => not_done_said(id, not_done),
        }
    }

    /// Copies the record into a file, as a message.
    pub(super) async fn backup(&self, id: u64, file: PathBuf) -> ToClient {
        let folder = self.folder.clone();
        let made = tokio::task::spawn_blocking(move || store::backup(&folder, &file, |_| {})).await;
        match made.unwrap_or_else(|_| Err(StoreError::Broken { what: "the backup fell over".to_owned() })) {
            Ok(()) => ToClient::Ok { id },
            Err(error) => {
                tracing::warn!(code = error.code(), "a backup was not made");
                ToClient::Failed { id, trouble: error.code().to_owned(), unknown: false }
            }
        }
    }

    /// What only the running desk knows, added to what the record says.
    fn status(&self, of_record: DeskStatus) -> DeskStatus {
        let (sessions, consoles) = self.sessions.counts();
        DeskStatus {
            pid: std::process::id(),
            version: VERSION.to_owned(),
            started_at: self.started_at,
            sessions,
            consoles,
            files_taken: self.files_taken.get(),
            files_refused: self.files_refused.get(),
            trouble: self.troubles.list(),
            ..of_record
        }
    }
}

/// What a client is told when something was not done.
pub(super) fn not_done_said(id: u64, not_done: NotDone) -> ToClient {
    match not_done {
        NotDone::Refused(refusal) => ToClient::Refused { id, refusal },
        NotDone::Failed { error, unknown } => {
            tracing::error!(code = error.code(), unknown, "something asked for was not done");
            ToClient::Failed { id, trouble: trouble_code(&error).to_owned(), unknown }
        }
    }
}

fn trouble_code(error: &StoreError) -> &'static str {
    match error {
        StoreError::DiskFull | StoreError::ReadOnly | StoreError::Io { .. } => error.trouble().code(),
        StoreError::NoDesk { .. }
        | StoreError::NotADesk { .. }
        | StoreError::Newer { .. }
        | StoreError::Damaged { .. }
        | StoreError::Exists { .. }
        | StoreError::Busy
        | StoreError::OldSqlite { .. }
        | StoreError::Broken { .. } => "broken",
    }
}
