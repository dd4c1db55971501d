//! Disputes as JSON: every field of the record, with each stamp as a time and an officer.

use super::context::Call;
use super::owing_json;
use super::report_json;
use super::time::rfc3339;
use crate::domain::dispute::said::{Measures, Party, Planned};
use crate::domain::dispute::{Agreement, Confirmation, Dispute, FollowUp, Obligation, Package, Sitting};
use crate::domain::query::DisputeDetail;
use crate::domain::row::DisputeRow;
use crate::domain::supervision::Reply;
use crate::domain::{OfficerId, Stamp};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};

/// A dispute in full.
pub(super) fn dispute(call: &Call<'_>, dispute: &Dispute) -> Value {
    let zone = &call.station.zone();
    let (matter, fixed) = (&dispute.matter, dispute.fixed.as_ref());
    let mut object = json!({
        "id": dispute.id,
        "rev": dispute.rev,
        "status": dispute.status,
        "category": matter.category,
        "severity": matter.severity,
        "beat": matter.beat,
        "place": matter.place,
        "narrative": matter.narrative,
        "parties": numbered(&dispute.parties, party),
        "lead": fixed.map(|fixed| &fixed.lead),
        "measure": fixed.map(|fixed| &fixed.measure),
        "deadline_time": time(fixed.and_then(|fixed| fixed.deadline), zone),
        "answers": fixed.map(|fixed| &fixed.answers),
        "assigned_time": time(dispute.assigned, zone),
        "mediating_time": time(dispute.mediating, zone),
        "sittings": numbered(&dispute.sittings, |n, sitting| self::sitting(n, sitting, zone)),
        "agreements": numbered(&dispute.agreements, |n, one| agreement(call, dispute, n, one)),
        "follow_ups": numbered(&dispute.follow_ups, |n, follow_up| followed(n, follow_up, zone)),
        "violent": dispute.violent.is_some(),
        "contacts": replies(&dispute.contacts, zone),
        "involved": dispute.involved.iter().map(|one| json!({ "role": one.role, "name": one.name })).collect::<Vec<_>>(),
        "package": dispute.package.as_ref().map(|one| package(one, zone)),
        "major_time": time(dispute.major, zone),
        "reports": dispute.reports,
        "earlier": dispute.earlier,
        "sweep": dispute.sweep,
        "escalations": dispute.escalations,
        "supervisions": dispute.supervisions,
        "carried": dispute.carried,
        "notes": dispute.notes,
        "last_step": dispute.last.step,
    });
    if let Value::Object(map) = &mut object {
        stamps(map, dispute, zone);
        ends(map, dispute, zone);
    }
    object
}

fn stamps(map: &mut Map<String, Value>, dispute: &Dispute, zone: &TimeZone) {
    stamp(map, "found", Some(&dispute.found), zone);
    stamp(map, "accepted", dispute.accepted.as_ref(), zone);
    stamp(map, "fulfilled", dispute.fulfilled.as_ref(), zone);
    stamp(map, "violent", dispute.violent.as_ref().map(|marked| &marked.stamp), zone);
    stamp(map, "last", Some(&dispute.last.stamp), zone);
    let reason = dispute.violent.as_ref().map(|marked| &marked.text);
    map.insert("violent_reason".to_owned(), json!(reason));
    let planned = dispute.planned.as_ref().map(|(set, planned)| {
        let mut next = self::planned(planned, zone);
        if let Value::Object(next) = &mut next {
            stamp(next, "set", Some(set), zone);
        }
        next
    });
    map.insert("next_sitting".to_owned(), json!(planned));
}

