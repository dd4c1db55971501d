//! Sweeps as an officer reads them: their days, what a beat found, how a campaign stands.

use super::Words;
use crate::domain::row::SweepRow;
use crate::domain::sweep::{Campaign, Period};

impl Words {
    /// The days of a sweep.
    ///
    /// ```
    /// use dutydesk::{domain::{Lang, sweep::Period}, words::Words};
    /// let period = Period { from: "2026-11-16".parse().unwrap(), to: "2026-11-22".parse().unwrap() };
    /// assert_eq!(Words::new(Lang::En).period(period), "11-16 to 11-22");
    /// ```
    pub fn period(&self, period: Period) -> String {
        self.with("sweep-period", &[("from", &self.day(period.from)), ("to", &self.day(period.to))])
    }

    /// What a beat found, and how many disputes were entered of it when those are fewer; empty while it has not answered.
    pub fn found(&self, row: &SweepRow) -> String {
        let Some(answer) = &row.sweep.answer else {
            return match row.entered {
                0 => String::new(),
                entered => self.count("sweep-entered", entered.into()),
            };
        };
        let found = match answer.found {
            0 => self.get("sweep-nothing"),
            found => self.count("sweep-found", found.into()),
        };
        if row.entered == answer.found {
            return found;
        }
        let entered = self.count("sweep-entered", row.entered.into());
        self.with("sweep-found-but", &[("found", &found), ("entered", &entered)])
    }

    /// How a campaign stands: `11-16 to 11-22: found 3 (5 disputes), nothing found 6, missing 1`.
    pub fn campaign(&self, campaign: Campaign) -> String {
        let of = |n: u32| n.to_string();
        let args = [
            ("period", self.period(campaign.period)),
            ("found", of(campaign.found)),
            ("disputes", of(campaign.disputes)),
            ("nothing", of(campaign.nothing)),
            ("missing", of(campaign.missing)),
        ];
        let args: Vec<(&str, &str)> = args.iter().map(|(name, text)| (*name, text.as_str())).collect();
        self.with("sweep-campaign", &args)
    }
}
