//! One file of reports: examined as a whole first, taken in batches then. A file with anything wrong in it is refused as a
//! whole, so that nothing is half-applied.

use super::complaint::{Complaint, Refused, Why};
use super::parse::Rules;
use super::record::{Cut, Records};
use super::walk::{Shape, Step, Walk};
use super::{cells, json};
use crate::config::{BadText, Encoding, survey};
use crate::domain::command::Incoming;
use std::io::{self, BufReader, Read, Seek, SeekFrom};

/// The largest file that is read, in bytes.
pub const FILE_MAX: u64 = 64 * 1024 * 1024;

/// One report of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The line it begins in.
    pub line: u64,
    /// Names the report among all reports of all files: the same again when the same file is read again. It is the key
    /// of the order that puts the report in, so that reading a file twice changes nothing.
    pub key: String,
    /// The report.
    pub incoming: Incoming,
}

/// What a look at the whole file found.
pub(super) struct Examined {
    pub(super) encoding: Encoding,
    pub(super) shape: Shape,
    pub(super) digest: [u8; 32],
    /// How many reports it holds.
    pub(super) total: u64,
}

/// Reads the whole file, keeping nothing of it; `each` sees every report that is right.
pub(super) fn examine(
    file: &mut (impl Read + Seek),
    name: &str,
    rules: &Rules,
    each: &mut dyn FnMut(u64, Incoming),
) -> io::Result<Result<Examined, Refused>> {
    if file.seek(SeekFrom::End(0))? > FILE_MAX {
        return Ok(Err(Refused::whole(Why::TooLarge { max_mb: FILE_MAX / (1024 * 1024) })));
    }
    let survey = match survey(file)? {
        Ok(survey) => survey,
        Err(bad) => return Ok(Err(Refused { complaints: vec![bad_text(bad)], more: false })),
    };
    let shape = match shape(file, name, survey.encoding)? {
        Ok(shape) => shape,
        Err(why) => return Ok(Err(Refused::whole(why))),
    };
    let mut walk = match Walk::begin(file, shape, survey.encoding)? {
        Ok(walk) => walk,
        Err(why) => return Ok(Err(Refused::whole(why))),
    };
    let mut refused = Refused::default();
    let mut total = 0;
    loop {
        match walk.step(rules, &mut refused)? {
            Step::Report(line, incoming) => {
                total += 1;
                each(line, *incoming);
            }
            Step::Complaint if refused.more => break,
            Step::Complaint => {}
            Step::End => break,
        }
    }
    if total == 0 && refused.complaints.is_empty() {
        refused.add(Complaint::whole(Why::Empty));
    }
    refused.complaints.sort_by_key(|c| (c.line, c.column));
    if refused.complaints.is_empty() {
        Ok(Ok(Examined { encoding: survey.encoding, shape, digest: survey.digest, total }))
    } else {
        Ok(Err(refused))
    }
}

fn bad_text(bad: BadText) -> Complaint {
    match bad {
        BadText::Utf16 => Complaint::whole(Why::Utf16),
        BadText::Nul => Complaint::whole(Why::NotText),
        BadText::BrokenUtf8(line, column) => Complaint::at(line, column, Why::BrokenUtf8),
        BadText::Unknown(line, column) => Complaint::at(line, column, Why::UnknownEncoding),
    }
}

/// Finds out how a file lays out its reports: by its first line that isn't blank, and by its name where that leaves it open.
fn shape(file: &mut (impl Read + Seek), name: &str, encoding: Encoding) -> io::Result<Result<Shape, Why>> {
    file.seek(SeekFrom::Start(0))?;
    let name = name.to_ascii_lowercase();
    let mut records = Records::new(BufReader::new(file));
    loop {
        let cut = records.line()?;
        if cut == Cut::End {
            return Ok(Err(Why::Empty));
        }
        let too_long = cut == Cut::TooLong;
        let text = encoding.text(&records.bytes).unwrap_or_default();
        let text = text.trim_start_matches('\u{FEFF}').trim();
        if text.is_empty() && !too_long {
            continue;
        }
        let is_lines = name.ends_with(".jsonl") || name.ends_with(".ndjson");
        return Ok(match text.as_bytes().first() {
            _ if name.ends_with(".csv") => Ok(Shape::Csv),
            Some(b'[') => Ok(Shape::Document),
            Some(b'{') if too_long || is_lines || is_object(text) => Ok(Shape::Lines),
            Some(b'{') => Ok(Shape::Document),
            _ if is_lines => Ok(Shape::Lines),
            _ if name.ends_with(".json") => Ok(Shape::Document),
            _ if is_head_line(text) => Ok(Shape::Csv),
            _ => Err(Why::UnknownShape),
        });
    }
}

fn is_object(text: &str) -> bool {
    let mut reader = json::Reader::new(text, 0);
    reader.object(&mut |_| {}).is_ok() && reader.end().is_ok()
}

fn is_head_line(text: &str) -> bool {
    text.contains("narrative") && cells::cells(text).is_ok()
}
