//! `[allowance]` and `[sweeps]` of `rules.toml`: what mediators are paid, and how often every beat is asked for disputes. It
//! looks at no other table of the file.

use super::entry::Entry;
use crate::domain::dispute::terms::Severity;
use crate::domain::money::Money;
use crate::domain::rules::{Allowance, SweepEvery, Sweeps};
use toml::de::DeValue;

/// The fields of `[sweeps]`.
pub(super) const SWEEPS: [&str; 3] = ["every", "day", "days"];

/// How often a sweep can be.
const EVERY: [&str; 3] = ["week", "half-month", "never"];
/// The days of the week; the first is 1.
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// The most days in which a beat answers: the next sweep must not begin before.
const DAYS_MAX: u16 = 14;
/// A week has no room for more.
const WEEK_DAYS_MAX: u16 = 6;

/// The fields of `[allowance]`: how grave a dispute can be.
pub(super) fn severities() -> Vec<&'static str> {
    Severity::ALL.iter().map(|severity| severity.code()).collect()
}

/// `[allowance]`: a rate for each severity, or `false` for none. What it leaves out, or what can't be used, is as shipped.
pub(super) fn allowances(entry: &mut Entry<'_, '_>, shipped: &[Allowance]) -> Vec<Allowance> {
    let mut rates = Vec::new();
    for severity in Severity::ALL.iter().copied() {
        let base = shipped.iter().find(|rate| rate.severity == severity).copied();
        rates.extend(if entry.has(severity.code()) { allowance(entry, severity) } else { base });
    }
    rates
}

fn allowance(entry: &mut Entry<'_, '_>, severity: Severity) -> Option<Allowance> {
    let value = entry.value(severity.code())?;
    if value.get_ref().as_bool() == Some(false) {
        return None;
    }
    let DeValue::Table(_) = value.get_ref() else {
        entry.wrong(value.span(), "rules-problem-bad-allowance", severity.code());
        return None;
    };
    entry.nested(severity.code(), value, &["fulfilled", "failed"], |inner| {
        let (fulfilled, failed) = (money(inner, "fulfilled"), money(inner, "failed"));
        Some(Allowance { severity, fulfilled: fulfilled?, failed: failed? })
    })
}

/// An amount: a text such as "1200.50", or a whole number.
fn money(entry: &mut Entry<'_, '_>, field: &'static str) -> Option<Money> {
    let value = entry.value(field);
    let value = entry.wanted(field, value)?;
    let text = match value.get_ref() {
        DeValue::String(text) => text.trim().to_owned(),
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().to_owned(),
        // A number with a point is not exact; whoever means hundredths writes a text.
        _ => String::new(),
    };
    let money = text.parse().ok();
    if money.is_none() {
        entry.wrong(value.span(), "rules-problem-bad-amount", field);
    }
    money
}

/// `[sweeps]`; with `every = "never"` there are none. None when it can't be used.
pub(super) fn sweeps(entry: &mut Entry<'_, '_>) -> Option<Option<Sweeps>> {
    let given = entry.text_wanted("every");
    let known = |text: &str| EVERY.iter().find(|every| **every == text).copied();
    let every = entry.choice(given, "rules-problem-bad-every", &EVERY, known);
    if every == Some("never") {
        return Some(None);
    }
    let half = every == Some("half-month");
    if half && entry.has("day") {
        let problem = entry.warning(entry.span_of("day"), "rules-problem-day-alone");
        entry.warn(problem);
    }
    let day = if half || (every.is_none() && !entry.has("day")) { None } else { weekday(entry) };
    let days = entry.number("days", 1, if every == Some("week") { WEEK_DAYS_MAX } else { DAYS_MAX });
    let every = if half { SweepEvery::HalfMonth } else { SweepEvery::Week(day?) };
    Some(Some(Sweeps { every, days: days? }))
}

fn weekday(entry: &mut Entry<'_, '_>) -> Option<u8> {
    let given = entry.text_wanted("day");
    let number = |text: &str| (1u8..).zip(DAYS).find(|(_, day)| *day == text).map(|(n, _)| n);
    entry.choice(given, "rules-problem-bad-weekday", &DAYS, number)
}

/// A day of the week as the rules file spells it; 1 is Monday.
pub fn weekday_text(day: u8) -> &'static str {
    (1u8..).zip(DAYS).find(|(n, _)| *n == day).map_or("monday", |(_, name)| name)
}
