//! What waits to be sent to one client: bounded in messages and bytes, with at most one notice of changes among it.
//!
//! It never waits for the client; whoever puts something in is told when the client is too slow.

use crate::domain::topic::Topic;
use crate::wire::codec::encode;
use crate::wire::message::{Ended, LINE_MAX, ToClient};
use jiff::Timestamp;
use std::cell::RefCell;
use std::collections::{BTreeSet, VecDeque};
use tokio::sync::Notify;

/// How many messages may wait.
const MESSAGES_MAX: usize = 256;
/// How many bytes may wait: the largest message, and some.
const BYTES_MAX: usize = LINE_MAX + 2 * 1024 * 1024;

/// How much may wait before the client's next request is left unread.
const ROOM: (usize, usize) = (64, LINE_MAX / 2);

/// The next thing to send.
#[derive(Debug, PartialEq, Eq)]
pub enum Parcel {
    /// A line.
    Line(Vec<u8>),
    /// The last line: why the session is over. None when there is nothing to say.
    Last(Option<Vec<u8>>),
}

/// What waits to be sent to one client.
#[derive(Debug, Default)]
pub struct Outgoing {
    waiting: RefCell<Waiting>,
    wake: Notify,
    room: Notify,
}

#[derive(Debug, Default)]
struct Waiting {
    lines: VecDeque<Vec<u8>>,
    bytes: usize,
    changed: Option<Notice>,
    ending: Option<Option<Ended>>,
}

#[derive(Debug)]
struct Notice {
    head: u64,
    topics: BTreeSet<Topic>,
    now: Timestamp,
}

impl Outgoing {
    /// Puts a message in. When the client has read too little for too long the session ends instead.
    pub fn put(&self, message: &ToClient) {
        let line = encode(message).unwrap_or_else(|_| too_large(message));
        let mut waiting = self.waiting.borrow_mut();
        if waiting.ending.is_some() {
            return;
        }
        waiting.bytes = waiting.bytes.saturating_add(line.len());
        waiting.lines.push_back(line);
        if waiting.lines.len() > MESSAGES_MAX || waiting.bytes > BYTES_MAX {
            waiting.lines.clear();
            waiting.bytes = 0;
            waiting.changed = None;
            waiting.ending = Some(Some(Ended::TooSlow));
        }
        drop(waiting);
        self.wake.notify_one();
    }

    /// Says that lists changed: one notice, however often that happens before it is sent.
    pub fn changed(&self, head: u64, topics: &BTreeSet<Topic>, now: Timestamp) {
        let mut waiting = self.waiting.borrow_mut();
        match &mut waiting.changed {
            Some(notice) => {
                notice.head = head;
                notice.topics.extend(topics);
                notice.now = now;
            }
            none => *none = Some(Notice { head, topics: topics.clone(), now }),
        }
        drop(waiting);
        self.wake.notify_one();
    }

    /// Ends the session after what waits, with a reason or without a word. The first reason stands.
    pub fn end(&self, why: Option<Ended>) {
        self.waiting.borrow_mut().ending.get_or_insert(why);
        self.wake.notify_one();
    }

    /// The next thing to send, as soon as there is one. Answers go before the notice of changes.
    pub async fn next(&self) -> Parcel {
        loop {
            if let Some(parcel) = self.take() {
                return parcel;
            }
            self.wake.notified().await;
        }
    }

    /// Until so little waits that another request may be taken.
    pub async fn has_room(&self) {
        let (messages, bytes) = ROOM;
        loop {
            let room = {
                let waiting = self.waiting.borrow();
                waiting.lines.len() < messages && waiting.bytes < bytes
            };
            if room {
                return;
            }
            self.room.notified().await;
        }
    }

    fn take(&self) -> Option<Parcel> {
        let mut waiting = self.waiting.borrow_mut();
        if let Some(line) = waiting.lines.pop_front() {
            waiting.bytes = waiting.bytes.saturating_sub(line.len());
            self.room.notify_one();
            return Some(Parcel::Line(line));
        }
        if let Some(why) = waiting.ending.clone() {
            let last = why.and_then(|why| encode(&ToClient::Ended(why)).ok());
            return Some(Parcel::Last(last));
        }
        let Notice { head, topics, now } = waiting.changed.take()?;
        let message = ToClient::Changed { head, topics: topics.into_iter().collect(), now };
        encode(&message).ok().map(Parcel::Line)
    }
}

/// What is said in place of an answer that no client would take.
fn too_large(message: &ToClient) -> Vec<u8> {
    tracing::error!("an answer was larger than a client takes");
    let id = match message {
        ToClient::SignedIn { id, .. }
        | ToClient::Done { id, .. }
        | ToClient::Answer { id, .. }
        | ToClient::Ok { id }
        | ToClient::Refused { id, .. }
        | ToClient::Failed { id, .. } => *id,
        ToClient::Welcome { .. } | ToClient::Changed { .. } | ToClient::Ended(_) => 0,
    };
    let failed = ToClient::Failed { id, trouble: "broken".to_owned(), unknown: false };
    encode(&failed).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ok(id: u64) -> ToClient {
        ToClient::Ok { id }
    }

    fn text(parcel: Option<Parcel>) -> String {
        match parcel {
            Some(Parcel::Line(line) | Parcel::Last(Some(line))) => String::from_utf8(line).unwrap(),
            Some(Parcel::Last(None)) => "end".into(),
            None => "nothing".into(),
        }
    }

    #[test]
    fn changes_are_one_notice_behind_the_answers() {
        let out = Outgoing::default();
        let now = Timestamp::UNIX_EPOCH;
        out.changed(3, &BTreeSet::from([Topic::Units]), now);
        out.put(&ok(1));
        out.changed(5, &BTreeSet::from([Topic::Reports]), now);
        assert_eq!(text(out.take()), "{\"ok\":{\"id\":1}}\n");
        let notice = text(out.take());
        assert!(notice.contains("\"head\":5,\"topics\":[\"reports\",\"units\"]"), "{notice}");
        assert_eq!(text(out.take()), "nothing");
    }

    #[test]
    fn a_client_that_does_not_read_is_ended_and_holds_no_memory() {
        let out = Outgoing::default();
        for id in 0..=256 {
            out.put(&ok(id));
        }
        assert_eq!(text(out.take()), "{\"ended\":\"too-slow\"}\n");
        out.put(&ok(1));
        assert_eq!(out.waiting.borrow().bytes, 0);
        assert!(out.waiting.borrow().lines.is_empty());
    }

    #[test]
    fn what_waits_is_sent_before_the_end() {
        let out = Outgoing::default();
        out.put(&ok(1));
        out.end(Some(Ended::DeskStops));
        out.end(Some(Ended::TooSlow));
        assert_eq!(text(out.take()), "{\"ok\":{\"id\":1}}\n");
        assert_eq!(text(out.take()), "{\"ended\":\"desk-stops\"}\n");
    }
}
