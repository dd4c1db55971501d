//! The record that is open: one page for every kind, so that what holds for all of them is said once.

use super::told::Told;
use crate::domain::due::Due;
use crate::domain::handover::Handover;
use crate::domain::query::{Answer, DisputeDetail, Query, ReportDetail};
use crate::domain::{Kind, RecordId, Topic};

/// A record that is open.
#[derive(Clone, Debug)]
pub struct Page<T> {
    /// Which.
    pub id: RecordId,
    /// What the desk told about it.
    pub told: Told<T>,
    /// The first line shown.
    pub top: usize,
    /// What the cursor is on, by its place, where a record has such places.
    pub item: usize,
    /// The records on the way back, when it was opened from another.
    pub from: Vec<RecordId>,
}

impl<T> Page<T> {
    fn new(id: RecordId, from: Vec<RecordId>) -> Box<Page<T>> {
        Box::new(Page { id, told: Told::default(), top: 0, item: 0, from })
    }
}

/// The record that is open.
#[derive(Clone, Debug)]
pub enum Open {
    /// A report.
    Report(Box<Page<ReportDetail>>),
    /// A dispute.
    Dispute(Box<Page<DisputeDetail>>),
    /// A handover.
    Handover(Box<Page<Handover>>),
}

macro_rules! any {
    ($open:expr, $page:ident => $does:expr) => {
        match $open {
            Open::Report($page) => $does,
            Open::Dispute($page) => $does,
            Open::Handover($page) => $does,
        }
    };
}

impl Open {
    /// The page of a record, with the records on the way back; none for a kind that has no page.
    pub fn page(id: RecordId, from: Vec<RecordId>) -> Option<Open> {
        match id.kind {
            Kind::Report => Some(Open::Report(Page::new(id, from))),
            Kind::Handover => Some(Open::Handover(Page::new(id, from))),
            Kind::Dispute => Some(Open::Dispute(Page::new(id, from))),
            Kind::Person | Kind::Escalation | Kind::Supervision | Kind::ZeroReport | Kind::Sweep => None,
        }
    }

    /// Which record it is.
    pub fn id(&self) -> RecordId {
        any!(self, page => page.id)
    }

    /// The first line shown.
    pub fn top_mut(&mut self) -> &mut usize {
        any!(self, page => &mut page.top)
    }

    /// The records on the way back.
    pub fn into_from(self) -> Vec<RecordId> {
        any!(self, page => page.from)
    }

    /// Another officer sits down: the record stays open, and the desk tells anew what is in it.
    pub fn clear(&mut self) {
        any!(self, page => page.told = Told::default());
    }

    /// A change of this topic may have touched it.
    pub fn changed(&mut self, topic: Topic) {
        let touched = match self {
            Open::Report(_) => {
                let touched =
                    [Topic::Reports, Topic::Disputes, Topic::Escalations, Topic::Orders, Topic::Units];
                touched.contains(&topic)
            }
            Open::Dispute(_) => {
                matches!(topic, Topic::Disputes | Topic::Reports | Topic::Escalations | Topic::Orders)
            }
            Open::Handover(_) => topic == Topic::Handovers,
        };
        if touched {
            any!(self, page => page.told.turn_stale());
        }
    }

    /// The line was cut: no answer will come.
    pub fn forget_question(&mut self) {
        any!(self, page => page.told.forget_question());
    }

    /// The question that it has to ask now, under this number.
    pub fn ask(&mut self, number: u64) -> Option<Query> {
        let id = self.id();
        let wanted = any!(self, page => page.told.is_wanted());
        if !wanted {
            return None;
        }
        any!(self, page => page.told.ask_as(number));
        Some(match self {
            Open::Report(_) => Query::Report { id },
            Open::Dispute(_) => Query::Dispute { id },
            Open::Handover(_) => Query::Handover { id },
        })
    }

    /// Takes the answer to question `number` and says whether it was waited for; one of another kind is as good as none.
    pub fn take(&mut self, number: u64, answer: Answer) -> bool {
        match (self, answer) {
            (Open::Report(page), Answer::Report(detail)) => page.told.take(number, *detail),
            (Open::Dispute(page), Answer::Dispute(detail)) => page.told.take(number, *detail),
            (Open::Handover(page), Answer::Handover(handover)) => page.told.take(number, *handover),
            (other, _) => {
                other.give_up(number);
                false
            }
        }
    }

    /// Question `number` was refused or failed.
    pub fn give_up(&mut self, number: u64) {
        any!(self, page => drop(page.told.give_up(number)));
    }

    /// What it owes; none for a kind that owes nothing.
    pub fn owes(&self) -> Option<&[Due]> {
        match self {
            Open::Report(page) => {
                Some(page.told.get().map(|detail| detail.due.as_slice()).unwrap_or_default())
            }
            Open::Dispute(page) => {
                Some(page.told.get().map(|detail| detail.due.as_slice()).unwrap_or_default())
            }
            Open::Handover(_) => None,
        }
    }
}
