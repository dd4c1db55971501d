//! What a command needs before it can be decided, read in its own transaction.

use super::chain::Head;
use super::error::StoreError;
use super::pair::{self, Window};
use super::{beat_sweep, collect, earlier, handover, kinds, outbox, report, setup, table, unit, zero_report};
use crate::domain::dispute::LIST_MAX;
use crate::domain::handover::Handover;
use crate::domain::id::Kind;
use crate::domain::pair::{CALLS_MAX, among, of_report};
use crate::domain::patrol::UnitState;
use crate::domain::{Code, Command, Loaded, Moment, Need, Record, RecordId, Station, Subject};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the writer keeps in memory because every command needs it. It follows the transaction: a command that fails
/// puts it back.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    /// The journal's last entry.
    pub(crate) head: Head,
    /// The station as set up.
    pub(crate) station: Arc<Station>,
    /// The state of every unit that something ever happened to.
    pub(crate) units: Arc<BTreeMap<Code, UnitState>>,
}

impl Kept {
    /// Reads it anew.
    pub(crate) fn read(conn: &Connection) -> Result<Kept, StoreError> {
        Ok(Kept {
            head: super::journal::head(conn)?,
            station: Arc::new(setup::station(conn)?),
            units: Arc::new(unit::load_all(conn)?),
        })
    }

    /// Follows a record that was saved.
    pub(crate) fn follow(&mut self, saved: &Record) {
        if let Record::Unit(unit) = saved {
            Arc::make_mut(&mut self.units).insert(unit.code.clone(), (**unit).clone());
        }
        if let Record::Setup(standing) = saved {
            Arc::make_mut(&mut self.station).items.insert(standing.item.key(), (**standing).clone());
        }
    }
}

/// Loads what a command needs.
pub(crate) fn load(
    conn: &Connection,
    kept: &Kept,
    command: &Command,
    at: &Moment,
) -> Result<Loaded, StoreError> {
    let mut loaded = Loaded { station: Arc::clone(&kept.station), ..Loaded::default() };
    for (code, state) in kept.units.iter() {
        loaded.records.insert(Subject::Unit(code.clone()), Record::Unit(Box::new(state.clone())));
    }
    for key in command.setup_keys() {
        if let Some(standing) = kept.station.items.get(&key) {
            loaded.records.insert(Subject::Setup(key), Record::Setup(Box::new(standing.clone())));
        }
    }
    for need in command.needs() {
        match need {
            Need::Record(id) => record(conn, id, &mut loaded)?,
            Need::Next(kind) => {
                loaded.next.insert(kind, kinds::next(conn, kind, at.duty_day)?);
            }
            Need::SourceKey(key) => {
                loaded.same_source = report::with_source_key(conn, &key)?;
                if let Some(id) = loaded.same_source {
                    record(conn, id, &mut loaded)?;
                }
            }
            Need::Before { place, caller_phone, sides, report } => {
                if let Some(rule) = kept.station.rules().repeats {
                    let of = report.map(|id| report::load(conn, id)).transpose()?.flatten();
                    let of = of.as_ref().map(|(key, report)| (*key, report));
                    let told = (place.as_str(), caller_phone.as_str(), &sides);
                    loaded.before = earlier::before(conn, rule, told, of, at.at)?;
                    for call in loaded.before.between.clone() {
                        record(conn, call, &mut loaded)?;
                    }
                }
            }
            Need::Calls(id) => calls(conn, id, &mut loaded)?,
            Need::Disputes(people) => {
                let known = pair::disputes(conn, &among(&people), LIST_MAX)?;
                loaded.disputes = known.into_iter().rev().map(|known| known.id).collect();
            }
            Need::Draft => loaded.draft = Some(collect::draft(conn, &kept.station, at.at)?),
            Need::OpenHandover => loaded.open_handover = handover::waiting(conn)?,
            Need::Notice(id) => loaded.notice = outbox::state(conn, id)?,
            Need::ItemsOf(id) => {
                let items = table::load::<Handover>(conn, id)?.map(|h| h.draft.items).unwrap_or_default();
                let carried = [Kind::Report, Kind::Dispute];
                for item in items.iter().filter(|item| carried.contains(&item.id.kind)) {
                    record(conn, item.id, &mut loaded)?;
                }
            }
            Need::ZeroReport(post) => {
                loaded.zero_report = zero_report::of_post(conn, &post, at.duty_day)?;
            }
            Need::Sweep(beat) => loaded.sweep = beat_sweep::of_beat(conn, &beat, at.duty_day)?,
        }
    }
    Ok(loaded)
}

/// A report and the last calls between the same two.
fn calls(conn: &Connection, id: RecordId, loaded: &mut Loaded) -> Result<(), StoreError> {
    let Some((_, report)) = report::load(conn, id)? else { return Ok(()) };
    for call in pair::reports(conn, &of_report(&report), Window::ALL, CALLS_MAX)? {
        record(conn, call.id, loaded)?;
    }
    Ok(())
}

/// A record, and what is loaded with it.
fn record(conn: &Connection, id: RecordId, loaded: &mut Loaded) -> Result<(), StoreError> {
    let Some(found) = kinds::load(conn, id)? else { return Ok(()) };
    for other in found.with_it() {
        record(conn, other, loaded)?;
    }
    loaded.records.insert(Subject::Record(id), found);
    Ok(())
}
