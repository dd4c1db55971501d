//! Whether rules can be taken into the setup: the desk's own clocks run by them, so nothing in them may contradict itself,
//! whoever sends them. What a person reads about a rules file is told where the file is read.

use crate::domain::id::Code;
use crate::domain::limits::{NAME_MAX, is_code};
use crate::domain::refusal::Field;
use crate::domain::rules::{Ladder, Rule, Rules, Rung, SweepEvery, Sweeps, Within};
use crate::domain::{Name, Refusal};
use jiff::SignedDuration;
use std::collections::BTreeSet;

/// The most rules, and the most ladders.
const ENTRIES_MAX: usize = 500;
/// The most days that a calendar names.
const DAYS_MAX: usize = 10_000;
/// The longest span.
const SPAN_MAX: SignedDuration = SignedDuration::from_hours(366 * 24);

pub(super) fn check(rules: &Rules) -> Result<(), Refusal> {
    let calendar = &rules.calendar;
    if rules.rules.len().max(rules.ladders.len()) > ENTRIES_MAX
        || calendar.holidays.len() + calendar.worked.len() > DAYS_MAX
    {
        return Err(unsound(&Code("rules".to_owned())));
    }
    let mut codes = BTreeSet::new();
    for rule in &rules.rules {
        if !is_sound(rule) || !codes.insert(rule.code.0.to_ascii_lowercase()) {
            return Err(unsound(&rule.code));
        }
    }
    for ladder in &rules.ladders {
        let names = |code: &Code| rules.rule(code).is_some_and(|rule| rule.on == ladder.on);
        if let Some(strange) = ladder.rules.iter().find(|code| !names(code)) {
            return Err(unsound(strange));
        }
        if !is_climbable(ladder) {
            return Err(unsound(&Code(ladder.on.code().to_owned())));
        }
    }
    let severities: BTreeSet<_> = rules.allowances.iter().map(|rate| rate.severity).collect();
    if severities.len() != rules.allowances.len() {
        return Err(unsound(&Code("allowance".to_owned())));
    }
    if rules.sweeps.is_some_and(|sweeps| !is_answerable(sweeps)) {
        return Err(unsound(&Code("sweeps".to_owned())));
    }
    Ok(())
}

/// Whether a sweep is to be answered before the next one begins.
fn is_answerable(sweeps: Sweeps) -> bool {
    match sweeps.every {
        SweepEvery::Week(day) => (1..=7).contains(&day) && (1..=6).contains(&sweeps.days),
        SweepEvery::HalfMonth => (1..=14).contains(&sweeps.days),
    }
}

fn unsound(code: &Code) -> Refusal {
    Refusal::BadValue { field: Field::Code, value: code.to_string() }
}

fn is_sound(rule: &Rule) -> bool {
    let marks =
        rule.starts.belongs_to(rule.on) && rule.stops.belongs_to(rule.on) && rule.starts != rule.stops;
    let within = match rule.within {
        Within::Span(span) => SignedDuration::ZERO < span && span <= SPAN_MAX,
        Within::Days(days) | Within::WorkingDays(days) => (1..=3660).contains(&days),
        Within::Months(months) => (1..=120).contains(&months),
        Within::Given => true,
    };
    is_code(rule.code.as_str()) && marks && within && is_name(&rule.name) && is_name(&rule.source)
}

fn is_name(name: &Name) -> bool {
    let max = usize::try_from(NAME_MAX).unwrap_or(usize::MAX);
    name.texts().iter().all(|text| !text.trim().is_empty() && text.chars().count() <= max)
}

fn is_climbable(ladder: &Ladder) -> bool {
    let spaced = |rung: &Rung| {
        let span = |span: SignedDuration| !span.is_negative() && span <= SPAN_MAX;
        span(rung.after)
            && span(rung.every)
            && (rung.repeat == 0 || rung.every >= SignedDuration::from_mins(1))
    };
    let ordered = ladder.rungs.is_sorted_by_key(|rung| rung.after);
    ladder.rungs.iter().all(spaced) && ordered
}
