//! What is said of the three speeds.

use super::Words;
use crate::domain::speed::{Speed, SpeedTally};

impl Words {
    /// What a speed is called.
    pub fn speed_name(&self, speed: Speed) -> String {
        self.named("speed", speed.code())
    }

    /// What its buckets are called, the fastest first: `30 s`, `1 min`, `5 min`, `later`.
    fn buckets(&self, speed: Speed) -> impl Iterator<Item = String> {
        let ends = speed.ends().into_iter().map(|end| self.span(end));
        ends.chain([self.get("speed-later")])
    }

    /// How many fell in each bucket: `accept 92% (30 s 11, 1 min 1, 5 min 0, later 0)`.
    pub fn speed(&self, tally: &SpeedTally) -> String {
        let buckets = self.buckets(tally.speed).zip(tally.buckets);
        self.speed_of(tally, buckets.map(|(name, n)| format!("{name} {n}")).collect())
    }

    /// The same as short as it can be, without what nothing fell in: `accept 92% (30s 11, 1min 1)`.
    pub fn speed_short(&self, tally: &SpeedTally) -> String {
        if tally.measured() == 0 {
            return self.speed_share(tally);
        }
        let buckets = self.buckets(tally.speed).zip(tally.buckets).filter(|(_, n)| *n > 0);
        let name = |name: String| name.split_whitespace().collect::<String>();
        self.speed_of(tally, buckets.map(|(end, n)| format!("{} {n}", name(end))).collect())
    }

    fn speed_of(&self, tally: &SpeedTally, buckets: Vec<String>) -> String {
        let args = [("share", self.speed_share(tally)), ("buckets", self.join(&buckets))];
        self.with("speed-whole", &args.each_ref().map(|(name, text)| (*name, text.as_str())))
    }

    /// How many of a hundred were in time: `accept 92%`.
    pub fn speed_share(&self, tally: &SpeedTally) -> String {
        let share =
            tally.in_time_percent().map_or_else(|| self.get("speed-none"), |share| format!("{share}%"));
        self.with("speed-share", &[("speed", &self.speed_name(tally.speed)), ("share", &share)])
    }
}
