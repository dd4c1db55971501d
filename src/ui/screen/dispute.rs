//! One dispute with everything about it: what is owed and why, who stands in it, the four fixed, what was said and agreed, how
//! it ended, the timeline.

mod agreed;
mod ended;

use super::record::handed::{escalations, orders};
use super::record::story::{stamp, timeline};
use super::record::{field, label_cells, or_not_told, owed, page};
use crate::domain::dispute::said::{Party, Planned};
use crate::domain::dispute::{Dispute, DisputeStatus};
use crate::domain::due::Due;
use crate::domain::query::DisputeDetail;
use crate::domain::supervision::Reply;
use crate::keys::{Action, Layer};
use crate::ui::model::Model;
use crate::ui::model::open::Page;
use crate::ui::reading::Reading;
use crate::ui::screen::head::BETWEEN;
use crate::ui::screen::listing;
use crate::ui::widget::doc::Doc;
use crate::ui::widget::ink::{Piece, piece};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the record.
pub(super) fn draw(model: &Model, open: &Page<DisputeDetail>, buf: &mut Buffer, body: Rect) {
    match (open.told.get(), doc(model, open, body.width)) {
        (Some(detail), Some(doc)) => {
            page(model, &doc, open.top, &heading(detail, &model.reading()), buf, body);
        }
        (_, _) => listing::says(model, buf, body, "ui-loading"),
    }
}

fn heading(detail: &DisputeDetail, reading: &Reading<'_>) -> Vec<Piece> {
    let (theme, words, dispute) = (reading.theme, reading.words, &detail.dispute);
    let mut line = vec![piece(dispute.id.to_string(), theme.heading())];
    if dispute.violent.is_some() {
        line.push(piece(" ", theme.plain()));
        line.push(piece(words.get("dispute-mark-violent"), theme.red_light()));
    }
    let matter = &dispute.matter;
    let what = [words.name(matter.category), words.name(matter.severity), words.name(dispute.status)];
    line.push(piece(format!(" {}", what.join(BETWEEN)), theme.heading()));
    if let Some(due) = detail.due.iter().min_by_key(|due| (due.rests(), due.owed.at)) {
        let style = theme.light(reading.light(Some(&due.owed)));
        line.push(piece(format!("{BETWEEN}{}", reading.owed(&due.owed)), style));
    }
    line
}

/// The record as lines.
pub(super) fn doc(model: &Model, open: &Page<DisputeDetail>, cells: u16) -> Option<Doc> {
    let detail = open.told.get()?;
    let (reading, dispute) = (model.reading(), &detail.dispute);
    let mut doc = Doc::new(cells, label_cells(&reading));
    let mut next: Vec<&Due> = detail.due.iter().collect();
    next.sort_by_key(|due| (due.rests(), due.owed.at));
    for due in next {
        owed(&mut doc, due, &reading);
    }
    violent(&mut doc, dispute, &reading);
    if dispute.status != DisputeStatus::Erased {
        told(&mut doc, dispute, &reading);
    }
    fixed(&mut doc, dispute, &reading);
    if let Some((_, planned)) = &dispute.planned {
        field(&mut doc, &reading, "dispute-label-next", &sitting_to_come(planned, &reading));
    }
    agreed::sittings(&mut doc, dispute, &reading);
    agreed::agreements(&mut doc, dispute, &reading);
    ended::add(&mut doc, dispute, &reading);
    linked(&mut doc, model, detail, &reading);
    escalations(&mut doc, &detail.escalations, &reading);
    orders(&mut doc, &detail.supervisions, &reading);
    timeline(&mut doc, dispute.id, dispute.rev, &detail.timeline, &reading);
    Some(doc)
}

/// Who said something, when, and what.
fn said(reply: &Reply, reading: &Reading<'_>) -> String {
    format!("{}  {}", stamp(reading, &reply.stamp), reply.text.trim()).trim_end().to_owned()
}

/// Why it may turn violent, and who was spoken to since.
fn violent(doc: &mut Doc, dispute: &Dispute, reading: &Reading<'_>) {
    if let Some(mark) = &dispute.violent {
        let label = piece(reading.words.get("dispute-mark-violent"), reading.theme.red_light());
        doc.field(label, &said(mark, reading), reading.theme.red_light());
    }
    for contact in &dispute.contacts {
        field(doc, reading, "dispute-label-contact", &said(contact, reading));
    }
}

