//! The line to the desk: lost, found again, and what becomes of what was under way.

use super::fake_desk::{FakeDesk, Inside};
use super::stage::Stage;
use super::{at, standing};
use dutydesk::wire::message::ToDesk;
use std::time::{Duration, Instant};

fn orders(inside: &Inside) -> Vec<String> {
    let key = |message: &ToDesk| match message {
        ToDesk::Execute { order, .. } => Some(order.key.clone()),
        _ => None,
    };
    inside.heard.iter().filter_map(key).collect()
}

#[test]
fn a_desk_that_was_killed_is_found_again_and_a_half_typed_form_is_still_there() {
    let desk = FakeDesk::with_reports(100);
    let mut stage = standing(&at(&desk));
    stage.send("n北街12号有人打架".as_bytes());
    stage.wait_for("北街12号有人打架");
    desk.die();
    stage.wait_for("断");
    stage.send("，来了两个人".as_bytes());
    stage.wait_for("北街12号有人打架，来了两个人");
    let back = Instant::now();
    desk.come_back();
    desk.wait_for_sessions(2);
    assert!(back.elapsed() <= Duration::from_secs(5), "{:?}", back.elapsed());
    stage.wait_until("the line is up", |seen| !seen.text().contains("断"));
    stage.wait_for("北街12号有人打架，来了两个人");
}

#[test]
fn an_order_without_an_answer_is_asked_again_under_the_same_key() {
    let desk = FakeDesk::with_reports(100);
    desk.inside().deaf = true;
    let mut stage = standing(&at(&desk));
    stage.send(b"a");
    desk.wait_until("the order", |inside| orders(inside).len() == 1);
    desk.die();
    desk.inside().deaf = false;
    desk.come_back();
    desk.wait_until("the order again", |inside| orders(inside).len() == 2);
    let keys = orders(&desk.inside());
    assert_eq!(keys[0], keys[1]);
}

#[test]
fn a_console_without_a_desk_waits_for_one() {
    let desk = FakeDesk::with_reports(100);
    desk.die();
    let stage = Stage::start(&at(&desk));
    stage.wait_until("the console", |seen| seen.is_inside());
    desk.come_back();
    stage.wait_for("R-100");
}

#[test]
fn a_draft_is_given_to_the_desk_before_the_console_leaves() {
    let desk = FakeDesk::with_reports(100);
    let mut stage = standing(&at(&desk));
    stage.send("n北街12号".as_bytes());
    stage.wait_for("北街12号");
    stage.signal(rustix::process::Signal::TERM);
    let (status, _) = stage.wait_for_end();
    assert!(status.success());
    let kept = |message: &ToDesk| matches!(message, ToDesk::Keep { body: Some(body), .. } if body.contains("北街12号"));
    desk.wait_until("the draft", |inside| inside.heard.iter().any(kept));
}
