//! Clock times, ages and deadlines as an officer reads them. Time is only formatted here, never read: `now` is handed in.

use super::Words;
use crate::domain::Station;
use crate::domain::due::{Due, Owed};
use crate::domain::rules::{Rule, Within};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// A day and its month can't be taken for another year's when they are nearer than this.
const HALF_A_YEAR: SignedDuration = SignedDuration::from_hours(24 * 180);

impl Words {
    /// A clock time as short as it can be without being mistaken: `22:47`, or `11-20 22:47` on another day than
    /// `now`, with the year where half a year or more lies between.
    pub fn clock(&self, at: Timestamp, zone: &TimeZone, now: Timestamp) -> String {
        let (at, now) = (zone.to_datetime(at), zone.to_datetime(now));
        let time = hour_minute(at.time());
        if at.date() == now.date() {
            time
        } else if at.duration_since(now).abs() < HALF_A_YEAR {
            format!("{} {time}", self.day(at.date()))
        } else {
            format!("{} {time}", self.date(at.date()))
        }
    }

    /// A clock time for documents, where the reader's own time is not known: `2026-11-21 22:47`.
    pub fn moment(&self, at: Timestamp, zone: &TimeZone) -> String {
        let at = zone.to_datetime(at);
        format!("{} {}", self.date(at.date()), hour_minute(at.time()))
    }

    /// A clock time to the second, for the journal: `2026-11-21 22:47:03`.
    pub fn exact(&self, at: Timestamp, zone: &TimeZone) -> String {
        format!("{}:{:02}", self.moment(at, zone), zone.to_datetime(at).second())
    }

    /// A date: `2026-11-21`.
    pub fn date(&self, date: Date) -> String {
        format!("{:04}-{}", date.year(), self.day(date))
    }

    /// A date within the year: `11-21`.
    pub fn day(&self, date: Date) -> String {
        format!("{:02}-{:02}", date.month(), date.day())
    }

    /// A day of the week: `Sat`.
    pub fn weekday(&self, date: Date) -> String {
        self.get(&format!("weekday-{}", date.weekday().to_monday_one_offset()))
    }

    /// How long ago, or how long still, short: `<1 min`, `3 min`, `1 h 13`, from ten hours on whole hours, from 48 on
    /// days. Never seconds, and never like a time of day. Less than nothing counts as nothing.
    ///
    /// ```
    /// use dutydesk::{domain::Lang, words::Words};
    /// use jiff::SignedDuration;
    /// let words = Words::new(Lang::En);
    /// assert_eq!(words.age(SignedDuration::from_secs(59)), "<1 min");
    /// assert_eq!(words.age(SignedDuration::from_mins(73)), "1 h 13");
    /// assert_eq!(words.age(SignedDuration::from_hours(50)), "2 d");
    /// ```
    pub fn age(&self, age: SignedDuration) -> String {
        let minutes = age.as_mins();
        if minutes < 1 {
            self.get("age-under-a-minute")
        } else if minutes < 60 {
            self.amount("age-minutes", minutes)
        } else if minutes < 10 * 60 {
            let (hours, minutes) = (minutes / 60, minutes % 60);
            self.with("age-hours-minutes", &[("h", &hours.to_string()), ("m", &format!("{minutes:02}"))])
        } else if minutes < 48 * 60 {
            self.amount("age-hours", minutes / 60)
        } else {
            self.amount("age-days", minutes / (24 * 60))
        }
    }

    /// A span as a rule states it, in the largest unit that says it exactly: `30 s`, `10 min`, `72 h`.
    pub fn span(&self, span: SignedDuration) -> String {
        let seconds = span.as_secs();
        if seconds == 0 {
            self.amount("span-seconds", 0)
        } else if seconds % 3600 == 0 {
            self.amount("span-hours", seconds / 3600)
        } else if seconds % 60 == 0 {
            self.amount("span-minutes", seconds / 60)
        } else {
            self.amount("span-seconds", seconds)
        }
    }

    /// How a deadline stands: `2 min left`, `late by 1 h 13`.
    pub fn due(&self, owed: &Owed, now: Timestamp) -> String {
        self.due_at(owed.at, now)
    }

    /// The same for an instant that no rule of the closed loop sets.
    pub fn due_at(&self, at: Timestamp, now: Timestamp) -> String {
        let left = at.duration_since(now);
        let id = if left.is_negative() { "due-late" } else { "due-left" };
        self.with(id, &[("age", &self.age(left.abs()))])
    }

    /// A deadline rule in words: `accept within 30 s`.
    pub fn within(&self, rule: &Rule) -> String {
        self.within_as(rule, rule.name.of(self.lang()))
    }

    fn within_as(&self, rule: &Rule, name: &str) -> String {
        let days = |id: &str, n: u16| self.count(id, u64::from(n));
        let span = match rule.within {
            Within::Span(span) => self.span(span),
            Within::Days(n) => days("span-days", n),
            Within::WorkingDays(n) => days("span-working-days", n),
            Within::Months(n) => days("span-months", n),
            Within::Given => return self.with("within-given", &[("rule", name)]),
        };
        self.with("within", &[("rule", name), ("span", &span)])
    }

    /// Why something is due: the rule and where it comes from, which of several things it is, how urgent it is taken for,
    /// whom it waits for, and whether it was put off.
    pub fn why_due(&self, due: &Due, station: &Station) -> String {
        let (lang, rule) = (self.lang(), station.rules().rule(&due.owed.rule));
        let name = self.rule(&due.owed.rule, station);
        let within = rule.map_or_else(|| name.clone(), |rule| self.within_as(rule, &name));
        let source = rule.map_or("", |rule| rule.source.of(lang));
        let args = [
            ("rule", within.as_str()),
            ("priority", &self.rank(due.concerns(), due.priority)),
            ("source", source),
            ("holder", &self.waits_for(&due.waits_for, station)),
        ];
        let why = self.with("due-why", &args);
        let rests = match (due.paused, due.snoozed) {
            (Some(since), _) => Some(("due-paused", since)),
            (None, Some(until)) => Some(("due-snoozed", until)),
            (None, None) => None,
        };
        match rests {
            Some((id, at)) => {
                let when = self.moment(at, &station.zone());
                self.with("due-and", &[("why", &why), ("rests", &self.with(id, &[("when", &when)]))])
            }
            None => why,
        }
    }

    fn amount(&self, id: &str, n: i64) -> String {
        self.with(id, &[("n", &n.to_string())])
    }
}

fn hour_minute(time: jiff::civil::Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}
