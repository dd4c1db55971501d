//! `dutydesk escalation ...`: what was handed up, and what became of it.

use super::args::EscalationCmd;
use super::context::{Call, Context};
use super::failure::Failure;
use super::{owing_json, pages, print};
use crate::domain::command::EscalationCommand;
use crate::domain::query::{Answer, Query};
use crate::domain::row::EscalationRow;
use crate::domain::{Command, Private, RecordId, Refusal, Stamp};
use serde_json::Value;

/// Runs `dutydesk escalation ...`.
pub(super) fn run(context: &Context, command: &EscalationCmd) -> Result<(), Failure> {
    let mut call = context.call()?;
    let call = &mut call;
    match command {
        EscalationCmd::List { all, limit } => list(call, !all, *limit),
        EscalationCmd::Show { id } => {
            let id = call.record_id(id)?;
            show(call, id)
        }
        EscalationCmd::Acknowledge { id, reply } => {
            let id = call.record_id(id)?;
            act(call, EscalationCommand::Acknowledge { id, reply: Private::from(reply.as_str()) }, id)
        }
        EscalationCmd::Answer { id, text } => {
            let id = call.record_id(id)?;
            act(call, EscalationCommand::Answer { id, text: Private::from(text.as_str()) }, id)
        }
    }
}

/// After an act the escalation as it stands now.
fn act(call: &mut Call<'_>, command: EscalationCommand, id: RecordId) -> Result<(), Failure> {
    call.execute(Command::Escalation(command), None)?;
    show(call, id)
}

fn escalations(
    call: &mut Call<'_>,
    waiting: bool,
    most: usize,
) -> Result<pages::Read<EscalationRow>, Failure> {
    let rows = |answer| if let Answer::Escalations(rows) = answer { Some(rows) } else { None };
    pages::read(call, most, |page| Query::Escalations { waiting, page }, rows, |row| row.key)
}

fn show(call: &mut Call<'_>, id: RecordId) -> Result<(), Failure> {
    let Some(row) = escalations(call, false, usize::MAX)?.rows.into_iter().find(|row| row.id == id) else {
        let gone = Refusal::NotFound { what: id.to_string() };
        return Err(Failure::refused(&gone, call.words(), &call.station));
    };
    if call.context.json {
        return print::json(&owing_json::escalation(&row, &call.station.zone()), call.words());
    }
    print::lines(&as_text(call, &row), call.words())
}

fn as_text(call: &Call<'_>, row: &EscalationRow) -> String {
    let (words, station, zone) = (call.words(), &call.station, call.station.zone());
    let said = |head: &str, stamp: &Stamp, text: &Private| {
        let when = words.clock(stamp.at, &zone, call.now());
        let (head, who) = (words.get(&format!("cli-head-{head}")), words.officer(&stamp.by, station));
        format!("{when}  {head}: {who}  {}", text.as_str()).trim_end().to_owned()
    };
    let mut lines = vec![
        format!("{}  {}  {}", row.id, row.on, words.target(row.to)),
        said("raised-by", &row.raised, &row.note),
    ];
    lines.extend(row.acknowledged.as_ref().map(|stamp| said("acknowledged-by", stamp, &row.reply)));
    lines.extend(row.answered.as_ref().map(|reply| said("answered-by", &reply.stamp, &reply.text)));
    lines.extend(
        row.owed
            .as_ref()
            .map(|owed| format!("{}: {}", words.rule(&owed.rule, station), words.due(owed, call.now()))),
    );
    lines.join("\n")
}

fn list(call: &mut Call<'_>, waiting: bool, limit: Option<usize>) -> Result<(), Failure> {
    let wanted = pages::wanted(call, limit);
    let read = escalations(call, waiting, wanted)?;
    let (words, zone) = (call.words(), call.station.zone());
    if call.context.json {
        let rows: Vec<Value> = read.rows.iter().map(|row| owing_json::escalation(row, &zone)).collect();
        return print::json(&rows, words);
    }
    if read.rows.is_empty() {
        return print::line(&words.get("cli-no-escalations"), words);
    }
    let rows: Vec<Vec<String>> = read.rows.iter().map(|row| cells(call, row)).collect();
    let heads = ["id", "report", "to", "time", "raised-by", "acknowledged-by", "note"];
    let heads: Vec<String> = heads.iter().map(|h| words.get(&format!("cli-head-{h}"))).collect();
    print::table(&heads, &rows, words)?;
    if read.more { print::line(&words.get("cli-more-rows"), words) } else { Ok(()) }
}

fn cells(call: &Call<'_>, row: &EscalationRow) -> Vec<String> {
    let (words, station) = (call.words(), &call.station);
    let who = |stamp: Option<&Stamp>| stamp.map(|s| words.officer(&s.by, station)).unwrap_or_default();
    vec![
        row.id.to_string(),
        row.on.to_string(),
        words.level(row.to),
        words.clock(row.raised.at, &station.zone(), call.now()),
        words.officer(&row.raised.by, station),
        who(row.acknowledged.as_ref()),
        row.note.0.clone(),
    ]
}
