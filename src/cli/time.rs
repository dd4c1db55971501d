//! Times on the command line: how they are read from flags and written in JSON.

use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// An instant as JSON gives it: RFC 3339 with the station's offset, in milliseconds as the record keeps it.
pub(super) fn rfc3339(at: Timestamp, zone: &TimeZone) -> String {
    let at = Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at);
    at.display_with_offset(zone.to_offset(at)).to_string()
}

/// Reads `2026-11-21T22:46:00+08:00`, `2026-11-21T22:46` in the station's zone, or `22:46`: the last time the clock
/// showed that.
pub(super) fn read_time(text: &str, zone: &TimeZone, now: Timestamp) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(at);
    }
    if let Ok(local) = text.parse::<DateTime>() {
        return zone.to_timestamp(local).ok();
    }
    let time: Time = text.parse().ok()?;
    let today = zone.to_datetime(now).date();
    let last = |day: jiff::civil::Date| zone.to_timestamp(day.to_datetime(time)).ok().filter(|at| *at <= now);
    last(today).or_else(|| today.yesterday().ok().and_then(last))
}

/// Reads a time that is still to come, written like the others: a clock time is the next one.
pub(super) fn read_ahead(text: &str, zone: &TimeZone, now: Timestamp) -> Option<Timestamp> {
    let text = text.trim();
    if text.parse::<Timestamp>().is_ok() || text.parse::<DateTime>().is_ok() {
        return read_time(text, zone, now);
    }
    let time: Time = text.parse().ok()?;
    let today = zone.to_datetime(now).date();
    let next = |day: jiff::civil::Date| zone.to_timestamp(day.to_datetime(time)).ok().filter(|at| *at > now);
    next(today).or_else(|| today.tomorrow().ok().and_then(next))
}

/// Reads a span: `90s`, `30m`, `12h`, `2d`, or several together, `1h30m`.
pub(super) fn read_span(text: &str) -> Option<SignedDuration> {
    let mut total = SignedDuration::ZERO;
    let mut rest = text.trim();
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit())?;
        let (number, after) = rest.split_at(digits);
        let unit = after.chars().next()?;
        let seconds: i64 = match unit {
            's' => 1,
            'm' => 60,
            'h' => 3_600,
            'd' => 86_400,
            _ => return None,
        };
        let number: i64 = number.parse().ok()?;
        total = total.checked_add(SignedDuration::from_secs(number.checked_mul(seconds)?))?;
        rest = after.get(unit.len_utf8()..)?.trim_start();
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::{read_ahead, read_span, read_time, rfc3339};
    use jiff::Timestamp;
    use jiff::tz::TimeZone;

    #[test]
    fn spans_add_up_and_nonsense_is_no_span() {
        let cases =
            [("90s", Some(90)), ("1h30m", Some(5_400)), ("2d", Some(172_800)), (" 12h ", Some(43_200))];
        for (text, seconds) in cases {
            assert_eq!(read_span(text).map(|d| d.as_secs()), seconds, "{text}");
        }
        for text in ["", "12", "h", "1y", "-5m", "99999999999999999999d"] {
            assert_eq!(read_span(text), None, "{text}");
        }
    }

    #[test]
    fn a_clock_time_is_the_last_one_that_passed() {
        let zone = TimeZone::get("Asia/Shanghai").unwrap();
        let now: Timestamp = "2026-11-21T18:10:00Z".parse().unwrap();
        let read = |text: &str| rfc3339(read_time(text, &zone, now).unwrap(), &zone);
        assert_eq!(read("02:05"), "2026-11-22T02:05:00+08:00");
        assert_eq!(read("22:46"), "2026-11-21T22:46:00+08:00");
        assert_eq!(read("2026-11-21T20:00"), "2026-11-21T20:00:00+08:00");
        assert_eq!(read_time("25:00", &zone, now), None);
        let ahead = |text: &str| rfc3339(read_ahead(text, &zone, now).unwrap(), &zone);
        assert_eq!(ahead("02:05"), "2026-11-23T02:05:00+08:00");
        assert_eq!(ahead("22:46"), "2026-11-22T22:46:00+08:00");
        assert_eq!(ahead("2026-11-21T20:00"), "2026-11-21T20:00:00+08:00", "a full time is taken as it is");
        assert_eq!(read_ahead("25:00", &zone, now), None);
    }
}
