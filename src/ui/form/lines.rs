//! Lines that a form has several of, such as obligations: each is a few fields with the line's number, and a key adds one.
//!
//! A line in which nothing stands counts as not there.

use super::complaint::{FieldComplaint, Wrong};
use super::spec::FieldSpec;
use super::{Entry, Form, Slot};
use crate::ui::overlay::{Outcome, Setting};

/// The most lines of a form.
const LINES_MAX: u16 = 50;

/// The lines of a form.
#[derive(Clone, Debug)]
pub(super) struct MoreLines {
    /// The fields of line 1; those of the others differ in their number only.
    template: Vec<FieldSpec>,
    /// The number of the first line.
    first: u16,
    /// Where that one stands among the fields.
    from: usize,
    /// How many there are when the form is opened.
    at_least: u16,
    /// How many there are.
    count: u16,
}

fn numbered(spec: &FieldSpec, n: u16) -> FieldSpec {
    let slot = match spec.slot.line() {
        Some((name, _)) => Slot::Line(name, n),
        None => spec.slot,
    };
    FieldSpec { slot, ..spec.clone() }
}

impl Form {
    /// The form with lines of these fields in front of the field `before`: so many at once, the first with this number.
    pub(super) fn with_lines(
        mut self,
        template: Vec<FieldSpec>,
        before: Slot,
        first: u16,
        at_least: u16,
    ) -> Form {
        let from = self.entries.iter().position(|entry| entry.spec.slot == before);
        let from = from.unwrap_or(self.entries.len());
        self.lines = Some(MoreLines { template, first, from, at_least, count: 0 });
        for _ in 0..at_least {
            self.add_line();
        }
        self
    }

    /// The numbers of the lines in which something stands.
    pub(super) fn filled_lines(&self) -> Vec<u16> {
        let Some(lines) = &self.lines else { return Vec::new() };
        let numbers = (0..lines.count).filter_map(|at| lines.first.checked_add(at));
        numbers.filter(|n| !self.is_empty_line(*n)).collect()
    }

    fn is_empty_line(&self, n: u16) -> bool {
        let of_line = |entry: &&Entry| entry.spec.slot.line().is_some_and(|(_, line)| line == n);
        self.entries.iter().filter(of_line).all(|entry| entry.content().trim().is_empty())
    }

    /// Adds a line; gives the place of its first field.
    fn add_line(&mut self) -> Option<usize> {
        let lines = self.lines.as_mut().filter(|lines| lines.count < LINES_MAX)?;
        let at = lines.from + usize::from(lines.count) * lines.template.len();
        let n = lines.first.saturating_add(lines.count);
        let entries: Vec<Entry> = lines.template.iter().map(|spec| Entry::new(numbered(spec, n))).collect();
        lines.count += 1;
        self.entries.splice(at..at, entries);
        Some(at)
    }

    /// The key for one more line: to an empty one at the end, or to a new one.
    pub(super) fn more(&mut self, setting: &Setting<'_>) -> Outcome {
        let Some(lines) = &self.lines else { return Outcome::Stay };
        let last = lines.first.saturating_add(lines.count).saturating_sub(1);
        let last_at = lines.from + usize::from(lines.count.saturating_sub(1)) * lines.template.len();
        let empty = lines.count > 0 && self.is_empty_line(last);
        if self.undecided(setting) || !self.settle(setting) {
            return Outcome::Changed;
        }
        if empty {
            return self.leave(setting, last_at);
        }
        let here = self.at;
        match self.add_line() {
            Some(at) => {
                // The field that is left may stand behind the new line.
                let added = self.lines.as_ref().map_or(0, |lines| lines.template.len());
                self.at = if here >= at { here + added } else { here };
                self.leave(setting, at)
            }
            None => {
                self.complain(FieldComplaint { slot: None, wrong: Wrong::NoMoreLines { most: LINES_MAX } });
                Outcome::Changed
            }
        }
    }

    /// Makes room for the lines that a draft names.
    pub(super) fn make_room<'a>(&mut self, slots: impl Iterator<Item = &'a str>) {
        let Some(lines) = &self.lines else { return };
        let names: Vec<&'static str> =
            lines.template.iter().filter_map(|spec| Some(spec.slot.line()?.0)).collect();
        let number = |slot: &str| {
            let (name, n) = slot.rsplit_once('-')?;
            n.parse::<u16>().ok().filter(|_| names.contains(&name))
        };
        let last = slots.filter_map(number).max().unwrap_or(0);
        let wanted = last.saturating_add(1).saturating_sub(lines.first).min(LINES_MAX);
        let missing = wanted.saturating_sub(lines.count);
        for _ in 0..missing {
            self.add_line();
        }
    }

    /// Takes away the lines that were added.
    pub(super) fn drop_lines(&mut self) {
        let Some(lines) = self.lines.as_mut() else { return };
        let fields = lines.template.len();
        let keep = lines.from + usize::from(lines.at_least) * fields;
        let end = lines.from + usize::from(lines.count) * fields;
        lines.count = lines.at_least;
        self.entries.drain(keep.min(end)..end);
    }
}
