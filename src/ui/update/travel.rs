//! Moving about: cursors, panes, screens, views, records.

use super::{overlays, refuse};
use crate::domain::query::{DisputeFilter, DisputeView, DueView, ReportView};
use crate::domain::{Kind, RecordId};
use crate::ui::model::lists::{HandedView, ListName, Travel};
use crate::ui::model::open::Open;
use crate::ui::model::{Model, Under};
use crate::ui::overlay::{Menu, Overlay, Pick, Submitted};
use crate::ui::place::{Pane, Screen};
use crate::ui::screen;

/// Moves the cursor, or scrolls what is open.
pub(super) fn step(model: &mut Model, how: Travel) {
    if let Some(list) = model.focused() {
        model.lists.travel(list, how);
        return;
    }
    if model.open.is_none() {
        how.on(&mut model.handing.items);
        return;
    }
    let (lines, height) = screen::extent(model);
    let longest = lines.saturating_sub(height);
    let to = |top: usize| match how {
        Travel::Rows(by) => top.saturating_add_signed(by),
        Travel::Pages(by) => {
            let page = isize::try_from(height.saturating_sub(1).max(1)).unwrap_or(1);
            top.saturating_add_signed(by.saturating_mul(page))
        }
        Travel::Top => 0,
        Travel::Bottom => longest,
    };
    match &mut model.open {
        Some(Open::Handover(_)) => in_handover(model, how, longest, height),
        Some(open) => {
            let top = open.top_mut();
            *top = to(*top).min(longest);
        }
        None => {}
    }
}

/// In a handover the cursor goes from item to item; past the last one, and by pages, the text scrolls.
fn in_handover(model: &mut Model, how: Travel, longest: usize, height: usize) {
    let places = screen::handover::item_lines(model);
    let Some(Open::Handover(open)) = &mut model.open else { return };
    let last = places.len().saturating_sub(1);
    let page = height.saturating_sub(1).max(1);
    match how {
        Travel::Rows(by) if by > 0 && open.item < last => open.item += 1,
        Travel::Rows(by)
            if by < 0 && open.item > 0 && open.top <= places.get(open.item).map_or(0, |p| p.start) =>
        {
            open.item -= 1;
        }
        Travel::Rows(by) => {
            open.top = open.top.saturating_add_signed(by).min(longest);
            return;
        }
        Travel::Pages(by) if by > 0 => open.top = (open.top + page).min(longest),
        Travel::Pages(_) => open.top = open.top.saturating_sub(page),
        Travel::Top => (open.item, open.top) = (0, 0),
        Travel::Bottom => (open.item, open.top) = (last, longest),
    }
    let shown = open.top..open.top + height;
    match (how, places.get(open.item)) {
        (Travel::Rows(_), Some(lines)) => {
            // The heading above the first item comes into view with it.
            let start = if open.item == 0 { 0 } else { lines.start };
            open.top = open.top.min(start).max(lines.end.saturating_sub(height));
        }
        (Travel::Pages(_), Some(lines)) if !shown.contains(&lines.start) => {
            let visible = places.iter().position(|lines| shown.contains(&lines.start));
            open.item = visible.unwrap_or(open.item);
        }
        (Travel::Pages(_) | Travel::Top | Travel::Bottom, _) | (Travel::Rows(_), None) => {}
    }
}

/// Goes to a screen; the record that was open is closed.
pub(super) fn to_screen(model: &mut Model, screen: Screen) {
    leave_lists(model);
    model.open = None;
    model.screen = screen;
    come_to_lists(model);
}

/// Goes to another pane.
pub(super) fn to_pane(model: &mut Model, next: fn(Pane) -> Pane) {
    leave_lists(model);
    model.pane = next(model.pane);
}

/// One step back: the marks, the record, the zoom, the filter, then the Desk screen.
pub(super) fn back(model: &mut Model) {
    if model.shows_marks() {
        model.marks.clear();
    } else if let Some(open) = model.open.take() {
        let mut from = open.into_from();
        match from.pop() {
            Some(id) => model.open = Open::page(id, from),
            None => come_to_lists(model),
        }
    } else if model.screen == Screen::Desk && model.zoomed {
        model.zoomed = false;
    } else if model.screen == Screen::Reports && !model.lists.filter.find.is_empty() {
        model.lists.filter.find.clear();
        model.lists.reports.begin_anew();
    } else if model.screen == Screen::Disputes && model.lists.narrows_disputes() {
        let view = model.lists.which_disputes.view;
        model.lists.show_disputes(DisputeFilter::of(view));
    } else if model.screen != Screen::Desk {
        to_screen(model, Screen::Desk);
    }
}

/// Shows the next choice of the list.
pub(super) fn to_view(model: &mut Model, by: isize) {
    match model.screen {
        Screen::Reports => {
            model.lists.filter.view = moved(&ReportView::ALL, model.lists.view(), by);
            model.lists.filter.find.clear();
            model.lists.reports.begin_anew();
        }
        Screen::Disputes => {
            let all = DisputeView::ALL;
            let view = moved(all, model.lists.dispute_view(), by);
            let which = DisputeFilter { view, find: String::new(), ..model.lists.which_disputes.clone() };
            model.lists.show_disputes(which);
        }
        Screen::Escalations => {
            let view = model.lists.handed.moved(by);
            to_handed(model, view);
        }
        Screen::Due => {
            model.lists.due_view = match model.lists.due_view {
                DueView::All => DueView::Mine,
                DueView::Mine => DueView::All,
            };
            model.lists.due.begin_anew();
        }
        Screen::Handover => {
            model.handing.on_draft = !model.handing.on_draft;
            come_to_lists(model);
        }
        Screen::Desk | Screen::Patrol | Screen::People | Screen::Journal => {}
    }
}

