//! Owns what outside text may look like on a screen: hostile and invisible characters become visible signs.
//!
//! It never changes what is stored, only what is shown. A sign is plain ASCII such as `<ESC>`,
//! `<U+202E>` or `<+497>`, so that it has the same width on every terminal. After [`safe`] each grapheme
//! is exactly as wide as the sum of its characters: terminals move by character, ratatui by grapheme, and
//! a difference between the two would shift the rest of the row.

mod cells;
mod class;

use std::borrow::Cow;
use std::fmt::Write as _;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

pub use cells::{may_break, pad, pad_left, truncate, width, wrap};
use class::{Class, class, is_pictograph, is_quiet};

/// Combining marks shown on one base character; the rest are counted. Three is what written languages need.
const MARKS_SHOWN: usize = 3;

/// What becomes of line breaks and tabs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Breaks {
    Sign,
    Space,
    Keep,
}

/// Makes outside text safe to show in one line; line breaks and tabs become signs too.
///
/// # Example
///
/// ```
/// assert_eq!(dutydesk::words::text::safe("粮站\u{1b}[2J\u{202e}fdp"), "粮站<ESC>[2J<U+202E>fdp");
/// ```
pub fn safe(text: &str) -> Cow<'_, str> {
    shown(text, Breaks::Sign)
}

/// Makes outside text safe to show in one line; each run of line breaks and tabs becomes one space.
pub fn one_line(text: &str) -> Cow<'_, str> {
    shown(text, Breaks::Space)
}

/// Makes outside text safe to show in several lines: line breaks stay (`\r\n` as `\n`), a tab becomes four spaces.
pub fn safe_lines(text: &str) -> Cow<'_, str> {
    shown(text, Breaks::Keep)
}

/// Whether this character may reach a terminal as it is, apart from what stands around it.
///
/// The writer of the screen asks it again for each cell, as a second wall behind [`safe`].
pub fn is_shown(c: char) -> bool {
    is_quiet(c) || matches!(class(c), Class::Base | Class::Mark)
}

fn shown(text: &str, breaks: Breaks) -> Cow<'_, str> {
    let kept = |c| is_quiet(c) || (c == '\n' && breaks == Breaks::Keep);
    if text.chars().all(kept) {
        return Cow::Borrowed(text);
    }
    let mut line = Line { out: String::with_capacity(text.len() + 16), base: None, start: 0, marks: 0 };
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        line.take(c, &mut rest, breaks);
    }
    Cow::Owned(even(line.out))
}

/// The line being made: what stands so far and the character that marks would join.
struct Line {
    out: String,
    base: Option<char>,
    start: usize,
    marks: usize,
}

type Rest<'a> = std::str::Chars<'a>;

impl Line {
    fn take(&mut self, c: char, rest: &mut Rest<'_>, breaks: Breaks) {
        match class(c) {
            Class::Base => self.push_base(c),
            Class::Mark => self.mark(c, rest),
            Class::Blank => self.push_base(' '),
            Class::Break => self.line_break(c, rest, breaks),
            Class::Variation => self.variation(c, rest),
            Class::Joiner => self.joiner(c, rest),
            Class::Skin => {
                if !self.base.is_some_and(is_pictograph) {
                    self.sign(c, rest);
                }
            }
            Class::Flag => self.flag(c, rest),
            Class::Sign => self.sign(c, rest),
        }
    }

    fn push_base(&mut self, c: char) {
        self.start = self.out.len();
        self.base = Some(c);
        self.marks = 0;
        self.out.push(c);
    }

    fn end_cluster(&mut self) {
        self.base = None;
    }

    /// A mark joins its base while there is room; what is left over is shown as a count.
    fn mark(&mut self, c: char, rest: &mut Rest<'_>) {
        if self.base.is_some() && self.marks < MARKS_SHOWN && self.joins(c) {
            self.out.push(c);
            self.marks += 1;
            return;
        }
        let more = run(rest, |next| class(next) == Class::Mark);
        self.put(format_args!("<+{}>", more + 1));
    }

