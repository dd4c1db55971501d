//! A list of choices that narrows as one types: which rows match, and how they are drawn.
//!
//! It never knows what a row stands for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::name::folded;
use crate::ui::text::{one_line, pad, truncate, width};
use crate::ui::theme::Theme;

/// How well a row matches what was typed; the smaller, the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// Its code is just that.
    Exact,
    /// Its code begins so.
    Code,
    /// A name begins so.
    Name,
    /// It stands somewhere in it.
    Inside,
}

/// How well a row with this code and these names matches what was typed; none when it doesn't.
///
/// Every word typed must be somewhere in the row. Case and full-width forms don't count.
///
/// ```
/// use dutydesk::ui::widget::menu::{Match, matched};
/// assert_eq!(matched("ＦＩ", "fight", &["Fight", "斗殴"]), Some(Match::Code));
/// assert_eq!(matched("斗", "fight", &["Fight", "斗殴"]), Some(Match::Name));
/// assert_eq!(matched("theft", "fight", &["Fight", "斗殴"]), None);
/// ```
pub fn matched(typed: &str, code: &str, names: &[&str]) -> Option<Match> {
    let typed = folded(typed);
    let typed = typed.trim();
    let code = folded(code);
    let names: Vec<String> = names.iter().map(|name| folded(name)).collect();
    if typed == code {
        return Some(Match::Exact);
    }
    let held = |word: &str| code.contains(word) || names.iter().any(|name| name.contains(word));
    if !typed.split_whitespace().all(held) {
        return None;
    }
    if code.starts_with(typed) {
        Some(Match::Code)
    } else if names.iter().any(|name| name.starts_with(typed)) {
        Some(Match::Name)
    } else {
        Some(Match::Inside)
    }
}

/// The rows that match, best first, else in their order: their places in the list.
pub fn narrowed(rows: impl Iterator<Item = Option<Match>>) -> Vec<usize> {
    let mut found: Vec<(Match, usize)> =
        rows.enumerate().filter_map(|(at, found)| Some((found?, at))).collect();
    found.sort();
    found.into_iter().map(|(_, at)| at).collect()
}

/// One row as drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MenuRow {
    /// Its columns; text from outside may stand in them.
    pub columns: Vec<String>,
    /// Whether it can be chosen; one that can't has a dash in front.
    pub open: bool,
}

/// Rows with a cursor.
#[derive(Clone, Copy, Debug)]
pub struct MenuList<'a> {
    /// The rows that match.
    pub rows: &'a [MenuRow],
    /// The row under the cursor.
    pub cursor: Option<usize>,
    /// The looks.
    pub theme: Theme,
}

/// The most cells that a column but the last may take.
const COLUMN_MAX: usize = 28;

impl MenuList<'_> {
    /// Draws as many rows as fit, the one under the cursor among them. A `>` marks it; `^` and `v` at the right edge say
    /// that there are more.
    pub fn draw(self, buf: &mut Buffer, area: Rect) {
        let height = usize::from(area.height);
        if height == 0 || area.width < 4 {
            return;
        }
        let top = self.cursor.map_or(0, |at| (at + 1).saturating_sub(height));
        let widths = self.widths(usize::from(area.width));
        for (line, (at, row)) in (area.y..).zip(self.rows.iter().enumerate().skip(top).take(height)) {
            self.row(buf, Rect { y: line, height: 1, ..area }, row, self.cursor == Some(at), &widths);
        }
        let edge = area.right() - 1;
        if top > 0 {
            buf.set_string(edge, area.y, "^", self.theme.quiet());
        }
        if self.rows.len() > top + height {
            buf.set_string(edge, area.bottom() - 1, "v", self.theme.quiet());
        }
    }

    fn row(self, buf: &mut Buffer, line: Rect, row: &MenuRow, marked: bool, widths: &[usize]) {
        let sign = match (marked, row.open) {
            (true, true) => "> ",
            (true, false) => ">-",
            (false, true) => "  ",
            (false, false) => " -",
        };
        buf.set_string(line.x, line.y, sign, self.theme.heading());
        let mut x = line.x + 2;
        for (at, (text, wide)) in row.columns.iter().zip(widths).enumerate() {
            let room = usize::from(line.right().saturating_sub(x + 1)).min(*wide);
            let style = match (at, marked, row.open) {
                (0, true, _) => self.theme.cursor(),
                (0, false, true) => self.theme.heading(),
                (_, _, true) => self.theme.plain(),
                (_, _, false) => self.theme.quiet(),
            };
            let text = one_line(text);
            let shown = if at == 0 { truncate(&text, room).into_owned() } else { pad(&text, room) };
            buf.set_string(x, line.y, &shown, style);
            x += u16::try_from(*wide + 1).unwrap_or(u16::MAX);
            if x >= line.right() {
                break;
            }
        }
    }

    /// Columns as wide as their widest text; the last one takes what is left.
    fn widths(self, cells: usize) -> Vec<usize> {
        let most = self.rows.iter().map(|row| row.columns.len()).max().unwrap_or(0);
        let mut left = cells.saturating_sub(3);
        (0..most)
            .map(|at| {
                let texts = self.rows.iter().filter_map(|row| row.columns.get(at));
                let widest = texts.map(|text| width(&one_line(text))).max().unwrap_or(0);
                let wide = if at + 1 == most { left } else { widest.min(COLUMN_MAX).min(left) };
                left = left.saturating_sub(wide + 1);
                wide
            })
            .collect()
    }
}
