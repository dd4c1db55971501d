//! Acts on several marked reports: one order each, with its own key and the rev that the officer saw, and one line that
//! tells how they came out. What was refused stays marked.

use super::{drafts, orders, overlays, tell, text};
use crate::domain::command::{EscalationCommand, ReportCommand};
use crate::domain::report::Step;
use crate::domain::{Command, OfficerId, RecordId, Refusal, Rev};
use crate::keys::Action;
use crate::ui::form::{Form, Purpose};
use crate::ui::model::lists::{ListName, Travel};
use crate::ui::model::marks::Several;
use crate::ui::model::message::Tone;
use crate::ui::model::{Laid, Model};
use crate::ui::msg::Effect;
use crate::ui::say::{Arg, Say};

/// How many of the refused reports are named.
const NAMED_MAX: usize = 4;

/// Marks the report under the cursor, or takes the mark away, and goes on to the next.
pub(super) fn mark(model: &mut Model) {
    let Some(name) = model.focused() else { return };
    let Some(row) = model.report_row().cloned() else { return };
    model.marks.turn(&row);
    model.lists.travel(name, Travel::Rows(1));
}

/// Marks every report that is shown; once more takes the marks away.
pub(super) fn mark_all(model: &mut Model) {
    let list = match model.focused() {
        Some(ListName::Live) => &model.lists.live,
        Some(ListName::Reports) => &model.lists.reports,
        Some(_) | None => return,
    };
    let shown: Vec<_> = list.shown().map(|(row, _)| row).filter(|row| !list.is_gone(row)).cloned().collect();
    model.marks.turn_all(&shown);
}

/// Begins an act on all marked reports.
pub(super) fn run(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    let Some(first) = model.marks.rows().next().map(|row| row.id) else { return };
    let form = match action {
        Action::ReportAccept => {
            return send(model, Command::Report(ReportCommand::Accept { id: first }), effects);
        }
        Action::ReportVerify => {
            return send(model, Command::Report(ReportCommand::Verify { id: first }), effects);
        }
        Action::ReportClose => Form::close(first, None, &model.setting()),
        Action::ReportEscalate => Form::escalate(first, None, &model.setting()),
        other => match purpose(other, first) {
            Some(purpose) => Form::new(purpose, &model.setting()),
            None => return,
        },
    };
    let form = form.on_several(model.marks.count());
    overlays::open_form(model, form, None);
}

fn purpose(action: Action, id: RecordId) -> Option<Purpose> {
    let purposes = [
        (Action::ReportResolve, Purpose::Resolve { id }),
        (Action::ReportNote, Purpose::Note { id }),
        (Action::ReportTransfer, Purpose::Transfer { id }),
        (Action::ReportDuplicate, Purpose::Duplicate { id }),
        (Action::ReportCancel, Purpose::Cancel { id }),
        (Action::ReportUnfounded, Purpose::Unfounded { id }),
        (Action::ReportReopen, Purpose::Reopen { id }),
        (Action::ReportDecline, Purpose::Decline { id }),
        (Action::ReportTakeOver, Purpose::TakeOver { id }),
    ];
    purposes.into_iter().find(|(of, _)| *of == action).map(|(_, purpose)| purpose)
}

/// Gives the orders of a form; it stays until all of them are answered.
pub(super) fn submit(model: &mut Model, mut laid: Laid, command: Command, effects: &mut Vec<Effect>) {
    drafts::keep(model, &laid.overlay);
    let draft = laid.overlay.form().and_then(Form::draft);
    let draft = draft.and_then(|draft| draft.body.map(|body| (draft.form, body)));
    let before = model.several.len();
    send(model, command, effects);
    if let Some(several) = model.several.get_mut(before) {
        let key = several.waiting.keys().next().cloned().unwrap_or_default();
        for key in several.waiting.keys() {
            model.orders.came_from(key, draft.clone());
        }
        several.form = Some((key.clone(), draft));
        laid.sent = Some(key);
    }
    model.overlays.push(laid);
    if !model.line.is_up() {
        tell(model, Tone::Notice, Say::word("ui-waits-for-line"));
    }
}

