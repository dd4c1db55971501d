//! Handing the shift over: two officers, every critical item read back, then sealed.

use super::{escalation, happened, not_found};
use crate::domain::access;
use crate::domain::command::{Command, HandoverCommand};
use crate::domain::dispute::act::DisputeFact;
use crate::domain::fact::{Fact, HandoverFact, ReportFact};
use crate::domain::handover::{Handover, HandoverStatus};
use crate::domain::id::Kind;
use crate::domain::limits::{filled, fits};
use crate::domain::refusal::Field;
use crate::domain::report::Source;
use crate::domain::{Dispute, Happened, Loaded, Moment, OfficerId, Private, RecordId, Refusal};
use std::collections::BTreeMap;

type Decided = Result<Vec<Happened>, Refusal>;

pub(super) fn decide(loaded: &Loaded, command: &HandoverCommand, at: &Moment) -> Decided {
    match command {
        HandoverCommand::Sign { officer, remarks, words, equipment, .. } => {
            proved(loaded, command, officer, at)?;
            sign(loaded, officer, remarks, words, equipment)
        }
        HandoverCommand::Accept { id, officer, read_back, reservations, .. } => {
            proved(loaded, command, officer, at)?;
            accept(loaded, find(loaded, *id)?, officer, read_back, reservations)
        }
        HandoverCommand::Withdraw { id } => withdraw(find(loaded, *id)?, at),
        HandoverCommand::Add { id, text } => add(find(loaded, *id)?, text),
    }
}

fn find(loaded: &Loaded, id: RecordId) -> Result<&Handover, Refusal> {
    loaded.get::<Handover>(id).ok_or_else(|| not_found(id))
}

/// Whoever signs must have given the passphrase just now, and must be one who may sign.
fn proved(
    loaded: &Loaded,
    command: &HandoverCommand,
    officer: &OfficerId,
    at: &Moment,
) -> Result<(), Refusal> {
    let known =
        loaded.station.officer(officer).ok_or_else(|| Refusal::NotFound { what: officer.to_string() })?;
    let asked = Command::Handover(command.clone());
    if !access::may(known.role, &asked) {
        return Err(Refusal::RoleMayNot { role: known.role, asked: asked.code().to_owned() });
    }
    if at.proved.as_ref() == Some(officer) {
        Ok(())
    } else {
        Err(Refusal::PassphraseWrong { officer: officer.clone() })
    }
}

fn sign(
    loaded: &Loaded,
    officer: &OfficerId,
    remarks: &BTreeMap<RecordId, Private>,
    words: &Private,
    equipment: &[(String, bool)],
) -> Decided {
    if let Some(id) = loaded.open_handover {
        return Err(Refusal::HandoverWaiting { id });
    }
    let (Some(id), Some(draft)) = (loaded.next.get(&Kind::Handover), &loaded.draft) else {
        return Err(Refusal::NotFound { what: "H".to_owned() });
    };
    fits(Field::Words, words)?;
    remarks.values().try_for_each(|r| fits(Field::Remark, r))?;
    equipment_complete(loaded, equipment)?;
    let signed = HandoverFact::Signed {
        draft: Box::new(draft.clone()),
        remarks: remarks.iter().filter(|(_, r)| !r.is_empty()).map(|(k, r)| (*k, r.clone())).collect(),
        words: words.clone(),
        equipment: equipment.to_vec(),
        officer: officer.clone(),
    };
    Ok(vec![happened(*id, Fact::Handover(signed))])
}

/// Every item of the equipment checklist is answered yes or no, by its name in either language: no blanks.
fn equipment_complete(loaded: &Loaded, answers: &[(String, bool)]) -> Result<(), Refusal> {
    let asked = loaded.station.checklists().find(|c| c.code.as_str() == "equipment");
    let items = asked.map(|c| c.items.as_slice()).unwrap_or_default();
    let answered = |texts: &[&str]| answers.iter().any(|(item, _)| texts.contains(&item.as_str()));
    if items.iter().all(|name| answered(&name.texts())) && answers.len() == items.len() {
        Ok(())
    } else {
        Err(Refusal::EquipmentBlank)
    }
}

fn accept(
    loaded: &Loaded,
    handover: &Handover,
    officer: &OfficerId,
    read_back: &[RecordId],
    reservations: &Private,
) -> Decided {
    if handover.status != HandoverStatus::Signed {
        return Err(Refusal::Sealed { id: handover.id });
    }
    if handover.signed.by == *officer {
        return Err(Refusal::SameOfficer);
    }
    let critical = handover.draft.items.iter().filter(|i| i.critical).map(|i| i.id);
    let missing: Vec<RecordId> = critical.filter(|id| !read_back.contains(id)).collect();
    if !missing.is_empty() {
        return Err(Refusal::NotReadBack { items: missing });
    }
    fits(Field::Reservations, reservations)?;
    let accepted = HandoverFact::Accepted {
        read_back: read_back.to_vec(),
        reservations: reservations.clone(),
        officer: officer.clone(),
    };
    let mut facts = vec![happened(handover.id, Fact::Handover(accepted))];
    for item in &handover.draft.items {
        let more = carried(loaded, handover, item.id, &facts);
        facts.extend(more);
    }
    Ok(facts)
}

/// A report that went to the next shift once more; one that did so too often is escalated by itself.
fn carried(loaded: &Loaded, handover: &Handover, id: RecordId, before: &[Happened]) -> Vec<Happened> {
    if let Some(dispute) = loaded.get::<Dispute>(id) {
        // A dispute has weeks: it is handed over many times in good order.
        let carried = Fact::Dispute(DisputeFact::Carried { handover: handover.id });
        return dispute.status.is_unresolved().then(|| happened(id, carried)).into_iter().collect();
    }
    let Some(report) = loaded.report(id).filter(|report| report.status.is_open()) else { return Vec::new() };
    let carried = Fact::Report(ReportFact::Carried { handover: handover.id });
    let mut facts = vec![happened(id, carried)];
    // A letter or visit has weeks: it is handed over many times in good order.
    if report.source == Source::LetterOrVisit {
        return facts;
    }
    if let Some(rule) = loaded.station.rules().carry_over
        && let Some(level) = rule.to.level()
        && rule.handovers > 0
        && report.carried.saturating_add(1) >= rule.handovers
    {
        facts.extend(
            escalation::by_itself(loaded, id, level, escalation::CARRIED_OVER, before).unwrap_or_default(),
        );
    }
    facts
}

fn withdraw(handover: &Handover, at: &Moment) -> Decided {
    if handover.status != HandoverStatus::Signed {
        return Err(Refusal::Sealed { id: handover.id });
    }
    if handover.signed.by != at.actor.officer {
        return Err(Refusal::NotYours { id: handover.id, whose: handover.signed.by.clone() });
    }
    Ok(vec![happened(handover.id, Fact::Handover(HandoverFact::Withdrawn))])
}

fn add(handover: &Handover, text: &Private) -> Decided {
    if handover.status != HandoverStatus::Sealed {
        return Err(Refusal::NotSealed { id: handover.id });
    }
    filled(Field::Note, text)?;
    Ok(vec![happened(handover.id, Fact::Handover(HandoverFact::Added { text: text.clone() }))])
}
