//! How the records look in a line: one function a kind of row, for every list that shows it.

use super::head::BETWEEN;
use super::listing;
use crate::domain::due::Light;
use crate::domain::report::Priority;
use crate::domain::row::{ReportRow, UnitRow};
use crate::domain::{Kind, RecordId};
use crate::ui::list::List;
use crate::ui::model::Model;
use crate::ui::reading::Reading;
use crate::ui::widget::ink::Piece;
use crate::ui::widget::table::{Cell, Column, TableRow, Wide};

/// What stands for a field that is to be set.
pub(super) const TO_BE_SET: &str = "?";

/// What a column of reports shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    Time,
    Age,
    Priority,
    Number,
    Type,
    What,
    WhatOrdered,
    Beat,
    Unit,
    Handler,
    Status,
    Owed,
}

impl Of {
    const fn wide(self, wide: Wide) -> (Of, Column) {
        let name = match self {
            Of::Time => "ui-col-time",
            Of::Age => "ui-col-age",
            Of::Priority => "ui-col-priority",
            Of::Number => "ui-col-number",
            Of::Type => "ui-col-type",
            Of::What | Of::WhatOrdered => "ui-col-what",
            Of::Beat => "ui-col-beat",
            Of::Unit => "ui-col-unit",
            Of::Handler => "ui-col-handler",
            Of::Status => "ui-col-status",
            Of::Owed => "ui-col-owed",
        };
        (self, Column::new(name, wide))
    }
}

const fn from(of: (Of, Column), cells: u16) -> (Of, Column) {
    (of.0, of.1.from(cells))
}

const fn key(of: (Of, Column)) -> (Of, Column) {
    (of.0, of.1.key())
}

const fn passing(of: (Of, Column)) -> (Of, Column) {
    (of.0, of.1.passing())
}

/// The fewest cells of a number: one of the duty day.
const NUMBER: u16 = 5;

/// The same on the screen of reports: one that has its day in front, with a sign behind it.
const NUMBER_SCREEN: u16 = 9;

/// The cells that a column of these numbers needs: in a narrow pane the days of other numbers take room only while
/// there are any.
pub(super) fn number_cells(ids: impl Iterator<Item = RecordId>, reading: &Reading<'_>) -> u16 {
    let cells = ids.map(|id| u16::try_from(reading.number(id).len()).unwrap_or(NUMBER));
    cells.max().unwrap_or(NUMBER).max(NUMBER)
}

/// The same for reports, with room for the signs behind the number: two only while a report has both.
pub(super) fn report_number_cells(rows: &[ReportRow], reading: &Reading<'_>) -> u16 {
    let both = rows.iter().any(|row| signs(row).len() > 1);
    number_cells(rows.iter().map(|row| row.id), reading) + u16::from(both)
}

/// The columns of reports in a pane, with so many cells for the number.
pub(super) const fn report_pane(number: u16) -> [(Of, Column); 9] {
    [
        Of::Time.wide(Wide::Cells(5)),
        from(Of::Age.wide(Wide::ByLang(6, 8)), 90),
        Of::Priority.wide(Wide::Cells(2)),
        // The sign of what was handed up stands behind the number.
        key(Of::Number.wide(Wide::Cells(number + 1))),
        from(Of::Type.wide(Wide::Cells(12)), 64),
        Of::What.wide(Wide::Rest),
        from(Of::Beat.wide(Wide::Cells(9)), 90),
        from(Of::Unit.wide(Wide::Cells(9)), 100),
        passing(Of::Owed.wide(Wide::ByLang(18, 16))),
    ]
}

