//! Owns what `desk.toml` in a desk's folder says, and everything that is wrong with it, at once. It names a program to run,
//! so it is read only from a file that nobody but its owner can change; nothing ever comes into it over the wire.

use super::{Problem, Source, home, nearest};
use jiff::SignedDuration;
use std::ops::Range;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::Duration;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// How long the station's command has for one notice, unless the file says otherwise.
const TIME_LIMIT: Duration = Duration::from_secs(20);
/// The bounds of that.
const TIME_LIMITS: (Duration, Duration) = (Duration::from_millis(100), Duration::from_secs(600));
/// How often a notice is tried, unless the file says otherwise.
const TRIES: u32 = 8;
/// The most that can be set.
const TRIES_MAX: u32 = 50;
/// How long to wait after the first failure, the second and so on; after the last of these always the last.
const PAUSES: [Duration; 5] = [
    Duration::from_secs(10),
    Duration::from_secs(30),
    Duration::from_secs(60),
    Duration::from_secs(300),
    Duration::from_secs(900),
];
/// The longest pause.
const PAUSE_MAX: Duration = Duration::from_secs(3600);
/// The problem of a file that others than its owner may write to: nothing that ever stood in it is to be used.
pub const OTHERS_WRITE: &str = "outbox-problem-writable";
/// The names in `[outbox]`.
const NAMES: [&str; 4] = ["command", "time-limit", "tries", "pauses"];

/// The station's own command for notices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutboxCommand {
    /// The program, as an absolute path, and its arguments.
    pub command: Vec<String>,
    /// How long it has for one notice.
    pub time_limit: Duration,
    /// How often a notice is tried.
    pub tries: u32,
    /// How long to wait after the first failure, the second and so on.
    pub pauses: Vec<Duration>,
}

impl OutboxCommand {
    /// How long to wait after so many failures.
    ///
    /// ```
    /// use dutydesk::config::{Source, desk_file::DeskFile};
    /// let source = Source::new("desk.toml", "[outbox]\ncommand = [\"/usr/local/bin/send-sms\"]\n");
    /// let outbox = DeskFile::parse(&source).0.outbox.expect("a command");
    /// assert_eq!([1, 2, 5, 9].map(|n| outbox.pause(n).as_secs()), [10, 30, 900, 900]);
    /// ```
    pub fn pause(&self, failures: u32) -> Duration {
        let at = usize::try_from(failures.saturating_sub(1)).unwrap_or(usize::MAX);
        self.pauses.get(at).or(self.pauses.last()).copied().unwrap_or(TIME_LIMIT)
    }
}

/// What `desk.toml` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeskFile {
    /// `[outbox]`; none when the station has no command.
    pub outbox: Option<OutboxCommand>,
}

impl DeskFile {
    /// What a text says, and what is wrong with it, in the order of its lines.
    pub fn parse(source: &Source) -> (DeskFile, Vec<Problem>) {
        let mut reader = Reader { source, problems: Vec::new() };
        let (table, errors) = DeTable::parse_recoverable(source.text());
        for error in errors {
            reader.tell(error.span().unwrap_or(0..0), "outbox-problem-syntax");
        }
        let mut file = DeskFile::default();
        for (name, value) in table.get_ref() {
            match (name.get_ref().as_ref(), value.get_ref()) {
                ("outbox", DeValue::Table(table)) => file.outbox = reader.outbox(name.span(), table),
                ("outbox", _) => reader.tell(value.span(), "outbox-problem-not-a-table"),
                (other, _) => reader.unknown(other, name.span(), &["outbox"]),
            }
        }
        let mut problems = reader.problems;
        problems.sort_by_key(|problem| problem.span.start);
        problems.dedup_by_key(|problem| (problem.line, problem.key));
        (file, problems)
    }

    /// What the file in a desk's folder says, with the text that its problems point into; nothing when there is none.
    pub fn read(path: &Path) -> (DeskFile, Vec<Problem>, Option<Source>) {
        let source = match home::read(path) {
            Ok(Some(source)) => source,
            Ok(None) => return (DeskFile::default(), Vec::new(), None),
            Err(problem) => return (DeskFile::default(), vec![*problem], None),
        };
        if !only_its_owner_writes(path) {
            let problem = source.error(0..0, OTHERS_WRITE);
            return (DeskFile::default(), vec![problem], Some(source));
        }
        let (file, problems) = DeskFile::parse(&source);
        (file, problems, Some(source))
    }
}

/// Whether the file is this account's or root's, and nobody else may write to it.
fn only_its_owner_writes(path: &Path) -> bool {
    let own = rustix::process::geteuid().as_raw();
    std::fs::metadata(path).is_ok_and(|m| m.mode() & 0o022 == 0 && (m.uid() == own || m.uid() == 0))
}

