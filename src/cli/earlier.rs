//! `dutydesk report history`: earlier reports from a place and a number and between two sides, or those before a report.

use super::context::Call;
use super::failure::Failure;
use super::time::rfc3339;
use super::{print, report_json};
use crate::domain::Private;
use crate::domain::earlier::{EarlierDispute, EarlierRow, History};
use crate::domain::pair::{Side, sides};
use crate::domain::query::{Answer, PAGE_MAX, Query};
use jiff::tz::TimeZone;
use serde_json::{Value, json};

/// What is asked for.
#[derive(clap::Args, Debug)]
pub(super) struct HistoryArgs {
    #[arg(value_name = "ID", conflicts_with_all = ["place", "caller_phone", "other_name", "other_phone"])]
    id: Option<String>,
    #[arg(long, value_name = "TEXT", required_unless_present_any = ["id", "caller_phone", "other_name", "other_phone"])]
    place: Option<String>,
    #[arg(long, value_name = "TEXT", alias = "caller_name")]
    caller_name: Option<String>,
    #[arg(long, value_name = "NUMBER", alias = "caller_phone")]
    caller_phone: Option<String>,
    #[arg(long, value_name = "TEXT", alias = "other_name")]
    other_name: Option<String>,
    #[arg(long, value_name = "NUMBER", alias = "other_phone")]
    other_phone: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..=i64::from(PAGE_MAX)))]
    limit: u16,
}

pub(super) fn run(call: &mut Call<'_>, args: &HistoryArgs) -> Result<(), Failure> {
    let text = |text: &Option<String>| Private::from(text.as_deref().unwrap_or_default());
    let side = |name, phone| Side { name: text(name), phone: text(phone) };
    let (place, [caller, other], before) = match &args.id {
        None => {
            let caller = side(&args.caller_name, &args.caller_phone);
            (text(&args.place), [caller, side(&args.other_name, &args.other_phone)], None)
        }
        Some(id) => {
            let id = call.record_id(id)?;
            let Answer::Report(detail) = call.ask(Query::Report { id })? else { return Err(call.nonsense()) };
            let told = detail.report.telling;
            (told.place.clone(), sides(&told), Some(id))
        }
    };
    let query = Query::History { place, caller, other, before, limit: args.limit };
    told(call, query)
}

/// Asks for a history and prints it.
pub(super) fn told(call: &mut Call<'_>, query: Query) -> Result<(), Failure> {
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
    let zone = call.station.zone();
    for dispute in &history.disputes {
        print::line(&words.earlier_dispute(dispute, &zone, call.now()), words)?;
    }
    if history.rows.is_empty() {
        return Ok(());
    }
    let counts = words.earlier_counts(history);
    print::line(&words.with("earlier-title", &[("counts", &counts)]), words)?;
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

/// An earlier dispute.
pub(super) fn dispute(dispute: &EarlierDispute, zone: &TimeZone) -> Value {
    json!({
        "id": dispute.id,
        "found_time": rfc3339(dispute.found_at, zone),
        "category": dispute.category,
        "status": dispute.status,
        "names": dispute.names,
        "narrative": dispute.gist,
    })
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
