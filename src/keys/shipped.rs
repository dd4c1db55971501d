//! The keymaps that come with the program, and the keymap that they and the officer's own files make.
//!
//! It never looks for files; whoever starts the console brings the officer's own.

use super::{Action, Keymap, Layer, Sequence, check};
use crate::config::{Problem, Source};

/// A keymap to lay over the default one, chosen by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Overlay {
    /// Movement as in vi.
    Vim,
    /// Function keys for the usual acts.
    FKeys,
}

impl Overlay {
    /// Every overlay.
    pub const ALL: [Overlay; 2] = [Overlay::Vim, Overlay::FKeys];

    /// The name it is chosen by.
    pub const fn id(self) -> &'static str {
        match self {
            Overlay::Vim => "vim",
            Overlay::FKeys => "fkeys",
        }
    }

    /// The overlay of a name.
    pub fn from_id(id: &str) -> Option<Overlay> {
        Overlay::ALL.into_iter().find(|overlay| overlay.id() == id)
    }

    /// Its text.
    pub fn source(self) -> Source {
        match self {
            Overlay::Vim => Source::new("keymaps/vim.toml", include_str!("../../keymaps/vim.toml")),
            Overlay::FKeys => Source::new("keymaps/fkeys.toml", include_str!("../../keymaps/fkeys.toml")),
        }
    }
}

/// The text of the default keymap: every action once in each of its layers.
pub fn default_source() -> Source {
    Source::new("keymaps/default.toml", include_str!("../../keymaps/default.toml"))
}

/// The default keymap.
pub fn defaults() -> Keymap {
    Keymap::of(&[default_source()]).0
}

/// The default keymap with overlays and the officer's own files on top, in this order, and everything that is
/// wrong with them. The keymap can be used whatever is wrong.
pub fn load(overlays: &[Overlay], own: &[Source]) -> (Keymap, Vec<Problem>) {
    let mut sources = vec![default_source()];
    sources.extend(overlays.iter().map(|overlay| overlay.source()));
    sources.extend(own.iter().cloned());
    let (keymap, mut problems) = Keymap::of(&sources);
    problems.extend(check(&keymap));
    (keymap, problems)
}

/// One line of the key table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it does.
    pub action: Action,
    /// Where its keys count.
    pub layer: Layer,
    /// Its keys there, the one to show first; none when only the palette runs it.
    pub keys: Vec<Sequence>,
}

/// The key table of a keymap, in the order of help: every action once in each of its layers.
pub fn table(keymap: &Keymap) -> Vec<Row> {
    let row = |action: Action, layer: Layer| Row {
        action,
        layer,
        keys: keymap.keys_of(action, layer).cloned().collect(),
    };
    Action::ALL
        .iter()
        .flat_map(|action| action.layers().iter().map(move |layer| row(*action, *layer)))
        .collect()
}
