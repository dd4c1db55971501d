//! Owns how things look, by what they mean. 16 colours at most, and never the only carrier of a meaning: each has a sign,
//! a word or a place as well.

use crate::domain::due::Light;
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::{border, line};

/// What the terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colours {
    /// The 16 colours.
    #[default]
    Sixteen,
    /// None: bold and reversed only.
    None,
}

/// What borders are drawn with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Borders {
    /// `+`, `-` and `|`, right on every terminal.
    #[default]
    Ascii,
    /// Box-drawing lines, where the terminal shows them one cell wide.
    Lines,
}

/// The looks of the console.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// What the terminal can show.
    pub colours: Colours,
    /// What borders are drawn with.
    pub borders: Borders,
    /// Whether the row under the cursor is painted as a whole: easier to see, dearer over a slow line.
    pub high_contrast: bool,
}

impl Theme {
    /// Ordinary text.
    pub const fn plain(self) -> Style {
        Style::new()
    }

    /// Headings, titles of panes, names of fields.
    pub const fn heading(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// What matters less: columns' names, sides.
    pub const fn quiet(self) -> Style {
        self.coloured(Color::Cyan, Modifier::empty())
    }

    /// A key in the hints.
    pub const fn key(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// The number of the row under the cursor, the choice under the cursor.
    pub const fn cursor(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// The border and title of the pane that has the focus.
    pub const fn focus(self) -> Style {
        self.coloured(Color::Green, Modifier::BOLD)
    }

    /// A light by its state.
    pub const fn light(self, light: Light) -> Style {
        match light {
            Light::Green => self.plain(),
            Light::Amber => self.amber_light(),
            Light::Red => self.red_light(),
        }
    }

    /// Overdue.
    pub const fn red_light(self) -> Style {
        self.coloured(Color::Red, Modifier::BOLD)
    }

    /// Due soon.
    pub const fn amber_light(self) -> Style {
        self.coloured(Color::Yellow, Modifier::BOLD)
    }

    /// In order.
    pub const fn green_light(self) -> Style {
        self.coloured(Color::Green, Modifier::empty())
    }

    /// A row that arrived a moment ago.
    pub const fn fresh(self) -> Style {
        self.coloured(Color::Green, Modifier::BOLD)
    }

    /// A refusal, or why something can't be done.
    pub const fn refusal(self) -> Style {
        self.coloured(Color::Yellow, Modifier::BOLD)
    }

    /// A receipt.
    pub const fn receipt(self) -> Style {
        self.coloured(Color::Green, Modifier::empty())
    }

    /// What is wrong with the desk, across the screen.
    pub const fn banner(self) -> Style {
        match self.colours {
            Colours::Sixteen => Style::new().fg(Color::White).bg(Color::Red).add_modifier(Modifier::BOLD),
            Colours::None => Style::new().add_modifier(Modifier::REVERSED.union(Modifier::BOLD)),
        }
    }

    /// A notice, over a whole row.
    pub const fn notice(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED.union(Modifier::BOLD))
    }

    /// The word that says that this is a training desk.
    pub const fn training(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED.union(Modifier::BOLD))
    }

    /// The signs that borders are drawn with.
    pub const fn border(self) -> border::Set<'static> {
        match self.borders {
            Borders::Lines => border::PLAIN,
            Borders::Ascii => border::Set {
                top_left: "+",
                top_right: "+",
                bottom_left: "+",
                bottom_right: "+",
                vertical_left: "|",
                vertical_right: "|",
                horizontal_top: "-",
                horizontal_bottom: "-",
            },
        }
    }

    /// The signs where shared borders meet: down, up, right, left, all four.
    pub const fn joints(self) -> [&'static str; 5] {
        match self.borders {
            Borders::Lines => [
                line::NORMAL.horizontal_down,
                line::NORMAL.horizontal_up,
                line::NORMAL.vertical_right,
                line::NORMAL.vertical_left,
                line::NORMAL.cross,
            ],
            Borders::Ascii => ["+"; 5],
        }
    }

    const fn coloured(self, colour: Color, modifier: Modifier) -> Style {
        match self.colours {
            Colours::Sixteen => Style::new().fg(colour).add_modifier(modifier),
            Colours::None => Style::new().add_modifier(modifier),
        }
    }
}
