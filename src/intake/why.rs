//! PURE. Says in words what is wrong with a file of reports: for `intake check` and for the `.why` beside a refused file.

use super::complaint::{Complaint, Refused, Why};
use crate::domain::Station;
use crate::domain::report::Source;
use crate::words::{Words, text};
use jiff::tz::TimeZone;

/// One complaint as a sentence, without its place. It is safe to print.
pub fn sentence(words: &Words, why: &Why, station: &Station, zone: &TimeZone) -> String {
    let id = format!("intake-why-{}", why.code());
    let with = |args: &[(&str, &str)]| {
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, text::safe(value))).collect();
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_ref())).collect();
        words.with(&id, &args)
    };
    match why {
        Why::TooLarge { max_mb } => with(&[("max", &max_mb.to_string())]),
        Why::LineTooLong { max_kb } => with(&[("max", &max_kb.to_string())]),
        Why::Changed { taken } => words.count(&id, *taken),
        Why::NotJson(super::JsonFault::Expected(wanted)) => with(&[("wanted", wanted)]),
        Why::UnknownField { name, meant } => meant_too(words, with(&[("name", name)]), *meant),
        Why::NeverKept { name, kind } => {
            let kind = words.get(&format!("never-kept-{}", kind.code()));
            with(&[("name", name), ("kind", &kind)])
        }
        Why::DuplicateField { name } => with(&[("name", name)]),
        Why::NotQuoted { field } => with(&[("field", field)]),
        Why::TooLong { field, max } => with(&[("field", field), ("max", &max.to_string())]),
        Why::UnknownSource { value, meant } => {
            let sources = Source::ALL.map(Source::code).join(", ");
            meant_too(words, with(&[("value", value), ("sources", &sources)]), *meant)
        }
        Why::BadTime { value } => with(&[("value", value)]),
        Why::CellCount { found, wanted } => {
            with(&[("found", &found.to_string()), ("wanted", &wanted.to_string())])
        }
        Why::Rule(refusal) => text::safe(&words.refusal(refusal, station, zone)).into_owned(),
        Why::NotAFile
        | Why::Link
        | Why::HardLink
        | Why::Unreadable
        | Why::Empty
        | Why::NotText
        | Why::Utf16
        | Why::BrokenUtf8
        | Why::UnknownEncoding
        | Why::UnknownShape
        | Why::NotJson(_)
        | Why::TooDeep
        | Why::NotAnObject
        | Why::NoNarrative
        | Why::InFuture
        | Why::StrayQuote
        | Why::OpenQuote
        | Why::WrongSeparator => words.get(&id),
    }
}

fn meant_too(words: &Words, sentence: String, meant: Option<&str>) -> String {
    match meant {
        Some(meant) => words.with("intake-meant", &[("sentence", &sentence), ("word", meant)]),
        None => sentence,
    }
}

/// One complaint with its place, in one line.
pub fn complaint_line(words: &Words, complaint: &Complaint, station: &Station, zone: &TimeZone) -> String {
    let sentence = sentence(words, &complaint.why, station, zone);
    match (complaint.line, complaint.column) {
        (Some(line), Some(column)) => {
            let (line, column) = (line.to_string(), column.to_string());
            words.with("intake-at", &[("line", &line), ("column", &column), ("sentence", &sentence)])
        }
        _ => sentence,
    }
}

/// What is written beside a refused file: every complaint, in each of the languages given.
pub fn why_text(refused: &Refused, name: &str, languages: &[&Words], station: &Station) -> String {
    let zone = station.zone();
    let mut out = String::new();
    for words in languages {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&words.with("intake-refused", &[("name", name)]));
        out.push('\n');
        for complaint in &refused.complaints {
            out.push_str("  ");
            out.push_str(&complaint_line(words, complaint, station, &zone));
            out.push('\n');
        }
        if refused.more {
            out.push_str("  ");
            out.push_str(&words.get("intake-and-more"));
            out.push('\n');
        }
    }
    out
}
