//! PURE. The report format, version 1: named texts in, one report out, or every complaint about them.
//!
//! It never drops a report for an unknown type, beat or priority: those are kept and marked as to be set.

use super::complaint::{Complaint, Refused, Why, spelled};
use super::json::{self, FaultKind, Value};
use crate::config::nearest;
use crate::domain::command::Incoming;
use crate::domain::limits::{EVENT_AHEAD_S, PLACE_MAX, fits, max_of};
use crate::domain::never::never_kept;
use crate::domain::refusal::Field;
use crate::domain::report::{Priority, Source, Telling};
use crate::domain::setup::CodeList;
use crate::domain::{Code, Private, Station};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;

/// The fields of a report file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Source,
    Of(Field),
}

/// Every field, as files spell it.
const NAMES: [(&str, Name); 12] = [
    ("source_key", Name::Of(Field::SourceKey)),
    ("source", Name::Source),
    ("event_time", Name::Of(Field::EventTime)),
    ("type", Name::Of(Field::Type)),
    ("priority", Name::Of(Field::Priority)),
    ("beat", Name::Of(Field::Beat)),
    ("place", Name::Of(Field::Place)),
    ("caller_name", Name::Of(Field::CallerName)),
    ("caller_phone", Name::Of(Field::CallerPhone)),
    ("other_name", Name::Of(Field::OtherName)),
    ("other_phone", Name::Of(Field::OtherPhone)),
    ("narrative", Name::Of(Field::Narrative)),
];

impl Name {
    /// The field's place in [`NAMES`].
    pub(super) fn index(name: &str) -> Result<usize, Why> {
        if let Some(index) = NAMES.iter().position(|(spelling, _)| *spelling == name) {
            return Ok(index);
        }
        let shown = name.chars().take(60).collect::<String>();
        match never_kept(&shown) {
            Some(kind) => Err(Why::NeverKept { name: shown, kind }),
            None => {
                let meant = nearest(&shown, NAMES.map(|(spelling, _)| spelling));
                Err(Why::UnknownField { meant, name: shown })
            }
        }
    }
}

/// The place of the narrative in [`NAMES`].
pub(super) const NARRATIVE: usize = 11;

/// What a report may be checked against.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    pub(super) station: Arc<Station>,
    pub(super) zone: TimeZone,
    pub(super) now: Timestamp,
}

impl Rules {
    pub(super) fn new(station: &Arc<Station>, now: Timestamp) -> Rules {
        Rules { station: station.clone(), zone: station.zone(), now }
    }
}

/// Where the complaints about one report go, and how its bytes or cells become lines and columns.
pub(super) struct Place<'a> {
    pub(super) refused: &'a mut Refused,
    /// Line and column of a place in the report.
    pub(super) of: &'a mut dyn FnMut(usize) -> (u64, u64),
}

impl Place<'_> {
    pub(super) fn tell(&mut self, at: usize, why: Why) {
        let (line, column) = (self.of)(at);
        self.refused.add(Complaint::at(line, column, why));
    }

    fn fault(&mut self, fault: json::Fault) {
        let why = match fault.why {
            FaultKind::Json(fault) => Why::NotJson(fault),
            FaultKind::TooDeep => Why::TooDeep,
        };
        self.tell(fault.at, why);
    }
}

/// The texts of one report, by their place in [`NAMES`], each with where it stands.
#[derive(Default)]
pub(super) struct Texts {
    given: [Option<(String, usize)>; NAMES.len()],
    bad: bool,
}

impl Texts {
    pub(super) fn give(&mut self, index: usize, text: String, at: usize) {
        if let (Some(slot), false) = (self.given.get_mut(index), text.trim().is_empty()) {
            *slot = Some((text, at));
        }
    }

    fn has(&self, index: usize) -> bool {
        self.given.get(index).is_some_and(Option::is_some)
    }

    fn take(&mut self, field: Name) -> Option<(String, usize)> {
        let index = NAMES.iter().position(|(_, name)| *name == field)?;
        self.given.get_mut(index)?.take()
    }
}

