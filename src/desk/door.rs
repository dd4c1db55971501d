//! The door: who asks, whether the role may, whether the passphrase is right; then the request goes on to the record.
//!
//! It decides nothing about records, the rules do. What a role may not do is refused and recorded.

use super::identity;
use super::running::Desk;
use super::sessions::Present;
use crate::domain::command::{DeskCommand, Order, SetupCommand};
use crate::domain::officer::SignedIn;
use crate::domain::query::Query;
use crate::domain::refusal::Field;
use crate::domain::{Actor, Command, OfficerId, Private, Refusal, Role, Secret, access};
use crate::store::{Asked, Job, Keep};
use crate::wire::message::{ToClient, ToDesk};
use std::rc::Rc;
use tokio::sync::OwnedSemaphorePermit;

/// The longest name of a kept form and the longest form, in bytes.
const FORM_MAX: (usize, usize) = (200, 256 * 1024);
/// The longest key of an order, in bytes.
const KEY_MAX: usize = 128;

/// Who the session acts for, as told to the client.
pub(super) fn signed_in(actor: &Actor) -> SignedIn {
    SignedIn { officer: actor.officer.clone(), role: actor.role }
}

/// Takes a request. It returns when the next one may be taken; the answer may come later.
pub(super) async fn take(
    desk: &Rc<Desk>,
    present: &Rc<Present>,
    request: ToDesk,
    place: OwnedSemaphorePermit,
) {
    let said = match request {
        ToDesk::Hello { .. } => return,
        ToDesk::SignIn { id, officer, passphrase } => sign_in(desk, present, id, officer, passphrase).await,
        ToDesk::Execute { id, order } => execute(desk, present, id, order, place).await,
        ToDesk::Ask { id, query } => ask(desk, present, id, query, place).await,
        ToDesk::Keep { id, form, body } => keep(desk, present, id, form, body, place).await,
        ToDesk::Stop { id } => stop(desk, present, id).await,
        ToDesk::Backup { id, file } => backup(desk, present, id, file, place).await,
    };
    if let Some(said) = said {
        present.outgoing.put(&said);
    }
}

/// What is said at once; none when the answer comes later.
type Said = Option<ToClient>;

fn refused(id: u64, refusal: Refusal) -> Said {
    Some(ToClient::Refused { id, refusal })
}

fn failed(id: u64, trouble: &str) -> Said {
    Some(ToClient::Failed { id, trouble: trouble.to_owned(), unknown: false })
}

fn actor_of(desk: &Desk, present: &Present) -> Result<Actor, Refusal> {
    identity::actor(&desk.station(), present.officer.borrow().as_ref(), &present.name)
}

async fn sign_in(
    desk: &Rc<Desk>,
    present: &Present,
    id: u64,
    officer: OfficerId,
    passphrase: Secret,
) -> Said {
    let right = prove(desk, present, &officer, passphrase).await;
    let actor = identity::actor(&desk.station(), Some(&officer), &present.name).ok().filter(|_| right);
    let Some(actor) = actor else { return refused(id, Refusal::PassphraseWrong { officer }) };
    present.officer.replace(Some(officer));
    desk.somebody_came_or_went(present.client);
    Some(ToClient::SignedIn { id, who: signed_in(&actor) })
}

/// Whether a passphrase is the officer's. Wrong ones make the account's next attempts wait.
async fn prove(desk: &Rc<Desk>, present: &Present, officer: &OfficerId, passphrase: Secret) -> bool {
    let wait = desk.attempts.borrow().wait(present.uid);
    if !wait.is_zero() {
        tokio::time::sleep(wait).await;
    }
    let hash = desk.record.passphrase_of(officer).await;
    let right = desk.passphrases.check(passphrase, hash).await;
    desk.attempts.borrow_mut().made(present.uid, right);
    if !right {
        tracing::warn!(session = present.name, uid = present.uid, "a wrong passphrase");
    }
    right
}

async fn execute(
    desk: &Rc<Desk>,
    present: &Rc<Present>,
    id: u64,
    order: Order,
    place: OwnedSemaphorePermit,
) -> Said {
    let actor = match actor_of(desk, present) {
        Ok(actor) => actor,
        Err(refusal) => return refused(id, refusal),
    };
    if !access::may(actor.role, &order.command) {
        return deny(desk, id, actor, order.command.code()).await;
    }
    if order.key.is_empty() || order.key.len() > KEY_MAX {
        return refused(id, Refusal::BadValue { field: Field::SourceKey, value: String::new() });
    }
    let proved = match order.command.proof() {
        None => None,
        Some((officer, passphrase)) => {
            if !prove(desk, present, officer, passphrase.clone()).await {
                return refused(id, Refusal::PassphraseWrong { officer: officer.clone() });
            }
            Some(officer.clone())
        }
    };
    let mut passphrase_hash = None;
    if let Command::Setup(SetupCommand::SetPassphrase { passphrase, .. }) = &order.command {
        passphrase_hash = desk.passphrases.hash(passphrase.clone()).await;
        if passphrase_hash.is_none() {
            return failed(id, "broken");
        }
    }
    let moment = desk.moment(actor, proved);
    let job = Job::Execute(Box::new(Asked { order, moment, passphrase_hash }));
    write(desk, present, id, job, place).await
}

