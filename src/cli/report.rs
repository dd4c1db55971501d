//! `dutydesk report ...`: reports entered, listed and carried through the loop.

use super::args::{HandUp, ListArgs, NewArgs, OnReport, ReportCmd, TellingArgs, WithUnit};
use super::context::{Call, Context};
use super::failure::Failure;
use super::time::{read_time, rfc3339};
use super::{earlier, print, report_json};
use crate::domain::command::{Amendment, Command, EscalationCommand, Incoming, ReportCommand};
use crate::domain::limits::is_code;
use crate::domain::patrol::UnitStatus;
use crate::domain::place::Level;
use crate::domain::query::{Answer, From, PAGE_MAX, Page, Query, ReportDetail, ReportFilter, ReportView};
use crate::domain::quick_entry::QuickEntry;
use crate::domain::report::{Priority, Source, Status, Telling};
use crate::domain::row::ReportRow;
use crate::domain::setup::CodeList;
use crate::domain::{Code, Private, Receipt, RecordId, Refusal, Rev, Subject};
use crate::words::Words;
use serde_json::json;

pub(super) fn run(context: &Context, command: &ReportCmd) -> Result<(), Failure> {
    let mut call = context.call()?;
    match command {
        ReportCmd::New(args) => new(&mut call, args),
        ReportCmd::Quick { words } => quick(&mut call, &words.join(" ")),
        ReportCmd::List(args) => list(&mut call, args),
        ReportCmd::Show { id } => show(&mut call, id),
        ReportCmd::History(args) => earlier::run(&mut call, args),
        ReportCmd::Dispatch(args) => dispatch(&mut call, args),
        ReportCmd::Amend { on, telling } => amend(&mut call, on, telling),
        ReportCmd::Escalate { on, up } => {
            let id = call.record_id(&on.id)?;
            let receipt = raise(&mut call, id, on.seen, up)?;
            told_receipt(&mut call, id, &receipt)
        }
        ReportCmd::Accept(on)
        | ReportCmd::TakeOver { on, .. }
        | ReportCmd::Decline { on, .. }
        | ReportCmd::Verify(on)
        | ReportCmd::Undo(on)
        | ReportCmd::Arrive(WithUnit { on, .. })
        | ReportCmd::Resolve { on, .. }
        | ReportCmd::Close { on, .. }
        | ReportCmd::Duplicate { on, .. }
        | ReportCmd::Note { on, .. }
        | ReportCmd::Erase { on, .. } => step(&mut call, on, command),
        ReportCmd::Transfer { with, .. }
        | ReportCmd::Cancel(with)
        | ReportCmd::Unfounded(with)
        | ReportCmd::Reopen(with) => step(&mut call, &with.on, command),
    }
}

fn step(call: &mut Call<'_>, on: &OnReport, command: &ReportCmd) -> Result<(), Failure> {
    let id = call.record_id(&on.id)?;
    if let Some(asked) = simple(call, id, command)? {
        act(call, on, Command::Report(asked))?;
    }
    Ok(())
}

