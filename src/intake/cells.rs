//! PURE. Reads the cells of one CSV record, strictly by RFC 4180: a quote only where it can stand, so that nothing is
//! read as something else without a word.

use super::complaint::Why;

/// A record that can't be read: the cell, from 1, and why.
pub(super) type BadCell = (u64, Why);

/// The cells of a record, without its line end.
pub(super) fn cells(record: &str) -> Result<Vec<String>, BadCell> {
    let mut cells = Vec::new();
    let mut rest = record;
    loop {
        let number = cells.len() as u64 + 1;
        let (cell, after) = match rest.strip_prefix('"') {
            Some(quoted) => quoted_cell(quoted).map_err(|why| (number, why))?,
            None => {
                let end = rest.find(',').unwrap_or(rest.len());
                let (cell, after) = rest.split_at(end);
                if cell.contains('"') {
                    return Err((number, Why::StrayQuote));
                }
                (cell.to_owned(), after)
            }
        };
        cells.push(cell);
        match after.strip_prefix(',') {
            Some(next) => rest = next,
            None if after.is_empty() => return Ok(cells),
            None => return Err((number, Why::StrayQuote)),
        }
    }
}

/// A cell whose opening quote is behind us: its text, and what follows its closing quote.
fn quoted_cell(mut rest: &str) -> Result<(String, &str), Why> {
    let mut cell = String::new();
    loop {
        let Some(end) = rest.find('"') else { return Err(Why::OpenQuote) };
        let (part, after) = rest.split_at(end);
        cell.push_str(part);
        match after.strip_prefix("\"\"") {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None => return Ok((cell, after.strip_prefix('"').unwrap_or(after))),
        }
    }
}
