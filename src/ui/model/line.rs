//! How the line to the desk stands.

use crate::ui::msg::Parting;
use jiff::Timestamp;

/// How the line to the desk stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Line {
    /// Not there yet.
    #[default]
    Opening,
    /// Up.
    Up,
    /// Cut; the shell tries again.
    Down {
        /// Since when; none when the console's clock was never set.
        since: Option<Timestamp>,
        /// What the desk said at the end.
        parting: Option<Parting>,
    },
}

impl Line {
    /// Whether the desk can be asked now.
    pub fn is_up(&self) -> bool {
        *self == Line::Up
    }
}
