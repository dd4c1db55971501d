//! When something happened or has to happen, as an officer types it at the desk.

use crate::domain::limits::EVENT_AHEAD_S;
use crate::domain::name::folded;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp, Zoned};

/// The end of a day, as it is said.
const LAST_MINUTE: Time = Time::constant(23, 59, 0, 0);

/// Why a text is no time of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadTime {
    /// It is written in no way that the desk reads.
    Unreadable,
    /// It lies ahead of the clock.
    Ahead,
}

/// Reads a time at `now`: empty is none, `-10` ten minutes ago, `22:10` or `2210` the last time the clock showed that,
/// `11-20 22:10` that day, `2026-11-20 22:10` or a time with its offset exactly that.
///
/// ```
/// use dutydesk::ui::form::time::read;
/// use jiff::{Timestamp, tz::{TimeZone, offset}};
/// let zone = TimeZone::fixed(offset(8));
/// let now: Timestamp = "2026-11-22T00:05:00+08:00".parse().unwrap();
/// assert_eq!(read("22:10", now, &zone), Ok("2026-11-21T22:10:00+08:00".parse().ok()));
/// assert_eq!(read("-10", now, &zone), Ok("2026-11-21T23:55:00+08:00".parse().ok()));
/// assert_eq!(read("", now, &zone), Ok(None));
/// ```
pub fn read(typed: &str, now: Timestamp, zone: &TimeZone) -> Result<Option<Timestamp>, BadTime> {
    let typed = folded(typed).replace('。', ":");
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let latest = now.saturating_add(SignedDuration::from_secs(EVENT_AHEAD_S)).unwrap_or(now);
    let at = ago(typed, now)
        .or_else(|| last_time(typed, latest, zone))
        .or_else(|| last_day(typed, latest, zone))
        .or_else(|| in_full(typed, zone))
        .ok_or(BadTime::Unreadable)?;
    if at > latest { Err(BadTime::Ahead) } else { Ok(Some(at)) }
}

/// Reads a time that is still to come at `now`: `04:30` or `0430` the next time the clock shows that, `45` or `+90` in so
/// many minutes, `2h` or `1h30` in so many hours, `11-22 09:00` that day, `2026-11-22 09:00` or a time with its offset exactly that.
///
/// ```
/// use dutydesk::ui::form::time::ahead;
/// use jiff::{Timestamp, tz::{TimeZone, offset}};
/// let zone = TimeZone::fixed(offset(8));
/// let now: Timestamp = "2026-11-21T23:50:00+08:00".parse().unwrap();
/// assert_eq!(ahead("04:30", now, &zone), "2026-11-22T04:30:00+08:00".parse().ok());
/// assert_eq!(ahead("+90", now, &zone), "2026-11-22T01:20:00+08:00".parse().ok());
/// assert_eq!(ahead("1h30", now, &zone), "2026-11-22T01:20:00+08:00".parse().ok());
/// assert_eq!(ahead("2h", now, &zone), "2026-11-22T01:50:00+08:00".parse().ok());
/// assert_eq!(ahead("01-05 09:00", now, &zone), "2027-01-05T09:00:00+08:00".parse().ok());
/// assert_eq!(ahead("2026-11-21 20:00", now, &zone), None);
/// ```
pub fn ahead(typed: &str, now: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
    let typed = folded(typed).replace('。', ":");
    let typed = typed.trim();
    from_now(typed, now)
        .or_else(|| next_time(typed, now, zone))
        .or_else(|| next_day(typed, now, zone))
        .or_else(|| in_full(typed, zone))
        .filter(|at| *at > now)
}

/// Reads a day or a time that is still to come at `now`: `12-31` the end of that day, the next time it comes, `2026-12-31`
/// the end of exactly that day, `30d` the end of the day in so many days, and every time that [`ahead`] reads.
///
/// ```
/// use dutydesk::ui::form::time::by_day;
/// use jiff::{Timestamp, tz::{TimeZone, offset}};
/// let zone = TimeZone::fixed(offset(8));
/// let now: Timestamp = "2026-11-21T23:50:00+08:00".parse().unwrap();
/// assert_eq!(by_day("12-31", now, &zone), "2026-12-31T23:59:00+08:00".parse().ok());
/// assert_eq!(by_day("30d", now, &zone), "2026-12-21T23:59:00+08:00".parse().ok());
/// assert_eq!(by_day("2026-11-20", now, &zone), None);
/// assert_eq!(by_day("11-22 09:00", now, &zone), "2026-11-22T09:00:00+08:00".parse().ok());
/// ```
pub fn by_day(typed: &str, now: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
    let day = folded(typed);
    let day = day.trim();
    let end = |date: Date| instant(date.to_datetime(LAST_MINUTE), zone).filter(|at| *at > now);
    let today = zone.to_datetime(now).date();
    let in_days = || {
        let days = ["d", "天", "日"].into_iter().find_map(|unit| day.strip_suffix(unit))?;
        today.checked_add(Span::new().days(digits(days.trim(), 4)?.parse::<i64>().ok()?)).ok()
    };
    let that_day = || {
        let (month, day) = day.split_once('-')?;
        let (month, day) = (digits(month, 2)?.parse().ok()?, digits(day, 2)?.parse().ok()?);
        let on = |year: i16| Date::new(year, month, day).ok();
        on(today.year()).filter(|date| *date >= today).or_else(|| on(today.year().checked_add(1)?))
    };
    let exactly = || day.parse::<Date>().ok().filter(|_| day.len() == "2026-12-31".len());
    match in_days().or_else(that_day).or_else(exactly) {
        Some(date) => end(date),
        None => ahead(typed, now, zone),
    }
}