/// Gives one order for each marked report.
fn send(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    let targets: Vec<(RecordId, Rev)> = model.marks.rows().map(|row| (row.id, row.rev)).collect();
    let mut several = Several {
        word: word(&command),
        waiting: Default::default(),
        done: 0,
        refused: Vec::new(),
        form: None,
    };
    for (id, rev) in targets {
        // The one of which the others are duplicates is no duplicate itself.
        if matches!(&command, Command::Report(ReportCommand::MarkDuplicate { of, .. }) if *of == id) {
            model.marks.remove(id);
            continue;
        }
        if let Some(key) = orders::send(model, on(&command, id), Some(rev), effects) {
            several.waiting.insert(key, id);
        }
    }
    model.several.push(several);
}

/// The same command on another report.
fn on(command: &Command, other: RecordId) -> Command {
    let mut command = command.clone();
    if let Command::Report(
        ReportCommand::Accept { id }
        | ReportCommand::Dispatch { id, .. }
        | ReportCommand::Arrive { id, .. }
        | ReportCommand::Resolve { id, .. }
        | ReportCommand::Verify { id }
        | ReportCommand::Close { id, .. }
        | ReportCommand::Transfer { id, .. }
        | ReportCommand::MarkDuplicate { id, .. }
        | ReportCommand::Cancel { id, .. }
        | ReportCommand::MarkUnfounded { id, .. }
        | ReportCommand::Reopen { id, .. }
        | ReportCommand::Note { id, .. }
        | ReportCommand::Amend { id, .. }
        | ReportCommand::DeclineProposal { id, .. }
        | ReportCommand::Undo { id }
        | ReportCommand::TakeOver { id, .. }
        | ReportCommand::Erase { id, .. },
    ) = &mut command
    {
        *id = other;
    }
    if let Command::Escalation(EscalationCommand::Raise { on, .. }) = &mut command {
        *on = other;
    }
    command
}

/// The text that says how many are done.
fn word(command: &Command) -> &'static str {
    if let Command::Report(command) = command {
        return word_of_report(command);
    }
    if let Command::Escalation(_) = command {
        return "ui-marked-escalated";
    }
    "ui-marked-done"
}

fn word_of_report(command: &ReportCommand) -> &'static str {
    match command {
        ReportCommand::Accept { .. } => "ui-marked-accepted",
        ReportCommand::Resolve { .. } => "ui-marked-resolved",
        ReportCommand::Verify { .. } => "ui-marked-verified",
        ReportCommand::Close { .. } => "ui-marked-closed",
        ReportCommand::Transfer { .. } => "ui-marked-transferred",
        ReportCommand::MarkDuplicate { .. } => "ui-marked-duplicate",
        ReportCommand::Cancel { .. } => "ui-marked-cancelled",
        ReportCommand::MarkUnfounded { .. } => "ui-marked-unfounded",
        ReportCommand::Reopen { .. } => "ui-marked-reopened",
        ReportCommand::Note { .. } => "ui-marked-noted",
        ReportCommand::Receive(_)
        | ReportCommand::Dispatch { .. }
        | ReportCommand::Arrive { .. }
        | ReportCommand::Amend { .. }
        | ReportCommand::TakeOver { .. }
        | ReportCommand::DeclineProposal { .. }
        | ReportCommand::Undo { .. }
        | ReportCommand::Erase { .. } => "ui-marked-done",
    }
}

/// Whether this answer belongs to an act on several; when it is the last one, the outcome is told.
pub(super) fn answered(model: &mut Model, key: &str, why_not: Option<(Say, Option<&Refusal>)>) -> bool {
    let Some(at) = model.several.iter().position(|several| several.waiting.contains_key(key)) else {
        return false;
    };
    let Some(several) = model.several.get_mut(at) else { return false };
    let Some(id) = several.waiting.remove(key) else { return false };
    let refusal = why_not.as_ref().and_then(|(_, refusal)| *refusal).cloned();
    match why_not {
        Some((say, _)) => several.refused.push((id, say)),
        None => {
            several.done += 1;
            model.marks.remove(id);
        }
    }
    let finished = model.several.get(at).is_some_and(|several| several.waiting.is_empty());
    if finished {
        let several = model.several.remove(at);
        outcome(model, &several);
        form_served(model, several, refusal);
    }
    true
}

