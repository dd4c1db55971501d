//! Supervision orders: what supervisors have ordered on which report, by when it must be answered, and by whom.

use super::escalations::views;
use super::listing::{self, Listing};
use super::{rows, standing};
use crate::domain::row::SupervisionRow;
use crate::domain::supervision::SupervisionStatus;
use crate::ui::model::Model;
use crate::ui::model::lists::HandedView;
use crate::ui::reading::Reading;
use crate::ui::widget::table::{Column, TableRow, Wide};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const COLUMNS: [Column; 8] = [
    Column::new("ui-col-time", Wide::Cells(5)).from(90),
    Column::new("ui-col-number", Wide::Cells(8)).key(),
    Column::new("ui-col-priority", Wide::Cells(2)),
    Column::new("ui-col-on", Wide::Cells(8)),
    Column::new("ui-col-by", Wide::Cells(12)).from(100),
    Column::new("ui-col-answerer", Wide::Cells(12)),
    Column::new("ui-col-order", Wide::Rest),
    Column::new("ui-col-standing", Wide::ByLang(24, 22)).passing(),
];

/// Draws the list.
pub(super) fn draw(model: &Model, buf: &mut Buffer, body: Rect) {
    let reading = model.reading();
    let empty = match model.lists.handed {
        HandedView::AllOrders => "ui-empty-orders-all",
        HandedView::Escalations
        | HandedView::Waiting
        | HandedView::Orders
        | HandedView::ZeroReports
        | HandedView::Sweeps => "ui-empty-orders",
    };
    let list = &model.lists.orders;
    let listing =
        Listing { more: listing::more(model, list), list, says: views(model), columns: &COLUMNS, empty };
    listing.draw(model, buf, body, |of| row(of, &reading));
}

fn row(row: &SupervisionRow, reading: &Reading<'_>) -> TableRow {
    let (station, lang, order) = (reading.station, reading.lang(), &row.order);
    let (standing, light) = standing::order(order, reading);
    let answerer = match &order.to {
        Some(officer) => station.officer_name(officer, lang).to_owned(),
        None => reading.words.get("the-desk"),
    };
    let again = order.status == SupervisionStatus::Open && !order.sent_back.is_empty();
    let text = match again {
        true => reading.words.with("ui-order-sent-back", &[("text", order.text.trim())]),
        false => order.text.trim().to_owned(),
    };
    let cells = vec![
        reading.brief(order.issued.at).into(),
        reading.number(order.id).into(),
        rows::rank(order.on, order.priority, reading),
        reading.number(order.on).into(),
        station.officer_name(&order.issued.by, lang).into(),
        answerer.into(),
        text.into(),
        standing,
    ];
    TableRow { cells, light, ..TableRow::default() }
}
