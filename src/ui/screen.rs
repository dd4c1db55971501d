//! What each screen shows: one file a screen, each a function of the model. Nothing here changes anything.

mod desk;
mod dispute;
mod disputes;
mod due;
mod escalations;
mod foot;
pub mod handover;
mod head;
mod journal;
mod listing;
mod notice;
mod orders;
mod patrol;
mod people;
mod record;
mod reports;
mod rows;
mod speeds;
mod standing;
mod strip;
mod sweeps;
mod useful;
mod zero_reports;

pub use head::banner;

use crate::ui::model::Model;
use crate::ui::model::lists::HandedView;
use crate::ui::model::open::Open;
use crate::ui::place::{Places, Screen};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Draws a whole screen without what lies over it; gives the caret's cell when text is typed in it.
pub fn draw(model: &Model, buf: &mut Buffer, places: &Places) -> Option<Position> {
    head::draw(model, buf, places);
    foot::draw(model, buf, places);
    if model.who.is_none() {
        let why = if model.line.is_up() { "ui-nobody" } else { "ui-waiting-for-line" };
        listing::says(model, buf, places.body, why);
        return None;
    }
    body(model, buf, places.body)
}

fn body(model: &Model, buf: &mut Buffer, body: Rect) -> Option<Position> {
    match (&model.open, model.screen) {
        (Some(Open::Report(open)), _) => record::draw(model, open, buf, body),
        (Some(Open::Dispute(open)), _) => dispute::draw(model, open, buf, body),
        (Some(Open::Handover(open)), _) => handover::draw_open(model, open, buf, body),
        (None, Screen::Desk) => desk::draw(model, buf, body),
        (None, Screen::Reports) => return reports::draw(model, buf, body),
        (None, Screen::Disputes) => return disputes::draw(model, buf, body),
        (None, Screen::Patrol) => patrol::draw(model, buf, body),
        (None, Screen::People) => people::draw(model, buf, body),
        (None, Screen::Escalations) => match model.lists.handed {
            HandedView::Escalations | HandedView::Waiting => escalations::draw(model, buf, body),
            HandedView::Orders | HandedView::AllOrders => orders::draw(model, buf, body),
            HandedView::ZeroReports => zero_reports::draw(model, buf, body),
            HandedView::Sweeps => sweeps::draw(model, buf, body),
        },
        (None, Screen::Handover) => handover::draw(model, buf, body),
        (None, Screen::Journal) => journal::draw(model, buf, body),
        (None, Screen::Due) => due::draw(model, buf, body),
    }
    None
}

/// How many lines the open record has, and how many of them the screen shows.
pub fn extent(model: &Model) -> (usize, usize) {
    let Some(places) = model.places() else { return (0, 0) };
    let lines = match &model.open {
        Some(Open::Report(open)) => record::doc(model, open, places.body.width).map_or(0, |doc| doc.len()),
        Some(Open::Dispute(open)) => dispute::doc(model, open, places.body.width).map_or(0, |doc| doc.len()),
        Some(Open::Handover(_)) => handover::doc(model, places.body.width).map_or(0, |(doc, _)| doc.len()),
        None => 0,
    };
    (lines, usize::from(places.body.height.saturating_sub(1)))
}
