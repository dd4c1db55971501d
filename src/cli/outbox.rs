//! `dutydesk outbox ...`: the notices, and those that did not arrive.

use super::args::OutboxCmd;
use super::context::{Call, Context};
use super::failure::Failure;
use super::print;
use super::time::rfc3339;
use crate::domain::Command;
use crate::domain::command::DeskCommand;
use crate::domain::notice::{NoticeId, NoticeRow};
use crate::domain::query::{Answer, PAGE_MAX, Page, Query};
use crate::words::text::one_line;
use serde_json::{Value, json};

/// Runs `dutydesk outbox ...`.
pub(super) fn run(context: &Context, command: &OutboxCmd) -> Result<(), Failure> {
    match command {
        OutboxCmd::List { all } => list(context, !all),
        OutboxCmd::Retry { id } => {
            let id = notice_id(context, id)?;
            act(context, DeskCommand::RetryNotice { id }, id, "outbox-tried-again")
        }
        OutboxCmd::Drop { id } => {
            let id = notice_id(context, id)?;
            act(context, DeskCommand::DropNotice { id }, id, "outbox-dropped")
        }
        OutboxCmd::Test => test(context),
    }
}

fn notice_id(context: &Context, text: &str) -> Result<NoticeId, Failure> {
    let refused = || context.words.with("outbox-no-id", &[("value", &one_line(text))]);
    text.trim().parse().map_err(|_| Failure::usage(refused()))
}

fn act(context: &Context, command: DeskCommand, id: NoticeId, done: &str) -> Result<(), Failure> {
    context.call()?.execute(Command::Desk(command), None)?;
    said(context, id, done)
}

/// Sends a notice to the officer who asks. Its number is that of the journal entry.
fn test(context: &Context) -> Result<(), Failure> {
    let mut call = context.call()?;
    let receipt = call.execute(Command::Desk(DeskCommand::TestNotice), None)?;
    let (seq, _) = receipt.entries.ok_or_else(|| call.nonsense())?;
    said(context, NoticeId { seq, n: 1 }, "outbox-test-sent")
}

fn said(context: &Context, id: NoticeId, done: &str) -> Result<(), Failure> {
    let words = &context.words;
    if context.json {
        return print::json(&json!({ "id": id }), words);
    }
    print::line(&words.with(done, &[("id", &id.to_string())]), words)
}

fn list(context: &Context, open: bool) -> Result<(), Failure> {
    let mut call = context.call()?;
    let Answer::Outbox(page) = call.ask(Query::Outbox { open, page: Page::top(PAGE_MAX) })? else {
        return Err(call.nonsense());
    };
    let words = &context.words;
    if context.json {
        let all: Vec<Value> = page.rows.iter().map(|row| as_json(&call, row)).collect();
        return print::json(&all, words);
    }
    if page.rows.is_empty() {
        return print::line(&words.get("outbox-nothing"), words);
    }
    let rows: Vec<Vec<String>> = page.rows.iter().map(|row| cells(&call, row)).collect();
    let heads = ["notice", "state", "tries", "time", "to", "text", "error"];
    let heads: Vec<String> = heads.iter().map(|h| words.get(&format!("cli-head-{h}"))).collect();
    print::table(&heads, &rows, words)
}

fn as_json(call: &Call<'_>, row: &NoticeRow) -> Value {
    let notice = row.notice.as_ref();
    json!({
        "id": row.id,
        "state": row.state,
        "tries": row.tries,
        "error": row.error,
        "time": notice.map(|n| rfc3339(n.at, &call.station.zone())),
        "why": notice.map(|n| n.why.code()),
        "record": notice.and_then(|n| n.about),
        "to": notice.map(|n| n.to),
        "officers": notice.map(|n| &n.officers),
        "text": notice.map(|n| call.words().notice(n, &call.station)),
    })
}

fn cells(call: &Call<'_>, row: &NoticeRow) -> Vec<String> {
    let (words, notice) = (call.words(), row.notice.as_ref());
    vec![
        row.id.to_string(),
        words.notice_state(row.state),
        row.tries.to_string(),
        notice.map(|n| words.clock(n.at, &call.station.zone(), call.now())).unwrap_or_default(),
        notice.map(|n| words.told(n.to)).unwrap_or_default(),
        notice.map(|n| words.notice(n, &call.station)).unwrap_or_default(),
        row.error.map(|e| words.not_delivered(e)).unwrap_or_default(),
    ]
}
