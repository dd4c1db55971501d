//! One client's session: hello, then requests in the order in which they come, until either side ends it.
//!
//! What one client does wrong ends its own session and touches nothing else.

use super::outgoing::{Outgoing, Parcel};
use super::running::Desk;
use super::sessions::{Present, SESSIONS_MAX, Seat};
use super::{door, identity};
use crate::domain::topic::Topic;
use crate::wire::VERSION;
use crate::wire::line::{Incoming, ReadError};
use crate::wire::message::{Ended, ToClient, ToDesk};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::net::UnixStream;
use tokio::net::unix::{OwnedReadHalf, OwnedWriteHalf};
use tokio::sync::Semaphore;

/// How long a client may take to say hello.
const HELLO_WITHIN: Duration = Duration::from_secs(5);
/// How long the last message is tried for.
const LAST_WITHIN: Duration = Duration::from_secs(2);
/// How many requests of one session may be under way at once; more wait unread.
const UNDER_WAY: usize = 32;

/// Serves a connection until it is over. A client may leave a message unread for so long at most.
pub(super) async fn serve(desk: Rc<Desk>, stream: UnixStream, unread_at_most: Duration) {
    let Ok(uid) = stream.peer_cred().map(|cred| cred.uid()) else { return };
    let (from, to) = stream.into_split();
    let outgoing = Rc::new(Outgoing::default());
    let mut sending = tokio::task::spawn_local(send(to, Rc::clone(&outgoing), unread_at_most));
    let seat = desk.sessions.seat(&outgoing);
    let why = match &seat {
        None => Some(Ended::Full { max: SESSIONS_MAX }),
        Some(seat) => tokio::select! {
            // The client is gone or too slow, or the desk has ended the session.
            _ = &mut sending => None,
            why = converse(&desk, seat, Incoming::new(from), &outgoing, uid) => why,
        },
    };
    outgoing.end(why);
    if !sending.is_finished() {
        // Bounded by the times that sending gives a client. The seat is kept, so that the desk doesn't end before it.
        let _ = sending.await;
    }
    if seat.as_ref().is_some_and(Seat::is_console) {
        desk.news.add([Topic::Desk]);
    }
}

/// Reads and answers until the client goes or is to be told why not any longer.
async fn converse(
    desk: &Rc<Desk>,
    seat: &Seat<'_>,
    mut from: Incoming<OwnedReadHalf>,
    outgoing: &Rc<Outgoing>,
    uid: u32,
) -> Option<Ended> {
    let first = tokio::time::timeout(HELLO_WITHIN, from.next::<ToDesk>()).await;
    let hello = match first {
        Err(_) => return Some(Ended::NoHello),
        Ok(Ok(None)) => return None,
        Ok(Err(error)) => return ended_by(error),
        Ok(Ok(Some(hello))) => hello,
    };
    let present = match greet(desk, seat, outgoing, uid, hello) {
        Ok(present) => present,
        Err(why) => return Some(why),
    };
    let under_way = Arc::new(Semaphore::new(UNDER_WAY));
    loop {
        outgoing.has_room().await;
        let place = Arc::clone(&under_way).acquire_owned().await.ok()?;
        match from.next::<ToDesk>().await {
            Ok(Some(ToDesk::Hello { .. })) => {
                return Some(Ended::Malformed { why: "a second hello".to_owned() });
            }
            Ok(Some(request)) => door::take(desk, &present, request, place).await,
            Ok(None) => return None,
            Err(error) => return ended_by(error),
        }
    }
}

/// Looks at the hello and welcomes the session, or says why not.
fn greet(
    desk: &Rc<Desk>,
    seat: &Seat<'_>,
    outgoing: &Rc<Outgoing>,
    uid: u32,
    hello: ToDesk,
) -> Result<Rc<Present>, Ended> {
    let ToDesk::Hello { version, client, act_as, lang: _ } = hello else { return Err(Ended::NoHello) };
    if version != VERSION {
        return Err(Ended::OtherVersion { desk: VERSION.to_owned() });
    }
    let station = desk.station();
    let officer = identity::admit(&station, uid, desk.keeper, act_as.as_ref()).map_err(Ended::Refused)?;
    let who = identity::actor(&station, officer.as_ref(), "").ok().map(|a| door::signed_in(&a));
    let name = seat.name();
    let session = name.clone();
    let present =
        Rc::new(Present { name, uid, client, officer: officer.into(), outgoing: Rc::clone(outgoing) });
    seat.present(&present);
    outgoing.put(&ToClient::Welcome { session, who, now: desk.now() });
    desk.somebody_came_or_went(client);
    Ok(present)
}

fn ended_by(error: ReadError) -> Option<Ended> {
    match error {
        ReadError::TooLong(long) => Some(Ended::TooLong { max: u64::try_from(long.max).unwrap_or(u64::MAX) }),
        ReadError::Malformed(wrong) => Some(Ended::Malformed { why: wrong.to_string() }),
        ReadError::Io(_) => None,
    }
}

/// Sends what waits, until the last parcel is sent or the client has not read for too long.
async fn send(mut to: OwnedWriteHalf, outgoing: Rc<Outgoing>, unread_at_most: Duration) {
    loop {
        match outgoing.next().await {
            Parcel::Line(line) => match tokio::time::timeout(unread_at_most, to.write_all(&line)).await {
                Ok(Ok(())) => {}
                Ok(Err(_)) => return,
                Err(_) => {
                    tracing::warn!("a client stopped reading; its session ends");
                    return;
                }
            },
            Parcel::Last(line) => {
                if let Some(line) = line {
                    let _ = tokio::time::timeout(LAST_WITHIN, to.write_all(&line)).await;
                }
                let _ = to.shutdown().await;
                return;
            }
        }
    }
}
