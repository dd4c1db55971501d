//! Owns the acts that the desk has not answered yet. Each keeps its key for ever, so that sending it again after a cut
//! line settles it and never doubles it.

use crate::domain::command::Order;
use crate::domain::{OfficerId, Private, RecordId, Rev, Subject};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// How long after an act of unknown outcome the desk is asked again.
const AGAIN_AFTER: SignedDuration = SignedDuration::from_secs(5);

/// How an act without an answer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// On its way to the desk.
    Sent,
    /// Given while the line was cut; it goes out when the line is back.
    Waiting,
    /// The answer was lost, or the desk can't say whether it was done: to be settled by asking again.
    Unconfirmed {
        /// When to ask again; none waits for the line.
        again: Option<Timestamp>,
    },
}

/// An act that has no answer yet.
#[derive(Clone, Debug)]
pub struct Unanswered {
    /// The number of the question.
    pub id: u64,
    /// What was asked.
    pub order: Order,
    /// Who gave it; it is never sent again as another officer's.
    pub by: OfficerId,
    /// How it stands.
    pub standing: Standing,
    /// The draft of the form that gave it, by name, as it was sent.
    pub draft: Option<(String, Private)>,
}

/// The acts that have no answer yet, and what the answers said.
#[derive(Clone, Debug, Default)]
pub struct Orders {
    open: Vec<Unanswered>,
    count: u64,
    own: BTreeMap<RecordId, Rev>,
}

impl Orders {
    /// A key that no other act has.
    pub fn next_key(&mut self, session: &str) -> String {
        self.count += 1;
        format!("{session}-{}", self.count)
    }

    /// Remembers an act until it is answered.
    pub fn add(&mut self, act: Unanswered) {
        self.open.push(act);
    }

    /// The act that this number answers.
    pub fn answered(&mut self, id: u64) -> Option<Unanswered> {
        let at = self.open.iter().position(|act| act.id == id)?;
        Some(self.open.remove(at))
    }

    /// The desk can't say whether this act was done; it will be asked again.
    pub fn unknown(&mut self, id: u64, now: Timestamp) -> bool {
        let Some(act) = self.open.iter_mut().find(|act| act.id == id) else { return false };
        act.standing = Standing::Unconfirmed { again: now.checked_add(AGAIN_AFTER).ok() };
        true
    }

    /// The line was cut: what was on its way has no known outcome.
    pub fn line_cut(&mut self) {
        for act in &mut self.open {
            act.standing = match act.standing {
                Standing::Waiting => Standing::Waiting,
                Standing::Sent | Standing::Unconfirmed { .. } => Standing::Unconfirmed { again: None },
            };
        }
    }

    /// The acts of this officer that are to be sent now, each under a new number from `number`.
    pub fn send_again(
        &mut self,
        who: &OfficerId,
        now: Timestamp,
        mut number: impl FnMut() -> u64,
    ) -> Vec<Unanswered> {
        let mut out = Vec::new();
        for act in self.open.iter_mut().filter(|act| act.by == *who && act.standing.is_due(now)) {
            act.id = number();
            act.standing = Standing::Sent;
            out.push(act.clone());
        }
        out
    }

    /// The instant at which the next act is to be sent again by the clock.
    pub fn next_again(&self) -> Option<Timestamp> {
        self.open.iter().filter_map(|act| act.standing.again()).min()
    }

    /// How many acts are not confirmed.
    pub fn not_confirmed(&self) -> usize {
        self.open.iter().filter(|act| act.standing != Standing::Sent).count()
    }

    /// Whether an act on this record waits for its answer.
    pub fn waits_on(&self, id: RecordId) -> bool {
        self.open.iter().any(|act| act.order.command.subject() == Some(Subject::Record(id)))
    }

    /// What a form held when it gave this act.
    pub fn came_from(&mut self, key: &str, draft: Option<(String, Private)>) {
        if let Some(act) = self.open.iter_mut().find(|act| act.order.key == key) {
            act.draft = draft;
        }
    }

    /// Whether what is kept of a form was sent and waits for its answer: it must not be entered again.
    pub fn holds(&self, form: &str, body: &Private) -> bool {
        let same = |(name, sent): &(String, Private)| name == form && sent == body;
        self.open.iter().any(|act| act.draft.as_ref().is_some_and(same))
    }

    /// Whether this act still waits for its answer.
    pub fn is_open(&self, key: &str) -> bool {
        self.open.iter().any(|act| act.order.key == key)
    }

    /// Remembers how often a record has changed after an act of this console, until its list says the same.
    pub fn note_rev(&mut self, id: RecordId, rev: Rev) {
        let known = self.own.entry(id).or_default();
        *known = (*known).max(rev);
        // The lists are asked again after every act, so old entries have had their use.
        while self.own.len() > 64 {
            self.own.pop_first();
        }
    }

    /// The rev to act on: what the screen shows, or what this console's own last act made of it.
    pub fn seen(&self, id: RecordId, shown: Rev) -> Rev {
        self.own.get(&id).map_or(shown, |own| shown.max(*own))
    }
}

impl Standing {
    fn is_due(self, now: Timestamp) -> bool {
        match self {
            Standing::Sent => false,
            Standing::Waiting | Standing::Unconfirmed { again: None } => true,
            Standing::Unconfirmed { again: Some(at) } => at <= now,
        }
    }

    fn again(self) -> Option<Timestamp> {
        match self {
            Standing::Sent | Standing::Waiting => None,
            Standing::Unconfirmed { again } => again,
        }
    }
}
