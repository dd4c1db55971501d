//! `dutydesk sweep ...`: what the beats answered when they were asked for disputes, and who has not answered.

use super::args::SweepCmd;
use super::context::{Call, Context};
use super::failure::{Exit, Failure};
use super::time::rfc3339;
use super::{dispute_json, owing_json, pages, print};
use crate::domain::command::SweepCommand;
use crate::domain::due::owed;
use crate::domain::query::{Answer, Query, SweepDetail};
use crate::domain::row::SweepRow;
use crate::domain::sweep::Campaign;
use crate::domain::{Code, Command, Private, RecordId, Refusal};
use serde_json::{Value, json};

/// Runs `dutydesk sweep ...`.
pub(super) fn run(context: &Context, command: &SweepCmd) -> Result<(), Failure> {
    let mut call = context.call()?;
    let call = &mut call;
    match command {
        SweepCmd::List { all, limit } => list(call, !all, *limit),
        SweepCmd::Answer { beat, found, text } => answer(call, beat, *found, text),
        SweepCmd::Show { id } => show(call, id),
    }
}

fn sweeps(call: &mut Call<'_>, open: bool, most: usize) -> Result<pages::Read<SweepRow>, Failure> {
    let rows = |answer| if let Answer::Sweeps(rows) = answer { Some(rows) } else { None };
    pages::read(call, most, |page| Query::Sweeps { open, page }, rows, |row| row.key)
}

fn answer(call: &mut Call<'_>, beat: &str, found: u32, text: &str) -> Result<(), Failure> {
    let id = number(call, beat)?;
    let answer = SweepCommand::Answer { id, found, text: Private::from(text) };
    call.execute(Command::Sweep(answer), None)?;
    let row = detail(call, id)?.row;
    if call.context.json {
        return print::json(&as_json(call, &row), call.words());
    }
    let words = call.words();
    let name = call.station.place_name(&row.sweep.beat, words.lang());
    let args = [("id", &*id.to_string()), ("beat", name), ("found", &*words.found(&row))];
    print::line(&words.with("cli-sweep-answered", &args), words)?;
    print::line(&words.campaign(row.campaign), words)
}

/// Which sweep is meant: a beat's code is the one that it has not answered.
fn number(call: &mut Call<'_>, beat: &str) -> Result<RecordId, Failure> {
    let code = Code::from(beat);
    if !call.station.has_beat(&code) {
        let unknown = Refusal::UnknownBeat { code };
        let unknown = |_| Failure::refused(&unknown, call.words(), &call.station);
        return call.record_id(beat).map_err(unknown);
    }
    let open = sweeps(call, true, usize::MAX)?.rows;
    let open: Vec<String> =
        open.iter().filter(|row| row.sweep.beat == code).map(|row| row.sweep.id.to_string()).collect();
    let name = call.station.place_name(&code, call.words().lang());
    match open.as_slice() {
        [one] => call.record_id(one),
        [] => Err(Failure::new(Exit::Refused, call.words().with("cli-sweep-none", &[("beat", name)]))),
        several => {
            let args = [("beat", name), ("choices", &several.join(", "))];
            Err(Failure::new(Exit::Refused, call.words().with("cli-sweep-which", &args)))
        }
    }
}

fn list(call: &mut Call<'_>, open: bool, limit: Option<usize>) -> Result<(), Failure> {
    let wanted = pages::wanted(call, limit);
    let read = sweeps(call, open, wanted)?;
    if call.context.json {
        let all: Vec<Value> = read.rows.iter().map(|row| as_json(call, row)).collect();
        return print::json(&all, call.words());
    }
    let words = call.words();
    if read.rows.is_empty() {
        return print::line(&words.get("cli-no-sweeps"), words);
    }
    let rows: Vec<Vec<String>> = read.rows.iter().map(|row| cells(call, row)).collect();
    let heads = ["cli-head-id", "cli-head-beat", "sweep-head-period", "sweep-head-by", "sweep-head-standing"];
    print::table(&heads.map(|head| words.get(head)), &rows, words)?;
    let mut campaigns: Vec<Campaign> = read.rows.iter().map(|row| row.campaign).collect();
    campaigns.dedup();
    campaigns.iter().try_for_each(|one| print::line(&words.campaign(*one), words))?;
    if read.more { print::line(&words.get("cli-more-rows"), words) } else { Ok(()) }
}

fn cells(call: &Call<'_>, row: &SweepRow) -> Vec<String> {
    let (words, station, sweep) = (call.words(), &call.station, &row.sweep);
    let owed = owed(sweep, station).first().map(|due| words.due(&due.owed, call.now()));
    let standing: Vec<String> =
        owed.into_iter().chain([words.found(row)]).filter(|s| !s.is_empty()).collect();
    vec![
        sweep.id.to_string(),
        station.place_name(&sweep.beat, words.lang()).to_owned(),
        words.period(sweep.period),
        words.clock(sweep.by, &station.zone(), call.now()),
        words.join(&standing),
    ]
}

fn detail(call: &mut Call<'_>, id: RecordId) -> Result<SweepDetail, Failure> {
    match call.ask(Query::Sweep { id })? {
        Answer::Sweep(detail) => Ok(*detail),
        _ => Err(call.nonsense()),
    }
}

fn show(call: &mut Call<'_>, id: &str) -> Result<(), Failure> {
    let id = call.record_id(id)?;
    let detail = detail(call, id)?;
    let row = &detail.row;
    if call.context.json {
        let mut object = as_json(call, row);
        let disputes: Vec<Value> = detail.disputes.iter().map(|row| dispute_json::row(call, row)).collect();
        object["disputes"] = json!(disputes);
        return print::json(&object, call.words());
    }
    let (words, station) = (call.words(), &call.station);
    let heads = ["cli-head-id", "cli-head-beat", "sweep-head-period", "sweep-head-by", "sweep-head-standing"];
    print::table(&heads.map(|head| words.get(head)), &[cells(call, row)], words)?;
    if let Some(answer) = &row.sweep.answer {
        let args = [
            ("who", &*words.officer(&answer.stamp.by, station)),
            ("time", &*words.moment(answer.stamp.at, &station.zone())),
        ];
        print::line(&words.with("sweep-answered", &args), words)?;
        if !answer.text.trim().is_empty() {
            print::line(&answer.text, words)?;
        }
    }
    for dispute in &detail.disputes {
        let line = [dispute.id.to_string(), words.name(dispute.status), dispute.names.0.clone()].join("  ");
        print::line(&line, words)?;
    }
    print::line(&words.campaign(row.campaign), words)
}

fn as_json(call: &Call<'_>, row: &SweepRow) -> Value {
    let (sweep, zone) = (&row.sweep, call.station.zone());
    let answer = sweep.answer.as_ref();
    let due: Vec<Value> = owed(sweep, &call.station).iter().map(|due| owing_json::due(call, due)).collect();
    json!({
        "id": sweep.id,
        "rev": sweep.rev,
        "beat": sweep.beat,
        "beat_name": call.station.place_name(&sweep.beat, call.words().lang()),
        "from": sweep.period.from,
        "to": sweep.period.to,
        "due_time": rfc3339(sweep.by, &zone),
        "expected_time": rfc3339(sweep.expected.at, &zone),
        "answered_time": answer.map(|answer| rfc3339(answer.stamp.at, &zone)),
        "answered_by": answer.map(|answer| &answer.stamp.by),
        "found": answer.map(|answer| answer.found),
        "text": answer.map(|answer| &answer.text),
        "entered": row.entered,
        "campaign": row.campaign,
        "due": due,
    })
}
