//! What a change touches, so that whoever shows it can ask again.

use serde::{Deserialize, Serialize};

/// The lists that a change touches; a console asks again for those that it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// Reports.
    Reports,
    /// Disputes.
    Disputes,
    /// Escalations.
    Escalations,
    /// Supervision orders, zero reports and sweeps.
    Orders,
    /// Units.
    Units,
    /// Handovers.
    Handovers,
    /// The station's setup.
    Setup,
    /// Who is at the desk, and what is wrong with it.
    Desk,
}
