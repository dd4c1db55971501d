//! What a form is for, and the name under which the desk keeps its draft.

use super::DisputeForm;
use crate::domain::report::Telling;
use crate::domain::{Code, Private, RecordId};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// What a form is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Enters a report.
    NewReport,
    /// Enters a report by one line.
    Quick,
    /// Corrects what was told.
    Amend {
        /// Which report.
        id: RecordId,
        /// What stands there now.
        was: Box<Telling>,
        /// When it happened, as it stands now.
        event_at: Timestamp,
    },
    /// Says how a report was dealt with.
    Resolve {
        /// Which report.
        id: RecordId,
    },
    /// Closes a report.
    Close {
        /// Which report.
        id: RecordId,
    },
    /// Hands a report to somebody else.
    Transfer {
        /// Which report.
        id: RecordId,
    },
    /// Marks a report as the same as another.
    Duplicate {
        /// Which report.
        id: RecordId,
    },
    /// Calls a report off.
    Cancel {
        /// Which report.
        id: RecordId,
    },
    /// Marks a report as unfounded.
    Unfounded {
        /// Which report.
        id: RecordId,
    },
    /// Opens a report again.
    Reopen {
        /// Which report.
        id: RecordId,
    },
    /// Adds a note.
    Note {
        /// To which report.
        id: RecordId,
    },
    /// Hands a report up.
    Escalate {
        /// Which report.
        id: RecordId,
    },
    /// Acknowledges an escalation.
    Acknowledge {
        /// Which escalation.
        id: RecordId,
    },
    /// Answers an escalation.
    AnswerEscalation {
        /// Which escalation.
        id: RecordId,
    },
    /// Declines the dispute that a report proposes.
    Decline {
        /// Which report.
        id: RecordId,
    },
    /// Takes a report over from the one who has it.
    TakeOver {
        /// Which report.
        id: RecordId,
    },
    /// Gives a supervision order.
    IssueOrder {
        /// On which report.
        on: RecordId,
    },
    /// Answers a supervision order.
    AnswerOrder {
        /// Which order.
        id: RecordId,
    },
    /// Sends the answer to a supervision order back.
    SendBackOrder {
        /// Which order.
        id: RecordId,
    },
    /// Takes a supervision order back.
    WithdrawOrder {
        /// Which order.
        id: RecordId,
    },
    /// Puts in the zero report of a post.
    ZeroReport {
        /// Which zero report.
        id: RecordId,
        /// Of which post.
        post: Code,
    },
    /// Puts in what a beat found.
    Sweep {
        /// Which sweep.
        id: RecordId,
        /// Of which beat.
        beat: Code,
    },
    /// Puts something that is owed off.
    Snooze {
        /// On which record.
        id: RecordId,
        /// By which rule it is owed.
        rule: Code,
    },
    /// Gives something that is owed more days.
    Extend {
        /// On which record.
        id: RecordId,
        /// By which rule it is owed.
        rule: Code,
        /// Whether the rule wants every party to agree.
        consent: bool,
    },
    /// Stops the clock of something that is owed.
    Pause {
        /// On which record.
        id: RecordId,
        /// By which rule it is owed.
        rule: Code,
    },
    /// Enters a unit's check-in.
    CheckIn {
        /// Which unit.
        unit: Code,
    },
    /// Signs what is handed over.
    Sign {
        /// The remarks on items that the console has collected.
        remarks: BTreeMap<RecordId, Private>,
    },
    /// Remarks on an item to be handed over.
    Remark {
        /// Which item.
        on: RecordId,
    },
    /// Accepts a handover.
    AcceptHandover {
        /// Which handover.
        id: RecordId,
        /// The items that were read back.
        read_back: Vec<RecordId>,
    },
    /// Adds to a sealed handover.
    Addendum {
        /// Which handover.
        id: RecordId,
    },
    /// Signs an officer in.
    SignIn,
    /// Something on a dispute.
    Dispute(DisputeForm),
}

