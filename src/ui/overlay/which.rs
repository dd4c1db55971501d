//! The which-key popup: what may follow the keys pressed so far. The unfinished node of the keymap IS the popup.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Widget};

use super::Look;
use super::sheet::small;
use crate::keys::{Key, Next, Then};
use crate::ui::cover::cover;
use crate::ui::text::{pad, pad_left, truncate, width};

/// Draws the popup at the bottom of `area`, over nothing but what lies below it.
pub fn draw(frame: &mut Frame<'_>, area: Rect, pressed: &[Key], next: &[Next], look: &Look<'_>) {
    paint(frame.buffer_mut(), area, pressed, next, look);
}

/// Draws the popup into a buffer.
pub fn paint(buf: &mut Buffer, area: Rect, pressed: &[Key], next: &[Next], look: &Look<'_>) {
    let entries: Vec<(String, String)> = next.iter().map(|next| entry(next, look)).collect();
    let keys = entries.iter().map(|(key, _)| width(key)).max().unwrap_or(0);
    let labels = entries.iter().map(|(_, label)| width(label)).max().unwrap_or(0);
    let column = keys + 1 + labels + 2;
    let across = (usize::from(area.width.saturating_sub(4)) / column.max(1)).clamp(1, entries.len().max(1));
    let rows = entries.len().div_ceil(across);
    let high = small(rows + 2).min(area.height);
    let sheet = Rect { y: area.bottom() - high, height: high, ..area };
    if high < 3 || area.width < 10 {
        return;
    }
    cover(buf, sheet);
    let block = Block::bordered().border_set(look.theme.border()).border_style(look.theme.focus());
    block.render(sheet, buf);
    let names: Vec<String> = pressed.iter().map(ToString::to_string).collect();
    let title = look.setting.words.with("form-which", &[("keys", &names.join(" "))]);
    let title = truncate(&title, usize::from(sheet.width) - 6);
    buf.set_string(sheet.x + 2, sheet.y, format!(" {title} "), look.theme.focus());
    for (at, (key, label)) in entries.iter().enumerate() {
        let (down, right) = (at % rows, at / rows);
        let (x, y) = (sheet.x + 2 + small(right * column), sheet.y + 1 + small(down));
        if y + 1 >= sheet.bottom() {
            continue;
        }
        buf.set_string(x, y, pad_left(key, keys), look.theme.key());
        let room = usize::from(sheet.right().saturating_sub(x + small(keys) + 2)).min(labels);
        buf.set_string(x + small(keys) + 1, y, pad(label, room), look.theme.plain());
    }
}

fn entry(next: &Next, look: &Look<'_>) -> (String, String) {
    let words = look.setting.words;
    let label = match next.then {
        Then::Run(action) => words.get(action.label()),
        Then::More(count) => words.count("form-which-more", u64::try_from(count).unwrap_or(u64::MAX)),
    };
    (next.key.to_string(), label)
}
