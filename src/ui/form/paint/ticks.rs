//! How a field is drawn in which several things are ticked: each in a row of its own.

use super::super::choice::Choice;
use super::super::ticks::Ticks;
use super::edge_marks;
use crate::ui::overlay::Look;
use crate::ui::overlay::sheet::{line, small};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The most rows that it has.
const ROWS_MAX: usize = 8;

/// How many rows it has.
pub(super) fn rows(offers: &[Choice]) -> usize {
    offers.len().clamp(1, ROWS_MAX)
}

/// Draws it; gives the cell of the cursor's box.
pub(super) fn paint(
    ticks: &Ticks,
    offers: &[Choice],
    buf: &mut Buffer,
    area: Rect,
    look: &Look<'_>,
) -> Position {
    let room = usize::from(area.height).max(1);
    let above = (ticks.cursor() + 1).saturating_sub(room);
    for (y, offer) in (area.top()..area.bottom()).zip(offers.iter().skip(above)) {
        let mark = if ticks.has(&offer.code) { "x" } else { " " };
        let text = format!("[{mark}] {} {}", offer.code, offer.name);
        let row = Rect { y, height: 1, width: area.width.saturating_sub(2), ..area };
        line(buf, row, &text, look.theme.plain());
    }
    let below = offers.len().saturating_sub(above + room);
    edge_marks(buf, area, above, below, look.theme);
    Position { x: area.x + 1, y: area.y + small(ticks.cursor() - above.min(ticks.cursor())) }
}
