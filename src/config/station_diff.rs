//! Compares a setup file with the station as it stands, and orders the commands that make the one the other.
//!
//! Nothing is ever deleted: what the file no longer names is retired, and what names it again brings it back.

use super::station_read::Setup;
use crate::domain::Station;
use crate::domain::command::SetupCommand;
use crate::domain::officer::Role;
use crate::domain::place::Level;
use crate::domain::setup::{Head, SetupItem};
use crate::words::{Words, text};
use std::collections::BTreeSet;

/// What applying a file would do to one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Add(Box<SetupItem>),
    /// It is changed.
    Alter {
        /// As it shall be.
        item: Box<SetupItem>,
        /// What changes.
        what: Vec<Altered>,
    },
    /// It is no longer in the file; it stays readable.
    Retire(Box<SetupItem>),
    /// It was retired and is in the file again.
    Return {
        /// As it shall be.
        item: Box<SetupItem>,
        /// What changes besides.
        what: Vec<Altered>,
    },
}

/// One field that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Altered {
    /// The field, as in the file.
    pub field: String,
    /// What it was; empty when it wasn't there.
    pub from: String,
    /// What it will be; empty when it goes.
    pub to: String,
}

impl Change {
    /// The item: as it shall be, or as it was when it is retired.
    pub fn item(&self) -> &SetupItem {
        match self {
            Change::Add(item)
            | Change::Alter { item, .. }
            | Change::Retire(item)
            | Change::Return { item, .. } => item,
        }
    }

    /// The change as the desk is asked for it.
    pub fn command(&self) -> SetupCommand {
        match self {
            Change::Add(item) | Change::Alter { item, .. } | Change::Return { item, .. } => {
                SetupCommand::Set(item.clone())
            }
            Change::Retire(item) => SetupCommand::Retire { key: item.key() },
        }
    }

    /// The change in one line, safe to print: a sign, the item, its name and what changes.
    pub fn line(&self, words: &Words) -> String {
        let item = self.item();
        let (word, what): (&str, &[Altered]) = match self {
            Change::Add(_) => ("setup-change-add", &[]),
            Change::Alter { what, .. } => ("setup-change-alter", what),
            Change::Retire(_) => ("setup-change-retire", &[]),
            Change::Return { what, .. } => ("setup-change-return", what),
        };
        let name = name_of(item, words);
        let mut line =
            words.with(word, &[("key", &text::one_line(&item.key())), ("name", &text::one_line(&name))]);
        for altered in what {
            let (from, to) = (text::one_line(&altered.from), text::one_line(&altered.to));
            let word = match (from.is_empty(), to.is_empty()) {
                (true, _) => "setup-change-given",
                (false, true) => "setup-change-taken",
                (false, false) => "setup-change-field",
            };
            line.push_str("\n      ");
            line.push_str(&words.with(word, &[("field", &altered.field), ("from", &from), ("to", &to)]));
        }
        line
    }
}

fn name_of(item: &SetupItem, words: &Words) -> String {
    let name = match item {
        SetupItem::Rules(_) => return words.get("setup-rules"),
        SetupItem::Post(post) => &post.name,
        SetupItem::Station(head) => &head.name,
        SetupItem::Place(place) => &place.name,
        SetupItem::Officer(officer) => &officer.name,
        SetupItem::Code(entry) => &entry.name,
        SetupItem::Shift(shift) => &shift.name,
        SetupItem::Unit(unit) => &unit.name,
        SetupItem::Checklist(list) => &list.name,
    };
    name.of(words.lang()).to_owned()
}

/// What applying the file would change, in an order in which the rules let every command through: supervisors before those
/// who lose that role, larger places before smaller ones, what names others retired before what is named.
pub fn diff(setup: &Setup, station: &Station) -> Vec<Change> {
    let items: Vec<SetupItem> = setup.items.iter().map(|item| settled(item, setup, station)).collect();
    let kept: BTreeSet<String> = items.iter().map(SetupItem::key).collect();
    let mut changes: Vec<Change> = items.into_iter().filter_map(|item| change(item, station)).collect();
    let gone = station.items.iter().filter(|(key, standing)| !standing.retired && !kept.contains(*key));
    changes.extend(
        gone.filter(|(_, standing)| !matches!(standing.item, SetupItem::Station(_) | SetupItem::Rules(_)))
            .map(|(_, standing)| Change::Retire(Box::new(standing.item.clone()))),
    );
    changes.sort_by_key(turn);
    changes
}

