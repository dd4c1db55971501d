//! What a report says of itself as a record, and when it has passed the steps that its clocks start and stop with.

use super::clocks::Clocks;
use super::due::{Clocked, WaitsFor};
use super::id::{Code, RecordId, Rev, Subject};
use super::moment::Stamp;
use super::pair;
use super::private::Private;
use super::record::{Paired, Recorded};
use super::report::{Priority, Report, Source, Status, Step};
use super::row::gist;
use super::rules::Mark;
use jiff::Timestamp;

impl Recorded for Report {
    fn subject(&self) -> Subject {
        Subject::Record(self.id)
    }

    fn rev(&self) -> Rev {
        self.rev
    }

    fn last_hand(&self) -> Stamp {
        self.last_change.stamp.clone()
    }

    fn last_step(&self) -> Option<Step> {
        Some(self.last_change.step)
    }

    fn with_it(&self) -> Vec<RecordId> {
        [&self.escalations[..], &self.supervisions].concat()
    }

    fn paired(&self) -> Option<Paired> {
        Some(Paired { at: self.received.at, pairs: pair::of_report(self) })
    }

    fn clocked(&self) -> Option<&dyn Clocked> {
        Some(self)
    }

    fn clocks_mut(&mut self) -> Option<(&mut Clocks, &mut Rev)> {
        Some((&mut self.clocks, &mut self.rev))
    }
}

impl Clocked for Report {
    fn id(&self) -> RecordId {
        self.id
    }

    fn passed(&self) -> Vec<(Mark, Timestamp)> {
        let entered = [(Mark::Received, self.received.at), (Mark::Opened, self.opened.stamp.at)];
        let taken = taken(self);
        let (steps, behind) = (taken.iter().enumerate(), reached(self.status));
        let passed = steps.take(behind).map(|(step, (mark, _))| {
            // A step that was left out is passed with the next one that was taken.
            let at = taken.iter().skip(step).find_map(|(_, at)| *at);
            (*mark, at.unwrap_or(self.last_step.stamp.at))
        });
        entered.into_iter().chain(passed).collect()
    }

    fn priority(&self) -> Option<Priority> {
        self.telling.priority
    }

    fn source(&self) -> Option<Source> {
        Some(self.source)
    }

    fn beat(&self) -> Option<&Code> {
        self.telling.beat.as_ref()
    }

    fn clocks(&self) -> &Clocks {
        &self.clocks
    }

    fn waits_for(&self, stops: Mark) -> WaitsFor {
        let handler = self.accepted.as_ref().map(|stamp| stamp.by.clone());
        let under_way = self.dispatches.iter().rev().find(|sent| sent.arrived.is_none());
        match (stops, under_way) {
            (Mark::Arrived, Some(sent)) => WaitsFor::Unit(sent.unit.clone()),
            // Somebody other than the one who resolved it.
            (Mark::Verified, _) => WaitsFor::Desk,
            (_, _) => handler.map_or(WaitsFor::Desk, WaitsFor::Officer),
        }
    }

    fn gist(&self) -> Private {
        let told = &self.telling;
        if told.place.is_empty() { gist(&told.narrative) } else { gist(&told.place) }
    }
}

/// How many steps of the loop a status has behind it.
const fn reached(status: Status) -> usize {
    match status {
        Status::Received => 0,
        Status::Accepted => 1,
        Status::Dispatched => 2,
        Status::InProgress => 3,
        Status::Resolved => 4,
        Status::Verified => 5,
        Status::Closed
        | Status::Transferred
        | Status::Duplicate
        | Status::Cancelled
        | Status::Unfounded
        | Status::Erased => 6,
    }
}

/// When each step of the loop was taken, in order.
fn taken(report: &Report) -> [(Mark, Option<Timestamp>); 6] {
    [
        (Mark::Accepted, report.accepted.as_ref().map(|stamp| stamp.at)),
        (Mark::Dispatched, report.first_sent()),
        (Mark::Arrived, report.first_arrived()),
        (Mark::Resolved, report.resolved.as_ref().map(|done| done.stamp.at)),
        (Mark::Verified, report.verified.as_ref().map(|stamp| stamp.at)),
        (Mark::Closed, report.closed.as_ref().map(|done| done.stamp.at)),
    ]
}
