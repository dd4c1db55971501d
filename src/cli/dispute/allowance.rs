//! `dutydesk dispute allowance`: what mediators are paid for disputes that ended, with the disputes behind every sum.

use crate::cli::args::AllowanceArgs;
use crate::cli::context::Call;
use crate::cli::failure::Failure;
use crate::cli::print;
use crate::cli::time::rfc3339;
use crate::domain::dispute::allowance::{Paid, PaidTo, Sheet};
use crate::domain::query::{Answer, Query};
use crate::publish::allowance;
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value, json};

/// The days that a sheet is about, both of them counted.
struct Span {
    since: Date,
    until: Date,
}

pub(super) fn run(call: &mut Call<'_>, args: &AllowanceArgs) -> Result<(), Failure> {
    let span = span(call, args)?;
    let begins = |day: Date| call.station.zone().to_timestamp(day.at(0, 0, 0, 0)).ok();
    let (since, until) = (begins(span.since), span.until.tomorrow().ok().and_then(begins));
    let Answer::Allowances(sheet) = call.ask(Query::Allowances { since, until })? else {
        return Err(call.nonsense());
    };
    let (words, station) = (call.words(), &call.station);
    if call.context.json {
        return print::json(&as_json(call, &sheet, &span), words);
    }
    if args.csv {
        return print::line(allowance::csv(&sheet, station, words).trim_end_matches('\n'), words);
    }
    let days = [("from", words.date(span.since)), ("to", words.date(span.until))];
    let days: Vec<(&str, &str)> = days.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let text = allowance::text(&sheet, &words.with("sweep-period", &days), station, words);
    print::line(text.trim_end(), words)
}

/// This month up to today, unless the flags say otherwise.
fn span(call: &Call<'_>, args: &AllowanceArgs) -> Result<Span, Failure> {
    let today = call.station.zone().to_datetime(call.now()).date();
    let read = |flag: &str, text: &Option<String>, otherwise: Date| match text {
        None => Ok(otherwise),
        Some(text) => text.trim().parse().map_err(|_| {
            let args = [("flag", flag), ("value", text.as_str())];
            Failure::usage(call.words().with("cli-no-day", &args))
        }),
    };
    let until = read("--until", &args.until, today)?;
    Ok(Span { since: read("--since", &args.since, until.first_of_month())?, until })
}

fn as_json(call: &Call<'_>, sheet: &Sheet, span: &Span) -> Value {
    let officers: Vec<Value> = sheet.by_lead().iter().map(|to| officer(call, to)).collect();
    json!({
        "since": span.since,
        "until": span.until,
        "officers": officers,
        "amount": sheet.total(),
        "more": sheet.more,
    })
}

fn officer(call: &Call<'_>, to: &PaidTo<'_>) -> Value {
    let zone = call.station.zone();
    let at = |at: Timestamp| rfc3339(at, &zone);
    let one = |paid: &&Paid| {
        json!({
            "id": paid.id, "severity": paid.severity, "status": paid.status, "ended_time": at(paid.at),
            "amount": paid.amount,
        })
    };
    json!({
        "officer": to.lead,
        "name": call.words().officer(to.lead, &call.station),
        "amount": to.amount,
        "disputes": to.disputes.iter().map(one).collect::<Vec<_>>(),
    })
}