/// The one command that makes all the changes, or none when a rule refuses one.
pub fn apply_command(changes: &[Change]) -> SetupCommand {
    SetupCommand::Apply { changes: changes.iter().map(Change::command).collect() }
}

/// Whether a desk is for training never changes; a file that says nothing about it leaves it as it is.
fn settled(item: &SetupItem, setup: &Setup, station: &Station) -> SetupItem {
    match item {
        SetupItem::Station(head) => SetupItem::Station(Head {
            training: setup.training.unwrap_or_else(|| station.training()),
            ..head.clone()
        }),
        SetupItem::Place(_)
        | SetupItem::Officer(_)
        | SetupItem::Code(_)
        | SetupItem::Shift(_)
        | SetupItem::Unit(_)
        | SetupItem::Checklist(_)
        | SetupItem::Post(_)
        | SetupItem::Rules(_) => item.clone(),
    }
}

fn change(item: SetupItem, station: &Station) -> Option<Change> {
    let Some(standing) = station.items.get(&item.key()) else { return Some(Change::Add(Box::new(item))) };
    let what = altered(&standing.item, &item);
    match (standing.retired, what.is_empty()) {
        (true, _) => Some(Change::Return { item: Box::new(item), what }),
        (false, false) => Some(Change::Alter { item: Box::new(item), what }),
        (false, true) => None,
    }
}

/// The order of the changes; equal ones stay in the order of the file.
fn turn(change: &Change) -> (u8, u8) {
    let item = change.item();
    let depth = |level: Level| Level::ALL.iter().position(|l| *l == level).unwrap_or(0) as u8;
    if matches!(change, Change::Retire(_)) {
        return match item {
            SetupItem::Unit(_) | SetupItem::Post(_) => (10, 0),
            SetupItem::Place(place) => (11, depth(place.level)),
            SetupItem::Code(_) | SetupItem::Shift(_) | SetupItem::Checklist(_) => (12, 0),
            SetupItem::Officer(_) | SetupItem::Station(_) | SetupItem::Rules(_) => (13, 0),
        };
    }
    match item {
        SetupItem::Station(_) => (0, 0),
        SetupItem::Officer(officer) => (1, u8::from(officer.role != Role::Supervisor)),
        SetupItem::Place(place) => (2, 3 - depth(place.level).min(3)),
        SetupItem::Code(_)
        | SetupItem::Shift(_)
        | SetupItem::Unit(_)
        | SetupItem::Checklist(_)
        | SetupItem::Post(_)
        | SetupItem::Rules(_) => (3, 0),
    }
}

/// The fields in which two items differ, compared as they are written down.
fn altered(old: &SetupItem, new: &SetupItem) -> Vec<Altered> {
    let (old, new) = (fields(old), fields(new));
    let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let value = |of: &Fields, name: &str| of.get(name).map(shown).unwrap_or_default();
    names
        .into_iter()
        .filter(|name| old.get(*name) != new.get(*name))
        .map(|name| Altered { field: name.clone(), from: value(&old, name), to: value(&new, name) })
        .collect()
}

type Fields = serde_json::Map<String, serde_json::Value>;

fn fields(item: &SetupItem) -> Fields {
    let item = serde_json::to_value(item).unwrap_or_default();
    let inner = item.as_object().and_then(|kinds| kinds.values().next()).and_then(|inner| inner.as_object());
    inner.cloned().unwrap_or_default()
}

fn shown(value: &serde_json::Value) -> String {
    use serde_json::Value;
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Object(both) => both.values().map(shown).collect::<Vec<_>>().join(" / "),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}
