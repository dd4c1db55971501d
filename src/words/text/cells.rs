//! Owns measuring, cutting, padding and wrapping of text by terminal cells.
//!
//! It expects text that is safe to show already and never makes it so.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Returns how many terminal cells the text takes.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.bytes().filter(|b| !b.is_ascii_control()).count();
    }
    text.graphemes(true).map(of_grapheme).sum()
}

/// Cells of one grapheme as ratatui counts them; what holds a control is dropped there.
pub(super) fn of_grapheme(g: &str) -> usize {
    if g.contains(char::is_control) { 0 } else { g.width() }
}

/// Cells of a text as a terminal counts them, one character at a time.
pub(super) fn of_characters(text: &str) -> usize {
    text.chars().filter_map(UnicodeWidthChar::width).sum()
}

/// Cuts the text to at most so many cells; a cut is shown by `..`.
///
/// # Example
///
/// ```
/// assert_eq!(dutydesk::words::text::truncate("北街粮站", 7), "北街..");
/// ```
pub fn truncate(text: &str, cells: usize) -> Cow<'_, str> {
    if text.len() <= cells || width(text) <= cells {
        return Cow::Borrowed(text);
    }
    let dots = cells.min(2);
    let (head, _) = split(text, cells - dots);
    Cow::Owned(format!("{head}{}", &".."[..dots]))
}

/// Makes the text exactly so many cells wide, with spaces behind it.
pub fn pad(text: &str, cells: usize) -> String {
    let text = truncate(text, cells);
    let blank = cells.saturating_sub(width(&text));
    format!("{text}{:blank$}", "")
}

/// Makes the text exactly so many cells wide, with spaces before it.
pub fn pad_left(text: &str, cells: usize) -> String {
    let text = truncate(text, cells);
    let blank = cells.saturating_sub(width(&text));
    format!("{:blank$}{text}", "")
}

/// The longest head that fits into so many cells, and the rest.
fn split(text: &str, cells: usize) -> (&str, &str) {
    let mut used = 0;
    for (at, g) in text.grapheme_indices(true) {
        used += of_grapheme(g);
        if used > cells {
            return text.split_at(at);
        }
    }
    (text, "")
}

/// Breaks the text into lines of at most so many cells (never fewer than two, a Chinese character needs them).
///
/// English breaks at spaces, Chinese between characters; closing punctuation never starts a line and opening
/// punctuation never ends one. A word longer than a line is cut. Line feeds start a new line.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(2);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        wrap_paragraph(paragraph, cells, &mut lines);
    }
    lines
}

fn wrap_paragraph(paragraph: &str, cells: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    let mut used = 0;
    for piece in pieces(paragraph) {
        let wide = width(piece);
        if used + wide <= cells {
            line.push_str(piece);
            used += wide;
            continue;
        }
        if piece.trim().is_empty() {
            // Spaces at the end of a full line are not carried into the next.
            used = cells;
            continue;
        }
        if !line.trim().is_empty() {
            lines.push(line.trim_end().to_owned());
            line.clear();
        }
        line.clear();
        let mut rest = piece;
        while width(rest) > cells {
            let (head, tail) = split(rest, cells);
            if head.is_empty() {
                break;
            }
            lines.push(head.to_owned());
            rest = tail;
        }
        line.push_str(rest);
        used = width(rest);
    }
    lines.push(line.trim_end().to_owned());
}

/// Cuts a paragraph into pieces that are not broken inside: words, runs of spaces, Chinese characters with the
/// punctuation that clings to them.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<&str> = None;
    for (at, g) in text.grapheme_indices(true) {
        if before.is_some_and(|b| may_break(b, g)) {
            pieces.push(&text[start..at]);
            start = at;
        }
        before = Some(g);
    }
    if start < text.len() {
        pieces.push(&text[start..]);
    }
    pieces
}

/// Whether a line may be broken between two graphemes that stand side by side.
pub fn may_break(before: &str, after: &str) -> bool {
    let (space_before, space_after) = (before == " ", after == " ");
    if space_before || space_after {
        return space_before != space_after;
    }
    if clings_to_the_one_before(after) || clings_to_the_one_after(before) {
        return false;
    }
    before.width() == 2 || after.width() == 2
}

fn clings_to_the_one_before(g: &str) -> bool {
    matches!(
        g,
        "，" | "。"
            | "、"
            | "；"
            | "："
            | "？"
            | "！"
            | "）"
            | "】"
            | "》"
            | "〉"
            | "」"
            | "』"
            | "〕"
            | "”"
            | "’"
            | "…"
            | "—"
            | "％"
            | ","
            | "."
            | ";"
            | ":"
            | "?"
            | "!"
            | ")"
            | "]"
            | "}"
            | "%"
    )
}

fn clings_to_the_one_after(g: &str) -> bool {
    matches!(g, "（" | "【" | "《" | "〈" | "「" | "『" | "〔" | "“" | "‘" | "￥" | "(" | "[" | "{" | "$")
}
