//! Which action a key runs: one trie per layer, and where every binding came from.
//!
//! It only answers; texts are read in `read` and put together in `merge`. It never waits: after the first key
//! of a longer sequence it says what may follow, for as long as the officer likes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;

use super::{Action, Key, Layer, Sequence};

/// The place in a keymap file that a binding came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The name of the file.
    pub file: Arc<str>,
    /// The bytes of the key's name in it.
    pub span: Range<usize>,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
    /// The file's turn in the reading order: a later file overrides an earlier one.
    pub(super) turn: usize,
}

/// One sequence of keys that runs an action in a layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// Where it counts.
    pub layer: Layer,
    /// What it runs.
    pub action: Action,
    /// What is pressed.
    pub keys: Sequence,
    /// Where it is written.
    pub origin: Origin,
}

/// A binding that a later file replaced or took over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// What was bound.
    pub binding: Binding,
    /// What overrode it.
    pub to: Origin,
}

/// What the keys pressed so far come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// They run this action.
    Run(Action),
    /// They begin longer sequences; these keys may follow, in order. The which-key popup shows them.
    Pending(Vec<Next>),
    /// Nothing is bound to them. In a layer that takes text, a character is then simply typed.
    None,
}

/// A key that may follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next {
    /// The key to press.
    pub key: Key,
    /// What pressing it does.
    pub then: Then,
}

/// What a further key leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// The sequence is complete and runs this.
    Run(Action),
    /// More keys follow: so many different ones.
    More(usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Node {
    Run(Action),
    Branch(BTreeMap<Key, Node>),
}

impl Default for Node {
    fn default() -> Node {
        Node::Branch(BTreeMap::new())
    }
}

impl Node {
    /// Adds a path. One that meets a shorter or longer one is left out; `merge` lets none such come here.
    fn add(&mut self, keys: &[Key], action: Action) {
        let Node::Branch(children) = self else { return };
        match keys {
            [] => {}
            [last] => {
                children.entry(*last).or_insert(Node::Run(action));
            }
            [first, rest @ ..] => children.entry(*first).or_default().add(rest, action),
        }
    }

    fn find(&self, keys: &[Key]) -> Option<&Node> {
        keys.iter().try_fold(self, |node, key| match node {
            Node::Run(_) => None,
            Node::Branch(children) => children.get(key),
        })
    }

    fn then(&self) -> Then {
        match self {
            Node::Run(action) => Then::Run(*action),
            Node::Branch(children) => Then::More(children.len()),
        }
    }
}

/// What one layer alone makes of some keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum InLayer {
    Runs(Action),
    Waits(Vec<Next>),
    /// The layer takes text and the keys begin with a character: layers below never see it.
    Types,
    Unbound,
}

/// The keys of every action, layer by layer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keymap {
    bindings: Vec<Binding>,
    lost: Vec<Lost>,
    tries: BTreeMap<Layer, Node>,
}

impl Keymap {
    /// A keymap of bindings that don't clash within a layer.
    pub(super) fn new(mut bindings: Vec<Binding>, lost: Vec<Lost>) -> Keymap {
        // A stable sort: an action's keys stay in the order in which they are written, the first one is the hint.
        bindings.sort_by_key(|binding| (binding.layer, binding.action));
        let mut tries: BTreeMap<Layer, Node> = BTreeMap::new();
        for binding in &bindings {
            tries.entry(binding.layer).or_default().add(binding.keys.keys(), binding.action);
        }
        Keymap { bindings, lost, tries }
    }

    /// What `keys` come to in the active `layers`, topmost first. The first layer that knows them wins;
    /// layers that all wait for another key are shown together.
    ///
    /// ```
    /// use dutydesk::keys::{self, Action, Key, Layer, Lookup};
    /// let layers = [Layer::Report, Layer::List, Layer::Desk];
    /// assert_eq!(keys::defaults().lookup(&layers, &[Key::char('a')]), Lookup::Run(Action::ReportAccept));
    /// ```
    pub fn lookup(&self, layers: &[Layer], keys: &[Key]) -> Lookup {
        if keys.is_empty() {
            return Lookup::None;
        }
        let mut waiting: BTreeMap<Key, Then> = BTreeMap::new();
        for layer in layers {
            match self.in_layer(*layer, keys) {
                InLayer::Runs(action) if waiting.is_empty() => return Lookup::Run(action),
                InLayer::Waits(next) => {
                    for Next { key, then } in next {
                        waiting.entry(key).or_insert(then);
                    }
                }
                InLayer::Types => break,
                InLayer::Runs(_) | InLayer::Unbound => {}
            }
        }
        if waiting.is_empty() {
            return Lookup::None;
        }
        Lookup::Pending(waiting.into_iter().map(|(key, then)| Next { key, then }).collect())
    }

    pub(super) fn in_layer(&self, layer: Layer, keys: &[Key]) -> InLayer {
        let folded: Vec<Key> = keys.iter().map(|key| key.folded()).collect();
        match self.tries.get(&layer).and_then(|trie| trie.find(&folded)) {
            Some(Node::Run(action)) => InLayer::Runs(*action),
            Some(Node::Branch(children)) => InLayer::Waits(
                children.iter().map(|(key, node)| Next { key: *key, then: node.then() }).collect(),
            ),
            None if layer.takes_text() && keys.first().is_some_and(|key| key.typed().is_some()) => {
                InLayer::Types
            }
            None => InLayer::Unbound,
        }
    }

    /// The keys of an action in a layer, the one to show first.
    pub fn keys_of(&self, action: Action, layer: Layer) -> impl Iterator<Item = &Sequence> {
        self.bindings
            .iter()
            .filter(move |binding| binding.layer == layer && binding.action == action)
            .map(|binding| &binding.keys)
    }

    /// The key to show for an action while `layers` are active, topmost first.
    pub fn hint(&self, action: Action, layers: &[Layer]) -> Option<&Sequence> {
        layers.iter().find_map(|layer| self.keys_of(action, *layer).next())
    }

    /// Every binding, by layer and action, an action's keys in the order in which they are written.
    pub fn bindings(&self) -> &[Binding] {
        &self.bindings
    }

    /// The bindings that later files replaced or took over, in the order in which that happened.
    pub fn lost(&self) -> &[Lost] {
        &self.lost
    }

    /// The keymap as the text of a keymap file that names every action.
    pub fn to_toml(&self) -> String {
        let mut text = String::new();
        for layer in Layer::ALL {
            let gap = if text.is_empty() { "" } else { "\n" };
            // Writing into a String can't fail.
            let _ = writeln!(text, "{gap}[{}]", layer.id());
            for action in Action::ALL.iter().filter(|action| action.belongs_to(layer)) {
                let keys: Vec<String> =
                    self.keys_of(*action, layer).map(|keys| quoted(&keys.to_string())).collect();
                let _ = writeln!(text, "{} = [{}]", action.id(), keys.join(", "));
            }
        }
        text
    }
}

/// A key's name as a TOML string. Backslash and quote are the only names that need an escape.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""))
}
