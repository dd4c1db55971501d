//! What verifying a record can find, and how far it has come.

use super::chain::Head;

/// Something that is not as the journal says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// An entry is missing between others.
    EntryMissing {
        /// Its place.
        seq: u64,
    },
    /// An entry was changed after it was written.
    EntryChanged {
        /// Its place.
        seq: u64,
    },
    /// An entry doesn't follow the one before it: that one was rewritten.
    ChainBroken {
        /// Its place.
        seq: u64,
    },
    /// What an entry says was changed.
    PayloadChanged {
        /// Its place.
        seq: u64,
    },
    /// What an entry says is gone, and nobody erased it.
    PayloadMissing {
        /// Its place.
        seq: u64,
    },
    /// Words that an entry copied were changed, are gone, or were added.
    PartChanged {
        /// Its place.
        seq: u64,
    },
    /// The journal ends before an entry that it once had.
    TailCut {
        /// The last entry that is known to have been there.
        known: u64,
        /// The last entry that is there.
        found: u64,
    },
    /// The anchor holds another entry at this place: the journal was rewritten, or an old copy was put in its place.
    AnchorDiffers {
        /// The place.
        seq: u64,
    },
    /// A line of the anchor can't be read.
    AnchorUnreadable {
        /// The line, from 1.
        line: u64,
    },
    /// There is no anchor, though there is a journal.
    AnchorMissing,
    /// A row is not what the facts about its record add up to.
    RowDiffers {
        /// What the facts are about.
        subject: String,
    },
    /// The facts add up to a record that has no row.
    RowMissing {
        /// What the facts are about.
        subject: String,
    },
    /// There is a row that no fact explains.
    RowUnexplained {
        /// What facts about it would be about.
        subject: String,
    },
    /// Search looks into other words than the facts about a report say.
    SearchDiffers {
        /// The report.
        subject: String,
    },
    /// What stands in the due queue is not what the facts say is owed.
    DueDiffers {
        /// The record; `due` when the queue has rows of records that nothing is owed on.
        subject: String,
    },
    /// Who stands against whom is not what the facts say.
    PairDiffers {
        /// The record; `pair` when there are more than all records explain.
        subject: String,
    },
    /// A count is not that of its list.
    TallyDiffers {
        /// The list.
        list: String,
    },
    /// SQLite finds the file damaged.
    Damaged {
        /// In its own words.
        what: String,
    },
}

impl Finding {
    /// The kind as a code, for words.
    pub const fn code(&self) -> &'static str {
        match self {
            Finding::EntryMissing { .. } => "entry-missing",
            Finding::EntryChanged { .. } => "entry-changed",
            Finding::ChainBroken { .. } => "chain-broken",
            Finding::PayloadChanged { .. } => "payload-changed",
            Finding::PayloadMissing { .. } => "payload-missing",
            Finding::PartChanged { .. } => "part-changed",
            Finding::TailCut { .. } => "tail-cut",
            Finding::AnchorDiffers { .. } => "anchor-differs",
            Finding::AnchorUnreadable { .. } => "anchor-unreadable",
            Finding::AnchorMissing => "anchor-missing",
            Finding::RowDiffers { .. } => "row-differs",
            Finding::RowMissing { .. } => "row-missing",
            Finding::RowUnexplained { .. } => "row-unexplained",
            Finding::SearchDiffers { .. } => "search-differs",
            Finding::DueDiffers { .. } => "due-differs",
            Finding::PairDiffers { .. } => "pair-differs",
            Finding::TallyDiffers { .. } => "tally-differs",
            Finding::Damaged { .. } => "damaged",
        }
    }

    /// What stands in its sentence, by name.
    pub fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Finding::EntryMissing { seq }
            | Finding::EntryChanged { seq }
            | Finding::ChainBroken { seq }
            | Finding::PayloadChanged { seq }
            | Finding::PayloadMissing { seq }
            | Finding::PartChanged { seq }
            | Finding::AnchorDiffers { seq } => vec![("seq", seq.to_string())],
            Finding::TailCut { known, found } => {
                vec![("known", known.to_string()), ("found", found.to_string())]
            }
            Finding::AnchorUnreadable { line } => vec![("line", line.to_string())],
            Finding::AnchorMissing => Vec::new(),
            Finding::RowDiffers { subject }
            | Finding::RowMissing { subject }
            | Finding::RowUnexplained { subject }
            | Finding::DueDiffers { subject }
            | Finding::PairDiffers { subject }
            | Finding::SearchDiffers { subject } => vec![("subject", subject.clone())],
            Finding::TallyDiffers { list } => vec![("list", list.clone())],
            Finding::Damaged { what } => vec![("what", what.clone())],
        }
    }
}

/// What verifying a record came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifyReport {
    /// How many facts were looked at.
    pub facts: u64,
    /// The journal's last entry.
    pub head: Head,
    /// What was found, the chain first, at most [`FINDINGS_MAX`].
    pub findings: Vec<Finding>,
    /// How many more there were.
    pub more: u64,
}

/// The most findings that a report lists.
pub const FINDINGS_MAX: usize = 1000;

impl VerifyReport {
    pub(crate) fn of(head: Head) -> VerifyReport {
        VerifyReport { facts: 0, head, findings: Vec::new(), more: 0 }
    }

    pub(crate) fn find(&mut self, finding: Finding) {
        if self.findings.len() < FINDINGS_MAX { self.findings.push(finding) } else { self.more += 1 }
    }

    /// Whether nothing was found.
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }
}

/// How far long work has come, in units of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How much is done.
    pub done: u64,
    /// How much there is.
    pub total: u64,
}
