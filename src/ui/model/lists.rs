//! Owns the lists of the screens, and which question fills each.

use crate::domain::Refusal;
use crate::domain::Topic;
use crate::domain::fact::Entry;
use crate::domain::query::{
    Answer, DisputeFilter, DisputeView, DueView, JournalFilter, Page, Query, ReportFilter, ReportView, Rows,
};
use crate::domain::row::{
    DisputeRow, EscalationRow, HandoverRow, PersonRow, ReportRow, SupervisionRow, SweepRow, UnitRow,
    ZeroReportRow,
};
use crate::domain::{RecordId, Rev};
use crate::ui::list::{DueRow, List, Row};
use jiff::Timestamp;

/// The lists that the desk gives by pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ListName {
    /// Open reports, on the Desk screen.
    Live,
    /// Reports.
    Reports,
    /// Unresolved disputes, on the Desk screen.
    Unresolved,
    /// Disputes.
    Disputes,
    /// Persons at risk.
    People,
    /// Escalations.
    Escalations,
    /// Supervision orders.
    Orders,
    /// Zero reports.
    ZeroReports,
    /// Sweeps for disputes.
    Sweeps,
    /// Handovers.
    Handovers,
    /// The journal.
    Journal,
    /// The due queue.
    Due,
    /// Units; they come as a whole.
    Units,
}

impl ListName {
    /// Every list.
    pub const ALL: [ListName; 13] = [
        ListName::Live,
        ListName::Reports,
        ListName::Unresolved,
        ListName::Disputes,
        ListName::People,
        ListName::Escalations,
        ListName::Orders,
        ListName::ZeroReports,
        ListName::Sweeps,
        ListName::Handovers,
        ListName::Journal,
        ListName::Due,
        ListName::Units,
    ];

    /// Whether a change of this topic touches the list. The journal holds everything that happens.
    pub fn touched_by(self, topic: Topic) -> bool {
        match self {
            ListName::Live | ListName::Reports => matches!(topic, Topic::Reports | Topic::Escalations),
            ListName::Escalations => {
                matches!(topic, Topic::Reports | Topic::Disputes | Topic::Escalations)
            }
            ListName::Due => {
                matches!(
                    topic,
                    Topic::Reports | Topic::Disputes | Topic::Escalations | Topic::Orders | Topic::Setup
                )
            }
            ListName::Orders | ListName::ZeroReports => topic == Topic::Orders,
            // Entering a dispute changes how many were entered of a sweep.
            ListName::Sweeps => matches!(topic, Topic::Orders | Topic::Disputes),
            ListName::Handovers => topic == Topic::Handovers,
            ListName::Journal => true,
            ListName::Units => matches!(topic, Topic::Units | Topic::Setup),
            ListName::Unresolved | ListName::Disputes => matches!(topic, Topic::Disputes | Topic::Setup),
            // No fact of today touches it; a later kind of change must not leave it behind.
            ListName::People => topic == Topic::Desk,
        }
    }
}

/// What the screen of escalations shows: everything that goes up, comes down, or has to come in every day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HandedView {
    /// Every escalation.
    #[default]
    Escalations,
    /// Escalations that wait for an acknowledgement.
    Waiting,
    /// Supervision orders that wait for an answer.
    Orders,
    /// Every supervision order.
    AllOrders,
    /// Zero reports.
    ZeroReports,
    /// Sweeps for disputes.
    Sweeps,
}

impl HandedView {
    /// Every view, in the order that the key goes through them.
    pub const ALL: [HandedView; 6] = [
        HandedView::Escalations,
        HandedView::Waiting,
        HandedView::Orders,
        HandedView::AllOrders,
        HandedView::ZeroReports,
        HandedView::Sweeps,
    ];

    /// The list that it shows.
    pub const fn list(self) -> ListName {
        match self {
            HandedView::Escalations | HandedView::Waiting => ListName::Escalations,
            HandedView::Orders | HandedView::AllOrders => ListName::Orders,
            HandedView::ZeroReports => ListName::ZeroReports,
            HandedView::Sweeps => ListName::Sweeps,
        }
    }

