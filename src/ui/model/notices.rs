//! Owns which notice the console shows on a line of its own, and which one it has told already.

use crate::domain::notice::NoticeLine;
use jiff::{SignedDuration, Timestamp};

/// How long a notice stands at least: a key that was on its way when it came up must not take it away unread.
const STANDS: SignedDuration = SignedDuration::from_secs(2);

/// The notices of this console.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    /// The journal entry of the newest one that was told.
    seen: Option<u64>,
    /// The desk has told its newest one since the line came up.
    settled: bool,
    shown: Option<(NoticeLine, Timestamp)>,
}

impl Notices {
    /// The line to the desk came up: what the desk tells first is not news, however new it is here.
    pub fn line_up(&mut self) {
        self.settled = false;
    }

    /// The desk told its newest notice; says whether it is to be heard. After a cut line an unseen one is shown in
    /// silence, and a console that has just begun shows none.
    pub fn told(&mut self, newest: Option<&NoticeLine>, now: Timestamp) -> bool {
        let settled = std::mem::replace(&mut self.settled, true);
        let Some(newest) = newest else { return false };
        let news = self.seen.map_or(settled, |seen| newest.seq > seen);
        self.seen = Some(newest.seq);
        if news {
            self.shown = Some((newest.clone(), now));
        }
        news && settled
    }

    /// The officer's hand is on the keys: what was to be read has been read.
    pub fn after_key(&mut self, now: Timestamp) {
        self.shown.take_if(|(_, since)| now.duration_since(*since) >= STANDS);
    }

    /// The notice that stands on the screen.
    pub fn shown(&self) -> Option<&NoticeLine> {
        self.shown.as_ref().map(|(line, _)| line)
    }
}