/// The steps that need nothing looked up.
fn simple(call: &Call<'_>, id: RecordId, command: &ReportCmd) -> Result<Option<ReportCommand>, Failure> {
    let code = |text: &str| Code::from(text);
    Ok(Some(match command {
        ReportCmd::Accept(_) => ReportCommand::Accept { id },
        ReportCmd::TakeOver { reason, .. } => {
            ReportCommand::TakeOver { id, reason: Private::from(reason.as_str()) }
        }
        ReportCmd::Decline { reason, .. } => {
            ReportCommand::DeclineProposal { id, reason: Private::from(reason.as_str()) }
        }
        ReportCmd::Arrive(args) => ReportCommand::Arrive { id, unit: args.unit.as_deref().map(Code::from) },
        ReportCmd::Resolve { result, disposition, .. } => ReportCommand::Resolve {
            id,
            result: Private::from(result.as_str()),
            disposition: disposition.as_deref().map(Code::from),
        },
        ReportCmd::Verify(_) => ReportCommand::Verify { id },
        ReportCmd::Close { disposition, answer, .. } => ReportCommand::Close {
            id,
            disposition: disposition.as_deref().map(Code::from),
            answer: answer.as_deref().map(Code::from),
        },
        ReportCmd::Transfer { with, to } => {
            ReportCommand::Transfer { id, to: Private::from(to.as_str()), reason: code(&with.reason) }
        }
        ReportCmd::Duplicate { of, .. } => ReportCommand::MarkDuplicate { id, of: call.record_id(of)? },
        ReportCmd::Cancel(with) => ReportCommand::Cancel { id, reason: code(&with.reason) },
        ReportCmd::Unfounded(with) => ReportCommand::MarkUnfounded { id, reason: code(&with.reason) },
        ReportCmd::Reopen(with) => ReportCommand::Reopen { id, reason: code(&with.reason) },
        ReportCmd::Note { text, .. } => ReportCommand::Note { id, text: Private::from(text.as_str()) },
        ReportCmd::Undo(_) => ReportCommand::Undo { id },
        ReportCmd::Erase { reason, .. } => {
            ReportCommand::Erase { id, reason: Private::from(reason.as_str()) }
        }
        ReportCmd::New(_)
        | ReportCmd::Quick { .. }
        | ReportCmd::List(_)
        | ReportCmd::Show { .. }
        | ReportCmd::History(_)
        | ReportCmd::Dispatch(_)
        | ReportCmd::Escalate { .. }
        | ReportCmd::Amend { .. } => return Ok(None),
    }))
}

fn act(call: &mut Call<'_>, on: &OnReport, command: Command) -> Result<(), Failure> {
    let id = call.record_id(&on.id)?;
    let receipt = call.execute(command, on.seen)?;
    told_receipt(call, id, &receipt)
}

/// After an act the report as it stands now: as JSON in full, for people in one line.
fn told_receipt(call: &mut Call<'_>, id: RecordId, receipt: &Receipt) -> Result<(), Failure> {
    let detail = detail(call, id)?;
    let zone = call.station.zone();
    if call.context.json {
        let mut object = report_json::report(&detail.report, &zone);
        if let Some(made) = receipt.id.filter(|made| *made != id) {
            object["escalation"] = json!(made);
        }
        return print::json(&object, call.words());
    }
    let status = call.words().status(detail.report.status);
    let made = receipt.id.unwrap_or(id);
    let id = id.to_string();
    let sentence = if made.to_string() == id {
        call.words().with("cli-report-now", &[("id", &id), ("status", &status)])
    } else {
        call.words().with("cli-report-escalated", &[("id", &id), ("escalation", &made.to_string())])
    };
    print::line(&sentence, call.words())
}

fn detail(call: &mut Call<'_>, id: RecordId) -> Result<ReportDetail, Failure> {
    match call.ask(Query::Report { id })? {
        Answer::Report(detail) => Ok(*detail),
        _ => Err(call.nonsense()),
    }
}

fn new(call: &mut Call<'_>, args: &NewArgs) -> Result<(), Failure> {
    let source = match &args.source {
        None => Source::Phone,
        Some(text) => Source::from_code(text).ok_or_else(|| {
            let known: Vec<&str> = Source::ALL.iter().map(|s| s.code()).collect();
            no_such(call, "cli-no-such-source", text, &known)
        })?,
    };
    let told = &args.telling;
    let mut telling = Telling {
        narrative: private(&told.narrative),
        place: private(&told.place),
        caller_name: private(&told.caller_name),
        caller_phone: private(&told.caller_phone),
        other_name: private(&told.other_name),
        other_phone: private(&told.other_phone),
        incident_type: told.incident_type.as_deref().map(Code::from),
        beat: told.beat.as_deref().map(Code::from),
        ..Telling::default()
    };
    if let Some(text) = &told.priority {
        telling.priority = Priority::from_code(text);
        if telling.priority.is_none() {
            telling.unknown.insert("priority".to_owned(), Private::from(text.as_str()));
        }
    }
    let event_at = event_time(call, told)?;
    let incoming = Incoming { source, source_key: args.source_key.clone(), event_at, telling };
    let receipt = call.execute(Command::Report(ReportCommand::Receive(Box::new(incoming))), None)?;
    let id = receipt.id.ok_or_else(|| call.nonsense())?;
    told_receipt(call, id, &receipt)
}

