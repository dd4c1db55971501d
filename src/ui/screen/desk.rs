//! The Desk screen: what is due next, and the four panes.

use super::listing::{self, Rows};
use super::{disputes, people, rows, speeds, strip};
use crate::ui::model::Model;
use crate::ui::place::{self, DeskPlaces, Pane};
use crate::ui::widget::ink::{piece, put_pieces, put_right};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Draws the Desk screen.
pub(super) fn draw(model: &Model, buf: &mut Buffer, body: Rect) {
    let places = place::desk(body, model.zoomed.then_some(model.pane));
    if let Some(board) = model.board.get() {
        strip::draw(model, board, buf, places.due);
    }
    borders(model, buf, &places);
    let frame = places.frame;
    speeds::draw(model, buf, Rect { y: frame.bottom() - 1, height: 1, ..frame });
    for pane in Pane::ALL {
        if places.room(pane).height > 0 {
            title(model, buf, &places, pane);
            rows_of(model, buf, places.room(pane), pane);
        }
    }
}

/// The borders that the panes share; those of the pane with the cursor stand out.
fn borders(model: &Model, buf: &mut Buffer, places: &DeskPlaces) {
    let (theme, frame) = (model.theme, places.frame);
    let set = theme.border();
    let [down, up, right, left, cross] = theme.joints();
    let (bottom, end) = (frame.bottom() - 1, frame.right() - 1);
    let zoomed = places.zoomed.is_some();
    for x in frame.left()..frame.right() {
        let split = !zoomed && x == places.middle;
        let edge = |corner_left, corner_right, joint, across| match x {
            x if x == frame.x => corner_left,
            x if x == end => corner_right,
            _ if split => joint,
            _ => across,
        };
        let top = edge(set.top_left, set.top_right, down, set.horizontal_top);
        buf.set_string(x, frame.y, top, theme.plain());
        let foot = edge(set.bottom_left, set.bottom_right, up, set.horizontal_bottom);
        buf.set_string(x, bottom, foot, theme.plain());
        if !zoomed {
            let waist = edge(right, left, cross, set.horizontal_top);
            buf.set_string(x, places.waist, waist, theme.plain());
        }
    }
    for y in (frame.y + 1..bottom).filter(|y| zoomed || *y != places.waist) {
        buf.set_string(frame.x, y, set.vertical_left, theme.plain());
        buf.set_string(end, y, set.vertical_right, theme.plain());
        if !zoomed {
            buf.set_string(places.middle, y, set.vertical_left, theme.plain());
        }
    }
}

/// A pane's name and number in its upper border, and what is out of sight.
fn title(model: &Model, buf: &mut Buffer, places: &DeskPlaces, pane: Pane) {
    let room = places.room(pane);
    let row = Rect { x: room.x + 1, y: room.y - 1, width: room.width.saturating_sub(2), height: 1 };
    let counts = model.board.get().map(|board| board.counts).unwrap_or_default();
    let (word, count) = match pane {
        Pane::Reports => ("ui-pane-reports", counts.reports),
        Pane::Disputes => ("ui-pane-disputes", counts.disputes),
        Pane::Patrol => ("ui-pane-patrol", counts.units_out),
        Pane::People => ("ui-pane-people", counts.people),
    };
    let focused = pane == model.pane;
    let style: Style = if focused { model.theme.focus() } else { model.theme.heading() };
    // The pane with the cursor is told without colours, too.
    let sign = if focused { ">" } else { " " };
    let marked =
        if pane == Pane::Reports { rows::marked(model, super::head::BETWEEN) } else { String::new() };
    let name = format!("{sign}{}", model.words.with(word, &[("count", &count.to_string())]));
    // The count of marks changes with each of them: in a style of its own it would cost more than the mark.
    let end = if marked.is_empty() { style } else { model.theme.plain() };
    put_pieces(buf, row, &[piece(name, style), piece(format!("{marked} "), end)]);
    let more = match pane {
        Pane::Reports => rows::more_reports(model, &model.lists.live),
        Pane::Disputes => listing::more(model, &model.lists.unresolved),
        Pane::Patrol => listing::more(model, &model.lists.units),
        Pane::People => listing::more(model, &model.lists.people),
    };
    if more.iter().any(|piece| !piece.text.is_empty()) {
        put_right(buf, row, &more);
    }
}

fn rows_of(model: &Model, buf: &mut Buffer, room: Rect, pane: Pane) {
    let (reading, lists, focused) = (model.reading(), &model.lists, pane == model.pane);
    match pane {
        Pane::Reports => {
            let number = rows::report_number_cells(lists.live.rows(), &reading);
            let shape = rows::report_pane(number);
            let columns = shape.map(|(_, column)| column);
            let rows = Rows { list: &lists.live, focused, columns: &columns, empty: "ui-empty-live" };
            rows.draw(model, buf, room, |row| rows::report(model, row, &shape, &reading));
        }
        Pane::Disputes => {
            let shape = disputes::pane(disputes::number_cells(lists.unresolved.rows(), &reading), room.width);
            let (columns, empty) = (shape.map(|(_, column)| column), "ui-empty-disputes-pane");
            let rows = Rows { list: &lists.unresolved, focused, columns: &columns, empty };
            rows.draw(model, buf, room, |row| disputes::row(row, &shape, &reading));
        }
        Pane::Patrol => {
            let columns = rows::units(lists.units.rows(), &reading);
            let rows = Rows { list: &lists.units, focused, columns: &columns, empty: "ui-empty-units" };
            rows.draw(model, buf, room, |row| rows::unit(row, &reading));
        }
        Pane::People => {
            let (columns, empty) = (&people::COLUMNS, "ui-empty-people-pane");
            let rows = Rows { list: &lists.people, focused, columns, empty };
            rows.draw(model, buf, room, |row| people::row(row, &reading));
        }
    }
}