/// The columns of reports on a screen of their own, with so many cells for the number.
pub(super) fn report_screen(number: u16) -> [(Of, Column); 11] {
    [
        Of::Time.wide(Wide::Cells(5)),
        from(Of::Age.wide(Wide::ByLang(6, 8)), 130),
        Of::Priority.wide(Wide::Cells(2)),
        key(Of::Number.wide(Wide::Cells((number + 1).max(NUMBER_SCREEN)))),
        Of::Type.wide(Wide::Cells(12)),
        Of::WhatOrdered.wide(Wide::Rest),
        from(Of::Beat.wide(Wide::Cells(10)), 100),
        from(Of::Unit.wide(Wide::Cells(10)), 120),
        from(Of::Handler.wide(Wide::Cells(10)), 150),
        passing(from(Of::Status.wide(Wide::ByLang(12, 8)), 140)),
        passing(Of::Owed.wide(Wide::ByLang(18, 16))),
    ]
}

/// A report as a row of a table with these columns.
pub(super) fn report(
    model: &Model,
    row: &ReportRow,
    columns: &[(Of, Column)],
    reading: &Reading<'_>,
) -> TableRow {
    let light = reading.light(row.owed.as_ref());
    let cells = columns.iter().map(|(of, _)| report_cell(row, *of, light, reading)).collect();
    let (light, marked) = (row.owed.as_ref().map(|_| light), model.marks.has(row.id));
    TableRow { cells, light, marked, ..TableRow::default() }
}

fn report_cell(row: &ReportRow, of: Of, light: Light, reading: &Reading<'_>) -> Cell {
    let (station, lang) = (reading.station, reading.lang());
    match of {
        Of::Time => reading.brief(row.received_at).into(),
        Of::Age => reading.age(row.received_at).into(),
        Of::Priority => priority(row.priority, reading),
        Of::Number => format!("{}{}", reading.number(row.id), signs(row)).into(),
        Of::Type => type_of(row, reading).into(),
        Of::What => what(row, reading).into(),
        Of::WhatOrdered if row.orders_open > 0 => {
            format!("{} {}", reading.words.get("ui-order-mark"), what(row, reading)).into()
        }
        Of::WhatOrdered => what(row, reading).into(),
        Of::Beat => row.beat.as_ref().map_or(TO_BE_SET, |code| station.place_name(code, lang)).into(),
        Of::Unit => row.unit.as_ref().map_or("", |code| station.unit_name(code, lang)).into(),
        Of::Handler => row.handler.as_ref().map_or("", |who| station.officer_name(who, lang)).into(),
        Of::Status => reading.words.status(row.status).into(),
        Of::Owed => match &row.owed {
            Some(owed) => Cell::styled(reading.owed(owed), reading.theme.light(light)),
            None => reading.words.status(row.status).into(),
        },
    }
}

/// What stands behind a number: handed up and not acknowledged, under an order that waits for an answer.
fn signs(row: &ReportRow) -> &'static str {
    match (row.escalations_waiting > 0, row.orders_open > 0) {
        (true, true) => "^#",
        (true, false) => "^",
        (false, true) => "#",
        (false, false) => "",
    }
}

fn type_of<'a>(row: &'a ReportRow, reading: &Reading<'a>) -> &'a str {
    let name =
        |code| reading.station.code_name(crate::domain::setup::CodeList::IncidentType, code, reading.lang());
    row.incident_type.as_ref().map_or(TO_BE_SET, name)
}

/// Where and what, in the words of the one who took it.
fn what(row: &ReportRow, reading: &Reading<'_>) -> String {
    let sent = if row.resends > 0 { format!("(x{}) ", row.resends + 1) } else { String::new() };
    let again = match reading.words.row_mark(row) {
        None => sent,
        Some(mark) => format!("{mark} {sent}"),
    };
    match (row.place.trim(), row.gist.trim()) {
        ("", gist) => format!("{again}{gist}"),
        (place, "") => format!("{again}{place}"),
        (place, gist) => {
            format!("{again}{}", reading.words.with("ui-place-gist", &[("place", place), ("gist", gist)]))
        }
    }
}

/// A priority in its cell; P1 stands out.
pub(super) fn priority(priority: Option<Priority>, reading: &Reading<'_>) -> Cell {
    match priority {
        Some(Priority::P1) => Cell::styled(Priority::P1.code(), reading.theme.red_light()),
        Some(priority) => priority.code().into(),
        None => TO_BE_SET.into(),
    }
}

