//! Zero reports: which posts have called in on the duty day, which have not, and by when they must. The one that is
//! missing is what the list is for; those of earlier days stand below.

use super::escalations::views;
use super::listing::{self, Listing};
use super::standing;
use crate::domain::row::ZeroReportRow;
use crate::ui::model::Model;
use crate::ui::reading::Reading;
use crate::ui::widget::ink::{Piece, piece};
use crate::ui::widget::table::{Column, TableRow, Wide};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const COLUMNS: [Column; 5] = [
    Column::new("ui-col-day", Wide::Cells(5)),
    Column::new("ui-col-post", Wide::Cells(20)).key(),
    Column::new("ui-col-by-when", Wide::Cells(5)),
    Column::new("ui-col-standing", Wide::ByLang(20, 20)),
    Column::new("ui-col-zero-report", Wide::Rest),
];

/// Draws the list.
pub(super) fn draw(model: &Model, buf: &mut Buffer, body: Rect) {
    let reading = model.reading();
    let list = &model.lists.zero_reports;
    let mut says = views(model);
    says.extend(today(model));
    let empty = "ui-empty-zero-reports";
    let listing = Listing { more: listing::more(model, list), list, says, columns: &COLUMNS, empty };
    listing.draw(model, buf, body, |of| row(of, &reading));
}

/// How many posts have called in on this duty day. The day's rows are the first ones of the list.
fn today(model: &Model) -> Option<Piece> {
    let today = model.today();
    let rows = model.lists.zero_reports.rows().iter().filter(|row| row.zero.id.day == today);
    let (mut filed, mut all) = (0_usize, 0_usize);
    for row in rows {
        all += 1;
        filed += usize::from(row.zero.filed.is_some());
    }
    let [filed, all_of] = [filed, all].map(|n| n.to_string());
    let text = model.words.with("ui-says-zero-reports", &[("filed", &filed), ("all", &all_of)]);
    (all > 0).then(|| piece(format!("  {text}"), model.theme.heading()))
}

fn row(row: &ZeroReportRow, reading: &Reading<'_>) -> TableRow {
    let (words, zero) = (reading.words, &row.zero);
    let (standing, light) = standing::zero_report(zero, reading);
    let said = match &zero.filed {
        Some(filed) if filed.text.trim().is_empty() => words.get("ui-zero-nothing"),
        Some(filed) => filed.text.trim().to_owned(),
        None => String::new(),
    };
    let cells = vec![
        words.day(zero.id.day).into(),
        reading.station.post_name(&zero.post, reading.lang()).into(),
        reading.brief(zero.by).into(),
        standing,
        said.into(),
    ];
    TableRow { cells, light, ..TableRow::default() }
}
