//! `dutydesk init`: makes a desk from flags, from answers, or from a station.toml.

use super::args::InitArgs;
use super::context::Context;
use super::failure::{Exit, Failure};
use super::{people, print, rules, serve, setup};
use crate::config::{Change, Founding, Setup, diff, starter_setup, write_setup};
use crate::desk;
use crate::domain::command::SetupCommand;
use crate::domain::fact::SetupFact;
use crate::domain::limits::{self, is_code};
use crate::domain::refusal::Field;
use crate::domain::setup::SetupItem;
use crate::domain::{Actor, Code, Command, Loaded, Moment, Name, OfficerId, Role, Station, decide};
use crate::words::text::one_line;
use rustix::termios::isatty;
use std::io::{BufRead, Write, stdin, stdout};
use std::path::Path;

/// Makes a desk.
pub(super) fn run(context: &Context, args: &InitArgs) -> Result<(), Failure> {
    let words = &context.words;
    if context.has_desk() {
        return Err(serve::desk_failure(&desk::DeskError::AlreadyMade, words));
    }
    let setup = match &args.from {
        None => starter_setup(&founding(context, args)?),
        Some(file) => from_file(context, args, file)?,
    };
    make(context, &setup)?;
    let mut station = Station::default();
    for item in setup.items {
        station.take(&item.key(), &SetupFact::Set(Box::new(item)));
    }
    let file = context.paths.station();
    let text = write_setup(&station, words);
    std::fs::write(&file, text).map_err(|e| Failure::file(words, &file, &e))?;
    let folder = one_line(&context.paths.dir().to_string_lossy()).into_owned();
    print::line(&words.with("cli-made", &[("folder", &folder)]), words)
}

/// Makes the desk of a setup, its items in the order in which the rules let every one through, and its deadline rules:
/// those of files that lie in the folder already, or the shipped ones, which are put there.
pub(super) fn make(context: &Context, setup: &Setup) -> Result<(), Failure> {
    let words = &context.words;
    let (mut head, mut founder, mut items) = (None, None, Vec::new());
    for change in diff(setup, &Station::default()) {
        match change.item().clone() {
            SetupItem::Station(station) => head = Some(station),
            SetupItem::Officer(officer) if officer.role == Role::Supervisor && founder.is_none() => {
                founder = Some(officer);
            }
            other => items.push(other),
        }
    }
    let (Some(head), Some(founder)) = (head, founder) else {
        return Err(Failure::new(Exit::Config, words.get("cli-first-is-supervisor")));
    };
    refuse_early(context, setup)?;
    let files = rules::Files::of_folder(context)?;
    files.told(context)?;
    items.push(SetupItem::Rules(Box::new(files.rules)));
    let founding = desk::Founding { head, founder, items, passphrases: Vec::new() };
    desk::make(&context.paths, founding).map_err(|e| serve::desk_failure(&e, words))?;
    rules::write_missing(context)
}

/// Asks the rules before anything is made, so that a refusal leaves an empty folder as it was.
fn refuse_early(context: &Context, setup: &Setup) -> Result<(), Failure> {
    let changes = diff(setup, &Station::default()).iter().map(Change::command).collect();
    let at = jiff::Timestamp::now();
    let duty_day = jiff::tz::TimeZone::UTC.to_datetime(at).date();
    let moment = Moment { at, actor: Actor::desk("make"), duty_day, shift: "day".into(), proved: None };
    let command = Command::Setup(SetupCommand::Apply { changes });
    let decided = decide(&Loaded::default(), &command, &moment);
    decided.map(drop).map_err(|refusal| Failure::refused(&refusal, &context.words, &Station::default()))
}

/// What the flags say; what they don't say is asked for on a terminal.
fn founding(context: &Context, args: &InitArgs) -> Result<Founding, Failure> {
    let words = &context.words;
    let role = people::read_role(context, &args.role)?;
    if role != Role::Supervisor {
        return Err(Failure::usage(words.get("cli-first-is-supervisor")));
    }
    let code = given(context, args.station.as_deref(), "cli-ask-station", "--station", is_code)?;
    let name = given(context, args.name.as_deref(), "cli-ask-name", "--name", is_name)?;
    let number = given(context, args.officer.as_deref(), "cli-ask-officer", "--officer", is_code)?;
    let officer_name =
        given(context, args.officer_name.as_deref(), "cli-ask-officer-name", "--officer-name", is_name)?;
    let system_zone = || jiff::tz::TimeZone::system().iana_name().map(str::to_owned);
    Ok(Founding {
        code: Code(code),
        name: Name::One(name),
        zone: args.zone.clone().or_else(system_zone).unwrap_or_else(|| "UTC".to_owned()),
        training: args.training,
        shared_uids: Vec::new(),
        officer: OfficerId(number),
        officer_name: Name::One(officer_name),
        role,
        uid: Some(rustix::process::geteuid().as_raw()),
    })
}

fn is_name(text: &str) -> bool {
    limits::fits(Field::Name, text).is_ok()
}

/// A flag's value, or what is answered on a terminal: asked again until it can be used, so that nothing is made of a slip.
fn given(
    context: &Context,
    value: Option<&str>,
    question: &str,
    flag: &str,
    can_be: fn(&str) -> bool,
) -> Result<String, Failure> {
    let words = &context.words;
    let why_not = |value: &str| {
        let value = one_line(value).into_owned();
        words.with("cli-bad-answer", &[("value", &value), ("flag", flag)])
    };
    if let Some(value) = value.map(str::trim).filter(|v| !v.is_empty()) {
        return if can_be(value) { Ok(value.to_owned()) } else { Err(Failure::usage(why_not(value))) };
    }
    if !isatty(stdin()) {
        return Err(Failure::usage(words.with("cli-flag-missing", &[("flag", flag)])));
    }
    loop {
        let answer = ask(context, &words.get(question))?;
        if can_be(&answer) && !answer.is_empty() {
            return Ok(answer);
        }
        print::line(&why_not(&answer), words)?;
    }
}

/// Asks one question on the terminal; at the end of input nothing is made.
pub(super) fn ask(context: &Context, question: &str) -> Result<String, Failure> {
    let broken = |e: &std::io::Error| Failure::file(&context.words, "stdin".as_ref(), e);
    write!(stdout(), "{question}: ").and_then(|()| stdout().flush()).map_err(|e| broken(&e))?;
    let mut line = String::new();
    let read = stdin().lock().read_line(&mut line).map_err(|e| broken(&e))?;
    if read == 0 {
        return Err(Failure::new(Exit::Refused, context.words.get("cli-nothing-made")));
    }
    Ok(line.trim().to_owned())
}

/// The setup of a file; a desk for training says so there or by the flag.
fn from_file(context: &Context, args: &InitArgs, file: &Path) -> Result<Setup, Failure> {
    let mut read = setup::read_file(context, file)?;
    for item in &mut read.items {
        if let SetupItem::Station(head) = item {
            head.training |= args.training;
        }
    }
    Ok(read)
}
