//! A list as a table: signs in front, columns of fixed widths in cells, one that takes what is left.
//!
//! The row under the cursor has a `>` in front and its key cell highlighted, not the whole row: over a slow line a cursor
//! move must cost a few bytes. It never knows what the rows are about.

use super::ink::{piece, put, put_pieces, put_right};
use crate::domain::Lang;
use crate::domain::due::Light;
use crate::ui::text::pad_left;
use crate::ui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The cells of the signs: cursor, light, arrival or mark.
pub const SIGNS: u16 = 3;

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wide {
    /// So many cells in every language.
    Cells(u16),
    /// So many cells in English and in Chinese.
    ByLang(u16, u16),
    /// What the others leave.
    Rest,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The word for its name.
    pub name: &'static str,
    /// How wide it is.
    pub wide: Wide,
    /// From how many cells of the whole table on it is shown.
    pub from: u16,
    /// Whether it holds what the row is called by: the cell that the cursor highlights.
    pub key: bool,
    /// Whether its text stands at the right.
    pub right: bool,
    /// Whether what it says holds only while the row is in the list.
    pub passing: bool,
}

impl Column {
    /// A column that is always shown.
    pub const fn new(name: &'static str, wide: Wide) -> Column {
        Column { name, wide, from: 0, key: false, right: false, passing: false }
    }

    /// The same, shown only in wide tables.
    pub const fn from(self, cells: u16) -> Column {
        Column { from: cells, ..self }
    }

    /// The same, as the one that the cursor highlights.
    pub const fn key(self) -> Column {
        Column { key: true, ..self }
    }

    /// The same, with its text at the right.
    pub const fn right(self) -> Column {
        Column { right: true, ..self }
    }

    /// The same, for what holds only while the row is in the list.
    pub const fn passing(self) -> Column {
        Column { passing: true, ..self }
    }

    fn cells(&self, lang: Lang) -> Option<u16> {
        match (self.wide, lang) {
            (Wide::Cells(cells) | Wide::ByLang(cells, _), Lang::En) => Some(cells),
            (Wide::Cells(cells) | Wide::ByLang(_, cells), Lang::Zh) => Some(cells),
            (Wide::Rest, _) => None,
        }
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The text, as it came.
    pub text: String,
    /// Its style.
    pub style: Style,
}

impl Cell {
    /// A cell in a style of its own.
    pub fn styled(text: impl Into<String>, style: Style) -> Cell {
        Cell { text: text.into(), style }
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Cell {
        Cell { text: text.into(), style: Style::new() }
    }
}

/// A row.
#[derive(Clone, Debug, Default)]
pub struct TableRow {
    /// The cells, one for each column, shown or not.
    pub cells: Vec<Cell>,
    /// How its deadline stands.
    pub light: Option<Light>,
    /// Whether it arrived a moment ago.
    pub fresh: bool,
    /// Whether it is marked.
    pub marked: bool,
    /// Whether it has left the list and stands only under the cursor.
    pub gone: bool,
    /// Whether what is owed was put off, or its clock stands still.
    pub rests: bool,
    /// Whether the cursor is on it.
    pub cursor: bool,
}

/// The columns of a table, laid out for a language and a width.
#[derive(Clone, Debug)]
pub struct Table {
    spans: Vec<(Column, u16, u16)>,
    theme: Theme,
}

impl Table {
    /// Lays the columns out in so many cells, with one cell between them.
    pub fn new(columns: &[Column], cells: u16, lang: Lang, theme: Theme) -> Table {
        let shown = |column: &&Column| column.from <= cells;
        let fixed: u16 = columns.iter().filter(shown).map(|c| c.cells(lang).unwrap_or(0) + 1).sum();
        let rest = cells.saturating_sub(SIGNS + fixed.saturating_sub(1));
        let mut x = SIGNS;
        let spans = columns
            .iter()
            .map(|column| {
                let wide = if column.from <= cells { column.cells(lang).unwrap_or(rest) } else { 0 };
                let span = (*column, x, wide);
                if column.from <= cells {
                    x += wide + 1;
                }
                span
            })
            .collect();
        Table { spans, theme }
    }

    /// Draws the names of the columns; `name` puts one into words.
    pub fn names(&self, buf: &mut Buffer, row: Rect, name: impl Fn(&str) -> String) {
        for (column, x, wide) in self.spans.iter().filter(|(_, _, wide)| *wide > 0) {
            let text = name(column.name);
            let text = if column.right { pad_left(&text, usize::from(*wide)) } else { text };
            put(buf, part(row, *x, *wide), &text, self.theme.quiet());
        }
    }

    /// Draws one row.
    pub fn row(&self, buf: &mut Buffer, line: Rect, row: &TableRow) {
        if row.cursor && self.theme.high_contrast {
            buf.set_style(line, self.theme.cursor());
        }
        self.signs(buf, line, row);
        for ((column, x, wide), cell) in self.spans.iter().zip(&row.cells).filter(|(span, _)| span.2 > 0) {
            let at = part(line, *x, *wide);
            let style = if column.key && row.cursor { self.theme.cursor() } else { cell.style };
            if column.right {
                put_right(buf, at, &[piece(cell.text.clone(), style)]);
            } else {
                put(buf, at, &cell.text, style);
            }
        }
    }

    fn signs(&self, buf: &mut Buffer, line: Rect, row: &TableRow) {
        let theme = self.theme;
        let cursor = if row.cursor { ">" } else { " " };
        // The colour stands on what is owed: a second coloured place in each row would cost a page of bytes.
        let light = match (row.gone, row.rests, row.light) {
            (true, _, _) => "-",
            (false, true, _) => "z",
            (false, false, Some(Light::Red)) => "!",
            (false, false, Some(Light::Amber)) => "~",
            (false, false, Some(Light::Green) | None) => " ",
        };
        let fresh = match (row.marked, row.fresh) {
            (true, _) => piece("+", theme.plain()),
            (false, true) => piece("*", theme.fresh()),
            (false, false) => piece(" ", theme.plain()),
        };
        put_pieces(buf, line, &[piece(cursor, theme.heading()), piece(light, theme.plain()), fresh]);
    }
}

fn part(line: Rect, x: u16, wide: u16) -> Rect {
    let x = x.min(line.width);
    Rect { x: line.x + x, width: wide.min(line.width - x), ..line }
}