/// The line that the console takes, too: what was entered is said, and a beat that the station doesn't have.
fn quick(call: &mut Call<'_>, line: &str) -> Result<(), Failure> {
    let entry = QuickEntry::read(line, &call.station);
    let command = ReportCommand::Receive(Box::new(entry.clone().incoming()));
    let receipt = call.execute(Command::Report(command), None)?;
    let id = receipt.id.ok_or_else(|| call.nonsense())?;
    told_receipt(call, id, &receipt)?;
    if call.context.json {
        return Ok(());
    }
    print::line(&call.words().quick_entry(&entry, &call.station).join(" | "), call.words())?;
    match &entry.unknown_beat {
        Some(beat) => print::line(&call.words().with("form-quick-no-beat", &[("beat", beat)]), call.words()),
        None => Ok(()),
    }
}

fn private(text: &Option<String>) -> Private {
    Private::from(text.as_deref().unwrap_or_default())
}

fn event_time(call: &Call<'_>, told: &TellingArgs) -> Result<Option<jiff::Timestamp>, Failure> {
    let Some(text) = &told.event_time else { return Ok(None) };
    let at = read_time(text, &call.station.zone(), call.now());
    at.map(Some).ok_or_else(|| Failure::usage(call.words().with("cli-no-time", &[("value", text)])))
}

fn no_such(call: &Call<'_>, id: &str, value: &str, known: &[&str]) -> Failure {
    Failure::usage(call.words().with(id, &[("value", value), ("known", &known.join(", "))]))
}

/// Without `--unit` the desk's own choice: a free unit of the report's beat, else the first free one.
fn dispatch(call: &mut Call<'_>, args: &WithUnit) -> Result<(), Failure> {
    let id = call.record_id(&args.on.id)?;
    let unit = match &args.unit {
        Some(unit) => Code::from(unit.as_str()),
        None => free_unit(call, id)?,
    };
    act(call, &args.on, Command::Report(ReportCommand::Dispatch { id, unit }))
}

fn free_unit(call: &mut Call<'_>, id: RecordId) -> Result<Code, Failure> {
    let beat = detail(call, id)?.report.telling.beat;
    let Answer::Units(units) = call.ask(Query::Units)? else { return Err(call.nonsense()) };
    let free = |s: UnitStatus| matches!(s, UnitStatus::Available | UnitStatus::Returning);
    let mut free: Vec<_> = units.into_iter().filter(|u| free(u.state.status)).collect();
    free.sort_by_key(|u| (u.beat.is_none() || u.beat != beat, u.state.code.clone()));
    let first = free.into_iter().next().map(|u| u.state.code);
    first.ok_or_else(|| Failure::new(super::failure::Exit::Refused, call.words().get("cli-no-free-unit")))
}

/// A reason of several words is a note under the code `other`; one that could be a code must be one of the station's.
pub(super) fn raise(
    call: &mut Call<'_>,
    on: RecordId,
    seen: Option<Rev>,
    up: &HandUp,
) -> Result<Receipt, Failure> {
    let HandUp { to, why: reason, note } = up;
    let level = Level::from_code(to).ok_or_else(|| {
        let known: Vec<&str> = Level::ALL.iter().map(|l| l.code()).collect();
        no_such(call, "cli-no-such-level", to, &known)
    })?;
    let code = Code::from(reason.as_str());
    let known = call.station.has_code(CodeList::EscalationReason, &code);
    if !known && is_code(reason) {
        let unknown = Refusal::UnknownCode { list: CodeList::EscalationReason, code };
        return Err(Failure::refused(&unknown, call.words(), &call.station));
    }
    let (reason, note) = if known {
        (code, note.to_owned())
    } else {
        (Code::from("other"), format!("{reason} {note}").trim().to_owned())
    };
    let raise = EscalationCommand::Raise { on, to: level, reason, note: Private(note) };
    call.execute(Command::Escalation(raise), seen)
}

