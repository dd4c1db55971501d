//! Disputes: the views, by what the list is narrowed, what is looked for, and how a dispute looks in a line.

use super::listing::{self, Listing};
use super::rows::{self, TO_BE_SET};
use crate::domain::dispute::terms::Severity;
use crate::domain::due::Light;
use crate::domain::query::DisputeView;
use crate::domain::row::DisputeRow;
use crate::ui::model::Model;
use crate::ui::reading::Reading;
use crate::ui::widget::ink::{Piece, piece, pieces_width};
use crate::ui::widget::table::{Cell, Column, TableRow, Wide};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The most cells of the line in which one types what to look for.
const FIND_CELLS: u16 = 40;

/// What a column of disputes shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    Number,
    Names,
    Violent,
    Category,
    Severity,
    Grave,
    Mark,
    Status,
    Beat,
    Lead,
    Sittings,
    Obligations,
    Owed,
    Due,
}

impl Of {
    const fn wide(self, wide: Wide) -> (Of, Column) {
        let name = match self {
            Of::Number => "ui-col-number",
            Of::Names | Of::Mark => "dispute-col-names",
            Of::Violent => "dispute-col-violent",
            Of::Category => "ui-col-category",
            Of::Severity | Of::Grave => "dispute-col-severity",
            Of::Status => "ui-col-status",
            Of::Beat => "ui-col-beat",
            Of::Lead => "dispute-col-lead",
            Of::Sittings => "dispute-col-sittings",
            Of::Obligations => "dispute-col-obligations",
            Of::Owed => "ui-col-owed",
            Of::Due => "ui-col-due",
        };
        (self, Column::new(name, wide))
    }
}

/// The cells of the numbers, with room for the signs behind them.
pub(super) fn number_cells(rows: &[DisputeRow], reading: &Reading<'_>) -> u16 {
    rows::number_cells(rows.iter().map(|row| row.id), reading) + 1
}

/// In so narrow a pane one that may turn violent has room for that, and none for names.
const MARK_UNDER: u16 = 36;

/// The columns in a pane of so many cells.
pub(super) const fn pane(number: u16, cells: u16) -> [(Of, Column); 5] {
    let names = if cells < MARK_UNDER { Of::Mark } else { Of::Names };
    let (of, column) = Of::Number.wide(Wide::Cells(number));
    let (due, owed) = Of::Due.wide(Wide::ByLang(9, 9));
    let (category, kind) = Of::Category.wide(Wide::ByLang(10, 8));
    let (status, stands) = Of::Status.wide(Wide::ByLang(10, 10));
    [
        (of, column.key()),
        (category, kind.from(44)),
        names.wide(Wide::Rest),
        (status, stands.from(56)),
        (due, owed.passing()),
    ]
}

/// From how many cells on the mark has a column of its own.
const WIDE_FROM: u16 = 110;

/// The columns on a screen of their own. Where it is narrow, one that may turn violent says so instead of how grave it is.
const fn screen(number: u16, wide: bool) -> [(Of, Column); 11] {
    let (of, column) = Of::Number.wide(Wide::Cells(number));
    let (beat, place) = Of::Beat.wide(Wide::Cells(10));
    let (lead, officer) = Of::Lead.wide(Wide::Cells(10));
    let (sittings, held) = Of::Sittings.wide(Wide::ByLang(4, 4));
    let (obligations, kept) = Of::Obligations.wide(Wide::ByLang(5, 5));
    let (owed, passing) = Of::Owed.wide(if wide { Wide::ByLang(26, 22) } else { Wide::ByLang(20, 20) });
    let (violent, mark) = Of::Violent.wide(Wide::ByLang(8, 6));
    let grave = if wide { Of::Severity } else { Of::Grave };
    [
        (of, column.key()),
        Of::Names.wide(Wide::Rest),
        (violent, mark.from(WIDE_FROM)),
        Of::Category.wide(Wide::ByLang(10, 8)),
        grave.wide(Wide::ByLang(8, 6)),
        Of::Status.wide(Wide::ByLang(9, 10)),
        (beat, place.from(WIDE_FROM)),
        (lead, officer.from(WIDE_FROM)),
        (sittings, held.from(WIDE_FROM).right()),
        (obligations, kept.from(WIDE_FROM).right()),
        (owed, passing.passing()),
    ]
}

/// A dispute as a row of a table with these columns.
pub(super) fn row(row: &DisputeRow, columns: &[(Of, Column)], reading: &Reading<'_>) -> TableRow {
    let light = reading.light(row.owed.as_ref());
    let marked = columns.iter().any(|(of, _)| matches!(of, Of::Violent | Of::Grave));
    let cells = columns.iter().map(|(of, _)| cell(row, *of, marked, light, reading)).collect();
    TableRow { cells, light: row.owed.as_ref().map(|_| light), ..TableRow::default() }
}

