//! Owns everything the console knows and shows. Only `update` changes it; `view` reads it.

pub mod drafts;
pub mod handing;
pub mod line;
pub mod lists;
pub mod marks;
pub mod message;
pub mod notices;
pub mod open;
pub mod orders;
mod owed;
pub mod told;
mod under;

use crate::domain::desk::Board;
use crate::domain::shift::Watch;
use crate::domain::{Lang, OfficerId, RecordId, Rev, SignedIn, Station};
use crate::keys::{Action, Key, Keymap};
use crate::ui::overlay::{Look, Overlay, Setting};
use crate::ui::place::{Pane, Places, Screen, places};
use crate::ui::reading::Reading;
use crate::ui::screen::banner;
use crate::ui::theme::Theme;
use crate::ui::widget::field::TextField;
use crate::words::Words;
use drafts::Drafts;
use handing::Handing;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use line::Line;
use lists::{ListName, Lists};
use marks::{Marks, Several};
use message::Message;
use notices::Notices;
use open::Open;
use orders::Orders;
use std::collections::{BTreeMap, VecDeque};
use told::Told;

pub use under::{DisputeUnder, HandoverUnder, ReportUnder, Under};

/// How the console is started.
#[derive(Clone, Debug)]
pub struct Options {
    /// The language to begin with.
    pub lang: Lang,
    /// The looks.
    pub theme: Theme,
    /// The keys.
    pub keymap: Keymap,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
}

/// What a question on its way to the desk is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The station as set up.
    Station,
    /// The lights and what is due.
    Board,
    /// Half-filled forms.
    Drafts,
    /// A page of a list.
    List(ListName),
    /// The open record.
    Open,
    /// The record that an act needs to see whole.
    Awaited,
    /// What would be handed over now.
    HandoverDraft,
    /// An officer signing in.
    SignIn,
    /// A form being kept.
    Keep,
    /// Earlier reports, while a new one is entered.
    Earlier,
}

/// An overlay, and what it was opened on.
#[derive(Clone, Debug)]
pub struct Laid {
    /// The overlay.
    pub overlay: Overlay,
    /// How often the record had changed when the officer began.
    pub seen: Option<Rev>,
    /// The key of the order that it was sent as, while that is not answered.
    pub sent: Option<String>,
    /// The officer was told that somebody else has changed the record, and saves knowing it.
    pub warned: bool,
}

/// An act that waits until the whole record is here. Keys pressed meanwhile are held.
#[derive(Clone, Debug)]
pub struct Awaited {
    /// The record, asked for anew.
    pub page: Open,
    /// What is to be done then.
    pub action: Action,
    /// Keys pressed since.
    pub held: VecDeque<Key>,
}

/// Everything the console knows and shows.
#[derive(Debug)]
pub struct Model {
    pub(super) words: Words,
    pub(super) theme: Theme,
    pub(super) keymap: Keymap,
    pub(super) size: (u16, u16),
    pub(super) now: Timestamp,
    pub(super) last_key: Option<Timestamp>,

    pub(super) line: Line,
    pub(super) session: String,
    pub(super) who: Option<SignedIn>,
    pub(super) last_officer: Option<OfficerId>,
    pub(super) last_id: u64,
    pub(super) asked: BTreeMap<u64, Asked>,
    pub(super) orders: Orders,
    pub(super) marks: Marks,
    /// Acts on several reports of which not all is answered.
    pub(super) several: Vec<Several>,

    pub(super) station: Told<Station>,
    pub(super) no_station: Station,
    pub(super) zone: TimeZone,
    /// The watch that stands now; none until the station is known.
    pub(super) watch: Option<Watch>,
    pub(super) board: Told<Board>,
    pub(super) lists: Lists,

    pub(super) screen: Screen,
    pub(super) pane: Pane,
    pub(super) zoomed: bool,
    pub(super) open: Option<Open>,
    pub(super) handing: Handing,
    pub(super) find: Option<TextField>,
    pub(super) overlays: Vec<Laid>,
    pub(super) awaited: Option<Awaited>,
    /// A record that was entered here a moment ago: the cursor goes to it when its row comes, unless a key comes first.
    pub(super) entered: Option<RecordId>,
    /// The officer was told that acts are not confirmed, and may leave with the next key.
    pub(super) may_leave: bool,
    pub(super) pressed: Vec<Key>,
    pub(super) message: Option<Message>,
    pub(super) notices: Notices,
    pub(super) drafts: Drafts,
}