/// How it ended and was opened again, and what everybody agreed to have more time for.
fn ends(map: &mut Map<String, Value>, dispute: &Dispute, zone: &TimeZone) {
    let ending = dispute.ending.as_ref();
    stamp(map, "ended", ending.map(|ending| &ending.stamp), zone);
    map.insert("end_reason".to_owned(), json!(ending.and_then(|ending| ending.reason.as_ref())));
    map.insert("end_path".to_owned(), json!(ending.and_then(|ending| ending.path)));
    map.insert("end_note".to_owned(), json!(ending.map(|ending| &ending.note)));
    map.insert("allowance".to_owned(), json!(ending.and_then(|ending| ending.allowance)));
    let reopened = dispute.reopened.iter().map(|again| {
        let stamp = of(&again.stamp, zone);
        json!({ "time": stamp.0, "by": stamp.1, "reason": again.reason, "note": again.note })
    });
    map.insert("reopened".to_owned(), reopened.collect());
    let consents = dispute.consents.iter().map(|consent| {
        let stamp = of(&consent.stamp, zone);
        json!({ "time": stamp.0, "by": stamp.1, "days": consent.days, "parties": consent.parties })
    });
    map.insert("consents".to_owned(), consents.collect());
}

fn of<'a>(stamp: &'a Stamp, zone: &TimeZone) -> (String, &'a OfficerId) {
    (rfc3339(stamp.at, zone), &stamp.by)
}

fn stamp(map: &mut Map<String, Value>, name: &str, stamp: Option<&Stamp>, zone: &TimeZone) {
    map.insert(format!("{name}_time"), json!(stamp.map(|stamp| rfc3339(stamp.at, zone))));
    map.insert(format!("{name}_by"), json!(stamp.map(|stamp| &stamp.by)));
}

fn time(at: Option<Timestamp>, zone: &TimeZone) -> Option<String> {
    at.map(|at| rfc3339(at, zone))
}

/// Things that are known by their number, from 1.
fn numbered<T>(all: &[T], one: impl Fn(u16, &T) -> Value) -> Vec<Value> {
    (1u16..).zip(all).map(|(n, thing)| one(n, thing)).collect()
}

fn replies(all: &[Reply], zone: &TimeZone) -> Vec<Value> {
    all.iter().map(|reply| owing_json::reply(reply, zone)).collect()
}

fn party(n: u16, party: &Party) -> Value {
    let speaks = party.represented_by.as_ref();
    json!({
        "n": n,
        "name": party.name,
        "role": party.role,
        "phone": party.phone,
        "address": party.address,
        "represented_by": speaks.map(|one| json!({ "name": one.name, "phone": one.phone, "capacity": one.capacity })),
        "officer": party.officer,
        "namesake": party.namesake,
    })
}

fn planned(planned: &Planned, zone: &TimeZone) -> Value {
    json!({ "time": rfc3339(planned.at, zone), "place": planned.place })
}

fn sitting(n: u16, sitting: &Sitting, zone: &TimeZone) -> Value {
    let sat = &sitting.sat;
    json!({
        "n": n,
        "time": rfc3339(sat.at, zone),
        "place": sat.place,
        "mediators": sat.mediators,
        "others": sat.others,
        "came": sat.came,
        "said": sat.said,
        "next": sat.next.as_ref().map(|next| planned(next, zone)),
        "entered_time": rfc3339(sitting.stamp.at, zone),
        "entered_by": sitting.stamp.by,
    })
}

/// An agreement; of the one that stands also until when a court may be asked to confirm it.
pub(super) fn agreement(call: &Call<'_>, dispute: &Dispute, n: u16, agreement: &Agreement) -> Value {
    let zone = &call.station.zone();
    let stands = usize::from(n) == dispute.agreements.len();
    let window = super::dispute::window_end(call, dispute).filter(|_| stands);
    json!({
        "n": n,
        "agreed_time": rfc3339(agreement.stamp.at, zone),
        "agreed_by": agreement.stamp.by,
        "form": agreement.form,
        "text": agreement.text,
        "assents": agreement.assents,
        "stands": stands,
        "obligations": agreement.obligations.iter().map(|one| obligation(one, zone)).collect::<Vec<_>>(),
        "confirmation": agreement.confirmation.as_ref().map(|one| confirmation(one, zone)),
        "confirmation_until_time": time(window, zone),
    })
}

