//! Reads the texts of `rules.toml` and `holidays.toml`: what a station lays down about time, and every problem at once, each
//! with its place.
//!
//! A bad entry never spoils another: what can't be used leaves the shipped rule of the same code as it is. It opens no file.

use super::entry::{Entry, Given};
use super::holidays_read::read_holidays;
use super::rules_shipped::rules_shipped;
use super::{Problem, Source, ladder_entry, nearest, rate_entry, rule_entry};
use crate::domain::Code;
use crate::domain::id::Kind;
use crate::domain::rules::{Allowance, CarryOver, Ladder, Repeats, Rule, Rules, Sweeps};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The most rules, and the most ladders, that a file may have.
const ENTRIES_MAX: usize = 200;

/// The tables that the file may have.
const TABLES: [&str; 6] = ["rule", "ladder", "repeats", "carry-over", "allowance", "sweeps"];

/// The rules of a desk's folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RulesRead {
    /// The rules in force: the files' where they can be used, and the shipped ones for the rest.
    pub rules: Rules,
    /// What is wrong with the files, the rules first, each file in its order.
    pub problems: Vec<Problem>,
}

/// Reads the rules of a desk's folder. A file that isn't there says nothing: without `rules.toml` the shipped rules are in
/// force, without `holidays.toml` there are no holidays.
///
/// ```
/// use dutydesk::config::{Source, read_rules};
/// let file = Source::new("rules.toml", "[[rule]]\ncode = \"accept\"\nwithin = \"1 minut\"\nactive = false\n");
/// let read = read_rules(Some(&file), None);
/// assert_eq!((read.problems[0].line, read.problems[0].suggestion.as_deref()), (3, Some("1 minute")));
/// assert!(read.rules.rule(&"accept".into()).unwrap().active, "the shipped rule stays");
/// ```
pub fn read_rules(rules: Option<&Source>, holidays: Option<&Source>) -> RulesRead {
    let shipped = rules_shipped();
    let mut read = match rules {
        Some(source) => read_onto(source, &shipped),
        None => RulesRead { rules: shipped, problems: Vec::new() },
    };
    if let Some(source) = holidays {
        let (calendar, problems) = read_holidays(source);
        read.rules.calendar = calendar;
        read.problems.extend(problems);
    }
    read
}

/// Reads a rules file that is laid over others.
pub(super) fn read_onto(source: &Source, shipped: &Rules) -> RulesRead {
    let (table, errors) = DeTable::parse_recoverable(source.text());
    let mut reader = Reader::new(source, shipped);
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
    // The parser makes something of a broken entry too; what it guesses isn't what is written.
    reader.broken = reader.problems.iter().map(|problem| problem.span.start).collect();
    reader.tables(table.get_ref());
    let rules = reader.merged();
    let mut problems = reader.problems;
    problems.sort_by_key(|p| (p.span.start, p.key));
    RulesRead { rules, problems }
}

struct Reader<'a> {
    source: &'a Source,
    shipped: &'a Rules,
    problems: Vec<Problem>,
    /// Where the text is no TOML.
    broken: Vec<usize>,
    /// Every code in small letters, also of rules that can't be used, and where it was first named.
    seen: BTreeMap<String, Range<usize>>,
    rules: Vec<(Rule, Range<usize>)>,
    ladders: Vec<Ladder>,
    /// The kinds that a ladder of the file is about.
    laid: Vec<Kind>,
    /// The kinds of which a ladder of the file can't be used: there the shipped ones stay behind the file's own.
    lame: Vec<Kind>,
    repeats: Option<Repeats>,
    carry_over: Option<CarryOver>,
    allowances: Vec<Allowance>,
    sweeps: Option<Sweeps>,
}

