//! A console's line to the desk: the asynchronous client, in two halves. Whom the session acts for and what is asked is
//! the console's business; this only moves messages.

use super::codec::{Lines, decode, encode};
use super::connect::{Hello, Welcome, WireError, check_peer, not_connected, socket_of};
use super::message::{ToClient, ToDesk};
use crate::config::Paths;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::UnixStream;
use tokio::net::unix::{OwnedReadHalf, OwnedWriteHalf};

/// How long the desk may take to say welcome.
const WELCOME_WITHIN: Duration = Duration::from_secs(10);

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
        let mut reader = LineReader { from: reader, lines: Lines::default() };
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
    from: OwnedReadHalf,
    lines: Lines,
}

impl LineReader {
    /// The next message; none when the desk closed the line. It may be dropped while waiting: nothing is lost.
    ///
    /// # Errors
    /// When the line broke or the desk sent no message.
    pub async fn next(&mut self) -> Result<Option<ToClient>, WireError> {
        loop {
            if let Some(line) = self.lines.next_line()? {
                return Ok(Some(decode(line)?));
            }
            let room = self.lines.room();
            room.reserve(8 * 1024);
            if self.from.read_buf(room).await.map_err(|e| WireError::Io(e.kind()))? == 0 {
                return Ok(None);
            }
        }
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
