//! What happens to sweeps, one line each.

use super::Teller;
use crate::domain::fact::SweepFact;

impl Teller<'_> {
    pub(super) fn sweep(&self, fact: &SweepFact) -> String {
        match fact {
            SweepFact::Expected { beat, period, by } => {
                let by = self.words.moment(*by, &self.station.zone());
                let beat = self.station.place_name(beat, self.words.lang());
                let period = self.words.period(*period);
                self.words.with("fact-sweep-expected", &[("beat", beat), ("period", &period), ("by", &by)])
            }
            SweepFact::Answered { found: 0, text } => self.detailed("fact-sweep-nothing", &[text]),
            SweepFact::Answered { found, text } => {
                let said = self.say("fact-sweep-found", &[("count", &found.to_string())]);
                self.with(said, &[text])
            }
        }
    }
}
