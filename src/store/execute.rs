//! The store for writing: commands in, receipts out, one transaction for all that is queued.
//!
//! A batch is one `BEGIN IMMEDIATE` with a savepoint for each command, so a refusal leaves no trace and the disk is synced
//! once. Nothing is answered before `COMMIT`. No clock is read here: the moment comes with the command.

use super::chain::Head;
use super::draft_form::{self, Keep};
use super::error::{NotDone, Outcome, StoreError};
use super::journal::{self, Journal};
use super::load::{self, Kept};
use super::outbox::Delivery;
use super::record::Writing;
use super::search::Changes;
use super::tally::Tallies;
use super::{anchor, meta, open, outbox, owing, receipt, setup, sql};
use crate::domain::command::Order;
use crate::domain::{
    Happened, Loaded, Moment, OfficerId, Receipt, Record, Refusal, Station, Subject, decide,
};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A command, and the moment it is asked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What is asked.
    pub order: Order,
    /// Who asks, when.
    pub moment: Moment,
    /// What the new passphrase is to be compared with, when the command sets one: an Argon2 hash in PHC form. Hashing
    /// is slow, so the door does it before the transaction.
    pub passphrase_hash: Option<String>,
}

/// One thing to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Work {
    /// A command.
    Command(Box<Asked>),
    /// A half-filled form to keep.
    Keep(Keep),
    /// A step in the delivery of notices.
    Deliver(Delivery),
}

/// What became of one thing to write; a form has no receipt.
pub type Written = Result<Option<Receipt>, NotDone>;

/// A desk's record, open for writing. There is one a desk.
#[derive(Debug)]
pub struct Store {
    pub(crate) conn: Connection,
    pub(crate) folder: PathBuf,
    journal: Journal,
    kept: Kept,
    /// Changes when another process has written; then everything kept in memory is read anew.
    seen_version: i64,
    /// What went wrong with the anchor, until it could be written again.
    anchor_trouble: Option<StoreError>,
    /// Whether notices are queued for the station's command; the running desk says so.
    delivers: bool,
    /// Never closed before the connection: closing any handle on the file drops SQLite's locks.
    pub(crate) sweeping: Option<std::fs::File>,
}

impl Store {
    /// Makes a desk's record in a folder and opens it.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when there is one already.
    pub fn create(folder: &Path) -> Result<Store, StoreError> {
        open::create(folder)?;
        Store::open(folder)
    }

    /// Opens the record in a folder and brings its schema up to date.
    ///
    /// # Errors
    /// One kind for each thing that can be wrong with the file or the disk; a file that isn't a desk's record, or is a
    /// newer program's, is left as it is.
    pub fn open(folder: &Path) -> Result<Store, StoreError> {
        let conn = open::writing(folder)?;
        let (journal, kept) = (Journal::at_end_of(&conn)?, Kept::read(&conn)?);
        let seen_version = data_version(&conn)?;
        Ok(Store {
            conn,
            folder: folder.to_owned(),
            journal,
            kept,
            seen_version,
            anchor_trouble: None,
            delivers: false,
            sweeping: None,
        })
    }

    /// The desk's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The station as set up.
    pub fn station(&self) -> &Arc<Station> {
        &self.kept.station
    }

    /// The journal's last entry.
    pub fn head(&self) -> Head {
        self.kept.head
    }

    /// How often the desk was started, this time included.
    pub fn boot(&self) -> u64 {
        self.journal.boot
    }

    /// How far the desk's clock is ahead of the machine's, in milliseconds; 0 on a desk that isn't for training.
    pub fn clock_offset_ms(&self) -> Result<i64, StoreError> {
        meta::clock_offset_ms(&self.conn)
    }

    /// What the passphrase of an officer is compared with.
    pub fn passphrase_of(&self, officer: &OfficerId) -> Result<Option<String>, StoreError> {
        setup::passphrase_of(&self.conn, officer)
    }

    /// Does one command.
    pub fn execute(&mut self, asked: Asked) -> Outcome {
        match self.execute_batch(vec![asked]).pop() {
            Some(outcome) => outcome,
            None => Err(StoreError::broken("a batch lost its command").into()),
        }
    }

    /// Does commands in order, in one transaction; the outcomes are in the same order.
    pub fn execute_batch(&mut self, orders: Vec<Asked>) -> Vec<Outcome> {
        let work = orders.into_iter().map(|asked| Work::Command(Box::new(asked))).collect();
        let lost = || NotDone::from(StoreError::broken("a command was taken for a form"));
        self.write(work).into_iter().map(|written| written?.ok_or_else(lost)).collect()
    }

