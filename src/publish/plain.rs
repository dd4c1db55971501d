//! Writes a document as plain text, at most 80 columns wide, Chinese characters counted as two.

use super::block::{Block, Table};
use crate::words::Words;
use crate::words::text::{one_line, pad, safe_lines, truncate, width, wrap};

/// The widest line, in cells.
const COLUMNS: usize = 80;
/// The widest label; what stands behind a longer one begins further right on its first line only.
const LABEL_MAX: usize = 20;

/// The document, each line ended by a line feed.
pub(super) fn write(blocks: &[Block], words: &Words) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut headed = false;
    for block in blocks {
        match block {
            Block::Banner(text) => {
                part(&mut lines);
                lines.extend(wrap(&format!("*** {} ***", one_line(text)), COLUMNS));
            }
            Block::Title(text) => underlined(&mut lines, text, '='),
            Block::Heading(text) => underlined(&mut lines, text, '-'),
            Block::Item(text) => {
                part(&mut lines);
                lines.extend(wrap(&one_line(text), COLUMNS));
            }
            Block::Fields(fields) => field_lines(&mut lines, fields, words),
            Block::Paragraph(text) => {
                if !headed {
                    part(&mut lines);
                }
                lines.extend(wrap(&safe_lines(text), COLUMNS));
            }
            Block::Table(table) => table_lines(&mut lines, table),
        }
        headed = matches!(block, Block::Title(_) | Block::Heading(_) | Block::Item(_));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// An empty line before what follows, unless there is one.
fn part(lines: &mut Vec<String>) {
    if lines.last().is_some_and(|last| !last.is_empty()) {
        lines.push(String::new());
    }
}

fn underlined(lines: &mut Vec<String>, text: &str, with: char) {
    part(lines);
    let text = one_line(text);
    let wrapped = wrap(&text, COLUMNS);
    let widest = wrapped.iter().map(|line| width(line)).max().unwrap_or(0);
    lines.extend(wrapped);
    lines.push(with.to_string().repeat(widest));
    if with == '=' {
        lines.push(String::new());
    }
}

fn field_lines(lines: &mut Vec<String>, fields: &[(String, String)], words: &Words) {
    let label = |text: &str| words.with("doc-label", &[("label", &one_line(text))]);
    let labels: Vec<String> = fields.iter().map(|(text, _)| label(text)).collect();
    let column = labels.iter().map(|text| width(text)).max().unwrap_or(0).min(LABEL_MAX) + 1;
    for (label, (_, value)) in labels.iter().zip(fields) {
        let mut first = true;
        for line in wrap(&safe_lines(value), COLUMNS - column) {
            let before = if first { pad(label, column) } else { " ".repeat(column) };
            lines.push(format!("{before}{line}").trim_end().to_owned());
            first = false;
        }
    }
}

/// The short columns stand under their heads; the last of them is indented below, where it may take the whole line.
fn table_lines(lines: &mut Vec<String>, table: &Table) {
    let Some((long, short)) = table.short.split_last() else { return };
    let cell = |row: &[String], column: usize| {
        row.get(column).map(|text| one_line(text).into_owned()).unwrap_or_default()
    };
    let every = || std::iter::once(&table.heads).chain(&table.rows);
    let widest = |column: usize| every().map(|row| width(&cell(row, column))).max().unwrap_or(0);
    let widths: Vec<usize> = short.iter().map(|column| widest(*column)).collect();
    part(lines);
    for row in every() {
        let cells: Vec<String> =
            short.iter().zip(&widths).map(|(column, cells)| pad(&cell(row, *column), *cells)).collect();
        let line = cells.join("  ");
        lines.push(truncate(line.trim_end(), COLUMNS).into_owned());
        let below = cell(row, *long);
        let wrapped = if below.is_empty() { Vec::new() } else { wrap(&below, COLUMNS - 4) };
        lines.extend(wrapped.iter().map(|line| format!("    {line}")));
    }
}
