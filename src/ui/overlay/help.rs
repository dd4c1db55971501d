//! Help: the keys that count where it was opened, under the headings of the action table.
//!
//! It lists what the keymap says, so it can't be stale, and what the signs in lists mean.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::sheet::{self, hint_row, hints, line, small};
use super::{Does, Look, Outcome};
use crate::keys::{Action, Group, Keymap, Layer};
use crate::ui::text::{pad, truncate, width};

/// How many lines a page key moves.
const PAGE: usize = 10;
/// The most cells for the keys of an action.
const KEYS_MAX: usize = 18;

/// One line of help.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Line {
    Heading(Group),
    Keys { keys: String, action: Action },
    SignsHeading,
    Sign { sign: &'static str, word: &'static str },
}

/// The signs in front of and in the rows of lists.
const SIGNS: [(&str, &str); 13] = [
    (">", "ui-sign-cursor"),
    ("!", "ui-sign-overdue"),
    ("~", "ui-sign-soon"),
    ("z", "ui-sign-rests"),
    ("*", "ui-sign-new"),
    ("+", "ui-sign-marked"),
    ("^", "ui-sign-escalated"),
    ("#", "ui-sign-ordered"),
    ("<", "ui-sign-came-back"),
    ("?", "ui-sign-to-be-set"),
    ("-", "ui-sign-gone"),
    ("21/", "ui-sign-other-day"),
    ("(x2)", "ui-sign-resent"),
];

/// The keys that count in some layers.
#[derive(Clone, Debug)]
pub struct Help {
    lines: Vec<Line>,
    top: usize,
}

impl Help {
    /// Help on the layers that are active where it is opened, topmost first.
    pub fn new(layers: &[Layer], keymap: &Keymap) -> Help {
        let mut lines = Vec::new();
        for group in groups(layers) {
            let here: Vec<Line> = Action::ALL
                .iter()
                .filter(|action| action.group() == group)
                .filter_map(|action| line_of(*action, layers, keymap))
                .collect();
            if !here.is_empty() {
                lines.push(Line::Heading(group));
                lines.extend(here);
            }
        }
        if layers.contains(&Layer::List) {
            lines.push(Line::SignsHeading);
            lines.extend(SIGNS.map(|(sign, word)| Line::Sign { sign, word }));
        }
        Help { lines, top: 0 }
    }

    pub(super) fn does(&mut self, does: Does) -> Outcome {
        let top = match does {
            Does::Cancel | Does::Choose | Does::Save => return Outcome::Close,
            Does::Up | Does::Previous => self.top.saturating_sub(1),
            Does::Down | Does::Next => self.top.saturating_add(1),
            Does::PageUp => self.top.saturating_sub(PAGE),
            Does::PageDown => self.top.saturating_add(PAGE),
            Does::Edit(_) | Does::NewLine | Does::Earlier | Does::More => return Outcome::Stay,
        };
        let top = top.min(self.lines.len().saturating_sub(1));
        if top == self.top {
            return Outcome::Stay;
        }
        self.top = top;
        Outcome::Changed
    }

    pub(super) fn paint(&self, buf: &mut Buffer, area: Rect, look: &Look<'_>) -> Option<Position> {
        let words = look.setting.words;
        let high = small(self.lines.len()).saturating_add(1);
        let room = sheet::open(buf, area, high, &words.get("form-help"), look.theme);
        if room.height < 2 {
            return None;
        }
        let rows = usize::from(room.height - 1);
        // The last page is a full one.
        let top = self.top.min(self.lines.len().saturating_sub(rows));
        for (y, line) in (room.y..).zip(self.lines.iter().skip(top).take(rows)) {
            paint_line(line, buf, Rect { y, height: 1, ..room }, look);
        }
        let mut hint =
            hints(look, &[Layer::Menu], &[Action::MenuPageDown, Action::MenuPageUp, Action::MenuCancel]);
        if top + rows < self.lines.len() {
            hint.push(("v".to_owned(), words.get("form-help-more")));
        }
        hint_row(buf, Rect { y: room.bottom() - 1, height: 1, ..room }, &hint, look.theme);
        None
    }
}

/// The headings in the order in which they matter here: those of the topmost layer first.
fn groups(layers: &[Layer]) -> Vec<Group> {
    let rank = |group: &Group| {
        let of_group = Action::ALL.iter().filter(|action| action.group() == *group);
        of_group.flat_map(|action| layers.iter().position(|layer| action.belongs_to(*layer))).min()
    };
    let mut ranked: Vec<(usize, Group)> =
        Group::ALL.iter().filter_map(|group| Some((rank(group)?, *group))).collect();
    ranked.sort();
    ranked.into_iter().map(|(_, group)| group).collect()
}

fn line_of(action: Action, layers: &[Layer], keymap: &Keymap) -> Option<Line> {
    let layer = layers.iter().find(|layer| action.belongs_to(**layer))?;
    let keys: Vec<String> = keymap.keys_of(action, *layer).map(ToString::to_string).collect();
    (!keys.is_empty()).then(|| Line::Keys { keys: keys.join(", "), action })
}

fn paint_line(of: &Line, buf: &mut Buffer, row: Rect, look: &Look<'_>) {
    let words = look.setting.words;
    match of {
        Line::Heading(group) => line(buf, row, &words.get(group.word()), look.theme.heading()),
        Line::SignsHeading => line(buf, row, &words.get("ui-signs"), look.theme.heading()),
        Line::Keys { keys, action } => entry(keys, &words.get(action.help()), buf, row, look),
        Line::Sign { sign, word } => entry(sign, &words.get(word), buf, row, look),
    }
}

/// Something short and, in a column of its own, what it means.
fn entry(short: &str, means: &str, buf: &mut Buffer, row: Rect, look: &Look<'_>) {
    let short = pad(short, KEYS_MAX);
    buf.set_string(row.x + 1, row.y, &short, look.theme.key());
    let x = row.x + 1 + small(width(&short) + 1);
    let room = usize::from(row.right().saturating_sub(x));
    buf.set_string(x, row.y, truncate(means, room), look.theme.plain());
}
