//! Which days the station works, and where a deadline that is counted in days ends.
//!
//! Instants are UTC; a day is a day of the station's zone and may have 23 or 25 hours.

use super::rules::Within;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Holidays, and weekend days that are worked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// Days off that fall on any day of the week.
    #[serde(default)]
    pub holidays: BTreeSet<Date>,
    /// Saturdays and Sundays that are worked in their place.
    #[serde(default)]
    pub worked: BTreeSet<Date>,
}

impl Calendar {
    /// No holidays, and no weekend day that is worked.
    pub const fn none() -> Calendar {
        Calendar { holidays: BTreeSet::new(), worked: BTreeSet::new() }
    }

    /// Whether the station works on a day.
    pub fn is_working(&self, day: Date) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        self.worked.contains(&day) || (!weekend && !self.holidays.contains(&day))
    }

    /// The last of so many working days after a day.
    fn working_days_after(&self, day: Date, days: u16) -> Option<Date> {
        let (mut day, mut left) = (day, days);
        while left > 0 {
            day = day.tomorrow().ok()?;
            if self.is_working(day) {
                left -= 1;
            }
        }
        Some(day)
    }
}

/// Where a length that starts at an instant ends; none for [`Within::Given`] and at the end of time.
///
/// ```
/// use dutydesk::domain::calendar::{Calendar, ends};
/// use dutydesk::domain::rules::Within;
/// let friday = "2026-11-20T10:00:00Z".parse().unwrap();
/// let end = ends(Within::WorkingDays(1), friday, &jiff::tz::TimeZone::UTC, &Calendar::default()).unwrap();
/// assert_eq!(end.to_string(), "2026-11-24T00:00:00Z"); // Monday counts whole.
/// ```
pub fn ends(within: Within, from: Timestamp, zone: &TimeZone, calendar: &Calendar) -> Option<Timestamp> {
    let day = zone.to_datetime(from).date();
    let last = match within {
        Within::Span(span) => return from.checked_add(span).ok(),
        Within::Given => return None,
        Within::Days(days) => day.checked_add(i64::from(days).days()).ok()?,
        Within::Months(months) => day.checked_add(i64::from(months).months()).ok()?,
        Within::WorkingDays(days) => calendar.working_days_after(day, days)?,
    };
    begins(last.tomorrow().ok()?, zone)
}

/// The first instant after everything of the day before: where a clock change skips midnight, the change itself; where it
/// makes midnight twice, the second one.
pub(super) fn begins(day: Date, zone: &TimeZone) -> Option<Timestamp> {
    let midnight = zone.to_ambiguous_timestamp(day.to_datetime(Time::midnight()));
    match midnight.offset() {
        AmbiguousOffset::Unambiguous { .. } | AmbiguousOffset::Fold { .. } => midnight.later().ok(),
        AmbiguousOffset::Gap { .. } => {
            let before = midnight.earlier().ok()?;
            zone.following(before).next().map(|change| change.timestamp())
        }
    }
}
