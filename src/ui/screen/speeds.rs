//! The three speeds of the shift in the lower border of the Desk screen, where they take no row: every bucket where there
//! is room, otherwise how many of a hundred were in time.

use crate::domain::speed::SpeedTally;
use crate::ui::model::Model;
use crate::ui::widget::ink::{piece, put_right};
use crate::words::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws them into a border, as far as there is anything to tell.
pub(super) fn draw(model: &Model, buf: &mut Buffer, border: Rect) {
    let Some(board) = model.board.get() else { return };
    if board.speeds.iter().all(|tally| tally.measured() == 0) {
        return;
    }
    let reading = model.reading();
    let row = Rect { x: border.x + 2, width: border.width.saturating_sub(4), ..border };
    let words = reading.words;
    let parts = |of: &dyn Fn(&SpeedTally) -> String| -> String {
        let parts: Vec<String> = board.speeds.iter().map(of).collect();
        parts.join(super::head::BETWEEN)
    };
    let of_shift = |speeds: &str| words.with("speed-shift", &[("speeds", speeds)]);
    let whole = parts(&|tally| words.speed_short(tally));
    let shares = parts(&|tally| words.speed_share(tally));
    let texts = [of_shift(&whole), whole, of_shift(&shares), shares].map(|text| format!(" {text} "));
    let text = texts.into_iter().find(|text| width(text) <= usize::from(row.width));
    if let Some(text) = text {
        put_right(buf, row, &[piece(text, model.theme.plain())]);
    }
}
