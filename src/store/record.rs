//! What a decided command writes: its facts into the journal, the records as those facts leave them, and all that hangs
//! on both.

use super::error::StoreError;
use super::journal::Journal;
use super::load::Kept;
use super::search::Changes;
use super::sql::int;
use super::tally::Tallies;
use super::{due, erase, kinds, meta, outbox, owing, pair, setup};
use crate::domain::due::owed_on;
use crate::domain::fact::{DeskFact, SetupFact};
use crate::domain::notice::Cause;
use crate::domain::{Fact, Happened, Loaded, Moment, Receipt, Record, Subject, apply};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Everything that one command writes to.
pub(crate) struct Writing<'a> {
    pub(crate) conn: &'a Connection,
    pub(crate) journal: &'a mut Journal,
    pub(crate) kept: &'a mut Kept,
    pub(crate) tallies: Tallies,
    pub(crate) search: Changes,
    pub(crate) moment: &'a Moment,
    pub(crate) passphrase_hash: Option<&'a str>,
    /// Whether notices are queued for the station's command.
    pub(crate) delivers: bool,
}

impl Writing<'_> {
    /// Writes the facts and what they make of the records.
    pub(crate) fn write(&mut self, loaded: Loaded, facts: &[Happened]) -> Result<Receipt, StoreError> {
        let mut records = loaded.records;
        let mut before: BTreeMap<Subject, Option<Record>> = BTreeMap::new();
        let mut entries: Option<(u64, u64)> = None;
        let stamp = self.moment.stamp();
        for happened in facts {
            let seq = self.journal.append(self.conn, self.moment, happened)?;
            entries = Some((entries.map_or(seq, |(first, _)| first), seq));
            let subject = &happened.subject;
            let old = records.remove(subject);
            if !before.contains_key(subject) {
                before.insert(subject.clone(), old.clone());
            }
            if let Some(new) = apply(old, subject, &happened.fact, &stamp) {
                records.insert(subject.clone(), new);
            }
            self.besides(happened, seq)?;
            let cause = Cause { seq, stamp: &stamp, happened };
            outbox::put(self.conn, &cause, &records, &self.kept.station, self.delivers)?;
        }
        for (subject, old) in &before {
            if let Some(new) = records.get(subject) {
                self.save(old.as_ref(), new, facts)?;
                let owed = |record: &Record| owed_on(record, &self.kept.station);
                let (was, is) = (old.as_ref().map(owed).unwrap_or_default(), owed(new));
                due::save(self.conn, &was, &is, &mut self.tallies)?;
            }
        }
        if before.keys().any(|s| matches!(s, Subject::Setup(key) if owing::depends_on(key))) {
            owing::make_anew(self.conn, &self.kept.station)?;
        }
        let rev = facts.first().and_then(|first| records.get(&first.subject)).map(Record::rev);
        Ok(receipt(facts, rev, entries))
    }

    fn save(&mut self, old: Option<&Record>, new: &Record, facts: &[Happened]) -> Result<(), StoreError> {
        let key = kinds::stored(new).save(self.conn, old, &mut self.tallies)?;
        pair::save(self.conn, key, old, new)?;
        let about = new.subject();
        let facts = facts.iter().filter(|happened| happened.subject == about).map(|happened| &happened.fact);
        self.search.saved(key, old, new, facts);
        self.kept.follow(new);
        Ok(())
    }

    /// What a fact does besides changing its record.
    fn besides(&mut self, happened: &Happened, seq: u64) -> Result<(), StoreError> {
        if let (true, Subject::Record(id)) = (happened.fact.erases(), &happened.subject) {
            erase::erase(self.conn, *id, seq)?;
        }
        if let (Fact::Setup(fact), Subject::Setup(key)) = (&happened.fact, &happened.subject) {
            self.set_up(fact, key, seq)?;
        }
        if let Fact::Desk(fact) = &happened.fact {
            self.on_desk(fact)?;
        }
        Ok(())
    }

    fn set_up(&self, fact: &SetupFact, key: &str, seq: u64) -> Result<(), StoreError> {
        meta::set(self.conn, meta::name::SETUP_SEQ, &int(seq))?;
        match fact {
            SetupFact::PassphraseSet => {
                let officer = key.strip_prefix("officer/").unwrap_or(key);
                let hash = self
                    .passphrase_hash
                    .ok_or_else(|| StoreError::broken("a passphrase came without its hash"))?;
                setup::set_passphrase(self.conn, officer, hash)
            }
            SetupFact::Set(_) | SetupFact::Retired => Ok(()),
        }
    }

    fn on_desk(&self, fact: &DeskFact) -> Result<(), StoreError> {
        if let DeskFact::ClockSet { to } = fact {
            let ahead = to.as_millisecond().saturating_sub(self.moment.at.as_millisecond());
            let offset = meta::clock_offset_ms(self.conn)?.saturating_add(ahead);
            return meta::set(self.conn, meta::name::CLOCK_OFFSET, &offset);
        }
        outbox::besides(self.conn, fact, self.moment.at)
    }
}

/// What a command is answered with: the record of its first fact is the one that it made or changed.
fn receipt(facts: &[Happened], rev: Option<u64>, entries: Option<(u64, u64)>) -> Receipt {
    let id = facts.first().and_then(|first| match &first.subject {
        Subject::Record(id) => Some(*id),
        Subject::Unit(_) | Subject::Setup(_) | Subject::Desk => None,
    });
    let kinds = facts.iter().map(|h| h.fact.kind().to_owned()).collect();
    Receipt { id, rev, entries, kinds, repeated: false }
}
