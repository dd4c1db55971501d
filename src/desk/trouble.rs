//! What is wrong with the desk now, and what changed that nobody has been told yet.

use crate::domain::desk::Trouble;
use crate::domain::topic::Topic;
use std::cell::RefCell;
use std::collections::BTreeSet;
use tokio::sync::Notify;

/// What is wrong with the desk now.
#[derive(Debug, Default)]
pub struct Troubles(RefCell<BTreeSet<Trouble>>);

impl Troubles {
    /// Notes whether something is wrong; says whether that is new.
    pub fn set(&self, trouble: Trouble, wrong: bool) -> bool {
        let mut now = self.0.borrow_mut();
        let news = if wrong { now.insert(trouble) } else { now.remove(&trouble) };
        drop(now);
        match (news, wrong) {
            (true, true) => tracing::warn!(trouble = trouble.code(), "trouble"),
            (true, false) => tracing::info!(trouble = trouble.code(), "the trouble is over"),
            (false, _) => {}
        }
        news
    }

    /// What is wrong.
    pub fn list(&self) -> Vec<Trouble> {
        self.0.borrow().iter().copied().collect()
    }

    /// Whether the record can't be written.
    pub fn writing(&self) -> bool {
        let now = self.0.borrow();
        WRITING.iter().any(|t| now.contains(t))
    }
}

/// The troubles that a write that works puts an end to.
pub const WRITING: [Trouble; 3] = [Trouble::DiskFull, Trouble::ReadOnly, Trouble::WriteFailed];

/// The lists that changed since the consoles were last told.
#[derive(Debug, Default)]
pub struct News {
    topics: RefCell<BTreeSet<Topic>>,
    wake: Notify,
}

impl News {
    /// Lists changed.
    pub fn add(&self, topics: impl IntoIterator<Item = Topic>) {
        let mut waiting = self.topics.borrow_mut();
        waiting.extend(topics);
        if !waiting.is_empty() {
            self.wake.notify_one();
        }
    }

    /// The lists that changed, as soon as there are any.
    pub async fn next(&self) -> BTreeSet<Topic> {
        loop {
            let waiting = std::mem::take(&mut *self.topics.borrow_mut());
            if !waiting.is_empty() {
                return waiting;
            }
            self.wake.notified().await;
        }
    }
}

/// The kind of the fact that the clock was set: what is due changes everywhere.
pub const CLOCK_SET: &str = "desk.clock-set";

/// The lists that facts of a kind touch.
pub fn touched_by(kind: &str) -> &'static [Topic] {
    if kind == CLOCK_SET {
        return &ALL;
    }
    match kind.split('.').next().unwrap_or(kind) {
        "report" => &[Topic::Reports],
        "dispute" => &[Topic::Disputes],
        "escalation" => &[Topic::Escalations, Topic::Reports, Topic::Disputes],
        "supervision" => &[Topic::Orders, Topic::Reports, Topic::Disputes],
        "zero" => &[Topic::Orders],
        "sweep" => &[Topic::Orders],
        "unit" => &[Topic::Units],
        "handover" => &[Topic::Handovers],
        "deadline" => &[Topic::Reports, Topic::Disputes, Topic::Escalations, Topic::Orders],
        "setup" => &[Topic::Setup],
        _ => &[Topic::Desk],
    }
}

const ALL: [Topic; 8] = [
    Topic::Reports,
    Topic::Disputes,
    Topic::Escalations,
    Topic::Orders,
    Topic::Units,
    Topic::Handovers,
    Topic::Setup,
    Topic::Desk,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_fact_touches_a_list() {
        let cases = [
            ("report.accepted", Topic::Reports),
            ("dispute.sat", Topic::Disputes),
            ("escalation.raised", Topic::Escalations),
            ("escalation.raised", Topic::Disputes),
            ("supervision.answered", Topic::Orders),
            ("supervision.answered", Topic::Reports),
            ("zero.filed", Topic::Orders),
            ("sweep.answered", Topic::Orders),
            ("unit.checked-in", Topic::Units),
            ("handover.signed", Topic::Handovers),
            ("deadline.overdue", Topic::Reports),
            ("setup.set", Topic::Setup),
            ("desk.clock-set", Topic::Desk),
        ];
        for (kind, topic) in cases {
            assert!(touched_by(kind).contains(&topic), "{kind}");
        }
    }

    #[test]
    fn trouble_is_news_once() {
        let troubles = Troubles::default();
        assert!(troubles.set(Trouble::DiskFull, true));
        assert!(!troubles.set(Trouble::DiskFull, true));
        assert!(troubles.writing());
        assert!(troubles.set(Trouble::DiskFull, false));
        assert!(!troubles.set(Trouble::DiskFull, false));
        assert!(!troubles.writing());
        assert_eq!(troubles.list(), []);
    }
}
