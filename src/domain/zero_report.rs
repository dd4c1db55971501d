//! A zero report: a post's daily "nothing to report". The one that is missing is the alarm.

use super::clocks::Clocks;
use super::due::{Clocked, WaitsFor};
use super::id::{Code, RecordId, Rev, Subject};
use super::moment::Stamp;
use super::private::Private;
use super::record::Recorded;
use super::report::Priority;
use super::rules::Mark;
use super::supervision::Reply;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The zero report of a post for a duty day: its number has the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZeroReport {
    /// Its number.
    pub id: RecordId,
    /// How often it changed.
    pub rev: Rev,
    /// The post.
    pub post: Code,
    /// By when it must be there.
    pub by: Timestamp,
    /// Since when it is expected; the desk itself expects it.
    pub expected: Stamp,
    /// Who put it in, when, and what it says; an empty text is "nothing to report".
    pub filed: Option<Reply>,
    /// What its clocks have told.
    #[serde(default)]
    pub clocks: Clocks,
}

impl Recorded for ZeroReport {
    fn subject(&self) -> Subject {
        Subject::Record(self.id)
    }

    fn rev(&self) -> Rev {
        self.rev
    }

    fn last_hand(&self) -> Stamp {
        self.filed.as_ref().map_or(&self.expected, |filed| &filed.stamp).clone()
    }

    fn clocked(&self) -> Option<&dyn Clocked> {
        Some(self)
    }

    fn clocks_mut(&mut self) -> Option<(&mut Clocks, &mut Rev)> {
        Some((&mut self.clocks, &mut self.rev))
    }
}

impl Clocked for ZeroReport {
    fn id(&self) -> RecordId {
        self.id
    }

    fn passed(&self) -> Vec<(Mark, Timestamp)> {
        let filed = self.filed.as_ref().map(|filed| (Mark::Filed, filed.stamp.at));
        std::iter::once((Mark::Expected, self.expected.at)).chain(filed).collect()
    }

    fn priority(&self) -> Option<Priority> {
        Some(Priority::P3)
    }

    fn beat(&self) -> Option<&Code> {
        None
    }

    fn given(&self, _: Mark) -> Option<Timestamp> {
        Some(self.by)
    }

    fn clocks(&self) -> &Clocks {
        &self.clocks
    }

    fn waits_for(&self, _: Mark) -> WaitsFor {
        WaitsFor::Post(self.post.clone())
    }

    fn gist(&self) -> Private {
        Private::default()
    }
}