fn amend(call: &mut Call<'_>, on: &OnReport, told: &TellingArgs) -> Result<(), Failure> {
    let id = call.record_id(&on.id)?;
    let priority = match &told.priority {
        None => None,
        Some(text) => Some(Priority::from_code(text).ok_or_else(|| {
            let known: Vec<&str> = Priority::ALL.iter().map(|p| p.code()).collect();
            no_such(call, "cli-no-such-priority", text, &known)
        })?),
    };
    let text = |value: &Option<String>| value.as_deref().map(Private::from);
    let changes = Amendment {
        narrative: text(&told.narrative),
        place: text(&told.place),
        caller_name: text(&told.caller_name),
        caller_phone: text(&told.caller_phone),
        other_name: text(&told.other_name),
        other_phone: text(&told.other_phone),
        incident_type: told.incident_type.as_deref().map(Code::from),
        priority,
        beat: told.beat.as_deref().map(Code::from),
        event_at: event_time(call, told)?,
    };
    act(call, on, Command::Report(ReportCommand::Amend { id, changes: Box::new(changes) }))
}

/// Lists reports: a program gets one array, people a table.
pub(super) fn list(call: &mut Call<'_>, args: &ListArgs) -> Result<(), Failure> {
    let view = if args.all { Some(ReportView::All) } else { ReportView::from_code(&args.view) };
    let view = view.ok_or_else(|| {
        let known: Vec<&str> = ReportView::ALL.iter().map(|v| v.code()).collect();
        no_such(call, "cli-no-such-view", &args.view, &known)
    })?;
    let priority = match &args.priority {
        None => None,
        Some(text) => Some(Priority::from_code(text).ok_or_else(|| {
            let known: Vec<&str> = Priority::ALL.iter().map(|p| p.code()).collect();
            no_such(call, "cli-no-such-priority", text, &known)
        })?),
    };
    let filter = ReportFilter {
        view,
        priority,
        beat: args.beat.as_deref().map(Code::from),
        find: args.find.clone().unwrap_or_default(),
    };
    rows(call, &filter, args.limit)
}

/// Lists reports page by page, newest first; a program gets one array, people a table.
pub(super) fn rows(call: &mut Call<'_>, filter: &ReportFilter, limit: Option<usize>) -> Result<(), Failure> {
    let limit = limit.unwrap_or(if call.context.json { usize::MAX } else { 200 });
    let (mut rows, mut from, mut more) = (Vec::<ReportRow>::new(), From::Top, true);
    while more && rows.len() < limit {
        let left = u16::try_from(limit - rows.len()).unwrap_or(PAGE_MAX).min(PAGE_MAX);
        let query = Query::Reports { filter: filter.clone(), page: Page { from, limit: left } };
        let Answer::Reports(page) = call.ask(query)? else { return Err(call.nonsense()) };
        more = page.more_after && !page.rows.is_empty();
        rows.extend(page.rows);
        from = rows.last().map_or(From::Top, |r| From::After(r.key));
    }
    let zone = call.station.zone();
    if call.context.json {
        let all: Vec<_> = rows.iter().map(|r| report_json::row(r, &zone)).collect();
        return print::json(&all, call.words());
    }
    if rows.is_empty() {
        return print::line(&call.words().get("cli-no-reports"), call.words());
    }
    let table: Vec<Vec<String>> = rows.iter().map(|r| cells(call, r)).collect();
    let heads = ["id", "time", "priority", "type", "status", "beat", "place", "narrative"];
    let heads: Vec<String> = heads.iter().map(|h| call.words().get(&format!("cli-head-{h}"))).collect();
    print::table(&heads, &table, call.words())?;
    if more {
        print::line(&call.words().get("cli-more-reports"), call.words())?;
    }
    Ok(())
}

