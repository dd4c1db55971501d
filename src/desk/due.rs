//! Telling in time what is owed: lights, ladders, snoozes that end, zero reports and sweeps that are expected.
//!
//! It sleeps until the next instant and is woken by every change. It decides nothing: it asks the rules to tell what has
//! to be told about a record, and what they tell is a fact, so it is told once, also after a restart.

use super::running::Desk;
use crate::domain::command::{DeadlineCommand, DeskCommand, SweepCommand, ZeroCommand};
use crate::domain::desk::Trouble;
use crate::domain::{Actor, Code, Command, RecordId, Station};
use crate::store::NotDone;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::Instant;

/// Sleeps no longer: a timer stands still while the machine sleeps, and the day may begin meanwhile.
const SLEEP_AT_MOST: Duration = Duration::from_secs(30);
/// How many records are told about at a time; between two times everybody else has a turn.
const BATCH: u16 = 64;
/// Changes that come together are looked at together.
const LOOK_EVERY: Duration = Duration::from_millis(5);
/// Pause after something that could not be read or written.
const AGAIN: Duration = Duration::from_secs(2);
/// A record about which nothing could be told after all is left alone for so long.
const LEFT_ALONE: Duration = Duration::from_secs(30);

/// What wakes the desk for what is owed, and what it remembers between two looks.
#[derive(Default)]
pub(super) struct DueClock {
    wake: Notify,
    nothing_to_tell: RefCell<LeftAlone>,
    /// The duty day and the station for which zero reports and sweeps were expected last.
    expected: RefCell<Option<(Date, Arc<Station>)>>,
    /// A step of the machine's clock that is not on record yet.
    stepped: Cell<SignedDuration>,
}

impl DueClock {
    /// Something was recorded: perhaps something is owed sooner.
    pub(super) fn look(&self) {
        self.wake.notify_one();
    }
}

/// The records about which nothing could be told although the queue said so, and until when they are left alone. It keeps the desk from asking the same thing for ever.
#[derive(Debug, Default)]
struct LeftAlone(BTreeMap<RecordId, Instant>);

impl LeftAlone {
    fn leave(&mut self, id: RecordId, now: Instant) {
        self.0.insert(id, now + LEFT_ALONE);
    }

    fn forget_over(&mut self, now: Instant) {
        self.0.retain(|_, until| *until > now);
    }

    /// How many to ask for so that a whole batch is left without these.
    fn besides(&self, batch: u16) -> u16 {
        batch.saturating_add(u16::try_from(self.0.len()).unwrap_or(u16::MAX))
    }

    fn without(&self, mut found: Vec<RecordId>) -> Vec<RecordId> {
        found.retain(|id| !self.0.contains_key(id));
        found
    }
}

