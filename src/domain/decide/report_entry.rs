//! Entering a report and correcting what was told.

use super::{happened, report_sides};
use crate::domain::command::{Amendment, Incoming};
use crate::domain::earlier::{Repeat, Same, has_history};
use crate::domain::fact::{Fact, ReportFact};
use crate::domain::id::Kind;
use crate::domain::limits::{EVENT_AHEAD_S, filled, fits};
use crate::domain::refusal::Field;
use crate::domain::report::{Step, Telling};
use crate::domain::setup::CodeList;
use crate::domain::{Code, Happened, Loaded, Moment, Private, RecordId, Refusal, Report};
use jiff::Timestamp;

pub(super) fn receive(loaded: &Loaded, incoming: &Incoming, at: &Moment) -> Result<Vec<Happened>, Refusal> {
    if let Some(same) = loaded.same_source {
        return Ok(vec![happened(same, Fact::Report(ReportFact::Resent))]);
    }
    check_telling(&incoming.telling)?;
    if let Some(key) = &incoming.source_key {
        filled(Field::SourceKey, &Private(key.clone()))?;
    }
    incoming.event_at.map_or(Ok(()), |event| not_ahead(event, at))?;
    let id = loaded.next.get(&Kind::Report).ok_or(Refusal::NotFound { what: "R".to_owned() })?;
    let mut told = incoming.clone();
    told.event_at.get_or_insert(at.at);
    set_aside_unknown(loaded, &mut told.telling);
    let mut facts = vec![happened(*id, Fact::Report(ReportFact::Received(Box::new(told))))];
    facts.extend(repeated(loaded, *id));
    facts.extend(report_sides::proposed(loaded, *id));
    Ok(facts)
}

/// Says so when the station's rule takes the report for one of several calls.
fn repeated(loaded: &Loaded, id: RecordId) -> Vec<Happened> {
    let Some(rule) = loaded.station.rules().repeats else { return Vec::new() };
    let several = |by: &Same| {
        let calls = loaded.before.of(*by).len().saturating_add(1);
        calls > 1 && calls >= usize::from(rule.calls)
    };
    let fact = |by: Same| {
        let earlier = loaded.before.of(by).to_vec();
        happened(id, Fact::Report(ReportFact::Repeated(Repeat { by, days: rule.days, earlier })))
    };
    Same::ALL.into_iter().filter(several).map(fact).collect()
}

fn check_telling(told: &Telling) -> Result<(), Refusal> {
    filled(Field::Narrative, &told.narrative)?;
    fits(Field::Place, &told.place)?;
    fits(Field::CallerName, &told.caller_name)?;
    fits(Field::CallerPhone, &told.caller_phone)?;
    fits(Field::OtherName, &told.other_name)?;
    fits(Field::OtherPhone, &told.other_phone)?;
    told.unknown.values().try_for_each(|value| fits(Field::Place, value))
}

/// A type or beat that this desk doesn't know never stops a report: it is "to be set", and what was given is kept.
fn set_aside_unknown(loaded: &Loaded, told: &mut Telling) {
    let station = &loaded.station;
    if let Some(code) = told.incident_type.take_if(|c| !station.has_code(CodeList::IncidentType, c)) {
        told.unknown.insert("type".to_owned(), Private(code.0));
    }
    if let Some(code) = told.beat.take_if(|c| !station.has_beat(c)) {
        told.unknown.insert("beat".to_owned(), Private(code.0));
    }
}

pub(super) fn amend(
    loaded: &Loaded,
    report: &Report,
    changes: &Amendment,
    at: &Moment,
) -> Result<Vec<Happened>, Refusal> {
    super::report::fitting(report, Step::Amend)?;
    if let Some(narrative) = &changes.narrative {
        filled(Field::Narrative, narrative)?;
    }
    let texts = [
        (Field::Place, &changes.place),
        (Field::CallerName, &changes.caller_name),
        (Field::CallerPhone, &changes.caller_phone),
        (Field::OtherName, &changes.other_name),
        (Field::OtherPhone, &changes.other_phone),
    ];
    for (field, text) in texts {
        text.as_ref().map_or(Ok(()), |t| fits(field, t))?;
    }
    changes
        .incident_type
        .as_ref()
        .map_or(Ok(()), |c| super::report::known(loaded, CodeList::IncidentType, c))?;
    changes.beat.as_ref().map_or(Ok(()), |c| known_beat(loaded, c))?;
    changes.event_at.map_or(Ok(()), |event| not_ahead(event, at))?;
    if *changes == Amendment::default() {
        return Ok(Vec::new());
    }
    let mut facts = vec![happened(report.id, Fact::Report(ReportFact::Amended(Box::new(changes.clone()))))];
    if has_history(report.source) {
        facts.extend(repeated(loaded, report.id));
        facts.extend(report_sides::proposed(loaded, report.id));
    }
    Ok(facts)
}

fn known_beat(loaded: &Loaded, code: &Code) -> Result<(), Refusal> {
    if loaded.station.has_beat(code) { Ok(()) } else { Err(Refusal::UnknownBeat { code: code.clone() }) }
}

fn not_ahead(event: Timestamp, at: &Moment) -> Result<(), Refusal> {
    if event.duration_since(at.at).as_secs() > EVENT_AHEAD_S { Err(Refusal::EventInFuture) } else { Ok(()) }
}