    /// Keeps a half-filled form, or forgets it.
    pub fn keep_form(&mut self, keep: Keep) -> Result<(), NotDone> {
        self.write(vec![Work::Keep(keep)]).pop().map_or(Ok(()), |written| written.map(|_| ()))
    }

    /// Takes a step in the delivery of notices.
    ///
    /// # Errors
    /// Refused when the notice does not stand where the step begins.
    pub fn deliver_step(&mut self, step: Delivery) -> Result<(), NotDone> {
        self.write(vec![Work::Deliver(step)]).pop().map_or(Ok(()), |written| written.map(|_| ()))
    }

    /// Writes everything in one transaction and answers after it is on disk.
    pub fn write(&mut self, work: Vec<Work>) -> Vec<Written> {
        let before = (self.kept.clone(), self.journal.head);
        match self.transaction(&work) {
            Ok(written) => {
                self.anchor_after(&written);
                written
            }
            Err((error, unknown)) => {
                self.put_back(before);
                work.iter().map(|_| Err(NotDone::Failed { error: error.clone(), unknown })).collect()
            }
        }
    }

    /// Nothing of the batch stands, as far as is known: what is kept in memory must say so too.
    fn put_back(&mut self, before: (Kept, Head)) {
        if !self.conn.is_autocommit() {
            // A transaction that can't even be rolled back goes with the connection; the next one reports it.
            let _ = self.conn.execute_batch("ROLLBACK");
        }
        (self.kept, self.journal.head) = before;
        self.seen_version = 0;
    }

    fn transaction(&mut self, work: &[Work]) -> Result<Vec<Written>, (StoreError, bool)> {
        let known = |error: StoreError| (error, false);
        self.conn.execute_batch("BEGIN IMMEDIATE").map_err(|e| known(e.into()))?;
        self.read_anew_if_changed().map_err(known)?;
        let (mut tallies, mut search) = (Tallies::default(), Changes::default());
        let mut written = Vec::with_capacity(work.len());
        for work in work {
            let outcome = self.savepoint(work, &mut tallies, &mut search).map_err(known)?;
            // SQLite gives up the whole transaction by itself when the disk fails badly enough.
            if let (Err(NotDone::Failed { error, .. }), true) = (&outcome, self.conn.is_autocommit()) {
                return Err((error.clone(), false));
            }
            written.push(outcome);
        }
        self.finish(work, &written, tallies, search).map_err(known)?;
        self.conn.execute_batch("COMMIT").map_err(|e| {
            let error = StoreError::from(e);
            // On a full disk the frame that commits was never written; a failed sync leaves that open.
            let unknown = error != StoreError::DiskFull;
            (error, unknown)
        })?;
        Ok(written)
    }

    fn read_anew_if_changed(&mut self) -> Result<(), StoreError> {
        let version = data_version(&self.conn)?;
        if version != self.seen_version {
            self.kept = Kept::read(&self.conn)?;
            self.journal.head = self.kept.head;
            self.seen_version = version;
        }
        Ok(())
    }

    fn savepoint(
        &mut self,
        work: &Work,
        tallies: &mut Tallies,
        search: &mut Changes,
    ) -> Result<Written, StoreError> {
        let before = (self.kept.clone(), self.journal.head);
        self.conn.execute_batch("SAVEPOINT command")?;
        let outcome = match work {
            Work::Command(asked) => self.command(asked, tallies, search).map(Some),
            Work::Keep(keep) => draft_form::keep(&self.conn, keep).map(|()| None).map_err(NotDone::from),
            Work::Deliver(step) => self.deliver(step).map(|()| None),
        };
        if outcome.is_err() {
            (self.kept, self.journal.head) = before;
            if self.conn.is_autocommit() {
                return Ok(outcome);
            }
            self.conn.execute_batch("ROLLBACK TO command")?;
        }
        self.conn.execute_batch("RELEASE command")?;
        Ok(outcome)
    }

    fn deliver(&mut self, step: &Delivery) -> Result<(), NotDone> {
        if let Delivery::Switch { on, .. } = step {
            self.delivers = *on;
        }
        outbox::step(&self.conn, step)
    }

