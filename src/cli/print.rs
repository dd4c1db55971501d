//! What a command prints: tables for people, JSON for programs. Text from outside never reaches the terminal raw.

use super::failure::{Exit, Failure};
use crate::words::Words;
use crate::words::text::{one_line, pad, safe_lines, truncate, width};
use serde::Serialize;
use std::io::{ErrorKind, Write};

/// Prints one value as JSON: one line, so that lists of calls can be piped on.
pub(super) fn json(value: &impl Serialize, words: &Words) -> Result<(), Failure> {
    let text =
        serde_json::to_string(value).map_err(|_| Failure::new(Exit::Broken, words.get("cli-nonsense")))?;
    line(&text, words)
}

/// Prints text that is already safe, and a line end.
pub(super) fn line(text: &str, words: &Words) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        // Whoever reads has seen enough, as with `| head`.
        Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
        Err(e) => Err(Failure::file(words, "stdout".as_ref(), &e)),
        Ok(()) => Ok(()),
    }
}

/// Prints several lines of text from outside.
pub(super) fn lines(text: &str, words: &Words) -> Result<(), Failure> {
    line(&safe_lines(text), words)
}

/// A table: columns as wide as their cells, the last one cut to the terminal.
pub(super) fn table(heads: &[String], rows: &[Vec<String>], words: &Words) -> Result<(), Failure> {
    let safe: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|c| one_line(c).into_owned()).collect()).collect();
    let columns = heads.len();
    let widest = |i: usize| safe.iter().filter_map(|row| row.get(i)).map(|c| width(c)).max().unwrap_or(0);
    let widths: Vec<usize> = heads.iter().enumerate().map(|(i, h)| widest(i).max(width(h)).min(40)).collect();
    let room = terminal_columns();
    for row in std::iter::once(&heads.to_vec()).chain(safe.iter()) {
        let mut text = String::new();
        for (i, cell) in row.iter().enumerate() {
            let last = i + 1 == columns;
            let cells = widths.get(i).copied().unwrap_or(0);
            if last {
                let left = room.map_or(usize::MAX, |r| r.saturating_sub(width(&text)));
                text.push_str(&truncate(cell, left.max(10)));
            } else {
                text.push_str(&pad(&truncate(cell, cells), cells));
                text.push_str("  ");
            }
        }
        line(text.trim_end(), words)?;
    }
    Ok(())
}

/// How wide the terminal is; none in a pipe, where nothing is cut.
pub(super) fn terminal_columns() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(std::io::stdout()).ok()?;
    Some(usize::from(size.ws_col)).filter(|c| *c > 0)
}
