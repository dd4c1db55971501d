//! Owns where everything stands on a screen of a given size. It only measures; nothing is drawn here.

use crate::keys::Action;
use ratatui::layout::Rect;

/// The fewest columns a console can be used with.
pub const COLUMNS_MIN: u16 = 60;
/// The fewest rows a console can be used with.
pub const ROWS_MIN: u16 = 16;

/// The screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Screen {
    /// The four panes.
    #[default]
    Desk,
    /// Reports.
    Reports,
    /// Disputes.
    Disputes,
    /// Units.
    Patrol,
    /// Persons at risk.
    People,
    /// Escalations.
    Escalations,
    /// Handovers.
    Handover,
    /// The journal.
    Journal,
    /// What is due.
    Due,
}

impl Screen {
    /// The action that goes to it.
    pub const fn action(self) -> Action {
        match self {
            Screen::Desk => Action::ScreenDesk,
            Screen::Reports => Action::ScreenReports,
            Screen::Disputes => Action::ScreenDisputes,
            Screen::Patrol => Action::ScreenPatrol,
            Screen::People => Action::ScreenPeople,
            Screen::Escalations => Action::ScreenEscalations,
            Screen::Handover => Action::ScreenHandover,
            Screen::Journal => Action::ScreenJournal,
            Screen::Due => Action::ScreenDue,
        }
    }
}

/// The panes of the Desk screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pane {
    /// Open reports.
    #[default]
    Reports,
    /// Unresolved disputes.
    Disputes,
    /// Units.
    Patrol,
    /// Persons at risk.
    People,
}

impl Pane {
    /// Every pane, in the order of the tab key.
    pub const ALL: [Pane; 4] = [Pane::Reports, Pane::Disputes, Pane::Patrol, Pane::People];

    /// The pane after this one.
    pub const fn next(self) -> Pane {
        match self {
            Pane::Reports => Pane::Disputes,
            Pane::Disputes => Pane::Patrol,
            Pane::Patrol => Pane::People,
            Pane::People => Pane::Reports,
        }
    }

    /// The pane before this one.
    pub const fn previous(self) -> Pane {
        match self {
            Pane::Reports => Pane::People,
            Pane::Disputes => Pane::Reports,
            Pane::Patrol => Pane::Disputes,
            Pane::People => Pane::Patrol,
        }
    }
}

/// The parts that every screen has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Places {
    /// Station, shift, officer, clock.
    pub title: Rect,
    /// What is wrong; no rows when nothing is.
    pub banner: Rect,
    /// The lights.
    pub lights: Rect,
    /// What the screen is for.
    pub body: Rect,
    /// Receipts, refusals, the line to the desk.
    pub status: Rect,
    /// Keys.
    pub hints: Rect,
}

/// Parts a screen of this size with so many rows of banner; none when it is too small.
pub fn places(columns: u16, rows: u16, banner: u16) -> Option<Places> {
    if columns < COLUMNS_MIN || rows < ROWS_MIN {
        return None;
    }
    let line = |y: u16, height: u16| Rect { x: 0, y, width: columns, height };
    let top = 2 + banner;
    Some(Places {
        title: line(0, 1),
        banner: line(1, banner),
        lights: line(1 + banner, 1),
        body: line(top, rows - top - 2),
        status: line(rows - 2, 1),
        hints: line(rows - 1, 1),
    })
}

/// The Desk screen's body: the strip of what is due, and the four panes with the borders they share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeskPlaces {
    /// What is due next.
    pub due: Rect,
    /// The panes with their borders; neighbours share one line.
    pub frame: Rect,
    /// The column of the border between left and right.
    pub middle: u16,
    /// The row of the border between upper and lower.
    pub waist: u16,
    /// A pane that has the frame to itself.
    pub zoomed: Option<Pane>,
}

/// Parts the Desk screen's body.
pub fn desk(body: Rect, zoomed: Option<Pane>) -> DeskPlaces {
    let due = Rect { height: 1, ..body };
    let frame = Rect { y: body.y + 1, height: body.height - 1, ..body };
    // Reports and units have more to say in a row than the two others.
    let share = if frame.width < 100 { (5, 8) } else { (2, 3) };
    let middle = frame.x + frame.width.saturating_mul(share.0) / share.1;
    let waist = frame.y + (frame.height - 1) * 3 / 5;
    DeskPlaces { due, frame, middle, waist, zoomed }
}

impl DeskPlaces {
    /// The room inside a pane's borders; no rows for one that is hidden by a zoomed one.
    pub fn room(&self, pane: Pane) -> Rect {
        let frame = self.frame;
        let (left, right) = (frame.x + 1, frame.right() - 1);
        let (top, bottom) = (frame.y + 1, frame.bottom() - 1);
        if let Some(zoomed) = self.zoomed {
            let height = if zoomed == pane { bottom - top } else { 0 };
            return Rect { x: left, y: top, width: right - left, height };
        }
        let (x, end) = match pane {
            Pane::Reports | Pane::Patrol => (left, self.middle),
            Pane::Disputes | Pane::People => (self.middle + 1, right),
        };
        let (y, last) = match pane {
            Pane::Reports | Pane::Disputes => (top, self.waist),
            Pane::Patrol | Pane::People => (self.waist + 1, bottom),
        };
        Rect { x, y, width: end - x, height: last - y }
    }
}

/// A screen that is one list: a line that says what it shows, the names of the columns, the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListPlaces {
    /// What the list shows.
    pub says: Rect,
    /// The names of the columns.
    pub names: Rect,
    /// The rows.
    pub rows: Rect,
}

/// Parts the body of a screen that is one list. The rows reach from edge to edge, so that a terminal can scroll them.
pub fn list(body: Rect) -> ListPlaces {
    ListPlaces {
        says: Rect { height: 1, ..body },
        names: Rect { y: body.y + 1, height: 1, ..body },
        rows: Rect { y: body.y + 2, height: body.height - 2, ..body },
    }
}

/// The rows under the due queue that say why the line under the cursor is there.
const WHY_ROWS: u16 = 2;

/// Parts the body of the Due screen: the list, and below it why the line under the cursor is there.
pub fn due(body: Rect) -> (Rect, Rect) {
    let height = body.height.saturating_sub(WHY_ROWS);
    let why = Rect { y: body.y + height, height: body.height - height, ..body };
    (Rect { height, ..body }, why)
}
