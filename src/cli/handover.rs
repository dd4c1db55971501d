//! `dutydesk handover ...`: what would be handed over, signing, accepting, and the sealed ones.

use super::args::HandoverCmd;
use super::context::{Call, Context};
use super::failure::Failure;
use super::time::rfc3339;
use super::{passphrase, print};
use crate::domain::command::{Command, HandoverCommand};
use crate::domain::handover::{Draft, Handover};
use crate::domain::query::{Answer, PAGE_MAX, Page, Query};
use crate::domain::{OfficerId, Private, RecordId};
use crate::publish::handover as document;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;

/// Runs `dutydesk handover ...`.
pub(super) fn run(context: &Context, command: &HandoverCmd) -> Result<(), Failure> {
    let mut call = context.call()?;
    match command {
        HandoverCmd::Draft => show_draft(&mut call),
        HandoverCmd::Sign { officer, words, missing } => sign(&mut call, officer.as_deref(), words, missing),
        HandoverCmd::Accept { id, officer, read_back, reservations } => {
            accept(&mut call, id, officer.as_deref(), read_back, reservations)
        }
        HandoverCmd::Withdraw { id } => {
            let id = call.record_id(id)?;
            call.execute(Command::Handover(HandoverCommand::Withdraw { id }), None)?;
            show(&mut call, id)
        }
        HandoverCmd::Add { id, text } => {
            let (id, text) = (call.record_id(id)?, Private::from(text.as_str()));
            call.execute(Command::Handover(HandoverCommand::Add { id, text }), None)?;
            show(&mut call, id)
        }
        HandoverCmd::List => list(&mut call),
        HandoverCmd::Show { id } => {
            let id = call.record_id(id)?;
            show(&mut call, id)
        }
        HandoverCmd::Export { id, format, file } => export(&mut call, id, format, file.as_deref()),
    }
}

fn draft(call: &mut Call<'_>) -> Result<Draft, Failure> {
    match call.ask(Query::HandoverDraft)? {
        Answer::HandoverDraft(draft) => Ok(*draft),
        _ => Err(call.nonsense()),
    }
}

fn show_draft(call: &mut Call<'_>) -> Result<(), Failure> {
    let draft = draft(call)?;
    if call.context.json {
        return print::json(&draft, call.words());
    }
    let text = document::draft_text(&draft, &call.station, call.words());
    print::lines(&text, call.words())
}

fn signer(call: &Call<'_>, number: Option<&str>) -> Result<OfficerId, Failure> {
    let own = call.caller.welcome().who.as_ref().map(|w| w.officer.clone());
    let officer = number.map(OfficerId::from).or(own);
    officer.ok_or_else(|| Failure::usage(call.words().get("cli-which-officer")))
}

/// Signs the shift over. Every item of the equipment list counts as there unless named with `--missing`.
fn sign(
    call: &mut Call<'_>,
    officer: Option<&str>,
    own_words: &str,
    missing: &[String],
) -> Result<(), Failure> {
    let officer = signer(call, officer)?;
    let asked = call.station.checklists().find(|c| c.code.as_str() == "equipment");
    let items: Vec<_> = asked.map(|c| c.items.clone()).unwrap_or_default();
    let lang = call.words().lang();
    let is = |name: &crate::domain::Name, item: &String| name.texts().contains(&item.as_str());
    if let Some(unknown) = missing.iter().find(|m| !items.iter().any(|name| is(name, m))) {
        let known: Vec<&str> = items.iter().map(|n| n.of(lang)).collect();
        let args = [("value", unknown.as_str()), ("known", &known.join(", "))];
        return Err(Failure::usage(call.words().with("cli-no-such-equipment", &args)));
    }
    let there = |name: &crate::domain::Name| !missing.iter().any(|m| is(name, m));
    let equipment = items.iter().map(|name| (name.of(lang).to_owned(), there(name))).collect();
    let passphrase = passphrase::read(call.words(), &officer)?;
    let words = Private::from(own_words);
    let sign = HandoverCommand::Sign { officer, passphrase, remarks: BTreeMap::new(), words, equipment };
    let receipt = call.execute(Command::Handover(sign), None)?;
    let id = receipt.id.ok_or_else(|| call.nonsense())?;
    show(call, id)
}

