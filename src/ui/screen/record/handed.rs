//! What was handed up from a report and what supervisors have ordered on it: why, by when, and what was answered.

use super::story::stamp;
use super::{code_name, field, label_cells};
use crate::domain::due::owed_first;
use crate::domain::row::EscalationRow;
use crate::domain::setup::CodeList;
use crate::domain::supervision::{Reply, Supervision, SupervisionStatus};
use crate::ui::reading::Reading;
use crate::ui::widget::doc::Doc;
use ratatui::style::Style;

/// What was handed up, and the answers.
pub(in crate::ui::screen) fn escalations(doc: &mut Doc, rows: &[EscalationRow], reading: &Reading<'_>) {
    for row in rows {
        field(doc, reading, "ui-label-escalation", &raised(row, reading));
        let open = row.answered.is_none() && row.owed.is_some();
        let style = match open {
            true => reading.theme.light(reading.light(row.owed.as_ref())),
            false => reading.theme.plain(),
        };
        let cells = label_cells(reading);
        doc.item(Vec::new(), cells, &standing(row, reading), style);
        if let (Some(answer), false) = (&row.answered, row.reply.trim().is_empty()) {
            // What was said with the acknowledgement stays readable below the answer.
            let said = acknowledged(row, None, reading).filter(|_| !answer.text.trim().is_empty());
            said.iter().for_each(|text| doc.item(Vec::new(), cells, text, reading.theme.quiet()));
        }
    }
}

fn raised(row: &EscalationRow, reading: &Reading<'_>) -> String {
    let words = reading.words;
    let args = [
        ("id", &reading.number(row.id)),
        ("to", &words.target(row.to)),
        ("stamp", &stamp(reading, &row.raised)),
        ("reason", &code_name(reading, CodeList::EscalationReason, &row.reason)),
        ("note", &row.note.0),
    ];
    let args = args.map(|(name, text)| (name, text.as_str()));
    words.with("ui-record-raised", &args).trim_end().to_owned()
}

/// How an escalation stands, as a sentence.
fn standing(row: &EscalationRow, reading: &Reading<'_>) -> String {
    let words = reading.words;
    if let Some(answer) = &row.answered {
        return answered(answer, reading);
    }
    let until = row.owed.as_ref().map(|owed| reading.clock(owed.at));
    if let Some(text) = acknowledged(row, until.as_deref(), reading) {
        return text;
    }
    let due = row.owed.as_ref().map(|owed| reading.due(owed.at));
    match (row.came_back, due) {
        (0, Some(due)) => words.with("ui-record-unacknowledged", &[("due", &due)]),
        (0, None) => String::new(),
        (times, Some(due)) => {
            let back = words.count("ui-record-came-back", u64::from(times));
            words.with("ui-record-came-back-due", &[("back", &back), ("due", &due)])
        }
        (times, None) => words.count("ui-record-came-back", u64::from(times)),
    }
}

fn answered(answer: &Reply, reading: &Reading<'_>) -> String {
    let (by, text) = (stamp(reading, &answer.stamp), answer.text.trim());
    let word = if text.is_empty() { "ui-record-taken-over" } else { "ui-record-answered" };
    reading.words.with(word, &[("stamp", &by), ("text", text)])
}

fn acknowledged(row: &EscalationRow, until: Option<&str>, reading: &Reading<'_>) -> Option<String> {
    let by = stamp(reading, row.acknowledged.as_ref()?);
    let reply = row.reply.as_str();
    let text = match until {
        Some(until) => {
            let args = [("stamp", by.as_str()), ("until", until), ("reply", reply)];
            reading.words.with("ui-record-acknowledged-until", &args)
        }
        None => reading.words.with("ui-record-acknowledged", &[("stamp", &by), ("reply", reply)]),
    };
    Some(text.trim_end().to_owned())
}

/// The supervision orders on it: what is ordered, how that stands, and everything that was answered.
pub(in crate::ui::screen) fn orders(doc: &mut Doc, orders: &[Supervision], reading: &Reading<'_>) {
    for order in orders {
        field(doc, reading, "ui-label-order", &ordered(order, reading));
        let mut line = |text: &str, style: Style| doc.item(Vec::new(), label_cells(reading), text, style);
        let plain = reading.theme.plain();
        for (at, reply) in order.replies.iter().enumerate() {
            line(&said("ui-record-answered", reply, reading), plain);
            if let Some(back) = order.sent_back.get(at) {
                line(&said("ui-record-sent-back", back, reading), plain);
            }
        }
        let (text, style) = order_standing(order, reading);
        if !text.is_empty() {
            line(&text, style);
        }
    }
}

fn said(word: &str, reply: &Reply, reading: &Reading<'_>) -> String {
    let args = [("stamp", stamp(reading, &reply.stamp)), ("text", reply.text.trim().to_owned())];
    let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
    reading.words.with(word, &args)
}

fn ordered(order: &Supervision, reading: &Reading<'_>) -> String {
    let who = match &order.to {
        Some(officer) => reading.words.officer(officer, reading.station),
        None => reading.words.get("the-desk"),
    };
    let args = [
        ("id", reading.number(order.id)),
        ("stamp", stamp(reading, &order.issued)),
        ("who", who),
        ("when", reading.clock(order.due_at)),
        ("text", order.text.trim().to_owned()),
    ];
    let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
    reading.words.with("ui-record-ordered", &args).trim_end().to_owned()
}

fn order_standing(order: &Supervision, reading: &Reading<'_>) -> (String, Style) {
    let plain = reading.theme.plain();
    match order.status {
        SupervisionStatus::Open => {
            let owed = owed_first(order, reading.station).map(|due| due.owed);
            let at = owed.as_ref().map_or(order.due_at, |owed| owed.at);
            let text = reading.words.with("ui-record-order-open", &[("due", &reading.due(at))]);
            (text, reading.theme.light(reading.light(owed.as_ref())))
        }
        SupervisionStatus::Withdrawn => (reading.words.get("ui-record-order-withdrawn"), plain),
        SupervisionStatus::Answered | SupervisionStatus::Erased => (String::new(), plain),
    }
}