/// Reads the object that is next as one report. None when there was a complaint; whether the text behind it can still
/// be read is the second part.
pub(super) fn object(
    reader: &mut json::Reader<'_>,
    rules: &Rules,
    place: &mut Place<'_>,
) -> (Option<Incoming>, bool) {
    let mut texts = Texts::default();
    let mut seen = [false; NAMES.len()];
    reader.skip_blanks();
    let from = reader.at();
    let whole = reader.object(&mut |member| {
        let index = match Name::index(&member.key) {
            Ok(index) => index,
            Err(why) => return texts.complain(place, member.key_at, why),
        };
        let name = NAMES.get(index).map_or("", |(name, _)| name);
        if seen.get(index).copied().unwrap_or(false) {
            return texts.complain(place, member.key_at, Why::DuplicateField { name: name.to_owned() });
        }
        if let Some(seen) = seen.get_mut(index) {
            *seen = true;
        }
        match member.value {
            Value::Text(text) => texts.give(index, text, member.value_at),
            Value::Null => {}
            Value::Other => texts.complain(place, member.value_at, Why::NotQuoted { field: name }),
        }
    });
    match whole {
        Ok(()) => (report(texts, from, rules, place), true),
        Err(fault) => {
            place.fault(fault);
            (None, false)
        }
    }
}

/// Steps over a value that should have been an object. Whether the text behind it can still be read.
pub(super) fn not_an_object(reader: &mut json::Reader<'_>, place: &mut Place<'_>) -> bool {
    let at = reader.at();
    match reader.value() {
        Ok(_) => {
            place.tell(at, Why::NotAnObject);
            true
        }
        Err(fault) => {
            place.fault(fault);
            false
        }
    }
}

/// Nothing may follow.
pub(super) fn end(reader: &mut json::Reader<'_>, place: &mut Place<'_>) -> bool {
    reader.end().map_err(|fault| place.fault(fault)).is_ok()
}

/// Whether another element follows; none when the text can't be read on.
pub(super) fn another(reader: &mut json::Reader<'_>, place: &mut Place<'_>) -> Option<bool> {
    reader.another().map_err(|fault| place.fault(fault)).ok()
}

impl Texts {
    fn complain(&mut self, place: &mut Place<'_>, at: usize, why: Why) {
        self.bad = true;
        place.tell(at, why);
    }

    fn plain(&mut self, field: Field, place: &mut Place<'_>) -> Private {
        let Some((text, at)) = self.take(Name::Of(field)) else { return Private::default() };
        if fits(field, &text).is_err() {
            self.complain(place, at, Why::TooLong { field: spelled(field), max: max_of(field) });
        }
        Private(text)
    }

    fn source(&mut self, place: &mut Place<'_>) -> Source {
        let Some((text, at)) = self.take(Name::Source) else { return Source::FileDrop };
        let given = text.trim();
        Source::from_code(given).unwrap_or_else(|| {
            let meant = nearest(given, Source::ALL.map(Source::code));
            self.complain(place, at, Why::UnknownSource { value: shown(given), meant });
            Source::FileDrop
        })
    }

    fn event_at(&mut self, rules: &Rules, place: &mut Place<'_>) -> Option<Timestamp> {
        let (text, at) = self.take(Name::Of(Field::EventTime))?;
        let Some(time) = event_time(text.trim(), &rules.zone) else {
            self.complain(place, at, Why::BadTime { value: shown(text.trim()) });
            return None;
        };
        let latest = rules.now.saturating_add(SignedDuration::from_secs(EVENT_AHEAD_S)).unwrap_or(rules.now);
        if time > latest {
            self.complain(place, at, Why::InFuture);
        }
        Some(time)
    }