fn accept(
    call: &mut Call<'_>,
    id: &str,
    officer: Option<&str>,
    read_back: &[String],
    reservations: &str,
) -> Result<(), Failure> {
    let id = call.record_id(id)?;
    let officer = signer(call, officer)?;
    let read_back = read_back.iter().map(|t| call.record_id(t)).collect::<Result<Vec<RecordId>, _>>()?;
    let passphrase = passphrase::read(call.words(), &officer)?;
    let reservations = Private::from(reservations);
    let accept = HandoverCommand::Accept { id, officer, passphrase, read_back, reservations };
    call.execute(Command::Handover(accept), None)?;
    show(call, id)
}

fn find(call: &mut Call<'_>, id: RecordId) -> Result<Handover, Failure> {
    match call.ask(Query::Handover { id })? {
        Answer::Handover(handover) => Ok(*handover),
        _ => Err(call.nonsense()),
    }
}

fn show(call: &mut Call<'_>, id: RecordId) -> Result<(), Failure> {
    let handover = find(call, id)?;
    if call.context.json {
        return print::json(&handover, call.words());
    }
    let text = document::text(&handover, &call.station, call.words());
    print::lines(&text, call.words())
}

fn list(call: &mut Call<'_>) -> Result<(), Failure> {
    let query = Query::Handovers { page: Page::top(PAGE_MAX) };
    let Answer::Handovers(page) = call.ask(query)? else { return Err(call.nonsense()) };
    let (words, zone) = (call.words(), call.station.zone());
    if call.context.json {
        let row = |h: &crate::domain::row::HandoverRow| {
            json!({
                "id": h.id,
                "rev": h.rev,
                "status": h.status,
                "duty_day": h.day,
                "shift": h.shift,
                "signed_time": rfc3339(h.signed.at, &zone),
                "signed_by": h.signed.by,
                "accepted_time": h.accepted.as_ref().map(|s| rfc3339(s.at, &zone)),
                "accepted_by": h.accepted.as_ref().map(|s| &s.by),
                "items": h.items,
                "critical": h.critical,
            })
        };
        return print::json(&page.rows.iter().map(row).collect::<Vec<_>>(), words);
    }
    if page.rows.is_empty() {
        return print::line(&words.get("cli-no-handovers"), words);
    }
    let row = |h: &crate::domain::row::HandoverRow| {
        vec![
            h.id.to_string(),
            words.day(h.day),
            call.station.shift_name(&h.shift, words.lang()).to_owned(),
            words.handover_status(h.status),
            words.officer(&h.signed.by, &call.station),
            h.accepted.as_ref().map(|s| words.officer(&s.by, &call.station)).unwrap_or_default(),
            h.items.to_string(),
        ]
    };
    let heads = ["id", "duty-day", "shift", "status", "outgoing", "incoming", "items"];
    let heads = heads.map(|h| words.get(&format!("cli-head-{h}")));
    print::table(&heads, &page.rows.iter().map(row).collect::<Vec<_>>(), words)
}

fn export(call: &mut Call<'_>, id: &str, format: &str, file: Option<&Path>) -> Result<(), Failure> {
    let id = call.record_id(id)?;
    let handover = find(call, id)?;
    let (station, words) = (&call.station, &call.context.words);
    let text = match format {
        "text" => document::text(&handover, station, words),
        "markdown" => document::markdown(&handover, station, words),
        other => {
            let args = [("value", other), ("known", "text, markdown")];
            return Err(Failure::usage(words.with("cli-no-such-format", &args)));
        }
    };
    match file {
        None => print::lines(&text, words),
        Some(path) => super::file::write_new(words, path, text.as_bytes()),
    }
}
