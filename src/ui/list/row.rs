//! What names a row of each list and where it stands in it.

use crate::domain::desk::DueLine;
use crate::domain::fact::Entry;
use crate::domain::handover::Item;
use crate::domain::query::RowKey;
use crate::domain::row::{
    DisputeRow, EscalationRow, HandoverRow, PersonRow, ReportRow, SupervisionRow, UnitRow, ZeroReportRow,
};
use crate::domain::{Code, RecordId};

/// A row of a list.
pub trait Row {
    /// What names the row for as long as it is in the list. Newer rows have greater names where lists are by age.
    type Id: Clone + std::fmt::Debug + Ord;

    /// The row's name.
    fn id(&self) -> Self::Id;

    /// Its place in the desk's order; lists that come as a whole have no use for it.
    fn key(&self) -> RowKey;

    /// Whether a row that the list has not held before is an arrival to be marked.
    const ARRIVES: bool;
}

macro_rules! by_key {
    ($($row:ty => $arrives:literal),* $(,)?) => {
        $(impl Row for $row {
            type Id = RowKey;
            const ARRIVES: bool = $arrives;

            fn id(&self) -> RowKey {
                self.key
            }

            fn key(&self) -> RowKey {
                self.key
            }
        })*
    };
}

by_key! {
    ReportRow => true,
    EscalationRow => true,
    DisputeRow => true,
    HandoverRow => true,
    PersonRow => false,
    DueLine => false,
    SupervisionRow => true,
    ZeroReportRow => false,
}

impl Row for Entry {
    type Id = u64;
    const ARRIVES: bool = false;

    fn id(&self) -> u64 {
        self.seq
    }

    fn key(&self) -> RowKey {
        RowKey::try_from(self.seq).unwrap_or(RowKey::MAX)
    }
}

impl Row for UnitRow {
    type Id = Code;
    const ARRIVES: bool = false;

    fn id(&self) -> Code {
        self.state.code.clone()
    }

    fn key(&self) -> RowKey {
        0
    }
}

impl Row for Item {
    type Id = RecordId;
    const ARRIVES: bool = false;

    fn id(&self) -> RecordId {
        self.id
    }

    fn key(&self) -> RowKey {
        0
    }
}
