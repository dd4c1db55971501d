//! A connection that only reads: it answers questions while the writer writes, and never waits for it.

use super::chain::Head;
use super::error::{NotDone, StoreError};
use super::outbox::{self, OutboxHead};
use super::{answer, due, journal, meta, open, setup};
use crate::domain::notice::NoticeId;
use crate::domain::query::{Answer, Query};
use crate::domain::{OfficerId, RecordId, Station};
use jiff::Timestamp;
use rusqlite::Connection;
use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;

/// A desk's record, open for reading. A thread that answers has one of its own.
#[derive(Debug)]
pub struct Reader {
    conn: Connection,
    /// The station, and the entry that last changed it.
    station: RefCell<(i64, Arc<Station>)>,
}

impl Reader {
    /// Opens the record in a folder.
    ///
    /// # Errors
    /// As [`super::Store::open`]; nothing is brought up to date.
    pub fn open(folder: &Path) -> Result<Reader, StoreError> {
        let conn = open::reading(&open::record_file(folder))?;
        Ok(Reader { conn, station: RefCell::new((-1, Arc::default())) })
    }

    /// Answers a question from one state of the record. What only the running desk knows (who is at it, what is wrong
    /// with it, its process) is left empty in [`Query::Board`] and [`Query::Status`].
    ///
    /// # Errors
    /// A refusal when the record asked for isn't there; a failure when the disk or the file is at fault.
    pub fn answer(&self, query: &Query, asker: &OfficerId, now: Timestamp) -> Result<Answer, NotDone> {
        self.in_one_state(|conn| {
            let station = self.current(conn)?;
            answer::answer(conn, &station, query, asker, now)
        })
    }

    /// The station as set up.
    pub fn station(&self) -> Result<Arc<Station>, StoreError> {
        self.current(&self.conn)
    }

    /// The instant at which the desk has to tell somebody something next; none while nothing is owed.
    pub fn next_to_tell(&self) -> Result<Option<Timestamp>, StoreError> {
        due::next(&self.conn)
    }

    /// At most `most` records about which the desk has something to tell by now, the longest waiting first.
    pub fn to_tell(&self, now: Timestamp, most: u16) -> Result<Vec<RecordId>, StoreError> {
        due::to_tell(&self.conn, now, most)
    }

    /// The journal's last entry.
    pub fn head(&self) -> Result<Head, StoreError> {
        journal::head(&self.conn)
    }

    /// What the passphrase of an officer is compared with; none when the officer has none.
    pub fn passphrase_of(&self, officer: &OfficerId) -> Result<Option<String>, StoreError> {
        setup::passphrase_of(&self.conn, officer)
    }

    /// What the outbox has to do.
    pub fn outbox(&self) -> Result<OutboxHead, StoreError> {
        outbox::head(&self.conn)
    }

    /// Every notice that is on its way.
    pub fn notices_on_their_way(&self) -> Result<Vec<NoticeId>, StoreError> {
        outbox::on_their_way(&self.conn)
    }

    /// How far the desk's clock is ahead of the machine's, in milliseconds.
    pub fn clock_offset_ms(&self) -> Result<i64, StoreError> {
        meta::clock_offset_ms(&self.conn)
    }

    fn current(&self, conn: &Connection) -> Result<Arc<Station>, StoreError> {
        let changed: i64 = meta::get(conn, meta::name::SETUP_SEQ)?.unwrap_or(0);
        let mut kept = self.station.borrow_mut();
        if kept.0 != changed {
            *kept = (changed, Arc::new(setup::station(conn)?));
        }
        Ok(Arc::clone(&kept.1))
    }

    /// Several statements see one state of the record, whatever is written meanwhile.
    fn in_one_state<T>(&self, read: impl FnOnce(&Connection) -> Result<T, NotDone>) -> Result<T, NotDone> {
        let state = self.conn.unchecked_transaction()?;
        let answer = read(&state);
        state.finish()?;
        answer
    }
}
