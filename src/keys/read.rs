//! Reads the text of one keymap file: tables of layers, lines of `action = ["key", "other key"]`.
//!
//! Everything that is wrong is told at once, each with its place; a bad line costs only itself. It never opens
//! a file, and knows nothing of other keymaps.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::key::BadKey;
use super::keymap::quoted;
use super::sequence::nearest_key;
use super::statement::{Broken, mend};
use super::{Action, BadSequence, Layer, Origin, Sequence};
use crate::config::{Problem, Source, nearest};

/// The longest keymap file that is read, in bytes; one that names every action takes a tenth of it.
pub const MOST_BYTES: usize = 64 * 1024;
/// The most sequences that one action may have in one layer.
const MOST_KEYS: usize = 8;

/// What one file says.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// The lines that can be used. Within one file no two of their keys clash in a layer.
    pub(super) lines: Vec<Line>,
    /// What can't.
    pub(super) problems: Vec<Problem>,
}

/// One line: the keys that an action shall have in a layer, instead of those it had. None at all unbinds it.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) layer: Layer,
    pub(super) action: Action,
    pub(super) keys: Vec<Bound>,
    /// Where the action is named.
    pub(super) origin: Origin,
}

/// One sequence of a line.
#[derive(Debug)]
pub(super) struct Bound {
    pub(super) keys: Sequence,
    pub(super) origin: Origin,
}

/// Reads a file; `turn` is its place in the order of files.
pub(super) fn read(source: &Source, turn: usize) -> Reading {
    let mut reader = Reader { source, turn, reading: Reading::default() };
    if source.text().len() > MOST_BYTES {
        reader.tell(source.error(0..0, "keys-problem-too-large").with("most", MOST_BYTES / 1024));
        return reader.reading;
    }
    let (mended, broken) = match DeTable::parse(source.text()) {
        Ok(_) => (Cow::Borrowed(source.text()), Vec::new()),
        Err(_) => {
            let (mended, broken) = mend(source.text());
            (Cow::Owned(mended), broken)
        }
    };
    for Broken { span, heading } in broken {
        let word = if heading { "keys-problem-heading" } else { "keys-problem-syntax" };
        reader.tell(source.error(span, word));
    }
    let (table, errors) = DeTable::parse_recoverable(&mended);
    for error in errors {
        reader.tell(repeated(source, error.span().unwrap_or(0..0)));
    }
    for (name, value) in in_order(table.get_ref()) {
        reader.layer(name, value);
    }
    reader.drop_clashes();
    reader.reading
}

/// Statements that are TOML one by one can together only be wrong in naming a thing twice.
fn repeated(source: &Source, span: Range<usize>) -> Problem {
    let name = source.text().get(span.clone()).unwrap_or_default().to_owned();
    let before = source.text().get(..span.start).unwrap_or_default();
    if before.ends_with('[') {
        return source.warning(span, "keys-problem-layer-twice").with("layer", name);
    }
    source.error(span, "keys-problem-named-twice").with("name", name)
}

/// The entries of a table as they stand in the file; the parser sorts them by name.
fn in_order<'a, 'i>(table: &'a DeTable<'i>) -> Vec<(Spanned<&'a str>, &'a Spanned<DeValue<'i>>)> {
    let mut entries: Vec<_> = table
        .iter()
        .map(|(name, value)| (Spanned::new(name.span(), name.get_ref().as_ref()), value))
        .collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    entries
}

struct Reader<'a> {
    source: &'a Source,
    turn: usize,
    reading: Reading,
}

