//! What follows every message: lists get their room, and what the screen lacks is asked for.

use super::{drafts, earlier};
use crate::domain::query::Query;
use crate::ui::model::lists::ListName;
use crate::ui::model::{Asked, Model};
use crate::ui::msg::Effect;
use crate::ui::place::{self, Pane, Screen};

/// Lists get their room, the cursor its row, and what is missing is asked for.
pub(super) fn settle(model: &mut Model, effects: &mut Vec<Effect>) {
    fit(model);
    if let Some(list) = model.focused() {
        model.lists.focus(list);
    }
    if model.line.is_up() && model.who.is_some() {
        drafts::tell_desk(model, effects);
        ask(model, effects);
        earlier::ask(model, effects);
    }
}

fn fit(model: &mut Model) {
    let Some(places) = model.places() else { return };
    let rows = usize::from(place::list(places.body).rows.height);
    let desk = place::desk(places.body, model.zoomed.then_some(model.pane));
    let room = |pane| usize::from(desk.room(pane).height);
    let on_desk = model.screen == Screen::Desk;
    let lists = &mut model.lists;
    lists.fit(ListName::Live, room(Pane::Reports));
    lists.fit(ListName::Unresolved, room(Pane::Disputes));
    lists.fit(ListName::People, if on_desk { room(Pane::People) } else { rows });
    // The units are always at hand: every dispatch needs them.
    lists.fit(ListName::Units, if on_desk { room(Pane::Patrol).max(1) } else { rows });
    let whole = [
        ListName::Reports,
        ListName::Disputes,
        ListName::Escalations,
        ListName::Orders,
        ListName::ZeroReports,
        ListName::Sweeps,
        ListName::Handovers,
        ListName::Journal,
    ];
    for name in whole {
        lists.fit(name, rows);
    }
    let (due, _) = place::due(places.body);
    lists.fit(ListName::Due, usize::from(place::list(due).rows.height));
    model.handing.items.fit(crate::ui::screen::handover::item_rows(places.body));
}

fn ask(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.station.is_wanted() {
        let id = number(model, Asked::Station);
        model.station.ask_as(id);
        effects.push(Effect::Ask { id, query: Query::Station });
    }
    if model.board.is_wanted() {
        let id = number(model, Asked::Board);
        model.board.ask_as(id);
        effects.push(Effect::Ask { id, query: Query::Board });
    }
    for name in model.visible().iter().copied().chain([ListName::Units]) {
        ask_list(model, name, effects);
    }
    ask_open(model, effects);
    if model.drafts.told.is_wanted() {
        let id = number(model, Asked::Drafts);
        model.drafts.told.ask_as(id);
        effects.push(Effect::Ask { id, query: Query::Drafts });
    }
}

fn ask_list(model: &mut Model, name: ListName, effects: &mut Vec<Effect>) {
    let id = model.last_id + 1;
    if let Some(query) = model.lists.ask(name, id) {
        model.last_id = id;
        model.asked.insert(id, Asked::List(name));
        effects.push(Effect::Ask { id, query });
    }
}

fn ask_open(model: &mut Model, effects: &mut Vec<Effect>) {
    let id = model.last_id + 1;
    let question = match &mut model.open {
        Some(open) => open.ask(id).map(|query| (Asked::Open, query)),
        None if model.screen == Screen::Handover && model.handing.draft.is_wanted() => {
            model.handing.draft.ask_as(id);
            Some((Asked::HandoverDraft, Query::HandoverDraft))
        }
        None => None,
    };
    if let Some((asked, query)) = question {
        model.last_id = id;
        model.asked.insert(id, asked);
        effects.push(Effect::Ask { id, query });
    }
    let id = model.last_id + 1;
    if let Some(query) = model.awaited.as_mut().and_then(|awaited| awaited.page.ask(id)) {
        model.last_id = id;
        model.asked.insert(id, Asked::Awaited);
        effects.push(Effect::Ask { id, query });
    }
}

fn number(model: &mut Model, asked: Asked) -> u64 {
    let id = model.next_id();
    model.asked.insert(id, asked);
    id
}