/// How urgent something about a record is. For a dispute it is no priority: one that may turn violent has the sign of
/// danger, the others have none.
pub(super) fn rank(about: RecordId, of: Option<Priority>, reading: &Reading<'_>) -> Cell {
    match (about.kind, of) {
        (Kind::Dispute, Some(Priority::P1)) => Cell::styled("!", reading.theme.red_light()),
        (Kind::Dispute, _) | (Kind::ZeroReport, None) => Cell::default(),
        (_, of) => priority(of, reading),
    }
}

/// What something is about; where that is a dispute, how it ranks stands behind, and in front that it may turn
/// violent.
pub(super) fn about(id: RecordId, of: Option<Priority>, gist: &str, reading: &Reading<'_>) -> Cell {
    match of {
        Some(rank) if id.kind == Kind::Dispute => {
            let words = reading.words;
            if rank == Priority::P1 {
                let said = format!("{} {gist}", words.get("dispute-mark-violent"));
                return Cell::styled(said, reading.theme.red_light());
            }
            Cell::styled(format!("{gist}{BETWEEN}{}", words.rank(id, of)), reading.theme.plain())
        }
        Some(_) | None => gist.into(),
    }
}

/// How many reports are marked, behind what stands before it; nothing when none is.
pub(super) fn marked(model: &Model, before: &str) -> String {
    match model.marks.count() {
        0 => String::new(),
        count => format!("{before}{}", model.words.with("ui-marked", &[("number", &count.to_string())])),
    }
}

/// What is out of sight of a list of reports. The newest arrival is named, so that nothing moves under the cursor and
/// nothing is missed.
pub(super) fn more_reports(model: &Model, list: &List<ReportRow>) -> Vec<Piece> {
    let mut line = listing::more(model, list);
    if let (Some(newest), Some(first)) = (list.fresh_above().next(), line.first_mut()) {
        let priority = newest.priority.map_or(TO_BE_SET, |priority| priority.code());
        let more = list.fresh_above().count().saturating_sub(1);
        let others = if more > 0 { format!(" +{more}") } else { String::new() };
        first.text = format!(" * {priority} {}{others} ", newest.id.told_on(model.today()));
    }
    line
}

/// The columns of units, for what these units are on.
pub(super) fn units(units: &[UnitRow], reading: &Reading<'_>) -> [Column; 7] {
    let on = number_cells(units.iter().filter_map(|unit| unit.state.on), reading);
    [
        Column::new("ui-col-unit", Wide::ByLang(12, 10)).key(),
        Column::new("ui-col-status", Wide::ByLang(10, 8)),
        Column::new("ui-col-on", Wide::Cells(on.max(6))),
        Column::new("ui-col-since", Wide::Cells(5)),
        Column::new("ui-col-age", Wide::ByLang(6, 8)).from(64),
        Column::new("ui-col-beat", Wide::Cells(12)).from(80),
        Column::new("ui-col-check-in", Wide::Rest),
    ]
}

/// A unit as a row.
pub(super) fn unit(row: &UnitRow, reading: &Reading<'_>) -> TableRow {
    let (state, lang) = (&row.state, reading.lang());
    let known = state.rev > 0;
    let since = |text: String| if known { text } else { String::new() };
    let last = state.last_check_in.as_ref().map(|seen| {
        let time = reading.brief(seen.stamp.at);
        format!("{time} {}", seen.place.as_str())
    });
    let beat = row.beat.as_ref().map_or("", |code| reading.station.place_name(code, lang));
    let cells: Vec<Cell> = vec![
        reading.station.unit_name(&state.code, lang).into(),
        reading.words.unit_status(state.status).into(),
        state.on.map(|id| reading.number(id)).unwrap_or_default().into(),
        since(reading.brief(state.since.at)).into(),
        since(reading.age(state.since.at)).into(),
        beat.into(),
        last.unwrap_or_default().into(),
    ];
    TableRow { cells, ..TableRow::default() }
}