/// Hands something to the record; the answer comes when it is on disk.
async fn write(desk: &Rc<Desk>, present: &Present, id: u64, job: Job, place: OwnedSemaphorePermit) -> Said {
    let mut pending = desk.record.write(job).await;
    let outgoing = Rc::clone(&present.outgoing);
    tokio::task::spawn_local(async move {
        outgoing.put(&pending.said(id).await);
        drop(place);
    });
    None
}

/// Refuses what the role may not do, after it is on record who asked for it.
async fn deny(desk: &Rc<Desk>, id: u64, actor: Actor, asked: &'static str) -> Said {
    let role = actor.role;
    tracing::warn!(session = actor.session, role = role.code(), asked, "denied");
    let command = Command::Desk(DeskCommand::Deny { asked: asked.to_owned() });
    if let Some(job) = desk.job(command, actor) {
        // A record that can't be written is trouble that is told on every screen.
        desk.record.write(job).await.outcome().await.ok();
    }
    refused(id, Refusal::RoleMayNot { role, asked: asked.to_owned() })
}

async fn ask(
    desk: &Rc<Desk>,
    present: &Rc<Present>,
    id: u64,
    query: Query,
    place: OwnedSemaphorePermit,
) -> Said {
    let actor = match (&query, actor_of(desk, present)) {
        // How the desk is may be asked by everybody it lets in: it says nothing about anyone.
        (Query::Status, Err(_)) => Actor::desk(&present.name),
        (_, Ok(actor)) => actor,
        (_, Err(refusal)) => return refused(id, refusal),
    };
    if !access::may_ask(actor.role, &query) {
        return deny(desk, id, actor, query.code()).await;
    }
    let (desk, outgoing) = (Rc::clone(desk), Rc::clone(&present.outgoing));
    tokio::task::spawn_local(async move {
        let said = desk.answer(id, query, actor.officer).await;
        outgoing.put(&said);
        drop(place);
    });
    None
}

async fn keep(
    desk: &Rc<Desk>,
    present: &Rc<Present>,
    id: u64,
    form: String,
    body: Option<Private>,
    place: OwnedSemaphorePermit,
) -> Said {
    let officer = match actor_of(desk, present) {
        Ok(actor) => actor.officer,
        Err(refusal) => return refused(id, refusal),
    };
    let (name_max, body_max) = FORM_MAX;
    if form.is_empty() || form.len() > name_max {
        return refused(id, Refusal::BadValue { field: Field::Name, value: String::new() });
    }
    if body.as_ref().is_some_and(|b| b.len() > body_max) {
        return refused(
            id,
            Refusal::TooLong { field: Field::Words, max: u32::try_from(body_max).unwrap_or(0) },
        );
    }
    let keep = Keep { officer, form, body, at: desk.now() };
    write(desk, present, id, Job::Keep(keep), place).await
}

/// Whether a session may end the desk: its keeper and supervisors may.
async fn stop(desk: &Rc<Desk>, present: &Present, id: u64) -> Said {
    let actor = actor_of(desk, present);
    let supervisor = actor.as_ref().is_ok_and(|a| a.role == Role::Supervisor);
    if present.uid == desk.keeper || supervisor {
        tracing::info!(session = present.name, "asked to end");
        desk.end();
        return Some(ToClient::Ok { id });
    }
    match actor {
        Ok(actor) => deny(desk, id, actor, "desk.stop").await,
        Err(refusal) => refused(id, refusal),
    }
}

async fn backup(
    desk: &Rc<Desk>,
    present: &Rc<Present>,
    id: u64,
    file: String,
    place: OwnedSemaphorePermit,
) -> Said {
    let actor = match actor_of(desk, present) {
        Ok(actor) => actor,
        Err(refusal) => return refused(id, refusal),
    };
    if actor.role != Role::Supervisor {
        return deny(desk, id, actor, "desk.backup").await;
    }
    let path = std::path::PathBuf::from(file);
    if !path.is_absolute() {
        return failed(id, "not-absolute");
    }
    let (desk, outgoing) = (Rc::clone(desk), Rc::clone(&present.outgoing));
    tokio::task::spawn_local(async move {
        outgoing.put(&desk.backup(id, path).await);
        drop(place);
    });
    None
}
