//! Owns what stands in one cell of the screen, eight bytes small, and the table of longer clusters.
//!
//! It knows nothing of positions and writes nothing.

use std::collections::HashMap;

use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthChar;

/// Bold text.
pub(super) const BOLD: u8 = 1;
/// Faint text.
pub(super) const DIM: u8 = 2;
/// Underlined text.
pub(super) const UNDERLINE: u8 = 4;
/// Colours swapped.
pub(super) const REVERSE: u8 = 8;

/// Colours and attributes as a terminal with 16 colours has them. A colour is 0 for the terminal's own,
/// 1 to 8 for the normal eight, 9 to 16 for the bright ones.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Style {
    pub fg: u8,
    pub bg: u8,
    pub attrs: u8,
}

impl Style {
    pub const PLAIN: Style = Style { fg: 0, bg: 0, attrs: 0 };

    /// What ratatui asks for, as far as this terminal can show it.
    pub fn of(cell: &ratatui::buffer::Cell, colours: bool) -> Style {
        let attrs = [
            (Modifier::BOLD, BOLD),
            (Modifier::DIM, DIM),
            (Modifier::UNDERLINED, UNDERLINE),
            (Modifier::REVERSED, REVERSE),
        ];
        let attrs =
            attrs.iter().filter(|(m, _)| cell.modifier.contains(*m)).fold(0, |all, (_, bit)| all | bit);
        // Bold and faint are one setting with two values on many terminals, so only one of them is asked for.
        let attrs = if attrs & BOLD != 0 { attrs & !DIM } else { attrs };
        let (fg, bg) = if colours { (colour(cell.fg), colour(cell.bg)) } else { (0, 0) };
        Style { fg, bg, attrs }
    }

    pub fn has(self, attr: u8) -> bool {
        self.attrs & attr != 0
    }

    /// The part of the style that can be seen on an empty cell: everything when it is underlined or reversed,
    /// else the background only.
    pub fn on_blank(self) -> Style {
        if self.has(UNDERLINE | REVERSE) { self } else { Style { fg: 0, bg: self.bg, attrs: 0 } }
    }
}

/// The number of one of the 16 colours. Colours beyond them are not in any theme and fall back to the
/// terminal's own.
fn colour(colour: Color) -> u8 {
    match colour {
        Color::Reset | Color::Rgb(..) => 0,
        Color::Black => 1,
        Color::Red => 2,
        Color::Green => 3,
        Color::Yellow => 4,
        Color::Blue => 5,
        Color::Magenta => 6,
        Color::Cyan => 7,
        Color::Gray => 8,
        Color::DarkGray => 9,
        Color::LightRed => 10,
        Color::LightGreen => 11,
        Color::LightYellow => 12,
        Color::LightBlue => 13,
        Color::LightMagenta => 14,
        Color::LightCyan => 15,
        Color::White => 16,
        Color::Indexed(n) => {
            if n < 16 {
                n + 1
            } else {
                0
            }
        }
    }
}

/// What is seen in a cell: a character, a longer cluster by its number, or nothing because the character before
/// it is wide.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Glyph(u32);

const TAIL: u32 = u32::MAX;
const CLUSTER: u32 = 1 << 31;

impl Glyph {
    pub const BLANK: Glyph = Glyph(b' ' as u32);
    pub const TAIL: Glyph = Glyph(TAIL);

    pub fn of(c: char) -> Glyph {
        Glyph(u32::from(c))
    }

    /// Whether every terminal moves as far for this glyph as the width tables say. For others (emoji, quotation
    /// marks of ambiguous width, combining marks) the writer places the cursor anew instead of believing it.
    pub fn is_sure(self) -> bool {
        matches!(self.0,
            0x20..=0x7e | 0x2500..=0x259f | 0x3000..=0x3029 | 0x3041..=0x3096 | 0x30a1..=0x30fa | 0x3105..=0x312f
            | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xac00..=0xd7a3 | 0xff01..=0xff60)
    }
}

/// One cell: glyph and style in a value that compares and copies as one number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell(u64);

impl Cell {
    pub const BLANK: Cell = Cell::new(Glyph::BLANK, Style::PLAIN);

    pub const fn new(glyph: Glyph, style: Style) -> Cell {
        let style = (style.fg as u64) << 16 | (style.bg as u64) << 8 | style.attrs as u64;
        Cell((glyph.0 as u64) << 32 | style)
    }

    pub fn glyph(self) -> Glyph {
        Glyph((self.0 >> 32) as u32)
    }

    pub fn style(self) -> Style {
        Style { fg: (self.0 >> 16) as u8, bg: (self.0 >> 8) as u8, attrs: self.0 as u8 }
    }

    pub fn is_tail(self) -> bool {
        self.glyph() == Glyph::TAIL
    }

    pub fn is_blank(self) -> bool {
        self.glyph() == Glyph::BLANK
    }
}

/// The clusters of several characters that stand on the screen, each once.
#[derive(Default)]
pub(super) struct Clusters {
    texts: Vec<Box<str>>,
    numbers: HashMap<Box<str>, u32>,
}

/// More different clusters than this are kept only until the next repaint.
const CLUSTERS_KEPT: usize = 4096;

impl Clusters {
    /// The glyph of a cluster.
    pub fn glyph(&mut self, cluster: &str) -> Glyph {
        let mut chars = cluster.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return Glyph::of(c);
        }
        if let Some(number) = self.numbers.get(cluster) {
            return Glyph(CLUSTER | number);
        }
        let number = u32::try_from(self.texts.len()).unwrap_or(0) & !CLUSTER;
        self.texts.push(cluster.into());
        self.numbers.insert(cluster.into(), number);
        Glyph(CLUSTER | number)
    }

    /// Whether so many clusters came by that the table should be made anew.
    pub fn is_full(&self) -> bool {
        self.texts.len() > CLUSTERS_KEPT
    }

    /// Appends the bytes of a glyph.
    pub fn write(&self, glyph: Glyph, out: &mut Vec<u8>) {
        match glyph.0 {
            TAIL => {}
            number if number & CLUSTER != 0 => {
                let text = self.texts.get((number & !CLUSTER) as usize);
                out.extend_from_slice(text.map_or(" ", |text| text).as_bytes());
            }
            code => {
                let c = char::from_u32(code).unwrap_or(' ');
                out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            }
        }
    }

    /// How many bytes a glyph takes.
    pub fn len(&self, glyph: Glyph) -> usize {
        match glyph.0 {
            TAIL => 0,
            number if number & CLUSTER != 0 => {
                self.texts.get((number & !CLUSTER) as usize).map_or(1, |text| text.len())
            }
            code => char::from_u32(code).map_or(1, char::len_utf8),
        }
    }
}

/// Cells that a shown cluster takes, by the sum of its characters as terminals count.
pub(super) fn width(cluster: &str) -> u16 {
    let cells: usize = cluster.chars().filter_map(UnicodeWidthChar::width).sum();
    u16::try_from(cells).unwrap_or(u16::MAX)
}