    fn command(&mut self, asked: &Asked, tallies: &mut Tallies, search: &mut Changes) -> Outcome {
        let moment = Moment { at: sql::whole_ms(asked.moment.at), ..asked.moment.clone() };
        let order = &asked.order;
        if let Some(given) = receipt::find(&self.conn, &order.key, &moment)? {
            return Ok(given);
        }
        // What the rows of the lists are counted by, and what is made anew, must stand on everything before.
        let on_counts = order.command.needs().contains(&crate::domain::Need::Draft);
        if on_counts || order.command.setup_keys().iter().any(|key| owing::depends_on(key)) {
            tallies.write(&self.conn)?;
        }
        let loaded = load::load(&self.conn, &self.kept, &order.command, &moment)?;
        let facts = decide(&loaded, &order.command, &moment)?;
        unchanged_since(order, &loaded, &facts)?;
        let unmoved = untouched(order, &loaded);
        let mut writing = Writing {
            conn: &self.conn,
            journal: &mut self.journal,
            kept: &mut self.kept,
            tallies: Tallies::default(),
            search: Changes::default(),
            moment: &moment,
            passphrase_hash: asked.passphrase_hash.as_deref(),
            delivers: self.delivers,
        };
        let receipt = if facts.is_empty() { unmoved } else { writing.write(loaded, &facts)? };
        tallies.join(std::mem::take(&mut writing.tallies));
        search.join(std::mem::take(&mut writing.search));
        self.kept.head = self.journal.head;
        receipt::keep(&self.conn, &order.key, &moment, &receipt)?;
        Ok(receipt)
    }

    /// What is written once for the whole batch.
    fn finish(
        &mut self,
        work: &[Work],
        written: &[Written],
        mut tallies: Tallies,
        mut search: Changes,
    ) -> Result<(), StoreError> {
        tallies.write(&self.conn)?;
        search.write(&self.conn)?;
        if written.iter().flatten().flatten().any(|r| r.entries.is_some() && !r.repeated) {
            meta::set_head(&self.conn, &self.journal.head)?;
            meta::set(&self.conn, meta::name::BOOT, &sql::int(self.journal.boot))?;
        }
        let latest = work.iter().filter_map(|w| match w {
            Work::Command(asked) => Some(asked.moment.at.as_millisecond()),
            Work::Keep(_) | Work::Deliver(_) => None,
        });
        latest.max().map_or(Ok(()), |now| receipt::forget_old(&self.conn, now))
    }

    fn anchor_after(&mut self, written: &[Written]) {
        let kinds = written.iter().flatten().flatten().filter(|r| !r.repeated).flat_map(|r| &r.kinds);
        if kinds.into_iter().any(|kind| journal::anchors(kind)) || self.anchor_trouble.is_some() {
            self.anchor_trouble = anchor::write(&self.folder, &self.kept.head).err();
        }
    }

    /// Writes the journal's last entry into the anchor: every hour, besides at each handover, start and stop.
    pub fn anchor_now(&mut self) -> Result<(), StoreError> {
        let written = anchor::write(&self.folder, &self.kept.head);
        self.anchor_trouble = written.clone().err();
        written
    }

    /// What keeps the anchor from being written, until it is written again.
    pub fn anchor_trouble(&self) -> Option<&StoreError> {
        self.anchor_trouble.as_ref()
    }

    /// Closes the record in order.
    pub fn close(self) -> Result<(), StoreError> {
        let Store { conn, sweeping, .. } = self;
        let closed = conn.close().map_err(|(_, e)| StoreError::from(e));
        drop(sweeping);
        closed
    }
}

fn data_version(conn: &Connection) -> Result<i64, StoreError> {
    Ok(conn.pragma_query_value(None, "data_version", |row| row.get(0))?)
}

/// A rule was content, but the officer decided on an older state of the record: then the officer decides again.
fn unchanged_since(order: &Order, loaded: &Loaded, facts: &[Happened]) -> Result<(), Refusal> {
    let (Some(seen), false) = (order.seen, facts.is_empty()) else { return Ok(()) };
    let Some(Subject::Record(id)) = order.command.subject() else { return Ok(()) };
    match loaded.records.get(&Subject::Record(id)) {
        Some(record) if record.rev() != seen => {
            let (step, by) = record.last_change();
            Err(Refusal::ChangedSince { id, step, by })
        }
        Some(_) | None => Ok(()),
    }
}

/// The answer to a command that asked for what stands already.
fn untouched(order: &Order, loaded: &Loaded) -> Receipt {
    let subject = order.command.subject();
    let rev = subject.as_ref().and_then(|s| loaded.records.get(s)).map(Record::rev);
    let id = match subject {
        Some(Subject::Record(id)) => Some(id),
        Some(Subject::Unit(_) | Subject::Setup(_) | Subject::Desk) | None => None,
    };
    Receipt { id, rev, entries: None, kinds: Vec::new(), repeated: false }
}
