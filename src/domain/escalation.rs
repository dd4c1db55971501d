//! An escalation: a record handed up with a reason, waiting for an acknowledgement.

use super::clocks::Clocks;
use super::due::{Clocked, WaitsFor};
use super::id::{Code, RecordId, Rev, Subject};
use super::moment::Stamp;
use super::place::Level;
use super::private::Private;
use super::record::Recorded;
use super::report::Priority;
use super::row::gist;
use super::rules::Mark;
use super::supervision::Reply;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// An escalation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Escalation {
    /// Its number.
    pub id: RecordId,
    /// How often it changed.
    pub rev: Rev,
    /// What was handed up.
    pub on: RecordId,
    /// How urgent that record was.
    #[serde(default)]
    pub priority: Option<Priority>,
    /// The beat of that record.
    #[serde(default)]
    pub beat: Option<Code>,
    /// To which level.
    pub to: Level,
    /// Why, coded.
    pub reason: Code,
    /// Why, in words.
    pub note: Private,
    /// Who handed it up and when.
    pub raised: Stamp,
    /// Who acknowledged it and when; none again after the acknowledgement expired.
    pub acknowledged: Option<Stamp>,
    /// What the one who acknowledged said.
    pub reply: Private,
    /// When it last came back because its acknowledgement expired.
    #[serde(default)]
    pub returned: Option<Timestamp>,
    /// How often it came back.
    #[serde(default)]
    pub came_back: u16,
    /// How it was answered, or that somebody took the record over; then it is settled.
    #[serde(default)]
    pub answered: Option<Reply>,
    /// What its clocks have told.
    #[serde(default)]
    pub clocks: Clocks,
}

impl Escalation {
    /// Whether it waits for an acknowledgement.
    pub fn waits(&self) -> bool {
        self.acknowledged.is_none() && self.answered.is_none()
    }
}

impl Recorded for Escalation {
    fn subject(&self) -> Subject {
        Subject::Record(self.id)
    }

    fn rev(&self) -> Rev {
        self.rev
    }

    fn last_hand(&self) -> Stamp {
        let answered = self.answered.as_ref().map(|answer| &answer.stamp);
        answered.or(self.acknowledged.as_ref()).unwrap_or(&self.raised).clone()
    }

    fn clocked(&self) -> Option<&dyn Clocked> {
        Some(self)
    }

    fn clocks_mut(&mut self) -> Option<(&mut Clocks, &mut Rev)> {
        Some((&mut self.clocks, &mut self.rev))
    }
}

impl Clocked for Escalation {
    fn id(&self) -> RecordId {
        self.id
    }

    fn on(&self) -> Option<RecordId> {
        Some(self.on)
    }

    fn passed(&self) -> Vec<(Mark, Timestamp)> {
        let answered = self.answered.as_ref().map(|answer| answer.stamp.at);
        let acknowledged = self.acknowledged.as_ref().map(|stamp| stamp.at);
        let passed = [
            (Mark::Raised, self.returned.is_none().then_some(self.raised.at)),
            // What is settled will not come back: so nothing waits for that any more.
            (Mark::Returned, self.returned.or(answered)),
            (Mark::Acknowledged, acknowledged.or(answered)),
            (Mark::Answered, answered),
        ];
        passed.into_iter().filter_map(|(mark, at)| Some((mark, at?))).collect()
    }

    fn priority(&self) -> Option<Priority> {
        self.priority
    }

    fn beat(&self) -> Option<&Code> {
        self.beat.as_ref()
    }

    fn clocks(&self) -> &Clocks {
        &self.clocks
    }

    fn waits_for(&self, _: Mark) -> WaitsFor {
        let by = self.acknowledged.as_ref().map(|stamp| stamp.by.clone());
        by.map_or(WaitsFor::Level(self.to), WaitsFor::Officer)
    }

    fn gist(&self) -> Private {
        gist(&self.note)
    }
}
