//! What was said in the sittings, what was agreed, how each obligation stands, and how far the court's confirmation has come.

use crate::domain::dispute::terms::ObligationState;
use crate::domain::dispute::{Agreement, Confirmation, Dispute, DisputeStatus, Obligation, Sitting};
use crate::domain::due::{Due, Light};
use crate::ui::reading::Reading;
use crate::ui::screen::head::BETWEEN;
use crate::ui::screen::record::story::stamp;
use crate::ui::screen::record::{field, label_cells};
use crate::ui::widget::doc::Doc;

/// The sittings, in order.
pub(super) fn sittings(doc: &mut Doc, dispute: &Dispute, reading: &Reading<'_>) {
    for (n, sitting) in (1u16..).zip(&dispute.sittings) {
        field(doc, reading, "dispute-label-sitting", &sitting_head(n, sitting, dispute, reading));
        let text = sitting.sat.said.trim();
        if !text.is_empty() {
            doc.item(Vec::new(), label_cells(reading), text, reading.theme.plain());
        }
    }
}

fn sitting_head(n: u16, sitting: &Sitting, dispute: &Dispute, reading: &Reading<'_>) -> String {
    let (words, sat) = (reading.words, &sitting.sat);
    let officers = sat.mediators.iter().map(|who| words.officer(who, reading.station));
    let mediators: Vec<String> = officers.chain(sat.others.iter().map(|name| name.0.clone())).collect();
    let came: Vec<String> = sat.came.iter().map(|n| called(*n, dispute)).collect();
    let args = [
        ("n", n.to_string()),
        ("when", reading.clock(sat.at)),
        ("place", sat.place.trim().to_owned()),
        ("mediators", words.join(&mediators)),
        ("came", words.join(&came)),
    ];
    let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
    words.with("dispute-record-sitting", &args)
}

/// One of those who stand in it: by number and name.
fn called(n: u16, dispute: &Dispute) -> String {
    dispute.party(n).map_or_else(|| n.to_string(), |party| party.name.0.clone())
}

/// The agreements; one that no longer stands says so.
pub(super) fn agreements(doc: &mut Doc, dispute: &Dispute, reading: &Reading<'_>) {
    let last = dispute.agreements.len();
    for (at, agreement) in dispute.agreements.iter().enumerate() {
        let stands = at + 1 == last;
        let label = if stands { "dispute-label-agreement" } else { "dispute-label-replaced" };
        let args =
            [("form", reading.words.name(agreement.form)), ("stamp", stamp(reading, &agreement.stamp))];
        let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
        let head = reading.words.with("dispute-record-agreed", &args);
        let text = agreement.text.trim();
        let text = if text.is_empty() { head } else { format!("{head}{BETWEEN}{text}") };
        field(doc, reading, label, &text);
        for obligation in &agreement.obligations {
            promised(doc, obligation, dispute, reading);
        }
        confirmation(doc, agreement, dispute, stands, reading);
    }
}

fn promised(doc: &mut Doc, obligation: &Obligation, dispute: &Dispute, reading: &Reading<'_>) {
    let (words, promise) = (reading.words, &obligation.promise);
    let mut parts =
        vec![format!("{}  {}: {}", obligation.n, called(promise.by, dispute), promise.what.trim())];
    parts.extend(promise.amount.map(|amount| words.money(amount)));
    parts.extend(promise.due.map(|due| words.with("dispute-record-by", &[("when", &reading.clock(due))])));
    let open = obligation.state == ObligationState::Open;
    let late = open && promise.due.is_some_and(|due| due <= reading.now);
    let state = words.name(obligation.state);
    let state = match promise.due.filter(|_| open) {
        Some(due) => format!("{state}, {}", reading.due(due)),
        None => state,
    };
    parts.push(state);
    if let Some(settled) = &obligation.settled {
        parts.push(super::said(settled, reading));
    }
    let broken = obligation.state == ObligationState::Broken;
    let light = if late || broken { Light::Red } else { Light::Green };
    doc.item(Vec::new(), label_cells(reading), &parts.join(BETWEEN), reading.theme.light(light));
}

/// How far the court's confirmation has come; that nobody has said anything about it is told while it can be asked for.
fn confirmation(
    doc: &mut Doc,
    agreement: &Agreement,
    dispute: &Dispute,
    stands: bool,
    reading: &Reading<'_>,
) {
    let words = reading.words;
    let told = |word: &str, args: &[(&str, &str)]| words.with(word, args);
    let text = match &agreement.confirmation {
        Some(Confirmation::Sought { court, stamp: by }) => {
            told("dispute-record-sought", &[("court", court.as_str()), ("stamp", &stamp(reading, by))])
        }
        Some(Confirmation::Decided { court, outcome, note, stamp: by }) => {
            let args = [
                ("court", court.0.clone()),
                ("outcome", words.name(*outcome)),
                ("stamp", stamp(reading, by)),
            ];
            let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
            format!("{}  {}", told("dispute-record-decided", &args), note.trim()).trim_end().to_owned()
        }
        Some(Confirmation::Left { reason, stamp: by }) => {
            told("dispute-record-left", &[("stamp", &stamp(reading, by)), ("reason", reason.as_str())])
        }
        None if stands && dispute.status == DisputeStatus::Agreed => match window(dispute, reading) {
            Some(due) => told(
                "dispute-record-window",
                &[("when", &reading.clock(due.owed.at)), ("due", &reading.due(due.owed.at))],
            ),
            None => return,
        },
        None => return,
    };
    field(doc, reading, "dispute-label-confirmation", &text);
}

/// Until when a court can be asked, by the station's rules.
fn window(dispute: &Dispute, reading: &Reading<'_>) -> Option<Due> {
    use crate::domain::rules::Mark;
    let rules = reading.station.rules();
    let asks =
        |due: &Due| rules.rule(&due.owed.rule).is_some_and(|rule| rule.stops == Mark::ConfirmationSought);
    crate::domain::due::owed(dispute, reading.station).into_iter().find(asks)
}
