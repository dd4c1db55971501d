//! The three speeds that every duty review asks for: accept, dispatch, feedback.

use crate::domain::due::{Light, rule_for};
use crate::domain::report::{Priority, Report};
use crate::domain::rules::{Mark, Within};
use crate::domain::speed::{Speed, ends_of};
use crate::ui::reading::Reading;
use crate::ui::widget::doc::Doc;
use crate::ui::widget::ink::piece;
use jiff::{SignedDuration, Timestamp};

/// Adds the three speeds, live.
pub(super) fn add(doc: &mut Doc, report: &Report, reading: &Reading<'_>) {
    doc.gap();
    doc.line(vec![piece(reading.words.get("ui-record-speeds"), reading.theme.heading())]);
    let no_attendance = report.telling.priority == Some(Priority::P4);
    let feedback = if no_attendance { Mark::Accepted } else { Mark::Arrived };
    for of in Speed::ALL {
        let marks = match of {
            Speed::Accept => (Mark::Opened, Mark::Accepted),
            Speed::Dispatch => (Mark::Accepted, Mark::Dispatched),
            Speed::Feedback => (feedback, Mark::Resolved),
        };
        let (from, until) = ends_of(report, of);
        speed(doc, report, reading, marks, from, until);
    }
}

fn speed(
    doc: &mut Doc,
    report: &Report,
    reading: &Reading<'_>,
    (starts, stops): (Mark, Mark),
    from: Option<Timestamp>,
    until: Option<Timestamp>,
) {
    let (words, theme) = (reading.words, reading.theme);
    let Some(rule) = rule_for(report, starts, stops, reading.station) else { return };
    let Within::Span(allowed) = rule.within else { return };
    let within = words.within(rule);
    let (text, light) = match (from, until) {
        (Some(from), Some(until)) => {
            let took = until.duration_since(from);
            let light = if took > allowed { Light::Red } else { Light::Green };
            let seconds = took.as_secs().max(0).to_string();
            let took = match took < SignedDuration::from_mins(1) {
                true => words.with("ui-age-seconds", &[("seconds", &seconds)]),
                false => reading.short(took),
            };
            (words.with("ui-speed-took", &[("within", &within), ("took", &took)]), Some(light))
        }
        (Some(from), None) if report.status.is_open() => {
            let due = from.checked_add(allowed).unwrap_or(from);
            let light = if due <= reading.now { Light::Red } else { Light::Green };
            (words.with("ui-speed-running", &[("within", &within), ("due", &reading.due(due))]), Some(light))
        }
        (_, _) => (words.with("ui-speed-none", &[("within", &within)]), None),
    };
    let (sign, style) = match light {
        Some(Light::Red) => ("! ", theme.red_light()),
        Some(Light::Amber | Light::Green) | None => ("  ", theme.plain()),
    };
    let late =
        if light == Some(Light::Red) { format!("  {}", words.light(Light::Red)) } else { String::new() };
    let label = vec![piece(sign, style), piece(rule.name.of(reading.lang()).to_owned(), theme.quiet())];
    doc.item(label, super::label_cells(reading), &format!("{text}{late}"), style);
}