    /// The same, as a screen's only list.
    pub const fn lists(self) -> &'static [ListName] {
        match self {
            HandedView::Escalations | HandedView::Waiting => &[ListName::Escalations],
            HandedView::Orders | HandedView::AllOrders => &[ListName::Orders],
            HandedView::ZeroReports => &[ListName::ZeroReports],
            HandedView::Sweeps => &[ListName::Sweeps],
        }
    }

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            HandedView::Escalations => "ui-view-escalations",
            HandedView::Waiting => "ui-view-escalations-waiting",
            HandedView::Orders => "ui-view-orders",
            HandedView::AllOrders => "ui-view-orders-all",
            HandedView::ZeroReports => "ui-view-zero-reports",
            HandedView::Sweeps => "ui-view-sweeps",
        }
    }

    /// The view so many after this one, round and round.
    pub fn moved(self, by: isize) -> HandedView {
        let count = isize::try_from(HandedView::ALL.len()).unwrap_or(1);
        let at = HandedView::ALL.iter().position(|view| *view == self).unwrap_or(0);
        let next = (isize::try_from(at).unwrap_or(0) + by).rem_euclid(count);
        usize::try_from(next).ok().and_then(|next| HandedView::ALL.get(next)).copied().unwrap_or(self)
    }
}

/// The lists of the screens.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    /// Open reports.
    pub live: List<ReportRow>,
    /// Reports.
    pub reports: List<ReportRow>,
    /// Which reports.
    pub filter: ReportFilter,
    /// Unresolved disputes.
    pub unresolved: List<DisputeRow>,
    /// Disputes.
    pub disputes: List<DisputeRow>,
    /// Which disputes.
    pub which_disputes: DisputeFilter,
    /// Persons at risk.
    pub people: List<PersonRow>,
    /// Escalations.
    pub escalations: List<EscalationRow>,
    /// What the screen of escalations shows.
    pub handed: HandedView,
    /// Supervision orders.
    pub orders: List<SupervisionRow>,
    /// Zero reports.
    pub zero_reports: List<ZeroReportRow>,
    /// Sweeps for disputes.
    pub sweeps: List<SweepRow>,
    /// Handovers.
    pub handovers: List<HandoverRow>,
    /// The journal.
    pub journal: List<Entry>,
    /// The due queue.
    pub due: List<DueRow>,
    /// Which lines of it.
    pub due_view: DueView,
    /// Units.
    pub units: List<UnitRow>,
}

/// Does the same with whichever list has this name: `each!(lists, name, list => ...)`, with `ref` to look only.
macro_rules! each {
    (@by $borrow:tt $lists:expr, $name:expr, $list:ident, $does:expr, $($of:ident $field:ident)+) => {
        match $name {
            $(ListName::$of => each!(@on $borrow $lists.$field, $list, $does),)+
        }
    };
    (@on (ref) $field:expr, $list:ident, $does:expr) => {{
        let $list = &$field;
        $does
    }};
    (@on (mut) $field:expr, $list:ident, $does:expr) => {{
        let $list = &mut $field;
        $does
    }};
    (@of $borrow:tt $lists:expr, $name:expr, $list:ident, $does:expr) => {
        each!(@by $borrow $lists, $name, $list, $does,
            Live live Reports reports Unresolved unresolved Disputes disputes People people Escalations escalations Orders orders
            ZeroReports zero_reports Sweeps sweeps Handovers handovers Journal journal Due due Units units)
    };
    ($lists:expr, $name:expr, ref $list:ident => $does:expr) => {
        each!(@of (ref) $lists, $name, $list, $does)
    };
    ($lists:expr, $name:expr, $list:ident => $does:expr) => {
        each!(@of (mut) $lists, $name, $list, $does)
    };
}

