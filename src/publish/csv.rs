//! Writes a table as CSV (RFC 4180) that no spreadsheet takes for more than text.

use super::block::Table;
use crate::words::text::one_line;

/// Tells spreadsheets that the file is UTF-8; the intake drops it.
const MARK: char = '\u{feff}';

/// The table with its heads, lines ended by CR and LF.
pub(super) fn write(table: &Table) -> String {
    let mut out = String::from(MARK);
    for row in std::iter::once(&table.heads).chain(&table.rows) {
        let cells: Vec<String> = row.iter().map(|text| cell(text)).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

/// The signs that begin a formula; the wide forms count too, because some spreadsheets take them for the narrow ones.
const FORMULA: [char; 11] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// A cell in quotes where it needs them. One that a spreadsheet would read as a formula begins with an apostrophe.
fn cell(text: &str) -> String {
    let mut shown = one_line(text).into_owned();
    if text.starts_with(FORMULA) || shown.trim_start().starts_with(FORMULA) {
        shown.insert(0, '\'');
    }
    if shown.contains([',', '"', ';']) || shown != shown.trim() {
        format!("\"{}\"", shown.replace('"', "\"\""))
    } else {
        shown
    }
}
