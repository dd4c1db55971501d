//! What happens to deadlines, supervision orders and zero reports, one line each.

use super::Teller;
use crate::domain::fact::{DeadlineFact, SupervisionFact, ZeroFact};

impl Teller<'_> {
    pub(super) fn deadline(&self, fact: &DeadlineFact) -> String {
        let (rule, _) = fact.clock();
        let rule = self.words.rule(rule, self.station);
        let rule = ("rule", rule.as_str());
        match fact {
            DeadlineFact::Amber { .. } => self.words.with("fact-deadline-amber", &[rule]),
            DeadlineFact::Overdue { .. } => self.words.with("fact-deadline-overdue", &[rule]),
            DeadlineFact::Told { time, to, .. } => {
                let (to, again) = (self.words.told(*to), time.saturating_add(1).to_string());
                let id = if *time == 0 { "fact-deadline-told" } else { "fact-deadline-told-again" };
                self.words.with(id, &[rule, ("to", &to), ("time", &again)])
            }
            DeadlineFact::Snoozed { until, reason, .. } => {
                let until = self.words.moment(*until, &self.station.zone());
                self.with(self.say("fact-deadline-snoozed", &[rule, ("until", &until)]), &[reason])
            }
            DeadlineFact::Returned { .. } => self.words.with("fact-deadline-returned", &[rule]),
            DeadlineFact::Extended { days, reason, agreed, .. } => {
                let days = self.words.count("span-days", u64::from(*days));
                let id = if *agreed { "fact-deadline-extended-agreed" } else { "fact-deadline-extended" };
                self.with(self.say(id, &[rule, ("days", &days)]), &[reason])
            }
            DeadlineFact::Paused { reason, .. } => {
                self.with(self.say("fact-deadline-paused", &[rule]), &[reason])
            }
            DeadlineFact::Resumed { .. } => self.say("fact-deadline-resumed", &[rule]),
        }
    }

    pub(super) fn supervision(&self, fact: &SupervisionFact) -> String {
        match fact {
            SupervisionFact::Issued { on, to, text, due_at, .. } => {
                let holder = self.words.holder(to.as_ref(), self.station);
                let by = self.words.moment(*due_at, &self.station.zone());
                let args = [("on", &*on.to_string()), ("to", &*holder), ("by", &*by)];
                self.with(self.say("fact-supervision-issued", &args), &[text])
            }
            SupervisionFact::Answered { text } => self.detailed("fact-supervision-answered", &[text]),
            SupervisionFact::SentBack { reason, due_at } => {
                let by = self.words.moment(*due_at, &self.station.zone());
                self.with(self.say("fact-supervision-sent-back", &[("by", &by)]), &[reason])
            }
            SupervisionFact::Withdrawn { reason } => self.detailed("fact-supervision-withdrawn", &[reason]),
            SupervisionFact::Erased { on, .. } => {
                self.say("fact-supervision-erased", &[("on", &on.to_string())])
            }
        }
    }

    pub(super) fn zero_report(&self, fact: &ZeroFact) -> String {
        let lang = self.words.lang();
        match fact {
            ZeroFact::Expected { post, by } => {
                let by = self.words.moment(*by, &self.station.zone());
                let post = self.station.post_name(post, lang);
                self.words.with("fact-zero-expected", &[("post", post), ("by", &by)])
            }
            ZeroFact::Filed { text } if text.is_empty() => self.say("fact-zero-filed", &[]),
            ZeroFact::Filed { text } => self.detailed("fact-zero-filed-words", &[text]),
        }
    }
}
