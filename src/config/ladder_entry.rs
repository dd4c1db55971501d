//! One `[[ladder]]` of `rules.toml` and its steps, `[repeats]` and `[carry-over]`. It looks at no other table of the file.

use super::entry::{Entry, Given};
use super::length;
use super::rule_entry::{kind, priorities, told};
use crate::domain::Code;
use crate::domain::id::Kind;
use crate::domain::rules::{CarryOver, Ladder, Repeats, Rung, Target};
use jiff::SignedDuration;

/// The fields of a ladder.
pub(super) const FIELDS: [&str; 4] = ["on", "priorities", "rules", "steps"];
/// The fields of `[repeats]`.
pub(super) const REPEATS: [&str; 2] = ["calls", "days"];
/// The fields of `[carry-over]`.
pub(super) const CARRY_OVER: [&str; 2] = ["handovers", "to"];

/// The most steps of a ladder.
const STEPS_MAX: usize = 20;
/// The most times that one step is told again.
const REPEAT_MAX: u16 = 100;
/// The shortest time between two tellings.
const EVERY_MIN: SignedDuration = SignedDuration::from_mins(1);

/// A ladder as the file has it.
pub(super) struct Read {
    /// What it is about, as far as it was read.
    pub(super) on: Option<Kind>,
    /// The ladder, when it can be used.
    pub(super) ladder: Option<Ladder>,
    /// The rules it names, and where.
    pub(super) rules: Vec<Given<String>>,
}

/// Reads a ladder.
pub(super) fn read(entry: &mut Entry<'_, '_>) -> Read {
    let on = kind(entry, "on");
    let priorities = priorities(entry);
    let rules = entry.given_texts("rules");
    let rungs = rungs(entry, on);
    let codes = rules.iter().map(|given| Code(given.value.clone())).collect();
    let ladder = on.zip(rungs).map(|(on, rungs)| Ladder { on, priorities, rules: codes, rungs });
    Read { on, ladder, rules }
}

fn rungs(entry: &mut Entry<'_, '_>, on: Option<Kind>) -> Option<Vec<Rung>> {
    let values = entry.list_wanted("steps")?;
    if values.is_empty() {
        let problem = entry.warning(entry.span_of("steps"), "rules-problem-no-steps");
        entry.warn(problem);
    }
    if values.len() > STEPS_MAX {
        let problem = entry.error(entry.span_of("steps"), "rules-problem-too-many");
        entry.tell(problem.with("most", STEPS_MAX));
    }
    let mut rungs: Vec<Rung> = Vec::new();
    for value in values.iter().take(STEPS_MAX) {
        let known = ["after", "to", "repeat", "every"];
        let Some((rung, after)) = entry.nested("steps", value, &known, |inner| rung(inner, on)) else {
            continue;
        };
        if rungs.last().is_some_and(|before| before.after > rung.after) {
            let problem = entry.error(after, "rules-problem-steps-order");
            entry.tell(problem);
        }
        rungs.push(rung);
    }
    Some(rungs)
}

fn rung(entry: &mut Entry<'_, '_>, on: Option<Kind>) -> Option<(Rung, std::ops::Range<usize>)> {
    let after = span(entry, "after", true);
    let place = entry.span_of("after");
    let to = target(entry);
    if let Some((to, on)) = to.zip(on)
        && !is_there(to, on)
    {
        let problem = entry.error(entry.span_of("to"), "rules-problem-target-reports");
        entry.tell(problem.with("target", to.code()).with("kind", on.code()));
    }
    let repeat = if entry.has("repeat") { entry.number("repeat", 0, REPEAT_MAX)? } else { 0 };
    let every = span(entry, "every", repeat > 0);
    if every.is_some_and(|every| every < EVERY_MIN) && repeat > 0 {
        let problem = entry.error(entry.span_of("every"), "rules-problem-every-short");
        entry.tell(problem);
    }
    if repeat == 0 && entry.has("every") {
        let problem = entry.warning(entry.span_of("every"), "rules-problem-every-alone");
        entry.warn(problem);
    }
    let every = if repeat == 0 { Some(SignedDuration::ZERO) } else { every };
    Some((Rung { after: after?, to: to?, repeat, every: every? }, place))
}

/// Whether a kind of record has such a target: only a report is gone to by units, and not every kind lies in a beat.
fn is_there(to: Target, on: Kind) -> bool {
    match to {
        Target::Unit => on == Kind::Report,
        Target::BeatOfficer => matches!(on, Kind::Report | Kind::Dispute | Kind::Sweep),
        Target::Handler | Target::ShiftLeader | Target::Supervisor | Target::Town | Target::District => true,
    }
}

fn span(entry: &mut Entry<'_, '_>, field: &'static str, wanted: bool) -> Option<SignedDuration> {
    let given = if wanted { entry.text_wanted(field) } else { entry.text(field) }?;
    told(entry, &given, "rules-problem-bad-span", length::span(&given.value))
}

fn target(entry: &mut Entry<'_, '_>) -> Option<Target> {
    let given = entry.text_wanted("to");
    entry.choice(given, "rules-problem-bad-target", &Target::ALL.map(Target::code), Target::from_code)
}

/// `[repeats]`; with `calls = 0` calls are never taken for repeated. None when it can't be used.
pub(super) fn repeats(entry: &mut Entry<'_, '_>) -> Option<Option<Repeats>> {
    let calls = entry.number("calls", 0, 100)?;
    if calls == 0 {
        return Some(None);
    }
    if calls == 1 {
        let problem = entry.error(entry.span_of("calls"), "rules-problem-one-call");
        entry.tell(problem);
    }
    let days = entry.number("days", 1, 366)?;
    Some(Some(Repeats { calls, days }))
}

/// `[carry-over]`; with `handovers = 0` nothing is escalated for being handed over. None when it can't be used.
pub(super) fn carry_over(entry: &mut Entry<'_, '_>) -> Option<Option<CarryOver>> {
    let handovers = entry.number("handovers", 0, 100)?;
    if handovers == 0 {
        return Some(None);
    }
    let to = target(entry)?;
    if to.level().is_none() {
        let problem = entry.error(entry.span_of("to"), "rules-problem-no-level");
        entry.tell(problem);
    }
    Some(Some(CarryOver { handovers, to }))
}
