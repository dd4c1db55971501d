//! What the station's patterns propose for a narrative: an incident type and its usual priority.
//!
//! A proposal is shown as one and never takes the place of what the officer chose.

use super::id::Code;
use super::name::folded;
use super::report::Priority;
use super::setup::{CodeEntry, CodeList};
use super::station::Station;

/// The incident type that the narrative speaks of. When there are several, the one usually most urgent; among equals
/// the one with the longest word found.
pub fn incident_type<'a>(narrative: &str, station: &'a Station) -> Option<&'a CodeEntry> {
    let narrative = folded(narrative);
    if narrative.trim().is_empty() {
        return None;
    }
    station
        .codes(CodeList::IncidentType)
        .filter_map(|entry| Some((entry, longest_found(&narrative, &entry.patterns)?)))
        .min_by_key(|(entry, found)| (entry.priority.is_none(), entry.priority, std::cmp::Reverse(*found)))
        .map(|(entry, _)| entry)
}

/// The priority usually given to an incident type.
pub fn priority(incident_type: &Code, station: &Station) -> Option<Priority> {
    station.codes(CodeList::IncidentType).find(|entry| entry.code == *incident_type)?.priority
}

/// How many characters the longest pattern has that stands in the narrative.
fn longest_found(narrative: &str, patterns: &[String]) -> Option<usize> {
    patterns
        .iter()
        .map(|pattern| folded(pattern))
        .filter(|pattern| !pattern.trim().is_empty() && stands_in(pattern, narrative))
        .map(|pattern| pattern.chars().count())
        .max()
}

/// Whether the pattern stands in the narrative; an English one only where a word begins, so that 'car' is not found in
/// 'scared' but in 'cars'.
fn stands_in(pattern: &str, narrative: &str) -> bool {
    let letter = |c: char| c.is_ascii_alphanumeric();
    let english = pattern.starts_with(letter);
    narrative.match_indices(pattern).any(|(at, _)| {
        let before = narrative.get(..at).and_then(|head| head.chars().next_back());
        !english || !before.is_some_and(letter)
    })
}
