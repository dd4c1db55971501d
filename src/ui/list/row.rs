//! What names a row of each list and where it stands in it.

use crate::domain::desk::DueLine;
use crate::domain::due::Urgency;
use crate::domain::fact::Entry;
use crate::domain::handover::Item;
use crate::domain::query::RowKey;
use crate::domain::row::{
    DisputeRow, EscalationRow, HandoverRow, PersonRow, ReportRow, SupervisionRow, SweepRow, UnitRow,
    ZeroReportRow,
};
use crate::domain::{Code, RecordId, Rev};
use jiff::Timestamp;
use std::cmp::Reverse;

/// A row of a list.
pub trait Row {
    /// What names the row for as long as it is in the list. Newer rows have greater names where lists are by age.
    type Id: Clone + std::fmt::Debug + Ord;

    /// Where a row stands among the others: smaller stands nearer the top.
    type Place: Clone + std::fmt::Debug + Ord;

    /// The row's name.
    fn id(&self) -> Self::Id;

    /// What the desk calls its place, to go on from there; lists that come as a whole have no use for it.
    fn key(&self) -> RowKey;

    /// Its place in the list.
    fn place(&self) -> Self::Place;

    /// The record that it shows and how often that had changed; none where a row is no record's own.
    fn record(&self) -> Option<(RecordId, Rev)> {
        None
    }

    /// Whether a row that the list has not held before is an arrival to be marked.
    const ARRIVES: bool;

    /// Whether a row stays where it is for as long as it is in the list. Then the desk can go on also from the place of
    /// a row that has left the list.
    const STAYS: bool = true;
}

macro_rules! by_key {
    ($($row:ty => $arrives:literal, $of:ident $record:expr;)*) => {
        $(impl Row for $row {
            type Id = RowKey;
            type Place = Reverse<RowKey>;
            const ARRIVES: bool = $arrives;

            fn id(&self) -> RowKey {
                self.key
            }

            fn key(&self) -> RowKey {
                self.key
            }

            fn place(&self) -> Reverse<RowKey> {
                Reverse(self.key)
            }

            fn record(&self) -> Option<(RecordId, Rev)> {
                let $of = self;
                $record
            }
        })*
    };
}

by_key! {
    ReportRow => true, row Some((row.id, row.rev));
    EscalationRow => true, row Some((row.id, row.rev));
    HandoverRow => true, row Some((row.id, row.rev));
    PersonRow => false, _row None;
    SupervisionRow => true, row Some((row.order.id, row.order.rev));
    ZeroReportRow => false, row Some((row.zero.id, row.zero.rev));
    SweepRow => false, row Some((row.sweep.id, row.sweep.rev));
}

impl Row for DisputeRow {
    // The same dispute has another place in another view.
    type Id = RecordId;
    type Place = Reverse<RowKey>;
    const ARRIVES: bool = true;
    const STAYS: bool = false;

    fn id(&self) -> RecordId {
        self.id
    }

    fn key(&self) -> RowKey {
        self.key
    }

    fn place(&self) -> Reverse<RowKey> {
        Reverse(self.key)
    }

    fn record(&self) -> Option<(RecordId, Rev)> {
        Some((self.id, self.rev))
    }
}

impl Row for Entry {
    type Id = u64;
    type Place = Reverse<u64>;
    const ARRIVES: bool = false;

    fn id(&self) -> u64 {
        self.seq
    }

    fn key(&self) -> RowKey {
        RowKey::try_from(self.seq).unwrap_or(RowKey::MAX)
    }

    fn place(&self) -> Reverse<u64> {
        Reverse(self.seq)
    }
}

impl Row for UnitRow {
    type Id = Code;
    type Place = ();
    const ARRIVES: bool = false;

    fn id(&self) -> Code {
        self.state.code.clone()
    }

    fn key(&self) -> RowKey {
        0
    }

    fn place(&self) {}
}

impl Row for Item {
    type Id = RecordId;
    type Place = ();
    const ARRIVES: bool = false;

    fn id(&self) -> RecordId {
        self.id
    }

    fn key(&self) -> RowKey {
        0
    }

    fn place(&self) {}
}

/// A line of the due queue with its place there, as it was when the clock was looked at last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueRow {
    /// The line.
    pub line: DueLine,
    /// Its place.
    pub place: Urgency,
}

impl DueRow {
    /// The line as it stands at `now`.
    pub fn at(line: DueLine, now: Timestamp) -> DueRow {
        let place = line.due.urgency(now);
        DueRow { line, place }
    }
}

impl Row for DueRow {
    // The desk may give the key of a line that is settled to another one.
    type Id = (RecordId, Code);
    type Place = Urgency;
    const ARRIVES: bool = false;
    const STAYS: bool = false;

    fn id(&self) -> (RecordId, Code) {
        (self.line.due.about, self.line.due.owed.rule.clone())
    }

    fn key(&self) -> RowKey {
        self.line.key
    }

    fn place(&self) -> Urgency {
        self.place.clone()
    }
}
