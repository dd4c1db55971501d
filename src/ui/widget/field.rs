//! One text field: what was typed, where the caret stands, and how keys and pastes change the two.
//!
//! It keeps the text as it was typed and never a character that controls a terminal; what may be shown of it is made
//! in `shown`. Its `Debug` says how long it is and nothing else: a field may hold a passphrase or a caller's name.

mod shown;

use std::fmt;

use unicode_segmentation::UnicodeSegmentation;

pub use shown::Shown;

/// Whether a field has one line or several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lines {
    /// One; a long text moves sideways, line breaks become spaces.
    #[default]
    One,
    /// Several; a long text is wrapped.
    Many,
}

/// What became of a text that was typed or pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Took {
    /// All of it stands in the field.
    All,
    /// It stands in the field without so many control characters.
    Without(usize),
    /// None of it: the field would have more than this many characters.
    Full(u32),
    /// There was nothing in it that a field takes.
    Nothing,
}

/// A change of the caret or of the text at the caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// One character left.
    Left,
    /// One character right.
    Right,
    /// To the start of the line.
    Home,
    /// To the end of the line.
    End,
    /// Takes away the character before the caret.
    Backspace,
    /// Takes away the character at the caret.
    Delete,
    /// Takes away the word before the caret.
    WordBack,
    /// Takes everything away.
    Clear,
}

/// A text field.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct TextField {
    text: String,
    /// In bytes; always between two graphemes.
    caret: usize,
    lines: Lines,
    /// In characters.
    max: u32,
    /// The column that moving up and down aims at.
    goal: Option<usize>,
}

impl fmt::Debug for TextField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TextField(<{} bytes>)", self.text.len())
    }
}

impl TextField {
    /// An empty field for at most `max` characters.
    pub fn new(lines: Lines, max: u32) -> TextField {
        TextField { lines, max, ..TextField::default() }
    }

    /// The text as it was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The caret's place in the text, in bytes.
    pub fn caret(&self) -> usize {
        self.caret
    }

    /// Whether it has one line or several.
    pub fn lines(&self) -> Lines {
        self.lines
    }

    /// Puts this text in place of the old one, as far as the field takes it; the caret stands at its end.
    pub fn set(&mut self, text: &str) -> Took {
        self.text.clear();
        self.caret = 0;
        self.insert(text)
    }

    /// Takes what was typed or pasted at the caret. A text that doesn't fit is refused as a whole.
    ///
    /// ```
    /// use dutydesk::ui::widget::field::{Lines, TextField, Took};
    /// let mut field = TextField::new(Lines::One, 10);
    /// assert_eq!(field.insert("北街\n粮站"), Took::All);
    /// assert_eq!(field.text(), "北街 粮站");
    /// assert_eq!(field.insert("12345678"), Took::Full(10));
    /// assert_eq!(field.text(), "北街 粮站");
    /// ```
    pub fn insert(&mut self, typed: &str) -> Took {
        let (clean, dropped) = self.clean(typed);
        if clean.is_empty() {
            return if dropped > 0 { Took::Without(dropped) } else { Took::Nothing };
        }
        let count = self.text.chars().count().saturating_add(clean.chars().count());
        if u32::try_from(count).map_or(true, |count| count > self.max) {
            return Took::Full(self.max);
        }
        self.text.insert_str(self.caret, &clean);
        self.stand(self.caret + clean.len());
        if dropped > 0 { Took::Without(dropped) } else { Took::All }
    }

    /// The text as the field keeps it, and how many control characters were left out.
    fn clean(&self, typed: &str) -> (String, usize) {
        let mut clean = String::with_capacity(typed.len());
        let (mut dropped, mut in_break) = (0, false);
        let mut rest = typed.chars().peekable();
        while let Some(c) = rest.next() {
            let breaks = matches!(c, '\n' | '\r' | '\t');
            match (c, self.lines) {
                ('\r', Lines::Many) if rest.peek() == Some(&'\n') => {}
                ('\n' | '\r', Lines::Many) => clean.push('\n'),
                ('\t', Lines::Many) => clean.push(' '),
                ('\n' | '\r' | '\t', Lines::One) if in_break => {}
                ('\n' | '\r' | '\t', Lines::One) => clean.push(' '),
                (c, Lines::One | Lines::Many) if c.is_control() => dropped += 1,
                (c, Lines::One | Lines::Many) => clean.push(c),
            }
            in_break = breaks;
        }
        (clean, dropped)
    }

    /// Moves the caret or takes text away; `cells` is how wide the field is drawn. Says whether anything changed.
    pub fn edit(&mut self, edit: Edit, cells: usize) -> bool {
        let before = (self.caret, self.text.len());
        match edit {
            Edit::Left => self.stand(self.before_caret()),
            Edit::Right => self.stand(self.after_caret()),
            Edit::Home => self.stand(self.line_ends(cells).0),
            Edit::End => self.stand(self.line_ends(cells).1),
            Edit::Backspace => self.take_away(self.before_caret(), self.caret),
            Edit::Delete => self.take_away(self.caret, self.after_caret()),
            Edit::WordBack => self.take_away(self.word_start(), self.caret),
            Edit::Clear => self.take_away(0, self.text.len()),
        }
        before != (self.caret, self.text.len())
    }

    /// Moves the caret one line up (or down) as the field is drawn; `false` when there is no such line.
    pub fn step_line(&mut self, down: bool, cells: usize) -> bool {
        if self.lines == Lines::One {
            return false;
        }
        let rows = self.rows(cells);
        let (row, column) = self.caret_in(&rows, cells);
        let target = if down { row.checked_add(1) } else { row.checked_sub(1) };
        let Some(target) = target.and_then(|at| rows.get(at)) else { return false };
        let goal = self.goal.unwrap_or(column);
        self.caret = self.at_column(target, goal, cells);
        self.goal = Some(goal);
        true
    }

    fn take_away(&mut self, from: usize, to: usize) {
        if from < to {
            self.text.replace_range(from..to, "");
        }
        self.stand(from);
    }

    /// Puts the caret at this byte, or behind the grapheme that it would cut: what was typed may have joined its
    /// neighbours.
    fn stand(&mut self, at: usize) {
        let boundary = self.text.grapheme_indices(true).map(|(at, _)| at).find(|start| *start >= at);
        self.caret = boundary.unwrap_or(self.text.len());
        self.goal = None;
    }

    fn before_caret(&self) -> usize {
        let head = self.text.get(..self.caret).unwrap_or_default();
        head.grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn after_caret(&self) -> usize {
        let tail = self.text.get(self.caret..).unwrap_or_default();
        self.caret + tail.graphemes(true).next().map_or(0, str::len)
    }

    /// Where the word before the caret begins, with the spaces behind it.
    fn word_start(&self) -> usize {
        let head = self.text.get(..self.caret).unwrap_or_default().trim_end();
        head.split_word_bound_indices().next_back().map_or(0, |(at, _)| at)
    }
}
