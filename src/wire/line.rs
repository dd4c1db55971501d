//! A console's line to the desk: the asynchronous client, in two halves. Whom the session acts for and what is asked is
//! the console's business; this only moves messages.

use super::codec::{Lines, Malformed, TooLong, decode, encode};
use super::connect::{Hello, Welcome, WireError, check_peer, not_connected, socket_of};
use super::message::{ToClient, ToDesk};
use crate::config::Paths;
use serde::de::DeserializeOwned;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::net::UnixStream;
use tokio::net::unix::{OwnedReadHalf, OwnedWriteHalf};

/// How long the desk may take to say welcome.
const WELCOME_WITHIN: Duration = Duration::from_secs(10);
/// How much there is room for at a time, in bytes.
const PIECE: usize = 8 * 1024;

/// The line of a console.
pub struct Line {
    /// What the desk said at the door.
    pub welcome: Welcome,
    /// Messages from the desk.
    pub reader: LineReader,
    /// Messages to the desk.
    pub writer: LineWriter,
}

impl Line {
    /// Connects to the desk of a folder and says hello.
    ///
    /// # Errors
    /// [`WireError::NoDesk`] when none runs, [`WireError::Ended`] when it refuses the session.
    pub async fn connect(paths: &Paths, hello: &Hello) -> Result<Line, WireError> {
        let stream = UnixStream::connect(socket_of(paths)).await.map_err(|e| not_connected(&e))?;
        check_peer(&stream, paths)?;
        let (reader, writer) = stream.into_split();
        let mut reader = LineReader { from: Incoming::new(reader) };
        let mut writer = LineWriter { to: writer };
        // A desk that ends the session at once may be faster than the hello; its reason is worth more than the error.
        let sent = writer.send(&hello.message()).await;
        let first = tokio::time::timeout(WELCOME_WITHIN, reader.next()).await;
        match first.map_err(|_| WireError::TimedOut)? {
            Ok(Some(ToClient::Welcome { session, who, now })) => {
                Ok(Line { welcome: Welcome { session, who, now }, reader, writer })
            }
            Ok(Some(ToClient::Ended(why))) => Err(WireError::Ended(why)),
            Ok(Some(_)) => Err(WireError::Nonsense),
            Ok(None) => Err(sent.err().unwrap_or(WireError::Io(std::io::ErrorKind::UnexpectedEof))),
            Err(error) => Err(error),
        }
    }
}

/// The half that messages come in by.
pub struct LineReader {
    from: Incoming<OwnedReadHalf>,
}

impl LineReader {
    /// The next message; none when the desk closed the line. It may be dropped while waiting: nothing is lost.
    ///
    /// # Errors
    /// When the line broke or the desk sent no message.
    pub async fn next(&mut self) -> Result<Option<ToClient>, WireError> {
        self.from.next().await.map_err(|e| match e {
            ReadError::Io(kind) => WireError::Io(kind),
            ReadError::TooLong(_) | ReadError::Malformed(_) => WireError::Nonsense,
        })
    }
}

/// The half that messages go out by.
pub struct LineWriter {
    to: OwnedWriteHalf,
}

impl LineWriter {
    /// Sends a message.
    ///
    /// # Errors
    /// When the line broke, or the message is too long to be taken.
    pub async fn send(&mut self, message: &ToDesk) -> Result<(), WireError> {
        let line = encode(message).map_err(|_| WireError::TooLong)?;
        self.to.write_all(&line).await.map_err(|e| WireError::Io(e.kind()))
    }
}

/// Why no message could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// A line is longer than it may be.
    TooLong(TooLong),
    /// A line is no message.
    Malformed(Malformed),
    /// The line broke.
    Io(std::io::ErrorKind),
}

/// Messages out of a stream of bytes.
pub struct Incoming<R> {
    from: R,
    lines: Lines,
}

impl<R: AsyncRead + Unpin> Incoming<R> {
    /// The messages that come in by a stream.
    pub fn new(from: R) -> Incoming<R> {
        Incoming { from, lines: Lines::default() }
    }

    /// The next message; none at the end of the stream. It may be dropped while waiting: nothing is lost.
    ///
    /// # Errors
    /// [`ReadError`]; nothing after it can be read.
    pub async fn next<M: DeserializeOwned>(&mut self) -> Result<Option<M>, ReadError> {
        loop {
            if let Some(line) = self.lines.next_line().map_err(ReadError::TooLong)? {
                return decode(line).map(Some).map_err(ReadError::Malformed);
            }
            let room = self.lines.room();
            room.reserve(PIECE);
            if self.from.read_buf(room).await.map_err(|e| ReadError::Io(e.kind()))? == 0 {
                return Ok(None);
            }
        }
    }
}
