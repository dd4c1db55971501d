//! Who is connected: one entry a session, for the list of officers at the desk and for telling consoles of changes.

use super::outgoing::Outgoing;
use crate::domain::OfficerId;
use crate::domain::topic::Topic;
use crate::wire::message::{Client, Ended};
use jiff::Timestamp;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use tokio::sync::Notify;

/// How many sessions there may be.
pub const SESSIONS_MAX: u32 = 128;

/// A session that stands.
pub struct Present {
    /// Its name, in the journal too.
    pub name: String,
    /// The account that the kernel says it is.
    pub uid: u32,
    /// What kind of client.
    pub client: Client,
    /// Whom it acts for now.
    pub officer: RefCell<Option<OfficerId>>,
    /// What waits to be sent to it.
    pub outgoing: Rc<Outgoing>,
}

/// Every session.
#[derive(Default)]
pub struct Sessions {
    next: Cell<u64>,
    /// Every open connection, those that have not said hello yet among them.
    seats: RefCell<BTreeMap<u64, Rc<Outgoing>>>,
    present: RefCell<BTreeMap<u64, Rc<Present>>>,
    gone: Notify,
}

/// The place of a connection until it is dropped.
pub struct Seat<'a> {
    sessions: &'a Sessions,
    number: u64,
}

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        self.sessions.seats.borrow_mut().remove(&self.number);
        self.sessions.present.borrow_mut().remove(&self.number);
        self.sessions.gone.notify_one();
    }
}

impl Seat<'_> {
    /// The session's name.
    pub fn name(&self) -> String {
        format!("s{}", self.number)
    }

    /// The session stands from now on.
    pub fn present(&self, present: &Rc<Present>) {
        self.sessions.present.borrow_mut().insert(self.number, Rc::clone(present));
    }

    /// Whether a console sits here.
    pub fn is_console(&self) -> bool {
        self.sessions.present.borrow().get(&self.number).is_some_and(|p| p.client == Client::Console)
    }
}

impl Sessions {
    /// A seat for a new connection; none when there are as many as the desk takes.
    pub fn seat(&self, outgoing: &Rc<Outgoing>) -> Option<Seat<'_>> {
        let mut seats = self.seats.borrow_mut();
        if u32::try_from(seats.len()).is_ok_and(|n| n >= SESSIONS_MAX) {
            return None;
        }
        let number = self.next.get() + 1;
        self.next.set(number);
        seats.insert(number, Rc::clone(outgoing));
        Some(Seat { sessions: self, number })
    }

    /// How many sessions and how many consoles among them.
    pub fn counts(&self) -> (u32, u32) {
        let present = self.present.borrow();
        let consoles = present.values().filter(|p| p.client == Client::Console).count();
        (u32::try_from(present.len()).unwrap_or(u32::MAX), u32::try_from(consoles).unwrap_or(u32::MAX))
    }

    /// The officers at consoles, in order of number.
    pub fn online(&self) -> Vec<OfficerId> {
        let present = self.present.borrow();
        let at_consoles = present.values().filter(|p| p.client == Client::Console);
        let officers: BTreeSet<OfficerId> = at_consoles.filter_map(|p| p.officer.borrow().clone()).collect();
        officers.into_iter().collect()
    }

    /// Tells every console at which an officer sits that lists changed.
    pub fn tell(&self, head: u64, topics: &BTreeSet<Topic>, now: Timestamp) {
        for present in self.present.borrow().values() {
            if present.client == Client::Console && present.officer.borrow().is_some() {
                present.outgoing.changed(head, topics, now);
            }
        }
    }

    /// Ends every connection for the same reason.
    pub fn end_all(&self, why: &Ended) {
        for outgoing in self.seats.borrow().values() {
            outgoing.end(Some(why.clone()));
        }
    }

    /// Until the last connection is closed.
    pub async fn all_gone(&self) {
        while !self.seats.borrow().is_empty() {
            self.gone.notified().await;
        }
    }
}
