//! What is owed: telling it in time, putting it off, extending and pausing it.

use super::{escalation, happened, not_found};
use crate::domain::clocks::Clock;
use crate::domain::command::DeadlineCommand;
use crate::domain::dispute::refusal::DisputeRefusal;
use crate::domain::due::{self, Due};
use crate::domain::fact::{DeadlineFact, EscalationFact, Fact};
use crate::domain::id::Kind;
use crate::domain::limits::{SNOOZE_HOURS, SNOOZE_LONG_HOURS, SNOOZE_URGENT_HOURS, reasoned};
use crate::domain::report::{Priority, Status};
use crate::domain::rules::{Mark, Rule, Within};
use crate::domain::{Code, Happened, Loaded, Moment, Record, RecordId, Refusal, Subject};
use jiff::{SignedDuration, Timestamp};

type Decided = Result<Vec<Happened>, Refusal>;

pub(super) fn decide(loaded: &Loaded, command: &DeadlineCommand, at: &Moment) -> Decided {
    match command {
        DeadlineCommand::Tell { on } => tell(loaded, *on, at),
        DeadlineCommand::Snooze { on, rule, until, reason } => {
            reasoned(reason)?;
            let asked = find(loaded, *on, rule)?;
            snooze(loaded, &asked, *until, at)?;
            let (rule, from, until, reason) = (rule.clone(), asked.due.from, *until, reason.clone());
            fact(*on, DeadlineFact::Snoozed { rule, from, until, reason })
        }
        DeadlineCommand::Return { on, rule } => {
            let asked = find(loaded, *on, rule)?;
            if asked.due.snoozed.is_none() {
                return Err(Refusal::NotSnoozed { id: *on, rule: rule.clone() });
            }
            fact(*on, DeadlineFact::Returned { rule: rule.clone(), from: asked.due.from })
        }
        DeadlineCommand::Extend { on, rule, days, reason, agreed } => {
            reasoned(reason)?;
            let asked = find(loaded, *on, rule)?;
            extendable(asked.rule, rule, &asked.clock, *days)?;
            let consent = asked.rule.extension.is_some_and(|extension| extension.consent);
            if consent && on.kind == Kind::Dispute {
                return Err(Refusal::Dispute(Box::new(DisputeRefusal::ExtendOnDispute { id: *on })));
            }
            if consent && !agreed {
                return Err(Refusal::NeedsConsent { rule: rule.clone() });
            }
            let (rule, from, reason) = (rule.clone(), asked.due.from, reason.clone());
            fact(*on, DeadlineFact::Extended { rule, from, days: *days, reason, agreed: *agreed })
        }
        DeadlineCommand::Pause { on, rule, reason } => {
            reasoned(reason)?;
            let asked = find(loaded, *on, rule)?;
            if !asked.rule.pausable {
                return Err(Refusal::NotPausable { rule: rule.clone() });
            }
            if let Some(by) = asked.clock.paused {
                return Err(Refusal::AlreadyPaused { id: *on, by });
            }
            let (rule, from, reason) = (rule.clone(), asked.due.from, reason.clone());
            fact(*on, DeadlineFact::Paused { rule, from, reason })
        }
        DeadlineCommand::Resume { on, rule } => {
            let asked = find(loaded, *on, rule)?;
            if asked.due.paused.is_none() {
                return Err(Refusal::NotPaused { id: *on, rule: rule.clone() });
            }
            fact(*on, DeadlineFact::Resumed { rule: rule.clone(), from: asked.due.from })
        }
    }
}

fn fact(on: RecordId, fact: DeadlineFact) -> Decided {
    Ok(vec![happened(on, Fact::Deadline(fact))])
}

/// Something owed, with its rule and clock.
struct Asked<'a> {
    due: Due,
    rule: &'a Rule,
    clock: Clock,
}

fn record(loaded: &Loaded, id: RecordId) -> Result<&Record, Refusal> {
    loaded.records.get(&Subject::Record(id)).ok_or_else(|| not_found(id))
}

