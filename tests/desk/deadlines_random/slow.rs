//! What a record owes, reckoned once more from the product's words: slowly, from the facts, and with nothing of the code.

use dutydesk::domain::fact::{DeadlineFact, Fact};
use dutydesk::domain::report::{Priority, Report, Status};
use dutydesk::domain::rules::{Mark, Rule, Within};
use dutydesk::domain::setup::SetupItem;
use dutydesk::domain::supervision::SupervisionStatus;
use dutydesk::domain::{Code, Happened, Record, Stamp, Station, Subject};
use jiff::{Timestamp, ToSpan};
use std::collections::BTreeMap;

/// Since when, by when, put off until, stands still since.
pub type Owes = (Timestamp, Timestamp, Option<Timestamp>, Option<Timestamp>);

const DAY_MS: i64 = 86_400_000;

pub fn owed(
    facts: &[(Happened, Stamp)],
    subject: &Subject,
    record: &Record,
    station: &Station,
) -> BTreeMap<Code, Owes> {
    let Subject::Record(id) = subject else { return BTreeMap::new() };
    let passed = passed(record);
    let mut owes = BTreeMap::new();
    let mut steps = Vec::new();
    for rule in &station.rules().rules {
        let (Some(from), None) = (passed.get(&rule.starts), passed.get(&rule.stops)) else { continue };
        let step = (rule.starts, rule.stops);
        if !rule.active || rule.on != id.kind || steps.contains(&step) || !is_for(rule, record, station) {
            continue;
        }
        let Some(end) = end(rule, *from, record) else { continue };
        steps.push(step);
        owes.insert(rule.code.clone(), put_off(facts, subject, &rule.code, *from, end));
    }
    owes
}

/// What has happened to a record, and when. A step that was skipped happened with the next one.
fn passed(record: &Record) -> BTreeMap<Mark, Timestamp> {
    let mut passed = BTreeMap::new();
    match record {
        Record::Report(report) => {
            passed.insert(Mark::Received, report.received.at);
            passed.insert(Mark::Opened, report.opened.stamp.at);
            let mut later = report.last_step.stamp.at;
            for (mark, taken) in steps(report).into_iter().rev() {
                if let Some(own) = taken {
                    later = own;
                }
                if is_behind(report.status, mark) {
                    passed.insert(mark, later);
                }
            }
        }
        Record::Escalation(e) => {
            let answered = e.answered.as_ref().map(|answer| answer.stamp.at);
            match e.returned {
                Some(at) => passed.insert(Mark::Returned, at),
                None => passed.insert(Mark::Raised, e.raised.at),
            };
            passed.extend(answered.map(|at| (Mark::Answered, at)));
            if let Some(at) = e.acknowledged.as_ref().map(|stamp| stamp.at).or(answered) {
                passed.insert(Mark::Acknowledged, at);
            }
        }
        Record::Supervision(order) => {
            passed.insert(Mark::Issued, order.issued.at);
            if order.status != SupervisionStatus::Open {
                passed.insert(Mark::Answered, order.issued.at);
            }
        }
        Record::ZeroReport(zero) => {
            passed.insert(Mark::Expected, zero.expected.at);
            passed.extend(zero.filed.as_ref().map(|filed| (Mark::Filed, filed.stamp.at)));
        }
        Record::Sweep(sweep) => {
            passed.insert(Mark::Expected, sweep.expected.at);
            passed.extend(sweep.answer.as_ref().map(|answer| (Mark::Filed, answer.stamp.at)));
        }
        // No dispute is made here: their clocks have tests of their own.
        Record::Unit(_) | Record::Handover(_) | Record::Setup(_) | Record::Dispute(_) => {}
    }
    passed
}

fn steps(report: &Report) -> [(Mark, Option<Timestamp>); 6] {
    let sent = report.dispatches.iter().map(|d| d.sent.at).min();
    let arrived = report.dispatches.iter().filter_map(|d| d.arrived.as_ref()).map(|s| s.at).min();
    [
        (Mark::Accepted, report.accepted.as_ref().map(|s| s.at)),
        (Mark::Dispatched, sent),
        (Mark::Arrived, arrived),
        (Mark::Resolved, report.resolved.as_ref().map(|r| r.stamp.at)),
        (Mark::Verified, report.verified.as_ref().map(|s| s.at)),
        (Mark::Closed, report.closed.as_ref().map(|c| c.stamp.at)),
    ]
}

