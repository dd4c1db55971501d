//! Finding reports or disputes while one types: each change asks for the first page again, and the newest question wins.

use super::travel;
use crate::domain::Kind;
use crate::keys::Action;
use crate::ui::model::Model;
use crate::ui::model::lists::Travel;
use crate::ui::overlay::Does;
use crate::ui::place::Screen;
use crate::ui::widget::field::{Lines, TextField};

/// The most characters that one types to find something.
const FIND_MAX: u32 = 100;

/// Opens the line, with what was looked for before. On the screen of disputes disputes are looked for, else reports.
pub(super) fn begin(model: &mut Model) {
    let to = if model.screen == Screen::Disputes { Screen::Disputes } else { Screen::Reports };
    if model.screen != to || model.open.is_some() {
        travel::to_screen(model, to);
    }
    let mut field = TextField::new(Lines::One, FIND_MAX);
    field.set(found(model));
    model.find = Some(field);
}

/// What is looked for on this screen.
fn found(model: &mut Model) -> &mut String {
    let disputes = model.screen == Screen::Disputes;
    if disputes { &mut model.lists.which_disputes.find } else { &mut model.lists.filter.find }
}

pub(super) fn type_text(model: &mut Model, typed: &str) {
    if let Some(field) = &mut model.find {
        field.insert(typed);
    }
    look(model);
}

/// Enter keeps what was found, Esc lets it go; the arrows move in the list meanwhile.
pub(super) fn action(model: &mut Model, action: Action) {
    let Some(does) = Does::of(action) else { return super::refuse(model, "ui-no-while-finding") };
    match does {
        Does::Choose | Does::Save => model.find = None,
        Does::Cancel => let_go(model),
        Does::Up | Does::Previous => travel::step(model, Travel::Rows(-1)),
        Does::Down | Does::Next => travel::step(model, Travel::Rows(1)),
        Does::PageUp => travel::step(model, Travel::Pages(-1)),
        Does::PageDown => travel::step(model, Travel::Pages(1)),
        Does::Edit(edit) => {
            let columns = usize::from(model.size.0);
            if let Some(field) = &mut model.find {
                field.edit(edit, columns);
            }
            look(model);
        }
        Does::NewLine | Does::Earlier | Does::More => {}
    }
}

fn let_go(model: &mut Model) {
    model.find = None;
    wants(model, String::new());
}

fn look(model: &mut Model) {
    let Some(field) = &model.find else { return };
    let wanted = field.text().trim().to_owned();
    let other = kind(&wanted).filter(|screen| *screen != model.screen);
    if let Some(screen) = other {
        wants(model, String::new());
        travel::to_screen(model, screen);
    }
    if wanted != *found(model) {
        wants(model, wanted);
    }
}

/// Where a record of this number stands, as soon as the beginning says of which kind it is.
fn kind(wanted: &str) -> Option<Screen> {
    let (first, rest) = wanted.split_once('-')?;
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    [(Kind::Dispute, Screen::Disputes), (Kind::Report, Screen::Reports)]
        .into_iter()
        .find(|(kind, _)| first.eq_ignore_ascii_case(&kind.letter().to_string()))
        .map(|(_, screen)| screen)
}

/// Something else is looked for on this screen.
fn wants(model: &mut Model, wanted: String) {
    *found(model) = wanted;
    if model.screen == Screen::Disputes {
        model.lists.disputes.begin_anew();
    } else {
        model.lists.reports.begin_anew();
    }
}
