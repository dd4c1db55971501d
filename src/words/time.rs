//! Clock times, ages and deadlines as an officer reads them. Time is only formatted here, never read: `now` is handed in.

use super::Words;
use crate::domain::deadline::{Owed, Rule, span};
use crate::domain::report::Priority;
use crate::domain::{OfficerId, Station};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

impl Words {
    /// A clock time as short as it can be without being mistaken: `22:47`, or `11-20 22:47` on another day than
    /// `now`, with the year in another year.
    pub fn clock(&self, at: Timestamp, zone: &TimeZone, now: Timestamp) -> String {
        let (at, now) = (zone.to_datetime(at), zone.to_datetime(now));
        let time = hour_minute(at.time());
        if at.date() == now.date() {
            time
        } else if at.year() == now.year() {
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
    pub fn due(&self, owed: Owed, now: Timestamp) -> String {
        self.due_at(owed.at, now)
    }

    /// The same for an instant that no rule of the closed loop sets.
    pub fn due_at(&self, at: Timestamp, now: Timestamp) -> String {
        let left = at.duration_since(now);
        let id = if left.is_negative() { "due-late" } else { "due-left" };
        self.with(id, &[("age", &self.age(left.abs()))])
    }

    /// A deadline rule in words: `accept within 30 s`.
    pub fn within(&self, rule: Rule, priority: Priority) -> String {
        self.with(&format!("within-{}", rule.code()), &[("span", &self.span(span(rule, priority)))])
    }

    /// Why something is due: the rule, the priority that it is taken for, and whom it waits for. Without a priority
    /// the rule is that of P2, as in `deadline`.
    pub fn why_due(
        &self,
        rule: Rule,
        priority: Option<Priority>,
        waits_for: Option<&OfficerId>,
        station: &Station,
    ) -> String {
        let within = self.within(rule, priority.unwrap_or(Priority::P2));
        let holder = self.holder(waits_for, station);
        self.with(
            "due-why",
            &[("rule", &within), ("priority", &self.priority(priority)), ("holder", &holder)],
        )
    }

    fn amount(&self, id: &str, n: i64) -> String {
        self.with(id, &[("n", &n.to_string())])
    }
}

fn hour_minute(time: jiff::civil::Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}
