//! PURE. Reads JSON objects of texts and remembers where each key and value stands, so that every complaint can name
//! its place. It takes exactly what RFC 8259 takes, to a depth; it never recurses.
//!
//! Why by hand: the usual readers stop at the first fault and lose the place of a value that is well-formed but wrong.

use super::complaint::JsonFault;

/// Nothing in a report is nested; what lies deeper than this is not looked at any more.
pub(super) const DEPTH_MAX: usize = 32;

/// A value, as far as a report has use for it.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Value {
    Text(String),
    Null,
    /// A number, a truth value, a list or an object.
    Other,
}

/// A fault and the byte it is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) why: FaultKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FaultKind {
    Json(JsonFault),
    TooDeep,
}

/// One member of an object, with the bytes where its key and its value begin.
pub(super) struct Member {
    pub(super) key: String,
    pub(super) key_at: usize,
    pub(super) value: Value,
    pub(super) value_at: usize,
}

/// Reads through a text from the front.
pub(super) struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, at: usize) -> Reader<'a> {
        Reader { text, at }
    }

    /// The byte that is next.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn fault(&self, why: JsonFault) -> Fault {
        Fault { at: self.at, why: FaultKind::Json(why) }
    }

    /// What is said when `wanted` isn't next.
    fn expected(&self, wanted: &'static str) -> Fault {
        self.fault(if self.byte().is_none() { JsonFault::End } else { JsonFault::Expected(wanted) })
    }

    pub(super) fn skip_blanks(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Whether `byte` is next, and steps over it.
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let there = self.byte() == Some(byte);
        self.at += usize::from(there);
        there
    }

    /// The next byte that is no blank.
    pub(super) fn peek(&mut self) -> Option<u8> {
        self.skip_blanks();
        self.byte()
    }

    /// Nothing but blanks may follow.
    pub(super) fn end(&mut self) -> Result<(), Fault> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.fault(JsonFault::Trailing)),
        }
    }

    /// What parts the elements of a list: true when another follows.
    pub(super) fn another(&mut self) -> Result<bool, Fault> {
        match self.peek() {
            Some(b',') => {
                self.at += 1;
                Ok(true)
            }
            Some(b']') => {
                self.at += 1;
                Ok(false)
            }
            _ => Err(self.expected(", ]")),
        }
    }

    /// Reads one object and hands on its members one by one; `{` must be next.
    pub(super) fn object(&mut self, member: &mut dyn FnMut(Member)) -> Result<(), Fault> {
        self.skip_blanks();
        if !self.eat(b'{') {
            return Err(self.expected("{"));
        }
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.skip_blanks();
            let key_at = self.at;
            let key = self.text_value()?;
            self.colon()?;
            let value_at = self.at;
            let value = self.value()?;
            member(Member { key, key_at, value, value_at });
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return Err(self.expected(", }")),
            }
        }
    }

    fn colon(&mut self) -> Result<(), Fault> {
        if self.peek() != Some(b':') {
            return Err(self.expected(":"));
        }
        self.at += 1;
        self.skip_blanks();
        Ok(())
    }

    /// Reads one value of any kind.
    pub(super) fn value(&mut self) -> Result<Value, Fault> {
        match self.peek() {
            Some(b'"') => self.text_value().map(Value::Text),
            Some(b'n') => self.word("null").map(|()| Value::Null),
            Some(b'{' | b'[') => self.nested().map(|()| Value::Other),
            _ => self.scalar().map(|()| Value::Other),
        }
    }

    fn scalar(&mut self) -> Result<(), Fault> {
        match self.byte() {
            Some(b't') => self.word("true"),
            Some(b'f') => self.word("false"),
            Some(b'n') => self.word("null"),
            Some(b'"') => self.text_value().map(drop),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => Err(self.expected("\"")),
        }
    }

    fn word(&mut self, word: &'static str) -> Result<(), Fault> {
        let there = self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word));
        if !there {
            return Err(self.expected(word));
        }
        self.at += word.len();
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Fault> {
        let from = self.at;
        while matches!(self.byte(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == from { Err(self.expected("0-9")) } else { Ok(()) }
    }

    fn number(&mut self) -> Result<(), Fault> {
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            if !self.eat(b'+') {
                self.eat(b'-');
            }
            self.digits()?;
        }
        Ok(())
    }

    /// Steps over a list or an object. `open` holds the brackets that wait for their other half.
    fn nested(&mut self) -> Result<(), Fault> {
        let mut open: Vec<u8> = Vec::new();
        loop {
            match self.peek() {
                Some(bracket @ (b'{' | b'[')) => {
                    if open.len() >= DEPTH_MAX {
                        return Err(Fault { at: self.at, why: FaultKind::TooDeep });
                    }
                    self.at += 1;
                    open.push(bracket);
                    let close = if bracket == b'{' { b'}' } else { b']' };
                    if self.peek() != Some(close) {
                        self.key_of(bracket)?;
                        continue;
                    }
                }
                _ => self.scalar()?,
            }
            if self.close(&mut open)? {
                return Ok(());
            }
        }
    }

    /// The key that stands before every member of an object.
    fn key_of(&mut self, bracket: u8) -> Result<(), Fault> {
        if bracket == b'{' {
            self.skip_blanks();
            self.text_value()?;
            self.colon()?;
        }
        Ok(())
    }

    /// After a value: closes what ends here; true when nothing is open any more.
    fn close(&mut self, open: &mut Vec<u8>) -> Result<bool, Fault> {
        while let Some(bracket) = open.last().copied() {
            match (self.peek(), bracket) {
                (Some(b','), _) => {
                    self.at += 1;
                    self.key_of(bracket)?;
                    return Ok(false);
                }
                (Some(b'}'), b'{') | (Some(b']'), b'[') => {
                    self.at += 1;
                    open.pop();
                }
                (_, b'{') => return Err(self.expected(", }")),
                _ => return Err(self.expected(", ]")),
            }
        }
        Ok(true)
    }

    /// Reads a text; `"` must be next.
    fn text_value(&mut self) -> Result<String, Fault> {
        if !self.eat(b'"') {
            return Err(self.expected("\""));
        }
        let mut out = String::new();
        loop {
            let from = self.at;
            while matches!(self.byte(), Some(b) if b != b'"' && b != b'\\' && b >= 0x20) {
                self.at += 1;
            }
            out.push_str(self.text.get(from..self.at).unwrap_or_default());
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => out.push(self.escape()?),
                Some(_) => return Err(self.fault(JsonFault::Control)),
                None => return Err(self.fault(JsonFault::End)),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        let from = self.at;
        self.at += 1;
        let plain = match self.byte() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(from),
            Some(_) => return Err(Fault { at: from, why: FaultKind::Json(JsonFault::Escape) }),
            None => return Err(self.fault(JsonFault::End)),
        };
        self.at += 1;
        Ok(plain)
    }

    fn unicode(&mut self, from: usize) -> Result<char, Fault> {
        let bad = Fault { at: from, why: FaultKind::Json(JsonFault::Escape) };
        self.at += 1;
        let first = self.hex().ok_or(bad)?;
        if !(0xD800..0xDC00).contains(&first) {
            return char::from_u32(first).ok_or(bad);
        }
        if !(self.eat(b'\\') && self.eat(b'u')) {
            return Err(bad);
        }
        let second = self.hex().filter(|s| (0xDC00..0xE000).contains(s)).ok_or(bad)?;
        char::from_u32(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)).ok_or(bad)
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}
