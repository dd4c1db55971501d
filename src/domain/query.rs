//! What can be asked of the desk, and what it answers. Reading never changes anything.

mod disputes;

pub use disputes::{DisputeDetail, DisputeFilter, DisputeView, SweepDetail};

use super::desk::{Board, DeskStatus, DraftForm, DueLine};
use super::dispute::allowance::Sheet;
use super::due::Due;
use super::earlier::History;
use super::fact::Entry;
use super::handover::{Draft, Handover};
use super::id::{Code, RecordId, Subject};
use super::notice::NoticeRow;
use super::pair::Side;
use super::private::Private;
use super::report::{Priority, Report};
use super::row::{
    DisputeRow, EscalationRow, HandoverRow, PersonRow, ReportRow, SupervisionRow, SweepRow, UnitRow,
    ZeroReportRow,
};
use super::station::Station;
use super::supervision::Supervision;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The largest page that the desk gives.
pub const PAGE_MAX: u16 = 500;

/// The views of the list of reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportView {
    /// Everything the desk still owes something on.
    #[default]
    Open,
    /// Open and accepted by the one who asks.
    Mine,
    /// Received, nobody has taken it.
    Waiting,
    /// Open, with type, priority or beat to be set.
    ToBeSet,
    /// Where a dispute is proposed because calls between the same two repeat.
    Proposed,
    /// Every report.
    All,
}

impl ReportView {
    /// Every view, in the order that the key goes through them.
    pub const ALL: [ReportView; 6] = [
        ReportView::Open,
        ReportView::Mine,
        ReportView::Waiting,
        ReportView::ToBeSet,
        ReportView::Proposed,
        ReportView::All,
    ];

    /// The view's code.
    pub const fn code(self) -> &'static str {
        match self {
            ReportView::Open => "open",
            ReportView::Mine => "mine",
            ReportView::Waiting => "waiting",
            ReportView::ToBeSet => "to-be-set",
            ReportView::Proposed => "proposed",
            ReportView::All => "all",
        }
    }

    /// The view with this code.
    pub fn from_code(code: &str) -> Option<ReportView> {
        ReportView::ALL.into_iter().find(|v| v.code() == code)
    }
}

/// The views of the due queue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DueView {
    /// Everything that is owed.
    #[default]
    All,
    /// What waits for the one who asks.
    Mine,
}

impl DueView {
    /// Every view, in the order that the key goes through them.
    pub const ALL: [DueView; 2] = [DueView::All, DueView::Mine];

    /// The view's code.
    pub const fn code(self) -> &'static str {
        match self {
            DueView::All => "all",
            DueView::Mine => "mine",
        }
    }
}

/// Which reports are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportFilter {
    /// The view.
    #[serde(default)]
    pub view: ReportView,
    /// Only this priority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// Only this beat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beat: Option<Code>,
    /// Only those that hold every one of these words, or have this number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub find: String,
}

/// A row's place in its list: lists are ordered by it, downwards from the newest.
pub type RowKey = i64;

/// Where a page begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum From {
    /// At the first row.
    #[default]
    Top,
    /// So that it ends with the last row.
    Bottom,
    /// With the row after this one.
    After(RowKey),
    /// So that it ends with the row before this one.
    Before(RowKey),
    /// With this row, or the next one that is there.
    At(RowKey),
}

/// A part of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Where it begins.
    pub from: From,
    /// How many rows, 1 to [`PAGE_MAX`].
    pub limit: u16,
}

impl Page {
    /// The first rows.
    pub const fn top(limit: u16) -> Page {
        Page { from: From::Top, limit }
    }
}

/// Rows of a list, in the list's order whichever way they were asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// Whether the list has rows before these.
    pub more_before: bool,
    /// Whether the list has rows after these.
    pub more_after: bool,
    /// How many the list has, when the desk knows without counting.
    pub total: Option<u64>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Rows { rows: Vec::new(), more_before: false, more_after: false, total: None }
    }
}

/// Which journal entries are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalFilter {
    /// Only from this instant on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// Only about this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
}

