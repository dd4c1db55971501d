//! Cuts a stream into lines and CSV records of a bounded length, one buffer at a time. It never holds more of a file than
//! one record.

use std::io::{self, BufRead};

/// The longest line or CSV record that is read, in bytes.
pub(super) const RECORD_MAX: usize = 1024 * 1024;

/// What a read gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// The buffer holds a record, without its line end.
    Whole,
    /// It is longer than [`RECORD_MAX`]; the rest of its line was stepped over.
    TooLong,
    /// A quote was still open at the end or at [`RECORD_MAX`].
    OpenQuote,
    /// The file is at its end.
    End,
}

/// Reads records one after the other.
pub(super) struct Records<R> {
    from: R,
    /// The line that the record in the buffer began in, from 1.
    pub(super) line: u64,
    next_line: u64,
    pub(super) bytes: Vec<u8>,
}

impl<R: BufRead> Records<R> {
    pub(super) fn new(from: R) -> Records<R> {
        Records { from, line: 0, next_line: 1, bytes: Vec::new() }
    }

    /// The reader below.
    pub(super) fn inner(&self) -> &R {
        &self.from
    }

    /// The next line.
    pub(super) fn line(&mut self) -> io::Result<Cut> {
        self.record(false)
    }

    /// The next CSV record: lines are joined while a quote is open.
    pub(super) fn csv(&mut self) -> io::Result<Cut> {
        self.record(true)
    }

    fn record(&mut self, quotes: bool) -> io::Result<Cut> {
        self.bytes.clear();
        self.line = self.next_line;
        let mut open = false;
        loop {
            let from = self.bytes.len();
            let (ended, fits) = self.physical_line()?;
            if !fits {
                return Ok(if open { Cut::OpenQuote } else { Cut::TooLong });
            }
            let added = self.bytes.get(from..).unwrap_or_default();
            if added.is_empty() && !ended {
                return Ok(if open {
                    Cut::OpenQuote
                } else if from == 0 {
                    Cut::End
                } else {
                    Cut::Whole
                });
            }
            open ^= quotes && added.iter().filter(|b| **b == b'"').count() % 2 == 1;
            if !open {
                self.trim_end();
                return Ok(Cut::Whole);
            }
        }
    }

    /// Appends one line with its line end: whether there was a line end, and whether it fitted.
    fn physical_line(&mut self) -> io::Result<(bool, bool)> {
        let mut fits = true;
        loop {
            let chunk = match self.from.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if chunk.is_empty() {
                return Ok((false, fits));
            }
            let end = chunk.iter().position(|b| *b == b'\n');
            let length = end.map_or(chunk.len(), |at| at + 1);
            fits = fits && self.bytes.len() + length <= RECORD_MAX;
            if fits {
                self.bytes.extend_from_slice(chunk.get(..length).unwrap_or_default());
            }
            self.from.consume(length);
            if end.is_some() {
                self.next_line += 1;
                return Ok((true, fits));
            }
        }
    }

    fn trim_end(&mut self) {
        while matches!(self.bytes.last(), Some(b'\n' | b'\r')) {
            self.bytes.pop();
        }
    }
}