fn obligation(obligation: &Obligation, zone: &TimeZone) -> Value {
    let (promise, settled) = (&obligation.promise, obligation.settled.as_ref());
    json!({
        "n": obligation.n,
        "by": promise.by,
        "what": promise.what,
        "due_time": time(promise.due, zone),
        "amount": promise.amount,
        "state": obligation.state,
        "settled_time": settled.map(|reply| rfc3339(reply.stamp.at, zone)),
        "settled_by": settled.map(|reply| &reply.stamp.by),
        "note": settled.map(|reply| &reply.text),
    })
}

fn confirmation(confirmation: &Confirmation, zone: &TimeZone) -> Value {
    let (state, court, text, stamp) = match confirmation {
        Confirmation::Sought { court, stamp } => ("sought", Some(court), None, stamp),
        Confirmation::Decided { court, outcome, note, stamp } => {
            (outcome.code(), Some(court), Some(note), stamp)
        }
        Confirmation::Left { reason, stamp } => ("left", None, Some(reason), stamp),
    };
    let (time, by) = of(stamp, zone);
    json!({ "state": state, "court": court, "note": text, "time": time, "by": by })
}

fn followed(n: u16, follow_up: &FollowUp, zone: &TimeZone) -> Value {
    let asking = &follow_up.asking;
    json!({
        "n": n,
        "followed_time": rfc3339(follow_up.stamp.at, zone),
        "followed_by": follow_up.stamp.by,
        "by": asking.by,
        "outcome": asking.outcome,
        "text": asking.text,
    })
}

fn package(package: &Package, zone: &TimeZone) -> Value {
    let Measures { measures, responsible, by } = &package.measures;
    json!({
        "measures": measures,
        "responsible": responsible,
        "due_time": rfc3339(*by, zone),
        "drawn_up_time": rfc3339(package.stamp.at, zone),
        "drawn_up_by": package.stamp.by,
        "result": package.result.as_ref().map(|result| owing_json::reply(result, zone)),
    })
}

/// A dispute with the reports and disputes it is linked to, its escalations and orders, what is owed on it, and its
/// timeline.
pub(super) fn detail(call: &Call<'_>, detail: &DisputeDetail) -> Value {
    let zone = &call.station.zone();
    let mut object = dispute(call, &detail.dispute);
    if let Value::Object(map) = &mut object {
        let reports = detail.reports.iter().map(|one| report_json::row(one, zone));
        map.insert("reports".to_owned(), reports.collect());
        map.insert("earlier".to_owned(), detail.earlier.iter().map(|one| row(call, one)).collect());
        let escalations = detail.escalations.iter().map(|one| owing_json::escalation(one, zone));
        map.insert("escalations".to_owned(), escalations.collect());
        let orders = detail.supervisions.iter().map(|order| owing_json::supervision(call, order));
        map.insert("supervisions".to_owned(), orders.collect());
        let due = detail.due.iter().map(|due| owing_json::due(call, due));
        map.insert("due".to_owned(), due.collect());
        let timeline = detail.timeline.iter().map(|entry| report_json::entry(entry, zone));
        map.insert("timeline".to_owned(), timeline.collect());
    }
    object
}

/// A row of the list. Names and narrative are cut after some characters.
pub(super) fn row(call: &Call<'_>, row: &DisputeRow) -> Value {
    let zone = &call.station.zone();
    json!({
        "id": row.id,
        "rev": row.rev,
        "status": row.status,
        "category": row.category,
        "severity": row.severity,
        "violent": row.violent,
        "beat": row.beat,
        "names": row.names,
        "narrative": row.gist,
        "lead": row.lead,
        "found_time": rfc3339(row.found_at, zone),
        "sittings": row.sittings,
        "obligations_open": row.obligations.0,
        "obligations": row.obligations.1,
        "escalations_waiting": row.escalations_waiting,
        "orders_open": row.orders_open,
        "due_time": row.owed.as_ref().map(|owed| rfc3339(owed.at, zone)),
        "due_rule": row.owed.as_ref().map(|owed| &owed.rule),
    })
}
