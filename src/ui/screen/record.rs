//! One report with everything about it: what is owed and why, what was told, who went, the three speeds, the timeline.

mod earlier;
pub(super) mod handed;
mod speeds;
pub(super) mod story;

use crate::domain::due::Due;
use crate::domain::query::ReportDetail;
use crate::domain::report::Report;
use crate::domain::setup::CodeList;
use crate::ui::model::Model;
use crate::ui::model::open::Page;
use crate::ui::reading::Reading;
use crate::ui::screen::head::BETWEEN;
use crate::ui::screen::listing;
use crate::ui::widget::doc::Doc;
use crate::ui::widget::ink::{Piece, piece, put_pieces, put_right};
use jiff::SignedDuration;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the record.
pub(super) fn draw(model: &Model, open: &Page<ReportDetail>, buf: &mut Buffer, body: Rect) {
    let Some(detail) = open.told.get() else {
        listing::says(model, buf, body, "ui-loading");
        return;
    };
    let Some(doc) = doc(model, open, body.width) else { return };
    page(model, &doc, open.top, &heading(detail, &model.reading()), buf, body);
}

/// Draws a record: the line that says which it is, and its text from a line on.
pub(super) fn page(model: &Model, doc: &Doc, top: usize, heading: &[Piece], buf: &mut Buffer, body: Rect) {
    let head = Rect { height: 1, ..body };
    let text = Rect { y: body.y + 1, height: body.height - 1, ..body };
    let left =
        put_right(buf, head, &[piece(place_in(model, doc.len(), top, text.height), model.theme.quiet())]);
    put_pieces(buf, Rect { width: left.saturating_sub(1), ..head }, heading);
    doc.draw(buf, text, top);
}

/// Which lines of how many are shown; nothing when all are.
pub(super) fn place_in(model: &Model, lines: usize, top: usize, height: u16) -> String {
    let height = usize::from(height);
    if lines <= height {
        return String::new();
    }
    let last = (top + height).min(lines);
    let [first, last, all] = [top + 1, last, lines].map(|n| n.to_string());
    model.words.with("ui-lines", &[("first", &first), ("last", &last), ("all", &all)])
}

fn heading(detail: &ReportDetail, reading: &Reading<'_>) -> Vec<Piece> {
    let (theme, report) = (reading.theme, &detail.report);
    let mut line = vec![piece(report.id.to_string(), theme.heading())];
    let priority = super::rows::priority(report.telling.priority, reading);
    line.push(piece(" ", theme.plain()));
    line.push(piece(priority.text, priority.style));
    let kind = reading.words.incident_type(report.telling.incident_type.as_ref(), reading.station);
    line.push(piece(format!(" {kind}"), theme.heading()));
    line.push(piece(format!("{BETWEEN}{}", reading.words.status(report.status)), theme.heading()));
    if let Some(due) = detail.due.iter().min_by_key(|due| (due.rests(), due.owed.at)) {
        let style = theme.light(reading.light(Some(&due.owed)));
        line.push(piece(format!("{BETWEEN}{}", reading.owed(&due.owed)), style));
    }
    line
}

/// The record as lines.
pub(super) fn doc(model: &Model, open: &Page<ReportDetail>, cells: u16) -> Option<Doc> {
    let detail = open.told.get()?;
    let reading = model.reading();
    let mut doc = Doc::new(cells, label_cells(&reading));
    for due in &detail.due {
        owed(&mut doc, due, &reading);
    }
    told(&mut doc, &detail.report, &reading);
    earlier::add(&mut doc, model, detail, &reading);
    story::went(&mut doc, &detail.report, &reading);
    story::ended(&mut doc, &detail.report, &reading);
    handed::escalations(&mut doc, &detail.escalations, &reading);
    handed::orders(&mut doc, &detail.supervisions, &reading);
    speeds::add(&mut doc, &detail.report, &reading);
    let (id, rev) = (detail.report.id, detail.report.rev);
    story::timeline(&mut doc, id, rev, &detail.timeline, &reading);
    Some(doc)
}

