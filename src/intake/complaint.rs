//! What is wrong with a file of reports, and where. It holds no sentence; [`super::why`] speaks.

use crate::domain::never::NeverKept;
use crate::domain::refusal::Field;
use crate::domain::{Private, Refusal};

/// Why a file, or a place in it, is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is a folder, a device, a pipe or a socket.
    NotAFile,
    /// It is a symbolic link.
    Link,
    /// It has a second name somewhere.
    HardLink,
    /// It is larger than the intake takes.
    TooLarge {
        /// The most it may have, in megabytes.
        max_mb: u64,
    },
    /// It can't be read.
    Unreadable,
    /// It was changed while the desk read it.
    Changed {
        /// How many of its reports had been taken by then.
        taken: u64,
    },
    /// There is no report in it.
    Empty,
    /// It holds NUL bytes: no text.
    NotText,
    /// It is UTF-16.
    Utf16,
    /// It is UTF-8 that is broken here.
    BrokenUtf8,
    /// It is neither UTF-8 nor GB18030.
    UnknownEncoding,
    /// It begins neither like JSON nor like CSV with a head line.
    UnknownShape,
    /// The line is longer than the intake takes.
    LineTooLong {
        /// The most it may have, in kilobytes.
        max_kb: u64,
    },
    /// It is not JSON here.
    NotJson(JsonFault),
    /// It is nested deeper than anything in a report.
    TooDeep,
    /// An object was expected: one report.
    NotAnObject,
    /// There is no such field.
    UnknownField {
        /// The field.
        name: String,
        /// What was probably meant.
        meant: Option<&'static str>,
    },
    /// The desk never keeps such a field.
    NeverKept {
        /// The field.
        name: String,
        /// What it stands for.
        kind: NeverKept,
    },
    /// The field stands there twice.
    DuplicateField {
        /// The field.
        name: String,
    },
    /// The value must be text in quotes.
    NotQuoted {
        /// The field.
        field: &'static str,
    },
    /// The narrative is missing or empty.
    NoNarrative,
    /// The text is too long for the field.
    TooLong {
        /// The field.
        field: &'static str,
        /// The most it may have, in characters.
        max: u32,
    },
    /// There is no such source.
    UnknownSource {
        /// What was given.
        value: Private,
        /// What was probably meant.
        meant: Option<&'static str>,
    },
    /// It is no date and time.
    BadTime {
        /// What was given.
        value: Private,
    },
    /// It is later than the desk's clock.
    InFuture,
    /// A quote stands where it can't in CSV.
    StrayQuote,
    /// A quote is never closed.
    OpenQuote,
    /// The line has more or fewer cells than the head line.
    CellCount {
        /// How many it has.
        found: usize,
        /// How many the head line has.
        wanted: usize,
    },
    /// The cells are parted by something other than a comma.
    WrongSeparator,
    /// A rule of the desk said no.
    Rule(Box<Refusal>),
}

/// What is wrong with a piece of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonFault {
    /// It ends too early.
    End,
    /// Something else was expected.
    Expected(&'static str),
    /// An escape that JSON doesn't have, or half a surrogate pair.
    Escape,
    /// A control character in a text, such as a line break.
    Control,
    /// Something follows after the end.
    Trailing,
}

impl Why {
    /// The code of it, in the journal and in `intake-why-...` words.
    pub const fn code(&self) -> &'static str {
        match self {
            Why::NotAFile => "not-a-file",
            Why::Link => "link",
            Why::HardLink => "hard-link",
            Why::TooLarge { .. } => "too-large",
            Why::Unreadable => "unreadable",
            Why::Changed { .. } => "changed",
            Why::Empty => "empty",
            Why::NotText => "not-text",
            Why::Utf16 => "utf16",
            Why::BrokenUtf8 => "broken-utf8",
            Why::UnknownEncoding => "unknown-encoding",
            Why::UnknownShape => "unknown-shape",
            Why::LineTooLong { .. } => "line-too-long",
            Why::NotJson(fault) => fault.code(),
            Why::TooDeep => "too-deep",
            Why::NotAnObject => "not-an-object",
            Why::UnknownField { .. } => "unknown-field",
            Why::NeverKept { .. } => "never-kept",
            Why::DuplicateField { .. } => "duplicate-field",
            Why::NotQuoted { .. } => "not-quoted",
            Why::NoNarrative => "no-narrative",
            Why::TooLong { .. } => "too-long",
            Why::UnknownSource { .. } => "unknown-source",
            Why::BadTime { .. } => "bad-time",
            Why::InFuture => "in-future",
            Why::StrayQuote => "stray-quote",
            Why::OpenQuote => "open-quote",
            Why::CellCount { .. } => "cell-count",
            Why::WrongSeparator => "wrong-separator",
            Why::Rule(_) => "rule",
        }
    }
}

impl JsonFault {
    const fn code(self) -> &'static str {
        match self {
            JsonFault::End => "json-end",
            JsonFault::Expected(_) => "json-expected",
            JsonFault::Escape => "json-escape",
            JsonFault::Control => "json-control",
            JsonFault::Trailing => "json-trailing",
        }
    }
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The line, from 1; none when it is about the file as a whole.
    pub line: Option<u64>,
    /// The column, from 1: characters in JSON, cells in CSV.
    pub column: Option<u64>,
    /// What is wrong.
    pub why: Why,
}

impl Complaint {
    /// About the file as a whole.
    pub const fn whole(why: Why) -> Complaint {
        Complaint { line: None, column: None, why }
    }

    /// About a place.
    pub const fn at(line: u64, column: u64, why: Why) -> Complaint {
        Complaint { line: Some(line), column: Some(column), why }
    }
}

/// The most complaints kept about one file.
pub const COMPLAINTS_MAX: usize = 100;

/// Everything that is wrong with a file; at least one complaint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refused {
    /// The complaints, in the order of the file, at most [`COMPLAINTS_MAX`].
    pub complaints: Vec<Complaint>,
    /// Whether there were more.
    pub more: bool,
}

impl Refused {
    /// For one reason, about the whole file.
    pub fn whole(why: Why) -> Refused {
        Refused { complaints: vec![Complaint::whole(why)], more: false }
    }

    /// Because a rule of the desk refused the report in a line.
    pub fn by_rule(line: u64, refusal: Refusal) -> Refused {
        Refused { complaints: vec![Complaint::at(line, 1, Why::Rule(Box::new(refusal)))], more: false }
    }

    /// The code of the first complaint, for the journal.
    pub fn code(&self) -> &'static str {
        self.complaints.first().map_or(Why::Unreadable.code(), |c| c.why.code())
    }

    /// The line of the first complaint, for the journal.
    pub fn line(&self) -> Option<u64> {
        self.complaints.first().and_then(|c| c.line)
    }

    /// Adds a complaint, as long as there is room; says whether there is room for another.
    pub(super) fn add(&mut self, complaint: Complaint) -> bool {
        if self.complaints.len() < COMPLAINTS_MAX {
            self.complaints.push(complaint);
        } else {
            self.more = true;
        }
        !self.more
    }
}

/// The name of a field as report files spell it.
pub(super) const fn spelled(field: Field) -> &'static str {
    match field {
        Field::CallerName => "caller_name",
        Field::CallerPhone => "caller_phone",
        Field::OtherName => "other_name",
        Field::OtherPhone => "other_phone",
        Field::EventTime => "event_time",
        Field::SourceKey => "source_key",
        other => other.code(),
    }
}
