//! Escalations: what was handed up, and what waits for an acknowledgement.

use super::listing::{self, Listing};
use super::rows;
use crate::domain::row::EscalationRow;
use crate::domain::setup::CodeList;
use crate::ui::model::Model;
use crate::ui::reading::Reading;
use crate::ui::widget::table::{Column, TableRow, Wide};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const COLUMNS: [Column; 9] = [
    Column::new("ui-col-time", Wide::Cells(5)),
    Column::new("ui-col-number", Wide::Cells(8)).key(),
    Column::new("ui-col-priority", Wide::Cells(2)),
    Column::new("ui-col-on", Wide::Cells(8)),
    Column::new("ui-col-to", Wide::Cells(12)),
    Column::new("ui-col-by", Wide::Cells(10)).from(90),
    Column::new("ui-col-reason", Wide::Rest),
    Column::new("ui-col-place", Wide::Cells(22)).from(110),
    Column::new("ui-col-answered", Wide::ByLang(22, 18)).passing(),
];

/// Draws the screen.
pub(super) fn draw(model: &Model, buf: &mut Buffer, body: Rect) {
    let reading = model.reading();
    let waiting = model.lists.waiting_only;
    let says =
        listing::views(model, &[("ui-view-escalations", !waiting), ("ui-view-escalations-waiting", waiting)]);
    let empty = if waiting { "ui-empty-escalations-waiting" } else { "ui-empty-escalations" };
    let more = listing::more(model, &model.lists.escalations);
    let listing = Listing { more, list: &model.lists.escalations, says, columns: &COLUMNS, empty };
    listing.draw(model, buf, body, |of| row(of, &reading));
}

fn row(row: &EscalationRow, reading: &Reading<'_>) -> TableRow {
    let (station, lang) = (reading.station, reading.lang());
    let (mut answered, light) = rows::due_cell(row.owed.as_ref(), reading);
    if let Some(stamp) = &row.acknowledged {
        let (time, who) = (reading.brief(stamp.at), station.officer_name(&stamp.by, lang));
        answered.text = format!("{time} {who}");
    }
    let reason = station.code_name(CodeList::EscalationReason, &row.reason, lang);
    let reason = match row.note.trim() {
        "" => reason.to_owned(),
        note => reading.words.with("ui-place-gist", &[("place", reason), ("gist", note)]),
    };
    let cells = vec![
        reading.brief(row.raised.at).into(),
        reading.number(row.id).into(),
        rows::priority(row.priority, reading),
        reading.number(row.on).into(),
        reading.words.target(row.to).into(),
        station.officer_name(&row.raised.by, lang).into(),
        reason.into(),
        row.place.as_str().into(),
        answered,
    ];
    TableRow { cells, light, ..TableRow::default() }
}