    /// Whether the character would be part of the cluster that was written last, and not stand alone with no width.
    fn joins(&self, c: char) -> bool {
        let mut cluster = self.out.get(self.start..).unwrap_or_default().to_owned();
        cluster.push(c);
        cluster.graphemes(true).count() == 1
    }

    fn line_break(&mut self, c: char, rest: &mut Rest<'_>, breaks: Breaks) {
        match breaks {
            Breaks::Sign => self.sign(c, rest),
            Breaks::Space => {
                run(rest, |next| class(next) == Class::Break);
                self.push_base(' ');
            }
            Breaks::Keep => match c {
                '\n' => {
                    self.out.push('\n');
                    self.end_cluster();
                }
                '\t' => {
                    self.out.push_str("    ");
                    self.end_cluster();
                }
                // A lone carriage return would write over what stands before it.
                _ if !rest.as_str().starts_with('\n') => self.sign(c, rest),
                _ => {}
            },
        }
    }

    /// One selector after a character that has variants is how it is written; terminals disagree about its
    /// width, so the plain form is shown. Anything else is hidden text.
    fn variation(&mut self, c: char, rest: &mut Rest<'_>) {
        let after_base =
            self.marks == 0 && self.out.len() == self.start + self.base.map_or(0, char::len_utf8);
        let has_variants = |b: char| is_pictograph(b) || b.width() == Some(2) || class::is_narrow_emoji(b);
        let doubled = rest.clone().next().is_some_and(|next| class(next) == Class::Variation);
        if doubled || !after_base || !self.base.is_some_and(has_variants) {
            let more = run(rest, |next| class(next) == Class::Variation);
            self.counted("VS", more + 1);
        } else if c != '\u{FE0F}' && c != '\u{FE0E}' && self.base.is_some_and(is_pictograph) {
            self.sign(c, rest);
        }
    }

    /// A joined emoji is shown as its parts, one after another; any other joiner is hidden text.
    fn joiner(&mut self, c: char, rest: &mut Rest<'_>) {
        let next = rest.clone().next();
        if !(self.base.is_some_and(is_pictograph) && next.is_some_and(is_pictograph)) {
            self.sign(c, rest);
        }
    }

    /// Two regional letters are a flag in some fonts, two boxes in others: the letters are shown.
    fn flag(&mut self, c: char, rest: &mut Rest<'_>) {
        let letter = |c: char| char::from(b'A' + (u32::from(c).saturating_sub(0x1F1E6) % 26) as u8);
        let second = rest.clone().next().filter(|next| class(*next) == Class::Flag);
        if second.is_some() {
            rest.next();
        }
        let second = second.map(|c| letter(c).to_string()).unwrap_or_default();
        self.put(format_args!("<FLAG:{}{second}>", letter(c)));
    }

    fn sign(&mut self, c: char, rest: &mut Rest<'_>) {
        if class::is_tag(c) {
            let more = run(rest, class::is_tag);
            return self.counted("TAG", more + 1);
        }
        let more = run(rest, |next| next == c);
        match class::name(c) {
            Some(name) => self.counted(name, more + 1),
            None => self.counted(&format!("U+{:04X}", u32::from(c)), more + 1),
        }
    }

    fn counted(&mut self, name: &str, count: usize) {
        if count == 1 {
            self.put(format_args!("<{name}>"))
        } else {
            self.put(format_args!("<{name}*{count}>"))
        }
    }

    fn put(&mut self, sign: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.out.write_fmt(sign);
        self.end_cluster();
    }
}

/// Takes what belongs to the same run and says how many characters that were.
fn run(rest: &mut Rest<'_>, same: impl Fn(char) -> bool) -> usize {
    let mut count = 0;
    while rest.clone().next().is_some_and(&same) {
        rest.next();
        count += 1;
    }
    count
}

/// Spells out the few clusters whose width as a whole differs from the sum of their characters.
fn even(text: String) -> String {
    let is_even = |g: &str| g.len() <= 1 || cells::of_grapheme(g) == cells::of_characters(g);
    if text.graphemes(true).all(is_even) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 16);
    for g in text.graphemes(true) {
        if is_even(g) {
            out.push_str(g);
        } else {
            for c in g.chars() {
                let _ = write!(out, "<U+{:04X}>", u32::from(c));
            }
        }
    }
    out
}
