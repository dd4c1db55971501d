//! What the clocks of a record have told so far, and what officers put off, extended or paused.
//!
//! It belongs to the record and changes only by facts, so whatever was told is told once: after a restart, a sleep of the
//! machine or a step of its clock the facts are still there.

use super::due::{Due, Light};
use super::fact::DeadlineFact;
use super::id::Code;
use super::moment::Stamp;
use super::private::Private;
use super::rules::{Ladder, Rung};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The clocks of a record, by rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Clocks(pub BTreeMap<Code, Clock>);

/// Something that was put off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snooze {
    /// Until when.
    pub until: Timestamp,
    /// Who and when.
    pub stamp: Stamp,
    /// Why.
    pub reason: Private,
}

/// The clock of one rule. It is for one start: when the step begins anew, so does the clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// What started it.
    pub from: Timestamp,
    /// The light that was told.
    #[serde(default)]
    pub light: Light,
    /// How many times each rung of the ladder has had, by its place from 0.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rungs: BTreeMap<u16, u16>,
    /// Put off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snooze: Option<Snooze>,
    /// By how many days it was extended in all.
    #[serde(default)]
    pub extended_days: u16,
    /// How often it was extended.
    #[serde(default)]
    pub extensions: u16,
    /// Who paused it and when; it runs when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paused: Option<Stamp>,
    /// For how many milliseconds it has stood still before.
    #[serde(default)]
    pub paused_ms: i64,
}

impl Clock {
    /// A clock that starts.
    pub fn new(from: Timestamp) -> Clock {
        Clock {
            from,
            light: Light::Green,
            rungs: BTreeMap::new(),
            snooze: None,
            extended_days: 0,
            extensions: 0,
            paused: None,
            paused_ms: 0,
        }
    }

    /// When something has to be told next about what is owed; none when all was told, or while it stands still.
    pub fn next(&self, due: &Due, ladder: Option<&Ladder>) -> Option<Timestamp> {
        if self.paused.is_some() {
            return None;
        }
        let lights = [(Light::Amber, due.owed.amber), (Light::Red, due.owed.at)];
        let lights = lights.into_iter().filter(|(light, _)| self.light < *light).map(|(_, at)| at);
        let rungs = rungs(ladder).filter_map(|(place, rung)| {
            let taken = self.rungs.get(&place).copied().unwrap_or(0);
            (taken <= rung.repeat).then(|| self.not_before_return(told_at(due, rung, taken)))
        });
        let returns = self.snooze.as_ref().map(|snooze| snooze.until);
        lights.chain(rungs).chain(returns).min()
    }

    /// What is to be told at `now`, in order of time. Times of one rung that were missed together are told once.
    pub fn tell(&self, due: &Due, ladder: Option<&Ladder>, now: Timestamp) -> Vec<DeadlineFact> {
        if self.paused.is_some() {
            return Vec::new();
        }
        let (rule, from) = (&due.owed.rule, self.from);
        let mut facts: Vec<(Timestamp, DeadlineFact)> = Vec::new();
        if let Some(snooze) = self.snooze.as_ref().filter(|snooze| snooze.until <= now) {
            facts.push((snooze.until, DeadlineFact::Returned { rule: rule.clone(), from }));
        }
        if self.light < Light::Amber && due.owed.amber <= now {
            facts.push((due.owed.amber, DeadlineFact::Amber { rule: rule.clone(), from }));
        }
        if self.light < Light::Red && due.owed.at <= now {
            facts.push((due.owed.at, DeadlineFact::Overdue { rule: rule.clone(), from }));
        }
        for (place, rung) in rungs(ladder) {
            let taken = self.rungs.get(&place).copied().unwrap_or(0);
            let reached = (taken..=rung.repeat)
                .take_while(|time| self.not_before_return(told_at(due, rung, *time)) <= now)
                .last();
            if let Some(time) = reached {
                let told = DeadlineFact::Told { rule: rule.clone(), from, rung: place, time, to: rung.to };
                facts.push((self.not_before_return(told_at(due, rung, time)), told));
            }
        }
        facts.sort_by_key(|(at, _)| *at);
        facts.into_iter().map(|(_, fact)| fact).collect()
    }

    /// Nobody is told about what was put off before it comes back.
    fn not_before_return(&self, at: Timestamp) -> Timestamp {
        self.snooze.as_ref().map_or(at, |snooze| at.max(snooze.until))
    }
}

fn rungs(ladder: Option<&Ladder>) -> impl Iterator<Item = (u16, &Rung)> {
    (0..).zip(ladder.map(|l| l.rungs.as_slice()).unwrap_or_default())
}

fn told_at(due: &Due, rung: &Rung, time: u16) -> Timestamp {
    let every = rung.every.max(SignedDuration::from_secs(1));
    let after = rung.after.saturating_add(every.saturating_mul(i32::from(time)));
    due.owed.at.saturating_add(after).unwrap_or(Timestamp::MAX)
}

