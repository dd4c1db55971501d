//! Walks over the reports of one file, whatever its shape: a JSON document, JSON Lines, or CSV with a head line.
//!
//! It holds one record at a time, or a JSON document of bounded size; the same walk checks a file and takes it.

use super::complaint::{Complaint, Refused, Why};
use super::parse::{self, NARRATIVE, Name, Place, Rules, Texts};
use super::record::{Cut, RECORD_MAX, Records};
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
    Document { text: String, at: usize, lines: Lines, inside: Inside },
    Lines,
    Csv { head: Option<Vec<usize>> },
    Ended,
}

/// Where the walk is in a document.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Nothing,
    List,
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
            Shape::Csv => Layout::Csv { head: None },
            Shape::Document => {
                let mut bytes = Vec::new();
                from.by_ref().take(DOCUMENT_MAX + 1).read_to_end(&mut bytes)?;
                if bytes.len() as u64 > DOCUMENT_MAX {
                    return Ok(Err(Why::TooLarge { max_mb: DOCUMENT_MAX / (1024 * 1024) }));
                }
                let Some(text) = encoding.text(&bytes).map(std::borrow::Cow::into_owned) else {
                    return Ok(Err(Why::Changed { taken: 0 }));
                };
                Layout::Document { text, at: 0, lines: Lines::default(), inside: Inside::Nothing }
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
            Layout::Document { text, at, lines, inside } => {
                let (step, open) = element(text, at, lines, inside, rules, refused);
                if !open {
                    layout = Layout::Ended;
                }
                step
            }
            Layout::Lines => self.json_line(rules, refused)?,
            Layout::Csv { head } => match self.csv_record(head, rules, refused)? {
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
        head: &mut Option<Vec<usize>>,
        rules: &Rules,
        refused: &mut Refused,
    ) -> io::Result<Option<Step>> {
        loop {
            let cut = self.records.csv()?;
            let line = self.records.line;
            if let Some(why) = cut_complaint(cut) {
                // A quote in a cell that has none around it opens nothing: that is the place to look at.
                let text = self.encoding.text(&self.records.bytes).unwrap_or_default();
                let (cell, why) = match (cut, cells::cells(&text)) {
                    (Cut::OpenQuote, Err(bad)) => bad,
                    _ => (1, why),
                };
                refused.add(Complaint::at(line, cell, why));
                return Ok(None);
            }
            if cut == Cut::End {
                return Ok(Some(Step::End));
            }
            let Some(text) = self.encoding.text(&self.records.bytes) else {
                refused.add(Complaint::whole(Why::Changed { taken: 0 }));
                return Ok(None);
            };
            if text.trim().is_empty() {
                continue;
            }
            let row = match cells::cells(&text) {
                Ok(row) => row,
                Err((cell, why)) => {
                    refused.add(Complaint::at(line, cell, why));
                    return Ok(head.is_some().then_some(Step::Complaint));
                }
            };
            let mut place = Place { refused, of: &mut |cell| (line, cell as u64 + 1) };
            let Some(fields) = head.as_deref() else {
                match head_line(&row, &mut place) {
                    Some(fields) => *head = Some(fields),
                    None => return Ok(None),
                }
                continue;
            };
            let incoming = csv_report(row, fields, rules, &mut place);
            return Ok(Some(incoming.map_or(Step::Complaint, |i| Step::Report(line, Box::new(i)))));
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
fn up_to(text: &str, at: usize) -> &str {
    (0..=at.min(text.len())).rev().find_map(|at| text.get(..at)).unwrap_or_default()
}

fn column(text: &str, at: usize) -> u64 {
    up_to(text, at).chars().count() as u64 + 1
}

/// Lines and columns of a document, counted on from the last place asked for.
#[derive(Default)]
struct Lines {
    at: usize,
    line: u64,
    start: usize,
}

impl Lines {
    fn place(&mut self, text: &str, at: usize) -> (u64, u64) {
        if at < self.at {
            *self = Lines::default();
        }
        let at = up_to(text, at).len();
        for (found, _) in text.get(self.at..at).unwrap_or_default().match_indices('\n') {
            self.line += 1;
            self.start = self.at + found + 1;
        }
        self.at = at;
        let before = text.get(self.start..at).unwrap_or_default();
        (self.line + 1, before.chars().count() as u64 + 1)
    }
}

/// The next element of a document, and whether there is more to read behind it.
fn element(
    text: &str,
    at: &mut usize,
    lines: &mut Lines,
    inside: &mut Inside,
    rules: &Rules,
    refused: &mut Refused,
) -> (Step, bool) {
    let mut reader = json::Reader::new(text, *at);
    let first = *inside == Inside::Nothing;
    if reader.peek().is_none() && first {
        return (Step::End, false);
    }
    if first && reader.eat(b'[') {
        *inside = Inside::List;
        if reader.peek() == Some(b']') {
            reader.eat(b']');
            let mut of = |at| lines.place(text, at);
            let ended = parse::end(&mut reader, &mut Place { refused, of: &mut of });
            return (if ended { Step::End } else { Step::Complaint }, false);
        }
    }
    reader.skip_blanks();
    let (line, _) = lines.place(text, reader.at());
    let mut of = |at| lines.place(text, at);
    let place = &mut Place { refused, of: &mut of };
    let (incoming, readable) = if reader.peek() == Some(b'{') {
        parse::object(&mut reader, rules, place)
    } else {
        (None, parse::not_an_object(&mut reader, place))
    };
    let (more, whole) = if !readable {
        (false, false)
    } else if *inside == Inside::List {
        match parse::another(&mut reader, place) {
            Some(true) => (true, true),
            Some(false) => (false, parse::end(&mut reader, place)),
            None => (false, false),
        }
    } else {
        (false, parse::end(&mut reader, place))
    };
    *at = reader.at();
    let step = incoming.filter(|_| whole).map_or(Step::Complaint, |i| Step::Report(line, Box::new(i)));
    (step, more)
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