/// `+90`, `45`, `45 min`: in so many minutes; `2h`, `1h30`: in so many hours and minutes.
fn from_now(typed: &str, now: Timestamp) -> Option<Timestamp> {
    let plus = typed.strip_prefix('+');
    let typed: String = plus.unwrap_or(typed).chars().filter(|c| !c.is_whitespace()).collect();
    // Four digits are a time of day.
    let most = if plus.is_some() { 6 } else { 3 };
    let number = |text: &str| digits(text, most)?.parse::<i64>().ok();
    let minutes = |text: &str| {
        let unit = ["min", "m", "分钟", "分"].into_iter().find_map(|unit| text.strip_suffix(unit));
        number(unit.unwrap_or(text))
    };
    let minutes = match typed.split_once("小时").or_else(|| typed.split_once('h')) {
        Some((hours, rest)) => {
            let rest = if rest.is_empty() { 0 } else { minutes(rest)? };
            number(hours)?.checked_mul(60)?.checked_add(rest)?
        }
        None => minutes(&typed)?,
    };
    now.checked_add(SignedDuration::from_mins(minutes)).ok()
}

/// `04:30`: the next time the station's clocks show it.
fn next_time(typed: &str, now: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
    let time = clock(typed)?;
    let today = zone.to_datetime(now).date();
    let on = |date: Date| instant(date.to_datetime(time), zone);
    on(today).filter(|at| *at > now).or_else(|| on(today.tomorrow().ok()?))
}

/// `11-22 09:00`: the next time that day comes.
fn next_day(typed: &str, now: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
    let (month, day, time) = day_and_time(typed)?;
    let year = zone.to_datetime(now).year();
    let on = |year: i16| instant(Date::new(year, month, day).ok()?.to_datetime(time), zone);
    on(year).filter(|at| *at > now).or_else(|| on(year.checked_add(1)?))
}

fn day_and_time(typed: &str) -> Option<(i8, i8, Time)> {
    let (day, time) = typed.split_once(' ')?;
    let (month, day) = day.split_once('-')?;
    Some((digits(month, 2)?.parse().ok()?, digits(day, 2)?.parse().ok()?, clock(time.trim())?))
}

/// `-10`: minutes ago.
fn ago(typed: &str, now: Timestamp) -> Option<Timestamp> {
    let minutes: i64 = typed.strip_prefix('-')?.trim().parse().ok().filter(|n| (0..=100_000).contains(n))?;
    now.checked_sub(SignedDuration::from_mins(minutes)).ok()
}

/// `22:10`: the last time the station's clocks showed it.
fn last_time(typed: &str, latest: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
    let time = clock(typed)?;
    let today = zone.to_datetime(latest).date();
    let on = |date: Date| instant(date.to_datetime(time), zone);
    on(today).filter(|at| *at <= latest).or_else(|| on(today.yesterday().ok()?))
}

/// `11-20 22:10`: the last time that day came.
fn last_day(typed: &str, latest: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
    let (month, day, time) = day_and_time(typed)?;
    let year = zone.to_datetime(latest).year();
    let on = |year: i16| instant(Date::new(year, month, day).ok()?.to_datetime(time), zone);
    on(year).filter(|at| *at <= latest).or_else(|| on(year.checked_sub(1)?))
}

/// A date and a time, with the offset when another one than the station's is meant.
fn in_full(typed: &str, zone: &TimeZone) -> Option<Timestamp> {
    let typed = typed.to_ascii_uppercase();
    if let Ok(at) = typed.parse::<Timestamp>() {
        return Some(at);
    }
    let (day, time) = typed.split_once([' ', 'T'])?;
    let time = clock(time.trim()).or_else(|| time.trim().parse().ok())?;
    instant(day.parse::<Date>().ok()?.to_datetime(time), zone)
}

/// `22:10`, `7:05` or `2210`.
fn clock(typed: &str) -> Option<Time> {
    let (hour, minute) = match typed.split_once(':') {
        Some((hour, minute)) => (digits(hour, 2)?, digits(minute, 2).filter(|minute| minute.len() == 2)?),
        None => digits(typed, 4).filter(|all| all.len() == 4)?.split_at(2),
    };
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

fn digits(text: &str, most: usize) -> Option<&str> {
    let fits = !text.is_empty() && text.len() <= most && text.bytes().all(|b| b.is_ascii_digit());
    fits.then_some(text)
}

fn instant(at: DateTime, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_ambiguous_zoned(at).compatible().ok().map(|at: Zoned| at.timestamp())
}