/// `5 reports accepted; 2 refused: R-001 (yours already); R-003 (Zhou Min has it)`.
fn outcome(model: &mut Model, several: &Several) {
    let done = Say::with(several.word, [("count", Arg::Count(several.done))]);
    let me = model.who.as_ref().map(|who| &who.officer);
    let mut kinds: Vec<(Vec<RecordId>, Why)> = Vec::new();
    for (id, say) in &several.refused {
        let why = why(say, me);
        match kinds.iter_mut().find(|(_, other)| alike(&why, other)) {
            Some((ids, _)) => ids.push(*id),
            None => kinds.push((vec![*id], why)),
        }
    }
    let join = |first, next| Say::with("ui-refused-and", [("first", nested(first)), ("next", nested(next))]);
    let Some(list) = kinds.into_iter().map(|(ids, why)| of_kind(&ids, why)).reduce(join) else {
        return tell(model, Tone::Receipt, done);
    };
    let args = [("count", Arg::Count(count(several.refused.len()))), ("why", nested(list))];
    let say = match several.done {
        0 => Say::with("ui-marked-none", args),
        _ => Say::with("ui-marked-some", args.into_iter().chain([("done", nested(done))])),
    };
    tell(model, Tone::Refusal, say);
}

/// Why some were refused: in a few words where who has it is all there is to say, else as a whole sentence.
enum Why {
    Short(Say),
    Whole(Say),
}

fn why(say: &Say, me: Option<&OfficerId>) -> Why {
    match say {
        Say::Refused(
            Refusal::AlreadyAccepted { by, .. }
            | Refusal::ChangedSince { step: Some(Step::Accept), by, .. }
            | Refusal::AlreadyDone { step: Step::Accept, by, .. },
        ) if Some(&by.by) != me => {
            Why::Short(Say::with("ui-refused-theirs", [("officer", Arg::Officer(by.by.clone()))]))
        }
        Say::Refused(
            Refusal::AlreadyAccepted { .. }
            | Refusal::ChangedSince { step: Some(Step::Accept), .. }
            | Refusal::AlreadyDone { step: Step::Accept, .. }
            | Refusal::AlreadyYours { .. },
        ) => Why::Short(Say::word("ui-refused-yours")),
        Say::Refused(_) | Say::Word { .. } => Why::Whole(say.clone()),
    }
}

/// Whether one reason can be given for both.
fn alike(one: &Why, other: &Why) -> bool {
    match (one, other) {
        (Why::Whole(Say::Refused(one)), Why::Whole(Say::Refused(other))) => {
            std::mem::discriminant(one) == std::mem::discriminant(other)
        }
        (Why::Short(one), Why::Short(other)) | (Why::Whole(one), Why::Whole(other)) => one == other,
        (Why::Short(_), Why::Whole(_)) | (Why::Whole(_), Why::Short(_)) => false,
    }
}

/// The first of those that were refused for one reason, how many more, and the reason.
fn of_kind(ids: &[RecordId], why: Why) -> Say {
    let more = ids.len().saturating_sub(NAMED_MAX);
    let (word, why) = match why {
        Why::Short(say) => ("ui-refused-short", say),
        Why::Whole(say) => ("ui-refused-whole", say),
    };
    let named = ids.iter().take(NAMED_MAX).copied().collect();
    let more = text(if more > 0 { format!(" +{more}") } else { String::new() });
    Say::with(word, [("ids", Arg::Records(named)), ("more", more), ("why", nested(why))])
}

fn nested(say: Say) -> Arg {
    Arg::Say(Box::new(say))
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// A form of which nothing was done opens again with what was refused; one of which something is still to be done
/// leaves its draft for the rest.
fn form_served(model: &mut Model, several: Several, refusal: Option<Refusal>) {
    let Some((key, draft)) = several.form else { return };
    let laid = model.overlays.iter().position(|laid| laid.sent.as_deref() == Some(&key));
    if several.done == 0 {
        if let Some(laid) = laid.and_then(|at| model.overlays.get_mut(at)) {
            laid.sent = None;
            match (laid.overlay.form_mut(), refusal) {
                (Some(form), Some(refusal)) => form.refuse(&refusal),
                (Some(form), None) => form.unanswered(),
                (None, _) => {}
            }
        }
        return;
    }
    if let Some(at) = laid {
        model.overlays.remove(at);
    }
    if several.refused.is_empty() {
        drafts::served_as(model, draft.as_ref());
    }
}
