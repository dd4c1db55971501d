//! Reads the text of `holidays.toml`: the days on which the station doesn't work, and the weekend days on which it does. It
//! knows no country's calendar and never makes one up.

use super::{Problem, Source, nearest};
use crate::domain::calendar::Calendar;
use jiff::civil::{Date, Weekday};
use std::collections::BTreeSet;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The lists that the file may have.
const LISTS: [&str; 2] = ["holidays", "worked"];
/// The most days that a file may name, ranges counted out.
const DAYS_MAX: usize = 3000;
/// The most days of one range; a longer one is a slip of the year.
const RANGE_MAX: i32 = 62;

/// The calendar in a text, and what is wrong with it, in the order of the file.
pub(super) fn read_holidays(source: &Source) -> (Calendar, Vec<Problem>) {
    let (table, errors) = DeTable::parse_recoverable(source.text());
    let mut reader = Reader { source, calendar: Calendar::none(), problems: Vec::new() };
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        reader.problems.push(match error.message() {
            "duplicate key" => {
                let name = source.text().get(span.clone()).unwrap_or_default().to_owned();
                source.error(span, "setup-problem-named-twice").with("field", name)
            }
            detail => source.error(span, "setup-problem-syntax").with("detail", detail),
        });
    }
    // A day that stands in both lists is refused where it is worked, wherever the lists stand.
    for list in LISTS {
        if let Some(value) = table.get_ref().get(list) {
            reader.list(list, value);
        }
    }
    for (name, _) in table.get_ref().iter().filter(|(name, _)| !LISTS.contains(&name.get_ref().as_ref())) {
        let problem = source.error(name.span(), "rules-problem-unknown-list").with("name", name.get_ref());
        reader.problems.push(problem.meant(nearest(name.get_ref(), LISTS)));
    }
    let Reader { calendar, mut problems, .. } = reader;
    problems.sort_by_key(|p| (p.span.start, p.key));
    (calendar, problems)
}

struct Reader<'a> {
    source: &'a Source,
    calendar: Calendar,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn tell(&mut self, span: Range<usize>, word: &'static str, text: &str) {
        let problem = self.source.error(span, word).with("value", text).with("most", DAYS_MAX);
        self.problems.push(problem.with("longest", RANGE_MAX));
    }

    fn list(&mut self, list: &'static str, value: &Spanned<DeValue<'_>>) {
        let Some(items) = value.get_ref().as_array() else {
            let problem = self.source.error(value.span(), "setup-problem-not-list").with("field", list);
            return self.problems.push(problem);
        };
        for item in items {
            let text = match item.get_ref() {
                DeValue::String(text) => text.trim().to_owned(),
                DeValue::Datetime(date) => date.to_string(),
                _ => self.source.text().get(item.span()).unwrap_or_default().to_owned(),
            };
            match days(&text) {
                Ok(days) => self.days(list, &days, item.span(), &text),
                Err(word) => self.tell(item.span(), word, &text),
            }
        }
    }

    /// Takes the days of one item, all or none.
    fn days(&mut self, list: &'static str, days: &[Date], span: Range<usize>, text: &str) {
        let Calendar { holidays, worked } = &mut self.calendar;
        let of_holidays = list == "holidays";
        if holidays.len() + worked.len() + days.len() > DAYS_MAX {
            return self.tell(span, "rules-problem-too-many-days", text);
        }
        let (into, other): (&mut BTreeSet<Date>, &BTreeSet<Date>) =
            if of_holidays { (holidays, worked) } else { (worked, holidays) };
        if let Some(day) = days.iter().find(|day| other.contains(*day)) {
            return self.tell(span, "rules-problem-both-lists", &day.to_string());
        }
        let mut warnings = Vec::new();
        for day in days {
            if !into.insert(*day) {
                warnings.push(("rules-problem-day-twice", *day));
            } else if !of_holidays && !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
                warnings.push(("rules-problem-no-weekend", *day));
            }
        }
        for (word, day) in warnings {
            let problem = self.source.warning(span.clone(), word).with("value", day);
            self.problems.push(problem);
        }
    }
}

/// A date, or two with `..` between them: every day from the one to the other.
fn days(text: &str) -> Result<Vec<Date>, &'static str> {
    let date = |text: &str| text.trim().parse::<Date>().ok().filter(|_| text.trim().len() == 10);
    let Some((first, last)) = text.split_once("..") else {
        return date(text).map(|day| vec![day]).ok_or("rules-problem-bad-date");
    };
    let (Some(first), Some(last)) = (date(first), date(last)) else { return Err("rules-problem-bad-date") };
    if last < first {
        return Err("rules-problem-range-back");
    }
    let between: Vec<Date> =
        first.series(jiff::Span::new().days(1)).take_while(|day| *day <= last).take(64).collect();
    if i32::try_from(between.len()).is_ok_and(|days| days <= RANGE_MAX) {
        Ok(between)
    } else {
        Err("rules-problem-range-long")
    }
}
