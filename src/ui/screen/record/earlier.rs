//! What was reported before from the same place or number, and which call this one is.

use super::field;
use crate::domain::earlier::EarlierRow;
use crate::domain::query::ReportDetail;
use crate::keys::{Action, Layer};
use crate::ui::model::Model;
use crate::ui::reading::Reading;
use crate::ui::screen::head::BETWEEN;
use crate::ui::text::{one_line, safe_lines, truncate};
use crate::ui::widget::doc::Doc;

/// How many earlier reports are named; the list has more.
const NAMED: usize = 3;

/// Adds which call it is, how many reports there were before, and the last ones of them.
pub(super) fn add(doc: &mut Doc, model: &Model, detail: &ReportDetail, reading: &Reading<'_>) {
    for repeat in &detail.report.repeats {
        field(doc, reading, "ui-label-repeated", &reading.words.repeated_with_advice(repeat));
    }
    proposal(doc, model, detail, reading);
    let history = &detail.earlier;
    if history.is_empty() {
        return;
    }
    let counts = reading.words.earlier_counts(history);
    let title = reading.words.with("earlier-within", &[("counts", &counts)]);
    let text = match model.keymap.hint(Action::Open, &[Layer::List]) {
        Some(key) => format!("{title}  {key} {}", reading.words.get("earlier-see")),
        None => title,
    };
    field(doc, reading, "ui-label-earlier", &text);
    for row in history.rows.iter().take(NAMED) {
        let line = safe_lines(&line(row, reading)).into_owned();
        let room = doc.room(super::label_cells(reading));
        doc.item(Vec::new(), super::label_cells(reading), &truncate(&line, room), reading.theme.plain());
    }
}

/// The dispute that is proposed, or what was said to that, and the disputes that the report belongs to.
fn proposal(doc: &mut Doc, model: &Model, detail: &ReportDetail, reading: &Reading<'_>) {
    let (report, words) = (&detail.report, reading.words);
    if let Some(proposal) = report.proposes() {
        let said = words.proposed(&proposal.calls, proposal.dispute);
        let acts = [(Action::DisputeNew, Layer::Desk), (Action::ReportDecline, Layer::Report)];
        let keys = acts.into_iter().filter_map(|(action, layer)| {
            let key = model.keymap.hint(action, &[layer])?;
            Some(format!("  {key} {}", words.get(action.label())))
        });
        field(doc, reading, "ui-label-proposed", &format!("{said}{}", keys.collect::<String>()));
    }
    if let Some(reply) = report.proposal.as_ref().and_then(|proposal| proposal.declined.as_ref()) {
        let who = words.officer(&reply.stamp.by, reading.station);
        let args = [("who", who.as_str()), ("when", &reading.clock(reply.stamp.at)), ("reason", &reply.text)];
        field(doc, reading, "ui-label-proposed", &words.with("proposal-declined", &args));
    }
    if !report.disputes.is_empty() {
        let ids: Vec<String> = report.disputes.iter().map(ToString::to_string).collect();
        field(doc, reading, "ui-label-disputes", &words.join(&ids));
    }
    let zone = reading.station.zone();
    let others = detail.earlier.disputes.iter().filter(|dispute| !report.disputes.contains(&dispute.id));
    for dispute in others.take(NAMED) {
        let line = one_line(&words.earlier_dispute(dispute, &zone, reading.now)).into_owned();
        let line = truncate(&line, doc.room(super::label_cells(reading)));
        field(doc, reading, "ui-label-before", &line);
    }
}

fn line(row: &EarlierRow, reading: &Reading<'_>) -> String {
    let words = reading.words;
    let parts = [
        row.id.to_string(),
        reading.clock(row.received_at),
        words.incident_type(row.incident_type.as_ref(), reading.station),
        words.status(row.status),
        words.earlier_by(&row.same),
    ];
    format!("{}{BETWEEN}{}", parts.join("  "), row.gist.lines().next().unwrap_or_default())
}
