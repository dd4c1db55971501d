//! The deadline rules of the desk's folder: read at the start and whenever their files change, and put on record when they
//! are others than those in force.
//!
//! A broken file never stops the desk and never takes its rules away: what can't be read leaves the rules as they are.

use super::outbox::{Looks, looks};
use super::running::Desk;
use crate::config::{Problem, RulesRead, SETUP_MAX, Severity, Source, read_rules, setup_text};
use crate::domain::command::SetupCommand;
use crate::domain::desk::Trouble;
use crate::domain::rules::Rules;
use crate::domain::setup::SetupItem;
use crate::domain::{Actor, Command};
use crate::store::NotDone;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

/// How often the files are looked at. The folder itself is not watched: the record is written in it all the time.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// A file that changed is read when it has been the same for so long: it may be half written.
const SETTLED_AFTER: Duration = Duration::from_millis(300);

/// Where the rules come from.
#[derive(Clone, Debug)]
pub(super) struct RuleFiles {
    /// The rules and ladders.
    pub(super) rules: PathBuf,
    /// Holidays and working days.
    pub(super) holidays: PathBuf,
}

impl RuleFiles {
    async fn look(&self) -> [Looks; 2] {
        [looks(self.rules.clone()).await, looks(self.holidays.clone()).await]
    }
}

/// Reads the files before anything is told by their rules. Gives what they looked like; nothing when that must be done
/// again.
pub(super) async fn begin(desk: &Desk, files: &RuleFiles) -> Option<[Looks; 2]> {
    let now = files.look().await;
    take(desk, files).await.then_some(now)
}

/// Follows the files until it is dropped.
pub(super) async fn follow(desk: Rc<Desk>, files: RuleFiles, mut seen: Option<[Looks; 2]>) {
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let now = files.look().await;
        if seen == Some(now) {
            continue;
        }
        tokio::time::sleep(SETTLED_AFTER).await;
        if files.look().await == now {
            seen = take(&desk, &files).await.then_some(now);
        }
    }
}

/// Reads the files and has the rules recorded when they are others. False when that must be tried again.
async fn take(desk: &Desk, files: &RuleFiles) -> bool {
    let of = files.clone();
    let Ok(found) = tokio::task::spawn_blocking(move || read(&of)).await else { return false };
    for problem in &found.problems {
        let (line, column, why) = (problem.line, problem.column, problem.key);
        tracing::warn!(line, column, why, "{}", file_name(&problem.file));
    }
    let wrong = found.problems.iter().any(|problem| problem.severity == Severity::Error);
    desk.note(Trouble::Rules, wrong || found.rules.is_none());
    match found.rules {
        Some(rules) if rules != *desk.station().rules() => set(desk, rules).await,
        Some(_) | None => true,
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

async fn set(desk: &Desk, rules: Rules) -> bool {
    let item = SetupItem::Rules(Box::new(rules));
    let command = Command::Setup(SetupCommand::Set(Box::new(item)));
    let Some(job) = desk.job(command, Actor::desk("desk")) else { return false };
    match desk.record.write(job).await.outcome().await {
        Ok(_) => {
            tracing::info!("the deadline rules were read and are in force");
            true
        }
        Err(NotDone::Refused(_)) => {
            tracing::warn!("the deadline rules were refused; those in force stay");
            desk.note(Trouble::Rules, true);
            true
        }
        Err(NotDone::Failed { .. }) => false,
    }
}

/// What the files say; no rules when one of them can't be read at all.
struct Found {
    rules: Option<Rules>,
    problems: Vec<Problem>,
}

fn read(files: &RuleFiles) -> Found {
    let (rules, holidays) = (source(&files.rules), source(&files.holidays));
    let mut bad = Vec::new();
    let mut whole = |read: Result<Option<Source>, Vec<Problem>>| match read {
        Ok(source) => (source, true),
        Err(problems) => {
            bad.extend(problems);
            (None, false)
        }
    };
    let ((rules, rules_whole), (holidays, holidays_whole)) = (whole(rules), whole(holidays));
    let RulesRead { rules, problems } = read_rules(rules.as_ref(), holidays.as_ref());
    bad.extend(problems);
    Found { rules: (rules_whole && holidays_whole).then_some(rules), problems: bad }
}

/// The text of a file; none when it isn't there, and what is wrong with it when it can't be read.
fn source(path: &Path) -> Result<Option<Source>, Vec<Problem>> {
    let bytes = match bytes(path) {
        Ok(bytes) => bytes,
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => {
            tracing::warn!(kind = %error.kind(), "a rules file can't be read");
            return Err(Vec::new());
        }
    };
    setup_text(&path.to_string_lossy(), &bytes).map(Some).map_err(|bad| vec![bad.1])
}

/// What stands in a file, and one byte more than may: then its reader says that it is too long.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    if !std::fs::metadata(path)?.is_file() {
        return Err(ErrorKind::InvalidInput.into());
    }
    let most = u64::try_from(SETUP_MAX).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::rules_shipped;

    fn files(rules: Option<&[u8]>, holidays: Option<&[u8]>) -> (tempfile::TempDir, RuleFiles) {
        let dir = tempfile::tempdir().unwrap();
        let files =
            RuleFiles { rules: dir.path().join("rules.toml"), holidays: dir.path().join("holidays.toml") };
        for (path, bytes) in [(&files.rules, rules), (&files.holidays, holidays)] {
            if let Some(bytes) = bytes {
                std::fs::write(path, bytes).unwrap();
            }
        }
        (dir, files)
    }

    #[test]
    fn files_that_are_missing_or_empty_mean_the_shipped_rules() {
        for text in [None, Some(&b""[..])] {
            let (_dir, files) = files(text, text);
            let found = read(&files);
            assert_eq!(found.rules, Some(rules_shipped()));
            assert!(found.problems.is_empty());
        }
    }

    #[test]
    fn a_file_that_cannot_be_read_leaves_the_rules_as_they_are() {
        let (_dir, not_text) = files(Some(&[0xff, 0xfe, 0, 1]), None);
        assert!(read(&not_text).rules.is_none());
        let (_dir, too_long) = files(None, Some(&vec![b'#'; SETUP_MAX + 1]));
        assert!(read(&too_long).rules.is_none());
        let (_dir, folder) = files(None, None);
        std::fs::create_dir(&folder.rules).unwrap();
        let found = read(&folder);
        assert!(found.rules.is_none() && found.problems.is_empty());
    }

    #[test]
    fn a_broken_rule_leaves_the_others() {
        let text = b"[[rule]]\ncode = \"accept\"\nwithin = \"1 minut\"\n";
        let (_dir, files) = files(Some(text), None);
        let found = read(&files);
        assert_eq!(found.rules, Some(rules_shipped()));
        assert_eq!((found.problems[0].line, found.problems.len()), (3, 1));
    }
}
