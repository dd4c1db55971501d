//! What every screen that is one list has in common: the line that says what it shows, the columns, the rows, and what
//! stands there when there are none.

use crate::ui::list::{List, Row};
use crate::ui::model::Model;
use crate::ui::place;
use crate::ui::text::{safe_lines, wrap};
use crate::ui::widget::ink::{Piece, piece, put, put_pieces, put_right};
use crate::ui::widget::table::{Cell, Column, Table, TableRow};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A list that has a screen to itself.
pub(super) struct Listing<'a, T: Row> {
    /// The list.
    pub list: &'a List<T>,
    /// What it shows, in the line above.
    pub says: Vec<Piece>,
    /// Its columns.
    pub columns: &'a [Column],
    /// The word for what would stand here.
    pub empty: &'static str,
    /// What is out of sight.
    pub more: Vec<Piece>,
}

impl<T: Row> Listing<'_, T> {
    /// Draws the list; `row` makes a row of the table.
    pub(super) fn draw(self, model: &Model, buf: &mut Buffer, body: Rect, row: impl Fn(&T) -> TableRow) {
        let places = place::list(body);
        put_pieces(buf, places.says, &self.says);
        put_right(buf, places.says, &self.more);
        let table = Table::new(self.columns, body.width, model.lang(), model.theme);
        table.names(buf, places.names, |name| model.words.get(name));
        let rows = Rows { list: self.list, focused: true, columns: self.columns, empty: self.empty };
        rows.draw(model, buf, places.rows, row);
    }
}

/// The rows of a list in a part of the screen.
pub(super) struct Rows<'a, T: Row> {
    /// The list.
    pub list: &'a List<T>,
    /// Whether the officer's cursor is in it.
    pub focused: bool,
    /// Its columns.
    pub columns: &'a [Column],
    /// The word for what would stand here.
    pub empty: &'static str,
}

impl<T: Row> Rows<'_, T> {
    /// Draws the rows, or says why there are none; `row` makes a row of the table.
    pub(super) fn draw(self, model: &Model, buf: &mut Buffer, area: Rect, row: impl Fn(&T) -> TableRow) {
        let list = self.list;
        if let Some(refusal) = list.refused() {
            says_text(model, buf, area, &model.words.refusal(refusal, model.station(), &model.zone));
        } else if list.is_empty() {
            let word = if list.is_loaded() { self.empty } else { "ui-loading" };
            says(model, buf, area, word);
        }
        let table = Table::new(self.columns, area.width, model.lang(), model.theme);
        for (y, (of, cursor)) in (area.top()..area.bottom()).zip(list.shown()) {
            let shown = TableRow { cursor: cursor && self.focused, fresh: list.is_fresh(of), ..row(of) };
            let shown = if list.is_gone(of) { self.gone(model, shown) } else { shown };
            table.row(buf, Rect { y, height: 1, ..area }, &shown);
        }
    }
}

impl<T: Row> Rows<'_, T> {
    /// A row that has left the list keeps its name under the cursor; how it stood is no longer so.
    fn gone(&self, model: &Model, mut row: TableRow) -> TableRow {
        let word = model.words.get("ui-left-list");
        for (column, cell) in self.columns.iter().zip(&mut row.cells).filter(|(column, _)| column.passing) {
            let last = column.from == 0;
            *cell = Cell::styled(if last { word.as_str() } else { "" }, model.theme.quiet());
        }
        TableRow { gone: true, light: None, ..row }
    }
}

/// The arrivals that are out of sight, and whether there is more above and below.
pub(super) fn more<T: Row>(model: &Model, list: &List<T>) -> Vec<Piece> {
    let mut line = Vec::new();
    let arrivals = list.fresh_above().count();
    if arrivals > 0 {
        let count = u64::try_from(arrivals).unwrap_or(u64::MAX);
        line.push(piece(format!(" * {} ", model.words.count("ui-arrivals", count)), model.theme.fresh()));
    }
    let sign = match list.more() {
        (true, true) => " ^v",
        (true, false) => " ^ ",
        (false, true) => "  v",
        (false, false) => "",
    };
    line.push(piece(sign, model.theme.quiet()));
    line
}

/// The views of a list, the one that is shown in brackets.
pub(super) fn views(model: &Model, views: &[(&str, bool)]) -> Vec<Piece> {
    let view = |(word, shown): &(&str, bool)| {
        let name = model.words.get(word);
        match shown {
            true => piece(format!("[{name}]"), model.theme.focus()),
            false => piece(format!(" {name} "), model.theme.quiet()),
        }
    };
    views.iter().map(view).collect()
}

/// A sentence where rows would be.
pub(super) fn says(model: &Model, buf: &mut Buffer, area: Rect, word: &'static str) {
    says_text(model, buf, area, &model.words.get(word));
}

fn says_text(model: &Model, buf: &mut Buffer, area: Rect, text: &str) {
    let room = usize::from(area.width.saturating_sub(4)).clamp(2, 90);
    for (y, line) in (area.top()..area.bottom()).zip(wrap(&safe_lines(text), room)) {
        let row = Rect { x: area.x + 2, y, width: area.width.saturating_sub(4), height: 1 };
        put(buf, row, &line, model.theme.plain());
    }
}
