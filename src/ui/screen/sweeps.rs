//! Sweeps: what each beat found when it was asked for disputes, which has not answered, and how the campaign of the row
//! under the cursor stands.

use super::escalations::views;
use super::listing::{self, Listing};
use super::standing;
use crate::domain::row::SweepRow;
use crate::ui::model::Model;
use crate::ui::reading::Reading;
use crate::ui::widget::ink::piece;
use crate::ui::widget::table::{Column, TableRow, Wide};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const COLUMNS: [Column; 5] = [
    Column::new("ui-col-period", Wide::Cells(14)),
    Column::new("ui-col-beat", Wide::Cells(12)).key(),
    Column::new("ui-col-by-when", Wide::Cells(11)),
    Column::new("ui-col-standing", Wide::ByLang(20, 20)),
    Column::new("ui-col-found", Wide::Rest),
];

/// Draws the list.
pub(super) fn draw(model: &Model, buf: &mut Buffer, body: Rect) {
    let reading = model.reading();
    let list = &model.lists.sweeps;
    let mut says = views(model);
    let campaign = list.under().map(|row| model.words.campaign(row.campaign));
    says.extend(campaign.map(|text| piece(format!("  {text}"), model.theme.heading())));
    let empty = "ui-empty-sweeps";
    let listing = Listing { more: listing::more(model, list), list, says, columns: &COLUMNS, empty };
    listing.draw(model, buf, body, |of| row(of, &reading));
}

fn row(row: &SweepRow, reading: &Reading<'_>) -> TableRow {
    let (words, sweep) = (reading.words, &row.sweep);
    let (standing, light) = standing::sweep(sweep, reading);
    let said = sweep.answer.as_ref().map(|answer| answer.text.trim()).unwrap_or_default();
    let found: Vec<String> =
        [words.found(row), said.to_owned()].into_iter().filter(|text| !text.is_empty()).collect();
    let cells = vec![
        words.period(sweep.period).into(),
        reading.station.place_name(&sweep.beat, reading.lang()).into(),
        reading.brief(sweep.by).into(),
        standing,
        words.join(&found).into(),
    ];
    TableRow { cells, light, ..TableRow::default() }
}
