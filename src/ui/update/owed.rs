//! Acts on what is owed: putting it off, taking it up again, more days, stopping its clock.

use super::{orders, overlays, refuse};
use crate::domain::Command;
use crate::domain::command::DeadlineCommand;
use crate::domain::due::Due;
use crate::keys::Action;
use crate::ui::available::why_not_owed;
use crate::ui::form::{Form, Purpose};
use crate::ui::model::Model;
use crate::ui::msg::Effect;
use crate::ui::overlay::{Menu, Overlay, Pick, Submitted};
use crate::ui::say::{Arg, Say};

/// Runs an act that is available. Where a record owes several things that it can be done on, the officer says which.
pub(super) fn run(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    let possible = model.owed_here().into_iter().filter(|due| why_not_owed(model, action, due).is_none());
    let mut possible: Vec<Due> = possible.cloned().collect();
    if possible.len() > 1 {
        let menu = which(model, action, possible);
        overlays::lay(model, Overlay::Menu(Box::new(menu)), None);
        return;
    }
    match possible.pop() {
        Some(due) => act(model, action, &due, effects),
        None => refuse(model, "due-no-owed"),
    }
}

fn which(model: &Model, action: Action, owed: Vec<Due>) -> Menu {
    let (reading, id) = (model.reading(), owed.first().map(|due| due.about));
    let row = |due: Due| Pick {
        code: due.owed.rule.0.clone(),
        columns: vec![reading.words.rule(&due.owed.rule, reading.station), reading.due(due.owed.at)],
        also: Vec::new(),
        then: Submitted::OnOwed { action, due: Box::new(due) },
        reason: None,
    };
    let id = id.map(|id| reading.number(id)).unwrap_or_default();
    let title = reading.words.with("due-which", &[("act", &reading.words.get(action.label())), ("id", &id)]);
    Menu::new(title, owed.into_iter().map(row).collect())
}

/// Acts on one thing that is owed: at once, or by a form.
pub(super) fn act(model: &mut Model, action: Action, due: &Due, effects: &mut Vec<Effect>) {
    let (id, rule) = (due.about, due.owed.rule.clone());
    let form = if action == Action::DueSnooze {
        Form::snooze(id, rule, &model.setting())
    } else if action == Action::DueExtend {
        let known = model.station().rules().rule(&rule);
        let consent = known.and_then(|rule| rule.extension).is_some_and(|extension| extension.consent);
        Form::new(Purpose::Extend { id, rule, consent }, &model.setting())
    } else if action == Action::DueClock && due.paused.is_none() {
        Form::new(Purpose::Pause { id, rule }, &model.setting())
    } else {
        let on = id;
        let command = if action == Action::DueClock {
            DeadlineCommand::Resume { on, rule }
        } else {
            DeadlineCommand::Return { on, rule }
        };
        orders::send(model, Command::Deadline(command), None, effects);
        return;
    };
    overlays::open_form(model, form, None);
}

/// What the status line says once it is done.
pub(super) fn receipt(command: &DeadlineCommand) -> Say {
    let args = |on, rule: &crate::domain::Code| [("id", Arg::Record(on)), ("rule", Arg::Rule(rule.clone()))];
    match command {
        DeadlineCommand::Tell { .. } => Say::word("ui-done"),
        DeadlineCommand::Snooze { on, rule, until, .. } => {
            Say::with("due-done-snoozed", args(*on, rule).into_iter().chain([("time", Arg::Clock(*until))]))
        }
        DeadlineCommand::Return { on, rule } => Say::with("due-done-returned", args(*on, rule)),
        DeadlineCommand::Extend { on, rule, days, .. } => {
            let days = Arg::Count(u64::from(*days));
            Say::with("due-done-extended", args(*on, rule).into_iter().chain([("count", days)]))
        }
        DeadlineCommand::Pause { on, rule, .. } => Say::with("due-done-paused", args(*on, rule)),
        DeadlineCommand::Resume { on, rule } => Say::with("due-done-resumed", args(*on, rule)),
    }
}
