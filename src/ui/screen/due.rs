//! The Due screen: everything that is owed, in the one order of the queue, and why the line under the cursor is there.

use super::listing::{self, Listing};
use super::rows;
use crate::domain::due::{Due, Light, Rank};
use crate::domain::query::DueView;
use crate::ui::model::Model;
use crate::ui::place;
use crate::ui::reading::Reading;
use crate::ui::text::{one_line, wrap};
use crate::ui::widget::ink::{piece, put};
use crate::ui::widget::table::{Cell, Column, TableRow, Wide};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// From how many cells on the columns are wide.
const WIDE_FROM: u16 = 110;

const COLUMNS: [Column; 7] = [
    Column::new("due-col-light", Wide::ByLang(8, 6)).passing(),
    Column::new("ui-col-priority", Wide::Cells(2)),
    Column::new("ui-col-number", Wide::Cells(8)).key(),
    Column::new("due-col-rule", Wide::ByLang(11, 10)),
    Column::new("due-col-stands", Wide::Cells(12)).passing(),
    Column::new("due-col-waits-for", Wide::ByLang(14, 10)),
    Column::new("due-col-about", Wide::Rest),
];

const WIDE: [Column; 7] = [
    Column::new("due-col-light", Wide::ByLang(8, 6)).passing(),
    Column::new("ui-col-priority", Wide::Cells(2)),
    Column::new("ui-col-number", Wide::Cells(8)).key(),
    Column::new("due-col-rule", Wide::ByLang(26, 18)),
    Column::new("due-col-stands", Wide::Cells(12)).passing(),
    Column::new("due-col-waits-for", Wide::Cells(16)),
    Column::new("due-col-about", Wide::Rest),
];

/// Draws the screen.
pub(super) fn draw(model: &Model, buf: &mut Buffer, body: Rect) {
    let (list, why) = place::due(body);
    let reading = model.reading();
    let columns = if body.width < WIDE_FROM { &COLUMNS } else { &WIDE };
    let says = says(model);
    let empty = match model.lists.due_view {
        DueView::All => "due-empty",
        DueView::Mine => "due-empty-mine",
    };
    let more = listing::more(model, &model.lists.due);
    let listing = Listing { more, list: &model.lists.due, says, columns, empty };
    listing.draw(model, buf, list, |of| row(&of.line.due, &reading));
    if let Some(under) = model.lists.due.under() {
        let text = one_line(&in_full(&under.line.due, &reading)).into_owned();
        let lines = wrap(&text, usize::from(why.width.saturating_sub(2)));
        for (y, line) in (why.top()..why.bottom()).zip(lines) {
            let row = Rect { x: why.x + 1, y, width: why.width - 1, height: 1 };
            put(buf, row, &line, model.theme.plain());
        }
    }
}

/// The views, how many lines the queue has, and how many of them were put off.
fn says(model: &Model) -> Vec<crate::ui::widget::ink::Piece> {
    let all = model.lists.due_view == DueView::All;
    let mut says = listing::views(model, &[("due-view-all", all), ("due-view-mine", !all)]);
    let counts = model.board.get().map(|board| board.counts).unwrap_or_default();
    let numbers = [counts.due, counts.put_off].map(|n| n.to_string());
    let [due, put_off] = &numbers;
    let text = model.words.with("due-counts", &[("due", due), ("off", put_off)]);
    says.push(piece(format!("  {text}"), model.theme.quiet()));
    says
}

fn row(due: &Due, reading: &Reading<'_>) -> TableRow {
    let light = due.owed.light(reading.now);
    let style = if due.rests() { reading.theme.quiet() } else { reading.theme.light(light) };
    let cells = vec![
        state(due, light, reading).into(),
        rows::rank(due.concerns(), due.priority, reading),
        reading.number(due.about).into(),
        reading.words.rule(&due.owed.rule, reading.station).into(),
        Cell::styled(stands(due, reading), style),
        reading.words.waits_for(&due.waits_for, reading.station).into(),
        rows::about(due.concerns(), due.priority, due.gist.as_str(), reading),
    ];
    TableRow { cells, light: Some(light), rests: due.rests(), ..TableRow::default() }
}

/// The part of the queue in a word: late, to come (soon or in time), put off.
fn state(due: &Due, light: Light, reading: &Reading<'_>) -> String {
    match (due.rank(reading.now), due.paused) {
        (Rank::Late | Rank::Ahead, _) => reading.words.light(light),
        (Rank::Rests, Some(_)) => reading.words.get("due-stopped"),
        (Rank::Rests, None) => reading.words.get("due-put-off"),
    }
}

/// How much time is left, how late it is, when it comes back, or since when its clock stands still.
fn stands(due: &Due, reading: &Reading<'_>) -> String {
    match (due.paused, due.snoozed) {
        (Some(since), _) => reading.words.with("due-since", &[("time", &reading.brief(since))]),
        (None, Some(until)) => reading.words.with("due-until", &[("time", &reading.brief(until))]),
        (None, None) => reading.due(due.owed.at),
    }
}

/// Why a line is in the queue: by when, by which rule, where that comes from, whom it waits for.
fn in_full(due: &Due, reading: &Reading<'_>) -> String {
    let why = reading.words.why_due(due, reading.station);
    let args = [("id", reading.number(due.about)), ("time", reading.clock(due.owed.at)), ("why", why)];
    let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
    reading.words.with("due-in-full", &args)
}