/// Tells what is owed until it is dropped.
pub(super) async fn tell(desk: Rc<Desk>) {
    loop {
        let wait = match look(&desk).await {
            Ok(wait) => wait,
            Err(CannotNow) => AGAIN,
        };
        if !wait.is_zero() && tokio::time::timeout(wait, desk.due.wake.notified()).await.is_ok() {
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }
}

/// The record can't be read or written now.
struct CannotNow;

/// Does what is due, and says how long to sleep; no time at all while there is more to do.
async fn look(desk: &Desk) -> Result<Duration, CannotNow> {
    let now = desk.now();
    // What goes wrong with one of these must not keep the others from being done.
    let recorded = record_step(desk).await;
    let expected = expect(desk, now).await;
    let wait = tell_due(desk, now).await?;
    if wait.is_zero() {
        return Ok(wait);
    }
    recorded.and(expected).map(|()| wait)
}

/// Tells a batch of what is due, and says how long to sleep when nothing is.
async fn tell_due(desk: &Desk, now: Timestamp) -> Result<Duration, CannotNow> {
    desk.due.nothing_to_tell.borrow_mut().forget_over(Instant::now());
    let next = desk.record.next_to_tell().await.map_err(|_| CannotNow)?;
    let wait = sleep_until(next, now);
    if !wait.is_zero() {
        return Ok(wait);
    }
    let most = desk.due.nothing_to_tell.borrow().besides(BATCH);
    let found = desk.record.to_tell(now, most).await.map_err(|_| CannotNow)?;
    let found = desk.due.nothing_to_tell.borrow().without(found);
    if found.is_empty() {
        return Ok(AGAIN);
    }
    tell_batch(desk, found).await.map(|()| Duration::ZERO)
}

/// How long to sleep before something has to be told; no time at all when it has come.
fn sleep_until(next: Option<Timestamp>, now: Timestamp) -> Duration {
    let wait = next.map_or(SignedDuration::MAX, |next| next.duration_since(now));
    Duration::try_from(wait).unwrap_or(Duration::ZERO).min(SLEEP_AT_MOST)
}

/// Has the rules tell what is to be told about each record; all are on their way before the first answer is waited for.
async fn tell_batch(desk: &Desk, found: Vec<RecordId>) -> Result<(), CannotNow> {
    let mut waiting = Vec::with_capacity(found.len());
    for on in found {
        let Some(job) = desk.job(Command::Deadline(DeadlineCommand::Tell { on }), Actor::desk("desk")) else {
            return Err(CannotNow);
        };
        waiting.push((on, desk.record.write(job).await));
    }
    let mut done = Ok(());
    for (on, mut pending) in waiting {
        let told = match pending.outcome().await {
            Ok(receipt) => receipt.is_some_and(|receipt| receipt.entries.is_some()),
            Err(NotDone::Refused(_)) => false,
            Err(NotDone::Failed { error, .. }) => {
                done = Err(CannotNow);
                // A full disk is over some time; a record that can't be read must not hold up the others.
                if error.trouble() != Trouble::WriteFailed {
                    continue;
                }
                false
            }
        };
        if !told {
            tracing::warn!(record = %on, "nothing could be told about what is due");
            desk.due.nothing_to_tell.borrow_mut().leave(on, Instant::now());
        }
    }
    done
}

/// Expects the zero report of every post once a duty day, and the answer of every beat once a sweep; what is new today is
/// expected from now on.
async fn expect(desk: &Desk, now: Timestamp) -> Result<(), CannotNow> {
    let station = desk.station();
    let day = station.watch(now).day;
    let before = desk.due.expected.borrow().clone();
    if before.as_ref().is_some_and(|(on, of)| *on == day && Arc::ptr_eq(of, &station)) {
        return Ok(());
    }
    let today = before.as_ref().filter(|(on, _)| *on == day).map(|(_, of)| &**of);
    for command in to_expect(&station, today) {
        let job = desk.job(command, Actor::desk("desk")).ok_or(CannotNow)?;
        if let Err(NotDone::Failed { .. }) = desk.record.write(job).await.outcome().await {
            return Err(CannotNow);
        }
    }
    desk.due.expected.replace(Some((day, station)));
    Ok(())
}

/// What is to be expected; `today` is the station for which that was done on this duty day before. Whether something is
/// expected already, the rules look at.
fn to_expect(station: &Station, today: Option<&Station>) -> Vec<Command> {
    let posts: BTreeSet<&Code> = today.iter().flat_map(|of| of.posts()).map(|post| &post.code).collect();
    let sweeps = station.rules().sweeps;
    let same = today.filter(|of| of.rules().sweeps == sweeps);
    let beats: BTreeSet<&Code> = same.iter().flat_map(|of| of.beats()).map(|beat| &beat.code).collect();
    let posts = station.posts().map(|post| &post.code).filter(|code| !posts.contains(code));
    let beats =
        station.beats().map(|beat| &beat.code).filter(|code| sweeps.is_some() && !beats.contains(code));
    let zeros = posts.map(|code| Command::Zero(ZeroCommand::Expect { post: code.clone() }));
    zeros.chain(beats.map(|code| Command::Sweep(SweepCommand::Expect { beat: code.clone() }))).collect()
}

/// Puts on record that the machine's clock was set.
async fn record_step(desk: &Desk) -> Result<(), CannotNow> {
    let step = desk.due.stepped.take().saturating_add(desk.clock.take_step());
    if step.is_zero() {
        return Ok(());
    }
    tracing::warn!(by_s = step.as_secs(), "the machine's clock was set");
    if desk.record_own(DeskCommand::ClockStepped { by_s: step.as_secs() }).await {
        return Ok(());
    }
    desk.due.stepped.set(step);
    Err(CannotNow)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: u32) -> RecordId {
        format!("R-20261121-{number:03}").parse().unwrap()
    }

    #[test]
    fn it_sleeps_until_the_next_instant_but_never_long() {
        let now = Timestamp::from_second(1000).unwrap();
        let at = |ms: i64| Some(Timestamp::from_millisecond(1_000_000 + ms).unwrap());
        for (next, wait) in
            [(None, 30_000), (at(1500), 1500), (at(86_400_000), 30_000), (at(0), 0), (at(-5000), 0)]
        {
            assert_eq!(sleep_until(next, now), Duration::from_millis(wait), "{next:?}");
        }
    }

    #[test]
    fn a_record_with_nothing_to_tell_is_not_asked_again_at_once_and_holds_up_no_other() {
        let mut left = LeftAlone::default();
        let now = Instant::now();
        left.leave(id(1), now);
        left.leave(id(2), now);
        assert_eq!(left.besides(BATCH), BATCH + 2, "a whole batch besides them");
        assert_eq!(left.without(vec![id(1), id(2), id(3)]), [id(3)]);
        left.forget_over(now + LEFT_ALONE - Duration::from_millis(1));
        assert_eq!(left.without(vec![id(1)]), []);
        left.forget_over(now + LEFT_ALONE);
        assert_eq!(left.without(vec![id(1)]), [id(1)]);
    }
}
