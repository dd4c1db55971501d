//! When a report has passed the steps that its clocks start and stop with.

use super::clocks::Clocks;
use super::due::{Clocked, WaitsFor};
use super::id::{Code, RecordId};
use super::private::Private;
use super::report::{Priority, Report, Source, Status};
use super::row::gist;
use super::rules::Mark;
use jiff::Timestamp;

impl Clocked for Report {
    fn id(&self) -> RecordId {
        self.id
    }

    fn reached(&self, mark: Mark) -> Option<Timestamp> {
        let of_loop = match mark {
            Mark::Received => return Some(self.received.at),
            Mark::Opened => return Some(self.opened.stamp.at),
            Mark::Accepted => 1,
            Mark::Dispatched => 2,
            Mark::Arrived => 3,
            Mark::Resolved => 4,
            Mark::Verified => 5,
            Mark::Closed => 6,
            Mark::Raised
            | Mark::Returned
            | Mark::Acknowledged
            | Mark::Answered
            | Mark::Issued
            | Mark::Expected
            | Mark::Filed
            | Mark::Found
            | Mark::Assigned
            | Mark::Mediating
            | Mark::Ended
            | Mark::Agreed
            | Mark::ConfirmationSought => return None,
        };
        // A step that was left out is passed with the next one that was taken.
        let passed = of_loop <= reached(self.status);
        passed
            .then(|| taken(self).into_iter().skip(of_loop - 1).flatten().next())?
            .or(Some(self.last_step.stamp.at))
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
fn taken(report: &Report) -> [Option<Timestamp>; 6] {
    [
        report.accepted.as_ref().map(|stamp| stamp.at),
        report.first_sent(),
        report.first_arrived(),
        report.resolved.as_ref().map(|done| done.stamp.at),
        report.verified.as_ref().map(|stamp| stamp.at),
        report.closed.as_ref().map(|done| done.stamp.at),
    ]
}
