//! One `[[rule]]` of `rules.toml`. What it leaves out is as in the shipped rule of the same code, if there is one. It
//! looks at no other rule of the file.

use super::entry::{Entry, Given};
use super::length::{self, BadLength};
use crate::domain::id::Kind;
use crate::domain::report::{Priority, Source};
use crate::domain::rules::{Extension, Mark, Only, Rule, Within};
use crate::domain::{Code, Name};
use toml::de::DeValue;

/// The fields of a rule.
pub(super) const FIELDS: [&str; 14] = [
    "code",
    "name",
    "on",
    "starts",
    "stops",
    "priorities",
    "sources",
    "outside",
    "within",
    "extension",
    "pausable",
    "source",
    "verified",
    "active",
];

/// The kinds of record that rules and ladders can be about.
pub(super) const KINDS: [Kind; 6] =
    [Kind::Report, Kind::Escalation, Kind::Supervision, Kind::ZeroReport, Kind::Dispute, Kind::Sweep];

/// The most days of an extension.
const EXTENSION_DAYS: u16 = 3660;
/// The most times that a deadline may be put off.
const EXTENSION_TIMES: u16 = 100;

/// Reads what a field says, or takes what the shipped rule has when the field is left out.
fn or<T>(
    entry: &mut Entry<'_, '_>,
    field: &'static str,
    base: Option<T>,
    read: impl FnOnce(&mut Entry<'_, '_>) -> Option<T>,
) -> Option<T> {
    if base.is_some() && !entry.has(field) { base } else { read(entry) }
}

fn name(entry: &mut Entry<'_, '_>, field: &'static str) -> Option<Name> {
    entry.name(field).map(|given| given.value)
}

/// The rest of a rule whose code was read.
pub(super) fn read(entry: &mut Entry<'_, '_>, code: Code, base: Option<&Rule>) -> Option<Rule> {
    let called = or(entry, "name", base.map(|b| b.name.clone()), |e| name(e, "name"));
    let on = or(entry, "on", base.map(|b| b.on), |e| kind(e, "on"));
    let starts = or(entry, "starts", base.map(|b| b.starts), |e| mark(e, on, Side::Start));
    let stops = or(entry, "stops", base.map(|b| b.stops), |e| mark(e, on, Side::Stop));
    if let (Some(on), Some(starts), Some(stops)) = (on, starts, stops) {
        check_marks(entry, on, starts, stops);
    }
    let within = or(entry, "within", base.map(|b| b.within), |e| length_of(e, on, starts));
    let extension = or(entry, "extension", base.map(|b| b.extension), |e| Some(extension(e)));
    let only = only(entry, on, base);
    let pausable = entry.flag("pausable").or(base.map(|b| b.pausable));
    let source = or(entry, "source", base.map(|b| b.source.clone()), |e| name(e, "source"));
    let active = entry.flag("active").or(base.map(|b| b.active)).unwrap_or(true);
    let mut rule = Rule {
        code,
        name: called?,
        on: on?,
        starts: starts?,
        stops: stops?,
        only,
        within: within?,
        extension: extension.flatten(),
        pausable: pausable.unwrap_or(false),
        source: source?,
        verified: false,
        active,
    };
    // Who changes what a rule says changes what was checked against its source.
    let same = |b: &&Rule| {
        (b.starts, b.stops, b.within, b.extension) == (rule.starts, rule.stops, rule.within, rule.extension)
    };
    let checked = base.filter(same).is_some_and(|b| b.verified && b.source == rule.source);
    rule.verified = entry.flag("verified").unwrap_or(checked);
    if rule.active && !rule.verified && !entry.bad {
        let problem = entry.warning(entry.span_of("active"), "rules-problem-not-verified");
        entry.warn(problem.with("code", &rule.code));
    }
    Some(rule)
}

/// The kind of record that a rule or a ladder is about.
pub(super) fn kind(entry: &mut Entry<'_, '_>, field: &'static str) -> Option<Kind> {
    let given = entry.text_wanted(field);
    let of = |text: &str| Kind::from_code(text).filter(|kind| KINDS.contains(kind));
    entry.choice(given, "rules-problem-bad-kind", &KINDS.map(Kind::code), of)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Start,
    Stop,
}

/// Whether a mark of a kind can start or stop a clock: what begins a record stops nothing, what ends it starts nothing.
fn can(side: Side, mark: Mark, kind: Kind) -> bool {
    let begins = matches!(
        mark,
        Mark::Received
            | Mark::Opened
            | Mark::Raised
            | Mark::Returned
            | Mark::Issued
            | Mark::Expected
            | Mark::Found
            | Mark::SittingPlanned
            | Mark::Promised
            | Mark::MarkedViolent
            | Mark::Major
    );
    let ends = matches!(
        mark,
        Mark::Closed
            | Mark::Answered
            | Mark::Filed
            | Mark::Ended
            | Mark::ConfirmationSought
            | Mark::Sat
            | Mark::Settled
            | Mark::Contacted
            | Mark::PackageConcluded
    );
    mark.belongs_to(kind)
        && match side {
            Side::Start => !ends,
            Side::Stop => !begins,
        }
}

