//! Owns the two halves of wide characters where one thing on the screen lies over another.
//!
//! It draws nothing itself.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// Empties an area. A wide character that the left edge cuts in two goes with it: ratatui would go on showing the
/// whole of it, over the edge of what is drawn next.
pub fn cover(buffer: &mut Buffer, area: Rect) {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    for y in area.top()..area.bottom() {
        if area.x > buffer.area.x {
            let before = &mut buffer[(area.x - 1, y)];
            if before.symbol().width() > 1 {
                before.set_symbol(" ");
            }
        }
        for x in area.left()..area.right() {
            buffer[(x, y)].reset();
        }
    }
}

/// Makes every second half of a wide character agree with its first half. It comes after the view, last of all:
/// ratatui never looks at a second half again, and a colour left there would be missing on the screen when the
/// wide character goes. Where something was drawn on the second half, the wide character goes.
pub fn settle(buffer: &mut Buffer) {
    let Rect { width, height, .. } = buffer.area;
    for y in buffer.area.y..buffer.area.y + height {
        let mut x = buffer.area.x;
        let end = buffer.area.x + width;
        while x < end {
            let cells = u16::try_from(buffer[(x, y)].symbol().width()).unwrap_or(1).max(1);
            let tails = x + 1..(x + cells).min(end);
            if x + cells > end || tails.clone().any(|tail| buffer[(tail, y)].symbol() != " ") {
                buffer[(x, y)].set_symbol(" ");
                x += 1;
                continue;
            }
            let style = buffer[(x, y)].style();
            for tail in tails {
                buffer[(tail, y)].reset();
                buffer[(tail, y)].set_style(style);
            }
            x += cells;
        }
    }
}
