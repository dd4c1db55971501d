//! What can be done about escalations, supervision orders and zero reports, and why the rest can't.

use super::{Available, report, unanswered};
use crate::domain::row::{EscalationRow, SupervisionRow, ZeroReportRow};
use crate::domain::supervision::{Supervision, SupervisionStatus};
use crate::domain::{OfficerId, RecordId, Refusal};
use crate::keys::Action;
use crate::ui::model::{Model, Under};
use crate::ui::say::{Arg, Say};

/// Whether an escalation can be acknowledged or answered now.
pub(super) fn escalation(model: &Model, action: Action, under: Under<'_>, who: &OfficerId) -> Available {
    let Under::Escalation(row) = under else { return Available::no("ui-no-escalation") };
    let why = settled(row).or_else(|| taken(row, action)).or_else(|| own(row, who));
    Available::unless(unanswered(model, row.id).or(why.map(Say::Refused)))
}

fn settled(row: &EscalationRow) -> Option<Refusal> {
    let by = row.answered.as_ref()?.stamp.clone();
    Some(Refusal::AlreadyAnswered { id: row.id, by })
}

fn taken(row: &EscalationRow, action: Action) -> Option<Refusal> {
    let by = row.acknowledged.clone().filter(|_| action == Action::EscalationAcknowledge)?;
    Some(Refusal::AlreadyAcknowledged { id: row.id, by })
}

fn own(row: &EscalationRow, who: &OfficerId) -> Option<Refusal> {
    (row.raised.by == *who).then_some(Refusal::OwnEscalation { id: row.id })
}

/// Whether a supervision order can be answered, sent back or withdrawn now.
pub(super) fn order(model: &Model, action: Action, under: Under<'_>) -> Available {
    if let Under::Order(row) = under {
        let why = why_not(action, row).map(Say::Refused);
        return Available::unless(unanswered(model, row.order.id).or(why));
    }
    let report = under.report().map(|of| (of.id, of.orders_open, of.whole.map(|whole| &whole.supervisions)));
    let dispute =
        under.dispute().map(|of| (of.id, of.orders_open, of.whole.map(|whole| &whole.supervisions)));
    let Some((id, open, whole)) = report.or(dispute) else { return Available::no("ui-no-order") };
    Available::unless(on_record(action, id, open, whole.map(Vec::as_slice)))
}

fn why_not(action: Action, row: &SupervisionRow) -> Option<Refusal> {
    let order = &row.order;
    if action == Action::OrderSendBack {
        let answered = order.status == SupervisionStatus::Answered;
        return (!answered).then_some(Refusal::NotAnswered { id: order.id });
    }
    let last = || order.replies.last().map_or_else(|| order.issued.clone(), |reply| reply.stamp.clone());
    let settled = order.status != SupervisionStatus::Open;
    settled.then(|| Refusal::AlreadyAnswered { id: order.id, by: last() })
}

/// Of a record in a list only the orders that wait are known.
fn on_record(action: Action, id: RecordId, open: usize, whole: Option<&[Supervision]>) -> Option<Say> {
    let none = |word| Some(Say::with(word, [("id", Arg::Record(id))]));
    if action != Action::OrderSendBack {
        return if open == 0 { none("ui-no-order-on") } else { None };
    }
    let answered = |status| status == SupervisionStatus::Answered;
    let any = whole.is_none_or(|orders| orders.iter().any(|order| answered(order.status)));
    if any { None } else { none("ui-no-order-answered") }
}

/// Whether the zero report of the post can be put in now.
pub(super) fn zero_report(model: &Model, under: Under<'_>) -> Available {
    let Under::Post(row) = under else { return Available::no("ui-no-post") };
    let id = row.zero.id;
    Available::unless(unanswered(model, id).or(filed(row).map(Say::Refused)))
}

fn filed(row: &ZeroReportRow) -> Option<Refusal> {
    let by = row.zero.filed.as_ref()?.stamp.clone();
    Some(Refusal::AlreadyAnswered { id: row.zero.id, by })
}

/// Whether what a beat found can be put in now.
pub(super) fn sweep(model: &Model, under: Under<'_>) -> Available {
    let Under::Sweep(row) = under else { return Available::no("ui-no-sweep") };
    let id = row.sweep.id;
    let answer = row.sweep.answer.as_ref();
    let answered = answer.map(|answer| Refusal::AlreadyAnswered { id, by: answer.stamp.clone() });
    Available::unless(unanswered(model, id).or(answered.map(Say::Refused)))
}

/// Whether a report can be taken over: from its own row or page, or from what was raised or ordered on it.
pub(super) fn take_over(model: &Model, under: Under<'_>, who: &OfficerId) -> Available {
    let on = |id: RecordId| Available::unless(unanswered(model, id));
    match under {
        Under::Escalation(row) => on(row.on),
        Under::Order(row) => on(row.order.on),
        Under::Report(of) => {
            let yours = of.accepted.is_some_and(|(by, _)| by == who) && of.status.is_open();
            let yours = yours.then_some(Refusal::AlreadyYours { id: of.id });
            let why = yours.or_else(|| report::why_not(Action::ReportTakeOver, &of, who));
            Available::unless(unanswered(model, of.id).or(why.map(Say::Refused)))
        }
        Under::Nothing | Under::Dispute(_) | Under::Unit(_) | Under::Post(_) | Under::Sweep(_) => {
            Available::no("ui-no-report")
        }
        Under::Due(_) | Under::Handover(_) | Under::Draft => Available::no("ui-no-report"),
    }
}
