//! Sweeps: expected of every beat for every period, and answered by whoever hears from the beat.

use super::{happened, not_found};
use crate::domain::calendar::begins;
use crate::domain::command::SweepCommand;
use crate::domain::fact::{Fact, SweepFact};
use crate::domain::id::Kind;
use crate::domain::limits::fits;
use crate::domain::refusal::Field;
use crate::domain::sweep::{FOUND_MAX, Sweep};
use crate::domain::{Code, Happened, Loaded, Moment, Refusal};

pub(super) fn decide(loaded: &Loaded, command: &SweepCommand, at: &Moment) -> Result<Vec<Happened>, Refusal> {
    match command {
        SweepCommand::Expect { beat } => expect(loaded, beat, at),
        SweepCommand::Answer { id, found, text } => {
            let expected = loaded.get::<Sweep>(*id).ok_or_else(|| not_found(*id))?;
            if let Some(answer) = &expected.answer {
                return Err(Refusal::AlreadyAnswered { id: *id, by: answer.stamp.clone() });
            }
            if *found > FOUND_MAX {
                return Err(Refusal::BadValue { field: Field::Found, value: found.to_string() });
            }
            fits(Field::Note, text)?;
            let answered = SweepFact::Answered { found: *found, text: text.clone() };
            Ok(vec![happened(*id, Fact::Sweep(answered))])
        }
    }
}

/// A beat is never asked twice for the same day, also when the rules change in the middle of a period.
fn expect(loaded: &Loaded, beat: &Code, at: &Moment) -> Result<Vec<Happened>, Refusal> {
    let station = &loaded.station;
    if !station.has_beat(beat) {
        return Err(Refusal::UnknownBeat { code: beat.clone() });
    }
    let Some(sweeps) = station.rules().sweeps.filter(|_| loaded.sweep.is_none()) else {
        return Ok(Vec::new());
    };
    let id = *loaded.next.get(&Kind::Sweep).ok_or(Refusal::NotFound { what: "W".to_owned() })?;
    let period = sweeps.period(at.duty_day);
    let last = period.answered_by(at.duty_day, sweeps);
    let by = last.tomorrow().ok().and_then(|day| begins(day, &station.zone())).unwrap_or(at.at);
    Ok(vec![happened(id, Fact::Sweep(SweepFact::Expected { beat: beat.clone(), period, by }))])
}
