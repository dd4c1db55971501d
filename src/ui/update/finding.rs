//! Finding reports while one types: each change asks for the first page again, and the newest question wins.

use super::travel;
use crate::keys::Action;
use crate::ui::model::Model;
use crate::ui::model::lists::Travel;
use crate::ui::overlay::Does;
use crate::ui::place::Screen;
use crate::ui::widget::field::{Lines, TextField};

/// The most characters that one types to find something.
const FIND_MAX: u32 = 100;

/// Opens the line, with what was looked for before.
pub(super) fn begin(model: &mut Model) {
    if model.screen != Screen::Reports || model.open.is_some() {
        travel::to_screen(model, Screen::Reports);
    }
    let mut field = TextField::new(Lines::One, FIND_MAX);
    field.set(&model.lists.filter.find);
    model.find = Some(field);
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
    model.lists.filter.find.clear();
    model.lists.reports.begin_anew();
}

fn look(model: &mut Model) {
    let Some(field) = &model.find else { return };
    let wanted = field.text().trim();
    if wanted != model.lists.filter.find {
        model.lists.filter.find = wanted.to_owned();
        model.lists.reports.begin_anew();
    }
}
