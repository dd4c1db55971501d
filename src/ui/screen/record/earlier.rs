//! What was reported before from the same place or number, and which call this one is.

use super::field;
use crate::domain::earlier::EarlierRow;
use crate::domain::query::ReportDetail;
use crate::keys::{Action, Layer};
use crate::ui::model::Model;
use crate::ui::reading::Reading;
use crate::ui::screen::head::BETWEEN;
use crate::ui::text::{safe_lines, truncate};
use crate::ui::widget::doc::Doc;

/// How many earlier reports are named; the list has more.
const NAMED: usize = 3;

/// Adds which call it is, how many reports there were before, and the last ones of them.
pub(super) fn add(doc: &mut Doc, model: &Model, detail: &ReportDetail, reading: &Reading<'_>) {
    for repeat in &detail.report.repeats {
        field(doc, reading, "ui-label-repeated", &reading.words.repeated_with_advice(repeat));
    }
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
