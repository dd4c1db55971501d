//! A notice in one sentence, for a telephone that lies somewhere: which record, which rule, how late. Nothing that was told.

use super::Words;
use crate::domain::Station;
use crate::domain::notice::{NotDelivered, Notice, NoticeState, NoticeWhy};
use crate::domain::rules::Target;
use crate::domain::setup::CodeList;
use jiff::SignedDuration;

impl Words {
    /// A notice in one sentence. One of a training desk says that it is an exercise.
    pub fn notice(&self, notice: &Notice, station: &Station) -> String {
        let record = self.record_of(notice, station);
        let said = match &notice.why {
            NoticeWhy::Late { rule, late_s, .. } => {
                let (rule, late) = (self.rule(rule, station), self.late(*late_s));
                self.with("outbox-late", &[("record", &record), ("rule", &rule), ("late", &late)])
            }
            NoticeWhy::Escalated { level, reason, .. } => {
                let reason = station.code_name(CodeList::EscalationReason, reason, self.lang());
                let target = self.target(*level);
                let args = [("record", record.as_str()), ("target", &target), ("reason", reason)];
                self.with("outbox-escalated", &args)
            }
            NoticeWhy::Answered { escalation } => {
                let escalation = escalation.to_string();
                self.with("outbox-answered", &[("record", &record), ("escalation", &escalation)])
            }
            NoticeWhy::Returned { rule } => {
                let rule = self.rule(rule, station);
                self.with("outbox-returned", &[("record", &record), ("rule", &rule)])
            }
            NoticeWhy::MayTurnViolent => self.with("outbox-may-turn-violent", &[("record", &record)]),
            NoticeWhy::Ordered { order, due_at } => {
                let (order, by) = (order.to_string(), self.clock(*due_at, &station.zone(), notice.at));
                self.with("outbox-ordered", &[("record", &record), ("order", &order), ("by", &by)])
            }
            NoticeWhy::SentBack { order, due_at } => {
                let (order, by) = (order.to_string(), self.clock(*due_at, &station.zone(), notice.at));
                self.with("outbox-sent-back", &[("record", &record), ("order", &order), ("by", &by)])
            }
            NoticeWhy::OrderAnswered { order } => {
                let order = order.to_string();
                self.with("outbox-order-answered", &[("record", &record), ("order", &order)])
            }
            NoticeWhy::DeskTest => {
                let name = station.head().map_or("", |head| head.name.of(self.lang()));
                self.with("outbox-test", &[("station", name)])
            }
        };
        if station.training() { self.with("outbox-exercise", &[("text", &said)]) } else { said }
    }

    /// The number of the record, with what stands on it.
    fn record_of(&self, notice: &Notice, station: &Station) -> String {
        let number = notice.about.map(|id| id.to_string()).unwrap_or_default();
        let parts = [
            notice.priority.map(|p| self.priority(Some(p))),
            notice.incident_type.as_ref().map(|c| self.incident_type(Some(c), station)),
            notice.beat.as_ref().map(|c| self.beat(Some(c), station)),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() {
            return number;
        }
        self.with("outbox-record", &[("number", &number), ("what", &self.join(&parts))])
    }

    /// How late, in minutes; what is late by less is late now.
    fn late(&self, seconds: i64) -> String {
        self.age(SignedDuration::from_secs(seconds))
    }

    /// Whom a notice goes to.
    pub fn told(&self, to: Target) -> String {
        self.named("told", to.code())
    }

    /// Where a notice stands.
    pub fn notice_state(&self, state: NoticeState) -> String {
        self.named("notice-state", state.code())
    }

    /// Why a notice was not delivered.
    pub fn not_delivered(&self, error: NotDelivered) -> String {
        self.named("not-delivered", error.code())
    }
}
