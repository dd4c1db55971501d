//! Where files live, what a station's setup and rules files say, and what is wrong with configuration. Files are opened elsewhere.

pub mod console;
pub mod desk_file;
pub mod doctor;
mod encoding;
mod entry;
mod entry_lists;
mod holidays_read;
pub mod home;
mod ladder_entry;
mod length;
pub mod paths;
mod problem;
mod rate_entry;
mod rule_entry;
mod rules_read;
mod rules_shipped;
mod station_diff;
mod station_names;
mod station_read;
mod station_shipped;
mod station_write;

pub use encoding::{BOM, BadText, Encoding, Survey, survey};
pub use home::ConsoleHome;
pub use length::{length_text, span_text};
pub use paths::Paths;
pub use problem::{Problem, Say, Severity, Source, Voice, nearest};
pub use rate_entry::weekday_text;
pub use rules_read::{RulesRead, read_rules};
pub use rules_shipped::{HOLIDAYS_FILE, RULES_FILE, rules_shipped};
pub use station_diff::{Altered, Change, apply_command, diff};
pub use station_read::{SETUP_MAX, Setup, read_setup, setup_text};
pub use station_shipped::{Founding, demo_setup, starter_setup};
pub use station_write::write_setup;
