//! Trial F37: where a deadline ends, against a slow implementation that shares nothing with the product's own but the offset
//! of a zone at an instant. Every date of twenty years, in zones with clock changes of every odd kind.

use dutydesk::domain::calendar::{Calendar, ends};
use dutydesk::domain::rules::Within;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;

const DAY: i64 = 86_400;
/// The first and the last year that deadlines start in.
const YEARS: (i64, i64) = (2000, 2019);

/// A day as the slow side counts it: walked to from 1 January 1970, which was a Thursday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Day {
    year: i64,
    month: i64,
    day: i64,
    /// 0 is Monday.
    weekday: i64,
}

fn month_length(year: i64, month: i64) -> i64 {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Every day from 1970 on, one step after the other; its place in the list is its number.
fn every_day() -> Vec<Day> {
    let mut days = Vec::new();
    let mut today = Day { year: 1970, month: 1, day: 1, weekday: 3 };
    while today.year <= YEARS.1 + 2 {
        days.push(today);
        today.weekday = (today.weekday + 1) % 7;
        today.day += 1;
        if today.day > month_length(today.year, today.month) {
            (today.day, today.month) = (1, today.month + 1);
        }
        if today.month > 12 {
            (today.month, today.year) = (1, today.year + 1);
        }
    }
    days
}

/// An invented table: three runs of holidays a year, and the weekend days before and after them that are worked instead.
fn holiday_table(days: &[Day]) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let off = |day: &Day| match (day.month, day.day) {
        (1, 1..=3) | (5, 1..=5) | (10, 1..=7) => true,
        // A leap day off, so that February is not like any other.
        (2, 29) => day.year % 8 == 0,
        _ => false,
    };
    let holidays: BTreeSet<usize> = (0..days.len()).filter(|at| off(&days[*at])).collect();
    let mut worked = BTreeSet::new();
    for (at, day) in days.iter().enumerate() {
        let near = |steps: usize| {
            holidays.contains(&(at + steps)) || (at >= steps && holidays.contains(&(at - steps)))
        };
        let weekend = day.weekday >= 5;
        if weekend && !holidays.contains(&at) && (near(1) || near(2)) && (day.year + day.weekday) % 2 == 0 {
            worked.insert(at);
        }
    }
    (holidays, worked)
}

fn date_of(day: &Day) -> Date {
    Date::new(day.year as i16, day.month as i8, day.day as i8).unwrap()
}

/// The slow side: one zone, one table.
struct Slow {
    zone: TimeZone,
    days: Vec<Day>,
    working: Vec<bool>,
    /// The first second after each day, none before it was looked for.
    after: Vec<Option<i64>>,
}

impl Slow {
    /// The number of the day that a clock on the wall shows.
    fn local_day(&self, second: i64) -> i64 {
        let at = Timestamp::from_second(second).unwrap();
        (second + i64::from(self.zone.to_offset(at).seconds())).div_euclid(DAY)
    }

    /// The second after the last one on which the wall shows this day or an earlier one: looked for in ever smaller steps.
    fn second_after(&mut self, day: usize) -> i64 {
        if let Some(known) = self.after[day] {
            return known;
        }
        let day_number = day as i64;
        let mut last = (day_number - 1) * DAY;
        for step in [1_800, 60, 1] {
            let (from, to) = if step == 1_800 { (last, last + 3 * DAY) } else { (last, last + step * 60) };
            let mut at = from;
            while at <= to {
                if self.local_day(at) <= day_number {
                    last = at;
                }
                at += step;
            }
        }
        self.after[day] = Some(last + 1);
        last + 1
    }

    fn ends(&mut self, within: Within, from: i64) -> i64 {
        let start = usize::try_from(self.local_day(from)).unwrap();
        let last = match within {
            Within::Span(span) => return from + span.as_secs(),
            Within::Given => unreachable!("nothing to compute"),
            Within::Days(days) => start + usize::from(days),
            Within::WorkingDays(days) => {
                let (mut at, mut counted) = (start, 0);
                while counted < days {
                    at += 1;
                    counted += u16::from(self.working[at]);
                }
                at
            }
            Within::Months(months) => self.months_after(start, i64::from(months)),
        };
        self.second_after(last)
    }

    /// The day of the same number so many months on, or that month's last: walked to day by day.
    fn months_after(&self, start: usize, months: i64) -> usize {
        let from = self.days[start];
        let wanted = from.year * 12 + from.month + months;
        let of_month = |day: &Day| day.year * 12 + day.month == wanted;
        let mut at = start;
        while !of_month(&self.days[at]) {
            at += 1;
        }
        while self.days[at].day < from.day && of_month(&self.days[at + 1]) {
            at += 1;
        }
        at
    }
}

