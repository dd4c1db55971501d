//! PURE. Lengths of time as people write them: `30 s`, `1 h 30 min`, `15 days`, `10 working days`, `1 month`, `given`. What
//! they mean on a calendar is decided elsewhere.

use super::nearest;
use crate::domain::rules::Within;
use jiff::SignedDuration;

/// The longest span, in seconds: 366 days.
const SPAN_MAX: i64 = 366 * 86_400;
/// The most days or working days.
const DAYS_MAX: i64 = 3660;
/// The most months.
const MONTHS_MAX: i64 = 120;

/// Why a text is no length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum BadLength {
    /// It can't be read; perhaps this was meant.
    Unknown(Option<String>),
    /// It is nothing, or longer than any length may be.
    OutOfRange,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    /// So many seconds.
    Seconds(i64),
    Day,
    WorkingDay,
    Month,
}

/// Every unit and how it is written; the first way of each is the one that is proposed.
const UNITS: [(&str, Unit); 31] = [
    ("s", Unit::Seconds(1)),
    ("sec", Unit::Seconds(1)),
    ("second", Unit::Seconds(1)),
    ("seconds", Unit::Seconds(1)),
    ("秒", Unit::Seconds(1)),
    ("秒钟", Unit::Seconds(1)),
    ("min", Unit::Seconds(60)),
    ("minute", Unit::Seconds(60)),
    ("minutes", Unit::Seconds(60)),
    ("分", Unit::Seconds(60)),
    ("分钟", Unit::Seconds(60)),
    ("h", Unit::Seconds(3600)),
    ("hour", Unit::Seconds(3600)),
    ("hours", Unit::Seconds(3600)),
    ("时", Unit::Seconds(3600)),
    ("小时", Unit::Seconds(3600)),
    ("day", Unit::Day),
    ("days", Unit::Day),
    ("天", Unit::Day),
    ("日", Unit::Day),
    ("working day", Unit::WorkingDay),
    ("working days", Unit::WorkingDay),
    ("workday", Unit::WorkingDay),
    ("workdays", Unit::WorkingDay),
    ("个工作日", Unit::WorkingDay),
    ("工作日", Unit::WorkingDay),
    ("month", Unit::Month),
    ("months", Unit::Month),
    ("个月", Unit::Month),
    ("月", Unit::Month),
    ("mins", Unit::Seconds(60)),
];

/// How long a rule gives.
pub(super) fn within(text: &str) -> Result<Within, BadLength> {
    if text == "given" {
        return Ok(Within::Given);
    }
    let parts = parts(text)?;
    let counted = |number: i64, most: i64| {
        u16::try_from(number).ok().filter(|_| (1..=most).contains(&number)).ok_or(BadLength::OutOfRange)
    };
    match parts.as_slice() {
        [(number, Unit::Day)] => Ok(Within::Days(counted(*number, DAYS_MAX)?)),
        [(number, Unit::WorkingDay)] => Ok(Within::WorkingDays(counted(*number, DAYS_MAX)?)),
        [(number, Unit::Month)] => Ok(Within::Months(counted(*number, MONTHS_MAX)?)),
        parts => {
            let span = seconds(parts)?;
            if span == 0 {
                Err(BadLength::OutOfRange)
            } else {
                Ok(Within::Span(SignedDuration::from_secs(span)))
            }
        }
    }
}

/// A span of hours, minutes and seconds; it may be nothing.
pub(super) fn span(text: &str) -> Result<SignedDuration, BadLength> {
    Ok(SignedDuration::from_secs(seconds(&parts(text)?)?))
}

/// A length as it is written in the file.
///
/// ```
/// use dutydesk::{config::length_text, domain::rules::Within};
/// assert_eq!(length_text(Within::WorkingDays(10)), "10 working days");
/// assert_eq!(length_text(Within::Span(jiff::SignedDuration::from_mins(90))), "90 min");
/// ```
pub fn length_text(within: Within) -> String {
    let counted =
        |number: u16, one: &str, more: &str| format!("{number} {}", if number == 1 { one } else { more });
    match within {
        Within::Span(span) => span_text(span),
        Within::Days(days) => counted(days, "day", "days"),
        Within::WorkingDays(days) => counted(days, "working day", "working days"),
        Within::Months(months) => counted(months, "month", "months"),
        Within::Given => "given".to_owned(),
    }
}

