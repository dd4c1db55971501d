//! `dutydesk intake check FILE`: what would be taken of a file and why not the rest. It changes nothing.

use super::args::IntakeCmd;
use super::context::Context;
use super::failure::{Exit, Failure};
use super::print;
use super::time::rfc3339;
use crate::intake::{CheckReport, check_file, complaint_line};
use serde_json::json;
use std::path::Path;
use std::sync::Arc;

/// Runs `dutydesk intake ...`.
pub(super) fn run(context: &Context, command: &IntakeCmd) -> Result<(), Failure> {
    match command {
        IntakeCmd::Check(args) => check(context, &args.file),
    }
}

fn check(context: &Context, file: &Path) -> Result<(), Failure> {
    let words = &context.words;
    let call = context.call()?;
    let station = Arc::new(call.station.clone());
    let report = check_file(file, &station, call.now()).map_err(|e| Failure::file(words, file, &e))?;
    let zone = station.zone();
    let complaints = report.refused.as_ref().map(|r| r.complaints.as_slice()).unwrap_or_default();
    if context.json {
        let shown: Vec<_> = report
            .shown
            .iter()
            .map(|(line, told)| {
                json!({
                    "line": line,
                    "source": told.source,
                    "source_key": told.source_key,
                    "event_time": told.event_at.map(|at| rfc3339(at, &zone)),
                    "type": told.telling.incident_type,
                    "priority": told.telling.priority,
                    "beat": told.telling.beat,
                    "place": told.telling.place,
                    "narrative": told.telling.narrative,
                    "unknown": told.telling.unknown,
                })
            })
            .collect();
        let problems: Vec<_> = complaints
            .iter()
            .map(|c| {
                json!({
                    "line": c.line,
                    "column": c.column,
                    "why": c.why.code(),
                    "sentence": complaint_line(words, c, &station, &zone),
                })
            })
            .collect();
        print::json(&json!({ "taken": report.taken, "reports": shown, "problems": problems }), words)?;
    } else {
        told(context, &report)?;
        for complaint in complaints {
            print::lines(&complaint_line(words, complaint, &station, &zone), words)?;
        }
    }
    match report.refused {
        None => Ok(()),
        Some(_) => Err(Failure::new(Exit::Refused, words.get("cli-file-refused"))),
    }
}

fn told(context: &Context, report: &CheckReport) -> Result<(), Failure> {
    if report.refused.is_some() {
        return Ok(());
    }
    let words = &context.words;
    print::line(&words.count("cli-would-take", report.taken), words)
}
