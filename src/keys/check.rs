//! Looks over a whole keymap: what hides what across layers, and why a key does what it does.
//!
//! It changes nothing. Clashes within a layer never get into a keymap; `read` and `merge` tell those.

use super::keymap::InLayer;
use super::{Action, Binding, Key, Keymap, Layer, Lost, Next, Origin};
use crate::config::{Problem, Severity};

/// What some keys come to in one layer, and whether that is what happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The layer.
    pub layer: Layer,
    /// What it makes of the keys.
    pub found: Found,
    /// Whether a layer above leaves the keys to this one.
    pub reached: bool,
    /// What these keys did here before a later file changed it, newest first.
    pub before: Vec<Lost>,
}

/// What one layer makes of some keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// They run an action.
    Runs {
        /// What runs.
        action: Action,
        /// Where that is written.
        origin: Origin,
    },
    /// They begin longer sequences.
    Waits(Vec<Next>),
    /// They are typed as text.
    Types,
    /// Nothing.
    Unbound,
}

/// Explains what `keys` do in each of `layers`, topmost first.
pub fn why(keymap: &Keymap, layers: &[Layer], keys: &[Key]) -> Vec<Reason> {
    let folded: Vec<Key> = keys.iter().map(|key| key.folded()).collect();
    let mut reached = true;
    let explain = |layer: &Layer| {
        let found = found(keymap, *layer, keys);
        let before = keymap.lost().iter().rev();
        let before = before
            .filter(|lost| lost.binding.layer == *layer && lost.binding.keys.keys() == folded)
            .cloned()
            .collect();
        let reason = Reason { layer: *layer, reached, before, found };
        reached = reached && matches!(reason.found, Found::Unbound);
        reason
    };
    layers.iter().map(explain).collect()
}

fn found(keymap: &Keymap, layer: Layer, keys: &[Key]) -> Found {
    let folded: Vec<Key> = keys.iter().map(|key| key.folded()).collect();
    match keymap.in_layer(layer, keys) {
        InLayer::Runs(action) => keymap
            .bindings()
            .iter()
            .find(|binding| binding.layer == layer && binding.keys.keys() == folded)
            .map_or(Found::Unbound, |binding| Found::Runs { action, origin: binding.origin.clone() }),
        InLayer::Waits(next) => Found::Waits(next),
        InLayer::Types => Found::Types,
        InLayer::Unbound => Found::Unbound,
    }
}

/// Warns of every key that can't be reached while a layer above is active, such as `q` bound for reports over the
/// `q` that quits. Overlays and forms are left out: taking over the keyboard is what they are for.
pub fn check(keymap: &Keymap) -> Vec<Problem> {
    let mut problems = Vec::new();
    for upper in keymap.bindings().iter().filter(|binding| !binding.layer.takes_text()) {
        for lower in keymap.bindings().iter().filter(|lower| upper.layer.beneath().contains(&lower.layer)) {
            if upper.keys.clashes_with(&lower.keys) {
                problems.push(hidden(upper, lower));
            }
        }
    }
    problems.sort_by(|a, b| (&a.file, a.span.start).cmp(&(&b.file, b.span.start)));
    problems.dedup();
    problems
}

fn hidden(upper: &Binding, lower: &Binding) -> Problem {
    // The complaint belongs where it can be mended: in the file that was read last.
    let (at, word) = if lower.origin.turn > upper.origin.turn {
        (&lower.origin, "keys-problem-hidden")
    } else {
        (&upper.origin, "keys-problem-hides")
    };
    let problem = Problem {
        file: at.file.clone(),
        span: at.span.clone(),
        line: at.line,
        column: at.column,
        key: word,
        args: Vec::new(),
        suggestion: None,
        severity: Severity::Warning,
    };
    problem
        .with("keys", &upper.keys)
        .with("action", upper.action.id())
        .with("layer", upper.layer.id())
        .with("other-keys", &lower.keys)
        .with("other", lower.action.id())
        .with("other-layer", lower.layer.id())
}
