//! The three speeds that every duty review asks for: how long until a report was accepted, a unit was sent, and the
//! feedback came, and in which bucket that falls.
//!
//! They follow from the report, so taking a step back takes its measure back. Opening a report again doesn't measure it
//! anew: the first time counts.

use super::report::{Priority, Report, Source};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How many buckets a speed has.
pub const BUCKETS: usize = 4;

/// One of the three speeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Speed {
    /// From entry to acceptance.
    Accept,
    /// From acceptance to the first unit sent.
    Dispatch,
    /// From the first unit on scene, of a P4 from acceptance, to what was done.
    Feedback,
}

impl Speed {
    /// Every speed, in the order of the loop.
    pub const ALL: [Speed; 3] = [Speed::Accept, Speed::Dispatch, Speed::Feedback];

    /// Its code, as in `--json`.
    pub const fn code(self) -> &'static str {
        match self {
            Speed::Accept => "accept",
            Speed::Dispatch => "dispatch",
            Speed::Feedback => "feedback",
        }
    }

    /// The upper ends of its first three buckets; the fourth has none. The first is what counts as in time.
    pub const fn ends(self) -> [SignedDuration; BUCKETS - 1] {
        let minutes = SignedDuration::from_mins;
        match self {
            Speed::Accept => [SignedDuration::from_secs(30), minutes(1), minutes(5)],
            Speed::Dispatch => [minutes(5), minutes(10), minutes(30)],
            Speed::Feedback => [minutes(30), minutes(60), minutes(240)],
        }
    }

    /// The bucket of a span, from 0.
    ///
    /// ```
    /// use dutydesk::domain::speed::Speed;
    /// use jiff::SignedDuration;
    /// assert_eq!(Speed::Accept.bucket(SignedDuration::from_secs(30)), 0);
    /// assert_eq!(Speed::Accept.bucket(SignedDuration::from_secs(31)), 1);
    /// ```
    pub fn bucket(self, took: SignedDuration) -> usize {
        self.ends().iter().position(|end| took <= *end).unwrap_or(BUCKETS - 1)
    }
}

/// How long each step of a report took; none while it wasn't taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Took {
    /// Until it was accepted.
    pub accept: Option<SignedDuration>,
    /// Until a unit was sent.
    pub dispatch: Option<SignedDuration>,
    /// Until the feedback came.
    pub feedback: Option<SignedDuration>,
}

impl Took {
    /// How long a report took: in its first loop, when it was opened again.
    pub fn on(report: &Report) -> Took {
        report.first_took.unwrap_or_else(|| Took::in_this_loop(report))
    }

    /// How long the steps took that stand on a report now.
    pub fn in_this_loop(report: &Report) -> Took {
        let span = |speed| {
            let (from, until) = ends_of(report, speed);
            Some(until?.duration_since(from?))
        };
        Took { accept: span(Speed::Accept), dispatch: span(Speed::Dispatch), feedback: span(Speed::Feedback) }
    }

    /// How long one of them took.
    pub const fn of(&self, speed: Speed) -> Option<SignedDuration> {
        match speed {
            Speed::Accept => self.accept,
            Speed::Dispatch => self.dispatch,
            Speed::Feedback => self.feedback,
        }
    }
}

/// The instants that a speed is measured between on a report, as far as they have come.
pub fn ends_of(report: &Report, speed: Speed) -> (Option<Timestamp>, Option<Timestamp>) {
    let accepted = report.accepted.as_ref().map(|stamp| stamp.at);
    let no_attendance = report.telling.priority == Some(Priority::P4);
    match speed {
        Speed::Accept => (Some(report.received.at), accepted),
        Speed::Dispatch => (accepted, report.first_sent()),
        Speed::Feedback => {
            let from = if no_attendance { accepted } else { report.first_arrived() };
            (from, report.resolved.as_ref().map(|done| done.stamp.at))
        }
    }
}

/// Whether reports of a source are measured: letters and visits have deadlines of days.
pub const fn is_measured(source: Source) -> bool {
    super::earlier::has_history(source)
}

/// How many reports of a shift fell in each bucket of a speed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeedTally {
    /// Which speed.
    pub speed: Speed,
    /// How many in each bucket, the fastest first.
    pub buckets: [u64; BUCKETS],
}

impl SpeedTally {
    /// How many were measured.
    pub fn measured(&self) -> u64 {
        self.buckets.iter().sum()
    }

    /// How many of a hundred were in time, rounded down; none when nothing was measured.
    pub fn in_time_percent(&self) -> Option<u64> {
        let [in_time, ..] = self.buckets;
        in_time.saturating_mul(100).checked_div(self.measured())
    }
}
