//! `dutydesk due ...`: everything that is owed, in the order of the one queue, and what can be done about it.

use super::args::{DueArgs, DueCmd, DueListArgs, OnDue};
use super::context::{Call, Context};
use super::failure::{Exit, Failure};
use super::time::{read_ahead, read_span};
use super::{owing_json, pages, print};
use crate::domain::command::DeadlineCommand;
use crate::domain::desk::DueLine;
use crate::domain::due::Due;
use crate::domain::query::{Answer, DueView, Query};
use crate::domain::rules::Rule;
use crate::domain::{Code, Command, Private, RecordId};
use crate::words::text::one_line;
use jiff::Timestamp;
use serde_json::Value;

/// How wide lines are made where no terminal says.
const COLUMNS: usize = 80;

/// Runs `dutydesk due ...`.
pub(super) fn run(context: &Context, args: &DueArgs) -> Result<(), Failure> {
    let mut call = context.call()?;
    match &args.command {
        None => list(&mut call, &args.list),
        Some(command) => act(&mut call, command),
    }
}

fn list(call: &mut Call<'_>, args: &DueListArgs) -> Result<(), Failure> {
    let view = if args.mine { DueView::Mine } else { DueView::All };
    let wanted = pages::wanted(call, args.limit);
    let read = queue(call, view, wanted)?;
    if call.context.json {
        let all: Vec<Value> = read.rows.iter().map(|line| owing_json::due(call, &line.due)).collect();
        return print::json(&all, call.words());
    }
    let words = call.words();
    if read.rows.is_empty() {
        return print::line(&words.get("cli-nothing-due"), words);
    }
    for line in &read.rows {
        said(call, &line.due)?;
    }
    if read.more { print::line(&words.get("cli-more-due"), words) } else { Ok(()) }
}

fn queue(call: &mut Call<'_>, view: DueView, wanted: usize) -> Result<pages::Read<DueLine>, Failure> {
    let rows = |answer| if let Answer::Due(rows) = answer { Some(rows) } else { None };
    pages::read(call, wanted, |page| Query::Due { view, page }, rows, |line| line.key)
}

fn said(call: &Call<'_>, due: &Due) -> Result<(), Failure> {
    let columns = print::terminal_columns().unwrap_or(COLUMNS);
    owing_json::due_lines(call, due, columns).iter().try_for_each(|line| print::line(line, call.words()))
}

fn act(call: &mut Call<'_>, command: &DueCmd) -> Result<(), Failure> {
    match command {
        DueCmd::Snooze { on, span, until, reason } => {
            let until = snoozed_until(call, span.as_deref(), until.as_deref())?;
            let (on, rule) = asked(call, on, |due, _| due.snoozed.is_none())?;
            let reason = Private::from(reason.as_str());
            done(call, DeadlineCommand::Snooze { on, rule: rule.clone(), until, reason }, on, &rule)
        }
        DueCmd::Return(on) => {
            let (on, rule) = asked(call, on, |due, _| due.snoozed.is_some())?;
            done(call, DeadlineCommand::Return { on, rule: rule.clone() }, on, &rule)
        }
        DueCmd::Extend { on, days, reason, agreed } => {
            let (on, rule) = asked(call, on, |_, rule| rule.extension.is_some())?;
            let (reason, agreed) = (Private::from(reason.as_str()), *agreed);
            let extend = DeadlineCommand::Extend { on, rule: rule.clone(), days: *days, reason, agreed };
            done(call, extend, on, &rule)
        }
        DueCmd::Pause { on, reason } => {
            let (on, rule) = asked(call, on, |due, rule| rule.pausable && due.paused.is_none())?;
            let reason = Private::from(reason.as_str());
            done(call, DeadlineCommand::Pause { on, rule: rule.clone(), reason }, on, &rule)
        }
        DueCmd::Resume(on) => {
            let (on, rule) = asked(call, on, |due, _| due.paused.is_some())?;
            done(call, DeadlineCommand::Resume { on, rule: rule.clone() }, on, &rule)
        }
    }
}

fn snoozed_until(call: &Call<'_>, span: Option<&str>, until: Option<&str>) -> Result<Timestamp, Failure> {
    match (span, until) {
        (Some(span), _) => in_span(call, span),
        (None, Some(time)) => at_time(call, time),
        (None, None) => Err(Failure::usage(call.words().with("cli-no-time", &[("value", "")]))),
    }
}

/// The instant that lies a span ahead.
pub(super) fn in_span(call: &Call<'_>, text: &str) -> Result<Timestamp, Failure> {
    let at = read_span(text).and_then(|span| call.now().checked_add(span).ok());
    at.ok_or_else(|| Failure::usage(call.words().with("cli-no-span", &[("value", &one_line(text))])))
}

/// An instant that is still to come: a clock time is the next one.
pub(super) fn at_time(call: &Call<'_>, text: &str) -> Result<Timestamp, Failure> {
    let at = read_ahead(text, &call.station.zone(), call.now());
    at.ok_or_else(|| Failure::usage(call.words().with("cli-no-time", &[("value", &one_line(text))])))
}

/// What an act is on. Without a rule it is the one thing owed that fits, or the only one that is owed at all: then the
/// desk says why it can't be.
fn asked(
    call: &mut Call<'_>,
    on: &OnDue,
    fits: impl Fn(&Due, &Rule) -> bool,
) -> Result<(RecordId, Code), Failure> {
    let id = call.record_id(&on.id)?;
    if let Some(rule) = &on.rule {
        return Ok((id, Code::from(rule.as_str())));
    }
    let owed = owed_on(call, id)?;
    let fit = |due: &&Due| call.station.rules().rule(&due.owed.rule).is_some_and(|rule| fits(due, rule));
    let fitting: Vec<&Due> = owed.iter().filter(fit).collect();
    match (fitting.as_slice(), owed.as_slice()) {
        ([one], _) => Ok((id, one.owed.rule.clone())),
        ([], [one]) => Ok((id, one.owed.rule.clone())),
        ([], []) => Err(refused(call, "cli-due-none", id, &[])),
        ([], all) => Err(refused(call, "cli-due-none-fits", id, &all.iter().collect::<Vec<_>>())),
        (several, _) => Err(refused(call, "cli-due-which", id, several)),
    }
}

fn refused(call: &Call<'_>, why: &str, id: RecordId, owed: &[&Due]) -> Failure {
    let words = call.words();
    let choice = |due: &&Due| format!("{} ({})", due.owed.rule, words.rule(&due.owed.rule, &call.station));
    let choices: Vec<String> = owed.iter().map(choice).collect();
    let args = [("id", id.to_string()), ("choices", choices.join(", "))];
    let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Failure::new(Exit::Refused, words.with(why, &args))
}

/// Everything owed on a record.
fn owed_on(call: &mut Call<'_>, id: RecordId) -> Result<Vec<Due>, Failure> {
    match call.ask(Query::Owed { id })? {
        Answer::Owed(owed) => Ok(owed),
        _ => Err(call.nonsense()),
    }
}

/// After an act the thing owed as it stands now.
fn done(call: &mut Call<'_>, command: DeadlineCommand, on: RecordId, rule: &Code) -> Result<(), Failure> {
    call.execute(Command::Deadline(command), None)?;
    let owed = owed_on(call, on)?;
    let Some(due) = owed.iter().find(|due| due.owed.rule == *rule) else { return Err(call.nonsense()) };
    if call.context.json { print::json(&owing_json::due(call, due), call.words()) } else { said(call, due) }
}
