//! `dutydesk verify`, `backup` and `restore`: the record as a whole.

use super::context::Context;
use super::failure::{Exit, Failure};
use super::print;
use crate::desk::Lock;
use crate::store::{self, Finding, Progress, Restored, StoreError, VerifyReport};
use crate::words::Words;
use crate::words::text::one_line;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};
use std::path::Path;

/// Checks the record and prints every finding; findings end the command with exit code 1.
pub(super) fn verify(context: &Context) -> Result<(), Failure> {
    let words = &context.words;
    let bar = bar();
    let report =
        store::verify(context.paths.dir(), |p| show(&bar, p)).map_err(|e| store_failure(&e, words))?;
    bar.finish_and_clear();
    if context.json {
        let findings: Vec<_> = report.findings.iter().map(|f| as_json(f, words)).collect();
        let sound = report.is_sound();
        print::json(
            &json!({ "facts": report.facts, "sound": sound, "findings": findings, "more": report.more }),
            words,
        )?;
    }
    told_report(context, &report)?;
    if context.json { Ok(()) } else { print::line(&words.count("cli-verified", report.facts), words) }
}

fn as_json(finding: &Finding, words: &Words) -> Value {
    let mut object = json!({ "finding": finding.code(), "sentence": sentence(finding, words) });
    for (name, value) in finding.details() {
        object[name] = json!(value);
    }
    object
}

/// Prints what was found wrong; anything ends the command.
fn told_report(context: &Context, report: &VerifyReport) -> Result<(), Failure> {
    let words = &context.words;
    if report.is_sound() {
        return Ok(());
    }
    if !context.json {
        for finding in &report.findings {
            print::lines(&sentence(finding, words), words)?;
        }
    }
    let count = u64::try_from(report.findings.len()).unwrap_or(u64::MAX).saturating_add(report.more);
    Err(Failure::new(Exit::Refused, words.count("cli-verify-findings", count)))
}

fn sentence(finding: &Finding, words: &Words) -> String {
    let details = finding.details();
    let details: Vec<_> = details.iter().map(|(name, text)| (*name, one_line(text))).collect();
    let details: Vec<(&str, &str)> = details.iter().map(|(name, text)| (*name, text.as_ref())).collect();
    words.with(&format!("cli-found-{}", finding.code()), &details)
}

/// A bar on a terminal, nothing in a pipe.
fn bar() -> ProgressBar {
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len}") {
        bar.set_style(style.progress_chars("=> "));
    }
    bar
}

fn show(bar: &ProgressBar, progress: Progress) {
    bar.set_length(progress.total);
    bar.set_position(progress.done);
}

/// Copies the record to a file while the desk runs, or by itself when it doesn't.
pub(super) fn backup(context: &Context, file: &Path) -> Result<(), Failure> {
    let words = &context.words;
    let absolute = std::path::absolute(file).map_err(|e| Failure::file(words, file, &e))?;
    if absolute.exists() {
        return Err(store_failure(&StoreError::Exists { file: absolute }, words));
    }
    let mut call = context.call()?;
    let made = call.caller.backup(&absolute.to_string_lossy());
    made.map_err(|e| Failure::wire(e, words, &call.station))?;
    print::line(&words.with("cli-written", &[("file", &one_line(&absolute.to_string_lossy()))]), words)
}

/// Puts a backup in place of the record; what stood there is moved aside, never deleted.
pub(super) fn restore(context: &Context, file: &Path) -> Result<(), Failure> {
    let words = &context.words;
    let held = if context.has_desk() {
        Some(Lock::take(&context.paths).map_err(|e| super::serve::desk_failure(&e, words))?)
    } else {
        None
    };
    let bar = bar();
    let restored = store::restore(file, context.paths.dir(), true, |p| show(&bar, p));
    bar.finish_and_clear();
    drop(held);
    match restored.map_err(|e| store_failure(&e, words))? {
        Restored::Unsound(report) => told_report(context, &report),
        Restored::Done { aside } => {
            print::line(&words.get("cli-restored"), words)?;
            aside.iter().try_for_each(|path| {
                let path = one_line(&path.to_string_lossy()).into_owned();
                print::line(&words.with("cli-moved-aside", &[("file", &path)]), words)
            })
        }
    }
}

/// What broke under the record, in a sentence.
pub(super) fn store_failure(error: &StoreError, words: &Words) -> Failure {
    let details = error.details();
    let details: Vec<_> = details.iter().map(|(name, text)| (*name, one_line(text))).collect();
    let details: Vec<(&str, &str)> = details.iter().map(|(name, text)| (*name, text.as_ref())).collect();
    let exit = match error {
        StoreError::NoDesk { .. } | StoreError::Busy => Exit::NoDesk,
        StoreError::Exists { .. } => Exit::Refused,
        StoreError::NotADesk { .. } | StoreError::Newer { .. } => Exit::Config,
        StoreError::Damaged { .. }
        | StoreError::DiskFull
        | StoreError::ReadOnly
        | StoreError::OldSqlite { .. }
        | StoreError::Io { .. }
        | StoreError::Broken { .. } => Exit::Broken,
    };
    Failure::new(exit, words.with(&format!("cli-store-{}", error.code()), &details))
}
