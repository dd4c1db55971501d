//! Owns what the complete key sequences of the known terminals mean: xterm, PuTTY, the Linux console, rxvt, kitty.
//!
//! It keeps no state and never sees half a sequence.

use super::Answer;
use crate::keys::{Key, KeyCode};

/// What a complete `ESC [` sequence means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Key(Key),
    Answer(Answer),
    PasteBegins,
    Nothing,
}

/// Mode number of synchronized output.
const SYNC: u32 = 2026;

/// The key of one byte below 0x80 that is not Escape.
pub(super) fn plain(byte: u8) -> Key {
    match byte {
        b'\r' => Key::plain(KeyCode::Enter),
        b'\t' => Key::plain(KeyCode::Tab),
        0x08 | 0x7f => Key::plain(KeyCode::Backspace),
        0x00 => Key::ctrl(' '),
        0x01..=0x1a => Key::ctrl(char::from(byte - 1 + b'a')),
        0x1b => Key::plain(KeyCode::Esc),
        0x1c..=0x1f => Key::ctrl(char::from(byte + 0x40)),
        _ => Key::char(char::from(byte)),
    }
}

/// The meaning of `ESC [ parameters last`.
pub(super) fn control(parameters: &[u8], last: u8) -> Meaning {
    let numbers = match parameters.first() {
        Some(b'?') => return answer(&parameters[1..], last),
        // Mouse reports and the answers that begin with `<`, `=` or `>`.
        Some(b'<'..=b'>') => return Meaning::Nothing,
        _ => match Numbers::read(parameters) {
            Some(numbers) => numbers,
            None => return Meaning::Nothing,
        },
    };
    if numbers.released {
        return Meaning::Nothing;
    }
    let key = match last {
        b'~' if numbers.at(0) == 200 => return Meaning::PasteBegins,
        b'~' if numbers.at(0) == 27 => by_code(numbers.at(2), numbers.held()),
        b'~' => numbered(numbers.at(0)).map(|key| held_with(key, numbers.held())),
        b'u' => by_code(numbers.at(0), numbers.held()),
        b'a'..=b'd' => named(last.to_ascii_uppercase()).map(|code| Key { shift: true, ..Key::plain(code) }),
        _ => named(last).map(|code| held_with(Key::plain(code), numbers.held())),
    };
    key.map_or(Meaning::Nothing, Meaning::Key)
}

/// The key of `ESC O parameters last`: function keys, and arrows and the number pad in their other mode.
pub(super) fn single(parameters: &[u8], last: u8) -> Option<Key> {
    let numbers = Numbers::read(parameters)?;
    // Some terminals put the modifier into the first place here.
    let held = Held::from_parameter(numbers.at(1).max(numbers.at(0)));
    let key = match last {
        b'M' => Key::plain(KeyCode::Enter),
        b'I' => Key::plain(KeyCode::Tab),
        b'a'..=b'd' => Key { ctrl: true, ..Key::plain(named(last.to_ascii_uppercase())?) },
        b'j'..=b'y' => Key::char(char::from(last - b'j' + b'*')),
        b'X' => Key::char('='),
        b' ' => Key::char(' '),
        _ => Key::plain(named(last)?),
    };
    Some(held_with(key, held))
}

fn answer(parameters: &[u8], last: u8) -> Meaning {
    match last {
        b'c' => Meaning::Answer(Answer::Attributes),
        b'y' => {
            let numbers = parameters.strip_suffix(b"$").and_then(Numbers::read);
            match numbers {
                // 0: not known, 4: known and never on. 1 to 3: it can be had.
                Some(n) if n.at(0) == SYNC => Meaning::Answer(Answer::Sync(matches!(n.at(1), 1..=3))),
                _ => Meaning::Nothing,
            }
        }
        _ => Meaning::Nothing,
    }
}

fn named(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'P'..=b'S' => KeyCode::F(last - b'P' + 1),
        b'Z' => KeyCode::BackTab,
        _ => return None,
    })
}