/// The view so many after this one, round and round.
fn moved<V: Copy + PartialEq>(all: &[V], from: V, by: isize) -> V {
    let count = isize::try_from(all.len()).unwrap_or(1);
    let at = all.iter().position(|view| *view == from).unwrap_or(0);
    let next = (isize::try_from(at).unwrap_or(0) + by).rem_euclid(count);
    usize::try_from(next).ok().and_then(|next| all.get(next)).copied().unwrap_or(from)
}

/// Shows a view of the escalations screen, from its top.
fn to_handed(model: &mut Model, view: HandedView) {
    leave_lists(model);
    model.lists.handed = view;
    match view {
        HandedView::Escalations | HandedView::Waiting => model.lists.escalations.begin_anew(),
        HandedView::Orders | HandedView::AllOrders => model.lists.orders.begin_anew(),
        HandedView::ZeroReports => model.lists.zero_reports.begin_anew(),
        HandedView::Sweeps => model.lists.sweeps.begin_anew(),
    }
}

/// Goes to a view of the escalations screen.
pub(super) fn to_handed_screen(model: &mut Model, view: HandedView) {
    to_screen(model, Screen::Escalations);
    to_handed(model, view);
}

/// Goes to the escalations, whatever their screen showed last.
pub(super) fn to_escalations(model: &mut Model) {
    match model.lists.handed {
        HandedView::Escalations | HandedView::Waiting => to_screen(model, Screen::Escalations),
        HandedView::Orders | HandedView::AllOrders | HandedView::ZeroReports | HandedView::Sweeps => {
            to_handed_screen(model, HandedView::Escalations);
        }
    }
}

/// Goes to where a record without a page of its own stands; the cursor goes to it when its row is there.
fn to_row_of(model: &mut Model, id: RecordId, view: HandedView) {
    to_handed_screen(model, view);
    model.entered = Some(id);
}

/// Opens the record under the cursor.
pub(super) fn open(model: &mut Model) {
    if model.shows_earlier() {
        return list_earlier(model);
    }
    if model.open.is_some() && model.names_others() {
        return list_named(model);
    }
    let id = match model.under() {
        Under::Report(report) => Some(report.id),
        Under::Dispute(dispute) => Some(dispute.id),
        Under::Escalation(row) => Some(row.on),
        Under::Due(due) => Some(due.on.unwrap_or(due.about)),
        Under::Order(row) => Some(row.order.on),
        // The one thing to do with a post's row is to fill it in; `acts` has taken it.
        Under::Post(_) | Under::Sweep(_) => None,
        Under::Unit(unit) => unit.state.on,
        Under::Handover(handover) if model.open.is_none() => Some(handover.id),
        Under::Handover(_) | Under::Draft => model.item_under().map(|item| item.id),
        Under::Nothing => model.journal_record(),
    };
    if let Some(id) = id {
        open_record(model, id);
    }
}

/// The reports before the open one, to open one of them.
fn list_earlier(model: &mut Model) {
    let Some(Open::Report(open)) = &model.open else { return };
    let Some(detail) = open.told.get() else { return };
    let menu = crate::ui::form::earlier::menu(&detail.earlier.rows, &model.setting());
    let menu = menu.after(picks_of_named(model));
    overlays::lay(model, Overlay::Menu(Box::new(menu)), None);
}

fn picks_of_named(model: &Model) -> Vec<Pick> {
    let pick = |id: &RecordId| Pick {
        code: id.to_string(),
        columns: vec![id.to_string(), model.told_of(*id)],
        also: vec![id.to_string()],
        then: Submitted::Open(*id),
        reason: None,
    };
    model.named().iter().map(pick).collect()
}

/// The records that the open one names, to open one of them; a single one opens at once.
fn list_named(model: &mut Model) {
    let reading = model.reading();
    let named = model.named();
    if let [only] = named.as_slice() {
        let only = *only;
        return open_named(model, only);
    }
    let menu = Menu::new(reading.words.get("ui-named"), picks_of_named(model));
    overlays::lay(model, Overlay::Menu(Box::new(menu)), None);
}

/// Opens a record that another one names. The one that it was found on is where the way back leads.
pub(super) fn open_named(model: &mut Model, id: RecordId) {
    let from = model.open.take().map(|open| (open.id(), open.into_from()));
    let from = from.map(|(id, from)| from.into_iter().chain([id]).collect());
    model.open = Open::page(id, from.unwrap_or_default());
}

/// Opens a record.
pub(super) fn open_record(model: &mut Model, id: RecordId) {
    match id.kind {
        Kind::Report | Kind::Dispute | Kind::Handover => model.open = Open::page(id, Vec::new()),
        Kind::Escalation => {
            let on = model.lists.escalations.rows().iter().find(|row| row.id == id).map(|row| row.on);
            match on {
                Some(report) => open_record(model, report),
                None => to_row_of(model, id, HandedView::Escalations),
            }
        }
        Kind::Supervision => to_row_of(model, id, HandedView::AllOrders),
        Kind::ZeroReport => to_row_of(model, id, HandedView::ZeroReports),
        Kind::Sweep => to_row_of(model, id, HandedView::Sweeps),
        Kind::Person => refuse(model, "ui-no-row"),
    }
}

fn leave_lists(model: &mut Model) {
    if let Some(list) = model.focused() {
        model.lists.leave(list);
    }
}

/// What a screen shows may have changed while it was away.
fn come_to_lists(model: &mut Model) {
    for name in ListName::ALL {
        if model.visible().contains(&name) {
            model.lists.turn_stale(name);
        }
    }
    model.handing.draft.turn_stale();
}