/// Shanghai and UTC never change; Berlin and New York change by night, Lord Howe by half an hour, São Paulo and Beirut at
/// midnight, so that a day begins at 1 or an hour stands twice before it ends; St. John's at one minute past, so that a
/// midnight stands twice; Apia left a whole day out.
const ZONES: [&str; 9] = [
    "Asia/Shanghai",
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "Asia/Beirut",
    "America/St_Johns",
    "Pacific/Apia",
];

const LENGTHS: [Within; 9] = [
    Within::Days(1),
    Within::Days(15),
    Within::Days(60),
    Within::WorkingDays(1),
    Within::WorkingDays(5),
    Within::WorkingDays(10),
    Within::Months(1),
    Within::Months(2),
    Within::Months(12),
];

fn compare(zone_name: &str) {
    let zone = TimeZone::get(zone_name).unwrap();
    let days = every_day();
    let (holidays, worked) = holiday_table(&days);
    let working = (0..days.len())
        .map(|at| worked.contains(&at) || (days[at].weekday < 5 && !holidays.contains(&at)))
        .collect();
    let dates = |numbers: &BTreeSet<usize>| numbers.iter().map(|at| date_of(&days[*at])).collect();
    let calendar = Calendar { holidays: dates(&holidays), worked: dates(&worked) };
    let after = vec![None; days.len()];
    let mut slow = Slow { zone: zone.clone(), working, after, days };
    let first = slow.days.iter().position(|d| d.year == YEARS.0).unwrap();
    let end = slow.days.iter().position(|d| d.year == YEARS.1 + 1).unwrap();
    let mut wrong = Vec::new();
    let mut compared = 0;
    for day in first..end {
        // Somewhere in the day, its last second, and the first one after it.
        let edge = slow.second_after(day);
        for from in [day as i64 * DAY + (day as i64 * 7_919) % DAY, edge - 1, edge] {
            for within in LENGTHS {
                let expected = Timestamp::from_second(slow.ends(within, from)).unwrap();
                let found = ends(within, Timestamp::from_second(from).unwrap(), &zone, &calendar);
                compared += 1;
                if found != Some(expected) {
                    wrong.push(format!("{within:?} from {from}: {found:?}, but {expected} by hand"));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{zone_name}: {} of {compared} differ\n{}",
        wrong.len(),
        wrong[..wrong.len().min(9)].join("\n")
    );
    assert_eq!(compared, (end - first) * 3 * LENGTHS.len());
}

macro_rules! zones {
    ($($name:ident: $at:literal,)*) => {$(
        #[test]
        fn $name() {
            compare(ZONES[$at]);
        }
    )*};
}

zones! {
    deadlines_end_as_counted_by_hand_in_shanghai: 0,
    deadlines_end_as_counted_by_hand_in_utc: 1,
    deadlines_end_as_counted_by_hand_in_berlin: 2,
    deadlines_end_as_counted_by_hand_in_new_york: 3,
    deadlines_end_as_counted_by_hand_on_lord_howe_island: 4,
    deadlines_end_as_counted_by_hand_in_sao_paulo: 5,
    deadlines_end_as_counted_by_hand_in_beirut: 6,
    deadlines_end_as_counted_by_hand_in_st_johns: 7,
    deadlines_end_as_counted_by_hand_in_apia: 8,
}

#[test]
fn spans_are_counted_in_seconds_whatever_the_clock_on_the_wall_does() {
    for name in ZONES {
        let zone = TimeZone::get(name).unwrap();
        let mut from = Timestamp::from_second(946_684_800).unwrap();
        let until = Timestamp::from_second(946_684_800 + 20 * 366 * DAY).unwrap();
        while from < until {
            for seconds in [1, 30, 300, 86_400, 3 * 86_400, 366 * 86_400] {
                let within = Within::Span(SignedDuration::from_secs(seconds));
                let end = ends(within, from, &zone, &Calendar::none()).unwrap();
                assert_eq!(end.as_second() - from.as_second(), seconds);
            }
            from += SignedDuration::from_secs(7 * 3600 + 13);
        }
        assert_eq!(ends(Within::Given, from, &zone, &Calendar::none()), None);
    }
}

#[test]
fn nothing_ends_after_the_end_of_time() {
    let late = "9999-12-28T00:00:00Z".parse().unwrap();
    for within in [Within::Days(9), Within::Months(1), Within::WorkingDays(9), Within::Days(3)] {
        assert_eq!(ends(within, late, &TimeZone::UTC, &Calendar::none()), None, "{within:?}");
    }
}

#[test]
fn a_midnight_in_the_middle_of_a_skipped_hour_is_where_the_clock_went_on() {
    let toronto = TimeZone::get("America/Toronto").unwrap();
    let noon = "1919-03-29T12:00:00-05:00".parse().unwrap();
    let end = ends(Within::Days(1), noon, &toronto, &Calendar::none()).unwrap();
    assert_eq!(end, "1919-03-30T23:30:00-05:00".parse().unwrap(), "half past eleven became half past twelve");
}
