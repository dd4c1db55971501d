//! Puts keymap files on top of one another: a line replaces the keys of its action, the others keep theirs.
//!
//! A key that a later file gives to another action is taken away from the first one, and that is said. It never
//! takes the last key of an essential action.

use super::read::{Bound, Line, read};
use super::{Binding, Keymap, Lost};
use crate::config::{Problem, Source};

impl Keymap {
    /// The keymap of these files, a later one on top of an earlier one, and everything that is wrong with them.
    pub fn of(sources: &[Source]) -> (Keymap, Vec<Problem>) {
        let mut bindings = Vec::new();
        let mut lost = Vec::new();
        let mut problems = Vec::new();
        for (turn, source) in sources.iter().enumerate() {
            let reading = read(source, turn);
            let mut layering =
                Layering { source, under: bindings, lines: reading.lines, problems: reading.problems };
            layering.refuse_what_would_strand();
            bindings = layering.settle(&mut lost);
            layering.problems.sort_by_key(|problem| problem.span.start);
            problems.append(&mut layering.problems);
        }
        (Keymap::new(bindings, lost), problems)
    }
}

/// One file being laid over what the earlier ones bound.
struct Layering<'a> {
    source: &'a Source,
    under: Vec<Binding>,
    lines: Vec<Line>,
    problems: Vec<Problem>,
}

impl Layering<'_> {
    /// Refuses the keys that would take the last one from an essential action. A line that loses all its keys
    /// so is as if not written, which may bring back keys that clash in turn: hence the loop.
    fn refuse_what_would_strand(&mut self) {
        while let Some((line, key, stranded)) = self.first_stranding() {
            let refused = self.lines[line].keys.remove(key);
            self.problems.push(
                self.source
                    .error(refused.origin.span, "keys-problem-last-key")
                    .with("keys", refused.keys)
                    .with("action", self.lines[line].action.id())
                    .with("other", stranded.id()),
            );
            if self.lines[line].keys.is_empty() {
                self.lines.remove(line);
            }
        }
    }

    fn first_stranding(&self) -> Option<(usize, usize, super::Action)> {
        let essential = self.under.iter().filter(|old| old.action.is_essential() && !self.replaces(old));
        for old in essential {
            let rest = self.under.iter().filter(|o| o.layer == old.layer && o.action == old.action);
            if rest.into_iter().all(|one| self.taker_of(one).is_some())
                && let Some((line, key)) = self.taker_of(old)
            {
                return Some((line, key, old.action));
            }
        }
        None
    }

    /// Whether this file says itself which keys the action of an earlier binding has.
    fn replaces(&self, old: &Binding) -> bool {
        self.replacing(old).is_some()
    }

    fn replacing(&self, old: &Binding) -> Option<&Line> {
        self.lines.iter().find(|line| line.layer == old.layer && line.action == old.action)
    }

    /// Where this file binds keys that leave no room for an earlier binding: line and key.
    fn taker_of(&self, old: &Binding) -> Option<(usize, usize)> {
        self.lines.iter().enumerate().filter(|(_, line)| line.layer == old.layer).find_map(|(at, line)| {
            let key = line.keys.iter().position(|new| new.keys.clashes_with(&old.keys))?;
            Some((at, key))
        })
    }

    /// The bindings with this file on top.
    fn settle(&mut self, lost: &mut Vec<Lost>) -> Vec<Binding> {
        let mut kept = Vec::new();
        for old in std::mem::take(&mut self.under) {
            if let Some(line) = self.replacing(&old) {
                if !line.keys.iter().any(|new| new.keys == old.keys) {
                    lost.push(Lost { to: line.origin.clone(), binding: old });
                }
            } else if let Some((line, key)) = self.taker_of(&old) {
                let line = &self.lines[line];
                let new = &line.keys[key];
                self.problems.push(taken(self.source, line, new, &old));
                lost.push(Lost { to: new.origin.clone(), binding: old });
            } else {
                kept.push(old);
            }
        }
        for line in std::mem::take(&mut self.lines) {
            let (layer, action) = (line.layer, line.action);
            kept.extend(line.keys.into_iter().map(|Bound { keys, origin }| Binding {
                layer,
                action,
                keys,
                origin,
            }));
        }
        kept
    }
}

fn taken(source: &Source, line: &Line, new: &Bound, old: &Binding) -> Problem {
    source
        .warning(new.origin.span.clone(), "keys-problem-taken")
        .with("keys", &new.keys)
        .with("action", line.action.id())
        .with("other-keys", &old.keys)
        .with("other", old.action.id())
        .with("file", &old.origin.file)
        .with("line", old.origin.line)
}