/// Something asked of the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Query {
    /// Counts and what is due next.
    Board,
    /// A page of reports, newest first.
    Reports {
        /// Which.
        filter: ReportFilter,
        /// Which part.
        page: Page,
    },
    /// One report with its timeline.
    Report {
        /// Which.
        id: RecordId,
    },
    /// Earlier reports from a place and a telephone number, and what there was before between the two sides.
    History {
        /// The place; may be empty.
        place: Private,
        /// Who tells it; may be empty.
        caller: Side,
        /// The other side; may be empty.
        #[serde(default)]
        other: Side,
        /// Only those before this report.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<RecordId>,
        /// How many of the last ones are named, 1 to [`PAGE_MAX`].
        limit: u16,
    },
    /// Earlier reports and disputes between any two of these people, answered by [`Answer::History`].
    Between {
        /// Who, at most [`PEOPLE_MAX`](super::pair::PEOPLE_MAX).
        people: Vec<Side>,
        /// How many of the last ones are named, 1 to [`PAGE_MAX`].
        limit: u16,
    },
    /// A page of escalations, newest first.
    Escalations {
        /// Only those that wait for an acknowledgement.
        waiting: bool,
        /// Which part.
        page: Page,
    },
    /// A page of the due queue, in its order.
    Due {
        /// Which lines.
        view: DueView,
        /// Which part.
        page: Page,
    },
    /// Everything that is owed on one record, in the order of the rules.
    Owed {
        /// Which.
        id: RecordId,
    },
    /// A page of supervision orders, newest first.
    Supervisions {
        /// Only those that wait for an answer.
        open: bool,
        /// Which part.
        page: Page,
    },
    /// A page of zero reports, newest first.
    ZeroReports {
        /// Only those that are not here yet.
        open: bool,
        /// Which part.
        page: Page,
    },
    /// Every unit in use.
    Units,
    /// A page of disputes, in the order of the view.
    Disputes {
        /// Which.
        #[serde(default)]
        filter: DisputeFilter,
        /// Which part.
        page: Page,
    },
    /// One dispute with its timeline.
    Dispute {
        /// Which.
        id: RecordId,
    },
    /// What mediators are paid for disputes that ended.
    Allowances {
        /// From this instant on.
        #[serde(default)]
        since: Option<Timestamp>,
        /// Up to, but not at, this instant.
        #[serde(default)]
        until: Option<Timestamp>,
    },
    /// A page of sweeps, newest first.
    Sweeps {
        /// Only those that are not answered.
        open: bool,
        /// Which part.
        page: Page,
    },
    /// One sweep with the disputes that were found in it.
    Sweep {
        /// Which.
        id: RecordId,
    },
    /// A page of persons at risk, by their next contact.
    People {
        /// Which part.
        page: Page,
    },
    /// A page of the journal, newest first.
    Journal {
        /// Which.
        filter: JournalFilter,
        /// Which part; the key of an entry is its place in the journal.
        page: Page,
    },
    /// What would be handed over now.
    HandoverDraft,
    /// A page of handovers, newest first.
    Handovers {
        /// Which part.
        page: Page,
    },
    /// One handover.
    Handover {
        /// Which.
        id: RecordId,
    },
    /// The station as set up.
    Station,
    /// How the desk itself is.
    Status,
    /// The drafts of forms that the desk keeps for the one who asks.
    Drafts,
    /// A page of notices, newest first.
    Outbox {
        /// Only those that wait, are on their way or are dead letters.
        open: bool,
        /// Which part.
        page: Page,
    },
}

impl Query {
    /// What the query is called in refusals: `report.show`.
    pub fn code(&self) -> &'static str {
        match self {
            Query::Board => "desk.board",
            Query::Reports { .. } => "report.list",
            Query::Report { .. } => "report.show",
            Query::History { .. } => "report.history",
            Query::Between { .. } => "dispute.between",
            Query::Escalations { .. } => "escalation.list",
            Query::Due { .. } => "due.list",
            Query::Owed { .. } => "due.show",
            Query::Supervisions { .. } => "supervision.list",
            Query::ZeroReports { .. } => "zero.list",
            Query::Units => "unit.list",
            Query::Disputes { .. } => "dispute.list",
            Query::Dispute { .. } => "dispute.show",
            Query::Allowances { .. } => "dispute.allowance",
            Query::Sweeps { .. } => "sweep.list",
            Query::Sweep { .. } => "sweep.show",
            Query::People { .. } => "person.list",
            Query::Journal { .. } => "journal.list",
            Query::HandoverDraft => "handover.draft",
            Query::Handovers { .. } => "handover.list",
            Query::Handover { .. } => "handover.show",
            Query::Station => "setup.show",
            Query::Status => "desk.status",
            Query::Drafts => "draft.list",
            Query::Outbox { .. } => "notice.list",
        }
    }
}

/// One report with everything about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportDetail {
    /// The report.
    pub report: Report,
    /// Its place in the list.
    pub key: RowKey,
    /// Its escalations.
    pub escalations: Vec<EscalationRow>,
    /// The reports before it from the same place or number.
    #[serde(default)]
    pub earlier: History,
    /// The supervision orders on it, in order.
    #[serde(default)]
    pub supervisions: Vec<Supervision>,
    /// Everything that is owed on it.
    #[serde(default)]
    pub due: Vec<Due>,
    /// What happened to it, to its escalations and to the supervision orders on it, oldest first.
    pub timeline: Vec<Entry>,
}

/// What the desk answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// To [`Query::Board`].
    Board(Box<Board>),
    /// To [`Query::Reports`].
    Reports(Rows<ReportRow>),
    /// To [`Query::Report`].
    Report(Box<ReportDetail>),
    /// To [`Query::History`] and [`Query::Between`].
    History(Box<History>),
    /// To [`Query::Escalations`].
    Escalations(Rows<EscalationRow>),
    /// To [`Query::Due`].
    Due(Rows<DueLine>),
    /// To [`Query::Owed`].
    Owed(Vec<Due>),
    /// To [`Query::Supervisions`].
    Supervisions(Rows<SupervisionRow>),
    /// To [`Query::ZeroReports`].
    ZeroReports(Rows<ZeroReportRow>),
    /// To [`Query::Units`].
    Units(Vec<UnitRow>),
    /// To [`Query::Disputes`].
    Disputes(Rows<DisputeRow>),
    /// To [`Query::Dispute`].
    Dispute(Box<DisputeDetail>),
    /// To [`Query::Allowances`].
    Allowances(Box<Sheet>),
    /// To [`Query::Sweeps`].
    Sweeps(Rows<SweepRow>),
    /// To [`Query::Sweep`].
    Sweep(Box<SweepDetail>),
    /// To [`Query::People`].
    People(Rows<PersonRow>),
    /// To [`Query::Journal`].
    Journal(Rows<Entry>),
    /// To [`Query::HandoverDraft`].
    HandoverDraft(Box<Draft>),
    /// To [`Query::Handovers`].
    Handovers(Rows<HandoverRow>),
    /// To [`Query::Handover`].
    Handover(Box<Handover>),
    /// To [`Query::Station`].
    Station(Box<Station>),
    /// To [`Query::Status`].
    Status(Box<DeskStatus>),
    /// To [`Query::Drafts`].
    Drafts(Vec<DraftForm>),
    /// To [`Query::Outbox`].
    Outbox(Rows<NoticeRow>),
}
