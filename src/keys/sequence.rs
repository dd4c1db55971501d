//! One or more keys pressed after one another, as a keymap binds them: `a`, `g g`, `x t`.
//!
//! It never says what they run.

use std::fmt;
use std::str::FromStr;

use super::key::{BadKey, Held, Key};
use crate::config::nearest;

/// Keys pressed after one another; at least one, at most [`Sequence::LONGEST`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sequence(Vec<Key>);

/// Why a text is not a sequence of keys.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadSequence {
    /// Nothing is written.
    #[error("no key is named")]
    Empty,
    /// More keys than anyone would press.
    #[error("more than {} keys", Sequence::LONGEST)]
    TooLong,
    /// One of the names is not a key.
    #[error("'{name}': {why}")]
    Key {
        /// The name as written.
        name: String,
        /// What is wrong with it.
        why: BadKey,
    },
}

impl Sequence {
    /// The most keys that one action may take.
    pub const LONGEST: usize = 4;

    /// The keys, first pressed first.
    pub fn keys(&self) -> &[Key] {
        &self.0
    }

    /// Whether these keys are the beginning of `other`, or all of it.
    pub fn begins(&self, other: &Sequence) -> bool {
        other.0.starts_with(&self.0)
    }

    /// Whether one of the two hides the other: after the shorter one the longer one can't be finished.
    pub fn clashes_with(&self, other: &Sequence) -> bool {
        self.begins(other) || other.begins(self)
    }

    /// Whether pressing it would begin by typing a character.
    pub fn starts_with_text(&self) -> bool {
        self.0.first().is_some_and(|key| key.typed().is_some())
    }
}

impl fmt::Display for Sequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, key) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(" ")?;
            }
            write!(f, "{key}")?;
        }
        Ok(())
    }
}

impl FromStr for Sequence {
    type Err = BadSequence;

    /// Reads `ctrl-x s`. Full-width signs count as the keys they stand for, as in [`Key::folded`].
    fn from_str(text: &str) -> Result<Sequence, BadSequence> {
        let mut keys = Vec::new();
        for name in text.split_whitespace() {
            if keys.len() == Sequence::LONGEST {
                return Err(BadSequence::TooLong);
            }
            match name.parse::<Key>() {
                Ok(key) => keys.push(key.folded()),
                Err(why) => return Err(BadSequence::Key { name: name.to_owned(), why }),
            }
        }
        if keys.is_empty() { Err(BadSequence::Empty) } else { Ok(Sequence(keys)) }
    }
}

/// What other programs, and people, call the keys.
const OTHER_NAMES: [(&str, &str); 13] = [
    ("escape", "esc"),
    ("return", "enter"),
    ("del", "delete"),
    ("ins", "insert"),
    ("pgup", "pageup"),
    ("pgdn", "pagedown"),
    ("pgdown", "pagedown"),
    ("bksp", "backspace"),
    ("回车", "enter"),
    ("空格", "space"),
    ("退格", "backspace"),
    ("上翻页", "pageup"),
    ("下翻页", "pagedown"),
];

/// What other programs, and people, call the modifiers.
const OTHER_MODIFIERS: [(&str, &str); 7] = [
    ("control", "ctrl"),
    ("ctl", "ctrl"),
    ("c", "ctrl"),
    ("meta", "alt"),
    ("m", "alt"),
    ("s", "shift"),
    ("控制", "ctrl"),
];

/// The key that was probably meant by `name`.
pub(super) fn nearest_key(name: &str) -> Option<String> {
    let spelled = match name.split_once('-') {
        Some((word, rest)) => {
            let other = OTHER_MODIFIERS.iter().find(|(other, _)| other.eq_ignore_ascii_case(word));
            other.map_or_else(|| name.to_owned(), |(_, modifier)| format!("{modifier}-{rest}"))
        }
        None => name.to_owned(),
    };
    let (held, base) = Held::split(&spelled);
    let other = OTHER_NAMES.iter().find(|(other, _)| other.eq_ignore_ascii_case(base)).map(|(_, name)| *name);
    // Function keys differ in one digit only; none of them is nearer than another.
    let counted =
        base.strip_prefix(['f', 'F']).is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()));
    let near = other.or_else(|| nearest(base, Key::names()).filter(|_| !counted && base.chars().count() > 1));
    let meant = format!("{held}{}", near.unwrap_or(base)).parse::<Key>().ok()?;
    Some(meant.to_string())
}
