//! Asks for a word to be typed before the rare thing that can't be undone.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::sheet::{self, hint_row, hints, line, small};
use super::{Does, Look, Outcome, Submitted};
use crate::domain::name::folded;
use crate::keys::{Action, Layer};
use crate::ui::text::{safe_lines, width, wrap};
use crate::ui::widget::field::{Lines, TextField};

/// The most characters of the answer.
const ANSWER_MAX: u32 = 60;

/// A confirmation that is typed.
#[derive(Clone, Debug)]
pub struct Confirm {
    sentence: String,
    word: String,
    then: Submitted,
    typed: TextField,
    wrong: bool,
}

impl Confirm {
    /// Says what would happen and submits `then` once `word` is typed.
    pub fn new(sentence: String, word: String, then: Submitted) -> Confirm {
        Confirm { sentence, word, then, typed: TextField::new(Lines::One, ANSWER_MAX), wrong: false }
    }

    pub(super) fn text(&mut self, text: &str) -> Outcome {
        self.typed.insert(text);
        self.wrong = false;
        Outcome::Changed
    }

    pub(super) fn does(&mut self, does: Does) -> Outcome {
        match does {
            Does::Cancel => Outcome::Close,
            Does::Choose | Does::Save => self.answer(),
            Does::Edit(edit) => {
                self.wrong = false;
                if self.typed.edit(edit, 0) { Outcome::Changed } else { Outcome::Stay }
            }
            Does::Up | Does::Down | Does::PageUp | Does::PageDown => Outcome::Stay,
            Does::Next | Does::Previous | Does::NewLine | Does::Earlier | Does::More => Outcome::Stay,
        }
    }

    fn answer(&mut self) -> Outcome {
        if folded(self.typed.text().trim()) == folded(&self.word) {
            return Outcome::Submit(self.then.clone());
        }
        self.wrong = true;
        Outcome::Changed
    }

    pub(super) fn paint(&self, buf: &mut Buffer, area: Rect, look: &Look<'_>) -> Option<Position> {
        let words = look.setting.words;
        let cells = usize::from(sheet::width_on(area.width)).saturating_sub(4);
        let sentence = wrap(&safe_lines(&self.sentence), cells);
        let ask = words.with("form-confirm-type", &[("word", &self.word)]);
        let high = small(sentence.len()) + 5;
        let room = sheet::open(buf, area, high, &words.get("form-confirm"), look.theme);
        if room.height < 5 {
            return None;
        }
        for (y, text) in (room.y..room.bottom() - 4).zip(&sentence) {
            buf.set_string(room.x, y, text, look.theme.plain());
        }
        let ask_at = Rect { y: room.bottom() - 4, height: 1, ..room };
        line(buf, ask_at, &ask, look.theme.heading());
        let y = room.bottom() - 3;
        buf.set_string(room.x, y, "> ", look.theme.heading());
        let shown = self.typed.shown(usize::from(room.width).saturating_sub(2).max(1), 1, false);
        for text in &shown.rows {
            buf.set_string(room.x + small(width("> ")), y, text, look.theme.plain());
        }
        if self.wrong {
            let wrong = format!("! {}", words.with("form-confirm-wrong", &[("word", &self.word)]));
            line(buf, Rect { y: room.bottom() - 2, height: 1, ..room }, &wrong, look.theme.refusal());
        }
        let hint = hints(look, &[Layer::Menu], &[Action::MenuAccept, Action::MenuCancel]);
        hint_row(buf, Rect { y: room.bottom() - 1, height: 1, ..room }, &hint, look.theme);
        Some(Position { x: room.x + 2 + shown.caret.0, y })
    }
}
