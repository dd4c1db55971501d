//! Walks over the reports of one file, whatever its shape: a JSON document, JSON Lines, or CSV with a head line.
//!
//! It holds one record at a time, or a JSON document of bounded size; the same walk checks a file and takes it.

use super::complaint::{Complaint, Refused, Why};
use super::document::Document;
use super::parse::{self, Place, Rules};
use super::record::{Cut, RECORD_MAX, Records};
use super::sheet::{Row, Sheet};
use super::{cells, json};
use crate::config::{BOM, Encoding};
use crate::domain::command::Incoming;
use std::io::{self, BufReader, Read, Seek, SeekFrom};

/// The largest JSON document that is read: one that is a single object or an array, in bytes.
pub const DOCUMENT_MAX: u64 = 8 * 1024 * 1024;

/// How a file lays out its reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One JSON object or array.
    Document,
    /// One JSON object a line.
    Lines,
    /// CSV with a head line.
    Csv,
}

impl Shape {
    /// What it is called.
    pub const fn code(self) -> &'static str {
        match self {
            Shape::Document => "JSON",
            Shape::Lines => "JSON Lines",
            Shape::Csv => "CSV",
        }
    }
}

/// What a step of the walk came upon.
pub(super) enum Step {
    /// A report and the line it begins in.
    Report(u64, Box<Incoming>),
    /// Something to complain about, already told.
    Complaint,
    /// The end of what can be read.
    End,
}

enum Layout {
    Document(Document),
    Lines,
    Csv(Sheet),
    Ended,
}

/// The walk over one file.
pub(super) struct Walk<R> {
    records: Records<BufReader<R>>,
    encoding: Encoding,
    layout: Layout,
}

impl<R: Read + Seek> Walk<R> {
    /// Begins at the front of the file. The error is a file that no walk can be begun on.
    pub(super) fn begin(mut file: R, shape: Shape, encoding: Encoding) -> io::Result<Result<Walk<R>, Why>> {
        file.seek(SeekFrom::Start(0))?;
        let mut from = BufReader::with_capacity(64 * 1024, file);
        skip_mark(&mut from)?;
        let layout = match shape {
            Shape::Lines => Layout::Lines,
            Shape::Csv => Layout::Csv(Sheet::default()),
            Shape::Document => {
                let mut bytes = Vec::new();
                from.by_ref().take(DOCUMENT_MAX + 1).read_to_end(&mut bytes)?;
                if bytes.len() as u64 > DOCUMENT_MAX {
                    return Ok(Err(Why::TooLarge { max_mb: DOCUMENT_MAX / (1024 * 1024) }));
                }
                let Some(text) = encoding.text(&bytes).map(std::borrow::Cow::into_owned) else {
                    return Ok(Err(Why::Changed { taken: 0 }));
                };
                Layout::Document(Document::new(text))
            }
        };
        Ok(Ok(Walk { records: Records::new(from), encoding, layout }))
    }

    /// The file below.
    pub(super) fn file(&self) -> &R {
        self.records.inner().get_ref()
    }

    /// The next report. What is wrong goes into `refused`.
    pub(super) fn step(&mut self, rules: &Rules, refused: &mut Refused) -> io::Result<Step> {
        let mut layout = std::mem::replace(&mut self.layout, Layout::Ended);
        let step = match &mut layout {
            Layout::Document(document) => document.step(rules, refused),
            Layout::Lines => self.json_line(rules, refused)?,
            Layout::Csv(sheet) => match self.csv_record(sheet, rules, refused)? {
                Some(step) => step,
                None => {
                    layout = Layout::Ended;
                    Step::Complaint
                }
            },
            Layout::Ended => Step::End,
        };
        self.layout = layout;
        Ok(step)
    }

    fn json_line(&mut self, rules: &Rules, refused: &mut Refused) -> io::Result<Step> {
        loop {
            let cut = self.records.line()?;
            let line = self.records.line;
            if let Some(why) = cut_complaint(cut) {
                refused.add(Complaint::at(line, 1, why));
                return Ok(Step::Complaint);
            }
            if cut == Cut::End {
                return Ok(Step::End);
            }
            let Some(text) = self.encoding.text(&self.records.bytes) else {
                refused.add(Complaint::whole(Why::Changed { taken: 0 }));
                return Ok(Step::Complaint);
            };
            if text.trim().is_empty() {
                continue;
            }
            let mut column = |at: usize| (line, column(&text, at));
            let place = &mut Place { refused, of: &mut column };
            let reader = &mut json::Reader::new(&text, 0);
            let incoming = if reader.peek() == Some(b'{') {
                let (incoming, goes_on) = parse::object(reader, rules, place);
                incoming.filter(|_| goes_on && parse::end(reader, place))
            } else {
                parse::not_an_object(reader, place);
                None
            };
            return Ok(incoming.map_or(Step::Complaint, |i| Step::Report(line, Box::new(i))));
        }
    }

    /// The next record; none when the file can't be read on.
    fn csv_record(
        &mut self,
        sheet: &mut Sheet,
        rules: &Rules,
        refused: &mut Refused,
    ) -> io::Result<Option<Step>> {
        loop {
            let cut = self.records.csv()?;
            let line = self.records.line;
            let text = self.encoding.text(&self.records.bytes);
            if let Some(why) = cut_complaint(cut) {
                // A quote in a cell that has none around it opens nothing: that is the place to look at.
                let (cell, why) = match (cut, text.map(|text| cells::cells(&text))) {
                    (Cut::OpenQuote, Some(Err(bad))) => bad,
                    _ => (1, why),
                };
                refused.add(Complaint::at(line, cell, why));
                return Ok(None);
            }
            let Some(text) = text else {
                refused.add(Complaint::whole(Why::Changed { taken: 0 }));
                return Ok(None);
            };
            if cut == Cut::End {
                return Ok(Some(Step::End));
            }
            if text.trim().is_empty() {
                continue;
            }
            match sheet.row(&text, line, rules, refused) {
                Row::Head => {}
                Row::Report(step) => return Ok(Some(step)),
                Row::Unusable => return Ok(None),
            }
        }
    }
}

fn skip_mark<R: Read>(from: &mut BufReader<R>) -> io::Result<()> {
    use std::io::BufRead;
    if from.fill_buf()?.starts_with(BOM) {
        from.consume(BOM.len());
    }
    Ok(())
}

fn cut_complaint(cut: Cut) -> Option<Why> {
    match cut {
        Cut::TooLong => Some(Why::LineTooLong { max_kb: RECORD_MAX as u64 / 1024 }),
        Cut::OpenQuote => Some(Why::OpenQuote),
        Cut::Whole | Cut::End => None,
    }
}

/// What stands before a byte, or before the character that it belongs to.
pub(super) fn up_to(text: &str, at: usize) -> &str {
    (0..=at.min(text.len())).rev().find_map(|at| text.get(..at)).unwrap_or_default()
}

fn column(text: &str, at: usize) -> u64 {
    up_to(text, at).chars().count() as u64 + 1
}
