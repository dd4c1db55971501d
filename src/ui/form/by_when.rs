//! By when something must be done: the times that are usual at a desk, and any that is typed. It only reads; whether the
//! time is still to come when the form is saved, the desk's rules say.

use super::choice::Choice;
use super::time::ahead;
use crate::ui::overlay::Setting;
use jiff::civil::time;
use jiff::{SignedDuration, Timestamp};

/// In one hour, counted from when the form is saved.
const HOUR: &str = "1h";
/// At the end of the shift.
const SHIFT: &str = "end";
/// At 09:00 on the day after the duty day: for a night shift the morning that comes.
const MORNING: &str = "0900";

/// The usual times, with what they come to now.
pub(super) fn offers(setting: &Setting<'_>) -> Vec<Choice> {
    let words = [(HOUR, "form-by-hour"), (SHIFT, "form-by-shift"), (MORNING, "form-by-morning")];
    let offer = |(code, word): (&str, &str)| {
        let when = setting.words.moment(instant(code, setting)?, &setting.station.zone());
        Some(Choice::fixed(code, setting.words.with(word, &[("when", &when)])))
    };
    words.into_iter().filter_map(offer).collect()
}

/// What is typed as a choice of its own, when it is a time that is still to come.
pub(super) fn typed(text: &str, setting: &Setting<'_>) -> Option<Choice> {
    let at = ahead(text, setting.now, &setting.station.zone())?;
    let name = setting.words.moment(at, &setting.station.zone());
    Some(Choice { code: at.to_string(), name, also: vec![text.to_owned()] })
}

/// Whether a code is an instant, as [`typed`] makes them.
pub(super) fn is_instant(code: &str) -> bool {
    code.parse::<Timestamp>().is_ok()
}

/// A typed time that was chosen, in words.
pub(super) fn in_words(code: &str, setting: &Setting<'_>) -> Option<String> {
    let at: Timestamp = code.parse().ok()?;
    Some(setting.words.moment(at, &setting.station.zone()))
}

/// The instant that a choice means now.
pub(super) fn instant(code: &str, setting: &Setting<'_>) -> Option<Timestamp> {
    let station = setting.station;
    match code {
        HOUR => setting.now.checked_add(SignedDuration::from_hours(1)).ok(),
        SHIFT => Some(station.watch(setting.now).until),
        MORNING => {
            let morning = setting.today.tomorrow().ok()?.to_datetime(time(9, 0, 0, 0));
            Some(station.zone().to_ambiguous_zoned(morning).compatible().ok()?.timestamp())
        }
        typed => typed.parse().ok(),
    }
}