impl Reader<'_> {
    fn tell(&mut self, problem: Problem) {
        self.reading.problems.push(problem);
    }

    fn origin(&self, span: Range<usize>) -> Origin {
        let (line, column) = self.source.place(span.start);
        Origin { file: self.source.name().clone(), span, line, column, turn: self.turn }
    }

    fn layer(&mut self, name: Spanned<&str>, value: &Spanned<DeValue<'_>>) {
        let span = name.span();
        let Some(layer) = Layer::from_id(name.get_ref()) else {
            let meant = nearest(name.get_ref(), Layer::ALL.map(Layer::id));
            let problem = self.source.error(span, "keys-problem-unknown-layer").with("layer", name.get_ref());
            return self.tell(problem.with("layers", Layer::ALL.map(Layer::id).join(", ")).meant(meant));
        };
        let DeValue::Table(table) = value.get_ref() else {
            return self.tell(self.source.error(span, "keys-problem-not-a-table").with("layer", layer.id()));
        };
        for (name, value) in in_order(table) {
            self.line(layer, name, value);
        }
    }

    fn line(&mut self, layer: Layer, name: Spanned<&str>, value: &Spanned<DeValue<'_>>) {
        let Some(action) = self.action(layer, &name) else { return };
        let DeValue::Array(items) = value.get_ref() else {
            let problem =
                self.source.error(value.span(), "keys-problem-not-a-list").with("action", action.id());
            let meant = value.get_ref().as_str().map(|key| format!("[{}]", quoted(key)));
            return self.tell(problem.meant(meant));
        };
        let mut line = Line { layer, action, keys: Vec::new(), origin: self.origin(name.span()) };
        for item in items.iter().take(MOST_KEYS) {
            if let Some(bound) = self.bound(&line, item) {
                line.keys.push(bound);
            }
        }
        if let Some(item) = items.get(MOST_KEYS) {
            let problem = self.source.error(item.span(), "keys-problem-too-many");
            self.tell(problem.with("action", action.id()).with("most", MOST_KEYS));
        }
        if items.is_empty() && action.is_essential() {
            let problem = self.source.error(value.span(), "keys-problem-essential");
            return self.tell(problem.with("action", action.id()));
        }
        // A line of which no key can be read leaves the action its keys.
        if items.is_empty() || !line.keys.is_empty() {
            self.reading.lines.push(line);
        }
    }

    fn action(&mut self, layer: Layer, name: &Spanned<&str>) -> Option<Action> {
        let word = *name.get_ref();
        let Some(action) = Action::from_id(word) else {
            let here = Action::ALL.iter().filter(|action| action.belongs_to(layer)).map(|action| action.id());
            let meant = nearest(word, here);
            let problem = self.source.error(name.span(), "keys-problem-unknown-action").with("action", word);
            self.tell(problem.with("layer", layer.id()).meant(meant));
            return None;
        };
        if !action.belongs_to(layer) {
            let homes: Vec<String> =
                action.layers().iter().map(|layer| format!("[{}]", layer.id())).collect();
            let problem = self.source.error(name.span(), "keys-problem-wrong-layer").with("action", word);
            self.tell(problem.with("layer", layer.id()).with("homes", homes.join(", ")));
            return None;
        }
        Some(action)
    }

    fn bound(&mut self, line: &Line, item: &Spanned<DeValue<'_>>) -> Option<Bound> {
        let span = item.span();
        let DeValue::String(text) = item.get_ref() else {
            let problem = self.source.error(span, "keys-problem-not-a-key").with("action", line.action.id());
            self.tell(problem);
            return None;
        };
        let keys = match text.parse::<Sequence>() {
            Ok(keys) => keys,
            Err(why) => {
                self.tell(bad_sequence(self.source, span, text, why));
                return None;
            }
        };
        if line.layer.takes_text() && keys.starts_with_text() {
            let problem = self.source.error(span, "keys-problem-types-text").with("keys", &keys);
            self.tell(problem.with("layer", line.layer.id()));
            return None;
        }
        Some(Bound { keys, origin: self.origin(span) })
    }

    /// Leaves out keys that clash with keys further up in the same layer.
    fn drop_clashes(&mut self) {
        let mut taken: Vec<(Layer, Action, Sequence, usize)> = Vec::new();
        for line in std::mem::take(&mut self.reading.lines) {
            let unbound = line.keys.is_empty();
            let mut kept = Vec::new();
            for bound in line.keys {
                let first = taken
                    .iter()
                    .find(|(layer, _, keys, _)| *layer == line.layer && keys.clashes_with(&bound.keys));
                if let Some((_, other, keys, at)) = first {
                    let problem = clash(self.source, &bound, line.action, *other, keys, *at);
                    self.reading.problems.push(problem);
                } else {
                    taken.push((line.layer, line.action, bound.keys.clone(), bound.origin.line));
                    kept.push(bound);
                }
            }
            if unbound || !kept.is_empty() {
                self.reading.lines.push(Line { keys: kept, ..line });
            }
        }
    }
}

fn bad_sequence(source: &Source, span: Range<usize>, text: &str, why: BadSequence) -> Problem {
    match why {
        BadSequence::Empty => source.error(span, "keys-problem-no-key"),
        BadSequence::TooLong => {
            source.error(span, "keys-problem-too-long").with("keys", text).with("most", Sequence::LONGEST)
        }
        BadSequence::Key { name, why: BadKey::Unsendable } => {
            source.error(span, "keys-problem-unsendable").with("key", name)
        }
        BadSequence::Key { name, why: BadKey::Unknown } => {
            let meant = nearest_key(&name);
            source.error(span, "keys-problem-unknown-key").with("key", name).meant(meant)
        }
    }
}

fn clash(
    source: &Source,
    new: &Bound,
    action: Action,
    other: Action,
    keys: &Sequence,
    line: usize,
) -> Problem {
    if *keys == new.keys && action == other {
        let problem = source.warning(new.origin.span.clone(), "keys-problem-repeated");
        return problem.with("keys", keys).with("action", action.id());
    }
    let word = if *keys == new.keys { "keys-problem-bound-twice" } else { "keys-problem-prefix" };
    source
        .error(new.origin.span.clone(), word)
        .with("keys", &new.keys)
        .with("action", action.id())
        .with("other-keys", keys)
        .with("other", other.id())
        .with("line", line)
}