impl Lists {
    /// The question that the list has to ask now, under this number.
    pub fn ask(&mut self, name: ListName, id: u64) -> Option<Query> {
        let page = each!(self, name, list => {
            let page = list.wanted()?;
            list.ask_as(id);
            page
        });
        Some(self.query(name, page))
    }

    /// The view of reports that is shown: what is looked for is looked for in all of them.
    pub fn view(&self) -> ReportView {
        if self.filter.find.is_empty() { self.filter.view } else { ReportView::All }
    }

    /// The same of disputes.
    pub fn dispute_view(&self) -> DisputeView {
        if self.which_disputes.find.is_empty() { self.which_disputes.view } else { DisputeView::All }
    }

    /// Whether not the whole view of disputes is shown.
    pub fn narrows_disputes(&self) -> bool {
        self.which_disputes != DisputeFilter::of(self.which_disputes.view)
    }

    /// Shows these disputes, from the top.
    pub fn show_disputes(&mut self, which: DisputeFilter) {
        self.which_disputes = which;
        self.disputes.begin_anew();
    }

    /// The list of this name, when it is one of disputes.
    pub fn disputes_in(&self, name: ListName) -> Option<&List<DisputeRow>> {
        let lists = [(ListName::Unresolved, &self.unresolved), (ListName::Disputes, &self.disputes)];
        lists.into_iter().find(|(of, _)| *of == name).map(|(_, list)| list)
    }

    fn query(&self, name: ListName, page: Page) -> Query {
        match name {
            ListName::Live => Query::Reports { filter: ReportFilter::default(), page },
            ListName::Reports => {
                Query::Reports { filter: ReportFilter { view: self.view(), ..self.filter.clone() }, page }
            }
            ListName::Unresolved => {
                Query::Disputes { filter: DisputeFilter::of(DisputeView::ByDeadline), page }
            }
            ListName::Disputes => {
                let filter = DisputeFilter { view: self.dispute_view(), ..self.which_disputes.clone() };
                Query::Disputes { filter, page }
            }
            ListName::People => Query::People { page },
            ListName::Escalations => Query::Escalations { waiting: self.handed == HandedView::Waiting, page },
            ListName::Orders => Query::Supervisions { open: self.handed != HandedView::AllOrders, page },
            ListName::ZeroReports => Query::ZeroReports { open: false, page },
            ListName::Sweeps => Query::Sweeps { open: false, page },
            ListName::Handovers => Query::Handovers { page },
            ListName::Journal => Query::Journal { filter: JournalFilter::default(), page },
            ListName::Due => Query::Due { view: self.due_view, page },
            ListName::Units => Query::Units,
        }
    }

    /// Takes an answer for a list; one of another kind than was asked for is dropped.
    pub fn take(&mut self, name: ListName, id: u64, answer: Answer, now: Timestamp, hold: bool) {
        match (name, answer) {
            (ListName::Live, Answer::Reports(rows)) => self.live.take(id, rows, hold),
            (ListName::Reports, Answer::Reports(rows)) => self.reports.take(id, rows, hold),
            (ListName::Unresolved, Answer::Disputes(rows)) => self.unresolved.take(id, rows, hold),
            (ListName::Disputes, Answer::Disputes(rows)) => self.disputes.take(id, rows, hold),
            (ListName::People, Answer::People(rows)) => self.people.take(id, rows, hold),
            (ListName::Escalations, Answer::Escalations(rows)) => self.escalations.take(id, rows, hold),
            (ListName::Orders, Answer::Supervisions(rows)) => self.orders.take(id, rows, hold),
            (ListName::ZeroReports, Answer::ZeroReports(rows)) => self.zero_reports.take(id, rows, hold),
            (ListName::Sweeps, Answer::Sweeps(rows)) => self.sweeps.take(id, rows, hold),
            (ListName::Handovers, Answer::Handovers(rows)) => self.handovers.take(id, rows, hold),
            (ListName::Journal, Answer::Journal(rows)) => self.journal.take(id, rows, hold),
            (ListName::Due, Answer::Due(lines)) => {
                let Rows { rows, more_before, more_after, total } = lines;
                let rows = rows.into_iter().map(|line| DueRow::at(line, now)).collect();
                self.due.take(id, Rows { rows, more_before, more_after, total }, hold);
            }
            (ListName::Units, Answer::Units(rows)) => {
                self.units.take(id, Rows { rows, more_before: false, more_after: false, total: None }, hold);
            }
            (name, _) => each!(self, name, list => list.give_up(id)),
        }
    }

