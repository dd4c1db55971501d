//! What is owed, supervision orders, zero reports and escalations as JSON.

use super::context::Call;
use super::time::rfc3339;
use crate::domain::dispute::terms::{Severity, grave_as};
use crate::domain::due::{Due, WaitsFor, owed};
use crate::domain::id::{Kind, RecordId};
use crate::domain::report::Priority;
use crate::domain::row::EscalationRow;
use crate::domain::supervision::{Reply, Supervision};
use crate::domain::zero_report::ZeroReport;
use crate::words::Words;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

/// Something that is owed, with its reason in words.
pub(super) fn due(call: &Call<'_>, due: &Due) -> Value {
    let (words, station, zone) = (call.words(), &call.station, call.station.zone());
    let rule = station.rules().rule(&due.owed.rule);
    let of = due.concerns();
    json!({
        "id": due.about,
        "rule": due.owed.rule,
        "rule_name": words.rule(&due.owed.rule, station),
        "source": rule.map(|rule| rule.source.of(words.lang())),
        "verified": rule.map(|rule| rule.verified),
        "reason": words.why_due(due, station),
        "waits_for": waits_for(call, &due.waits_for),
        "light": due.light(call.now()).code(),
        "due_time": rfc3339(due.owed.at, &zone),
        "amber_time": rfc3339(due.owed.amber, &zone),
        "from_time": rfc3339(due.from, &zone),
        "priority": priority(of, due.priority),
        "rank": rank(of, due.priority),
        "beat": due.beat,
        "about": due.gist,
        "snoozed_until": due.snoozed.map(|at| rfc3339(at, &zone)),
        "paused_since": due.paused.map(|at| rfc3339(at, &zone)),
    })
}

/// The priority of what has one: a dispute has none, and only ranks like something that does.
fn priority(of: RecordId, priority: Option<Priority>) -> Option<Priority> {
    priority.filter(|_| of.kind != Kind::Dispute)
}

/// How a dispute ranks: by how grave it is, before all when it may turn violent; nothing for what has a priority.
fn rank(of: RecordId, priority: Option<Priority>) -> Option<&'static str> {
    let rank = priority.filter(|_| of.kind == Kind::Dispute)?;
    Some(grave_as(rank).map_or("violent", Severity::code))
}

/// Whom something waits for: what kind, its number or code, and its name.
fn waits_for(call: &Call<'_>, waits_for: &WaitsFor) -> Value {
    let (kind, code) = match waits_for {
        WaitsFor::Desk => ("desk", None),
        WaitsFor::Officer(number) => ("officer", Some(number.0.as_str())),
        WaitsFor::Unit(code) => ("unit", Some(code.as_str())),
        WaitsFor::Level(level) => ("level", Some(level.code())),
        WaitsFor::Post(code) => ("post", Some(code.as_str())),
        WaitsFor::Beat(code) => ("beat", Some(code.as_str())),
    };
    json!({ "kind": kind, "code": code, "name": call.words().waits_for(waits_for, &call.station) })
}

/// Something that was said, with who and when.
pub(super) fn reply(reply: &Reply, zone: &TimeZone) -> Value {
    json!({ "time": rfc3339(reply.stamp.at, zone), "by": reply.stamp.by, "text": reply.text })
}

/// A supervision order with what is owed on it.
pub(super) fn supervision(call: &Call<'_>, order: &Supervision) -> Value {
    let zone = call.station.zone();
    let replies = |replies: &[Reply]| replies.iter().map(|r| reply(r, &zone)).collect::<Vec<_>>();
    let owed: Vec<Value> = owed(order, &call.station).iter().map(|owed| due(call, owed)).collect();
    json!({
        "id": order.id,
        "rev": order.rev,
        "status": order.status,
        "on": order.on,
        "priority": priority(order.on, order.priority),
        "rank": rank(order.on, order.priority),
        "beat": order.beat,
        "officer": order.to,
        "text": order.text,
        "due_time": rfc3339(order.due_at, &zone),
        "issued_time": rfc3339(order.issued.at, &zone),
        "issued_by": order.issued.by,
        "replies": replies(&order.replies),
        "sent_back": replies(&order.sent_back),
        "due": owed,
    })
}

/// A zero report with what is owed on it.
pub(super) fn zero_report(call: &Call<'_>, zero: &ZeroReport) -> Value {
    let zone = call.station.zone();
    let owed: Vec<Value> = owed(zero, &call.station).iter().map(|owed| due(call, owed)).collect();
    json!({
        "id": zero.id,
        "rev": zero.rev,
        "post": zero.post,
        "post_name": call.station.post_name(&zero.post, call.words().lang()),
        "day": zero.id.day,
        "due_time": rfc3339(zero.by, &zone),
        "expected_time": rfc3339(zero.expected.at, &zone),
        "filed_time": zero.filed.as_ref().map(|filed| rfc3339(filed.stamp.at, &zone)),
        "filed_by": zero.filed.as_ref().map(|filed| &filed.stamp.by),
        "text": zero.filed.as_ref().map(|filed| &filed.text),
        "due": owed,
    })
}

/// An escalation.
pub(super) fn escalation(row: &EscalationRow, zone: &TimeZone) -> Value {
    json!({
        "id": row.id,
        "rev": row.rev,
        "on": row.on,
        "priority": priority(row.on, row.priority),
        "rank": rank(row.on, row.priority),
        "to": row.to,
        "reason": row.reason,
        "note": row.note,
        "raised_time": rfc3339(row.raised.at, zone),
        "raised_by": row.raised.by,
        "acknowledged_time": row.acknowledged.as_ref().map(|s| rfc3339(s.at, zone)),
        "acknowledged_by": row.acknowledged.as_ref().map(|s| &s.by),
        "reply": row.reply,
        "answered_time": row.answered.as_ref().map(|answer| rfc3339(answer.stamp.at, zone)),
        "answered_by": row.answered.as_ref().map(|answer| &answer.stamp.by),
        "answer": row.answered.as_ref().map(|answer| &answer.text),
        "due_time": row.owed.as_ref().map(|o| rfc3339(o.at, zone)),
        "due_rule": row.owed.as_ref().map(|o| &o.rule),
    })
}

/// A thing owed as people read it: when and how late, then why, each line at most so wide.
pub(super) fn due_lines(call: &Call<'_>, owed: &Due, columns: usize) -> Vec<String> {
    let words = call.words();
    let head = [
        owed.about.to_string(),
        words.rank(owed.concerns(), owed.priority),
        light(words, call, owed),
        owed.gist.lines().next().unwrap_or_default().to_owned(),
    ];
    let head = crate::words::text::one_line(head.join("  ").trim_end()).into_owned();
    let why = crate::words::text::one_line(&words.why_due(owed, &call.station)).into_owned();
    let head = crate::words::text::truncate(&head, columns).into_owned();
    let why = crate::words::text::wrap(&why, columns.saturating_sub(4));
    std::iter::once(head).chain(why.into_iter().map(|line| format!("    {line}"))).collect()
}

/// `overdue 22:47, late by 3 min`.
fn light(words: &Words, call: &Call<'_>, owed: &Due) -> String {
    let zone = call.station.zone();
    let seen = owed.paused.unwrap_or_else(|| call.now());
    words.with(
        "cli-due-light",
        &[
            ("light", &words.light(owed.light(call.now()))),
            ("time", &words.clock(owed.owed.at, &zone, call.now())),
            ("left", &words.due(&owed.owed, seen)),
        ],
    )
}
