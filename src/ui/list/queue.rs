//! How the due queue stays in order while time passes: what was ahead becomes late without anybody having acted.

use super::{DueRow, List, Row};
use jiff::Timestamp;

impl List<DueRow> {
    /// Time has passed. Rows that have become late go to their new places, the cursor goes with its row and stays on its
    /// line of the screen where it can; what the list doesn't hold is asked for.
    pub fn look_at_clock(&mut self, now: Timestamp) {
        let turned = |row: &DueRow| row.line.due.rank(now) != row.place.0;
        if !self.rows.iter().any(turned) {
            return;
        }
        let line = self.at.saturating_sub(self.top);
        for row in &mut self.rows {
            row.place = row.line.due.urgency(now);
        }
        self.rows.sort_by_cached_key(Row::place);
        if let Some(at) = self.cursor.as_ref().and_then(|id| self.place_of(id)) {
            self.at = at;
            self.top = at.saturating_sub(line).min(self.furthest());
            self.show_cursor();
        }
        self.stale = true;
    }
}
