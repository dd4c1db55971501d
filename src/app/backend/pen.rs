//! Owns the bytes being written and what the terminal is left with after them: where its cursor is and in which
//! colours and attributes it writes.
//!
//! It knows nothing of what should be on the screen.

use super::cell::{BOLD, Cell, Clusters, DIM, REVERSE, Style, UNDERLINE};
use super::travel::{Bytes, Spot, travel};

/// The end of what was written, and the terminal's state there.
pub(super) struct Pen {
    pub out: Vec<u8>,
    pub at: Spot,
    style: Option<Style>,
}

/// A place to go back to when another way turns out shorter.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    len: usize,
    at: Spot,
    style: Option<Style>,
}

impl Mark {
    /// How many bytes were written since.
    pub fn written(&self, pen: &Pen) -> usize {
        pen.out.len().saturating_sub(self.len)
    }
}

impl Pen {
    /// A pen that knows nothing yet.
    pub fn new() -> Pen {
        Pen { out: Vec::new(), at: Spot::default(), style: None }
    }

    /// Forgets where the cursor is and how the terminal writes.
    pub fn forget(&mut self) {
        self.at = Spot::default();
        self.style = None;
    }

    pub fn mark(&self) -> Mark {
        Mark { len: self.out.len(), at: self.at, style: self.style }
    }

    /// Takes back what was written since the mark and returns it.
    pub fn take_back(&mut self, mark: Mark) -> Vec<u8> {
        self.at = mark.at;
        self.style = mark.style;
        self.out.split_off(mark.len)
    }

    /// Puts bytes back that were taken, with the state after them.
    pub fn put_back(&mut self, bytes: &[u8], after: Mark) {
        self.out.extend_from_slice(bytes);
        self.at = after.at;
        self.style = after.style;
    }

    pub fn raw(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
    }

    pub fn go(&mut self, x: u16, y: u16) {
        let way = travel(self.at, x, y);
        self.raw(way.as_slice());
        self.at = Spot::at(x, y);
    }

    /// Bytes to go there from here.
    pub fn way(&self, x: u16, y: u16) -> usize {
        travel(self.at, x, y).len()
    }

    /// Whether the cell could be written without a change of colours or attributes.
    pub fn fits(&self, cell: Cell) -> bool {
        let Some(style) = self.style else { return false };
        if cell.is_blank() { style.on_blank() == cell.style().on_blank() } else { style == cell.style() }
    }

    /// Writes one character where the cursor stands.
    pub fn put(&mut self, cell: Cell, cells: u16, width: u16, clusters: &Clusters) {
        self.dress(cell);
        clusters.write(cell.glyph(), &mut self.out);
        let next = self.at.x.map(|x| x + cells);
        let sure = cell.glyph().is_sure();
        let inside = next.is_some_and(|x| x < width);
        self.at.x = next.filter(|_| sure && inside);
        if !sure && !inside {
            // It may have gone over the edge.
            self.at.y = None;
        }
    }

    /// Erases to the end of the line. The colours are plain then, since some terminals fill with the current
    /// background and some do not.
    pub fn erase_to_end(&mut self) {
        self.dress(Cell::BLANK);
        self.raw(b"\x1b[K");
    }

    /// Sets everything to plain, whatever it was.
    pub fn reset(&mut self) {
        self.raw(b"\x1b[m");
        self.style = Some(Style::PLAIN);
    }

    /// Changes colours and attributes to those of the cell, in the shorter of two ways. On an empty cell only the
    /// background and the lines count, so the rest may stay as it is.
    pub fn dress(&mut self, cell: Cell) {
        if self.fits(cell) {
            return;
        }
        let least = if cell.is_blank() { cell.style().on_blank() } else { cell.style() };
        let mut change = Codes::new();
        change.add("");
        change.set(Style::PLAIN, least);
        let mut after = least;
        if let Some(now) = self.style {
            let goal = if cell.is_blank() { kept_on_blank(now, least) } else { least };
            let mut step = Codes::new();
            step.clear(now, goal);
            step.set(now, goal);
            if step.bytes.len() < change.bytes.len() {
                (change, after) = (step, goal);
            }
        }
        self.raw(change.finish().as_slice());
        self.style = Some(after);
    }
}

/// The style nearest to the current one that shows an empty cell as asked.
fn kept_on_blank(now: Style, least: Style) -> Style {
    if least.has(UNDERLINE | REVERSE) {
        return least;
    }
    Style { fg: now.fg, bg: least.bg, attrs: now.attrs & (BOLD | DIM) }
}

/// The numbers of one `ESC [ ... m`.
struct Codes {
    bytes: Vec<u8>,
    first: bool,
}

impl Codes {
    fn new() -> Codes {
        Codes { bytes: Vec::with_capacity(24), first: true }
    }

    fn add(&mut self, code: &str) {
        if !self.first {
            self.bytes.push(b';');
        }
        self.first = false;
        self.bytes.extend_from_slice(code.as_bytes());
    }

    /// Takes off the attributes that the goal does not have.
    fn clear(&mut self, now: Style, goal: Style) {
        let gone = now.attrs & !goal.attrs;
        if gone & (BOLD | DIM) != 0 {
            self.add("22");
        }
        if gone & UNDERLINE != 0 {
            self.add("24");
        }
        if gone & REVERSE != 0 {
            self.add("27");
        }
    }

    /// Puts on what the goal has, once [`Codes::clear`] is done.
    fn set(&mut self, now: Style, goal: Style) {
        let lost = now.attrs & !goal.attrs & (BOLD | DIM) != 0;
        let kept = if lost { now.attrs & !(BOLD | DIM) } else { now.attrs };
        for (attr, code) in [(BOLD, "1"), (DIM, "2"), (UNDERLINE, "4"), (REVERSE, "7")] {
            if goal.has(attr) && kept & attr == 0 {
                self.add(code);
            }
        }
        if now.fg != goal.fg {
            self.colour(goal.fg, 30);
        }
        if now.bg != goal.bg {
            self.colour(goal.bg, 40);
        }
    }

    fn colour(&mut self, colour: u8, first: u8) {
        let code = match colour {
            0 => first + 9,
            1..=8 => first + colour - 1,
            _ => first + 60 + (colour - 9) % 8,
        };
        self.add(&code.to_string());
    }

    fn finish(self) -> Bytes {
        let numbers = std::str::from_utf8(&self.bytes).unwrap_or_default();
        Bytes::of(format_args!("\x1b[{numbers}m"))
    }
}