impl Model {
    /// A console that has no line to the desk yet.
    pub fn new(options: Options) -> Model {
        Model {
            words: Words::new(options.lang),
            theme: options.theme,
            keymap: options.keymap,
            size: options.size,
            now: Timestamp::UNIX_EPOCH,
            last_key: None,
            line: Line::Opening,
            session: String::new(),
            who: None,
            last_officer: None,
            last_id: 0,
            asked: BTreeMap::new(),
            orders: Orders::default(),
            marks: Marks::default(),
            several: Vec::new(),
            station: Told::default(),
            no_station: Station::default(),
            zone: TimeZone::UTC,
            watch: None,
            board: Told::default(),
            lists: Lists::default(),
            screen: Screen::Desk,
            pane: Pane::Reports,
            zoomed: false,
            open: None,
            handing: Handing::default(),
            find: None,
            overlays: Vec::new(),
            awaited: None,
            entered: None,
            may_leave: false,
            pressed: Vec::new(),
            message: None,
            notices: Notices::default(),
            drafts: Drafts::default(),
        }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// The screen that is shown.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// Who the session acts for.
    pub fn who(&self) -> Option<&OfficerId> {
        self.who.as_ref().map(|who| &who.officer)
    }

    /// The station; an empty one until the desk has told it.
    pub fn station(&self) -> &Station {
        self.station.get().unwrap_or(&self.no_station)
    }

    /// The duty day.
    pub fn today(&self) -> Date {
        self.watch.as_ref().map_or_else(|| self.zone.to_datetime(self.now).date(), |watch| watch.day)
    }

    /// Finds the watch that stands now, when the one known has ended or the station was set up anew.
    pub(super) fn find_watch(&mut self) {
        let now = self.now;
        let stands = |watch: &Watch| watch.from <= now && now < watch.until;
        if self.station.get().is_some() && !self.watch.as_ref().is_some_and(stands) {
            self.watch = Some(self.station().watch(now));
        }
    }

    /// How many rows of reports the console holds.
    pub fn rows_held(&self) -> usize {
        self.lists.live.rows().len() + self.lists.reports.rows().len()
    }

    /// What texts are read against.
    pub fn reading(&self) -> Reading<'_> {
        Reading {
            words: &self.words,
            station: self.station(),
            zone: &self.zone,
            now: self.now,
            today: self.today(),
            theme: self.theme,
        }
    }

    /// What overlays need to know while they take keys.
    pub fn setting(&self) -> Setting<'_> {
        let (station, today) = (self.station(), self.today());
        Setting { station, words: &self.words, now: self.now, today, columns: self.size.0 }
    }

    /// What overlays need to be drawn.
    pub fn look(&self) -> Look<'_> {
        Look { setting: self.setting(), theme: self.theme, keymap: &self.keymap }
    }

    /// Where everything stands; none when the window is too small.
    pub fn places(&self) -> Option<Places> {
        let banner = banner(self).len();
        places(self.size.0, self.size.1, u16::try_from(banner).unwrap_or(0))
    }

    /// A number for the next question.
    pub(super) fn next_id(&mut self) -> u64 {
        self.last_id += 1;
        self.last_id
    }

    /// The lists that the screen shows now.
    pub(super) fn visible(&self) -> &'static [ListName] {
        if self.open.is_some() {
            return &[];
        }
        match self.screen {
            Screen::Desk => &[ListName::Live, ListName::Unresolved, ListName::People],
            Screen::Reports => &[ListName::Reports],
            Screen::Disputes => &[ListName::Disputes],
            Screen::Patrol => &[],
            Screen::People => &[ListName::People],
            Screen::Escalations => self.lists.handed.lists(),
            Screen::Handover => &[ListName::Handovers],
            Screen::Journal => &[ListName::Journal],
            Screen::Due => &[ListName::Due],
        }
    }

    /// The list that the cursor is in; none where it moves through a record or the draft of a handover.
    pub(super) fn focused(&self) -> Option<ListName> {
        if self.open.is_some() {
            return None;
        }
        match (self.screen, self.pane) {
            (Screen::Desk, Pane::Reports) => Some(ListName::Live),
            (Screen::Desk, Pane::Disputes) => Some(ListName::Unresolved),
            (Screen::Disputes, _) => Some(ListName::Disputes),
            (Screen::Desk, Pane::Patrol) | (Screen::Patrol, _) => Some(ListName::Units),
            (Screen::Desk, Pane::People) | (Screen::People, _) => Some(ListName::People),
            (Screen::Reports, _) => Some(ListName::Reports),
            (Screen::Escalations, _) => Some(self.lists.handed.list()),
            (Screen::Handover, _) => (!self.handing.on_draft).then_some(ListName::Handovers),
            (Screen::Journal, _) => Some(ListName::Journal),
            (Screen::Due, _) => Some(ListName::Due),
        }
    }
}
