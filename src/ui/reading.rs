//! Owns what a text is read against: the language, the station's names and zone, the time, and the looks.
//!
//! Ages and times left move with the clock's minute and not in between, so that an idle screen changes once a minute.

use super::theme::Theme;
use crate::domain::deadline::{Light, Owed, light};
use crate::domain::report::Priority;
use crate::domain::{Lang, Station};
use crate::words::Words;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// What a text is read against.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The words of the language.
    pub words: &'a Words,
    /// The station, for the names it gives.
    pub station: &'a Station,
    /// The station's time zone.
    pub zone: &'a TimeZone,
    /// What the desk's clock shows.
    pub now: Timestamp,
    /// The looks.
    pub theme: Theme,
}

impl Reading<'_> {
    /// The language.
    pub fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// A time of day, with the date when it is another day's.
    pub fn clock(&self, at: Timestamp) -> String {
        self.words.clock(at, self.zone, self.now)
    }

    /// The same in five cells: the time, or the date when it is too long ago to be this night's.
    pub fn brief(&self, at: Timestamp) -> String {
        let local = self.zone.to_datetime(at);
        if self.now.duration_since(at).abs() < SignedDuration::from_hours(20) {
            format!("{:02}:{:02}", local.hour(), local.minute())
        } else {
            self.words.day(local.date())
        }
    }

    /// What is owed and how that stands, in a narrow column.
    pub fn owed(&self, owed: Owed) -> String {
        let between = minute(self.now).duration_since(minute(owed.at)).abs();
        let id = if owed.at < self.now { "ui-owed-late" } else { "ui-owed-left" };
        self.words.with(id, &[("rule", &self.words.rule(owed.rule)), ("age", &self.words.age(between))])
    }

    /// How long ago something was.
    pub fn age(&self, at: Timestamp) -> String {
        self.words.age(minute(self.now).duration_since(minute(at)).max(SignedDuration::ZERO))
    }

    /// How a deadline stands: the time left, or how late it is.
    pub fn due(&self, at: Timestamp) -> String {
        let between = minute(self.now).duration_since(minute(at)).abs();
        let late = at < self.now;
        let seen = if late {
            at.checked_add(between.max(SignedDuration::from_secs(1)))
        } else {
            at.checked_sub(between)
        };
        self.words.due_at(at, seen.unwrap_or(at))
    }

    /// The light of something owed; green when nothing is.
    pub fn light(&self, owed: Option<Owed>, priority: Option<Priority>) -> Light {
        owed.map_or(Light::Green, |owed| light(owed, priority.unwrap_or(Priority::P2), self.now))
    }
}

/// The minute that stands at an instant.
pub fn minute(at: Timestamp) -> Timestamp {
    let into = at.as_second().rem_euclid(60);
    Timestamp::from_second(at.as_second() - into).unwrap_or(at)
}
