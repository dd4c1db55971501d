//! How the text of a field looks in so many cells: rows, what is scrolled out of sight, and the caret's cell.
//!
//! It never changes the text. Each grapheme is made safe by itself, so that the caret stands where its
//! character stands, whatever signs come before it.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::{Lines, TextField};
use crate::ui::text::{may_break, safe, truncate, width};

/// A part of a field's text as it is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The rows, top first; safe to draw, none wider than asked.
    pub rows: Vec<String>,
    /// The caret's cell: column and row.
    pub caret: (u16, u16),
    /// Rows out of sight above.
    pub above: usize,
    /// Rows out of sight below.
    pub below: usize,
}

/// A row: from the first byte to behind the last, without the line break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row {
    start: usize,
    end: usize,
}

impl TextField {
    /// The text in `cells` columns and at most `rows` rows, scrolled so that the caret is in sight. With `hidden`
    /// each character is a star.
    pub fn shown(&self, cells: usize, rows: usize, hidden: bool) -> Shown {
        match self.lines {
            Lines::One => self.one_row(cells, hidden),
            Lines::Many => self.wrapped(cells, rows.max(1)),
        }
    }

    /// How many rows the whole text takes in `cells` columns.
    pub fn height(&self, cells: usize) -> usize {
        match self.lines {
            Lines::One => 1,
            Lines::Many => self.rows(cells).len(),
        }
    }

