//! What would be handed over now, collected live by the desk.

use super::views;
use crate::domain::handover::{Draft, Item};
use crate::ui::model::Model;
use crate::ui::place;
use crate::ui::reading::Reading;
use crate::ui::screen::head::BETWEEN;
use crate::ui::screen::listing::{self, Rows};
use crate::ui::screen::rows;
use crate::ui::widget::doc::Doc;
use crate::ui::widget::ink::{piece, put_pieces};
use crate::ui::widget::table::{Cell, Column, Table, TableRow, Wide};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const COLUMNS: [Column; 7] = [
    Column::new("ui-col-number", Wide::Cells(8)).key(),
    Column::new("ui-col-priority", Wide::Cells(2)),
    Column::new("ui-col-critical", Wide::Cells(8)),
    Column::new("ui-col-status", Wide::ByLang(12, 8)),
    Column::new("ui-col-what", Wide::Rest),
    Column::new("ui-col-handler", Wide::Cells(10)).from(96),
    Column::new("ui-col-due", Wide::ByLang(13, 13)),
];

/// Draws the draft: its items, and more about the one under the cursor.
pub(super) fn draw(model: &Model, buf: &mut Buffer, body: Rect, rows: Rect, detail: Rect) {
    let places = place::list(body);
    let mut says = views(model);
    let reading = model.reading();
    if let Some(draft) = model.handing.draft.get() {
        says.push(piece(format!("  {}", summary(draft, &reading)), model.theme.plain()));
    }
    put_pieces(buf, places.says, &says);
    let Some(_) = model.handing.draft.get() else {
        listing::says(model, buf, rows, "ui-loading");
        return;
    };
    let table = Table::new(&COLUMNS, body.width, model.lang(), model.theme);
    table.names(buf, places.names, |name| model.words.get(name));
    let items = &model.handing.items;
    let listed = Rows { list: items, focused: true, columns: &COLUMNS, empty: "ui-empty-draft" };
    listed.draw(model, buf, rows, |item| row(item, &reading));
    if let Some(item) = items.under() {
        more_about(model, item, &reading, detail.width).draw(buf, detail, 0);
    }
}

/// What the shift hands over, in one line.
pub(super) fn summary(draft: &Draft, reading: &Reading<'_>) -> String {
    let words = reading.words;
    let critical = draft.items.iter().filter(|item| item.critical).count();
    let items = words.count_with(
        "ui-draft-items",
        u64::try_from(draft.items.len()).unwrap_or(u64::MAX),
        &[("critical", &critical.to_string())],
    );
    let numbers = match &draft.numbers {
        Some((first, last, count)) => words.count_with(
            "ui-draft-numbers",
            u64::from(*count),
            &[("first", &reading.number(*first)), ("last", &reading.number(*last))],
        ),
        None => words.get("ui-draft-no-numbers"),
    };
    format!("{items}{BETWEEN}{numbers}")
}

fn row(item: &Item, reading: &Reading<'_>) -> TableRow {
    let lang = reading.lang();
    let critical = if item.critical { reading.words.get("ui-critical") } else { String::new() };
    let late = item.put_off.is_none() && item.due_at.is_some_and(|at| at <= reading.now);
    let style = if late { reading.theme.red_light() } else { reading.theme.plain() };
    let owner = item.owner.as_ref().map_or("", |who| reading.station.officer_name(who, lang));
    let due = match item.put_off {
        Some(until) => reading.words.with("ui-put-off", &[("time", &reading.brief(until))]),
        None => item.due_at.map(|at| reading.due(at)).unwrap_or_default(),
    };
    let cells = vec![
        reading.number(item.id).into(),
        rows::rank(item.concerns(), item.priority, reading),
        Cell::styled(critical, reading.theme.red_light()),
        reading.words.stands(item).into(),
        what(item, reading).into(),
        owner.into(),
        Cell::styled(due, style),
    ];
    let light = late.then_some(crate::domain::due::Light::Red);
    TableRow { cells, light, ..TableRow::default() }
}

/// Where and what.
pub(super) fn what(item: &Item, reading: &Reading<'_>) -> String {
    let said = match (item.place.trim(), reading.words.about(item, reading.station).as_str()) {
        ("", summary) => summary.to_owned(),
        (place, "") => place.to_owned(),
        (place, summary) => reading.words.with("ui-place-gist", &[("place", place), ("gist", summary)]),
    };
    if item.call > 0 { format!("{} {said}", reading.words.call_mark(item.call)) } else { said }
}

/// Why the item is handed over, what it is about, and what may go wrong.
fn more_about(model: &Model, item: &Item, reading: &Reading<'_>, cells: u16) -> Doc {
    let label = crate::ui::screen::record::label_cells(reading);
    let mut doc = Doc::new(cells, label);
    doc.gap();
    let (id, ground) = (item.id.to_string(), reading.words.ground(item.ground));
    let why = reading.words.with("ui-place-gist", &[("place", &id), ("gist", &ground)]);
    doc.line(vec![piece(why, reading.theme.heading())]);
    doc.text(&what(item, reading), reading.theme.plain());
    for said in reading.words.besides(item, reading.zone) {
        doc.text(&said, reading.theme.plain());
    }
    let remark = model.handing.notes.remarks.get(&item.id).map(|remark| remark.as_str());
    let none = reading.words.get("ui-no-remark");
    let label = piece(reading.words.get("ui-label-remark"), reading.theme.quiet());
    doc.field(label, remark.unwrap_or(&none), reading.theme.plain());
    doc
}
