//! Changing the station's setup: nothing dangles, nothing that records use is deleted, a desk keeps a supervisor.

use super::setup_rules;
use crate::domain::command::SetupCommand;
use crate::domain::fact::{Fact, SetupFact};
use crate::domain::limits::{NAME_MAX, PASSPHRASE_MIN, is_code};
use crate::domain::officer::Role;
use crate::domain::place::Level;
use crate::domain::refusal::Field;
use crate::domain::report::Priority;
use crate::domain::setup::{CodeList, SetupItem, Standing};
use crate::domain::{Happened, Loaded, Moment, Name, OfficerId, Refusal, Secret, Station, Subject};

type Decided = Result<Vec<Happened>, Refusal>;

pub(super) fn decide(loaded: &Loaded, command: &SetupCommand, at: &Moment) -> Decided {
    match command {
        SetupCommand::Set(item) => set(&loaded.station, item),
        SetupCommand::Retire { key } => retire(&loaded.station, key),
        SetupCommand::Apply { changes } => apply_all(&loaded.station, changes),
        SetupCommand::SetPassphrase { officer, passphrase } => {
            set_passphrase(&loaded.station, officer, passphrase, at)
        }
    }
}

/// Decides each change on the station as the changes before it leave it.
fn apply_all(station: &Station, changes: &[SetupCommand]) -> Decided {
    let mut station = station.clone();
    let mut facts = Vec::new();
    for change in changes {
        let made = match change {
            SetupCommand::Set(item) => set(&station, item)?,
            SetupCommand::Retire { key } => retire(&station, key)?,
            SetupCommand::Apply { .. } | SetupCommand::SetPassphrase { .. } => {
                return Err(Refusal::BadValue { field: Field::Code, value: "setup.apply".to_owned() });
            }
        };
        for Happened { subject, fact } in &made {
            if let (Subject::Setup(key), Fact::Setup(fact)) = (subject, fact) {
                station.take(key, fact);
            }
        }
        facts.extend(made);
    }
    Ok(facts)
}

fn happened(key: String, fact: SetupFact) -> Vec<Happened> {
    vec![Happened { subject: Subject::Setup(key), fact: Fact::Setup(fact) }]
}

fn set(station: &Station, item: &SetupItem) -> Decided {
    let key = item.key();
    if station.items.get(&key).is_some_and(|s| s.item == *item && !s.retired) {
        return Ok(Vec::new());
    }
    check_item(station, item)?;
    Ok(happened(key, SetupFact::Set(Box::new(item.clone()))))
}

fn check_item(station: &Station, item: &SetupItem) -> Result<(), Refusal> {
    match item {
        SetupItem::Station(head) => {
            coded(head.code.as_str())?;
            if station.head().is_some_and(|old| old.training != head.training) {
                return Err(Refusal::TrainingIsFixed);
            }
            jiff::tz::TimeZone::get(&head.zone)
                .map_err(|_| Refusal::BadValue { field: Field::Zone, value: head.zone.clone() })?;
            named(&head.name)
        }
        SetupItem::Place(place) => {
            coded(place.code.as_str())?;
            named(&place.name)?;
            let above = place.part_of.as_ref().map(|c| format!("place/{c}"));
            names_larger_place(station, item, place.level, above.as_deref())?;
            names_standing(station, item, place.officer.as_ref().map(|o| format!("officer/{o}")))
        }
        SetupItem::Officer(officer) => {
            coded(&officer.number.0)?;
            named(&officer.name)?;
            if officer.role == Role::Desk {
                return Err(Refusal::BadValue { field: Field::Code, value: Role::Desk.code().to_owned() });
            }
            if officer.role == Role::Supervisor { Ok(()) } else { keeps_supervisor(station, &officer.number) }
        }
        SetupItem::Code(entry) => {
            coded(entry.code.as_str())?;
            if entry.list == CodeList::Priority && Priority::from_code(entry.code.as_str()).is_none() {
                return Err(Refusal::BadValue { field: Field::Priority, value: entry.code.to_string() });
            }
            named(&entry.name)
        }
        SetupItem::Shift(shift) => coded(shift.code.as_str()).and_then(|()| named(&shift.name)),
        SetupItem::Unit(unit) => {
            coded(unit.code.as_str())?;
            named(&unit.name)?;
            names_standing(station, item, unit.beat.as_ref().map(|c| format!("place/{c}")))
        }
        SetupItem::Checklist(list) => {
            coded(list.code.as_str())?;
            named(&list.name)?;
            list.items.iter().try_for_each(named)
        }
        SetupItem::Post(post) => {
            coded(post.code.as_str())?;
            named(&post.name)?;
            names_standing(station, item, post.place.as_ref().map(|c| format!("place/{c}")))
        }
        SetupItem::Rules(rules) => setup_rules::check(rules),
    }
}

