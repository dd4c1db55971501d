//! One line that enters a report: `p2 fight @S3 two men with bottles`. It reads the line against the station's lists and
//! proposes what was not said; it never loses a word: what it doesn't know stays in the narrative.
//!
//! Anywhere in the line: a priority `p2`, a beat `@S3` or `@South 3`, a place `#North St 12` up to a comma or the
//! next sign, a telephone `tel:5550100`. Before the first word: an incident type, by its code or its name. Signs and letters
//! may be full-width, and between Chinese words no spaces are needed.

use super::command::Incoming;
use super::id::Code;
use super::name::narrow;
use super::private::Private;
use super::propose;
use super::report::{Priority, Source, Telling};
use super::setup::CodeList;
use super::station::Station;

/// The words that a telephone number stands behind.
const PHONES: [&str; 2] = ["tel:", "电话:"];
/// The fewest digits of a telephone number.
const DIGITS_MIN: usize = 3;

/// What a line says, and what the station's patterns propose where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuickEntry {
    /// What would be entered.
    pub telling: Telling,
    /// Whether the priority is a proposal.
    pub priority_proposed: bool,
    /// Whether the incident type is a proposal.
    pub type_proposed: bool,
    /// A beat that the station doesn't have: the report is entered with the beat to be set.
    pub unknown_beat: Option<Private>,
}

impl QuickEntry {
    /// Reads a line.
    ///
    /// ```
    /// use dutydesk::domain::{Station, quick_entry::QuickEntry, report::Priority};
    /// let entry = QuickEntry::read("Ｐ２ two men with bottles tel:5550100", &Station::default());
    /// assert_eq!(entry.telling.priority, Some(Priority::P2));
    /// assert_eq!(entry.telling.caller_phone.as_str(), "5550100");
    /// assert_eq!(entry.telling.narrative.as_str(), "two men with bottles");
    /// ```
    pub fn read(line: &str, station: &Station) -> QuickEntry {
        let mut reading = Reading::new(line, station);
        reading.go();
        reading.entry()
    }

    /// The report as told over the telephone.
    pub fn incoming(self) -> Incoming {
        Incoming { source: Source::Phone, source_key: None, event_at: None, telling: self.telling }
    }
}

/// A line while it is read: characters as typed and as they count, and which of them are narrative.
struct Reading<'a> {
    typed: Vec<char>,
    counts: Vec<char>,
    kept: Vec<bool>,
    station: &'a Station,
    at: usize,
    /// Whether a word of the narrative has been read.
    begun: bool,
    found: QuickEntry,
    /// The incident type as it was typed, when it was taken out of the narrative.
    type_word: String,
}

