//! `dutydesk completions` and `dutydesk man`: made from the commands themselves, so that they can't go stale.

use super::args::Line;
use super::context::Context;
use super::failure::Failure;
use super::{localise, print};
use clap::CommandFactory;

/// Prints the completions of a shell.
pub(super) fn completions(context: &Context, shell: clap_complete::Shell) -> Result<(), Failure> {
    let mut command = localise::localised(Line::command(), &context.words);
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut command, "dutydesk", &mut bytes);
    print::line(String::from_utf8_lossy(&bytes).trim_end(), &context.words)
}

/// Prints the manual page.
pub(super) fn man(context: &Context) -> Result<(), Failure> {
    let command = localise::localised(Line::command(), &context.words);
    let mut bytes = Vec::new();
    let page = clap_mangen::Man::new(command).render(&mut bytes);
    page.map_err(|e| Failure::file(&context.words, "stdout".as_ref(), &e))?;
    print::line(String::from_utf8_lossy(&bytes).trim_end(), &context.words)
}
