//! What a fact does to its record. The only place where a record changes.

use super::fact::Fact;
use super::id::Subject;
use super::loaded::Record;
use super::moment::Stamp;

/// The record after a fact: `record` is what stood before, none for a fact that begins one.
pub fn apply(record: Option<Record>, _subject: &Subject, _fact: &Fact, _stamp: &Stamp) -> Option<Record> {
    record
}
