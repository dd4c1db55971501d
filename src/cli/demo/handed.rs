//! What the demo's evening has left on the escalations screen beside an escalation: a supervision order that waits for
//! an answer, and the posts' zero reports, of which one is in.

use super::history::{Act, Cast};
use crate::domain::command::{Command, SupervisionCommand, ZeroCommand};
use crate::domain::{Actor, Kind, Lang, Moment, Private, RecordId, Role};
use jiff::{SignedDuration, Timestamp};

/// The order and the zero reports; the order is on this report.
pub(super) fn acts(cast: &Cast, on: Option<RecordId>, now: Timestamp) -> Vec<Act> {
    let mut acts: Vec<Act> = on.and_then(|on| order(cast, on, now)).into_iter().collect();
    acts.extend(zero_reports(cast, now));
    acts
}

fn minutes(now: Timestamp, by: i64) -> Timestamp {
    now.saturating_add(SignedDuration::from_mins(by)).unwrap_or(now)
}

fn order(cast: &Cast, on: RecordId, now: Timestamp) -> Option<Act> {
    let supervisor = cast.station.officers().find(|officer| officer.role == Role::Supervisor)?;
    let text = match cast.lang {
        Lang::En => "Stay until the crowd is gone, then tell me who was there.",
        Lang::Zh => "人群散去后再撤离，并报告在场人员。",
    };
    let due_at = minutes(now, 45);
    let issue = SupervisionCommand::Issue { on, to: None, text: Private::from(text), due_at };
    let at = minutes(now, -3);
    let actor = Actor {
        officer: supervisor.number.clone(),
        role: supervisor.role,
        session: cast.by_desk(at).actor.session,
    };
    Some(Act { command: Command::Supervision(issue), moment: Moment { actor, ..cast.by_desk(at) } })
}

/// The desk expects one of each post since the shift began; the first post has called in.
fn zero_reports(cast: &Cast, now: Timestamp) -> Vec<Act> {
    let watch = cast.station.watch(now);
    let expect = |post: &crate::domain::setup::Post| Act {
        command: Command::Zero(ZeroCommand::Expect { post: post.code.clone() }),
        moment: cast.by_desk(watch.from),
    };
    let mut acts: Vec<Act> = cast.station.posts().map(expect).collect();
    if !acts.is_empty() {
        let id = RecordId { kind: Kind::ZeroReport, day: watch.day, number: 1 };
        let file = ZeroCommand::File { id, text: Private::default() };
        let at = minutes(now, -20).max(minutes(watch.from, 1)).min(now);
        acts.push(Act { command: Command::Zero(file), moment: cast.by_keeper(at) });
    }
    acts
}
