//! The command line: one file a family of commands, each a thin client of the desk.
//!
//! It reads the clock and the environment, prints, and holds no rule.

mod args;
mod clock;
mod console;
mod context;
mod demo;
mod dispute;
mod dispute_json;
mod doctor;
mod due;
mod earlier;
mod escalation;
mod failure;
mod file;
mod handover;
mod init;
mod intake;
mod journal;
mod keys;
mod localise;
mod manual;
mod outbox;
mod owing_json;
mod pages;
mod passphrase;
mod patrol;
mod people;
mod print;
mod record;
mod report;
mod report_json;
mod rules;
mod serve;
mod setup;
mod speeds;
mod supervision;
mod sweep;
mod time;
mod zero;

use args::{Cmd, Line};
use clap::{CommandFactory, FromArgMatches};
use context::Context;
use failure::Failure;
use std::io::Write;
use std::process::ExitCode;

/// Runs the command that the arguments ask for, and gives its exit code: 0 done, 1 refused or not found, 2 usage,
/// 3 configuration, 4 busy or no desk, 5 broken.
pub fn run() -> ExitCode {
    let given: Vec<std::ffi::OsString> = std::env::args_os().collect();
    // Not for people, so it stands in no help: the desk starts it.
    if let [_, carry, args @ ..] = given.as_slice()
        && carry == crate::desk::outbox::CARRY
    {
        return ExitCode::from(crate::desk::outbox::carry(args));
    }
    let words = crate::words::Words::new(localise::lang_of_line(&given));
    let matches = localise::localised(Line::command(), &words).try_get_matches_from(given);
    let line = match matches.and_then(|m| Line::from_arg_matches(&m)) {
        Ok(line) => line,
        Err(error) => {
            // Help and version are no failures; clap knows where each is to be printed.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    match Context::new(&line.global).and_then(|context| dispatch(&context, line.command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => ended(&failure),
    }
}

fn ended(failure: &Failure) -> ExitCode {
    let safe = crate::words::text::safe_lines;
    let mut err = std::io::stderr().lock();
    // Nothing is left to say it to when even this can't be written.
    let _ = writeln!(err, "dutydesk: {}", safe(&failure.sentence));
    if let Some(hint) = &failure.hint {
        let _ = writeln!(err, "  {}", safe(hint));
    }
    ExitCode::from(failure.exit as u8)
}

fn dispatch(context: &Context, command: Option<Cmd>) -> Result<(), Failure> {
    let Some(command) = command else { return console::open(context) };
    match command {
        Cmd::Demo => demo::run(context),
        Cmd::Init(args) => init::run(context, &args),
        Cmd::Serve(args) => serve::run(context, &args),
        Cmd::Status => serve::status(context),
        Cmd::Stop => serve::stop(context),
        Cmd::Speeds => speeds::run(context),
        Cmd::Report(command) => report::run(context, &command),
        Cmd::Dispute(command) => dispute::run(context, &command),
        Cmd::Due(args) => due::run(context, &args),
        Cmd::Escalation(command) => escalation::run(context, &command),
        Cmd::Supervision(command) => supervision::run(context, &command),
        Cmd::Zero(command) => zero::run(context, &command),
        Cmd::Sweep(command) => sweep::run(context, &command),
        Cmd::Unit(command) => patrol::unit(context, &command),
        Cmd::Officer(command) => people::run(context, &command),
        Cmd::Setup(command) => setup::run(context, &command),
        Cmd::Handover(command) => handover::run(context, &command),
        Cmd::Journal(args) => journal::run(context, &args),
        Cmd::Search(args) => journal::search(context, &args),
        Cmd::Intake(command) => intake::run(context, &command),
        Cmd::Outbox(command) => outbox::run(context, &command),
        Cmd::Clock(command) => clock::run(context, &command),
        Cmd::Verify => record::verify(context),
        Cmd::Backup(args) => record::backup(context, &args.file),
        Cmd::Restore(args) => record::restore(context, &args.file),
        Cmd::Rules(command) => rules::run(context, &command),
        Cmd::Keys(command) => keys::run(context, &command),
        Cmd::Doctor => doctor::run(context),
        Cmd::Completions(args) => manual::completions(context, args.shell),
        Cmd::Man => manual::man(context),
    }
}