impl Clocks {
    /// The clock of a rule for a start; a new one when nothing was told or put off since.
    pub fn of(&self, rule: &Code, from: Timestamp) -> Clock {
        match self.0.get(rule) {
            Some(clock) if clock.from == from => clock.clone(),
            Some(_) | None => Clock::new(from),
        }
    }

    /// Takes a fact about a clock.
    pub fn take(&mut self, fact: &DeadlineFact, stamp: &Stamp) {
        let (rule, from) = fact.clock();
        let mut clock = self.of(rule, from);
        match fact {
            DeadlineFact::Amber { .. } => clock.light = clock.light.max(Light::Amber),
            DeadlineFact::Overdue { .. } => clock.light = Light::Red,
            DeadlineFact::Told { rung, time, .. } => {
                clock.rungs.insert(*rung, time.saturating_add(1));
            }
            DeadlineFact::Snoozed { until, reason, .. } => {
                let (stamp, reason) = (stamp.clone(), reason.clone());
                clock.snooze = Some(Snooze { until: *until, stamp, reason });
            }
            DeadlineFact::Returned { .. } => clock.snooze = None,
            DeadlineFact::Extended { days, .. } => {
                clock.extended_days = clock.extended_days.saturating_add(*days);
                clock.extensions = clock.extensions.saturating_add(1);
                // There is time again: what runs out later is told later.
                (clock.light, clock.rungs) = (Light::Green, BTreeMap::new());
            }
            DeadlineFact::Paused { .. } => clock.paused = Some(stamp.clone()),
            DeadlineFact::Resumed { .. } => {
                if let Some(since) = clock.paused.take() {
                    let stood = stamp.at.duration_since(since.at).as_millis();
                    let stood = i64::try_from(stood).unwrap_or(i64::MAX).max(0);
                    clock.paused_ms = clock.paused_ms.saturating_add(stood);
                }
            }
        }
        self.0.insert(rule.clone(), clock);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::due::{Owed, WaitsFor};
    use crate::domain::id::Kind;
    use crate::domain::rules::Target;

    fn at(ms: i64) -> Timestamp {
        Timestamp::from_millisecond(1_800_000_000_000 + ms).unwrap()
    }

    fn due(from: Timestamp, amber: Timestamp, owed: Timestamp) -> Due {
        Due {
            about: "R-20261121-001".parse().unwrap(),
            owed: Owed { at: owed, amber, rule: "accept".into(), rests: false },
            from,
            priority: None,
            beat: None,
            waits_for: WaitsFor::Desk,
            snoozed: None,
            paused: None,
            gist: Private::default(),
            next: None,
            on: None,
        }
    }

    fn ladder() -> Ladder {
        let rung = |s: i64, to, repeat, every: i64| Rung {
            after: SignedDuration::from_secs(s),
            to,
            repeat,
            every: SignedDuration::from_secs(every),
        };
        let rungs = vec![
            rung(0, Target::Handler, 0, 0),
            rung(60, Target::ShiftLeader, 3, 60),
            rung(150, Target::Town, 0, 0),
        ];
        Ladder { on: Kind::Report, priorities: Vec::new(), rules: Vec::new(), rungs }
    }

    /// The desk asks when the next instant has come, and goes on asking while there is one: whatever it asks for must
    /// change something, or it would ask for ever.
    #[test]
    fn there_is_something_to_tell_exactly_when_the_next_instant_has_come() {
        let stamp = |ms| Stamp { at: at(ms), by: "desk".into() };
        let due = due(at(0), at(80_000), at(100_000));
        let ladder = ladder();
        for snoozed_until in [None, Some(30_000), Some(130_000), Some(400_000)] {
            for step in [1_000, 7_001, 45_500, 500_000] {
                let mut clocks = Clocks::default();
                if let Some(until) = snoozed_until {
                    let (until, reason) = (at(until), Private::default());
                    let rule = "accept".into();
                    clocks.take(&DeadlineFact::Snoozed { rule, from: at(0), until, reason }, &stamp(1));
                }
                let mut told = Vec::new();
                for now in (0..1_000_000).step_by(step) {
                    let clock = clocks.of(&"accept".into(), at(0));
                    let next = clock.next(&due, Some(&ladder));
                    let facts = clock.tell(&due, Some(&ladder), at(now));
                    assert_eq!(next.is_some_and(|next| next <= at(now)), !facts.is_empty(), "at {now}");
                    facts.iter().for_each(|fact| clocks.take(fact, &stamp(now)));
                    told.extend(facts);
                }
                let end = clocks.of(&"accept".into(), at(0));
                assert_eq!(end.next(&due, Some(&ladder)), None, "all is told");
                for (place, fact) in told.iter().enumerate() {
                    assert!(!told[..place].contains(fact), "twice: {fact:?}");
                }
            }
        }
    }
}
