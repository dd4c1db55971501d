//! Owns the way from the bytes a terminal sends to keys, pastes and answers, one byte after another.
//!
//! It never reads, waits or looks at a clock: the loop feeds it what came and tells it when nothing came for
//! a while. Bytes may arrive in any pieces; the keys are the same. Written by hand because a parser that
//! decides by what one read returned takes an arrow over a slow line for Escape and two letters, and such
//! letters are commands here.

mod sequence;

use std::fmt;
use std::time::Duration;

use crate::keys::{Key, KeyCode};

/// How long the loop waits before it calls [`Parser::timeout`], on a local line.
pub const PATIENCE: Duration = Duration::from_millis(60);
/// The same over a network, where the pieces of one key may come further apart.
pub const PATIENCE_REMOTE: Duration = Duration::from_millis(150);

/// Silences after which an unfinished sequence is given up: about half a second.
const SEQUENCE_SILENCES: u16 = 8;
/// Silences after which an unfinished paste is taken as it stands. Long, because the rest of a stalled paste
/// must not be taken for keys.
const PASTE_SILENCES: u16 = 250;
/// A longer paste is handed on in parts, so that memory stays bounded.
const PASTE_PART: usize = 256 * 1024;
const PASTE_END: &[u8] = b"\x1b[201~";
/// A control sequence with more parameters than this is not a key.
const PARAMETERS: usize = 48;

const ESC: u8 = 0x1b;

/// Something that came from the terminal.
#[derive(Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted; line ends are `\n`. It may hold any character, so it is shown through `ui::text`.
    Paste(String),
    /// The terminal answered a question.
    Answer(Answer),
}

/// What a terminal says about itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Whether it knows synchronized output (mode 2026).
    Sync(bool),
    /// What kind of terminal it is; sent when asked for device attributes.
    Attributes,
}

impl fmt::Debug for Input {
    // Pasted text may be a record or a passphrase: only its length is told.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Input::Key(key) => f.debug_tuple("Key").field(key).finish(),
            Input::Paste(text) => write!(f, "Paste({} bytes)", text.len()),
            Input::Answer(answer) => f.debug_tuple("Answer").field(answer).finish(),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Between two keys.
    Ground,
    /// After an Escape, or after two.
    Escape { twice: bool },
    /// Inside a character of several bytes.
    Character { alt: bool },
    /// After `ESC [`.
    Control { alt: bool },
    /// After `ESC O`.
    Single { alt: bool },
    /// After `ESC [ [`: the function keys of the Linux console.
    LinuxKey,
    /// Inside an old mouse report, which nobody asked for: so many bytes are left.
    Mouse { left: u8 },
    /// Inside a string that answers a question of some earlier program.
    Text { introducer: u8, empty: bool },
    /// Between the marks of a paste.
    Paste,
}

/// Turns bytes into [`Input`], keeping what is unfinished between two calls.
pub struct Parser {
    state: State,
    bytes: Vec<u8>,
    silences: u16,
    out: Vec<Input>,
}

impl Default for Parser {
    fn default() -> Self {
        Parser::new()
    }
}

impl Parser {
    /// A parser between two keys.
    pub fn new() -> Parser {
        Parser { state: State::Ground, bytes: Vec::new(), silences: 0, out: Vec::new() }
    }

