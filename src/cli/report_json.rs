//! Reports as JSON: the names of the report format, with number, status, rev and the time stamps.

use super::context::Call;
use super::owing_json;
use super::time::rfc3339;
use crate::domain::earlier::{History, Repeat};
use crate::domain::fact::Entry;
use crate::domain::pair::Proposal;
use crate::domain::query::ReportDetail;
use crate::domain::report::{Dispatch, Report};
use crate::domain::row::{GIST_CHARS, ReportRow};
use crate::domain::{Private, Stamp};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};

/// A report in full.
pub(super) fn report(report: &Report, zone: &TimeZone) -> Value {
    let told = &report.telling;
    let mut object = json!({
        "id": report.id,
        "rev": report.rev,
        "status": report.status,
        "source": report.source,
        "source_key": report.source_key,
        "resends": report.resends,
        "proposal": report.proposal.as_ref().map(|proposal| proposed(proposal, zone)),
        "disputes": report.disputes,
        "repeats": report.repeats.iter().map(repeat).collect::<Vec<_>>(),
        "event_time": rfc3339(report.event_at, zone),
        "received_time": rfc3339(report.received.at, zone),
        "received_by": report.received.by,
        "type": told.incident_type,
        "priority": told.priority,
        "beat": told.beat,
        "place": told.place,
        "caller_name": told.caller_name,
        "caller_phone": told.caller_phone,
        "other_name": told.other_name,
        "other_phone": told.other_phone,
        "narrative": told.narrative,
        "to_be_set": report.to_be_set(),
        "unknown": told.unknown,
        "first_handler": report.first_handler,
        "dispatches": report.dispatches.iter().map(|d| dispatch(d, zone)).collect::<Vec<_>>(),
        "result": report.resolved.as_ref().map(|r| &r.result),
        "disposition": report.disposition,
        "answer": report.closed.as_ref().map(|c| &c.answer),
        "reopened": report.reopened,
        "escalations": report.escalations,
        "supervisions": report.supervisions,
        "carried": report.carried,
        "notes": report.notes,
        "dispatched_time": report.first_sent().map(|at| rfc3339(at, zone)),
        "arrived_time": report.first_arrived().map(|at| rfc3339(at, zone)),
    });
    if let Value::Object(map) = &mut object {
        stamp(map, "accepted", report.accepted.as_ref(), zone);
        stamp(map, "resolved", report.resolved.as_ref().map(|r| &r.stamp), zone);
        stamp(map, "verified", report.verified.as_ref(), zone);
        stamp(map, "closed", report.closed.as_ref().map(|c| &c.stamp), zone);
        stamp(map, "exit", report.exit.as_ref().map(|e| &e.stamp), zone);
        if let Some(exit) = &report.exit {
            map.insert("exit_reason".to_owned(), json!(exit.reason));
            map.insert("exit_to".to_owned(), json!(exit.to));
            map.insert("duplicate_of".to_owned(), json!(exit.duplicate_of));
        }
    }
    object
}

/// Which call it is, the earlier ones counted, and which those are.
fn repeat(repeat: &Repeat) -> Value {
    json!({ "by": repeat.by, "call": repeat.call(), "days": repeat.days, "earlier": repeat.earlier })
}

/// What is proposed because calls between the same two repeat, and what was said to that.
fn proposed(proposal: &Proposal, zone: &TimeZone) -> Value {
    let declined = proposal.declined.as_ref();
    json!({
        "calls": proposal.calls,
        "dispute": proposal.dispute,
        "declined_time": declined.map(|reply| rfc3339(reply.stamp.at, zone)),
        "declined_by": declined.map(|reply| &reply.stamp.by),
        "declined_reason": declined.map(|reply| &reply.text),
    })
}

/// Earlier reports and disputes that have something in common with a report.
pub(super) fn history(history: &History, zone: &TimeZone) -> Value {
    json!({
        "place": history.place,
        "caller": history.caller,
        "sides": history.sides,
        "reports": history.rows.iter().map(|row| super::earlier::row(row, zone)).collect::<Vec<_>>(),
        "disputes": history.disputes.iter().map(|row| super::earlier::dispute(row, zone)).collect::<Vec<_>>(),
    })
}

fn stamp(map: &mut Map<String, Value>, name: &str, stamp: Option<&Stamp>, zone: &TimeZone) {
    map.insert(format!("{name}_time"), json!(stamp.map(|s| rfc3339(s.at, zone))));
    map.insert(format!("{name}_by"), json!(stamp.map(|s| &s.by)));
}

fn dispatch(dispatch: &Dispatch, zone: &TimeZone) -> Value {
    json!({
        "unit": dispatch.unit,
        "dispatched_time": rfc3339(dispatch.sent.at, zone),
        "dispatched_by": dispatch.sent.by,
        "arrived_time": dispatch.arrived.as_ref().map(|s| rfc3339(s.at, zone)),
    })
}

/// A report with its escalations and orders, what is owed on it, and its timeline.
pub(super) fn detail(call: &Call<'_>, detail: &ReportDetail) -> Value {
    let zone = &call.station.zone();
    let mut object = report(&detail.report, zone);
    if let Value::Object(map) = &mut object {
        let escalations = detail.escalations.iter().map(|e| owing_json::escalation(e, zone)).collect();
        map.insert("escalations".to_owned(), Value::Array(escalations));
        let orders = detail.supervisions.iter().map(|order| owing_json::supervision(call, order)).collect();
        map.insert("supervisions".to_owned(), Value::Array(orders));
        let due = detail.due.iter().map(|due| owing_json::due(call, due)).collect();
        map.insert("due".to_owned(), Value::Array(due));
        map.insert("earlier".to_owned(), history(&detail.earlier, zone));
        map.insert("timeline".to_owned(), detail.timeline.iter().map(|e| entry(e, zone)).collect());
    }
    object
}

/// A row of the list. The narrative is cut after some characters; `narrative_cut` says when.
pub(super) fn row(row: &ReportRow, zone: &TimeZone) -> Value {
    let optional = |at: Option<Timestamp>| at.map(|at| rfc3339(at, zone));
    json!({
        "id": row.id,
        "rev": row.rev,
        "status": row.status,
        "source": row.source,
        "resends": row.resends,
        "call": row.call,
        "proposed": row.proposed,
        "event_time": rfc3339(row.event_at, zone),
        "received_time": rfc3339(row.received_at, zone),
        "accepted_time": optional(row.accepted_at),
        "accepted_by": row.handler,
        "dispatched_time": optional(row.sent_at),
        "arrived_time": optional(row.arrived_at),
        "type": row.incident_type,
        "priority": row.priority,
        "beat": row.beat,
        "place": row.place,
        "unit": row.unit,
        "narrative": row.gist,
        "narrative_cut": cut(&row.gist),
        "escalations_waiting": row.escalations_waiting,
        "orders_open": row.orders_open,
        "due_time": row.owed.as_ref().map(|o| rfc3339(o.at, zone)),
        "due_rule": row.owed.as_ref().map(|o| &o.rule),
    })
}

fn cut(gist: &Private) -> bool {
    gist.chars().count() >= GIST_CHARS
}

/// An entry of the journal.
pub(super) fn entry(entry: &Entry, zone: &TimeZone) -> Value {
    json!({
        "seq": entry.seq,
        "time": rfc3339(entry.at, zone),
        "duty_day": entry.duty_day,
        "officer": entry.officer,
        "role": entry.role,
        "session": entry.session,
        "subject": entry.subject,
        "kind": entry.kind,
        "fact": entry.fact,
    })
}
