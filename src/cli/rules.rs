//! `dutydesk rules ...`: the deadline rules in force, what is wrong with their files, and files to begin with.

use super::args::RulesCmd;
use super::context::Context;
use super::failure::{Exit, Failure};
use super::{file, keys, print};
use crate::config::{
    HOLIDAYS_FILE, Problem, RULES_FILE, RulesRead, Source, length_text, read_rules, setup_text, span_text,
    weekday_text,
};
use crate::domain::rules::{Allowance, Ladder, Rule, Rules, Rung, SweepEvery, Sweeps};
use crate::words::Words;
use crate::words::text::one_line;
use serde_json::{Value, json};
use std::io::ErrorKind;
use std::path::Path;

/// Runs `dutydesk rules ...`.
pub(super) fn run(context: &Context, command: &RulesCmd) -> Result<(), Failure> {
    match command {
        RulesCmd::Show => show(context),
        RulesCmd::Check { file } => check(context, file.as_deref()),
        RulesCmd::Write => write(context),
    }
}

/// The rules files of a folder as they were read.
pub(super) struct Files {
    sources: Vec<Source>,
    problems: Vec<Problem>,
    /// The rules that they come to.
    pub(super) rules: Rules,
}

impl Files {
    /// Reads the rules files of the desk's folder; those that aren't there say nothing.
    pub(super) fn of_folder(context: &Context) -> Result<Files, Failure> {
        Files::read(context, Some(&context.paths.rules()), Some(&context.paths.holidays()), true)
    }

    fn read(
        context: &Context,
        rules: Option<&Path>,
        holidays: Option<&Path>,
        may_lack: bool,
    ) -> Result<Files, Failure> {
        let mut files = Files { sources: Vec::new(), problems: Vec::new(), rules: Rules::none() };
        let rules = files.text(context, rules, may_lack)?;
        let holidays = files.text(context, holidays, may_lack)?;
        let RulesRead { rules: read, problems } = read_rules(rules.as_ref(), holidays.as_ref());
        files.rules = read;
        files.problems.extend(problems);
        files.sources.extend(rules.into_iter().chain(holidays));
        Ok(files)
    }

    fn text(
        &mut self,
        context: &Context,
        path: Option<&Path>,
        may_lack: bool,
    ) -> Result<Option<Source>, Failure> {
        let Some(path) = path else { return Ok(None) };
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(e) if may_lack && e.kind() == ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(Failure::file(&context.words, path, &e)),
        };
        match setup_text(&path.to_string_lossy(), &bytes) {
            Ok(source) => Ok(Some(source)),
            Err(bad) => {
                let (source, problem) = *bad;
                self.sources.push(source);
                self.problems.push(problem);
                Ok(None)
            }
        }
    }

    /// Prints what is wrong with the files; errors end the command with exit code 3.
    pub(super) fn told(&self, context: &Context) -> Result<(), Failure> {
        keys::told_problems(context, &self.sources, &self.problems)
    }
}

fn check(context: &Context, file: Option<&Path>) -> Result<(), Failure> {
    let files = match file {
        None => Files::of_folder(context)?,
        Some(path) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let (rules, holidays) =
                if name.starts_with("holidays") { (None, Some(path)) } else { (Some(path), None) };
            Files::read(context, rules, holidays, false)?
        }
    };
    files.told(context)?;
    if files.problems.is_empty() {
        return print::line(&context.words.get("rules-right"), &context.words);
    }
    Ok(())
}

/// Writes the files that a desk's folder lacks. A file that is there is never touched.
pub(super) fn write_missing(context: &Context) -> Result<(), Failure> {
    for (path, text) in [(context.paths.rules(), RULES_FILE), (context.paths.holidays(), HOLIDAYS_FILE)] {
        if !path.exists() {
            file::write_quietly(&context.words, &path, text.as_bytes())?;
        }
    }
    Ok(())
}

fn write(context: &Context) -> Result<(), Failure> {
    let words = &context.words;
    let (rules, holidays) = (context.paths.rules(), context.paths.holidays());
    if rules.exists() {
        let there = one_line(&rules.to_string_lossy()).into_owned();
        return Err(Failure::new(Exit::Refused, words.with("rules-there", &[("file", &there)])));
    }
    file::write_new(words, &rules, RULES_FILE.as_bytes())?;
    // Somebody's dates are no reason against getting the rules.
    if holidays.exists() { Ok(()) } else { file::write_new(words, &holidays, HOLIDAYS_FILE.as_bytes()) }
}

/// The rules of the desk, or of the folder's files while there is no desk yet.
fn show(context: &Context) -> Result<(), Failure> {
    if context.has_desk() {
        let call = context.call()?;
        return shown(context, call.station.rules());
    }
    shown(context, &Files::of_folder(context)?.rules)
}