    /// Takes the bytes of one read and returns what is complete with them.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Input> {
        if !bytes.is_empty() {
            self.silences = 0;
        }
        for byte in bytes {
            self.take(*byte);
        }
        std::mem::take(&mut self.out)
    }

    /// Whether something is unfinished, so that the loop must call [`Parser::timeout`] after its patience.
    pub fn waiting(&self) -> bool {
        self.state != State::Ground
    }

    /// Says that nothing came for the time of the loop's patience. A lone Escape is then the Escape key; other
    /// unfinished things are given a few more silences.
    pub fn timeout(&mut self) -> Vec<Input> {
        self.silences = self.silences.saturating_add(1);
        let patience = match self.state {
            State::Ground | State::Escape { .. } => 1,
            State::Paste => PASTE_SILENCES,
            State::Character { .. }
            | State::Control { .. }
            | State::Single { .. }
            | State::LinuxKey
            | State::Mouse { .. }
            | State::Text { .. } => SEQUENCE_SILENCES,
        };
        if self.silences >= patience {
            self.give_up();
            self.silences = 0;
        }
        std::mem::take(&mut self.out)
    }

    fn give_up(&mut self) {
        match self.state {
            State::Ground | State::LinuxKey | State::Mouse { .. } => {}
            State::Escape { twice } => {
                self.key(Key::plain(KeyCode::Esc), false);
                if twice {
                    self.key(Key::plain(KeyCode::Esc), false);
                }
            }
            State::Character { alt } => self.key(Key::char(char::REPLACEMENT_CHARACTER), alt),
            // Nothing followed: somebody pressed Alt and this character.
            State::Control { .. } if self.bytes.is_empty() => self.key(Key::char('['), true),
            State::Single { .. } if self.bytes.is_empty() => self.key(Key::char('O'), true),
            State::Text { introducer, empty: true } => self.key(Key::char(char::from(introducer)), true),
            State::Control { .. } | State::Single { .. } | State::Text { .. } => {}
            State::Paste => self.paste(self.bytes.len()),
        }
        self.rest();
    }

    fn rest(&mut self) {
        self.state = State::Ground;
        self.bytes.clear();
    }

    fn key(&mut self, key: Key, alt: bool) {
        self.out.push(Input::Key(Key { alt: key.alt || alt, ..key }));
    }

    fn take(&mut self, byte: u8) {
        match self.state {
            State::Ground => self.plain(byte, false),
            State::Escape { twice } => self.after_escape(byte, twice),
            State::Character { alt } => self.character(byte, alt),
            State::Control { alt } => self.control(byte, alt),
            State::Single { alt } => self.single(byte, alt),
            State::LinuxKey => {
                self.rest();
                match byte {
                    b'A'..=b'E' => self.key(Key::plain(KeyCode::F(byte - b'A' + 1)), false),
                    _ => self.plain(byte, false),
                }
            }
            State::Mouse { left } => match (byte, left) {
                (ESC, _) => self.restart(byte),
                (_, 0 | 1) => self.rest(),
                (_, left) => self.state = State::Mouse { left: left - 1 },
            },
            State::Text { introducer, .. } => match byte {
                // `ESC \` ends the string too; as a sequence of its own it is nothing.
                0x07 => self.rest(),
                0x00..=0x1f => self.restart(byte),
                _ => self.state = State::Text { introducer, empty: false },
            },
            State::Paste => self.pasted(byte),
        }
    }

    /// Drops what is unfinished and takes the byte as the begin of something new.
    fn restart(&mut self, byte: u8) {
        self.rest();
        self.plain(byte, false);
    }

    fn plain(&mut self, byte: u8, alt: bool) {
        match byte {
            ESC => self.state = State::Escape { twice: false },
            0x80.. => {
                self.bytes.clear();
                self.state = State::Character { alt };
                self.character(byte, alt);
            }
            _ => {
                self.rest();
                self.key(sequence::plain(byte), alt);
            }
        }
    }

    fn after_escape(&mut self, byte: u8, twice: bool) {
        self.bytes.clear();
        match byte {
            ESC if !twice => self.state = State::Escape { twice: true },
            ESC => self.key(Key::plain(KeyCode::Esc), false),
            // A second Escape before a sequence is how Alt comes from PuTTY and the old terminals.
            b'[' => self.state = State::Control { alt: twice },
            b'O' => self.state = State::Single { alt: twice },
            _ => {
                if twice {
                    self.key(Key::plain(KeyCode::Esc), false);
                }
                match byte {
                    b']' | b'P' => self.state = State::Text { introducer: byte, empty: true },
                    // The end of a string whose begin was given up.
                    b'\\' if !twice => self.rest(),
                    _ => self.plain(byte, true),
                }
            }
        }
    }

    fn character(&mut self, byte: u8, alt: bool) {
        self.bytes.push(byte);
        match std::str::from_utf8(&self.bytes) {
            Ok(text) => {
                let c = text.chars().next().filter(|c| !c.is_control());
                self.rest();
                if let Some(c) = c {
                    self.key(Key::char(c), alt);
                }
            }
            Err(error) if error.error_len().is_none() => {}
            Err(_) => {
                let first = self.bytes.len() == 1;
                self.rest();
                self.key(Key::char(char::REPLACEMENT_CHARACTER), alt);
                if !first {
                    // This byte broke the character; it may be a key by itself.
                    self.plain(byte, false);
                }
            }
        }
    }

    fn control(&mut self, byte: u8, alt: bool) {
        match byte {
            b'[' if self.bytes.is_empty() => self.state = State::LinuxKey,
            b'M' if self.bytes.is_empty() => self.state = State::Mouse { left: 3 },
            0x20..=0x3f => {
                if self.bytes.len() < PARAMETERS {
                    self.bytes.push(byte);
                }
            }
            0x40..=0x7e => {
                let parameters = std::mem::take(&mut self.bytes);
                self.rest();
                match sequence::control(&parameters, byte) {
                    sequence::Meaning::Key(key) => self.key(key, alt),
                    sequence::Meaning::Answer(answer) => self.out.push(Input::Answer(answer)),
                    sequence::Meaning::PasteBegins => self.state = State::Paste,
                    sequence::Meaning::Nothing => {}
                }
            }
            _ => self.restart(byte),
        }
    }

    fn single(&mut self, byte: u8, alt: bool) {
        match byte {
            b'0'..=b'9' | b';' if self.bytes.len() < PARAMETERS => self.bytes.push(byte),
            0x20..=0x7e => {
                let parameters = std::mem::take(&mut self.bytes);
                self.rest();
                if let Some(key) = sequence::single(&parameters, byte) {
                    self.key(key, alt);
                }
            }
            _ => self.restart(byte),
        }
    }

    fn pasted(&mut self, byte: u8) {
        if self.bytes.len() >= PASTE_PART {
            self.part_with(byte);
        }
        self.bytes.push(byte);
        if self.bytes.ends_with(PASTE_END) {
            self.paste(self.bytes.len() - PASTE_END.len());
            self.rest();
        }
    }

    /// Hands on a part of a long paste, cutting neither a character nor a line end nor the end mark.
    fn part_with(&mut self, next: u8) {
        let mark = (1..PASTE_END.len()).rev().find(|n| self.bytes.ends_with(&PASTE_END[..*n])).unwrap_or(0);
        let inside = mark == 0 && (next & 0xc0 == 0x80 || self.bytes.ends_with(b"\r"));
        if inside && self.bytes.len() < PASTE_PART + 4 {
            return;
        }
        let end = self.bytes.len() - mark;
        self.paste(end);
        self.bytes.drain(..end);
    }

    fn paste(&mut self, end: usize) {
        let text = String::from_utf8_lossy(&self.bytes[..end]).replace("\r\n", "\n").replace('\r', "\n");
        if !text.is_empty() {
            self.out.push(Input::Paste(text));
        }
    }
}
