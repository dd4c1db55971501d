//! The sheet that an overlay is drawn on: a bordered box in the middle of an area, with a title and a line of hints.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Widget};

use super::Look;
use crate::keys::{Action, Layer};
use crate::ui::cover::cover;
use crate::ui::text::{one_line, truncate, width};
use crate::ui::theme::Theme;

/// The most columns that a sheet takes: longer lines are hard to read.
pub const WIDEST: u16 = 84;

/// How wide a sheet is on a screen with so many columns.
pub fn width_on(columns: u16) -> u16 {
    columns.min(WIDEST)
}

/// Draws an empty sheet for content of `rows` rows in the middle of `area` and gives the room inside it.
pub fn open(buf: &mut Buffer, area: Rect, rows: u16, title: &str, theme: Theme) -> Rect {
    let wide = width_on(area.width);
    let high = rows.saturating_add(2).min(area.height);
    let sheet = Rect {
        x: area.x + (area.width - wide) / 2,
        y: area.y + (area.height - high) / 3,
        width: wide,
        height: high,
    };
    cover(buf, sheet);
    let block = Block::bordered().border_set(theme.border()).border_style(theme.focus());
    block.render(sheet, buf);
    let room = usize::from(wide.saturating_sub(6));
    let title = one_line(title);
    let title = truncate(&title, room);
    if high > 0 && wide > 6 {
        buf.set_string(sheet.x + 2, sheet.y, format!(" {title} "), theme.focus());
    }
    Rect {
        x: sheet.x + 2.min(wide),
        y: sheet.y + 1.min(high),
        width: wide.saturating_sub(4),
        height: high.saturating_sub(2),
    }
}

/// Writes one line of a sheet, cut to its room.
pub fn line(buf: &mut Buffer, row: Rect, text: &str, style: ratatui::style::Style) {
    let shown = one_line(text);
    buf.set_string(row.x, row.y, truncate(&shown, usize::from(row.width)), style);
}

/// One hint: a key and what it does.
pub type Hint = (String, String);

/// The hints of some actions, as far as they have keys in `layers`.
pub fn hints(look: &Look<'_>, layers: &[Layer], actions: &[Action]) -> Vec<Hint> {
    let one = |action: &Action| {
        let keys = look.keymap.hint(*action, layers)?;
        Some((keys.to_string(), look.setting.words.get(action.label())))
    };
    actions.iter().filter_map(one).collect()
}

/// Writes hints in one row, as many as fit as a whole.
pub fn hint_row(buf: &mut Buffer, row: Rect, hints: &[Hint], theme: Theme) {
    let mut x = row.x;
    for (key, label) in hints {
        let wide = width(key) + 1 + width(label);
        if usize::from(row.right().saturating_sub(x)) < wide {
            break;
        }
        buf.set_string(x, row.y, key, theme.key());
        let after = x + small(width(key) + 1);
        buf.set_string(after, row.y, label, theme.plain());
        x += small(wide + 2);
    }
}

/// A number of cells as the terminal counts them.
pub fn small(cells: usize) -> u16 {
    u16::try_from(cells).unwrap_or(u16::MAX)
}
