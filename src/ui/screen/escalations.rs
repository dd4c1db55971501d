//! Escalations: what was handed up, and how each of them stands. Supervision orders and zero reports are views of the
//! same screen.

use super::listing::{self, Listing};
use super::{rows, standing};
use crate::domain::row::EscalationRow;
use crate::domain::setup::CodeList;
use crate::ui::model::Model;
use crate::ui::model::lists::HandedView;
use crate::ui::reading::Reading;
use crate::ui::widget::ink::Piece;
use crate::ui::widget::table::{Column, TableRow, Wide};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const COLUMNS: [Column; 9] = [
    Column::new("ui-col-time", Wide::Cells(5)),
    // The sign of what came back stands behind the number.
    Column::new("ui-col-number", Wide::Cells(9)).key(),
    Column::new("ui-col-priority", Wide::Cells(2)),
    Column::new("ui-col-on", Wide::Cells(8)),
    Column::new("ui-col-to", Wide::Cells(12)),
    Column::new("ui-col-by", Wide::Cells(10)).from(90),
    Column::new("ui-col-reason", Wide::Rest),
    Column::new("ui-col-place", Wide::Cells(22)).from(110),
    Column::new("ui-col-standing", Wide::ByLang(24, 22)).passing(),
];

/// Draws the list.
pub(super) fn draw(model: &Model, buf: &mut Buffer, body: Rect) {
    let reading = model.reading();
    let waiting = model.lists.handed == HandedView::Waiting;
    let empty = if waiting { "ui-empty-escalations-waiting" } else { "ui-empty-escalations" };
    let list = &model.lists.escalations;
    let listing =
        Listing { more: listing::more(model, list), list, says: views(model), columns: &COLUMNS, empty };
    listing.draw(model, buf, body, |of| row(of, &reading));
}

/// The views of the screen, the one that is shown in brackets.
pub(super) fn views(model: &Model) -> Vec<Piece> {
    let shown = model.lists.handed;
    listing::views(model, &HandedView::ALL.map(|view| (view.word(), view == shown)))
}

fn row(row: &EscalationRow, reading: &Reading<'_>) -> TableRow {
    let (station, lang) = (reading.station, reading.lang());
    let (standing, light) = standing::escalation(row, reading);
    let reason = station.code_name(CodeList::EscalationReason, &row.reason, lang);
    let reason = match row.note.trim() {
        "" => reason.to_owned(),
        note => reading.words.with("ui-place-gist", &[("place", reason), ("gist", note)]),
    };
    let sign = if standing::came_back(row) { standing::CAME_BACK } else { "" };
    let cells = vec![
        reading.brief(row.raised.at).into(),
        format!("{}{sign}", reading.number(row.id)).into(),
        rows::rank(row.on, row.priority, reading),
        reading.number(row.on).into(),
        reading.words.target(row.to).into(),
        station.officer_name(&row.raised.by, lang).into(),
        reason.into(),
        row.place.as_str().into(),
        standing,
    ];
    TableRow { cells, light, ..TableRow::default() }
}
