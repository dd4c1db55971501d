//! One key as pressed, free of any terminal library: what the input reader produces and keymaps speak of.
//!
//! Its name is read and written here and nowhere else. It never decides what a key does; that is the keymap's
//! business.

use std::fmt;
use std::str::FromStr;

use unicode_width::UnicodeWidthChar;

/// Which key was pressed, apart from the modifiers held with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyCode {
    /// A printable character, already shifted (`A`, not shift and `a`).
    Char(char),
    /// Enter or Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Cursor up.
    Up,
    /// Cursor down.
    Down,
    /// Cursor left.
    Left,
    /// Cursor right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, 1 to 12.
    F(u8),
}

/// One key press with its modifiers. `shift` is set only for keys that are not characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// Control was held.
    pub ctrl: bool,
    /// Alt was held, or Escape came right before.
    pub alt: bool,
    /// Shift was held with a key that is not a character.
    pub shift: bool,
}

/// Why a name is not a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadKey {
    /// No key has this name.
    #[error("no key has this name")]
    Unknown,
    /// The key exists, but no terminal tells it from another one, such as `ctrl-enter`.
    #[error("a terminal can't send this key")]
    Unsendable,
}

/// The keys that are written as a word. The function keys are `f1` to `f12`.
const NAMES: [(&str, KeyCode); 28] = [
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("backtab", KeyCode::BackTab),
    ("space", KeyCode::Char(' ')),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("insert", KeyCode::Insert),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pageup", KeyCode::PageUp),
    ("pagedown", KeyCode::PageDown),
    ("f1", KeyCode::F(1)),
    ("f2", KeyCode::F(2)),
    ("f3", KeyCode::F(3)),
    ("f4", KeyCode::F(4)),
    ("f5", KeyCode::F(5)),
    ("f6", KeyCode::F(6)),
    ("f7", KeyCode::F(7)),
    ("f8", KeyCode::F(8)),
    ("f9", KeyCode::F(9)),
    ("f10", KeyCode::F(10)),
    ("f11", KeyCode::F(11)),
    ("f12", KeyCode::F(12)),
];

/// What a Chinese input method sends for a sign of the keyboard, where that is not simply the sign's full-width
/// form.
const CHINESE_SIGNS: [(char, char); 9] = [
    ('\u{3000}', ' '),
    ('。', '.'),
    ('、', '/'),
    ('《', '<'),
    ('》', '>'),
    ('【', '['),
    ('】', ']'),
    ('￥', '$'),
    ('·', '`'),
];

impl Key {
    /// A key without modifiers.
    pub const fn plain(code: KeyCode) -> Key {
        Key { code, ctrl: false, alt: false, shift: false }
    }

    /// A character without modifiers.
    pub const fn char(c: char) -> Key {
        Key::plain(KeyCode::Char(c))
    }

    /// A character with Control held.
    pub const fn ctrl(c: char) -> Key {
        Key { code: KeyCode::Char(c), ctrl: true, alt: false, shift: false }
    }

    /// A character with Alt held.
    pub const fn alt(c: char) -> Key {
        Key { code: KeyCode::Char(c), ctrl: false, alt: true, shift: false }
    }

    /// The character it types into a text field, if it types one.
    pub const fn typed(self) -> Option<char> {
        if let KeyCode::Char(c) = self.code
            && !self.ctrl
            && !self.alt
        {
            return Some(c);
        }
        None
    }

    /// The key as keymaps know it: with a Chinese input method on, `？` arrives where `?` was pressed.
    ///
    /// ```
    /// use dutydesk::keys::Key;
    /// assert_eq!(Key::char('？').folded(), Key::char('?'));
    /// assert_eq!(Key::char('１').folded(), Key::char('1'));
    /// assert_eq!(Key::char('警').folded(), Key::char('警'));
    /// ```
    pub fn folded(self) -> Key {
        if let KeyCode::Char(c) = self.code {
            return Key { code: KeyCode::Char(half_width(c)), ..self };
        }
        self
    }

    /// Every name of a key that is not a character, for suggestions.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }
}

