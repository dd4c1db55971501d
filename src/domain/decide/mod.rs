//! What a command makes happen: one pure rule a command, a file a kind of record.
//!
//! A rule looks only at what was loaded and at the moment; it never changes anything.

mod deadline;
mod dispute;
mod escalation;
mod handover;
mod on_desk;
mod report;
mod report_entry;
mod report_exit;
mod report_sides;
mod setup;
mod setup_rules;
mod supervision;
mod sweep;
mod unit;
mod upward;
mod zero_report;

use super::{Command, Fact, Happened, Loaded, Moment, RecordId, Refusal, Subject};

/// Decides a command: the facts it makes, in the order in which they are to be recorded, or why not.
///
/// No facts and no refusal means that everything is already as asked.
///
/// # Errors
/// The rule that says no.
pub fn decide(loaded: &Loaded, command: &Command, at: &Moment) -> Result<Vec<Happened>, Refusal> {
    match command {
        Command::Report(c) => report::decide(loaded, c, at),
        Command::Escalation(c) => escalation::decide(loaded, c, at),
        Command::Deadline(c) => deadline::decide(loaded, c, at),
        Command::Supervision(c) => supervision::decide(loaded, c, at),
        Command::Zero(c) => zero_report::decide(loaded, c, at),
        Command::Sweep(c) => sweep::decide(loaded, c, at),
        Command::Dispute(c) => dispute::decide(loaded, c, at),
        Command::Unit(c) => unit::decide(loaded, c),
        Command::Handover(c) => handover::decide(loaded, c, at),
        Command::Setup(c) => setup::decide(loaded, c, at),
        Command::Desk(c) => on_desk::decide(loaded, c, at),
    }
}

fn not_found(id: RecordId) -> Refusal {
    Refusal::NotFound { what: id.to_string() }
}

fn happened(id: RecordId, fact: Fact) -> Happened {
    Happened { subject: Subject::Record(id), fact }
}