impl<'a> Reader<'a> {
    fn new(source: &'a Source, shipped: &'a Rules) -> Reader<'a> {
        Reader {
            source,
            shipped,
            problems: Vec::new(),
            broken: Vec::new(),
            seen: BTreeMap::new(),
            rules: Vec::new(),
            ladders: Vec::new(),
            laid: Vec::new(),
            lame: Vec::new(),
            repeats: shipped.repeats,
            carry_over: shipped.carry_over,
            allowances: shipped.allowances.clone(),
            sweeps: shipped.sweeps,
        }
    }

    fn tables(&mut self, file: &DeTable<'_>) {
        // Ladders name rules, so all rules are read before them, wherever they stand.
        for (name, value) in file {
            let word = name.get_ref().as_ref();
            if word == "rule" {
                self.each("rule", name.span(), value, Reader::rule);
            } else if !TABLES.contains(&word) {
                let problem =
                    self.source.error(name.span(), "setup-problem-unknown-table").with("table", word);
                self.problems.push(problem.meant(nearest(word, TABLES)));
            }
        }
        for (name, value) in file {
            match (name.get_ref().as_ref(), value.get_ref()) {
                ("ladder", _) => self.each("ladder", name.span(), value, Reader::ladder),
                (table, DeValue::Table(content)) => self.single(table, value, content),
                (table @ ("repeats" | "carry-over" | "allowance" | "sweeps"), _) => {
                    let problem = self.source.error(name.span(), "rules-problem-not-one-table");
                    self.problems.push(problem.with("table", table));
                }
                (_, _) => {}
            }
        }
        self.check_shadows();
    }

    /// The tables of which there is only one.
    fn single(&mut self, table: &str, at: &Spanned<DeValue<'_>>, content: &DeTable<'_>) {
        match table {
            "repeats" => {
                let found = self.one("repeats", at, content, &ladder_entry::REPEATS, ladder_entry::repeats);
                self.repeats = found.unwrap_or(self.repeats);
            }
            "carry-over" => {
                let known = &ladder_entry::CARRY_OVER;
                let found = self.one("carry-over", at, content, known, ladder_entry::carry_over);
                self.carry_over = found.unwrap_or(self.carry_over);
            }
            "allowance" => {
                let (known, shipped) = (rate_entry::severities(), self.shipped);
                let read =
                    |entry: &mut Entry<'_, '_>| Some(rate_entry::allowances(entry, &shipped.allowances));
                let found = self.one("allowance", at, content, &known, read);
                self.allowances = found.unwrap_or_else(|| self.allowances.clone());
            }
            "sweeps" => {
                let found = self.one("sweeps", at, content, &rate_entry::SWEEPS, rate_entry::sweeps);
                self.sweeps = found.unwrap_or(self.sweeps);
            }
            _ => {}
        }
    }

    fn each(
        &mut self,
        table: &'static str,
        span: Range<usize>,
        value: &Spanned<DeValue<'_>>,
        read: fn(&mut Self, &Spanned<DeValue<'_>>, &DeTable<'_>),
    ) {
        let not_tables = |span| self.source.error(span, "setup-problem-not-tables").with("table", table);
        let Some(list) = value.get_ref().as_array() else {
            let problem = not_tables(span);
            return self.problems.push(problem);
        };
        if list.len() > ENTRIES_MAX {
            let problem = self.source.error(span, "rules-problem-too-many").with("most", ENTRIES_MAX);
            self.problems.push(problem);
        }
        for value in list.iter().take(ENTRIES_MAX) {
            match value.get_ref() {
                DeValue::Table(content) => read(self, value, content),
                _ => {
                    let problem = self.source.error(value.span(), "setup-problem-not-tables");
                    self.problems.push(problem.with("table", table));
                }
            }
        }
    }

    fn one<T>(
        &mut self,
        table: &'static str,
        at: &Spanned<DeValue<'_>>,
        content: &DeTable<'_>,
        known: &[&'static str],
        read: impl FnOnce(&mut Entry<'_, '_>) -> Option<T>,
    ) -> Option<T> {
        let broken = self.is_broken(at, content);
        let mut entry = Entry::open(self.source, &mut self.problems, table, at, content, known);
        read(&mut entry).filter(|_| !entry.bad && !broken)
    }

    /// Whether a line of an entry is no TOML.
    fn is_broken(&self, at: &Spanned<DeValue<'_>>, content: &DeTable<'_>) -> bool {
        let last = content.values().map(|value| value.span().end).max().unwrap_or(0).max(at.span().end);
        let lines = self.source.place(at.span().start).0..=self.source.place(last).0;
        self.broken.iter().any(|byte| lines.contains(&self.source.place(*byte).0))
    }

    fn rule(&mut self, at: &Spanned<DeValue<'_>>, content: &DeTable<'_>) {
        let broken = self.is_broken(at, content);
        let mut entry =
            Entry::open(self.source, &mut self.problems, "rule", at, content, &rule_entry::FIELDS);
        let Some(Given { value: code, span }) = entry.code("code") else { return };
        let small = code.0.to_ascii_lowercase();
        if let Some(first) = self.seen.get(&small) {
            let problem =
                entry.error(span, "setup-problem-duplicate").with("code", &code).with("table", "rule");
            entry.tell(problem.with("line", self.source.place(first.start).0));
            return;
        }
        self.seen.insert(small, span.clone());
        let base = named(&self.shipped.rules, &code.0);
        let rule = rule_entry::read(&mut entry, base.map_or(code, |base| base.code.clone()), base);
        if !entry.bad && !broken {
            self.rules.extend(rule.map(|rule| (rule, span)));
        }
    }

    fn ladder(&mut self, at: &Spanned<DeValue<'_>>, content: &DeTable<'_>) {
        let broken = self.is_broken(at, content);
        let mut entry =
            Entry::open(self.source, &mut self.problems, "ladder", at, content, &ladder_entry::FIELDS);
        let read = ladder_entry::read(&mut entry);
        let own: Vec<Rule> = self.rules.iter().map(|(rule, _)| rule.clone()).collect();
        for given in &read.rules {
            let found = named(&own, &given.value).or_else(|| named(&self.shipped.rules, &given.value));
            if found.is_none() && !self.seen.contains_key(&given.value.to_ascii_lowercase()) {
                let codes = self.shipped.rules.iter().chain(&own).map(|rule| rule.code.as_str());
                let meant = nearest(&given.value, codes);
                let problem =
                    entry.error(given.span.clone(), "rules-problem-no-rule").with("code", &given.value);
                entry.tell(problem.meant(meant));
            } else if let Some((rule, on)) = found.zip(read.on).filter(|(rule, on)| rule.on != *on) {
                let problem = entry.error(given.span.clone(), "rules-problem-rule-of-other");
                let problem = problem.with("code", &given.value).with("kind", on.code());
                entry.tell(problem.with("other", rule.on.code()));
            }
        }
        let usable = !entry.bad && !broken;
        self.laid.extend(read.on);
        match read.ladder.filter(|_| usable) {
            Some(ladder) => self.ladders.push(ladder),
            None => self.lame.extend(read.on),
        }
    }

    /// Warns of rules that never count, because one above fits whatever they fit.
    fn check_shadows(&mut self) {
        let covers = |above: &Rule, below: &Rule| {
            let (a, b) = (&above.only, &below.only);
            let within = |wide: bool, all: bool| wide || all;
            (above.on, above.starts, above.stops) == (below.on, below.starts, below.stops)
                && within(
                    a.priorities.is_empty(),
                    !b.priorities.is_empty() && b.priorities.iter().all(|p| a.priorities.contains(p)),
                )
                && within(
                    a.sources.is_empty(),
                    !b.sources.is_empty() && b.sources.iter().all(|s| a.sources.contains(s)),
                )
                && (a.outside.is_none() || a.outside == b.outside)
        };
        for (at, (below, span)) in self.rules.iter().enumerate().filter(|(_, (rule, _))| rule.active) {
            let above = self.rules.iter().take(at).find(|(above, _)| above.active && covers(above, below));
            if let Some((above, place)) = above {
                let problem = self.source.warning(span.clone(), "rules-problem-never-counts");
                let problem = problem.with("code", &below.code).with("above", &above.code);
                self.problems.push(problem.with("line", self.source.place(place.start).0));
            }
        }
    }

    /// The file's entries first, in its order, then what was shipped and the file doesn't replace.
    fn merged(&self) -> Rules {
        let own = |rule: &Rule| self.rules.iter().any(|(own, _)| own.code == rule.code);
        let mut rules: Vec<Rule> = self.rules.iter().map(|(rule, _)| rule.clone()).collect();
        rules.extend(self.shipped.rules.iter().filter(|rule| !own(rule)).cloned());
        let mut lame = self.lame.clone();
        let mut ladders = Vec::new();
        for ladder in &self.ladders {
            match standing(ladder, &rules) {
                Some(ladder) => ladders.push(ladder),
                None => lame.push(ladder.on),
            }
        }
        let kept = |kind: &Kind| !self.laid.contains(kind) || lame.contains(kind);
        let shipped = self.shipped.ladders.iter().filter(|ladder| kept(&ladder.on));
        ladders.extend(shipped.filter_map(|ladder| standing(ladder, &rules)));
        Rules {
            rules,
            ladders,
            calendar: self.shipped.calendar.clone(),
            repeats: self.repeats,
            carry_over: self.carry_over,
            allowances: self.allowances.clone(),
            sweeps: self.sweeps,
        }
    }
}

/// The rule of a code; case doesn't tell codes apart.
fn named<'r>(rules: &'r [Rule], code: &str) -> Option<&'r Rule> {
    rules.iter().find(|rule| rule.code.0.eq_ignore_ascii_case(code))
}

/// A ladder with those of its rules that there are; none when it is for rules only that could not be used.
fn standing(ladder: &Ladder, rules: &[Rule]) -> Option<Ladder> {
    let of_kind = |code: &Code| named(rules, &code.0).filter(|rule| rule.on == ladder.on);
    let left: Vec<Code> = ladder.rules.iter().filter_map(of_kind).map(|rule| rule.code.clone()).collect();
    let whole = ladder.rules.is_empty() || !left.is_empty();
    whole.then(|| Ladder { rules: left, ..ladder.clone() })
}
