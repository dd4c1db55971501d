//! The one line that enters a report from anywhere: the prompt, below it what will be entered, and what the line can hold.
//!
//! It is a form with one field, so that drafts, refusals and lost answers are dealt with as in every form.

use super::{Form, Purpose, Slot, Told, Value};
use crate::domain::quick_entry::QuickEntry;
use crate::domain::refusal::Field;
use crate::keys::{Action, Layer};
use crate::ui::cover::cover;
use crate::ui::overlay::sheet::{self, hint_row, hints, line, small};
use crate::ui::overlay::{Look, Setting};
use crate::ui::text::{one_line, width, wrap};
use crate::ui::widget::ink::{Piece, piece, put_pieces};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

/// The rows inside the prompt: the line, what it says, what can stand in it, the keys.
const ROWS: u16 = 4;
/// What stands in front of the line.
const PROMPT: &str = "> ";

impl Form {
    /// Whether it is the one line.
    pub(super) fn is_quick(&self) -> bool {
        matches!(self.purpose(), Purpose::Quick)
    }

    /// What the line says now.
    pub(super) fn quick_entry(&self, setting: &Setting<'_>) -> QuickEntry {
        QuickEntry::read(self.content(Slot::Of(Field::Narrative)), setting.station)
    }

    /// Draws the prompt at the foot of `area`: what the officer was looking at stays in sight.
    pub(super) fn paint_quick(&self, buf: &mut Buffer, area: Rect, look: &Look<'_>) -> Option<Position> {
        let high = (ROWS + 2).min(area.height);
        let foot = Rect { y: area.bottom() - high, height: high, ..area };
        let room =
            sheet::open(buf, foot, ROWS, &look.setting.words.get("form-title-report-quick"), look.theme);
        if room.height < ROWS {
            return None;
        }
        let row = |at: u16| Rect { y: room.y + at, height: 1, ..room };
        let caret = self.paint_line(buf, row(0), look);
        let entry = self.quick_entry(&look.setting);
        put_pieces(buf, row(1), &says(&entry, look));
        let keys = [Action::FormChoose, Action::FormCancel, Action::EditClear];
        let mut keys = hints(look, &[Layer::Form], &keys);
        // Nothing is chosen here: the key that goes on in other forms enters the line.
        if let Some(first) = keys.first_mut() {
            first.1 = look.setting.words.get(Action::FormSave.label());
        }
        hint_row(buf, row(3), &keys, look.theme);
        self.paint_quick_told(buf, Rect { height: 2, ..row(2) }, &entry, look);
        caret
    }

    fn paint_line(&self, buf: &mut Buffer, row: Rect, look: &Look<'_>) -> Option<Position> {
        let Value::Text(field) = &self.entries.first()?.value else { return None };
        buf.set_string(row.x, row.y, PROMPT, look.theme.heading());
        let x = row.x + small(width(PROMPT));
        let shown = field.shown(usize::from(row.right().saturating_sub(x)).max(1), 1, false);
        for text in &shown.rows {
            buf.set_string(x, row.y, text, look.theme.plain());
        }
        Some(Position { x: x + shown.caret.0, y: row.y })
    }

    /// What the officer is told; a sentence that is too long for a row goes on over the keys.
    fn paint_quick_told(&self, buf: &mut Buffer, rows: Rect, entry: &QuickEntry, look: &Look<'_>) {
        let (text, style) = self.quick_told(entry, look);
        let parts = wrap(&one_line(&text), usize::from(rows.width));
        for (y, part) in (rows.top()..rows.bottom()).zip(&parts) {
            let row = Rect { y, height: 1, ..rows };
            cover(buf, row);
            line(buf, row, part, style);
        }
    }

    /// What the officer is told, the weightiest first: a refusal, a beat that isn't there, what can stand in the line.
    fn quick_told(&self, entry: &QuickEntry, look: &Look<'_>) -> (String, Style) {
        if let Some(Told::Complaint(_) | Told::Waiting | Told::Unanswered | Told::LeftOut(_)) = &self.told {
            return self.to_tell(look);
        }
        let words = look.setting.words;
        if let Some(beat) = &entry.unknown_beat {
            let text = words.with("form-quick-no-beat", &[("beat", beat)]);
            return (format!("! {text}"), look.theme.refusal());
        }
        match self.told {
            Some(_) => self.to_tell(look),
            None => (words.get("form-quick-how"), look.theme.quiet()),
        }
    }
}

/// What will be entered.
fn says(entry: &QuickEntry, look: &Look<'_>) -> Vec<Piece> {
    let parts = look.setting.words.quick_entry(entry, look.setting.station);
    let mut line = Vec::new();
    for part in parts {
        if !line.is_empty() {
            line.push(piece(" | ", look.theme.quiet()));
        }
        line.push(piece(part, look.theme.plain()));
    }
    line
}
