//! What lies over a screen and has the keys while it does: a form, a picker, the palette, help, a confirmation.
//!
//! An overlay takes actions and text and says what came of them; it asks nothing of the desk itself. `update` opens and
//! closes it. The which-key popup is no overlay: [`which::draw`] draws it while a sequence of keys is unfinished.

pub mod confirm;
mod does;
pub mod help;
pub mod menu;
pub mod palette;
pub mod sheet;
pub mod which;

use jiff::Timestamp;
use jiff::civil::Date;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::dispute::Dispute;
use crate::domain::due::Due;
use crate::domain::query::DisputeFilter;
use crate::domain::{Command, OfficerId, Private, RecordId, Secret, Station};
use crate::keys::{Action, Keymap, Layer};
use crate::ui::form::Form;
use crate::ui::theme::Theme;
use crate::words::Words;

pub use confirm::Confirm;
pub(crate) use does::Does;
pub use help::Help;
pub use menu::{Menu, Pick};
pub use palette::PaletteRow;

/// What an overlay needs to know of the console while it takes keys.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The station as set up: codes, beats, officers, zone.
    pub station: &'a Station,
    /// The words of the console's language.
    pub words: &'a Words,
    /// The desk's clock.
    pub now: Timestamp,
    /// The duty day.
    pub today: Date,
    /// How many columns the screen has: moving up and down in a wrapped text depends on it.
    pub columns: u16,
}

/// What an overlay needs to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// What the keys see too.
    pub setting: Setting<'a>,
    /// The looks.
    pub theme: Theme,
    /// The keys, for the hints.
    pub keymap: &'a Keymap,
}

/// What came of an action or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing changed.
    Stay,
    /// The overlay changed: draw it, and keep the draft of a form.
    Changed,
    /// The officer leaves it.
    Close,
    /// The officer has decided.
    Submit(Submitted),
}

/// What the officer decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Submitted {
    /// Something for the desk to do.
    Command(Box<Command>),
    /// An officer signs in.
    SignIn {
        /// The officer.
        officer: OfficerId,
        /// The officer's passphrase.
        passphrase: Secret,
    },
    /// A remark on an item that is about to be handed over; the console keeps it until the outgoing officer signs.
    Remark {
        /// The item.
        on: RecordId,
        /// The remark; an empty one takes an earlier one away.
        text: Private,
    },
    /// An act on one of several things that a record owes.
    OnOwed {
        /// The act.
        action: Action,
        /// What is owed.
        due: Box<Due>,
    },
    /// An action of the palette.
    Run(Action),
    /// The list of earlier reports, over the form of a new one.
    Earlier,
    /// A record to look at.
    Open(RecordId),
    /// One of those who stand in a dispute, to be corrected.
    OnParty {
        /// The dispute.
        dispute: Box<Dispute>,
        /// Which of them, from 1.
        n: u16,
    },
    /// Other disputes to be listed.
    Narrow(Box<DisputeFilter>),
}

/// What lies over the screen.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// A form.
    Form(Box<Form>),
    /// A picker.
    Menu(Box<Menu>),
    /// The palette: every action by its name.
    Palette(Box<Menu>),
    /// The keys that count now.
    Help(Box<Help>),
    /// Something that can't be undone is typed out first.
    Confirm(Box<Confirm>),
}

impl Overlay {
    /// Takes an action of [`Overlay::layers`]; any other leaves it as it is.
    pub fn action(&mut self, action: Action, setting: &Setting<'_>) -> Outcome {
        let Some(does) = Does::of(action) else { return Outcome::Stay };
        match self {
            Overlay::Form(form) => form.does(does, setting),
            Overlay::Menu(menu) | Overlay::Palette(menu) => menu.does(does),
            Overlay::Help(help) => help.does(does),
            Overlay::Confirm(confirm) => confirm.does(does),
        }
    }

    /// Takes typed or pasted text.
    pub fn text(&mut self, text: &str, setting: &Setting<'_>) -> Outcome {
        match self {
            Overlay::Form(form) => form.text(text, setting),
            Overlay::Menu(menu) | Overlay::Palette(menu) => menu.text(text),
            Overlay::Help(_) => Outcome::Stay,
            Overlay::Confirm(confirm) => confirm.text(text),
        }
    }

    /// The layers whose keys count, topmost first. Whatever else shall count over an overlay, `update` adds.
    pub const fn layers(&self) -> &'static [Layer] {
        match self {
            Overlay::Form(_) => &[Layer::Form],
            Overlay::Menu(_) | Overlay::Palette(_) | Overlay::Help(_) | Overlay::Confirm(_) => &[Layer::Menu],
        }
    }

    /// The form, when it is one.
    pub fn form(&self) -> Option<&Form> {
        match self {
            Overlay::Form(form) => Some(form),
            Overlay::Menu(_) | Overlay::Palette(_) | Overlay::Help(_) | Overlay::Confirm(_) => None,
        }
    }

    /// The form, when it is one, to tell it what the desk answered.
    pub fn form_mut(&mut self) -> Option<&mut Form> {
        match self {
            Overlay::Form(form) => Some(form),
            Overlay::Menu(_) | Overlay::Palette(_) | Overlay::Help(_) | Overlay::Confirm(_) => None,
        }
    }

    /// Draws it over `area` and puts the terminal's cursor at the caret, where input methods need it.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, look: &Look<'_>) {
        if let Some(caret) = self.paint(frame.buffer_mut(), area, look) {
            frame.set_cursor_position(caret);
        }
    }

    /// Draws it over `area`; gives the caret's cell, when it has one there.
    pub fn paint(&self, buf: &mut Buffer, area: Rect, look: &Look<'_>) -> Option<Position> {
        let caret = match self {
            Overlay::Form(form) => form.paint(buf, area, look),
            Overlay::Menu(menu) | Overlay::Palette(menu) => menu.paint(buf, area, look),
            Overlay::Help(help) => help.paint(buf, area, look),
            Overlay::Confirm(confirm) => confirm.paint(buf, area, look),
        };
        caret.filter(|caret| area.contains(*caret))
    }
}
