//! Handing over: what the desk collects now, the handovers that were signed, and one of them.

mod items;
mod sealed;

use super::listing::{self, Listing};
use super::record::place_in;
use crate::domain::row::HandoverRow;
use crate::ui::model::Model;
use crate::ui::model::open::Page;
use crate::ui::place;
use crate::ui::reading::Reading;
use crate::ui::widget::doc::Doc;
use crate::ui::widget::ink::{Piece, piece, put_pieces, put_right};
use crate::ui::widget::table::{Column, TableRow, Wide};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::ops::Range;

/// The rows at the foot that tell more about the item under the cursor.
const DETAIL_ROWS: u16 = 5;

const COLUMNS: [Column; 8] = [
    Column::new("ui-col-number", Wide::Cells(8)).key(),
    Column::new("ui-col-day", Wide::Cells(5)),
    Column::new("ui-col-shift", Wide::Cells(10)),
    Column::new("ui-col-items", Wide::Cells(5)).right(),
    Column::new("ui-col-critical", Wide::Cells(8)).right(),
    Column::new("ui-col-signed", Wide::ByLang(17, 17)),
    Column::new("ui-col-accepted", Wide::ByLang(17, 17)),
    Column::new("ui-col-status", Wide::Rest),
];

/// How many items of the draft the screen shows.
pub fn item_rows(body: Rect) -> usize {
    usize::from(item_areas(body).0.height)
}

fn item_areas(body: Rect) -> (Rect, Rect) {
    let rows = place::list(body).rows;
    let detail = DETAIL_ROWS.min(rows.height.saturating_sub(3));
    let items = Rect { height: rows.height - detail, ..rows };
    (items, Rect { y: items.bottom(), height: detail, ..rows })
}

/// Draws the draft, or the list of handovers.
pub(super) fn draw(model: &Model, buf: &mut Buffer, body: Rect) {
    if model.handing.on_draft {
        let (rows, detail) = item_areas(body);
        items::draw(model, buf, body, rows, detail);
        return;
    }
    let reading = model.reading();
    let says = views(model);
    let more = listing::more(model, &model.lists.handovers);
    let listing =
        Listing { more, list: &model.lists.handovers, says, columns: &COLUMNS, empty: "ui-empty-handovers" };
    listing.draw(model, buf, body, |of| row(of, &reading));
}

/// The two views, the one that is shown in brackets.
fn views(model: &Model) -> Vec<Piece> {
    let on_draft = model.handing.on_draft;
    listing::views(model, &[("ui-view-draft", on_draft), ("ui-view-handovers", !on_draft)])
}

fn row(row: &HandoverRow, reading: &Reading<'_>) -> TableRow {
    let lang = reading.lang();
    let name = |stamp: &crate::domain::Stamp| {
        format!("{} {}", reading.brief(stamp.at), reading.station.officer_name(&stamp.by, lang))
    };
    let cells = vec![
        reading.number(row.id).into(),
        reading.words.day(row.day).into(),
        reading.station.shift_name(&row.shift, lang).into(),
        row.items.to_string().into(),
        row.critical.to_string().into(),
        name(&row.signed).into(),
        row.accepted.as_ref().map(name).unwrap_or_default().into(),
        reading.words.handover_status(row.status).into(),
    ];
    TableRow { cells, ..TableRow::default() }
}

/// Draws one handover.
pub(super) fn draw_open(
    model: &Model,
    open: &Page<crate::domain::handover::Handover>,
    buf: &mut Buffer,
    body: Rect,
) {
    let (Some(handover), Some((doc, _))) = (open.told.get(), doc(model, body.width)) else {
        listing::says(model, buf, body, "ui-loading");
        return;
    };
    let head = Rect { height: 1, ..body };
    let text = Rect { y: body.y + 1, height: body.height - 1, ..body };
    let lines = place_in(model, doc.len(), open.top, text.height);
    let left = put_right(buf, head, &[piece(lines, model.theme.quiet())]);
    let heading = sealed::heading(handover, &model.reading());
    put_pieces(buf, Rect { width: left.saturating_sub(1), ..head }, &[piece(heading, model.theme.heading())]);
    doc.draw(buf, text, open.top);
}

/// The open handover as lines, and which of them each item takes.
pub fn doc(model: &Model, cells: u16) -> Option<(Doc, Vec<Range<usize>>)> {
    let Some(crate::ui::model::open::Open::Handover(open)) = &model.open else { return None };
    let read: Vec<_> = model.handing.notes.read_back_of(open.id).collect();
    Some(sealed::doc(open.told.get()?, &read, open.item, cells, &model.reading()))
}

/// The lines that each item of the open handover takes.
pub fn item_lines(model: &Model) -> Vec<Range<usize>> {
    doc(model, model.size.0).map(|(_, items)| items).unwrap_or_default()
}
