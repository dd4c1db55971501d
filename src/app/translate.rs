//! Puts the desk's messages into the console's and the console's into the desk's. It keeps nothing and decides nothing.

use super::clock::DeskClock;
use crate::ui::msg::Parting;
use crate::ui::{Effect, Msg};
use crate::wire::Welcome;
use crate::wire::message::{Ended, ToClient, ToDesk};

/// What a new line means to the console.
pub(super) fn welcome(welcome: Welcome, clock: &mut DeskClock) -> Msg {
    clock.set(welcome.now);
    Msg::Welcome { session: welcome.session, who: welcome.who, now: clock.now() }
}

/// What a message of the desk means to the console.
pub(super) fn to_msg(message: ToClient, clock: &mut DeskClock) -> Msg {
    match message {
        ToClient::Welcome { session, who, now } => welcome(Welcome { session, who, now }, clock),
        ToClient::SignedIn { id, who } => Msg::SignedIn { id, who },
        ToClient::Done { id, receipt } => Msg::Done { id, receipt },
        ToClient::Answer { id, answer } => Msg::Answer { id, answer },
        // A console asks for nothing else that is answered so.
        ToClient::Ok { id } => Msg::Kept { id },
        ToClient::Refused { id, refusal } => Msg::Refused { id, refusal },
        ToClient::Failed { id, trouble, unknown } => Msg::Failed { id, trouble, unknown },
        ToClient::Changed { head, topics, now } => {
            clock.learn(now);
            // The message's own time may be a moment back, and the screen's clock doesn't go back for that.
            Msg::Changed { head, topics, now: clock.now() }
        }
        ToClient::Ended(why) => Msg::Ended(parting(why)),
    }
}

/// What an ended session means to the console.
pub(super) fn parting(why: Ended) -> Parting {
    match why {
        Ended::DeskStops => Parting::DeskStops,
        Ended::OtherVersion { desk } => Parting::OtherVersion { desk },
        Ended::Refused(refusal) => Parting::Refused(refusal),
        Ended::Malformed { .. } | Ended::TooLong { .. } | Ended::TooSlow | Ended::NoHello => Parting::Cut,
        Ended::Full { .. } => Parting::Full,
    }
}

/// Whom an effect is for.
pub(super) enum Addressed {
    /// The desk.
    Desk(ToDesk),
    /// The shell itself.
    Shell(Effect),
}

/// Puts an effect that is for the desk into its message.
pub(super) fn address(effect: Effect) -> Addressed {
    match effect {
        Effect::Execute { id, order } => Addressed::Desk(ToDesk::Execute { id, order }),
        Effect::Ask { id, query } => Addressed::Desk(ToDesk::Ask { id, query }),
        Effect::SignIn { id, officer, passphrase } => {
            Addressed::Desk(ToDesk::SignIn { id, officer, passphrase })
        }
        Effect::Keep { id, form, body } => Addressed::Desk(ToDesk::Keep { id, form, body }),
        Effect::Export { .. } | Effect::ReloadKeys | Effect::Repaint | Effect::Bell | Effect::Quit => {
            Addressed::Shell(effect)
        }
    }
}