/// The cells of the labels at the left.
pub(super) fn label_cells(reading: &Reading<'_>) -> u16 {
    match reading.lang() {
        crate::domain::Lang::En => 14,
        crate::domain::Lang::Zh => 11,
    }
}

pub(super) fn field(doc: &mut Doc, reading: &Reading<'_>, word: &str, text: &str) {
    let label = piece(reading.words.get(word), reading.theme.quiet());
    doc.field(label, text, reading.theme.plain());
}

pub(super) fn owed(doc: &mut Doc, due: &Due, reading: &Reading<'_>) {
    let owed = &due.owed;
    let why = reading.words.why_due(due, reading.station);
    let light = reading.light(Some(owed));
    let text = reading.words.with(
        "ui-record-owed",
        &[
            ("light", &reading.words.light(light)),
            ("time", &reading.clock(owed.at)),
            ("due", &reading.due(owed.at)),
            ("why", &why),
        ],
    );
    let label = piece(reading.words.get("ui-label-owed"), reading.theme.quiet());
    doc.field(label, &text, reading.theme.light(light));
}

fn told(doc: &mut Doc, report: &Report, reading: &Reading<'_>) {
    let (words, station, told) = (reading.words, reading.station, &report.telling);
    field(doc, reading, "ui-label-narrative", &told.narrative);
    field(doc, reading, "ui-label-place", &or_not_told(told.place.trim(), reading));
    field(doc, reading, "ui-label-beat", &words.beat(told.beat.as_ref(), station));
    let caller: Vec<&str> = [told.caller_name.as_str(), told.caller_phone.as_str()]
        .into_iter()
        .filter(|t| !t.is_empty())
        .collect();
    field(doc, reading, "ui-label-caller", &or_not_told(&caller.join("  "), reading));
    let other = [told.other_name.as_str(), told.other_phone.as_str()];
    let other: Vec<&str> = other.into_iter().filter(|t| !t.is_empty()).collect();
    if !other.is_empty() {
        field(doc, reading, "ui-label-other", &other.join("  "));
    }
    for (name, given) in &told.unknown {
        let called = format!("field-{name}");
        let called = if words.has(&called) { words.get(&called) } else { name.clone() };
        let text = words.with("ui-record-unknown", &[("field", &called), ("given", given.as_str())]);
        field(doc, reading, "ui-label-unknown", &text);
    }
    // A late entry shows both times.
    let late = report.received.at.duration_since(report.event_at).abs() >= SignedDuration::from_mins(1);
    let entered = words.with(
        if late { "ui-record-entered-late" } else { "ui-record-entered" },
        &[
            ("event", &reading.clock(report.event_at)),
            ("entered", &reading.clock(report.received.at)),
            ("age", &reading.age(report.received.at)),
            ("who", &words.officer(&report.received.by, station)),
        ],
    );
    field(doc, reading, "ui-label-times", &entered);
    let source = match (&report.source_key, report.resends) {
        (None, _) => words.source(report.source),
        (Some(key), 0) => format!("{} {key}", words.source(report.source)),
        (Some(key), again) => {
            let again = words.count("ui-record-resent", u64::from(again));
            format!("{} {key}{BETWEEN}{again}", words.source(report.source))
        }
    };
    field(doc, reading, "ui-label-source", &source);
    if let Some(first) = &report.first_handler {
        field(doc, reading, "ui-label-first-handler", &words.officer(first, station));
    }
}

pub(super) fn or_not_told(text: &str, reading: &Reading<'_>) -> String {
    if text.is_empty() { reading.words.get("ui-not-told") } else { text.to_owned() }
}

/// The station's name for a code of a list.
pub(super) fn code_name(reading: &Reading<'_>, list: CodeList, code: &crate::domain::Code) -> String {
    reading.station.code_name(list, code, reading.lang()).to_owned()
}
