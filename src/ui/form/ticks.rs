//! A field in which several of a few things are ticked: each by its number or with the space key.
//!
//! Nothing is ticked but by the officer: there is no key for all of them, because each tick says that somebody agreed or
//! was there.

use super::choice::Choice;
use crate::domain::name::folded;
use crate::ui::widget::field::{Edit, Took};

/// What stands in such a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ticks {
    /// The codes that are ticked, in the order of what is offered, with commas between them.
    content: String,
    cursor: usize,
    /// The digits of a number that may go on.
    typed: String,
}

impl Ticks {
    /// The codes that are ticked, with commas between them.
    pub(super) fn content(&self) -> &str {
        &self.content
    }

    /// Where the cursor stands among what is offered.
    pub(super) fn cursor(&self) -> usize {
        self.cursor
    }

    /// Whether a code is ticked.
    pub(super) fn has(&self, code: &str) -> bool {
        self.content.split(',').any(|ticked| ticked == code)
    }

    /// Ticks these codes, as far as they are offered, and no others.
    pub(super) fn restore(&mut self, content: &str, offers: &[Choice]) {
        let ticked = |code: &str| content.split(',').any(|ticked| ticked == code);
        self.put(offers, ticked);
    }

    fn put(&mut self, offers: &[Choice], is: impl Fn(&str) -> bool) {
        let codes: Vec<&str> =
            offers.iter().map(|offer| offer.code.as_str()).filter(|code| is(code)).collect();
        self.content = codes.join(",");
    }

    fn turn(&mut self, offers: &[Choice]) {
        let Some(offer) = offers.get(self.cursor) else { return };
        let was = self.clone();
        self.put(offers, |code| was.has(code) != (code == offer.code));
    }

    /// Takes what was typed: a space ticks or unticks where the cursor stands, a number does so where it leads. A number
    /// that may go on only leads there: with twelve offered `1` goes to the first, `12` ticks the last.
    pub(super) fn insert(&mut self, text: &str, offers: &[Choice]) -> Took {
        let mut took = Took::Nothing;
        for c in folded(text).chars() {
            if c == ' ' {
                self.typed.clear();
                self.turn(offers);
                took = Took::All;
            } else if c.is_ascii_digit() && self.digit(c, offers) {
                took = Took::All;
            }
        }
        took
    }

    fn digit(&mut self, c: char, offers: &[Choice]) -> bool {
        let place = |code: String| Some((offers.iter().position(|offer| offer.code == code)?, code));
        let longer = place(format!("{}{c}", self.typed));
        let Some((at, code)) = longer.or_else(|| place(c.to_string())) else { return false };
        self.cursor = at;
        let goes_on =
            offers.iter().any(|offer| offer.code.len() > code.len() && offer.code.starts_with(&code));
        if goes_on {
            self.typed = code;
        } else {
            self.typed.clear();
            self.turn(offers);
        }
        true
    }

    /// Moves the cursor one up or down; `false` when it would leave the field.
    pub(super) fn step(&mut self, down: bool, offers: &[Choice]) -> bool {
        self.typed.clear();
        let to = if down { self.cursor.checked_add(1) } else { self.cursor.checked_sub(1) };
        match to.filter(|to| *to < offers.len()) {
            Some(to) => {
                self.cursor = to;
                true
            }
            None => false,
        }
    }

    /// Unticks where the cursor stands, or everything; says whether anything was ticked.
    pub(super) fn take_away(&mut self, edit: Edit, offers: &[Choice]) -> bool {
        self.typed.clear();
        let before = self.content.clone();
        match edit {
            Edit::Clear => self.content.clear(),
            Edit::Backspace | Edit::Delete | Edit::WordBack => {
                let ticked = offers.get(self.cursor).is_some_and(|offer| self.has(&offer.code));
                if ticked {
                    self.turn(offers);
                }
            }
            Edit::Left | Edit::Right | Edit::Home | Edit::End => {}
        }
        before != self.content
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offers(count: usize) -> Vec<Choice> {
        (1..=count).map(|n| Choice::fixed(&n.to_string(), format!("side {n}"))).collect()
    }

    fn typed(count: usize, text: &str) -> String {
        let mut ticks = Ticks::default();
        ticks.insert(text, &offers(count));
        ticks.content().to_owned()
    }

    #[test]
    fn numbers_and_the_space_tick_and_untick() {
        for (count, text, ticked) in [
            (3, "", ""),
            (3, "2", "2"),
            (3, "31", "1,3"),
            (3, "22", ""),
            (3, "4", ""),
            (3, "２ ", ""),
            (3, " ", "1"),
            (12, "1", ""),
            (12, "1 ", "1"),
            (12, "12", "12"),
            (12, "1312", "3,12"),
            (12, "2 x", ""),
        ] {
            assert_eq!(typed(count, text), ticked, "{text:?} of {count}");
        }
    }

    #[test]
    fn only_what_is_offered_comes_back() {
        let mut ticks = Ticks::default();
        ticks.restore("3,1,9,x", &offers(3));
        assert_eq!(ticks.content(), "1,3");
    }
}
