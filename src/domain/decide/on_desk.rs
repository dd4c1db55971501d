//! What happens to the desk itself.

use crate::domain::command::DeskCommand;
use crate::domain::fact::{DeskFact, Fact};
use crate::domain::{Happened, Loaded, Moment, Refusal, Subject};

pub(super) fn decide(loaded: &Loaded, command: &DeskCommand, at: &Moment) -> Result<Vec<Happened>, Refusal> {
    let fact = match command {
        DeskCommand::SetClock { .. } if !loaded.station.training() => return Err(Refusal::TrainingOnly),
        DeskCommand::SetClock { to } if *to < at.at => return Err(Refusal::ClockBackward),
        DeskCommand::SetClock { to } => DeskFact::ClockSet { to: *to },
        DeskCommand::Start { version } => DeskFact::Started { version: version.clone() },
        DeskCommand::Stop => DeskFact::Stopped,
        DeskCommand::RefuseFile { file, why, line } => {
            DeskFact::FileRefused { file: file.clone(), why: why.clone(), line: *line }
        }
        DeskCommand::Deny { asked } => DeskFact::Denied { asked: asked.clone() },
    };
    Ok(vec![Happened { subject: Subject::Desk, fact: Fact::Desk(fact) }])
}
