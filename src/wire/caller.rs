//! A command's call to the desk: the blocking client. It asks and waits; it never starts a desk and never draws.

use super::codec::{Lines, decode, encode};
use super::connect::{
    Hello, Welcome, WireError, check_peer, fresh_key, instead_of_answer, not_connected, socket_of,
};
use super::message::{Ended, Receipt, SignedIn, ToClient, ToDesk};
use crate::config::Paths;
use crate::domain::command::Order;
use crate::domain::query::{Answer, Query};
use crate::domain::{Command, OfficerId, Private, Rev, Secret};
use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

/// How long an answer may take.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);
/// How long a backup may take.
const BACKUP_WITHIN: Duration = Duration::from_secs(3600);
/// How long a desk that went away is waited for before an order is given back as not confirmed.
const AWAY_AT_MOST: Duration = Duration::from_secs(10);
/// How often a desk that is not sure whether an order was done is asked again.
const UNSURE_AT_MOST: u32 = 3;
/// Pause between two attempts to reach a desk that went away.
const BETWEEN_ATTEMPTS: Duration = Duration::from_millis(20);

/// A session of a command with the desk.
pub struct Caller {
    paths: Paths,
    hello: Hello,
    welcome: Welcome,
    stream: UnixStream,
    lines: Lines,
    next_id: u64,
    /// Signed in again after a lost line.
    signed_in: Option<(OfficerId, Secret)>,
    away_at_most: Duration,
}

impl Caller {
    /// Connects to the desk of a folder and says hello.
    ///
    /// # Errors
    /// [`WireError::NoDesk`] when none runs, [`WireError::Ended`] when it refuses the session.
    pub fn open(paths: &Paths, hello: Hello) -> Result<Caller, WireError> {
        let (stream, lines, welcome) = connect(paths, &hello)?;
        Ok(Caller {
            paths: paths.clone(),
            hello,
            welcome,
            stream,
            lines,
            next_id: 0,
            signed_in: None,
            away_at_most: AWAY_AT_MOST,
        })
    }

    /// The same, with another time for which a desk that went away is waited for.
    #[must_use]
    pub fn waiting_for(self, away_at_most: Duration) -> Caller {
        Caller { away_at_most, ..self }
    }

    /// The session as granted.
    pub fn welcome(&self) -> &Welcome {
        &self.welcome
    }

    /// Signs an officer in on this session.
    ///
    /// # Errors
    /// [`WireError::Refused`] when the passphrase is wrong.
    pub fn sign_in(&mut self, officer: OfficerId, passphrase: Secret) -> Result<SignedIn, WireError> {
        let id = self.fresh_id();
        let message = ToDesk::SignIn { id, officer: officer.clone(), passphrase: passphrase.clone() };
        match self.question(id, &message, ANSWER_WITHIN)? {
            ToClient::SignedIn { who, .. } => {
                self.signed_in = Some((officer, passphrase));
                self.welcome.who = Some(who.clone());
                Ok(who)
            }
            _ => Err(WireError::Nonsense),
        }
    }

    /// Has a command done, under a key of its own.
    ///
    /// # Errors
    /// As [`Caller::order`].
    pub fn execute(&mut self, command: Command, seen: Option<Rev>) -> Result<Receipt, WireError> {
        self.order(&Order { key: fresh_key()?, seen, command })
    }

    /// Has an order done. When the answer is lost, the desk is asked again under the same key: it is done once.
    ///
    /// # Errors
    /// [`WireError::Refused`] when a rule says no, [`WireError::Failed`] when it was not done,
    /// [`WireError::NotConfirmed`] when that is not known.
    pub fn order(&mut self, order: &Order) -> Result<Receipt, WireError> {
        let (mut lost_at, mut unsure) = (None, 0);
        loop {
            let id = self.fresh_id();
            let answer = self.question(id, &ToDesk::Execute { id, order: order.clone() }, ANSWER_WITHIN);
            match answer {
                Ok(ToClient::Done { receipt, .. }) => return Ok(receipt),
                // The desk is there but can't tell whether it was done; the key settles it, unless that fails too.
                Ok(ToClient::Failed { .. }) if unsure < UNSURE_AT_MOST => {
                    unsure += 1;
                    std::thread::sleep(BETWEEN_ATTEMPTS);
                    continue;
                }
                Ok(ToClient::Failed { .. }) => {
                    return Err(WireError::NotConfirmed { key: order.key.clone() });
                }
                Ok(_) => return Err(WireError::Nonsense),
                Err(error) if is_lost(&error) => {}
                Err(error) => return Err(error),
            }
            let since = *lost_at.get_or_insert_with(Instant::now);
            if since.elapsed() > self.away_at_most || self.reach_again(since).is_err() {
                return Err(WireError::NotConfirmed { key: order.key.clone() });
            }
        }
    }

    /// Asks a question.
    ///
    /// # Errors
    /// [`WireError::Refused`] when the role may not ask it, or there is no such record.
    pub fn ask(&mut self, query: Query) -> Result<Answer, WireError> {
        let id = self.fresh_id();
        match self.question(id, &ToDesk::Ask { id, query }, ANSWER_WITHIN)? {
            ToClient::Answer { answer, .. } => Ok(answer),
            _ => Err(WireError::Nonsense),
        }
    }

    /// Gives the desk a half-filled form to keep; none lets it forget the form.
    ///
    /// # Errors
    /// When it was not kept.
    pub fn keep(&mut self, form: &str, body: Option<Private>) -> Result<(), WireError> {
        let id = self.fresh_id();
        self.plain_ok(id, &ToDesk::Keep { id, form: form.to_owned(), body }, ANSWER_WITHIN)
    }