    /// The desk refused the list to this officer.
    pub fn take_refusal(&mut self, name: ListName, id: u64, refusal: &Refusal) {
        each!(self, name, list => list.take_refusal(id, refusal));
    }

    /// The desk could not answer; the question is asked again with the next change.
    pub fn give_up(&mut self, name: ListName, id: u64) {
        each!(self, name, list => list.give_up(id));
    }

    /// What the list shows may no longer be right.
    pub fn turn_stale(&mut self, name: ListName) {
        each!(self, name, list => list.turn_stale());
    }

    /// The line was cut: no answer will come.
    pub fn forget_question(&mut self, name: ListName) {
        each!(self, name, list => list.forget_question());
    }

    /// Another officer sits down: nothing that the one before was shown stays. Each list asks for its rows anew
    /// and puts the cursor where it was.
    pub fn clear(&mut self) {
        for name in ListName::ALL {
            each!(self, name, list => list.clear());
        }
    }

    /// Gives the list so many rows of the screen.
    pub fn fit(&mut self, name: ListName, height: usize) {
        each!(self, name, list => list.fit(height));
    }

    /// The officer's eyes are on this list.
    pub fn focus(&mut self, name: ListName) {
        each!(self, name, list => list.focus());
    }

    /// The officer's eyes have left this list.
    pub fn leave(&mut self, name: ListName) {
        each!(self, name, list => list.leave());
    }

    /// Arrivals come into view.
    pub fn settle(&mut self, name: ListName) {
        each!(self, name, list => list.settle());
    }

    /// Whether arrivals stand out of sight above.
    pub fn hides_arrivals(&self, name: ListName) -> bool {
        each!(self, name, ref list => list.is_pinned())
    }

    /// Puts the cursor on a record's own row; says whether the list holds it.
    pub fn select(&mut self, name: ListName, id: RecordId) -> bool {
        each!(self, name, list => {
            let row = list.rows().iter().find(|row| row.record().is_some_and(|(of, _)| of == id));
            let found = row.map(Row::id);
            found.iter().for_each(|row| list.select(row));
            found.is_some()
        })
    }

    /// How often a record has changed by what the lists show of it.
    pub fn rev_of(&self, id: RecordId) -> Option<Rev> {
        let revs = ListName::ALL.into_iter().filter_map(|name| {
            each!(self, name, ref list => {
                let own = list.rows().iter().filter_map(Row::record).filter(|(of, _)| *of == id);
                own.map(|(_, rev)| rev).max()
            })
        });
        revs.max()
    }

    /// The list of this name, when it is one of reports.
    pub fn reports_in(&self, name: ListName) -> Option<&List<ReportRow>> {
        let lists = [(ListName::Live, &self.live), (ListName::Reports, &self.reports)];
        lists.into_iter().find(|(of, _)| *of == name).map(|(_, list)| list)
    }

    /// Moves the cursor of a list.
    pub fn travel(&mut self, name: ListName, how: Travel) {
        each!(self, name, list => how.on(list));
    }
}

/// How a cursor moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Travel {
    /// By rows.
    Rows(isize),
    /// By pages.
    Pages(isize),
    /// To the first row.
    Top,
    /// To the last row.
    Bottom,
}

impl Travel {
    /// Moves the cursor of this list.
    pub fn on<T: Row>(self, list: &mut List<T>) {
        match self {
            Travel::Rows(by) => list.step(by),
            Travel::Pages(by) => list.page(by),
            Travel::Top => list.to_top(),
            Travel::Bottom => list.to_bottom(),
        }
    }
}
