//! Puts the words of a language into the commands and flags, so that help is complete in both.

use crate::domain::Lang;
use crate::words::{Words, lang_of};
use clap::Command;
use std::ffi::OsString;

/// The language that help is wanted in: `--lang`, wherever it stands, or the locale's. Looked for by hand because help
/// is printed before the flags are known.
pub(super) fn lang_of_line(given: &[OsString]) -> Lang {
    let given: Vec<&str> = given.iter().filter_map(|g| g.to_str()).collect();
    let after = given.windows(2).find(|w| matches!(w, ["--lang", _])).and_then(|w| w.get(1).copied());
    match after.or_else(|| given.iter().find_map(|g| g.strip_prefix("--lang="))) {
        Some("zh") => Lang::Zh,
        Some(_) => Lang::En,
        None => lang_of_locale(),
    }
}

/// The language of the locale.
pub(super) fn lang_of_locale() -> Lang {
    let var = |name: &str| std::env::var(name).ok();
    let (all, messages, lang) = (var("LC_ALL"), var("LC_MESSAGES"), var("LANG"));
    lang_of(all.as_deref(), messages.as_deref(), lang.as_deref())
}

/// The commands with their help in a language. Word ids follow the names: `cli-cmd-report-new`, `cli-arg-narrative`.
pub(super) fn localised(command: Command, words: &Words) -> Command {
    let about = words.get("cli-about");
    let command = in_words(command, words, "cli-cmd");
    command.about(about)
}

fn in_words(command: Command, words: &Words, prefix: &str) -> Command {
    let heading = (words.get("cli-heading-commands"), words.get("cli-heading-options"));
    let template = format!(
        "{{before-help}}{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        words.get("cli-heading-usage")
    );
    let subcommands: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    let mut command = command
        .help_template(template)
        .subcommand_help_heading(heading.0)
        .disable_help_flag(true)
        .arg(help_flag(words))
        .mut_args(|arg| {
            let id = format!("cli-arg-{}", arg.get_id().as_str().replace('_', "-"));
            // A closed list says itself what it has, in the text's own place for it.
            let known: Vec<String> =
                arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
            let help = words.with(&id, &[("known", &known.join(", "))]);
            let takes_values = arg.get_action().takes_values();
            let arg = if takes_values { arg.hide_possible_values(true) } else { arg };
            arg.help(help).help_heading(heading.1.clone())
        });
    for name in subcommands {
        let id = format!("{prefix}-{name}");
        command = command.mut_subcommand(name, |sub| in_words(sub, words, &id).about(words.get(&id)));
    }
    command
}

fn help_flag(words: &Words) -> clap::Arg {
    clap::Arg::new("help")
        .short('h')
        .long("help")
        .action(clap::ArgAction::Help)
        .help(words.get("cli-arg-help"))
}