fn cells(call: &Call<'_>, row: &ReportRow) -> Vec<String> {
    let (words, station, zone) = (call.words(), &call.station, call.station.zone());
    vec![
        row.id.to_string(),
        words.clock(row.received_at, &zone, call.now()),
        words.priority(row.priority),
        words.incident_type(row.incident_type.as_ref(), station),
        words.status(row.status),
        words.beat(row.beat.as_ref(), station),
        row.place.0.clone(),
        marked(words, row),
    ]
}

/// The narrative, behind the marks of what was sent again and of calls that repeat.
fn marked(words: &Words, row: &ReportRow) -> String {
    let again = (row.resends > 0).then(|| format!("(x{})", row.resends.saturating_add(1)));
    let marks = words.row_mark(row).into_iter().chain(again).map(|mark| format!("{mark} "));
    marks.chain([row.gist.0.clone()]).collect()
}

fn show(call: &mut Call<'_>, id: &str) -> Result<(), Failure> {
    let id = call.record_id(id)?;
    let detail = detail(call, id)?;
    if call.context.json {
        return print::json(&report_json::detail(call, &detail), call.words());
    }
    print::lines(&as_text(call, &detail), call.words())
}

fn as_text(call: &Call<'_>, detail: &ReportDetail) -> String {
    let (words, station, zone) = (call.words(), &call.station, call.station.zone());
    let report = &detail.report;
    let told = &report.telling;
    let mut text = format!("{}  {}\n", report.id, words.status(report.status));
    let fields = [
        ("priority", words.priority(told.priority)),
        ("type", words.incident_type(told.incident_type.as_ref(), station)),
        ("beat", words.beat(told.beat.as_ref(), station)),
        ("place", told.place.0.clone()),
        ("caller-name", told.caller_name.0.clone()),
        ("caller-phone", told.caller_phone.0.clone()),
        ("other-name", told.other_name.0.clone()),
        ("other-phone", told.other_phone.0.clone()),
        ("event-time", rfc3339(report.event_at, &zone)),
    ];
    for (name, value) in fields.into_iter().filter(|(_, v)| !v.is_empty()) {
        text.push_str(&format!("{}: {value}\n", words.get(&format!("field-{name}"))));
    }
    if report.resends > 0 {
        text.push_str(&format!("{}\n", words.count("ui-record-resent", u64::from(report.resends))));
    }
    for repeat in &report.repeats {
        text.push_str(&format!("{}\n", words.repeated_with_advice(repeat)));
    }
    if let Some(proposal) = report.proposes() {
        text.push_str(&format!("{}\n", words.proposed(&proposal.calls, proposal.dispute)));
    }
    for dispute in &detail.earlier.disputes {
        text.push_str(&format!("{}\n", words.earlier_dispute(dispute, &zone, call.now())));
    }
    if !detail.earlier.is_empty() {
        let counts = words.earlier_counts(&detail.earlier);
        text.push_str(&format!("{}\n", words.with("earlier-title", &[("counts", &counts)])));
    }
    for due in &detail.due {
        text.push_str(&format!("{}: {}\n", words.light(due.light(call.now())), words.why_due(due, station)));
    }
    for order in &detail.supervisions {
        let status = words.supervision_status(order.status);
        text.push_str(&format!("{}  {status}  {}\n", order.id, order.text.as_str()));
    }
    if report.status != Status::Erased {
        text.push_str(&format!("\n{}\n\n", told.narrative.as_str()));
    }
    for entry in &detail.timeline {
        let when = words.exact(entry.at, &zone);
        let fact = words.fact(entry, station);
        let fact = match &entry.subject {
            // What happened to an escalation or an order on it says to which.
            Subject::Record(about) if *about != report.id => {
                words.with("ui-about-record", &[("id", &about.to_string()), ("fact", &fact)])
            }
            Subject::Record(_) | Subject::Unit(_) | Subject::Setup(_) | Subject::Desk => fact,
        };
        text.push_str(&format!("{when}  {fact}\n"));
    }
    text.trim_end().to_owned()
}