fn mark(entry: &mut Entry<'_, '_>, on: Option<Kind>, side: Side) -> Option<Mark> {
    let (field, word) = match side {
        Side::Start => ("starts", "rules-problem-bad-start"),
        Side::Stop => ("stops", "rules-problem-bad-stop"),
    };
    let given = entry.text_wanted(field);
    let fits = |mark: &Mark| on.is_none_or(|on| can(side, *mark, on));
    let choices: Vec<&str> = Mark::ALL.iter().copied().filter(fits).map(Mark::code).collect();
    entry.choice(given, word, &choices, |text| Mark::from_code(text).filter(fits))
}

/// What is left out may not go with what is written; and a report's steps have an order.
fn check_marks(entry: &mut Entry<'_, '_>, on: Kind, starts: Mark, stops: Mark) {
    for (field, mark, side) in [("starts", starts, Side::Start), ("stops", stops, Side::Stop)] {
        if !can(side, mark, on) {
            let problem = entry.error(entry.span_of(field), "rules-problem-foreign-mark");
            entry.tell(problem.with("mark", mark.code()).with("kind", on.code()));
            return;
        }
    }
    if starts == stops || (on == Kind::Report && stops < starts) || never_meet(starts, stops) {
        let problem = entry.error(entry.span_of("stops"), "rules-problem-stops-first");
        entry.tell(problem.with("starts", starts.code()).with("stops", stops.code()));
    }
}

/// Marks that go only with each other: what they stop is gone or begins anew when they are reached.
fn never_meet(starts: Mark, stops: Mark) -> bool {
    let only = [
        (Mark::SittingPlanned, Mark::Sat),
        (Mark::Promised, Mark::Settled),
        (Mark::MarkedViolent, Mark::Contacted),
    ];
    let strange = |(start, stop): &(Mark, Mark)| *stop == stops && *start != starts;
    only.iter().any(strange) || (starts == Mark::Promised && stops != Mark::Settled)
}

/// Whether a record names itself by when what starts so shall be done.
fn names_its_time(on: Kind, starts: Mark) -> bool {
    match on {
        Kind::Report | Kind::Escalation => false,
        Kind::Dispute => {
            matches!(starts, Mark::Assigned | Mark::SittingPlanned | Mark::Promised | Mark::PackageDrawn)
        }
        Kind::Handover | Kind::Person | Kind::Supervision | Kind::ZeroReport | Kind::Sweep => true,
    }
}

fn length_of(entry: &mut Entry<'_, '_>, on: Option<Kind>, starts: Option<Mark>) -> Option<Within> {
    let given = entry.text_wanted("within")?;
    let within = told(entry, &given, "rules-problem-bad-length", length::within(&given.value))?;
    if within == Within::Given
        && let Some((on, starts)) = on.zip(starts)
        && !names_its_time(on, starts)
    {
        let problem = entry.error(given.span, "rules-problem-not-given");
        entry.tell(problem.with("kind", on.code()).with("starts", starts.code()));
        return None;
    }
    Some(within)
}

/// Tells why a length can't be used.
pub(super) fn told<T>(
    entry: &mut Entry<'_, '_>,
    given: &Given<String>,
    word: &'static str,
    read: Result<T, BadLength>,
) -> Option<T> {
    let problem = match read {
        Ok(read) => return Some(read),
        Err(BadLength::Unknown(meant)) => entry.error(given.span.clone(), word).meant(meant),
        Err(BadLength::OutOfRange) => entry.error(given.span.clone(), "rules-problem-length-range"),
    };
    entry.tell(problem.with("value", &given.value));
    None
}

/// An extension, or `false` for none.
fn extension(entry: &mut Entry<'_, '_>) -> Option<Extension> {
    let value = entry.value("extension")?;
    if value.get_ref().as_bool() == Some(false) {
        return None;
    }
    let DeValue::Table(_) = value.get_ref() else {
        let problem = entry.error(value.span(), "rules-problem-bad-extension");
        entry.tell(problem);
        return None;
    };
    entry.nested("extension", value, &["days", "times", "consent"], |inner| {
        let days = inner.number("days", 1, EXTENSION_DAYS);
        let times = inner.number("times", 1, EXTENSION_TIMES);
        let consent = inner.flag("consent").unwrap_or(false);
        Some(Extension { days: days?, times: times?, consent })
    })
}

/// What the rule is limited to.
fn only(entry: &mut Entry<'_, '_>, on: Option<Kind>, base: Option<&Rule>) -> Only {
    let base = base.map(|b| b.only.clone()).unwrap_or_default();
    let reports = on.is_none_or(|on| on == Kind::Report);
    for field in ["sources", "outside"] {
        if entry.has(field) && !reports {
            let problem = entry.error(entry.span_of(field), "rules-problem-reports-only");
            entry.tell(problem.with("field", field));
        }
    }
    Only {
        priorities: if entry.has("priorities") { priorities(entry) } else { base.priorities },
        sources: if entry.has("sources") {
            let codes = Source::ALL.map(Source::code);
            entry.chosen("sources", "rules-problem-bad-source", &codes, Source::from_code)
        } else {
            base.sources
        },
        outside: entry.flag("outside").or(base.outside),
    }
}

/// The priorities that a rule or a ladder is limited to.
pub(super) fn priorities(entry: &mut Entry<'_, '_>) -> Vec<Priority> {
    let exact = |text: &str| Priority::ALL.into_iter().find(|p| p.code() == text);
    entry.chosen("priorities", "setup-problem-bad-priority", &Priority::ALL.map(Priority::code), exact)
}
