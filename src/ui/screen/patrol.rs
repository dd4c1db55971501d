//! Units: who is out and what each is doing.

use super::listing::{self, Listing};
use super::rows;
use crate::ui::model::Model;
use crate::ui::widget::ink::piece;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the screen.
pub(super) fn draw(model: &Model, buf: &mut Buffer, body: Rect) {
    let reading = model.reading();
    let out = model.board.get().map_or(0, |board| board.counts.units_out);
    let units = u64::try_from(model.lists.units.rows().len()).unwrap_or(u64::MAX);
    let says = model.words.count_with("ui-says-patrol", units, &[("out", &out.to_string())]);
    let says = vec![piece(says, model.theme.heading())];
    let more = listing::more(model, &model.lists.units);
    let columns = rows::units(model.lists.units.rows(), &reading);
    let listing =
        Listing { more, list: &model.lists.units, says, columns: &columns, empty: "ui-empty-units" };
    listing.draw(model, buf, body, |of| rows::unit(of, &reading));
}
