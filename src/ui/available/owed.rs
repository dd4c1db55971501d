//! What can be done with something that is owed, and why the rest can't.

use super::{Available, unanswered};
use crate::domain::command::DeadlineCommand;
use crate::domain::due::Due;
use crate::domain::report::Priority;
use crate::domain::rules::{Mark, Rule};
use crate::domain::{Code, Private, RecordId, Refusal};
use crate::keys::Action;
use crate::ui::model::Model;
use crate::ui::say::Say;
use jiff::Timestamp;

/// Whether an act on what is owed here can be run now: when it can on one of several, it can.
pub(super) fn available(model: &Model, action: Action) -> Available {
    let mut first = None;
    for due in model.owed_here() {
        match why_not(model, action, due) {
            None => return Available::Yes,
            Some(why) => first = first.or(Some(why)),
        }
    }
    Available::No(first.unwrap_or(Say::word("due-no-owed")))
}

/// Why an act can't be done on something that is owed, as far as the console can know it.
pub(in crate::ui) fn why_not(model: &Model, action: Action, due: &Due) -> Option<Say> {
    if let Some(waits) = unanswered(model, due.about) {
        return Some(waits);
    }
    let (id, code) = (due.about, due.owed.rule.clone());
    let rule = model.station().rules().rule(&code);
    if action == Action::DueSnooze {
        return no_snooze(due, rule).map(Say::Refused);
    }
    if action == Action::DueReturn {
        return due.snoozed.is_none().then_some(Say::Refused(Refusal::NotSnoozed { id, rule: code }));
    }
    if action == Action::DueExtend {
        return no_extension(model, due, rule).map(Say::Refused);
    }
    let pausable = rule.is_some_and(|rule| rule.pausable) || due.paused.is_some();
    (!pausable).then_some(Say::Refused(Refusal::NotPausable { rule: code }))
}

/// A report of danger to life that nobody has taken can't wait.
fn no_snooze(due: &Due, rule: Option<&Rule>) -> Option<Refusal> {
    let accept = rule.is_some_and(|rule| rule.starts == Mark::Opened && rule.stops == Mark::Accepted);
    let urgent = accept && due.priority == Some(Priority::P1);
    urgent.then_some(Refusal::SnoozeUrgent { id: due.about })
}

fn no_extension(model: &Model, due: &Due, rule: Option<&Rule>) -> Option<Refusal> {
    let code = due.owed.rule.clone();
    let Some(allowed) = rule.and_then(|rule| rule.extension) else {
        return Some(Refusal::NotExtendable { rule: code, days: 0, times: 0 });
    };
    let clock = model.clock_here(due);
    let used_up = |clock: crate::domain::clocks::Clock| {
        clock.extensions >= allowed.times || clock.extended_days >= allowed.days
    };
    let (days, times) = (allowed.days, allowed.times);
    clock.is_some_and(used_up).then_some(Refusal::NotExtendable { rule: code, days, times })
}

/// A command of the kind that an action leads to, to ask what a role may do.
pub(super) fn sample(action: Action, on: RecordId) -> DeadlineCommand {
    let (rule, reason) = (Code::default(), Private::default());
    if action == Action::DueExtend {
        return DeadlineCommand::Extend { on, rule, days: 1, reason, agreed: false };
    }
    if action == Action::DueSnooze {
        return DeadlineCommand::Snooze { on, rule, until: Timestamp::UNIX_EPOCH, reason };
    }
    if action == Action::DueClock {
        DeadlineCommand::Pause { on, rule, reason }
    } else {
        DeadlineCommand::Return { on, rule }
    }
}
