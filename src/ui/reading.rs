//! Owns what a text is read against: the language, the station's names and zone, the time, and the looks.
//!
//! Ages and times left move with the clock's minute and not in between, so that an idle screen changes once a minute.

use super::theme::Theme;
use crate::domain::due::{Light, Owed};
use crate::domain::{Lang, RecordId, Station};
use crate::words::Words;
use jiff::civil::Date;
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
    /// The duty day.
    pub today: Date,
    /// The looks.
    pub theme: Theme,
}

impl Reading<'_> {
    /// The language.
    pub fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// A record by its short number, with its day when it is of another duty day.
    pub fn number(&self, id: RecordId) -> String {
        id.told_on(self.today)
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
    pub fn owed(&self, owed: &Owed) -> String {
        let rule = self.words.rule(&owed.rule, self.station);
        if owed.rests {
            return self.words.with("ui-owed-rests", &[("rule", &rule)]);
        }
        let id = if owed.at <= self.now { "ui-owed-late" } else { "ui-owed-left" };
        self.words.with(id, &[("rule", &rule), ("age", &self.short(self.to(owed.at)))])
    }

    /// How long it is until an instant, or how long it has been since, in five cells.
    pub fn span_to(&self, at: Timestamp) -> String {
        self.short(self.to(at))
    }

    /// How long ago something was, in five cells.
    pub fn age(&self, at: Timestamp) -> String {
        if at > self.now { String::new() } else { self.short(self.to(at)) }
    }

    /// How a deadline stands: the time left, or how late it is.
    pub fn due(&self, at: Timestamp) -> String {
        let id = if at <= self.now { "due-late" } else { "due-left" };
        self.words.with(id, &[("age", &self.short(self.to(at)))])
    }

    /// The whole minutes between an instant and now.
    fn to(&self, at: Timestamp) -> SignedDuration {
        minute(self.now).duration_since(minute(at)).abs()
    }

    /// A span of time in five cells. Hours never look like a time of day: `1h13`, not `1:13`, and from ten
    /// hours on the minutes say nothing.
    pub fn short(&self, span: SignedDuration) -> String {
        let minutes = span.as_mins();
        let (hours, rest) = (minutes / 60, minutes % 60);
        let number = |n: i64| n.to_string();
        match minutes {
            ..1 => self.words.get("ui-age-none"),
            1..60 => self.words.with("ui-age-minutes", &[("minutes", &number(minutes))]),
            60..600 => self
                .words
                .with("ui-age-hours", &[("hours", &number(hours)), ("minutes", &format!("{rest:02}"))]),
            600..2880 => self.words.with("ui-age-whole-hours", &[("hours", &number(hours))]),
            _ => self.words.with("ui-age-days", &[("days", &number(hours / 24))]),
        }
    }

    /// The light of something owed; green when nothing is.
    pub fn light(&self, owed: Option<&Owed>) -> Light {
        owed.map_or(Light::Green, |owed| owed.light(self.now))
    }
}

/// The minute that stands at an instant.
pub fn minute(at: Timestamp) -> Timestamp {
    let into = at.as_second().rem_euclid(60);
    Timestamp::from_second(at.as_second() - into).unwrap_or(at)
}