impl<'a> Reading<'a> {
    fn new(line: &str, station: &'a Station) -> Reading<'a> {
        let typed: Vec<char> = line.chars().collect();
        let counts = typed.iter().copied().map(counts_as).collect();
        let kept = vec![true; typed.len()];
        let (found, type_word) = (QuickEntry::default(), String::new());
        Reading { typed, counts, kept, station, at: 0, begun: false, found, type_word }
    }

    fn go(&mut self) {
        while self.at < self.typed.len() {
            let end = if self.begins_here() { self.token() } else { None };
            match end {
                Some(end) => {
                    let end = end.clamp(self.at + 1, self.typed.len());
                    self.kept.get_mut(self.at..end).into_iter().flatten().for_each(|kept| *kept = false);
                    self.at = end;
                }
                None => {
                    self.begun |= !self.is_space(self.at) && !self.is_comma(self.at);
                    self.at += 1;
                }
            }
        }
    }

    /// Takes what begins here; gives the place behind it. None when it is narrative.
    fn token(&mut self) -> Option<usize> {
        match self.char(self.at)? {
            '@' => self.beat(),
            '#' => self.place(),
            'p' if self.found.telling.priority.is_none() && self.priority_at(self.at).is_some() => {
                self.found.telling.priority = self.priority_at(self.at);
                Some(self.at + 2)
            }
            _ => self.phone().or_else(|| if self.begun { None } else { self.incident_type() }),
        }
    }

    fn priority_at(&self, at: usize) -> Option<Priority> {
        let digit = self.char(at).filter(|c| *c == 'p').and_then(|_| self.char(at + 1))?.to_digit(10)?;
        let number = usize::try_from(digit).ok()?.checked_sub(1)?;
        let ends = self.char(at + 2).is_none_or(|c| !c.is_ascii_alphanumeric() && c != '-' && c != '.');
        Priority::ALL.get(number).copied().filter(|_| ends)
    }

    fn beat(&mut self) -> Option<usize> {
        if self.found.telling.beat.is_some() || self.found.unknown_beat.is_some() {
            return None;
        }
        let from = self.at + 1;
        let known = self.station.beats().flat_map(|beat| {
            let names = beat.name.texts().into_iter().chain([beat.code.as_str()]);
            names.filter_map(|name| Some((self.stands(name, from)?, &beat.code)))
        });
        if let Some((end, code)) = known.max_by_key(|(end, _)| *end) {
            self.found.telling.beat = Some(code.clone());
            return Some(end);
        }
        let word = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        let plain = self.run(from, |c| word(c) && c.is_ascii());
        let end = self.run(from, word);
        if end == from {
            return None;
        }
        self.found.unknown_beat = Some(Private(self.text(from, end)));
        // A code goes on record as what was given; a Chinese word without its end may be more than a name, so it
        // stays in the narrative.
        if end > plain {
            return None;
        }
        self.found.telling.beat = Some(Code(self.text(from, end)));
        Some(end)
    }

    fn place(&mut self) -> Option<usize> {
        let from = self.at + 1;
        if !self.found.telling.place.is_empty() || self.char(from)?.is_whitespace() {
            return None;
        }
        let ends = |at: &usize| self.is_comma(*at) || self.is_sign(*at);
        let end = (from..self.typed.len()).find(ends).unwrap_or(self.typed.len());
        let place = self.text(from, end);
        if place.trim().is_empty() {
            return None;
        }
        self.found.telling.place = Private(place.trim().to_owned());
        let closed = self.is_comma(end) || self.char(end) == Some('#');
        Some(end + usize::from(closed))
    }

    /// Whether something else begins at a place inside a `#` place.
    fn is_sign(&self, at: usize) -> bool {
        let apart = self.is_apart(at);
        let phone = || PHONES.iter().any(|word| self.has(word, at));
        matches!(self.char(at), Some('@' | '#')) || apart && (self.priority_at(at).is_some() || phone())
    }

    fn phone(&mut self) -> Option<usize> {
        if !self.found.telling.caller_phone.is_empty() {
            return None;
        }
        let word = PHONES.iter().find(|word| self.has(word, self.at))?;
        let from = self.at + word.chars().count();
        let end = self.run(from, |c| c.is_ascii_digit() || c == '+' || c == '-');
        let number: String = self.counts.get(from..end)?.iter().collect();
        if number.chars().filter(char::is_ascii_digit).count() < DIGITS_MIN {
            return None;
        }
        self.found.telling.caller_phone = Private(number);
        Some(end)
    }

    /// An incident type counts only where a word ends behind it. Followed by more words it is chosen and stays in the
    /// narrative as well: 'theft of a bicycle' is a sentence.
    fn incident_type(&mut self) -> Option<usize> {
        if self.found.telling.incident_type.is_some() {
            return None;
        }
        let known = self.station.codes(CodeList::IncidentType).flat_map(|entry| {
            let names = entry.name.texts().into_iter().chain([entry.code.as_str()]);
            names.filter_map(|name| Some((self.stands(name, self.at)?, &entry.code)))
        });
        let whole = |end: usize| self.char(end).is_none_or(|c| !c.is_alphanumeric() && c != '-' && c != '_');
        let (end, code) = known.filter(|(end, _)| whole(*end)).max_by_key(|(end, _)| *end)?;
        self.found.telling.incident_type = Some(code.clone());
        let next = self.run(end, char::is_whitespace);
        if next < self.typed.len() && !self.is_sign(next) && !self.is_comma(next) {
            return None;
        }
        self.type_word = self.text(self.at, end);
        Some(end)
    }

    /// Where a name ends that stands here; one that ends in a letter or number of the keyboard must end a word.
    fn stands(&self, name: &str, from: usize) -> Option<usize> {
        if name.trim().is_empty() || !self.has(name, from) {
            return None;
        }
        let end = from + name.chars().count();
        let letter = |at: usize| self.char(at).is_some_and(|c| c.is_ascii_alphanumeric());
        (!(letter(end - 1) && letter(end))).then_some(end)
    }

    fn has(&self, name: &str, from: usize) -> bool {
        name.chars().map(counts_as).enumerate().all(|(at, c)| self.char(from + at) == Some(c))
    }

    fn is_apart(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.char(before));
        before.is_none_or(|c| c.is_whitespace() || !c.is_ascii() || matches!(c, ',' | ';' | ':'))
    }

