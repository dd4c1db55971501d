//! What is owed on a report, by when, and whom it waits for. One rule a step of the closed loop.
//!
//! Whether something is late is a matter of the reader's clock, so it is never stored; the instant it is owed is.

use super::id::OfficerId;
use super::report::{Priority, Report, Status};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// The deadline rules of the closed loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// Accept within 30 s of entry.
    Accept,
    /// Send a unit within 5 minutes of accepting; P4 needs none.
    Dispatch,
    /// On scene after dispatch: P1 10 min, P2 30 min, P3 24 h.
    Arrive,
    /// Feedback after arrival, or after accepting a P4: P1 and P2 30 min, P3 and P4 24 h.
    Feedback,
    /// Verify within 24 h of resolving.
    Verify,
    /// Close within 72 h of verifying.
    Close,
    /// Acknowledge an escalation within 10 min.
    Acknowledge,
}

impl Rule {
    /// Every rule.
    pub const ALL: [Rule; 7] = [
        Rule::Accept,
        Rule::Dispatch,
        Rule::Arrive,
        Rule::Feedback,
        Rule::Verify,
        Rule::Close,
        Rule::Acknowledge,
    ];

    /// The rule's code.
    pub const fn code(self) -> &'static str {
        match self {
            Rule::Accept => "accept",
            Rule::Dispatch => "dispatch",
            Rule::Arrive => "arrive",
            Rule::Feedback => "feedback",
            Rule::Verify => "verify",
            Rule::Close => "close",
            Rule::Acknowledge => "acknowledge",
        }
    }

    /// The rule with this code.
    pub fn from_code(code: &str) -> Option<Rule> {
        Rule::ALL.into_iter().find(|r| r.code() == code)
    }
}

/// What is owed next, and by when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Owed {
    /// The instant it is owed.
    pub at: Timestamp,
    /// The rule that says so.
    pub rule: Rule,
}

/// How a deadline stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Light {
    /// There is time.
    Green,
    /// Due soon: the last fifth of the span, but at most an hour.
    Amber,
    /// Overdue.
    Red,
}

impl Light {
    /// Every light, the calmest first.
    pub const ALL: [Light; 3] = [Light::Green, Light::Amber, Light::Red];

    /// The light's code.
    pub const fn code(self) -> &'static str {
        match self {
            Light::Green => "green",
            Light::Amber => "amber",
            Light::Red => "red",
        }
    }
}

/// How long an escalation may wait for its acknowledgement.
pub const ACKNOWLEDGE_WITHIN: SignedDuration = SignedDuration::from_mins(10);

/// What is owed next on a report; none when it has left the loop. A priority that is to be set counts as P2.
pub fn owed_on(report: &Report) -> Option<Owed> {
    let priority = report.telling.priority.unwrap_or(Priority::P2);
    let accepted = report.accepted.as_ref().map_or(report.received.at, |s| s.at);
    let (from, rule) = match report.status {
        Status::Received => (report.opened.stamp.at, Rule::Accept),
        Status::Accepted if priority == Priority::P4 => (accepted, Rule::Feedback),
        Status::Accepted => (accepted, Rule::Dispatch),
        Status::Dispatched => (report.first_sent().unwrap_or(accepted), Rule::Arrive),
        Status::InProgress => (report.first_arrived().unwrap_or(accepted), Rule::Feedback),
        Status::Resolved => (report.resolved.as_ref()?.stamp.at, Rule::Verify),
        Status::Verified => (report.verified.as_ref()?.at, Rule::Close),
        Status::Closed
        | Status::Transferred
        | Status::Duplicate
        | Status::Cancelled
        | Status::Unfounded
        | Status::Erased => return None,
    };
    Some(Owed { at: from.saturating_add(span(rule, priority)).unwrap_or(from), rule })
}

/// Whom the next step waits for: the officer who has the report, or none, the desk, while nobody has it and while
/// somebody other than the one who resolved it must check it.
pub fn waits_for(report: &Report) -> Option<&OfficerId> {
    match report.status {
        Status::Resolved => None,
        Status::Received
        | Status::Accepted
        | Status::Dispatched
        | Status::InProgress
        | Status::Verified
        | Status::Closed
        | Status::Transferred
        | Status::Duplicate
        | Status::Cancelled
        | Status::Unfounded
        | Status::Erased => report.accepted.as_ref().map(|stamp| &stamp.by),
    }
}

/// How long a rule gives for a priority.
pub fn span(rule: Rule, priority: Priority) -> SignedDuration {
    let day = SignedDuration::from_hours(24);
    match (rule, priority) {
        (Rule::Accept, _) => SignedDuration::from_secs(30),
        (Rule::Dispatch, _) => SignedDuration::from_mins(5),
        (Rule::Arrive, Priority::P1) => SignedDuration::from_mins(10),
        (Rule::Arrive, Priority::P2) => SignedDuration::from_mins(30),
        (Rule::Arrive, Priority::P3 | Priority::P4) => day,
        (Rule::Feedback, Priority::P1 | Priority::P2) => SignedDuration::from_mins(30),
        (Rule::Feedback, Priority::P3 | Priority::P4) => day,
        (Rule::Verify, _) => day,
        (Rule::Close, _) => SignedDuration::from_hours(72),
        (Rule::Acknowledge, _) => ACKNOWLEDGE_WITHIN,
    }
}

/// The light of something owed, seen at `now`.
pub fn light(owed: Owed, priority: Priority, now: Timestamp) -> Light {
    let left = owed.at.duration_since(now);
    let soon = (span(owed.rule, priority) / 5).min(SignedDuration::from_hours(1));
    if left.is_negative() {
        Light::Red
    } else if left <= soon {
        Light::Amber
    } else {
        Light::Green
    }
}
