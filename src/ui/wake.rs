//! Owns when the console has to look at the clock again: at the next minute, or when something shown turns amber or red.

use super::model::Model;
use super::model::lists::ListName;
use super::reading::minute;
use crate::domain::due::{Clocked, Owed, owed_first};
use jiff::{SignedDuration, Timestamp};

/// The next instant at which something on the screen changes by itself; none while nothing timed is shown.
pub fn next_wake(model: &Model) -> Option<Timestamp> {
    let now = model.now;
    if now == Timestamp::UNIX_EPOCH {
        return None;
    }
    let next_minute = minute(now).checked_add(SignedDuration::from_mins(1)).ok();
    let orders = owed_on_this_screen(model);
    let orders = orders.iter().flat_map(|owed| [owed.amber, owed.at]).filter(|at| *at > now);
    let lights = owed(model).flat_map(|owed| [owed.amber, owed.at]).filter(|at| *at > now);
    let again = model.orders.next_again().filter(|at| *at > now);
    let typed = typed(model).filter(|at| *at > now);
    next_minute.into_iter().chain(typed).chain(lights).chain(orders).chain(again).chain(hand_off(model)).min()
}

fn owed(model: &Model) -> impl Iterator<Item = &Owed> {
    let reports = model.lists.live.rows().iter().chain(model.lists.reports.rows());
    let rows = reports.filter_map(|row| row.owed.as_ref());
    let disputes = model.lists.unresolved.rows().iter().chain(model.lists.disputes.rows());
    let disputes = disputes.filter_map(|row| row.owed.as_ref());
    let escalations = model.lists.escalations.rows().iter().filter_map(|row| row.owed.as_ref());
    let queue = model.lists.due.rows().iter().map(|row| &row.line.due.owed);
    let board = model.board.get().into_iter().flat_map(|board| &board.due);
    rows.chain(disputes).chain(escalations).chain(queue).chain(board.map(|line| &line.due.owed))
}

/// What is owed by the orders and zero reports on the screen: their rows say it by the station's rules.
fn owed_on_this_screen(model: &Model) -> Vec<Owed> {
    let station = model.station();
    let first = |record: &dyn Clocked| owed_first(record, station).map(|due| due.owed);
    match model.focused() {
        Some(ListName::Orders) => {
            model.lists.orders.rows().iter().filter_map(|row| first(&row.order)).collect()
        }
        Some(ListName::ZeroReports) => {
            model.lists.zero_reports.rows().iter().filter_map(|row| first(&row.zero)).collect()
        }
        Some(ListName::Sweeps) => {
            model.lists.sweeps.rows().iter().filter_map(|row| first(&row.sweep)).collect()
        }
        Some(
            ListName::Live
            | ListName::Reports
            | ListName::Unresolved
            | ListName::Disputes
            | ListName::People
            | ListName::Escalations
            | ListName::Handovers
            | ListName::Journal
            | ListName::Due
            | ListName::Units,
        )
        | None => Vec::new(),
    }
}

/// When what stands in the form of a new report counts as typed.
fn typed(model: &Model) -> Option<Timestamp> {
    let mut forms = model.overlays.iter().filter_map(|laid| laid.overlay.form());
    forms.find(|form| form.is_new_report())?.typed_at(model.last_key)
}

/// When the officer's hand counts as off the keys, while arrivals wait out of sight for that.
fn hand_off(model: &Model) -> Option<Timestamp> {
    let hidden = ListName::ALL.into_iter().any(|name| model.lists.hides_arrivals(name));
    let at = model.last_key?.checked_add(super::update::HAND_OFF).ok()?;
    (hidden && at > model.now).then_some(at)
}