fn is_behind(status: Status, mark: Mark) -> bool {
    use Status::{Accepted, Dispatched, InProgress, Received, Resolved, Verified};
    let ahead = match status {
        Received => &[Mark::Accepted, Mark::Dispatched, Mark::Arrived, Mark::Resolved, Mark::Verified][..],
        Accepted => &[Mark::Dispatched, Mark::Arrived, Mark::Resolved, Mark::Verified],
        Dispatched => &[Mark::Arrived, Mark::Resolved, Mark::Verified],
        InProgress => &[Mark::Resolved, Mark::Verified],
        Resolved => &[Mark::Verified],
        Verified => &[],
        _ => return true,
    };
    !ahead.contains(&mark) && mark != Mark::Closed
}

fn is_for(rule: &Rule, record: &Record, station: &Station) -> bool {
    let (priority, beat, source) = match record {
        Record::Report(r) => (r.telling.priority, r.telling.beat.clone(), Some(r.source)),
        Record::Escalation(e) => (e.priority, e.beat.clone(), None),
        Record::Supervision(s) => (s.priority, s.beat.clone(), None),
        _ => (Some(Priority::P3), None, None),
    };
    let outside = station.items.values().any(|standing| match &standing.item {
        SetupItem::Place(place) => Some(&place.code) == beat.as_ref() && place.outside,
        _ => false,
    });
    let only = &rule.only;
    let priority = priority.unwrap_or(Priority::P2);
    let wrong_priority = !only.priorities.is_empty() && !only.priorities.contains(&priority);
    let wrong_source = !only.sources.is_empty() && !source.is_some_and(|s| only.sources.contains(&s));
    let wrong_side = only.outside.is_some() && only.outside != Some(outside);
    !(wrong_priority || wrong_source || wrong_side)
}

/// When a rule's time is over, before anything was put off. The station's zone is UTC.
fn end(rule: &Rule, from: Timestamp, record: &Record) -> Option<Timestamp> {
    let day = from.as_millisecond().div_euclid(DAY_MS);
    let after = |day: i64| Timestamp::from_millisecond((day + 1) * DAY_MS).ok();
    match rule.within {
        Within::Span(span) => {
            Timestamp::from_millisecond(from.as_millisecond() + span.as_millis() as i64).ok()
        }
        Within::Days(days) => after(day + i64::from(days)),
        Within::WorkingDays(days) => {
            let (mut day, mut left) = (day, days);
            while left > 0 {
                day += 1;
                // The first of January 1970 was a Thursday.
                left -= u16::from((day + 3).rem_euclid(7) < 5);
            }
            after(day)
        }
        Within::Months(months) => {
            let date = from.to_zoned(jiff::tz::TimeZone::UTC).date();
            let last = date.checked_add(i32::from(months).months()).ok()?;
            Some(last.tomorrow().ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp())
        }
        Within::Given => match record {
            Record::Supervision(order) => Some(order.due_at),
            Record::ZeroReport(zero) => Some(zero.by),
            Record::Sweep(sweep) => Some(sweep.by),
            _ => None,
        },
    }
}

/// What officers did to a clock, added up from the facts.
fn put_off(
    facts: &[(Happened, Stamp)],
    subject: &Subject,
    code: &Code,
    begun: Timestamp,
    end: Timestamp,
) -> Owes {
    let (mut at, mut snoozed, mut paused) = (end.as_millisecond(), None, None);
    for (happened, stamp) in facts.iter().filter(|(happened, _)| happened.subject == *subject) {
        let Fact::Deadline(fact) = &happened.fact else { continue };
        match fact {
            DeadlineFact::Snoozed { rule, from, until, .. } if (rule, *from) == (code, begun) => {
                snoozed = Some(*until);
            }
            DeadlineFact::Returned { rule, from } if (rule, *from) == (code, begun) => snoozed = None,
            DeadlineFact::Extended { rule, from, days, .. } if (rule, *from) == (code, begun) => {
                at += i64::from(*days) * DAY_MS;
            }
            DeadlineFact::Paused { rule, from, .. } if (rule, *from) == (code, begun) => {
                paused = Some(stamp.at);
            }
            DeadlineFact::Resumed { rule, from } if (rule, *from) == (code, begun) => {
                at += stamp.at.as_millisecond() - paused.take().unwrap_or(stamp.at).as_millisecond();
            }
            _ => {}
        }
    }
    (begun, Timestamp::from_millisecond(at).unwrap(), snoozed, paused)
}
