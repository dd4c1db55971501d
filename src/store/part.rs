//! Words that a fact copies from another record: kept apart from its payload, each under a commitment of its own, so that
//! they can be erased with the record they are about while the copying fact, and the chain, stay whole.
//!
//! The one fact that copies is `handover.signed`: its items carry the place and summary of reports, its remarks speak of
//! them.

use super::chain::{self, Hash, Salt};
use super::error::StoreError;
use crate::domain::fact::HandoverFact;
use crate::domain::handover::Handover;
use crate::domain::{Fact, Private, RecordId};
use std::collections::BTreeMap;

/// One text that a fact copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// Its place among the parts of the fact, from 0.
    pub(crate) n: u32,
    /// The record that the words are about.
    pub(crate) about: RecordId,
    /// The salt of its commitment.
    pub(crate) salt: Salt,
    /// The words.
    pub(crate) body: Private,
}

/// Takes the copied words out of a fact, and leaves their commitments in their places.
pub(crate) fn seal(
    fact: &mut Fact,
    mut salt: impl FnMut() -> Result<Salt, StoreError>,
) -> Result<Vec<Part>, StoreError> {
    let mut parts = Vec::new();
    for (about, text) in copied(fact).into_iter().filter(|(_, text)| !text.is_empty()) {
        let n = u32::try_from(parts.len()).map_err(|_| StoreError::broken("too many parts"))?;
        let salt = salt()?;
        let mark = mark(n, &chain::commitment(&salt, text));
        let body = std::mem::replace(text, Private(mark));
        parts.push(Part { n, about, salt, body });
    }
    Ok(parts)
}

/// Puts the words back into a fact as it was stored; words that were erased are empty.
pub(crate) fn unseal(fact: &mut Fact, words: &BTreeMap<u32, Private>) {
    for (_, text) in copied(fact) {
        if let Some((n, _)) = read_mark(text) {
            *text = words.get(&n).cloned().unwrap_or_default();
        }
    }
}

/// What a stored fact commits itself to: for each part its number, the record it is about and its commitment.
pub(crate) fn commitments(fact: &mut Fact) -> Vec<(u32, RecordId, String)> {
    copied(fact)
        .into_iter()
        .filter_map(|(about, text)| read_mark(text).map(|(n, hex)| (n, about, hex.to_owned())))
        .collect()
}

/// Takes out of a handover the words that are about a record.
pub(crate) fn blank(handover: &mut Handover, about: RecordId) {
    for item in handover.draft.items.iter_mut().filter(|item| item.id == about) {
        item.place = Private::default();
        item.summary = Private::default();
    }
    if let Some(remark) = handover.remarks.get_mut(&about) {
        *remark = Private::default();
    }
}

fn mark(n: u32, commitment: &Hash) -> String {
    format!("part {n} {}", chain::hex(commitment))
}

fn read_mark(text: &str) -> Option<(u32, &str)> {
    let (n, hex) = text.strip_prefix("part ")?.split_once(' ')?;
    Some((n.parse().ok()?, hex))
}

/// Every place of a fact that holds words copied from another record. All of them that aren't empty are sealed, so a
/// stored text there is always a mark, whatever an officer may have written.
fn copied(fact: &mut Fact) -> Vec<(RecordId, &mut Private)> {
    let Fact::Handover(HandoverFact::Signed { draft, remarks, .. }) = fact else { return Vec::new() };
    let items = draft.items.iter_mut().flat_map(|item| {
        let id = item.id;
        [(id, &mut item.place), (id, &mut item.summary)]
    });
    items.chain(remarks.iter_mut().map(|(id, text)| (*id, text))).collect()
}
