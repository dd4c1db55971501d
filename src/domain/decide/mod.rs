//! What a command makes happen: one pure rule a command, a file a kind of record.

use super::{Command, Happened, Loaded, Moment, Refusal};

/// Decides a command: the facts it makes, or why not. Nothing is changed here; the order of the facts is theirs in the journal.
pub fn decide(_loaded: &Loaded, _command: &Command, _at: &Moment) -> Result<Vec<Happened>, Refusal> {
    Ok(Vec::new())
}
