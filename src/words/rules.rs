//! Deadline rules as an officer reads them. What they mean on a record is told elsewhere.

use super::Words;
use crate::domain::id::Kind;
use crate::domain::report::Priority;
use crate::domain::rules::{Rule, Rung, SweepEvery, Sweeps, Within};

impl Words {
    /// How long a rule gives.
    ///
    /// ```
    /// use dutydesk::{domain::{Lang, rules::Within}, words::Words};
    /// assert_eq!(Words::new(Lang::Zh).length(Within::WorkingDays(10)), "10 个工作日");
    /// assert_eq!(Words::new(Lang::En).length(Within::Months(1)), "1 month");
    /// ```
    pub fn length(&self, within: Within) -> String {
        match within {
            Within::Span(span) => self.span(span),
            Within::Days(days) => self.count("rules-length-days", days.into()),
            Within::WorkingDays(days) => self.count("rules-length-working-days", days.into()),
            Within::Months(months) => self.count("rules-length-months", months.into()),
            Within::Given => self.get("rules-length-given"),
        }
    }

    /// Whether a rule is in force, and whether somebody has checked it against its source.
    pub fn rule_state(&self, rule: &Rule) -> String {
        self.get(match (rule.active, rule.verified) {
            (true, true) => "rules-in-force",
            (true, false) => "rules-not-verified",
            (false, true) => "rules-off",
            (false, false) => "rules-off-not-verified",
        })
    }

    /// One step of a ladder, its target by code: `5 min: shift-leader`.
    pub fn rung(&self, rung: &Rung) -> String {
        let after = if rung.after.is_zero() { self.get("rules-at-once") } else { self.span(rung.after) };
        if rung.repeat == 0 {
            return self.with("rules-step", &[("after", &after), ("to", rung.to.code())]);
        }
        let (repeat, every) = (rung.repeat.to_string(), self.span(rung.every));
        let args =
            [("after", after.as_str()), ("to", rung.to.code()), ("repeat", &repeat), ("every", &every)];
        self.with("rules-step-again", &args)
    }

    /// What a rule or a ladder is limited to: a priority, or what it stands for on a dispute.
    pub fn limited_to(&self, on: Kind, priority: Priority) -> String {
        if on == Kind::Dispute {
            return self.with("rules-rank", &[("rank", priority.code())]);
        }
        priority.code().to_owned()
    }

    /// How often every beat is asked for disputes.
    pub fn sweeps(&self, sweeps: Option<Sweeps>) -> String {
        let Some(sweeps) = sweeps else { return self.get("rules-sweeps-none") };
        let within = self.length(Within::Days(sweeps.days));
        match sweeps.every {
            SweepEvery::Week(day) => {
                let day = self.get(&format!("weekday-{day}"));
                self.with("rules-sweeps-week", &[("day", &day), ("within", &within)])
            }
            SweepEvery::HalfMonth => self.with("rules-sweeps-half-month", &[("within", &within)]),
        }
    }
}