/// A span of time as it is written in the file: in hours, minutes or seconds, whichever is whole.
pub fn span_text(span: SignedDuration) -> String {
    let seconds = span.as_secs();
    match seconds {
        0 => "0 min".to_owned(),
        _ if seconds % 3600 == 0 => format!("{} h", seconds / 3600),
        _ if seconds % 60 == 0 => format!("{} min", seconds / 60),
        _ => format!("{seconds} s"),
    }
}

fn seconds(parts: &[(i64, Unit)]) -> Result<i64, BadLength> {
    let mut sum = 0_i64;
    for (number, unit) in parts {
        // A day of a span would be 24 hours at best: whoever means that writes hours.
        let Unit::Seconds(each) = unit else { return Err(BadLength::Unknown(None)) };
        let part = number.checked_mul(*each).ok_or(BadLength::OutOfRange)?;
        sum = sum.checked_add(part).filter(|sum| *sum <= SPAN_MAX).ok_or(BadLength::OutOfRange)?;
    }
    Ok(sum)
}

/// The numbers of a text and their units, in turn.
fn parts(text: &str) -> Result<Vec<(i64, Unit)>, BadLength> {
    let mut parts = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (number, after) = rest.split_at(end);
        let after = after.trim_start();
        let end = after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len());
        let (unit, next) = after.split_at(end);
        let unit = unit.trim_end();
        if number.is_empty() {
            return Err(BadLength::Unknown(None));
        }
        let number: i64 = number.parse().map_err(|_| BadLength::OutOfRange)?;
        match UNITS.iter().find(|(name, _)| *name == unit) {
            Some((_, unit)) => parts.push((number, *unit)),
            None => {
                // What stands before and after the unit must be right for the whole to be what was meant.
                let meant = nearest(unit, UNITS.map(|(name, _)| name))
                    .filter(|_| parts.is_empty() && next.is_empty());
                return Err(BadLength::Unknown(meant.map(|unit| format!("{number} {unit}"))));
            }
        }
        rest = next;
    }
    if parts.is_empty() { Err(BadLength::Unknown(None)) } else { Ok(parts) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secs(seconds: i64) -> Result<Within, BadLength> {
        Ok(Within::Span(SignedDuration::from_secs(seconds)))
    }

    #[test]
    fn lengths_are_read_as_people_write_them() {
        for (text, read) in [
            ("30 s", secs(30)),
            ("30s", secs(30)),
            ("5 min", secs(300)),
            ("1 h 30 min", secs(5400)),
            ("1h30min", secs(5400)),
            ("24 小时", secs(86_400)),
            ("8784 h", secs(SPAN_MAX)),
            ("15 days", Ok(Within::Days(15))),
            ("1 day", Ok(Within::Days(1))),
            ("15 天", Ok(Within::Days(15))),
            ("10 working days", Ok(Within::WorkingDays(10))),
            ("10个工作日", Ok(Within::WorkingDays(10))),
            ("1 month", Ok(Within::Months(1))),
            ("given", Ok(Within::Given)),
        ] {
            assert_eq!(within(text), read, "{text}");
        }
        assert_eq!(span("0 min"), Ok(SignedDuration::ZERO));
    }

    #[test]
    fn what_is_written_is_read_back() {
        let spans =
            [1, 59, 60, 90, 3600, 5400, 86_400, SPAN_MAX].map(|s| Within::Span(SignedDuration::from_secs(s)));
        let others =
            [1, 2, 60].into_iter().flat_map(|n| [Within::Days(n), Within::WorkingDays(n), Within::Months(n)]);
        for length in spans.into_iter().chain(others).chain([Within::Given]) {
            assert_eq!(within(&length_text(length)), Ok(length));
        }
        assert_eq!(span(&span_text(SignedDuration::ZERO)), Ok(SignedDuration::ZERO));
    }

    #[test]
    fn what_is_no_length_is_told_from_what_is_too_long() {
        let unknown = |meant: &str| Err(BadLength::Unknown(Some(meant.to_owned())));
        assert_eq!(within("5 minuites"), unknown("5 minutes"));
        assert_eq!(within("15 workng days"), unknown("15 working days"));
        for text in ["", "soon", "5", "min", "-5 min", "1 day 2 h", "1.5 h", "Given", "1 month 1 day"] {
            assert!(matches!(within(text), Err(BadLength::Unknown(_))), "{text}");
        }
        for text in ["0 s", "0 days", "8785 h", "3661 days", "121 months", "99999999999999999999 s"] {
            assert_eq!(within(text), Err(BadLength::OutOfRange), "{text}");
        }
        assert_eq!(span("2 days"), Err(BadLength::Unknown(None)));
    }
}
