//! Disputes.

use super::listing::{self, Listing};
use crate::domain::row::DisputeRow;
use crate::ui::model::Model;
use crate::ui::reading::Reading;
use crate::ui::widget::ink::piece;
use crate::ui::widget::table::{Column, TableRow, Wide};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The columns of disputes.
pub(super) const COLUMNS: [Column; 3] = [
    Column::new("ui-col-number", Wide::Cells(8)).key(),
    Column::new("ui-col-category", Wide::Rest),
    Column::new("ui-col-due", Wide::ByLang(12, 10)).passing(),
];

/// A dispute as a row.
pub(super) fn row(row: &DisputeRow, reading: &Reading<'_>) -> TableRow {
    let due = row.owed.as_ref().map(|owed| reading.due(owed.at)).unwrap_or_default();
    let cells = vec![reading.number(row.id).into(), row.names.0.clone().into(), due.into()];
    TableRow { cells, ..TableRow::default() }
}

/// Draws the screen.
pub(super) fn draw(model: &Model, buf: &mut Buffer, body: Rect) {
    let reading = model.reading();
    let says = vec![piece(model.words.get("ui-says-disputes"), model.theme.heading())];
    let more = listing::more(model, &model.lists.disputes);
    let listing =
        Listing { more, list: &model.lists.disputes, says, columns: &COLUMNS, empty: "ui-empty-disputes" };
    listing.draw(model, buf, body, |of| row(of, &reading));
}
