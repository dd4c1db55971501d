//! A text that scrolls: headings, fields with a label, lines. It wraps and makes safe what it is given.

use super::ink::{Piece, piece, put_pieces};
use crate::ui::text::{safe_lines, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The most cells of a line of text: longer ones are hard to read.
const LINE_MAX: usize = 100;

/// One line.
#[derive(Clone, Debug, Default)]
struct Line {
    indent: u16,
    front: Vec<Piece>,
    pieces: Vec<Piece>,
}

/// A text that scrolls.
#[derive(Clone, Debug)]
pub struct Doc {
    cells: u16,
    label: u16,
    lines: Vec<Line>,
}

impl Doc {
    /// An empty text for so many cells, its labels in the first `label` of them.
    pub fn new(cells: u16, label: u16) -> Doc {
        Doc { cells, label, lines: Vec::new() }
    }

    /// How many lines it has.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether it has no lines.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// How many cells a line of text has behind so many.
    pub fn room(&self, indent: u16) -> usize {
        usize::from(self.cells.saturating_sub(indent)).min(LINE_MAX)
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.lines.push(Line::default());
    }

    /// A line of pieces.
    pub fn line(&mut self, pieces: Vec<Piece>) {
        self.lines.push(Line { pieces, ..Line::default() });
    }

    /// A text of any length from the first cell on.
    pub fn text(&mut self, text: &str, style: Style) {
        self.wrapped(Vec::new(), 0, text, style);
    }

    /// A label and a text of any length beside it.
    pub fn field(&mut self, label: Piece, text: &str, style: Style) {
        self.wrapped(vec![label], self.label, text, style);
    }

    /// Some pieces in the first `indent` cells and a text of any length beside them.
    pub fn item(&mut self, front: Vec<Piece>, indent: u16, text: &str, style: Style) {
        self.wrapped(front, indent, text, style);
    }

    fn wrapped(&mut self, mut front: Vec<Piece>, indent: u16, text: &str, style: Style) {
        let room = self.room(indent);
        for line in wrap(&safe_lines(text), room) {
            let front = std::mem::take(&mut front);
            self.lines.push(Line { indent, front, pieces: vec![piece(line, style)] });
        }
    }

    /// Draws the lines from `top` on.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, top: usize) {
        for (y, line) in (area.top()..area.bottom()).zip(self.lines.iter().skip(top)) {
            let row = Rect { y, height: 1, ..area };
            let indent = line.indent.min(row.width);
            put_pieces(buf, Rect { width: indent.saturating_sub(1), ..row }, &line.front);
            put_pieces(buf, Rect { x: row.x + indent, width: row.width - indent, ..row }, &line.pieces);
        }
    }
}
