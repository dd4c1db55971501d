//! Making a desk: its record, its station and its first officer, through the same rules as every later change.

use super::error::DeskError;
use super::lock::Lock;
use super::passphrase::hash_now;
use crate::config::Paths;
use crate::domain::command::{Order, SetupCommand};
use crate::domain::setup::{Head, SetupItem};
use crate::domain::{Actor, Command, Moment, Officer, OfficerId, Secret};
use crate::store::{Asked, NotDone, Store, StoreError};
use crate::wire::fresh_key;
use jiff::Timestamp;
use std::os::unix::fs::DirBuilderExt;

/// What a desk begins with.
#[derive(Clone, Debug)]
pub struct Founding {
    /// What the station is.
    pub head: Head,
    /// Its first officer.
    pub founder: Officer,
    /// Everything else, each item after those that it names.
    pub items: Vec<SetupItem>,
    /// The passphrases of officers, as far as they have one yet.
    pub passphrases: Vec<(OfficerId, Secret)>,
}

/// Makes the desk of a folder. All of it stands afterwards, or nothing.
///
/// # Errors
/// [`DeskError::AlreadyMade`] when there is one, [`DeskError::Refused`] when a rule refuses an item.
pub fn make(paths: &Paths, founding: Founding) -> Result<(), DeskError> {
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(paths.dir())
        .map_err(|e| DeskError::file(paths.dir(), &e))?;
    let _lock = Lock::take(paths)?;
    let mut store = match Store::create(paths.dir()) {
        // An attempt before this one may have been refused or killed after it made the empty record.
        Err(StoreError::Exists { .. }) => Store::open(paths.dir())?,
        other => other?,
    };
    if store.station().head().is_some() {
        return Err(DeskError::AlreadyMade);
    }
    for outcome in store.execute_batch(orders(founding)?) {
        match outcome {
            Ok(_) => {}
            Err(NotDone::Refused(refusal)) => return Err(DeskError::Refused(refusal)),
            Err(NotDone::Failed { error, .. }) => return Err(DeskError::Store(error)),
        }
    }
    store.close().map_err(DeskError::Store)
}

fn orders(founding: Founding) -> Result<Vec<Asked>, DeskError> {
    let Founding { head, founder, items, passphrases } = founding;
    let first = [SetupItem::Station(head), SetupItem::Officer(founder)];
    let changes = first.into_iter().chain(items).map(|item| SetupCommand::Set(Box::new(item))).collect();
    let mut asked = vec![ask(SetupCommand::Apply { changes }, None)?];
    for (officer, passphrase) in passphrases {
        let hash = hash_now(&passphrase).ok_or(DeskError::System(std::io::ErrorKind::OutOfMemory))?;
        asked.push(ask(SetupCommand::SetPassphrase { officer, passphrase }, Some(hash))?);
    }
    Ok(asked)
}

fn ask(command: SetupCommand, passphrase_hash: Option<String>) -> Result<Asked, DeskError> {
    let key = fresh_key().map_err(|_| DeskError::System(std::io::ErrorKind::Other))?;
    let at = Timestamp::now();
    // Which shifts there are, and in which time zone, is not known before the first item stands.
    let day = jiff::tz::TimeZone::UTC.to_datetime(at).date();
    let moment = Moment { at, actor: Actor::desk("make"), duty_day: day, shift: "day".into(), proved: None };
    let order = Order { key, seen: None, command: Command::Setup(command) };
    Ok(Asked { order, moment, passphrase_hash })
}
