//! Owns how text gets into cells: everything from outside is made safe, cut and measured here and nowhere else.

use crate::ui::text::{one_line, truncate, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// A stretch of text in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text, as it came.
    pub text: String,
    /// Its style.
    pub style: Style,
}

/// A stretch of text in one style.
pub fn piece(text: impl Into<String>, style: Style) -> Piece {
    Piece { text: text.into(), style }
}

/// Writes text into a row of cells and says how many it took.
pub fn put(buf: &mut Buffer, row: Rect, text: &str, style: Style) -> u16 {
    if row.width == 0 || row.height == 0 {
        return 0;
    }
    let safe = one_line(text);
    let shown = truncate(&safe, usize::from(row.width));
    buf.set_string(row.x, row.y, &shown, style);
    u16::try_from(width(&shown)).unwrap_or(row.width)
}

/// Writes pieces one after another into a row of cells, and says how many they took.
pub fn put_pieces(buf: &mut Buffer, row: Rect, pieces: &[Piece]) -> u16 {
    let mut used = 0;
    for piece in pieces {
        let rest = Rect { x: row.x + used, width: row.width - used, ..row };
        used += put(buf, rest, &piece.text, piece.style);
        if used >= row.width {
            break;
        }
    }
    used
}

/// Writes pieces at the right end of a row of cells; says how many cells are left before them.
pub fn put_right(buf: &mut Buffer, row: Rect, pieces: &[Piece]) -> u16 {
    let wide = pieces_width(pieces).min(row.width);
    let at = Rect { x: row.right() - wide, width: wide, ..row };
    put_pieces(buf, at, pieces);
    row.width - wide
}

/// How many cells pieces take.
pub fn pieces_width(pieces: &[Piece]) -> u16 {
    let cells: usize = pieces.iter().map(|piece| width(&one_line(&piece.text))).sum();
    u16::try_from(cells).unwrap_or(u16::MAX)
}
