//! PURE. What the records of a CSV file mean: the head line names the fields, every other record is a report.

use super::cells::cells;
use super::complaint::{Complaint, Refused, Why};
use super::parse::{self, NARRATIVE, Name, Place, Rules, Texts};
use super::walk::Step;
use crate::domain::command::Incoming;

/// The sheet as far as it was read.
#[derive(Default)]
pub(super) struct Sheet {
    /// Which field each cell of a record is; none before the head line.
    head: Option<Vec<usize>>,
}

/// What a record was.
pub(super) enum Row {
    /// The head line.
    Head,
    /// A report, or one with something wrong.
    Report(Step),
    /// One behind which nothing can be understood.
    Unusable,
}

impl Sheet {
    /// Reads a record that begins in `line`.
    pub(super) fn row(&mut self, text: &str, line: u64, rules: &Rules, refused: &mut Refused) -> Row {
        let row = match cells(text) {
            Ok(row) => row,
            Err((cell, why)) => {
                refused.add(Complaint::at(line, cell, why));
                return if self.head.is_some() { Row::Report(Step::Complaint) } else { Row::Unusable };
            }
        };
        let place = &mut Place { refused, of: &mut |cell| (line, cell as u64 + 1) };
        match &self.head {
            Some(fields) => {
                let incoming = csv_report(row, fields, rules, place);
                Row::Report(incoming.map_or(Step::Complaint, |i| Step::Report(line, Box::new(i))))
            }
            None => {
                self.head = head_line(&row, place);
                if self.head.is_some() { Row::Head } else { Row::Unusable }
            }
        }
    }
}

/// Which field each cell of the head line names; none when it can't be used.
fn head_line(row: &[String], place: &mut Place<'_>) -> Option<Vec<usize>> {
    if let [only] = row
        && only.contains([';', '\t', '|'])
    {
        place.tell(0, Why::WrongSeparator);
        return None;
    }
    let mut fields = Vec::new();
    let mut usable = true;
    for (cell, name) in row.iter().enumerate() {
        let complaint = match Name::index(name.trim()) {
            Ok(index) if fields.contains(&index) => Why::DuplicateField { name: name.trim().to_owned() },
            Ok(index) => {
                fields.push(index);
                continue;
            }
            Err(why) => why,
        };
        place.tell(cell, complaint);
        usable = false;
    }
    if usable && !fields.contains(&NARRATIVE) {
        place.tell(0, Why::NoNarrative);
        usable = false;
    }
    usable.then_some(fields)
}

fn csv_report(row: Vec<String>, fields: &[usize], rules: &Rules, place: &mut Place<'_>) -> Option<Incoming> {
    if row.len() != fields.len() {
        place.tell(row.len().min(fields.len()), Why::CellCount { found: row.len(), wanted: fields.len() });
        return None;
    }
    let mut texts = Texts::default();
    for (cell, (text, field)) in row.into_iter().zip(fields).enumerate() {
        texts.give(*field, text, cell);
    }
    let narrative = fields.iter().position(|f| *f == NARRATIVE).unwrap_or(0);
    parse::report(texts, narrative, rules, place)
}
