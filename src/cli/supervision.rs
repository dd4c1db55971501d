//! `dutydesk supervision ...`: a supervisor's orders on reports, and their answers.

use super::args::{AnswerBy, SupervisionCmd};
use super::context::{Call, Context};
use super::failure::Failure;
use super::{due, owing_json, pages, print};
use crate::domain::command::SupervisionCommand;
use crate::domain::query::{Answer, Query};
use crate::domain::row::SupervisionRow;
use crate::domain::supervision::{Reply, Supervision};
use crate::domain::{Command, OfficerId, Private, RecordId, Refusal};
use jiff::Timestamp;
use serde_json::Value;

/// Runs `dutydesk supervision ...`.
pub(super) fn run(context: &Context, command: &SupervisionCmd) -> Result<(), Failure> {
    let mut call = context.call()?;
    let call = &mut call;
    match command {
        SupervisionCmd::Issue { report, text, by, officer } => {
            let (on, due_at) = (call.record_id(report)?, answer_by(call, by)?);
            let (to, text) = (officer.as_deref().map(OfficerId::from), Private::from(text.as_str()));
            act(call, SupervisionCommand::Issue { on, to, text, due_at }, None)
        }
        SupervisionCmd::Answer { id, text } => {
            let id = call.record_id(id)?;
            act(call, SupervisionCommand::Answer { id, text: Private::from(text.as_str()) }, Some(id))
        }
        SupervisionCmd::SendBack { id, by, reason } => {
            let (id, due_at) = (call.record_id(id)?, answer_by(call, by)?);
            let reason = Private::from(reason.as_str());
            act(call, SupervisionCommand::SendBack { id, reason, due_at }, Some(id))
        }
        SupervisionCmd::Withdraw { id, reason } => {
            let id = call.record_id(id)?;
            act(call, SupervisionCommand::Withdraw { id, reason: Private::from(reason.as_str()) }, Some(id))
        }
        SupervisionCmd::List { all, limit } => list(call, !all, *limit),
        SupervisionCmd::Show { id } => {
            let id = call.record_id(id)?;
            show(call, id)
        }
    }
}

fn answer_by(call: &Call<'_>, by: &AnswerBy) -> Result<Timestamp, Failure> {
    match (&by.due, &by.within) {
        (Some(time), _) => due::at_time(call, time),
        (None, span) => due::in_span(call, span.as_deref().unwrap_or_default()),
    }
}

/// After an act the order as it stands now.
fn act(call: &mut Call<'_>, command: SupervisionCommand, id: Option<RecordId>) -> Result<(), Failure> {
    let receipt = call.execute(Command::Supervision(command), None)?;
    let id = id.or(receipt.id).ok_or_else(|| call.nonsense())?;
    show(call, id)
}

fn orders(call: &mut Call<'_>, open: bool, most: usize) -> Result<pages::Read<SupervisionRow>, Failure> {
    let rows = |answer| if let Answer::Supervisions(rows) = answer { Some(rows) } else { None };
    pages::read(call, most, |page| Query::Supervisions { open, page }, rows, |row| row.key)
}

/// An order by its number: on the report it is about no one knows, so it is looked for, the newest first.
fn show(call: &mut Call<'_>, id: RecordId) -> Result<(), Failure> {
    let found = orders(call, false, usize::MAX)?.rows.into_iter().find(|row| row.order.id == id);
    let Some(SupervisionRow { order, .. }) = found else {
        let gone = Refusal::NotFound { what: id.to_string() };
        return Err(Failure::refused(&gone, call.words(), &call.station));
    };
    if call.context.json {
        return print::json(&owing_json::supervision(call, &order), call.words());
    }
    print::lines(&as_text(call, &order), call.words())
}

fn as_text(call: &Call<'_>, order: &Supervision) -> String {
    let (words, station, zone) = (call.words(), &call.station, call.station.zone());
    let status = words.supervision_status(order.status);
    let mut text = format!("{}  {}  {status}\n{}\n", order.id, order.on, order.text.as_str());
    let said = |reply: &Reply| {
        let when = words.clock(reply.stamp.at, &zone, call.now());
        format!("{when}  {}: {}\n", words.officer(&reply.stamp.by, station), reply.text.as_str())
    };
    let mut replies: Vec<&Reply> = order.replies.iter().chain(&order.sent_back).collect();
    replies.sort_by_key(|reply| reply.stamp.at);
    text.extend(replies.into_iter().map(said));
    let owed = crate::domain::due::owed(order, station);
    text.extend(owed.iter().map(|due| format!("{}\n", words.why_due(due, station))));
    text.trim_end().to_owned()
}

fn list(call: &mut Call<'_>, open: bool, limit: Option<usize>) -> Result<(), Failure> {
    let wanted = pages::wanted(call, limit);
    let read = orders(call, open, wanted)?;
    if call.context.json {
        let all: Vec<Value> = read.rows.iter().map(|row| owing_json::supervision(call, &row.order)).collect();
        return print::json(&all, call.words());
    }
    let words = call.words();
    if read.rows.is_empty() {
        return print::line(&words.get("cli-no-supervisions"), words);
    }
    let rows: Vec<Vec<String>> = read.rows.iter().map(|row| cells(call, &row.order)).collect();
    let heads = ["id", "report", "status", "answer-by", "officer", "text"];
    let heads: Vec<String> = heads.iter().map(|head| words.get(&format!("cli-head-{head}"))).collect();
    print::table(&heads, &rows, words)?;
    if read.more { print::line(&words.get("cli-more-rows"), words) } else { Ok(()) }
}

fn cells(call: &Call<'_>, order: &Supervision) -> Vec<String> {
    let (words, station) = (call.words(), &call.station);
    vec![
        order.id.to_string(),
        order.on.to_string(),
        words.supervision_status(order.status),
        words.clock(order.due_at, &station.zone(), call.now()),
        words.holder(order.to.as_ref(), station),
        order.text.0.clone(),
    ]
}
