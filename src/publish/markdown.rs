//! Writes a document as Markdown. What was told by anyone is shown as it is and is never markup.

use super::block::{Block, Table};
use crate::words::Words;
use crate::words::text::{one_line, safe_lines};

/// The document, each block apart from the next by an empty line.
pub(super) fn write(blocks: &[Block], words: &Words) -> String {
    let parts: Vec<String> =
        blocks.iter().map(|block| part(block, words)).filter(|p| !p.is_empty()).collect();
    parts.join("\n\n") + "\n"
}

fn part(block: &Block, words: &Words) -> String {
    match block {
        Block::Banner(text) => format!("> **{}**", line(text)),
        Block::Title(text) => format!("# {}", line(text)),
        Block::Heading(text) => format!("## {}", line(text)),
        Block::Item(text) => format!("### {}", line(text)),
        Block::Fields(fields) => {
            let label = |text: &str| words.with("doc-label", &[("label", &line(text))]);
            let rows =
                fields.iter().map(|(name, value)| format!("- **{}** {}", label(name), broken(value, "  ")));
            rows.collect::<Vec<_>>().join("\n")
        }
        Block::Paragraph(text) => broken(text, ""),
        Block::Table(table) => rows(table),
    }
}

fn rows(table: &Table) -> String {
    let row = |cells: &Vec<String>| {
        let cells: Vec<String> = cells.iter().map(|cell| line(cell)).collect();
        format!("| {} |", cells.join(" | "))
    };
    let under = format!("|{}", " --- |".repeat(table.heads.len()));
    let body = table.rows.iter().map(row);
    [row(&table.heads), under].into_iter().chain(body).collect::<Vec<_>>().join("\n")
}

/// A text in one line.
fn line(text: &str) -> String {
    escaped(&one_line(text))
}

/// A text whose line breaks stay: each but the last line ends in a backslash, which is Markdown's hard break.
fn broken(text: &str, indent: &str) -> String {
    let text = safe_lines(text);
    let lines: Vec<String> = text.lines().map(str::trim).filter(|l| !l.is_empty()).map(escaped).collect();
    lines.join(&format!("\\\n{indent}"))
}

/// Every character that could be markup, wherever it stands, behind a backslash.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        let (before, after) = text.split_at(at);
        if is_markup(c) || begins_block(before, c) || begins_link(before, after) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn is_markup(c: char) -> bool {
    matches!(
        c,
        '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '!' | '~' | '&' | '$' | '@'
    )
}

/// A list, a numbered list or an underline would begin with this character here.
fn begins_block(before: &str, c: char) -> bool {
    let number = !before.is_empty() && before.bytes().all(|b| b.is_ascii_digit());
    (before.is_empty() && matches!(c, '-' | '+' | '=')) || (number && matches!(c, '.' | ')'))
}

/// Some readers make links of bare addresses.
fn begins_link(before: &str, after: &str) -> bool {
    let www = before.len().checked_sub(3).and_then(|at| before.get(at..));
    after.starts_with("://") || (after.starts_with('.') && www.is_some_and(|w| w.eq_ignore_ascii_case("www")))
}
