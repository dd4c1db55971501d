//! What can be asked on a handover.

use super::Asks;
use crate::domain::access::keeps_desk;
use crate::domain::id::{Kind, OfficerId, RecordId, Subject};
use crate::domain::loaded::Need;
use crate::domain::officer::Role;
use crate::domain::private::{Private, Secret};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What can be asked on a handover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HandoverCommand {
    /// The outgoing officer signs what the desk collects now.
    Sign {
        /// The outgoing officer.
        officer: OfficerId,
        /// The officer's passphrase.
        passphrase: Secret,
        /// What may go wrong, by item.
        remarks: BTreeMap<RecordId, Private>,
        /// The officer's own words on the shift.
        words: Private,
        /// Equipment and keys: each item of the checklist and whether it is there.
        equipment: Vec<(String, bool)>,
    },
    /// The incoming officer accepts; the handover is sealed.
    Accept {
        /// Which.
        id: RecordId,
        /// The incoming officer.
        officer: OfficerId,
        /// The officer's passphrase.
        passphrase: Secret,
        /// The items read back; every critical one must be here.
        read_back: Vec<RecordId>,
        /// What is accepted only with reservations.
        reservations: Private,
    },
    /// The outgoing officer takes it back.
    Withdraw {
        /// Which.
        id: RecordId,
    },
    /// Something is added to a sealed one.
    Add {
        /// Which.
        id: RecordId,
        /// What.
        text: Private,
    },
}

impl Asks for HandoverCommand {
    fn code(&self) -> &'static str {
        match self {
            HandoverCommand::Sign { .. } => "handover.sign",
            HandoverCommand::Accept { .. } => "handover.accept",
            HandoverCommand::Withdraw { .. } => "handover.withdraw",
            HandoverCommand::Add { .. } => "handover.add",
        }
    }

    fn subject(&self) -> Option<Subject> {
        match self {
            HandoverCommand::Sign { .. } => None,
            HandoverCommand::Accept { id, .. }
            | HandoverCommand::Withdraw { id }
            | HandoverCommand::Add { id, .. } => Some(Subject::Record(*id)),
        }
    }

    fn may(&self, role: Role) -> bool {
        keeps_desk(role)
    }

    fn needs(&self) -> Vec<Need> {
        match self {
            HandoverCommand::Sign { .. } => {
                vec![Need::Next(Kind::Handover), Need::Draft, Need::OpenHandover]
            }
            HandoverCommand::Accept { id, .. } => vec![Need::ItemsOf(*id), Need::Next(Kind::Escalation)],
            HandoverCommand::Withdraw { .. } | HandoverCommand::Add { .. } => Vec::new(),
        }
    }

    fn proof(&self) -> Option<(&OfficerId, &Secret)> {
        match self {
            HandoverCommand::Sign { officer, passphrase, .. }
            | HandoverCommand::Accept { officer, passphrase, .. } => Some((officer, passphrase)),
            HandoverCommand::Withdraw { .. } | HandoverCommand::Add { .. } => None,
        }
    }
}
