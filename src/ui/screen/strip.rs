//! The strip on the Desk screen: the head of the due queue, how much more is due, and how much was put off.

use super::head::BETWEEN;
use super::rows;
use crate::domain::Kind;
use crate::domain::desk::Board;
use crate::domain::due::{Due, Light};
use crate::domain::report::Priority;
use crate::ui::model::Model;
use crate::ui::reading::Reading;
use crate::ui::widget::ink::{Piece, piece, pieces_width, put_pieces, put_right};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the strip: what is owed next, the most urgent first, as many as fit as a whole.
pub(super) fn draw(model: &Model, board: &Board, buf: &mut Buffer, row: Rect) {
    let (theme, reading) = (model.theme, model.reading());
    // What was not late when the desk counted may be late now.
    let mut queue: Vec<&Due> = board.due.iter().map(|line| &line.due).filter(|due| !due.rests()).collect();
    queue.sort_by_cached_key(|due| due.urgency(reading.now));
    let word = if queue.is_empty() { "ui-due-nothing" } else { "ui-due" };
    let mut line = vec![piece(model.words.get(word), theme.heading())];
    let mut shown: u64 = 0;
    let more = |shown: u64| rest(board, shown, &reading);
    for due in queue {
        let between = if shown == 0 { " " } else { BETWEEN };
        let style = theme.light(due.owed.light(reading.now));
        let next = [piece(between, theme.plain()), piece(in_short(due, &reading), style)];
        let wide = pieces_width(&line) + pieces_width(&next) + pieces_width(&more(shown + 1));
        if shown > 0 && wide > row.width {
            break;
        }
        line.extend(next);
        shown += 1;
    }
    let left = put_right(buf, row, &more(shown));
    put_pieces(buf, Rect { width: left, ..row }, &line);
}

/// One thing that is owed, in a few words.
fn in_short(due: &Due, reading: &Reading<'_>) -> String {
    let sign = match due.owed.light(reading.now) {
        Light::Red => "!",
        Light::Amber => "~",
        Light::Green => "",
    };
    let text = reading.words.with(
        "ui-due-line",
        &[
            ("sign", sign),
            ("priority", &priority(due, reading)),
            ("id", &reading.number(due.about)),
            ("rule", &reading.words.rule(&due.owed.rule, reading.station)),
            ("due", &reading.due(due.owed.at)),
        ],
    );
    text.trim_start().to_owned()
}

/// A post's zero report has no priority, and none is to be set; of a dispute it is told when it may turn violent.
fn priority(due: &Due, reading: &Reading<'_>) -> String {
    let about = due.concerns();
    match due.priority {
        Some(Priority::P1) if about.kind == Kind::Dispute => reading.words.get("dispute-mark-violent"),
        Some(_) if about.kind == Kind::Dispute => String::new(),
        Some(priority) => priority.code().to_owned(),
        None if about.kind == Kind::ZeroReport => String::new(),
        None => rows::TO_BE_SET.to_owned(),
    }
}

/// What is due besides what is shown, and what was put off.
fn rest(board: &Board, shown: u64, reading: &Reading<'_>) -> Vec<Piece> {
    let (words, counts) = (reading.words, board.counts);
    let more = counts.due.saturating_sub(shown);
    let parts = [(more, "due-more"), (counts.put_off, "due-more-off")];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let said: Vec<String> =
        parts.map(|(count, word)| words.with(word, &[("count", &count.to_string())])).collect();
    if said.is_empty() {
        return Vec::new();
    }
    vec![piece(format!("{BETWEEN}{}", said.join(BETWEEN)), reading.theme.quiet())]
}
