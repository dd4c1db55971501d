//! `dutydesk setup ...`: the station's setup as a file.

use super::args::SetupCmd;
use super::context::{Call, Context};
use super::failure::{Exit, Failure};
use super::{file, init, keys, print};
use crate::config::{Change, Setup, diff, read_setup, setup_text, write_setup};
use crate::domain::Command;
use crate::domain::command::SetupCommand;
use serde_json::json;
use std::path::Path;

/// Runs `dutydesk setup ...`.
pub(super) fn run(context: &Context, command: &SetupCmd) -> Result<(), Failure> {
    match command {
        SetupCmd::Export { file } => export(context, file.as_deref()),
        SetupCmd::Check(args) => check(context, &args.file),
        SetupCmd::Apply { file, yes, retire } => apply(context, file, *yes, *retire),
    }
}

fn export(context: &Context, file: Option<&Path>) -> Result<(), Failure> {
    let call = context.call()?;
    let text = write_setup(&call.station, &context.words);
    match file {
        None => print::lines(text.trim_end(), &context.words),
        Some(path) => file::write_new(&context.words, path, text.as_bytes()),
    }
}

/// Reads a setup file and prints every problem in it; errors end the command.
pub(super) fn read_file(context: &Context, file: &Path) -> Result<Setup, Failure> {
    let bytes = std::fs::read(file).map_err(|e| Failure::file(&context.words, file, &e))?;
    let source = match setup_text(&file.to_string_lossy(), &bytes) {
        Ok(source) => source,
        Err(bad) => {
            keys::told_problems(context, &[bad.0], &[bad.1])?;
            return Ok(Setup::default());
        }
    };
    let setup = read_setup(&source);
    keys::told_problems(context, &[source], &setup.problems)?;
    Ok(setup)
}

fn check(context: &Context, file: &Path) -> Result<(), Failure> {
    let setup = read_file(context, file)?;
    if !context.has_desk() {
        return print::line(&context.words.get("cli-setup-right"), &context.words);
    }
    let call = context.call()?;
    let (changes, left) = parted(diff(&setup, &call.station), false);
    told_changes(&call, &changes)?;
    told_left(context, left)
}

/// What the file no longer names stays in use unless `retire` says otherwise: an officer who was added by command must
/// not go because an older file is applied. Gives the changes, and how many items only the desk has.
fn parted(changes: Vec<Change>, retire: bool) -> (Vec<Change>, u64) {
    let (gone, changes): (Vec<Change>, Vec<Change>) =
        changes.into_iter().partition(|change| !retire && matches!(change, Change::Retire(_)));
    (changes, u64::try_from(gone.len()).unwrap_or(u64::MAX))
}

fn told_left(context: &Context, left: u64) -> Result<(), Failure> {
    if left == 0 || context.json {
        return Ok(());
    }
    print::line(&context.words.count("cli-only-on-desk", left), &context.words)
}

fn told_changes(call: &Call<'_>, changes: &[Change]) -> Result<(), Failure> {
    let words = call.words();
    let lines: Vec<String> = changes.iter().map(|c| c.line(words)).collect();
    if call.context.json {
        let keys: Vec<_> = changes
            .iter()
            .zip(&lines)
            .map(|(c, line)| json!({ "item": c.item().key(), "change": line }))
            .collect();
        return print::json(&keys, words);
    }
    for line in &lines {
        print::line(line, words)?;
    }
    if lines.is_empty() { print::line(&words.get("cli-setup-same"), words) } else { Ok(()) }
}

/// Shows what would change, asks on a terminal, and hands the desk all changes as one command.
fn apply(context: &Context, file: &Path, yes: bool, retire: bool) -> Result<(), Failure> {
    let setup = read_file(context, file)?;
    let words = &context.words;
    let mut call = context.call()?;
    let (changes, left) = parted(diff(&setup, &call.station), retire);
    told_changes(&call, &changes)?;
    told_left(context, left)?;
    if changes.is_empty() {
        return Ok(());
    }
    if !yes && rustix::termios::isatty(std::io::stdin()) {
        let answer = init::ask(context, &words.get("cli-ask-apply"))?.to_lowercase();
        if !["y", "yes", "是"].contains(&answer.as_str()) {
            return Err(Failure::new(Exit::Refused, words.get("cli-not-applied")));
        }
    }
    let changes: Vec<SetupCommand> = changes.iter().map(Change::command).collect();
    let count = u64::try_from(changes.len()).unwrap_or(u64::MAX);
    call.execute(Command::Setup(SetupCommand::Apply { changes }), None)?;
    if context.json {
        return Ok(());
    }
    print::line(&words.count("cli-applied", count), words)
}
