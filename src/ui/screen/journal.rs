//! The journal: everything that happened, newest first.

use super::listing::{self, Listing};
use crate::domain::Subject;
use crate::domain::fact::Entry;
use crate::ui::model::Model;
use crate::ui::reading::Reading;
use crate::ui::widget::ink::piece;
use crate::ui::widget::table::{Column, TableRow, Wide};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const COLUMNS: [Column; 4] = [
    Column::new("ui-col-seq", Wide::Cells(7)).key().right(),
    Column::new("ui-col-time", Wide::Cells(11)),
    Column::new("ui-col-about", Wide::ByLang(11, 8)),
    Column::new("ui-col-fact", Wide::Rest),
];

/// Draws the screen.
pub(super) fn draw(model: &Model, buf: &mut Buffer, body: Rect) {
    let reading = model.reading();
    let says = vec![piece(model.words.get("ui-says-journal"), model.theme.heading())];
    let more = listing::more(model, &model.lists.journal);
    let listing =
        Listing { more, list: &model.lists.journal, says, columns: &COLUMNS, empty: "ui-empty-journal" };
    listing.draw(model, buf, body, |of| row(of, &reading));
}

fn row(entry: &Entry, reading: &Reading<'_>) -> TableRow {
    let about = match &entry.subject {
        Subject::Record(id) => reading.number(*id),
        Subject::Unit(code) => reading.station.unit_name(code, reading.lang()).to_owned(),
        Subject::Setup(_) => reading.words.get("ui-about-setup"),
        Subject::Desk => reading.words.get("ui-about-desk"),
    };
    let cells = vec![
        entry.seq.to_string().into(),
        reading.clock(entry.at).into(),
        about.into(),
        reading.words.fact(entry, reading.station).into(),
    ];
    TableRow { cells, ..TableRow::default() }
}
