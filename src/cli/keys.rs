//! `dutydesk keys ...`: the keys, what is wrong with a keymap, and why a key does what it does.

use super::args::KeysCmd;
use super::context::Context;
use super::failure::{Exit, Failure};
use super::print;
use crate::app::Own;
use crate::config::{Problem, Severity, Source, Voice};
use crate::keys::{Action, Found, Layer, Sequence, load, table, why};
use crate::words::text::{one_line, safe};
use serde_json::json;
use std::path::Path;

/// Runs `dutydesk keys ...`.
pub(super) fn run(context: &Context, command: &KeysCmd) -> Result<(), Failure> {
    match command {
        KeysCmd::List => list(context),
        KeysCmd::Check { file } => check(context, file.as_deref()),
        KeysCmd::Why { keys } => explain(context, &keys.join(" ")),
    }
}

/// The keymap as a console of this officer would have it.
fn own(context: &Context) -> Own {
    Own::read(&context.paths, super::console::home().as_ref())
}

fn list(context: &Context) -> Result<(), Failure> {
    let words = &context.words;
    let keymap = own(context).keymap;
    let spell = |keys: &[Sequence]| keys.iter().map(ToString::to_string).collect::<Vec<_>>();
    let rows = table(&keymap);
    if context.json {
        let all: Vec<_> = rows
            .iter()
            .map(|r| json!({ "action": r.action.id(), "layer": r.layer.id(), "keys": spell(&r.keys) }))
            .collect();
        return print::json(&all, words);
    }
    let row = |action: Action, layer: Layer, keys: &[Sequence]| {
        vec![
            words.get(&format!("keys-layer-{}", layer.id())),
            spell(keys).join(", "),
            words.get(action.label()),
            action.id().to_owned(),
            words.get(action.help()),
        ]
    };
    let rows: Vec<Vec<String>> = rows.iter().map(|r| row(r.action, r.layer, &r.keys)).collect();
    let heads = ["layer", "keys", "action", "name", "help"].map(|h| words.get(&format!("cli-head-{h}")));
    print::table(&heads, &rows, words)
}

fn check(context: &Context, file: Option<&Path>) -> Result<(), Failure> {
    let words = &context.words;
    let (sources, problems) = match file {
        None => {
            let own = own(context);
            (own.sources, own.problems)
        }
        Some(path) => {
            let text = std::fs::read_to_string(path).map_err(|e| Failure::file(words, path, &e))?;
            let sources = vec![Source::new(path.to_string_lossy(), text)];
            let (_, problems) = load(&[], &sources);
            (sources, problems)
        }
    };
    told_problems(context, &sources, &problems)?;
    if problems.is_empty() {
        return print::line(&words.get("cli-keys-right"), words);
    }
    Ok(())
}

/// Prints every problem with its place; errors end the command with exit code 3.
pub(super) fn told_problems(
    context: &Context,
    sources: &[Source],
    problems: &[Problem],
) -> Result<(), Failure> {
    let words = &context.words;
    let voice = Voice { say: &|id, args| words.with(id, args), safe: &|part| safe(part).into_owned() };
    for problem in problems {
        let source = sources.iter().find(|s| *s.name() == problem.file);
        let text = source.map_or_else(|| problem.sentence(&voice), |s| problem.render(s, &voice));
        print::lines(&text, words)?;
    }
    let errors = problems.iter().filter(|p| p.severity == Severity::Error).count();
    if errors == 0 {
        return Ok(());
    }
    Err(Failure::new(Exit::Config, words.count("cli-problems", u64::try_from(errors).unwrap_or(u64::MAX))))
}

fn explain(context: &Context, text: &str) -> Result<(), Failure> {
    let words = &context.words;
    let shown = one_line(text).into_owned();
    let keys: Sequence =
        text.parse().map_err(|_| Failure::usage(words.with("cli-no-keys", &[("value", &shown)])))?;
    let keymap = own(context).keymap;
    for reason in why(&keymap, &Layer::ALL, keys.keys()) {
        let layer = words.get(&format!("keys-layer-{}", reason.layer.id()));
        let what = match &reason.found {
            Found::Runs { action, origin } => {
                let label = words.get(action.label());
                let (file, line) = (one_line(&origin.file).into_owned(), origin.line.to_string());
                words.with(
                    "cli-key-runs",
                    &[("action", action.id()), ("label", &label), ("file", &file), ("line", &line)],
                )
            }
            Found::Waits(next) => words.count("cli-key-waits", u64::try_from(next.len()).unwrap_or(0)),
            Found::Types => words.get("cli-key-types"),
            Found::Unbound => continue,
        };
        print::line(&format!("{layer}: {what}"), words)?;
    }
    Ok(())
}