    /// Asks the desk to end.
    ///
    /// # Errors
    /// [`WireError::Refused`] for anyone but the desk's owner and supervisors.
    pub fn stop(&mut self) -> Result<(), WireError> {
        let id = self.fresh_id();
        self.plain_ok(id, &ToDesk::Stop { id }, ANSWER_WITHIN)
    }

    /// Asks the desk for an online copy of its record in a file that isn't there yet.
    ///
    /// # Errors
    /// [`WireError::Failed`] when the file could not be made.
    pub fn backup(&mut self, file: &str) -> Result<(), WireError> {
        let id = self.fresh_id();
        self.plain_ok(id, &ToDesk::Backup { id, file: file.to_owned() }, BACKUP_WITHIN)
    }

    fn plain_ok(&mut self, id: u64, message: &ToDesk, within: Duration) -> Result<(), WireError> {
        match self.question(id, message, within)? {
            ToClient::Ok { .. } => Ok(()),
            ToClient::Failed { trouble, .. } => Err(WireError::Failed { trouble }),
            _ => Err(WireError::Nonsense),
        }
    }

    fn fresh_id(&mut self) -> u64 {
        self.next_id += 1;
        self.next_id
    }

    /// Sends a message and waits for the answer with its number; pushes and late answers are passed over.
    fn question(&mut self, id: u64, message: &ToDesk, within: Duration) -> Result<ToClient, WireError> {
        let line = encode(message).map_err(|_| WireError::TooLong)?;
        let until = Instant::now() + within;
        // When the desk has ended the session, its reason is still waiting to be read.
        let sent = self.stream.write_all(&line).map_err(|e| WireError::Io(e.kind()));
        loop {
            let message = match next_message(&mut self.stream, &mut self.lines, until) {
                Err(error @ WireError::Io(_)) => return Err(sent.err().unwrap_or(error)),
                other => instead_of_answer(other?, id)?,
            };
            if answers(&message, id) {
                return Ok(message);
            }
        }
    }

    /// Connects again, as the same officer.
    fn reach_again(&mut self, since: Instant) -> Result<(), WireError> {
        loop {
            match connect(&self.paths, &self.hello) {
                Ok((stream, lines, welcome)) => {
                    (self.stream, self.lines, self.welcome) = (stream, lines, welcome);
                    break;
                }
                Err(error) if since.elapsed() > self.away_at_most || !is_lost(&error) => return Err(error),
                Err(_) => std::thread::sleep(BETWEEN_ATTEMPTS),
            }
        }
        match self.signed_in.clone() {
            Some((officer, passphrase)) => self.sign_in(officer, passphrase).map(|_| ()),
            None => Ok(()),
        }
    }
}

/// Whether the desk may still come back, or has been lost on the way to its answer.
fn is_lost(error: &WireError) -> bool {
    match error {
        WireError::NoDesk | WireError::Io(_) | WireError::TimedOut | WireError::Ended(Ended::DeskStops) => {
            true
        }
        WireError::NotTheDesk { .. }
        | WireError::NoAccess
        | WireError::Ended(_)
        | WireError::Refused(_)
        | WireError::Failed { .. }
        | WireError::Busy
        | WireError::NotConfirmed { .. }
        | WireError::Nonsense
        | WireError::TooLong => false,
    }
}

fn answers(message: &ToClient, to: u64) -> bool {
    match message {
        ToClient::SignedIn { id, .. }
        | ToClient::Done { id, .. }
        | ToClient::Answer { id, .. }
        | ToClient::Ok { id }
        | ToClient::Refused { id, .. }
        | ToClient::Failed { id, .. } => *id == to,
        ToClient::Welcome { .. } | ToClient::Changed { .. } | ToClient::Ended(_) => false,
    }
}

fn connect(paths: &Paths, hello: &Hello) -> Result<(UnixStream, Lines, Welcome), WireError> {
    let mut stream = UnixStream::connect(socket_of(paths)).map_err(|e| not_connected(&e))?;
    check_peer(&stream, paths)?;
    stream.set_write_timeout(Some(ANSWER_WITHIN)).map_err(|e| WireError::Io(e.kind()))?;
    let mut lines = Lines::default();
    let hello = encode(&hello.message()).map_err(|_| WireError::TooLong)?;
    let sent = stream.write_all(&hello).map_err(|e| WireError::Io(e.kind()));
    let first = next_message(&mut stream, &mut lines, Instant::now() + ANSWER_WITHIN);
    match first {
        Ok(ToClient::Welcome { session, who, now }) => Ok((stream, lines, Welcome { session, who, now })),
        Ok(ToClient::Ended(why)) => Err(WireError::Ended(why)),
        Ok(_) => Err(WireError::Nonsense),
        Err(error) => Err(sent.err().unwrap_or(error)),
    }
}

fn next_message(stream: &mut UnixStream, lines: &mut Lines, until: Instant) -> Result<ToClient, WireError> {
    let mut piece = [0_u8; 8 * 1024];
    loop {
        if let Some(line) = lines.next_line()? {
            return Ok(decode(line)?);
        }
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(WireError::TimedOut);
        }
        stream.set_read_timeout(Some(left)).map_err(|e| WireError::Io(e.kind()))?;
        match stream.read(&mut piece) {
            Ok(0) => return Err(WireError::Io(io::ErrorKind::UnexpectedEof)),
            Ok(n) => lines.feed(piece.get(..n).unwrap_or_default()),
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) if matches!(e.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => {
                return Err(WireError::TimedOut);
            }
            Err(e) => return Err(WireError::Io(e.kind())),
        }
    }
}