fn coded(code: &str) -> Result<(), Refusal> {
    if code.is_empty() {
        Err(Refusal::Empty { field: Field::Code })
    } else if is_code(code) {
        Ok(())
    } else {
        Err(Refusal::BadValue { field: Field::Code, value: code.to_owned() })
    }
}

fn named(name: &Name) -> Result<(), Refusal> {
    let max = usize::try_from(NAME_MAX).unwrap_or(usize::MAX);
    let texts = name.texts();
    if texts.iter().any(|t| t.trim().is_empty()) {
        Err(Refusal::Empty { field: Field::Name })
    } else if texts.iter().any(|t| t.chars().count() > max) {
        Err(Refusal::TooLong { field: Field::Name, max: NAME_MAX })
    } else {
        Ok(())
    }
}

fn names_standing(station: &Station, item: &SetupItem, names: Option<String>) -> Result<(), Refusal> {
    let Some(names) = names else { return Ok(()) };
    if station.items.get(&names).is_some_and(|s| !s.retired) {
        Ok(())
    } else {
        Err(Refusal::Dangling { key: item.key(), names })
    }
}

fn names_larger_place(
    station: &Station,
    item: &SetupItem,
    level: Level,
    above: Option<&str>,
) -> Result<(), Refusal> {
    let Some(above) = above else { return Ok(()) };
    let larger = |s: &Standing| matches!(&s.item, SetupItem::Place(p) if !s.retired && p.level > level);
    if station.items.get(above).is_some_and(larger) {
        Ok(())
    } else {
        Err(Refusal::Dangling { key: item.key(), names: above.to_owned() })
    }
}

fn keeps_supervisor(station: &Station, number: &OfficerId) -> Result<(), Refusal> {
    let was = station.officer(number).is_some_and(|o| o.role == Role::Supervisor);
    if was && !station.other_supervisor(number) { Err(Refusal::LastSupervisor) } else { Ok(()) }
}

fn retire(station: &Station, key: &str) -> Decided {
    let standing = station.items.get(key).ok_or_else(|| Refusal::NotFound { what: key.to_owned() })?;
    if standing.retired {
        return Ok(Vec::new());
    }
    if let SetupItem::Station(_) | SetupItem::Rules(_) = standing.item {
        return Err(Refusal::InUse { key: key.to_owned(), by: "desk".to_owned() });
    }
    if let SetupItem::Officer(officer) = &standing.item {
        keeps_supervisor(station, &officer.number)?;
    }
    if let Some(by) = named_by(station, key) {
        return Err(Refusal::InUse { key: key.to_owned(), by });
    }
    Ok(happened(key.to_owned(), SetupFact::Retired))
}

/// The first item in use that names `key`.
fn named_by(station: &Station, key: &str) -> Option<String> {
    let names = |item: &SetupItem| match item {
        SetupItem::Place(p) => {
            p.part_of.as_ref().is_some_and(|c| key == format!("place/{c}"))
                || p.officer.as_ref().is_some_and(|o| key == format!("officer/{o}"))
        }
        SetupItem::Unit(u) => u.beat.as_ref().is_some_and(|c| key == format!("place/{c}")),
        SetupItem::Post(p) => p.place.as_ref().is_some_and(|c| key == format!("place/{c}")),
        SetupItem::Station(_)
        | SetupItem::Rules(_)
        | SetupItem::Officer(_)
        | SetupItem::Code(_)
        | SetupItem::Shift(_)
        | SetupItem::Checklist(_) => false,
    };
    station.items.iter().find(|(_, s)| !s.retired && names(&s.item)).map(|(k, _)| k.clone())
}

/// Everyone may set their own passphrase; a supervisor, or the desk while it is made, sets anyone's.
fn set_passphrase(station: &Station, officer: &OfficerId, passphrase: &Secret, at: &Moment) -> Decided {
    let whose = station.officer(officer).ok_or_else(|| Refusal::NotFound { what: officer.to_string() })?;
    let may = match at.actor.role {
        Role::Supervisor | Role::Desk => true,
        Role::DutyOfficer | Role::ShiftLeader | Role::Mediator | Role::Reviewer | Role::Script => {
            at.actor.officer == whose.number
        }
    };
    if !may {
        return Err(Refusal::RoleMayNot { role: at.actor.role, asked: "setup.set-passphrase".to_owned() });
    }
    if passphrase.0.chars().count() < usize::try_from(PASSPHRASE_MIN).unwrap_or(usize::MAX) {
        return Err(Refusal::PassphraseShort { min: PASSPHRASE_MIN });
    }
    Ok(happened(format!("officer/{officer}"), SetupFact::PassphraseSet))
}