fn cell(row: &DisputeRow, of: Of, marked: bool, light: Light, reading: &Reading<'_>) -> Cell {
    let (words, station, lang) = (reading.words, reading.station, reading.lang());
    let red = reading.theme.red_light();
    let stands = |text: String| Cell::styled(text, reading.theme.light(light));
    match of {
        Of::Number => format!("{}{}", reading.number(row.id), signs(row)).into(),
        // Without a column of its own the mark stands where the eye goes first.
        Of::Names if row.violent && !marked => {
            Cell::styled(format!("{} {}", words.get("dispute-mark-violent"), row.names.as_str()), red)
        }
        Of::Mark if row.violent => Cell::styled(words.get("dispute-mark-violent"), red),
        Of::Names | Of::Mark => row.names.as_str().into(),
        Of::Violent | Of::Grave if row.violent => Cell::styled(words.get("dispute-mark-violent"), red),
        Of::Violent => Cell::default(),
        Of::Category => words.name(row.category).into(),
        Of::Severity | Of::Grave if row.severity == Severity::Major => {
            Cell::styled(words.name(row.severity), reading.theme.heading())
        }
        Of::Severity | Of::Grave => words.name(row.severity).into(),
        Of::Status => words.name(row.status).into(),
        Of::Beat => row.beat.as_ref().map_or(TO_BE_SET, |code| station.place_name(code, lang)).into(),
        Of::Lead => row.lead.as_ref().map_or("", |who| station.officer_name(who, lang)).into(),
        Of::Sittings => count(row.sittings),
        Of::Obligations => match row.obligations {
            (_, 0) => Cell::default(),
            (open, all) => format!("{}/{all}", all.saturating_sub(open)).into(),
        },
        Of::Owed => row.owed.as_ref().map_or(Cell::default(), |owed| stands(reading.owed(owed))),
        Of::Due => row.owed.as_ref().map_or(Cell::default(), |owed| stands(reading.due(owed.at))),
    }
}

fn count(count: u32) -> Cell {
    if count == 0 { Cell::default() } else { count.to_string().into() }
}

/// What stands behind a number: handed up and not acknowledged, under an order that waits for an answer.
fn signs(row: &DisputeRow) -> &'static str {
    match (row.escalations_waiting > 0, row.orders_open > 0) {
        (true, _) => "^",
        (false, true) => "#",
        (false, false) => "",
    }
}

/// Draws the screen; gives the caret's cell while something is looked for.
pub(super) fn draw(model: &Model, buf: &mut Buffer, body: Rect) -> Option<Position> {
    let reading = model.reading();
    let which = &model.lists.which_disputes;
    let mut says = views(model);
    says.extend(narrowed(model, &reading));
    let mut caret = None;
    if let Some(field) = &model.find {
        says.push(piece(format!("  {} ", model.words.get("ui-find")), model.theme.heading()));
        let x = pieces_width(&says);
        let cells = body.width.saturating_sub(x + 1).clamp(1, FIND_CELLS);
        let shown = field.shown(usize::from(cells), 1, false);
        caret = Some(Position { x: body.x + x + shown.caret.0, y: body.y });
        says.extend(shown.rows.into_iter().map(|row| piece(row, model.theme.plain())));
    } else if !which.find.is_empty() {
        let found = model.words.with("ui-found", &[("find", &which.find)]);
        says.push(piece(format!("  {found}"), model.theme.heading()));
    }
    let number = number_cells(model.lists.disputes.rows(), &reading);
    let shape = screen(number, body.width >= WIDE_FROM);
    let columns = shape.map(|(_, column)| column);
    let empty = if model.lists.narrows_disputes() { "dispute-empty-found" } else { "ui-empty-disputes" };
    let more = listing::more(model, &model.lists.disputes);
    let listing = Listing { more, list: &model.lists.disputes, says, columns: &columns, empty };
    listing.draw(model, buf, body, |of| row(of, &shape, &reading));
    caret
}

/// The views, the one that is shown in brackets.
fn views(model: &Model) -> Vec<Piece> {
    let shown = model.lists.dispute_view();
    let view = |view: &DisputeView| {
        let name = model.words.name(*view);
        if *view == shown {
            let count = model.lists.disputes.total().map(|total| format!(" {total}")).unwrap_or_default();
            piece(format!("[{name}{count}]"), model.theme.focus())
        } else {
            piece(format!(" {name} "), model.theme.quiet())
        }
    };
    DisputeView::ALL.iter().map(view).collect()
}

/// By what the list is narrowed.
fn narrowed(model: &Model, reading: &Reading<'_>) -> Option<Piece> {
    let which = &model.lists.which_disputes;
    let beat = which.beat.as_ref().map(|beat| reading.station.place_name(beat, reading.lang()).to_owned());
    let by = [
        which.status.map(|status| model.words.name(status)),
        which.category.map(|category| model.words.name(category)),
        beat,
    ];
    let by: Vec<String> = by.into_iter().flatten().collect();
    (!by.is_empty()).then(|| piece(format!(" <{}>", by.join(", ")), model.theme.heading()))
}
