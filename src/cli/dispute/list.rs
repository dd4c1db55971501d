//! `dutydesk dispute list`: disputes page by page, in the order of the view.

use super::coded::{entry, entry_of};
use crate::cli::args::DisputeListArgs;
use crate::cli::context::Call;
use crate::cli::failure::Failure;
use crate::cli::{dispute_json, pages, print};
use crate::domain::Code;
use crate::domain::query::{Answer, DisputeFilter, DisputeView, Query};
use crate::domain::row::DisputeRow;
use serde_json::Value;

/// Lists disputes: a program gets one array, people a table.
pub(super) fn run(call: &mut Call<'_>, args: &DisputeListArgs) -> Result<(), Failure> {
    let filter = filter(call, args)?;
    let wanted = pages::wanted(call, args.limit);
    let rows = |answer| if let Answer::Disputes(rows) = answer { Some(rows) } else { None };
    let ask = |page| Query::Disputes { filter: filter.clone(), page };
    let read = pages::read(call, wanted, ask, rows, |row| row.key)?;
    if call.context.json {
        let all: Vec<Value> = read.rows.iter().map(|row| dispute_json::row(call, row)).collect();
        return print::json(&all, call.words());
    }
    let words = call.words();
    if read.rows.is_empty() {
        return print::line(&words.get("cli-no-disputes"), words);
    }
    let rows: Vec<Vec<String>> = read.rows.iter().map(|row| cells(call, row)).collect();
    let heads = ["id", "status", "dispute", "beat", "due", "parties"];
    let heads: Vec<String> = heads.iter().map(|head| words.get(&format!("cli-head-{head}"))).collect();
    print::table(&heads, &rows, words)?;
    if read.more { print::line(&words.get("cli-more-rows"), words) } else { Ok(()) }
}

fn filter(call: &Call<'_>, args: &DisputeListArgs) -> Result<DisputeFilter, Failure> {
    let view = if args.all { DisputeView::All } else { entry(call, "--view", &args.dispute_view)? };
    Ok(DisputeFilter {
        view,
        status: entry_of(call, "--status", args.dispute_status.as_ref())?,
        category: entry_of(call, "--category", args.category.as_ref())?,
        beat: args.beat.as_deref().map(Code::from),
        find: args.find.clone().unwrap_or_default(),
    })
}

fn cells(call: &Call<'_>, row: &DisputeRow) -> Vec<String> {
    let (words, station) = (call.words(), &call.station);
    let kind = words.join(&[words.name(row.category), words.name(row.severity)]);
    vec![
        row.id.to_string(),
        words.name(row.status),
        if row.violent { format!("! {kind}") } else { kind },
        words.beat(row.beat.as_ref(), station),
        row.owed.as_ref().map(|owed| words.due(owed, call.now())).unwrap_or_default(),
        row.names.0.clone(),
    ]
}