impl Purpose {
    /// The word that its title and its draft are named by.
    pub const fn code(&self) -> &'static str {
        match self {
            Purpose::NewReport => "report-new",
            Purpose::Quick => "report-quick",
            Purpose::Amend { .. } => "report-amend",
            Purpose::Resolve { .. } => "report-resolve",
            Purpose::Close { .. } => "report-close",
            Purpose::Transfer { .. } => "report-transfer",
            Purpose::Duplicate { .. } => "report-duplicate",
            Purpose::Cancel { .. } => "report-cancel",
            Purpose::Unfounded { .. } => "report-unfounded",
            Purpose::Reopen { .. } => "report-reopen",
            Purpose::Note { .. } => "report-note",
            Purpose::Escalate { .. } => "report-escalate",
            Purpose::Acknowledge { .. } => "escalation-acknowledge",
            Purpose::AnswerEscalation { .. } => "escalation-answer",
            Purpose::Decline { .. } => "report-decline",
            Purpose::TakeOver { .. } => "report-take-over",
            Purpose::IssueOrder { .. } => "order-issue",
            Purpose::AnswerOrder { .. } => "order-answer",
            Purpose::SendBackOrder { .. } => "order-send-back",
            Purpose::WithdrawOrder { .. } => "order-withdraw",
            Purpose::ZeroReport { .. } => "zero-report-file",
            Purpose::Sweep { .. } => "sweep-answer",
            Purpose::Snooze { .. } => "due-snooze",
            Purpose::Extend { .. } => "due-extend",
            Purpose::Pause { .. } => "due-pause",
            Purpose::CheckIn { .. } => "unit-check-in",
            Purpose::Sign { .. } => "handover-sign",
            Purpose::Remark { .. } => "handover-remark",
            Purpose::AcceptHandover { .. } => "handover-accept",
            Purpose::Addendum { .. } => "handover-addendum",
            Purpose::SignIn => "sign-in",
            Purpose::Dispute(form) => form.code(),
        }
    }

    /// What it is about, as its title and its draft name it; empty when it is about nothing that is there yet.
    pub fn about(&self) -> String {
        match self {
            Purpose::NewReport | Purpose::Quick | Purpose::Sign { .. } | Purpose::SignIn => String::new(),
            Purpose::Amend { id, .. }
            | Purpose::Resolve { id }
            | Purpose::Close { id }
            | Purpose::Transfer { id }
            | Purpose::Duplicate { id }
            | Purpose::Cancel { id }
            | Purpose::Unfounded { id }
            | Purpose::Reopen { id }
            | Purpose::Note { id }
            | Purpose::Escalate { id }
            | Purpose::Acknowledge { id }
            | Purpose::AnswerEscalation { id }
            | Purpose::Decline { id }
            | Purpose::TakeOver { id }
            | Purpose::IssueOrder { on: id }
            | Purpose::AnswerOrder { id }
            | Purpose::SendBackOrder { id }
            | Purpose::WithdrawOrder { id }
            | Purpose::ZeroReport { id, .. }
            | Purpose::Sweep { id, .. }
            | Purpose::Snooze { id, .. }
            | Purpose::Extend { id, .. }
            | Purpose::Pause { id, .. }
            | Purpose::Remark { on: id }
            | Purpose::AcceptHandover { id, .. }
            | Purpose::Addendum { id } => id.to_string(),
            Purpose::CheckIn { unit } => unit.to_string(),
            Purpose::Dispute(form) => form.about().map(|id| id.to_string()).unwrap_or_default(),
        }
    }

    /// Whether it corrects what stands in a record.
    pub(super) const fn corrects(&self) -> bool {
        if let Purpose::Dispute(form) = self {
            return form.corrects();
        }
        matches!(self, Purpose::Amend { .. })
    }

    /// The rule by which something is owed that it is about.
    pub fn rule(&self) -> Option<&Code> {
        if let Purpose::Snooze { rule, .. } | Purpose::Extend { rule, .. } | Purpose::Pause { rule, .. } =
            self
        {
            return Some(rule);
        }
        None
    }

    /// The name under which the desk keeps its draft, such as `report-note R-20261121-031`; none for signing in, of
    /// which nothing may be kept.
    pub fn draft_name(&self) -> Option<String> {
        if matches!(self, Purpose::SignIn) {
            return None;
        }
        let part = if let Purpose::Dispute(form) = self { form.part() } else { None };
        let about = match (self.about(), self.rule(), part) {
            (about, Some(rule), _) => format!("{about} {rule}"),
            (about, None, Some(part)) => format!("{about} {part}"),
            (about, None, None) => about,
        };
        let name = self.code();
        Some(if about.is_empty() { name.to_owned() } else { format!("{name} {about}") })
    }
}