    /// A token begins where no word of the keyboard's letters goes on.
    fn begins_here(&self) -> bool {
        self.is_apart(self.at) || self.at > 0 && self.kept.get(self.at - 1) == Some(&false)
    }

    fn run(&self, from: usize, of: impl Fn(char) -> bool) -> usize {
        (from..self.typed.len()).find(|at| !self.char(*at).is_some_and(&of)).unwrap_or(self.typed.len())
    }

    fn char(&self, at: usize) -> Option<char> {
        self.counts.get(at).copied()
    }

    fn is_space(&self, at: usize) -> bool {
        self.char(at).is_some_and(char::is_whitespace)
    }

    fn is_comma(&self, at: usize) -> bool {
        matches!(self.char(at), Some(',' | ';' | ':' | '、' | '。'))
    }

    fn text(&self, from: usize, end: usize) -> String {
        self.typed.get(from..end).unwrap_or_default().iter().collect()
    }

    /// What is left when everything that was taken is gone, in its order.
    fn narrative(&self) -> String {
        let mut out = String::new();
        let mut gap = false;
        for (c, kept) in self.typed.iter().zip(&self.kept) {
            if !kept || (gap && c.is_whitespace()) {
                gap = true;
                continue;
            }
            if std::mem::take(&mut gap) {
                let before = out.trim_end().len();
                let spaced = before < out.len();
                out.truncate(before);
                let between = spaced || c.is_ascii() || out.ends_with(|last: char| last.is_ascii());
                out.push_str(if between && !out.is_empty() { " " } else { "" });
            }
            out.push(*c);
        }
        let comma = |c: char| matches!(counts_as(c), ',' | ';' | ':' | '、') || c.is_whitespace();
        out.trim_start_matches(comma).trim_end().to_owned()
    }

    fn entry(self) -> QuickEntry {
        let narrative = self.narrative();
        let mut found = self.found;
        // A type alone says what happened, too.
        found.telling.narrative = Private(if narrative.is_empty() { self.type_word } else { narrative });
        if found.telling.incident_type.is_none() {
            let proposed = propose::incident_type(&found.telling.narrative, self.station);
            found.telling.incident_type = proposed.map(|entry| entry.code.clone());
            found.type_proposed = proposed.is_some();
        }
        if let (None, Some(code)) = (found.telling.priority, &found.telling.incident_type) {
            found.telling.priority = propose::priority(code, self.station);
            found.priority_proposed = found.telling.priority.is_some();
        }
        found
    }
}

/// A character as it counts: small, and of the keyboard's width. Always one, so that places stay the same.
fn counts_as(c: char) -> char {
    let mut small = narrow(c).to_lowercase();
    match (small.next(), small.next()) {
        (Some(one), None) => one,
        (Some(_) | None, _) => c,
    }
}
