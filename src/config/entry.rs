//! One table of `station.toml`, read field by field. Every fault is told with its place; a field that can't be used costs
//! only its own entry. It knows no table by name.

use super::{Problem, Source, nearest};
use crate::domain::limits::{CODE_MAX, NAME_MAX};
use crate::domain::never::never_kept;
use crate::domain::{Code, Name};
use jiff::civil::Time;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// The names that passphrases would have; they have no place in a file.
const SECRETS: [&str; 5] = ["passphrase", "password", "secret", "pin", "passwd"];

/// The table being read.
pub(super) struct Entry<'a, 'i> {
    source: &'a Source,
    /// The table's name, as in its header.
    table: &'static str,
    span: Range<usize>,
    fields: Vec<(Range<usize>, &'a str, &'a Spanned<DeValue<'i>>)>,
    problems: &'a mut Vec<Problem>,
    /// Whether something in it can't be used.
    pub(super) bad: bool,
}

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Given<T> {
    pub(super) value: T,
    pub(super) span: Range<usize>,
}

impl<'a, 'i> Entry<'a, 'i> {
    /// Begins a table; a field that is none of `known` is told at once.
    pub(super) fn open(
        source: &'a Source,
        problems: &'a mut Vec<Problem>,
        table: &'static str,
        at: &'a Spanned<DeValue<'i>>,
        content: &'a DeTable<'i>,
        known: &[&'static str],
    ) -> Entry<'a, 'i> {
        let mut fields: Vec<_> =
            content.iter().map(|(name, value)| (name.span(), name.get_ref().as_ref(), value)).collect();
        fields.sort_by_key(|(span, _, _)| span.start);
        let mut entry = Entry { source, table, span: at.span(), fields, problems, bad: false };
        let strange: Vec<_> =
            entry.fields.iter().filter(|(_, name, _)| !known.contains(name)).cloned().collect();
        for (span, name, _) in strange {
            entry.strange_field(span, name, known);
        }
        entry
    }

    /// Reads a table that stands in a field of this one; what is bad in it is bad in this one.
    pub(super) fn nested<T>(
        &mut self,
        field: &'static str,
        value: &'a Spanned<DeValue<'i>>,
        known: &[&'static str],
        read: impl FnOnce(&mut Entry<'_, 'i>) -> Option<T>,
    ) -> Option<T> {
        let DeValue::Table(content) = value.get_ref() else {
            self.wrong(value.span(), "setup-problem-not-inner-table", field);
            return None;
        };
        let mut inner = Entry::open(self.source, self.problems, field, value, content, known);
        let read = read(&mut inner);
        let bad = inner.bad;
        self.bad |= bad;
        read.filter(|_| !bad)
    }

    fn strange_field(&mut self, span: Range<usize>, name: &str, known: &[&'static str]) {
        self.bad = true;
        let problem = if SECRETS.contains(&name.to_ascii_lowercase().as_str()) {
            // Shown at the table's header: the line itself would put the secret on the screen.
            let (line, _) = self.source.place(span.start);
            self.source.error(self.span(), "setup-problem-secret").with("line", line)
        } else if let Some(kind) = never_kept(name) {
            let problem = self.source.error(span, "setup-problem-never-kept").with("name", name);
            problem.with("kind", kind.code())
        } else {
            let meant = nearest(name, known.iter().copied());
            let problem = self.source.error(span, "setup-problem-unknown-field").with("field", name);
            problem.with("table", self.table).meant(meant)
        };
        self.problems.push(problem);
    }

    /// The table's header or its first line.
    pub(super) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Where the value of a field stands; the table when there is none.
    pub(super) fn span_of(&self, field: &'static str) -> Range<usize> {
        self.value(field).map_or_else(|| self.span(), Spanned::span)
    }

    pub(super) fn tell(&mut self, problem: Problem) {
        self.bad = true;
        self.problems.push(problem);
    }

    /// Tells what keeps nothing from being used.
    pub(super) fn warn(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    pub(super) fn error(&self, span: Range<usize>, word: &'static str) -> Problem {
        self.source.error(span, word)
    }

    pub(super) fn warning(&self, span: Range<usize>, word: &'static str) -> Problem {
        self.source.warning(span, word)
    }

    /// Whether a field is there.
    pub(super) fn has(&self, field: &'static str) -> bool {
        self.value(field).is_some()
    }

    /// What a field says, as it stands.
    pub(super) fn value(&self, field: &'static str) -> Option<&'a Spanned<DeValue<'i>>> {
        self.fields.iter().find(|(_, name, _)| *name == field).map(|(_, _, value)| *value)
    }

    pub(super) fn wrong(&mut self, span: Range<usize>, word: &'static str, field: &'static str) {
        let problem = self.error(span, word).with("field", field);
        self.tell(problem);
    }

    /// Tells that a field is missing when it is.
    pub(super) fn wanted<T>(&mut self, field: &'static str, value: Option<T>) -> Option<T> {
        if value.is_none() && self.value(field).is_none() {
            let problem = self.error(self.span(), "setup-problem-missing-field").with("field", field);
            let problem = problem.with("table", self.table);
            self.tell(problem);
        }
        value
    }

    /// A text that isn't empty, if the field is there.
    pub(super) fn text(&mut self, field: &'static str) -> Option<Given<String>> {
        let value = self.value(field)?;
        let span = value.span();
        match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => self.wrong(span, "setup-problem-empty", field),
            DeValue::String(text) => return Some(Given { value: text.trim().to_owned(), span }),
            _ => self.wrong(span, "setup-problem-not-text", field),
        }
        None
    }

    /// A text that must be there.
    pub(super) fn text_wanted(&mut self, field: &'static str) -> Option<Given<String>> {
        let text = self.text(field);
        self.wanted(field, text)
    }

    /// A code that must be there: letters, digits, `-` and `_`.
    pub(super) fn code(&mut self, field: &'static str) -> Option<Given<Code>> {
        let Given { value, span } = self.text_wanted(field)?;
        let plain = value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        if !plain {
            let problem = self.error(span, "setup-problem-bad-code").with("code", &value);
            self.tell(problem);
            return None;
        }
        if !fits(&value, CODE_MAX) {
            self.too_long(span, field, CODE_MAX);
            return None;
        }
        Some(Given { value: Code(value), span })
    }

    fn too_long(&mut self, span: Range<usize>, field: &'static str, max: u32) {
        let problem = self.error(span, "setup-problem-too-long").with("field", field).with("max", max);
        self.tell(problem);
    }

    /// A name that must be there: one text, or `{ en = "...", zh = "..." }`.
    pub(super) fn name(&mut self, field: &'static str) -> Option<Given<Name>> {
        let given = self
            .value(field)
            .and_then(|value| Some(Given { value: self.name_of(value, field)?, span: value.span() }));
        self.wanted(field, given)
    }

    fn name_of(&mut self, value: &Spanned<DeValue<'i>>, field: &'static str) -> Option<Name> {
        let name = match value.get_ref() {
            DeValue::String(text) => Name::One(text.trim().to_owned()),
            DeValue::Table(both) => {
                let of = |lang: &str| {
                    both.get(lang).and_then(|v| v.get_ref().as_str()).map(|t| t.trim().to_owned())
                };
                match (of("en"), of("zh")) {
                    (Some(en), Some(zh)) if both.len() == 2 => Name::Both { en, zh },
                    _ => {
                        self.wrong(value.span(), "setup-problem-not-name", field);
                        return None;
                    }
                }
            }
            _ => {
                self.wrong(value.span(), "setup-problem-not-name", field);
                return None;
            }
        };
        if name.texts().iter().any(|text| text.is_empty()) {
            self.wrong(value.span(), "setup-problem-empty", field);
        } else if name.texts().iter().any(|text| !fits(text, NAME_MAX)) {
            self.too_long(value.span(), field, NAME_MAX);
        } else {
            return Some(name);
        }
        None
    }

    pub(super) fn list(&mut self, field: &'static str) -> Option<&'a DeArray<'i>> {
        let value = self.value(field)?;
        let list = value.get_ref().as_array();
        if list.is_none() {
            self.wrong(value.span(), "setup-problem-not-list", field);
        }
        list
    }

    /// A list of names that must be there.
    pub(super) fn names(&mut self, field: &'static str) -> Vec<Name> {
        let list = self.list(field);
        let Some(list) = self.wanted(field, list) else { return Vec::new() };
        list.iter().filter_map(|value| self.name_of(value, field)).collect()
    }

    /// A list of texts, if the field is there.
    pub(super) fn texts(&mut self, field: &'static str) -> Vec<String> {
        let Some(list) = self.list(field) else { return Vec::new() };
        let mut texts = Vec::new();
        for value in list.iter() {
            match value.get_ref().as_str().map(str::trim) {
                Some("") => self.wrong(value.span(), "setup-problem-empty", field),
                Some(text) if fits(text, NAME_MAX) => texts.push(text.to_owned()),
                Some(_) => self.too_long(value.span(), field, NAME_MAX),
                None => self.wrong(value.span(), "setup-problem-not-text", field),
            }
        }
        texts
    }

    /// Yes or no, if the field is there.
    pub(super) fn flag(&mut self, field: &'static str) -> Option<bool> {
        let value = self.value(field)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong(value.span(), "setup-problem-not-flag", field);
        }
        flag
    }

    /// The number of an account, if the field is there.
    pub(super) fn uid(&mut self, field: &'static str) -> Option<Given<u32>> {
        let value = self.value(field)?;
        self.account(value, field)
    }

    /// Numbers of accounts.
    pub(super) fn uids(&mut self, field: &'static str) -> Vec<Given<u32>> {
        let Some(list) = self.list(field) else { return Vec::new() };
        list.iter().filter_map(|value| self.account(value, field)).collect()
    }

    fn account(&mut self, value: &Spanned<DeValue<'i>>, field: &'static str) -> Option<Given<u32>> {
        let number =
            value.get_ref().as_integer().and_then(|n| u32::from_str_radix(n.as_str(), n.radix()).ok());
        if number.is_none() {
            self.wrong(value.span(), "setup-problem-not-account", field);
        }
        number.map(|number| Given { value: number, span: value.span() })
    }

    /// A time of day that must be there: `"20:00"`, or TOML's own `20:00:00`.
    pub(super) fn time(&mut self, field: &'static str) -> Option<Time> {
        let value = self.value(field);
        let value = self.wanted(field, value)?;
        let text = match value.get_ref() {
            DeValue::String(text) => text.trim().to_owned(),
            DeValue::Datetime(time) => time.to_string(),
            _ => String::new(),
        };
        let time = time_of_day(&text);
        if time.is_none() {
            let problem = self.error(value.span(), "setup-problem-bad-time").with("field", field);
            self.tell(problem);
        }
        time
    }

    /// One of a closed list of words.
    pub(super) fn choice<T>(
        &mut self,
        given: Option<Given<String>>,
        word: &'static str,
        choices: &[&'static str],
        of: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let Given { value, span } = given?;
        let chosen = of(&value);
        if chosen.is_none() {
            // Among P1 to P4 any other is as near as the next.
            let meant = nearest(&value, choices.iter().copied()).filter(|_| value.len() > 2);
            let problem = self.error(span, word).with("value", &value).with("choices", choices.join(", "));
            self.tell(problem.meant(meant));
        }
        chosen
    }
}

fn fits(text: &str, max: u32) -> bool {
    usize::try_from(max).is_ok_and(|max| text.chars().count() <= max)
}

/// Hours and minutes, perhaps seconds; nothing else of what the parser would take.
fn time_of_day(text: &str) -> Option<Time> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || b == b':');
    let parts: Vec<i8> = text.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    match parts.as_slice() {
        [hour, minute] if plain => Time::new(*hour, *minute, 0, 0).ok(),
        [hour, minute, second] if plain => Time::new(*hour, *minute, *second, 0).ok(),
        _ => None,
    }
}
