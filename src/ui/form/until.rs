//! Until when something that is owed is put off and why: what is offered, and what is typed instead.

use super::choice::Choice;
use super::time;
use crate::ui::overlay::Setting;
use jiff::{SignedDuration, Timestamp};

/// What stands in the form when it is opened.
pub(super) const USUAL: &str = "30";
/// The reason that stands in it.
pub(super) const USUAL_DELAY: &str = "busy";

/// The code for the end of the shift.
const SHIFT: &str = "shift";
/// The spans that are offered, in minutes.
const MINUTES: [(&str, i64); 3] = [("15", 15), (USUAL, 30), ("60", 60)];

/// The reasons that are offered, and the words for them.
const DELAYS: [(&str, &str); 4] = [
    (USUAL_DELAY, "due-delay-busy"),
    ("unit", "due-delay-unit"),
    ("reply", "due-delay-reply"),
    ("agreed", "due-delay-agreed"),
];

/// The times that are offered: spans from now, and the end of the shift.
pub(super) fn offers(setting: &Setting<'_>) -> Vec<Choice> {
    let (words, zone) = (setting.words, setting.station.zone());
    let clock = |at: Timestamp| words.clock(at, &zone, setting.now);
    let spans = MINUTES.into_iter().filter_map(|(code, minutes)| {
        let span = SignedDuration::from_mins(minutes);
        let at = setting.now.checked_add(span).ok()?;
        let text = words.with("due-offer", &[("span", &words.span(span)), ("time", &clock(at))]);
        Some(Choice::fixed(code, text))
    });
    let end = setting.station.watch(setting.now).until;
    let shift = Choice::fixed(SHIFT, words.with("due-offer-shift", &[("time", &clock(end))]));
    spans.chain([shift]).collect()
}

/// The reasons that are offered.
pub(super) fn delays(setting: &Setting<'_>) -> Vec<Choice> {
    DELAYS.map(|(code, word)| Choice::fixed(code, setting.words.get(word))).into()
}

/// The instant that an offer or a typed time means.
pub(super) fn until(content: &str, setting: &Setting<'_>) -> Option<Timestamp> {
    if content == SHIFT {
        return Some(setting.station.watch(setting.now).until);
    }
    time::ahead(content, setting.now, &setting.station.zone())
}

/// What a typed time means, in words.
pub(super) fn note(typed: &str, setting: &Setting<'_>) -> String {
    match until(typed, setting) {
        Some(at) => format!("= {}", setting.words.moment(at, &setting.station.zone())),
        None => setting.words.get("due-advice-until-short"),
    }
}
