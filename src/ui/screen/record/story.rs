//! What became of a report: who went, how it ended, what was handed up, and everything in order of time.

use super::{code_name, field};
use crate::domain::dispute::act::DisputeFact;
use crate::domain::fact::{Entry, Fact, ReportFact};
use crate::domain::report::{Exit, Report};
use crate::domain::setup::CodeList;
use crate::domain::{RecordId, Rev, Stamp, Subject};
use crate::ui::reading::Reading;
use crate::ui::widget::doc::Doc;
use crate::ui::widget::ink::piece;

pub(in crate::ui::screen) fn stamp(reading: &Reading<'_>, stamp: &Stamp) -> String {
    let who = reading.words.officer(&stamp.by, reading.station);
    format!("{} {who}", reading.clock(stamp.at))
}

/// The units that were sent, in order.
pub(super) fn went(doc: &mut Doc, report: &Report, reading: &Reading<'_>) {
    for sent in &report.dispatches {
        let unit = reading.station.unit_name(&sent.unit, reading.lang());
        let text = match &sent.arrived {
            Some(arrived) => reading.words.with(
                "ui-record-arrived",
                &[
                    ("unit", unit),
                    ("sent", &stamp(reading, &sent.sent)),
                    ("arrived", &reading.clock(arrived.at)),
                ],
            ),
            None => {
                reading.words.with("ui-record-sent", &[("unit", unit), ("sent", &stamp(reading, &sent.sent))])
            }
        };
        field(doc, reading, "ui-label-unit", &text);
    }
}

/// How it was dealt with and how it left the desk.
pub(super) fn ended(doc: &mut Doc, report: &Report, reading: &Reading<'_>) {
    if let Some(done) = &report.resolved {
        field(doc, reading, "ui-label-resolved", &stamp(reading, &done.stamp));
        if !done.result.trim().is_empty() {
            field(doc, reading, "ui-label-result", &done.result);
        }
    }
    if let Some(code) = &report.disposition {
        field(doc, reading, "ui-label-disposition", &code_name(reading, CodeList::Disposition, code));
    }
    if let Some(checked) = &report.verified {
        field(doc, reading, "ui-label-verified", &stamp(reading, checked));
    }
    if let Some(closed) = &report.closed {
        let answer = code_name(reading, CodeList::Answer, &closed.answer);
        field(doc, reading, "ui-label-closed", &format!("{}  {answer}", stamp(reading, &closed.stamp)));
    }
    if let Some(left) = &report.exit {
        field(doc, reading, "ui-label-exit", &exit(report, left, reading));
    }
    if report.reopened > 0 {
        let times = reading.words.count("ui-record-reopened", u64::from(report.reopened));
        field(doc, reading, "ui-label-reopened", &times);
    }
}

fn exit(report: &Report, left: &Exit, reading: &Reading<'_>) -> String {
    use crate::domain::report::Status;
    let list = match report.status {
        Status::Transferred => Some(CodeList::TransferReason),
        Status::Cancelled => Some(CodeList::CancelReason),
        Status::Unfounded => Some(CodeList::UnfoundedReason),
        Status::Received
        | Status::Accepted
        | Status::Dispatched
        | Status::InProgress
        | Status::Resolved
        | Status::Verified
        | Status::Closed
        | Status::Duplicate
        | Status::Erased => None,
    };
    let mut parts = vec![stamp(reading, &left.stamp), reading.words.status(report.status)];
    if let (Some(list), Some(code)) = (list, &left.reason) {
        parts.push(code_name(reading, list, code));
    }
    parts.extend(left.to.as_ref().map(|to| to.0.clone()));
    parts.extend(left.duplicate_of.map(|id| id.to_string()));
    parts.join("  ")
}

/// Everything that happened to it, newest last.
pub(in crate::ui::screen) fn timeline(
    doc: &mut Doc,
    of: RecordId,
    rev: Rev,
    timeline: &[Entry],
    reading: &Reading<'_>,
) {
    doc.gap();
    let heading = reading.words.with("ui-record-timeline", &[("rev", &rev.to_string())]);
    doc.line(vec![piece(heading, reading.theme.heading())]);
    for entry in timeline.iter().filter(|entry| !is_told_below(entry, timeline)) {
        let time = reading.clock(entry.at);
        let text = reading.words.fact(entry, reading.station);
        let text = match &entry.subject {
            // What happened to an escalation or an order on it says to which.
            Subject::Record(id) if *id != of => {
                reading.words.with("ui-about-record", &[("id", &reading.number(*id)), ("fact", &text)])
            }
            Subject::Record(_) | Subject::Unit(_) | Subject::Setup(_) | Subject::Desk => text,
        };
        doc.item(vec![piece(time, reading.theme.quiet())], 12, &text, reading.theme.plain());
    }
}

/// Whether an escalation or an order tells by itself, and with its words, what the record tells of it.
fn is_told_below(entry: &Entry, timeline: &[Entry]) -> bool {
    let about = match &entry.fact {
        Some(Fact::Report(ReportFact::Escalated { escalation, .. })) => *escalation,
        Some(Fact::Report(ReportFact::Supervised { order })) => *order,
        Some(Fact::Dispute(DisputeFact::Escalated { escalation, .. })) => *escalation,
        Some(Fact::Dispute(DisputeFact::Supervised { order })) => *order,
        Some(_) | None => return false,
    };
    timeline.iter().any(|other| other.subject == Subject::Record(about))
}
