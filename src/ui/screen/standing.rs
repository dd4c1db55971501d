//! How an escalation, a supervision order and a zero report stand: the short words for a column of a list, and the light.

use crate::domain::OfficerId;
use crate::domain::due::{Light, Owed, owed_first};
use crate::domain::row::EscalationRow;
use crate::domain::supervision::{Supervision, SupervisionStatus};
use crate::domain::sweep::Sweep;
use crate::domain::zero_report::ZeroReport;
use crate::ui::reading::Reading;
use crate::ui::widget::table::Cell;
use jiff::Timestamp;

/// The cell of a column and the light of its row.
pub(super) type Standing = (Cell, Option<Light>);

/// The sign behind the number of an escalation that came back.
pub(super) const CAME_BACK: &str = "<";

/// Whether an escalation has come back and is not settled.
pub(super) fn came_back(row: &EscalationRow) -> bool {
    row.came_back > 0 && row.acknowledged.is_none() && row.answered.is_none()
}

/// How an escalation stands.
pub(super) fn escalation(row: &EscalationRow, reading: &Reading<'_>) -> Standing {
    let name = |officer: &OfficerId| reading.station.officer_name(officer, reading.lang()).to_owned();
    if let Some(answer) = &row.answered {
        let who = name(&answer.stamp.by);
        let word = if answer.text.trim().is_empty() { "ui-handed-taken-over" } else { "ui-handed-answered" };
        let args = [("who", who.as_str()), ("time", &reading.brief(answer.stamp.at))];
        return (reading.words.with(word, &args).into(), None);
    }
    let Some(by) = &row.acknowledged else { return waits(row, reading) };
    let who = name(&by.by);
    match &row.owed {
        Some(owed) => {
            let args = [("who", who.as_str()), ("time", &reading.brief(owed.at))];
            lit(reading.words.with("ui-handed-acknowledged-until", &args), owed, reading)
        }
        None => (reading.words.with("ui-handed-acknowledged", &[("who", &who)]).into(), None),
    }
}

fn waits(row: &EscalationRow, reading: &Reading<'_>) -> Standing {
    let times = row.came_back.to_string();
    let [plain, left, late] = if row.came_back > 0 {
        ["ui-handed-back", "ui-handed-back-left", "ui-handed-back-late"]
    } else {
        ["ui-handed-waits", "ui-handed-waits-left", "ui-handed-waits-late"]
    };
    let Some(owed) = &row.owed else {
        return (reading.words.with(plain, &[("times", &times)]).into(), None);
    };
    let word = if owed.at <= reading.now { late } else { left };
    let args = [("times", times.as_str()), ("age", &reading.span_to(owed.at))];
    lit(reading.words.with(word, &args), owed, reading)
}

/// How a supervision order stands.
pub(super) fn order(order: &Supervision, reading: &Reading<'_>) -> Standing {
    match order.status {
        SupervisionStatus::Open => {
            let owed = owed_first(order, reading.station).map(|due| due.owed);
            let words = ["ui-order-left", "ui-order-late"];
            by(words, order.due_at, owed.as_ref(), reading)
        }
        SupervisionStatus::Answered => {
            let last = order.replies.last().map(|reply| &reply.stamp);
            let stamp = last.unwrap_or(&order.issued);
            let who = reading.station.officer_name(&stamp.by, reading.lang());
            let args = [("time", reading.brief(stamp.at)), ("who", who.to_owned())];
            let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
            (reading.words.with("ui-order-answered", &args).into(), None)
        }
        SupervisionStatus::Withdrawn => (reading.words.get("ui-order-withdrawn").into(), None),
        SupervisionStatus::Erased => (reading.words.get("ui-order-erased").into(), None),
    }
}

/// How a zero report stands.
pub(super) fn zero_report(zero: &ZeroReport, reading: &Reading<'_>) -> Standing {
    if let Some(filed) = &zero.filed {
        let who = reading.station.officer_name(&filed.stamp.by, reading.lang());
        let args = [("time", reading.brief(filed.stamp.at)), ("who", who.to_owned())];
        let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
        return (reading.words.with("ui-zero-in", &args).into(), None);
    }
    let owed = owed_first(zero, reading.station).map(|due| due.owed);
    by(["ui-zero-left", "ui-zero-late"], zero.by, owed.as_ref(), reading)
}

/// How a sweep stands.
pub(super) fn sweep(sweep: &Sweep, reading: &Reading<'_>) -> Standing {
    if let Some(answer) = &sweep.answer {
        let who = reading.station.officer_name(&answer.stamp.by, reading.lang());
        let args = [("time", reading.brief(answer.stamp.at)), ("who", who.to_owned())];
        let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
        return (reading.words.with("ui-zero-in", &args).into(), None);
    }
    let owed = owed_first(sweep, reading.station).map(|due| due.owed);
    by(["ui-zero-left", "ui-zero-late"], sweep.by, owed.as_ref(), reading)
}

/// Words for something that names its own time; without a rule that watches it, it has no light.
fn by(words: [&str; 2], at: Timestamp, owed: Option<&Owed>, reading: &Reading<'_>) -> Standing {
    let at = owed.map_or(at, |owed| owed.at);
    let [left, late] = words;
    let word = if at <= reading.now { late } else { left };
    let args = [("time", reading.brief(at)), ("age", reading.span_to(at))];
    let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
    let text = reading.words.with(word, &args);
    match owed {
        Some(owed) => lit(text, owed, reading),
        None => (text.into(), None),
    }
}

fn lit(text: String, owed: &Owed, reading: &Reading<'_>) -> Standing {
    let light = reading.light(Some(owed));
    (Cell::styled(text, reading.theme.light(light)), Some(light))
}
