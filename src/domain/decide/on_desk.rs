//! What happens to the desk itself.

use crate::domain::command::DeskCommand;
use crate::domain::fact::{DeskFact, Fact};
use crate::domain::notice::{NoticeId, NoticeState};
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
        DeskCommand::ClockStepped { by_s } => DeskFact::ClockStepped { by_s: *by_s },
        DeskCommand::Deny { asked } => DeskFact::Denied { asked: asked.clone() },
        DeskCommand::NoticeDead { id, tries } => {
            DeskFact::NoticeDead { id: in_hand(loaded, *id)?, tries: *tries }
        }
        DeskCommand::RetryNotice { id } => DeskFact::NoticeRetried { id: in_hand(loaded, *id)? },
        DeskCommand::DropNotice { id } => DeskFact::NoticeDropped { id: in_hand(loaded, *id)? },
        DeskCommand::TestNotice => DeskFact::NoticeTested,
    };
    Ok(vec![Happened { subject: Subject::Desk, fact: Fact::Desk(fact) }])
}

/// A notice that is not on its way and not done with.
fn in_hand(loaded: &Loaded, id: NoticeId) -> Result<NoticeId, Refusal> {
    match loaded.notice {
        Some(NoticeState::Waiting | NoticeState::Dead) => Ok(id),
        Some(NoticeState::Sending | NoticeState::Sent | NoticeState::Dropped | NoticeState::Shown) | None => {
            Err(Refusal::NoticeNotOpen { id })
        }
    }
}
