//! Owns the frame: the screen, what lies over it, and where the terminal's cursor stands. It changes nothing.

use super::cover;
use super::model::Model;
use super::overlay::which;
use super::place::{COLUMNS_MIN, Places, ROWS_MIN};
use super::screen;
use super::text::wrap;
use super::widget::ink::put;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws the console.
pub fn view(model: &Model, frame: &mut Frame<'_>) {
    match model.places() {
        Some(places) => draw(model, frame, &places),
        None => too_small(model, frame),
    }
    cover::settle(frame.buffer_mut());
}

fn draw(model: &Model, frame: &mut Frame<'_>, places: &Places) {
    if let Some(caret) = screen::draw(model, frame.buffer_mut(), places) {
        frame.set_cursor_position(caret);
    }
    let under = over(places);
    let look = model.look();
    if let Some(laid) = model.overlays.last() {
        laid.overlay.draw(frame, under, &look);
    }
    if let Some(next) = model.pending() {
        which::draw(frame, under, &model.pressed, &next, &look);
    }
}

/// Where overlays lie: title, what is wrong, status line and keys stay in sight.
fn over(places: &Places) -> Rect {
    let top = places.banner.bottom();
    Rect { y: top, height: places.status.y - top, ..places.body }
}

fn too_small(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    let [columns, rows] = [COLUMNS_MIN, ROWS_MIN].map(|cells| cells.to_string());
    let text = model.words.with("ui-too-small", &[("columns", &columns), ("rows", &rows)]);
    let lines = wrap(&text, usize::from(area.width));
    for (y, line) in (area.top()..area.bottom()).zip(lines) {
        put(frame.buffer_mut(), Rect { y, height: 1, ..area }, &line, model.theme.plain());
    }
}