fn half_width(c: char) -> char {
    if let Some((_, sign)) = CHINESE_SIGNS.iter().find(|(from, _)| *from == c) {
        return *sign;
    }
    // U+FF01 to U+FF5E repeat U+0021 to U+007E in the same order.
    match u32::from(c) {
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Held { ctrl: self.ctrl, alt: self.alt, shift: self.shift })?;
        if let KeyCode::F(number) = self.code {
            return write!(f, "F{number}");
        }
        if let Some((name, _)) = NAMES.iter().find(|(_, code)| *code == self.code) {
            return f.write_str(name);
        }
        if let KeyCode::Char(c) = self.code { write!(f, "{c}") } else { Ok(()) }
    }
}

impl FromStr for Key {
    type Err = BadKey;

    fn from_str(name: &str) -> Result<Key, BadKey> {
        let (held, base) = Held::split(name);
        held.on(code_named(base).ok_or(BadKey::Unknown)?)
    }
}

fn code_named(base: &str) -> Option<KeyCode> {
    let mut chars = base.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => {
            let shows = !c.is_whitespace() && UnicodeWidthChar::width(c).is_some_and(|width| width > 0);
            shows.then_some(KeyCode::Char(c))
        }
        (Some(_), Some(_)) => {
            NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(base)).map(|(_, code)| *code)
        }
        (None, _) => None,
    }
}

/// The modifiers written before a key's name.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Held {
    ctrl: bool,
    alt: bool,
    shift: bool,
}

impl Held {
    /// Parts `ctrl-alt-x` into the modifiers and `x`. A dash at the end is the key itself.
    pub(super) fn split(name: &str) -> (Held, &str) {
        let mut held = Held::default();
        let mut rest = name;
        while let Some((word, after)) = rest.split_once('-').filter(|(_, after)| !after.is_empty()) {
            match word.to_ascii_lowercase().as_str() {
                "ctrl" => held.ctrl = true,
                "alt" => held.alt = true,
                "shift" => held.shift = true,
                _ => break,
            }
            rest = after;
        }
        (held, rest)
    }

    /// The key as a terminal sends it with these modifiers, where a terminal can.
    fn on(self, code: KeyCode) -> Result<Key, BadKey> {
        match code {
            KeyCode::Char(c) => self.on_char(c),
            KeyCode::Tab if self.shift && !self.ctrl && !self.alt => Ok(Key::plain(KeyCode::BackTab)),
            KeyCode::Enter | KeyCode::Backspace if !self.ctrl && !self.shift => Ok(self.with(code)),
            KeyCode::Esc | KeyCode::Tab | KeyCode::BackTab if !self.any() => Ok(Key::plain(code)),
            KeyCode::Enter | KeyCode::Backspace | KeyCode::Esc | KeyCode::Tab | KeyCode::BackTab => {
                Err(BadKey::Unsendable)
            }
            KeyCode::Delete | KeyCode::Insert | KeyCode::Up | KeyCode::Down | KeyCode::Left => {
                Ok(self.with(code))
            }
            KeyCode::Right | KeyCode::Home | KeyCode::End | KeyCode::PageUp | KeyCode::PageDown => {
                Ok(self.with(code))
            }
            KeyCode::F(_) => Ok(self.with(code)),
        }
    }

    fn on_char(self, c: char) -> Result<Key, BadKey> {
        let c = if self.shift && c.is_ascii_lowercase() { c.to_ascii_uppercase() } else { c };
        if self.shift && (self.ctrl || !c.is_ascii_uppercase()) {
            return Err(BadKey::Unsendable);
        }
        if !self.ctrl {
            return Ok(Key { code: KeyCode::Char(c), ctrl: false, alt: self.alt, shift: false });
        }
        // Control and a character make one byte below 32, and some of those are keys of their own.
        let code = match c.to_ascii_lowercase() {
            'h' => KeyCode::Backspace,
            'i' => KeyCode::Tab,
            'm' => KeyCode::Enter,
            '[' => KeyCode::Esc,
            c @ ('a'..='z' | ' ' | '\\' | ']' | '^' | '_') => KeyCode::Char(c),
            _ => return Err(BadKey::Unsendable),
        };
        match code {
            KeyCode::Char(_) => Ok(Key { code, ctrl: true, alt: self.alt, shift: false }),
            named => Held { ctrl: false, ..self }.on(named),
        }
    }

    fn with(self, code: KeyCode) -> Key {
        Key { code, ctrl: self.ctrl, alt: self.alt, shift: self.shift }
    }

    fn any(self) -> bool {
        self.ctrl || self.alt || self.shift
    }
}

impl fmt::Display for Held {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        Ok(())
    }
}
