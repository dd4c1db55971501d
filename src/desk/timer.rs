//! What the desk does by itself: the sweep every half minute and the anchor every hour. Between them it sleeps.

use super::files::Intake;
use super::running::Desk;
use crate::domain::OfficerId;
use crate::domain::Private;
use crate::store::{Job, Keep};
use std::rc::Rc;
use std::time::Duration;
use tokio::time::{Instant, MissedTickBehavior, interval_at};

/// The sweep is the guarantee that a file is found, however notifications fail.
const SWEEP_EVERY: Duration = Duration::from_secs(30);
/// At most an hour of the journal's tail can be cut off without the anchor telling.
const ANCHOR_EVERY: Duration = Duration::from_secs(3600);

/// Keeps the timers until it is dropped.
pub(super) async fn keep_time(desk: Rc<Desk>, intake: Rc<Intake>) {
    let mut sweep = interval_at(Instant::now() + SWEEP_EVERY, SWEEP_EVERY);
    let mut anchor = interval_at(Instant::now() + ANCHOR_EVERY, ANCHOR_EVERY);
    sweep.set_missed_tick_behavior(MissedTickBehavior::Delay);
    anchor.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = sweep.tick() => {
                // Looks at the machine's clock, too.
                desk.now();
                if desk.troubles.writing() {
                    probe(&desk).await;
                }
                intake.look();
            }
            _ = anchor.tick() => {
                desk.record.write(Job::Anchor).await.outcome().await.ok();
            }
        }
    }
}

/// Tries whether the record can be written again. A form of the desk's own, so that nothing appears anywhere.
async fn probe(desk: &Desk) {
    let keep = |body| {
        let officer = OfficerId::from("desk");
        Job::Keep(Keep { officer, form: "probe".to_owned(), body, at: desk.now() })
    };
    if desk.record.write(keep(Some(Private::from("-")))).await.outcome().await.is_ok() {
        desk.record.write(keep(None)).await.outcome().await.ok();
    }
}
