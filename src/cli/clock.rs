//! `dutydesk clock ...`: the clock of a training desk.

use super::args::ClockCmd;
use super::context::Context;
use super::failure::Failure;
use super::print;
use super::time::{read_ahead, read_span, rfc3339};
use crate::domain::command::{Command, DeskCommand};
use serde_json::json;

/// Sets the clock or moves it on.
pub(super) fn run(context: &Context, command: &ClockCmd) -> Result<(), Failure> {
    let mut call = context.call()?;
    let words = &context.words;
    let now = call.now();
    let to = match command {
        // The clock only goes forward, so a time of the day is the next one.
        ClockCmd::Set { time } => read_ahead(time, &call.station.zone(), now)
            .ok_or_else(|| Failure::usage(words.with("cli-no-time", &[("value", time)])))?,
        ClockCmd::Advance { by } => read_span(by)
            .and_then(|span| now.checked_add(span).ok())
            .ok_or_else(|| Failure::usage(words.with("cli-no-span", &[("value", by)])))?,
    };
    call.execute(Command::Desk(DeskCommand::SetClock { to }), None)?;
    let text = rfc3339(to, &call.station.zone());
    if context.json {
        return print::json(&json!({ "now": text }), words);
    }
    print::line(&words.with("cli-clock-shows", &[("time", &text)]), words)
}
