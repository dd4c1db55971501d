//! The record that is open.

use super::told::Told;
use crate::domain::RecordId;
use crate::domain::handover::Handover;
use crate::domain::query::ReportDetail;

/// The record that is open.
#[derive(Clone, Debug)]
pub enum Open {
    /// A report.
    Report(Box<OpenReport>),
    /// A handover.
    Handover(Box<OpenHandover>),
}

impl Open {
    /// Another officer sits down: the record stays open, and the desk tells anew what is in it.
    pub fn clear(&mut self) {
        match self {
            Open::Report(open) => open.told = Told::default(),
            Open::Handover(open) => open.told = Told::default(),
        }
    }
}

/// An open report.
#[derive(Clone, Debug)]
pub struct OpenReport {
    /// Which.
    pub id: RecordId,
    /// What the desk told about it.
    pub told: Told<ReportDetail>,
    /// The first line shown.
    pub top: usize,
    /// The reports on the way back, when it was opened as an earlier one of another.
    pub from: Vec<RecordId>,
}

/// An open handover.
#[derive(Clone, Debug)]
pub struct OpenHandover {
    /// Which.
    pub id: RecordId,
    /// What the desk told about it.
    pub told: Told<Handover>,
    /// The item under the cursor, by its place.
    pub item: usize,
    /// The first line shown.
    pub top: usize,
}
