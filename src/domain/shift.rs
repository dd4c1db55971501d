//! Shifts and duty days: a night shift belongs to one duty day although it crosses midnight.

use super::id::Code;
use super::name::Name;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

/// When a shift of the station begins and ends, every day. One that ends at or before its start crosses midnight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub name: Name,
    /// Wall-clock start.
    pub start: Time,
    /// Wall-clock end.
    pub end: Time,
}

/// One shift on one duty day, as instants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watch {
    /// The shift's code; `day` when the station has set none.
    pub shift: Code,
    /// The duty day: the date on which the shift starts.
    pub day: Date,
    /// First instant.
    pub from: Timestamp,
    /// First instant after it.
    pub until: Timestamp,
}

/// The watch that stands at an instant.
///
/// With overlapping shifts it is the one that started last; between shifts, and with no shifts set, the calendar
/// day is the watch.
///
/// ```
/// use dutydesk::domain::shift::{Shift, watch_at};
/// use jiff::{civil::time, tz::TimeZone};
/// let night = Shift { code: "night".into(), name: "Night".into(), start: time(20, 0, 0, 0), end: time(8, 0, 0, 0) };
/// let zone = TimeZone::fixed(jiff::tz::offset(8));
/// let at = "2026-11-22T03:00:00+08:00".parse().unwrap();
/// assert_eq!(watch_at(&[night], &zone, at).day.to_string(), "2026-11-21");
/// ```
pub fn watch_at(shifts: &[Shift], zone: &TimeZone, at: Timestamp) -> Watch {
    let today = zone.to_datetime(at).date();
    let days = [today.yesterday().ok(), Some(today)];
    let standing =
        days.into_iter().flatten().flat_map(|day| shifts.iter().filter_map(move |s| watch_on(s, zone, day)));
    standing
        .filter(|w| w.from <= at && at < w.until)
        .max_by_key(|w| w.from)
        .unwrap_or_else(|| whole_day(zone, today, at))
}

fn watch_on(shift: &Shift, zone: &TimeZone, day: Date) -> Option<Watch> {
    let last = if shift.end <= shift.start { day.tomorrow().ok()? } else { day };
    let from = zone.to_timestamp(day.to_datetime(shift.start)).ok()?;
    let until = zone.to_timestamp(last.to_datetime(shift.end)).ok()?;
    Some(Watch { shift: shift.code.clone(), day, from, until })
}

fn whole_day(zone: &TimeZone, day: Date, at: Timestamp) -> Watch {
    let midnight = Time::midnight();
    let from = zone.to_timestamp(day.to_datetime(midnight)).unwrap_or(at);
    let next = day.checked_add(1.day()).unwrap_or(day);
    let until = zone.to_timestamp(next.to_datetime(midnight)).unwrap_or(at);
    Watch { shift: "day".into(), day, from, until }
}
