//! What followed: follow-ups, more time, the package of a major dispute, how it ended and was opened again.

use super::said;
use crate::domain::dispute::terms::{DisputeReopenReason, FailReason, WithdrawReason};
use crate::domain::dispute::{Dispute, Ending};
use crate::ui::reading::Reading;
use crate::ui::screen::head::BETWEEN;
use crate::ui::screen::record::field;
use crate::ui::screen::record::story::stamp;
use crate::ui::widget::doc::Doc;

/// Adds what followed.
pub(super) fn add(doc: &mut Doc, dispute: &Dispute, reading: &Reading<'_>) {
    let words = reading.words;
    if let Some(fulfilled) = &dispute.fulfilled {
        field(doc, reading, "dispute-label-fulfilled", &stamp(reading, fulfilled));
    }
    for consent in &dispute.consents {
        let args = [
            ("days", consent.days.to_string()),
            ("stamp", stamp(reading, &consent.stamp)),
            ("who", words.parties(&consent.parties)),
        ];
        let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
        field(doc, reading, "dispute-label-extended", &words.with("dispute-record-extended", &args));
    }
    package(doc, dispute, reading);
    for follow_up in &dispute.follow_ups {
        let asking = &follow_up.asking;
        let by = format!("{}{BETWEEN}{}", words.name(asking.by), words.name(asking.outcome));
        let parts = [stamp(reading, &follow_up.stamp), by, asking.text.trim().to_owned()];
        field(doc, reading, "dispute-label-follow-up", parts.join("  ").trim_end());
    }
    for again in &dispute.reopened {
        let reason = again.reason.as_str();
        let why = DisputeReopenReason::from_code(reason).map(|reason| words.name(reason));
        let parts = [
            stamp(reading, &again.stamp),
            why.unwrap_or_else(|| reason.to_owned()),
            again.note.trim().to_owned(),
        ];
        field(doc, reading, "dispute-label-reopened", parts.join("  ").trim_end());
    }
    if let Some(ending) = &dispute.ending {
        field(doc, reading, "dispute-label-ended", &ended(ending, reading));
    }
}

/// The package of a major dispute, and what came of it.
fn package(doc: &mut Doc, dispute: &Dispute, reading: &Reading<'_>) {
    let Some(package) = &dispute.package else { return };
    let (words, measures) = (reading.words, &package.measures);
    let args = [
        ("who", words.officer(&measures.responsible, reading.station)),
        ("when", reading.clock(measures.by)),
        ("text", measures.measures.trim().to_owned()),
    ];
    let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
    field(doc, reading, "dispute-label-package", &words.with("dispute-record-package", &args));
    let result = match &package.result {
        Some(result) => said(result, reading),
        None => words.get("dispute-record-no-result"),
    };
    field(doc, reading, "dispute-label-result", &result);
}

fn ended(ending: &Ending, reading: &Reading<'_>) -> String {
    let words = reading.words;
    let mut parts = vec![stamp(reading, &ending.stamp), words.name(ending.status)];
    parts.extend(ending.path.map(|path| words.name(path)));
    if let Some(code) = &ending.reason {
        let failed = FailReason::from_code(code.as_str()).map(|reason| words.name(reason));
        let withdrawn = WithdrawReason::from_code(code.as_str()).map(|reason| words.name(reason));
        let why = if ending.path.is_some() { failed } else { withdrawn };
        parts.push(why.unwrap_or_else(|| code.0.clone()));
    }
    let note = ending.note.trim();
    parts.extend((!note.is_empty()).then(|| note.to_owned()));
    if let Some(allowance) = ending.allowance {
        parts.push(words.with("dispute-record-allowance", &[("amount", &words.money(allowance))]));
    }
    parts.join("  ")
}