    fn one_row(&self, cells: usize, hidden: bool) -> Shown {
        let glyphs: Vec<(usize, Cow<'_, str>)> = self
            .text
            .grapheme_indices(true)
            .map(|(at, g)| (at, if hidden { Cow::Borrowed("*") } else { safe(g) }))
            .collect();
        let caret: usize =
            glyphs.iter().take_while(|(at, _)| *at < self.caret).map(|(_, shown)| width(shown)).sum();
        let offset = offset(caret, cells);
        let mut row = String::new();
        let (mut column, mut used) = (0, 0);
        for (_, shown) in &glyphs {
            let (from, wide) = (column, width(shown));
            column += wide;
            if column <= offset {
                continue;
            }
            if from < offset {
                // A character that is cut by the left edge leaves blanks.
                let left = (column - offset).min(cells);
                row.push_str(&" ".repeat(left));
                used += left;
            } else if used + wide <= cells {
                row.push_str(shown);
                used += wide;
            } else {
                break;
            }
        }
        mark_cut_ends(&mut row, offset > 0, column > offset + cells, cells);
        Shown { rows: vec![row], caret: (small((caret - offset).min(last(cells))), 0), above: 0, below: 0 }
    }

    fn wrapped(&self, cells: usize, height: usize) -> Shown {
        let all = self.rows(cells);
        let (row, column) = self.caret_in(&all, cells);
        let above = (row + 1).saturating_sub(height);
        let rows: Vec<String> =
            all.iter().skip(above).take(height).map(|row| self.drawn(*row, cells)).collect();
        let below = all.len().saturating_sub(above + rows.len());
        Shown { rows, caret: (small(column), small(row - above)), above, below }
    }

    fn drawn(&self, row: Row, cells: usize) -> String {
        let text = self.text.get(row.start..row.end).unwrap_or_default();
        let shown: String = text.graphemes(true).map(safe).collect();
        truncate(shown.trim_end(), cells).into_owned()
    }

    /// The rows of a wrapped text. The last column is left to the caret; spaces that don't fit hang over the edge.
    pub(super) fn rows(&self, cells: usize) -> Vec<Row> {
        let most = last(cells).max(1);
        let mut rows = Vec::new();
        let (mut start, mut used) = (0, 0);
        // The last place where this row may be broken, and the cells used up to there.
        let mut fold: Option<(usize, usize)> = None;
        let mut before = "\n";
        for (at, g) in self.text.grapheme_indices(true) {
            if g == "\n" {
                rows.push(Row { start, end: at });
                (start, used, fold) = (at + 1, 0, None);
                before = g;
                continue;
            }
            if before != "\n" && may_break(before, g) {
                fold = Some((at, used));
            }
            before = g;
            let wide = width(&safe(g));
            if used + wide > most && g == " " {
                continue;
            }
            if used + wide > most && at > start {
                let (end, till) = fold.filter(|(end, _)| *end > start).unwrap_or((at, used));
                rows.push(Row { start, end });
                (start, used, fold) = (end, used - till, None);
            }
            used += wide;
        }
        rows.push(Row { start, end: self.text.len() });
        rows
    }

    /// The row and column of the caret.
    pub(super) fn caret_in(&self, rows: &[Row], cells: usize) -> (usize, usize) {
        // A caret between two rows stands at the start of the second.
        let row = rows.iter().rposition(|row| row.start <= self.caret).unwrap_or(0);
        let start = rows.get(row).map_or(0, |row| row.start);
        let text = self.text.get(start..self.caret).unwrap_or_default();
        let column: usize = text.graphemes(true).map(|g| width(&safe(g))).sum();
        (row, column.min(last(cells)))
    }

    /// The place in a row that is nearest to a column, never past it.
    pub(super) fn at_column(&self, row: &Row, goal: usize, cells: usize) -> usize {
        let text = self.text.get(row.start..row.end).unwrap_or_default();
        let (mut column, mut place) = (0, row.start);
        for (at, g) in text.grapheme_indices(true) {
            place = row.start + at;
            column += width(&safe(g));
            if column > goal || column > last(cells) {
                return place;
            }
        }
        self.line_end(*row, place)
    }

    /// Start and end of the line that the caret stands in, as drawn.
    pub(super) fn line_ends(&self, cells: usize) -> (usize, usize) {
        match self.lines {
            Lines::One => (0, self.text.len()),
            Lines::Many => {
                let rows = self.rows(cells);
                let (at, _) = self.caret_in(&rows, cells);
                let row = rows.get(at).copied().unwrap_or(Row { start: 0, end: self.text.len() });
                let text = self.text.get(row.start..row.end).unwrap_or_default();
                let last =
                    text.grapheme_indices(true).next_back().map_or(row.start, |(at, _)| row.start + at);
                (row.start, self.line_end(row, last))
            }
        }
    }

    /// The caret's place at the end of a row: behind its last character, but before it when the next row begins
    /// right there.
    fn line_end(&self, row: Row, last: usize) -> usize {
        let folded =
            row.end < self.text.len() && !self.text.get(row.end..).unwrap_or_default().starts_with('\n');
        if folded { last } else { row.end }
    }
}

/// How many columns a long line is moved sideways, so that the caret at `caret` is in sight. It moves in steps of
/// half the field, so that typing doesn't shift the whole line at every key.
fn offset(caret: usize, cells: usize) -> usize {
    let most = cells.saturating_sub(2);
    if caret <= most {
        return 0;
    }
    let step = (cells / 2).max(1);
    (caret - most).div_ceil(step) * step
}

/// Shows by `<` and `>` that a line goes on beyond its ends.
fn mark_cut_ends(row: &mut String, left: bool, right: bool, cells: usize) {
    if left && let Some(first) = row.graphemes(true).next().map(str::to_owned) {
        let blank = " ".repeat(width(&first).saturating_sub(1));
        row.replace_range(..first.len(), &format!("<{blank}"));
    }
    if right && cells > 1 {
        let mut cut = String::new();
        let mut used = 0;
        for g in row.graphemes(true) {
            if used + width(g) > cells - 1 {
                break;
            }
            used += width(g);
            cut.push_str(g);
        }
        cut.push_str(&" ".repeat(cells - 1 - used));
        cut.push('>');
        *row = cut;
    }
}

const fn last(cells: usize) -> usize {
    cells.saturating_sub(1)
}

fn small(cells: usize) -> u16 {
    u16::try_from(cells).unwrap_or(u16::MAX)
}
