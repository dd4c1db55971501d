//! The line of keys at the bottom of the screen: as many as fit, the way to help always among them.

use super::ink::{Piece, piece, pieces_width, put_pieces};
use crate::ui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Keys and what they do.
#[derive(Clone, Debug)]
pub struct Hints {
    /// Each key with its label, the most useful first.
    pub keys: Vec<(String, String)>,
    /// The one that is shown in any case, at the end.
    pub last: Option<(String, String)>,
}

impl Hints {
    /// Draws them into a row.
    pub fn draw(&self, buf: &mut Buffer, row: Rect, theme: Theme) {
        let one = |(key, label): &(String, String)| -> [Piece; 2] {
            [piece(key, theme.key()), piece(format!(" {label}"), theme.plain())]
        };
        let gap = || piece("  ", theme.plain());
        let last: Vec<Piece> = self.last.iter().flat_map(&one).collect();
        let mut line: Vec<Piece> = Vec::new();
        for hint in self.keys.iter().map(one) {
            let wide = pieces_width(&line) + pieces_width(&hint) + pieces_width(&last);
            // Each hint has a gap behind it.
            if wide + 2 > row.width {
                break;
            }
            line.extend(hint);
            line.push(gap());
        }
        line.extend(last);
        put_pieces(buf, row, &line);
    }
}
