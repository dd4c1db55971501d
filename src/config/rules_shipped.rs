//! The rules that the program brings along, read by the same reader as a station's own file. A station without files has
//! these; a bad entry of a file leaves these as they are.

use super::Source;
use super::rules_read::read_onto;
use crate::domain::rules::Rules;

/// The shipped rules as a commented `rules.toml`: what a new desk's folder gets.
pub const RULES_FILE: &str = include_str!("rules/default.toml");
/// An empty, commented `holidays.toml`: what a new desk's folder gets.
pub const HOLIDAYS_FILE: &str = include_str!("rules/holidays.toml");

/// The rules that are in force where a station has no files of its own.
///
/// ```
/// let rules = dutydesk::config::rules_shipped();
/// assert_eq!(rules.rule(&"accept".into()).unwrap().name.of(dutydesk::domain::Lang::En), "accept");
/// ```
pub fn rules_shipped() -> Rules {
    read_onto(&Source::new("default.toml", RULES_FILE), &Rules::none()).rules
}
