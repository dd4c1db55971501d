//! Reports: a view, what is looked for, and the list.

use super::listing::Listing;
use super::rows;
use crate::domain::query::ReportView;
use crate::ui::model::Model;

use crate::ui::widget::ink::{Piece, piece, pieces_width};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The most cells of the line in which one types what to look for.
const FIND_CELLS: u16 = 40;

/// Draws the screen; gives the caret's cell while something is looked for.
pub(super) fn draw(model: &Model, buf: &mut Buffer, body: Rect) -> Option<Position> {
    let reading = model.reading();
    let mut says = views(model);
    says.push(piece(rows::marked(model, " "), model.theme.plain()));
    let mut caret = None;
    if let Some(field) = &model.find {
        says.push(piece(format!("  {} ", model.words.get("ui-find")), model.theme.heading()));
        let x = pieces_width(&says);
        let cells = body.width.saturating_sub(x + 1).clamp(1, FIND_CELLS);
        let shown = field.shown(usize::from(cells), 1, false);
        caret = Some(Position { x: body.x + x + shown.caret.0, y: body.y });
        says.extend(shown.rows.into_iter().map(|row| piece(row, model.theme.plain())));
    } else if !model.lists.filter.find.is_empty() {
        let found = model.words.with("ui-found", &[("find", &model.lists.filter.find)]);
        says.push(piece(format!("  {found}"), model.theme.heading()));
    }
    let of = rows::report_screen(rows::report_number_cells(model.lists.reports.rows(), &reading));
    let columns = of.map(|(_, column)| column);
    let empty = if model.lists.filter.find.is_empty() { "ui-empty-reports" } else { "ui-empty-found" };
    let more = rows::more_reports(model, &model.lists.reports);
    let listing = Listing { more, list: &model.lists.reports, says, columns: &columns, empty };
    listing.draw(model, buf, body, |row| rows::report(model, row, &of, &reading));
    caret
}

/// The views, the one that is shown in brackets.
fn views(model: &Model) -> Vec<Piece> {
    let mut line = Vec::new();
    for view in ReportView::ALL {
        let name = model.words.view(view);
        if view == model.lists.view() {
            let count = model.lists.reports.total().map(|total| format!(" {total}")).unwrap_or_default();
            line.push(piece(format!("[{name}{count}]"), model.theme.focus()));
        } else {
            line.push(piece(format!(" {name} "), model.theme.quiet()));
        }
    }

    line
}