struct Reader<'a> {
    source: &'a Source,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn tell(&mut self, span: Range<usize>, key: &'static str) {
        self.problems.push(self.source.error(span, key));
    }

    fn unknown(&mut self, name: &str, span: Range<usize>, known: &[&'static str]) {
        let problem = self.source.error(span, "outbox-problem-unknown-name").with("name", name);
        let problem = problem.with("names", known.join(", "));
        self.problems.push(problem.meant(nearest(name, known.iter().copied())));
    }

    fn outbox(&mut self, at: Range<usize>, table: &DeTable<'_>) -> Option<OutboxCommand> {
        let mut found =
            OutboxCommand { command: vec![], time_limit: TIME_LIMIT, tries: TRIES, pauses: PAUSES.to_vec() };
        let mut named = false;
        for (name, value) in table {
            match name.get_ref().as_ref() {
                "command" => {
                    named = true;
                    found.command = self.command(value).unwrap_or_default();
                }
                "time-limit" => {
                    let span = span(value).filter(|s| (TIME_LIMITS.0..=TIME_LIMITS.1).contains(s));
                    found.time_limit = self.or_tell(span, value, "outbox-problem-time-limit", TIME_LIMIT);
                }
                "tries" => {
                    let tries = value.get_ref().as_integer().and_then(|n| n.as_str().parse().ok());
                    let tries = tries.filter(|n| (1..=TRIES_MAX).contains(n));
                    found.tries = self.or_tell(tries, value, "outbox-problem-tries", TRIES);
                }
                "pauses" => {
                    let pauses = pauses(value);
                    found.pauses = self.or_tell(pauses, value, "outbox-problem-pauses", PAUSES.to_vec());
                }
                other => self.unknown(other, name.span(), &NAMES),
            }
        }
        if !named {
            self.tell(at, "outbox-problem-no-command");
        }
        (!found.command.is_empty()).then_some(found)
    }

    fn or_tell<T>(&mut self, found: Option<T>, value: &Spanned<DeValue<'_>>, key: &'static str, or: T) -> T {
        found.unwrap_or_else(|| {
            self.tell(value.span(), key);
            or
        })
    }

    fn command(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Vec<String>> {
        let items = value.get_ref().as_array();
        let texts = items.map(|items| items.iter().map(|item| item.get_ref().as_str()).collect::<Vec<_>>());
        let texts: Option<Vec<String>> =
            texts.and_then(|texts| texts.into_iter().map(|text| text.map(str::to_owned)).collect());
        let fits = |texts: &Vec<String>| {
            texts.first().is_some_and(|program| program.starts_with('/'))
                && texts.iter().all(|text| !text.contains('\0'))
        };
        let found = texts.filter(fits);
        if found.is_none() {
            self.tell(value.span(), "outbox-problem-command");
        }
        found
    }
}

/// A span such as `"20 s"` or `"1 min 30 s"`.
fn span(value: &Spanned<DeValue<'_>>) -> Option<Duration> {
    let text = value.get_ref().as_str()?;
    let span: SignedDuration = text.parse().ok()?;
    Duration::try_from(span).ok()
}

fn pauses(value: &Spanned<DeValue<'_>>) -> Option<Vec<Duration>> {
    let pauses: Option<Vec<Duration>> = value.get_ref().as_array()?.iter().map(span).collect();
    pauses.filter(|p| !p.is_empty() && p.len() <= 20 && p.iter().all(|p| *p <= PAUSE_MAX))
}

/// What no pause and no attempt is ever longer than.
pub const LONGEST: Duration = PAUSE_MAX;

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<(usize, usize, &'static str)> {
        let (_, problems) = DeskFile::parse(&Source::new("desk.toml", text));
        problems.iter().map(|p| (p.line, p.column, p.key)).collect()
    }

    #[test]
    fn a_whole_file_is_read() {
        let text = "[outbox]\ncommand = [\"/opt/sms\", \"--quiet\"]\ntime-limit = \"1 min 30 s\"\ntries = 3\n\
                    pauses = [\"5 s\", \"1 min\"]\n";
        let (file, problems) = DeskFile::parse(&Source::new("desk.toml", text));
        assert_eq!(problems, []);
        let outbox = file.outbox.unwrap();
        assert_eq!(outbox.command, ["/opt/sms", "--quiet"]);
        assert_eq!((outbox.time_limit, outbox.tries), (Duration::from_secs(90), 3));
        assert_eq!([1, 2, 3].map(|n| outbox.pause(n).as_secs()), [5, 60, 60]);
    }

    #[test]
    fn what_is_wrong_is_named_with_line_and_column_and_the_rest_is_kept() {
        let text = "[outbox]\ncommand = [\"/opt/sms\"]\ntime-limit = \"soon\"\ntrys = 3\ntries = 0\n";
        let found = problems(text);
        assert_eq!(
            found,
            [
                (3, 14, "outbox-problem-time-limit"),
                (4, 1, "outbox-problem-unknown-name"),
                (5, 9, "outbox-problem-tries")
            ]
        );
        let (file, _) = DeskFile::parse(&Source::new("desk.toml", text));
        assert_eq!(file.outbox.unwrap().tries, TRIES);
    }

    #[test]
    fn a_command_is_a_list_that_begins_with_an_absolute_path() {
        for bad in ["\"/opt/sms\"", "[]", "[\"sms\"]", "[\"/opt/sms\", 3]", "[\"/a\\u0000\"]"] {
            assert_eq!(
                problems(&format!("[outbox]\ncommand = {bad}\n")),
                [(2, 11, "outbox-problem-command")]
            );
        }
        assert_eq!(problems("[outbox]\ntries = 2\n"), [(1, 2, "outbox-problem-no-command")]);
        assert_eq!(problems("outbox = 3\n"), [(1, 10, "outbox-problem-not-a-table")]);
        assert_eq!(problems("[outbx]\n"), [(1, 2, "outbox-problem-unknown-name")]);
        assert!(!problems("[outbox\n").is_empty());
    }
}
