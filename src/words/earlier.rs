//! What is said of earlier reports and of calls that repeat.

use super::Words;
use crate::domain::RecordId;
use crate::domain::earlier::{COUNT_MAX, EarlierDispute, History, Repeat, Same};
use crate::domain::row::ReportRow;
use jiff::Timestamp;
use jiff::tz::TimeZone;

impl Words {
    /// How many earlier reports there are: `this place 3, this number 99+`.
    pub fn earlier_counts(&self, history: &History) -> String {
        let counts =
            [(Same::Place, history.place), (Same::Caller, history.caller), (Same::Sides, history.sides)];
        let some = counts.into_iter().filter(|(_, count)| *count > 0);
        let said: Vec<String> = some
            .map(|(by, count)| {
                let many = usize::try_from(count).is_ok_and(|count| count >= COUNT_MAX);
                let count = if many { self.get("earlier-many") } else { count.to_string() };
                self.with(&format!("earlier-{}", by.code()), &[("count", &count)])
            })
            .collect();
        let disputes = match history.disputes.len() {
            0 => None,
            count => Some(self.with("earlier-disputes", &[("count", &count.to_string())])),
        };
        self.join(&said.into_iter().chain(disputes).collect::<Vec<_>>())
    }

    /// What an earlier report has in common with this one, in one word.
    pub fn earlier_by(&self, same: &[Same]) -> String {
        match same {
            [] => String::new(),
            [only] => self.get(&format!("earlier-by-{}", only.code())),
            // That it is between the same two says more than the rest.
            [.., Same::Sides] => self.get("earlier-by-sides"),
            [_, ..] => self.get("earlier-by-both"),
        }
    }

    /// An earlier dispute in one line: number, when, category, status, whom it is between.
    pub fn earlier_dispute(&self, dispute: &EarlierDispute, zone: &TimeZone, now: Timestamp) -> String {
        let parts = [
            dispute.id.to_string(),
            self.clock(dispute.found_at, zone, now),
            self.name(dispute.category),
            self.name(dispute.status),
            dispute.names.0.clone(),
        ];
        parts.join("  ")
    }

    /// What is proposed: to make a dispute of these calls, or to link them to the one there is.
    pub fn proposed(&self, calls: &[RecordId], dispute: Option<RecordId>) -> String {
        let ids: Vec<String> = calls.iter().map(ToString::to_string).collect();
        let ids = self.join(&ids);
        match dispute {
            Some(dispute) if calls.is_empty() => {
                self.with("proposal-link-alone", &[("dispute", &dispute.to_string())])
            }
            Some(dispute) => self.with("proposal-link", &[("dispute", &dispute.to_string()), ("ids", &ids)]),
            None => self.with("proposal-make", &[("ids", &ids)]),
        }
    }

    /// `call 3 from this place in 30 days: R-20261119-004, R-20261103-011`.
    pub fn repeated(&self, repeat: &Repeat) -> String {
        let args = [("call", repeat.call().to_string()), ("days", repeat.days.to_string())];
        let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
        let said = self.with(&format!("repeat-{}", repeat.by.code()), &args);
        let ids: Vec<String> = repeat.earlier.iter().map(ToString::to_string).collect();
        self.with("repeat-of", &[("repeat", &said), ("ids", &self.join(&ids))])
    }

    /// The same with what may be done about it.
    pub fn repeated_with_advice(&self, repeat: &Repeat) -> String {
        match repeat.by {
            Same::Place | Same::Caller => self.with("repeat-advice", &[("repeat", &self.repeated(repeat))]),
            // What may be done about it, the proposal says.
            Same::Sides => self.repeated(repeat),
        }
    }

    /// The mark of a repeated call in a row, such as `call 3:`.
    pub fn call_mark(&self, call: u32) -> String {
        self.with("repeat-mark", &[("call", &call.to_string())])
    }

    /// What stands before what was told in the row of a report: that a dispute is proposed, or which call it is.
    pub fn row_mark(&self, row: &ReportRow) -> Option<String> {
        let call = (row.call > 0).then(|| self.call_mark(row.call));
        if row.proposed { Some(self.get("proposal-mark")) } else { call }
    }
}
