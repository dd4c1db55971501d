//! What happens to deadlines, supervision orders and zero reports.

use super::Says;
use crate::domain::report::Priority;
use crate::domain::rules::Target;
use crate::domain::{Code, OfficerId, Private, RecordId, Stamp};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What can happen to a deadline on a record. Each names the rule and what started its clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeadlineFact {
    /// It is due soon.
    Amber {
        /// The rule.
        rule: Code,
        /// What started the clock.
        from: Timestamp,
    },
    /// It is overdue.
    Overdue {
        /// The rule.
        rule: Code,
        /// What started the clock.
        from: Timestamp,
    },
    /// Somebody was told, as the ladder says.
    Told {
        /// The rule.
        rule: Code,
        /// What started the clock.
        from: Timestamp,
        /// The rung of the ladder, from 0.
        rung: u16,
        /// Which time, from 0.
        time: u16,
        /// Who.
        to: Target,
    },
    /// An officer put it off.
    Snoozed {
        /// The rule.
        rule: Code,
        /// What started the clock.
        from: Timestamp,
        /// Until when.
        until: Timestamp,
        /// Why.
        reason: Private,
    },
    /// It came back.
    Returned {
        /// The rule.
        rule: Code,
        /// What started the clock.
        from: Timestamp,
    },
    /// It was extended.
    Extended {
        /// The rule.
        rule: Code,
        /// What started the clock.
        from: Timestamp,
        /// By how many days.
        days: u16,
        /// Why.
        reason: Private,
        /// Whether every party had agreed.
        agreed: bool,
    },
    /// Its clock was stopped.
    Paused {
        /// The rule.
        rule: Code,
        /// What started the clock.
        from: Timestamp,
        /// Why.
        reason: Private,
    },
    /// Its clock goes on.
    Resumed {
        /// The rule.
        rule: Code,
        /// What started the clock.
        from: Timestamp,
    },
}

impl DeadlineFact {
    /// The rule, and what started its clock.
    pub fn clock(&self) -> (&Code, Timestamp) {
        match self {
            DeadlineFact::Amber { rule, from }
            | DeadlineFact::Overdue { rule, from }
            | DeadlineFact::Told { rule, from, .. }
            | DeadlineFact::Snoozed { rule, from, .. }
            | DeadlineFact::Returned { rule, from }
            | DeadlineFact::Extended { rule, from, .. }
            | DeadlineFact::Paused { rule, from, .. }
            | DeadlineFact::Resumed { rule, from } => (rule, *from),
        }
    }

    /// Whether an officer put something off, extended or paused it; the rest comes by itself with time.
    pub fn is_change(&self) -> bool {
        match self {
            DeadlineFact::Amber { .. }
            | DeadlineFact::Overdue { .. }
            | DeadlineFact::Told { .. }
            | DeadlineFact::Returned { .. } => false,
            DeadlineFact::Snoozed { .. }
            | DeadlineFact::Extended { .. }
            | DeadlineFact::Paused { .. }
            | DeadlineFact::Resumed { .. } => true,
        }
    }
}

/// What can happen to a supervision order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SupervisionFact {
    /// It was issued.
    Issued {
        /// On which record.
        on: RecordId,
        /// How urgent that record was.
        priority: Option<Priority>,
        /// The beat of that record.
        beat: Option<Code>,
        /// Who must answer.
        to: Option<OfficerId>,
        /// What is ordered.
        text: Private,
        /// By when it must be answered.
        due_at: Timestamp,
    },
    /// It was answered.
    Answered {
        /// The answer.
        text: Private,
    },
    /// The answer was sent back.
    SentBack {
        /// Why.
        reason: Private,
        /// By when it must be answered now.
        due_at: Timestamp,
    },
    /// It was taken back.
    Withdrawn {
        /// Why.
        reason: Private,
    },
    /// Its words were erased with its report.
    Erased {
        /// The report that it was on.
        on: RecordId,
        /// Who had issued it and when.
        issued: Stamp,
        /// By when it was to be answered.
        due_at: Timestamp,
        /// How often it had changed.
        rev: u64,
    },
}

/// What can happen to a zero report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ZeroFact {
    /// It is expected.
    Expected {
        /// Of which post.
        post: Code,
        /// By when.
        by: Timestamp,
    },
    /// It is here.
    Filed {
        /// What it says; empty is "nothing to report".
        text: Private,
    },
}

impl Says for DeadlineFact {
    fn kind(&self) -> &'static str {
        match self {
            DeadlineFact::Amber { .. } => "deadline.amber",
            DeadlineFact::Overdue { .. } => "deadline.overdue",
            DeadlineFact::Told { .. } => "deadline.told",
            DeadlineFact::Snoozed { .. } => "deadline.snoozed",
            DeadlineFact::Returned { .. } => "deadline.returned",
            DeadlineFact::Extended { .. } => "deadline.extended",
            DeadlineFact::Paused { .. } => "deadline.paused",
            DeadlineFact::Resumed { .. } => "deadline.resumed",
        }
    }
}

impl Says for SupervisionFact {
    fn kind(&self) -> &'static str {
        match self {
            SupervisionFact::Issued { .. } => "supervision.issued",
            SupervisionFact::Answered { .. } => "supervision.answered",
            SupervisionFact::SentBack { .. } => "supervision.sent-back",
            SupervisionFact::Withdrawn { .. } => "supervision.withdrawn",
            SupervisionFact::Erased { .. } => "supervision.erased",
        }
    }
    fn erases(&self) -> bool {
        matches!(self, SupervisionFact::Erased { .. })
    }
}

impl Says for ZeroFact {
    fn kind(&self) -> &'static str {
        match self {
            ZeroFact::Expected { .. } => "zero.expected",
            ZeroFact::Filed { .. } => "zero.filed",
        }
    }
}
