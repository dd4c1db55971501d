//! `dutydesk zero ...`: the posts' zero reports, and those that are missing.

use super::args::ZeroCmd;
use super::context::{Call, Context};
use super::failure::{Exit, Failure};
use super::{owing_json, pages, print};
use crate::domain::command::ZeroCommand;
use crate::domain::query::{Answer, Query};
use crate::domain::row::ZeroReportRow;
use crate::domain::zero_report::ZeroReport;
use crate::domain::{Code, Command, Private, RecordId, Refusal};
use serde_json::Value;

/// Runs `dutydesk zero ...`.
pub(super) fn run(context: &Context, command: &ZeroCmd) -> Result<(), Failure> {
    let mut call = context.call()?;
    match command {
        ZeroCmd::List { all, limit } => list(&mut call, !all, *limit),
        ZeroCmd::File { post, text } => file(&mut call, post, text),
    }
}

fn reports(call: &mut Call<'_>, open: bool, most: usize) -> Result<pages::Read<ZeroReportRow>, Failure> {
    let rows = |answer| if let Answer::ZeroReports(rows) = answer { Some(rows) } else { None };
    pages::read(call, most, |page| Query::ZeroReports { open, page }, rows, |row| row.key)
}

fn file(call: &mut Call<'_>, post: &str, text: &str) -> Result<(), Failure> {
    let id = number(call, post)?;
    let file = ZeroCommand::File { id, text: Private::from(text) };
    call.execute(Command::Zero(file), None)?;
    let Some(row) = reports(call, false, usize::MAX)?.rows.into_iter().find(|row| row.zero.id == id) else {
        return Err(call.nonsense());
    };
    if call.context.json {
        return print::json(&owing_json::zero_report(call, &row.zero), call.words());
    }
    let name = call.station.post_name(&row.zero.post, call.words().lang());
    print::line(
        &call.words().with("cli-zero-filed", &[("id", &id.to_string()), ("post", name)]),
        call.words(),
    )
}

/// Which zero report is meant: a post's code is the one that it still owes.
fn number(call: &mut Call<'_>, post: &str) -> Result<RecordId, Failure> {
    let code = Code::from(post);
    if !call.station.posts().any(|p| p.code == code) {
        let unknown = Refusal::UnknownPost { code };
        let unknown = |_| Failure::refused(&unknown, call.words(), &call.station);
        return call.record_id(post).map_err(unknown);
    }
    let all = reports(call, false, usize::MAX)?.rows;
    let all: Vec<ZeroReport> = all.into_iter().map(|r| r.zero).filter(|zero| zero.post == code).collect();
    let open: Vec<RecordId> = all.iter().filter(|zero| zero.filed.is_none()).map(|zero| zero.id).collect();
    match open.as_slice() {
        [one] => Ok(*one),
        [] => Err(none_owed(call, &code, &all)),
        several => {
            let choices: Vec<String> = several.iter().map(ToString::to_string).collect();
            let args = [("post", code.as_str()), ("choices", &choices.join(", "))];
            Err(Failure::new(Exit::Refused, call.words().with("cli-zero-which", &args)))
        }
    }
}

/// Why a post owes no zero report: the last one is in, or none was expected yet.
fn none_owed(call: &Call<'_>, post: &Code, all: &[ZeroReport]) -> Failure {
    let last = all.iter().max_by_key(|zero| zero.by);
    match last.and_then(|zero| Some((zero.id, zero.filed.as_ref()?.stamp.clone()))) {
        Some((id, by)) => Failure::refused(&Refusal::AlreadyAnswered { id, by }, call.words(), &call.station),
        None => {
            let name = call.station.post_name(post, call.words().lang());
            Failure::new(Exit::Refused, call.words().with("cli-zero-none", &[("post", name)]))
        }
    }
}

fn list(call: &mut Call<'_>, open: bool, limit: Option<usize>) -> Result<(), Failure> {
    let wanted = pages::wanted(call, limit);
    let read = reports(call, open, wanted)?;
    if call.context.json {
        let all: Vec<Value> = read.rows.iter().map(|row| owing_json::zero_report(call, &row.zero)).collect();
        return print::json(&all, call.words());
    }
    let words = call.words();
    if read.rows.is_empty() {
        return print::line(&words.get("cli-no-zeros"), words);
    }
    let rows: Vec<Vec<String>> = read.rows.iter().map(|row| cells(call, &row.zero)).collect();
    let heads = ["id", "post", "expected-by", "filed-by", "text"];
    let heads: Vec<String> = heads.iter().map(|head| words.get(&format!("cli-head-{head}"))).collect();
    print::table(&heads, &rows, words)?;
    if read.more { print::line(&words.get("cli-more-rows"), words) } else { Ok(()) }
}

fn cells(call: &Call<'_>, zero: &ZeroReport) -> Vec<String> {
    let (words, station) = (call.words(), &call.station);
    let filed = zero.filed.as_ref();
    vec![
        zero.id.to_string(),
        station.post_name(&zero.post, words.lang()).to_owned(),
        words.clock(zero.by, &station.zone(), call.now()),
        filed.map(|filed| words.officer(&filed.stamp.by, station)).unwrap_or_default(),
        filed.map(|filed| filed.text.0.clone()).unwrap_or_default(),
    ]
}
