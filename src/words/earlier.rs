//! What is said of earlier reports and of calls that repeat.

use super::Words;
use crate::domain::earlier::{COUNT_MAX, History, Repeat, Same};

impl Words {
    /// How many earlier reports there are: `this place 3, this number 99+`.
    pub fn earlier_counts(&self, history: &History) -> String {
        let counts = [(Same::Place, history.place), (Same::Caller, history.caller)];
        let some = counts.into_iter().filter(|(_, count)| *count > 0);
        let said: Vec<String> = some
            .map(|(by, count)| {
                let many = usize::try_from(count).is_ok_and(|count| count >= COUNT_MAX);
                let count = if many { self.get("earlier-many") } else { count.to_string() };
                self.with(&format!("earlier-{}", by.code()), &[("count", &count)])
            })
            .collect();
        self.join(&said)
    }

    /// What an earlier report has in common with this one, in one word.
    pub fn earlier_by(&self, same: &[Same]) -> String {
        match same {
            [] => String::new(),
            [only] => self.get(&format!("earlier-by-{}", only.code())),
            [_, ..] => self.get("earlier-by-both"),
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
        self.with("repeat-advice", &[("repeat", &self.repeated(repeat))])
    }

    /// The mark of a repeated call in a row, such as `call 3:`.
    pub fn call_mark(&self, call: u32) -> String {
        self.with("repeat-mark", &[("call", &call.to_string())])
    }
}
