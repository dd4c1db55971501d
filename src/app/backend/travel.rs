//! Owns the shortest way to move the terminal's cursor.
//!
//! It uses only what the Linux console, PuTTY, xterm and tmux all know: carriage return, line feed, backspace, and
//! the absolute and relative moves of the VT100 and its followers.

use std::io::Write as _;

/// A few bytes of a control sequence, without an allocation.
#[derive(Clone, Copy)]
pub(super) struct Bytes {
    bytes: [u8; 40],
    len: usize,
}

impl Bytes {
    pub const EMPTY: Bytes = Bytes { bytes: [0; 40], len: 0 };

    pub fn of(text: std::fmt::Arguments<'_>) -> Bytes {
        let mut made = Bytes::EMPTY;
        let mut rest: &mut [u8] = &mut made.bytes;
        // Every sequence is far shorter than the room for it.
        let _ = rest.write_fmt(text);
        made.len = 40 - rest.len();
        made
    }

    pub fn as_slice(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    pub fn len(&self) -> usize {
        self.len
    }

    fn then(mut self, next: Bytes) -> Bytes {
        let room = self.bytes.len() - self.len;
        let more = next.len.min(room);
        self.bytes[self.len..self.len + more].copy_from_slice(&next.bytes[..more]);
        self.len += more;
        self
    }

    fn shorter(self, other: Bytes) -> Bytes {
        if other.len < self.len { other } else { self }
    }
}

/// Where the cursor is, as far as it is known. The column is unknown after a character was written into the last
/// one, and after a character that terminals may take for wider or narrower.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Spot {
    pub x: Option<u16>,
    pub y: Option<u16>,
}

impl Spot {
    pub fn at(x: u16, y: u16) -> Spot {
        Spot { x: Some(x), y: Some(y) }
    }
}

/// The shortest bytes that move the cursor from one place to another, which is on the screen.
pub(super) fn travel(from: Spot, x: u16, y: u16) -> Bytes {
    if from == Spot::at(x, y) {
        return Bytes::EMPTY;
    }
    let absolute = match (x, y) {
        (0, 0) => Bytes::of(format_args!("\x1b[H")),
        (0, y) => Bytes::of(format_args!("\x1b[{}H", y + 1)),
        (x, 0) => Bytes::of(format_args!("\x1b[;{}H", x + 1)),
        (x, y) => Bytes::of(format_args!("\x1b[{};{}H", y + 1, x + 1)),
    };
    match from.y {
        // Sideways first: after the last column a carriage return is sure, a line feed alone is not.
        Some(row) => absolute.shorter(sideways(from.x, x).then(up_or_down(row, y))),
        None => absolute,
    }
}

fn sideways(from: Option<u16>, to: u16) -> Bytes {
    let absolute = match to {
        0 => return if from == Some(0) { Bytes::EMPTY } else { Bytes::of(format_args!("\r")) },
        _ => Bytes::of(format_args!("\x1b[{}G", to + 1)),
    };
    let from_start = Bytes::of(format_args!("\r")).then(steps(to, 'C'));
    let best = absolute.shorter(from_start);
    let Some(from) = from else { return best };
    if to >= from {
        steps(to - from, 'C').shorter(best)
    } else {
        let back = from - to;
        let far = steps(back, 'D').shorter(best);
        if back <= 4 { repeated(8, back).shorter(far) } else { far }
    }
}

fn up_or_down(from: u16, to: u16) -> Bytes {
    if from == to {
        return Bytes::EMPTY;
    }
    let absolute = Bytes::of(format_args!("\x1b[{}d", to + 1));
    if to > from {
        let down = steps(to - from, 'B').shorter(absolute);
        // A line feed above the last row only moves.
        if to - from <= 4 { repeated(b'\n', to - from).shorter(down) } else { down }
    } else {
        steps(from - to, 'A').shorter(absolute)
    }
}

fn steps(count: u16, way: char) -> Bytes {
    match count {
        0 => Bytes::EMPTY,
        1 => Bytes::of(format_args!("\x1b[{way}")),
        _ => Bytes::of(format_args!("\x1b[{count}{way}")),
    }
}

fn repeated(byte: u8, count: u16) -> Bytes {
    let mut made = Bytes::EMPTY;
    made.len = usize::from(count).min(made.bytes.len());
    made.bytes[..made.len].fill(byte);
    made
}