fn find<'a>(loaded: &'a Loaded, on: RecordId, rule: &Code) -> Result<Asked<'a>, Refusal> {
    let clocked = record(loaded, on)?.clocked().ok_or_else(|| not_found(on))?;
    let due = due::owed(clocked, &loaded.station).into_iter().find(|due| due.owed.rule == *rule);
    match (due, loaded.station.rules().rule(rule)) {
        (Some(due), Some(rule)) => {
            let clock = clocked.clocks().of(&due.owed.rule, due.from);
            Ok(Asked { due, rule, clock })
        }
        (_, _) => Err(Refusal::NotOwed { id: on, rule: rule.clone() }),
    }
}

fn snooze(loaded: &Loaded, asked: &Asked<'_>, until: Timestamp, at: &Moment) -> Result<(), Refusal> {
    if until <= at.at {
        return Err(Refusal::SnoozePast);
    }
    let on_the_street =
        matches!(asked.rule.stops, Mark::Accepted | Mark::Dispatched | Mark::Arrived | Mark::Resolved);
    let hours = match asked.rule.within {
        Within::Span(_) if on_the_street && asked.due.priority == Some(Priority::P1) => SNOOZE_URGENT_HOURS,
        Within::Span(span) if span <= SignedDuration::from_hours(24) => SNOOZE_HOURS,
        Within::Span(_) | Within::Days(_) | Within::WorkingDays(_) | Within::Months(_) | Within::Given => {
            SNOOZE_LONG_HOURS
        }
    };
    if until.duration_since(at.at) > SignedDuration::from_hours(i64::from(hours)) {
        return Err(Refusal::SnoozeTooLong { hours });
    }
    let id = asked.due.about;
    let waits = loaded.report(id).is_some_and(|report| {
        report.status == Status::Received && report.telling.priority == Some(Priority::P1)
    });
    if waits { Err(Refusal::SnoozeUrgent { id }) } else { Ok(()) }
}

/// Whether a rule allows so many days more; who must agree to it is another question.
pub(super) fn extendable(rule: &Rule, code: &Code, clock: &Clock, days: u16) -> Result<(), Refusal> {
    let code = code.clone();
    let Some(allowed) = rule.extension else {
        return Err(Refusal::NotExtendable { rule: code, days: 0, times: 0 });
    };
    let in_all = clock.extended_days.saturating_add(days);
    if days == 0 || in_all > allowed.days || clock.extensions >= allowed.times {
        return Err(Refusal::NotExtendable { rule: code, days: allowed.days, times: allowed.times });
    }
    Ok(())
}

/// Tells what has to be told by now: lights, the rungs of the ladder, what comes back. Each is a fact, so it is told once.
fn tell(loaded: &Loaded, on: RecordId, at: &Moment) -> Decided {
    let clocked = record(loaded, on)?.clocked().ok_or_else(|| not_found(on))?;
    let station = &loaded.station;
    let mut facts: Vec<Happened> = Vec::new();
    for due in due::owed(clocked, station) {
        let Some(rule) = station.rules().rule(&due.owed.rule) else { continue };
        let clock = clocked.clocks().of(&due.owed.rule, due.from);
        for told in clock.tell(&due, due::ladder(&due, rule, station), at.at) {
            let follows = follows(loaded, &told, &due, rule, &facts);
            facts.push(happened(on, Fact::Deadline(told)));
            facts.extend(follows);
        }
    }
    Ok(facts)
}

/// What follows from something that was told: a rung that is a level escalates the report, and an escalation that was
/// acknowledged and never answered waits again.
fn follows(
    loaded: &Loaded,
    told: &DeadlineFact,
    due: &Due,
    rule: &Rule,
    before: &[Happened],
) -> Vec<Happened> {
    match told {
        DeadlineFact::Told { to, .. } => to
            .level()
            .and_then(|level| escalation::by_itself(loaded, due.about, level, "overdue", before))
            .unwrap_or_default(),
        DeadlineFact::Overdue { .. }
            if due.about.kind == Kind::Escalation && rule.stops == Mark::Answered =>
        {
            vec![happened(due.about, Fact::Escalation(EscalationFact::Expired))]
        }
        DeadlineFact::Overdue { .. }
        | DeadlineFact::Amber { .. }
        | DeadlineFact::Snoozed { .. }
        | DeadlineFact::Returned { .. }
        | DeadlineFact::Extended { .. }
        | DeadlineFact::Paused { .. }
        | DeadlineFact::Resumed { .. } => Vec::new(),
    }
}
