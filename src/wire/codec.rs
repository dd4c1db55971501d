//! Messages as lines: cutting a stream of bytes into lines of bounded length, and lines into messages and back.
//!
//! It reads nothing itself, so that both the desk and the clients use it. What is wrong with a line is told by its
//! place, never by quoting it: it may hold anything.

use super::message::LINE_MAX;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What a buffer may keep when it is empty, in bytes.
const KEPT_EMPTY: usize = 16 * 1024;

/// A line is longer than either side takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a message of more than {max} bytes")]
pub struct TooLong {
    /// The most it may have, in bytes, its line end not counted.
    pub max: usize,
}

/// A line is no message.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// The line is no JSON.
    #[error("not JSON, at byte {at}")]
    NotJson {
        /// Where, from 1.
        at: usize,
    },
    /// The line ends within a value.
    #[error("cut off in the middle")]
    Cut,
    /// The line is JSON, but no message.
    #[error("not a message that is known here, at byte {at}")]
    NoMessage {
        /// Where, from 1.
        at: usize,
    },
}

/// Cuts incoming bytes into lines.
///
/// ```
/// use dutydesk::wire::codec::Lines;
/// let mut lines = Lines::default();
/// lines.feed(b"\"one\"\n\"tw");
/// assert_eq!(lines.next_line(), Ok(Some(&b"\"one\""[..])));
/// assert_eq!(lines.next_line(), Ok(None));
/// lines.feed(b"o\"\n");
/// assert_eq!(lines.next_line(), Ok(Some(&b"\"two\""[..])));
/// ```
pub struct Lines {
    held: Vec<u8>,
    /// Where the next line starts.
    start: usize,
    /// Up to where no line end was found.
    searched: usize,
    max: usize,
}

impl Default for Lines {
    fn default() -> Lines {
        Lines::with_max(LINE_MAX)
    }
}

impl Lines {
    /// Lines of at most `max` bytes.
    pub fn with_max(max: usize) -> Lines {
        Lines { held: Vec::new(), start: 0, searched: 0, max }
    }

    /// The place for more bytes to be appended to; whoever reads from a stream reads a bounded piece at a time.
    pub fn room(&mut self) -> &mut Vec<u8> {
        if self.start > 0 {
            self.held.drain(..self.start);
            self.searched -= self.start;
            self.start = 0;
            if self.held.is_empty() {
                self.held.shrink_to(KEPT_EMPTY);
            }
        }
        &mut self.held
    }

    /// Appends bytes.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.room().extend_from_slice(bytes);
    }

    /// The next whole line without its end; none when more bytes are needed.
    ///
    /// # Errors
    /// [`TooLong`] as soon as the line can't end in time. Nothing after it can be read.
    pub fn next_line(&mut self) -> Result<Option<&[u8]>, TooLong> {
        let fresh = self.held.get(self.searched..).unwrap_or_default();
        let end = fresh.iter().position(|b| *b == b'\n').map(|at| self.searched + at);
        let long = end.unwrap_or(self.held.len()) - self.start > self.max;
        if long {
            return Err(TooLong { max: self.max });
        }
        let Some(end) = end else {
            self.searched = self.held.len();
            return Ok(None);
        };
        let line = self.start..end;
        (self.start, self.searched) = (end + 1, end + 1);
        Ok(self.held.get(line))
    }

    /// Whether bytes of an unfinished line are held.
    pub fn is_mid_line(&self) -> bool {
        self.start < self.held.len()
    }
}

/// The message in a line. How deep it nests is bounded.
///
/// # Errors
/// [`Malformed`], which doesn't quote the line.
pub fn decode<T: DeserializeOwned>(line: &[u8]) -> Result<T, Malformed> {
    serde_json::from_slice(line).map_err(|e| {
        let at = e.column();
        match e.classify() {
            serde_json::error::Category::Data => Malformed::NoMessage { at },
            serde_json::error::Category::Eof => Malformed::Cut,
            serde_json::error::Category::Syntax | serde_json::error::Category::Io => {
                Malformed::NotJson { at }
            }
        }
    })
}

/// A message as a line, with its end.
///
/// # Errors
/// [`TooLong`] when the other side would not take it.
pub fn encode<T: Serialize>(message: &T) -> Result<Vec<u8>, TooLong> {
    // The messages are plain data with text keys, which JSON can always hold.
    let mut line = serde_json::to_vec(message).map_err(|_| TooLong { max: LINE_MAX })?;
    if line.len() > LINE_MAX {
        return Err(TooLong { max: LINE_MAX });
    }
    line.push(b'\n');
    Ok(line)
}
