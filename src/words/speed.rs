//! What is said of the three speeds.

use super::Words;
use crate::domain::speed::{Speed, SpeedTally};

impl Words {
    /// What a speed is called.
    pub fn speed_name(&self, speed: Speed) -> String {
        self.named("speed", speed.code())
    }

    /// What its buckets are called, the fastest first: `30 s`, `1 min`, `5 min`, `later`.
    pub fn speed_buckets(&self, speed: Speed) -> Vec<String> {
        let ends = speed.ends().into_iter().map(|end| self.span(end));
        ends.chain([self.get("speed-later")]).collect()
    }

    /// How many fell in each bucket: `accept 92% (30 s 11, 1 min 1, 5 min 0, later 0)`.
    pub fn speed(&self, tally: &SpeedTally) -> String {
        let buckets = self.speed_buckets(tally.speed).into_iter().zip(tally.buckets);
        let buckets: Vec<String> = buckets.map(|(name, n)| format!("{name} {n}")).collect();
        let args = [("share", self.speed_share(tally)), ("buckets", self.join(&buckets))];
        self.with("speed-whole", &args.each_ref().map(|(name, text)| (*name, text.as_str())))
    }

    /// How many of a hundred were in time: `accept 92%`.
    pub fn speed_share(&self, tally: &SpeedTally) -> String {
        let share = tally.in_time_percent().map_or_else(|| "-".to_owned(), |share| format!("{share}%"));
        self.with("speed-share", &[("speed", &self.speed_name(tally.speed)), ("share", &share)])
    }
}
