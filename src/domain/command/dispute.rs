//! What the desk must know of what is asked on disputes; the acts themselves are `dispute::act`.

use super::Asks;
use crate::domain::access::{leads, mediates};
use crate::domain::dispute::DisputeStep;
use crate::domain::dispute::act::DisputeCommand;
use crate::domain::id::{Kind, Subject};
use crate::domain::loaded::Need;
use crate::domain::officer::Role;
use crate::domain::pair;

impl Asks for DisputeCommand {
    fn code(&self) -> &'static str {
        self.asked().0
    }

    fn subject(&self) -> Option<Subject> {
        self.asked().1.map(Subject::Record)
    }

    fn may(&self, role: Role) -> bool {
        let step = self.step();
        if step == DisputeStep::Erase {
            role == Role::Supervisor
        } else if step == DisputeStep::Calm {
            leads(role)
        } else {
            mediates(role)
        }
    }

    fn needs(&self) -> Vec<Need> {
        let new = matches!(self, DisputeCommand::Find(_)).then_some(Need::Next(Kind::Dispute));
        let known = match self {
            DisputeCommand::Find(finding) => Some(Need::Disputes(pair::people(&finding.parties))),
            DisputeCommand::Act { .. } => None,
        };
        let calls = self.names().into_iter().filter(|id| id.kind == Kind::Report).map(Need::Calls);
        let named = self.names().into_iter().map(Need::Record).chain(calls);
        new.into_iter().chain(known).chain(named).collect()
    }
}