    /// A code that the desk may know: as the station spells it, or none with what was given kept in `telling`.
    fn code<T>(
        &mut self,
        field: Field,
        telling: &mut Telling,
        place: &mut Place<'_>,
        known: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let (text, at) = self.take(Name::Of(field))?;
        let found = known(text.trim());
        if found.is_none() {
            // What another system calls its types may be longer than a code; the rule allows it a place's length.
            if fits(Field::Place, text.trim()).is_err() {
                self.complain(place, at, Why::TooLong { field: spelled(field), max: PLACE_MAX });
            }
            telling.unknown.insert(field.code().to_owned(), Private::from(text.trim()));
        }
        found
    }
}

/// Makes the report of its texts; `from` is where it begins.
pub(super) fn report(
    mut texts: Texts,
    from: usize,
    rules: &Rules,
    place: &mut Place<'_>,
) -> Option<Incoming> {
    if !texts.has(NARRATIVE) {
        texts.complain(place, from, Why::NoNarrative);
    }
    let mut telling = Telling {
        narrative: texts.plain(Field::Narrative, place),
        place: texts.plain(Field::Place, place),
        caller_name: texts.plain(Field::CallerName, place),
        caller_phone: texts.plain(Field::CallerPhone, place),
        other_name: texts.plain(Field::OtherName, place),
        other_phone: texts.plain(Field::OtherPhone, place),
        ..Telling::default()
    };
    let station = &rules.station;
    telling.incident_type = texts.code(Field::Type, &mut telling, place, |given| {
        let mut codes = station.codes(CodeList::IncidentType).map(|c| &c.code);
        same_code(given, &mut codes)
    });
    telling.priority = texts.code(Field::Priority, &mut telling, place, Priority::from_code);
    telling.beat = texts.code(Field::Beat, &mut telling, place, |given| {
        same_code(given, &mut station.beats().map(|b| &b.code))
    });
    let source_key = texts.plain(Field::SourceKey, place);
    let source = texts.source(place);
    let event_at = texts.event_at(rules, place);
    let source_key = (!source_key.is_empty()).then(|| source_key.trim().to_owned());
    (!texts.bad).then_some(Incoming { source, source_key, event_at, telling })
}

/// The code that was given, whatever its case; codes that differ only by case are told apart.
fn same_code(given: &str, codes: &mut dyn Iterator<Item = &Code>) -> Option<Code> {
    let near: Vec<&Code> = codes.filter(|c| c.0.eq_ignore_ascii_case(given)).collect();
    near.iter().find(|c| c.0 == given).or(near.first()).map(|c| (*c).clone())
}

fn shown(value: &str) -> Private {
    Private(value.chars().take(40).collect())
}

/// An instant: with an offset, or as a clock of the station shows it, also as spreadsheets write it.
fn event_time(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    if let Ok(time) = text.parse::<Timestamp>() {
        return Some(time);
    }
    let time = text.parse::<DateTime>().ok().filter(|_| is_wall_clock(text)).or_else(|| sheet_time(text))?;
    zone.to_timestamp(time).ok()
}

/// A date and a time of day and nothing else; the parser would ignore an offset.
fn is_wall_clock(text: &str) -> bool {
    let seconds = text.split_once(['T', 't', ' ']).map(|(_, time)| time);
    seconds.is_some_and(|time| {
        time.contains(':') && time.bytes().all(|b| b.is_ascii_digit() || b == b':' || b == b'.')
    })
}

/// `2026/11/21 22:46` or `2026/1/5 8:03:07`.
fn sheet_time(text: &str) -> Option<DateTime> {
    let (date, time) = text.split_once(' ')?;
    let numbers = |text: &str, by: char| text.split(by).map(number).collect::<Option<Vec<i16>>>();
    let (date, time) = (numbers(date, '/')?, numbers(time, ':')?);
    let ([year, month, day], [hour, minute, seconds @ ..]) = (date.as_slice(), time.as_slice()) else {
        return None;
    };
    let second = match seconds {
        [] => 0,
        [second] => i8::try_from(*second).ok()?,
        _ => return None,
    };
    let small = |n: &i16| i8::try_from(*n).ok();
    DateTime::new(*year, small(month)?, small(day)?, small(hour)?, small(minute)?, second, 0).ok()
}

fn number(text: &str) -> Option<i16> {
    let plain = !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}