fn told(doc: &mut Doc, dispute: &Dispute, reading: &Reading<'_>) {
    let matter = &dispute.matter;
    field(doc, reading, "dispute-label-narrative", &matter.narrative);
    for (n, party) in (1u16..).zip(&dispute.parties) {
        field(doc, reading, "dispute-label-side", &side(n, party, reading));
    }
    field(doc, reading, "ui-label-place", &or_not_told(matter.place.trim(), reading));
    field(doc, reading, "ui-label-beat", &reading.words.beat(matter.beat.as_ref(), reading.station));
    field(doc, reading, "dispute-label-found", &stamp(reading, &dispute.found));
    for involved in &dispute.involved {
        let text = format!("{}{BETWEEN}{}", reading.words.name(involved.role), involved.name.as_str());
        field(doc, reading, "dispute-label-involved", &text);
    }
}

/// Who it is, by number, and who speaks for it.
fn side(n: u16, party: &Party, reading: &Reading<'_>) -> String {
    let words = reading.words;
    let told = [party.phone.trim(), party.address.trim()];
    let told = told.into_iter().filter(|text| !text.is_empty());
    let who = format!("{n}  {} ({})", party.name.as_str(), words.name(party.role));
    let mut parts: Vec<String> = std::iter::once(who).chain(told.map(str::to_owned)).collect();
    if let Some(speaker) = &party.represented_by {
        let about = [speaker.name.trim(), speaker.capacity.trim(), speaker.phone.trim()];
        let about: Vec<&str> = about.into_iter().filter(|text| !text.is_empty()).collect();
        parts.push(words.with("dispute-record-speaks", &[("who", &about.join(" "))]));
    }
    if let Some(officer) = &party.officer {
        let who = words.officer(officer, reading.station);
        parts.push(words.with("dispute-record-officer", &[("who", &who)]));
    }
    parts.join("  ")
}

/// The four fixed, and since when.
fn fixed(doc: &mut Doc, dispute: &Dispute, reading: &Reading<'_>) {
    let words = reading.words;
    let Some(fixed) = &dispute.fixed else { return };
    let lead = words.officer(&fixed.lead, reading.station);
    let answers = words.officer(&fixed.answers, reading.station);
    let accepted = dispute.accepted.as_ref().map(|by| stamp(reading, by)).unwrap_or_default();
    let until = match fixed.deadline {
        Some(at) => format!("{} ({})", reading.clock(at), reading.due(at)),
        None => words.get("dispute-record-by-rule"),
    };
    let lead =
        words.with("dispute-record-lead", &[("who", &lead), ("answers", &answers), ("when", &accepted)]);
    field(doc, reading, "dispute-label-lead", lead.trim_end());
    let measure = or_not_told(fixed.measure.trim(), reading);
    field(doc, reading, "dispute-label-measure", &measure);
    field(doc, reading, "dispute-label-until", &until);
}

fn sitting_to_come(planned: &Planned, reading: &Reading<'_>) -> String {
    let due = format!("{} ({})", reading.clock(planned.at), reading.due(planned.at));
    format!("{due}  {}", planned.place.trim()).trim_end().to_owned()
}

/// The reports that belong to it and the earlier disputes of the same people, and the key that opens them.
fn linked(doc: &mut Doc, model: &Model, detail: &DisputeDetail, reading: &Reading<'_>) {
    let words = reading.words;
    let key = model.keymap.hint(Action::Open, &[Layer::List]).map(ToString::to_string);
    let mut see = key.map(|key| format!("{key} {}  ", words.get("dispute-record-see"))).unwrap_or_default();
    for row in &detail.reports {
        let (place, gist) = (row.place.trim(), row.gist.trim());
        let parts = [reading.clock(row.received_at), words.status(row.status), format!("{place} {gist}")];
        let text = format!("{}  {}{}", row.id, std::mem::take(&mut see), parts.join("  "));
        field(doc, reading, "dispute-label-report", text.trim_end());
    }
    for row in &detail.earlier {
        let parts = [words.name(row.category), words.name(row.status), row.names.0.clone()];
        let text = format!("{}  {}{}", row.id, std::mem::take(&mut see), parts.join("  "));
        field(doc, reading, "dispute-label-earlier", text.trim_end());
    }
}