fn shown(context: &Context, rules: &Rules) -> Result<(), Failure> {
    let words = &context.words;
    if context.json {
        return print::json(&as_json(rules), words);
    }
    let heads = ["code", "owed", "on", "starts", "stops", "within", "only", "state", "source"];
    let rows: Vec<Vec<String>> = rules.rules.iter().map(|rule| rule_row(rule, words)).collect();
    print::table(&heads.map(|h| words.get(&format!("cli-head-{h}"))), &rows, words)?;
    print::line("", words)?;
    let heads = ["on", "priority", "rules", "steps"];
    let rows: Vec<Vec<String>> = rules.ladders.iter().map(|ladder| ladder_row(ladder, words)).collect();
    print::table(&heads.map(|h| words.get(&format!("cli-head-{h}"))), &rows, words)?;
    print::line("", words)?;
    let heads = ["rules-head-severity", "rules-head-fulfilled", "rules-head-failed"];
    let rows: Vec<Vec<String>> = rules.allowances.iter().map(|rate| rate_row(rate, words)).collect();
    print::table(&heads.map(|h| words.get(h)), &rows, words)?;
    print::line(&words.sweeps(rules.sweeps), words)
}

fn rate_row(rate: &Allowance, words: &Words) -> Vec<String> {
    vec![words.name(rate.severity), rate.fulfilled.to_string(), rate.failed.to_string()]
}

fn rule_row(rule: &Rule, words: &Words) -> Vec<String> {
    let mut only: Vec<String> = rule.only.priorities.iter().map(|p| words.limited_to(rule.on, *p)).collect();
    only.extend(rule.only.sources.iter().map(|s| s.code().to_owned()));
    only.extend(rule.only.outside.map(|out| words.get(if out { "rules-outside" } else { "rules-in-town" })));
    vec![
        rule.code.to_string(),
        rule.name.of(words.lang()).to_owned(),
        rule.on.code().to_owned(),
        rule.starts.code().to_owned(),
        rule.stops.code().to_owned(),
        words.length(rule.within),
        only.join(", "),
        words.rule_state(rule),
        rule.source.of(words.lang()).to_owned(),
    ]
}

fn ladder_row(ladder: &Ladder, words: &Words) -> Vec<String> {
    let priorities: Vec<String> = ladder.priorities.iter().map(|p| words.limited_to(ladder.on, *p)).collect();
    let rules: Vec<&str> = ladder.rules.iter().map(|code| code.as_str()).collect();
    let steps: Vec<String> = ladder.rungs.iter().map(|rung| words.rung(rung)).collect();
    vec![ladder.on.code().to_owned(), priorities.join(", "), rules.join(", "), steps.join("; ")]
}

/// The rules with their lengths as the file spells them.
fn as_json(rules: &Rules) -> Value {
    let rule = |rule: &Rule| {
        json!({
            "code": rule.code, "name": rule.name, "on": rule.on, "starts": rule.starts, "stops": rule.stops,
            "priorities": rule.only.priorities, "sources": rule.only.sources, "outside": rule.only.outside,
            "within": length_text(rule.within), "extension": rule.extension, "pausable": rule.pausable,
            "source": rule.source, "verified": rule.verified, "active": rule.active,
        })
    };
    let step = |rung: &Rung| {
        json!({
            "after": span_text(rung.after), "to": rung.to, "repeat": rung.repeat,
            "every": (rung.repeat > 0).then(|| span_text(rung.every)),
        })
    };
    let ladder = |ladder: &Ladder| {
        let steps: Vec<Value> = ladder.rungs.iter().map(step).collect();
        json!({ "on": ladder.on, "priorities": ladder.priorities, "rules": ladder.rules, "steps": steps })
    };
    json!({
        "rules": rules.rules.iter().map(rule).collect::<Vec<_>>(),
        "ladders": rules.ladders.iter().map(ladder).collect::<Vec<_>>(),
        "repeats": rules.repeats,
        "carry_over": rules.carry_over,
        "allowances": rules.allowances,
        "sweeps": rules.sweeps.map(sweeps_json),
        "holidays": rules.calendar.holidays,
        "worked": rules.calendar.worked,
    })
}

/// The sweeps as the file spells them.
fn sweeps_json(sweeps: Sweeps) -> Value {
    match sweeps.every {
        SweepEvery::Week(day) => json!({ "every": "week", "day": weekday_text(day), "days": sweeps.days }),
        SweepEvery::HalfMonth => json!({ "every": "half-month", "day": null, "days": sweeps.days }),
    }
}
