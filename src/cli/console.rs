//! `dutydesk` alone: opens the console; with no desk yet it offers to make one or to look at the demo.

use super::args::InitArgs;
use super::context::Context;
use super::failure::{Exit, Failure};
use super::{demo, init, print};
use crate::app::{AppError, ConsoleOptions, Start};
use crate::config::Paths;
use crate::config::home::{ConsoleHome, GivenHome};
use crate::domain::handover::Handover;
use crate::domain::{Lang, Role, Station};
use crate::publish;
use crate::words::Words;
use crate::words::text::one_line;
use rustix::termios::isatty;

/// Opens the console on the desk of the folder.
pub(super) fn open(context: &Context) -> Result<(), Failure> {
    check_terminal(context)?;
    if !context.has_desk() && !offer(context)? {
        return Ok(());
    }
    attach(context)
}

/// A console needs a terminal on both sides.
pub(super) fn check_terminal(context: &Context) -> Result<(), Failure> {
    if isatty(std::io::stdin()) && isatty(std::io::stdout()) {
        Ok(())
    } else {
        Err(Failure::usage(context.words.get("cli-no-terminal"))
            .hint(context.words.get("cli-no-terminal-hint")))
    }
}

/// With no desk: make one, look at the demo, or leave. True when there is one now.
fn offer(context: &Context) -> Result<bool, Failure> {
    let words = &context.words;
    let folder = one_line(&context.paths.dir().to_string_lossy()).into_owned();
    print::line(&words.with("cli-offer", &[("folder", &folder)]), words)?;
    loop {
        match init::ask(context, &words.get("cli-offer-question"))?.to_lowercase().as_str() {
            "m" => {
                let role = Role::Supervisor.code().to_owned();
                init::run(context, &InitArgs { role, ..InitArgs::default() })?;
                return Ok(true);
            }
            "d" => {
                demo::run(context)?;
                return Ok(false);
            }
            "q" => return Ok(false),
            _ => {}
        }
    }
}

/// The folder with the officer's own files.
pub(super) fn home() -> Option<ConsoleHome> {
    let (xdg_config_home, home) = (std::env::var_os("XDG_CONFIG_HOME"), std::env::var_os("HOME"));
    ConsoleHome::find(&GivenHome { xdg_config_home, home })
}

/// Shows the console until the officer leaves it.
pub(super) fn attach(context: &Context) -> Result<(), Failure> {
    let words = &context.words;
    let exports = std::env::current_dir().map_err(|e| Failure::file(words, ".".as_ref(), &e))?;
    let options = ConsoleOptions {
        paths: context.paths.clone(),
        home: home(),
        lang: context.asked_lang,
        locale: super::localise::lang_of_locale(),
        act_as: context.act_as.clone(),
        start: Start::Ensure(start_desk),
        exports,
        paper,
        now: jiff::Timestamp::now,
    };
    crate::app::console(options).map_err(|e| app_failure(e, words))
}

/// The console sees by asking whether it worked.
fn start_desk(paths: &Paths) {
    if let Ok(program) = std::env::current_exe() {
        let _ = crate::desk::start::ensure_running(paths, &program);
    }
}

fn paper(handover: &Handover, station: &Station, lang: Lang) -> String {
    publish::handover::text(handover, station, &Words::new(lang))
}

fn app_failure(error: AppError, words: &Words) -> Failure {
    match error {
        AppError::Unfit(unfit) => Failure::usage(unfit.say(words)),
        AppError::Desk(error) => Failure::wire(error, words, &Station::default()),
        AppError::Machine { why, .. } => {
            Failure::new(Exit::Broken, words.with("cli-system-refused", &[("why", &why.to_string())]))
        }
        AppError::Broken => Failure::new(Exit::Broken, words.get("cli-broken-console")),
    }
}