fn numbered(number: u32) -> Option<Key> {
    let code = match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F((number - 10) as u8),
        17..=21 => KeyCode::F((number - 11) as u8),
        23 | 24 => KeyCode::F((number - 12) as u8),
        // The Linux console sends these for Shift and the first eight function keys.
        25 | 26 => return Some(shifted_function(number - 24)),
        28 | 29 => return Some(shifted_function(number - 25)),
        31..=34 => return Some(shifted_function(number - 26)),
        _ => return None,
    };
    Some(Key::plain(code))
}

fn shifted_function(number: u32) -> Key {
    Key { shift: true, ..Key::plain(KeyCode::F(number as u8)) }
}

/// A key given by its character code, as kitty and xterm's `modifyOtherKeys` send it.
fn by_code(code: u32, held: Held) -> Option<Key> {
    let code = match code {
        9 if held.shift => KeyCode::BackTab,
        9 => KeyCode::Tab,
        13 | 57414 => KeyCode::Enter,
        27 => KeyCode::Esc,
        8 | 127 => KeyCode::Backspace,
        // The private range names keys that have no character: nothing here is bound to them.
        0xe000..=0xf8ff => return None,
        _ => KeyCode::Char(char::from_u32(code).filter(|c| !c.is_control())?),
    };
    Some(held_with(Key::plain(code), held))
}

fn held_with(key: Key, held: Held) -> Key {
    let ctrl = key.ctrl || held.ctrl;
    let alt = key.alt || held.alt;
    match key.code {
        KeyCode::Char(c) if ctrl => {
            Key { code: KeyCode::Char(c.to_ascii_lowercase()), ctrl, alt, shift: false }
        }
        KeyCode::Char(c) if held.shift => Key { code: KeyCode::Char(upper(c)), ctrl, alt, shift: false },
        KeyCode::Char(_) | KeyCode::BackTab => Key { ctrl, alt, ..key },
        KeyCode::Tab if held.shift => Key { code: KeyCode::BackTab, ctrl, alt, shift: false },
        KeyCode::Tab
        | KeyCode::Enter
        | KeyCode::Esc
        | KeyCode::Backspace
        | KeyCode::Delete
        | KeyCode::Insert
        | KeyCode::Up
        | KeyCode::Down
        | KeyCode::Left
        | KeyCode::Right
        | KeyCode::Home
        | KeyCode::End
        | KeyCode::PageUp
        | KeyCode::PageDown
        | KeyCode::F(_) => Key { ctrl, alt, shift: key.shift || held.shift, ..key },
    }
}

fn upper(c: char) -> char {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

/// The modifiers held with a key.
#[derive(Clone, Copy, Default)]
struct Held {
    shift: bool,
    alt: bool,
    ctrl: bool,
}

impl Held {
    /// From the parameter of a key sequence, which is one more than the sum of 1 shift, 2 alt, 4 control, 8 meta.
    fn from_parameter(parameter: u32) -> Held {
        let bits = parameter.saturating_sub(1);
        Held { shift: bits & 1 != 0, alt: bits & (2 | 8 | 32) != 0, ctrl: bits & 4 != 0 }
    }
}

/// The numbers of a sequence; what stands behind a colon is kitty's and only a release matters.
struct Numbers {
    numbers: [u32; 4],
    released: bool,
}

impl Numbers {
    fn read(parameters: &[u8]) -> Option<Numbers> {
        let mut read = Numbers { numbers: [0; 4], released: false };
        for (place, part) in parameters.split(|b| *b == b';').enumerate() {
            let mut fields = part.split(|b| *b == b':');
            let number = number(fields.next().unwrap_or_default())?;
            if let Some(slot) = read.numbers.get_mut(place) {
                *slot = number;
            }
            if place == 1 && fields.next() == Some(b"3") {
                read.released = true;
            }
        }
        Some(read)
    }

    fn at(&self, place: usize) -> u32 {
        self.numbers.get(place).copied().unwrap_or(0)
    }

    fn held(&self) -> Held {
        Held::from_parameter(self.at(1))
    }
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0u32, |sum, digit| match digit {
        b'0'..=b'9' => Some(sum.saturating_mul(10).saturating_add(u32::from(digit - b'0'))),
        _ => None,
    })
}
