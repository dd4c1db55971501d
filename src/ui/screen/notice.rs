//! The line of a notice: which record, which rule, how late, and who is told. It stands until a key is pressed.

use crate::domain::Code;
use crate::domain::notice::NoticeWhy;
use crate::domain::setup::CodeList;
use crate::ui::model::Model;
use crate::ui::widget::ink::put;
use jiff::SignedDuration;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the notice that is shown, if any, over a whole row; says whether there is one.
pub(super) fn draw(model: &Model, buf: &mut Buffer, row: Rect) -> bool {
    let Some(text) = text(model) else { return false };
    let style = model.theme.notice();
    buf.set_string(row.x, row.y, " ".repeat(usize::from(row.width)), style);
    put(buf, row, &format!("! {text}"), style);
    true
}

fn text(model: &Model) -> Option<String> {
    let notice = model.notices.shown()?;
    let reading = model.reading();
    let (words, station) = (reading.words, reading.station);
    let id = notice.about.map(|id| reading.number(id)).unwrap_or_default();
    let rule = |code: &Code| words.rule(code, station);
    let who = words.told(notice.to);
    Some(match &notice.why {
        NoticeWhy::Late { rule: code, late_s, .. } => {
            let since = reading.now.duration_since(notice.at).max(SignedDuration::ZERO);
            let late = reading.short(SignedDuration::from_secs(*late_s).saturating_add(since));
            let args = [("id", id.as_str()), ("rule", &rule(code)), ("late", &late), ("who", &who)];
            words.with("due-notice-late", &args)
        }
        NoticeWhy::Escalated { escalation, level, reason } => {
            let reason = station.code_name(CodeList::EscalationReason, reason, reading.lang());
            let escalation = reading.number(*escalation);
            let target = words.target(*level);
            let args =
                [("id", id.as_str()), ("escalation", &escalation), ("who", &target), ("reason", reason)];
            words.with("due-notice-escalated", &args)
        }
        NoticeWhy::Answered { escalation } => {
            let escalation = reading.number(*escalation);
            words.with("due-notice-answered", &[("id", &id), ("escalation", &escalation)])
        }
        NoticeWhy::Returned { rule: code } => {
            words.with("due-notice-returned", &[("id", &id), ("rule", &rule(code))])
        }
        NoticeWhy::MayTurnViolent => words.with("due-notice-may-turn-violent", &[("id", &id)]),
        NoticeWhy::Ordered { order, due_at } => {
            let (order, by) = (reading.number(*order), words.clock(*due_at, &station.zone(), reading.now));
            words.with("due-notice-ordered", &[("id", &id), ("order", &order), ("by", &by)])
        }
        NoticeWhy::SentBack { order, due_at } => {
            let (order, by) = (reading.number(*order), words.clock(*due_at, &station.zone(), reading.now));
            words.with("due-notice-sent-back", &[("id", &id), ("order", &order), ("by", &by)])
        }
        NoticeWhy::OrderAnswered { order } => {
            let order = reading.number(*order);
            words.with("due-notice-order-answered", &[("id", &id), ("order", &order)])
        }
        NoticeWhy::DeskTest => words.get("due-notice-test"),
    })
}
