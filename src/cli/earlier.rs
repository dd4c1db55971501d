//! `dutydesk report history`: earlier reports from a place and a number, or those before a report.

use super::context::Call;
use super::failure::Failure;
use super::time::rfc3339;
use super::{print, report_json};
use crate::domain::Private;
use crate::domain::earlier::{EarlierRow, History};
use crate::domain::query::{Answer, PAGE_MAX, Query};
use jiff::tz::TimeZone;
use serde_json::{Value, json};

/// What is asked for.
#[derive(clap::Args, Debug)]
pub(super) struct HistoryArgs {
    #[arg(value_name = "ID", conflicts_with_all = ["place", "caller_phone"])]
    id: Option<String>,
    #[arg(long, value_name = "TEXT", required_unless_present_any = ["id", "caller_phone"])]
    place: Option<String>,
    #[arg(long, value_name = "NUMBER", alias = "caller_phone")]
    caller_phone: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..=i64::from(PAGE_MAX)))]
    limit: u16,
}

pub(super) fn run(call: &mut Call<'_>, args: &HistoryArgs) -> Result<(), Failure> {
    let text = |text: &Option<String>| Private::from(text.as_deref().unwrap_or_default());
    let (place, caller_phone, before) = match &args.id {
        None => (text(&args.place), text(&args.caller_phone), None),
        Some(id) => {
            let id = call.record_id(id)?;
            let Answer::Report(detail) = call.ask(Query::Report { id })? else { return Err(call.nonsense()) };
            let told = detail.report.telling;
            (told.place, told.caller_phone, Some(id))
        }
    };
    let query = Query::History { place, caller_phone, before, limit: args.limit };
    let Answer::History(history) = call.ask(query)? else { return Err(call.nonsense()) };
    if call.context.json {
        let zone = call.station.zone();
        return print::json(&report_json::history(&history, &zone), call.words());
    }
    for_people(call, &history)
}

fn for_people(call: &Call<'_>, history: &History) -> Result<(), Failure> {
    let words = call.words();
    if history.is_empty() {
        return print::line(&words.get("earlier-none"), words);
    }
    let counts = words.earlier_counts(history);
    print::line(&words.with("earlier-title", &[("counts", &counts)]), words)?;
    let zone = call.station.zone();
    let cells = |row: &EarlierRow| {
        vec![
            row.id.to_string(),
            words.clock(row.received_at, &zone, call.now()),
            words.incident_type(row.incident_type.as_ref(), &call.station),
            words.status(row.status),
            words.earlier_by(&row.same),
            row.gist.0.clone(),
        ]
    };
    let rows: Vec<Vec<String>> = history.rows.iter().map(cells).collect();
    let heads = ["id", "time", "type", "status", "same", "narrative"];
    let heads: Vec<String> = heads.iter().map(|head| words.get(&format!("cli-head-{head}"))).collect();
    print::table(&heads, &rows, words)
}

/// An earlier report.
pub(super) fn row(row: &EarlierRow, zone: &TimeZone) -> Value {
    json!({
        "id": row.id,
        "received_time": rfc3339(row.received_at, zone),
        "type": row.incident_type,
        "status": row.status,
        "same": row.same,
        "narrative": row.gist,
    })
}
