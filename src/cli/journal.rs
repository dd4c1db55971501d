//! `dutydesk journal` and `dutydesk search`.

use super::args::{JournalArgs, SearchArgs};
use super::context::{Call, Context};
use super::failure::Failure;
use super::time::{read_span, read_time};
use super::{print, report, report_json};
use crate::domain::fact::Entry;
use crate::domain::query::{Answer, From, JournalFilter, PAGE_MAX, Page, Query, ReportFilter, ReportView};
use jiff::Timestamp;

/// Prints the journal, oldest first, as it is read on paper.
pub(super) fn run(context: &Context, args: &JournalArgs) -> Result<(), Failure> {
    let mut call = context.call()?;
    let since = args.since.as_deref().map(|text| since(&call, text)).transpose()?;
    let bad_subject = |text: &str| Failure::usage(call.words().with("cli-no-record-id", &[("value", text)]));
    let subject = args.about.as_deref().map(|t| t.parse().map_err(|_| bad_subject(t))).transpose()?;
    let entries = entries(&mut call, &JournalFilter { since, subject }, args.limit)?;
    let zone = call.station.zone();
    if context.json {
        let all: Vec<_> = entries.iter().map(|e| report_json::entry(e, &zone)).collect();
        return print::json(&all, call.words());
    }
    for entry in &entries {
        let when = call.words().exact(entry.at, &zone);
        let line = format!(
            "{:>6}  {when}  {}  {}",
            entry.seq,
            entry.subject,
            call.words().fact(entry, &call.station)
        );
        print::line(&crate::words::text::one_line(&line), call.words())?;
    }
    Ok(())
}

fn since(call: &Call<'_>, text: &str) -> Result<Timestamp, Failure> {
    let by_span = read_span(text).and_then(|span| call.now().checked_sub(span).ok());
    let at = by_span.or_else(|| read_time(text, &call.station.zone(), call.now()));
    at.ok_or_else(|| Failure::usage(call.words().with("cli-no-since", &[("value", text)])))
}

fn entries(call: &mut Call<'_>, filter: &JournalFilter, limit: Option<usize>) -> Result<Vec<Entry>, Failure> {
    let limit = limit.unwrap_or(usize::MAX);
    let (mut entries, mut from, mut more) = (Vec::<Entry>::new(), From::Top, true);
    while more && entries.len() < limit {
        let left = u16::try_from(limit - entries.len()).unwrap_or(PAGE_MAX).min(PAGE_MAX);
        let query = Query::Journal { filter: filter.clone(), page: Page { from, limit: left } };
        let Answer::Journal(page) = call.ask(query)? else { return Err(call.nonsense()) };
        more = page.more_after && !page.rows.is_empty();
        entries.extend(page.rows);
        from = entries.last().and_then(|e| i64::try_from(e.seq).ok()).map_or(From::Top, From::After);
    }
    entries.reverse();
    Ok(entries)
}

/// Finds reports by number or words.
pub(super) fn search(context: &Context, args: &SearchArgs) -> Result<(), Failure> {
    let mut call = context.call()?;
    let filter =
        ReportFilter { view: ReportView::All, find: args.words.join(" "), ..ReportFilter::default() };
    report::rows(&mut call, &filter, args.limit)
}
