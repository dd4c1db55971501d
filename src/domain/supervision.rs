//! A supervision order: a supervisor's instruction on a record, with a date by which it must be answered.

use super::clocks::Clocks;
use super::due::{Clocked, WaitsFor};
use super::id::{Code, OfficerId, RecordId, Rev, Subject};
use super::moment::Stamp;
use super::private::Private;
use super::record::Recorded;
use super::report::Priority;
use super::row::gist;
use super::rules::Mark;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Where a supervision order stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SupervisionStatus {
    /// It waits for an answer.
    Open,
    /// It was answered.
    Answered,
    /// The supervisor took it back.
    Withdrawn,
    /// Its words were erased with its report.
    Erased,
}

impl SupervisionStatus {
    /// Every status.
    pub const ALL: [SupervisionStatus; 4] = [
        SupervisionStatus::Open,
        SupervisionStatus::Answered,
        SupervisionStatus::Withdrawn,
        SupervisionStatus::Erased,
    ];

    /// The status's code.
    pub const fn code(self) -> &'static str {
        match self {
            SupervisionStatus::Open => "open",
            SupervisionStatus::Answered => "answered",
            SupervisionStatus::Withdrawn => "withdrawn",
            SupervisionStatus::Erased => "erased",
        }
    }
}

/// An answer to an order, or to an escalation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// Who and when.
    pub stamp: Stamp,
    /// What.
    pub text: Private,
}

/// A supervision order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supervision {
    /// Its number.
    pub id: RecordId,
    /// How often it changed.
    pub rev: Rev,
    /// Where it stands.
    pub status: SupervisionStatus,
    /// On which record.
    pub on: RecordId,
    /// How urgent that record was.
    pub priority: Option<Priority>,
    /// The beat of that record.
    pub beat: Option<Code>,
    /// Who must answer; the desk when nobody is named.
    pub to: Option<OfficerId>,
    /// What is ordered.
    pub text: Private,
    /// By when it must be answered.
    pub due_at: Timestamp,
    /// Who issued it and when; when it was sent back, when that was.
    pub issued: Stamp,
    /// The answers, in order; more than one when the supervisor sent one back.
    pub replies: Vec<Reply>,
    /// Why answers were sent back, in order.
    pub sent_back: Vec<Reply>,
    /// What its clocks have told.
    #[serde(default)]
    pub clocks: Clocks,
}

impl Recorded for Supervision {
    fn subject(&self) -> Subject {
        Subject::Record(self.id)
    }

    fn rev(&self) -> Rev {
        self.rev
    }

    fn last_hand(&self) -> Stamp {
        self.replies.last().map_or(&self.issued, |reply| &reply.stamp).clone()
    }

    fn clocked(&self) -> Option<&dyn Clocked> {
        Some(self)
    }

    fn clocks_mut(&mut self) -> Option<(&mut Clocks, &mut Rev)> {
        Some((&mut self.clocks, &mut self.rev))
    }
}

impl Clocked for Supervision {
    fn id(&self) -> RecordId {
        self.id
    }

    fn on(&self) -> Option<RecordId> {
        Some(self.on)
    }

    fn passed(&self) -> Vec<(Mark, Timestamp)> {
        let over = self.replies.last().map_or(self.issued.at, |reply| reply.stamp.at);
        let answered = (self.status != SupervisionStatus::Open).then_some((Mark::Answered, over));
        std::iter::once((Mark::Issued, self.issued.at)).chain(answered).collect()
    }

    fn priority(&self) -> Option<Priority> {
        self.priority
    }

    fn beat(&self) -> Option<&Code> {
        self.beat.as_ref()
    }

    fn given(&self, _: Mark) -> Option<Timestamp> {
        Some(self.due_at)
    }

    fn clocks(&self) -> &Clocks {
        &self.clocks
    }

    fn waits_for(&self, _: Mark) -> WaitsFor {
        self.to.clone().map_or(WaitsFor::Desk, WaitsFor::Officer)
    }

    fn gist(&self) -> Private {
        gist(&self.text)
    }
}
