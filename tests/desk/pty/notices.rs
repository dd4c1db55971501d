//! The line of a notice on a real terminal, and the bell.

use super::fake_desk::FakeDesk;
use super::{at, standing};
use crate::real::PATIENCE;
use dutydesk::domain::notice::{NoticeLine, NoticeWhy};
use dutydesk::domain::rules::Target;
use std::time::Instant;

/// The bytes that ring.
fn bells(stage: &super::stage::Stage) -> usize {
    stage.seen().bytes.iter().filter(|byte| **byte == 0x07).count()
}

#[test]
fn notice_is_reversed_and_rings_with_one_byte_and_a_key_takes_it_away() {
    let desk = FakeDesk::with_reports(20);
    let mut stage = standing(&at(&desk).size(80, 24));
    let before = bells(&stage);
    let why = NoticeWhy::Late { rule: "accept".into(), late_s: 120, time: 1 };
    let about = Some("R-20261121-004".parse().unwrap());
    let now = desk.inside().now;
    desk.inside().notice = Some(NoticeLine { seq: 9, at: now, about, why, to: Target::ShiftLeader });
    desk.push_changed();
    stage.wait_until("the notice", |seen| seen.row(23).contains("R-004"));
    assert!(stage.seen().screen().cell(23, 0).unwrap().inverse());
    assert_eq!(bells(&stage) - before, 1);
    // Nothing new: nothing rings, and the line stands.
    desk.push_changed();
    // A key that comes too soon leaves it; the first one after two seconds takes it away.
    let until = Instant::now() + PATIENCE;
    while stage.seen().row(23).contains("R-004") && Instant::now() < until {
        stage.settle();
    }
    assert!(!stage.seen().row(23).contains("R-004"));
    assert_eq!(bells(&stage) - before, 1);
}
