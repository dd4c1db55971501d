//! What the desk can be asked to do. Every write of the product is one of these, through the one door.
//!
//! What can be asked of a part stands in a file of that part, with what the desk must know of it beforehand ([`Asks`]).

mod asked;
mod dispute;
mod escalation;
mod handover;
mod on_desk;
mod owing;
mod report;
mod setup;
mod sweep;
mod unit;

pub use asked::Asks;
pub use escalation::EscalationCommand;
pub use handover::HandoverCommand;
pub use on_desk::DeskCommand;
pub use owing::{DeadlineCommand, SupervisionCommand, ZeroCommand};
pub use report::{Amendment, Incoming, ReportCommand};
pub use setup::SetupCommand;
pub use sweep::SweepCommand;
pub use unit::UnitCommand;

use super::dispute::act::DisputeCommand;
use super::id::Rev;
use serde::{Deserialize, Serialize};

/// Something the desk is asked to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Command {
    /// On a report.
    Report(ReportCommand),
    /// On an escalation.
    Escalation(EscalationCommand),
    /// On something that is owed.
    Deadline(DeadlineCommand),
    /// On a supervision order.
    Supervision(SupervisionCommand),
    /// On a zero report.
    Zero(ZeroCommand),
    /// On a sweep for disputes.
    Sweep(SweepCommand),
    /// On a dispute.
    Dispute(DisputeCommand),
    /// On a unit.
    Unit(UnitCommand),
    /// On a handover.
    Handover(HandoverCommand),
    /// On the setup.
    Setup(SetupCommand),
    /// On the desk itself.
    Desk(DeskCommand),
}

/// A command as it is asked: with the key that makes a repeat harmless, and the rev that the officer saw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Chosen by the one who asks; the same key is never done twice.
    pub key: String,
    /// The rev of the record on the officer's screen; none when the officer acts blind.
    #[serde(default)]
    pub seen: Option<Rev>,
    /// What is asked.
    pub command: Command,
}
