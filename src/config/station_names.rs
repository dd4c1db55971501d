//! Checks that what the tables of `station.toml` name is there: places, officers, beats and accounts. It reads no text.

use super::entry::Given;
use super::station_read::Setup;
use super::{Source, nearest};
use crate::domain::place::Level;
use crate::domain::setup::SetupItem;
use std::collections::BTreeMap;
use std::ops::Range;

/// Something that a table names and that must stand elsewhere.
#[derive(Clone, Debug)]
pub(super) enum Naming {
    /// The place that one belongs to; it must be larger.
    Above { code: Given<String>, level: Option<Level> },
    /// An officer.
    Officer(Given<String>),
    /// A beat.
    Beat(Given<String>),
    /// A place of any level.
    Place(Given<String>),
    /// An account of the machine; it can be only one officer's.
    Account(Given<u32>),
}

pub(super) fn check_names(
    source: &Source,
    seen: &BTreeMap<String, Range<usize>>,
    namings: &[Naming],
    setup: &mut Setup,
) {
    let levels: BTreeMap<String, Level> = setup
        .items
        .iter()
        .filter_map(|item| match item {
            SetupItem::Place(place) => Some((place.code.0.clone(), place.level)),
            SetupItem::Station(_)
            | SetupItem::Officer(_)
            | SetupItem::Code(_)
            | SetupItem::Shift(_)
            | SetupItem::Unit(_)
            | SetupItem::Checklist(_)
            | SetupItem::Post(_)
            | SetupItem::Rules(_) => None,
        })
        .collect();
    let mut check = Check { source, seen, levels, accounts: BTreeMap::new() };
    for naming in namings {
        let problem = match naming {
            Naming::Above { code, level } => check.above(code, *level),
            Naming::Officer(number) => check.dangling("officer", "setup-problem-no-officer", number),
            Naming::Beat(code) => check.beat(code),
            Naming::Place(code) => check.dangling("place", "setup-problem-no-place", code),
            Naming::Account(uid) => check.account(uid),
        };
        setup.problems.extend(problem);
    }
}

struct Check<'a> {
    source: &'a Source,
    seen: &'a BTreeMap<String, Range<usize>>,
    levels: BTreeMap<String, Level>,
    accounts: BTreeMap<u32, usize>,
}

type Told = Option<super::Problem>;

impl Check<'_> {
    /// Whether the very code is there; one that differs by case only is what was meant.
    fn dangling(&self, table: &str, word: &'static str, given: &Given<String>) -> Told {
        let start = format!("{table}/");
        let named = |key: &str| self.source.text().get(self.seen.get(key)?.clone());
        let key = format!("{start}{}", given.value.to_ascii_lowercase());
        if named(&key).is_some_and(|text| text.trim_matches(['"', '\'']) == given.value) {
            return None;
        }
        let codes: Vec<&str> = self
            .seen
            .iter()
            .filter(|(key, _)| key.starts_with(&start))
            .filter_map(|(_, span)| self.source.text().get(span.clone()))
            .map(|text| text.trim_matches(['"', '\'']))
            .collect();
        let meant = nearest(&given.value, codes);
        Some(self.source.error(given.span.clone(), word).with("code", &given.value).meant(meant))
    }

    fn above(&self, code: &Given<String>, level: Option<Level>) -> Told {
        if let Some(dangling) = self.dangling("place", "setup-problem-no-place", code) {
            return Some(dangling);
        }
        let above = self.levels.get(&code.value)?;
        let larger = level.is_none_or(|level| *above > level);
        (!larger).then(|| {
            self.source.error(code.span.clone(), "setup-problem-not-larger").with("code", &code.value)
        })
    }

    fn beat(&self, code: &Given<String>) -> Told {
        if let Some(dangling) = self.dangling("place", "setup-problem-no-place", code) {
            return Some(dangling);
        }
        let level = self.levels.get(&code.value)?;
        (*level != Level::Beat).then(|| {
            self.source.error(code.span.clone(), "setup-problem-not-a-beat").with("code", &code.value)
        })
    }

    fn account(&mut self, uid: &Given<u32>) -> Told {
        let (line, _) = self.source.place(uid.span.start);
        if self.seen.contains_key(&format!("shared/{}", uid.value)) {
            let problem = self.source.warning(uid.span.clone(), "setup-problem-account-shared");
            return Some(problem.with("account", uid.value));
        }
        let first = self.accounts.get(&uid.value).copied();
        self.accounts.entry(uid.value).or_insert(line);
        first.map(|first| {
            let problem = self.source.error(uid.span.clone(), "setup-problem-account-twice");
            problem.with("account", uid.value).with("line", first)
        })
    }
}
